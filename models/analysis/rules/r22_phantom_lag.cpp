// SPDX-License-Identifier: GPL-3.0-or-later
// R22: a small gap that never changes in a log that has markers or holes: nothing is left to read.
#include <algorithm>

#include "models/analysis/rules/rule.h"

namespace tidemark {
namespace {
constexpr std::int64_t largest = 100;

bool constant(std::span<const MarkPoll> polls) {
  return !polls.empty() && std::ranges::all_of(polls, [&](const MarkPoll& poll) {
    return poll.high - poll.committed == polls.back().high - polls.back().committed;
  });
}

// Probed, or a log in which such a gap is usual. Where nobody owns the partition, what is left may be records.
std::optional<Confidence> phantom(const PathCase& of, const PartitionCase& partition) {
  const LagRow& row = *partition.row;
  if (!row.lag || *row.lag <= 0 || *row.lag > largest || !constant(partition.window())) return std::nullopt;
  const bool probed = row.residue && (*row.residue == Residue::markers || *row.residue == Residue::holes);
  const bool asked = !of.file->snapshot.find(partition.keys().residue).empty();
  if (probed) return asked ? Confidence::high : Confidence::medium;
  if (row.residue && *row.residue == Residue::open_txn) return std::nullopt;
  const bool usual = partition.traits.transactional.value_or(false) || partition.traits.compacted;
  const bool read = owned(*of.members, row.partition).value_or(true);
  if (usual && (read || *row.lag == 1)) return Confidence::medium;
  return std::nullopt;
}
}  // namespace

std::vector<Found> phantom_lag(const PathCase& of) {
  std::int64_t offsets = 0;
  std::vector<TopicPartition> partitions;
  Confidence confidence = Confidence::high;
  for (const PartitionCase& partition : of.partitions) {
    const auto one = phantom(of, partition);
    if (!one) continue;
    confidence = std::max(confidence, *one);
    offsets += *partition.row->lag;
    partitions.push_back(partition.id());
  }
  if (partitions.empty()) return {};
  Found found{.finding = {.severity = Severity::note, .confidence = confidence, .object = of.object()}};
  found.finding.params = {{"offsets", offsets}, {"where", partitions_text(partitions)}};
  found.present = {"gap constant", confidence == Confidence::high ? "probed" : "log of transactions or compacted"};
  if (confidence != Confidence::high) found.missing = {"a probe of what stands in the gap"};
  found.measured = {{"gap", offsets}, {"partitions", std::ssize(partitions)}};
  return {found};
}

}  // namespace tidemark
