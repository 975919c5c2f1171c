// SPDX-License-Identifier: GPL-3.0-or-later
// Cards as files, and reviews as documents: the presets obey their schema, a person's own card is read line by line,
// and what a review says can be read.
#include <QTest>

#include "app/session/card_file.h"
#include "app/session/finding_text.h"
#include "app/session/review_scope.h"
#include "models/analysis/review/document.h"
#include "tests/unit/analysis/review/evidence.h"

using namespace tidemark;
using namespace tidemark::test;

class TestReviewDocuments final : public QObject {
  Q_OBJECT
 private slots:
  void cards_of_the_presets_are_whole_data();
  void cards_of_the_presets_are_whole();
  void cards_that_are_none_data();
  void cards_that_are_none();
  void scopes_go_both_ways();
  void every_reason_has_a_text();
  void ratings_in_three_lenses();
  void the_headline_is_the_weakest_and_the_distribution();
  void runs_stand_side_by_side();
};

namespace {
Card preset_card() { return *read_card("readiness"); }
const Cell& cell(const CellRecord& record, std::string_view name) {
  for (const CellField& field : record)
    if (field.name == name) return field.cell;
  qFatal("no %s", std::string(name).c_str());
}
}  // namespace

void TestReviewDocuments::cards_of_the_presets_are_whole_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<int>("rows");
  QTest::newRow("readiness") << QByteArray("readiness") << 12;
  QTest::newRow("areas") << QByteArray("areas") << 10;
}

void TestReviewDocuments::cards_of_the_presets_are_whole() {
  QFETCH(QByteArray, name);
  QFETCH(int, rows);
  const auto card = read_card(name.toStdString());
  QVERIFY2(card, card ? "" : card.error().line().c_str());
  QCOMPARE(std::ssize(card->rows), rows);
  QCOMPARE(card->sha256.size(), 64u);
  for (const CardRow& row : card->rows) {
    QVERIFY2(is_review_rule(row.rule), row.rule.c_str());
    QVERIFY2(!row.threshold.empty() && !row.condition.empty() && !row.one.empty() && !row.five.empty(), row.id.c_str());
    QVERIFY2(!row.wants.empty(), row.id.c_str());
  }
}

void TestReviewDocuments::cards_that_are_none_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("where");
  QTest::addColumn<QByteArray>("what");
  const auto row = [](const char* name, const char* text, const char* where, const char* what) {
    QTest::newRow(name) << QByteArray(text) << QByteArray(where) << QByteArray(what);
  };
  row("no JSON", "{\n  \"name\": x\n}", "line 2", "");
  row("no rows", R"({"name": "n", "title": "t"})", "$", "rows");
  row("another key", R"({"name": "n", "title": "t", "rows": [], "row": []})", "$", "row");
  row("another rule",
      R"({"name": "n", "title": "t", "rows": [{"id": "a", "title": "A", "rule": "guess", "valid": "1d"}]})",
      "$.rows[0].rule", "guess");
  row("no time", R"({"name": "n", "title": "t", "rows": [{"id": "a", "title": "A", "rule": "said", "valid": "soon"}]})",
      "$.rows[0].valid", "soon");
  row("no time at all",
      R"({"name": "n", "title": "t", "rows": [{"id": "a", "title": "A", "rule": "said", "valid": "0s"}]})",
      "$.rows[0].valid", "");
  row("an id that is none",
      R"({"name": "n", "title": "t", "rows": [{"id": "A b", "title": "A", "rule": "said", "valid": "1d"}]})",
      "$.rows[0].id", "A b");
  row("twice",
      R"({"name": "n", "title": "t", "rows": [{"id": "a", "title": "A", "rule": "said", "valid": "1d"},
          {"id": "a", "title": "A", "rule": "said", "valid": "1d"}]})",
      "$.rows[1]", "two rows");
  row("a kind that is none",
      R"({"name": "n", "title": "t", "rows": [{"id": "a", "title": "A", "rule": "said", "valid": "1d",
          "wants": [{"slot": "s", "title": "S", "kinds": ["measured"]}]}]})",
      "$.rows[0].wants[0].kinds[0]", "measured");
  row("a threshold that is a word",
      R"({"name": "n", "title": "t", "rows": [{"id": "a", "title": "A", "rule": "said", "valid": "1d",
          "thresholds": {"coverage": "all"}}]})",
      "$.rows[0].thresholds.coverage", "");
}

void TestReviewDocuments::cards_that_are_none() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, where);
  QFETCH(QByteArray, what);
  const auto card = parse_card(text.toStdString(), "card.json");
  QVERIFY(!card);
  QCOMPARE(card.error().code, ErrorCode::usage);
  const QByteArray line = QByteArray::fromStdString(card.error().line());
  QVERIFY2(line.contains("card.json") && line.contains(where) && line.contains(what), line.constData());
}

void TestReviewDocuments::scopes_go_both_ways() {
  Filter filter;
  filter.topic = {"orders-b*", "orders-a"};
  filter.cluster = {"prod"};
  QCOMPARE(scope_text(filter), std::string("cluster=prod,topic=orders-a,topic=orders-b*"));
  QCOMPARE(scope_text(*scope_filter(scope_text(filter))), scope_text(filter));
  QCOMPARE(scope_text({}), std::string());
  QVERIFY(!scope_filter("orders") && !scope_filter("topic=") && !scope_filter("colour=red"));
}

void TestReviewDocuments::every_reason_has_a_text() {
  for (int i = 1; i < 100; ++i) {
    const std::string code = QStringLiteral("V%1").arg(i, 2, 10, QLatin1Char('0')).toStdString();
    const std::string text = reason_text({code, {}, {}}, finding_text);
    if (text == code) continue;
    QVERIFY2(reason_text({code, "path:x", {{"name", "X"}}}, finding_text).find("{name}") == std::string::npos,
             code.c_str());
  }
  const ReviewReason reason{"V20", "path:o", {{"name", "o"}, {"retention", "1 d"}, {"window", "2 d"}}};
  QCOMPARE(reason_text(reason, finding_text),
           std::string("o keeps records for 1 d, its class wants to read 2 d again"));
}

void TestReviewDocuments::ratings_in_three_lenses() {
  ReviewedRow row;
  row.outcome = Outcome::partial;
  row.validation = Validation::yellow;
  row.score = row.derived = 3;
  QCOMPARE(rating_of(row, ReviewLens::score), std::string("3"));
  QCOMPARE(rating_of(row, ReviewLens::outcome), std::string("partial"));
  QCOMPARE(rating_of(row, ReviewLens::validation), std::string("yellow"));
  row.said = SaidScore{{}, "row", 4, "kim", "seen it", now, {}};
  row.score = 4;
  QCOMPARE(rating_of(row, ReviewLens::score), std::string("4 (raised by kim, derived 3)"));
  row.waived = WaiverState::in_force;
  row.waiver = Waiver{};
  QCOMPARE(rating_of(row, ReviewLens::score), std::string("waived"));
  row.waiver->reason = WaiverReason::not_applicable;
  QCOMPARE(rating_of(row, ReviewLens::outcome), std::string("n/a"));
}

void TestReviewDocuments::the_headline_is_the_weakest_and_the_distribution() {
  const Card card = preset_card();
  const Review review = reviewed(card, {}, {}, now);
  QCOMPARE(headline_of(review),
           std::string("Weakest: Freshness (1). 5: 0, 4: 0, 3: 0, 2: 0, 1: 12; 12 rated, 0 waived, 0 n/a"));
  const Document document =
      review_document(review, ReviewLens::score, seen_conditions(card, {}, {}, now), finding_text);
  QCOMPARE(document.rows.size(), 12u);
  QVERIFY(document.notes.back().find("--take") != std::string::npos);
  for (const CellRecord& row : document.rows) {
    QCOMPARE(std::get<std::string>(cell(row, "outcome").value), std::string("unknown"));
    QVERIFY(std::holds_alternative<Reason>(cell(row, "newest").value));
  }
}

void TestReviewDocuments::runs_stand_side_by_side() {
  const Card card = preset_card();
  ReviewBasis basis;
  ReviewEvidence one = drill("E", Outcome::fail, {fact("drill:E", "manual_steps", 3)});
  ReviewEvidence two = drill("E", Outcome::pass, {fact("drill:E", "manual_steps", 1)});
  ReviewEvidence check = said(EvidenceKind::file, "retrieval-check", Outcome::partial);
  one.scope = check.scope = "topic=old";
  two.scope = "topic=new";
  basis.evidence = {one, two, check};
  const auto run = [&](const char* scope) {
    ReviewRun out{reviewed(card, scope, basis, now), seen_conditions(card, scope, basis, now), {}};
    out.counts = run_counts(out.review, basis);
    return out;
  };
  const ReviewRun old = run("topic=old"), fresh = run("topic=new");
  QCOMPARE(*old.counts.manual_steps, 3);
  QCOMPARE(old.counts.failed, 1);
  QCOMPARE(*old.counts.retrieval_check, std::string("partial"));
  QVERIFY(!fresh.counts.retrieval_check && !fresh.counts.late_minutes);
  const Document document = beside_document(old, fresh, ReviewLens::outcome);
  const auto migration = std::ranges::find_if(document.rows, [](const CellRecord& row) {
    return std::get<std::string>(cell(row, "row").value) == "migration";
  });
  QCOMPARE(std::get<std::string>(cell(*migration, "rating").value), std::string("fail"));
  QCOMPARE(std::get<std::string>(cell(*migration, "beside_rating").value), std::string("pass"));
}

QTEST_GUILESS_MAIN(TestReviewDocuments)
#include "tst_review_documents.moc"
