// SPDX-License-Identifier: GPL-3.0-or-later
// ProbeLane: are the catalog and its store there, and how fast: the states of "catalog:NAME" (or "sink:NAME") and
// "store:NAME" (ok, denied, throttled, unreachable, timeout, tls, other) and their probe_latency_ms, in a lane of their
// own. The store is asked where the profile names it beside a catalog. Thread rule: one thread. Units: ms.
#pragma once

#include "collectors/core/lane.h"
#include "collectors/tables/catalog.h"
#include "collectors/tables/place.h"
#include "collectors/tables/store.h"

namespace tidemark {

class ProbeLane final {
 public:
  static constexpr Millis interval{15'000};

  // `store`: may be null.
  ProbeLane(TableCatalog& catalog, std::unique_ptr<ObjectStore> store, const TablePlace& place, const Clock& clock,
            SampleSink& sink)
      : catalog_(catalog),
        store_(std::move(store)),
        catalog_object_(place.object),
        store_object_("store:" + place.source.name),
        lane_(sink, clock, {place.source, "probe", interval}) {}

  void run(std::stop_token stop, const Tick& tick);

 private:
  template <class Probed>
  void probe(Probed& probed, const Object& object, Poll& poll, std::stop_token stop);

  TableCatalog& catalog_;
  const std::unique_ptr<ObjectStore> store_;
  const Object catalog_object_;
  const Object store_object_;
  Lane lane_;
};

}  // namespace tidemark
