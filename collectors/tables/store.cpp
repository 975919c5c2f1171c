// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/store.h"

#include "collectors/tables/local_store.h"
#include "collectors/tables/s3_store.h"

namespace tidemark {

Result<std::unique_ptr<ObjectStore>> open_store(const CatalogProfile& profile, const SecretResolver& secrets) {
  const std::string& path = profile.path;
  if (path.empty()) return fail(ErrorCode::usage, "no path", {}, "name a folder or s3://bucket/prefix as \"path\"");
  for (const char* scheme : {"s3://", "s3a://", "s3n://"})
    if (path.starts_with(scheme)) return S3Store::open(path, profile.s3, profile.access, secrets);
  constexpr std::string_view file = "file://";
  const std::string folder = path.starts_with(file) ? path.substr(file.size()) : path;
  if (folder.find("://") != std::string::npos)
    return fail(ErrorCode::usage, "neither a folder nor an s3 location", path, "name a folder or s3://bucket/prefix");
  return std::unique_ptr<ObjectStore>(std::make_unique<LocalStore>(folder));
}

bool is_inside(std::string_view path) {
  if (path.empty()) return false;
  while (true) {
    const auto slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string_view::npos) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

std::string join_path(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + '/' + name;
}

}  // namespace tidemark
