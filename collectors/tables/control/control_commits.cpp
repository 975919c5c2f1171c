// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/control/control_commits.h"

#include <algorithm>
#include <utility>

namespace tidemark {

std::vector<TableCommit> control_commits(std::vector<ControlRecord> records, const std::string& group,
                                         const TableName& table) {
  std::erase_if(records, [&](const ControlRecord& record) { return record.event.group != group; });
  std::ranges::stable_sort(records, {}, [](const ControlRecord& record) { return record.event.time; });
  std::vector<TableCommit> out;
  std::map<TopicPartition, std::int64_t> announced, durable;
  for (const ControlRecord& record : records) {
    const ControlEvent& event = record.event;
    if (event.type == ControlType::data_complete)
      for (const ControlEvent::Position& position : event.positions)
        if (position.next) announced[position.partition] = *position.next;
    if (event.type != ControlType::commit_to_table || event.table != table || !event.snapshot_id) continue;
    TableCommit& commit = out.emplace_back();
    commit.table = table;
    commit.snapshot_id = std::to_string(*event.snapshot_id);
    commit.committed = LakeTime(event.time.time_since_epoch());
    commit.operation = "append";
    commit.commit_id = event.commit_id;
    commit.valid_through = event.valid_through;
    commit.evidence = Evidence::derived;
    for (const auto& [partition, next] : announced) {
      const auto [end, is_first] = durable.try_emplace(partition, next);
      const std::int64_t from = std::exchange(end->second, next);
      if (is_first || from != next) commit.ranges.push_back({partition, std::min(from, next), next});
    }
  }
  return out;
}

}  // namespace tidemark
