// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineWriter: the one owner of all writes and checkpoints of a timeline file. It is the SampleSink that collectors
// push to; one thread of its own takes polls from a bounded queue and commits when the queue drains or after 250 ms.
// Thread rule: SampleSink's members, flush() and stats() from any thread; open() and close() from one. The clock
// outlives the writer. Errors: a file that is not ours or too new is `damaged`; a second writer, a network file system,
// a full disk `storage`.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "models/domain/clock.h"
#include "models/domain/sink.h"

namespace tidemark {

// Hours are kept for ever, as long as the bytes allow: samples go first, then buckets of 5 min, then hours.
struct Retention {
  Millis raw = std::chrono::hours(24 * 30);
  Millis five_minutes = std::chrono::hours(24 * 365);
  std::int64_t max_bytes = 5'000'000'000;
  bool operator==(const Retention&) const = default;
};

struct Committed {
  SourceSpec source;
  std::string lane;
  std::int64_t seq = 0;  // of the poll
  LocalTime at;          // of the poll
  std::uint64_t generation = 0;
};

struct WriterOptions {
  std::optional<Retention> retention;      // stored in the file; none: what the file says, or is usual for a new one
  std::size_t queue_limit = 64;            // polls
  std::size_t queue_samples = 1'500'000;   // samples in them; a single poll may have more
  std::int64_t min_free_bytes = 64 << 20;  // below this much room on the disk nothing is stored
  std::int64_t ballast_bytes = 0;          // room that is held to be let go when there is no more
  // Older blocks are kept in the densest form, which takes longer to read.
  Millis dense_after = std::chrono::hours(48);
  // Called on the writer's thread after each commit, once per poll in it: what is reported here survives kill -9.
  std::function<void(const Committed&)> on_commit;
  // Called on the writer's thread when polls begin to be lost, with the reason, and when they are stored again.
  std::function<void(const std::string& line, bool warning)> say;
  bool must_not_exist = false;  // `import` without --append
};

struct WriterStats {
  std::uint64_t generation = 0;  // rises by one per commit
  std::int64_t polls = 0;
  std::int64_t file_bytes = 0;
  std::int64_t wal_bytes = 0;
  bool busy = false;  // upkeep waits or may wait: blocks to seal, buckets to make
  std::string error;  // the last one; empty while all is well
};

class TimelineWriter : public SampleSink {
 public:
  static Result<std::unique_ptr<TimelineWriter>> open(const std::string& path, WriterOptions options,
                                                      const Clock& clock);

  // Waits until everything pushed before is committed; the first error since the last flush, if there was one.
  virtual Result<> flush() = 0;
  virtual WriterStats stats() const = 0;
  // Commits what waits, checkpoints, closes. The destructor does the same and drops the error.
  virtual Result<> close() = 0;
};

}  // namespace tidemark
