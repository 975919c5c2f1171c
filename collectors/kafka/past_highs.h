// SPDX-License-Identifier: GPL-3.0-or-later
// The high marks of a cluster's partitions at past times, found by look-ups of offsets by time. No record is read.
// Thread rule: one thread. Units: local ms (the times are asked on the brokers' clocks or the producers'), offsets.
// Errors: `cancelled`, and those of Session.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "collectors/core/past_grid.h"
#include "collectors/core/past_lane.h"
#include "collectors/kafka/session.h"

namespace tidemark {

struct PastMark {
  TopicPartition partition;
  std::vector<Known<std::int64_t>> values;  // by point
};

struct PastHighs {
  PastGrid grid;
  std::vector<PastMark> marks;
  PastAccount account;
  std::size_t look_ups = 0;
};

// Told how many look-ups were made.
using PastProgress = std::function<void(std::size_t done)>;

// After begin_sweep() of the session.
Result<PastHighs> read_past_highs(Session& session, LocalTime from, LocalTime to, const std::stop_token& stop,
                                  const PastProgress& progress);

}  // namespace tidemark
