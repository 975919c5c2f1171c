// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "models/analysis/rules/rule.h"
#include "models/analysis/scope.h"

namespace tidemark {

std::span<const Rule> rules() {
  static const std::array all = std::to_array<Rule>({
      {"R28", "data-eng", data_lost, {"floor"}},
      {"R29", "kafka-ops", will_be_lost, {"table"}},
      {"R32", "data-eng", recreated, {"high"}},
      {"R30", "data-eng", skipped_ahead, {"group"}},
      {"R20", "data-eng", rewound, {"group"}},
      {"R31", "data-eng", duplicated, {"table", "commits"}},
      {"R10", "data-eng", paused, {"connector state"}},
      {"R15", "data-eng", coordinator_stuck, {"table", "control topic"}},
      {"R27", "data-eng", catalog_down, {"table", "catalog probe or task trace"}},
      {"R13", "data-eng", commit_failing, {"table"}},
      {"R11a", "app-team", poison_record, {"group"}},
      {"R01", "app-team", dead_group, {"group state", "high"}},
      {"R02", "platform", zombie_task, {"members", "high"}},
      {"R14", "data-eng", watermark_frozen, {"commits", "commit time-outs or latency"}},
      {"R11b", "data-eng", task_failed, {"task state"}},
      {"R21", "kafka-ops", retention_race, {"high", "retention or floor"}, true},
      {"R24", "tidemark-user", observer_blind, {}, true},
      {"R25", "data-eng", table_ahead, {"table", "group"}, true},
      {"R22", "", phantom_lag, {"group", "high"}, true},
      {"R23", "", source_idle, {"group", "high"}, true},
  });
  return all;
}

std::string partitions_text(const std::vector<TopicPartition>& partitions) {
  if (partitions.empty()) return {};
  std::string text = partition_text(partitions.front());
  if (partitions.size() > 1) text += " and " + std::to_string(partitions.size() - 1) + " more";
  return text;
}

Known<LocalTime> earlier_of(const Known<LocalTime>& a, const Known<LocalTime>& b) {
  if (!a || !b) return a ? b : a;
  return std::min(*a, *b);
}

}  // namespace tidemark
