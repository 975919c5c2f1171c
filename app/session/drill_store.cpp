// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/drill_store.h"

#include <algorithm>
#include <functional>

#include "app/session/people.h"
#include "collectors/core/plain_text.h"
#include "collectors/core/strict_json.h"
#include "models/domain/clock.h"
#include "models/logbook/drills.h"
#include "models/logbook/logbook.h"
#include "models/logbook/reviews.h"

namespace tidemark {
namespace {
constexpr std::size_t longest = 4'000;

void put_line(std::string& text) { text = plain_line(text, longest); }

using Choose = std::function<Result<std::vector<NewEntry>>(const std::vector<DrillRun>&)>;

// Rows that follow from the drills that are there; nothing is written where something came between.
Result<std::vector<LogEntry>> add_rows(const std::string& timeline, const Choose& choose) {
  TM_TRY(const std::string path, logbook_of(timeline));
  return extend_logbook(path, [&](const std::vector<LogEntry>& entries) -> Result<std::vector<NewEntry>> {
    TM_TRY(const auto drills, drills_in(entries));
    return choose(drills);
  });
}

Result<LogEntry> add_row(const std::string& timeline, const Choose& choose) {
  TM_TRY(auto rows, add_rows(timeline, choose));
  return std::move(rows.front());
}

std::unexpected<Error> is_over(const DrillRun& run) {
  return fail(ErrorCode::usage, "the drill " + run.id + " is over: " + std::string(word(run.status())), "DRILL",
              "start another one");
}

Result<DrillRun> open_drill(const std::vector<DrillRun>& drills, const std::string& id) {
  TM_TRY(DrillRun run, drill_run(drills, id));
  if (run.status() != DrillStatus::running) return is_over(run);
  return run;
}

std::vector<std::string_view> questions_of(const DrillTemplate& drill) {
  std::vector<std::string_view> out;
  for (const DrillCondition& condition : drill.conditions)
    if (!condition.question.empty()) out.push_back(condition.question);
  for (const DrillSignal& signal : drill.expected)
    if (signal.sees == SignalSource::people) out.push_back(signal.id);
  return out;
}

std::unexpected<Error> unknown_word(const std::string& what, const std::string& word, const char* where,
                                    const std::vector<std::string_view>& known) {
  const auto near = strict_json::nearest(word, known);
  std::string all;
  for (const std::string_view one : known) all += (all.empty() ? "" : ", ") + std::string(one);
  return fail(ErrorCode::usage, "the drill has no " + what + " \"" + word + '"', where,
              near ? "did you mean \"" + std::string(*near) + "\"?" : "write one of: " + all);
}

Result<> check_stamp(const DrillRun& run, const DrillStamp& stamp) {
  if (!stamp.step.empty()) {
    std::vector<std::string_view> steps;
    for (const DrillStep& step : run.of.steps) steps.push_back(step.id);
    if (!run.of.step(stamp.step)) return unknown_word("step", stamp.step, "STEP", steps);
    if (run.stamped(stamp.step))
      return fail(ErrorCode::usage, "the step \"" + stamp.step + "\" is stamped already", "STEP",
                  "take it back with drill stamp --undo " + stamp.step);
  }
  if (!stamp.question.empty()) {
    const auto questions = questions_of(run.of);
    if (std::ranges::find(questions, stamp.question) == questions.end())
      return unknown_word("question", stamp.question, "--answer", questions);
    if (stamp.answer != "yes" && stamp.answer != "no")
      return fail(ErrorCode::usage, '"' + stamp.answer + "\" is no answer", "--answer",
                  "write " + stamp.question + "=yes or " + stamp.question + "=no");
  }
  if (stamp.step.empty() && stamp.question.empty() && stamp.note.empty())
    return fail(ErrorCode::usage, "nothing says what was done", "STEP", "name a step, or write --note TEXT");
  if (stamp.at < run.at)
    return fail(ErrorCode::usage, "it was done before the drill began, at " + rfc3339(run.at), "--at",
                "choose a later time");
  return {};
}

// What scorecards take of it.
ReviewEvidence record_of(const DrillRun& run, const DrillVerdict& verdict) {
  ReviewEvidence out;
  out.kind = EvidenceKind::drill;
  out.scope = run.scope;
  out.slot = run.of.slot;
  out.title = "Drill " + run.of.id + ": " + run.of.title;
  out.says = verdict.human;
  out.from = run.at;
  out.to = verdict.at;
  out.query = "tidemark drill show " + run.id;
  out.place = "logbook:" + run.id;
  out.sha256 = run.journal_hash;
  out.name = verdict.name;
  out.facts = verdict.measures;
  for (Fact& fact : out.facts) {
    fact.object = run.of.slot;
    if (fact.name == "coverage" && fact.value)
      if (const auto* share = std::get_if<double>(&*fact.value)) out.coverage = *share;
  }
  return out;
}
}  // namespace

Result<std::vector<DrillRun>> drills_of(const std::string& timeline) {
  TM_TRY(const auto entries, entries_of(timeline));
  return drills_in(entries);
}

Result<DrillRun> drill_run(const std::vector<DrillRun>& drills, const std::string& id) {
  const DrillRun* found = nullptr;
  for (const DrillRun& run : drills) {
    if (id.empty()) {
      const bool open = run.status() == DrillStatus::running;
      if (!found || open || found->status() != DrillStatus::running) found = &run;
    } else if (run.id.starts_with(id)) {
      if (found)
        return fail(ErrorCode::usage, "several drills begin with \"" + id + '"', "DRILL", "write more of its id");
      found = &run;
    }
  }
  if (found) return *found;
  if (id.empty()) return fail(ErrorCode::no_data, "no drill was started", {}, "write tidemark drill start A");
  return fail(ErrorCode::no_data, "there is no drill \"" + id + '"', "DRILL", "see tidemark drill list");
}

Result<LogEntry> start_drill(const std::string& timeline, DrillRun run, const std::string& author) {
  for (std::string* text : {&run.owner, &run.approver, &run.stop, &run.note}) put_line(*text);
  const NewEntry row{SystemClock().now(), author_of(author), drill_start_kind, body_of(run)};
  return add_row(timeline, [&](const std::vector<DrillRun>& drills) -> Result<std::vector<NewEntry>> {
    for (const DrillRun& other : drills)
      if (other.scope == run.scope && other.status() == DrillStatus::running)
        return fail(ErrorCode::usage, "a drill of this scope runs already: " + other.id, "drill start",
                    "end it with drill verdict or drill abort");
    return std::vector{row};
  });
}

Result<LogEntry> stamp_drill(const std::string& timeline, const std::string& id, DrillStamp stamp,
                             const std::string& author) {
  put_line(stamp.note);
  stamp.by = author_of(stamp.by.empty() ? author : stamp.by);
  return add_row(timeline, [&](const std::vector<DrillRun>& drills) -> Result<std::vector<NewEntry>> {
    TM_TRY(const DrillRun run, open_drill(drills, id));
    TM_CHECK(check_stamp(run, stamp));
    return std::vector<NewEntry>{{SystemClock().now(), author_of(author), drill_stamp_kind, body_of(run.id, stamp)}};
  });
}

Result<LogEntry> undo_stamp(const std::string& timeline, const std::string& id, const std::string& step,
                            const std::string& note, const std::string& author) {
  return add_row(timeline, [&](const std::vector<DrillRun>& drills) -> Result<std::vector<NewEntry>> {
    TM_TRY(const DrillRun run, open_drill(drills, id));
    const auto found = std::find_if(run.stamps.rbegin(), run.stamps.rend(), [&](const DrillStamp& stamp) {
      return !stamp.undone && (step.empty() || stamp.step == step);
    });
    if (found == run.stamps.rend())
      return fail(ErrorCode::usage, "there is no stamp to take back", "--undo", "see tidemark drill show");
    return std::vector<NewEntry>{{SystemClock().now(), author_of(author), drill_undo_kind,
                                  body_of_undo(run.id, found->uuid, plain_line(note, longest))}};
  });
}

Result<LogEntry> abort_drill(const std::string& timeline, const std::string& id, DrillAbort abort,
                             const std::string& author) {
  put_line(abort.reason);
  if (abort.reason.empty())
    return fail(ErrorCode::usage, "nothing says why it is aborted", "--reason", "write --reason TEXT");
  return add_row(timeline, [&](const std::vector<DrillRun>& drills) -> Result<std::vector<NewEntry>> {
    TM_TRY(const DrillRun run, open_drill(drills, id));
    return std::vector<NewEntry>{{SystemClock().now(), author_of(author), drill_abort_kind, body_of(run.id, abort)}};
  });
}

Result<std::vector<LogEntry>> write_verdict(const std::string& timeline, const std::string& id, DrillVerdict verdict,
                                            const std::string& author) {
  put_line(verdict.name);
  put_line(verdict.text);
  if (verdict.name.empty())
    return fail(ErrorCode::usage, "a verdict has the name of who says it", "--name", "write --name NAME");
  if (verdict.human != verdict.proposed && verdict.text.empty())
    return fail(ErrorCode::usage,
                "the verdict that is proposed is " + std::string(verdict_word(verdict.proposed)) +
                    ": another one needs a reason",
                "--text", "write --text \"why\"");
  const LocalTime now = SystemClock().now();
  return add_rows(timeline, [&](const std::vector<DrillRun>& drills) -> Result<std::vector<NewEntry>> {
    TM_TRY(const DrillRun run, drill_run(drills, id));
    if (run.verdict) return is_over(run);
    std::vector<NewEntry> rows{{now, author_of(author), drill_verdict_kind, body_of(run.id, verdict)}};
    if (!run.of.slot.empty()) rows.push_back({now, author_of(author), evidence_kind, body_of(record_of(run, verdict))});
    return rows;
  });
}

}  // namespace tidemark
