// SPDX-License-Identifier: GPL-3.0-or-later
// profile check --connect and profile boundary: everything that a profile names an address of, asked once. Main thread
// only.
#pragma once

#include "app/cli/options.h"
#include "models/domain/profile.h"
#include "models/domain/result.h"

namespace tidemark::cli {

struct ConnectionsWanted {
  bool boundary = false;  // a row an endpoint; else a row a step
  bool ask = true;        // else what the profile alone says
};

// The exit status: 3 where nobody answers, 1 where a step failed and --fail-on asks for it.
Result<int> answer_connections(Streams& streams, const Options& options, const Profile& profile,
                               const ConnectionsWanted& wanted);

}  // namespace tidemark::cli
