// SPDX-License-Identifier: GPL-3.0-or-later
// Table metadata made by a test: a line of appends, each after the one before, with whatever summary the test wants.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/domain/secret.h"

namespace tidemark::testing {

class PlainSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};

struct MadeSnapshot {
  std::int64_t id = 0;
  std::int64_t parent = 0;  // 0: none
  std::string summary;      // members beside the operation: "\"k\":\"v\""
};

struct MadeTable {
  std::string uuid = "uuid-1";
  std::vector<MadeSnapshot> snapshots;
  std::int64_t head = 0;  // 0: none

  // After the head. The summary of the Connect sink where `control` is not negative.
  void append(std::int64_t id, std::int64_t control = -1);
  void append_with(std::int64_t id, const std::string& summary);
  std::string json() const;
};

}  // namespace tidemark::testing
