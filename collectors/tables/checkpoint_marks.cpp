// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/checkpoint_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tidemark {
namespace {
constexpr std::int64_t most_without_files = 10;  // flink.max-continuous-empty-commits
}  // namespace

std::optional<LandedCheckpoint> landed_checkpoint(std::span<const TableVersion> versions) {
  std::optional<LandedCheckpoint> out;
  std::set<std::string_view> parts;
  for (const TableVersion& version : versions) {
    if (!version.checkpoint || (out && version.checkpoint->job != out->job)) continue;
    if (!out) out = LandedCheckpoint{version.checkpoint->job, version.checkpoint->id, version.commit.snapshot_id};
    if (parts.insert(version.checkpoint->part).second) out->id = std::min(out->id, version.checkpoint->id);
  }
  return out;
}

TableMarks CheckpointMarks::next(std::span<const TableVersion> versions, const LandedCheckpoint& landed,
                                 const Known<std::int64_t>& completed, const Known<SourceOffsets>& group) {
  TableMarks marks;
  marks.adapter = "a";
  marks.evidence = Evidence::derived;
  marks.checkpoint = landed.id;
  const auto unknown = [&](Reason reason, std::string why) {
    marks.unknown_reason = reason;
    marks.unknown_why = std::move(why);
    return marks;
  };
  // A version that the branch has left takes with it what was known by it.
  if (seen_ && std::ranges::none_of(
                   versions, [&](const TableVersion& version) { return version.commit.snapshot_id == seen_->version; }))
    seen_.reset();
  if (!completed)
    return unknown(completed.reason(), "What checkpoints its job has completed cannot be asked of Flink.");
  if (!group) return unknown(group.reason(), "The offsets that its job's group has committed cannot be read.");
  const std::int64_t behind = std::max<std::int64_t>(0, *completed - landed.id);
  marks.checkpoints_behind = behind;
  if (behind == 0) seen_ = Seen{landed.version, *group};
  if (!seen_)
    return unknown(
        Reason::no_history,
        fmt::format("The table holds checkpoint {} of its job, which has completed {}: its offsets are known "
                    "once both were seen to be the same.",
                    landed.id, *completed));
  const bool open = behind > 1 && behind <= most_without_files;
  for (const auto& [partition, next] : seen_->group) {
    const auto now = group->find(partition);
    const bool moved = now == group->end() || now->second != next;
    marks.durable.emplace(partition, open && moved ? Known<std::int64_t>(Reason::ambiguous) : next);
    if (open && moved)
      marks.others_why = fmt::format(
          "The table holds checkpoint {} of its job, which has completed {}: without files Flink makes no "
          "commit for up to {} checkpoints, and whether there were files is not known.",
          landed.id, *completed, most_without_files);
  }
  return marks;
}

}  // namespace tidemark
