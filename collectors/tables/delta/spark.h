// SPDX-License-Identifier: GPL-3.0-or-later
// Spark: what a structured streaming checkpoint folder says. A Delta table holds the query's id and the number of its
// newest batch; the offsets up to which a batch has read stand in the folder's offsets/<batch>: a line "v1", a line of
// JSON about the batch, and a line per source; for a Kafka source {"topic":{"0":123}} with next offsets. "v2" has
// "SOURCE:OFFSET" lines instead. The texts are foreign and capped.
// Source: apache/spark, HDFSMetadataLog, OffsetSeqLog, KafkaSourceOffset. Pure functions; any thread. Errors: `input`.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "collectors/tables/source_offsets.h"
#include "models/domain/known.h"
#include "models/domain/time.h"

namespace tidemark::delta {

// The query's id, from the folder's file "metadata".
Result<std::string> parse_query_id(std::string_view text);

struct Batch {
  SourceOffsets next;
  std::optional<LakeTime> planned;  // when Spark wrote it down, by its own clock
};
Result<Batch> parse_batch(std::string_view text);

// A checkpoint folder as it was read.
struct SparkCheckpoint {
  std::string query;
  std::optional<std::int64_t> newest;       // of the batches that are there
  std::map<std::int64_t, Batch> batches;    // those that were asked for and could be read
  std::map<std::int64_t, std::string> bad;  // those that could not, and why
  std::string unknown_why;                  // the folder as a whole, one sentence; empty: it was read
  Reason unknown_reason = Reason::ambiguous;
};

}  // namespace tidemark::delta
