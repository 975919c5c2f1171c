// SPDX-License-Identifier: GPL-3.0-or-later
// R25: the table holds what its group has not committed.
#include <algorithm>

#include "models/analysis/rules/rule.h"

namespace tidemark {

std::vector<Found> table_ahead(const PathCase& of) {
  std::vector<Found> out;
  for (const TableCase& table : of.tables) {
    std::int64_t records = 0;
    std::vector<TopicPartition> partitions;
    for (const AlignRow* row : table.rows) {
      const AlignVerdict* ahead = row->holds(AlignState::table_ahead);
      if (!ahead) continue;
      records += ahead->concerned;
      partitions.push_back(row->partition);
    }
    if (partitions.empty()) continue;
    const bool rereads = table.table->restarts_from_group();
    Found found{.finding = {.severity = rereads ? Severity::warn : Severity::note,
                            .confidence = table.confidence(),
                            .object = table.object()},
                .about = table.table->table.value()};
    found.variant = rereads ? "" : "own";
    found.finding.params = {{"table", table.table->table.value()}, {"records", records}};
    found.present = {"table > group"};
    if (!table.table->writer) found.missing.emplace_back("name of the writer");
    found.measured = {{"ahead", records}, {"partitions", std::ssize(partitions)}};
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace tidemark
