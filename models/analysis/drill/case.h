// SPDX-License-Identifier: GPL-3.0-or-later
// DrillCase: what the parts of a judgement have in common, computed once: the paths and how they went, when the fault
// began and ended, what is steady. Room-internal. Thread rule: none; the run and the sight must outlive it.
#pragma once

#include <optional>

#include "models/analysis/alignment.h"
#include "models/analysis/drill/drill.h"
#include "models/analysis/drill/lines.h"
#include "models/analysis/ledger.h"

namespace tidemark {

// The band in which a line was before the start.
struct Band {
  Known<std::int64_t> top = Reason::no_history;
  bool holds(const DrillPoint& point) const { return top && point.value && *point.value - point.error.count() <= *top; }
};
Band band_of(const DrillLine& line, LocalTime from, LocalTime to);

// When replicas were not all in sync: between polls, of the topics of the paths.
struct SyncChange {
  LocalTime at;
  bool full = true;
  bool offline = false;  // a partition had no leader
};

struct DrillCase {
  DrillCase(const DrillRun& run, const DrillSight& sight);

  const DrillRun& run;
  const DrillSight& sight;
  LocalTime begin;                 // of the drill
  LocalTime steady_from;           // of the time before it
  std::optional<LocalTime> fault;  // as it was stamped
  std::optional<LocalTime> restore;
  LocalTime at;
  std::vector<DrillPath> paths;
  Filter near;
  Millis slack{};                 // a stamp may be so late
  std::vector<AlignRow> aligned;  // now
  std::vector<LedgerRow> ledger;  // since the start
  std::vector<SyncChange> sync;   // ascending; empty: nobody tells

  // When a signal is looked for; none: not yet.
  std::optional<LocalTime> looked_for(const DrillSignal& signal) const;
  // Of every line of a path: unread, not landed, age.
  std::vector<std::pair<const DrillLine*, Band>> lines(const DrillPath& path) const;
  bool ends() const { return run.aborted || run.verdict; }
};

// The parts.
std::vector<SeenSignal> seen_signals(const DrillCase& of);
DrillMeasures measured(const DrillCase& of);
Known<std::string> waited_on(const DrillCase& of, const DrillMeasures& measures);
DrillProposal proposed(const DrillCase& of, const std::vector<SeenSignal>& seen, const DrillMeasures& measures);

// Whether a measured signal left its band in [from, to]: its first such poll.
struct MetricMove {
  Known<LocalTime> at = Reason::never_polled;  // not-applicable: it did not
  Known<LocalTime> until = Reason::not_applicable;
  Millis error{};
  std::string object;
};
MetricMove metric_move(const DrillCase& of, const std::vector<std::string>& names, bool above, LocalTime from);

}  // namespace tidemark
