// SPDX-License-Identifier: GPL-3.0-or-later
// The scorecard page over a real review, looked at: three lenses, the evidence of a row, what is marked, what is
// unknown, what was tampered with.
#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include "app/shell/copy.h"
#include "models/logbook/logbook.h"
#include "tests/views/pictures.h"
#include "tests/views/reviews.h"
#include "translations/words.h"
#include "views/scorecard/scorecard_page.h"
#include "views/theme/theme.h"

using namespace tidemark;
using namespace tidemark::test;

class TestScorecardPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
  }

  void three_lenses_and_what_changed_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark-2x") << true << 2.0;
  }
  void three_lenses_and_what_changed() {
    QFETCH(bool, dark);
    QFETCH(double, scale);
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    views::ScorecardPage page;
    show(page, review_data(reviewed_timeline(folder_)));
    QCOMPARE(page.model().rowCount(), 12);
    QVERIFY2(page.said().title.startsWith(QStringLiteral("12 rows: 1 strong, ")), qPrintable(page.said().title));
    QVERIFY(page.said().title.endsWith(QStringLiteral(", 1 waived")));
    QVERIFY2(page.said().detail.contains(QStringLiteral("Since Q1: Recovery score 4 → 5 (system)")),
             qPrintable(page.said().detail));
    QCOMPARE(page.said().note, QStringLiteral("path=orders"));
    QCOMPARE(cell(page, "recovery", ReviewModel::score).score, 5);
    QCOMPARE(cell(page, "recovery", ReviewModel::outcome).text, QStringLiteral("pass"));
    QCOMPARE(cell(page, "recovery", ReviewModel::tested).text, QStringLiteral("green"));
    QCOMPARE(cell(page, "recovery", ReviewModel::evidence).text, QStringLiteral("4"));
    QCOMPARE(cell(page, "recovery", ReviewModel::owner).text, QStringLiteral("Lake team"));
    QCOMPARE(cell(page, "recovery", ReviewModel::changed).text, QStringLiteral("score 4 → 5 (system)"));
    QCOMPARE(cell(page, "cost", ReviewModel::score).text, QStringLiteral("waived"));
    QVERIFY(!cell(page, "cost", ReviewModel::score).score);
    const QImage image =
        picture(page, QStringLiteral("scorecard-%1").arg(QLatin1String(QTest::currentDataTag())), scale);
    QCOMPARE(image.width(), static_cast<int>(1404 * scale));
    theme::apply(*qApp, theme::Mode::light);
  }

  void what_a_person_raised_carries_its_mark() {
    views::ScorecardPage page;
    show(page, review_data(reviewed_timeline(folder_)));
    const ItemCell score = cell(page, "lineage", ReviewModel::score);
    QCOMPARE(score.text, QStringLiteral("3"));
    QCOMPARE(score.beside, QStringLiteral("raised by Kim"));
    QVERIFY(score.tip.contains(QStringLiteral("the evidence says 1: seen by hand")));
    choose(page, "lineage");
    QVERIFY2(facts(page).contains(QStringLiteral("raised by Kim, the evidence says 1")), qPrintable(facts(page)));
    QVERIFY(facts(page).contains(QStringLiteral("exercise it")));
  }

  void unknown_is_never_a_pass() {
    views::ScorecardPage page;
    show(page, review_data(reviewed_timeline(folder_), ReviewChoice{"path=fraud"}));
    QCOMPARE(page.said().title, QStringLiteral("12 rows, 0 evidence: all red until evidenced"));
    QVERIFY(page.said().detail.contains(QStringLiteral("tidemark scorecard evidence --take")));
    for (int i = 0; i < page.model().rowCount(); ++i) {
      QCOMPARE(page.model().cell(page.model().index(i, ReviewModel::outcome)).level, Level::unknown);
      QCOMPARE(page.model().cell(page.model().index(i, ReviewModel::owner)).text, QStringLiteral("unknown"));
    }
    QVERIFY(facts(page).contains(QStringLiteral("none counts: it is unknown")));
    picture(page, QStringLiteral("scorecard-empty"));
  }

  void another_scope_and_card_are_asked_for() {
    views::ScorecardPage page;
    show(page, review_data(reviewed_timeline(folder_)));
    const auto boxes = page.findChildren<QComboBox*>();
    QCOMPARE(boxes.size(), 2);
    QCOMPARE(boxes[0]->currentText(), QStringLiteral("path=orders"));
    QCOMPARE(boxes[1]->currentText(), QStringLiteral("readiness"));
    for (const QComboBox* box : boxes) QVERIFY(!box->accessibleName().isEmpty());
    QSignalSpy asked(&page, &views::ScorecardPage::review_asked);
    boxes[1]->setCurrentIndex(boxes[1]->findText(QStringLiteral("areas")));
    emit boxes[1]->activated(boxes[1]->currentIndex());
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().at(0).value<std::string>(), std::string("path=orders"));
    QCOMPARE(asked.front().at(1).value<std::string>(), std::string("areas"));
    show(page, review_data(reviewed_timeline(folder_), ReviewChoice{"path=orders", "areas"}));
    QCOMPARE(page.model().rowCount(), 10);
  }

  void a_frozen_review_says_so_and_a_copy_holds_its_command() {
    const ViewData data = review_data(reviewed_timeline(folder_), ReviewChoice{"path=orders", "readiness", "Q1"});
    views::ScorecardPage page;
    show(page, data);
    QVERIFY2(page.said().note.startsWith(QStringLiteral("path=orders, frozen as Q1 at ")),
             qPrintable(page.said().note));
    const QString text = shell::as_tsv(page.model(), {page.model().index(0, 0)}, data, shell::command_for(data));
    QVERIFY2(text.contains(QStringLiteral("tidemark scorecard show --timeline ")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral(" --path orders --review Q1")));
    QVERIFY(text.startsWith(QStringLiteral("Row\tScore\tOutcome\tTested\t")));
  }

  void foreign_words_stay_words() {
    const std::string file = reviewed_timeline(folder_, QStringLiteral("hostile"));
    const std::string name = "<b>\u202e" + std::string(150, 'w');
    ReviewEvidence one = evidence(EvidenceKind::attestation, "owner", "owner");
    one.name = name;
    need(write_evidence(file, {one}, name));
    need(write_score(file, {"path=orders", "freshness", 5, name, name, {}, {}}, 1));
    views::ScorecardPage page;
    show(page, review_data(file), {1000, 560});
    choose(page, "freshness");
    QVERIFY(facts(page).contains(QStringLiteral("<b>")));
    QVERIFY(!facts(page).contains(QChar(0x202e)));
    picture(page, QStringLiteral("scorecard-hostile"));
  }

  void what_was_changed_unseen_is_named() {
    const std::string file = reviewed_timeline(folder_, QStringLiteral("tampered"));
    QFile book(QString::fromStdString(logbook_path(file)));
    QVERIFY(book.open(QIODevice::ReadWrite));
    QByteArray bytes = book.readAll();
    const qsizetype at = bytes.indexOf("Signed for this quarter");
    QVERIFY(at > 0);
    book.seek(at);
    book.write("Signed for that quarter");
    book.close();
    views::ScorecardPage page;
    show(page, review_data(file));
    QCOMPARE(page.said().level, Level::error);
    QCOMPARE(page.said().title, QStringLiteral("No review"));
    QCOMPARE(page.model().rowCount(), 0);
    QVERIFY(label(page, QStringLiteral("Why nothing is shown")).contains(QStringLiteral("logbook")));
    picture(page, QStringLiteral("scorecard-tampered"));
  }

 private:
  static void show(views::ScorecardPage& page, const ViewData& data, QSize size = {1404, 700}) {
    page.resize(size);
    page.show_review(data.review);
    page.show();
    QApplication::processEvents();
  }
  static int row_of(const views::ScorecardPage& page, const char* id) { return page.model().find(id).row(); }
  static ItemCell cell(const views::ScorecardPage& page, const char* id, int column) {
    return page.model().cell(page.model().index(row_of(page, id), column));
  }
  static void choose(const views::ScorecardPage& page, const char* id) {
    page.table()->setCurrentIndex(page.model().index(row_of(page, id), 0));
    QApplication::processEvents();
  }
  static QString facts(const views::ScorecardPage& page) { return page.findChild<QTextEdit*>()->toPlainText(); }

  QTemporaryDir folder_;
};

QTEST_MAIN(TestScorecardPage)
#include "tst_scorecard_page.moc"
