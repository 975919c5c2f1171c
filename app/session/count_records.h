// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the records of ranges by reading them, where the profile allows it ("counts"): at most a million of them, in a
// minute. What was not counted is unknown, with its reason. Main thread only; nothing is stored.
#pragma once

#include <stop_token>

#include "models/analysis/verify.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"

namespace tidemark {

RecordCounts count_records(const std::vector<LogRange>& ranges, const Profile& profile, const SecretResolver& secrets,
                           const std::stop_token& stop);

}  // namespace tidemark
