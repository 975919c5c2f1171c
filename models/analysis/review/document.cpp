// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/document.h"

#include <algorithm>

namespace tidemark {
namespace {
Cell or_none(const std::string& text) { return text.empty() ? Cell(Reason::not_applicable) : Cell(text); }

Cell fact_cell(const Known<FactValue>& value) {
  if (!value) return value.reason();
  return std::visit([](const auto& known) { return Cell(known); }, *value);
}

CellRecord cited(const ReviewEvidence& evidence, Millis valid) {
  return {{"kind", word(evidence.kind)},
          {"slot", or_none(evidence.slot)},
          {"title", evidence.title},
          {"says", evidence.says ? Cell(word(*evidence.says)) : Cell(Reason::not_applicable)},
          {"hash", evidence.hash},
          {"at", evidence.at},
          {"expires", counts_until(evidence, valid)},
          {"owner", or_none(evidence.name.empty() ? evidence.author : evidence.name)}};
}

CellList texts(const std::vector<ReviewReason>& reasons, const FindingText& text) {
  CellList out;
  for (const ReviewReason& reason : reasons) out.emplace_back(reason_text(reason, text));
  return out;
}

CellList codes(const std::vector<ReviewReason>& reasons) {
  CellList out;
  for (const ReviewReason& reason : reasons)
    out.emplace_back(CellRecord{{"code", reason.code}, {"object", or_none(reason.object)}});
  return out;
}

CellList cited_all(const std::vector<ReviewEvidence>& evidence, Millis valid) {
  CellList out;
  for (const ReviewEvidence& one : evidence) out.emplace_back(cited(one, valid));
  return out;
}

Cell waiver_cell(const ReviewedRow& row) {
  if (!row.waiver) return Reason::not_applicable;
  const Waiver& waiver = *row.waiver;
  return CellRecord{{"state", word(row.waived)},   {"reason", word(waiver.reason)},
                    {"text", waiver.text},         {"requester", waiver.requester},
                    {"approver", waiver.approver}, {"until", waiver.until},
                    {"hash", waiver.hash}};
}

Cell condition_met(const ReviewedRow& row) {
  if (row.outcome == Outcome::unknown) return Reason::never_polled;
  return row.outcome == Outcome::pass;
}

CellRecord record_of(const Review& review, const ReviewedRow& row, ReviewLens lens, const FindingText& text) {
  const ReviewEvidence* newest = row.evidence.empty() ? nullptr : &row.evidence.front();
  const auto of_newest = [&](auto&& value) { return newest ? Cell(value(*newest)) : Cell(Reason::never_polled); };
  CellRecord thresholds;
  for (const auto& [name, value] : row.thresholds) thresholds.push_back({name, value});
  const bool lowered = row.said && row.said->score < row.derived;
  return {{"card", review.card},
          {"row", row.id},
          {"title", row.title},
          {"rating", rating_of(row, lens)},
          {"score", row.score},
          {"derived", row.derived},
          {"outcome", word(row.outcome)},
          {"validation", word(row.validation)},
          {"mark", row.raised() ? Cell("raised")
                   : lowered    ? Cell("lowered")
                                : Cell(Reason::not_applicable)},
          {"raised_by", row.raised() ? Cell(row.said->name) : Cell(Reason::not_applicable)},
          {"score_text", row.said ? Cell(row.said->reason) : Cell(Reason::not_applicable)},
          {"waived", word(row.waived)},
          {"waiver", waiver_cell(row)},
          {"reasons", texts(row.reasons, text)},
          {"codes", codes(row.reasons)},
          {"raise_by", texts(row.raise_by, text)},
          {"newest", of_newest([](const ReviewEvidence& one) { return one.title; })},
          {"newest_age_ms", of_newest([&](const ReviewEvidence& one) { return Millis(review.at - speaks_of(one)); })},
          {"expires", of_newest([&](const ReviewEvidence& one) { return counts_until(one, row.valid); })},
          {"condition", or_none(row.condition)},
          {"condition_met", condition_met(row)},
          {"thresholds", std::move(thresholds)},
          {"evidence", cited_all(row.evidence, row.valid)},
          {"expired", cited_all(row.expired, row.valid)}};
}

CellRecord distribution_of(const ReviewSummary& summary) {
  CellRecord out;
  for (std::size_t score = summary.by_score.size() - 1; score > 0; --score)
    out.push_back({std::to_string(score), summary.by_score.at(score)});
  return out;
}

CellList seen_cells(const std::vector<SeenCondition>& seen) {
  CellList out;
  for (const SeenCondition& one : seen)
    out.emplace_back(
        CellRecord{{"condition", one.id}, {"title", one.title}, {"seen", one.seen}, {"by", or_none(one.by)}});
  return out;
}

Document empty_document(const char* verb, LocalTime from, LocalTime at) {
  Document out;
  out.verb = verb;
  out.at = out.to = at;
  out.from = from;
  out.coverage = Reason::not_applicable;
  return out;
}

std::string scope_words(const std::string& scope) { return scope.empty() ? "everything" : scope; }

// The least coverage of what was measured.
Known<double> coverage_of(const Review& review) {
  Known<double> out = Reason::not_applicable;
  for (const ReviewedRow& row : review.rows)
    for (const ReviewEvidence& one : row.evidence)
      if (one.kind == EvidenceKind::measured && one.coverage && (!out || *one.coverage < *out)) out = one.coverage;
  return out;
}

std::string conditions_note(const std::vector<SeenCondition>& seen) {
  std::string yes, no, open;
  for (const SeenCondition& one : seen) {
    std::string& list = !one.seen ? open : *one.seen ? yes : no;
    list += (list.empty() ? "" : ", ") + one.id;
  }
  std::string out = "Seen: " + (yes.empty() ? std::string("nothing") : yes);
  if (!no.empty()) out += "; not seen: " + no;
  if (!open.empty()) out += "; nobody looked: " + open;
  return out;
}
}  // namespace

std::string reason_text(const ReviewReason& reason, const FindingText& text) {
  Finding finding;
  finding.rule = reason.code;
  finding.object = Object(reason.object);
  for (const auto& [name, value] : reason.params) finding.params.emplace(name, value);
  return text(finding);
}

std::string rating_of(const ReviewedRow& row, ReviewLens lens) {
  if (!row.counts()) return row.waiver->reason == WaiverReason::not_applicable ? "n/a" : "waived";
  if (lens == ReviewLens::outcome) return std::string(word(row.outcome));
  if (lens == ReviewLens::validation) return std::string(word(row.validation));
  std::string out = std::to_string(row.score);
  if (row.said && row.score != row.derived)
    out += (row.raised() ? " (raised by " : " (lowered by ") + row.said->name + ", derived " +
           std::to_string(row.derived) + ')';
  return out;
}

std::string headline_of(const Review& review) {
  const ReviewSummary summary = summary_of(review);
  std::string out = summary.weakest
                        ? "Weakest: " + summary.weakest->title + " (" + std::to_string(summary.weakest->score) + "). "
                        : std::string("Nothing is rated. ");
  for (std::size_t score = summary.by_score.size() - 1; score > 0; --score)
    out += std::to_string(score) + ": " + std::to_string(summary.by_score.at(score)) + (score > 1 ? ", " : "; ");
  return out + std::to_string(summary.rated) + " rated, " + std::to_string(summary.waived) + " waived, " +
         std::to_string(summary.not_applicable) + " n/a";
}

Document review_document(const Review& review, ReviewLens lens, const std::vector<SeenCondition>& seen,
                         const FindingText& text) {
  Document out = empty_document("scorecard show", review.at, review.at);
  out.coverage = coverage_of(review);
  for (const ReviewedRow& row : review.rows) out.rows.push_back(record_of(review, row, lens, text));
  const ReviewSummary summary = summary_of(review);
  out.beside = {{"card", review.card},
                {"card_sha256", review.card_sha256},
                {"scope", review.scope},
                {"rules", review.rules},
                {"tool", review.tool},
                {"review", or_none(review.name)},
                {"review_hash", or_none(review.hash)},
                {"weakest", summary.weakest ? Cell(summary.weakest->id) : Cell(Reason::not_applicable)},
                {"distribution", distribution_of(summary)},
                {"rated", summary.rated},
                {"waived", summary.waived},
                {"not_applicable", summary.not_applicable},
                {"conditions", seen_cells(seen)}};
  out.notes.push_back(headline_of(review));
  out.notes.push_back("Scope: " + scope_words(review.scope));
  if (!seen.empty()) out.notes.push_back(conditions_note(seen));
  for (const ReviewedRow& row : review.rows)
    if (row.waived == WaiverState::reopened || row.waived == WaiverState::expired)
      out.notes.push_back("The waiver of " + row.title + " is over: " +
                          (row.waived == WaiverState::reopened ? "what the evidence says is not what it was given for"
                                                               : "its time has ended"));
  const bool measured = std::ranges::any_of(review.rows, [](const ReviewedRow& row) {
    return std::ranges::any_of(row.evidence,
                               [](const ReviewEvidence& one) { return one.kind == EvidenceKind::measured; });
  });
  if (!measured && review.name.empty())
    out.notes.emplace_back("Nothing is measured: tidemark scorecard evidence --take measures and stores it");
  if (!review.name.empty()) out.notes.push_back("Frozen as \"" + review.name + "\", hash " + review.hash);
  return out;
}

RunCounts run_counts(const Review& review, const ReviewBasis& basis) {
  RunCounts out;
  for (const ReviewedRow& row : review.rows) {
    out.failed += row.counts() && row.outcome == Outcome::fail ? 1 : 0;
    for (const ReviewEvidence& one : row.evidence)
      for (const Fact& fact : one.facts) {
        const auto* number = fact.value ? std::get_if<std::int64_t>(&*fact.value) : nullptr;
        if (number && row.rule == "freshness" && fact.name == "bad")
          out.late_minutes = out.late_minutes.value_or(0) + *number;
      }
  }
  LocalTime newest;
  for (const ReviewEvidence& one : basis.evidence) {
    if (one.scope != review.scope || one.at > review.at) continue;
    if (one.slot == "retrieval-check" && one.at >= newest) {
      newest = one.at;
      out.retrieval_check = std::string(word(one.says.value_or(Outcome::unknown)));
    }
    for (const Fact& fact : one.facts) {
      const auto* number = fact.value ? std::get_if<std::int64_t>(&*fact.value) : nullptr;
      if (number && fact.name == "manual_steps") out.manual_steps = out.manual_steps.value_or(0) + *number;
    }
  }
  return out;
}

Document beside_document(const ReviewRun& run, const ReviewRun& other, ReviewLens lens) {
  Document out = empty_document("scorecard show", std::min(run.review.at, other.review.at), run.review.at);
  out.coverage = coverage_of(run.review);
  for (const ReviewedRow& row : run.review.rows) {
    const auto found = std::ranges::find(other.review.rows, row.id, &ReviewedRow::id);
    const ReviewedRow* twin = found == other.review.rows.end() ? nullptr : &*found;
    const auto of_twin = [&](auto&& value) { return twin ? Cell(value(*twin)) : Cell(Reason::not_applicable); };
    out.rows.push_back({{"row", row.id},
                        {"title", row.title},
                        {"rating", rating_of(row, lens)},
                        {"beside_rating", of_twin([&](const ReviewedRow& one) { return rating_of(one, lens); })},
                        {"outcome", word(row.outcome)},
                        {"beside_outcome", of_twin([](const ReviewedRow& one) { return word(one.outcome); })},
                        {"score", row.score},
                        {"beside_score", of_twin([](const ReviewedRow& one) { return one.score; })},
                        {"validation", word(row.validation)},
                        {"beside_validation", of_twin([](const ReviewedRow& one) { return word(one.validation); })}});
  }
  const auto counts = [](const ReviewRun& one) {
    return Cell(CellRecord{{"scope", one.review.scope},
                           {"review", or_none(one.review.name)},
                           {"late_minutes", one.counts.late_minutes},
                           {"retrieval_check", one.counts.retrieval_check},
                           {"failed_rows", one.counts.failed},
                           {"manual_steps", one.counts.manual_steps},
                           {"conditions", seen_cells(one.seen)}});
  };
  out.beside = {{"runs", CellList{counts(run), counts(other)}}};
  for (const ReviewRun* one : {&run, &other}) {
    const auto number = [](const Known<std::int64_t>& value) {
      return value ? std::to_string(*value) : "unknown (" + std::string(word(value.reason())) + ')';
    };
    out.notes.push_back(scope_words(one->review.scope) + ": " + headline_of(one->review));
    out.notes.push_back("  minutes late " + number(one->counts.late_minutes) + ", retrieval check " +
                        one->counts.retrieval_check.value_or("unknown") + ", rows that fail " +
                        std::to_string(one->counts.failed) + ", manual steps " + number(one->counts.manual_steps));
    if (!one->seen.empty()) out.notes.push_back("  " + conditions_note(one->seen));
  }
  return out;
}

Document review_diff_document(const Review& before, const Review& after) {
  Document out = empty_document("scorecard diff", before.at, after.at);
  for (const ReviewChange& change : review_diff(before, after))
    out.rows.push_back({{"row", or_none(change.row)},
                        {"field", change.field},
                        {"before", or_none(change.before)},
                        {"after", or_none(change.after)},
                        {"because", change.because.map([](ChangeCause cause) { return std::string(word(cause)); })}});
  const auto side = [](const Review& review) {
    return Cell(CellRecord{{"review", or_none(review.name)},
                           {"hash", or_none(review.hash)},
                           {"at", review.at},
                           {"rules", review.rules},
                           {"tool", review.tool},
                           {"card_sha256", review.card_sha256}});
  };
  out.beside = {{"before", side(before)}, {"after", side(after)}};
  out.notes.push_back("Before: " + headline_of(before));
  out.notes.push_back("After: " + headline_of(after));
  if (out.rows.empty()) out.notes.emplace_back("Nothing is different");
  return out;
}

Document evidence_document(const std::vector<ReviewEvidence>& evidence, LocalTime at) {
  Document out = empty_document("scorecard evidence", at, at);
  for (const ReviewEvidence& one : evidence) {
    CellList facts;
    for (const Fact& fact : one.facts)
      facts.emplace_back(CellRecord{{"object", fact.object}, {"name", fact.name}, {"value", fact_cell(fact.value)}});
    out.rows.push_back({{"kind", word(one.kind)},
                        {"scope", one.scope},
                        {"row", or_none(one.row)},
                        {"slot", or_none(one.slot)},
                        {"title", one.title},
                        {"says", one.says ? Cell(word(*one.says)) : Cell(Reason::not_applicable)},
                        {"at", one.at},
                        {"author", one.author},
                        {"expires", one.expires ? Cell(*one.expires) : Cell(Reason::not_applicable)},
                        {"query", or_none(one.query)},
                        {"from", one.from ? Cell(*one.from) : Cell(Reason::not_applicable)},
                        {"to", one.to ? Cell(*one.to) : Cell(Reason::not_applicable)},
                        {"coverage", one.coverage},
                        {"place", or_none(one.place)},
                        {"sha256", or_none(one.sha256)},
                        {"name", or_none(one.name)},
                        {"role", or_none(one.role)},
                        {"facts", std::move(facts)},
                        {"uuid", one.uuid},
                        {"hash", one.hash}});
  }
  return out;
}

}  // namespace tidemark
