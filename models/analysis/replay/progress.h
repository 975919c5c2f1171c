// SPDX-License-Identifier: GPL-3.0-or-later
// Progress: how far a replay is at one time, partition by partition and together. What is left to live is what can be
// read now; the whole is through when its last partition is, so its ETA is the latest of theirs, never the sum of what
// is left by the sum of the rates. A sum is known only where every partition is. No time is told that retention comes
// before, none while less than two minutes are known, none that nothing speaks for.
// Room-internal. Thread rule: none, pure functions. Units: offsets, offsets per second, local ms.
#pragma once

#include <string_view>

#include "models/analysis/replay/found.h"
#include "models/analysis/replay/pace.h"

namespace tidemark {

// From the best to the worst.
enum class ReplayState : std::uint8_t { finished, waiting, draining, not_draining, stalled, overtaken };
std::string_view word(ReplayState state);

struct PartProgress {
  PartitionId partition;
  Known<std::int64_t> from = Reason::no_history;
  Known<std::int64_t> to = Reason::not_applicable;  // exclusive; to live: none
  Known<std::int64_t> at = Reason::never_polled;    // the group's offset
  Known<std::int64_t> done = Reason::never_polled;
  Known<std::int64_t> remaining = Reason::never_polled;
  Known<ReplayState> state = Reason::no_history;
  Pace pace;                                            // with the ETA that retention leaves of it
  std::int64_t lost = 0;                                // that retention took before they were read
  Known<Millis> headroom = Reason::not_applicable;      // until retention reaches the group, if it stood still
  Known<LocalTime> overtaken = Reason::not_applicable;  // when it does, going on as now
  std::optional<LocalTime> through;
};

struct ReplayProgress {
  std::vector<PartProgress> parts;
  Known<std::int64_t> from = Reason::no_history;  // sums over the partitions
  Known<std::int64_t> to = Reason::not_applicable;
  Known<std::int64_t> done = Reason::no_history;
  Known<std::int64_t> remaining = Reason::no_history;
  Known<double> share = Reason::no_history;  // done of all, 0..1
  Known<double> rate = Reason::no_history;
  Known<double> drain = Reason::no_history;
  Known<double> drain_2m = Reason::no_history;
  Known<double> drain_20m = Reason::no_history;
  Known<LocalTime> eta = Reason::no_history;
  Known<LocalTime> eta_lo = Reason::no_history;
  Known<LocalTime> eta_hi = Reason::no_history;
  Known<ReplayState> state = Reason::no_history;
  Known<Millis> headroom = Reason::not_applicable;      // the smallest
  Known<LocalTime> overtaken = Reason::not_applicable;  // the first
  Known<LocalTime> finished = Reason::not_applicable;
  Known<PartitionId> worst = Reason::not_applicable;  // the last to be through
  std::int64_t lost = 0;
};

ReplayProgress progress_at(const Snapshot& snapshot, const FoundReplay& replay, LocalTime at);

}  // namespace tidemark
