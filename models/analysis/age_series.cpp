// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/age_series.h"

#include <algorithm>

namespace tidemark {
namespace {
// The high mark's history of one partition, cut where it fell: within a stretch it only rises.
class RisingMark final {
 public:
  RisingMark(const Snapshot& snapshot, const SeriesKey& key) {
    const auto found = snapshot.find(key);
    if (found.empty()) return;
    // The lane that measured it most often answers best.
    const Column& best = snapshot.columns[*std::ranges::max_element(
        found, {}, [&](std::size_t i) { return snapshot.columns[i].values.size(); })];
    const auto& polls = snapshot.polls_of(best);
    for (std::size_t i = 0; i < best.values.size(); ++i) {
      if (best.reasons[i] != Reason::none) continue;
      const bool fell = !points_.empty() && best.values[i] < points_.back().value;
      points_.push_back({polls[i].wall, best.values[i],
                         fell              ? points_.size()
                         : points_.empty() ? 0
                                           : points_.back().stretch});
    }
  }

  // The age at `at` of the record at `offset`.
  AgePoll age(std::int64_t offset, LocalTime at) const {
    AgePoll out{at, Reason::no_history, Millis(0), Millis(0)};
    const auto end = std::ranges::upper_bound(points_, at, {}, &Point::at);
    if (end == points_.begin()) return out;
    const auto begin = points_.begin() + static_cast<std::ptrdiff_t>((end - 1)->stretch);
    const auto above = std::upper_bound(begin, end, offset, [](std::int64_t o, const Point& p) { return o < p.value; });
    if (above == end) return out;  // not written yet as far as this mark tells
    if (above == begin) {
      if (begin == points_.begin()) out.at_least = at - begin->at;
      return out;
    }
    const Point& lo = *(above - 1);
    const double share = static_cast<double>(offset + 1 - lo.value) / static_cast<double>(above->value - lo.value);
    const auto into = static_cast<std::int64_t>(share * static_cast<double>((above->at - lo.at).count()));
    out.age = std::max(Millis(0), Millis(at - lo.at - Millis(into)));
    out.error = above->at - lo.at;
    return out;
  }

 private:
  struct Point {
    LocalTime at;
    std::int64_t value;
    std::size_t stretch;  // where its stretch begins
  };
  std::vector<Point> points_;
};
}  // namespace

AgeSeries age_series(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits, LocalTime from,
                     LocalTime at) {
  AgeSeries out;
  const std::optional<std::size_t> lane = lane_of(snapshot, keys.committed, at);
  if (!lane) return out;
  out.interval = snapshot.lanes[*lane].interval;
  const Column* ages = column_in(snapshot, keys.age, *lane);
  const Column* errors = column_in(snapshot, keys.age_error, *lane);
  const RisingMark high(snapshot, keys.high);
  for (const MarkPoll& poll : mark_polls(snapshot, keys, traits, at, snapshot.lanes[*lane].polls.size())) {
    if (poll.at < from) continue;
    const Known<std::int64_t> stored = ages ? ages->at(poll.index) : Reason::never_polled;
    if (poll.only_residue) {
      out.polls.push_back({poll.at, Millis(0), Millis(0), Millis(0)});
    } else if (stored) {
      const std::int64_t error = errors ? errors->at(poll.index).value_or(0) : 0;
      out.polls.push_back({poll.at, Millis(*stored), Millis(error), Millis(0)});
    } else {
      out.polls.push_back(high.age(poll.committed, poll.at));
    }
  }
  return out;
}

}  // namespace tidemark
