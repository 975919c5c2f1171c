// SPDX-License-Identifier: GPL-3.0-or-later
// Positions: what a writer's positions, version by version, say of the offsets that a table holds. A position alone is
// no answer: a Delta table keeps it when its rows go (RESTORE), and what lies before it may be missing. A mark is the
// end of what landed without a hole from where it was first seen.
// Pure function; any thread. Offsets are next offsets.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "collectors/tables/source_offsets.h"
#include "models/domain/known.h"
#include "models/domain/table_commit.h"

namespace tidemark {

// A version of the table, as far as positions go.
struct Step {
  std::int64_t version = 0;
  std::optional<SourceOffsets> moved;  // positions that the version sets
  bool landed = true;                  // with rows; a position alone says where the writer shall go on
  std::optional<Reason> blind;         // the version may set positions, and they cannot be read
  bool made_anew = false;              // what was there before is another table
  bool restores = false;
  std::optional<std::int64_t> restored_to;
  std::optional<SourceOffsets> all;  // every position there is, after this version, as a summary of the log tells
};

struct Moved {
  std::vector<CommitRange> ranges;  // of a restore: only the ends, where the table ends after it
  bool whole = true;                // of every range is known from where
};

// Rows that a restore took away, and the writer goes on after them.
struct Loss {
  std::int64_t version = 0;
  std::int64_t restored_to = 0;
  CommitRange range;
};

struct Positions {
  std::map<TopicPartition, Known<std::int64_t>> durable;
  std::map<std::int64_t, Moved> moved;  // by version
  std::vector<Loss> lost;               // what has not landed again
};

// Oldest first, without holes.
Positions follow(std::span<const Step> steps);

}  // namespace tidemark
