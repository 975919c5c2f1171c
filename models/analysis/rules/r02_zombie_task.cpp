// SPDX-License-Identifier: GPL-3.0-or-later
// R02: a partition belongs to a member that does not read it while its peers read theirs.
#include <algorithm>

#include "models/analysis/rules/backlog.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
// Unread and not moved for at least `patience`, in every poll since; when that began.
std::optional<LocalTime> stands(const PartitionCase& partition, Millis patience, LocalTime at) {
  if (!partition.waits() || !partition.flat()) return std::nullopt;
  std::optional<LocalTime> begun;
  const auto& polls = partition.polls;
  for (std::size_t i = polls.size(); i-- > 0;) {
    if (polls[i].committed != polls.back().committed || polls[i].only_residue) break;
    begun = polls[i].at;
  }
  const auto window = partition.window();
  const bool long_enough = begun && *begun <= window.front().at && at - *begun >= patience;
  return long_enough ? begun : std::nullopt;
}

bool has_leader(const PathCase& of, const TopicPartition& partition) {
  const StateSpan* leader =
      of.file->snapshot.state_at(of.cluster, object::partition(partition), aspect::leader, of.file->at);
  return !leader || *leader->value != "none";
}

// Since when a member has its partitions.
bool just_moved(const PathCase& of, const std::string& member, LocalTime since) {
  const StateSpan* partitions =
      of.file->snapshot.state_at(of.cluster, object::member(of.group, member), aspect::partitions, of.file->at);
  return !partitions || partitions->from_hi > since;
}

const TaskRow* task_of(const PathCase& of, const std::string& member) {
  if (!of.connector) return nullptr;
  for (const TaskRow& task : of.connector->tasks)
    if (task.member && *task.member == member) return &task;
  return nullptr;
}
}  // namespace

std::vector<Found> zombie_task(const PathCase& of) {
  if (!of.members || !of.members->state || *of.members->state != "Stable") return {};
  if (std::ranges::none_of(of.partitions, advances)) return {};
  constexpr int rounds = 3;
  // What commits once in five minutes does not stand after two.
  Millis patience = rounds * of.round;
  for (const TableCase& table : of.tables) patience = std::max(patience, table.cadence->sla);
  std::vector<TopicPartition> partitions;
  Known<LocalTime> since = Reason::no_history;
  std::string member;
  for (const PartitionCase& partition : of.partitions) {
    const auto owner = of.members->owners.find(partition.id());
    const auto begun = stands(partition, patience, of.file->at);
    if (!begun || owner == of.members->owners.end() || !has_leader(of, partition.id())) continue;
    if (just_moved(of, owner->second.member, partition.window().front().at)) continue;
    const TaskRow* task = task_of(of, owner->second.member);
    if (task && task->state && *task->state != "RUNNING") continue;
    since = partitions.empty() ? Known<LocalTime>(*begun) : earlier_of(since, *begun);
    if (partitions.empty()) member = owner->second.member;
    partitions.push_back(partition.id());
  }
  if (partitions.empty()) return {};
  const TaskRow* task = task_of(of, member);
  Found found{
      .finding = {.severity = of.unread_grows_long() ? Severity::error : Severity::warn,
                  .object = task ? object::task(of.connector->connector, task->id) : object::member(of.group, member)},
      .since = since};
  found.finding.params = {{"who", std::string(object::name(found.finding.object))},
                          {"where", partitions_text(partitions)},
                          {"records", of.unread()}};
  found.present = {"partition assigned", "no progress on it", "its peers progress"};
  if (task) found.present.emplace_back("task RUNNING");
  found.measured = {{"partitions", std::ssize(partitions)}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
