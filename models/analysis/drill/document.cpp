// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/drill/document.h"

#include <algorithm>

#include "models/analysis/drill/sheet.h"

namespace tidemark {
namespace {
Cell or_none(const std::string& text) { return text.empty() ? Cell(Reason::not_applicable) : Cell(text); }

Document empty_document(const char* verb, LocalTime from, LocalTime at) {
  Document out;
  out.verb = verb;
  out.from = from;
  out.at = out.to = at;
  out.coverage = Reason::not_applicable;
  return out;
}

Cell value_of(const Known<FactValue>& value) {
  if (!value) return value.reason();
  return std::visit([](const auto& known) { return Cell(known); }, *value);
}

CellList checks_of(const std::vector<DrillCheck>& checks, const FindingText& text) {
  CellList out;
  for (const DrillCheck& check : checks)
    out.emplace_back(
        CellRecord{{"check", check.id}, {"outcome", word(check.outcome)}, {"text", drill_text(check.reason, text)}});
  return out;
}

CellList steps_of(const DrillRun& run) {
  CellList out;
  const auto stamp_cell = [](const DrillStamp* stamp, auto&& value) {
    return stamp ? value(*stamp) : Cell(Reason::not_applicable);
  };
  for (const DrillStep& step : run.of.steps) {
    const DrillStamp* stamp = run.stamped(step.id);
    out.emplace_back(CellRecord{{"step", step.id},
                                {"planned", step.title},
                                {"who", or_none(step.who)},
                                {"stamp", stamp_cell(stamp, [](const DrillStamp& of) { return Cell(of.at); })},
                                {"by", stamp_cell(stamp, [](const DrillStamp& of) { return or_none(of.by); })},
                                {"note", stamp_cell(stamp, [](const DrillStamp& of) { return or_none(of.note); })}});
  }
  for (const DrillStamp* stamp : run.unplanned())
    out.emplace_back(CellRecord{{"step", Reason::not_applicable},
                                {"planned", Reason::not_applicable},
                                {"who", Reason::not_applicable},
                                {"stamp", stamp->at},
                                {"by", or_none(stamp->by)},
                                {"note", or_none(stamp->note)}});
  return out;
}

CellList answers_of(const DrillRun& run) {
  CellList out;
  for (const DrillStamp& stamp : run.stamps)
    if (!stamp.undone && !stamp.question.empty())
      out.emplace_back(CellRecord{
          {"question", stamp.question}, {"answer", stamp.answer}, {"by", or_none(stamp.by)}, {"at", stamp.at}});
  return out;
}

CellList probes_of(const std::vector<SeenSignal>& signals) {
  CellList out;
  for (const SeenSignal& signal : signals)
    out.emplace_back(CellRecord{{"signal", signal.id},
                                {"expected", signal.title},
                                {"optional", signal.optional},
                                {"state", word(signal.state)},
                                {"seen_at", signal.at},
                                {"seen_error_ms", signal.at.map([&](LocalTime) { return signal.error; })},
                                {"early", signal.early},
                                {"what", or_none(signal.what)}});
  return out;
}

CellRecord measures_of(const std::vector<Fact>& facts) {
  CellRecord out;
  for (const Fact& fact : facts) out.push_back({fact.name, value_of(fact.value)});
  return out;
}

CellRecord row_of(const DrillShown& drill, const FindingText& text) {
  const DrillRun& run = drill.run;
  const auto said = [&](auto&& value) { return run.verdict ? value(*run.verdict) : Cell(Reason::not_applicable); };
  CellList reasons;
  for (const ReviewReason& reason : drill.told.reasons) reasons.emplace_back(drill_reason_text(reason, text));
  return {{"id", run.id},
          {"template", run.of.id},
          {"title", run.of.title},
          {"template_sha256", run.of.sha256},
          {"scope", run.scope},
          {"status", word(run.status())},
          {"started", run.at},
          {"ended", run.verdict   ? Cell(run.verdict->at)
                    : run.aborted ? Cell(run.aborted->at)
                                  : Cell(Reason::not_applicable)},
          {"owner", or_none(run.owner)},
          {"approver", or_none(run.approver)},
          {"stop_condition", or_none(run.stop)},
          {"proposed", verdict_word(drill.told.proposed)},
          {"reasons", std::move(reasons)},
          {"human", said([](const DrillVerdict& of) { return Cell(verdict_word(of.human)); })},
          {"name", said([](const DrillVerdict& of) { return Cell(of.name); })},
          {"human_text", said([](const DrillVerdict& of) { return or_none(of.text); })},
          {"aborted", run.aborted ? Cell(run.aborted->reason) : Cell(Reason::not_applicable)},
          {"measures", measures_of(drill.told.measures)},
          {"steps", steps_of(run)},
          {"answers", answers_of(run)},
          {"probes", probes_of(drill.told.seen)},
          {"before", checks_of(run.before, text)},
          {"after", checks_of(drill.told.after, text)},
          {"journal_hash", run.journal_hash}};
}

std::string verdict_note(const DrillShown& drill) {
  const DrillRun& run = drill.run;
  std::string out = "Drill " + run.of.id + ", " + std::string(word(run.status())) +
                    ". Proposed: " + std::string(verdict_word(drill.told.proposed));
  if (!run.verdict) return out;
  out += ". " + run.verdict->name + " says " + std::string(verdict_word(run.verdict->human));
  if (run.verdict->human != drill.told.proposed) out += ", which is not what is proposed: " + run.verdict->text;
  return out;
}

// A line of the run sheet.
CellRecord line(const char* part, const std::string& id, const std::string& what, std::string state, Cell at,
                Millis error, Cell by, const std::string& more) {
  return {{"part", part},
          {"id", id},
          {"what", what},
          {"state", std::move(state)},
          {"at", at},
          {"at_error_ms", std::holds_alternative<LocalTime>(at.value) ? Cell(error) : Cell(Reason::not_applicable)},
          {"by", std::move(by)},
          {"more", or_none(more)}};
}

void add_step_lines(const DrillRun& run, std::vector<CellRecord>& out) {
  for (const SheetStep& step : sheet_steps(run)) {
    std::string more = step.of.command;
    if (!step.of.expect.empty()) more += (more.empty() ? "" : " — ") + step.of.expect;
    if (step.stamp && !step.stamp->note.empty()) more = step.stamp->note;
    const Cell by = or_none(step.stamp ? step.stamp->by : step.of.who);
    std::string what = step.of.title;
    if (what.empty()) what = step.of.id.empty() ? "not planned" : "taken back";
    out.push_back(line("step", step.of.id, what, std::string(word(step.state)),
                       step.stamp ? Cell(step.stamp->at) : Cell(Reason::not_applicable), Millis(0), by, more));
  }
}

void add_question_lines(const DrillRun& run, std::vector<CellRecord>& out) {
  for (const DrillCondition& condition : run.of.conditions) {
    if (condition.question.empty()) continue;
    const DrillStamp* said = run.answered(condition.question);
    const std::string title = question_text(condition);
    out.push_back(line("question", condition.question, title, said ? said->answer : "open",
                       said ? Cell(said->at) : Cell(Reason::not_applicable), Millis(0),
                       said ? or_none(said->by) : Cell(Reason::not_applicable), said ? said->note : ""));
  }
}
}  // namespace

DrillTold told_of(const DrillRun& run, const DrillJudgement& judged) {
  if (run.verdict) return told_of(*run.verdict);
  return {judged.proposal.outcome, judged.proposal.reasons, facts_of(run.of, judged.measures), judged.seen,
          judged.after};
}

DrillTold told_of(const DrillVerdict& verdict) {
  return {verdict.proposed, verdict.reasons, verdict.measures, verdict.seen, verdict.after};
}

DrillVerdict verdict_of(const DrillShown& drill, LocalTime at) {
  if (drill.run.verdict) return *drill.run.verdict;
  DrillVerdict out;
  out.at = drill.run.aborted ? drill.run.aborted->at : at;
  out.proposed = drill.told.proposed;
  out.reasons = drill.told.reasons;
  out.measures = drill.told.measures;
  out.seen = drill.told.seen;
  out.after = drill.told.after;
  return out;
}

std::string question_text(const DrillCondition& condition) {
  return condition.title.empty() ? "It does no harm that records come twice" : condition.title;
}

std::string drill_text(const ReviewReason& reason, const FindingText& text) {
  Finding finding;
  finding.rule = reason.code;
  for (const auto& [name, value] : reason.params) finding.params[name] = value;
  return text(finding);
}

std::string drill_reason_text(const ReviewReason& reason, const FindingText& text) {
  const auto outcome = outcome_from(reason.object);
  return std::string(verdict_word(outcome.value_or(Outcome::unknown))) + ": " + drill_text(reason, text);
}

Document drill_list_document(const std::vector<DrillShown>& drills, LocalTime at, const FindingText& text) {
  Document out = empty_document("drill list", drills.empty() ? at : drills.front().run.at, at);
  for (const DrillShown& drill : drills) out.rows.push_back(row_of(drill, text));
  if (drills.empty())
    out.notes.emplace_back("No drill was started: tidemark drill list --templates shows which there are");
  return out;
}

Document drill_sheet_document(const DrillShown& drill, LocalTime at, const FindingText& text) {
  const DrillRun& run = drill.run;
  Document out = empty_document("drill show", run.at, at);
  const Cell nobody = Reason::not_applicable;
  for (const DrillCheck& check : run.before)
    out.rows.push_back(line("before", check.id, drill_text(check.reason, text), std::string(word(check.outcome)),
                            Cell(run.at), Millis(0), nobody, ""));
  add_step_lines(run, out.rows);
  for (const SeenSignal& signal : drill.told.seen)
    out.rows.push_back(line("signal", signal.id, signal.title, std::string(word(signal.state)), Cell(signal.at),
                            signal.error, nobody, signal.early ? "too early: " + signal.what : signal.what));
  add_question_lines(run, out.rows);
  for (const ReviewReason& reason : drill.told.reasons)
    out.rows.push_back(line("verdict", reason.code, drill_text(reason, text),
                            std::string(verdict_word(outcome_from(reason.object).value_or(Outcome::unknown))), nobody,
                            Millis(0), nobody, ""));
  out.beside = {{"drill", row_of(drill, text)}};
  out.notes.push_back(verdict_note(drill));
  out.notes.emplace_back("Tidemark changes nothing in a cluster: people do the steps and stamp them");
  return out;
}

Document drill_templates_document(const std::vector<DrillTemplate>& drills, LocalTime at) {
  Document out = empty_document("drill list", at, at);
  for (const DrillTemplate& drill : drills) {
    CellList rows, steps;
    for (const std::string& row : drill.rows) rows.emplace_back(row);
    for (const DrillStep& step : drill.steps) steps.emplace_back(step.title);
    out.rows.push_back({{"template", drill.id},
                        {"title", drill.title},
                        {"purpose", or_none(drill.purpose)},
                        {"steps", std::move(steps)},
                        {"feeds", std::move(rows)},
                        {"slot", or_none(drill.slot)},
                        {"incident", or_none(drill.incident)},
                        {"steady_for_ms", drill.steady_for},
                        {"recover_within_ms", drill.recover_within},
                        {"sha256", drill.sha256}});
  }
  return out;
}

Document drill_matrix_document(const std::vector<MatrixRow>& matrix, const std::vector<std::string>& scopes,
                               LocalTime at) {
  Document out = empty_document("drill matrix", at, at);
  std::int64_t never = 0;
  for (const MatrixRow& row : matrix) {
    CellList by;
    for (const std::string& drill : row.templates) by.emplace_back(drill);
    for (std::size_t i = 0; i < scopes.size(); ++i) {
      const std::optional<Rehearsal>& newest = row.by_path[i];
      const auto of = [&](auto&& value) { return newest ? value(*newest) : Cell(Reason::not_probed); };
      never += newest ? 0 : 1;
      const auto cell_of = [](const Rehearsal& rehearsal) {
        constexpr std::size_t day = 10;
        return Cell(std::string(word(rehearsal)) + ' ' + rfc3339(rehearsal.at).substr(0, day));
      };
      out.rows.push_back({{"incident", row.incident.id},
                          {"title", row.incident.title},
                          {"scope", scopes[i]},
                          {"cell", newest ? cell_of(*newest) : Cell("never rehearsed")},
                          {"verdict", of([](const Rehearsal& one) { return Cell(word(one)); })},
                          {"rehearsed", of([](const Rehearsal& one) { return Cell(one.at); })},
                          {"name", newest && newest->verdict ? Cell(newest->name) : Cell(Reason::not_probed)},
                          {"drill", of([](const Rehearsal& one) { return Cell(one.drill); })},
                          {"templates", by}});
    }
  }
  out.notes.push_back(std::to_string(never) + " of " + std::to_string(out.rows.size()) + " were never rehearsed");
  return out;
}

Document drill_checks_document(const std::vector<DrillCheck>& checks, LocalTime at, const FindingText& text) {
  Document out = empty_document("drill start", at, at);
  for (const DrillCheck& check : checks)
    out.rows.push_back(
        {{"check", check.id}, {"outcome", word(check.outcome)}, {"text", drill_text(check.reason, text)}});
  return out;
}

}  // namespace tidemark
