// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/complete_through.h"

#include <algorithm>

namespace tidemark {
namespace {
// Adapter e knows no offsets, but the writer says through when its data is valid.
CompleteThrough claimed(const TableInfo& table) {
  for (auto seen = table.commits.all.rbegin(); seen != table.commits.all.rend(); ++seen) {
    if (!table.commits.live(**seen) || is_housekeeping((*seen)->commit)) continue;
    if (!(*seen)->commit.valid_through) break;
    return {LocalTime((*seen)->commit.valid_through->time_since_epoch()), Reason::not_supported};
  }
  return CompleteThrough::unknown(Reason::not_supported);
}

// Nothing but markers and holes stands between the group and the end of the log, and the table is where the group is.
bool only_residue(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition,
                  const Landing& landing, LocalTime at) {
  const Known<Residue> residue = landing_residue(snapshot, table, partition, landing, at);
  return residue && (*residue == Residue::markers || *residue == Residue::holes);
}
}  // namespace

CompleteThrough complete_through_of(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition,
                                    const Landing& landing, LocalTime at) {
  if (!table.tells_offsets()) return claimed(table);
  const MarkKeys keys({table.cluster, table.group.value_or(GroupId()), partition});
  const Known<Measured> high = read_at(snapshot, keys.high, at);
  if (!high) return CompleteThrough::unknown(high.reason());
  const bool never_written = high->value == 0;
  if (!landing.durable && !never_written) return CompleteThrough::unknown(landing.durable.reason());
  if (never_written || *landing.durable >= high->value || only_residue(snapshot, table, partition, landing, at))
    return {high->at, Millis(at - high->at)};
  const Known<Crossing> crossing = crossing_before(snapshot, keys.high, Offset(*landing.durable), at);
  if (!crossing) return CompleteThrough::unknown(crossing.reason());
  return {crossing->lo, Millis(crossing->hi - crossing->lo)};
}

CompleteThrough earlier(const CompleteThrough& a, const CompleteThrough& b) {
  if (!a.at || !b.at) return a.at ? b : a;
  return *b.at < *a.at ? b : a;
}

}  // namespace tidemark
