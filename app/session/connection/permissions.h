// SPDX-License-Identifier: GPL-3.0-or-later
// What one poll of a collector says of what we may: which permission is there, which is refused, what to grant, and
// what is not known without it. Pure functions; any thread.
#pragma once

#include <vector>

#include "app/session/connection/told_polls.h"
#include "models/domain/connection.h"

namespace tidemark {

// Of a cluster that answered. `principal`: whom to grant it.
std::vector<ConnectionStep> kafka_permissions(const ToldPolls& polls, const Known<std::string>& principal);
// What a service answered only in part, or refused in part.
std::vector<ConnectionStep> service_refusals(const ToldPolls& polls);

}  // namespace tidemark
