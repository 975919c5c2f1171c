// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>
#include <ostream>

#include "app/cli/verbs/drill_answers.h"
#include "app/cli/verbs/sub_verbs.h"
#include "resources/presets/presets.h"

namespace tidemark::cli {
namespace {
using Wanted = DrillWanted;

Result<int> schema(Streams& streams, const Wanted& wanted) {
  const bool known = wanted.name == "drills" || wanted.name == "list";
  if (!known) return fail(ErrorCode::usage, '"' + wanted.name + "\" has no schema", "WHAT", "write drills or list");
  streams.out << preset(wanted.name == "drills" ? "drills.schema.json" : "drill-list.schema.json") << std::flush;
  return 0;
}

void add_common(CLI::App& app, Wanted& wanted) {
  add_timeline(app, wanted.options);
  add_output(app, wanted.options);
}

void add_reading(CLI::App& app, Wanted& wanted) {
  add_common(app, wanted);
  add_profile(app, wanted.options);
  app.add_option("--at", wanted.options.at, "As it was then (default: now)")->type_name("TIME");
}

void add_drills(CLI::App& app, Wanted& wanted) {
  app.add_option("--drills", wanted.drills, "A file of drills of your own beside those that come along")
      ->type_name("FILE");
}

void add_author(CLI::App& app, Wanted& wanted) {
  app.add_option("--author", wanted.author, "Who writes it down (default: the user's name)")->type_name("NAME");
}

void add_said(CLI::App& app, Wanted& wanted) {
  add_common(app, wanted);
  app.add_option("--drill", wanted.drill, "Which one, by its id or the begin of it (default: the one that runs)")
      ->type_name("DRILL");
  app.add_option("--at", wanted.options.at, "When it was done (default: now)")->type_name("TIME");
  add_author(app, wanted);
}

void add_start(CLI::App& start, Wanted& wanted) {
  start.add_option("DRILL", wanted.name, "Its template: A, B …")->required();
  add_reading(start, wanted);
  add_filters(start, wanted.options);
  add_drills(start, wanted);
  start.add_option("--owner", wanted.owner, "Who runs it")->type_name("NAME");
  start.add_option("--approver", wanted.approver, "Who allowed it")->type_name("NAME");
  start.add_option("--stop", wanted.stop, "The condition at which it is stopped")->type_name("TEXT");
  start.add_option("--note", wanted.note, "What else is to be said")->type_name("TEXT");
  start.add_flag("--dry-run", wanted.dry_run, "Only look whether all is well: status 0 yes, 1 no");
  start.add_flag("--anyway", wanted.anyway, "Start although not all is well: the verdict is partial at most");
  add_author(start, wanted);
}
}  // namespace

Runner drill_verb(CLI::App& app) {
  SubVerbs<Wanted> verbs(app);
  const auto& wanted = verbs.wanted();
  CLI::App* list =
      verbs.add("list", "Drills that were started, with what came out; --templates: which there are", list_drills);
  add_reading(*list, *wanted);
  add_filters(*list, wanted->options);
  add_drills(*list, *wanted);
  list->add_flag("--templates", wanted->templates, "The drills that can be started");
  CLI::App* show =
      verbs.add("show", "The run sheet: steps, signals, what is measured, the verdict that follows", show_drill);
  show->add_option("DRILL", wanted->drill, "By its id or the begin of it (default: the one that runs)");
  add_reading(*show, *wanted);
  CLI::App* matrix = verbs.add("matrix", "What was rehearsed on which path, and what never was", drill_matrix);
  add_reading(*matrix, *wanted);
  add_filters(*matrix, wanted->options);
  add_drills(*matrix, *wanted);
  add_start(*verbs.add("start", "Look whether all is well, and begin", start_drill_of), *wanted);
  CLI::App* stamp = verbs.add("stamp", "A step is done; or something that nobody planned, or an answer", stamp_step);
  stamp->add_option("STEP", wanted->name, "The step (none: something that nobody planned, told by --note)");
  add_said(*stamp, *wanted);
  stamp->add_option("--by", wanted->by, "Who did it (default: who writes it down)")->type_name("NAME");
  stamp->add_option("--note", wanted->note, "What is to be said of it")->type_name("TEXT");
  stamp->add_option("--answer", wanted->answer, "To what only people know: QUESTION=yes or QUESTION=no")
      ->type_name("ANSWER");
  stamp->add_flag("--undo", wanted->undo, "Take the stamp of the step back, or the newest one");
  CLI::App* stop = verbs.add("abort", "End it before its time", abort_run);
  add_said(*stop, *wanted);
  stop->add_option("--reason", wanted->reason, "Why")->type_name("TEXT");
  stop->add_flag("--stop-condition", wanted->stop_met, "The stop condition was met: the drill has failed");
  CLI::App* verdict =
      verbs.add("verdict", "What is proposed; with --result and --name what a person says", say_verdict);
  add_said(*verdict, *wanted);
  add_profile(*verdict, wanted->options);
  verdict->add_option("--result", wanted->result, "pass, partial, fail or inconclusive")->type_name("RESULT");
  verdict->add_option("--name", wanted->person, "Who says so")->type_name("NAME");
  verdict->add_option("--text", wanted->text, "Why, where it is not what is proposed")->type_name("TEXT");
  CLI::App* out =
      verbs.add("export", "A drill as a journal of Chaos Toolkit, or a template as an experiment", export_drill);
  out->add_option("DRILL", wanted->name, "The drill, or with --experiment the template");
  add_common(*out, *wanted);
  add_drills(*out, *wanted);
  out->add_flag("--experiment", wanted->experiment, "The template: its actions only say what people have to do");
  out->add_option("-o,--output", wanted->file, "FILE.json")->type_name("FILE")->required();
  out->add_flag("--overwrite", wanted->overwrite, "Write over a file that is there");
  CLI::App* in =
      verbs.add("import", "An experiment as a template; a journal as evidence for a scorecard", import_drill);
  in->add_option("FILE", wanted->name, "Of Chaos Toolkit")->required();
  add_common(*in, *wanted);
  add_filters(*in, wanted->options);
  in->add_option("-o,--output", wanted->file, "Of an experiment: the file of drills that is written")
      ->type_name("FILE");
  in->add_option("--slot", wanted->slot, "Of a journal: which drill it stands for: drill:A")->type_name("SLOT");
  add_author(*in, *wanted);
  CLI::App* form = verbs.add("schema", "The JSON Schema of a file of drills, or of what list answers", schema);
  form->add_option("WHAT", wanted->name, "drills or list")->required();
  return verbs.runner();
}

}  // namespace tidemark::cli
