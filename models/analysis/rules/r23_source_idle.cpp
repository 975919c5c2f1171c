// SPDX-License-Identifier: GPL-3.0-or-later
// R23: nothing is produced, and the last end of the path has all there is.
#include <algorithm>

#include "models/analysis/rules/rule.h"

namespace tidemark {
namespace {
bool is_quiet(const PartitionCase& partition) {
  const auto last = partition.window();
  return !last.empty() && last.front().high == last.back().high && partition.row->unread_records &&
         *partition.row->unread_records == 0;
}

bool has_all(const AlignRow& row) {
  const Known<std::int64_t>& end = row.stable ? row.stable : row.high;
  return row.state == AlignState::idle || (row.durable && end && *row.durable >= *end);
}

// When the last record came; unknown where it is older than what is remembered.
Known<LocalTime> quiet_since(const PathCase& of) {
  Known<LocalTime> newest = Reason::no_history;
  for (const PartitionCase& partition : of.partitions) {
    const Known<std::int64_t>& high = partition.row->high;
    const Known<Crossing> rose =
        crossing_before(of.file->snapshot, partition.keys().high, Offset(*high - 1), of.file->at);
    if (rose && (!newest || rose->hi > *newest)) newest = rose->hi;
  }
  return newest;
}

// Longer than the class expects; "learn" and "quiet-ok" expect nothing by the clock.
bool too_long(const PathCase& of, const Known<LocalTime>& since) {
  if (!of.path || !of.path->budget || !since) return false;
  constexpr std::string_view expect = "expect ";
  const std::string& idle = of.path->budget->idle;
  if (!idle.starts_with(expect)) return false;
  const auto longest = parse_duration(std::string_view(idle).substr(expect.size()));
  return longest && of.file->at - *since > *longest;
}
}  // namespace

std::vector<Found> source_idle(const PathCase& of) {
  if (of.partitions.empty() || !std::ranges::all_of(of.partitions, is_quiet)) return {};
  for (const TableCase& table : of.tables)
    if (!std::ranges::all_of(table.rows, [](const AlignRow* row) { return has_all(*row); })) return {};
  Found found{.finding = {.severity = Severity::note, .object = of.object()}, .since = quiet_since(of)};
  if (too_long(of, found.since)) return {};
  found.variant = found.since ? "" : "long";
  if (found.since) found.finding.params = {{"since", *found.since}};
  found.present = {"produce rate 0", of.tables.empty() ? "group at the end" : "table at the end"};
  if (!of.path->budget) found.missing = {"what the class expects"};
  found.measured = {{"produce_rate", 0.0}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
