// SPDX-License-Identifier: GPL-3.0-or-later
// R23: nothing is produced, and the last end of the path has all there is.
#include <algorithm>

#include "models/analysis/rules/silence.h"

namespace tidemark {
namespace {
bool is_drained(const PartitionCase& partition) {
  return partition.row->unread_records && *partition.row->unread_records == 0;
}

bool has_all(const AlignRow& row) {
  const Known<std::int64_t>& end = row.stable ? row.stable : row.high;
  return row.state == AlignState::idle || (row.durable && end && *row.durable >= *end);
}
}  // namespace

std::vector<Found> source_idle(const PathCase& of) {
  if (!std::ranges::all_of(of.partitions, is_drained)) return {};
  const auto silence = silence_of(of);
  if (!silence || silence->too_long()) return {};
  for (const TableCase& table : of.tables)
    if (!std::ranges::all_of(table.rows, [](const AlignRow* row) { return has_all(*row); })) return {};
  Found found{.finding = {.severity = Severity::note, .object = of.object()}, .since = silence->since};
  found.variant = found.since ? "" : "long";
  if (found.since) found.finding.params = {{"since", *found.since}};
  found.present = {"produce rate 0", of.tables.empty() ? "group at the end" : "table at the end"};
  if (!of.path->budget) found.missing = {"what the class expects"};
  found.measured = {{"produce_rate", 0.0}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
