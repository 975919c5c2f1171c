// SPDX-License-Identifier: GPL-3.0-or-later
// TimeIndex: what is known of one partition about f(T), the offset of the first record whose timestamp is T or later.
// f never falls with T and never changes for offsets that were there (later records only have higher offsets), so a few
// points bracket the timestamp of any record for good: a stuck consumer needs no further look-up. With timestamps that
// are out of order, the time found for an offset is the latest timestamp up to it. Value type; no thread rule. Units:
// ms since the epoch, offsets.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace tidemark {

class TimeIndex final {
 public:
  struct Point {
    std::int64_t time = 0;
    std::int64_t first = 0;
  };
  // The record's timestamp is at or after lo->time and before hi->time.
  struct Bracket {
    std::optional<Point> lo;
    std::optional<Point> hi;
  };

  // The answer of a look-up: f(time) = first.
  void learn(std::int64_t time, std::int64_t first);
  // "No such record": all records below `high`, read before the look-up, are older than `time`.
  void learn_none(std::int64_t time, std::int64_t high);
  Bracket around(std::int64_t offset) const;
  // Drops the points that bracket none of these offsets, but for the newest few. Bounded memory.
  void keep(std::span<const std::int64_t> offsets);
  std::size_t size() const { return points_.size(); }

 private:
  struct Known {
    std::int64_t first = 0;
    bool exact = false;  // else f(time) is at least `first`
  };
  using Points = std::map<std::int64_t, Known>;
  void add(std::int64_t time, Known known);

  Points points_;
};

// The log's end over the last polls, thinned out with age: about when was an offset written? A hint only.
class HighHistory final {
 public:
  void add(std::int64_t wall, std::int64_t high);
  std::optional<std::int64_t> written(std::int64_t offset) const;

 private:
  static constexpr std::size_t most = 24;
  struct Point {
    std::int64_t wall;
    std::int64_t high;
  };
  std::vector<Point> points_;
};

}  // namespace tidemark
