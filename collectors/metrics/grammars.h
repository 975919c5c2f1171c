// SPDX-License-Identifier: GPL-3.0-or-later
// The two grammars behind parse(). Pure functions; any thread. Sources: "Exposition formats" of the Prometheus
// documentation with expfmt's tests (text 0.0.4); "OpenMetrics 1.0" with its test vectors.
#pragma once

#include "collectors/metrics/exposition.h"

namespace tidemark::metrics {

Result<Exposition> parse_prometheus(std::string_view text, const Limits& limits);
Result<Exposition> parse_openmetrics(std::string_view text, const Limits& limits);

}  // namespace tidemark::metrics
