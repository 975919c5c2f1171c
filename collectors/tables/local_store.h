// SPDX-License-Identifier: GPL-3.0-or-later
// LocalStore: a folder of this machine as an ObjectStore. A tag is the file's identity, size and time of change.
#pragma once

#include "collectors/tables/store.h"

namespace tidemark {

class LocalStore final : public ObjectStore {
 public:
  explicit LocalStore(std::string root) : root_(std::move(root)) {}
  StoreReply get(const std::string& path, const std::string& tag, std::stop_token stop) override;
  StoreReply head(const std::string& path, std::stop_token stop) override;
  StoreListing list(const std::string& path, const std::string& prefix, std::stop_token stop) override;
  CatalogAnswer probe(std::stop_token stop) override;

 private:
  std::string full(const std::string& path) const { return path.empty() ? root_ : root_ + '/' + path; }
  std::string root_;
};

}  // namespace tidemark
