// SPDX-License-Identifier: GPL-3.0-or-later
// Sha256: a SHA-256 over bytes that come piece by piece. Thread rule: none; one thread an object.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace tidemark {

class Sha256 final {
 public:
  Sha256();
  void add(std::string_view bytes);
  void add(std::int64_t number);
  // 64 hexadecimal digits; nothing may be added afterwards.
  std::string hex();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

// As many random hexadecimal digits as a salt needs.
std::string random_salt();

}  // namespace tidemark
