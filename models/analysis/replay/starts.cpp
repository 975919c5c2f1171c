// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/analysis/marks.h"
#include "models/analysis/replay/found.h"

namespace tidemark {
namespace {
constexpr Millis around{60'000};   // the marks of one partition are read within a poll of each other
constexpr Millis unseen{120'000};  // how long a group must not have been there to be new

bool falls_around(const MarkLine& line, LocalTime lo, LocalTime hi) {
  for (std::size_t i = 1; i < line.size(); ++i)
    if (line[i].value < line[i - 1].value && line[i].at > lo - around && line[i - 1].at < hi + around) return true;
  return false;
}

// One partition's history of one group.
class Partition final {
 public:
  Partition(const Snapshot& snapshot, const GroupPartition& of, LocalTime until)
      : snapshot_(snapshot), keys_(of), until_(until), read_(mark_line(snapshot, keys_.committed, until)) {}

  // By the group's offsets alone.
  bool may_have_begun() const {
    if (read_.empty()) return false;
    const auto fell = [](const MarkPoint& a, const MarkPoint& b) { return b.value < a.value; };
    return std::ranges::adjacent_find(read_, fell) != read_.end() || last_without();
  }

  std::vector<ReplayStart> starts() {
    std::vector<ReplayStart> out;
    if (!may_have_begun()) return out;
    high_ = mark_line(snapshot_, keys_.high, until_);
    floor_ = mark_line(snapshot_, keys_.floor, until_);
    if (const auto start = of_new_group()) out.push_back(*start);
    for (std::size_t i = 1; i < read_.size(); ++i) {
      const MarkPoint& before = read_[i - 1];
      const MarkPoint& after = read_[i];
      if (after.value >= before.value || made_anew(before, after.at)) continue;
      const bool late_commit = i + 1 < read_.size() && read_[i + 1].value >= before.value;
      if (!late_commit) out.push_back({before.at, after.at, after.value, before.value});
    }
    return out;
  }

 private:
  bool made_anew(const MarkPoint& before, LocalTime after) const {
    if (falls_around(high_, before.at, after) || falls_around(floor_, before.at, after)) return true;
    const MarkPoint* end = last_at(high_, after + around);
    if (end && end->value < before.value) return true;
    for (const std::size_t index : snapshot_.find(keys_.high)) {
      const Column& column = snapshot_.columns[index];
      const auto& polls = snapshot_.polls_of(column);
      for (std::size_t i = 0; i < polls.size(); ++i)
        if (column.reasons[i] == Reason::deleted && polls[i].wall > before.at - around &&
            polls[i].wall < after + around)
          return true;
    }
    return false;
  }

  // When it was last looked for and not there, if it was looked for long enough.
  std::optional<LocalTime> last_without() const {
    const LocalTime first = read_.front().at;
    for (const std::size_t index : snapshot_.find(keys_.committed)) {
      const Column& column = snapshot_.columns[index];
      const auto& polls = snapshot_.polls_of(column);
      const auto seen = std::ranges::find(polls, first, &PollInfo::wall);
      if (seen == polls.end() || seen == polls.begin()) continue;
      const auto before = static_cast<std::size_t>(seen - polls.begin() - 1);
      const Reason reason = column.reasons[before];
      if (reason != Reason::no_commit && reason != Reason::never_polled) continue;
      if (first - polls.front().wall < unseen) continue;
      return polls[before].wall;
    }
    return std::nullopt;
  }

  std::optional<ReplayStart> of_new_group() const {
    const MarkPoint& first = read_.front();
    const auto without = last_without();
    const MarkPoint* end = last_at(high_, first.at);
    // A partition that is as new as the group has nothing that was missed.
    if (!without || !end || high_.front().at > *without) return std::nullopt;
    const MarkPoint* floor = last_at(floor_, first.at);
    const double step = static_cast<double>((first.at - *without).count());
    double pace = 0;
    constexpr std::size_t looked_at = 5;
    for (std::size_t i = 1; i < std::min(read_.size(), looked_at + 1); ++i)
      pace = std::max(pace, pace_between(read_, read_[i - 1].at, read_[i].at));
    constexpr double generous = 1.5, least_share = 0.01;
    const std::int64_t begin = floor ? floor->value : 0;
    const auto held = static_cast<double>(end->value - begin);
    const auto skipped = static_cast<double>(first.value - begin);
    if (skipped > std::max(generous * pace * step, least_share * held)) return std::nullopt;
    const LocalTime recent = std::max(high_.front().at, first.at - unseen);
    const double fresh = recent < end->at ? value_at(high_, end->at) - value_at(high_, recent) : 0;
    if (static_cast<double>(end->value - first.value) <= fresh) return std::nullopt;
    return ReplayStart{*without, first.at, begin, std::nullopt};
  }

  const Snapshot& snapshot_;
  const MarkKeys keys_;
  const LocalTime until_;
  const MarkLine read_;
  MarkLine high_, floor_;
};
}  // namespace

std::vector<ReplayStart> replay_starts(const Snapshot& snapshot, const ClusterName& cluster, const GroupId& group,
                                       const TopicPartition& partition, LocalTime until) {
  return Partition(snapshot, {cluster, group, partition}, until).starts();
}

bool may_have_begun(const Snapshot& snapshot, const ClusterName& cluster, const GroupId& group,
                    const TopicPartition& partition, LocalTime until) {
  return Partition(snapshot, {cluster, group, partition}, until).may_have_begun();
}

}  // namespace tidemark
