// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a sweep that asks what a small gap is made of.
#include "collectors/kafka/sweep.h"

namespace tidemark {
namespace {
constexpr std::int64_t small_gap = 100;
constexpr int constant_sweeps = 3;
}  // namespace

void Sweep::put_residues(SweepLane& lane, bool idle) {
  std::set<std::string> refused;
  for (const auto& [name, group] : roster_.groups()) {
    if (group.idle != idle) continue;
    const Signal signal = signal::residue(GroupId(name));
    if (group.commits.reason != Reason::none) {
      if (lane.poll) lane.marks.put_reason(*lane.poll, signal, group.commits.reason, false);
      continue;
    }
    std::map<TopicPartition, SmallGap> gaps;
    auto& before = small_gaps_[name];
    for (const auto& [topic, partitions] : group.commits.topics) {
      std::vector<Known<std::int64_t>> values(partitions.size(), Reason::not_probed);
      for (std::size_t i = 0; i < partitions.size(); ++i) {
        const auto high = mark_at(highs_, topic, i), stable = mark_at(stables_, topic, i);
        if (!partitions[i] || !high) continue;
        const std::int64_t from = *partitions[i], to = *high;
        if (from >= to) continue;
        // Nothing can be read past the stable mark: an open transaction, with certainty.
        const bool open = stable.known() && *stable < to && from >= *stable;
        if (!open && to - from > small_gap) continue;
        const TopicPartition tp{TopicName(topic), PartitionId(static_cast<std::int32_t>(i))};
        const auto last = before.find(tp);
        const bool same = last != before.end() && last->second.from == from && (open || last->second.to == to);
        const int sweeps = same ? last->second.sweeps + 1 : 1;
        gaps[tp] = {from, to, sweeps};
        if (sweeps < constant_sweeps) continue;
        const Known<Residue> answer =
            open ? Known<Residue>(Residue::open_txn) : residues_->answer({tp, from, stable.value_or(to)});
        if (answer.reason() == Reason::no_permission) refused.insert(topic);
        values[i] = answer.map([](Residue residue) { return static_cast<std::int64_t>(residue); });
      }
      if (lane.poll) lane.marks.put(*lane.poll, signal, topic, values, "", false);
    }
    before = std::move(gaps);
    if (before.empty()) small_gaps_.erase(name);
  }
  if (!lane.poll) return;
  for (const auto& topic : refused)
    lane.poll->errors.push_back({object::topic(TopicName(topic)).value(), Reason::no_permission,
                                 "READ is denied: what stands in small gaps is not known", true});
}

}  // namespace tidemark
