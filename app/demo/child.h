// SPDX-License-Identifier: GPL-3.0-or-later
// run_child: another program, run to its end, without a shell and with nothing to read from. It leads a process group
// of its own, so that Ctrl-C on the terminal reaches this program alone, which then ends that group: SIGTERM, and
// SIGKILL after five seconds. A program that it left behind in another session is not its business.
// Thread rule: blocks its thread. Errors: `cancelled` after a stop, `usage` where the program cannot be started.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/clock.h"
#include "models/domain/result.h"

namespace tidemark::demo {

struct ChildRun {
  int status = 0;         // of its exit; 128 and the signal's number where a signal ended it
  std::string out;        // at most 1 MiB
  std::string last_line;  // of its standard error
};

struct ChildOptions {
  std::function<void(std::string_view)> line;  // of its standard error, as they come; may be empty
  std::stop_token stop;
};

// The first word is looked up in PATH.
Result<ChildRun> run_child(const std::vector<std::string>& words, const ChildOptions& options, const Clock& clock);

}  // namespace tidemark::demo
