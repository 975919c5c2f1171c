// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/roster.h"

#include <algorithm>

#include "models/domain/profile.h"

namespace tidemark {
namespace {
constexpr int idle_after = 12;
constexpr int gone_after = 3;
constexpr int stuck_after = 2;

void mark(std::map<std::string, std::vector<bool>, std::less<>>& map, const std::string& topic, std::size_t partition) {
  auto& partitions = map[topic];
  if (partitions.size() <= partition) partitions.resize(partition + 1);
  partitions[partition] = true;
}
}  // namespace

std::map<std::string, std::vector<bool>, std::less<>> RosterGroup::assigned() const {
  std::map<std::string, std::vector<bool>, std::less<>> result;
  for (const auto& member : info.members)
    if (member.partitions)
      for (const auto& tp : *member.partitions)
        mark(result, tp.topic.value(), static_cast<std::size_t>(tp.partition.value()));
  return result;
}

Roster::Roster(const std::vector<std::string>& globs) : globs_(globs) {
  for (const auto& glob : globs) {
    if (glob.empty() || glob.starts_with('!') || glob.find_first_of("*?") != std::string::npos) continue;
    auto& group = groups_[glob];
    group.named = true;
    group.info.name = glob;
  }
}

void Roster::apply(const GroupListing& listing) {
  std::set<std::string_view> seen;
  for (auto& [name, group] : groups_) group.in_listing = false;
  for (const auto& info : listing.groups) {
    if (!glob_list_match(globs_, info.name)) continue;
    auto& group = groups_[info.name];
    // A group that was seen to be of the new protocol stays so while nothing says otherwise.
    const GroupType before = group.info.type;
    group.info = info;
    if (info.type == GroupType::unknown && before == GroupType::consumer) group.info.type = before;
    group.listed = group.in_listing = true;
    group.missing = 0;
    seen.insert(info.name);
  }
  if (!listing.complete) return;
  for (auto& [name, group] : groups_)
    if (!seen.contains(name)) ++group.missing;
}

void Roster::apply(GroupCommits commits) {
  const auto found = groups_.find(commits.group);
  if (found == groups_.end()) return;
  auto& group = found->second;
  if (commits.reason != Reason::none) {
    group.failed += commits.reason == Reason::unreachable;
    group.commits.reason = commits.reason;
    group.commits.error = commits.error;
    return;
  }
  group.failed = 0;
  const bool first = group.commits.group.empty();
  const bool moved = !first && commits.topics != group.commits.topics;
  group.unmoved = moved ? 0 : group.unmoved + 1;
  if (moved && group.listed && group.info.type == GroupType::unknown) group.info.type = GroupType::consumer;
  for (const auto& [topic, partitions] : commits.topics)
    for (std::size_t i = 0; i < partitions.size(); ++i)
      if (partitions[i]) mark(group.ever_committed, topic, i);
  if (commits.any_partition && !by_name_.contains(commits.group)) all_partitions_works_ = true;
  group.commits = std::move(commits);
}

void Roster::assign_lanes(bool idle_is_polled) {
  for (auto& [name, group] : groups_) {
    const bool rests = group.info.state == "Empty" && group.unmoved >= idle_after;
    group.idle = rests && (group.idle || idle_is_polled);
  }
}

std::vector<CommitReader::Request> Roster::due(bool idle) const {
  std::vector<CommitReader::Request> result;
  for (const auto& [name, group] : groups_)
    if (group.idle == idle) result.push_back({name, !all_partitions_works_ && by_name_.contains(name)});
  return result;
}

std::vector<CommitReader::Request> Roster::ask_again_by_name(const std::vector<GroupCommits>& answers) {
  std::vector<CommitReader::Request> result;
  const bool works = all_partitions_works_ || std::ranges::any_of(answers, [this](const GroupCommits& answer) {
                       return answer.any_partition && !by_name_.contains(answer.group);
                     });
  if (works) return result;
  for (const auto& answer : answers)
    if (answer.reason == Reason::none && !answer.any_partition && by_name_.insert(answer.group).second)
      result.push_back({answer.group, true});
  return result;
}

std::vector<std::string> Roster::take_gone() {
  std::vector<std::string> gone;
  for (const auto& [name, group] : groups_)
    if (group.listed && group.missing >= gone_after && group.commits.committed_count() == 0) gone.push_back(name);
  for (const auto& name : gone) {
    by_name_.erase(name);
    if (groups_[name].named) {
      groups_[name] = {};
      groups_[name].named = true;
      groups_[name].info.name = name;
    } else {
      groups_.erase(name);
    }
  }
  return gone;
}

void Roster::forget_topic(const std::string& topic) {
  for (auto& [name, group] : groups_) {
    group.commits.topics.erase(topic);
    group.ever_committed.erase(topic);
  }
}

bool Roster::coordinator_stuck() const {
  return std::ranges::any_of(groups_, [](const auto& entry) { return entry.second.failed >= stuck_after; });
}

}  // namespace tidemark
