// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/silence.h"

#include <algorithm>
#include <set>

namespace tidemark {
namespace {
constexpr Millis enough_history{3 * 86'400'000LL};
constexpr Millis habit_window{14 * 86'400'000LL};
constexpr std::string_view expect = "expect ";
constexpr int times_habit = 10;

bool is_quiet(const PartitionCase& partition) {
  const auto last = partition.window();
  return !last.empty() && last.front().high == last.back().high;
}

// The polls at which the end of any partition rose, and the first and last that saw one at all.
struct Rises {
  std::set<LocalTime> at;
  std::optional<LocalTime> first;
  std::optional<LocalTime> last;
};

Rises rises_of(const PathCase& of, LocalTime from) {
  Rises out;
  const Snapshot& snapshot = of.file->snapshot;
  for (const PartitionCase& partition : of.partitions)
    for (const std::size_t i : snapshot.find(partition.keys().high)) {
      const Column& column = snapshot.columns[i];
      const LaneInfo& lane = snapshot.lanes[column.lane];
      std::optional<std::int64_t> before;
      for (std::size_t poll = 0; poll < polls_until(lane, of.file->at); ++poll) {
        const LocalTime at = lane.polls[poll].wall;
        if (column.reasons[poll] != Reason::none || at < from) continue;
        if (before && column.values[poll] > *before) out.at.insert(at);
        before = column.values[poll];
        if (!out.first || at < *out.first) out.first = at;
        if (!out.last || at > *out.last) out.last = at;
      }
    }
  return out;
}

// The 99th percentile of the gaps between records; none without three days of them.
std::optional<Millis> habit_of(const PathCase& of) {
  constexpr std::size_t fewest = 30;
  constexpr double percentile = 0.99;
  if (of.file->at - of.file->snapshot.from < enough_history) return std::nullopt;
  const Rises rises = rises_of(of, of.file->at - habit_window);
  if (!rises.first || *rises.last - *rises.first < enough_history) return std::nullopt;
  std::vector<Millis> gaps;
  std::optional<LocalTime> before;
  for (const LocalTime at : rises.at) {
    if (before) gaps.push_back(at - *before);
    before = at;
  }
  if (gaps.size() < fewest) return std::nullopt;
  const auto place = gaps.begin() + static_cast<std::ptrdiff_t>(percentile * static_cast<double>(gaps.size() - 1));
  std::ranges::nth_element(gaps, place);
  return *place;
}
}  // namespace

std::optional<Silence> silence_of(const PathCase& of) {
  if (of.partitions.empty() || !std::ranges::all_of(of.partitions, is_quiet)) return std::nullopt;
  Silence out;
  for (const PartitionCase& partition : of.partitions) {
    const std::int64_t high = partition.polls.back().high;
    const Known<Crossing> rose =
        crossing_before(of.file->snapshot, partition.keys().high, Offset(high - 1), of.file->at);
    if (rose && (!out.since || rose->hi > *out.since)) out.since = rose->hi;
  }
  LocalTime begun = out.since.value_or(of.file->at);
  if (!out.since)
    if (const Rises all = rises_of(of, LocalTime::min()); all.first) begun = *all.first;
  out.at_least = of.file->at - begun;
  const ClassProfile* budget = of.path ? of.path->budget : nullptr;
  const std::string_view idle = budget ? std::string_view(budget->idle) : std::string_view("learn");
  if (idle.starts_with(expect)) {
    if (const auto longest = parse_duration(idle.substr(expect.size()))) out.limit = *longest;
  } else if (idle == "learn") {
    out.usual = habit_of(of);
    if (out.usual) out.limit = times_habit * *out.usual;
  }
  return out;
}

bool can_expect(const CaseFile& file) {
  if (std::ranges::any_of(file.profile.classes, [](const ClassProfile& c) { return c.idle.starts_with(expect); }))
    return true;
  return file.at - file.snapshot.from >= enough_history;
}

}  // namespace tidemark
