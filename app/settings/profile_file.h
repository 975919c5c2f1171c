// SPDX-License-Identifier: GPL-3.0-or-later
// The profile as a file: JSON with comments, checked against resources/presets/profile.schema.json and for what a
// schema cannot say (names that refer to each other, addresses, settings of the Kafka client). Thread rule: any thread.
// Errors: `usage`, one line with file and path; `input` where the file cannot be read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/profile.h"
#include "models/domain/result.h"

namespace tidemark {

struct LoadedProfile {
  Profile profile;
  // What is accepted but better said otherwise: secrets that stand in the file itself. One line each, without the
  // secret.
  std::vector<std::string> warnings;
};

Result<LoadedProfile> read_profile(const std::string& path);
Result<LoadedProfile> parse_profile(std::string_view text, const std::string& file);

// Classes, pipelines and owners as one JSON text: what a timeline keeps of a profile, and back.
std::string judged_part(const Profile& profile);
Result<Profile> parse_judged_part(std::string_view text);

// A profile for one cluster, and for what stands beside it, with comments that explain it: what `profile init`,
// `profile import` and the window write.
std::string starter_profile(const Profile& profile);
// Secrets that stand in the client settings become references to the environment. One line each of what has to be set.
std::vector<std::string> refer_secrets(ClusterProfile& cluster);

// The text of the JSON Schema.
std::string_view profile_schema();

}  // namespace tidemark
