// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/commit_table.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "models/timeline/schema.h"

namespace tidemark {
namespace {
constexpr std::string_view columns =
    "id, source, \"table\", snapshot_id, parent_id, committed_ms, seen_lo, seen_hi, operation, commit_id, "
    "added_records, valid_through_ms, partial, evidence";

std::optional<LakeTime> lake_time(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional(LakeTime(Millis(column.getInt64())));
}

template <class Value>
void bind_number(SQLite::Statement& statement, int index, const std::optional<Value>& value) {
  if (!value)
    statement.bind(index);
  else if constexpr (std::is_same_v<Value, LakeTime>)
    statement.bind(index, ms(*value));
  else
    statement.bind(index, *value);
}

SeenCommit read_commit(SQLite::Statement& row) {
  SeenCommit seen;
  TableCommit& commit = seen.commit;
  commit.table = TableName(text_of(row.getColumn(2)));
  commit.snapshot_id = text_of(row.getColumn(3));
  if (!row.getColumn(4).isNull()) commit.parent_id = text_of(row.getColumn(4));
  commit.committed = lake_time(row.getColumn(5));
  seen.seen_lo = time_or_null(row.getColumn(6));
  seen.seen_hi = local_time(row.getColumn(7).getInt64());
  commit.operation = text_of(row.getColumn(8));
  commit.commit_id = text_of(row.getColumn(9));
  commit.added_records = number_or_null(row.getColumn(10));
  commit.valid_through = lake_time(row.getColumn(11));
  if (const int partial = row.getColumn(12).getInt(); partial != partial_not_told) commit.partial = partial != 0;
  const int evidence = row.getColumn(13).getInt();
  commit.evidence = evidence >= 0 && evidence < static_cast<int>(Evidence::unknown) ? static_cast<Evidence>(evidence)
                                                                                    : Evidence::unknown;
  return seen;
}

void read_ranges(SQLite::Database& db, std::int64_t id, TableCommit& commit) {
  SQLite::Statement rows(
      db, "SELECT topic, partition, \"from\", \"to\" FROM commit_range WHERE snapshot = ? ORDER BY 1, 2, 3");
  rows.bind(1, id);
  while (rows.executeStep())
    commit.ranges.push_back({{TopicName(text_of(rows.getColumn(0))), PartitionId(rows.getColumn(1).getInt())},
                             rows.getColumn(2).getInt64(),
                             rows.getColumn(3).getInt64()});
}

struct Read {
  std::int64_t row = 0;
  std::int64_t source = 0;  // in the file
  SeenCommit seen;
};

Read read_whole(SQLite::Database& db, SQLite::Statement& row) {
  Read out{row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), read_commit(row)};
  read_ranges(db, out.row, out.seen.commit);
  return out;
}

struct Hole {
  std::int64_t source = 0;
  TopicPartition partition;
  std::int64_t from = 0, to = 0;
};
using HolesByTable = std::map<std::pair<std::int64_t, TableName>, std::vector<Hole>>;

// What lies between the offsets of commits, and between where one ended and the next ones begin.
HolesByTable holes_in(const std::vector<Read>& commits) {
  std::map<std::tuple<std::int64_t, TableName, TopicPartition>, std::vector<std::pair<std::int64_t, std::int64_t>>>
      spans;
  for (const Read& one : commits)
    for (const CommitRange& range : one.seen.commit.ranges)
      spans[{one.source, one.seen.commit.table, range.partition}].emplace_back(range.from, range.to);
  HolesByTable out;
  for (auto& [key, list] : spans) {
    const auto& [source, table, partition] = key;
    std::ranges::sort(list);
    std::int64_t end = list.front().second;
    for (const auto& [from, to] : list) {
      if (from > end) out[{source, table}].push_back({source, partition, end, from});
      end = std::max(end, to);
    }
  }
  return out;
}

// It has offsets of the hole, or brought the table there or beyond nobody knows from where.
bool may_hold(const TableCommit& commit, const Hole& hole) {
  return std::ranges::any_of(commit.ranges, [&](const CommitRange& range) {
    return range.partition == hole.partition && range.to > hole.from && (range.from < hole.to || range.only_end());
  });
}

// Before those that were read. One without offsets may hold anything.
void read_behind(SQLite::Database& db, LocalTime to, std::vector<Read>& commits) {
  std::set<std::int64_t> known;
  for (const Read& one : commits) known.insert(one.row);
  for (const auto& [key, holes] : holes_in(commits)) {
    SQLite::Statement rows(db,
                           "SELECT " + std::string(columns) +
                               " FROM snapshot WHERE source = ? AND \"table\" = ? AND seen_hi <= ? ORDER BY seen_hi "
                               "DESC, id DESC");
    bound(rows, key.first, key.second.value(), ms(to));
    std::size_t found = 0;
    while (found < most_behind && rows.executeStep()) {
      if (known.contains(rows.getColumn(0).getInt64())) continue;
      Read one = read_whole(db, rows);
      const TableCommit& commit = one.seen.commit;
      const auto held = [&](const Hole& hole) { return may_hold(commit, hole); };
      if (!commit.ranges.empty() && std::ranges::none_of(holes, held)) continue;
      ++found;
      commits.push_back(std::move(one));
    }
  }
  std::ranges::sort(commits, {}, [](const Read& one) { return std::pair(one.seen.seen_hi, one.row); });
}
}  // namespace

CommitTable::CommitTable(SQLite::Database& db)
    : find_(db,
            "SELECT " + std::string(columns) + " FROM snapshot WHERE source = ? AND \"table\" = ? AND snapshot_id = ?"),
      snapshot_(db,
                "INSERT INTO snapshot(source, \"table\", snapshot_id, parent_id, committed_ms, seen_lo, seen_hi, "
                "operation, commit_id, added_records, valid_through_ms, partial, evidence) "
                "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      drop_(db, "DELETE FROM snapshot WHERE id = ?"),
      range_(db, "INSERT INTO commit_range VALUES(?,?,?,?,?)"),
      drop_ranges_(db, "DELETE FROM commit_range WHERE snapshot = ?"),
      db_(db) {}

void CommitTable::store(SourceId source, const Poll& poll, const std::optional<LaneState::Last>& before) {
  for (TableCommit commit : poll.commits) {
    std::ranges::sort(commit.ranges);
    Seen seen{before && before->complete ? std::optional(before->wall) : std::nullopt, poll.wall};
    bound(find_, source.value(), commit.table.value(), commit.snapshot_id);
    if (find_.executeStep()) {
      SeenCommit old = read_commit(find_);
      const std::int64_t row = find_.getColumn(0).getInt64();
      find_.reset();
      read_ranges(db_, row, old.commit);
      // After a rollback some formats use a name again.
      const bool is_same = old.commit.committed == commit.committed;
      if (old.commit == commit || (is_same && knew_better(old.commit, commit))) continue;
      if (is_same) seen = {old.seen_lo, old.seen_hi};
      bound(drop_ranges_, row).exec();
      bound(drop_, row).exec();
    }
    insert(source, commit, seen);
  }
}

void CommitTable::insert(SourceId source, const TableCommit& commit, const Seen& seen) {
  snapshot_.reset();
  snapshot_.bind(1, source.value());
  snapshot_.bind(2, commit.table.value());
  snapshot_.bind(3, commit.snapshot_id);
  bind_number(snapshot_, 4, commit.parent_id);
  bind_number(snapshot_, 5, commit.committed);
  bind_time(snapshot_, 6, seen.lo);
  snapshot_.bind(7, ms(seen.hi));
  snapshot_.bind(8, commit.operation);
  snapshot_.bind(9, commit.commit_id);
  bind_number(snapshot_, 10, commit.added_records);
  bind_number(snapshot_, 11, commit.valid_through);
  snapshot_.bind(12, commit.partial ? int{*commit.partial} : partial_not_told);
  snapshot_.bind(13, static_cast<int>(commit.evidence));
  snapshot_.exec();
  const std::int64_t row = db_.getLastInsertRowid();
  for (const CommitRange& range : commit.ranges)
    bound(range_, row, range.partition.topic.value(), range.partition.partition.value(), range.from, range.to).exec();
}

std::vector<SeenCommit> load_commits(SQLite::Database& db, const std::map<std::int64_t, std::size_t>& sources,
                                     LocalTime from, LocalTime to, std::size_t min) {
  if (number(db, "PRAGMA user_version").value_or(0) < schema_with_commits) return {};
  SQLite::Statement rows(db, "SELECT " + std::string(columns) +
                                 " FROM (SELECT *, row_number() OVER (PARTITION BY source, \"table\" ORDER BY seen_hi "
                                 "DESC, id DESC) AS back FROM snapshot WHERE seen_hi <= ?1) "
                                 "WHERE seen_hi >= ?2 OR back <= ?3 ORDER BY seen_hi, id");
  bound(rows, ms(to), ms(from), static_cast<std::int64_t>(min));
  std::vector<Read> found;
  while (rows.executeStep())
    if (sources.contains(rows.getColumn(1).getInt64())) found.push_back(read_whole(db, rows));
  read_behind(db, to, found);
  std::vector<SeenCommit> commits;
  for (Read& one : found) {
    one.seen.source = sources.at(one.source);
    commits.push_back(std::move(one.seen));
  }
  return commits;
}

}  // namespace tidemark
