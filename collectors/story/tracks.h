// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks: the values of a story's series poll by poll. A series that others follow keeps as much of its past as they
// look back; nothing else is kept, so a day of many series plays in little memory. Thread rule: none. Units: offsets;
// sums inside are 10^-9 records.
#pragma once

#include <random>
#include <vector>

#include "collectors/story/story.h"

namespace tidemark::story {

__extension__ typedef __int128 Exact;

class Tracks final {
 public:
  explicit Tracks(const Story& story);
  // To poll n; polls are visited in order, from 0.
  void advance(std::int64_t poll);
  // The value of series i at the present poll.
  Known<std::int64_t> value(std::size_t i) const;

 private:
  struct Value {
    Exact exact = 0;
    Reason reason = Reason::never_polled;
  };
  struct Track {
    Value now;
    std::size_t rate = 0;  // the last pair of rates or held values that holds, counted from 1
    std::mt19937_64 random;
    std::vector<Value> past;  // a ring; empty where nobody follows
    Value first;              // at poll 0
  };
  Value compute(std::size_t i, std::int64_t poll);
  Value followed(const Series& series, std::int64_t poll) const;
  Exact increment(std::size_t i, std::int64_t poll);

  const Story& story_;
  std::vector<std::size_t> order_;  // who is followed comes first
  std::vector<Track> tracks_;
};

// FNV-1a of the seed and a name: the seed of that name's noise.
std::uint64_t noise_seed(std::int64_t seed, std::string_view name);

// The word for a value that a story leaves open.
Reason unknown_reason(const Signal& signal);

}  // namespace tidemark::story
