// SPDX-License-Identifier: GPL-3.0-or-later
// CheckpointMarks: the marks of a table whose writer, a Flink job, notes numbers of checkpoints: joined with the newest
// checkpoint that the job has completed and with the offsets that its group has committed. The group commits when a
// checkpoint completes, so where the table holds the newest completed one, all that the group has committed is in it:
// a mark is the group's offset of such a moment, and holds until the next. Between them it is known only while nothing
// else can be: Flink makes no commit for up to ten checkpoints without files. What the job keeps in windows counts as
// landed. Thread rule: one thread. Offsets are next offsets.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "collectors/tables/marks.h"

namespace tidemark {

// The newest checkpoint of a job that all its parts have brought into the table.
struct LandedCheckpoint {
  std::string job;
  std::int64_t id = 0;
  std::string version;  // the newest one that notes a checkpoint
};
// No value: no version notes one. Newest first.
std::optional<LandedCheckpoint> landed_checkpoint(std::span<const TableVersion> versions);

class CheckpointMarks final {
 public:
  // `group` was read before `completed`, and the versions before both.
  TableMarks next(std::span<const TableVersion> versions, const LandedCheckpoint& landed,
                  const Known<std::int64_t>& completed, const Known<SourceOffsets>& group);

 private:
  struct Seen {
    std::string version;
    SourceOffsets group;
  };
  std::optional<Seen> seen_;  // when the table held the newest completed one
};

}  // namespace tidemark
