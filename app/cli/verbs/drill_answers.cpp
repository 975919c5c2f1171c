// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/drill_answers.h"

#include <algorithm>
#include <filesystem>

#include "app/cli/profile_choice.h"
#include "app/cli/question.h"
#include "app/cli/version.h"
#include "app/cli/written.h"
#include "app/session/drill_file.h"
#include "app/session/drill_journal.h"
#include "app/session/drill_store.h"
#include "app/session/drill_watch.h"
#include "app/session/finding_text.h"
#include "app/session/judged_profile.h"
#include "app/session/review_scope.h"
#include "app/session/review_store.h"
#include "app/settings/files.h"
#include "models/analysis/drill/document.h"
#include "models/analysis/review/facts.h"
#include "models/domain/clock.h"
#include "models/timeline/reader.h"

namespace tidemark::cli {
namespace {
const Layout list_layout{{"template", "title", "status", "proposed", "human", "name", "started", "scope", "id"}};
const Layout templates_layout{{"template", "title", "purpose", "recover_within_ms", "feeds", "incident"}};
const Layout sheet_layout{{"part", "what", "state", "at", "by", "more", "id"}};
const Layout matrix_layout{{"title", "scope", "cell", "name", "templates"}};
const Layout checks_layout{{"check", "outcome", "text"}};

// What verbs that read answer from.
struct Looked {
  std::string file;
  std::unique_ptr<TimelineReader> timeline;
  LocalTime at;
  std::optional<Profile> told;
  std::vector<DrillRun> drills;
};

Result<Looked> look(const DrillWanted& wanted, Streams& streams) {
  Looked out;
  TM_TRY(const auto log, Log::open(wanted.options, streams));
  TM_TRY(out.file, timeline_path(wanted.options));
  TM_TRY(out.timeline, TimelineReader::open(out.file));
  const LocalTime now = SystemClock().now();
  TM_TRY(const auto at, time_of(wanted.options.at, "--at", now));
  out.at = at.value_or(now);
  if (!wanted.options.profile.empty()) {
    TM_TRY(out.told, choose_profile(wanted.options, *log));
  }
  TM_TRY(out.drills, drills_of(out.file));
  return out;
}

DrillWatching watching(const Looked& looked, const Filter& filter = {}) {
  return {*looked.timeline, looked.file, filter, looked.told ? &*looked.told : nullptr};
}

Cell or_none(const std::string& text) { return text.empty() ? Cell(Reason::not_applicable) : Cell(text); }

Result<LocalTime> said_time(const DrillWanted& wanted) {
  const LocalTime now = SystemClock().now();
  TM_TRY(const auto at, time_of(wanted.options.at, "--at", now));
  return at.value_or(now);
}
}  // namespace

Result<int> list_drills(Streams& streams, const DrillWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  if (wanted.templates) {
    TM_TRY(const DrillLibrary library, read_drills(wanted.drills));
    return answer(streams, output, drill_templates_document(library.drills, SystemClock().now()), templates_layout);
  }
  TM_TRY(const Looked looked, look(wanted, streams));
  const std::string scope = scope_text(wanted.options.filter);
  std::vector<DrillShown> all;
  for (const DrillRun& run : looked.drills) {
    if (run.at > looked.at || (!scope.empty() && run.scope != scope)) continue;
    TM_TRY(all.emplace_back(), shown_drill(watching(looked), run, looked.at));
  }
  return answer(streams, output, drill_list_document(all, looked.at, finding_text), list_layout);
}

Result<int> show_drill(Streams& streams, const DrillWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const Looked looked, look(wanted, streams));
  TM_TRY(const DrillRun run, drill_run(looked.drills, wanted.drill));
  TM_TRY(const DrillShown drill, shown_drill(watching(looked), run, looked.at));
  return answer(streams, output, drill_sheet_document(drill, looked.at, finding_text), sheet_layout);
}

Result<int> drill_matrix(Streams& streams, const DrillWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const Looked looked, look(wanted, streams));
  TM_TRY(const DrillLibrary library, read_drills(wanted.drills));
  TM_TRY(const auto states, looked.timeline->load(review_polls_request(looked.at, looked.at)));
  TM_TRY(Profile profile, judged_profile(*states, looked.at));
  if (looked.told) profile = *looked.told;
  const auto scopes = matrix_scopes(profile, looked.drills, scope_text(wanted.options.filter));
  return answer(
      streams, output,
      drill_matrix_document(failure_matrix(library.incidents, library.drills, looked.drills, scopes, looked.at), scopes,
                            looked.at),
      matrix_layout);
}

Result<int> start_drill_of(Streams& streams, const DrillWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const DrillLibrary library, read_drills(wanted.drills));
  DrillRun run;
  TM_TRY(run.of, drill_named(library, wanted.name));
  TM_TRY(const Looked looked, look(wanted, streams));
  run.at = looked.at;
  run.scope = scope_text(wanted.options.filter);
  run.owner = wanted.owner;
  run.approver = wanted.approver;
  run.stop = wanted.stop;
  run.note = wanted.note;
  const StartHow how = wanted.dry_run ? StartHow::look : wanted.anyway ? StartHow::anyway : StartHow::where_steady;
  TM_TRY(const BegunDrill begun, begin_drill(watching(looked, wanted.options.filter), run, how, wanted.author));
  Document checks = drill_checks_document(begun.before, looked.at, finding_text);
  if (!begun.entry) {
    checks.notes.emplace_back(!wanted.dry_run ? "Not started. --anyway starts it, and the verdict is partial at most"
                              : begun.steady  ? "All is well: it may start"
                                              : "Not all is well: it does not start");
    static_cast<void>(answer(streams, output, checks, checks_layout));
    return wanted.dry_run && begun.steady ? 0 : 1;
  }
  const LogEntry& entry = *begun.entry;
  checks.beside = {{"drill", entry.uuid},
                   {"template", run.of.id},
                   {"scope", run.scope},
                   {"author", entry.author},
                   {"hash", hash_of(entry)}};
  checks.notes.push_back("Started " + run.of.id + " as " + entry.uuid + "; see tidemark drill show");
  return answer(streams, output, checks, checks_layout);
}

Result<int> stamp_step(Streams& streams, const DrillWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  if (wanted.undo) {
    TM_TRY(const LogEntry entry, undo_stamp(timeline, wanted.drill, wanted.name, wanted.note, wanted.author));
    return answer(streams, output, written("drill stamp", entry, {{"step", or_none(wanted.name)}, {"undone", true}}),
                  {});
  }
  DrillStamp stamp;
  stamp.step = wanted.name;
  stamp.note = wanted.note;
  stamp.by = wanted.by;
  TM_TRY(stamp.at, said_time(wanted));
  if (!wanted.answer.empty()) {
    const std::size_t equals = wanted.answer.find('=');
    stamp.question = wanted.answer.substr(0, equals);
    if (equals != std::string::npos) stamp.answer = wanted.answer.substr(equals + 1);
  }
  TM_TRY(const LogEntry entry, stamp_drill(timeline, wanted.drill, stamp, wanted.author));
  return answer(streams, output,
                written("drill stamp", entry,
                        {{"step", or_none(stamp.step)},
                         {"at", stamp.at},
                         {"by", or_none(stamp.by.empty() ? entry.author : stamp.by)},
                         {"question", or_none(stamp.question)},
                         {"answer", or_none(stamp.answer)},
                         {"note", or_none(stamp.note)}}),
                {});
}

Result<int> abort_run(Streams& streams, const DrillWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  DrillAbort abort;
  TM_TRY(abort.at, said_time(wanted));
  abort.reason = wanted.reason;
  abort.stop = wanted.stop_met;
  TM_TRY(const LogEntry entry, abort_drill(timeline, wanted.drill, abort, wanted.author));
  return answer(
      streams, output,
      written("drill abort", entry, {{"at", abort.at}, {"reason", abort.reason}, {"stop_condition_met", abort.stop}}),
      {});
}

Result<int> say_verdict(Streams& streams, const DrillWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const Looked looked, look(wanted, streams));
  TM_TRY(DrillRun run, drill_run(looked.drills, wanted.drill));
  TM_TRY(const DrillShown shown, shown_drill(watching(looked), run, looked.at));
  DrillVerdict verdict = verdict_of(shown, looked.at);
  const LocalTime at = verdict.at;
  if (wanted.person.empty() && wanted.result.empty())
    return answer(streams, output, drill_list_document({{run, told_of(verdict)}}, at, finding_text), list_layout);
  const auto human = outcome_from(wanted.result == "inconclusive" ? "unknown" : wanted.result);
  if (!human)
    return fail(ErrorCode::usage, '"' + wanted.result + "\" is no verdict", "--result",
                "write pass, partial, fail or inconclusive");
  verdict.human = *human;
  verdict.name = wanted.person;
  verdict.text = wanted.text;
  TM_TRY(const auto rows, write_verdict(looked.file, run.id, verdict, wanted.author));
  TM_TRY(const auto drills, drills_of(looked.file));
  TM_TRY(run, drill_run(drills, run.id));
  Document document = drill_list_document({{run, told_of(*run.verdict)}}, at, finding_text);
  document.verb = "drill verdict";
  document.notes.push_back(rows.size() > 1
                               ? "Its record is evidence for " + run.of.slot + ", hash " + hash_of(rows.back())
                               : "No row of a scorecard asks for it");
  return answer(streams, output, document, list_layout);
}

Result<int> export_drill(Streams& streams, const DrillWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  std::string text, id;
  if (wanted.experiment) {
    TM_TRY(const DrillLibrary library, read_drills(wanted.drills));
    TM_TRY(const DrillTemplate drill, drill_named(library, wanted.name));
    text = experiment_text(drill);
    id = drill.id;
  } else {
    TM_TRY(const std::string timeline, timeline_path(wanted.options));
    TM_TRY(const auto drills, drills_of(timeline));
    TM_TRY(const DrillRun run, drill_run(drills, wanted.name));
    TM_TRY(text, journal_text(run, "tidemark " + std::string(version)));
    id = run.id;
  }
  TM_CHECK(wanted.overwrite ? replace_file(wanted.file, text) : write_new_file(wanted.file, text));
  Document document;
  document.verb = "drill export";
  document.at = document.from = document.to = SystemClock().now();
  document.coverage = Reason::not_applicable;
  document.rows.push_back({{"file", wanted.file},
                           {"kind", wanted.experiment ? "experiment" : "journal"},
                           {"id", id},
                           {"sha256", sha256_of(text)}});
  return answer(streams, output, document, {});
}

Result<int> import_drill(Streams& streams, const DrillWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string text, read_file(wanted.name));
  TM_TRY(const auto read, read_chaos(text, wanted.name));
  if (const auto* drill = std::get_if<DrillTemplate>(&read)) {
    if (wanted.file.empty())
      return fail(ErrorCode::usage, "where is the template to be written?", "-o", "write -o drills.json");
    TM_CHECK(write_new_file(wanted.file, library_text(*drill)));
    Document document = drill_templates_document({*drill}, SystemClock().now());
    document.verb = "drill import";
    document.notes.push_back("Written to " + wanted.file + "; use it with --drills");
    return answer(streams, output, document, templates_layout);
  }
  const auto& journal = std::get<ForeignJournal>(read);
  ReviewEvidence evidence;
  evidence.kind = EvidenceKind::imported;
  evidence.scope = scope_text(wanted.options.filter);
  evidence.slot = wanted.slot.empty() ? journal.slot : wanted.slot;
  if (evidence.slot.empty())
    return fail(ErrorCode::usage, "which drill is it a journal of?", "--slot", "write --slot drill:A");
  evidence.title = journal.title + " (journal, " + journal.status + ')';
  evidence.says = journal.says;
  evidence.from = journal.from;
  evidence.to = journal.to;
  evidence.place = std::filesystem::path(wanted.name).filename().string();
  evidence.sha256 = sha256_of(text);
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const auto rows, write_evidence(timeline, {evidence}, wanted.author));
  return answer(streams, output,
                written("drill import", rows.front(),
                        {{"slot", evidence.slot},
                         {"title", evidence.title},
                         {"says", verdict_word(journal.says)},
                         {"sha256", evidence.sha256}}),
                {});
}

}  // namespace tidemark::cli
