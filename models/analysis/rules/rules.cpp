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
      {"R26", "app-team", schema_break, {"registered schemas or ids of records", "task state or dead letters"}},
      {"R15", "data-eng", coordinator_stuck, {"table", "control topic"}},
      {"R27", "data-eng", catalog_down, {"table", "catalog probe or task trace"}},
      {"R13", "data-eng", commit_failing, {"table"}},
      {"R11a", "app-team", poison_record, {"group"}},
      {"R01", "app-team", dead_group, {"group state", "high"}},
      {"R16", "kafka-ops", broker_impaired, {"isr, urp or state of brokers"}},
      {"R02", "platform", zombie_task, {"members", "high"}},
      {"R09", "kafka-ops", stuck_transaction, {"stable", "high"}},
      {"R03", "app-team", rebalance_storm, {"group state", "group"}},
      {"R17", "kafka-ops", coordinator_moved, {"coordinator", "group"}},
      {"R12", "app-team", diverting, {"dead-letter topic or dlq_rate", "group"}},
      {"R14", "data-eng", watermark_frozen, {"commits", "commit time-outs or latency"}},
      {"R11b", "data-eng", task_failed, {"task state"}},
      {"R18", "kafka-ops", throttled, {"throttle_ms"}},
      {"R19", "replay-owner", replay_starves, {"group", "high"}},
      {"R34", "data-eng", checkpoint_failing, {"checkpoints"}},
      {"R37", "ml", model_throttled, {"model probe, latency or retries"}},
      {"R36", "ml", backfill_queue, {"queue_depth"}},
      {"R07", "app-team", hot_key, {"group", "high"}},
      {"R08", "app-team", uneven_assignment, {"members", "group", "high"}},
      {"R06", "data-eng", sink_bound, {"group", "high", "sink latency, cpu or queue_depth"}},
      {"R05", "app-team", consumer_bound, {"group state", "group", "high"}},
      {"R04", "", producer_burst, {"group", "high"}},
      {"R35", "ml", stale_vector, {"tombstones", "retrieval_age_ms"}},
      {"R33", "app-team", source_silent, {"high", "a class that expects records, or 3 days of history"}},
      {"R00", "on-call", unexplained, {"target of a class"}},
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
