// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/metadata_stores.h"

#include <algorithm>
#include <array>

#include "collectors/core/plain_text.h"
#include "collectors/tables/local_store.h"
#include "collectors/tables/s3_store.h"

namespace tidemark::iceberg {
namespace {
constexpr std::size_t most_stores = 64;
constexpr std::string_view s3 = "s3://";

// What the profile resolved is the secret itself.
class Resolved final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view secret) const override { return std::string(secret); }
};

std::unexpected<Error> refuse(std::string what, const std::string& location, std::string fix = {}) {
  return fail(ErrorCode::input, std::move(what), plain_line(location), std::move(fix));
}

// One spelling for each kind of place: "s3://…", or an absolute path. Empty: neither.
std::string plain_location(std::string_view location) {
  for (const std::string_view other : {"s3a://", "s3n://"})
    if (location.starts_with(other)) return std::string(s3) + std::string(location.substr(other.size()));
  if (location.starts_with(s3)) return std::string(location);
  if (location.starts_with("file:///")) location.remove_prefix(7);
  if (location.starts_with("file:/")) location.remove_prefix(5);
  return location.starts_with('/') && !location.starts_with("//") ? std::string(location) : std::string();
}

bool is_bucket(std::string_view name) {
  constexpr std::size_t shortest = 3, longest = 255;
  return name.size() >= shortest && name.size() <= longest && std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                  c == '_';
         });
}

bool leads_out(std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    if (path.substr(begin, end - begin) == ".." || path.substr(begin, end - begin) == ".") return true;
    begin = end + 1;
  }
  return std::ranges::any_of(path, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

bool is_metadata_file(std::string_view path) {
  return path.ends_with(".metadata.json") || path.ends_with(".metadata.json.gz");
}

bool is_below(std::string_view location, std::string below) {
  while (below.size() > 1 && below.ends_with('/')) below.pop_back();
  return below == "/" || (location.starts_with(below) && location.substr(below.size()).starts_with('/'));
}
}  // namespace

Result<MetadataPlace> metadata_place(const std::string& location, const std::string& below) {
  const std::string plain = plain_location(location);
  if (plain.empty()) return refuse("lies in a store that is not read", location, "files and s3 are");
  if (!is_metadata_file(plain) || leads_out(plain)) return refuse("is no metadata file", location);
  if (!below.empty() && !is_below(plain, plain_location(below)))
    return refuse("does not lie below the catalog's \"path\"", location, "leave the path out, or name a longer part");
  if (!plain.starts_with(s3)) return MetadataPlace{{}, plain.substr(1)};
  const auto slash = plain.find('/', s3.size());
  const std::string_view bucket = std::string_view(plain).substr(s3.size(), slash - s3.size());
  if (slash == std::string::npos || !is_bucket(bucket)) return refuse("names no bucket", location);
  return MetadataPlace{plain.substr(0, slash), plain.substr(slash + 1)};
}

Result<std::unique_ptr<MetadataStores>> MetadataStores::open(const CatalogProfile& profile,
                                                             const SecretResolver& secrets) {
  if (!profile.path.empty() && plain_location(profile.path).empty())
    return fail(ErrorCode::usage, "neither a folder nor an s3 location", profile.path,
                "name /folder or s3://bucket/prefix");
  CatalogProfile with = profile;
  for (std::string* secret : std::to_array<std::string*>(
           {&with.s3.access_key, &with.s3.secret_key, &with.s3.session_token, &with.access.key_password})) {
    TM_TRY(*secret, secrets.resolve(*secret));
  }
  // Whether the settings can work shows with any bucket.
  TM_CHECK(S3Store::open("s3://bucket", with.s3, with.access, Resolved()));
  return std::unique_ptr<MetadataStores>(new MetadataStores(std::move(with)));
}

Result<ObjectStore*> MetadataStores::store(const std::string& root) {
  const std::lock_guard lock(mutex_);
  if (const auto found = stores_.find(root); found != stores_.end()) return found->second.get();
  if (stores_.size() >= most_stores) return fail(ErrorCode::input, "its tables lie in too many buckets", root);
  std::unique_ptr<ObjectStore> made = std::make_unique<LocalStore>(std::string());
  if (!root.empty()) {
    TM_TRY(made, S3Store::open(root, profile_.s3, profile_.access, Resolved()));
  }
  return stores_.emplace(root, std::move(made)).first->second.get();
}

StoreReply MetadataStores::get(const std::string& location, std::stop_token stop) {
  const auto failed = [](Error error) {
    StoreReply reply;
    reply.outcome = HttpOutcome::other;
    reply.error = std::move(error);
    return reply;
  };
  const auto place = metadata_place(location, profile_.path);
  if (!place) return failed(place.error());
  const auto store = this->store(place->root);
  if (!store) return failed(store.error());
  return (*store)->get(place->path, {}, stop);
}

}  // namespace tidemark::iceberg
