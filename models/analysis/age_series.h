// SPDX-License-Identifier: GPL-3.0-or-later
// The age of a group's oldest unread record in a partition at each poll of a window: stored ages where there are, else
// from when the high mark passed the offset. Room-internal. Thread rule: none, pure function. Units: ms.
#pragma once

#include <vector>

#include "models/analysis/marks.h"

namespace tidemark {

struct AgePoll {
  LocalTime at;
  std::int64_t mark = 0;  // the offset whose record's age it is
  Known<Millis> age = Reason::no_history;
  Millis error{};
  Millis interval{};  // at which it was polled
  Millis at_least{};  // what is certain where the age is not known: unread since before the history begins
};

struct AgeSeries {
  Millis interval{};  // of the lane that is polled at the end
  std::vector<AgePoll> polls;
};

// Polls of the group's lane, and of those that its source read it in before, with wall in [from, at].
AgeSeries age_series(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits, LocalTime from,
                     LocalTime at);

}  // namespace tidemark
