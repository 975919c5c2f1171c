// SPDX-License-Identifier: GPL-3.0-or-later
// The findings beneath the pages, by keyboard: listed, explained, snoozed, left; nothing found is no proof, nothing
// judged is unknown.
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <algorithm>

#include "tests/items/findings.h"
#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/findings/findings_dock.h"
#include "views/findings/snooze_dialog.h"
#include "views/theme/theme.h"

using namespace tidemark;
using test::label;
using views::FindingsDock;

class TestFindings final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void pictures_data();
  void pictures();
  void counts_in_words();
  void why_says_what_it_stands_on();
  void another_look_repaints_why();
  void enter_asks_for_the_evidence();
  void a_snooze_asks_until_when_and_why();
  void a_snooze_can_be_ended();
  void escape_clears_the_filter_and_then_leaves();
  void nothing_found_is_no_proof();
  void nothing_judged_is_unknown();
  void rules_that_cannot_run_are_folded();
  void a_refresh_keeps_what_is_chosen();
  void a_thousand_findings();

 private:
  static std::unique_ptr<FindingsDock> shown(const std::shared_ptr<const Findings>& findings, QSize size = {1240, 380});
  // Numbers keep to their units by no-break spaces.
  static QString with_blanks(QString text) { return text.replace(QChar(QChar::Nbsp), QLatin1Char(' ')); }
  static QString why(const FindingsDock& dock) {
    const auto* text = dock.findChild<QTextEdit*>();
    return text->isVisibleTo(&dock) ? with_blanks(text->toPlainText()) : QString();
  }
  QTemporaryDir folder_;
};

void TestFindings::initTestCase() {
  install_words(*qApp, QLocale(QLocale::English));
  theme::apply(*qApp, theme::Mode::light);
}

std::unique_ptr<FindingsDock> TestFindings::shown(const std::shared_ptr<const Findings>& findings, QSize size) {
  auto dock = std::make_unique<FindingsDock>();
  dock->resize(size);
  dock->show_findings(findings);
  dock->show();
  QApplication::processEvents();
  return dock;
}

void TestFindings::pictures_data() {
  QTest::addColumn<QString>("story");
  QTest::addColumn<bool>("dark");
  QTest::addColumn<double>("scale");
  for (const bool dark : {false, true})
    for (const double scale : {1.0, 2.0})
      QTest::addRow("findings-%s-%d", dark ? "dark" : "light", static_cast<int>(scale))
          << QStringLiteral("lake-stalled") << dark << scale;
  QTest::newRow("findings-repaired") << QStringLiteral("lake-repaired") << false << 1.0;
}

void TestFindings::pictures() {
  QFETCH(QString, story);
  QFETCH(bool, dark);
  QFETCH(double, scale);
  theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
  const auto dock = shown(test::loaded(folder_, story, {}).findings);
  const QImage image = test::picture(*dock, QString::fromLatin1(QTest::currentDataTag()), scale);
  QCOMPARE(image.width(), static_cast<int>(1240 * scale));
  QVERIFY(dock->model().rowCount() > 2);
  QVERIFY2(!why(*dock).isEmpty(), "the first is explained at once");
  theme::apply(*qApp, theme::Mode::light);
}

void TestFindings::counts_in_words() {
  QCOMPARE(views::counts_words({2, 1, 3, 0}), QStringLiteral("◆ 2 errors · ▲ 1 warning"));
  QCOMPARE(views::counts_words({0, 2, 0, 4}), QStringLiteral("▲ 2 warnings"));
  QCOMPARE(views::counts_words({0, 0, 1, 0}), QStringLiteral("1 note"));
  QCOMPARE(views::counts_words({0, 0, 0, 3}), QStringLiteral("nothing found"));
  const views::Sentence said = views::findings_sentence(*test::three_findings());
  QCOMPARE(said.title, QStringLiteral("◆ 1 error · ▲ 1 warning"));
  QCOMPARE(said.level, Level::error);
  QVERIFY2(
      with_blanks(said.note).startsWith(QStringLiteral("1 note · judged at 2026-01-01 03:00:00 UTC, coverage 98.6 %")),
      qPrintable(said.note));
}

void TestFindings::why_says_what_it_stands_on() {
  const auto dock = shown(test::three_findings());
  const QString text = why(*dock);
  for (const char* part :
       {"R13 · Read, not landed", "Look at the catalog.", "no new snapshot", "would settle it", "control topic",
        "not landed: 10,000", "left: 1 min", "unread: unknown (no offset has been committed)", "high"})
    QVERIFY2(text.contains(QString::fromUtf8(part)), part);
  dock->toggle_why();
  QVERIFY(why(*dock).isEmpty());
  dock->toggle_why();
  QTest::keyClick(dock->table(), Qt::Key_Down);
  QVERIFY(why(*dock).startsWith(QStringLiteral("R11b")));
}

void TestFindings::another_look_repaints_why() {
  const auto dock = shown(test::three_findings());
  const auto ink = [&] {
    QTextCursor cursor = dock->findChild<QTextEdit*>()->textCursor();
    cursor.movePosition(QTextCursor::Right);
    return cursor.charFormat().foreground().color().lightnessF();
  };
  QVERIFY(ink() < 0.5);
  theme::apply(*qApp, theme::Mode::dark);
  QApplication::processEvents();
  QVERIFY(ink() > 0.5);
  theme::apply(*qApp, theme::Mode::light);
}

void TestFindings::enter_asks_for_the_evidence() {
  const auto dock = shown(test::three_findings());
  std::string asked;
  connect(dock.get(), &FindingsDock::evidence_asked, this, [&](const DiagnosisRow& row) { asked = row.id; });
  dock->setFocus();
  QTest::keyClick(dock->table(), Qt::Key_Down);
  QTest::keyClick(dock->table(), Qt::Key_Return);
  QCOMPARE(asked, std::string("R11b-orders"));
}

void TestFindings::a_snooze_asks_until_when_and_why() {
  const auto dock = shown(test::three_findings());
  std::vector<Snoozed> asked;
  connect(dock.get(), &FindingsDock::snooze_asked, this, [&](const Snoozed& said) { asked.push_back(said); });
  const LocalTime now = test::judged_at;
  const auto choose = [&](const char* name, const QString& reason) {
    dock->ask_snooze(now);
    auto* dialog = dock->findChild<views::SnoozeDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    test::picture(*dialog, QStringLiteral("findings-snooze"));
    auto* field = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(field, reason);
    for (auto* button : dialog->findChildren<QPushButton*>())
      if (button->text() == QLatin1String(name)) QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(!dock->findChild<views::SnoozeDialog*>());
  };
  choose("8 h", QStringLiteral(" the catalog moves "));
  choose("tomorrow 09:00 UTC", {});
  QCOMPARE(asked.size(), std::size_t{2});
  QCOMPARE(asked[0].finding, std::string("R13-orders"));
  QCOMPARE(asked[0].until, now + std::chrono::hours(8));
  QCOMPARE(asked[0].reason, std::string("the catalog moves"));
  QCOMPARE(rfc3339(asked[1].until), std::string("2026-01-02T09:00:00.000Z"));
  dock->ask_snooze(now);
  QTest::keyClick(dock->findChild<views::SnoozeDialog*>(), Qt::Key_Escape);
  QTRY_VERIFY(!dock->findChild<views::SnoozeDialog*>());
  QCOMPARE(asked.size(), std::size_t{2});
}

void TestFindings::a_snooze_can_be_ended() {
  const auto dock = shown(test::findings({test::finding("R13", Severity::error, "orders", true)},
                                         {{"R13-orders", test::judged_at + std::chrono::hours(1), "ann", "known"}}));
  QCOMPARE(dock->said().title, QStringLiteral("nothing found"));
  QVERIFY(dock->said().note.startsWith(QStringLiteral("1 snoozed")));
  QVERIFY(why(*dock).contains(QStringLiteral("until 2026-01-01 04:00:00 UTC by ann: known")));
  Snoozed asked;
  connect(dock.get(), &FindingsDock::snooze_asked, this, [&](const Snoozed& said) { asked = said; });
  dock->ask_snooze(test::judged_at);
  for (auto* button : dock->findChild<views::SnoozeDialog*>()->findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("End the snooze")) button->click();
  QCOMPARE(asked.finding, std::string("R13-orders"));
  QCOMPARE(asked.until, test::judged_at);
}

void TestFindings::escape_clears_the_filter_and_then_leaves() {
  const auto dock = shown(test::three_findings());
  QSignalSpy left(dock.get(), &FindingsDock::left);
  dock->set_filter(QStringLiteral("clicks"));
  QCOMPARE(dock->model().rowCount(), 1);
  QVERIFY(why(*dock).startsWith(QStringLiteral("R23")));
  QTest::keyClick(dock->table(), Qt::Key_Escape);
  QCOMPARE(dock->model().rowCount(), 3);
  QCOMPARE(left.count(), 0);
  QTest::keyClick(dock->table(), Qt::Key_Escape);
  QCOMPARE(left.count(), 1);
}

void TestFindings::nothing_found_is_no_proof() {
  const auto dock = shown(test::findings({}));
  QCOMPARE(with_blanks(label(*dock, QStringLiteral("Why nothing is shown"))),
           QStringLiteral("Nothing abnormal at 03:00:00 (coverage 98.6 %)."));
  QVERIFY(label(*dock, QStringLiteral("What this list is")).contains(QStringLiteral("nothing is proven")));
  QVERIFY(why(*dock).isEmpty());
  dock->ask_snooze(test::judged_at);  // there is nothing to snooze
  QVERIFY(!dock->findChild<views::SnoozeDialog*>());
  test::picture(*dock, QStringLiteral("findings-none"));
}

void TestFindings::nothing_judged_is_unknown() {
  const auto dock = shown(nullptr);
  QCOMPARE(dock->said().level, Level::unknown);
  QCOMPARE(dock->said().title, QStringLiteral("Findings unknown"));
  QVERIFY(!label(*dock, QStringLiteral("Why nothing is shown")).contains(QStringLiteral("abnormal")));
  QVERIFY(!label(*dock, QStringLiteral("What this list is")).isEmpty());
  dock->show_findings(test::three_findings(), QStringLiteral("the logbook is damaged"));
  QCOMPARE(dock->said().detail, QStringLiteral("the logbook is damaged"));
  QCOMPARE(dock->model().rowCount(), 3);
  test::picture(*dock, QStringLiteral("findings-damaged-logbook"));
}

void TestFindings::rules_that_cannot_run_are_folded() {
  const auto dock = shown(test::three_findings());
  const QString name = QStringLiteral("Rules that cannot run, and what they need");
  QVERIFY(label(*dock, name).isEmpty());
  for (auto* button : dock->findChildren<QToolButton*>())
    if (button->text() == QStringLiteral("1 rule cannot run")) button->click();
  QCOMPARE(label(*dock, name), QStringLiteral("R09 needs stable, transactions"));
}

void TestFindings::a_refresh_keeps_what_is_chosen() {
  const auto dock = shown(test::three_findings());
  dock->table()->setCurrentIndex(dock->model().index(2, 0));
  dock->show_findings(test::findings(
      {test::finding("R28", Severity::error, "returns", true), test::finding("R23", Severity::note, "clicks")}));
  QCOMPARE(dock->table()->currentIndex().row(), 1);
  QVERIFY(why(*dock).startsWith(QStringLiteral("R23")));
  // What is gone makes room for the first.
  dock->show_findings(test::findings({test::finding("R28", Severity::error, "returns", true)}));
  QVERIFY(why(*dock).startsWith(QStringLiteral("R28")));
}

void TestFindings::a_thousand_findings() {
  const auto many = [](int turn) {
    std::vector<DiagnosisRow> rows;
    for (int i = 0; i < 1'000; ++i) {
      const int n = (i * 7 + turn) % 1'000;
      rows.push_back(test::finding("R01", n % 3 == 0 ? Severity::error : Severity::warn,
                                   "a.rather.long.name.of.a.topic.number." + std::to_string(n), n % 2 == 0));
    }
    return test::findings(std::move(rows));
  };
  const auto dock = shown(many(0));
  QCOMPARE(dock->model().rowCount(), 1'000);
  std::vector<qint64> took;
  for (int turn = 1; turn < 8; ++turn) {
    const auto findings = many(turn);
    QElapsedTimer timer;
    timer.start();
    dock->show_findings(findings);
    took.push_back(timer.nsecsElapsed() / 1000);
  }
  std::ranges::sort(took);
  qInfo("1,000 findings replaced in %lld us (worst %lld)", took[took.size() / 2], took.back());
  QVERIFY(took.front() < 50'000);
  test::picture(*dock, QStringLiteral("findings-thousand"));
}

QTEST_MAIN(TestFindings)
#include "tst_findings.moc"
