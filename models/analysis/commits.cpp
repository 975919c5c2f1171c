// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/commits.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool says_offsets(const TableCommit& commit) {
  return commit.evidence == Evidence::exact || commit.evidence == Evidence::derived;
}

std::int64_t sum_of(const std::vector<OffsetSpan>& spans) {
  std::int64_t sum = 0;
  for (const OffsetSpan& span : spans) sum += span.to - span.from;
  return sum;
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
}  // namespace

std::map<TableKey, TableCommits> commits_at(const Snapshot& snapshot, LocalTime at) {
  std::map<TableKey, TableCommits> out;
  std::map<std::pair<TableKey, std::string>, std::size_t> index;
  for (const SeenCommit& seen : snapshot.commits) {
    if (seen.seen_hi > at) continue;
    const TableKey key{snapshot.sources[seen.source].spec.cluster, seen.commit.table};
    auto& all = out[key].all;
    const auto [known, fresh] = index.try_emplace({key, seen.commit.snapshot_id}, all.size());
    if (fresh)
      all.push_back(&seen);
    else if (!knew_better(all[known->second]->commit, seen.commit))
      all[known->second] = &seen;  // the newest word holds
  }
  for (auto& [key, commits] : out) {
    const Known<std::string> left =
        state_text(snapshot, key.first, Object("table:" + key.second.value()), aspect::rolled_back, at);
    if (!left) continue;
    for (const std::string_view id : entries(*left)) commits.rolled_back.emplace(id);
  }
  return out;
}

bool is_housekeeping(const TableCommit& commit) {
  static constexpr std::array prefixes =
      std::to_array<std::string_view>({"replace", "delete", "optimize", "vacuum", "clean", "compact", "cluster",
                                       "rollback", "restore", "expire", "logcompaction", "indexing"});
  if (!commit.ranges.empty()) return false;
  if (commit.added_records == 0 && says_offsets(commit)) return true;  // known to move nothing: a new column, a setting
  const std::string operation = lower(commit.operation);
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return operation.starts_with(prefix); });
}

std::int64_t commit_ms(const SeenCommit& seen) {
  return seen.commit.committed ? ms(*seen.commit.committed) : ms(seen.seen_hi);
}

Coverage coverage_of(const TableCommits& commits, const TopicPartition& partition) {
  Coverage out;
  std::vector<OffsetSpan> spans;
  for (const SeenCommit* seen : commits.all) {
    if (!commits.live(*seen) || is_housekeeping(seen->commit)) continue;
    out.blurred = out.blurred || seen->commit.ranges.empty() || !says_offsets(seen->commit);
    for (const CommitRange& range : seen->commit.ranges)
      if (range.partition == partition && range.from < range.to) spans.push_back({range.from, range.to});
  }
  out.covered = merged(std::move(spans), out.twice);
  for (std::size_t i = 1; i < out.covered.size(); ++i)
    out.holes.push_back({out.covered[i - 1].to, out.covered[i].from});
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
    if (!appends || !says_offsets(commit) || commit.ranges.empty() || !commit.added_records) return std::nullopt;
    added += *commit.added_records;
    for (const CommitRange& range : commit.ranges) spans[range.partition].push_back({range.from, range.to});
  }
  std::int64_t covered = 0, twice = 0;
  for (auto& [partition, list] : spans) covered += sum_of(merged(std::move(list), twice));
  return added - covered;
}

}  // namespace tidemark
