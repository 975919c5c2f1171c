// SPDX-License-Identifier: GPL-3.0-or-later
// Scheme: how the writer of a Delta table ties its transaction ids to source offsets, by what the profile says of it
// and by what the log shows:
// - a rule of the profile (adapter b): ids that hold one offset per partition;
// - kafka-delta-ingest (adapter b): "<app>-<partition>" holds the LAST offset; the topic is not in it; an id that comes
//   without a file says where reading shall go on;
// - Spark (adapter a): the query's id holds a batch number, the checkpoint folder the offsets of that batch.
// Source: kafka-delta-ingest delta_helpers.rs and offsets.rs; apache/spark DeltaSink. Pure functions; any thread.
#pragma once

#include <span>
#include <string>

#include "collectors/tables/delta/log.h"
#include "collectors/tables/positions.h"
#include "collectors/tables/reading.h"
#include "collectors/tables/spark/checkpoint.h"

namespace tidemark::delta {

using SparkCheckpoint = spark::Checkpoint;

// The part of a table's log that was read.
struct LogView {
  std::vector<Commit> commits;    // versions without holes, oldest first
  std::optional<LogState> state;  // the newest summary of one of them, or of the version before them
  bool parquet = false;           // there is a checkpoint that is not read
  bool staged = false;            // the newest commits may stand elsewhere
};

struct Scheme {
  enum class Kind : std::uint8_t { none, rule, ingest, spark };
  Kind kind = Kind::none;
  std::string writer;       // as the log tells
  std::string query;        // of spark
  std::string topic;        // of the others
  OffsetRule rule;          // of the others
  std::string unknown_why;  // of none: one sentence
  Reason unknown_reason = Reason::not_supported;

  std::string_view adapter() const { return kind == Kind::none ? "f" : kind == Kind::spark ? "a" : "b"; }
};

// `checkpoint`: null where none is configured.
Scheme choose_scheme(const LogView& log, const SparkCheckpoint* checkpoint, const ReadRules& rules);
// What a version means under the scheme.
Step step_of(const Commit& commit, const Scheme& scheme, const SparkCheckpoint* checkpoint);
// The positions that a summary tells; no value: it tells none that can be read.
std::optional<SourceOffsets> positions_in(const LogState& state, const Scheme& scheme,
                                          const SparkCheckpoint* checkpoint);
// Transaction ids and their numbers, as text.
Members texts(const Transactions& transactions);
// The batches whose offsets are wanted.
std::vector<std::int64_t> batches_of(const LogView& log, const std::string& query);

}  // namespace tidemark::delta
