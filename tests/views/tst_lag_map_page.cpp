// SPDX-License-Identifier: GPL-3.0-or-later
// The lag map, looked at: of a real timeline, of 10,000 partitions, of what is not known and of names that fit nowhere.
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <ctime>

#include "app/shell/copy.h"
#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/lagmap/lag_map_page.h"
#include "views/lagmap/lag_overview.h"
#include "views/theme/theme.h"
#include "views/widgets/row_view.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr std::size_t columns = 160;
constexpr std::size_t partitions_each = 50;

// Milliseconds of this thread alone: another program's load is not ours.
double used() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// As many groups as it takes: lags that come and go, one that nobody saw for a while.
LagMap many(std::size_t partitions) {
  LagMap map;
  map.from = local_time(1'767'225'600'000);
  map.column = Millis(90'000);
  map.columns = columns;
  map.top = 1e6;
  for (std::size_t g = 0; g < partitions / partitions_each; ++g) {
    Branch<LagMapRow, LagMapRow> branch;
    const std::string name = g == 3 ? std::string(200, 'n') + "<b>" : "group-" + std::to_string(g);
    const auto row = [&](std::size_t partition) {
      LagMapRow out{.cluster = ClusterName("c"),
                    .group = GroupId(name),
                    .partition = {TopicName("t"), PartitionId(static_cast<int>(partition))}};
      out.highest = static_cast<std::int64_t>(1e6 / static_cast<double>(g + 1));
      out.highest_at = map.from;
      out.newest = g == 2 ? Known<std::int64_t>(Reason::unreachable) : Known<std::int64_t>(0);
      out.at = map.lags.size();
      for (std::size_t i = 0; i < columns; ++i) {
        const bool unknown = g == 2 && i > 60 && i < 80;
        const double wave = std::max(0.0, std::sin(static_cast<double>(i + partition * 3) / 20.0));
        map.lags.push_back(unknown ? -1.F : static_cast<float>(wave * static_cast<double>(*out.highest)));
        map.shades.push_back(unknown ? shade::unknown : shade::of(static_cast<double>(map.lags.back()), map.top));
      }
      out.known = g == 2 ? columns - 19 : columns;
      return out;
    };
    branch.parent = {name, name, row(0)};
    for (std::size_t p = 0; p < partitions_each; ++p) branch.children.push_back({std::to_string(p), {}, row(p)});
    map.partitions += partitions_each;
    map.rows.push_back(std::move(branch));
  }
  map.overview_rows = std::min<std::size_t>(map.partitions, 128);
  for (std::size_t line = 0; line < map.overview_rows; ++line) {
    const std::size_t leaf = line * map.partitions / map.overview_rows;
    const auto shades = map.shades_of(map.rows[leaf / partitions_each].children[leaf % partitions_each].row);
    map.overview.insert(map.overview.end(), shades.begin(), shades.end());
  }
  return map;
}
}  // namespace

class TestLagMapPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
  }

  void of_a_timeline() {
    ViewRequest request;
    request.screen = Screen::lag_map;
    request.span = std::chrono::hours(2);
    const auto data = loaded(folder_, QStringLiteral("lake-stalled"), request);
    QVERIFY(data.lag_map && data.lag_map->partitions > 3);
    views::LagMapPage page;
    show(page, std::make_shared<LagMap>(*data.lag_map));
    QVERIFY(page.said().title.startsWith(QStringLiteral("Highest: ")));
    QCOMPARE(page.model().rowCount(), static_cast<int>(data.lag_map->rows.size()));
    QVERIFY(shell::command_for(data, false).startsWith(QStringLiteral("tidemark lag ")));
    picture(page, QStringLiteral("lag-map"), 1);
  }

  void many_partitions_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark-2x") << true << 2.0;
  }

  void many_partitions() {
    QFETCH(bool, dark);
    QFETCH(double, scale);
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    static const auto map = std::make_shared<const LagMap>(many(10'000));
    static const auto next = std::make_shared<const LagMap>(*map);
    views::LagMapPage page;
    show(page, map);
    const auto begun = used();
    page.show_map(next);
    const auto shown = used();
    page.repaint();
    const auto painted = used();
    qInfo("10,000 partitions shown in %.2f ms, painted in %.2f ms", shown - begun, painted - shown);
#ifdef QT_NO_DEBUG
    QVERIFY(shown - begun < 8);
#endif
    QCOMPARE(page.model().total_children(), 10'000);
    page.table()->setExpanded(page.model().index(2, 0), true);
    QTest::mouseMove(page.overview(), QPoint(200, 60));
    QTest::mouseMove(page.overview(), QPoint(300, 60));
    QApplication::processEvents();
    QVERIFY(page.overview()->crosshair());
    QVERIFY(page.overview()->accessibleDescription().contains(QStringLiteral("group-")));
    picture(page, QStringLiteral("lag-map-many-%1").arg(QLatin1String(QTest::currentDataTag())), scale);
    theme::apply(*qApp, theme::Mode::light);
  }

  void a_click_leads_to_the_row_and_enter_to_its_chart() {
    const auto map = std::make_shared<const LagMap>(many(1'000));
    views::LagMapPage page;
    show(page, map);
    QSignalSpy tide(&page, &views::LagMapPage::tide_asked);
    QSignalSpy zoom(page.overview(), &views::LagOverview::zoom_asked);
    const QPoint below(400, page.overview()->height() - 40);  // one of the last groups
    QTest::mouseMove(page.overview(), below);
    QTest::mouseClick(page.overview(), Qt::LeftButton, Qt::NoModifier, below);
    const QModelIndex current = page.table()->currentIndex();
    QVERIFY(current.isValid() && current.row() > 10);
    QVERIFY(page.table()->isExpanded(current.siblingAtColumn(0)));
    page.table()->setFocus();
    QTest::keyClick(page.table(), Qt::Key_Return);
    QCOMPARE(tide.count(), 1);
    QCOMPARE(tide[0][0].value<TideSelection>().group->value(),
             map->rows[static_cast<std::size_t>(current.row())].parent.key);
    QCOMPARE(zoom.count(), 0);
  }

  void the_keyboard_moves_the_crosshair() {
    views::LagMapPage page;
    show(page, std::make_shared<const LagMap>(many(200)));
    auto* overview = page.overview();
    overview->setFocus();
    QTest::keyClick(overview, Qt::Key_Left);
    const auto last = overview->crosshair();
    QVERIFY(last && *last == page.model().map()->to() - page.model().map()->column);
    QTest::keyClick(overview, Qt::Key_Left);
    QCOMPARE(*overview->crosshair(), *last - page.model().map()->column);
    QVERIFY(!overview->accessibleDescription().isEmpty());
    // Newer data leaves it where it stands.
    page.show_map(std::make_shared<const LagMap>(many(200)));
    QCOMPARE(*overview->crosshair(), *last - page.model().map()->column);
  }

  void nothing_is_said_in_words() {
    views::LagMapPage page;
    show(page, std::make_shared<const LagMap>());
    QVERIFY(!page.overview()->isVisible());
    QCOMPARE(page.said().title, QStringLiteral("No consumer groups"));
    picture(page, QStringLiteral("lag-map-empty"), 1);
  }

 private:
  QTemporaryDir folder_;

  static void show(views::LagMapPage& page, const std::shared_ptr<const LagMap>& map) {
    page.resize(1404, 860);
    page.show_map(map);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
  }
};

QTEST_MAIN(TestLagMapPage)
#include "tst_lag_map_page.moc"
