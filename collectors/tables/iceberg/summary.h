// SPDX-License-Identifier: GPL-3.0-or-later
// Summary: what a snapshot's summary says of its commit: the counts of every writer, and what its own writer notes, by
// that one's preset. Numbers under a key that means "control", as the Kafka Connect sink writes them, are offsets of
// the writer's CONTROL topic, next ones, and never source offsets. Such a key is "kafka.connect.offsets.TOPIC.GROUP";
// topic and group may both hold dots, so it is matched against names that are known, never split. Source:
// apache/iceberg kafka-connect (Coordinator), databricks/iceberg-kafka-connect. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collectors/tables/iceberg/metadata.h"
#include "collectors/tables/writers.h"

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

// The key of the writer among those of a summary, by a rule whose key ends in "{control_topic}.{group}". `task_key`:
// the key of the task that committed, where the writer has one. No value: the summary carries none of this writer's.
// Errors: `input` where several fit and nothing tells them apart.
Result<std::optional<ControlKey>> find_control_key(const Texts& summary, const WriterNames& names,
                                                   const OffsetRule& rule, std::string_view task_key = {});

// {"0":9}: by partition, next offsets. `input` for everything else: nothing of a damaged map is used.
Result<std::map<std::int32_t, std::int64_t>> parse_offsets(std::string_view json);

struct CommitFacts {
  std::string commit_id;
  std::optional<LakeTime> valid_through;
  bool whole = false;  // the writer leaves that time out of a commit that not all have answered for
  std::optional<std::int64_t> added_records;
  std::optional<std::int64_t> added_data_files;
  std::optional<std::int64_t> added_delete_files;
  std::optional<std::int64_t> deleted_data_files;  // 0 where the writer tells a total and nothing of it
  std::optional<std::int64_t> total_data_files;
};
// `writer`: whose hand it is; null: nobody's who is known.
CommitFacts commit_facts(const Texts& summary, const WriterPreset* writer);

}  // namespace tidemark::iceberg
