// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/reading.h"

using namespace tidemark;

namespace {
constexpr std::int64_t begin = 1'800'000'000;
const SeriesKey high{ClusterName("prod"), signal::high, Object("partition:t/0")};

struct Moment {
  std::int64_t wall, mono, value;  // s, s, records
};

Snapshot read_at_moments(const std::vector<Moment>& moments) {
  Snapshot snapshot;
  snapshot.sources.push_back({SourceId(1), {"kafka", "prod", ClusterName("prod")}});
  LaneInfo lane{LaneId(1), 0, "offsets", Millis(10'000), {}};
  Column column;
  column.spec = {signal::high, high.object, "records"};
  for (const Moment& moment : moments) {
    lane.polls.push_back({.seq = std::ssize(lane.polls),
                          .wall = local_time((begin + moment.wall) * 1000),
                          .mono = MonoTime(std::chrono::seconds(moment.mono))});
    column.values.push_back(moment.value);
    column.reasons.push_back(Reason::none);
  }
  snapshot.lanes.push_back(std::move(lane));
  snapshot.columns.push_back(std::move(column));
  snapshot.index();
  return snapshot;
}

Known<double> rate(const std::vector<Moment>& moments) {
  return rate_before(read_at_moments(moments), high, local_time((begin + moments.back().wall) * 1000));
}
}  // namespace

class TestClockSet final : public QObject {
  Q_OBJECT
 private slots:
  void a_rate_begins_anew() {
    QCOMPARE(rate({{0, 0, 0}, {10, 10, 50}, {20, 20, 100}}), Known<double>(5.0));
    // Forward by 40 s: no records in the time that was skipped, and no rate across it.
    QCOMPARE(rate({{0, 0, 0}, {10, 10, 50}, {60, 20, 100}}), Known<double>(Reason::no_history));
    QCOMPARE(rate({{0, 0, 0}, {60, 20, 100}, {70, 30, 170}}), Known<double>(7.0));
    // Back by an hour: what was read under those times before is an hour old.
    QCOMPARE(rate({{0, 0, 0}, {10, 3610, 9'000}}), Known<double>(Reason::no_history));
    QCOMPARE(rate({{0, 0, 0}, {10, 3610, 9'000}, {20, 3620, 9'030}}), Known<double>(3.0));
  }

  void small_corrections_are_no_step() {
    QCOMPARE(rate({{0, 0, 0}, {11, 10, 50}, {21, 20, 100}}), Known<double>(5.0));
    PollInfo a{.wall = local_time(5000), .mono = MonoTime(Millis(5000)), .boot = 1};
    PollInfo b{.wall = local_time(9000), .mono = MonoTime(Millis(0)), .boot = 2};
    QVERIFY(!clock_set(a, b));
    b.boot = 1;
    QVERIFY(clock_set(a, b));
  }
};

QTEST_GUILESS_MAIN(TestClockSet)
#include "tst_clock_set.moc"
