// SPDX-License-Identifier: GPL-3.0-or-later
// The fast lane: a few pinned partitions, with all groups that have an offset there, between the ordinary sweeps.
#include <algorithm>

#include "collectors/kafka/sweep.h"

namespace tidemark {
namespace {
constexpr std::size_t most_pinned = 200;
const std::string records = "records";
}  // namespace

void Sweep::pin(std::vector<TopicPartition> partitions) {
  std::ranges::sort(partitions);
  const auto doubles = std::ranges::unique(partitions);
  partitions.erase(doubles.begin(), doubles.end());
  if (partitions.size() > most_pinned) partitions.resize(most_pinned);
  const std::lock_guard lock(mutex_);
  pinned_ = std::move(partitions);
}

bool Sweep::has_pinned() const {
  const std::lock_guard lock(mutex_);
  return !pinned_.empty();
}

void Sweep::run_fast(std::stop_token stop, const Tick& tick) {
  std::vector<TopicPartition> pinned;
  {
    const std::lock_guard lock(mutex_);
    pinned = pinned_;
  }
  fast_.poll = fast_.lane.begin(tick);
  if (!fast_.poll) return;
  const auto before = cost_now();
  session_->begin_fast_sweep(stop);
  // Only the pinned topics, whole: groups are asked for their partitions by name.
  Topology topology;
  for (const auto& tp : pinned)
    if (const auto found = session_->topology()->topics.find(tp.topic.value());
        found != session_->topology()->topics.end())
      topology.topics.insert(*found);
  const auto commits = fast_commits(topology);
  const auto stables = session_->some(pinned, Isolation::read_committed);
  const auto highs = session_->some(pinned, Isolation::read_uncommitted);
  if (stop.stop_requested()) return;
  for (const auto& [topic, values] : highs) fast_.marks.put(*fast_.poll, signal::high, topic, values, records);
  for (const auto& [topic, values] : stables) fast_.marks.put(*fast_.poll, signal::stable, topic, values, records);
  for (const auto& group : commits) put_fast_group(group, pinned);
  charge(fast_, before, cost_now());
  fast_.marks.bury(*fast_.poll);
  fast_.lane.push(std::move(*fast_.poll), tick);
  fast_.poll.reset();
  load_ = since(tick);
}

std::vector<GroupCommits> Sweep::fast_commits(const Topology& topology) {
  std::vector<CommitReader::Request> requests;
  for (const auto& [name, group] : roster_.groups()) {
    const bool concerned = std::ranges::any_of(
        topology.topics, [&](const auto& topic) { return group.ever_committed.contains(topic.first); });
    if (concerned) requests.push_back({name, true});
  }
  return session_->commits(requests, topology, session_->call_timeout() * 2);
}

void Sweep::put_fast_group(const GroupCommits& commits, const std::vector<TopicPartition>& pinned) {
  Marks values;
  for (const auto& tp : pinned) {
    const auto index = static_cast<std::size_t>(tp.partition.value());
    const auto& ever = roster_.groups().at(commits.group).ever_committed;
    const auto known = ever.find(tp.topic.value());
    if (known == ever.end() || index >= known->second.size() || !known->second[index]) continue;
    auto& row = values[tp.topic.value()];
    if (row.size() <= index) row.resize(index + 1, Reason::never_polled);
    row[index] = commits.reason == Reason::none ? Reason::no_commit : commits.reason;
    const auto topic = commits.topics.find(tp.topic.value());
    if (topic != commits.topics.end() && index < topic->second.size() && topic->second[index])
      row[index] = *topic->second[index];
  }
  for (const auto& [topic, row] : values)
    fast_.marks.put(*fast_.poll, signal::group(GroupId(commits.group)), topic, row, records);
}

}  // namespace tidemark
