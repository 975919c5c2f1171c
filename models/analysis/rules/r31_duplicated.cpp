// SPDX-License-Identifier: GPL-3.0-or-later
// R31: files or records are in the table twice.
#include <algorithm>

#include "models/analysis/rules/rule.h"

namespace tidemark {

std::vector<Found> duplicated(const PathCase& of) {
  std::vector<Found> out;
  for (const TableCase& table : of.tables) {
    const AlignVerdict* worst = nullptr;  // what is added beyond the offsets is told of the whole table
    for (const AlignRow* row : table.rows)
      if (const AlignVerdict* twice = row->holds(AlignState::duplicate_confirmed);
          twice && (!worst || twice->concerned > worst->concerned))
        worst = twice;
    if (!worst) continue;
    Found found{.finding = {.severity = Severity::warn, .confidence = table.confidence(), .object = table.object()},
                .about = table.table->table.value()};
    const StateSpan* trouble = of.file->snapshot.state_at(of.cluster, table.object(), aspect::trouble, of.file->at);
    if (trouble && table.table->trouble("duplicate-files")) found.since = trouble->from_hi;
    found.finding.params = {
        {"table", table.table->table.value()}, {"records", worst->concerned}, {"why", worst->reason}};
    found.present = {worst->reason};
    found.measured = {{"records", worst->concerned}};
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace tidemark
