// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence, waivers, scores and frozen reviews as rows of a real logbook: what goes in comes out, what was changed is
// named.
#include <SQLiteCpp/SQLiteCpp.h>

#include <QTemporaryDir>
#include <QTest>

#include "models/logbook/logbook.h"
#include "models/logbook/reviews.h"

using namespace tidemark;

class TestReviews final : public QObject {
  Q_OBJECT
 private slots:
  void evidence_of_every_kind_goes_through_a_body();
  void waivers_and_scores_go_through_a_body();
  void a_review_goes_through_a_body();
  void bodies_that_are_none_are_damaged_data();
  void bodies_that_are_none_are_damaged();
  void other_kinds_are_passed_over();
  void evidence_that_was_changed_is_named();
  void a_review_that_was_changed_is_named();
  void citations_are_held_against_the_rows();
  void words_go_both_ways();
};

namespace {
LogEntry entry(std::int64_t at, const std::string& kind, const std::string& body) {
  return {"u" + std::to_string(at), local_time(at), "ann", kind, body, ""};
}

ReviewEvidence measured() {
  ReviewEvidence out;
  out.scope = "topic=orders*";
  out.row = "freshness";
  out.title = "ages of 7 d";
  out.query = "tidemark scorecard evidence --take";
  out.from = local_time(1000);
  out.to = local_time(2000);
  out.coverage = 0.5;
  out.facts = {{"path:orders", "good", FactValue(std::int64_t{9'007'199'254'740'993})},
               {"path:orders", "objective", FactValue(99.5)},
               {"path:orders", "compacted", FactValue(true)},
               {"path:orders", "owner", FactValue(std::string("größer \"x\""))},
               {"path:orders", "bad", Reason::no_history}};
  out.tool = "tidemark 1";
  return out;
}

Review review() {
  Review out;
  out.name = "Q1";
  out.scope = "topic=orders*";
  out.card = "readiness";
  out.card_sha256 = "ab";
  out.rules = 1;
  out.tool = "tidemark 1";
  out.at = local_time(5000);
  ReviewedRow row;
  row.id = "freshness";
  row.title = "Freshness";
  row.rule = "freshness";
  row.thresholds = {{"coverage", 0.9}};
  row.valid = Millis(1000);
  row.condition = "fresh";
  row.validation = Validation::yellow;
  row.outcome = Outcome::partial;
  row.derived = 3;
  row.score = 4;
  row.said = SaidScore{"topic=orders*", "freshness", 4, "kim", "seen it", local_time(10), "h1"};
  row.waived = WaiverState::reopened;
  row.waiver =
      Waiver{"topic=orders*", "freshness", WaiverReason::not_detected, "t", "ann", "kim", local_time(9000), "v",
             local_time(20),  "h2"};
  row.reasons = {{"V10", "path:orders", {{"minutes", "3"}}}};
  row.raise_by = {{"V90", "", {}}};
  row.evidence = {measured()};
  row.evidence.front().hash = "h3";
  row.evidence.front().author = "ann";
  row.expired = row.evidence;
  out.rows = {row};
  return out;
}

void add(const std::string& path, const char* kind, const std::string& body) {
  const auto added = append_to_logbook(path, {local_time(1), "ann", kind, body});
  if (!added) qFatal("%s", added.error().line().c_str());
}

// Past the triggers, as somebody with a SQL shell would.
void change(const std::string& path, const std::string& sql) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  std::vector<std::pair<std::string, std::string>> triggers;
  {
    SQLite::Statement rows(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    while (rows.executeStep()) triggers.emplace_back(rows.getColumn(0).getString(), rows.getColumn(1).getString());
  }
  for (const auto& trigger : triggers) db.exec("DROP TRIGGER " + trigger.first);
  QCOMPARE(db.exec(sql), 1);
  for (const auto& trigger : triggers) db.exec(trigger.second);
}
}  // namespace

void TestReviews::evidence_of_every_kind_goes_through_a_body() {
  std::vector<ReviewEvidence> all{measured()};
  for (const EvidenceKind kind :
       {EvidenceKind::drill, EvidenceKind::file, EvidenceKind::attestation, EvidenceKind::imported}) {
    ReviewEvidence one;
    one.kind = kind;
    one.slot = "drill:A";
    one.title = "t";
    one.says = Outcome::partial;
    one.expires = local_time(99'000);
    one.place = "/tmp/runbook.md";
    one.sha256 = "00ff";
    one.name = "Kim";
    one.role = "on-call";
    one.coverage = Reason::never_polled;
    all.push_back(one);
  }
  std::vector<LogEntry> entries;
  for (ReviewEvidence& one : all) {
    entries.push_back(entry(std::ssize(entries) + 1, evidence_kind, body_of(one)));
    one.at = entries.back().at;
    one.author = "ann";
    one.uuid = entries.back().uuid;
    one.hash = hash_of(entries.back());
  }
  const auto read = evidence_in(entries);
  QVERIFY(read);
  QVERIFY(*read == all);
}

void TestReviews::waivers_and_scores_go_through_a_body() {
  Waiver waiver{"", "cost", WaiverReason::compensating_control, "we bill by hand", "ann", "kim", local_time(9000), "v"};
  SaidScore score{"", "cost", 2, "kim", "seen it"};
  const std::vector entries{entry(1, waiver_kind, body_of(waiver)), entry(2, score_kind, body_of(score))};
  waiver.at = entries[0].at;
  waiver.hash = hash_of(entries[0]);
  score.at = entries[1].at;
  score.hash = hash_of(entries[1]);
  QVERIFY(*waivers_in(entries) == std::vector{waiver});
  QVERIFY(*scores_in(entries) == std::vector{score});
}

void TestReviews::a_review_goes_through_a_body() {
  Review said = review();
  const auto row = entry(7, review_kind, body_of(said));
  const auto read = reviews_in({row});
  QVERIFY(read);
  said.author = "ann";
  said.uuid = row.uuid;
  said.hash = hash_of(row);
  QVERIFY(read->at(0) == said);
  QCOMPARE(body_of(read->at(0)), row.body);
}

void TestReviews::bodies_that_are_none_are_damaged_data() {
  QTest::addColumn<std::string>("kind");
  QTest::addColumn<std::string>("body");
  const auto add = [](const char* name, const char* kind, const char* body) {
    QTest::newRow(name) << std::string(kind) << std::string(body);
  };
  add("no JSON", evidence_kind, "x");
  add("no kind", evidence_kind, "{}");
  add("another kind", evidence_kind, R"({"kind": "guess"})");
  add("a title that is a number", evidence_kind, R"({"kind": "file", "title": 1})");
  add("facts that are none", evidence_kind, R"({"kind": "measured", "facts": {}})");
  add("a fact without a name", evidence_kind, R"({"kind": "measured", "facts": [{"object": "x", "value": 1}]})");
  add("a fact without value and reason", evidence_kind,
      R"({"kind": "measured", "facts": [{"object": "x", "name": "y"}]})");
  add("a fact that is a list", evidence_kind,
      R"({"kind": "measured", "facts": [{"object": "x", "name": "y", "value": []}]})");
  add("a time that is none", evidence_kind, R"({"kind": "file", "expires": "soon"})");
  add("a verdict that is none", evidence_kind, R"({"kind": "drill", "says": "fine"})");
  add("coverage that is a word", evidence_kind, R"({"kind": "measured", "coverage": "all"})");
  add("a waiver without a row", waiver_kind, R"({"reason": "accepted-risk", "until": "2026-01-01T00:00:00Z"})");
  add("a waiver of another reason", waiver_kind, R"({"row": "x", "reason": "late", "until": "2026-01-01T00:00:00Z"})");
  add("a waiver without end", waiver_kind, R"({"row": "x", "reason": "accepted-risk"})");
  add("a score of 6", score_kind, R"({"row": "x", "score": 6})");
  add("a score of no row", score_kind, R"({"score": 3})");
  add("a review without rows", review_kind, R"({"name": "x", "rules": 1, "at": "2026-01-01T00:00:00Z"})");
  add("a review of rows that are none", review_kind,
      R"({"name": "x", "rules": 1, "at": "2026-01-01T00:00:00Z", "rows": [{}]})");
}

void TestReviews::bodies_that_are_none_are_damaged() {
  QFETCH(std::string, kind);
  QFETCH(std::string, body);
  const std::vector all{entry(1, kind, body)};
  const bool damaged = !evidence_in(all) || !waivers_in(all) || !scores_in(all) || !reviews_in(all);
  QVERIFY(damaged);
}

void TestReviews::other_kinds_are_passed_over() {
  const std::vector all{entry(1, "note", "x")};
  QVERIFY(evidence_in(all)->empty() && waivers_in(all)->empty() && scores_in(all)->empty() && reviews_in(all)->empty());
}

void TestReviews::evidence_that_was_changed_is_named() {
  const QTemporaryDir folder;
  const std::string path = folder.filePath(QStringLiteral("t.logbook")).toStdString();
  add(path, evidence_kind, body_of(measured()));
  add(path, "note", "{}");
  const auto before = read_logbook(path);
  QCOMPARE(before->size(), 2u);
  change(path, "UPDATE entry SET body = replace(body, '9.95E1', '1.05E1') WHERE kind = 'evidence'");
  const auto after = read_logbook(path);
  QVERIFY(!after);
  QCOMPARE(after.error().code, ErrorCode::damaged);
  QVERIFY2(after.error().what.starts_with("the evidence "), after.error().what.c_str());
}

void TestReviews::a_review_that_was_changed_is_named() {
  const QTemporaryDir folder;
  const std::string path = folder.filePath(QStringLiteral("t.logbook")).toStdString();
  add(path, review_kind, body_of(review()));
  add(path, "note", "{}");
  change(path, "UPDATE entry SET body = replace(body, '\"score\":4', '\"score\":5') WHERE kind = 'review'");
  const auto after = read_logbook(path);
  QVERIFY(!after);
  QVERIFY2(after.error().what.starts_with("the review "), after.error().what.c_str());
}

void TestReviews::citations_are_held_against_the_rows() {
  ReviewEvidence there = measured();
  there.hash = "h3";
  QVERIFY(citations(review(), {there}));
  const auto gone = citations(review(), {});
  QVERIFY(!gone);
  QCOMPARE(gone.error().code, ErrorCode::damaged);
  QVERIFY2(gone.error().what.find("ages of 7 d") != std::string::npos, gone.error().what.c_str());
  there.facts.front().value = FactValue(std::int64_t{1});
  QVERIFY(!citations(review(), {there}));
}

void TestReviews::words_go_both_ways() {
  for (const EvidenceKind kind : {EvidenceKind::measured, EvidenceKind::imported})
    QVERIFY(evidence_kind_from(word(kind)) == kind);
  for (const Outcome outcome : {Outcome::fail, Outcome::unknown, Outcome::partial, Outcome::pass})
    QVERIFY(outcome_from(word(outcome)) == outcome);
  QVERIFY(waiver_reason_from("not-detected") == WaiverReason::not_detected);
  QVERIFY(waiver_state_from("reopened") == WaiverState::reopened);
  QVERIFY(validation_from("green") == Validation::green);
  QVERIFY(!outcome_from("fine") && !evidence_kind_from("") && !validation_from("blue"));
}

QTEST_GUILESS_MAIN(TestReviews)
#include "tst_reviews.moc"
