// SPDX-License-Identifier: GPL-3.0-or-later
// Which cluster's records may be read, and for what: a profile says it feature by feature.
// Pure function; any thread. Errors: `usage`, one line that says what to write where.
#pragma once

#include <string_view>

#include "models/domain/profile.h"
#include "models/domain/result.h"

namespace tidemark {

bool may_read(const ClusterProfile& cluster, std::string_view feature);
// The cluster of the name that fits the globs, or the only one.
Result<const ClusterProfile*> readable_cluster(const Profile& profile, const std::vector<std::string>& globs,
                                               std::string_view feature);

}  // namespace tidemark
