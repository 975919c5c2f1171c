// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/race.h"

#include <algorithm>

namespace tidemark {
namespace {
constexpr Millis hour{3'600'000};
constexpr Millis grace{600'000};
constexpr double longest = 9e14;

double count(Millis time) { return static_cast<double>(time.count()); }
Millis millis(double time) { return Millis(static_cast<std::int64_t>(std::min(time, longest))); }

// A record below `offset` was written at or before `time`.
struct Deadline {
  double offset = 0;
  LocalTime time;
};

Known<LocalTime> by_floor(const RaceQuestion& question) {
  const MarkPoint* now = last_at(question.floor, question.at);
  if (!now) return Reason::never_polled;
  MarkLine recent;
  for (const MarkPoint& point : question.floor)
    if (point.at >= question.at - hour) recent.push_back(point);
  const MarkLine rises = rises_of(recent);
  if (rises.size() < 3) return Reason::no_history;  // one deletion of a segment is no slope
  // From its first rise to its last: it may have stood still before.
  const double pace = pace_between(rises, rises[1].at, rises.back().at);
  if (pace <= question.pace) return Reason::not_applicable;
  const auto ahead = static_cast<double>(std::max<std::int64_t>(0, question.at_offset - now->value));
  const Millis takes = millis(ahead / (pace - question.pace));
  // Through before it is there.
  if (question.pace > 0 && question.pace * count(takes) >= static_cast<double>(question.end - question.at_offset))
    return Reason::not_applicable;
  return question.at + takes;
}

// Ascending by offset: where the record at the group's offset stands, steps from there to where the history begins, and
// the history.
std::vector<Deadline> deadlines(const RaceQuestion& question) {
  std::vector<Deadline> out;
  const auto from = static_cast<double>(question.at_offset);
  if (question.age) {
    const LocalTime written = question.at - *question.age;
    out.push_back({from + 1, written});
    const MarkPoint* first = question.written.empty() ? nullptr : &question.written.front();
    if (first && static_cast<double>(first->value) > from + 1 && first->at > written) {
      constexpr int steps = 16;
      for (int i = 1; i < steps; ++i) {
        const double share = static_cast<double>(i) / steps;
        out.push_back({from + 1 + share * (static_cast<double>(first->value) - from - 1),
                       written + millis(share * count(first->at - written))});
      }
    }
  }
  for (const MarkPoint& point : question.written)
    if (static_cast<double>(point.value) > from) out.push_back({static_cast<double>(point.value), point.at});
  return out;
}

Known<LocalTime> by_time(const RaceQuestion& question) {
  if (!question.retention) return question.retention.reason();
  const auto end = static_cast<double>(question.end);
  for (const Deadline& record : deadlines(question)) {
    const double offset = std::min(record.offset, end);
    const LocalTime gone = record.time + *question.retention;
    const double ahead = offset - static_cast<double>(question.at_offset);
    const Millis takes = question.pace > 0 ? millis(ahead / question.pace) : millis(longest);
    const LocalTime read = question.at + takes;
    const bool last = record.offset >= end;
    const bool kept_still = gone <= question.at && !last;
    if (read > (kept_still ? question.at + grace : gone)) return std::max(gone, question.at);
    if (last) break;
  }
  const bool seen = question.age || (!question.written.empty() && question.written.front().value <= question.at_offset);
  return seen ? Reason::not_applicable : Reason::no_history;
}
}  // namespace

Known<LocalTime> overtaken_at(const RaceQuestion& question) {
  if (question.at_offset >= question.end) return Reason::not_applicable;
  const Known<LocalTime> floor = by_floor(question);
  const Known<LocalTime> time = by_time(question);
  if (floor && time) return std::min(*floor, *time);
  if (floor || time) return floor ? floor : time;
  // Without a rising floor nothing says more than the times do.
  return time.reason() == Reason::not_applicable || floor.reason() != Reason::not_applicable ? time : floor;
}

}  // namespace tidemark
