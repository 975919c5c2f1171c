// SPDX-License-Identifier: GPL-3.0-or-later
// The ways through the window: by name, by what was pasted, back and forward, by a link.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QSettings>
#include <QTest>
#include <ctime>

#include "app/actions/actions.h"
#include "app/shell/all_views.h"
#include "app/shell/go_to.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "app/shell/recent_files.h"
#include "app/shell/view_history.h"
#include "app/shell/view_link.h"
#include "tests/views/pictures.h"
#include "tests/views/timelines.h"
#include "translations/words.h"
#include "views/lag/lag_page.h"
#include "views/palette/palette.h"
#include "views/palette/palette_rank.h"
#include "views/theme/theme.h"

using namespace tidemark;
using shell::MainWindow;
using views::Palette;

class TestGoTo final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void what_begins_so_comes_first();
  void ten_thousand_names_are_ranked_at_once();
  void the_palette_runs_commands();
  void a_name_leads_to_its_view();
  void a_pasted_record_leads_to_its_partition();
  void a_pasted_line_leads_to_its_time();
  void what_is_called_nothing_is_said();
  void escape_leaves_the_window_as_it_was();
  void back_and_forward();
  void a_range_is_no_place_of_its_own();
  void a_link_is_the_whole_view_data();
  void a_link_is_the_whole_view();
  void links_that_lie_are_refused_data();
  void links_that_lie_are_refused();
  void a_copied_link_opens_the_same_view();
  void the_start_page_opens_what_was_open();
  void the_start_page_forgets();
  void pictures_data();
  void pictures();

 private:
  std::unique_ptr<MainWindow> opened();
  // With the timeline's places in it.
  static Palette* palette(MainWindow& window, const char* command = "go.palette");
  static void choose(Palette* palette, const QString& text);

  QTemporaryDir folder_;
  QString lake_;
};

void TestGoTo::initTestCase() {
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
  install_words(*qApp, QLocale(QLocale::English));
  theme::apply(*qApp, theme::Mode::light);
  lake_ = folder_.filePath(QStringLiteral("lake.tidemark"));
  test::play_into(test::lake_story(), lake_.toStdString());
}

std::unique_ptr<MainWindow> TestGoTo::opened() {
  auto window = std::make_unique<MainWindow>();
  window->resize(1440, 900);
  window->open(lake_.toStdString());
  window->show_screen(Screen::lag);
  window->show();
  if (!QTest::qWaitForWindowExposed(window.get())) qFatal("no window");
  if (!QTest::qWaitFor([&] { return window->pages()->get<views::LagPage>()->model().rowCount() > 0; }, 20'000))
    qFatal("no rows");
  return window;
}

Palette* TestGoTo::palette(MainWindow& window, const char* command) {
  window.commands()->action(command)->trigger();
  Palette* palette = window.go_to()->palette();
  if (!QTest::qWaitForWindowExposed(palette)) qFatal("no palette");
  palette->type(QStringLiteral("orders"));
  if (!QTest::qWaitFor([&] { return palette->shown().contains(QStringLiteral("orders")); }, 20'000))
    qFatal("no places");
  palette->type({});
  return palette;
}

void TestGoTo::choose(Palette* palette, const QString& text) {
  palette->type(text);
  QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
}

void TestGoTo::what_begins_so_comes_first() {
  const std::vector<QString> texts{QStringLiteral("preorders topic"), QStringLiteral("eu-orders topic"),
                                   QStringLiteral("orders-eu topic"), QStringLiteral("orders topic"),
                                   QStringLiteral("lag")};
  QCOMPARE(views::ranked(texts, QStringLiteral("Orders"), 10), (std::vector<int>{3, 2, 1, 0}));
  QCOMPARE(views::ranked(texts, QStringLiteral("orders EU"), 10), (std::vector<int>{2, 1}));
  QCOMPARE(views::ranked(texts, QStringLiteral("  "), 2), (std::vector<int>{0, 1}));
  QCOMPARE(views::ranked(texts, QStringLiteral("nothing"), 2), std::vector<int>());
}

void TestGoTo::ten_thousand_names_are_ranked_at_once() {
  std::vector<QString> texts;
  for (int i = 0; i < 10'000; ++i) texts.push_back(QStringLiteral("team-%1.orders-%2 topic · main").arg(i % 97).arg(i));
  timespec before{}, after{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
  const auto found = views::ranked(texts, QStringLiteral("orders 77"), 200);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
  const double took = static_cast<double>(after.tv_sec - before.tv_sec) * 1e3 +
                      static_cast<double>(after.tv_nsec - before.tv_nsec) / 1e6;
  QVERIFY(found.size() > 100);
  qInfo("%.2f ms", took);
#ifdef NDEBUG
  QVERIFY2(took < 50, qPrintable(QString::number(took)));
#endif
}

void TestGoTo::the_palette_runs_commands() {
  const auto window = opened();
  Palette* list = palette(*window);
  list->type(QStringLiteral("connectors"));
  QVERIFY(list->shown().contains(QStringLiteral("Connectors")));
  choose(list, QStringLiteral("connectors screens"));
  QCOMPARE(window->request().screen, Screen::connectors);
  QVERIFY(!list->isVisible());
}

void TestGoTo::a_name_leads_to_its_view() {
  const auto window = opened();
  choose(palette(*window, "go.place"), QStringLiteral("orders topic"));
  QCOMPARE(window->request().screen, Screen::tide);
  QCOMPARE(window->request().tide.topic, TopicName("orders"));
  choose(palette(*window, "go.place"), QStringLiteral("ledger group"));
  QCOMPARE(window->request().screen, Screen::lag);
  QCOMPARE(window->pages()->get<views::LagPage>()->filter(), QStringLiteral("ledger"));
  choose(palette(*window, "go.place"), QStringLiteral("ledger / payments"));
  QCOMPARE(window->request().screen, Screen::path);
  QCOMPARE(window->request().path->topic, TopicName("payments"));
}

void TestGoTo::a_pasted_record_leads_to_its_partition() {
  const auto window = opened();
  Palette* list = palette(*window, "go.place");
  list->type(QStringLiteral("orders-0@4614000"));
  QVERIFY2(list->shown().first().startsWith(QStringLiteral("orders/0 at offset")), qPrintable(list->shown().first()));
  QTest::keyClick(list->findChild<QLineEdit*>(), Qt::Key_Return);
  QCOMPARE(window->request().screen, Screen::tide);
  QVERIFY(window->request().tide.partition == PartitionId(0));
  QVERIFY(window->request().record && window->request().record->offset == Offset(4'614'000));
}

void TestGoTo::a_pasted_line_leads_to_its_time() {
  const auto window = opened();
  Palette* list = palette(*window, "go.place");
  list->type(QStringLiteral("[2026-01-01 02:36:00,000] WARN [Consumer groupId=ledger] payments-0 is slow"));
  QVERIFY2(list->shown().first().endsWith(QStringLiteral("taken as UTC")), qPrintable(list->shown().first()));
  QTest::keyClick(list->findChild<QLineEdit*>(), Qt::Key_Return);
  QCOMPARE(window->request().screen, Screen::tide);
  QVERIFY(window->request().to);
  const LocalTime at = *parse_rfc3339("2026-01-01T02:36:00Z");
  QVERIFY(*window->request().to - window->request().span < at && at < *window->request().to);
}

void TestGoTo::what_is_called_nothing_is_said() {
  const auto window = opened();
  Palette* list = palette(*window);
  list->type(QStringLiteral("no such thing"));
  QVERIFY(list->shown().isEmpty());
  QVERIFY(!list->findChild<QListView*>()->isVisible());
  QTest::keyClick(list->findChild<QLineEdit*>(), Qt::Key_Return);  // there is nothing to choose
  QVERIFY(list->isVisible());
}

void TestGoTo::escape_leaves_the_window_as_it_was() {
  const auto window = opened();
  const ViewRequest before = window->request();
  Palette* list = palette(*window);
  QTest::keyClick(list->findChild<QLineEdit*>(), Qt::Key_Escape);
  QVERIFY(!list->isVisible());
  QCOMPARE(window->request(), before);
}

void TestGoTo::back_and_forward() {
  const auto window = opened();
  window->show_screen(Screen::topics);
  window->show_screen(Screen::connectors);
  QTest::keyClick(window.get(), Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(window->request().screen, Screen::topics);
  QTest::keyClick(window.get(), Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(window->request().screen, Screen::lag);
  QTest::keyClick(window.get(), Qt::Key_Right, Qt::AltModifier);
  QCOMPARE(window->request().screen, Screen::topics);
  window->show_screen(Screen::sources);
  QVERIFY(!window->commands()->action("go.forward")->isEnabled());
  QVERIFY(window->commands()->action("go.back")->isEnabled());
}

void TestGoTo::a_range_is_no_place_of_its_own() {
  shell::ViewHistory history;
  ViewRequest request;
  request.screen = Screen::lag;
  history.visit(request);
  request.span = std::chrono::hours(3);
  history.visit(request);
  QVERIFY(!history.has_back());
  request.screen = Screen::tide;
  history.visit(request);
  request.tide.topic = TopicName("orders");  // was chosen for us
  history.visit(request);
  request.tide.topic = TopicName("clicks");
  history.visit(request);
  QCOMPARE(history.back().tide.topic, TopicName("orders"));
  QCOMPARE(history.back().span, Millis(std::chrono::hours(3)));
  QVERIFY(!history.has_back());
  for (int i = 0; i < 300; ++i) {
    request.screen = i % 2 == 0 ? Screen::lag : Screen::topics;
    history.visit(request);
  }
  int places = 1;
  for (; history.has_back(); ++places) history.back();
  QCOMPARE(places, 100);
}

void TestGoTo::a_link_is_the_whole_view_data() {
  QTest::addColumn<int>("view");
  for (int i = 0; i < static_cast<int>(shell::all_views().size()); ++i)
    QTest::addRow("%s", shell::all_views()[static_cast<std::size_t>(i)].command.id) << i;
}

void TestGoTo::a_link_is_the_whole_view() {
  QFETCH(int, view);
  ViewRequest request;
  request.screen = shell::all_views()[static_cast<std::size_t>(view)].screen;
  request.to = parse_rfc3339("2026-01-01T02:36:00.123Z");
  request.span = Millis(90'500);
  const ClusterName cluster("prod & <lab>");
  if (request.screen == Screen::tide) {
    request.tide = {cluster, TopicName("orders"), PartitionId(3), GroupId("night shift + (old)?#%"), TableName("a.b")};
    request.record = RecordRequest{Offset(42), *request.to};
  }
  if (request.screen == Screen::path) request.path = PathChoice{cluster, GroupId("ü=&"), TopicName("orders")};
  if (request.screen == Screen::align) request.table = TableChoice{cluster, TableName("lake.orders")};
  if (request.screen == Screen::metrics)
    request.metric = MetricChoice{"jmx", cluster, Signal("put_latency_ms"), Object("task:orders-sink/0")};
  if (request.screen == Screen::incident) request.incident = TimeSpan{*request.to - Millis(1), *request.to};
  const auto read = shell::read_link(shell::link_to(request, "/data/ä b.tidemark").toStdString());
  QVERIFY2(read, read ? "" : read.error().line().c_str());
  QCOMPARE(QString::fromStdString(read->timeline), QStringLiteral("/data/ä b.tidemark"));
  ViewRequest seen = read->request;
  if (request.screen != Screen::tide) seen.tide = request.tide;  // other screens ignore what is said beside
  if (request.screen != Screen::path) seen.path = request.path;
  if (request.screen != Screen::align) seen.table = request.table;
  QCOMPARE(seen, request);
}

void TestGoTo::links_that_lie_are_refused_data() {
  QTest::addColumn<QByteArray>("link");
  const auto add = [](const char* name, const QByteArray& link) { QTest::newRow(name) << link; };
  add("another scheme", "https://v1/tide");
  add("another version", "tidemark://v2/tide");
  add("no screen", "tidemark://v1/");
  add("unknown screen", "tidemark://v1/nothing");
  add("a user", "tidemark://me:secret@v1/tide");
  add("no number", "tidemark://v1/tide?partition=one");
  add("below nothing", "tidemark://v1/tide?partition=-1");
  add("too high", "tidemark://v1/tide?partition=4294967296");
  add("no time", "tidemark://v1/tide?to=yesterday");
  add("no window", "tidemark://v1/tide?span=0s");
  add("for ever", "tidemark://v1/tide?span=99999999d");
  add("too long", "tidemark://v1/tide?topic=" + QByteArray(9000, 'a'));
  add("not a text", "tidemark://v1/%zz");
}

void TestGoTo::links_that_lie_are_refused() {
  QFETCH(QByteArray, link);
  const auto read = shell::read_link(link.toStdString());
  QVERIFY(!read);
  QVERIFY(read.error().code == ErrorCode::usage);
  QVERIFY(!read.error().line().contains('\n'));
}

void TestGoTo::a_copied_link_opens_the_same_view() {
  const auto window = opened();
  choose(palette(*window, "go.place"), QStringLiteral("ledger / payments"));
  QTest::keyClick(window.get(), Qt::Key_W);
  window->commands()->action("view.copy-link")->trigger();
  const QString link = QApplication::clipboard()->text();
  MainWindow other;
  QVERIFY(other.open_link(link.toStdString()));
  other.show();
  QCOMPARE(other.request().screen, Screen::path);
  QCOMPARE(other.request().path->group, GroupId("ledger"));
  QCOMPARE(other.request().span, window->request().span);
  QVERIFY(!other.open_link("tidemark://v1/nowhere"));
}

void TestGoTo::the_start_page_opens_what_was_open() {
  {
    const auto window = opened();
  }  // is remembered
  for (const bool dark : {false, true}) {
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    MainWindow window;
    window.resize(1280, 720);
    window.show_start();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    test::picture(window, dark ? QStringLiteral("start-dark") : QStringLiteral("start-light"));
    auto* recent = window.findChild<QListWidget*>();
    QVERIFY(recent->isVisible());
    QVERIFY(recent->item(0)->text().startsWith(QStringLiteral("lake\n")));
    QTest::keyClick(recent, Qt::Key_Return);
    window.show_screen(Screen::lag);
    QTRY_VERIFY(window.pages()->get<views::LagPage>()->model().rowCount() > 0);
    QVERIFY(!recent->isVisible());
  }
  theme::apply(*qApp, theme::Mode::light);
}

void TestGoTo::the_start_page_forgets() {
  shell::remember_file(folder_.filePath(QStringLiteral("gone.tidemark")));
  MainWindow window;
  window.resize(1280, 720);
  window.show_start();
  window.show();
  QVERIFY(QTest::qWaitForWindowExposed(&window));
  auto* recent = window.findChild<QListWidget*>();
  const int before = recent->count();
  QVERIFY(recent->item(0)->text().contains(QStringLiteral("is gone")));
  test::picture(window, QStringLiteral("start-gone"));
  QTest::keyClick(recent, Qt::Key_Delete);
  QCOMPARE(recent->count(), before - 1);
  QVERIFY(!recent->item(0) || !recent->item(0)->text().contains(QStringLiteral("is gone")));
}

void TestGoTo::pictures_data() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<QString>("typed");
  for (const bool dark : {false, true}) {
    QTest::addRow("palette-%s", dark ? "dark" : "light") << dark << QString();
    QTest::addRow("palette-typed-%s", dark ? "dark" : "light") << dark << QStringLiteral("orders-0@4614000");
    QTest::addRow("palette-nothing-%s", dark ? "dark" : "light") << dark << QStringLiteral("no such thing");
  }
}

void TestGoTo::pictures() {
  QFETCH(bool, dark);
  QFETCH(QString, typed);
  theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
  const auto window = opened();
  Palette* list = palette(*window);
  list->type(typed);
  QCOMPARE(test::picture(*list, QString::fromLatin1(QTest::currentDataTag())).isNull(), false);
  theme::apply(*qApp, theme::Mode::light);
}

QTEST_MAIN(TestGoTo)
#include "tst_go_to.moc"
