// SPDX-License-Identifier: GPL-3.0-or-later
// How an error leaves the program: one line on the error stream and an exit status. Main thread only.
#pragma once

#include "app/cli/cli.h"
#include "models/domain/result.h"

namespace tidemark::cli {

// Prints the error's line and returns its exit status.
int report(Streams& streams, const Error& error);

}  // namespace tidemark::cli
