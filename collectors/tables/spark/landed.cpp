// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/spark/landed.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "collectors/core/plain_text.h"
#include "collectors/tables/positions.h"

namespace tidemark::spark {
namespace {
constexpr std::size_t longest_id = 60;

bool is_of(const TableVersion& version, const std::string& query) {
  return version.checkpoint && version.checkpoint->job == query;
}

// Newest first, without holes, from the newest batch of the query on.
std::vector<const TableVersion*> line_of(std::span<const TableVersion> versions, const std::string& query) {
  std::vector<const TableVersion*> line;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const bool breaks = i > 0 && !follows(versions[i - 1], versions[i]);
    if (breaks && !line.empty()) break;
    if (is_of(versions[i], query) || !line.empty()) line.push_back(&versions[i]);
  }
  return line;
}

std::vector<Step> steps_of(const std::vector<const TableVersion*>& line, const Checkpoint& checkpoint) {
  std::vector<Step> steps;
  for (std::size_t i = line.size(); i-- > 0;) {
    if (!is_of(*line[i], checkpoint.query)) continue;
    const std::int64_t batch = line[i]->checkpoint->id;
    const auto number = static_cast<std::int64_t>(line.size() - i);
    if (const auto before = offsets_of(checkpoint, batch - 1, line[i]->commit.committed); before)
      steps.push_back({.version = number, .moved = *before, .landed = false});
    const auto offsets = offsets_of(checkpoint, batch, line[i]->commit.committed);
    steps.push_back({.version = number});
    if (offsets)
      steps.back().moved = *offsets;
    else
      steps.back().blind = offsets.reason();
  }
  return steps;
}

TableMarks unknown(Reason reason, std::string why) {
  TableMarks marks;
  marks.adapter = "f";
  marks.unknown_reason = reason;
  marks.unknown_why = std::move(why);
  return marks;
}
}  // namespace

std::vector<std::int64_t> batches_of(std::span<const TableVersion> versions, const std::string& query) {
  std::set<std::int64_t> batches;
  for (const TableVersion& version : versions)
    if (is_of(version, query)) batches.insert({version.checkpoint->id, version.checkpoint->id - 1});
  batches.erase(-1);
  return {batches.begin(), batches.end()};
}

TableMarks landed_marks(std::span<const TableVersion> versions, const Checkpoint& checkpoint) {
  if (!checkpoint.unknown_why.empty()) return unknown(checkpoint.unknown_reason, checkpoint.unknown_why);
  const auto newest = std::ranges::find_if(versions, [](const TableVersion& at) { return at.checkpoint.has_value(); });
  if (newest == versions.end()) return unknown(Reason::no_commit, "No batch of its writer is in the table yet.");
  if (newest->checkpoint->job != checkpoint.query)
    return unknown(
        Reason::ambiguous,
        fmt::format("The newest batch in the table is of query {}, and the checkpoint is of query {}: a "
                    "checkpoint made anew reads again, or leaves out.",
                    plain_line(newest->checkpoint->job, longest_id), plain_line(checkpoint.query, longest_id)));
  TableMarks marks;
  marks.adapter = "a";
  marks.evidence = Evidence::derived;
  marks.checkpoint = newest->checkpoint->id;
  if (checkpoint.newest && *checkpoint.newest >= newest->checkpoint->id)
    marks.checkpoints_behind = *checkpoint.newest - newest->checkpoint->id;
  const BatchAt at{newest->checkpoint->id, "snapshot " + newest->commit.snapshot_id, newest->commit.committed};
  if (std::string stall = stall_of(checkpoint, at); !stall.empty()) marks.trouble.push_back(std::move(stall));
  const auto line = line_of(versions, checkpoint.query);
  const std::vector<Step> steps = steps_of(line, checkpoint);
  Positions found = follow(steps);
  for (auto& [number, moved] : found.moved)
    if (!moved.ranges.empty())
      marks.ranges.emplace(line[line.size() - static_cast<std::size_t>(number)]->commit.snapshot_id,
                           std::move(moved.ranges));
  if (steps.back().blind) {
    marks.unknown_reason = *steps.back().blind;
    marks.unknown_why = why_unknown(checkpoint, at);
    return marks;
  }
  marks.durable = std::move(found.durable);
  return marks;
}

}  // namespace tidemark::spark
