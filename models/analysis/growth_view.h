// SPDX-License-Identifier: GPL-3.0-or-later
// Growth as it is shown to people: what each topic holds and will hold, as it is and what if; the drivers of a bill;
// what readers need. Value types and pure functions; any thread. Units: bytes, local ms.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/branch.h"
#include "models/analysis/cost_drivers.h"
#include "models/analysis/demand.h"

namespace tidemark {

struct GrowthLine {
  GrowthRow row;      // as it is
  GrowthRow what_if;  // under the terms; the same where they change nothing
};
using GrowthLines = std::vector<Branch<GrowthLine, NoRow>>;
using DriverLines = std::vector<Branch<CostDriver, NoRow>>;
using DemandLines = std::vector<Branch<ReaderDemand, NoRow>>;

// What is held at a time to come.
struct GrowthPoint {
  LocalTime at;
  Known<double> bytes = Reason::never_polled;
};

struct GrowthView {
  LocalTime at;
  LocalTime from;  // production is measured since then
  GrowthTerms terms;
  bool changed = false;  // the terms are not those of today
  GrowthLines topics;
  DriverLines drivers;
  DemandLines readers;
  std::size_t unknown = 0;  // topics whose bytes nobody knows

  // Of one topic by its key, or of all together; a sum of which a part is not known is unknown.
  std::vector<GrowthPoint> curve(std::string_view key, bool what_if) const;
  Known<double> bytes() const;             // of all topics, now
  Known<double> a_day() const;             // that they grow by
  Known<double> then(bool what_if) const;  // at the horizon
};

GrowthLines growth_lines(const std::vector<GrowthRow>& as_is, const std::vector<GrowthRow>& what_if);
DriverLines driver_lines(const std::vector<CostDriver>& drivers);
DemandLines demand_lines(const std::vector<ReaderDemand>& readers);

}  // namespace tidemark
