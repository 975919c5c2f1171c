// SPDX-License-Identifier: GPL-3.0-or-later
// LagClass: why a consumer lags, judged from what is known of its rates, its sink and itself. What a state says (nobody
// there, paused, failed, stuck, rebalancing) comes before what rates say; a slow sink before a saturated consumer, both
// before a burst of the producers; a load that is uneven is told as such, because neither sink nor consumer is full.
// Thread rule: none, pure function. Units: records per second.
#pragma once

#include <optional>
#include <string_view>

#include "models/domain/known.h"
#include "models/domain/words.h"

namespace tidemark {

enum class LagClass : std::uint8_t {
  current,  // nothing waits for longer than the group's own rounds explain
  no_consumer,
  paused,
  failed,
  stuck,
  rebalancing,
  uneven,  // one partition or one member has most of the work
  sink_bound,
  consumer_bound,
  producer_burst,
  unknown,
};
std::string_view word(LagClass kind);

struct LagEvidence {
  bool lags = false;
  std::optional<LagClass> state;  // what a state says
  bool uneven = false;
  Known<double> produced = Reason::no_history;  // now, all partitions together
  Known<double> read = Reason::no_history;
  // Now over what it was before it last rose by half or more; 1: it did not rise.
  Known<double> burst = Reason::no_history;
  bool burst_is_over = false;  // it rose and fell again, and what it left is still there
  bool read_fell = false;      // against its own earlier level …
  bool read_holds = false;     // … or is at nine tenths of it or more
  bool steady = false;         // within a tenth for w
  bool grows = false;          // what waits, over w
  bool everywhere = false;     // on all partitions that get records
  Known<bool> stable_group = Reason::never_polled;
  // Of the sink: latency up by half or more; and whether that began no later than reads fell.
  Known<bool> sink_slow = Reason::never_polled;
  bool sink_first = false;
  bool sink_is_own = true;  // it is known to be this path's
  Known<bool> queue_full = Reason::never_polled;
  Known<bool> cpu_high = Reason::never_polled;
  Known<bool> polls_late = Reason::never_polled;  // the time between two polls of the consumer is up
};

struct LagJudgement {
  LagClass kind = LagClass::unknown;
  Confidence confidence = Confidence::low;
};
LagJudgement judge_lag(const LagEvidence& evidence);

}  // namespace tidemark
