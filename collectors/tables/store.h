// SPDX-License-Identifier: GPL-3.0-or-later
// ObjectStore: files of a folder or of a bucket's prefix, read only. Paths are relative, parts separated by '/'; a part
// is never "..". Implementations: a local folder, S3 (path style, Signature Version 4).
// Thread rule: any thread, several at once. Sizes are capped.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "collectors/http/http_reply.h"
#include "collectors/tables/catalog.h"
#include "models/domain/time.h"

namespace tidemark {

struct StoreReply : CatalogAnswer {
  enum class What : std::uint8_t { found, same, missing, failed };
  What what = What::failed;
  std::string bytes;
  std::string tag;                   // changes when the file does; empty: not told
  std::optional<LakeTime> modified;  // by the store's clock
  // The file is there, and is not read: that is about the file, not about the store.
  bool refused() const { return what == What::failed && error.code == ErrorCode::input; }
};

struct StoreListing : CatalogAnswer {
  std::vector<std::string> files;    // names in the folder
  std::vector<std::string> folders;  // names in the folder
  bool cut = false;                  // there are more than are listed
};

class ObjectStore {
 public:
  static constexpr std::size_t largest_file = 64u << 20;
  static constexpr std::size_t most_names = 100'000;

  virtual ~ObjectStore() = default;
  // `tag`: of what the caller has; the answer may then be `same`.
  virtual StoreReply get(const std::string& path, const std::string& tag, std::stop_token stop) = 0;
  virtual StoreReply head(const std::string& path, std::stop_token stop) = 0;  // without bytes
  // The folder `path`; only names that begin with `prefix`.
  virtual StoreListing list(const std::string& path, const std::string& prefix, std::stop_token stop) = 0;
  // One cheap look at the root.
  virtual CatalogAnswer probe(std::stop_token stop) = 0;
};

// A folder, or "s3://bucket/prefix" with the profile's keys. Does not touch it. Error: `usage`.
Result<std::unique_ptr<ObjectStore>> open_store(const CatalogProfile& profile, const SecretResolver& secrets);

// No absolute path, no empty part, no ".." in it.
bool is_inside(std::string_view path);
// A name in a folder; the empty folder is the root.
std::string join_path(const std::string& folder, const std::string& name);

}  // namespace tidemark
