// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/scorecard_answers.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "app/cli/profile_choice.h"
#include "app/cli/question.h"
#include "app/cli/stop_signals.h"
#include "app/cli/version.h"
#include "app/report/scorecard_report.h"
#include "app/session/connection/connection_check.h"
#include "app/session/finding_text.h"
#include "app/session/judged_profile.h"
#include "app/session/review_measure.h"
#include "app/settings/files.h"
#include "app/settings/secrets.h"
#include "collectors/core/strict_json.h"
#include "models/analysis/review/document.h"
#include "models/analysis/review/facts.h"
#include "models/domain/clock.h"
#include "models/timeline/reader.h"

namespace tidemark::cli {
namespace {
const Layout review_layout{{"rating", "title", "outcome", "validation", "waived", "newest_age_ms", "expires", "reasons",
                            "raise_by", "newest"}};
const Layout beside_layout{
    {"title", "rating", "beside_rating", "outcome", "beside_outcome", "validation", "beside_validation"}};

std::string tool() { return "tidemark " + std::string(version); }

Result<ReviewLens> lens_of(const std::string& word) {
  if (word == "score") return ReviewLens::score;
  if (word == "outcome") return ReviewLens::outcome;
  if (word == "validation") return ReviewLens::validation;
  return fail(ErrorCode::usage, '"' + word + "\" is no lens", "--lens", "write score, outcome or validation");
}

// What a verb that reads answers from.
struct Looked {
  std::string timeline;
  Card card;
  ReviewStore store;
  LocalTime at;
};

Result<Looked> look(const ScorecardWanted& wanted) {
  Looked out;
  TM_TRY(out.timeline, timeline_path(wanted.options));
  TM_CHECK(TimelineReader::open(out.timeline));
  TM_TRY(out.card, read_card(wanted.card));
  TM_TRY(out.store, read_reviews(out.timeline));
  const LocalTime now = SystemClock().now();
  TM_TRY(const auto at, time_of(wanted.options.at, "--at", now));
  out.at = at.value_or(now);
  return out;
}

Review now_of(const Looked& looked, const std::string& scope) {
  Review review = reviewed(looked.card, scope, looked.store.basis, looked.at);
  review.tool = tool();
  return review;
}

Result<ReviewRun> run_of(const Looked& looked, const ScorecardWanted& wanted) {
  ReviewRun run;
  if (wanted.review.empty()) {
    run.review = now_of(looked, scope_text(wanted.options.filter));
  } else {
    TM_TRY(run.review, review_named(looked.store, wanted.review, wanted.hash));
  }
  run.seen = seen_conditions(looked.card, run.review.scope, looked.store.basis, run.review.at);
  run.counts = run_counts(run.review, looked.store.basis);
  return run;
}

// A scope where there is an '=' in it, else a frozen review.
Result<ReviewRun> other_run(const Looked& looked, const std::string& text) {
  ScorecardWanted other;
  if (text.find('=') == std::string::npos) {
    other.review = text;
  } else {
    TM_TRY(other.options.filter, scope_filter(text));
  }
  return run_of(looked, other);
}

Document review_list(const ReviewStore& store, LocalTime at) {
  Document out;
  out.verb = "scorecard show";
  out.at = out.from = out.to = at;
  out.coverage = Reason::not_applicable;
  for (const Review& review : store.reviews)
    out.rows.push_back({{"review", review.name},
                        {"at", review.at},
                        {"author", review.author},
                        {"card", review.card},
                        {"scope", review.scope},
                        {"headline", headline_of(review)},
                        {"rules", review.rules},
                        {"tool", review.tool},
                        {"hash", review.hash}});
  return out;
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + '\'';
}

std::string command_of(const ScorecardWanted& wanted) {
  std::string out = "tidemark scorecard evidence --take";
  if (!wanted.options.timeline.empty()) out += " --timeline " + quoted(wanted.options.timeline);
  if (!wanted.options.profile.empty()) out += " --profile " + quoted(wanted.options.profile);
  if (wanted.connect) out += " --connect";
  if (wanted.card != "readiness") out += " --card " + quoted(wanted.card);
  const Filter& f = wanted.options.filter;
  for (const auto& [name, globs] : {std::pair{" --cluster ", &f.cluster},
                                    {" --topic ", &f.topic},
                                    {" --group ", &f.group},
                                    {" --table ", &f.table},
                                    {" --class ", &f.class_name},
                                    {" --path ", &f.path}})
    for (const std::string& glob : *globs) out += name + quoted(glob);
  return out;
}
}  // namespace

Result<const CardRow*> card_row(const Card& card, const std::string& id) {
  std::vector<std::string_view> names;
  for (const CardRow& row : card.rows) {
    if (row.id == id) return &row;
    names.push_back(row.id);
  }
  const auto near = strict_json::nearest(id, names);
  return fail(ErrorCode::usage, "the card has no row \"" + id + '"', "ROW",
              near ? "did you mean \"" + std::string(*near) + "\"?" : "see tidemark scorecard show");
}

Result<Fact> fact_in(const std::string& text, const std::string& slot) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos || equals + 1 == text.size())
    return fail(ErrorCode::usage, '"' + text + "\" is no fact", "--fact", "write NAME=VALUE");
  Fact out{slot.starts_with("drill:") ? slot : "lineage:all", text.substr(0, equals)};
  const std::string value = text.substr(equals + 1);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error == std::errc() && end == value.data() + value.size())
    out.value = FactValue(number);
  else
    out.value = FactValue(value);
  return out;
}

Result<int> show_review(Streams& streams, const ScorecardWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const ReviewLens lens, lens_of(wanted.lens));
  TM_TRY(const Looked looked, look(wanted));
  if (wanted.list) return answer(streams, output, review_list(looked.store, looked.at), {});
  TM_TRY(const ReviewRun run, run_of(looked, wanted));
  if (wanted.beside.empty())
    return answer(streams, output, review_document(run.review, lens, run.seen, finding_text), review_layout);
  TM_TRY(const ReviewRun other, other_run(looked, wanted.beside));
  return answer(streams, output, beside_document(run, other, lens), beside_layout);
}

namespace {
// Asked now, though the rest is as old as the timeline's newest poll.
Result<std::vector<CheckedEndpoint>> endpoints_of(const std::optional<Profile>& profile) {
  if (!profile) return fail(ErrorCode::usage, "nothing says which endpoints", "--connect", "add --profile FILE");
  const StopSignals interrupt;
  const SystemClock clock;
  const Secrets secrets(ask_on_terminal);
  return check_connections(*profile, {.secrets = secrets, .clock = clock, .stop = interrupt.token()});
}
}  // namespace

Result<int> take_evidence(Streams& streams, const ScorecardWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const auto log, Log::open(wanted.options, streams));
  TM_TRY(const Card card, read_card(wanted.card));
  TM_TRY(const std::string path, timeline_path(wanted.options));
  TM_TRY(const auto timeline, TimelineReader::open(path));
  TM_TRY(const auto polls, timeline->load(review_polls_request(SystemClock().now(), SystemClock().now())));
  if (!polls->newest) return fail(ErrorCode::no_data, "the timeline is empty", path, "start with tidemark collect");
  TM_TRY(const auto now, timeline->load(review_now_request(*polls->newest)));
  std::optional<Profile> told;
  if (!wanted.options.profile.empty()) {
    TM_TRY(told, choose_profile(wanted.options, *log));
  }
  TM_TRY(Profile promised, judged_profile(*now, *polls->newest));
  ReviewMeasuring measuring{*timeline,
                            path,
                            *polls->newest,
                            wanted.options.filter,
                            told.value_or(std::move(promised)),
                            told ? &*told : nullptr,
                            tool(),
                            command_of(wanted)};
  if (wanted.connect) {
    TM_TRY(measuring.asked, endpoints_of(told));
  }
  TM_TRY(const auto measured, measure_review(measuring, card));
  TM_TRY(const auto entries, write_evidence(path, measured, wanted.author));
  std::vector<ReviewEvidence> stored = measured;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    stored[i].at = entries[i].at;
    stored[i].author = entries[i].author;
    stored[i].uuid = entries[i].uuid;
    stored[i].hash = hash_of(entries[i]);
  }
  return answer(streams, output, evidence_document(stored, entries.front().at),
                {{"row", "title", "from", "to", "coverage", "hash"}});
}

Result<int> list_evidence(Streams& streams, const ScorecardWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const Looked looked, look(wanted));
  const std::string scope = scope_text(wanted.options.filter);
  std::vector<ReviewEvidence> all = looked.store.basis.evidence;
  std::erase_if(all, [&](const ReviewEvidence& one) {
    return one.scope != scope || (!wanted.row.empty() && one.row != wanted.row);
  });
  return answer(streams, output, evidence_document(all, looked.at),
                {{"kind", "row", "slot", "title", "says", "at", "author", "name", "expires", "place", "hash"}});
}

Result<int> freeze(Streams& streams, const ScorecardWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const Looked looked, look(wanted));
  Review review = now_of(looked, scope_text(wanted.options.filter));
  review.name = wanted.name;
  TM_TRY(const LogEntry entry, freeze_review(looked.timeline, review, wanted.author));
  review.hash = hash_of(entry);
  review.author = entry.author;
  Document document = review_list({{}, {review}}, entry.at);
  document.verb = "scorecard freeze";
  return answer(streams, output, document, {{"review", "at", "author", "headline", "hash"}});
}

Result<int> diff_reviews(Streams& streams, const ScorecardWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const Looked looked, look(wanted));
  TM_TRY(const Review before, review_named(looked.store, wanted.name));
  Review after;
  if (wanted.review.empty()) {
    after = now_of(looked, before.scope);
  } else {
    TM_TRY(after, review_named(looked.store, wanted.review));
  }
  return answer(streams, output, review_diff_document(before, after), {{"because", "row", "field", "before", "after"}});
}

Result<int> export_review(Streams& streams, const ScorecardWanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const ReviewLens lens, lens_of(wanted.lens));
  TM_TRY(const Looked looked, look(wanted));
  TM_TRY(const ReviewRun run, run_of(looked, wanted));
  const ScorecardReport report{run.review, looked.card, lens, run.seen, finding_text, std::string(version)};
  std::ostringstream text;
  const auto as = [&](Format format) {
    write(text, review_document(run.review, lens, run.seen, finding_text), format, {}, {});
  };
  if (wanted.file.ends_with(".md"))
    text << scorecard_markdown(report);
  else if (wanted.file.ends_with(".html"))
    text << scorecard_html(report);
  else if (wanted.file.ends_with(".json"))
    as(Format::json);
  else if (wanted.file.ends_with(".csv"))
    as(Format::csv);
  else if (wanted.file.ends_with(".pdf"))
    return fail(ErrorCode::usage, "a PDF is painted, which this verb does not do", "-o",
                "tidemark render present -o FILE.pdf, with --scope, --card and --review");
  else
    return fail(ErrorCode::usage, '"' + wanted.file + "\" is none of .md, .html, .json and .csv", "-o",
                "name FILE.md, FILE.html, FILE.json or FILE.csv");
  TM_CHECK(wanted.overwrite ? replace_file(wanted.file, text.str()) : write_new_file(wanted.file, text.str()));
  Document document;
  document.verb = "scorecard export";
  document.at = document.from = document.to = looked.at;
  document.coverage = Reason::not_applicable;
  document.rows.push_back(
      {{"file", wanted.file},
       {"rows", std::ssize(run.review.rows)},
       {"review_hash", run.review.hash.empty() ? Cell(Reason::not_applicable) : Cell(run.review.hash)}});
  return answer(streams, output, document, {});
}

}  // namespace tidemark::cli
