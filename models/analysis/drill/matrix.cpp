// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/drill/matrix.h"

#include <algorithm>

namespace tidemark {
namespace {
std::optional<Rehearsal> newest_of(const std::string& incident, const std::string& scope,
                                   const std::vector<DrillRun>& drills, LocalTime at) {
  const DrillRun* newest = nullptr;
  for (const DrillRun& run : drills)
    if (run.of.incident == incident && run.scope == scope && run.at <= at && (!newest || run.at >= newest->at))
      newest = &run;
  if (!newest) return std::nullopt;
  return rehearsal_of(*newest);
}
}  // namespace

Rehearsal rehearsal_of(const DrillRun& run) {
  if (!run.verdict) return {run.id, run.status(), {}, {}, run.at};
  return {run.id, run.status(), run.verdict->human, run.verdict->name, run.verdict->at};
}

std::string_view word(const Rehearsal& rehearsal) {
  return rehearsal.verdict ? verdict_word(*rehearsal.verdict) : word(rehearsal.status);
}

std::vector<MatrixRow> failure_matrix(const std::vector<DrillIncident>& incidents,
                                      const std::vector<DrillTemplate>& templates, const std::vector<DrillRun>& drills,
                                      const std::vector<std::string>& scopes, LocalTime at) {
  std::vector<MatrixRow> out;
  for (const DrillIncident& incident : incidents) {
    MatrixRow row{incident, {}, {}};
    for (const DrillTemplate& drill : templates)
      if (drill.incident == incident.id) row.templates.push_back(drill.id);
    for (const std::string& scope : scopes) row.by_path.push_back(newest_of(incident.id, scope, drills, at));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<std::string> matrix_scopes(const Profile& profile, const std::vector<DrillRun>& drills,
                                       const std::string& scope) {
  if (!scope.empty()) return {scope};
  std::vector<std::string> out;
  const auto add = [&](const std::string& one) {
    if (std::ranges::find(out, one) == out.end()) out.push_back(one);
  };
  for (const PipelineProfile& pipeline : profile.pipelines) add("path=" + pipeline.name);
  for (const DrillRun& run : drills) add(run.scope);
  if (out.empty()) out.emplace_back();
  return out;
}

}  // namespace tidemark
