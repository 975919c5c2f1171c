// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/review.h"

#include <algorithm>
#include <array>
#include <set>

#include "models/analysis/review/rules.h"

namespace tidemark {
namespace {
bool owned(const RowEvidence& row) {
  if (row.slot(owner_slot)) return true;
  const auto scopes = row.objects("scope");
  return !scopes.empty() && scopes.front().text("owner").known();
}

bool repeatable(const RowEvidence& row) {
  const auto scopes = row.objects("scope");
  return row.slot(runbook_slot) || (row.measured() && !row.measured()->query.empty()) ||
         (!scopes.empty() && scopes.front().text("runbook").known());
}

struct Tested {
  bool owner = false;
  bool command = false;
};

Validation validation_of(const Judged& judged, const Tested& tested) {
  if (!judged.metric || (!judged.exercised && !judged.threshold)) return Validation::red;
  return judged.exercised && judged.threshold && tested.owner && tested.command ? Validation::green
                                                                                : Validation::yellow;
}

// What would raise it.
std::vector<ReviewReason> missing_of(const RowEvidence& row, const Judged& judged, const Tested& tested) {
  std::vector<ReviewReason> out;
  if (!tested.owner) out.push_back({"V90", {}, {}});
  if (!tested.command) out.push_back({"V91", {}, {}});
  if (!judged.threshold) out.push_back({"V92", {}, {}});
  if (!judged.metric) out.push_back({"V93", {}, {}});
  if (!judged.exercised) out.push_back({"V94", {}, {}});
  for (const CardSlot& slot : row.row().wants) {
    if (row.slot(slot.id)) continue;
    const auto old = std::ranges::find(row.expired(), slot.id, &ReviewEvidence::slot);
    out.push_back({old == row.expired().end() ? "V02" : "V03", {}, {{"slot", slot.id}, {"title", slot.title}}});
  }
  return out;
}

// Without waivers and without what people say of the score.
ReviewedRow judged_row(const CardRow& row, std::string_view scope, const std::vector<ReviewEvidence>& evidence,
                       LocalTime at) {
  const RowEvidence counted(row, scope, evidence, at);
  const ReviewRule rule = review_rule(row.rule);
  Judged judged = rule ? rule(counted) : Judged{};
  if (!judged.metric) judged.say("V01");
  for (const FactsOf& more : counted.objects("more"))
    if (const auto left_out = more.number("left_out"))
      judged.say("V09", more.object(), {{"kind", more.name()}, {"count", std::to_string(*left_out)}});
  const Tested tested{owned(counted), repeatable(counted)};
  ReviewedRow out;
  out.id = row.id;
  out.title = row.title;
  out.rule = row.rule;
  out.thresholds = row.thresholds;
  out.valid = row.valid;
  out.condition = row.condition;
  out.validation = validation_of(judged, tested);
  out.outcome = judged.outcome;
  out.derived = out.score = score_of(out.validation, out.outcome);
  out.reasons = std::move(judged.reasons);
  out.raise_by = missing_of(counted, judged, tested);
  for (const ReviewEvidence* one : counted.valid()) out.evidence.push_back(*one);
  for (const ReviewEvidence* one : counted.expired()) out.expired.push_back(*one);
  return out;
}

// The newest of a row and scope at a time.
template <class Said>
const Said* newest(const std::vector<Said>& all, std::string_view scope, std::string_view row, LocalTime at) {
  const Said* out = nullptr;
  for (const Said& one : all)
    if (one.scope == scope && one.row == row && one.at <= at && (!out || out->at <= one.at)) out = &one;
  return out;
}

// The times in (from, to] at which what the evidence of a row says can have changed.
std::set<LocalTime> turns(const CardRow& row, std::string_view scope, const std::vector<ReviewEvidence>& evidence,
                          LocalTime from, LocalTime to) {
  std::set<LocalTime> out{to};
  for (const ReviewEvidence& one : evidence) {
    if (one.scope != scope) continue;
    for (const LocalTime time : {one.at, counts_until(one, row.valid)})
      if (time > from && time <= to) out.insert(time);
  }
  return out;
}

WaiverState state_of(const Waiver& waiver, const CardRow& row, std::string_view scope, const ReviewBasis& basis,
                     LocalTime at) {
  const LocalTime last = std::min(at, waiver.until);
  for (const LocalTime time : turns(row, scope, basis.evidence, waiver.at, last))
    if (value_of(judged_row(row, scope, basis.evidence, time)) != waiver.value) return WaiverState::reopened;
  return at < waiver.until ? WaiverState::in_force : WaiverState::expired;
}
}  // namespace

bool is_review_rule(std::string_view name) { return review_rule(name) != nullptr; }

std::int64_t score_of(Validation validation, Outcome outcome) {
  // By outcome: fail, unknown, partial, pass.
  using Line = std::array<std::int64_t, 4>;
  constexpr std::array<Line, 3> matrix{Line{1, 1, 2, 2}, Line{2, 2, 3, 3}, Line{2, 3, 4, 5}};
  return matrix.at(static_cast<std::size_t>(validation)).at(static_cast<std::size_t>(outcome));
}

std::string value_of(const ReviewedRow& row) {
  std::set<std::string> what;
  for (const ReviewReason& reason : row.reasons) what.insert(reason.code + ' ' + reason.object);
  std::string out(word(row.outcome));
  for (const std::string& one : what) out += "; " + one;
  return out;
}

ReviewedRow reviewed_row(const CardRow& row, std::string_view scope, const ReviewBasis& basis, LocalTime at) {
  ReviewedRow out = judged_row(row, scope, basis.evidence, at);
  if (const SaidScore* said = newest(basis.scores, scope, row.id, at); said && said->score > 0) {
    out.said = *said;
    out.score = said->score;
  }
  if (const Waiver* waiver = newest(basis.waivers, scope, row.id, at)) {
    out.waiver = *waiver;
    out.waived = state_of(*waiver, row, scope, basis, at);
  }
  return out;
}

Review reviewed(const Card& card, std::string_view scope, const ReviewBasis& basis, LocalTime at) {
  Review out;
  out.scope = scope;
  out.card = card.name;
  out.card_sha256 = card.sha256;
  out.rules = review_rules_version;
  out.at = at;
  for (const CardRow& row : card.rows) out.rows.push_back(reviewed_row(row, scope, basis, at));
  return out;
}

ReviewSummary summary_of(const Review& review) {
  ReviewSummary out;
  for (const ReviewedRow& row : review.rows) {
    if (!row.counts()) {
      ++(row.waiver->reason == WaiverReason::not_applicable ? out.not_applicable : out.waived);
      continue;
    }
    ++out.rated;
    ++out.by_score.at(static_cast<std::size_t>(row.score));
    if (!out.weakest || row.score < out.weakest->score) out.weakest = &row;
  }
  return out;
}

std::vector<SeenCondition> seen_conditions(const Card& card, std::string_view scope, const ReviewBasis& basis,
                                           LocalTime at) {
  std::vector<SeenCondition> out;
  for (const CardCondition& condition : card.conditions) {
    SeenCondition& seen = out.emplace_back(SeenCondition{condition.id, condition.title});
    for (const ReviewEvidence& one : basis.evidence) {
      if (one.scope != scope || one.at > at || (one.expires && *one.expires <= at)) continue;
      if (one.slot == "seen:" + condition.id) {
        seen.seen = one.says.value_or(Outcome::pass) != Outcome::fail;
        seen.by = one.title;
      }
      for (const Fact& fact : one.facts) {
        if (fact.object != "condition:" + condition.id) continue;
        const bool* is = fact.value ? std::get_if<bool>(&*fact.value) : nullptr;
        // Seen once is seen; not seen is said only where nothing saw it.
        if (is && (*is || !seen.seen)) {
          seen.seen = *is || seen.seen.value_or(false);
          if (*is) seen.by = one.title;
        }
      }
    }
  }
  return out;
}

}  // namespace tidemark
