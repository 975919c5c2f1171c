// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rising_mark.h"

#include <algorithm>

#include "models/analysis/lane_family.h"

namespace tidemark {

RisingMark::RisingMark(const Snapshot& snapshot, const SeriesKey& key) {
  const auto found = snapshot.find(key);
  if (found.empty()) return;
  // The lane that measured it most often answers best, with those that its source went on in.
  const Column& best = snapshot.columns[*std::ranges::max_element(
      found, {}, [&](std::size_t i) { return snapshot.columns[i].values.size(); })];
  const auto family = family_of(snapshot, best.lane, LocalTime::min(), LocalTime::max());
  const Column* column = nullptr;
  for (const FamilyPoll& poll : family_polls(snapshot, family, LocalTime::min(), LocalTime::max())) {
    if (!column || column->lane != poll.lane) column = column_in(snapshot, key, poll.lane);
    if (!column || column->reasons[poll.poll] != Reason::none) continue;
    const std::int64_t value = column->values[poll.poll];
    const bool fell = !points_.empty() && value < points_.back().value;
    points_.push_back({poll.wall, value, fell ? points_.size() : points_.empty() ? 0 : points_.back().stretch});
  }
}

AgePoll RisingMark::age(std::int64_t offset, LocalTime at) const {
  AgePoll out{.at = at, .mark = offset};
  const auto end = std::ranges::upper_bound(points_, at, {}, &Point::at);
  if (end == points_.begin()) return out;
  const auto begin = points_.begin() + static_cast<std::ptrdiff_t>((end - 1)->stretch);
  const auto above = std::upper_bound(begin, end, offset, [](std::int64_t o, const Point& p) { return o < p.value; });
  if (above == end) return out;
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

}  // namespace tidemark
