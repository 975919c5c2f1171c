// SPDX-License-Identifier: GPL-3.0-or-later
// Notes: what a writer notes beside source offsets, by rules: the number of the checkpoint or batch up to which all is
// in the table, and a time through which it is complete. The members are foreign text. Pure functions; any thread.
// Errors: `input` where a note is there and cannot be read.
#pragma once

#include "collectors/tables/source_offsets.h"
#include "models/domain/time.h"

namespace tidemark {

using Members = std::map<std::string, std::string, std::less<>>;

struct CheckpointNote {
  std::string job;   // whose: a Flink job's id, a Spark query's; empty: not told
  std::string part;  // of the job: an operator's id; empty: not told
  std::int64_t id = 0;
  bool operator==(const CheckpointNote&) const = default;
};

// By a rule that means "checkpoint". No value: there is none.
Result<std::optional<CheckpointNote>> read_checkpoint_note(const OffsetRule& rule, const Members& members);
// By a rule that means "time": RFC 3339, or ms since the epoch. No value: there is none that can be read.
std::optional<LakeTime> read_time_note(const OffsetRule& rule, const Members& members);

// A whole number without sign, exactly.
std::optional<std::int64_t> parse_count(std::string_view text);

}  // namespace tidemark
