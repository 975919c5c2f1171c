// SPDX-License-Identifier: GPL-3.0-or-later
// SliceBook: the judged minutes of each path over the last days, gathered from windows as they are read, newest and
// older ones, so that a burn rate over three days needs no samples of three days in memory. Thread rule: none, the
// owner's. Units: whole minutes since the epoch.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "models/domain/time.h"

namespace tidemark {

// In the order of what is known better: a judgement with more of the history replaces the same minute's with less.
enum class Slice : std::uint8_t { unknown, good, bad };

struct SliceRun {
  std::int64_t first = 0;  // minute
  std::vector<Slice> minutes;
};

class SliceBook final {
 public:
  explicit SliceBook(Millis keeps) : keeps_(keeps.count() / 60'000) {}

  void put(const std::string& path, const SliceRun& run);
  // Up to the newest minute of the path. What was never put is unknown.
  std::vector<Slice> of(const std::string& path) const;
  // The same with its first minute.
  SliceRun numbered(const std::string& path) const;

 private:
  struct Kept {
    std::int64_t first = 0;
    std::deque<Slice> minutes;
  };

  std::int64_t keeps_;
  std::map<std::string, Kept, std::less<>> paths_;
};

}  // namespace tidemark
