// SPDX-License-Identifier: GPL-3.0-or-later
// PastSearch: which times of one partition's past to look up. The offset of the first record at or after a time never
// falls as the time grows: where two look-ups agree, all between them do and need none; where they differ, the middle
// is asked. A partition that was written to for an hour of a day costs about an hour's look-ups. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/domain/known.h"

namespace tidemark {

class PastSearch final {
 public:
  explicit PastSearch(std::size_t points) : found_(points) {}

  // The points to look up next; none: all are found.
  std::vector<std::size_t> wanted();
  void learn(std::size_t point, const Known<std::int64_t>& first) { found_[point] = first; }
  // After the last round, by point: the first offset at or after its time.
  std::vector<Known<std::int64_t>> values() const;

 private:
  std::vector<std::optional<Known<std::int64_t>>> found_;
};

// What a partition says of its log as a whole.
struct PastLog {
  std::int64_t floor = 0;
  std::int64_t high = 0;
  // The look-up of a time before every record: the first record that is left; `no_such_record` where the cluster does
  // not look up times.
  std::int64_t oldest = 0;
};

// The high mark at a time, of the look-up of that time: all records before the answer are older. Where producers stamp
// the records, one that came late is counted at the time it was stamped with: an upper bound.
Known<std::int64_t> past_high(const Known<std::int64_t>& first, const PastLog& log);

}  // namespace tidemark
