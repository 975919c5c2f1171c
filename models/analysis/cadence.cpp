// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/cadence.h"

#include <algorithm>
#include <cstdlib>

namespace tidemark {
namespace {
constexpr Millis assumed_sla{600'000};
constexpr std::size_t intervals_counted = 20;
constexpr std::size_t fewest_intervals = 2;

// Several snapshots of one cycle are one landing.
Known<Millis> median_of(const TableCommits& commits) {
  std::vector<std::int64_t> times;
  std::string cycle;
  for (auto seen = commits.all.rbegin(); seen != commits.all.rend() && times.size() <= intervals_counted; ++seen) {
    const TableCommit& commit = (*seen)->commit;
    if (is_housekeeping(commit) || (!commit.commit_id.empty() && commit.commit_id == cycle)) continue;
    cycle = commit.commit_id;
    times.push_back(commit_ms(**seen));
  }
  if (times.size() < fewest_intervals + 1) return Reason::no_history;
  std::vector<std::int64_t> intervals;
  for (std::size_t i = 1; i < times.size(); ++i) intervals.push_back(std::abs(times[i - 1] - times[i]));
  const auto middle = intervals.begin() + static_cast<std::ptrdiff_t>(intervals.size() / 2);
  std::ranges::nth_element(intervals, middle);
  if (intervals.size() % 2 == 1) return Millis(*middle);
  const std::int64_t below = *std::max_element(intervals.begin(), middle);
  return Millis(below + (*middle - below) / 2);
}
}  // namespace

Cadence cadence_of(const TableInfo& table) {
  Cadence cadence;
  cadence.median = median_of(table.commits);
  cadence.configured =
      table.interval.map([&](Millis interval) { return interval + table.timeout.value_or(Millis(0)); });
  const Millis longest = std::max(cadence.median.value_or(Millis(0)), cadence.configured.value_or(Millis(0)));
  cadence.assumed = longest <= Millis(0);
  cadence.sla = cadence.assumed ? assumed_sla : 2 * longest;
  return cadence;
}

}  // namespace tidemark
