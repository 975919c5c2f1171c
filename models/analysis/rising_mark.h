// SPDX-License-Identifier: GPL-3.0-or-later
// RisingMark: when the high mark of a partition passed each offset, as the polls of a snapshot show it. Room-internal.
// Thread rule: none. Units: offsets, ms.
#pragma once

#include <vector>

#include "models/analysis/age_series.h"

namespace tidemark {

class RisingMark final {
 public:
  RisingMark(const Snapshot& snapshot, const SeriesKey& key);

  // The age at `at` of the record at `offset`: `no-history` where it is not written yet as far as this mark tells, and
  // where it was there before the first poll, whose time is then what is certain.
  AgePoll age(std::int64_t offset, LocalTime at) const;

 private:
  struct Point {
    LocalTime at;
    std::int64_t value;
    std::size_t stretch;  // where its stretch begins: the history is cut where the mark fell
  };
  std::vector<Point> points_;
};

}  // namespace tidemark
