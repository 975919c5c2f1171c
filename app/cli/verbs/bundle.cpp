// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>

#include "app/cli/log.h"
#include "app/cli/question.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/sub_verbs.h"
#include "app/cli/version.h"
#include "app/session/bundles.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
constexpr std::size_t names_shown = 40;

struct Wanted {
  Options options;
  std::string file, author, hash;
  bool keep_names = false;
  bool dry = false;
};

Document document_of(std::string verb, const BundleFacts& facts) {
  Document document;
  document.verb = std::move(verb);
  document.at = facts.made;
  document.from = facts.from;
  document.to = facts.to;
  if (facts.due > 0) document.coverage = static_cast<double>(facts.answered) / static_cast<double>(facts.due);
  return document;
}

CellRecord row_of(const BundleFacts& facts, const Cell& file) {
  std::int64_t polls = 0, series = 0;
  for (const BundleSource& source : facts.sources) {
    polls += source.polls;
    series += source.series;
  }
  return {{"file", file},
          {"from", facts.from},
          {"to", facts.to},
          {"file_bytes", facts.file_bytes},
          {"polls", polls},
          {"series", series},
          {"events", facts.events},
          {"states", facts.states},
          {"commits", facts.commits},
          {"entries", static_cast<std::int64_t>(facts.entries.size())},
          {"redacted", !facts.names_kept},
          {"hosts", facts.hosts},
          {"principals", facts.principals},
          {"client_ids", facts.client_ids},
          {"secrets", facts.secrets},
          {"timeline", facts.timeline},
          {"author", facts.author},
          {"tool", facts.tool},
          {"made_at", facts.made},
          {"oldest", facts.oldest},
          {"newest", facts.newest},
          {"sha256", facts.sha256}};
}

const Layout facts_layout{
    {"file", "from", "to", "file_bytes", "polls", "series", "entries", "redacted", "secrets", "author", "made_at"}};

void add_contents(Document& document, const BundleFacts& facts) {
  CellList sources, entries, tables;
  for (const BundleSource& source : facts.sources) {
    sources.emplace_back(CellRecord{{"kind", source.spec.kind},
                                    {"name", source.spec.name},
                                    {"cluster", source.spec.cluster.value()},
                                    {"lanes", source.lanes},
                                    {"polls", source.polls},
                                    {"series", source.series}});
    document.notes.push_back("source " + source.spec.kind + ' ' + source.spec.name + ": " +
                             std::to_string(source.polls) + " polls of " + std::to_string(source.series) + " series");
  }
  for (const LogEntry& entry : facts.entries) {
    entries.emplace_back(CellRecord{
        {"at", entry.at}, {"author", entry.author}, {"kind", entry.kind}, {"uuid", entry.uuid}, {"body", entry.body}});
    document.notes.push_back(entry.kind + " of " + entry.author + ": " + entry.body);
  }
  for (const BundleTable& table : facts.tables)
    tables.emplace_back(CellRecord{{"table", table.name}, {"rows", table.rows}, {"sha256", table.sha256}});
  document.beside.push_back({"sources", std::move(sources)});
  document.beside.push_back({"entries", std::move(entries)});
  document.beside.push_back({"tables", std::move(tables)});
}

void add_names(Document& document, const std::vector<Renamed>& renamed) {
  CellList all;
  for (const Renamed& one : renamed) all.emplace_back(CellRecord{{"kind", one.kind}, {"was", one.was}, {"is", one.is}});
  for (std::size_t i = 0; i < std::min(renamed.size(), names_shown); ++i)
    document.notes.push_back(renamed[i].was + " is " + renamed[i].is);
  if (renamed.size() > names_shown)
    document.notes.push_back(std::to_string(renamed.size() - names_shown) + " more names are replaced; see --json");
  document.beside.push_back({"renamed", std::move(all)});
}

Result<int> create(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const auto log, Log::open(wanted.options, streams));
  if (wanted.file.empty() != wanted.dry)
    return fail(ErrorCode::usage, wanted.dry ? "--dry-run writes no file" : "no file is named", "-o",
                wanted.dry ? "leave one of them out" : "write -o FILE, or --dry-run to see what would be in it");
  const StopSignals stop;
  const LocalTime now = SystemClock().now();
  BundleWish wish;
  TM_TRY(wish.from, time_of(wanted.options.from, "--from", now));
  TM_TRY(wish.to, time_of(wanted.options.to, "--to", now));
  wish.keep_names = wanted.keep_names;
  wish.tool = "tidemark " + std::string(version);
  wish.author = wanted.author;
  wish.progress = [&, next = 10](int percent) mutable {
    if (percent < next || percent >= 100) return;
    log->info(std::to_string(percent) + " %");
    next = percent + 10;
  };
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const BundleMade made, wanted.dry ? try_bundle(timeline, std::move(wish), stop.token())
                                           : make_bundle(timeline, wanted.file, std::move(wish), stop.token()));
  Document document = document_of("bundle create", made.facts);
  document.rows.push_back(row_of(made.facts, wanted.dry ? Cell(Reason::not_applicable) : Cell(wanted.file)));
  add_contents(document, made.facts);
  add_names(document, made.renamed);
  document.notes.push_back(wanted.dry ? "nothing was written" : "sha256 " + made.facts.sha256);
  return answer(streams, output, document, facts_layout);
}

Result<int> inspect(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const BundleFacts facts, inspect_bundle(wanted.file));
  Document document = document_of("bundle inspect", facts);
  document.rows.push_back(row_of(facts, wanted.file));
  add_contents(document, facts);
  document.notes.push_back("sha256 " + facts.sha256);
  return answer(streams, output, document, facts_layout);
}

Result<int> verify(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const BundleFacts facts, inspect_bundle(wanted.file));
  TM_TRY(const BundleVerified found, verify_bundle(wanted.file));
  Document document = document_of("bundle verify", facts);
  std::string differ;
  for (const BundleVerdict& one : found.tables) {
    const auto told = [&](auto&& part) { return one.manifest ? Cell(part(*one.manifest)) : Cell(Reason::no_history); };
    document.rows.push_back({{"table", one.table.name},
                             {"rows", one.table.rows},
                             {"what", one.what},
                             {"sha256", one.table.sha256},
                             {"told_rows", told([](const BundleTable& table) { return table.rows; })},
                             {"told_sha256", told([](const BundleTable& table) { return table.sha256; })}});
    if (!one.what.empty()) differ += (differ.empty() ? "" : "; ") + one.table.name + ": " + one.what;
  }
  if (differ.empty()) document.notes.push_back("nothing differs; sha256 " + found.sha256);
  answer(streams, output, document, {{"table", "rows", "what"}});
  if (!differ.empty()) return fail(ErrorCode::damaged, differ, wanted.file, "ask for a new copy");
  if (!wanted.hash.empty() && wanted.hash != found.sha256)
    return fail(ErrorCode::damaged, "whole, but not the bundle that is meant: its sha256 is " + found.sha256,
                wanted.file, "ask for a new copy");
  return 0;
}
}  // namespace

Runner bundle_verb(CLI::App& app) {
  SubVerbs<Wanted> verbs(app);
  const auto& wanted = verbs.wanted();
  const auto add = [&](const std::string& name, const std::string& help, SubVerbs<Wanted>::Act act) {
    CLI::App* sub = verbs.add(name, help, act);
    add_output(*sub, wanted->options);
    return sub;
  };
  CLI::App* made = add("create", "A window of a timeline as one file, without secrets and names of hosts", create);
  add_timeline(*made, wanted->options);
  made->add_option("-o,--output", wanted->file, "The bundle")->type_name("FILE");
  made->add_option("--from", wanted->options.from, "Begin of the window (default: the oldest sample)")
      ->type_name("TIME");
  made->add_option("--to", wanted->options.to, "End of the window (default: the newest sample)")->type_name("TIME");
  made->add_flag("--no-redact", wanted->keep_names, "Keep the names of hosts, principals and clients; never secrets");
  made->add_flag("--dry-run", wanted->dry, "Say what would be in it, and write nothing");
  made->add_option("--author", wanted->author, "Who makes it (default: the user's name)")->type_name("NAME");
  CLI::App* told = add("inspect", "What a bundle says of itself and what is in it", inspect);
  told->add_option("FILE", wanted->file, "The bundle")->required();
  CLI::App* checked = add("verify", "Is each table what the manifest says? Status 4 if not", verify);
  checked->add_option("FILE", wanted->file, "The bundle")->required();
  checked->add_option("--hash", wanted->hash, "The sha256 that its maker told: is it that bundle?")
      ->type_name("SHA256");
  return verbs.runner();
}

}  // namespace tidemark::cli
