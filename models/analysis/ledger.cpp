// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/ledger.h"

#include <algorithm>
#include <map>

#include "models/analysis/commits.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
using Ends = std::map<TopicPartition, std::int64_t>;

// What the line of a commit has covered up to and with it.
struct Line {
  Ends ends;
  Ends begins;           // below them nothing is told
  bool begun = false;    // a commit that landed data is on it
  bool blurred = false;  // the last one that did does not tell its offsets, or what came before is not known
};

class Follow final {
 public:
  explicit Follow(const TableCommits& commits) : commits_(commits) {
    for (std::size_t i = 0; i < commits.all.size(); ++i) index_[commits.all[i]->commit.snapshot_id] = i;
    has_parents_ =
        std::ranges::any_of(commits.all, [](const SeenCommit* seen) { return seen->commit.parent_id.has_value(); });
  }

  // In order: the line before commit i is known once those before it were asked for.
  LedgerRow row(std::size_t i) {
    LedgerRow row;
    row.commit = commits_.all[i]->commit;
    row.seen_at = commits_.all[i]->seen_hi;
    row.rolled_back = !commits_.live(*commits_.all[i]);
    Line line = before(i);
    put_relation(line, row);
    advance(row.commit, line);
    lines_.push_back(std::move(line));
    return row;
  }

 private:
  Line before(std::size_t i) const {
    const auto& parent = commits_.all[i]->commit.parent_id;
    if (parent) {
      const auto found = index_.find(*parent);
      if (found != index_.end() && found->second < i) return lines_[found->second];
      return Line{.blurred = true};
    }
    if (has_parents_) return {};  // the beginning of a line
    while (i-- > 0)
      if (commits_.live(*commits_.all[i])) return lines_[i];
    return {};
  }

  static void put_relation(const Line& line, LedgerRow& row) {
    const bool moves_nothing = is_housekeeping(row.commit);
    if (!line.begun) {
      row.relation = line.blurred ? Relation::unknown : Relation::first;
      return;
    }
    bool below = false;  // where nothing is told
    bool open = false;   // it may hold what it leaves out
    for (const CommitRange& range : row.commit.ranges) {
      const auto end = line.ends.find(range.partition);
      if (end == line.ends.end()) continue;
      open = open || (range.only_end() && range.to > end->second);
      if (range.only_end()) continue;
      const std::int64_t begin = line.begins.find(range.partition)->second;
      row.missing += std::max<std::int64_t>(0, range.from - end->second);
      row.again += std::max<std::int64_t>(0, std::min(end->second, range.to) - std::max(begin, range.from));
      below = below || range.from < begin;
    }
    const bool untold = is_blurred(row.commit) && !tells_ranges(row.commit);
    if (moves_nothing)
      row.relation = Relation::contiguous;
    else if (untold || ((line.blurred || open) && row.missing > 0))
      row.relation = Relation::unknown;
    else if (row.missing > 0 || row.again > 0)
      row.relation = row.missing > 0 ? Relation::hole : Relation::overlap;
    else
      row.relation = below ? Relation::unknown : Relation::contiguous;
  }

  static void advance(const TableCommit& commit, Line& line) {
    if (is_housekeeping(commit)) return;
    line.begun = true;
    line.blurred = commit.ranges.empty();
    for (const CommitRange& range : commit.ranges) {
      std::int64_t& end = line.ends.try_emplace(range.partition, range.to).first->second;
      end = std::max(end, range.to);
      std::int64_t& begin = line.begins.try_emplace(range.partition, range.from).first->second;
      if (!range.only_end()) begin = std::min(begin, range.from);
    }
  }

  const TableCommits& commits_;
  std::map<std::string, std::size_t> index_;
  std::vector<Line> lines_;
  bool has_parents_ = false;
};

template <class T>
Cell known_or(const std::optional<T>& value, Reason reason) {
  return value ? Cell(*value) : Cell(reason);
}

std::string note_of(const LedgerRow& row) {
  const std::string name = row.commit.table.value() + ": snapshot " + row.commit.snapshot_id;
  if (row.rolled_back) return name + " was rolled back: what it holds is not in the table";
  if (row.relation == Relation::hole)
    return name + " leaves out " + std::to_string(row.missing) + " offsets that no commit before it has";
  if (row.relation == Relation::overlap)
    return name + " holds " + std::to_string(row.again) + " offsets that a commit before it has too";
  return {};
}

CellRecord cells_of(const LedgerRow& row) {
  const TableCommit& commit = row.commit;
  CellList ranges;
  for (const CommitRange& range : commit.ranges)
    ranges.push_back(CellRecord{{"topic", range.partition.topic.value()},
                                {"partition", std::int64_t{range.partition.partition.value()}},
                                {"from", range.only_end() ? Cell(Reason::no_history) : Cell(range.from)},
                                {"to", range.to}});
  const auto time = [](LakeTime at) { return LocalTime(at.time_since_epoch()); };
  return {{"cluster", row.cluster.value()},
          {"table", commit.table.value()},
          {"snapshot_id", commit.snapshot_id},
          {"parent_id", known_or(commit.parent_id, Reason::not_applicable)},
          {"committed_at", commit.committed ? Cell(time(*commit.committed)) : Cell(Reason::not_supported)},
          {"operation", commit.operation},
          {"added_records", known_or(commit.added_records, Reason::not_supported)},
          {"commit_id", commit.commit_id.empty() ? Cell(Reason::not_applicable) : Cell(commit.commit_id)},
          {"valid_through", commit.valid_through ? Cell(time(*commit.valid_through)) : Cell(Reason::not_applicable)},
          {"ranges", std::move(ranges)},
          {"relation", word(row.relation)},
          {"partial", known_or(commit.partial, Reason::not_supported)},
          {"rolled_back", row.rolled_back},
          {"missing", row.relation == Relation::unknown ? Cell(Reason::ambiguous) : Cell(row.missing)},
          {"again", row.relation == Relation::unknown ? Cell(Reason::ambiguous) : Cell(row.again)},
          {"evidence", word(commit.evidence)}};
}
}  // namespace

SnapshotRequest ledger_request(LocalTime from, LocalTime at, const Filter& filter) {
  SnapshotRequest request;
  request.from = from;
  request.to = at;
  request.min_polls = 1;
  request.object_names = {"none:"};
  request.events = false;
  request.min_commits = ledger_commits;
  const auto plain = [](const std::string& name) { return name.find_first_of("*?") == std::string::npos; };
  if (std::ranges::all_of(filter.cluster, plain)) request.cluster_names = filter.cluster;
  return request;
}

std::vector<LedgerRow> ledger_rows(const Snapshot& snapshot, std::optional<LocalTime> from, LocalTime at,
                                   const Filter& filter) {
  std::vector<LedgerRow> rows;
  for (const auto& [key, commits] : commits_at(snapshot, at)) {
    if (!in_scope(filter.cluster, key.first.value()) || !in_scope(filter.table, key.second.value())) continue;
    Follow follow(commits);
    for (std::size_t i = 0; i < commits.all.size(); ++i) {
      LedgerRow row = follow.row(i);
      row.cluster = key.first;
      const auto of_topic = [&](const CommitRange& range) {
        return in_scope(filter.topic, range.partition.topic.value());
      };
      const bool wanted = filter.topic.empty() || std::ranges::any_of(row.commit.ranges, of_topic);
      if (wanted && (!from || row.seen_at >= *from)) rows.push_back(std::move(row));
    }
  }
  return rows;
}

Document ledger_document(const Snapshot& snapshot, std::optional<LocalTime> from, LocalTime at, const Filter& filter) {
  Document document = frame("align", snapshot, from.value_or(snapshot.from), at, filter);
  document.coverage = table_coverage(snapshot, from.value_or(snapshot.from), at, filter);
  for (const LedgerRow& row : ledger_rows(snapshot, from, at, filter)) {
    document.rows.push_back(cells_of(row));
    if (std::string note = note_of(row); !note.empty()) document.notes.push_back(std::move(note));
  }
  return document;
}

}  // namespace tidemark
