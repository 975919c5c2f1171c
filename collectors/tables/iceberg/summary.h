// SPDX-License-Identifier: GPL-3.0-or-later
// Summary: what a snapshot's summary says of its commit: the counts of every writer, and the keys of the Kafka Connect
// sink in both namings (Apache, Tabular). The sink's numbers are offsets of its CONTROL topic, next ones, and never
// source offsets. A key is "kafka.connect.offsets.TOPIC.GROUP"; topic and group may both hold dots, so it is matched
// against names that are known, never split.
// Source: apache/iceberg kafka-connect (Coordinator), databricks/iceberg-kafka-connect. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collectors/tables/iceberg/metadata.h"

namespace tidemark::iceberg {

// What is known of a table's writer before its summaries are looked at; empty: not known.
struct WriterNames {
  std::string control_topic;
  std::string group;
  std::string connector;
};

struct ControlKey {
  std::string key;
  std::string control_topic;  // empty where only one key is there, and nothing tells its parts
  std::string group;
};

// The key of the writer among those of a summary. No value: it carries none of this writer's. Errors: `input` where
// several fit and nothing tells them apart.
Result<std::optional<ControlKey>> find_control_key(const Texts& summary, const WriterNames& names);

// {"0":9}: by partition, next offsets. `input` for everything else: nothing of a damaged map is used.
Result<std::map<std::int32_t, std::int64_t>> parse_offsets(std::string_view json);

struct CommitFacts {
  std::string commit_id;
  std::string task_id;
  std::string engine;
  std::optional<LakeTime> valid_through;
  std::optional<std::int64_t> added_records;
  std::optional<std::int64_t> added_data_files;
  std::optional<std::int64_t> added_delete_files;
  std::optional<std::int64_t> deleted_data_files;  // 0 where the writer tells a total and nothing of it
  std::optional<std::int64_t> total_data_files;
};
CommitFacts commit_facts(const Texts& summary);

// A whole number without sign, exactly.
std::optional<std::int64_t> parse_count(std::string_view text);

}  // namespace tidemark::iceberg
