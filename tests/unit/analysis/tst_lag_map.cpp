// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include "models/analysis/lag_map.h"

using namespace tidemark;

class TestLagMap final : public QObject {
  Q_OBJECT
 private slots:
  void shades_tell_their_lag();
  void samples_fill_the_columns_that_they_hold_for();
  void a_peak_between_two_columns_is_kept();
  void what_nobody_saw_is_unknown();
  void sums_are_of_what_is_known();
  void buckets_show_their_highest();
  void groups_come_worst_first();
  void the_overview_shows_the_highest_of_its_rows();
  void no_group_is_no_map();
  void levels_fit_the_window();
};

namespace {
LocalTime at(std::int64_t seconds) { return local_time(seconds * 1000); }

// Polls of one lane, every 10 s from 0.
struct Samples {
  Snapshot snapshot;
  explicit Samples(std::size_t polls) {
    snapshot.sources.push_back({{}, {"kafka", "c", ClusterName("c")}});
    LaneInfo lane{{}, 0, "offsets", Millis(10'000), {}};
    for (std::size_t i = 0; i < polls; ++i) {
      PollInfo poll;
      poll.seq = static_cast<std::int64_t>(i);
      poll.wall = at(10 * poll.seq);
      lane.polls.push_back(poll);
    }
    snapshot.lanes.push_back(std::move(lane));
  }
  // Values below 0 are unknown.
  void add(const Signal& signal, int partition, const std::vector<std::int64_t>& values) {
    Column column;
    column.spec = {signal, object::partition({TopicName("t"), PartitionId(partition)}), "records", 0};
    column.values = values;
    for (const std::int64_t value : values) column.reasons.push_back(value < 0 ? Reason::unreachable : Reason::none);
    snapshot.columns.push_back(std::move(column));
  }
  void lag(const char* group, int partition, const std::vector<std::int64_t>& lags) {
    std::vector<std::int64_t> high, committed;
    for (const std::int64_t one : lags) {
      high.push_back(1'000'000);
      committed.push_back(one < 0 ? -1 : 1'000'000 - one);
    }
    add(signal::high, partition, high);
    add(signal::group(GroupId(group)), partition, committed);
  }
  LagMap map(std::size_t columns = 1000) {
    LagMapBuilder builder(at(0), snapshot.lanes[0].polls.back().wall, Grain::raw, Millis(10'000), columns);
    builder.add(snapshot);
    return std::move(builder).finish();
  }
};

std::vector<float> lags(const LagMap& map, const LagMapRow& row) {
  return {map.lags.begin() + static_cast<std::ptrdiff_t>(row.at),
          map.lags.begin() + static_cast<std::ptrdiff_t>(row.at + map.columns)};
}
using Lags = std::vector<float>;
constexpr float u = -1;
}  // namespace

void TestLagMap::shades_tell_their_lag() {
  QCOMPARE(shade::of(0, 1000), shade::none);
  QCOMPARE(shade::of(1000, 1000), std::uint8_t(255));
  QCOMPARE(shade::of(99'999, 1000), std::uint8_t(255));
  QVERIFY(shade::of(1, 1e12) > shade::none);  // the least lag is no lag of 0
  QVERIFY(shade::of(10, 1000) < shade::of(11, 1000));
  for (const double lag : {1.0, 30.0, 500.0, 1000.0})
    QVERIFY(std::abs(shade::lag(shade::of(lag, 1000), 1000) / lag - 1) < 0.03);
}

void TestLagMap::samples_fill_the_columns_that_they_hold_for() {
  Samples told(4);
  told.lag("g", 0, {5, 7, 0, 3});
  LagMap map = told.map();
  QCOMPARE(map.columns, 4u);
  QCOMPARE(lags(map, map.rows[0].children[0].row), (Lags{5, 7, 0, 3}));
  QCOMPARE(*map.rows[0].parent.row.highest, 7);
  QCOMPARE(*map.rows[0].parent.row.highest_at, at(10));
  QCOMPARE(*map.rows[0].parent.row.newest, 3);
  QCOMPARE(map.rows[0].parent.row.known, 4u);
  // A lane that is polled less often than another: no columns of its own are missing.
  LagMapBuilder fine(at(0), at(30), Grain::raw, Millis(2'000), 1000);
  fine.add(told.snapshot);
  map = std::move(fine).finish();
  QCOMPARE(map.columns, 16u);
  QCOMPARE(map.rows[0].parent.row.known, 16u);
}

void TestLagMap::a_peak_between_two_columns_is_kept() {
  Samples told(100);
  std::vector<std::int64_t> lag(100, 1);
  lag[57] = 9'000;
  told.lag("g", 0, lag);
  const LagMap map = told.map(10);
  QVERIFY(map.columns <= 11);
  const Lags seen = lags(map, map.rows[0].parent.row);
  QCOMPARE(std::ranges::count(seen, 9'000.F), 1);
  QCOMPARE(map.top, 10'000.0);
  QCOMPARE(std::ranges::max(map.shades), shade::of(9'000, 10'000));
}

void TestLagMap::what_nobody_saw_is_unknown() {
  Samples told(6);
  told.lag("g", 0, {5, -1, -1, 4, 4, -1});
  told.snapshot.lanes[0].polls[4].wall = at(100);  // nobody looked for a minute
  told.snapshot.lanes[0].polls[5].wall = at(110);
  const LagMap map = told.map();
  const LagMapRow& row = map.rows[0].children[0].row;
  // The poll at 30 s holds for one interval and a half.
  QCOMPARE(lags(map, row), (Lags{5, u, u, 4, 4, u, u, u, u, u, 4, u}));
  QCOMPARE(row.newest.reason(), Reason::no_history);
  QCOMPARE(map.shades_of(row)[1], shade::unknown);
  QCOMPARE(row.known, 4u);
}

void TestLagMap::sums_are_of_what_is_known() {
  Samples told(3);
  told.lag("g", 0, {5, 6, 7});
  told.lag("g", 1, {10, -1, 30});
  const LagMap map = told.map();
  QCOMPARE(map.partitions, 2u);
  const LagMapRow& sum = map.rows[0].parent.row;
  QCOMPARE(lags(map, sum), (Lags{15, 6, 37}));
  QCOMPARE(sum.known, 2u);
  QCOMPARE(*sum.highest, 37);
  QCOMPARE(sum.partition.partition, PartitionId(1));  // the worst of them
  QCOMPARE(map.rows[0].children[0].key, std::string("1"));
}

void TestLagMap::buckets_show_their_highest() {
  LevelData level;
  level.level = Grain::five_minutes;
  level.sources.push_back({{}, {"kafka", "c", ClusterName("c")}});
  level.lanes.push_back(
      {{}, 0, "offsets", Millis(10'000), {{at(0), at(290), 30}, {at(300), at(590), 30}, {at(600), {}, 0}}});
  for (int p = 0; p < 2; ++p) {
    LevelColumn column;
    column.spec = {signal::group(GroupId("g")), object::partition({TopicName("t"), PartitionId(p)}), "records", 0};
    column.lag = true;
    column.buckets = {
        {.last = 1, .low = 0, .high = 50, .known = 30}, {.last = 40, .low = 1, .high = 40, .known = 30}, {}};
    level.columns.push_back(column);
  }
  LagMapBuilder builder(at(10), at(899), Grain::five_minutes, Millis(300'000), 100);
  builder.add(level);
  const LagMap map = std::move(builder).finish();
  QCOMPARE(map.from, at(0));
  QCOMPARE(map.columns, 3u);
  QCOMPARE(lags(map, map.rows[0].children[1].row), (Lags{50, 40, u}));
  // The sum was at least the highest of one, and at the end what both had.
  QCOMPARE(lags(map, map.rows[0].parent.row), (Lags{50, 80, u}));
}

void TestLagMap::groups_come_worst_first() {
  Samples told(2);
  told.lag("little", 0, {1, 2});
  told.lag("none", 1, {0, 0});
  told.lag("much", 2, {400, 1});
  told.lag("unknown", 3, {-1, -1});
  const LagMap map = told.map();
  std::vector<std::string> order;
  for (const auto& branch : map.rows) order.push_back(branch.parent.row.group.value());
  QCOMPARE(order, (std::vector<std::string>{"much", "little", "none", "unknown"}));
  QCOMPARE(map.rows.back().parent.row.highest.reason(), Reason::no_history);
  QCOMPARE(lags(map, map.rows.back().children[0].row), (Lags{u, u}));
}

void TestLagMap::the_overview_shows_the_highest_of_its_rows() {
  Samples told(2);
  for (int p = 0; p < 1000; ++p) told.lag("g", p, {p == 777 ? 90'000 : 1, -1});
  const LagMap map = told.map();
  QCOMPARE(map.overview_rows, 128u);
  QCOMPARE(map.overview.size(), 128 * map.columns);
  QCOMPARE(map.overview[0], shade::of(90'000, map.top));  // the worst partition comes first
  QCOMPARE(map.overview[1], shade::unknown);
  QCOMPARE(map.overview[127 * map.columns], shade::of(1, map.top));
}

void TestLagMap::no_group_is_no_map() {
  Samples told(2);
  told.add(signal::high, 0, {1, 2});
  const LagMap map = told.map();
  QVERIFY(map.rows.empty() && map.partitions == 0 && map.overview.empty());
}

void TestLagMap::levels_fit_the_window() {
  const std::vector<LevelReach> there{{Grain::raw, at(0)}, {Grain::five_minutes, at(0)}, {Grain::hour, at(0)}};
  const Millis poll(10'000);
  constexpr std::int64_t hour = 3600;
  QCOMPARE(lag_map_level(at(0), at(hour), 100, there, poll), Grain::raw);
  QCOMPARE(lag_map_level(at(0), at(24 * hour), 1000, there, poll), Grain::five_minutes);
  QCOMPARE(lag_map_level(at(0), at(720 * hour), 1000, there, poll), Grain::hour);
  // An hour of very many is read from buckets rather than not at all.
  QCOMPARE(lag_map_level(at(0), at(2 * hour), 10'000, there, poll), Grain::five_minutes);
  QCOMPARE(lag_map_level(at(0), at(2 * hour), 10'000, std::span(there).first(1), poll), Grain::raw);
}

QTEST_GUILESS_MAIN(TestLagMap)
#include "tst_lag_map.moc"
