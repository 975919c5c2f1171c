// SPDX-License-Identifier: GPL-3.0-or-later
// History in a file of OpenMetrics text with timestamps, as `promtool tsdb dump-openmetrics` and `timeline export
// --openmetrics` write it. Only lines of offsets are read, each strictly; the file is held as its samples, 16 bytes
// each.
// Thread rule: one thread; blocks. Errors: `input` with the line, `no_data`, `cancelled`.
#pragma once

#include "collectors/history/scrapes.h"

namespace tidemark::history {

Result<ImportSummary> import_openmetrics(const std::string& file, SampleSink& sink, const ImportOptions& options);

}  // namespace tidemark::history
