// SPDX-License-Identifier: GPL-3.0-or-later
// R32: the topic or its cluster was made anew: its log ends below what it had, or below what group or table wait for.
#include <algorithm>

#include "models/analysis/rules/rule.h"

namespace tidemark {
namespace {
// When a mark fell in the last w polls of its lane, or back to 0 from above.
std::optional<LocalTime> fell(const PathCase& of, const SeriesKey& key, bool to_zero) {
  std::optional<LocalTime> when;
  for (const std::size_t i : of.file->snapshot.find(key)) {
    const Column& column = of.file->snapshot.columns[i];
    const LaneInfo& lane = of.file->snapshot.lanes[column.lane];
    const std::size_t end = polls_until(lane, of.file->at);
    std::optional<std::int64_t> before;
    for (std::size_t poll = 0; poll < end; ++poll) {
      if (column.reasons[poll] != Reason::none) continue;
      const std::int64_t value = column.values[poll];
      if (before && value < *before && (!to_zero || value == 0)) when = lane.polls[poll].wall;
      before = value;
    }
  }
  return when;
}

struct Anew {
  std::vector<TopicPartition> partitions;
  std::optional<LocalTime> when;
  std::optional<std::pair<std::string, std::int64_t>> waits;  // who waits for which offset
  bool log_fell = false;
};

void add_waits(Anew& anew, const TopicPartition& partition, const std::string& who, std::int64_t offset) {
  if (std::ranges::find(anew.partitions, partition) == anew.partitions.end()) anew.partitions.push_back(partition);
  if (!anew.waits || offset > anew.waits->second) anew.waits = {who, offset};
}

Anew anew_of(const PathCase& of) {
  Anew anew;
  for (const PartitionCase& partition : of.partitions) {
    auto when = fell(of, partition.keys().high, false);
    if (!when) when = fell(of, partition.keys().floor, true);
    const Known<Measured> seen = of.file->snapshot.at(partition.keys().high, of.file->at);
    const Known<Measured> group = of.file->snapshot.at(partition.keys().committed, of.file->at);
    const bool beyond = seen && group && group->value > seen->value && seen->at >= group->at;
    const bool fresh = when && seen && of.file->at - *when < static_cast<std::int64_t>(rule_polls) * seen->interval;
    if (!beyond && !fresh) continue;
    if (when) anew.when = anew.when ? std::min(*anew.when, *when) : *when;
    anew.log_fell = anew.log_fell || when;
    anew.partitions.push_back(partition.id());
    if (beyond) add_waits(anew, partition.id(), "the group", group->value);
  }
  for (const TableCase& table : of.tables)
    for (const AlignRow* row : table.rows) {
      if (!row->holds(AlignState::reset) || !row->durable || !row->high || *row->durable <= *row->high) continue;
      add_waits(anew, row->partition, table.table->table.value(), *row->durable);
      const auto when = fell(of, {of.cluster, signal::high, object::partition(row->partition)}, false);
      if (when) anew.log_fell = true;
      if (when) anew.when = anew.when ? std::min(*anew.when, *when) : *when;
    }
  return anew;
}
}  // namespace

std::vector<Found> recreated(const PathCase& of) {
  const Anew anew = anew_of(of);
  if (anew.partitions.empty()) return {};
  Found found{.finding = {.severity = Severity::warn, .object = object::topic(of.topic)}};
  found.variant = anew.waits ? "waits" : "";
  if (anew.when) found.since = *anew.when;
  found.finding.params = {{"where", partitions_text(anew.partitions)}};
  if (anew.waits) {
    found.finding.params.emplace("who", anew.waits->first);
    found.finding.params.emplace("offset", anew.waits->second);
    found.present.push_back(anew.waits->first + " beyond the end of the log");
    found.measured.push_back({"waits_for", anew.waits->second});
  }
  (anew.log_fell ? found.present : found.missing).emplace_back("high fell");
  found.measured.push_back({"partitions", std::ssize(anew.partitions)});
  return {found};
}

}  // namespace tidemark
