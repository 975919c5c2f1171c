// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/drill/view.h"

#include <algorithm>

#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
bool runs(const DrillRun& run) { return run.status() == DrillStatus::running; }

Branch<LibraryDrill, DrillRun>& branch_of(LibraryDrills& library, const DrillRun& run) {
  const auto same =
      std::ranges::find_if(library, [&](const auto& one) { return one.parent.row.drill.id == run.of.id; });
  if (same != library.end()) return *same;
  library.push_back({{run.of.id, lower(run.of.id + ' ' + run.of.title), {run.of, true, {}}}, {}});
  return library.back();
}

void put(DrillProbes& out, ProbeKind kind, std::vector<DrillProbe> rows) {
  if (rows.empty()) return;
  const std::string group = std::to_string(static_cast<int>(kind));
  auto& branch = out.emplace_back(Branch<ProbeGroup, DrillProbe>{{group, {}, {kind}}, {}});
  for (DrillProbe& row : rows) {
    row.kind = kind;
    std::string key = row.signal ? row.signal->id : row.question.empty() ? row.text : row.question;
    std::string text = lower(row.text);
    branch.children.push_back({std::move(key), std::move(text), std::move(row)});
  }
}

std::vector<DrillProbe> reasons_of(const DrillTold& told, const FindingText& text) {
  std::vector<DrillProbe> out;
  for (const ReviewReason& reason : told.reasons)
    out.push_back(
        {.text = drill_text(reason, text), .outcome = outcome_from(reason.object).value_or(Outcome::unknown)});
  return out;
}

std::vector<DrillProbe> signals_of(const DrillTold& told) {
  std::vector<DrillProbe> out;
  for (const SeenSignal& signal : told.seen) out.push_back({.text = signal.title, .signal = signal});
  return out;
}

// An error stands beside what it is of.
std::vector<DrillProbe> measures_of(const DrillTold& told) {
  std::vector<DrillProbe> out;
  for (const Fact& fact : told.measures) {
    if (fact.name.ends_with("_error_ms")) {
      const std::string of = fact.name.substr(0, fact.name.size() - std::string_view("error_ms").size()) + "ms";
      for (DrillProbe& row : out)
        if (row.text == of && fact.value) row.error = fact;
    } else {
      out.push_back({.text = fact.name, .measure = fact});
    }
  }
  return out;
}

std::vector<DrillProbe> questions_of(const DrillRun& run) {
  std::vector<DrillProbe> out;
  const auto add = [&](const std::string& id, const std::string& title) {
    DrillProbe row{.text = title, .question = id};
    if (const DrillStamp* said = run.answered(id)) row.answer = *said;
    out.push_back(std::move(row));
  };
  for (const DrillCondition& condition : run.of.conditions)
    if (!condition.question.empty()) add(condition.question, question_text(condition));
  for (const DrillSignal& signal : run.of.expected)
    if (signal.sees == SignalSource::people) add(signal.id, signal.title);
  return out;
}

std::vector<DrillProbe> checks_of(const std::vector<DrillCheck>& checks, const FindingText& text) {
  std::vector<DrillProbe> out;
  for (const DrillCheck& check : checks)
    out.push_back({.text = drill_text(check.reason, text), .outcome = check.outcome});
  return out;
}
}  // namespace

std::size_t DrillMatrix::rehearsed() const {
  std::size_t out = 0;
  for (const auto& row : rows)
    out += static_cast<std::size_t>(
        std::ranges::count_if(row.parent.row.by_path, [](const auto& cell) { return cell && cell->verdict; }));
  return out;
}

DrillStart start_of(const std::vector<DrillCheck>& before, bool steady, std::string id, const FindingText& text) {
  DrillStart out{{}, steady, std::move(id)};
  put(out.before, ProbeKind::before, checks_of(before, text));
  drop_doubles(out.before);
  return out;
}

LibraryDrills library_of(const std::vector<DrillTemplate>& templates, const std::vector<DrillRun>& drills) {
  LibraryDrills out;
  for (const DrillTemplate& drill : templates)
    out.push_back({{drill.id, lower(drill.id + ' ' + drill.title), {drill, false, {}}}, {}});
  for (const DrillRun& run : drills) {
    auto& branch = branch_of(out, run);
    branch.children.insert(branch.children.begin(), {run.id, lower(run.scope + ' ' + run.owner), run});
    branch.parent.row.newest = rehearsal_of(run);
  }
  std::ranges::stable_partition(out, [](const auto& branch) {
    return std::ranges::any_of(branch.children, [](const auto& child) { return runs(child.row); });
  });
  return out;
}

DrillSheet sheet_of(DrillShown shown, LocalTime at, const FindingText& text) {
  DrillSheet out;
  out.at = at;
  out.wait = wait_left(shown.run, at);
  int taken_back = 0;
  for (SheetStep& step : sheet_steps(shown.run)) {
    std::string key = step.of.title.empty() ? std::to_string(++taken_back) : "step " + step.of.id;
    out.steps.push_back({{std::move(key), lower(step.of.title), std::move(step)}, {}});
  }
  const DrillTold& told = shown.told;
  put(out.probes, ProbeKind::signal, signals_of(told));
  put(out.probes, ProbeKind::measure, measures_of(told));
  put(out.probes, ProbeKind::question, questions_of(shown.run));
  put(out.probes, ProbeKind::reason, reasons_of(told, text));
  put(out.probes, ProbeKind::before, checks_of(shown.run.before, text));
  put(out.probes, ProbeKind::after, checks_of(told.after, text));
  drop_doubles(out.probes);
  for (const ReviewReason& reason : told.reasons)
    if (outcome_from(reason.object) == told.proposed) out.because.push_back(drill_text(reason, text));
  out.shown = std::move(shown);
  return out;
}

DrillMatrix matrix_of(std::vector<MatrixRow> rows, std::vector<std::string> scopes) {
  DrillMatrix out;
  for (MatrixRow& row : rows) out.rows.push_back({{row.incident.id, lower(row.incident.title), std::move(row)}, {}});
  out.scopes = std::move(scopes);
  return out;
}

}  // namespace tidemark
