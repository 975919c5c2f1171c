// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a timeline, asked for and changed in the window: what a change deletes is said before it is made, one
// that cannot be made is refused and changes nothing.
#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "app/actions/actions.h"
#include "app/shell/keep_dialog.h"
#include "app/shell/main_window.h"
#include "models/timeline/keep.h"
#include "tests/views/pictures.h"
#include "tests/views/timelines.h"
#include "views/theme/theme.h"

using namespace tidemark;
using shell::KeepDialog;
using shell::MainWindow;

class TestKeep final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void init();
  void it_says_what_is_kept();
  void a_change_says_what_it_deletes_and_is_made();
  void what_is_no_duration_is_not_asked_for();
  void a_collector_that_writes_keeps_what_it_keeps();

 private:
  KeepDialog* opened(MainWindow& window) const;
  static QString said(const KeepDialog& dialog);
  static QLineEdit* field(const KeepDialog& dialog, int index);
  static QPushButton* apply(const KeepDialog& dialog);
  Retention stored() const { return what_it_keeps(file_.toStdString(), {})->retention; }

  QTemporaryDir folder_;
  QString file_;
};

void TestKeep::initTestCase() {
  theme::apply(*qApp, theme::Mode::light);
  QVERIFY(folder_.isValid());
}

// Four hours at a poll in ten seconds: two blocks are sealed.
void TestKeep::init() {
  file_ = folder_.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".tidemark"));
  test::play_into(R"({"schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000, "polls": 1440, "cluster": "c",
    "seed": 1, "series": [{"mark": "high", "topic": "t", "partition": 0, "start": 5, "rates": [[0, 70]]}]})",
                  file_.toStdString());
}

KeepDialog* TestKeep::opened(MainWindow& window) const {
  window.open(file_.toStdString());
  window.show();
  window.commands()->action("timeline.keep")->trigger();
  auto* dialog = window.findChild<KeepDialog*>();
  [&] { QTRY_VERIFY(!field(*dialog, 0)->text().isEmpty()); }();
  return dialog;
}

QString TestKeep::said(const KeepDialog& dialog) {
  for (const QLabel* label : dialog.findChildren<QLabel*>())
    if (label->accessibleName() == QStringLiteral("What a change deletes")) return label->text();
  return {};
}

QLineEdit* TestKeep::field(const KeepDialog& dialog, int index) { return dialog.findChildren<QLineEdit*>().at(index); }

QPushButton* TestKeep::apply(const KeepDialog& dialog) {
  return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Apply);
}

void TestKeep::it_says_what_is_kept() {
  MainWindow window;
  KeepDialog* dialog = opened(window);
  const Retention kept = stored();
  QCOMPARE(parse_duration(field(*dialog, 0)->text().toStdString()), std::optional(kept.raw));
  QCOMPARE(parse_duration(field(*dialog, 1)->text().toStdString()), std::optional(kept.five_minutes));
  QVERIFY2(said(*dialog).startsWith(QStringLiteral("Nothing is deleted. A day takes ")), qPrintable(said(*dialog)));
  QVERIFY(!apply(*dialog)->isEnabled());
  for (const bool dark : {false, true}) {
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    test::picture(*dialog, dark ? QStringLiteral("keep-dark") : QStringLiteral("keep-light"));
  }
  theme::apply(*qApp, theme::Mode::light);
}

void TestKeep::a_change_says_what_it_deletes_and_is_made() {
  MainWindow window;
  KeepDialog* dialog = opened(window);
  field(*dialog, 0)->selectAll();
  QTest::keyClicks(field(*dialog, 0), QStringLiteral("1h"));
  QTRY_VERIFY2(said(*dialog).contains(QStringLiteral("samples from before 2026-01-01 02:59:50")),
               qPrintable(said(*dialog)));
  QVERIFY(stored().raw > std::chrono::hours(1));  // looked at, not done
  test::picture(*dialog, QStringLiteral("keep-deletes"));
  QTRY_VERIFY(apply(*dialog)->isEnabled());
  QTest::mouseClick(apply(*dialog), Qt::LeftButton);
  QTRY_VERIFY(!window.findChild<KeepDialog*>());
  QCOMPARE(stored().raw, Millis(std::chrono::hours(1)));
}

void TestKeep::what_is_no_duration_is_not_asked_for() {
  MainWindow window;
  KeepDialog* dialog = opened(window);
  field(*dialog, 2)->selectAll();
  QTest::keyClicks(field(*dialog, 2), QStringLiteral("5"));
  QVERIFY2(said(*dialog).contains(QStringLiteral("not a size of at least 10 MB")), qPrintable(said(*dialog)));
  QVERIFY(!apply(*dialog)->isEnabled());
}

void TestKeep::a_collector_that_writes_keeps_what_it_keeps() {
  const SystemClock clock;
  auto writer = TimelineWriter::open(file_.toStdString(), {}, clock);
  QVERIFY(writer);
  MainWindow window;
  KeepDialog* dialog = opened(window);
  const Retention before = stored();
  field(*dialog, 0)->selectAll();
  QTest::keyClicks(field(*dialog, 0), QStringLiteral("2d"));
  QTRY_VERIFY(apply(*dialog)->isEnabled());
  QTest::mouseClick(apply(*dialog), Qt::LeftButton);
  QTRY_VERIFY2(said(*dialog).contains(QStringLiteral("another")), qPrintable(said(*dialog)));
  QCOMPARE(stored().raw, before.raw);
  QVERIFY((*writer)->close());
}

QTEST_MAIN(TestKeep)
#include "tst_keep.moc"
