// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>
#include <set>

#include "app/cli/question.h"
#include "app/cli/verbs/sub_verbs.h"
#include "app/session/event_files.h"
#include "app/session/people.h"
#include "app/settings/files.h"
#include "collectors/core/plain_text.h"
#include "models/domain/clock.h"
#include "models/logbook/logbook.h"

namespace tidemark::cli {
namespace {
constexpr std::size_t longest_text = 4'000;

struct Wanted {
  Options options;
  std::string kind, text, object, layer, author, file;
  std::string severity = "note";
};

Result<std::vector<LogEntry>> write(const Wanted& wanted, const std::vector<ToldEvent>& events, LocalTime now) {
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const std::string path, logbook_of(timeline));
  const std::string author = author_of(wanted.author);
  return extend_logbook(path, [&](const std::vector<LogEntry>& before) -> Result<std::vector<NewEntry>> {
    TM_TRY(const auto known, events_in(before));
    std::set<std::string> keys;
    for (const ToldEvent& event : known) keys.insert(event.key);
    std::vector<NewEntry> fresh;
    for (const ToldEvent& event : events)
      if (event.key.empty() || keys.insert(event.key).second) fresh.push_back({now, author, "event", body_of(event)});
    return fresh;
  });
}

Result<Document> document_of(const char* verb, const std::vector<LogEntry>& rows, LocalTime now) {
  Document document;
  document.verb = verb;
  document.at = document.from = document.to = now;
  document.coverage = Reason::not_applicable;
  for (const LogEntry& row : rows) {
    TM_TRY(const auto said, events_in({row}));
    const ToldEvent& event = said.front();
    document.rows.push_back({{"uuid", row.uuid},
                             {"at", event.at},
                             {"layer", event.layer},
                             {"kind", event.kind},
                             {"object", event.object ? Cell(event.object->value()) : Cell(Reason::not_applicable)},
                             {"text", event.text},
                             {"severity", event.severity},
                             {"author", row.author},
                             {"hash", hash_of(row)}});
  }
  return document;
}

Result<int> add(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  const LocalTime now = SystemClock().now();
  TM_TRY(const auto at, time_of(wanted.options.at, "--at", now));
  ToldEvent event;
  event.at = at.value_or(now);
  TM_TRY(event.kind, event_kind_in(wanted.kind, "KIND"));
  TM_TRY(event.object, object_in(wanted.object, "--object"));
  event.layer = layer_of_object(event.object);
  if (!wanted.layer.empty()) {
    TM_TRY(event.layer, layer_in(wanted.layer, "--layer"));
  }
  if (!severity_from(wanted.severity))
    return fail(ErrorCode::usage, '"' + plain_line(wanted.severity) + "\" is no severity", "--severity",
                "note, warn or error");
  event.severity = wanted.severity;
  event.text = plain_line(wanted.text.empty() ? wanted.kind : wanted.text, longest_text);
  TM_TRY(const auto rows, write(wanted, {event}, now));
  TM_TRY(const Document document, document_of("event add", rows, now));
  return answer(streams, output, document, {});
}

Result<int> take(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const std::string text, read_file(wanted.file));
  TM_TRY(const auto events, parse_events(text, wanted.file == "-" ? "standard input" : wanted.file));
  const LocalTime now = SystemClock().now();
  TM_TRY(const auto rows, write(wanted, events, now));
  TM_TRY(Document document, document_of("event import", rows, now));
  if (const auto known = events.size() - rows.size(); known > 0)
    document.notes.push_back(std::to_string(known) + " of " + std::to_string(events.size()) + " were known already");
  return answer(streams, output, document, {});
}

}  // namespace

Runner event_verb(CLI::App& app) {
  SubVerbs<Wanted> verbs(app);
  const auto& wanted = verbs.wanted();
  CLI::App* one = verbs.add("add", "Tell what happened: a deployment, a rollback, a quality gate", add);
  one->add_option("KIND", wanted->kind, "deployment, rollback, quality-gate, or another word")->required();
  one->add_option("TEXT", wanted->text, "What there is to say");
  one->add_option("--at", wanted->options.at, "When it happened (default: now)")->type_name("TIME");
  one->add_option("--object", wanted->object, "What it happened to: connector:C, topic:T, table:T …")
      ->type_name("OBJECT");
  one->add_option("--layer", wanted->layer, "Where on the path (default: by the object)")->type_name("LAYER");
  one->add_option("--severity", wanted->severity, "note, warn or error (default: note)")->type_name("SEVERITY");
  CLI::App* many = verbs.add(
      "import", "Events from a file: JSON lines, alerts of Alertmanager, annotations of Grafana; - is standard input",
      take);
  many->add_option("FILE", wanted->file, "The file; what was imported before is known by its id")->required();
  for (CLI::App* sub : {one, many}) {
    add_timeline(*sub, wanted->options);
    sub->add_option("--author", wanted->author, "Who says it (default: the user's name)")->type_name("NAME");
    add_output(*sub, wanted->options);
  }
  return verbs.runner();
}

}  // namespace tidemark::cli
