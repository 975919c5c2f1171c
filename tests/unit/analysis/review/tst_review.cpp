// SPDX-License-Identifier: GPL-3.0-or-later
// A review as a whole: what counts and until when, the score by both axes, waivers and people's words, differences and
// their causes.
#include <QTest>

#include "models/analysis/review/diff.h"
#include "tests/unit/analysis/review/evidence.h"

using namespace tidemark;
using namespace tidemark::test;

class TestReview final : public QObject {
  Q_OBJECT
 private slots:
  void the_score_follows_from_both();
  void the_newest_that_is_valid_counts();
  void what_has_expired_is_unknown();
  void what_was_measured_late_is_as_old_as_its_window();
  void evidence_of_other_scopes_rows_and_kinds_does_not_count();
  void five_facts_make_a_test_green();
  void a_person_may_say_another_score();
  void a_waiver_takes_a_row_out();
  void a_waiver_ends();
  void a_waiver_opens_again_when_the_evidence_changes();
  void a_waiver_stays_while_only_numbers_change();
  void conditions_that_were_seen();
  void nothing_is_different();
  void causes_of_differences_data();
  void causes_of_differences();
  void both_at_once_are_told_apart();
  void other_rules_leave_the_cause_open();
};

namespace {
Waiver waiver(const std::string& value) {
  return {{}, "row", WaiverReason::accepted_risk, "why", "ann", "kim", now + 60 * day, value, now - day / 2, "w"};
}
// A cause of a change of one field of the only row.
Known<ChangeCause> cause(const Review& before, const Review& after, std::string_view field) {
  for (const ReviewChange& change : review_diff(before, after))
    if (change.field == field) return change.because;
  qFatal("nothing of %s", std::string(field).c_str());
}
Card card_of(CardRow row) {
  Card out;
  out.name = "c";
  out.rows.push_back(std::move(row));
  return out;
}
std::vector<Fact> minutes(int bad) {
  return {fact("path:o", "target_ms", 1), fact("path:o", "good", 10'000 - bad), fact("path:o", "bad", bad),
          fact("path:o", "unknown", 0),   fact("path:o", "burst_minutes", 1),   fact("path:o", "burst_bad", 0)};
}
}  // namespace

void TestReview::the_score_follows_from_both() {
  using V = Validation;
  using O = Outcome;
  for (const auto& [validation, outcome, score] : std::vector<std::tuple<V, O, int>>{{V::red, O::fail, 1},
                                                                                     {V::red, O::unknown, 1},
                                                                                     {V::red, O::partial, 2},
                                                                                     {V::red, O::pass, 2},
                                                                                     {V::yellow, O::fail, 2},
                                                                                     {V::yellow, O::unknown, 2},
                                                                                     {V::yellow, O::partial, 3},
                                                                                     {V::yellow, O::pass, 3},
                                                                                     {V::green, O::fail, 2},
                                                                                     {V::green, O::unknown, 3},
                                                                                     {V::green, O::partial, 4},
                                                                                     {V::green, O::pass, 5}})
    QCOMPARE(score_of(validation, outcome), score);
}

void TestReview::the_newest_that_is_valid_counts() {
  ReviewEvidence old = drill("E", Outcome::fail), newer = drill("E", Outcome::pass);
  old.at = now - 5 * day;
  QCOMPARE(judged(card_row("migration"), {newer, old}).outcome, Outcome::pass);
  QCOMPARE(judged(card_row("migration"), {old, newer}).outcome, Outcome::pass);
  // What is newer and has ended leaves the word to what has not.
  newer.expires = now;
  QCOMPARE(judged(card_row("migration"), {old, newer}).outcome, Outcome::fail);
  newer.at = now + Millis(1);
  newer.expires.reset();
  QCOMPARE(judged(card_row("migration"), {old, newer}).outcome, Outcome::fail);  // not yet written
}

void TestReview::what_has_expired_is_unknown() {
  ReviewEvidence one = drill("E", Outcome::pass);
  one.at = now - 30 * day + Millis(1);
  QCOMPARE(judged(card_row("migration"), {one}).outcome, Outcome::pass);
  one.at = now - 30 * day;
  const ReviewedRow row = judged(card_row("migration"), {one});
  QCOMPARE(row.outcome, Outcome::unknown);
  QCOMPARE(row.expired.size(), 1u);
  QVERIFY(row.evidence.empty());
  QVERIFY(std::ranges::any_of(row.raise_by, [](const ReviewReason& reason) { return reason.code == "V03"; }));
}

void TestReview::what_was_measured_late_is_as_old_as_its_window() {
  ReviewEvidence one = measured(minutes(0));
  one.to = now - 30 * day + Millis(1);
  QCOMPARE(judged(card_row("freshness"), {one}).outcome, Outcome::pass);
  one.to = now - 30 * day;
  QCOMPARE(judged(card_row("freshness"), {one}).outcome, Outcome::unknown);
}

void TestReview::evidence_of_other_scopes_rows_and_kinds_does_not_count() {
  ReviewEvidence one = drill("E", Outcome::pass);
  one.scope = "topic=other";
  QCOMPARE(judged(card_row("migration"), {one}).outcome, Outcome::unknown);
  one = drill("E", Outcome::pass);
  one.row = "another";
  QCOMPARE(judged(card_row("migration"), {one}).outcome, Outcome::unknown);
  one = drill("E", Outcome::pass);
  one.kind = EvidenceKind::attestation;  // nobody attests a drill
  QCOMPARE(judged(card_row("migration"), {one}).outcome, Outcome::unknown);
}

void TestReview::five_facts_make_a_test_green() {
  const auto owner = said(EvidenceKind::attestation, "owner");
  const auto all = minutes(0);
  QCOMPARE(judged(card_row("freshness"), {measured(all), owner}).validation, Validation::green);
  QCOMPARE(judged(card_row("freshness"), {measured(all), owner}).score, 5);
  QCOMPARE(judged(card_row("freshness"), {measured(all)}).validation, Validation::yellow);  // nobody owns it
  auto owned = all;
  owned.push_back(fact("scope:all", "owner", "lake"));
  QCOMPARE(judged(card_row("freshness"), {measured(owned)}).validation, Validation::green);
  ReviewEvidence by_hand = measured(owned);
  by_hand.query.clear();
  QCOMPARE(judged(card_row("freshness"), {by_hand}).validation, Validation::yellow);  // nobody can do it again
  QCOMPARE(judged(card_row("freshness"), {by_hand, said(EvidenceKind::file, "runbook")}).validation, Validation::green);
  auto calm = owned;
  calm[4] = fact("path:o", "burst_minutes", 0);
  QCOMPARE(judged(card_row("freshness"), {measured(calm)}).validation, Validation::yellow);  // not exercised
  // Something is measured, and there is neither a threshold nor was it exercised.
  QCOMPARE(judged(card_row("cost"), {measured({fact("driver:x", "value", 1)})}).validation, Validation::red);
}

void TestReview::a_person_may_say_another_score() {
  ReviewBasis basis;
  basis.scores = {{{}, "row", 4, "kim", "seen it", now - 2 * day, "s"}};
  ReviewedRow row = reviewed_row(card_row("cost"), {}, basis, now);
  QVERIFY(row.raised());
  QCOMPARE(row.score, 4);
  QCOMPARE(row.derived, 1);
  basis.scores.push_back({{}, "row", 0, "kim", "", now - day, "t"});  // taken back
  row = reviewed_row(card_row("cost"), {}, basis, now);
  QVERIFY(!row.said && !row.raised());
  QCOMPARE(row.score, 1);
}

void TestReview::a_waiver_takes_a_row_out() {
  ReviewBasis basis;
  const CardRow row = card_row("cost");
  basis.waivers = {waiver(value_of(reviewed_row(row, {}, {}, now)))};
  Review review = reviewed(card_of(row), {}, basis, now);
  QCOMPARE(review.rows[0].waived, WaiverState::in_force);
  ReviewSummary summary = summary_of(review);
  QCOMPARE(summary.rated, 0);
  QCOMPARE(summary.waived, 1);
  QVERIFY(!summary.weakest);
  basis.waivers[0].reason = WaiverReason::not_applicable;
  review = reviewed(card_of(row), {}, basis, now);
  summary = summary_of(review);
  QCOMPARE(summary.not_applicable, 1);
  basis.waivers.clear();
  review = reviewed(card_of(row), {}, basis, now);
  summary = summary_of(review);
  QCOMPARE(summary.rated, 1);
  QCOMPARE(summary.weakest->id, std::string("row"));
}

void TestReview::a_waiver_ends() {
  ReviewBasis basis;
  const CardRow row = card_row("cost");
  basis.waivers = {waiver(value_of(reviewed_row(row, {}, {}, now)))};
  QCOMPARE(reviewed_row(row, {}, basis, now + 60 * day - Millis(1)).waived, WaiverState::in_force);
  QCOMPARE(reviewed_row(row, {}, basis, now + 60 * day).waived, WaiverState::expired);
  QVERIFY(reviewed_row(row, {}, basis, now + 60 * day).counts());
}

void TestReview::a_waiver_opens_again_when_the_evidence_changes() {
  ReviewBasis basis;
  const CardRow row = card_row("migration");
  basis.evidence = {drill("E", Outcome::fail)};
  basis.waivers = {waiver(value_of(reviewed_row(row, {}, basis, now)))};
  QCOMPARE(reviewed_row(row, {}, basis, now).waived, WaiverState::in_force);
  ReviewEvidence again = drill("E", Outcome::partial);
  again.at = now + day;
  basis.evidence.push_back(again);
  QCOMPARE(reviewed_row(row, {}, basis, now).waived, WaiverState::in_force);  // as it was then
  QCOMPARE(reviewed_row(row, {}, basis, now + day).waived, WaiverState::reopened);
  // That it says the same again later does not bring the waiver back.
  again = drill("E", Outcome::fail);
  again.at = now + 2 * day;
  basis.evidence.push_back(again);
  QCOMPARE(reviewed_row(row, {}, basis, now + 2 * day).waived, WaiverState::reopened);
  // Nor does that it is too old, when a waiver was given for what it said.
  basis.evidence.resize(1);
  QCOMPARE(reviewed_row(row, {}, basis, now + 40 * day).waived, WaiverState::reopened);
}

void TestReview::a_waiver_stays_while_only_numbers_change() {
  ReviewBasis basis;
  const CardRow row = card_row("freshness");
  basis.evidence = {measured(minutes(500))};
  basis.waivers = {waiver(value_of(reviewed_row(row, {}, basis, now)))};
  ReviewEvidence again = measured(minutes(700));
  again.at = now;
  basis.evidence.push_back(again);
  QCOMPARE(reviewed_row(row, {}, basis, now).waived, WaiverState::in_force);
}

void TestReview::conditions_that_were_seen() {
  Card card;
  card.conditions = {{"burst", "A burst"}, {"deletes", "Deletions"}, {"retries", "Retries"}};
  ReviewBasis basis;
  basis.evidence = {measured({fact("condition:burst", "seen", true), fact("condition:deletes", "seen", false),
                              fact("condition:retries", "seen", Reason::not_probed)}),
                    measured({fact("condition:burst", "seen", false)})};
  auto seen = seen_conditions(card, {}, basis, now);
  QVERIFY(*seen[0].seen);
  QVERIFY(!*seen[1].seen);
  QCOMPARE(seen[2].seen.reason(), Reason::not_probed);
  basis.evidence.push_back(said(EvidenceKind::attestation, "seen:retries"));
  QVERIFY(*seen_conditions(card, {}, basis, now)[2].seen);
  QVERIFY(!seen_conditions(card, "topic=x", basis, now)[0].seen);
}

void TestReview::nothing_is_different() {
  const Review review = reviewed(card_of(card_row("freshness")), {}, {{measured(minutes(5))}, {}, {}}, now);
  QVERIFY(review_diff(review, review).empty());
  // The same measured again is no change.
  ReviewEvidence again = measured(minutes(5));
  again.at = now;
  again.hash = "other";
  QVERIFY(review_diff(review, reviewed(card_of(card_row("freshness")), {}, {{again}, {}, {}}, now)).empty());
}

void TestReview::causes_of_differences_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<QByteArray>("field");
  QTest::addColumn<QByteArray>("because");
  const auto row = [](const char* what, const char* field, const char* because) {
    QTest::newRow((std::string(what) + ", " + field).c_str())
        << QByteArray(what) << QByteArray(field) << QByteArray(because);
  };
  row("evidence", "outcome", "system");
  row("evidence", "score", "system");
  row("evidence", "evidence:measured", "system");
  row("thresholds", "outcome", "threshold");
  row("thresholds", "threshold:coverage", "threshold");
  row("time", "outcome", "time");
  row("time", "evidence:measured", "time");
  row("rules", "rules", "rule");
  row("rules", "outcome", "rule");
  row("tool", "tool", "tool");
  row("waiver", "waiver", "waiver");
  row("person", "score", "person");
}

void TestReview::causes_of_differences() {
  QFETCH(QByteArray, what);
  QFETCH(QByteArray, field);
  QFETCH(QByteArray, because);
  std::vector<Fact> thin = minutes(0);
  thin[3] = fact("path:o", "unknown", 2000);  // 83 % known
  const CardRow row = card_row("freshness", {{"coverage", 0.8}});
  const ReviewBasis basis{{measured(thin)}, {}, {}};
  const Review before = reviewed(card_of(row), {}, basis, now);
  QCOMPARE(before.rows[0].outcome, Outcome::pass);
  ReviewBasis changed = basis;
  CardRow other = row;
  LocalTime at = now;
  if (what == "evidence") changed.evidence = {measured(minutes(5000))};
  if (what == "thresholds") other.thresholds["coverage"] = 0.9;
  if (what == "time") at = now + 40 * day;
  if (what == "waiver") changed.waivers = {waiver(value_of(before.rows[0]))};
  if (what == "person") changed.scores = {{{}, "row", 1, "kim", "", now, "s"}};
  Review after = reviewed(card_of(other), {}, changed, at);
  if (what == "tool") after.tool = "tidemark 2";
  if (what == "rules") {
    after.rules = 2;
    after.rows[0].outcome = Outcome::partial;
  }
  const auto found = cause(before, after, field.toStdString());
  QVERIFY(found.known());
  QCOMPARE(QByteArray::fromStdString(std::string(word(*found))), because);
}

void TestReview::both_at_once_are_told_apart() {
  std::vector<Fact> thin = minutes(0);
  thin[3] = fact("path:o", "unknown", 2000);
  std::vector<Fact> thinner = thin;
  thinner[3] = fact("path:o", "unknown", 2100);
  const CardRow row = card_row("freshness", {{"coverage", 0.8}});
  CardRow strict = row;
  strict.thresholds["coverage"] = 0.9;
  const Review before = reviewed(card_of(row), {}, {{measured(thin)}, {}, {}}, now);
  // The evidence changed a little; by the old thresholds it would still pass.
  const Review by_card = reviewed(card_of(strict), {}, {{measured(thinner)}, {}, {}}, now);
  QCOMPARE(*cause(before, by_card, "outcome"), ChangeCause::threshold);
  // It would fail by either.
  const Review by_system = reviewed(card_of(strict), {}, {{measured(minutes(5000))}, {}, {}}, now);
  QCOMPARE(*cause(before, by_system, "outcome"), ChangeCause::system);
}

void TestReview::other_rules_leave_the_cause_open() {
  const CardRow row = card_row("freshness");
  const Review before = reviewed(card_of(row), {}, {{measured(minutes(0))}, {}, {}}, now);
  Review after = reviewed(card_of(row), {}, {{measured(minutes(5000))}, {}, {}}, now);
  after.rules = 2;
  QCOMPARE(cause(before, after, "outcome").reason(), Reason::ambiguous);
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
