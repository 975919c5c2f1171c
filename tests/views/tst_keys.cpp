// SPDX-License-Identifier: GPL-3.0-or-later
// The list of keys, and keys of one's own.
#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTreeWidget>

#include "app/actions/actions.h"
#include "app/shell/keys_dialog.h"
#include "app/shell/main_window.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/theme/theme.h"

using namespace tidemark;
using shell::KeysDialog;
using shell::MainWindow;

class TestKeys final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void no_two_commands_have_the_same_keys();
  void keys_of_ones_own_are_kept();
  void what_another_has_is_refused();
  void a_command_may_have_no_key();
  void a_word_finds_its_keys();
  void pictures();

 private:
  struct Opened {
    explicit Opened() {
      window.commands()->action("help.keys")->trigger();
      dialog = window.findChild<KeysDialog*>();
      list = dialog->findChild<QTreeWidget*>();
      keys = dialog->findChild<QKeySequenceEdit*>();
    }
    void select(const QString& command) const {
      for (auto* item : list->findItems(command, Qt::MatchExactly | Qt::MatchRecursive))
        if (item->parent()) list->setCurrentItem(item);
    }
    QPushButton* button(const QString& words) const {
      for (auto* one : dialog->findChildren<QPushButton*>())
        if (one->text() == words) return one;
      qFatal("no button %s", qPrintable(words));
    }
    MainWindow window;
    KeysDialog* dialog;
    QTreeWidget* list;
    QKeySequenceEdit* keys;
  };
  QTemporaryDir folder_;
};

void TestKeys::initTestCase() {
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
  install_words(*qApp, QLocale(QLocale::English));
  theme::apply(*qApp, theme::Mode::light);
}

void TestKeys::no_two_commands_have_the_same_keys() {
  const MainWindow window;
  for (const actions::Command& command : window.commands()->commands())
    for (const QKeySequence& keys : actions::own_keys(command))
      QCOMPARE(QByteArray(window.commands()->owner_of(keys)->id), QByteArray(command.id));
}

void TestKeys::keys_of_ones_own_are_kept() {
  const Opened opened;
  opened.select(QStringLiteral("Zoom in"));
  opened.keys->setKeySequence(QKeySequence(QStringLiteral("Ctrl+Shift+9")));
  opened.button(QStringLiteral("Use"))->click();
  QCOMPARE(opened.list->currentItem()->text(1), QStringLiteral("Ctrl+Shift+9"));
  const MainWindow next;
  const QAction* zoom = next.commands()->action("time.zoom-in");
  QCOMPARE(zoom->shortcuts(), QList<QKeySequence>{QKeySequence(QStringLiteral("Ctrl+Shift+9"))});
  QVERIFY(zoom->toolTip().contains(QStringLiteral("Ctrl+Shift+9")));
  opened.button(QStringLiteral("As delivered"))->click();
  QCOMPARE(MainWindow().commands()->action("time.zoom-in")->shortcuts().size(), 2);
}

void TestKeys::what_another_has_is_refused() {
  const Opened opened;
  opened.select(QStringLiteral("Zoom in"));
  opened.keys->setKeySequence(QKeySequence(Qt::Key_D));
  QVERIFY(!opened.button(QStringLiteral("Use"))->isEnabled());
  const auto labels = opened.dialog->findChildren<QLabel*>();
  QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) { return label->text().startsWith("Later has these"); }));
  opened.select(QStringLiteral("Later"));
  opened.keys->setKeySequence(QKeySequence(Qt::Key_D));  // its own
  QVERIFY(opened.button(QStringLiteral("Use"))->isEnabled());
}

void TestKeys::a_command_may_have_no_key() {
  const Opened opened;
  opened.select(QStringLiteral("Dark"));
  opened.button(QStringLiteral("No key"))->click();
  QVERIFY(MainWindow().commands()->action("view.dark")->shortcuts().isEmpty());
  opened.button(QStringLiteral("As delivered"))->click();
  QVERIFY(!MainWindow().commands()->action("view.dark")->shortcuts().isEmpty());
}

void TestKeys::a_word_finds_its_keys() {
  const Opened opened;
  opened.dialog->findChild<QLineEdit*>()->setText(QStringLiteral("ctrl+p"));
  QStringList shown;
  for (QTreeWidgetItemIterator at(opened.list, QTreeWidgetItemIterator::NotHidden); *at; ++at)
    if ((*at)->parent()) shown << (*at)->text(0);
  QCOMPARE(shown, QStringList{"Go to"});
}

void TestKeys::pictures() {
  for (const bool dark : {false, true}) {
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    const Opened opened;
    opened.select(QStringLiteral("Zoom in"));
    opened.keys->setKeySequence(QKeySequence(Qt::Key_D));
    QVERIFY(QTest::qWaitForWindowExposed(opened.dialog));
    QVERIFY(opened.dialog->height() <= 680);
    test::picture(*opened.dialog, dark ? QStringLiteral("keys-dark") : QStringLiteral("keys-light"));
  }
  theme::apply(*qApp, theme::Mode::light);
}

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
