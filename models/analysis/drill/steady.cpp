// SPDX-License-Identifier: GPL-3.0-or-later
// The steady state: coverage, ages, landings, findings, people.
#include <algorithm>

#include "models/analysis/drill/case.h"
#include "models/analysis/lane_family.h"
#include "models/analysis/review/facts.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr Millis assumed_target{300'000};

DrillCheck check(std::string id, Outcome outcome, std::string code, std::map<std::string, std::string> params = {}) {
  return {id, outcome, {std::move(code), id, std::move(params)}};
}

DrillCheck coverage_check(const DrillTemplate& drill, const DrillSight& sight, const Filter& near) {
  const auto seen = review_coverage(sight.snapshot, sight.at - drill.steady_for, sight.at, near);
  if (!seen) return check("coverage", Outcome::unknown, "D01");
  const auto percent = [](double share) { return std::to_string(static_cast<std::int64_t>(share * 100)); };
  return check("coverage", *seen >= drill.coverage ? Outcome::pass : Outcome::fail, "D02",
               {{"coverage", percent(*seen)}, {"wanted", percent(drill.coverage)}});
}

// Too short a time does not show how much is steady where a table lands less often.
DrillCheck length_check(const DrillTemplate& drill, const std::vector<DrillPath>& paths) {
  for (const DrillPath& path : paths)
    if (drill.steady_for < 2 * path.cadence)
      return check("steady-for", Outcome::unknown, "D04",
                   {{"path", path.name}, {"cadence", std::to_string(path.cadence.count() / 1000)}});
  return check("steady-for", Outcome::pass, "D05", {{"seconds", std::to_string(drill.steady_for.count() / 1000)}});
}

DrillCheck age_check(const DrillTemplate& drill, const DrillSight& sight, const DrillPath& path) {
  const std::string id = "age:" + path.name;
  const Millis target = path.target.value_or(assumed_target);
  const std::map<std::string, std::string> params{{"path", path.name},
                                                  {"target", std::to_string(target.count() / 1000)}};
  bool known = false;
  for (const DrillPoint& point : path.age) {
    if (point.at < sight.at - drill.steady_for) continue;
    if (!point.value) continue;
    known = true;
    if (Millis(*point.value) - point.error > target) return check(id, Outcome::fail, "D06", params);
  }
  if (!known || path.age.empty() || !path.age.back().value) return check(id, Outcome::unknown, "D07", params);
  return check(id, Outcome::pass, "D08", params);
}

bool is_late(AlignState state) {
  return state != AlignState::aligned && state != AlignState::idle && state != AlignState::pending &&
         state != AlignState::table_ahead && state != AlignState::unknown;
}

DrillCheck landing_check(const std::vector<AlignRow>& aligned, const DrillPath& path) {
  const std::string id = "landing:" + path.name;
  bool known = false;
  for (const AlignRow& row : aligned) {
    if (std::ranges::find(path.tables, row.table) == path.tables.end() || row.partition.topic != path.topic) continue;
    const std::map<std::string, std::string> params{{"table", row.table.value()},
                                                    {"state", std::string(word(row.state))}};
    if (is_late(row.state)) return check(id, Outcome::fail, "D09", params);
    if (row.state == AlignState::unknown) return check(id, Outcome::unknown, "D10", params);
    known = true;
  }
  return check(id, known ? Outcome::pass : Outcome::unknown, known ? "D11" : "D10",
               {{"table", path.tables.empty() ? path.named_table : path.tables.front().value()}, {"state", "UNKNOWN"}});
}

DrillCheck findings_check(const DrillSight& sight) {
  for (const DrillFinding& finding : sight.findings)
    if (finding.lasts && finding.severity == Severity::error)
      return check("findings", Outcome::fail, "D12", {{"rule", finding.rule}, {"title", finding.title}});
  return check("findings", Outcome::pass, "D13");
}

DrillCheck people_check(const DrillPeople& people) {
  std::string missing;
  for (const auto& [name, text] :
       {std::pair{"owner", &people.owner}, {"approver", &people.approver}, {"stop condition", &people.stop}})
    if (text->empty()) missing += (missing.empty() ? "" : ", ") + std::string(name);
  return missing.empty() ? check("people", Outcome::pass, "D15")
                         : check("people", Outcome::fail, "D14", {{"missing", missing}});
}
}  // namespace

std::vector<DrillCheck> steady_state(const DrillTemplate& drill, const DrillPeople& people, const DrillSight& seen) {
  const auto joined = with_families_joined(seen.snapshot);
  const DrillSight sight = seen.over(joined ? *joined : seen.snapshot);
  const std::vector<DrillPath> paths = drill_paths(sight, sight.at - drill.steady_for);
  if (paths.empty()) return {check("scope", Outcome::unknown, "D03"), people_check(people)};
  const Filter near = near_filter(sight.filter, paths);
  const auto aligned = align_rows(sight.snapshot, sight.at, near, sight.profile);
  std::vector<DrillCheck> out{coverage_check(drill, sight, near), length_check(drill, paths)};
  for (const DrillPath& path : paths) {
    out.push_back(age_check(drill, sight, path));
    if (path.has_table()) out.push_back(landing_check(aligned, path));
  }
  out.push_back(findings_check(sight));
  out.push_back(people_check(people));
  return out;
}

}  // namespace tidemark
