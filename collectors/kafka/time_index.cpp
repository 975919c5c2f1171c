// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/time_index.h"

#include <algorithm>
#include <set>
#include <vector>

namespace tidemark {
namespace {
constexpr std::size_t newest_kept = 6;
}

void TimeIndex::add(std::int64_t time, Known known) {
  // What contradicts the newest answer is of a log that is no more (the topic was made anew, records were cut off).
  std::erase_if(points_, [&](const auto& point) {
    const auto& [at, other] = point;
    if (at < time) return other.first > known.first && known.exact;
    if (at > time) return other.exact && other.first < known.first;
    return false;
  });
  points_[time] = known;
}

void TimeIndex::learn(std::int64_t time, std::int64_t first) { add(time, {first, true}); }

void TimeIndex::learn_none(std::int64_t time, std::int64_t high) {
  const auto found = points_.find(time);
  if (found != points_.end() && found->second.first >= high) return;
  add(time, {high, false});
}

TimeIndex::Bracket TimeIndex::around(std::int64_t offset) const {
  Bracket bracket;
  for (const auto& [time, known] : points_) {
    if (known.first > offset) {
      if (!bracket.hi) bracket.hi = Point{time, known.first};
    } else if (known.exact) {
      bracket.lo = Point{time, known.first};
    }
  }
  return bracket;
}

void TimeIndex::keep(std::span<const std::int64_t> offsets) {
  std::set<std::int64_t> wanted;
  for (const auto offset : offsets) {
    const auto bracket = around(offset);
    if (bracket.lo) wanted.insert(bracket.lo->time);
    if (bracket.hi) wanted.insert(bracket.hi->time);
  }
  std::size_t newest = 0;
  for (auto point = points_.rbegin(); point != points_.rend() && newest < newest_kept; ++point, ++newest)
    wanted.insert(point->first);
  std::erase_if(points_, [&](const auto& point) { return !wanted.contains(point.first); });
}

void HighHistory::add(std::int64_t wall, std::int64_t high) {
  if (!points_.empty() && (high < points_.back().high || wall <= points_.back().wall)) points_.clear();
  // While nothing is written, the last point slides: the next record comes after it.
  if (points_.size() >= 2 && points_.back().high == high && points_[points_.size() - 2].high == high)
    points_.back().wall = wall;
  else
    points_.push_back({wall, high});
  if (points_.size() <= most) return;
  std::vector<Point> thinned;
  for (std::size_t i = 0; i < points_.size(); ++i)
    if (i % 2 == 0 || i > most / 2) thinned.push_back(points_[i]);
  points_ = std::move(thinned);
}

std::optional<std::int64_t> HighHistory::written(std::int64_t offset) const {
  const auto after = std::ranges::find_if(points_, [&](const Point& point) { return point.high > offset; });
  if (after == points_.begin() || after == points_.end()) return std::nullopt;
  const auto before = std::prev(after);
  const double share =
      (static_cast<double>(offset - before->high) + 0.5) / static_cast<double>(after->high - before->high);
  return before->wall + static_cast<std::int64_t>(share * static_cast<double>(after->wall - before->wall));
}

}  // namespace tidemark
