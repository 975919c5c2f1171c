// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestTimeline final : public QObject {
  Q_OBJECT
 private slots:
  void three_lanes_round_trip();
};

namespace {
struct Expected {
  SeriesSpec spec;
  std::vector<std::int64_t> values;
  std::vector<Reason> reasons;
};
}  // namespace

// Three lanes of two clusters, a metric with decimals, a partition that comes in the middle of a block, every reason;
// over two sealed blocks and a hot one.
void TestTimeline::three_lanes_round_trip() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const SourceSpec prod{"kafka", "prod", ClusterName("prod")};
  const SourceSpec dr{"kafka", "dr", ClusterName("dr")};
  const std::vector<LaneSpec> lanes{
      {prod, "offsets", Millis(10'000)}, {prod, "floor", Millis(60'000)}, {dr, "offsets", Millis(10'000)}};
  std::vector<std::vector<Expected>> expected(lanes.size());
  std::mt19937_64 random(4);
  constexpr std::int64_t polls = 1100;
  for (std::size_t l = 0; l < lanes.size(); ++l) {
    const LaneId lane = writer->lane(lanes[l]);
    QCOMPARE(writer->lane(lanes[l]), lane);
    for (int p = 0; p < 20; ++p) expected[l].push_back({mark(signal::high, "orders", p), {}, {}});
    expected[l].push_back({{Signal("put_latency_ms"), Object("table:lake.orders"), "ms", 3}, {}, {}});
    expected[l].push_back({mark(signal::group(GroupId("sink")), "orders", 0), {}, {}});
    expected[l].push_back({mark(signal::high, "late", 0), {}, {}});
    for (std::int64_t n = 0; n < polls; ++n) {
      Poll poll = poll_at(lane, n, lanes[l].interval);
      for (std::size_t i = 0; i < expected[l].size(); ++i) {
        Expected& series = expected[l][i];
        const bool born = i + 1 < expected[l].size() || n >= 700;
        const Reason reason = !born                ? Reason::never_polled
                              : random() % 50 == 0 ? static_cast<Reason>(1 + random() % (reason_count - 1))
                                                   : Reason::none;
        const std::int64_t value = n * 1000 + static_cast<std::int64_t>(random() % 500);
        series.values.push_back(reason == Reason::none ? value : 0);
        series.reasons.push_back(reason);
        if (born) poll.samples.push_back({writer->series(lane, series.spec), value, reason});
      }
      push(*writer, poll);
    }
  }
  QVERIFY(writer->flush());
  const auto live = scratch.load(everything());
  const std::string hot = scratch.ndjson();
  QVERIFY(writer->close());
  writer.reset();
  // Sealing what is full leaves the content as it is.
  writer = scratch.writer();
  const auto reader = scratch.reader();
  QTRY_COMPARE(reader->info()->sealed_samples, std::int64_t{3 * 960 * 22 + 3 * 480});
  writer.reset();
  QCOMPARE(scratch.faults(), std::size_t{0});
  QVERIFY(scratch.ndjson() == hot);
  for (const auto& snapshot : {live, scratch.load(everything())}) {
    QCOMPARE(snapshot->lanes.size(), lanes.size());
    for (std::size_t l = 0; l < lanes.size(); ++l) {
      QCOMPARE(snapshot->lanes[l].polls.size(), std::size_t{polls});
      QCOMPARE(snapshot->lanes[l].polls[7].wall, local_time(t0) + 7 * lanes[l].interval);
      for (const Expected& series : expected[l]) {
        const Column* column = nullptr;
        for (const Column& c : snapshot->columns)
          if (c.lane == l && c.spec == series.spec) column = &c;
        QVERIFY2(column, series.spec.object.value().c_str());
        QCOMPARE(column->values, series.values);
        QCOMPARE(column->reasons, series.reasons);
      }
    }
  }
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
