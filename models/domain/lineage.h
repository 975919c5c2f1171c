// SPDX-License-Identifier: GPL-3.0-or-later
// LineageRun: a run that trained a model, made embeddings or refreshed an index, with what it says that it read. What
// it saw of which topic follows from the commits of the tables that it names (models/analysis/lineage/). Value types;
// no thread rule. Offsets are log offsets, ranges [from, to). Times are local ms; `as_of` is by the lake's clock, as a
// query AS OF that time has it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/table_commit.h"
#include "models/domain/time.h"

namespace tidemark {

// One table or topic that a run read.
struct RunInput {
  ClusterName cluster;              // empty: the only one that has it
  std::string table;                // empty: it is a topic
  std::string topic;                // of an input that is no table
  std::string snapshot_id;          // of a table: the newest that was read
  std::optional<LocalTime> as_of;   // where no snapshot is told; of a topic: read up to here
  std::vector<CommitRange> ranges;  // of a topic, as the run says
  bool operator==(const RunInput&) const = default;
};

struct LineageRun {
  std::string run_id;
  std::string kind;  // training | embedding | refresh
  std::string model;
  std::string model_version;
  std::string embedding_model;
  std::string embedding_version;
  std::string chunking_version;
  std::string transform_version;
  std::string metadata_policy;
  std::string access_tag;
  std::string region;
  std::string deletion_state;
  std::string job_id;
  std::string after;  // the run before it: it read what came after that one; empty: all there was
  std::vector<std::int64_t> schema_ids;
  std::vector<std::string> source_snapshots;
  std::optional<LocalTime> cut;  // everything produced before it is to be in it
  std::optional<LocalTime> started;
  std::optional<LocalTime> ended;
  std::vector<RunInput> inputs;
  std::vector<std::string> events;  // of OpenLineage, as they came
  std::string told_by;              // cli | openlineage | mlflow | several
  // Of the newest row of the logbook that speaks of it.
  LocalTime at;
  std::string author;
  std::string uuid;
  std::string hash;
  bool operator==(const LineageRun&) const = default;
};

// What a run says of itself, by the names that rows, files and documents have for it.
inline constexpr std::array run_texts = std::to_array<std::pair<std::string_view, std::string LineageRun::*>>(
    {{"kind", &LineageRun::kind},
     {"model", &LineageRun::model},
     {"model_version", &LineageRun::model_version},
     {"embedding_model", &LineageRun::embedding_model},
     {"embedding_version", &LineageRun::embedding_version},
     {"chunking_version", &LineageRun::chunking_version},
     {"transform_version", &LineageRun::transform_version},
     {"metadata_policy", &LineageRun::metadata_policy},
     {"access_tag", &LineageRun::access_tag},
     {"region", &LineageRun::region},
     {"deletion_state", &LineageRun::deletion_state},
     {"job_id", &LineageRun::job_id},
     {"after", &LineageRun::after}});
inline constexpr std::array run_times =
    std::to_array<std::pair<std::string_view, std::optional<LocalTime> LineageRun::*>>(
        {{"cut", &LineageRun::cut}, {"started", &LineageRun::started}, {"ended", &LineageRun::ended}});

// What `later` says of the same run is added: a text that is there takes the place of the one before it, an input that
// of the same table or topic.
void add_to(LineageRun& run, const LineageRun& later);

}  // namespace tidemark
