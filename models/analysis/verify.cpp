// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/verify.h"

#include <algorithm>
#include <array>

#include "models/analysis/commits.h"
#include "models/analysis/lag_findings.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
Known<std::int64_t> counted(const LedgerRow& row, const RecordCounts& counts) {
  std::int64_t sum = 0;
  for (const CommitRange& range : row.commit.ranges) {
    const auto found = counts.find({row.cluster, range});
    if (found == counts.end()) return Reason::not_probed;
    if (!found->second) return found->second.reason();
    sum += *found->second;
  }
  return sum;
}

void judge(VerifyRow& row) {
  const std::string added = std::to_string(row.added.value_or(0)) + " rows added";
  if (!row.added) {
    row.reason = "the snapshot does not say how many records it added";
  } else if (row.records) {
    const std::int64_t difference = *row.added - *row.records;
    row.difference = difference;
    row.verdict = difference == 0 ? Verified::equal : difference < 0 ? Verified::fewer : Verified::more;
    row.reason = added + ", " + std::to_string(*row.records) + " records in the log";
    if (difference < 0) row.reason += ": the rest is filtered, in another table, or lost";
    if (difference > 0) row.reason += ": duplicates, or several rows of one record";
  } else if (*row.added > *row.offsets) {
    row.verdict = Verified::more;
    row.reason = added + ", and the log has " + std::to_string(*row.offsets) +
                 " offsets there at most: duplicates, or "
                 "several rows of one record";
  } else {
    row.reason = added + ", at most " + std::to_string(*row.offsets) +
                 " records in the log (its offsets; not counted: " + std::string(word(row.records.reason())) + ')';
  }
}

VerifyRow row_of(const LedgerRow& commit, const RecordCounts& counts) {
  VerifyRow row{.commit = commit};
  if (commit.commit.added_records) row.added = *commit.commit.added_records;
  if (commit.commit.ranges.empty() || is_blurred(commit.commit)) {
    row.records = Reason::not_supported;
    row.reason = "nobody says which offsets the snapshot covers";
    return row;
  }
  std::int64_t offsets = 0;
  for (const CommitRange& range : commit.commit.ranges) offsets += std::max<std::int64_t>(0, range.to - range.from);
  row.offsets = offsets;
  row.records = counted(commit, counts);
  row.completeness = row.records ? "exact" : "bounded";
  judge(row);
  return row;
}

Finding finding_of(const VerifyRow& row) {
  const TableCommit& commit = row.commit.commit;
  Finding finding{.rule = "A09", .severity = Severity::warn, .object = Object("table:" + commit.table.value())};
  finding.params = {{"cluster", row.commit.cluster.value()},
                    {"table", commit.table.value()},
                    {"snapshot", commit.snapshot_id},
                    {"reason", row.reason}};
  return finding;
}

CellRecord cells_of(const VerifyRow& row) {
  const TableCommit& commit = row.commit.commit;
  return {{"cluster", row.commit.cluster.value()},
          {"table", commit.table.value()},
          {"snapshot_id", commit.snapshot_id},
          {"committed_at",
           commit.committed ? Cell(LocalTime(commit.committed->time_since_epoch())) : Cell(Reason::not_supported)},
          {"added_records", row.added},
          {"offsets", row.offsets},
          {"log_records", row.records},
          {"difference", row.difference},
          {"completeness", row.completeness},
          {"evidence", word(commit.evidence)},
          {"verdict", word(row.verdict)},
          {"reason", row.reason}};
}
}  // namespace

std::string_view word(Verified verified) {
  static constexpr std::array words = std::to_array<std::string_view>({"equal", "fewer", "more", "cannot-tell"});
  return words.at(static_cast<std::size_t>(verified));
}

std::vector<LedgerRow> commits_to_verify(const Snapshot& snapshot, std::optional<LocalTime> from, LocalTime at,
                                         const Filter& filter) {
  std::vector<LedgerRow> rows = ledger_rows(snapshot, from, at, filter);
  std::erase_if(rows, [](const LedgerRow& row) { return row.rolled_back || is_housekeeping(row.commit); });
  if (from) return rows;
  std::vector<LedgerRow> newest;
  for (LedgerRow& row : rows) {
    const bool same =
        !newest.empty() && newest.back().cluster == row.cluster && newest.back().commit.table == row.commit.table;
    if (same)
      newest.back() = std::move(row);
    else
      newest.push_back(std::move(row));
  }
  return newest;
}

std::vector<LogRange> ranges_of(const std::vector<LedgerRow>& commits) {
  std::vector<LogRange> out;
  for (const LedgerRow& row : commits)
    for (const CommitRange& range : row.commit.ranges)
      if (!range.only_end()) out.push_back({row.cluster, range});
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

std::vector<VerifyRow> verify_rows(const std::vector<LedgerRow>& commits, const RecordCounts& counts) {
  std::vector<VerifyRow> rows;
  for (const LedgerRow& commit : commits) rows.push_back(row_of(commit, counts));
  return rows;
}

Document verify_document(const Snapshot& snapshot, std::optional<LocalTime> from, LocalTime at, const Filter& filter,
                         const RecordCounts& counts) {
  Document document = frame("align", snapshot, from.value_or(snapshot.from), at, filter);
  document.coverage = table_coverage(snapshot, from.value_or(snapshot.from), at, filter);
  for (const VerifyRow& row : verify_rows(commits_to_verify(snapshot, from, at, filter), counts)) {
    document.rows.push_back(cells_of(row));
    if (row.verdict == Verified::fewer || row.verdict == Verified::more) document.findings.push_back(finding_of(row));
  }
  sort_findings(document.findings);
  return document;
}

}  // namespace tidemark
