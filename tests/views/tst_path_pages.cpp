// SPDX-License-Identifier: GPL-3.0-or-later
// Home, path and connectors over real timelines, looked at: the case with lag 0 and 10,000 records in no table.
#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/connectors/connectors_page.h"
#include "views/connectors/trace_card.h"
#include "views/home/home_page.h"
#include "views/path/path_page.h"
#include "views/theme/theme.h"
#include "views/widgets/facts_card.h"

using namespace tidemark;
using test::label;

class TestPathPages final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void the_home_says_what_is_late_data();
  void the_home_says_what_is_late();
  void the_home_after_the_repair();
  void the_home_of_a_bare_cluster_is_full();
  void a_budget_beside_the_rows();
  void enter_asks_for_the_path();
  void the_path_as_a_waterfall_data();
  void the_path_as_a_waterfall();
  void a_path_without_a_table();
  void connectors_and_a_trace_data();
  void connectors_and_a_trace();
  void nothing_recorded_says_what_to_do();

 private:
  ViewData load(const QString& story, Screen screen, std::optional<PathChoice> path = {}) {
    ViewRequest request;
    request.screen = screen;
    request.path = std::move(path);
    return test::loaded(folder_, story, request);
  }
  QTemporaryDir folder_;
};

namespace {
void modes() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<double>("scale");
  QTest::newRow("light") << false << 1.0;
  QTest::newRow("dark-2x") << true << 2.0;
}
void dress(bool dark) { theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light); }
QString tagged(const char* view) {
  return QStringLiteral("%1-%2").arg(QLatin1String(view), QLatin1String(QTest::currentDataTag()));
}
void lay_out(QWidget& page, QSize size = {1404, 860}) {
  page.resize(size);
  page.show();
  QApplication::processEvents();
}
QModelIndex path_row(const HomeModel& model, const QString& route) {
  for (int c = 0; c < model.rowCount(); ++c)
    for (int i = 0; i < model.rowCount(model.index(c, 0)); ++i)
      if (const QModelIndex row = model.index(i, 0, model.index(c, 0)); row.data().toString() == route) return row;
  return {};
}
}  // namespace

void TestPathPages::initTestCase() {
  install_words(*qApp, QLocale(QLocale::English));
  dress(false);
}

void TestPathPages::the_home_says_what_is_late_data() { modes(); }

void TestPathPages::the_home_says_what_is_late() {
  QFETCH(bool, dark);
  QFETCH(double, scale);
  dress(dark);
  views::HomePage page;
  page.show_home(load(QStringLiteral("lake-stalled"), Screen::home).home);
  lay_out(page);
  const views::Sentence& said = page.headline()->said();
  QVERIFY2(said.title.endsWith(QStringLiteral("of 6 late")), qPrintable(said.title));
  QCOMPARE(said.level, Level::error);
  QVERIFY2(said.detail.startsWith(QStringLiteral("orders → lake.orders: 10,000 read, not landed since 02:39:10, flat")),
           qPrintable(said.detail));
  QVERIFY(said.detail.contains(QStringLiteral("Unread: 0.")));
  const QModelIndex row = path_row(page.model(), QStringLiteral("orders → lake.orders"));
  QVERIFY(row.isValid());
  QCOMPARE(row.siblingAtColumn(HomeModel::unread).data().toString(), QStringLiteral("0"));
  QCOMPARE(row.siblingAtColumn(HomeModel::not_landed).data().toString(), QStringLiteral("10,000"));
  QCOMPARE(row.siblingAtColumn(HomeModel::finding).data().toString(), QStringLiteral("not landed"));
  QCOMPARE(row.siblingAtColumn(HomeModel::owner).data().toString(), QStringLiteral("Lake team"));
  test::picture(page, tagged("home"), scale);
  dress(false);
}

void TestPathPages::the_home_after_the_repair() {
  views::HomePage page;
  page.show_home(load(QStringLiteral("lake-repaired"), Screen::home).home);
  lay_out(page);
  const QModelIndex row = path_row(page.model(), QStringLiteral("orders → lake.orders"));
  QCOMPARE(row.siblingAtColumn(HomeModel::not_landed).data().toString(), QStringLiteral("0"));
  QCOMPARE(row.siblingAtColumn(HomeModel::age).data().toString(), QStringLiteral("current"));
  QVERIFY(row.siblingAtColumn(HomeModel::finding).data().toString().isEmpty());
  QVERIFY(!page.headline()->said().detail.startsWith(QStringLiteral("orders → lake.orders")));
  test::picture(page, QStringLiteral("home-repaired"));
}

// What a bare bootstrap address gives: groups and topics, no profile, no table, no connector.
void TestPathPages::the_home_of_a_bare_cluster_is_full() {
  const QString file = folder_.filePath(QStringLiteral("bare.tidemark"));
  test::play_into(R"({"schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000, "polls": 30, "cluster": "prod",
    "series": [
      {"mark": "high", "topic": "orders", "partition": 0, "start": 1000, "rates": [[0, 5]]},
      {"mark": "stable", "topic": "orders", "partition": 0, "follow": "high"},
      {"mark": "group", "topic": "orders", "partition": 0, "group": "app", "follow": "high", "delay_polls": 1},
      {"mark": "group", "topic": "orders", "partition": 0, "group": "audit", "follow": "high"}]})",
                  file.toStdString());
  const auto reader = TimelineReader::open(file.toStdString());
  QVERIFY(reader);
  ViewRequest request;
  request.screen = Screen::home;
  const auto data = load_view(**reader, request);
  QVERIFY(data);
  views::HomePage page;
  page.show_home(data->home);
  lay_out(page);
  QCOMPARE(page.model().rowCount(), 1);
  QCOMPARE(page.model().index(0, 0).data().toString(), QStringLiteral("unclassified"));
  QVERIFY(path_row(page.model(), QStringLiteral("orders → app")).isValid());
  QVERIFY(path_row(page.model(), QStringLiteral("orders → audit")).isValid());
  QVERIFY2(page.headline()->said().detail.contains(QStringLiteral("Cannot see: tables")),
           qPrintable(page.headline()->said().detail));
  test::picture(page, QStringLiteral("home-bare"));
}

void TestPathPages::a_budget_beside_the_rows() {
  views::HomePage page;
  const auto view = load(QStringLiteral("lake-stalled"), Screen::home);
  page.show_home(view.home);
  lay_out(page);
  const auto* card = page.findChild<views::FactsCard*>();
  QVERIFY(card && !card->isVisible());
  page.toggle_budget();
  QVERIFY(card->isVisible());
  const auto* text = card->findChild<QTextEdit*>();
  QVERIFY2(text->toPlainText().contains(QStringLiteral("Choose one.")), qPrintable(text->toPlainText()));
  page.table()->setCurrentIndex(path_row(page.model(), QStringLiteral("orders → lake.orders")));
  const PathRow* row = nullptr;
  for (const auto& branch : view.home->classes)
    for (const auto& path : branch.children)
      if (path.row.route == "orders → lake.orders") row = &path.row;
  QVERIFY(row);
  const QString said = text->toPlainText();
  QVERIFY2(said.startsWith(QStringLiteral("orders → lake.orders")), qPrintable(said));
  QCOMPARE(said.contains(QStringLiteral("None: no pipeline")), !row->fresh.target.known());
  QCOMPARE(said.contains(QStringLiteral("burns, 1 h")), row->fresh.target.known());
  test::picture(page, QStringLiteral("home-budget"));
  page.toggle_budget();
  QVERIFY(!card->isVisible());
}

void TestPathPages::enter_asks_for_the_path() {
  views::HomePage page;
  page.show_home(load(QStringLiteral("lake-stalled"), Screen::home).home);
  lay_out(page);
  QSignalSpy asked(&page, &views::HomePage::path_asked);
  page.table()->setCurrentIndex(path_row(page.model(), QStringLiteral("orders → lake.orders")));
  QTest::keyClick(page.table(), Qt::Key_Return);
  QCOMPARE(asked.size(), 1);
  const auto choice = asked.front().front().value<PathChoice>();
  QCOMPARE(choice.topic, TopicName("orders"));
  QCOMPARE(choice.group, GroupId("connect-orders-sink"));
  page.table()->setCurrentIndex(page.model().index(0, 0));
  const bool open = page.table()->isExpanded(page.model().index(0, 0));
  QTest::keyClick(page.table(), Qt::Key_Return);
  QCOMPARE(page.table()->isExpanded(page.model().index(0, 0)), !open);
  QCOMPARE(asked.size(), 1);
}

void TestPathPages::the_path_as_a_waterfall_data() { modes(); }

void TestPathPages::the_path_as_a_waterfall() {
  QFETCH(bool, dark);
  QFETCH(double, scale);
  dress(dark);
  views::PathPage page;
  const ViewData data = load(QStringLiteral("lake-stalled"), Screen::path);  // the worst
  page.show_path(data.path);
  lay_out(page);
  QCOMPARE(page.said().title, QStringLiteral("orders → lake.orders"));
  QCOMPARE(label(page, QStringLiteral("produced, evidence")), QStringLiteral("exact"));
  QVERIFY(label(page, QStringLiteral("group, gap")).startsWith(QStringLiteral("unread 0")));
  QVERIFY2(label(page, QStringLiteral("table, gap")).startsWith(QStringLiteral("not landed 10,000")),
           qPrintable(label(page, QStringLiteral("table, gap"))));
  QCOMPARE(label(page, QStringLiteral("table, evidence")), QStringLiteral("derived"));
  QVERIFY(label(page, QStringLiteral("table, age")).contains(QStringLiteral("31")));
  QSignalSpy asked(&page, &views::PathPage::tide_asked);
  page.partitions()->setCurrentIndex(page.partitions()->model()->index(0, 0));
  QTest::keyClick(page.partitions(), Qt::Key_Return);
  QCOMPARE(asked.size(), 1);
  const auto tide = asked.front().front().value<TideSelection>();
  QCOMPARE(tide.table, TableName("lake.orders"));
  QCOMPARE(tide.partition, PartitionId(0));
  test::picture(page, tagged("path"), scale);
  dress(false);
}

void TestPathPages::a_path_without_a_table() {
  views::PathPage page;
  page.show_path(load(QStringLiteral("lake-stalled"), Screen::path,
                      PathChoice{ClusterName("prod"), GroupId("sessionizer"), TopicName("clicks")})
                     .path);
  lay_out(page);
  QCOMPARE(page.said().title, QStringLiteral("clicks → sessionizer"));
  QCOMPARE(label(page, QStringLiteral("table, age")), QStringLiteral("—"));
  QVERIFY(label(page, QStringLiteral("table, gap")).contains(QStringLiteral("not instrumented")));
  QVERIFY(label(page, QStringLiteral("queryable, gap")).contains(QStringLiteral("lower bound")));
  test::picture(page, QStringLiteral("path-no-table"));
}

void TestPathPages::connectors_and_a_trace_data() { modes(); }

void TestPathPages::connectors_and_a_trace() {
  QFETCH(bool, dark);
  QFETCH(double, scale);
  dress(dark);
  views::ConnectorsPage page;
  const ViewData data = load(QStringLiteral("lake-stalled"), Screen::connectors);
  page.show_rows(data.connectors);
  lay_out(page);
  QCOMPARE(page.headline()->said().title, QStringLiteral("1 of 4 connectors in trouble"));
  QVERIFY(page.headline()->said().detail.startsWith(QStringLiteral("orders-sink: ")));
  QCOMPARE(page.model().index(0, 0).data().toString(), QStringLiteral("orders-sink"));
  QVERIFY(page.trace()->isVisible());  // the worst one's, folded
  auto* text = page.trace()->findChild<QPlainTextEdit*>();
  QVERIFY(!text->isVisible());
  test::picture(page, tagged("connectors"), scale);
  page.table()->setCurrentIndex(page.model().index(0, 0, page.model().index(0, 0)));
  QTest::keyClick(page.table(), Qt::Key_Return);
  QVERIFY(text->isVisible());
  QVERIFY(text->toPlainText().contains(QStringLiteral("Caused by: org.apache.iceberg")));
  test::picture(page, tagged("connectors-trace"), scale);
  page.show_rows(std::make_shared<const ConnectorBranches>(*data.connectors));  // a refresh folds nothing
  QVERIFY(text->isVisible());
  const auto buttons = page.trace()->findChildren<QToolButton*>();
  for (QToolButton* button : buttons)
    if (button->accessibleName() == QStringLiteral("Copy trace")) button->click();
  QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("orders-sink/0\n")));
  page.table()->setCurrentIndex(page.model().find("tables\npayments-sink").isValid()
                                    ? page.model().find("tables\npayments-sink")
                                    : page.model().index(2, 0));
  QVERIFY(!page.trace()->isVisible());
  dress(false);
}

void TestPathPages::nothing_recorded_says_what_to_do() {
  views::HomePage home;
  home.show_home(std::make_shared<const Home>());
  views::PathPage path;
  views::ConnectorsPage connectors;
  connectors.show_rows(std::make_shared<const ConnectorBranches>());
  for (QWidget* page :
       {static_cast<QWidget*>(&home), static_cast<QWidget*>(&path), static_cast<QWidget*>(&connectors)}) {
    lay_out(*page, {1000, 500});
    QVERIFY(label(*page, QStringLiteral("Why nothing is shown")).contains(QStringLiteral("tidemark collect")));
  }
  QCOMPARE(home.headline()->said().level, Level::unknown);
  test::picture(home, QStringLiteral("home-empty"));
}

QTEST_MAIN(TestPathPages)
#include "tst_path_pages.moc"
