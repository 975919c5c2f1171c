// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/gate.h"

#include <algorithm>
#include <array>

#include "models/analysis/scope.h"
#include "models/analysis/tables.h"

namespace tidemark {
namespace {
void judge(const std::vector<AlignRow>& rows, GateRow& row) {
  const auto of =
      std::ranges::find_if(rows, [&](const AlignRow& r) { return r.cluster == row.cluster && r.table == row.table; });
  if (of == rows.end()) {
    row.reason = "no partition is known that feeds the table";
    return;
  }
  row.complete_through = of->complete_through;
  row.complete_through_error = of->complete_through_error;
  row.evidence = of->evidence;
  if (!row.complete_through) {
    row.reason =
        "how far the table is complete is not known (" + std::string(word(row.complete_through.reason())) + ')';
    return;
  }
  const LocalTime proven = *row.complete_through;
  if (row.evidence != Evidence::exact && row.evidence != Evidence::derived) {
    row.reason = "what the table holds is " + std::string(word(row.evidence)) + ": that proves nothing";
  } else if (proven >= row.through) {
    row.verdict = GateVerdict::yes;
    row.reason = "everything produced before " + rfc3339(proven) + " is in the table";
  } else if (row.complete_through_error && proven + *row.complete_through_error < row.through) {
    row.verdict = GateVerdict::no;
    row.reason = "complete through " + rfc3339(proven) + " only";
  } else {
    row.reason = "between two samples: complete through " + rfc3339(proven) + " is proven, a little more is possible";
  }
}
}  // namespace

std::string_view word(GateVerdict verdict) {
  static constexpr std::array words = std::to_array<std::string_view>({"yes", "no", "cannot-tell"});
  return words.at(static_cast<std::size_t>(verdict));
}

std::vector<GateRow> gate_rows(const Snapshot& snapshot, LocalTime at, LocalTime through, const Filter& filter,
                               const Profile& profile) {
  Filter tables;
  tables.cluster = filter.cluster;
  tables.table = filter.table;
  const std::vector<AlignRow> rows = align_rows(snapshot, at, tables, profile);
  std::vector<GateRow> out;
  for (const TableInfo& table : tables_at(snapshot, at, tables, profile)) {
    GateRow& row = out.emplace_back(GateRow{.cluster = table.cluster, .table = table.table, .through = through});
    judge(rows, row);
  }
  return out;
}

GateVerdict gate_verdict(const std::vector<GateRow>& rows) {
  const auto says = [&](GateVerdict verdict) {
    return [verdict](const GateRow& row) { return row.verdict == verdict; };
  };
  if (std::ranges::any_of(rows, says(GateVerdict::no))) return GateVerdict::no;
  return !rows.empty() && std::ranges::all_of(rows, says(GateVerdict::yes)) ? GateVerdict::yes
                                                                            : GateVerdict::cannot_tell;
}

Document gate_document(const Snapshot& snapshot, LocalTime at, const std::vector<GateRow>& rows, const Filter& filter) {
  Document document = frame("gate", snapshot, snapshot.from, at, filter);
  document.coverage = table_coverage(snapshot, snapshot.from, at, filter);
  for (const GateRow& row : rows)
    document.rows.push_back({{"cluster", row.cluster.value()},
                             {"table", row.table.value()},
                             {"through", row.through},
                             {"complete_through", row.complete_through},
                             {"complete_through_error_ms", row.complete_through_error},
                             {"evidence", word(row.evidence)},
                             {"verdict", word(row.verdict)},
                             {"reason", row.reason}});
  return document;
}

}  // namespace tidemark
