// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "app/actions/actions.h"
#include "app/shell/look.h"
#include "app/shell/main_window.h"

using namespace tidemark;
using namespace tidemark::shell;

class TestLook final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void without_a_choice_the_desktop_decides();
  void a_choice_is_shown_at_once_and_remembered();
  void what_the_desktop_says_is_no_choice();
  void nonsense_in_the_file_is_no_choice();
  void the_command_shows_and_changes_the_theme();
  void the_desktop_is_followed_until_there_is_a_choice();

 private:
  static bool dark() { return theme::Theme(QApplication::palette()).dark(); }
  // Of the real window, as drawn.
  static bool dark(QWidget& window) { return window.grab().toImage().pixelColor(400, 400).lightnessF() < 0.5; }
  QString file() const { return folder_->filePath(QStringLiteral("tidemark/window.ini")); }

  std::unique_ptr<QTemporaryDir> folder_;
};

// The offscreen platform's desktop is light.
void TestLook::init() {
  folder_ = std::make_unique<QTemporaryDir>();
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_->path());
  theme::apply(*qApp, theme::Mode::system);
  QVERIFY(!dark());
}

void TestLook::without_a_choice_the_desktop_decides() {
  QCOMPARE(chosen_look(), theme::Mode::system);
  QVERIFY(!QFile::exists(file()));  // asking writes nothing
}

void TestLook::a_choice_is_shown_at_once_and_remembered() {
  MainWindow window;
  window.resize(800, 600);
  window.show();
  QVERIFY(!dark(window));
  choose_look(*qApp, true);
  QVERIFY(dark(window));
  QCOMPARE(chosen_look(), theme::Mode::dark);
  QVERIFY(QFile::exists(file()));
  theme::apply(*qApp, chosen_look());  // as the next start does
  QVERIFY(dark(window));
}

void TestLook::what_the_desktop_says_is_no_choice() {
  choose_look(*qApp, true);
  choose_look(*qApp, false);
  QVERIFY(!dark());
  QCOMPARE(chosen_look(), theme::Mode::system);
}

void TestLook::nonsense_in_the_file_is_no_choice() {
  choose_look(*qApp, true);
  QFile written(file());
  QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate));
  written.write("[General]\ntheme=mauve\n");
  written.close();
  QCOMPARE(chosen_look(), theme::Mode::system);
  QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate));
  written.write(QByteArray("\0\xff[[=\n\n%", 9));
  written.close();
  QCOMPARE(chosen_look(), theme::Mode::system);
}

void TestLook::the_command_shows_and_changes_the_theme() {
  theme::apply(*qApp, theme::Mode::dark);
  MainWindow window;
  QAction* command = window.commands()->action("view.dark");
  QVERIFY(command->isChecked());
  command->trigger();
  QVERIFY(!dark());
  QVERIFY(!command->isChecked());
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
  QVERIFY(dark());
  QVERIFY(command->isChecked());
  QCOMPARE(chosen_look(), theme::Mode::dark);
}

void TestLook::the_desktop_is_followed_until_there_is_a_choice() {
  MainWindow window;
  window.show();
  theme::apply(*qApp, theme::Mode::dark);  // what the desktop said before
  QTRY_VERIFY(window.commands()->action("view.dark")->isChecked());
  QEvent changed(QEvent::ThemeChange);
  QCoreApplication::sendEvent(&window, &changed);
  QVERIFY(!dark());
  QTRY_VERIFY(!window.commands()->action("view.dark")->isChecked());
  choose_look(*qApp, true);
  QCoreApplication::sendEvent(&window, &changed);
  QVERIFY(dark());
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"
