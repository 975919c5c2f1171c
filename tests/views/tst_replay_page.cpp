// SPDX-License-Identifier: GPL-3.0-or-later
// The replay page over real timelines, looked at: one that drains, one that retention overtakes, one that does not
// drain, and none.
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include "app/session/replays.h"
#include "models/logbook/logbook.h"
#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/replay/replay_page.h"
#include "views/theme/theme.h"
#include "views/widgets/headline.h"
#include "views/widgets/row_view.h"

using namespace tidemark;
using test::label;

class TestReplayPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void one_that_drains_data();
  void one_that_drains();
  void one_that_does_not_drain_has_no_time();
  void retention_is_faster_and_no_time_is_told();
  void what_was_declared_stands_beside_it();
  void enter_shows_the_partition();
  void none_says_how_one_is_found();

 private:
  // The group falls at poll 100 to 60,000 and reads `step` a poll.
  std::string played(const char* name, int step, const char* topics = "") {
    QByteArray group;
    for (int n = 0; n < 130; ++n)
      group += (n ? "," : "") + QByteArray::number(n < 100 ? 99'000 + 1000 * n : 60'000 + step * (n - 100));
    const QByteArray story =
        R"({ "schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000, "polls": 130, "cluster": "prod",
        "series": [ { "mark": "floor", "topic": "orders", "partition": 0, "start": 0 },
                    { "mark": "high", "topic": "orders", "partition": 0, "start": 100000, "rates": [[0, 100]] },
                    { "mark": "group", "topic": "orders", "partition": 0, "group": "live", "follow": "high", "delay_polls": 1 },
                    { "mark": "group", "topic": "orders", "partition": 0, "group": "sink", "values": [)" +
        group + "] } ]" + topics + "}";
    const std::string file = folder_.filePath(QString::fromLatin1(name) + QStringLiteral(".tidemark")).toStdString();
    test::play_into(story.toStdString(), file);
    return file;
  }
  static ViewData load(const std::string& file) {
    const auto reader = TimelineReader::open(file);
    if (!reader) qFatal("%s", reader.error().line().c_str());
    ViewRequest request;
    request.screen = Screen::replay;
    auto data = load_view(**reader, request);
    if (!data) qFatal("%s", data.error().line().c_str());
    return std::move(*data);
  }
  static void show(views::ReplayPage& page, const ViewData& data) {
    page.resize(1404, 700);
    page.show_replays(data.replays);
    page.show();
    QApplication::processEvents();
  }
  static QString cell(const views::ReplayPage& page, int column) {
    return page.model().index(0, column).data().toString();
  }
  QTemporaryDir folder_;
};

void TestReplayPage::initTestCase() {
  install_words(*qApp, QLocale(QLocale::English));
  theme::apply(*qApp, theme::Mode::light);
}

void TestReplayPage::one_that_drains_data() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<double>("scale");
  QTest::newRow("light") << false << 1.0;
  QTest::newRow("dark-2x") << true << 2.0;
}

void TestReplayPage::one_that_drains() {
  QFETCH(bool, dark);
  QFETCH(double, scale);
  theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
  views::ReplayPage page;
  show(page, load(played("drains", 3000)));
  QCOMPARE(page.model().rowCount(), 1);
  QCOMPARE(page.said().title, QStringLiteral("sink ← orders: draining"));
  QVERIFY2(page.said().detail.startsWith(QStringLiteral("87,000 read again, 51,000 left. Through at 2026-01-01 00:24")),
           qPrintable(page.said().detail));
  QCOMPARE(cell(page, ReplayModel::remaining), QStringLiteral("51,000"));
  QCOMPARE(cell(page, ReplayModel::state), QStringLiteral("draining"));
  QVERIFY(cell(page, ReplayModel::eta).startsWith(QStringLiteral("2026-01-01 00:24, 00:")));
  const auto* facts = page.findChild<QTextEdit*>();
  QVERIFY2(facts->toPlainText().contains(QStringLiteral("By nobody")), qPrintable(facts->toPlainText()));
  QVERIFY(facts->toPlainText().contains(QStringLiteral("live: ")));
  const QImage image =
      test::picture(page, QStringLiteral("replay-%1").arg(QLatin1String(QTest::currentDataTag())), scale);
  QCOMPARE(image.width(), static_cast<int>(1404 * scale));
  theme::apply(*qApp, theme::Mode::light);
}

void TestReplayPage::one_that_does_not_drain_has_no_time() {
  views::ReplayPage page;
  show(page, load(played("stands", 0)));
  QCOMPARE(page.model().rowCount(), 1);
  QCOMPARE(page.said().level, Level::warn);
  QCOMPARE(cell(page, ReplayModel::state), QStringLiteral("stalled"));
  QVERIFY2(!cell(page, ReplayModel::eta).contains(QLatin1Char(':')), qPrintable(cell(page, ReplayModel::eta)));
  QVERIFY2(page.said().detail.contains(QStringLiteral("When it is through cannot be told")),
           qPrintable(page.said().detail));
  test::picture(page, QStringLiteral("replay-stalled"));
}

void TestReplayPage::retention_is_faster_and_no_time_is_told() {
  views::ReplayPage page;
  show(
      page,
      load(played(
          "race", 200,
          R"(, "topics": [ { "topic": "orders", "cleanup": "delete", "retention_ms": 1500000, "timestamp_type": "create" } ])")));
  QCOMPARE(page.model().rowCount(), 1);
  QCOMPARE(page.said().title, QStringLiteral("sink ← orders: draining, slower than retention"));
  QCOMPARE(page.said().level, Level::error);
  QVERIFY2(cell(page, ReplayModel::race).startsWith(QStringLiteral("lost from")),
           qPrintable(cell(page, ReplayModel::race)));
  QVERIFY2(!cell(page, ReplayModel::eta).contains(QLatin1Char(':')), qPrintable(cell(page, ReplayModel::eta)));
  QVERIFY2(page.said().detail.contains(QStringLiteral("retention takes records")), qPrintable(page.said().detail));
  test::picture(page, QStringLiteral("replay-race"));
}

void TestReplayPage::what_was_declared_stands_beside_it() {
  const std::string file = played("declared", 3000);
  DeclaredReplay said;
  said.name = "back fill <b>";
  said.at = *parse_rfc3339("2026-01-01T00:10:00Z");
  said.group = GroupId("sink");
  said.topic = TopicName("orders");
  said.reason = "wrong tax rate";
  said.approver = "ada";
  const auto written = declare_replay(file, said);
  QVERIFY2(written, written ? "" : written.error().line().c_str());
  views::ReplayPage page;
  show(page, load(file));
  QCOMPARE(page.model().rowCount(), 1);
  const QString facts = page.findChild<QTextEdit*>()->toPlainText();
  QVERIFY2(facts.contains(QStringLiteral("wrong tax rate")) && facts.contains(QStringLiteral("ada")),
           qPrintable(facts));
  test::picture(page, QStringLiteral("replay-declared"));
}

void TestReplayPage::enter_shows_the_partition() {
  views::ReplayPage page;
  show(page, load(played("opened", 3000)));
  QSignalSpy asked(&page, &views::ReplayPage::tide_asked);
  const QModelIndex parent = page.model().index(0, 0);
  page.table()->setExpanded(parent, true);
  page.table()->setCurrentIndex(page.model().index(0, 0, parent));
  QTest::keyClick(page.table(), Qt::Key_Return);
  QCOMPARE(asked.size(), 1);
  const auto selection = asked.front().front().value<TideSelection>();
  QCOMPARE(selection.group, GroupId("sink"));
  QCOMPARE(selection.partition, PartitionId(0));
}

void TestReplayPage::none_says_how_one_is_found() {
  views::ReplayPage page;
  page.resize(1000, 600);
  page.show_replays(std::make_shared<const Replays>());
  page.show();
  QCOMPARE(page.said().title, QStringLiteral("No replay"));
  QVERIFY(label(page, QStringLiteral("Why nothing is shown")).contains(QStringLiteral("tidemark replay declare")));
  test::picture(page, QStringLiteral("replay-empty"));
}

QTEST_MAIN(TestReplayPage)
#include "tst_replay_page.moc"
