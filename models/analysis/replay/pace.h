// SPDX-License-Identifier: GPL-3.0-or-later
// Pace: how fast a replay drains one partition, and when it would be through. What is left is divided by what the group
// reads less what is written meanwhile, each as its mean over a stretch of the past as long as the stretch that is
// forecast (at least 20 min): offsets are exact counts, so a mean forgets no burst and no pause, which a median of
// slopes would. A lasting change (a throttle, more members) starts that past anew: of the minutes on both sides hardly
// one reaches into the other's. What is written follows yesterday's same hours where the history has them.
// The band: the 10th to 90th percentile of means over stretches of that past, reading and writing put together.
// Room-internal. Thread rule: none, pure function. Units: offsets per second, local ms.
#pragma once

#include <cstdint>
#include <optional>

#include "models/analysis/replay/line.h"

namespace tidemark {

enum class PaceState : std::uint8_t { draining, not_draining, stalled };

struct PaceQuestion {
  MarkLine read;                   // the group's offset since the replay began, not empty
  MarkLine written;                // what can be read, as far back as known; empty: unknown
  std::optional<std::int64_t> to;  // exclusive; none: to live, which moves with `written`
  LocalTime at;
  Millis interval{};  // between polls
  Millis usual{};     // between the group's commits before the replay; 0: not known
};

struct Pace {
  Known<PaceState> state = Reason::no_history;
  Known<double> read = Reason::no_history;   // as the forecast takes it
  Known<double> drain = Reason::no_history;  // the same less what is written; to an offset: the same
  Known<double> drain_2m = Reason::no_history;
  Known<double> drain_20m = Reason::no_history;
  Known<LocalTime> eta = Reason::no_history;
  Known<LocalTime> eta_lo = Reason::no_history;
  Known<LocalTime> eta_hi = Reason::no_history;  // ambiguous: it may not finish
};

Pace pace_of(const PaceQuestion& question);

}  // namespace tidemark
