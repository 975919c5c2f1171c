// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/landed/high_log.h"

#include <algorithm>

namespace tidemark {
namespace {
// Polls came before the first one that read it, and knew of no such partition.
bool born_while_read(const Column& column) {
  const auto first = std::ranges::find(column.reasons, Reason::none);
  return first != column.reasons.begin() && first != column.reasons.end() &&
         std::all_of(column.reasons.begin(), first, [](Reason reason) { return reason == Reason::never_polled; });
}
}  // namespace

HighLog::HighLog(const Snapshot& snapshot, const ClusterName& cluster, const TopicPartition& partition) {
  std::optional<LocalTime> earliest;
  for (const std::size_t i : snapshot.find({cluster, signal::high, object::partition(partition)})) {
    const Column& column = snapshot.columns[i];
    const auto& polls = snapshot.polls_of(column);
    const auto first = std::ranges::find(column.reasons, Reason::none);
    if (first != column.reasons.end()) {
      const LocalTime at = polls[static_cast<std::size_t>(first - column.reasons.begin())].wall;
      if (!earliest || at < *earliest) appeared_ = born_while_read(column);
      earliest = std::min(at, earliest.value_or(at));
    }
    for (std::size_t poll = 0; poll < polls.size(); ++poll)
      if (column.reasons[poll] == Reason::none)
        samples_.push_back({polls[poll].wall, polls[poll].wall + polls[poll].took, column.values[poll],
                            snapshot.lanes[column.lane].interval});
  }
  std::ranges::stable_sort(samples_, {}, &Taken::begin);
  // Lanes read at once see ends that differ a little; what was begun after another one had ended is the newer one.
  for (std::size_t i = 0; i < samples_.size(); ++i) {
    if (i > 0 && samples_[i].value < samples_[i - 1].value && samples_[i].begin >= samples_[i - 1].end) fell_ = true;
  }
}

std::optional<std::int64_t> HighLog::before(LocalTime at) const {
  const auto next = std::ranges::partition_point(samples_, [&](const Taken& s) { return s.end <= at; });
  return next == samples_.begin() ? std::nullopt : std::optional(std::prev(next)->value);
}

std::optional<std::int64_t> HighLog::after(LocalTime at) const {
  const auto next = std::ranges::partition_point(samples_, [&](const Taken& s) { return s.begin < at; });
  return next == samples_.end() ? std::nullopt : std::optional(next->value);
}

std::optional<LocalTime> HighLog::first_read() const {
  return samples_.empty() ? std::nullopt : std::optional(samples_.front().end);
}

bool HighLog::reaches(LocalTime at) const {
  constexpr int missed = 3;  // intervals
  return !samples_.empty() && samples_.back().end + missed * samples_.back().interval >= at;
}

}  // namespace tidemark
