// SPDX-License-Identifier: GPL-3.0-or-later
// SampleSink: the port through which collectors hand over polls. They know nothing behind it.
// Thread rule: every member may be called from any thread.
#pragma once

#include "models/domain/result.h"
#include "models/domain/sample.h"

namespace tidemark {

class SampleSink {
 public:
  virtual ~SampleSink() = default;

  // The id of a lane or series, made on first use. Idempotent and cheap; keep the id.
  virtual LaneId lane(const LaneSpec& spec) = 0;
  virtual SeriesId series(LaneId lane, const SeriesSpec& spec) = 0;

  // Takes the poll, or returns false when the queue is full: the collector then skips its next poll and hands over the
  // Gap with the one after. A poll with fewer samples than its lane has living series leaves the others `never-polled`.
  virtual bool push(Poll poll) = 0;

  // How many polls wait. For tests and for the Sources page.
  virtual std::size_t backlog() const = 0;
};

}  // namespace tidemark
