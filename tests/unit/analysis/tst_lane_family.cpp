// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/lane_family.h"

using namespace tidemark;

namespace {
const SourceSpec source{"kafka", "prod", ClusterName("prod")};
LocalTime second(std::int64_t n) { return local_time(1'800'000'000'000 + n * 1000); }

// One lane that reads one mark at these seconds; its value is the second.
void add_lane(Snapshot& snapshot, const char* name, Millis interval, const std::vector<std::int64_t>& seconds) {
  if (snapshot.sources.empty()) snapshot.sources.push_back({SourceId(1), source});
  LaneInfo lane;
  lane.id = LaneId(std::ssize(snapshot.lanes) + 1);
  lane.name = name;
  lane.interval = interval;
  Column column;
  column.lane = snapshot.lanes.size();
  column.spec = {signal::high, Object("partition:t/0"), "records"};
  for (const std::int64_t n : seconds) {
    lane.polls.push_back({.seq = std::ssize(lane.polls), .wall = second(n), .mono = MonoTime(Millis(n * 1000))});
    column.values.push_back(n);
    column.reasons.push_back(Reason::none);
  }
  snapshot.lanes.push_back(std::move(lane));
  snapshot.columns.push_back(std::move(column));
  snapshot.from = second(0);
  snapshot.to = second(1000);
  snapshot.index();
}
}  // namespace

class TestLaneFamily final : public QObject {
  Q_OBJECT
 private slots:
  void lanes_that_stand_alone_are_left() {
    Snapshot snapshot;
    add_lane(snapshot, "offsets", Millis(2000), {0, 2, 4});
    add_lane(snapshot, "floor", Millis(60'000), {0, 60});
    add_lane(snapshot, "offsets", Millis(10'000), {-200, -190});  // another day's: not in the window
    QVERIFY(!with_families_joined(snapshot));
  }

  void they_are_one_at_the_longest_interval() {
    Snapshot snapshot;
    add_lane(snapshot, "offsets", Millis(2000), {0, 2, 4, 6, 8, 10, 40, 42});
    add_lane(snapshot, "floor", Millis(60'000), {0, 60});
    add_lane(snapshot, "offsets", Millis(8000), {16, 24, 32});
    snapshot.gaps = {{0, {second(12), second(40), Reason::collector_off, ""}},
                     {1, {second(12), second(40), Reason::collector_off, ""}}};
    const auto joined = with_families_joined(snapshot);
    QVERIFY(joined);
    const auto columns = joined->find({ClusterName("prod"), signal::high, Object("partition:t/0")});
    QCOMPARE(columns.size(), 2u);  // the family and the floor's lane
    const Column& column = joined->columns[columns[1]];
    QCOMPARE(joined->lanes[column.lane].interval, Millis(8000));
    QCOMPARE(column.values, (std::vector<std::int64_t>{0, 6, 16, 24, 32, 40}));
    QCOMPARE(joined->lanes[column.lane].polls.size(), column.values.size());
    for (std::size_t i = 0; i < column.values.size(); ++i)
      QCOMPARE(joined->lanes[column.lane].polls[i].wall, second(column.values[i]));
    // What one lane of it did not read, another did; the floor's own gap stays.
    QCOMPARE(joined->gaps.size(), 1u);
    QCOMPARE(joined->lanes[joined->gaps[0].lane].name, std::string("floor"));
  }
};

QTEST_GUILESS_MAIN(TestLaneFamily)
#include "tst_lane_family.moc"
