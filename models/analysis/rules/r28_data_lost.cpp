// SPDX-License-Identifier: GPL-3.0-or-later
// R28: records that nobody will read or land any more: below the floor, in a hole of the ledger, in files that can no
// longer be committed.
#include "models/analysis/rules/rule.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
std::optional<Found> unread_and_gone(const PathCase& of) {
  std::int64_t records = 0;
  std::string where;
  Known<LocalTime> since = Reason::no_history;
  bool any = false;
  for (const PartitionCase& partition : of.partitions) {
    const LagRow& row = *partition.row;
    if (!row.committed || !row.floor || *row.committed >= *row.floor) continue;
    records += *row.floor - *row.committed;
    where += (any ? ", " : "") + partition_text(row.partition) + " [" + std::to_string(*row.committed) + ", " +
             std::to_string(*row.floor) + ')';
    const Known<Crossing> passed =
        crossing_before(of.file->snapshot, partition.keys().floor, Offset(*row.committed), of.file->at);
    const auto begun = passed.map([](const Crossing& crossing) { return crossing.hi; });
    since = any ? earlier_of(since, begun) : begun;
    any = true;
  }
  if (!any) return std::nullopt;
  Found found{.finding = {.severity = Severity::error, .object = of.object()}, .about = "floor", .since = since};
  found.finding.params = {{"records", records}, {"where", where}};
  found.present = {"the group's offset lies below the floor"};
  found.measured = {{"records", records}};
  return found;
}

// When a commit left a hole, or the collector first told of lost files.
Known<LocalTime> lost_since(const PathCase& of, const TableCase& table, const AlignRow& row) {
  const Coverage coverage = coverage_of(table.table->commits, row.partition);
  if (!coverage.holes.empty())
    for (const SeenCommit* seen : table.table->commits.all)
      for (const CommitRange& range : seen->commit.ranges)
        if (table.table->commits.live(*seen) && range.partition == row.partition && !range.only_end() &&
            range.from >= coverage.holes.front().to)
          return seen->seen_hi;
  const StateSpan* trouble = of.file->snapshot.state_at(of.cluster, table.object(), aspect::trouble, of.file->at);
  if (trouble && row.holds(AlignState::lost)) return trouble->from_hi;
  return Reason::no_history;
}

std::optional<Found> lost_to(const PathCase& of, const TableCase& table) {
  std::int64_t records = 0;
  std::vector<TopicPartition> partitions;
  std::string why;
  Known<LocalTime> since = Reason::no_history;
  for (const AlignRow* row : table.rows) {
    const AlignVerdict* lost = row->holds(AlignState::lost);
    if (!lost) lost = row->holds(AlignState::gap);
    if (!lost) continue;
    const auto begun = lost_since(of, table, *row);
    since = partitions.empty() ? begun : earlier_of(since, begun);
    records += lost->concerned;
    partitions.push_back(row->partition);
    if (why.empty()) why = lost->reason;
  }
  if (partitions.empty()) return std::nullopt;
  Found found{.finding = {.severity = Severity::error, .confidence = table.confidence(), .object = table.object()},
              .about = table.table->table.value(),
              .since = since};
  found.variant = records > 0 ? "table" : "uncounted";
  found.finding.params = {{"where", partitions_text(partitions)}, {"table", table.table->table.value()}, {"why", why}};
  found.present = {why};
  found.measured = {{"partitions", std::ssize(partitions)}};
  if (records == 0) {
    found.missing = {"how many records they hold"};
    return found;
  }
  found.finding.params.emplace("records", records);
  found.measured.emplace_back("records", records);
  return found;
}
}  // namespace

std::vector<Found> data_lost(const PathCase& of) {
  std::vector<Found> out;
  if (auto found = unread_and_gone(of)) out.push_back(*std::move(found));
  for (const TableCase& table : of.tables)
    if (auto found = lost_to(of, table)) out.push_back(*std::move(found));
  return out;
}

}  // namespace tidemark
