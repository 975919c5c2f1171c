// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of tables over real timelines, looked at: the case with lag 0 and 10,000 records in no table, and its
// repair.
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include "models/items/align_model.h"
#include "models/items/ledger_model.h"
#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/alignment/align_page.h"
#include "views/theme/theme.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"
#include "views/widgets/row_view.h"

using namespace tidemark;
using test::label;

class TestTablePage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void the_lie_in_words_data();
  void the_lie_in_words();
  void the_repair_in_words();
  void a_messy_ledger();
  void no_table_says_what_to_do();
  void rows_ask_for_ledgers_and_charts();
  void a_commit_against_the_log();
  void a_refresh_moves_nothing();

 private:
  ViewData load(const QString& story, const std::string& table = {});
  QTemporaryDir folder_;
};

namespace {
void show(views::AlignPage& page, const ViewData& data) {
  page.resize(1404, 900);
  page.show_rows(data.tables, data.ledger, data.at);
  page.show();
  QApplication::processEvents();
}
}  // namespace

void TestTablePage::initTestCase() {
  install_words(*qApp, QLocale(QLocale::English));
  theme::apply(*qApp, theme::Mode::light);
}

ViewData TestTablePage::load(const QString& story, const std::string& table) {
  ViewRequest request;
  request.screen = Screen::align;
  if (!table.empty()) request.table = TableChoice{ClusterName("prod"), TableName(table)};
  return test::loaded(folder_, story, request);
}

void TestTablePage::the_lie_in_words_data() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<double>("scale");
  QTest::newRow("light") << false << 1.0;
  QTest::newRow("dark-2x") << true << 2.0;
}

void TestTablePage::the_lie_in_words() {
  QFETCH(bool, dark);
  QFETCH(double, scale);
  theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
  views::AlignPage page;
  show(page, load(QStringLiteral("lake-stalled")));
  QCOMPARE(page.said().title, QStringLiteral("lake.orders: 10,000 read, not landed"));
  QCOMPARE(page.said().level, Level::error);
  QVERIFY2(page.said().detail.contains(QStringLiteral("task orders-sink/0 is FAILED")), qPrintable(page.said().detail));
  QCOMPARE(label(page, QStringLiteral("not landed")), QStringLiteral("10,000"));
  QCOMPARE(label(page, QStringLiteral("unread")), QStringLiteral("0"));
  QCOMPARE(label(page, QStringLiteral("complete through")), QStringLiteral("02:38:50"));
  QCOMPARE(label(page, QStringLiteral("if the sink restarts now")), QStringLiteral("re-reads 0"));
  const TreeModel& model = *page.tables()->rows();
  const QModelIndex row = model.find("prod\nlake.orders", "orders\n0");
  QCOMPARE(row.siblingAtColumn(AlignModel::not_landed).data().toString(), QStringLiteral("4,000"));
  QCOMPARE(row.siblingAtColumn(AlignModel::state).data().toString(), QStringLiteral("stalled"));
  QVERIFY(label(page, QStringLiteral("The ledger in short")).contains(QStringLiteral("29 contiguous, 0 holes")));
  const QImage image =
      test::picture(page, QStringLiteral("align-%1").arg(QLatin1String(QTest::currentDataTag())), scale);
  QCOMPARE(image.width(), static_cast<int>(1404 * scale));
  theme::apply(*qApp, theme::Mode::light);
}

void TestTablePage::the_repair_in_words() {
  views::AlignPage page;
  show(page, load(QStringLiteral("lake-repaired"), "lake.orders"));
  QCOMPARE(page.said().title, QStringLiteral("lake.orders: aligned, the source is idle"));
  QCOMPARE(page.said().level, Level::fine);
  QCOMPARE(label(page, QStringLiteral("not landed")), QStringLiteral("0"));
  QVERIFY(label(page, QStringLiteral("The ledger in short")).contains(QStringLiteral("30 contiguous, 0 holes")));
  test::picture(page, QStringLiteral("align-repaired"));
}

void TestTablePage::a_messy_ledger() {
  views::AlignPage page;
  show(page, load(QStringLiteral("lake-stalled"), "lake.returns"));
  const TreeModel& model = *page.commits()->rows();
  const auto relation = [&](const char* id) {
    return model.find(id).siblingAtColumn(LedgerModel::relation).data().toString();
  };
  QCOMPARE(relation("101"), QStringLiteral("partial, contiguous"));
  QCOMPARE(relation("102"), QStringLiteral("moves no offsets"));
  QCOMPARE(relation("103"), QStringLiteral("hole of 300"));
  QCOMPARE(relation("104"), QStringLiteral("overlap of 120"));
  QCOMPARE(model.index(0, 0).siblingAtColumn(LedgerModel::relation).data().toString(), QStringLiteral("contiguous"));
  test::picture(page, QStringLiteral("align-messy"));
}

void TestTablePage::no_table_says_what_to_do() {
  views::AlignPage page;
  page.resize(1000, 600);
  page.show_rows(std::make_shared<const AlignBranches>(), nullptr, {});
  page.show();
  QCOMPARE(page.said().level, Level::unknown);
  QVERIFY(label(page, QStringLiteral("Why nothing is shown")).contains(QStringLiteral("tidemark collect")));
  test::picture(page, QStringLiteral("align-empty"));
}

void TestTablePage::rows_ask_for_ledgers_and_charts() {
  views::AlignPage page;
  show(page, load(QStringLiteral("lake-stalled")));
  QSignalSpy tables(&page, &views::AlignPage::table_asked);
  QSignalSpy tides(&page, &views::AlignPage::tide_asked);
  const TreeModel& model = *page.tables()->rows();
  page.tables()->setCurrentIndex(model.find("prod\nlake.payments"));
  QCOMPARE(tables.size(), 1);
  QCOMPARE(tables.front().front().value<TableChoice>().table, TableName("lake.payments"));
  page.tables()->setCurrentIndex(model.find("prod\nlake.orders", "orders\n1"));
  QCOMPARE(tables.size(), 1);  // its ledger is shown already
  QTest::keyClick(page.tables(), Qt::Key_Return);
  QCOMPARE(tides.size(), 1);
  const auto selection = tides.front().front().value<TideSelection>();
  QCOMPARE(selection.partition, PartitionId(1));
  QCOMPARE(selection.table, TableName("lake.orders"));
  QCOMPARE(selection.group, GroupId("connect-orders-sink"));
}

void TestTablePage::a_commit_against_the_log() {
  views::AlignPage page;
  const ViewData data = load(QStringLiteral("lake-repaired"), "lake.orders");
  page.resize(1404, 900);
  page.show_rows(data.tables, data.ledger, data.at, QStringLiteral("tidemark align --verify --table lake.orders"));
  page.show();
  const auto* card = page.findChild<views::FactsCard*>();
  QVERIFY(card && !card->isVisible());
  page.toggle_verify();
  QVERIFY(card->isVisible());
  const auto words = [&] { return card->findChild<QTextEdit*>()->toPlainText(); };
  const std::string newest = data.ledger->commits.front().parent.row.commit.snapshot_id;
  QVERIFY2(words().contains(QString::fromStdString(newest)) && !words().contains(QLatin1Char('<')),
           qPrintable(words()));
  QVERIFY2(words().contains(QStringLiteral("Cannot tell: offsets bound the records")), qPrintable(words()));
  QVERIFY2(words().contains(QStringLiteral("--table lake.orders --profile FILE")), qPrintable(words()));
  // An older commit is reached by its time.
  page.commits()->setCurrentIndex(page.commits()->rows()->index(3, 0));
  const std::string older = data.ledger->commits[3].parent.row.commit.snapshot_id;
  QVERIFY2(words().contains(QString::fromStdString(older)), qPrintable(words()));
  QVERIFY2(words().contains(QStringLiteral("--table lake.orders --from 20")), qPrintable(words()));
  QApplication::processEvents();
  test::picture(page, QStringLiteral("align-verify"));
  page.toggle_verify();
  QVERIFY(!card->isVisible());
}

void TestTablePage::a_refresh_moves_nothing() {
  views::AlignPage page;
  const ViewData data = load(QStringLiteral("lake-stalled"));
  show(page, data);
  const TreeModel& model = *page.tables()->rows();
  page.tables()->setCurrentIndex(model.find("prod\nlake.orders", "orders\n2"));
  page.commits()->setCurrentIndex(page.commits()->rows()->index(5, 0));
  const QString commit = page.commits()->currentIndex().data().toString();
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  const ViewData again = load(QStringLiteral("lake-repaired"), "lake.orders");
  page.show_rows(again.tables, again.ledger, again.at);
  QCOMPARE(page.tables()->currentIndex(), model.find("prod\nlake.orders", "orders\n2"));
  QCOMPARE(page.commits()->currentIndex().data().toString(), commit);
  QCOMPARE(resets.count(), 0);
}

QTEST_MAIN(TestTablePage)
#include "tst_table_page.moc"
