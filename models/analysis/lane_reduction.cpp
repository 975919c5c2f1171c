// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lane_reduction.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tidemark {
namespace {
constexpr std::size_t points_of_a_column = 4;

class Columns final {
 public:
  Columns(LocalTime from, LocalTime to, int count)
      : from_(from),
        width_(static_cast<double>((to - from).count()) / count),
        count_(static_cast<std::size_t>(count)) {}
  std::size_t count() const { return count_; }
  bool within(Millis span) const { return static_cast<double>(span.count()) < width_; }
  std::int64_t of(LocalTime at) const {
    return static_cast<std::int64_t>(std::floor(static_cast<double>((at - from_).count()) / width_));
  }

 private:
  LocalTime from_;
  double width_;
  std::size_t count_;
};

// Of points that share a column.
void append_run(std::span<const LanePoint> run, std::vector<LanePoint>& out) {
  const auto [low, high] = std::ranges::minmax_element(run, {}, &LanePoint::value);
  std::array kept{run.begin(), std::min(low, high), std::max(low, high), run.end() - 1};
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (i == 0 || kept[i] != kept[i - 1]) out.push_back(*kept[i]);
}

// A break within a column is narrower than can be seen; one at its edge is kept with the first point.
std::vector<LanePoint> reduced(const std::vector<LanePoint>& line, const Columns& columns) {
  std::vector<LanePoint> out;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i + 1;
    while (end < line.size() && columns.of(line[end].at) == columns.of(line[i].at)) ++end;
    append_run(std::span(line).subspan(i, end - i), out);
    i = end;
  }
  return out;
}

int loudness(const EventRow& event) { return event.severity == "error" ? 2 : event.severity == "warn" ? 1 : 0; }

// Keeps of each run of neighbours that share a column the one that says most; `time` and `weight` of an element.
template <class T, class Time, class Weight>
void thin(std::vector<T>& all, const Columns& columns, Time&& time, Weight&& weight) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (kept > 0 && columns.of(time(all[kept - 1])) == columns.of(time(all[i]))) {
      if (weight(all[i]) > weight(all[kept - 1])) std::swap(all[kept - 1], all[i]);
      continue;
    }
    if (kept != i) std::swap(all[kept], all[i]);
    ++kept;
  }
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept), all.end());
}
}  // namespace

void reduce_lane(IncidentLane& lane, LocalTime from, LocalTime to, int columns) {
  if (columns < 1 || to <= from) return;
  const Columns of(from, to, columns);
  if (lane.line.size() > points_of_a_column * of.count()) lane.line = reduced(lane.line, of);
  if (lane.events.size() > of.count()) thin(lane.events, of, [](const EventRow& row) { return row.at; }, loudness);
  const auto narrow = [&](const LaneBand& band) { return of.within(band.to - band.from); };
  if (lane.bands.size() > of.count())
    thin(
        lane.bands, of, [](const LaneBand& band) { return band.from; },
        [&](const LaneBand& band) { return !narrow(band)              ? 2
                                           : band.bad.value_or(false) ? 1
                                                                      : 0; });
}

}  // namespace tidemark
