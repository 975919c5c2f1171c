// SPDX-License-Identifier: GPL-3.0-or-later
// The walks of the window, step by step, without a bound on time (tests/bench/window/window_walk.cpp has one).
#include <QLocale>

#include "tests/views/reviews.h"
#include "tests/views/walks.h"
#include "translations/words.h"
#include "views/theme/theme.h"

using namespace tidemark;

class TestWalk final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
  }
  void from_the_start_page_to_a_journey();
  void from_a_scorecard_to_a_file();

 private:
  static QStringList names(const test::Walk& walk) {
    QStringList out;
    for (const auto& step : walk.steps()) out << QString::fromStdString(step.name);
    return out;
  }

  QTemporaryDir folder_;
};

void TestWalk::from_the_start_page_to_a_journey() {
  const QString timeline = folder_.filePath(QStringLiteral("demo.tidemark"));
  test::play_into(test::text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-stalled.json")),
                  timeline.toStdString());
  test::Walk walk;
  test::walk_to_a_journey(walk, timeline.toStdString());
  QCOMPARE(names(walk).size(), 10);
  QString copied = QApplication::clipboard()->text();
  copied.replace(timeline, QStringLiteral("demo.tidemark"));
  QCOMPARE(copied, QString::fromStdString(
                       test::text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/views/stories/walk-copied.md"))));
}

void TestWalk::from_a_scorecard_to_a_file() {
  const QString file = folder_.filePath(QStringLiteral("review.pdf"));
  test::Walk walk;
  test::walk_to_an_export(walk, test::reviewed_timeline(folder_), file);
  QCOMPARE(names(walk).size(), 8);
  QVERIFY(test::text_of_file(file).starts_with("%PDF-"));
}

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
