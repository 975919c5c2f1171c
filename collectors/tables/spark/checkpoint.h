// SPDX-License-Identifier: GPL-3.0-or-later
// Checkpoint: what the checkpoint folder of Spark's structured streaming says. A table holds the query's id and the
// number of its newest batch; the offsets up to which a batch has read stand in the folder's offsets/<batch>: a line
// "v1", a line of JSON about the batch, and a line per source; for a Kafka source {"topic":{"0":123}} with next
// offsets. "v2" has "SOURCE:OFFSET" lines instead. The texts are foreign and capped. Source: apache/spark,
// HDFSMetadataLog, OffsetSeqLog, KafkaSourceOffset. Pure functions; any thread. Errors: `input`.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "collectors/tables/source_offsets.h"
#include "models/domain/known.h"
#include "models/domain/time.h"

namespace tidemark::spark {

// The query's id, from the folder's file "metadata".
Result<std::string> parse_query_id(std::string_view text);

struct Batch {
  SourceOffsets next;
  std::optional<LakeTime> planned;  // when Spark wrote it down, by its own clock
};
Result<Batch> parse_batch(std::string_view text);

// A checkpoint folder as it was read.
struct Checkpoint {
  std::string query;
  std::optional<std::int64_t> newest;       // of the batches that are there
  std::map<std::int64_t, Batch> batches;    // those that were asked for and could be read
  std::map<std::int64_t, std::string> bad;  // those that could not, and why
  std::string unknown_why;                  // the folder as a whole, one sentence; empty: it was read
  Reason unknown_reason = Reason::ambiguous;
};

// A batch as a table notes it.
struct BatchAt {
  std::int64_t batch = 0;
  std::string version;  // where, in words: "version 7"
  std::optional<LakeTime> committed;
};

// The offsets of a batch, if they are those of the batch that was committed then.
Known<SourceOffsets> offsets_of(const Checkpoint& checkpoint, std::int64_t batch,
                                const std::optional<LakeTime>& committed);
// Why there are none, of the table's newest batch; one sentence.
std::string why_unknown(const Checkpoint& checkpoint, const BatchAt& at);
// A checkpoint that was put back: what it reads again under a number that the table has is left out without a word. As
// a line of the aspect `trouble`; empty: it was not.
std::string stall_of(const Checkpoint& checkpoint, const BatchAt& at);

}  // namespace tidemark::spark
