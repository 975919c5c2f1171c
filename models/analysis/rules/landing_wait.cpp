// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/landing_wait.h"

#include <algorithm>

namespace tidemark {

LandingWait landing_wait(const TableCase& table, LocalTime at, std::optional<AlignState> state) {
  LandingWait out;
  const bool grouped = table.table->group.known();
  for (const AlignRow* row : table.rows) {
    const AlignVerdict* verdict = state ? row->holds(*state) : nullptr;
    if (state && !verdict) continue;
    // Without a group, the log itself is ahead of the table.
    const std::int64_t gap = grouped ? row->commit_gap.value_or(0) : verdict ? verdict->concerned : 0;
    if (gap <= 0) continue;
    out.since = out.partitions.empty() ? row->not_landed_since : earlier_of(out.since, row->not_landed_since);
    out.records += gap;
    out.only_in_files += row->restart.only_in_files.value_or(0);
    out.partitions.push_back(row->partition);
    const bool is_late = row->not_landed_since && at - *row->not_landed_since > row->sla;
    out.late = out.late || is_late;
    out.twice_late = out.twice_late || (is_late && at - *row->not_landed_since > 2 * row->sla) ||
                     (verdict && verdict->severity == Severity::error);
  }
  return out;
}

bool landed_after(const TableCase& table, const Known<LocalTime>& time) {
  return time && std::ranges::any_of(table.table->commits.all, [&](const SeenCommit* seen) {
           return seen->seen_hi > *time && !is_housekeeping(seen->commit);
         });
}

}  // namespace tidemark
