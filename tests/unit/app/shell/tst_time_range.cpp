// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "app/shell/time_range.h"

using namespace tidemark;
using shell::TimeRange;

namespace {
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
const LocalTime newest = local_time(1'767'225'600'000);
constexpr Millis ten_years = hours(24 * 3650);

// Where in the range `at` is: 0 at its start, 1 at its end.
double place(const TimeRange& range, LocalTime at) {
  const LocalTime from = range.end(newest) - range.span;
  return static_cast<double>((at - from).count()) / static_cast<double>(range.span.count());
}
}  // namespace

class TestTimeRange final : public QObject {
  Q_OBJECT
 private slots:
  void a_new_one_is_the_last_hour_live();
  void zooming_live_keeps_the_end();
  void zooming_keeps_what_is_under_the_pointer();
  void near_the_live_end_it_stays_live();
  void nothing_is_shorter_or_longer_than_the_bounds();
  void in_and_out_again_is_where_it_was();
  void panning_leaves_live_and_comes_back();
  void all_covers_oldest_to_newest();
  void the_oldest_is_at_the_left();
};

void TestTimeRange::a_new_one_is_the_last_hour_live() {
  const TimeRange range;
  QVERIFY(range.live());
  QCOMPARE(range.span, Millis(hours(1)));
  QCOMPARE(range.end(newest), newest);
  QCOMPARE((TimeRange{newest - minutes(5), minutes(1)}).end(newest), newest - minutes(5));
}

void TestTimeRange::zooming_live_keeps_the_end() {
  const TimeRange in = TimeRange{}.zoomed(0.5, std::nullopt, newest);
  QVERIFY(in.live());
  QCOMPARE(in.span, Millis(minutes(30)));
  const TimeRange out = TimeRange{}.zoomed(2, std::nullopt, newest);
  QVERIFY(out.live());
  QCOMPARE(out.span, Millis(hours(2)));
}

void TestTimeRange::zooming_keeps_what_is_under_the_pointer() {
  for (const TimeRange range : {TimeRange{newest - minutes(10), hours(1)}, TimeRange{std::nullopt, hours(1)}})
    for (const double factor : {0.5, 0.8, 2.0, 7.0})
      for (const int back : {15, 30, 45}) {
        const LocalTime at = range.end(newest) - minutes(back);
        const TimeRange next = range.zoomed(factor, at, newest);
        QVERIFY(!next.live());
        QVERIFY(std::abs(place(next, at) - place(range, at)) < 1e-6);
      }
  // Without a pointer a range in the past keeps its middle.
  const TimeRange past{newest - hours(3), hours(2)};
  const TimeRange next = past.zoomed(0.5, std::nullopt, newest);
  QCOMPARE(*next.to - next.span / 2, *past.to - past.span / 2);
}

void TestTimeRange::near_the_live_end_it_stays_live() {
  const TimeRange live;
  QVERIFY(live.zoomed(0.5, newest, newest).live());
  QVERIFY(live.zoomed(0.5, newest - minutes(3), newest).live());   // the last twentieth
  QVERIFY(!live.zoomed(0.5, newest - minutes(4), newest).live());  // not any more
}

void TestTimeRange::nothing_is_shorter_or_longer_than_the_bounds() {
  TimeRange range;
  for (int i = 0; i < 40; ++i) range = range.zoomed(0.5, std::nullopt, newest);
  QCOMPARE(range.span, Millis(seconds(10)));
  for (int i = 0; i < 80; ++i) range = range.zoomed(2, std::nullopt, newest);
  QCOMPARE(range.span, ten_years);
  QCOMPARE(TimeRange{}.zoomed(0, std::nullopt, newest).span, Millis(seconds(10)));
  QCOMPARE(TimeRange{}.zoomed(1e300, std::nullopt, newest).span, ten_years);
  QCOMPARE(TimeRange{}.zoomed(std::numeric_limits<double>::infinity(), std::nullopt, newest).span, ten_years);
  // At the bound the range stays where it is.
  const TimeRange least{newest - hours(1), seconds(10)};
  QCOMPARE(least.zoomed(0.5, newest - hours(1) - seconds(5), newest), least);
}

void TestTimeRange::in_and_out_again_is_where_it_was() {
  const TimeRange range{newest - minutes(7), hours(1)};
  const LocalTime at = newest - minutes(19);
  const TimeRange back = range.zoomed(0.5, at, newest).zoomed(2, at, newest);
  QCOMPARE(back.span, range.span);
  QVERIFY(std::abs((*back.to - *range.to).count()) <= 2);
}

void TestTimeRange::panning_leaves_live_and_comes_back() {
  const TimeRange earlier = TimeRange{}.panned(-0.25, newest);
  QCOMPARE(*earlier.to, newest - minutes(15));
  QCOMPARE(earlier.span, Millis(hours(1)));
  QVERIFY(!earlier.panned(0.2, newest).live());
  QVERIFY(earlier.panned(0.25, newest).live());
  QVERIFY(earlier.panned(9, newest).live());
  QVERIFY(TimeRange{}.panned(0.25, newest).live());
  QVERIFY(earlier.following().live());
  QCOMPARE(earlier.following().span, earlier.span);
  // Samples came meanwhile: the range in the past has not moved.
  QCOMPARE(earlier.end(newest + hours(5)), newest - minutes(15));
}

void TestTimeRange::all_covers_oldest_to_newest() {
  const TimeRange all = TimeRange::all(newest - hours(30), newest);
  QVERIFY(all.live());
  QCOMPARE(all.span, Millis(hours(30)));
  QCOMPARE(TimeRange::all(newest, newest).span, Millis(seconds(10)));             // one poll
  QCOMPARE(TimeRange::all(newest + hours(1), newest).span, Millis(seconds(10)));  // a clock that was set back
  QCOMPARE(TimeRange::all(newest - 2 * ten_years, newest).span, ten_years);
}

void TestTimeRange::the_oldest_is_at_the_left() {
  const LocalTime oldest = newest - hours(30);
  const TimeRange range = TimeRange{}.at_oldest(oldest);
  QCOMPARE(*range.to - range.span, oldest);
  QCOMPARE(range.span, Millis(hours(1)));
}

QTEST_GUILESS_MAIN(TestTimeRange)
#include "tst_time_range.moc"
