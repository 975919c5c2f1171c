// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include "models/analysis/tide.h"
#include "tests/views/pictures.h"
#include "tests/views/snapshots.h"
#include "views/theme/theme.h"
#include "views/tide/tide_content.h"
#include "views/tide/tide_view.h"

using namespace tidemark;

class TestTideView final : public QObject {
  Q_OBJECT
 private slots:
  void the_chart_in_light_and_dark_data();
  void the_chart_in_light_and_dark();
  void keys_ask_for_zoom_and_pan();
};

void TestTideView::the_chart_in_light_and_dark_data() {
  QTest::addColumn<int>("mode");
  QTest::addColumn<double>("scale");
  QTest::addColumn<bool>("gap");
  QTest::newRow("light") << int(theme::Mode::light) << 1.0 << false;
  QTest::newRow("dark") << int(theme::Mode::dark) << 1.0 << false;
  QTest::newRow("dark-2x") << int(theme::Mode::dark) << 2.0 << true;
  QTest::newRow("light-gap") << int(theme::Mode::light) << 1.0 << true;
}

void TestTideView::the_chart_in_light_and_dark() {
  QFETCH(int, mode);
  QFETCH(double, scale);
  QFETCH(bool, gap);
  theme::apply(*qApp, static_cast<theme::Mode>(mode));
  const auto snapshot = gap ? test::stuck_table(1, 250, 275) : test::stuck_table();
  const TideSelection selection{ClusterName("prod"), TopicName("orders"), PartitionId(0), {}, {}};
  auto chart = std::make_shared<TideChart>(tide_chart(*snapshot, selection, snapshot->from, snapshot->to));
  views::TideView view;
  view.resize(1000, 480);
  view.set_range(snapshot->from, snapshot->to);
  view.set_chart(chart);
  view.set_crosshair(snapshot->from + std::chrono::minutes(gap ? 56 : 46));
  view.show();
  QVERIFY(QTest::qWaitForWindowExposed(&view));
  const QImage image =
      test::picture(view, QStringLiteral("tide-view-") + QString::fromLatin1(QTest::currentDataTag()), scale);
  QCOMPARE(image.width(), static_cast<int>(1000 * scale));
  QVERIFY(view.measure());
  QVERIFY(view.measure()->not_landed.known());
  QVERIFY(*view.measure()->not_landed > 5'000);
  QVERIFY(view.drawn_points() > 1000);
}

void TestTideView::keys_ask_for_zoom_and_pan() {
  views::TideView view;
  QSignalSpy zoomed(&view, &views::TideView::zoom_asked);
  QSignalSpy panned(&view, &views::TideView::pan_asked);
  QTest::keyClick(&view, Qt::Key_Up);
  QTest::keyClick(&view, Qt::Key_Left);
  QCOMPARE(zoomed.count(), 1);
  QCOMPARE(panned.count(), 1);
  QVERIFY(panned.front().front().toDouble() < 0);
}

QTEST_MAIN(TestTideView)
#include "tst_tide_view.moc"
