// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/marks.h"

#include <algorithm>

#include "models/analysis/lane_family.h"
#include "models/analysis/scope.h"

namespace tidemark {

MarkKeys::MarkKeys(const GroupPartition& of) {
  const Object partition = object::partition(of.partition);
  floor = {of.cluster, signal::floor, partition};
  committed = {of.cluster, signal::group(of.group), partition};
  stable = {of.cluster, signal::stable, partition};
  high = {of.cluster, signal::high, partition};
  residue = {of.cluster, signal::residue(of.group), partition};
  age = {of.cluster, signal::age(of.group), partition};
  age_error = {of.cluster, signal::age_error(of.group), partition};
}

TopicTraits traits_at(const Snapshot& snapshot, const ClusterName& cluster, const TopicName& topic, LocalTime at) {
  TopicTraits traits;
  const Object object = object::topic(topic);
  if (const StateSpan* role = snapshot.state_at(cluster, object, aspect::role, at)) {
    const auto roles = entries(*role->value);
    traits.transactional = std::ranges::find(roles, "transactional") != roles.end();
  }
  static const std::string cleanup = std::string(aspect::config_prefix) + "cleanup.policy";
  if (const StateSpan* policy = snapshot.state_at(cluster, object, cleanup, at))
    traits.compacted = policy->value->find("compact") != std::string::npos;
  return traits;
}

std::optional<std::size_t> lane_of(const Snapshot& snapshot, const SeriesKey& key, LocalTime at) {
  if (const Known<Measured> newest = snapshot.at(key, at)) return newest->lane;
  std::optional<std::size_t> lane;
  LocalTime last = LocalTime::min();
  for (const std::size_t i : snapshot.find(key)) {
    const Column& column = snapshot.columns[i];
    const auto& polls = snapshot.polls_of(column);
    for (std::size_t poll = polls_until(snapshot.lanes[column.lane], at); poll-- > 0;) {
      if (column.reasons[poll] != Reason::none) continue;
      if (polls[poll].wall >= last) lane = column.lane;
      last = std::max(last, polls[poll].wall);
      break;
    }
  }
  return lane;
}

namespace {
// The value of a series at the time of a poll: of the same poll where its lane reads it, else of the lane that does.
class Beside final {
 public:
  Beside(const Snapshot& snapshot, const SeriesKey& key, std::size_t lane)
      : snapshot_(snapshot), key_(key), column_(column_in(snapshot, key, lane)), exists_(!snapshot.find(key).empty()) {}
  Known<std::int64_t> at(std::size_t poll, LocalTime wall) const {
    if (!exists_) return Reason::never_polled;
    if (column_ && column_->reasons[poll] != Reason::never_polled && column_->reasons[poll] != Reason::not_probed)
      return column_->at(poll);
    return value_of(snapshot_.at(key_, wall));
  }

 private:
  const Snapshot& snapshot_;
  const SeriesKey& key_;
  const Column* column_;
  bool exists_;
};

bool is_last_marker(const TopicTraits& traits, std::int64_t committed, std::int64_t readable, std::int64_t high) {
  return traits.transactional.value_or(false) && readable == high && high - committed == 1;
}
}  // namespace

namespace {
// The newest ones of one lane.
void add_polls(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits, std::size_t of, LocalTime at,
               std::size_t limit, std::vector<MarkPoll>& out) {
  const Column* group = column_in(snapshot, keys.committed, of);
  if (!group) return;
  const LaneInfo& lane = snapshot.lanes[of];
  const Beside high(snapshot, keys.high, of);
  const Beside stable(snapshot, keys.stable, of);
  const Beside residue(snapshot, keys.residue, of);
  std::size_t found = 0;
  for (std::size_t i = polls_until(lane, at); i-- > 0 && found < limit;) {
    if (group->reasons[i] != Reason::none) continue;
    const LocalTime wall = lane.polls[i].wall;
    const Known<std::int64_t> end = high.at(i, wall);
    if (!end || *end < group->values[i]) continue;
    MarkPoll poll{wall, group->values[i], *end, stable.at(i, wall).value_or(*end), false, of, i};
    const Known<std::int64_t> probed = residue.at(i, wall);
    poll.only_residue = poll.committed >= poll.readable || (probed && hides_nothing(static_cast<Residue>(*probed))) ||
                        is_last_marker(traits, poll.committed, poll.readable, poll.high);
    out.push_back(poll);
    ++found;
  }
}
}  // namespace

std::vector<MarkPoll> mark_polls(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits,
                                 LocalTime at, std::size_t limit) {
  std::vector<MarkPoll> out;
  const std::optional<std::size_t> index = lane_of(snapshot, keys.committed, at);
  if (!index) return out;
  for (const std::size_t lane : family_of(snapshot, *index, LocalTime::min(), at))
    add_polls(snapshot, keys, traits, lane, at, limit, out);
  std::ranges::stable_sort(out, {}, &MarkPoll::at);
  if (out.size() > limit) out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(limit));
  return out;
}

Known<Residue> residue_at(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits, LocalTime at) {
  constexpr std::size_t constant_polls = 3;
  constexpr std::int64_t largest_probed = 100;
  const Known<std::int64_t> committed = value_of(read_at(snapshot, keys.committed, at));
  if (!committed) return committed.reason();
  const Known<std::int64_t> high = value_of(read_at(snapshot, keys.high, at));
  if (!high) return high.reason();
  if (*committed > *high) return Reason::ambiguous;
  if (*committed == *high) return Residue::none;
  const Known<Measured> probed = snapshot.at(keys.residue, at);
  if (probed && probed->value >= 0 && probed->value <= static_cast<std::int64_t>(Residue::unknown))
    return static_cast<Residue>(probed->value);
  const Known<std::int64_t> stable = value_of(read_at(snapshot, keys.stable, at));
  if (is_last_marker(traits, *committed, stable.value_or(*high), *high)) return Residue::markers;
  const auto polls = mark_polls(snapshot, keys, traits, at, constant_polls);
  const bool enough = polls.size() == constant_polls;
  if (enough && stable && *committed >= *stable &&
      std::ranges::all_of(polls, [&](const MarkPoll& p) { return p.readable == *stable && p.high > *stable; }))
    return Residue::open_txn;
  if (!probed && probed.reason() != Reason::never_polled) return probed.reason();
  // Where a probe would tell, but nobody may read records.
  const std::int64_t gap = *high - *committed;
  const bool constant = std::ranges::all_of(polls, [&](const MarkPoll& p) { return p.high - p.committed == gap; });
  return enough && constant && gap <= largest_probed ? Reason::no_permission : Reason::not_probed;
}

}  // namespace tidemark
