// SPDX-License-Identifier: GPL-3.0-or-later
// S3Store: a bucket's prefix as an ObjectStore: GET, HEAD and ListObjectsV2, signed where there are keys. A tag is the
// object's ETag.
#pragma once

#include "collectors/tables/http_pool.h"
#include "collectors/tables/store.h"

namespace tidemark {

class S3Store final : public ObjectStore {
 public:
  // `location`: "s3://bucket/prefix" (s3a, s3n too). Error: `usage`.
  static Result<std::unique_ptr<ObjectStore>> open(const std::string& location, const S3Profile& s3,
                                                   const HttpAccess& access, const SecretResolver& secrets);

  StoreReply get(const std::string& path, const std::string& tag, std::stop_token stop) override;
  StoreReply head(const std::string& path, std::stop_token stop) override;
  StoreListing list(const std::string& path, const std::string& prefix, std::stop_token stop) override;
  CatalogAnswer probe(std::stop_token stop) override;

 private:
  S3Store(std::string base, std::string prefix, std::unique_ptr<HttpPool> http)
      : base_(std::move(base)), prefix_(std::move(prefix)), http_(std::move(http)) {}
  std::string url(const std::string& path) const;
  std::string key(const std::string& path) const;
  HttpReply ask(const std::string& query, std::stop_token stop);

  std::string base_;    // "https://host/bucket"
  std::string prefix_;  // without '/' at its ends; may be empty
  std::unique_ptr<HttpPool> http_;
};

// The parts of a ListObjectsV2 answer that was asked for with encoding-type=url. Names are whole keys.
struct S3Names {
  std::vector<std::string> keys;
  std::vector<std::string> prefixes;
  std::string next;  // the token of the next page; empty: this is the last
};
// `input` for what is no such answer.
Result<S3Names> parse_s3_names(std::string_view xml);

}  // namespace tidemark
