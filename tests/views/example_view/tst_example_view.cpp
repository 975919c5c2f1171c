// SPDX-License-Identifier: GPL-3.0-or-later
// A view that is one folder and one line: everything the window does with a view, it does with this one.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QTest>

#include "app/actions/actions.h"
#include "app/shell/all_views.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "app/shell/view_link.h"
#include "tests/views/loaded.h"
#include "translations/words.h"
#include "views/gaps/gaps_page.h"
#include "views/theme/theme.h"
#include "views/widgets/nav_bar.h"

using namespace tidemark;
using shell::MainWindow;

class TestExampleView final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void its_key_shows_what_it_loads();
  void its_link_leads_to_it();
  void it_is_a_place_of_the_way_back();
  void its_copy_carries_its_command();

 private:
  std::unique_ptr<MainWindow> shown();
  static views::RowView* rows(const MainWindow& window) { return window.pages()->get<views::GapsPage>()->table(); }

  QTemporaryDir folder_;
  std::string timeline_;
};

void TestExampleView::initTestCase() {
  install_words(*qApp, QLocale(QLocale::English));
  theme::apply(*qApp, theme::Mode::light);
  timeline_ = folder_.filePath(QStringLiteral("lanes.tidemark")).toStdString();
  test::play_into(test::text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lanes.json")),
                  timeline_);
}

std::unique_ptr<MainWindow> TestExampleView::shown() {
  auto window = std::make_unique<MainWindow>();
  window->open(timeline_);
  window->show();
  if (!QTest::qWaitForWindowExposed(window.get())) qFatal("no window");
  QTest::keyClick(window.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
  if (!QTest::qWaitFor([&] { return rows(*window)->rows()->rowCount() > 0; }, 30'000)) qFatal("no rows");
  return window;
}

void TestExampleView::its_key_shows_what_it_loads() {
  const auto window = shown();
  QCOMPARE(window->request().screen.id, std::string_view("gaps"));
  QCOMPARE(rows(*window)->rows()->rowCount(), 8);
  const auto* action = window->commands()->action("go.gaps");
  QVERIFY(action->isChecked());
  const auto buttons = window->findChildren<views::NavButton*>();
  QCOMPARE(buttons.size(), static_cast<qsizetype>(shell::all_views().size()) + 1);  // and the findings
  QCOMPARE(buttons.back()->text(), QStringLiteral("Gaps"));
  QCOMPARE(buttons.back()->accessibleDescription(), QStringLiteral("8"));
}

void TestExampleView::its_link_leads_to_it() {
  const auto link = shell::read_link(shell::link_to(shown()->request(), timeline_).toStdString());
  QVERIFY(link);
  QCOMPARE(link->request.screen.id, std::string_view("gaps"));
  QVERIFY(shell::all_view_names().ends_with(", sources, gaps"));
}

void TestExampleView::it_is_a_place_of_the_way_back() {
  const auto window = shown();
  window->show_screen(Screen::lag);
  window->commands()->action("go.back")->trigger();
  QCOMPARE(window->request().screen.id, std::string_view("gaps"));
}

void TestExampleView::its_copy_carries_its_command() {
  const auto window = shown();
  rows(*window)->selectAll();
  window->commands()->action("rows.copy")->trigger();
  const QString copied = QApplication::clipboard()->text();
  QVERIFY2(copied.contains(QStringLiteral("| sink metrics |")), qPrintable(copied));
  QVERIFY2(copied.contains(QStringLiteral("tidemark sources --timeline ")), qPrintable(copied));
}

QTEST_MAIN(TestExampleView)
#include "tst_example_view.moc"
