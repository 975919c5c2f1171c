// SPDX-License-Identifier: GPL-3.0-or-later
// ProbeLane: is the catalog there, and how fast: the state of "catalog:NAME" (ok, denied, throttled, unreachable,
// timeout, tls, other) and its probe_latency_ms, in a lane of its own. Thread rule: one thread. Units: ms.
#pragma once

#include "collectors/core/lane.h"
#include "collectors/tables/catalog.h"

namespace tidemark {

class ProbeLane final {
 public:
  static constexpr Millis interval{15'000};

  ProbeLane(TableCatalog& catalog, const CatalogProfile& profile, const Clock& clock, SampleSink& sink)
      : catalog_(catalog),
        object_("catalog:" + profile.name),
        lane_(sink, clock, {{"tables", profile.name, profile.cluster}, "probe", interval}) {}

  Result<> run(std::stop_token stop, const Tick& tick);

 private:
  TableCatalog& catalog_;
  const Object object_;
  Lane lane_;
};

}  // namespace tidemark
