// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/diff.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "models/analysis/review/review.h"

namespace tidemark {
namespace {
// What a piece of evidence says, without where and when that was written.
std::string content_of(const ReviewEvidence& evidence) {
  std::string out(word(evidence.kind));
  out += evidence.says ? ' ' + std::string(word(*evidence.says)) : std::string();
  for (const std::string* text : {&evidence.place, &evidence.sha256, &evidence.name, &evidence.role})
    out += '\n' + *text;
  for (const Fact& fact : evidence.facts) {
    out += '\n' + fact.object + ' ' + fact.name + ' ';
    if (!fact.value)
      out += word(fact.value.reason());
    else
      out += std::visit(
          [](const auto& value) -> std::string {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
              return value;
            else
              return std::to_string(value);
          },
          *fact.value);
  }
  return out;
}

using BySlot = std::map<std::string, const ReviewEvidence*>;
BySlot by_slot(const ReviewedRow& row) {
  BySlot out;
  for (const ReviewEvidence& evidence : row.evidence)
    out.emplace(evidence.slot.empty() ? "measured" : evidence.slot, &evidence);
  return out;
}

bool has_expired(const ReviewedRow& after, const ReviewEvidence& cited) {
  return std::ranges::find(after.expired, cited.hash, &ReviewEvidence::hash) != after.expired.end();
}

// The row as its evidence would be judged by other thresholds, and how long it then counts.
ReviewedRow judged_again(const ReviewedRow& row, const ReviewedRow& by, const std::string& scope, LocalTime at) {
  CardRow card;
  card.id = row.id;
  card.rule = by.rule;
  card.thresholds = by.thresholds;
  card.valid = std::chrono::hours(24 * 36'500);  // what counted counts
  for (const ReviewEvidence& evidence : row.evidence)
    if (!evidence.slot.empty()) card.wants.push_back({evidence.slot, {}, {evidence.kind}});
  return reviewed_row(card, scope, {row.evidence, {}, {}}, at);
}

class RowDiff final {
 public:
  RowDiff(const Review& before, const Review& after, const ReviewedRow& a, const ReviewedRow& b,
          std::vector<ReviewChange>& out)
      : before_(before), after_(after), a_(a), b_(b), out_(out) {}

  void find() {
    thresholds();
    evidence();
    if (a_.outcome != b_.outcome) put("outcome", word(a_.outcome), word(b_.outcome), cause());
    if (a_.validation != b_.validation) put("validation", word(a_.validation), word(b_.validation), cause());
    if (a_.waived != b_.waived) put("waiver", word(a_.waived), word(b_.waived), waiver_cause());
    if (a_.score != b_.score)
      put("score", std::to_string(a_.score), std::to_string(b_.score),
          a_.derived - b_.derived == a_.score - b_.score ? cause() : Known<ChangeCause>(ChangeCause::person));
  }

 private:
  void put(std::string field, std::string_view before, std::string_view after, Known<ChangeCause> because) {
    out_.push_back({b_.id, std::move(field), std::string(before), std::string(after), because});
  }

  void thresholds() {
    std::set<std::string> names;
    for (const auto* row : {&a_, &b_})
      for (const auto& [name, value] : row->thresholds) names.insert(name);
    const auto text = [](const ReviewedRow& row, const std::string& name) {
      const auto found = row.thresholds.find(name);
      return found == row.thresholds.end() ? std::string() : std::to_string(found->second);
    };
    for (const std::string& name : names)
      if (text(a_, name) != text(b_, name)) {
        put("threshold:" + name, text(a_, name), text(b_, name), ChangeCause::threshold);
        threshold_ = true;
      }
    if (a_.valid != b_.valid) {
      put("threshold:valid", std::to_string(a_.valid.count()), std::to_string(b_.valid.count()),
          ChangeCause::threshold);
      threshold_ = true;
    }
    if (a_.rule != b_.rule) {
      put("rule", a_.rule, b_.rule, ChangeCause::rule);
      rule_ = true;
    }
    rule_ = rule_ || before_.rules != after_.rules;
  }

  void evidence() {
    const BySlot old = by_slot(a_), now = by_slot(b_);
    for (const auto& [slot, was] : old) {
      const auto is = now.find(slot);
      if (is == now.end()) {
        const bool expired = has_expired(b_, *was);
        put("evidence:" + slot, was->hash, {}, expired ? ChangeCause::time : ChangeCause::system);
        (expired ? expired_ : evidence_) = true;
      } else if (content_of(*was) != content_of(*is->second)) {
        put("evidence:" + slot, was->hash, is->second->hash, ChangeCause::system);
        evidence_ = true;
      }
    }
    for (const auto& [slot, is] : now)
      if (!old.contains(slot)) {
        put("evidence:" + slot, {}, is->hash, ChangeCause::system);
        evidence_ = true;
      }
  }

  // Of a change of what came out.
  Known<ChangeCause> cause() const {
    if (rule_) return evidence_ || expired_ || threshold_ ? Known<ChangeCause>(Reason::ambiguous) : ChangeCause::rule;
    if (evidence_ && threshold_) {
      const ReviewedRow again = judged_again(b_, a_, after_.scope, after_.at);
      const bool as_before = again.outcome == a_.outcome && again.validation == a_.validation;
      return as_before ? ChangeCause::threshold : ChangeCause::system;
    }
    if (evidence_) return ChangeCause::system;
    if (threshold_) return ChangeCause::threshold;
    return expired_ ? Known<ChangeCause>(ChangeCause::time) : Known<ChangeCause>(Reason::ambiguous);
  }

  Known<ChangeCause> waiver_cause() const {
    if (b_.waived == WaiverState::reopened && a_.waived == WaiverState::in_force) return ChangeCause::system;
    if (b_.waived == WaiverState::expired && a_.waived == WaiverState::in_force) return ChangeCause::time;
    return ChangeCause::waiver;
  }

  const Review& before_;
  const Review& after_;
  const ReviewedRow& a_;
  const ReviewedRow& b_;
  std::vector<ReviewChange>& out_;
  bool threshold_ = false, rule_ = false, evidence_ = false, expired_ = false;
};
}  // namespace

std::string_view word(ChangeCause cause) {
  constexpr std::array<std::string_view, 7> words{"system", "time", "rule", "threshold", "tool", "waiver", "person"};
  return words.at(static_cast<std::size_t>(cause));
}

std::vector<ReviewChange> review_diff(const Review& before, const Review& after) {
  std::vector<ReviewChange> out;
  const auto whole = [&](const char* field, const std::string& a, const std::string& b, ChangeCause cause) {
    if (a != b) out.push_back({{}, field, a, b, cause});
  };
  whole("scope", before.scope, after.scope, ChangeCause::person);
  whole("card", before.card_sha256, after.card_sha256, ChangeCause::rule);
  whole("rules", std::to_string(before.rules), std::to_string(after.rules), ChangeCause::rule);
  whole("tool", before.tool, after.tool, ChangeCause::tool);
  for (const ReviewedRow& b : after.rows) {
    const auto a = std::ranges::find(before.rows, b.id, &ReviewedRow::id);
    if (a == before.rows.end())
      out.push_back({b.id, "row", {}, b.title, ChangeCause::rule});
    else
      RowDiff(before, after, *a, b, out).find();
  }
  for (const ReviewedRow& a : before.rows)
    if (std::ranges::find(after.rows, a.id, &ReviewedRow::id) == after.rows.end())
      out.push_back({a.id, "row", a.title, {}, ChangeCause::rule});
  return out;
}

}  // namespace tidemark
