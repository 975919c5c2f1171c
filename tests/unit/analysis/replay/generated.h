// SPDX-License-Identifier: GPL-3.0-or-later
// Replays made up from a seed: what is written (noise, bursts, a daily shape) and what is read (noise, pauses, a
// throttle), record by record known, so that the end of the replay is known too. The same seed, the same replay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tidemark::test {

struct Generated {
  std::int64_t step_ms = 10'000;
  std::int64_t begins = 0;              // the poll at which the offsets have fallen
  std::optional<std::int64_t> through;  // the poll at which all partitions are through
  bool to_live = false;
  std::vector<std::vector<std::int64_t>> high, group;  // by partition, then poll
  std::vector<std::int64_t> to;                        // where the group was, by partition

  std::int64_t polls() const { return static_cast<std::int64_t>(high.front().size()); }
  // Records read of all records, as far as known at a poll.
  double share(std::int64_t poll) const;
  // Of topic "orders" and group "backfill", with further members of the story. `kept`: the polls after which retention
  // takes a record; 0: never.
  std::string story(std::int64_t kept = 0, const std::string& more = {}) const;
};

struct Shape {
  std::uint64_t seed = 0;
  bool to_live = false;
  bool bursts = false;    // of what is written
  bool daily = false;     // a day's shape, with yesterday in the history
  bool pauses = false;    // of the reader
  bool throttle = false;  // set somewhere before half way, for good
  double speed = 3;       // of reading, in what is written on average
};
Generated generated(const Shape& shape);

}  // namespace tidemark::test
