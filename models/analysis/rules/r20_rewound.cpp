// SPDX-License-Identifier: GPL-3.0-or-later
// R20: the group's offset fell, has not come back to where it was, and nobody declared a replay.
#include <algorithm>

#include "models/analysis/rules/group_jumps.h"

namespace tidemark {
namespace {
bool declared(const PathCase& of) {
  const StateSpan* replay =
      of.file->snapshot.state_at(of.cluster, object::group(of.group), "replay:" + of.topic.value(), of.file->at);
  return replay && replay->value->find("\"declared\":true") != std::string::npos;
}

const PartitionCase& partition_of(const PathCase& of, const TopicPartition& id) {
  return *std::ranges::find(of.partitions, id, [](const PartitionCase& p) { return p.id(); });
}
}  // namespace

std::vector<Found> rewound(const PathCase& of) {
  std::map<TopicPartition, Jump> falls;  // the deepest of each partition
  for (const PartitionJump& one : group_jumps(of)) {
    if (!one.jump.back()) continue;
    const Known<std::int64_t>& now = partition_of(of, one.partition).row->committed;
    if (now && *now >= one.jump.before) continue;
    const auto [it, fresh] = falls.try_emplace(one.partition, one.jump);
    if (!fresh && one.jump.before - one.jump.after > it->second.before - it->second.after) it->second = one.jump;
  }
  if (falls.empty() || declared(of)) return {};
  std::int64_t records = 0;
  std::vector<TopicPartition> partitions;
  LocalTime first = falls.begin()->second.hi;
  for (const auto& [partition, jump] : falls) {
    records += jump.before - jump.after;
    partitions.push_back(partition);
    first = std::min(first, jump.hi);
  }
  Found found{.finding = {.severity = Severity::warn, .object = of.object()}, .since = first};
  found.finding.params = {{"records", records}, {"since", first}, {"where", partitions_text(partitions)}};
  found.present = {"group offset fell", "no declared replay"};
  found.measured = {{"offsets", records}, {"partitions", std::ssize(partitions)}};
  return {found};
}

}  // namespace tidemark
