// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/line.h"

#include <algorithm>

namespace tidemark {

MarkLine mark_line(const Snapshot& snapshot, const SeriesKey& key, LocalTime until) {
  MarkLine line;
  for (const std::size_t index : snapshot.find(key)) {
    const Column& column = snapshot.columns[index];
    const auto& polls = snapshot.polls_of(column);
    for (std::size_t i = 0; i < column.values.size(); ++i)
      if (column.reasons[i] == Reason::none && polls[i].wall <= until)
        line.push_back({polls[i].wall, column.values[i]});
  }
  std::ranges::stable_sort(line, {}, &MarkPoint::at);
  const auto twice = std::ranges::unique(line, {}, &MarkPoint::at);
  line.erase(twice.begin(), twice.end());
  return line;
}

const MarkPoint* last_at(const MarkLine& line, LocalTime at) {
  const auto after = std::ranges::upper_bound(line, at, {}, &MarkPoint::at);
  return after == line.begin() ? nullptr : &*std::prev(after);
}

double value_at(const MarkLine& line, LocalTime at) {
  const auto after = std::ranges::upper_bound(line, at, {}, &MarkPoint::at);
  if (after == line.begin()) return static_cast<double>(line.front().value);
  const MarkPoint& lo = *std::prev(after);
  if (after == line.end()) return static_cast<double>(lo.value);
  const double share = static_cast<double>((at - lo.at).count()) / static_cast<double>((after->at - lo.at).count());
  return static_cast<double>(lo.value) + share * static_cast<double>(after->value - lo.value);
}

double pace_between(const MarkLine& line, LocalTime from, LocalTime to) {
  return (value_at(line, to) - value_at(line, from)) / static_cast<double>((to - from).count());
}

MarkLine rises_of(const MarkLine& line) {
  MarkLine rises;
  for (const MarkPoint& point : line)
    if (rises.empty() || point.value > rises.back().value) rises.push_back(point);
  return rises;
}

std::optional<Millis> usual_step(const MarkLine& rises) {
  if (rises.size() < 2) return std::nullopt;
  std::vector<Millis> steps;
  for (std::size_t i = 1; i < rises.size(); ++i) steps.emplace_back(rises[i].at - rises[i - 1].at);
  const auto middle = steps.begin() + std::ssize(steps) / 2;
  std::ranges::nth_element(steps, middle);
  return *middle;
}

}  // namespace tidemark
