// SPDX-License-Identifier: GPL-3.0-or-later
// The page of provenance over real runs of a real table, looked at: exact, bounded by what nobody kept, without an
// answer, two runs against each other, none.
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include "app/session/lineage.h"
#include "app/session/load_provenance.h"
#include "models/timeline/reader.h"
#include "tests/views/pictures.h"
#include "tests/views/reviews.h"
#include "translations/words.h"
#include "views/provenance/provenance_page.h"
#include "views/theme/theme.h"
#include "views/widgets/row_view.h"

using namespace tidemark;
using namespace tidemark::test;
using views::ProvenancePage;

class TestProvenancePage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
    file_ = folder_.filePath(QStringLiteral("lake.tidemark")).toStdString();
    play_into(text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-repaired.json")), file_);
  }

  void none_says_how_to_register() {
    ProvenancePage page;
    show(page, {});
    QCOMPARE(page.said().title, QStringLiteral("No run is registered"));
    QVERIFY(page.said().detail.contains(QStringLiteral("tidemark lineage register")));
    QVERIFY(page.shown_run().empty());
    picture(page, QStringLiteral("provenance-none"));
  }

  void what_a_run_saw_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << QSize(1040, 570);
    QTest::newRow("dark") << true << QSize(1404, 800);
  }
  void what_a_run_saw() {
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    enter("r1", first, {});
    enter("r2", second, "r1");
    ProvenancePage page;
    show(page, {"r1", {}}, size);
    QCOMPARE(page.said().level, Level::fine);
    QVERIFY2(page.said().title.startsWith(QStringLiteral("11,000 offsets of 3 partition")),
             qPrintable(page.said().title));
    QVERIFY(page.said().title.endsWith(QStringLiteral(": exact")));
    QCOMPARE(page.runs()->rows()->rowCount(), 2);
    const TreeModel* rows = page.seen()->rows();
    const QModelIndex table = rows->index(0, 0);
    QCOMPARE(rows->rowCount(table), 3);
    const auto cell = [&](int column) { return rows->cell(rows->index(0, column, table)); };
    QCOMPARE(cell(SeenModel::what).text, QStringLiteral("orders/0"));
    QCOMPARE(cell(SeenModel::from).text, QStringLiteral("1,000,000"));
    QCOMPARE(cell(SeenModel::to).text, QStringLiteral("1,004,400"));
    QCOMPARE(cell(SeenModel::complete).text, QStringLiteral("exact"));
    QCOMPARE(cell(SeenModel::schemas).text, QStringLiteral("unknown"));
    QVERIFY(page.findChild<QTextEdit*>()->toPlainText().contains(QStringLiteral("support")));
    QCOMPARE(page.shown_run(), std::string("r1"));
    picture(page, QStringLiteral("provenance-%1").arg(QLatin1String(QTest::currentDataTag())));
    theme::apply(*qApp, theme::Mode::light);
  }

  void asked_by_version_snapshot_and_time() {
    ProvenancePage page;
    show(page, {"7", {}});  // a model version
    QCOMPARE(page.shown_run(), std::string("r2"));
    show(page, {"4358109269898191014", {}});  // what r1 read
    QCOMPARE(page.shown_run(), std::string("r1"));
    show(page, {"lake.orders@2026-01-01T02:12:00Z", {}});
    QVERIFY(page.shown_run().empty());
    QVERIFY2(page.said().detail.contains(QStringLiteral("Not whole: ")), qPrintable(page.said().detail));
    show(page, {"nobody", {}});
    QCOMPARE(page.said().title, QStringLiteral("Cannot answer"));
    QVERIFY(page.said().detail.contains(QStringLiteral("nobody")));
    picture(page, QStringLiteral("provenance-cannot"));
    enter("r3", "0", {});
    show(page, {"r3", {}});
    QCOMPARE(page.said().level, Level::unknown);
    QVERIFY2(page.said().detail.contains(QStringLiteral("cannot answer because")), qPrintable(page.said().detail));
    picture(page, QStringLiteral("provenance-unknown"));
  }

  void two_runs_against_each_other() {
    ProvenancePage page;
    show(page, {"r2", "r1"});
    QCOMPARE(page.rows(), page.diff());
    QVERIFY2(page.said().detail.contains(QStringLiteral("Against r1: The one follows on the other: contiguous.")),
             qPrintable(page.said().detail));
    const auto cell = [&](int column) { return page.diff()->rows()->cell(page.diff()->rows()->index(0, column)).text; };
    QCOMPARE(cell(RunDiffModel::both), QStringLiteral("0"));
    QCOMPARE(cell(RunDiffModel::gap), QStringLiteral("0"));
    QCOMPARE(cell(RunDiffModel::after), QStringLiteral("4,800"));
    picture(page, QStringLiteral("provenance-diff"));
  }

  void what_is_asked_goes_out() {
    ProvenancePage page;
    show(page, {"r1", {}});
    QSignalSpy asked(&page, &ProvenancePage::run_asked);
    auto* field = page.findChild<QLineEdit*>();
    page.focus_filter();
    field->setText(QStringLiteral(" r2 "));
    emit field->returnPressed();
    QCOMPARE(asked.back().at(0).value<std::string>(), std::string("r2"));
    QCOMPARE(asked.back().at(1).value<std::string>(), std::string());
    auto* with = page.findChild<QComboBox*>();
    with->setCurrentIndex(with->findText(QStringLiteral("r2")));
    field->clear();
    emit with->activated(with->currentIndex());
    QCOMPARE(asked.back().at(0).value<std::string>(), std::string("r1"));
    QCOMPARE(asked.back().at(1).value<std::string>(), std::string("r2"));
  }

  void a_run_goes_out_as_events() {
    const auto timeline = need(TimelineReader::open(file_));
    const std::string events = need(run_events(*timeline, file_, "r1", newest(*timeline)));
    QCOMPARE(std::ranges::count(events, '\n'), 2);
    QVERIFY(QString::fromStdString(events).contains(QStringLiteral("\"eventType\":\"COMPLETE\"")));
    QVERIFY(!run_events(*timeline, file_, "nobody", newest(*timeline)));
  }

  void foreign_words_stay_words() {
    LineageRun run;
    run.run_id = "<b>\u202e" + std::string(150, 'r');
    run.model = "<script>" + std::string(150, 'm');
    run.inputs = {{.table = "lake." + std::string(150, 't'), .snapshot_id = "1"}};
    need(write_runs(file_, {run}, run.model));
    ProvenancePage page;
    show(page, {}, {1040, 570});
    QVERIFY(page.minimumSizeHint().width() <= 1040);
    picture(page, QStringLiteral("provenance-hostile"));
  }

 private:
  static constexpr const char* first = "4358109269898191014";
  static constexpr const char* second = "4358109269898191028";
  static LocalTime newest(TimelineReader& timeline) { return *need(timeline.reach()).newest; }

  void enter(const char* id, const char* snapshot, const char* after) const {
    LineageRun run;
    run.run_id = id;
    run.kind = "embedding";
    run.model = "support";
    run.model_version = std::string(id) == "r2" ? "7" : "6";
    run.chunking_version = std::string(id) == "r2" ? "2" : "1";
    run.after = after ? after : "";
    run.inputs = {{.table = "lake.orders", .snapshot_id = snapshot}};
    need(write_runs(file_, {run}, "kim"));
  }
  void show(ProvenancePage& page, const RunChoice& choice, QSize size = {1404, 800}) const {
    const auto timeline = need(TimelineReader::open(file_));
    page.resize(size);
    page.show_provenance(need(load_provenance(*timeline, file_, choice.asked, choice.with, newest(*timeline))));
    page.show();
    QApplication::processEvents();
  }

  QTemporaryDir folder_;
  std::string file_;
};

QTEST_MAIN(TestProvenancePage)
#include "tst_provenance_page.moc"
