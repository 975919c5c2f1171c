// SPDX-License-Identifier: GPL-3.0-or-later
// History from other exporters for `import`: a file of OpenMetrics, or a server that speaks Prometheus' query API.
#pragma once

#include "app/cli/log.h"
#include "app/cli/options.h"
#include "collectors/history/scrapes.h"

namespace tidemark::cli {

struct HistoryWanted {
  std::string openmetrics;         // a file
  std::string prometheus;          // a URL, or the name of a source of the profile
  std::string cluster;             // where no label names it
  std::vector<std::string> where;  // label=value
};

// Into a timeline that is open; `newest`: what it has already.
Result<history::ImportSummary> import_history(const HistoryWanted& wanted, const Options& options,
                                              std::optional<LocalTime> newest, SampleSink& sink, Log& log,
                                              std::stop_token stop);

}  // namespace tidemark::cli
