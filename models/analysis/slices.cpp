// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/slices.h"

#include <algorithm>
#include <map>

namespace tidemark {
namespace {
constexpr std::int64_t minute = 60'000;

bool is_late(const AgePoll& poll, Millis target) {
  return poll.age ? *poll.age - poll.error > target : poll.at_least > target;
}

std::int64_t ceiling_minute(LocalTime time) { return (ms(time) + minute - 1) / minute; }

Known<double> share_of_budget(std::int64_t good, std::int64_t bad, double objective) {
  constexpr double all = 100;
  if (good + bad == 0) return Reason::no_history;
  if (objective >= all) return bad == 0 ? Known<double>(0.0) : Known<double>(Reason::not_applicable);
  return static_cast<double>(bad) / static_cast<double>(good + bad) / (1 - objective / all);
}
}  // namespace

SliceRun slices_of(const std::vector<AgeSeries>& partitions, Millis target, LocalTime from, LocalTime at) {
  Millis longest{0};
  for (const AgeSeries& series : partitions) longest = std::max(longest, series.interval);
  const std::int64_t first = ceiling_minute(from);
  const std::int64_t end = (ms(at) + longest.count()) / minute;
  if (end <= first) return {};
  struct Minute {
    std::int64_t present = 0;
    std::int64_t due = 0;
    bool bad = false;
  };
  const std::size_t count = static_cast<std::size_t>(end - first);
  std::vector<Minute> minutes(count);
  for (const AgeSeries& series : partitions) {
    std::vector<Millis> intervals(count, series.interval);  // at which it was polled in each minute
    for (const AgePoll& poll : series.polls) {
      const std::int64_t index = ms(poll.at) / minute - first;
      if (ms(poll.at) < first * minute || index >= std::ssize(minutes)) continue;
      Minute& slot = minutes[static_cast<std::size_t>(index)];
      slot.present += poll.age.known();
      slot.bad = slot.bad || is_late(poll, target);
      if (poll.interval > Millis(0)) intervals[static_cast<std::size_t>(index)] = poll.interval;
    }
    for (std::size_t i = 0; i < count; ++i)
      minutes[i].due += std::max<std::int64_t>(1, intervals[i].count() > 0 ? minute / intervals[i].count() : 1);
  }
  SliceRun slices{first, {}};
  for (const Minute& slot : minutes)
    slices.minutes.push_back(slot.bad                                       ? Slice::bad
                             : slot.present * 2 < slot.due || slot.due == 0 ? Slice::unknown
                                                                            : Slice::good);
  return slices;
}

Known<double> burn_rate(const std::vector<Slice>& slices, double objective, Millis window) {
  constexpr double enough = 0.9;
  const auto wanted = static_cast<std::ptrdiff_t>(window.count() / minute);
  const auto begin = slices.end() - std::min(wanted, std::ssize(slices));
  const auto good = std::count(begin, slices.end(), Slice::good);
  const auto bad = std::count(begin, slices.end(), Slice::bad);
  if (static_cast<double>(good + bad) < enough * static_cast<double>(wanted)) return Reason::no_history;
  return share_of_budget(good, bad, objective);
}

Known<double> budget_used(const std::vector<Slice>& slices, double objective) {
  return share_of_budget(std::ranges::count(slices, Slice::good), std::ranges::count(slices, Slice::bad), objective);
}

Known<LocalTime> late_since(const std::vector<AgeSeries>& partitions, Millis target) {
  std::map<LocalTime, bool> late;  // by poll; polls of which nothing is known are no part of a run
  for (const AgeSeries& series : partitions)
    for (const AgePoll& poll : series.polls)
      if (const bool is = is_late(poll, target); is || poll.age) late[poll.at] = late[poll.at] || is;
  if (late.empty() || !late.rbegin()->second) return late.empty() ? Reason::no_history : Reason::not_applicable;
  auto first = late.end();
  while (first != late.begin() && std::prev(first)->second) --first;
  if (first == late.begin()) return Reason::no_history;
  return first->first;
}

}  // namespace tidemark
