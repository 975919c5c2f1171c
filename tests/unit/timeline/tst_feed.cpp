// SPDX-License-Identifier: GPL-3.0-or-later
// What a timeline is passed on as: in the order of its times over all lanes, page by page without a hole or a repeat,
// under the names of its export.
#include <QTest>
#include <sstream>

#include "models/timeline/feed.h"
#include "tests/support/push.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestFeed final : public QObject {
  Q_OBJECT
 private slots:
  void lanes_are_merged_by_their_times();
  void pages_are_bounded_and_go_on();
  void one_time_of_one_metric_is_told_once();
  void what_ends_is_told();
  void what_a_lane_did_not_ask_for_is_no_end();
  void what_retention_took_is_counted();
  void the_names_are_those_of_the_export();

 private:
  static std::unique_ptr<TimelineFeed> feed(const Scratch& scratch) {
    auto opened = TimelineFeed::open(scratch.path());
    if (!opened) qFatal("%s", opened.error().line().c_str());
    return std::move(*opened);
  }
  static FeedPage next(TimelineFeed& feed, const std::vector<FeedPlace>& after = {}, std::size_t cells = 1'000'000) {
    auto page = feed.next(after, local_time(0), cells);
    if (!page) qFatal("%s", page.error().line().c_str());
    return std::move(*page);
  }
  static void go_on(std::vector<FeedPlace>& places, const FeedPage& page) {
    for (const FeedPoll& poll : page.polls) {
      std::erase_if(places, [&](const FeedPlace& place) { return place.lane == poll.place.lane; });
      places.push_back(poll.place);
    }
  }
  static LaneId lane(TimelineWriter& writer, const char* name, Millis interval = Millis(10'000)) {
    return writer.lane({{"kafka", "prod", ClusterName("prod")}, name, interval});
  }
};

void TestFeed::lanes_are_merged_by_their_times() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const LaneId fast = lane(*writer, "fast"), slow = lane(*writer, "slow", Millis(25'000));
  const SeriesId high = writer->series(fast, mark(signal::high, "orders", 0));
  const SeriesId share = writer->series(slow, {Signal("cpu"), Object("broker:1"), "", 3});
  for (std::int64_t n = 0; n < 6; ++n) {
    Poll poll = poll_at(fast, n);
    poll.samples = {{high, 100 + n, Reason::none}};
    push(*writer, poll);
  }
  for (std::int64_t n = 0; n < 3; ++n) {
    Poll poll = poll_at(slow, n, Millis(25'000));
    poll.samples = {{share, -125, Reason::none}};
    push(*writer, poll);
  }
  QVERIFY(writer->flush());
  const FeedPage page = next(*feed(scratch));
  QCOMPARE(page.polls.size(), std::size_t(9));
  QVERIFY(std::ranges::is_sorted(page.samples, {}, &FeedSample::wall));
  QCOMPARE(page.samples.size(), std::size_t(9));
  QCOMPARE(page.metrics.size(), std::size_t(2));
  const auto of_broker = std::ranges::find(page.metrics, "tidemark_cpu", &MetricName::family) - page.metrics.begin();
  for (const FeedSample& sample : page.samples)
    if (std::cmp_equal(sample.metric, of_broker)) QCOMPARE(sample.value, -0.125);
}

void TestFeed::pages_are_bounded_and_go_on() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const LaneId offsets = lane(*writer, "offsets");
  std::vector<SeriesId> series;
  for (int p = 0; p < 10; ++p) series.push_back(writer->series(offsets, mark(signal::high, "orders", p)));
  constexpr std::int64_t polls = 1100;  // two sealed blocks and a hot one
  for (std::int64_t n = 0; n < polls; ++n) {
    Poll poll = poll_at(offsets, n);
    for (int p = 0; p < 10; ++p)
      poll.samples.push_back({series[static_cast<std::size_t>(p)], n * 10 + p, Reason::none});
    push(*writer, poll);
  }
  QVERIFY(writer->flush());
  for (const std::size_t cells : {std::size_t(1), std::size_t(95), std::size_t(100'000)}) {
    const auto source = feed(scratch);
    std::vector<FeedPlace> places;
    std::int64_t told = 0;
    std::size_t pages = 0;
    for (FeedPage page = next(*source, places, cells); !page.polls.empty(); page = next(*source, places, cells)) {
      QVERIFY(page.samples.size() <= std::max<std::size_t>(cells, 10));
      for (const FeedSample& sample : page.samples) {
        const std::int64_t n = told / 10;
        const std::int64_t wanted = n * 10 + std::stoi(page.metrics[sample.metric].labels[2].second);
        QCOMPARE(sample.value, static_cast<double>(wanted));
        QCOMPARE(ms(sample.wall), t0 + n * 10'000);
        ++told;
      }
      go_on(places, page);
      ++pages;
      if (cells == 1 && pages == 20) break;  // it is slow
    }
    QCOMPARE(told, cells == 1 ? 200 : polls * 10);
    QCOMPARE(pages, cells == 1 ? std::size_t(20) : cells == 95 ? std::size_t(123) : std::size_t(3));
  }
}

void TestFeed::one_time_of_one_metric_is_told_once() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  for (const char* name : {"a", "b"}) {
    const LaneId one = lane(*writer, name);
    const SeriesId high = writer->series(one, mark(signal::high, "orders", 0));
    Poll poll = poll_at(one, 0);
    poll.samples = {{high, name[0], Reason::none}};
    push(*writer, poll);
  }
  QVERIFY(writer->flush());
  const FeedPage page = next(*feed(scratch));
  QCOMPARE(page.samples.size(), std::size_t(1));
  QCOMPARE(page.samples[0].value, double('a'));
  QCOMPARE(page.polls.size(), std::size_t(2));
}

void TestFeed::what_ends_is_told() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const LaneId offsets = lane(*writer, "offsets");
  const SeriesId gone = writer->series(offsets, mark(signal::high, "orders", 0));
  const SeriesId lost = writer->series(offsets, mark(signal::high, "orders", 1));
  for (std::int64_t n = 0; n < 5; ++n) {
    Poll poll = poll_at(offsets, n);
    if (n < 2) poll.samples = {{gone, 7, Reason::none}};
    if (n == 2) poll.died = {gone};
    poll.samples.push_back({lost, 9, n == 1 || n == 2 ? Reason::leaderless : Reason::none});
    push(*writer, poll);
  }
  QVERIFY(writer->flush());
  const FeedPage page = next(*feed(scratch));
  std::vector<std::pair<std::string, std::int64_t>> ends;
  for (const FeedSample& sample : page.samples)
    if (sample.ends) ends.emplace_back(page.metrics[sample.metric].labels[2].second, (ms(sample.wall) - t0) / 10'000);
  QCOMPARE(ends, (std::vector<std::pair<std::string, std::int64_t>>{{"1", 1}, {"0", 2}}));
  QCOMPARE(page.samples.size(), std::size_t(2 + 1 + 3 + 1));
}

void TestFeed::what_a_lane_did_not_ask_for_is_no_end() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const LaneId offsets = lane(*writer, "offsets");
  const SeriesId high = writer->series(offsets, mark(signal::high, "orders", 0));
  for (std::int64_t n = 0; n < 3; ++n) {
    Poll poll = poll_at(offsets, n);
    poll.samples = {{high, 7, n == 1 ? Reason::not_probed : Reason::none}};
    if (n == 2) poll.samples.clear();
    push(*writer, poll);
  }
  QVERIFY(writer->flush());
  QCOMPARE(next(*feed(scratch)).samples.size(), std::size_t(1));
}

void TestFeed::what_retention_took_is_counted() {
  const Scratch scratch;
  const auto write = [&](Retention retention, std::int64_t from, std::int64_t to) {
    const auto writer = scratch.writer({.retention = retention});
    const LaneId offsets = lane(*writer, "offsets");
    const SeriesId high = writer->series(offsets, mark(signal::high, "orders", 0));
    for (std::int64_t n = from; n < to; ++n) {
      Poll poll = poll_at(offsets, n);
      poll.samples = {{high, n, Reason::none}};
      push(*writer, poll);
    }
    QVERIFY(writer->flush());
    for (int i = 0; i < 500 && writer->stats().busy; ++i) QTest::qWait(10);
    QVERIFY(writer->close());
  };
  write({}, 0, 100);
  std::vector<FeedPlace> places;
  go_on(places, next(*feed(scratch)));
  write({.raw = Millis(10'000 * 200)}, 100, 2000);
  const FeedPage page = next(*feed(scratch), places);
  QVERIFY(page.lost > 0);
  QCOMPARE(page.lost, page.polls.front().place.seq - 100);
  QVERIFY(std::ranges::none_of(page.samples, &FeedSample::ends));
}

void TestFeed::the_names_are_those_of_the_export() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const LaneId offsets = lane(*writer, "offsets");
  const Signal table = signal::table(TableName("lake.t"));
  Poll poll = poll_at(offsets, 0);
  for (const SeriesSpec& spec :
       {mark(signal::high, "orders", 0), mark(signal::floor, "orders", 0), mark(signal::stable, "orders", 0),
        mark(signal::group(GroupId("g")), "orders", 0), mark(table, "orders", 0),
        SeriesSpec{Signal("put_latency_ms"), Object("task:sink/0"), "ms", 1}})
    poll.samples.push_back({writer->series(offsets, spec), 1, Reason::none});
  push(*writer, poll);
  QVERIFY(writer->flush());
  std::ostringstream out;
  QVERIFY(scratch.reader()->export_openmetrics(out, local_time(0), local_time(t0 * 2)));
  const std::string text = out.str();
  const FeedPage page = next(*feed(scratch));
  QCOMPARE(page.metrics.size(), std::size_t(6));
  for (const MetricName& metric : page.metrics) {
    std::string line = '\n' + metric.family + '{';
    for (const auto& [name, value] : metric.labels)
      line.append(line.back() == '{' ? "" : ",").append(name).append("=\"").append(value).append("\"");
    line += "} ";
    QVERIFY2(text.find(line) != std::string::npos, line.c_str());
  }
}

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
