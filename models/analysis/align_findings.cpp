// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/align_findings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/lag_findings.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
// The rule of a state; empty where nothing is wrong or nothing is known.
std::string_view rule_of(AlignState state) {
  switch (state) {
    case AlignState::stalled:
      return "A01";
    case AlignState::lost:
      return "A02";
    case AlignState::will_lose:
      return "A03";
    case AlignState::gap:
      return "A04";
    case AlignState::table_ahead:
      return "A05";
    case AlignState::duplicate_risk:
      return "A06";
    case AlignState::duplicate_confirmed:
      return "A07";
    case AlignState::reset:
      return "A08";
    case AlignState::aligned:
    case AlignState::pending:
    case AlignState::idle:
    case AlignState::unknown:
      break;
  }
  return {};
}

struct Concerned {
  Severity severity = Severity::note;
  std::int64_t partitions = 0;
  std::int64_t records = 0;
  const AlignRow* worst = nullptr;
};
}  // namespace

std::vector<Finding> align_findings(const std::vector<AlignRow>& rows) {
  std::map<std::tuple<std::string_view, ClusterName, TableName>, Concerned> tables;
  for (const AlignRow& row : rows) {
    const std::string_view rule = rule_of(row.state);
    if (rule.empty()) continue;
    Concerned& table = tables[{rule, row.cluster, row.table}];
    table.severity = std::max(table.severity, row.severity);
    ++table.partitions;
    table.records += row.concerned;
    if (!table.worst || row.concerned > table.worst->concerned) table.worst = &row;
  }
  std::vector<Finding> findings;
  for (const auto& [key, table] : tables) {
    const auto& [rule, cluster, name] = key;
    const bool counted = table.worst->evidence == Evidence::exact || table.worst->evidence == Evidence::derived;
    Finding finding{.rule = std::string(rule),
                    .severity = table.severity,
                    .confidence = counted ? Confidence::high : Confidence::medium,
                    .object = Object("table:" + name.value())};
    finding.params = {{"cluster", cluster.value()},
                      {"table", name.value()},
                      {"partitions", table.partitions},
                      {"records", table.records},
                      {"worst", partition_text(table.worst->partition)},
                      {"reason", table.worst->reason}};
    findings.push_back(std::move(finding));
  }
  sort_findings(findings);
  return findings;
}

}  // namespace tidemark
