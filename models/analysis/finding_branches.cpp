// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/finding_branches.h"

#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
void count(const DiagnosisRow& row, FindingCounts& counts) {
  if (row.snoozed)
    ++counts.snoozed;
  else if (row.finding.severity == Severity::error)
    ++counts.errors;
  else if (row.finding.severity == Severity::warn)
    ++counts.warnings;
  else
    ++counts.notes;
}
}  // namespace

Findings findings_of(Diagnosis diagnosis, LocalTime at) {
  Findings out{at, diagnosis.coverage, {}, std::move(diagnosis.cannot_run), {}};
  std::unordered_set<std::string> seen;
  for (DiagnosisRow& row : diagnosis.rows) {
    std::string key = joined({row.id, row.path});
    if (!seen.insert(key).second) continue;
    count(row, out.counts);
    std::string text = lower(joined({word(row.finding.severity), row.finding.rule, row.title, row.path,
                                     row.finding.object.value(), row.cluster.value(), or_empty(row.owner)}));
    out.rows.push_back({{std::move(key), std::move(text), std::move(row)}, {}});
  }
  return out;
}

}  // namespace tidemark
