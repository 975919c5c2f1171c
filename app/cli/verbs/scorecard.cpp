// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>
#include <filesystem>
#include <ostream>

#include "app/cli/question.h"
#include "app/cli/verbs/scorecard_answers.h"
#include "app/cli/verbs/sub_verbs.h"
#include "app/cli/written.h"
#include "app/settings/files.h"
#include "models/domain/clock.h"
#include "resources/presets/presets.h"

namespace tidemark::cli {
namespace {
using Wanted = ScorecardWanted;

Cell or_none(const std::string& text) { return text.empty() ? Cell(Reason::not_applicable) : Cell(text); }

Result<std::optional<Outcome>> result_of(const std::string& word) {
  if (word.empty()) return std::nullopt;
  const auto outcome = outcome_from(word);
  if (!outcome || *outcome == Outcome::unknown)
    return fail(ErrorCode::usage, '"' + word + "\" is no result", "--result", "write pass, partial or fail");
  return outcome;
}

Result<std::optional<LocalTime>> end_of(const Wanted& wanted) {
  TM_TRY(const auto time, duration_of(wanted.time, "--for"));
  return time ? std::optional(SystemClock().now() + *time) : std::nullopt;
}

// What a row takes, and under which name.
Result<> check_slot(const Card& card, const std::string& row, const std::string& slot, EvidenceKind kind) {
  TM_TRY(const CardRow* found, card_row(card, row));
  if (slot == "owner" || slot == "runbook") return {};
  std::string known;
  for (const CardSlot& one : found->wants) {
    const bool takes = std::ranges::find(one.kinds, kind) != one.kinds.end();
    if (one.id == slot && takes) return {};
    if (takes) known += one.id + ", ";
  }
  return fail(ErrorCode::usage, "the row " + row + " takes no " + std::string(word(kind)) + " for \"" + slot + '"',
              "--slot", "write --slot " + known + "owner or runbook");
}

// Conditions and counts of a run stand beside the rows.
bool stands_beside(const std::string& slot) { return slot.starts_with("seen:") || slot == "retrieval-check"; }

Result<int> attest(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const Card card, read_card(wanted.card));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  if (wanted.score) {
    TM_TRY(const CardRow* row, card_row(card, wanted.row));
    TM_TRY(const ReviewStore store, read_reviews(timeline));
    const std::string scope = scope_text(wanted.options.filter);
    const ReviewedRow now = reviewed_row(*row, scope, store.basis, SystemClock().now());
    const SaidScore said{scope, wanted.row, *wanted.score, wanted.name, wanted.text};
    TM_TRY(const LogEntry entry, write_score(timeline, said, now.derived));
    return answer(streams, output,
                  written("scorecard attest", entry,
                          {{"row", wanted.row},
                           {"score", *wanted.score},
                           {"derived", now.derived},
                           {"reason", or_none(wanted.text)}}),
                  {});
  }
  if (!stands_beside(wanted.slot)) TM_CHECK(check_slot(card, wanted.row, wanted.slot, EvidenceKind::attestation));
  if (wanted.name.empty() || wanted.role.empty())
    return fail(ErrorCode::usage, "who attests, and as what?", "--name, --role", "write --name NAME --role ROLE");
  ReviewEvidence evidence;
  evidence.kind = EvidenceKind::attestation;
  evidence.scope = scope_text(wanted.options.filter);
  evidence.row = wanted.row;
  evidence.slot = wanted.slot;
  evidence.title = wanted.text;
  evidence.name = wanted.name;
  evidence.role = wanted.role;
  TM_TRY(evidence.says, result_of(wanted.result));
  TM_TRY(evidence.expires, end_of(wanted));
  TM_TRY(const auto rows, write_evidence(timeline, {evidence}, wanted.author));
  return answer(streams, output,
                written("scorecard attest", rows.front(),
                        {{"row", wanted.row},
                         {"slot", wanted.slot},
                         {"name", wanted.name},
                         {"role", wanted.role},
                         {"text", evidence.title},
                         {"expires", evidence.expires ? Cell(*evidence.expires) : Cell(Reason::not_applicable)}}),
                {});
}

Result<int> waive(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const Card card, read_card(wanted.card));
  TM_TRY(const CardRow* row, card_row(card, wanted.row));
  const auto reason = waiver_reason_from(wanted.reason);
  if (!reason)
    return fail(ErrorCode::usage, '"' + wanted.reason + "\" is no reason for a waiver", "--reason",
                "write not-applicable, compensating-control, accepted-risk or not-detected");
  TM_TRY(const auto ends, end_of(wanted));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const ReviewStore store, read_reviews(timeline));
  Waiver waiver;
  waiver.scope = scope_text(wanted.options.filter);
  waiver.row = wanted.row;
  waiver.reason = *reason;
  waiver.text = wanted.text;
  waiver.requester = wanted.requester;
  waiver.approver = wanted.approver;
  waiver.until = ends.value_or(LocalTime());
  waiver.value = value_of(reviewed_row(*row, waiver.scope, {store.basis.evidence, {}, {}}, SystemClock().now()));
  TM_TRY(const LogEntry entry, write_waiver(timeline, waiver));
  return answer(streams, output,
                written("scorecard waive", entry,
                        {{"row", wanted.row},
                         {"reason", wanted.reason},
                         {"text", wanted.text},
                         {"requester", entry.author},
                         {"approver", wanted.approver},
                         {"until", waiver.until},
                         {"value", waiver.value}}),
                {});
}

// A link has no bytes of its own to hash.
bool is_link(const std::string& place) { return place.find("://") != std::string::npos; }

Result<ReviewEvidence> shown(const Wanted& wanted, const Card& card) {
  ReviewEvidence out;
  const auto kind = evidence_kind_from(wanted.kind);
  if (!kind || *kind == EvidenceKind::measured || *kind == EvidenceKind::attestation)
    return fail(ErrorCode::usage, '"' + wanted.kind + "\" is no kind of what is added", "--kind",
                "write file, drill or imported");
  out.kind = *kind;
  if (!stands_beside(wanted.slot)) {
    // A drill feeds every row that wants it.
    if (*kind != EvidenceKind::drill || !wanted.row.empty()) TM_CHECK(check_slot(card, wanted.row, wanted.slot, *kind));
  }
  out.scope = scope_text(wanted.options.filter);
  out.row = wanted.row;
  out.slot = wanted.slot;
  out.place = wanted.add;
  out.title = wanted.title.empty() ? std::filesystem::path(wanted.add).filename().string() : wanted.title;
  TM_TRY(out.says, result_of(wanted.result));
  TM_TRY(out.expires, end_of(wanted));
  if (!is_link(wanted.add)) {
    TM_TRY(const std::string bytes, read_file(wanted.add));
    out.sha256 = sha256_of(bytes);
  }
  for (const std::string& fact : wanted.facts) {
    TM_TRY(out.facts.emplace_back(), fact_in(fact, wanted.slot));
  }
  return out;
}

Result<int> evidence(Streams& streams, const Wanted& wanted) {
  if (wanted.take) return take_evidence(streams, wanted);
  if (wanted.add.empty()) return list_evidence(streams, wanted);
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const Card card, read_card(wanted.card));
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const ReviewEvidence one, shown(wanted, card));
  TM_TRY(const auto rows, write_evidence(timeline, {one}, wanted.author));
  return answer(streams, output,
                written("scorecard evidence", rows.front(),
                        {{"kind", word(one.kind)},
                         {"row", or_none(one.row)},
                         {"slot", one.slot},
                         {"title", one.title},
                         {"place", one.place},
                         {"sha256", or_none(one.sha256)}}),
                {});
}

Result<int> schema(Streams& streams, const Wanted& wanted) {
  const bool known = wanted.name == "card" || wanted.name == "show";
  if (!known) return fail(ErrorCode::usage, '"' + wanted.name + "\" has no schema", "WHAT", "write card or show");
  streams.out << preset(wanted.name == "card" ? "scorecard.schema.json" : "review.schema.json") << std::flush;
  return 0;
}

void add_card(CLI::App& app, Wanted& wanted) {
  add_timeline(app, wanted.options);
  add_filters(app, wanted.options);
  app.add_option("--card", wanted.card, "readiness, areas, or a card of your own (default: readiness)")
      ->type_name("FILE");
  add_output(app, wanted.options);
}

void add_said(CLI::App& app, Wanted& wanted) {
  app.add_option("--slot", wanted.slot, "What it is for, as scorecard show says under raise_by")->type_name("SLOT");
  app.add_option("--result", wanted.result, "pass, partial or fail (default: pass)")->type_name("RESULT");
  app.add_option("--for", wanted.time, "For how long it counts, at most as long as the row says")
      ->type_name("DURATION");
  app.add_option("--author", wanted.author, "Who writes it down (default: the user's name)")->type_name("NAME");
}

void add_looks(CLI::App& app, Wanted& wanted) {
  app.add_option("--lens", wanted.lens,
                 "score (1 to 5), outcome (pass, partial, fail) or validation (green, yellow, red)")
      ->type_name("LENS");
  app.add_option("--review", wanted.review, "A frozen review instead of now, by name or hash")->type_name("NAME");
  app.add_option("--hash", wanted.hash, "The hash that freeze told: is it that review?")->type_name("SHA256");
  app.add_option("--at", wanted.options.at, "As it was then (default: now)")->type_name("TIME");
}
}  // namespace

Runner scorecard_verb(CLI::App& app) {
  SubVerbs<Wanted> verbs(app);
  const auto& wanted = verbs.wanted();
  CLI::App* show = verbs.add("show", "A card over one family of streams, with what speaks for each row", show_review);
  add_card(*show, *wanted);
  add_looks(*show, *wanted);
  show->add_option("--beside", wanted->beside, "Another scope (topic=orders-new) or frozen review beside it")
      ->type_name("SCOPE");
  show->add_flag("--reviews", wanted->list, "The reviews that are frozen");
  CLI::App* shows = verbs.add("evidence", "What the rows are judged by: list it, measure it, add to it", evidence);
  add_card(*shows, *wanted);
  add_said(*shows, *wanted);
  add_profile(*shows, wanted->options);
  shows->add_flag("--take", wanted->take, "Measure now what can be measured, and store it");
  shows->add_flag("--connect", wanted->connect,
                  "With --take and --profile: ask every endpoint how it is protected (profile boundary)");
  shows->add_option("--add", wanted->add, "A file, which is hashed, or a link")->type_name("FILE");
  shows->add_option("--row", wanted->row, "Of which row")->type_name("ROW");
  shows->add_option("--kind", wanted->kind, "file, drill or imported (default: file)")->type_name("KIND");
  shows->add_option("--title", wanted->title, "What it shows (default: its name)")->type_name("TEXT");
  shows->add_option("--fact", wanted->facts, "What it says in numbers: waited_on=leadership, runs=12 (may be repeated)")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  CLI::App* said = verbs.add("attest", "A named person says that something is so, or what a score is", attest);
  said->add_option("ROW", wanted->row, "The row")->required();
  add_card(*said, *wanted);
  add_said(*said, *wanted);
  said->add_option("--name", wanted->name, "Who")->type_name("NAME");
  said->add_option("--role", wanted->role, "As what")->type_name("ROLE");
  said->add_option("--text", wanted->text, "What is so, or why the score")->type_name("TEXT");
  said->add_option("--score", wanted->score,
                   "1 to 5 instead of what follows from the evidence; 0: as the evidence says")
      ->check(CLI::Range(0, 5));
  CLI::App* off = verbs.add("waive", "Leave a row out of the count for a while", waive);
  off->add_option("ROW", wanted->row, "The row")->required();
  add_card(*off, *wanted);
  off->add_option("--reason", wanted->reason, "not-applicable, compensating-control, accepted-risk or not-detected")
      ->type_name("REASON");
  off->add_option("--text", wanted->text, "Why")->type_name("TEXT");
  off->add_option("--requester", wanted->requester, "Who asks for it (default: the user's name)")->type_name("NAME");
  off->add_option("--approver", wanted->approver, "Who approves it: somebody else")->type_name("NAME");
  off->add_option("--for", wanted->time, "For how long: 180d at most")->type_name("DURATION");
  CLI::App* frozen = verbs.add("freeze", "Keep the card as it is now, for good, and tell its hash", freeze);
  frozen->add_option("NAME", wanted->name, "What the review is called")->required();
  add_card(*frozen, *wanted);
  frozen->add_option("--author", wanted->author, "Who freezes it (default: the user's name)")->type_name("NAME");
  CLI::App* diff = verbs.add("diff", "What is different between two reviews, and why", diff_reviews);
  diff->add_option("BEFORE", wanted->name, "A frozen review")->required();
  diff->add_option("AFTER", wanted->review, "Another one (default: now)");
  add_card(*diff, *wanted);
  CLI::App* out = verbs.add("export", "The card as one file: Markdown, HTML, JSON or CSV", export_review);
  add_card(*out, *wanted);
  add_looks(*out, *wanted);
  out->add_option("-o,--output", wanted->file, "FILE.md, .html, .json or .csv")->type_name("FILE")->required();
  out->add_flag("--overwrite", wanted->overwrite, "Write over a file that is there");
  CLI::App* form = verbs.add("schema", "The JSON Schema of a card, or of what show answers", schema);
  form->add_option("WHAT", wanted->name, "card or show")->required();
  return verbs.runner();
}

}  // namespace tidemark::cli
