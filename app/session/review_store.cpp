// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/review_store.h"

#include <algorithm>

#include "app/session/people.h"
#include "collectors/core/plain_text.h"
#include "models/domain/clock.h"
#include "models/logbook/logbook.h"
#include "models/logbook/reviews.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_text = 4'000;

std::string line(const std::string& text) { return plain_line(text, longest_text); }

Result<std::vector<LogEntry>> add(const std::string& timeline, const std::vector<NewEntry>& rows) {
  TM_TRY(const std::string path, logbook_of(timeline));
  auto added = extend_logbook(path, [&](const auto&) { return Result<std::vector<NewEntry>>(rows); });
  if (!added && added.error().code == ErrorCode::usage && added.error().what.starts_with("the text"))
    added.error().fix = "choose a narrower scope: --path, --topic, --group or --table";
  return added;
}
}  // namespace

Result<ReviewStore> read_reviews(const std::string& timeline) {
  ReviewStore out;
  TM_TRY(const auto entries, read_logbook(logbook_path(timeline)));
  TM_TRY(out.basis.evidence, evidence_in(entries));
  TM_TRY(out.basis.waivers, waivers_in(entries));
  TM_TRY(out.basis.scores, scores_in(entries));
  TM_TRY(out.reviews, reviews_in(entries));
  for (const Review& review : out.reviews) TM_CHECK(citations(review, out.basis.evidence));
  return out;
}

Result<Review> review_named(const ReviewStore& store, const std::string& name, const std::string& hash) {
  const auto found = std::find_if(store.reviews.rbegin(), store.reviews.rend(),
                                  [&](const Review& review) { return review.name == name || review.hash == name; });
  if (found == store.reviews.rend())
    return fail(ErrorCode::no_data, "no review of the name \"" + name + "\" was frozen", {},
                "see tidemark scorecard show --reviews");
  if (!hash.empty() && found->hash != hash)
    return fail(ErrorCode::damaged, "not the review that is meant: its hash is " + found->hash, "review " + name,
                "use a copy of the logbook");
  return *found;
}

Result<std::vector<LogEntry>> write_evidence(const std::string& timeline, std::vector<ReviewEvidence> evidence,
                                             const std::string& author) {
  const LocalTime now = SystemClock().now();
  std::vector<NewEntry> rows;
  for (ReviewEvidence& one : evidence) {
    for (std::string* text : {&one.title, &one.slot, &one.place, &one.name, &one.role, &one.query}) *text = line(*text);
    if (one.title.empty()) return fail(ErrorCode::usage, "the evidence has no title", "--title", "say what it shows");
    if (one.expires && *one.expires <= now)
      return fail(ErrorCode::usage, "the evidence has expired already", {}, "choose a later time");
    rows.push_back({now, author_of(author), evidence_kind, body_of(one)});
  }
  return add(timeline, rows);
}

Result<LogEntry> write_waiver(const std::string& timeline, Waiver waiver) {
  const LocalTime now = SystemClock().now();
  waiver.requester = author_of(waiver.requester);
  for (std::string* text : {&waiver.text, &waiver.requester, &waiver.approver}) *text = line(*text);
  const auto wrong = [](const char* what, const char* where, const char* fix) {
    return fail(ErrorCode::usage, what, where, fix);
  };
  if (waiver.approver.empty()) return wrong("nobody approves the waiver", "--approver", "name somebody else");
  if (waiver.approver == waiver.requester)
    return wrong("who asks for a waiver may not approve it", "--approver", "name somebody else");
  if (waiver.until <= now || waiver.until > now + longest_waiver)
    return wrong("a waiver ends within 180 days", "--for", "write --for 90d");
  if (waiver.text.empty()) return wrong("nothing says why", "--text", "write --text \"why\"");
  TM_TRY(auto rows, add(timeline, {{now, waiver.requester, waiver_kind, body_of(waiver)}}));
  return std::move(rows.front());
}

Result<LogEntry> write_score(const std::string& timeline, SaidScore score, std::int64_t derived) {
  for (std::string* text : {&score.name, &score.reason}) *text = line(*text);
  if (score.score > derived && (score.name.empty() || score.reason.empty()))
    return fail(ErrorCode::usage, "a score above what the evidence says needs a name and a reason", "--score",
                "add --name NAME --text REASON");
  score.name = author_of(score.name);
  TM_TRY(auto rows, add(timeline, {{SystemClock().now(), score.name, score_kind, body_of(score)}}));
  return std::move(rows.front());
}

Result<LogEntry> freeze_review(const std::string& timeline, Review review, const std::string& author) {
  review.name = line(review.name);
  if (review.name.empty()) return fail(ErrorCode::usage, "the review has no name", {}, "write scorecard freeze NAME");
  TM_TRY(const std::string path, logbook_of(timeline));
  const NewEntry row{SystemClock().now(), author_of(author), review_kind, body_of(review)};
  auto added = extend_logbook(path, [&](const std::vector<LogEntry>& entries) -> Result<std::vector<NewEntry>> {
    TM_TRY(const auto reviews, reviews_in(entries));
    if (std::ranges::find(reviews, review.name, &Review::name) != reviews.end())
      return fail(ErrorCode::usage, "a review of the name \"" + review.name + "\" is frozen already", {},
                  "choose another name: what is frozen stays");
    return std::vector{row};
  });
  if (!added) return std::unexpected(std::move(added.error()));
  return std::move(added->front());
}

}  // namespace tidemark
