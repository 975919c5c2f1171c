// SPDX-License-Identifier: GPL-3.0-or-later
// MetadataStores: metadata files by the whole locations that a catalog's rows hold: "file:///…", a plain path,
// "s3://bucket/…". A location is a server's text: only metadata files are read, with the profile's keys from the
// profile's endpoint, and where the profile names a path, only below it. Thread rule: get() from several threads.
#pragma once

#include <map>
#include <mutex>

#include "collectors/tables/store.h"

namespace tidemark::iceberg {

// Where a metadata file is.
struct MetadataPlace {
  std::string root;  // "s3://bucket"; empty: this machine
  std::string path;  // below it
  bool operator==(const MetadataPlace&) const = default;
};
// `below`: as the profile writes its path; may be empty. Error: `input`.
Result<MetadataPlace> metadata_place(const std::string& location, const std::string& below);

class MetadataStores final {
 public:
  // Error: `usage`.
  static Result<std::unique_ptr<MetadataStores>> open(const CatalogProfile& profile, const SecretResolver& secrets);
  StoreReply get(const std::string& location, std::stop_token stop);

 private:
  explicit MetadataStores(CatalogProfile profile) : profile_(std::move(profile)) {}
  Result<ObjectStore*> store(const std::string& root);

  const CatalogProfile profile_;  // its secrets are resolved
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<ObjectStore>> stores_;  // guarded by mutex_, by root
};

}  // namespace tidemark::iceberg
