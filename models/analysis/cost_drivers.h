// SPDX-License-Identifier: GPL-3.0-or-later
// CostDrivers: what a bill follows from, one row each: measured, modelled, typed in, or unknown with the reason. There
// are no prices in here: whoever types one in gets value x price, in the unit of the price. A sum of which a part is
// not known is unknown. Thread rule: none, pure functions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/analysis/connectors.h"
#include "models/analysis/growth.h"
#include "models/analysis/ledger.h"

namespace tidemark {

struct CostBasis {
  const Snapshot& now;
  const std::vector<GrowthRow>& topics;
  const std::vector<LedgerRow>& ledger;  // of [from, at]
  const std::vector<ConnectorRow>& connectors;
  LocalTime from, at;
  std::map<std::string, double> typed;  // by driver
  std::map<std::string, double> prices;
};

struct CostDriver {
  std::string driver;
  Known<double> value = Reason::not_supported;
  std::string unit;
  std::string evidence = "unknown";  // measured | modelled | typed | unknown
  std::string what;                  // one sentence: what the number is, or why there is none
  Known<double> price = Reason::not_applicable;
  Known<double> cost = Reason::not_applicable;
};

inline constexpr const char* cost_driver_ids[] = {
    "compute-headroom", "broker-disk", "write-amplification", "object-requests", "catalog-calls",
    "worker-hours",     "replication", "zone-traffic",        "maintenance",     "observability"};

// In that order.
std::vector<CostDriver> cost_drivers(const CostBasis& basis);
std::vector<CellRecord> cost_records(const std::vector<CostDriver>& drivers);

}  // namespace tidemark
