// SPDX-License-Identifier: GPL-3.0-or-later
// The profile that options name: the file of --profile, or one cluster made of --bootstrap and --command-config. What
// is accepted with a remark is said in the log. Main thread only. Errors: `usage`, `input`.
#pragma once

#include "app/cli/log.h"
#include "models/domain/profile.h"

namespace tidemark::cli {

Result<Profile> choose_profile(const Options& options, Log& log);

// A cluster of an address and a client's properties file (either may be empty), named after the first host.
Result<ClusterProfile> cluster_of(const std::string& bootstrap, const std::string& properties_file, Log& log);

}  // namespace tidemark::cli
