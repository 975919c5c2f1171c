// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over real timeline files: opened while they are written, driven by keys, looked at.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <ctime>

#include "app/actions/actions.h"
#include "app/session/people.h"
#include "app/shell/all_views.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "models/items/tree_model.h"
#include "models/logbook/logbook.h"
#include "tests/items/findings.h"
#include "tests/items/rows.h"
#include "tests/views/pictures.h"
#include "tests/views/timelines.h"
#include "translations/words.h"
#include "views/findings/findings_dock.h"
#include "views/home/home_page.h"
#include "views/incident/incident_page.h"
#include "views/incident/lanes_view.h"
#include "views/lag/lag_page.h"
#include "views/theme/theme.h"
#include "views/tide/tide_page.h"
#include "views/tide/tide_view.h"
#include "views/topics/topics_page.h"
#include "views/widgets/headline.h"

using namespace tidemark;
using shell::MainWindow;

class TestWindow final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void pictures_in_light_and_dark_data();
  void pictures_in_light_and_dark();
  void it_opens_a_timeline_that_is_being_written();
  void a_missing_file_is_said_and_opened_once_it_is_there();
  void every_control_has_a_name();
  void keys_move_time_and_screens();
  void a_row_opens_its_chart_and_a_click_its_journey();
  void a_refresh_moves_neither_selection_nor_scroll();
  void a_refresh_of_ten_thousand_rows_moves_nothing();
  void the_filter_finds_and_escape_clears();
  void a_copy_carries_its_command();
  void findings_are_counted_opened_and_left();
  void a_finding_leads_to_its_evidence();
  void a_late_path_leads_to_its_incident();
  void a_snooze_stands_in_the_logbook();
  void ten_thousand_rows_block_nothing();
  void nothing_recorded_says_what_to_do();

 private:
  std::unique_ptr<MainWindow> opened(const QString& timeline, QSize size = {1440, 900});
  static bool has_rows(const MainWindow& window);

  QString stalled();  // a timeline with findings
  static QToolButton* counter(const MainWindow& window) {
    return window.findChild<QToolButton*>(QStringLiteral("counter"));
  }

  QTemporaryDir folder_;
  QString lake_;
};

void TestWindow::initTestCase() {
  install_words(*qApp, QLocale(QLocale::English));
  theme::apply(*qApp, theme::Mode::light);
  lake_ = folder_.filePath(QStringLiteral("lake.tidemark"));
  test::play_into(test::lake_story(), lake_.toStdString());
}

bool TestWindow::has_rows(const MainWindow& window) {
  return window.pages()->get<views::LagPage>()->model().rowCount() > 0;
}

std::unique_ptr<MainWindow> TestWindow::opened(const QString& timeline, QSize size) {
  auto window = std::make_unique<MainWindow>();
  window->resize(size);
  window->open(timeline.toStdString());
  window->show_screen(Screen::lag);
  window->show();
  if (!QTest::qWaitForWindowExposed(window.get())) qFatal("no window");
  if (!QTest::qWaitFor([&] { return has_rows(*window); }, 10'000)) qFatal("no rows");
  return window;
}

void TestWindow::pictures_in_light_and_dark_data() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<QByteArray>("screen");
  for (const bool dark : {false, true})
    for (const auto& [screen, name] :
         {std::pair(Screen::lag, "lag"), std::pair(Screen::tide, "tide"), std::pair(Screen::topics, "topics"),
          std::pair(Screen::sources, "sources"), std::pair(Screen::align, "align"),
          std::pair(Screen::connectors, "connectors"), std::pair(Screen::path, "path"), std::pair(Screen::home, "home"),
          std::pair(Screen::incident, "incident")})
      QTest::addRow("window-%s-%s", name, dark ? "dark" : "light")
          << dark << QByteArray::fromStdString(std::string(screen.id));
}

void TestWindow::pictures_in_light_and_dark() {
  QFETCH(bool, dark);
  QFETCH(QByteArray, screen);
  const auto shown = shell::screen_named(screen.toStdString());
  QVERIFY(shown);
  theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
  const auto window = opened(lake_);
  QSignalSpy measured(window->pages()->get<views::TidePage>()->view(), &views::TideView::measured);
  if (*shown == Screen::tide) {
    emit window->pages()->tide_asked({ClusterName("prod"), TopicName("orders"), PartitionId(0), {}, {}});
    QTRY_VERIFY(window->pages()->get<views::TidePage>()->view()->chart());
    window->pages()->get<views::TidePage>()->view()->set_crosshair(parse_rfc3339("2026-01-01T02:50:00Z"));
    emit window->pages()->get<views::TidePage>()->journey_asked(*parse_rfc3339("2026-01-01T02:36:00Z"), 4'614'000);
    QTest::qWait(400);
  } else {
    window->show_screen(*shown);
    QTest::qWait(300);
  }
  const QImage image = test::picture(*window, QString::fromLatin1(QTest::currentDataTag()));
  QCOMPARE(image.size(), QSize(1440, 900));
  const QColor corner = image.pixelColor(300, 60);
  QCOMPARE(corner.lightnessF() < 0.5, dark);
  theme::apply(*qApp, theme::Mode::light);
}

void TestWindow::it_opens_a_timeline_that_is_being_written() {
  const SystemClock clock;
  const std::string path = folder_.filePath(QStringLiteral("live.tidemark")).toStdString();
  auto writer = TimelineWriter::open(path, {}, clock);
  QVERIFY(writer);
  TimelineWriter& sink = **writer;
  const LaneId lane = sink.lane({{"kafka", "prod", ClusterName("prod")}, "offsets", Millis(10'000)});
  const Object partition = object::partition({TopicName("orders"), PartitionId(0)});
  const SeriesId high = sink.series(lane, {signal::high, partition, "records", 0});
  const SeriesId stable = sink.series(lane, {signal::stable, partition, "records", 0});
  const SeriesId group = sink.series(lane, {signal::group(GroupId("g")), partition, "records", 0});
  const LocalTime start = clock.now() - std::chrono::minutes(10);
  const auto push = [&](int n) {
    Poll poll;
    poll.lane = lane;
    poll.wall = start + Millis(n * 10'000LL);
    poll.mono = MonoTime(Millis(1'000'000 + n * 10'000LL));
    poll.boot = "boot";
    poll.due = poll.answered = 3;
    poll.samples = {{high, 1000 + n * 100LL}, {stable, 1000 + n * 100LL}, {group, 1000 + n * 90LL}};
    QVERIFY(sink.push(std::move(poll)));
    QVERIFY(sink.flush());
  };
  for (int n = 0; n < 20; ++n) push(n);
  const auto window = opened(QString::fromStdString(path));
  const auto unread = [&] {
    const auto& model = window->pages()->get<views::LagPage>()->model();
    return model.index(0, LagModel::unread).data().toString();
  };
  QTRY_COMPARE(unread(), QStringLiteral("190"));
  for (int n = 20; n < 30; ++n) push(n);
  QTRY_COMPARE(unread(), QStringLiteral("290"));
  QVERIFY((*writer)->close());
}

void TestWindow::a_missing_file_is_said_and_opened_once_it_is_there() {
  const QString path = folder_.filePath(QStringLiteral("later.tidemark"));
  MainWindow window;
  window.open(path.toStdString());
  window.show();
  const auto trouble = [&] {
    for (const QLabel* label : window.findChildren<QLabel*>())
      if (label->accessibleName() == QStringLiteral("Trouble") && label->isVisible()) return label->text();
    return QString();
  };
  QTRY_VERIFY(trouble().contains(QStringLiteral("no such timeline")));
  QVERIFY(!QFile::exists(path));  // looking makes no file
  QVERIFY(QFile::copy(lake_, path));
  window.show_screen(Screen::lag);
  QTRY_VERIFY_WITH_TIMEOUT(has_rows(window), 5'000);
  QVERIFY(trouble().isEmpty());
}

void TestWindow::every_control_has_a_name() {
  const auto window = opened(lake_);
  emit window->pages()->tide_asked({ClusterName("prod"), TopicName("orders"), PartitionId(0), {}, {}});
  QTRY_VERIFY(window->pages()->get<views::TidePage>()->view()->chart());
  window->commands()->action("help.keys")->trigger();
  QTRY_VERIFY(window->findChild<QDialog*>());
  QStringList unnamed;
  int seen = 0;
  for (const QWidget* widget : window->findChildren<QWidget*>()) {
    // Parts that Qt itself puts into its own widgets have no name of their own.
    const QString type = QString::fromLatin1(widget->metaObject()->className());
    const bool inner = type.startsWith(QStringLiteral("QComboBox")) ||
                       type == QStringLiteral("QComboBoxPrivateContainer") ||
                       type == QStringLiteral("QLineEditIconButton") ||
                       (widget->parentWidget() && qobject_cast<QComboBox*>(widget->parentWidget()->parentWidget()));
    const bool control = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
                         qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
                         qobject_cast<const QLabel*>(widget) || widget->focusPolicy() != Qt::NoFocus;
    if (!control || (inner && !qobject_cast<const QComboBox*>(widget))) continue;
    ++seen;
    if (widget->accessibleName().isEmpty()) unnamed << type + QLatin1Char(' ') + widget->objectName();
  }
  QVERIFY(seen > 60);
  QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QStringLiteral(", "))));
}

void TestWindow::keys_move_time_and_screens() {
  const auto window = opened(lake_);
  QVERIFY(!window->request().to);
  QTest::keyClick(window.get(), Qt::Key_W);
  QCOMPARE(window->request().span, Millis(30 * 60'000));
  QTest::keyClick(window.get(), Qt::Key_A);
  QVERIFY(window->request().to);
  QTest::keyClick(window.get(), Qt::Key_D, Qt::ShiftModifier);
  QVERIFY(!window->request().to);
  QTest::keyClick(window.get(), Qt::Key_F);
  QCOMPARE(window->request().span, Millis(3'600'000));
  QTest::keyClick(window.get(), Qt::Key_A, Qt::ShiftModifier);
  QCOMPARE(*window->request().to, *parse_rfc3339("2026-01-01T03:10:00Z"));
  QTest::keyClick(window.get(), Qt::Key_5);
  QCOMPARE(window->request().screen, Screen::topics);
  QTRY_VERIFY(window->pages()->get<views::TopicsPage>()->model().rowCount() == 4);
  QTest::keyClick(window.get(), Qt::Key_8);
  QCOMPARE(window->request().screen, Screen::sources);
  QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);
  QCOMPARE(window->request().screen, Screen::schemas);
  QTest::keyClick(window.get(), Qt::Key_M, Qt::ControlModifier);
  QCOMPARE(window->request().screen, Screen::metrics);
  QTest::keyClick(window.get(), Qt::Key_2);
  QTest::keyClick(window.get(), Qt::Key_Slash);
  auto* filter = window->pages()->get<views::LagPage>()->findChild<QLineEdit*>();
  QTRY_VERIFY(filter->hasFocus());
  QTest::keyClicks(filter, QStringLiteral("was"));  // letters that are keys elsewhere
  QCOMPARE(filter->text(), QStringLiteral("was"));
  QCOMPARE(window->request().screen, Screen::lag);
}

void TestWindow::a_row_opens_its_chart_and_a_click_its_journey() {
  const auto window = opened(lake_);
  auto* table = window->pages()->get<views::LagPage>()->table();
  const QModelIndex row = window->pages()->get<views::LagPage>()->model().find("prod\nledger", "payments\n0");
  QVERIFY(row.isValid());
  table->setCurrentIndex(row);
  QTest::keyClick(table, Qt::Key_Return);
  QCOMPARE(window->request().screen, Screen::tide);
  views::TideView* view = window->pages()->get<views::TidePage>()->view();
  QTRY_VERIFY(view->chart() && view->chart()->selection.topic == TopicName("payments"));
  view->setFocus();
  view->set_crosshair(parse_rfc3339("2026-01-01T02:30:00Z"));
  QTest::keyClick(view, Qt::Key_Return);
  QVERIFY(window->request().record);
  const auto stages = [&] {
    QStringList texts;
    for (const QLabel* label : window->pages()->get<views::TidePage>()->findChildren<QLabel*>())
      if (label->accessibleName().endsWith(QStringLiteral(" at"))) texts << label->text();
    return texts;
  };
  QTRY_COMPARE(stages().size(), 3);  // produced, readable, ledger
  QVERIFY2(
      stages().front().startsWith(QStringLiteral("02:29:")) || stages().front().startsWith(QStringLiteral("02:30:")),
      qPrintable(stages().front()));
}

void TestWindow::a_refresh_moves_neither_selection_nor_scroll() {
  MainWindow window;
  window.show_screen(Screen::lag);
  window.resize(1200, 600);
  window.show();
  QVERIFY(QTest::qWaitForWindowExposed(&window));
  const auto data = [](int turn) {
    auto view = std::make_shared<ViewData>();
    view->request.screen = Screen::lag;
    view->lag = test::lag_branches(60, 5, turn * 60);
    return view;
  };
  window.show_data(data(0));
  auto* table = window.pages()->get<views::LagPage>()->table();
  const QModelIndex row = window.pages()->get<views::LagPage>()->model().find("prod\ngroup-7");
  table->setCurrentIndex(row);
  table->verticalScrollBar()->setValue(300);
  QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
  for (int turn = 1; turn < 6; ++turn) window.show_data(data(turn));
  QTest::qWait(20);
  QCOMPARE(table->verticalScrollBar()->value(), 300);
  QCOMPARE(table->currentIndex().data().toString(), QStringLiteral("group-7"));
  QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
  QCOMPARE(resets.count(), 0);
}

// All groups but one are open; groups come, go and trade places, partitions trade places; sorted and as they came.
void TestWindow::a_refresh_of_ten_thousand_rows_moves_nothing() {
  MainWindow window;
  window.show_screen(Screen::lag);
  window.resize(1200, 700);
  window.show();
  QVERIFY(QTest::qWaitForWindowExposed(&window));
  const auto show = [&](int groups, int turn) {
    auto view = std::make_shared<ViewData>();
    view->request.screen = Screen::lag;
    view->lag = test::lag_branches(groups, 50, turn);
    window.show_data(std::move(view));
    QCoreApplication::processEvents();
  };
  show(200, 0);
  auto* table = window.pages()->get<views::LagPage>()->table();
  const LagModel& model = window.pages()->get<views::LagPage>()->model();
  table->open_all();
  table->collapse(model.find("prod\ngroup-9"));
  QItemSelectionModel* chosen = table->selectionModel();
  const auto partition = [&](const char* group, const char* key) { return model.find(group, key); };
  chosen->setCurrentIndex(partition("prod\ngroup-120", "topic-3\n13"), QItemSelectionModel::NoUpdate);
  for (const QModelIndex& row : {partition("prod\ngroup-120", "topic-3\n13"), partition("prod\ngroup-7", "topic-0\n0"),
                                 model.find("prod\ngroup-44")})
    chosen->select(row, QItemSelectionModel::Select | QItemSelectionModel::Rows);
  QScrollBar* bar = table->verticalScrollBar();
  bar->setValue(bar->maximum() / 2);
  const int scrolled = bar->value();
  QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
  for (int turn = 1; turn < 10; ++turn) {
    if (turn == 5) table->rows()->sort(LagModel::lag, Qt::DescendingOrder);
    show(turn % 3 == 0 ? 190 : 200, turn * 37);
    QCOMPARE(bar->value(), scrolled);
    QCOMPARE(chosen->currentIndex(), partition("prod\ngroup-120", "topic-3\n13"));
    QCOMPARE(chosen->selectedRows().size(), 3);
    for (const QModelIndex& row : {partition("prod\ngroup-120", "topic-3\n13"),
                                   partition("prod\ngroup-7", "topic-0\n0"), model.find("prod\ngroup-44")})
      QVERIFY(row.isValid() && chosen->isSelected(row));
    QVERIFY(table->isExpanded(model.find("prod\ngroup-120")));
    QVERIFY(!table->isExpanded(model.find("prod\ngroup-9")));
  }
  QCOMPARE(resets.count(), 0);
}

void TestWindow::the_filter_finds_and_escape_clears() {
  const auto window = opened(lake_);
  auto* page = window->pages()->get<views::LagPage>();
  page->set_filter(QStringLiteral("clicks"));
  QCOMPARE(page->model().rowCount(), 2);
  page->set_filter(QStringLiteral("nowhere"));
  QCOMPARE(page->model().rowCount(), 0);
  const auto words = [&] {
    for (const QLabel* label : page->findChildren<QLabel*>())
      if (label->accessibleName() == QStringLiteral("Why nothing is shown") && label->isVisible()) return label->text();
    return QString();
  };
  QTRY_VERIFY(words().contains(QStringLiteral("nowhere")));
  QTest::keyClick(page, Qt::Key_Escape);
  QCOMPARE(page->model().rowCount(), 5);
}

void TestWindow::a_copy_carries_its_command() {
  const auto window = opened(lake_);
  auto* table = window->pages()->get<views::LagPage>()->table();
  table->setCurrentIndex(window->pages()->get<views::LagPage>()->model().find("prod\nledger"));
  window->commands()->action("rows.copy")->trigger();
  const QString markdown = QApplication::clipboard()->text();
  QVERIFY2(markdown.contains(QStringLiteral("| ledger 1 partition |")), qPrintable(markdown));
  QVERIFY(markdown.contains(QStringLiteral("tidemark lag --timeline ")));
  QVERIFY(markdown.contains(QStringLiteral("--at 2026-01-01T03:10:00.000Z")));
  QVERIFY(markdown.contains(QStringLiteral("coverage 97")));
  QVERIFY(!markdown.contains(QStringLiteral("sessionizer")));
  window->commands()->action("rows.copy-tsv")->trigger();
  const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
  QCOMPARE(lines[0].count(QLatin1Char('\t')), lines[1].count(QLatin1Char('\t')));
  QVERIFY(lines.last().isEmpty() && lines[lines.size() - 2].startsWith(QStringLiteral("# tidemark lag")));
}

QString TestWindow::stalled() {
  const QString path = folder_.filePath(QStringLiteral("stalled.tidemark"));
  if (!QFile::exists(path))
    test::play_into(test::text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-stalled.json")),
                    path.toStdString());
  return path;
}

void TestWindow::findings_are_counted_opened_and_left() {
  MainWindow fresh;
  QCOMPARE(counter(fresh)->text(), QStringLiteral("○ findings unknown"));
  const auto window = opened(stalled());
  QTRY_COMPARE(counter(*window)->text(), QStringLiteral("◆ 5 errors · ▲ 3 warnings"));
  QVERIFY(!window->findings()->isVisible());
  auto* table = window->pages()->get<views::LagPage>()->table();
  QTest::keyClick(window.get(), Qt::Key_9);
  QVERIFY(window->findings()->isVisible());
  QTRY_VERIFY(window->findings()->table()->hasFocus());
  QTRY_COMPARE(window->findings()->findChild<QTextEdit*>()->verticalScrollBar()->value(), 0);
  QApplication::processEvents();
  test::picture(*window, QStringLiteral("window-findings"));
  window->commands()->action("rows.copy")->trigger();
  const QString copied = QApplication::clipboard()->text();
  QVERIFY2(copied.contains(QStringLiteral("tidemark diagnose --timeline ")), qPrintable(copied));
  QVERIFY(copied.contains(QStringLiteral("| error |")) && copied.contains(QStringLiteral("| R01 leads |")));
  QTest::keyClick(window->findings()->table(), Qt::Key_Escape);
  QTRY_VERIFY(table->hasFocus());
  QVERIFY(window->findings()->isVisible());
  // The key of what is seen goes there, and from there closes it.
  QTest::keyClick(window.get(), Qt::Key_9);
  QTRY_VERIFY(window->findings()->table()->hasFocus());
  QTest::keyClick(window->findings()->table(), Qt::Key_9);
  QVERIFY(!window->findings()->isVisible());
  QVERIFY(!window->commands()->action("view.findings")->isChecked());
  counter(*window)->click();
  for (const shell::View& view : shell::all_views()) {
    window->show_screen(view.screen);
    QApplication::processEvents();
    QVERIFY2(window->minimumSizeHint().height() <= 680,
             qPrintable(QLatin1String(view.command.id) + QLatin1Char(' ') +
                        QString::number(window->minimumSizeHint().height())));
  }
  QVERIFY(window->findings()->isVisible() && window->commands()->action("view.findings")->isChecked());
  // What was found at another time than is shown says so.
  auto older = std::make_shared<ViewData>();
  older->request = window->request();
  older->at = test::judged_at + std::chrono::minutes(5);
  older->findings = test::three_findings();
  window->show_data(older);
  QCOMPARE(counter(*window)->text(), QStringLiteral("◆ 1 error · ▲ 1 warning at 03:00:00"));
}

void TestWindow::a_finding_leads_to_its_evidence() {
  const auto window = opened(stalled());
  QTRY_VERIFY(window->findings()->model().rowCount() == 8);
  QTest::keyClick(window.get(), Qt::Key_9);
  auto* table = window->findings()->table();
  const auto open = [&](const char* rule, const char* topic) {
    for (int i = 0; i < table->rows()->rowCount(); ++i) {
      const QModelIndex index = table->rows()->index(i, FindingModel::rule);
      const QString where = index.siblingAtColumn(FindingModel::where).data().toString();
      if (index.data().toString() != QLatin1String(rule) || !where.contains(QLatin1String(topic))) continue;
      table->setCurrentIndex(index);
      QTest::keyClick(table, Qt::Key_Return);
    }
  };
  open("R13", "orders");
  QCOMPARE(window->request().screen, Screen::align);
  QCOMPARE(window->request().table->table, TableName("lake.orders"));
  open("R11b", "orders");
  QCOMPARE(window->request().screen, Screen::connectors);
  open("R01", "support");
  QCOMPARE(window->request().screen, Screen::path);
  QCOMPARE(window->request().path->group, GroupId("support-index-builder-production-eu-central-1-blue"));
  QVERIFY(window->findings()->isVisible());  // beneath every page
}

void TestWindow::a_late_path_leads_to_its_incident() {
  const auto window = opened(stalled());
  window->show_screen(Screen::home);
  auto* rows = window->pages()->get<views::HomePage>()->table();
  QTRY_VERIFY(rows->rows()->rowCount() > 0);
  QModelIndex late;
  for (int i = 0; i < rows->rows()->rowCount(); ++i) {
    const QModelIndex parent = rows->rows()->index(i, 0);
    for (int k = 0; k < rows->rows()->rowCount(parent); ++k)
      if (const QModelIndex path = rows->rows()->index(k, 0, parent);
          path.data().toString() == QStringLiteral("orders → lake.orders"))
        late = path;
  }
  QVERIFY(late.isValid());
  rows->setCurrentIndex(late);
  const auto since = window->pages()->get<views::HomePage>()->late_since();
  QVERIFY(since);
  QTest::keyClick(rows, Qt::Key_I);
  QCOMPARE(window->request().screen, Screen::incident);
  QVERIFY(window->request().incident);
  QVERIFY(window->request().incident->from < *since && window->request().incident->to > *since);
  views::IncidentPage* page = window->pages()->get<views::IncidentPage>();
  QTRY_VERIFY(page->lanes()->shown() > 0);
  QVERIFY2(page->said().detail.contains(QStringLiteral("Moved first")), qPrintable(page->said().detail));
  QTest::keyClick(page->lanes(), Qt::Key_U);
  QVERIFY(page->lanes()->all());
  QTest::keyClick(page->lanes(), Qt::Key_Period);
  QVERIFY(page->lanes()->crosshair());
  QTest::keyClick(page->lanes(), Qt::Key_Escape);  // the crosshair
  QTest::keyClick(page->lanes(), Qt::Key_Escape);  // the window
  QVERIFY(!window->request().incident);
}

void TestWindow::a_snooze_stands_in_the_logbook() {
  const auto window = opened(stalled());
  const auto error = QStringLiteral("◆ 5 errors · ▲ 3 warnings");
  QTRY_COMPARE(counter(*window)->text(), error);
  const std::string id = window->findings()->model().parent_row(0).id;
  emit window->findings()->snooze_asked({id, SystemClock().now() + std::chrono::hours(1), "ann", "known"});
  QTRY_COMPARE(counter(*window)->text(), QStringLiteral("◆ 4 errors · ▲ 3 warnings"));
  const auto snoozed = snoozed_findings(stalled().toStdString(), SystemClock().now());
  QVERIFY(snoozed && snoozed->size() == 1 && snoozed->front().finding == id);
  emit window->findings()->snooze_asked({id, SystemClock().now(), "ann", {}});
  QTRY_COMPARE(counter(*window)->text(), error);
  // One that cannot be written is said.
  QFile logbook(QString::fromStdString(logbook_path(stalled().toStdString())));
  QVERIFY(logbook.open(QIODevice::WriteOnly));
  logbook.write(QByteArray(10'000, 'x'));
  logbook.close();
  emit window->findings()->snooze_asked({id, SystemClock().now() + std::chrono::hours(1), "ann", {}});
  const auto trouble = [&] {
    for (const QLabel* label : window->findChildren<QLabel*>())
      if (label->accessibleName() == QStringLiteral("Trouble") && label->isVisible()) return label->text();
    return QString();
  };
  QTRY_VERIFY(trouble().contains(QStringLiteral("logbook")));
  QTRY_VERIFY(window->findings()->said().detail.contains(QStringLiteral("logbook")));
  QCOMPARE(counter(*window)->text(), error);
  QVERIFY(logbook.remove());
}

void TestWindow::ten_thousand_rows_block_nothing() {
  MainWindow window;
  window.show_screen(Screen::lag);
  window.resize(1440, 900);
  window.show();
  QVERIFY(QTest::qWaitForWindowExposed(&window));
  std::vector<qint64> applied;
  std::vector<qint64> painted;
  // Of this thread alone: another program's load is not ours.
  const auto processor_us = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<qint64>(time.tv_sec) * 1'000'000 + time.tv_nsec / 1000;
  };
  for (int turn = 0; turn < 12; ++turn) {
    auto view = std::make_shared<ViewData>();
    view->request.screen = Screen::lag;
    view->lag = test::lag_branches(200, 50, turn);
    qint64 began = processor_us();
    window.show_data(std::move(view));
    applied.push_back(processor_us() - began);
    if (turn == 0) {
      window.pages()->get<views::LagPage>()->table()->open_all();
      QCoreApplication::processEvents();
      test::picture(window, QStringLiteral("window-10000-rows"));
      continue;
    }
    began = processor_us();
    QCoreApplication::processEvents();
    painted.push_back(processor_us() - began);
  }
  std::ranges::sort(applied);
  std::ranges::sort(painted);
  qInfo("10,000 rows, all open: applied in %lld us (worst %lld), laid out and painted in %lld us (worst %lld)",
        applied[applied.size() / 2], applied.back(), painted[painted.size() / 2], painted.back());
#ifdef QT_NO_DEBUG
  // The quicker quarter: what runs on the other half of the same core takes its share of the rest.
  QVERIFY(applied[applied.size() / 4] < 8'000);
#endif
  QCOMPARE(window.pages()->get<views::LagPage>()->model().rowCount(), 200);
}

void TestWindow::nothing_recorded_says_what_to_do() {
  MainWindow window;
  window.resize(1200, 700);
  window.show();
  for (const Screen screen :
       {Screen::lag, Screen::topics, Screen::tide, Screen::sources, Screen::align, Screen::connectors, Screen::path,
        Screen::home, Screen::incident, Screen::replay, Screen::dead_letters, Screen::schemas, Screen::metrics,
        Screen::lag_map, Screen::table_files, Screen::scorecard}) {
    auto view = std::make_shared<ViewData>();
    view->request.screen = screen;
    view->lag = std::make_shared<const LagBranches>();
    view->topics = std::make_shared<const TopicBranches>();
    view->sources = std::make_shared<const SourceBranches>();
    view->tables = std::make_shared<const AlignBranches>();
    view->connectors = std::make_shared<const ConnectorBranches>();
    view->home = std::make_shared<const Home>();
    view->replays = std::make_shared<const Replays>();
    view->dead_letters = std::make_shared<const DeadLetterBranches>();
    view->schemas = std::make_shared<const Schemas>();
    view->metrics = std::make_shared<const Metrics>();
    view->lag_map = std::make_shared<const LagMap>();
    view->sheets = std::make_shared<const TableSheets>();
    view->review = std::make_shared<const ReviewView>();
    window.show_screen(screen);
    window.show_data(std::move(view));
    bool said = false;
    for (const QLabel* label : window.findChildren<QLabel*>())
      said = said || (label->isVisible() && label->text().contains(QStringLiteral("tidemark ")));
    QVERIFY(said);
    QCoreApplication::processEvents();
    test::picture(window, QStringLiteral("window-empty-%1").arg(QString::fromStdString(std::string(screen.id))));
  }
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
