// SPDX-License-Identifier: GPL-3.0-or-later
// History of a server that speaks Prometheus' query API: its raw samples with their own times, slice by slice (an
// aligned range query would hand out old values as new ones). A slice that is too much for one answer is halved.
// Thread rule: one thread; blocks. Errors: `unreachable`, `denied`, `input`, `no_data`, `cancelled`.
#pragma once

#include <map>

#include "collectors/history/scrapes.h"
#include "collectors/http/http_client.h"

namespace tidemark::history {

struct PrometheusQuery {
  std::string url;                           // what comes before /api/v1
  std::map<std::string, std::string> where;  // only series with these labels
  std::string tenant;                        // X-Scope-OrgID
  LocalTime from, to;                        // (from, to]
};

Result<ImportSummary> import_prometheus(HttpClient http, const PrometheusQuery& query, SampleSink& sink,
                                        const ImportOptions& options);

}  // namespace tidemark::history
