// SPDX-License-Identifier: GPL-3.0-or-later
// Buckets told as polls, and lanes reduced to what pixels can show.
#include <QTest>
#include <random>

#include "models/analysis/coarse.h"
#include "models/analysis/lane_reduction.h"

using namespace tidemark;

class TestCoarse final : public QObject {
  Q_OBJECT
 private slots:
  void marks_have_one_poll_and_gauges_three();
  void nobody_looked_is_no_poll();
  void gaps_stand_in_both_lanes();
  void a_line_keeps_first_low_high_and_last_of_each_column();
  void few_points_stay();
  void the_loudest_event_of_a_column_stays();
};

namespace {
LocalTime minute(int n) { return local_time(n * 60'000LL); }

Snapshot told() {
  Snapshot snapshot;
  snapshot.sources.push_back({SourceId(1), {"kafka", "prod", ClusterName("prod")}});
  snapshot.lanes.push_back({LaneId(9), 0, "floor", Millis(60'000), {}});
  snapshot.lanes.push_back({LaneId(4), 0, "offsets", Millis(10'000), {}});
  snapshot.gaps.push_back({1, {minute(10), minute(15), Reason::collector_off, "machine off"}});
  snapshot.index();
  return snapshot;
}

LevelData level() {
  LevelData data;
  data.beside = std::make_shared<const Snapshot>(told());
  data.level = Grain::five_minutes;
  data.sources.push_back({SourceId(1), {"kafka", "prod", ClusterName("prod")}});
  data.lanes.push_back({LaneId(4),
                        0,
                        "offsets",
                        Millis(10'000),
                        {{minute(0), minute(4), 30},
                         {minute(5), minute(9), 30},
                         {minute(10), minute(10), 0},
                         {minute(15), minute(19), 30}}});
  data.columns.push_back({SeriesId(1),
                          0,
                          {signal::high, Object("partition:t/0"), "records", 0},
                          false,
                          {{10, 10, 10, 30, Reason::none, false},
                           {20, 20, 20, 12, Reason::unreachable, false},
                           {0, 0, 0, 0, Reason::collector_off, false},
                           {0, 0, 0, 0, Reason::leaderless, false}}});
  data.columns.push_back({SeriesId(2),
                          0,
                          {Signal("queue_depth"), Object("broker:1"), "", 0},
                          false,
                          {{3, 1, 9, 30, Reason::none, false},
                           {4, 4, 4, 30, Reason::none, false},
                           {0, 0, 0, 0, Reason::collector_off, false},
                           {5, 2, 6, 1, Reason::unreachable, false}}});
  data.columns.push_back({SeriesId(1),
                          0,
                          {signal::group(GroupId("g")), Object("partition:t/0"), "records", 0},
                          true,
                          std::vector<Bucket>(4)});
  return data;
}

IncidentLane lane(int points) {
  std::mt19937_64 random(1);
  IncidentLane out;
  for (int i = 0; i < points; ++i) out.line.push_back({minute(i), static_cast<double>(random() % 1000), false});
  return out;
}
}  // namespace

void TestCoarse::marks_have_one_poll_and_gauges_three() {
  const auto snapshot = coarse_snapshot(level());
  QCOMPARE(snapshot->columns.size(), std::size_t{2});  // a lag is no series
  const Column& high = snapshot->columns[0];
  const LaneInfo& marks = snapshot->lanes[high.lane];
  QCOMPARE(marks.interval, Millis(300'000));
  QCOMPARE(high.values, (std::vector<std::int64_t>{10, 20, 0}));
  QCOMPARE(high.reasons, (std::vector<Reason>{Reason::none, Reason::none, Reason::leaderless}));
  QCOMPARE(marks.polls[1].wall, minute(9));
  const Column& depth = snapshot->columns[1];
  QVERIFY(depth.lane != high.lane);
  QCOMPARE(depth.values, (std::vector<std::int64_t>{1, 9, 3, 4, 4, 4, 2, 6, 5}));
  const LaneInfo& gauges = snapshot->lanes[depth.lane];
  QCOMPARE(gauges.polls.size(), depth.values.size());
  QVERIFY(std::ranges::is_sorted(gauges.polls, {}, &PollInfo::wall));
  QCOMPARE(gauges.polls[2].wall, minute(4));
  QCOMPARE(snapshot->at({ClusterName("prod"), signal::high, Object("partition:t/0")}, minute(10))->value,
           std::int64_t{20});
}

void TestCoarse::nobody_looked_is_no_poll() {
  const auto snapshot = coarse_snapshot(level());
  QCOMPARE(snapshot->lanes[1].polls.size(), std::size_t{3});
  QVERIFY(snapshot->lanes[0].polls.empty());  // a lane without buckets
}

void TestCoarse::gaps_stand_in_both_lanes() {
  const auto snapshot = coarse_snapshot(level());
  QCOMPARE(snapshot->gaps.size(), std::size_t{2});
  QCOMPARE(snapshot->gaps[0].lane, snapshot->columns[0].lane);
  QCOMPARE(snapshot->gaps[1].lane, snapshot->columns[1].lane);
}

void TestCoarse::a_line_keeps_first_low_high_and_last_of_each_column() {
  const IncidentLane whole = lane(30'000);
  IncidentLane seen = whole;
  constexpr int columns = 300;
  seen.line[5'000].broken = true;  // the first of a column
  reduce_lane(seen, minute(0), minute(30'000), columns);
  QVERIFY(seen.line.size() <= columns * 4);
  QVERIFY(std::ranges::is_sorted(seen.line, {}, &LanePoint::at));
  QVERIFY(std::ranges::any_of(seen.line, &LanePoint::broken));
  for (int c = 0; c < columns; ++c) {
    const auto of = std::span(whole.line).subspan(static_cast<std::size_t>(c) * 100, 100);
    const auto has = [&](const LanePoint& point) {
      return std::ranges::any_of(
          seen.line, [&](const LanePoint& kept) { return kept.at == point.at && kept.value == point.value; });
    };
    QVERIFY(has(of.front()) && has(of.back()));
    const auto [low, high] = std::ranges::minmax_element(of, {}, &LanePoint::value);
    QVERIFY(has(*low) && has(*high));
  }
}

void TestCoarse::few_points_stay() {
  IncidentLane seen = lane(400);
  seen.events.resize(3);
  reduce_lane(seen, minute(0), minute(400), 100);
  QCOMPARE(seen.line.size(), std::size_t{400});
  QCOMPARE(seen.events.size(), std::size_t{3});
  reduce_lane(seen, minute(0), minute(400), 0);
  QCOMPARE(seen.line.size(), std::size_t{400});
}

void TestCoarse::the_loudest_event_of_a_column_stays() {
  IncidentLane seen;
  for (int i = 0; i < 1000; ++i) {
    EventRow row;
    row.at = minute(i);
    row.severity = i % 100 == 57 ? "error" : i % 7 == 0 ? "warn" : "note";
    seen.events.push_back(row);
    seen.bands.push_back({minute(i), minute(i + 1), "x", i % 100 == 57});
  }
  reduce_lane(seen, minute(0), minute(1000), 10);
  QCOMPARE(seen.events.size(), std::size_t{10});
  for (std::size_t i = 0; i < 10; ++i) QCOMPARE(seen.events[i].at, minute(static_cast<int>(i) * 100 + 57));
  QVERIFY(std::ranges::all_of(seen.bands, [](const LaneBand& band) { return *band.bad; }));
}

QTEST_GUILESS_MAIN(TestCoarse)
#include "tst_coarse.moc"
