// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/drill/document.h"

#include <algorithm>

namespace tidemark {
namespace {
Cell or_none(const std::string& text) { return text.empty() ? Cell(Reason::not_applicable) : Cell(text); }

std::string words_of(const ReviewReason& reason, const FindingText& text) {
  Finding finding;
  finding.rule = reason.code;
  for (const auto& [name, value] : reason.params) finding.params[name] = value;
  return text(finding);
}

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
        CellRecord{{"check", check.id}, {"outcome", word(check.outcome)}, {"text", words_of(check.reason, text)}});
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
  const DrillStep* next = nullptr;
  for (const DrillStep& step : run.of.steps)
    if (!next && !step.optional && !run.stamped(step.id)) next = &step;
  for (const DrillStep& step : run.of.steps) {
    const DrillStamp* stamp = run.stamped(step.id);
    std::string more = step.command;
    if (!step.expect.empty()) more += (more.empty() ? "" : " — ") + step.expect;
    if (stamp && !stamp->note.empty()) more = stamp->note;
    const char* state = stamp ? "done" : &step == next ? "next" : step.optional ? "optional" : "to do";
    out.push_back(line("step", step.id, step.title, state, stamp ? Cell(stamp->at) : Cell(Reason::not_applicable),
                       Millis(0), stamp ? or_none(stamp->by) : or_none(step.who), more));
  }
  for (const DrillStamp& stamp : run.stamps)
    if (stamp.undone || (stamp.step.empty() && stamp.question.empty()))
      out.push_back(line("step", stamp.step, stamp.step.empty() ? "not planned" : "taken back",
                         stamp.undone ? "undone" : "done", Cell(stamp.at), Millis(0), or_none(stamp.by), stamp.note));
}

void add_question_lines(const DrillRun& run, std::vector<CellRecord>& out) {
  for (const DrillCondition& condition : run.of.conditions) {
    if (condition.question.empty()) continue;
    const DrillStamp* said = run.answered(condition.question);
    const std::string title = condition.title.empty() ? "It does no harm that records come twice" : condition.title;
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

std::string drill_reason_text(const ReviewReason& reason, const FindingText& text) {
  const auto outcome = outcome_from(reason.object);
  return std::string(verdict_word(outcome.value_or(Outcome::unknown))) + ": " + words_of(reason, text);
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
    out.rows.push_back(line("before", check.id, words_of(check.reason, text), std::string(word(check.outcome)),
                            Cell(run.at), Millis(0), nobody, ""));
  add_step_lines(run, out.rows);
  for (const SeenSignal& signal : drill.told.seen)
    out.rows.push_back(line("signal", signal.id, signal.title, std::string(word(signal.state)), Cell(signal.at),
                            signal.error, nobody, signal.early ? "too early: " + signal.what : signal.what));
  add_question_lines(run, out.rows);
  for (const ReviewReason& reason : drill.told.reasons)
    out.rows.push_back(line("verdict", reason.code, words_of(reason, text),
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

Document drill_matrix_document(const std::vector<std::pair<std::string, std::string>>& incidents,
                               const std::vector<DrillTemplate>& templates, const std::vector<DrillRun>& drills,
                               const std::vector<std::string>& scopes, LocalTime at) {
  Document out = empty_document("drill matrix", at, at);
  std::int64_t never = 0;
  for (const auto& [incident, title] : incidents) {
    CellList by;
    for (const DrillTemplate& drill : templates)
      if (drill.incident == incident) by.emplace_back(drill.id);
    for (const std::string& scope : scopes) {
      const DrillRun* newest = nullptr;
      for (const DrillRun& run : drills)
        if (run.of.incident == incident && run.scope == scope && run.at <= at && (!newest || run.at >= newest->at))
          newest = &run;
      const auto of = [&](auto&& value) { return newest ? value(*newest) : Cell(Reason::not_probed); };
      const auto verdict_of = [](const DrillRun& run) {
        return Cell(run.verdict ? verdict_word(run.verdict->human) : word(run.status()));
      };
      never += newest ? 0 : 1;
      const auto cell_of = [&](const DrillRun& run) {
        constexpr std::size_t day = 10;
        const LocalTime when = run.verdict ? run.verdict->at : run.at;
        return std::get<std::string>(verdict_of(run).value) + ' ' + rfc3339(when).substr(0, day);
      };
      out.rows.push_back(
          {{"incident", incident},
           {"title", title},
           {"scope", scope},
           {"cell", newest ? cell_of(*newest) : "never rehearsed"},
           {"verdict", of(verdict_of)},
           {"rehearsed", newest ? Cell(newest->verdict ? newest->verdict->at : newest->at) : Cell(Reason::not_probed)},
           {"name", newest && newest->verdict ? Cell(newest->verdict->name) : Cell(Reason::not_probed)},
           {"drill", of([](const DrillRun& run) { return Cell(run.id); })},
           {"templates", by}});
    }
  }
  out.notes.push_back(std::to_string(never) + " of " + std::to_string(out.rows.size()) + " were never rehearsed");
  return out;
}

Document drill_checks_document(const std::vector<DrillCheck>& checks, LocalTime at, const FindingText& text) {
  Document out = empty_document("drill start", at, at);
  for (const DrillCheck& check : checks)
    out.rows.push_back({{"check", check.id}, {"outcome", word(check.outcome)}, {"text", words_of(check.reason, text)}});
  return out;
}

}  // namespace tidemark
