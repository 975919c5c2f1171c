// SPDX-License-Identifier: GPL-3.0-or-later
// run_child: another program, run to its end or to a limit, without a shell; what it may read is given whole. It leads
// a process group of its own, so that Ctrl-C on the terminal reaches this program alone, which then ends that group, as
// at the limit: SIGTERM, and SIGKILL after a grace. A program that it left behind in another session is not its
// business.
// Thread rule: blocks its thread. Errors: `cancelled` after a stop, `usage` where the program cannot be started.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/clock.h"
#include "models/domain/result.h"

namespace tidemark {

struct ChildRun {
  int status = 0;         // of its exit; 128 and the signal's number where a signal ended it
  std::string out;        // at most 1 MiB
  std::string last_line;  // of its standard error
  bool timed_out = false;
};

struct ChildOptions {
  std::function<void(std::string_view)> line;  // of its standard error, as they come; may be empty
  std::stop_token stop;
  std::string input;            // its standard input; empty: nothing to read from
  std::optional<Millis> limit;  // it is ended after this long
  Millis grace{5'000};
};

// The first word is looked up in PATH.
Result<ChildRun> run_child(const std::vector<std::string>& words, const ChildOptions& options, const Clock& clock);

}  // namespace tidemark
