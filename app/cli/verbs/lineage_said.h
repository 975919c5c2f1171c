// SPDX-License-Identifier: GPL-3.0-or-later
// What the options of `lineage` say, read into a run. Main thread only. Errors: `usage`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/options.h"
#include "models/analysis/lineage/document.h"

namespace tidemark::cli {

struct LineageWanted {
  Options options;
  std::string run, other, file, author;
  std::string as_of, cut, started, ended, record, key;
  std::vector<std::string> inputs;
  LineageRun said;
  bool overwrite = false;
};

// "lake.orders@4358109269898191522", "lake.orders@2026-01-31T00:00:00Z", "topic:orders@TIME",
// "topic:orders/0:100-200"; before all of them "CLUSTER#".
Result<RunInput> input_in(const std::string& text, LocalTime now);
// "orders-3@1500" or "orders/3@1500".
Result<RecordQuestion> record_in(const std::string& text);
// All that the options say of a run.
Result<LineageRun> said_run(const LineageWanted& wanted, LocalTime now);

}  // namespace tidemark::cli
