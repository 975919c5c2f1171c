// SPDX-License-Identifier: GPL-3.0-or-later
// A review as it is shown: counts, the weakest rows, what is to be done, what changed since the one before it; and the
// bars that prove a row: nothing that nobody saw is good.
#include <QTest>

#include "models/analysis/review/view.h"
#include "tests/unit/analysis/review/evidence.h"

using namespace tidemark;
using namespace tidemark::test;

class TestReviewView final : public QObject {
  Q_OBJECT
 private slots:
  void rows_are_counted_and_the_weakest_come_first();
  void what_is_missing_in_several_rows_is_one_action();
  void it_is_held_against_the_review_before_it();
  void minutes_commits_and_windows_are_parts_of_a_whole();
  void what_is_unknown_is_no_good_part();
  void drills_recover_in_time_or_not();

 private:
  static std::string text(const Finding& finding) {
    const auto slot = finding.params.find("slot");
    return slot == finding.params.end() ? finding.rule : finding.rule + ' ' + std::get<std::string>(slot->second);
  }
  static Card card(const std::vector<const char*>& rules) {
    Card out;
    out.name = "own";
    out.title = "Own";
    for (const char* rule : rules) {
      CardRow row = card_row(rule);
      row.id = row.title = rule;
      out.rows.push_back(std::move(row));
    }
    return out;
  }
  static ReviewView view(const Card& card, const ReviewBasis& basis, const std::vector<Review>& frozen = {}) {
    return review_view(reviewed(card, {}, basis, now), card, basis, frozen, text);
  }
  static ReviewedRow row(const char* rule, std::vector<ReviewEvidence> evidence,
                         std::map<std::string, double> thresholds = {}) {
    ReviewedRow out;
    out.rule = rule;
    out.thresholds = std::move(thresholds);
    out.evidence = std::move(evidence);
    return out;
  }
};

void TestReviewView::rows_are_counted_and_the_weakest_come_first() {
  const Card own = card({"recovery", "migration", "cost"});
  ReviewBasis basis;
  for (const char* letter : {"A", "B", "C"}) basis.evidence.push_back(drill(letter, Outcome::pass));
  const ReviewView shown = view(own, basis);
  QCOMPARE(shown.rows.size(), 3u);
  QCOMPARE(shown.counts().evidence, 3u);  // once, in however many rows
  QCOMPARE(shown.counts().weak + shown.counts().improve + shown.counts().strong, 3u);
  QCOMPARE(shown.weakest().size(), 3u);
  QCOMPARE(shown.weakest().back()->row.id, std::string("recovery"));
  QVERIFY(shown.weakest().front()->row.score == 1);
  QVERIFY(!shown.rows.front().parent.row.owner);
  QVERIFY(!shown.before_at);
}

void TestReviewView::what_is_missing_in_several_rows_is_one_action() {
  const ReviewView shown = view(card({"migration", "storage"}), {});
  const auto actions = shown.actions();
  const auto drill_b = std::ranges::find(actions, std::string("B"), &ReviewAction::drill);
  QVERIFY(drill_b != actions.end());
  QVERIFY((drill_b->rows == std::vector<std::string>{"migration", "storage"}));
  QVERIFY(!drill_b->owner);
  QVERIFY(!drill_b->until);
}

void TestReviewView::it_is_held_against_the_review_before_it() {
  const Card own = card({"migration"});
  ReviewBasis basis;
  Review before = reviewed(own, {}, basis, now - 2 * day);
  before.name = "Q1";
  before.hash = "1";
  Review other = before;
  other.scope = "path=other";
  other.name = "of others";
  Review later = before;
  later.name = "later";
  later.at = now + day;
  basis.evidence.push_back(drill("E", Outcome::pass));
  const ReviewView shown = view(own, basis, {before, other, later});
  QCOMPARE(shown.before, std::string("Q1"));
  const ReviewLine& line = shown.rows.front().parent.row;
  const ReviewChange* change = rated_otherwise(line);
  QVERIFY(change && change->field == "score");
  QCOMPARE(change->before, std::string("1"));
  QVERIFY(change->because == ChangeCause::system);
  QCOMPARE(shown.scopes.size(), 2u);
}

void TestReviewView::minutes_commits_and_windows_are_parts_of_a_whole() {
  const auto minutes = proof_of(row(
      "freshness", {measured({fact("path:a", "good", 90), fact("path:a", "bad", 0), fact("path:a", "unknown", 10),
                              fact("path:b", "good", 50), fact("path:b", "bad", 50), fact("path:b", "unknown", 0)})}));
  QCOMPARE(minutes.size(), 2u);
  QVERIFY((minutes[0] == ProofBar{ProofMeasure::minutes, "b", 50, 50, 0}));  // the worst first
  QVERIFY((minutes[1] == ProofBar{ProofMeasure::minutes, "a", 90, 0, 10}));
  const auto commits = proof_of(
      row("alignment",
          {measured({fact("table:t", "commits", 20), fact("table:t", "judged", 18), fact("table:t", "holes", 1),
                     fact("table:t", "overlaps", 3), fact("table:t", "explained", 2)})}));
  QVERIFY((commits == std::vector<ProofBar>{{ProofMeasure::commits, "t", 16, 2, 2}}));
  const auto windows = proof_of(
      row("replay",
          {measured({fact("path:short", "window_ms", 100), fact("path:short", "retention_ms", 40),
                     fact("path:kept", "window_ms", 100), fact("path:kept", "retention_ms", Reason::not_applicable),
                     fact("path:no class", "retention_ms", 5)})}));
  QVERIFY((windows == std::vector<ProofBar>{{ProofMeasure::window, "short", 40, 60, 0},
                                            {ProofMeasure::window, "kept", 100, 0, 0}}));
}

void TestReviewView::what_is_unknown_is_no_good_part() {
  const auto layers = proof_of(row("observability", {measured({fact("layer:catalog", "coverage", Reason::never_polled),
                                                               fact("layer:groups", "coverage", 0.75)})}));
  QVERIFY((layers == std::vector<ProofBar>{{ProofMeasure::layer, "catalog", 0, 0, 1},
                                           {ProofMeasure::layer, "groups", 0.75, 0, 0.25}}));
  const auto headroom = proof_of(
      row("storage", {measured({fact("path:a", "headroom_ms", Reason::no_history)})}, {{"headroom_hours", 1}}));
  QVERIFY((headroom == std::vector<ProofBar>{{ProofMeasure::headroom, "a", 0, 0, 3'600'000}}));
  QVERIFY(proof_of(row("freshness", {measured({fact("path:a", "good", Reason::no_history)})})).empty());
  QVERIFY(proof_of(row("lineage", {measured({fact("lineage:all", "runs", 3)})})).empty());
}

void TestReviewView::drills_recover_in_time_or_not() {
  const std::map<std::string, double> within{{"recover_minutes", 1}};
  const auto bars = proof_of(row("recovery",
                                 {drill("A", Outcome::pass, {fact("drill:A", "recover_ms", 20'000)}),
                                  drill("B", Outcome::fail, {fact("drill:B", "recover_ms", 90'000)}),
                                  drill("C", {}, {fact("drill:C", "recover_ms", Reason::no_history)})},
                                 within));
  QVERIFY((bars == std::vector<ProofBar>{{ProofMeasure::recovery, "B", 60'000, 30'000, 0},
                                         {ProofMeasure::recovery, "C", 0, 0, 60'000},
                                         {ProofMeasure::recovery, "A", 20'000, 0, 0}}));
}

QTEST_GUILESS_MAIN(TestReviewView)
#include "tst_review_view.moc"
