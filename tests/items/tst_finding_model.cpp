// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of findings: how bad, which one leads, what is asleep; what is not known is a word.
#include <QAbstractItemModelTester>
#include <QTest>

#include "models/items/finding_model.h"
#include "tests/items/findings.h"

using namespace tidemark;

class TestFindingModel final : public QObject {
  Q_OBJECT
 private slots:
  void a_severity_has_a_shape_a_word_and_a_colour();
  void one_leads();
  void what_is_snoozed_is_last_and_says_until_when();
  void counts_leave_out_what_is_snoozed();
  void unknown_is_a_word();
  void it_filters_and_sorts();
  void the_same_finding_keeps_its_row();

 private:
  static ItemCell cell(const FindingModel& model, int row, int column) { return model.cell(model.index(row, column)); }
  static void fill(FindingModel& model, const std::shared_ptr<const Findings>& findings) {
    model.set_rows({findings, &findings->rows});
  }
};

void TestFindingModel::a_severity_has_a_shape_a_word_and_a_colour() {
  FindingModel model;
  const QAbstractItemModelTester rules(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  fill(model, test::three_findings());
  QCOMPARE(model.rowCount(), 3);
  const ItemCell error = cell(model, 0, FindingModel::severity);
  QCOMPARE(error.text, QStringLiteral("error"));
  QCOMPARE(error.level, Level::error);
  QCOMPARE(error.tone, Tone::error);
  QCOMPARE(cell(model, 1, FindingModel::severity).level, Level::warn);
  const ItemCell note = cell(model, 2, FindingModel::severity);
  QCOMPARE(note.text, QStringLiteral("note"));
  QCOMPARE(note.level, Level::none);
  QCOMPARE(note.tone, Tone::plain);
}

void TestFindingModel::one_leads() {
  FindingModel model;
  fill(model, test::three_findings());
  QCOMPARE(cell(model, 0, FindingModel::rule).beside, QStringLiteral("leads"));
  QCOMPARE(cell(model, 0, FindingModel::title).tone, Tone::strong);
  QVERIFY(cell(model, 1, FindingModel::rule).beside.isEmpty());
  QCOMPARE(cell(model, 1, FindingModel::title).tone, Tone::plain);
}

void TestFindingModel::what_is_snoozed_is_last_and_says_until_when() {
  FindingModel model;
  fill(model,
       test::three_findings({{"R13-orders", test::judged_at + std::chrono::hours(2), "ann", "the catalog moves"}}));
  const ItemCell title = cell(model, 2, FindingModel::title);
  QVERIFY2(title.text.startsWith(QStringLiteral("until 2026-01-01 05:00: Read, not landed")), qPrintable(title.text));
  QVERIFY(title.tip.contains(QStringLiteral("2026-01-01 05:00:00 UTC")) && title.tip.contains(QStringLiteral("ann")));
  QVERIFY(title.tip.contains(QStringLiteral("the catalog moves")));
  QCOMPARE(cell(model, 2, FindingModel::rule).beside, QStringLiteral("snoozed"));
  QCOMPARE(cell(model, 2, FindingModel::severity).level, Level::none);
  for (int row = 0; row < 3; ++row) QVERIFY(cell(model, row, FindingModel::rule).beside != QStringLiteral("leads"));
}

void TestFindingModel::counts_leave_out_what_is_snoozed() {
  const LocalTime until = test::judged_at + std::chrono::hours(1);
  const auto all = test::three_findings()->counts;
  QCOMPARE(all.errors + all.warnings + all.notes, 3);
  const auto counts = test::three_findings({{"R13-orders", until, {}, {}}, {"R23-clicks", until, {}, {}}})->counts;
  QCOMPARE(counts.errors, 0);
  QCOMPARE(counts.warnings, 1);
  QCOMPARE(counts.notes, 0);
  QCOMPARE(counts.snoozed, 2);
}

void TestFindingModel::unknown_is_a_word() {
  DiagnosisRow row = test::finding("R31", Severity::warn, "orders");
  row.since = Reason::no_history;
  row.owner = Reason::not_applicable;
  row.next.clear();
  FindingModel model;
  fill(model, test::findings({row}));
  QCOMPARE(cell(model, 0, FindingModel::since).text, QStringLiteral("unknown"));
  QVERIFY(!cell(model, 0, FindingModel::since).tip.isEmpty());
  QCOMPARE(cell(model, 0, FindingModel::owner).text, QStringLiteral("—"));
  QCOMPARE(cell(model, 0, FindingModel::next).text, QStringLiteral("—"));
  QVERIFY(!model.index(0, FindingModel::since).data(SortRole).isValid());
}

void TestFindingModel::it_filters_and_sorts() {
  FindingModel model;
  fill(model, test::three_findings());
  for (const auto& [words, rows] : {std::pair("clicks", 1), std::pair("r11b orders", 1), std::pair("error", 1),
                                    std::pair("lake team", 3), std::pair("nowhere", 0)}) {
    model.set_filter(QString::fromLatin1(words));
    QCOMPARE(model.rowCount(), rows);
  }
  model.set_filter({});
  model.sort(FindingModel::severity, Qt::AscendingOrder);
  QCOMPARE(cell(model, 0, FindingModel::severity).text, QStringLiteral("note"));
  model.sort(-1, Qt::AscendingOrder);
  QCOMPARE(cell(model, 0, FindingModel::severity).text, QStringLiteral("error"));
}

void TestFindingModel::the_same_finding_keeps_its_row() {
  FindingModel model;
  fill(model, test::three_findings());
  const QPersistentModelIndex clicks = model.index(2, 0);
  fill(model, test::findings({test::finding("R28", Severity::error, "returns", true),
                              test::finding("R23", Severity::note, "clicks")}));
  QVERIFY(clicks.isValid());
  QCOMPARE(clicks.row(), 1);
  // One that comes twice is one row, and counted once.
  const auto twice =
      test::findings({test::finding("R23", Severity::note, "clicks"), test::finding("R23", Severity::note, "clicks")});
  QCOMPARE(twice->rows.size(), std::size_t{1});
  QCOMPARE(twice->counts.notes, 1);
}

QTEST_GUILESS_MAIN(TestFindingModel)
#include "tst_finding_model.moc"
