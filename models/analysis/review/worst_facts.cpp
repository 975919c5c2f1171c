// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/worst_facts.h"

#include <algorithm>
#include <tuple>

#include "models/analysis/review/fact_words.h"
#include "models/analysis/review/rules.h"

namespace tidemark {
namespace {
struct Ranked {
  std::string object;
  Facts facts;
  bool counts = false;  // the row is judged by it
  Outcome outcome = Outcome::unknown;
  std::size_t reasons = 0;
};

std::string kind_of(const Fact& fact) { return fact.object.substr(0, fact.object.find(':')); }

// Judges one object as if it were the only one, and all that the row wants besides were well.
class Alone final {
 public:
  Alone(const CardRow& row, const ReviewEvidence& measured) : row_(row), rule_(review_rule(row.rule)) {
    row_.valid = std::chrono::hours(24 * 36'500);
    ReviewEvidence& one = all_.emplace_back();
    one.scope = measured.scope;
    one.row = row.id;
    one.at = measured.at;
    one.coverage = 1.0;
    for (const CardSlot& slot : row.wants) {
      ReviewEvidence& well = all_.emplace_back();
      well.kind = slot.kinds.empty() ? EvidenceKind::attestation : slot.kinds.front();
      well.scope = measured.scope;
      well.slot = slot.id;
      well.says = Outcome::pass;
      well.at = measured.at;
    }
  }

  void judge(Ranked& one) {
    if (!rule_) return;
    all_.front().facts = one.facts;
    const Judged judged = rule_(RowEvidence(row_, all_.front().scope, all_, all_.front().at));
    one.counts = judged.threshold || judged.metric;
    one.outcome = judged.outcome;
    one.reasons = judged.reasons.size();
  }

 private:
  CardRow row_;
  ReviewRule rule_;
  std::vector<ReviewEvidence> all_;
};

std::string value_text(const Known<FactValue>& value) {
  if (!value) return '?' + std::string(word(value.reason()));
  return std::visit(
      [](const auto& known) -> std::string {
        using Type = std::decay_t<decltype(known)>;
        if constexpr (std::is_same_v<Type, std::string>)
          return known;
        else
          return std::to_string(known);
      },
      *value);
}
}  // namespace

WorstFacts worst_facts(const CardRow& row, const ReviewEvidence& measured, std::size_t most) {
  std::map<std::string, std::vector<Ranked>> kinds;
  std::map<std::string, std::size_t> places;
  for (const Fact& fact : measured.facts) {
    auto& all = kinds[kind_of(fact)];
    const auto [place, fresh] = places.try_emplace(fact.object, all.size());
    if (fresh) all.push_back({fact.object, {}});
    all[place->second].facts.push_back(fact);
  }
  WorstFacts out;
  Alone alone(row, measured);
  std::set<std::string> left;
  for (auto& [kind, all] : kinds) {
    if (all.size() <= most || most < 2) continue;
    for (Ranked& one : all) alone.judge(one);
    std::ranges::stable_sort(all, [](const Ranked& a, const Ranked& b) {
      return std::tuple(!a.counts, a.outcome, b.reasons) < std::tuple(!b.counts, b.outcome, a.reasons);
    });
    // Those that count stand first.
    const auto counting = static_cast<std::size_t>(std::ranges::count_if(all, &Ranked::counts));
    const std::size_t best = counting > 0 ? counting - 1 : all.size() - 1;
    for (std::size_t i = best < most ? most : most - 1; i < all.size(); ++i) {
      if (i == best) continue;
      left.insert(all[i].object);
      auto& facts = out.left_out[kind];
      facts.insert(facts.end(), all[i].facts.begin(), all[i].facts.end());
    }
  }
  for (const Fact& fact : measured.facts)
    if (!left.contains(fact.object)) out.kept.push_back(fact);
  return out;
}

Facts left_out_facts(const std::string& kind, std::int64_t objects, const std::string& sha256) {
  Facts out;
  put_fact(out, "more:" + kind, "left_out", objects);
  put_fact(out, "more:" + kind, "sha256", sha256);
  return out;
}

std::size_t objects_in(const Facts& facts) {
  std::set<std::string_view> out;
  for (const Fact& fact : facts) out.insert(fact.object);
  return out.size();
}

std::string text_of(const Facts& facts) {
  std::string out;
  for (const Fact& fact : facts) out += fact.object + '\t' + fact.name + '\t' + value_text(fact.value) + '\n';
  return out;
}

}  // namespace tidemark
