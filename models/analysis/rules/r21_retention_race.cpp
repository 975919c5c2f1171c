// SPDX-License-Identifier: GPL-3.0-or-later
// R21: retention reaches what is unread before the group does.
#include <algorithm>

#include "models/analysis/rules/rule.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr Millis soon{2 * 3'600'000};
constexpr Millis settled{300'000};   // a group that is less behind than this keeps up
constexpr Millis pressing{600'000};  // that little time is told at once

// Time until the group has read all, at its pace; none where it does not drain.
std::optional<Millis> eta_of(const LagRow& row) {
  if (!row.produce_rate || !row.consume_rate) return std::nullopt;
  const double drain = *row.consume_rate - *row.produce_rate;
  if (drain <= 0) return std::nullopt;
  constexpr double longest = 9e17, ms_per_second = 1000;
  return Millis(static_cast<std::int64_t>(std::min(longest, static_cast<double>(*row.lag) * ms_per_second / drain)));
}

bool loses(const PartitionCase& partition) {
  const LagRow& row = *partition.row;
  if (!partition.waits() || !row.headroom || (row.floor && row.committed && *row.committed < *row.floor)) return false;
  const bool behind = row.verdict && *row.verdict != Verdict::ok && *row.verdict != Verdict::rewind;
  if (!behind && row.age.value_or(Millis(0)) <= settled) return false;
  // What stands for a moment, to rebalance or until its next commit, is not in a race yet.
  if (row.age && *row.age <= settled && *row.headroom > pressing) return false;
  const auto eta = eta_of(row);
  return eta && !behind ? *row.headroom < *eta : *row.headroom < soon;
}
}  // namespace

std::vector<Found> retention_race(const PathCase& of) {
  const PartitionCase* worst = nullptr;
  std::int64_t partitions = 0;
  for (const PartitionCase& partition : of.partitions) {
    if (!loses(partition)) continue;
    ++partitions;
    if (!worst || *partition.row->headroom < *worst->row->headroom) worst = &partition;
  }
  if (!worst) return {};
  const LagRow& row = *worst->row;
  Found found{.finding = {.severity = Severity::error, .object = of.object()}};
  // Since when it is behind: the oldest unread record has waited since then.
  if (row.age_error && row.age && row.age_method && *row.age_method == AgeMethod::history)
    found.since = of.file->at - *row.age;
  found.finding.params = {{"left", *row.headroom}, {"worst", partition_text(row.partition)}};
  found.present = {"time to the floor"};
  const auto eta = eta_of(row);
  found.present.emplace_back(eta ? "drains too slowly" : "does not drain");
  if (!row.produce_rate || !row.consume_rate) found.missing = {"rates"};
  found.measured = {{"headroom_ms", *row.headroom}, {"unread", row.unread_records}, {"partitions", partitions}};
  if (eta) found.measured.push_back({"eta_ms", *eta});
  return {found};
}

}  // namespace tidemark
