// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/record_access.h"

#include <algorithm>

namespace tidemark {

bool may_read(const ClusterProfile& cluster, std::string_view feature) {
  return std::ranges::any_of(cluster.read,
                             [&](const std::string& allowed) { return allowed == feature || allowed == "all"; });
}

Result<const ClusterProfile*> readable_cluster(const Profile& profile, const std::vector<std::string>& globs,
                                               std::string_view feature) {
  std::vector<const ClusterProfile*> found;
  for (const ClusterProfile& cluster : profile.clusters)
    if (globs.empty() ||
        std::ranges::any_of(globs, [&](const std::string& glob) { return glob_match(glob, cluster.name.value()); }))
      found.push_back(&cluster);
  if (found.size() != 1)
    return fail(ErrorCode::usage,
                found.empty() ? "the profile has no such cluster" : "the profile has more than one cluster",
                "--cluster", "name one with --cluster");
  if (!may_read(*found.front(), feature))
    return fail(ErrorCode::usage,
                "the profile does not allow to read records of the cluster " + found.front()->name.value(),
                "$.clusters[].read", "write \"read\": [\"" + std::string(feature) + "\"] there");
  return found.front();
}

}  // namespace tidemark
