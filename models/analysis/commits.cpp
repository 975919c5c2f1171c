// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/commits.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool keeps_house(const TableCommit& commit) {
  static constexpr std::array prefixes =
      std::to_array<std::string_view>({"replace", "delete", "optimize", "vacuum", "clean", "compact", "cluster",
                                       "rollback", "restore", "expire", "logcompaction", "indexing"});
  const std::string operation = lower(commit.operation);
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return operation.starts_with(prefix); });
}

// Sorted spans, those that meet made one; `twice` counts what overlaps.
std::vector<OffsetSpan> merged(std::vector<OffsetSpan> spans, std::int64_t& twice) {
  std::ranges::sort(spans, {}, [](const OffsetSpan& s) { return std::pair(s.from, s.to); });
  std::vector<OffsetSpan> out;
  for (const OffsetSpan& span : spans) {
    if (out.empty() || span.from > out.back().to) {
      out.push_back(span);
      continue;
    }
    twice += std::min(out.back().to, span.to) - span.from;
    out.back().to = std::max(out.back().to, span.to);
  }
  return out;
}

// What the branch has left though nobody said so: it is younger than the oldest commit that leads to the newest one,
// and not among those. Nothing where commits do not name their parents.
void leave_out(const std::string& head, TableCommits& commits) {
  std::map<std::string_view, const SeenCommit*> by_id;
  bool tells_parents = false;
  for (const SeenCommit* seen : commits.all) {
    by_id.emplace(seen->commit.snapshot_id, seen);
    tells_parents = tells_parents || seen->commit.parent_id.has_value();
  }
  std::set<std::string_view> line;
  const SeenCommit* oldest = nullptr;
  for (auto at = by_id.find(head); at != by_id.end() && line.insert(at->first).second;) {
    oldest = at->second;
    const auto& parent = oldest->commit.parent_id;
    at = parent ? by_id.find(*parent) : by_id.end();
  }
  if (!tells_parents || oldest == nullptr) return;
  for (const SeenCommit* seen : commits.all)
    if (!line.contains(seen->commit.snapshot_id) && commit_ms(*seen) > commit_ms(*oldest))
      commits.rolled_back.insert(seen->commit.snapshot_id);
}
}  // namespace

std::map<TableKey, TableCommits> commits_at(const Snapshot& snapshot, LocalTime at) {
  std::map<TableKey, TableCommits> out;
  std::map<std::pair<TableKey, std::string>, std::size_t> index;
  for (const SeenCommit& seen : snapshot.commits) {
    if (seen.seen_hi > at) continue;
    const TableKey key{snapshot.sources[seen.source].spec.cluster, seen.commit.table};
    auto& all = out[key].all;
    const auto [known, fresh] = index.try_emplace({key, seen.commit.snapshot_id}, all.size());
    if (fresh) {
      all.push_back(&seen);
    } else if (all[known->second]->commit.committed != seen.commit.committed) {
      // After a rollback some formats use a name again.
      all[known->second] = nullptr;
      known->second = all.size();
      all.push_back(&seen);
    } else if (!knew_better(all[known->second]->commit, seen.commit)) {
      all[known->second] = &seen;  // the newest word holds
    }
  }
  for (auto& [key, commits] : out) {
    std::erase(commits.all, nullptr);
    const Object object("table:" + key.second.value());
    const std::string left = state_text(snapshot, key.first, object, aspect::rolled_back, at).value_or("");
    for (const std::string_view id : entries(left)) commits.rolled_back.emplace(id);
    if (const auto head = state_text(snapshot, key.first, object, aspect::snapshot, at)) leave_out(*head, commits);
  }
  return out;
}

bool says_offsets(const TableCommit& commit) {
  return commit.evidence == Evidence::exact || commit.evidence == Evidence::derived;
}

bool is_housekeeping(const TableCommit& commit) {
  if (!commit.ranges.empty()) return false;
  if (commit.added_records == 0 && says_offsets(commit)) return true;  // known to move nothing: a new column, a setting
  return keeps_house(commit);
}

bool is_blurred(const TableCommit& commit) {
  if (is_housekeeping(commit)) return false;
  if (commit.ranges.empty() || !says_offsets(commit)) return true;
  return !keeps_house(commit) && std::ranges::any_of(commit.ranges, &CommitRange::only_end);
}

std::int64_t commit_ms(const SeenCommit& seen) {
  return seen.commit.committed ? ms(*seen.commit.committed) : ms(seen.seen_hi);
}

std::int64_t offsets_in(const std::vector<OffsetSpan>& spans) {
  std::int64_t sum = 0;
  for (const OffsetSpan& span : spans) sum += span.to - span.from;
  return sum;
}

Coverage coverage_of(const TableCommits& commits, const TopicPartition& partition) {
  Coverage out;
  std::vector<OffsetSpan> spans;
  std::optional<std::int64_t> begin;  // where those ended that came before any that tells ranges
  std::int64_t blurred_to = 0;
  for (const SeenCommit* seen : commits.all) {
    const TableCommit& commit = seen->commit;
    if (!commits.live(*seen) || is_housekeeping(commit)) continue;
    if (commit.ranges.empty() || !says_offsets(commit)) blurred_to = everything;
    for (const CommitRange& range : commit.ranges) {
      if (range.partition != partition) continue;
      if (!range.only_end()) {
        spans.push_back({range.from, range.to});
        continue;
      }
      if (spans.empty()) begin = std::max(begin.value_or(range.to), range.to);
      if (!keeps_house(commit)) blurred_to = std::max(blurred_to, range.to);
    }
  }
  out.blurred = blurred_to > 0;
  out.covered = merged(std::move(spans), out.twice);
  std::vector<OffsetSpan> between;
  if (begin && !out.covered.empty() && *begin < out.covered.front().from)
    between.push_back({*begin, out.covered.front().from});
  for (std::size_t i = 1; i < out.covered.size(); ++i) between.push_back({out.covered[i - 1].to, out.covered[i].from});
  for (const OffsetSpan& hole : between) {
    const std::int64_t sure = std::clamp(blurred_to, hole.from, hole.to);
    if (hole.from < sure) out.unsure.push_back({hole.from, sure});
    if (sure < hole.to) out.holes.push_back({sure, hole.to});
  }
  return out;
}

std::optional<std::int64_t> added_beyond_offsets(const TableCommits& commits) {
  std::map<TopicPartition, std::vector<OffsetSpan>> spans;
  std::int64_t added = 0;
  for (const SeenCommit* seen : commits.all) {
    const TableCommit& commit = seen->commit;
    if (!commits.live(*seen) || is_housekeeping(commit)) continue;
    const std::string operation = lower(commit.operation);
    const bool appends = operation == "append" || operation.starts_with("streaming");
    if (!appends || is_blurred(commit) || !commit.added_records) return std::nullopt;
    added += *commit.added_records;
    for (const CommitRange& range : commit.ranges) spans[range.partition].push_back({range.from, range.to});
  }
  std::int64_t covered = 0, twice = 0;
  for (auto& [partition, list] : spans) covered += offsets_in(merged(std::move(list), twice));
  return added - covered;
}

}  // namespace tidemark
