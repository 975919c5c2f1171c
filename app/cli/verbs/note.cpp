// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>

#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/verbs/sub_verbs.h"
#include "app/cli/written.h"
#include "app/session/event_files.h"
#include "app/session/people.h"
#include "models/domain/clock.h"
#include "models/logbook/logbook.h"
#include "models/logbook/said.h"

namespace tidemark::cli {
namespace {
struct Wanted {
  Options options;
  std::string text;
  std::string object;
  std::string author;
  std::string file;
  std::string uuid;
  std::string finding;
  std::string time;  // --for
  std::string reason;
};

Result<int> add_note(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  const LocalTime now = SystemClock().now();
  TM_TRY(const auto at, time_of(wanted.options.at, "--at", now));
  TM_TRY(const auto object, object_in(wanted.object, "--object"));
  Note note{at.value_or(now), object, wanted.text, wanted.author};
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const LogEntry entry, write_note(timeline, note));
  return answer(streams, output,
                written("note add", entry,
                        {{"at", note.at},
                         {"object", object ? Cell(object->value()) : Cell(Reason::not_applicable)},
                         {"text", note.text}}),
                {});
}

Result<int> hide(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const LogEntry entry, hide_note(timeline, wanted.uuid, wanted.author));
  return answer(streams, output, written("note hide", entry, {{"note", wanted.uuid}}), {});
}

Result<int> list(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_CHECK(logbook_of(timeline));
  TM_TRY(const std::vector<Note> notes, shown_notes(timeline));
  Document document;
  document.verb = "note list";
  document.at = document.from = document.to = SystemClock().now();
  document.coverage = Reason::not_applicable;
  for (const Note& note : notes)
    document.rows.push_back({{"at", note.at},
                             {"object", note.object ? Cell(note.object->value()) : Cell(Reason::not_applicable)},
                             {"text", note.text},
                             {"author", note.author},
                             {"uuid", note.uuid}});
  return answer(streams, output, document, {});
}

Result<int> merge(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const std::string path, logbook_of(timeline));
  TM_TRY(const std::int64_t taken, merge_logbooks(path, wanted.file));
  Document document;
  document.verb = "note merge";
  document.at = document.from = document.to = SystemClock().now();
  document.coverage = Reason::not_applicable;
  document.rows.push_back({{"from", wanted.file}, {"into", path}, {"taken", taken}});
  return answer(streams, output, document, {});
}

Result<int> snooze(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const auto time, duration_of(wanted.time, "--for"));
  if (!time) return fail(ErrorCode::usage, "a snooze ends", "--for", "write --for 4h");
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  Snoozed said{wanted.finding, SystemClock().now() + *time, wanted.author, wanted.reason};
  TM_TRY(const LogEntry entry, write_snooze(timeline, said));
  return answer(streams, output,
                written("snooze", entry, {{"finding", said.finding}, {"until", said.until}, {"reason", said.reason}}),
                {});
}

void add_common(CLI::App& app, Wanted& wanted) {
  add_timeline(app, wanted.options);
  app.add_option("--author", wanted.author, "Who says it (default: the user's name)")->type_name("NAME");
  add_output(app, wanted.options);
}
}  // namespace

Runner note_verb(CLI::App& app) {
  SubVerbs<Wanted> verbs(app);
  const auto& wanted = verbs.wanted();
  CLI::App* add = verbs.add("add", "Write a note into the logbook beside the timeline", add_note);
  add->add_option("TEXT", wanted->text, "What there is to say")->required();
  add->add_option("--at", wanted->options.at, "The time that it speaks of (default: now)")->type_name("TIME");
  add->add_option("--object", wanted->object, "What it speaks of: topic:T, table:T, group:G …")->type_name("OBJECT");
  add_common(*add, *wanted);
  CLI::App* shown = verbs.add("list", "The notes that are shown, by the time that they speak of", list);
  add_timeline(*shown, wanted->options);
  add_output(*shown, wanted->options);
  CLI::App* hidden = verbs.add("hide", "Show a note no more; what was written stays in the logbook", hide);
  hidden->add_option("UUID", wanted->uuid, "Its id, as note list says it")->required();
  add_common(*hidden, *wanted);
  CLI::App* take = verbs.add("merge", "Take the rows of another logbook", merge);
  take->add_option("FILE", wanted->file, "The other logbook")->required();
  add_timeline(*take, wanted->options);
  add_output(*take, wanted->options);
  return verbs.runner();
}

Runner snooze_verb(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  app.add_option("FINDING", wanted->finding, "The id of a finding, as diagnose says it")->required();
  app.add_option("--for", wanted->time, "For how long; 0s ends a snooze")->type_name("DURATION");
  app.add_option("--reason", wanted->reason, "Why")->type_name("TEXT");
  add_common(app, *wanted);
  return [wanted](Streams& streams) {
    const Result<int> status = snooze(streams, *wanted);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
