// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/tide.h"
#include "tests/views/snapshots.h"

using namespace tidemark;

class TestTide final : public QObject {
  Q_OBJECT
 private slots:
  void a_partition_has_its_five_marks();
  void the_group_furthest_behind_is_taken();
  void a_sum_adds_partitions_poll_by_poll();
  void a_sum_is_unknown_where_one_partition_is();
  void a_sum_with_a_group_leaves_out_what_it_never_read();
  void a_partition_that_is_added_later_breaks_nothing();
  void lanes_of_other_intervals_join_without_a_hole();
  void missing_polls_break_the_line_and_are_blank();
  void unknown_values_are_blank_with_their_reason();
  void a_measure_stands_at_a_poll();
  void the_age_of_a_mark_is_when_high_passed_it();
  void an_age_beyond_the_chart_is_at_least();
  void drained_is_age_zero();
  void events_of_others_are_left_out();

 private:
  static constexpr auto minute = Millis(60'000);
  TideSelection orders(std::optional<int> partition) const {
    TideSelection s{ClusterName("prod"), TopicName("orders"), {}, {}, {}};
    if (partition) s.partition = PartitionId(*partition);
    return s;
  }
};

namespace {
// A topic with two partitions on one lane; values by (partition, poll); negative is unknown.
std::shared_ptr<Snapshot> two_partitions(int polls) {
  auto s = std::make_shared<Snapshot>();
  s->from = local_time(test::start_ms);
  s->to = s->from + Millis((polls - 1) * 10'000LL);
  s->sources.push_back({SourceId(1), {"kafka", "prod", ClusterName("prod")}});
  s->lanes.push_back(test::lane(0, polls));
  return s;
}
template <class Value>
void add(Snapshot& s, int partition, const Signal& signal, Value&& value, Reason reason = Reason::unreachable) {
  const Object object = object::partition({TopicName("orders"), PartitionId(partition)});
  s.columns.push_back(test::column(s, 0, signal, object, value, reason));
}
}  // namespace

void TestTide::a_partition_has_its_five_marks() {
  const auto s = test::stuck_table(3);
  const TideChart chart = tide_chart(*s, orders(1), s->from, s->to);
  QCOMPARE(chart.lines.size(), std::size_t{5});
  QCOMPARE(chart.partitions_all, std::size_t{3});
  QCOMPARE(chart.line(Mark::high)->points.size(), std::size_t{361});
  QCOMPARE(chart.groups.front().value(), std::string("connect-orders-sink"));
  QVERIFY(chart.blanks.empty());
}

void TestTide::the_group_furthest_behind_is_taken() {
  auto s = two_partitions(5);
  add(*s, 0, signal::high, [](auto i) { return 100 + i; });
  add(*s, 0, signal::group(GroupId("a-near")), [](auto) { return 99; });
  add(*s, 0, signal::group(GroupId("b-far")), [](auto) { return 10; });
  s->index();
  QCOMPARE(tide_chart(*s, orders(0), s->from, s->to).selection.group->value(), std::string("b-far"));
}

void TestTide::a_sum_adds_partitions_poll_by_poll() {
  auto s = two_partitions(4);
  add(*s, 0, signal::high, [](auto i) { return 100 + i; });
  add(*s, 1, signal::high, [](auto i) { return 1000 + 10 * i; });
  s->index();
  const TideChart chart = tide_chart(*s, orders({}), s->from, s->to);
  const auto& points = chart.line(Mark::high)->points;
  QCOMPARE(points.size(), std::size_t{4});
  QCOMPARE(*points[0].value, std::int64_t{1100});
  QCOMPARE(*points[3].value, std::int64_t{1133});
}

void TestTide::a_sum_is_unknown_where_one_partition_is() {
  auto s = two_partitions(4);
  add(*s, 0, signal::high, [](auto i) { return 100 + i; });
  add(*s, 1, signal::high, [](auto i) { return i == 2 ? -1 : 7; }, Reason::leaderless);
  s->index();
  const TideChart chart = tide_chart(*s, orders({}), s->from, s->to);
  const auto& points = chart.line(Mark::high)->points;
  QVERIFY(points[1].value.known());
  QCOMPARE(points[2].value.reason(), Reason::leaderless);
  QCOMPARE(chart.blanks.size(), std::size_t{1});
  QCOMPARE(chart.blanks[0].from, points[1].at);
  QCOMPARE(chart.blanks[0].to, points[3].at);
}

void TestTide::a_sum_with_a_group_leaves_out_what_it_never_read() {
  auto s = two_partitions(3);
  add(*s, 0, signal::high, [](auto) { return 100; });
  add(*s, 1, signal::high, [](auto) { return 5000; });
  add(*s, 0, signal::group(GroupId("g")), [](auto) { return 90; });
  add(*s, 1, signal::group(GroupId("g")), [](auto) { return -1; }, Reason::no_commit);
  s->index();
  const TideChart chart = tide_chart(*s, orders({}), s->from, s->to);
  QCOMPARE(chart.partitions, std::size_t{1});
  QCOMPARE(chart.partitions_all, std::size_t{2});
  QCOMPARE(*tide_measure(chart, s->to)->unread, std::int64_t{10});
}

void TestTide::a_partition_that_is_added_later_breaks_nothing() {
  auto s = two_partitions(4);
  add(*s, 0, signal::high, [](auto) { return 100; });
  add(*s, 1, signal::high, [](auto i) { return i < 2 ? -1 : 3; }, Reason::never_polled);
  s->index();
  const auto chart = tide_chart(*s, orders({}), s->from, s->to);
  const auto& points = chart.line(Mark::high)->points;
  QCOMPARE(*points[1].value, std::int64_t{100});
  QCOMPARE(*points[2].value, std::int64_t{103});
  QVERIFY(chart.blanks.empty());
}

// History at 10 s, then live at 2 s: one line, also of a sum, and nothing blank between.
void TestTide::lanes_of_other_intervals_join_without_a_hole() {
  Snapshot s;
  s.sources.push_back({SourceId(1), {"kafka", "prod", ClusterName("prod")}});
  s.lanes.push_back({LaneId(1), 0, "offsets", Millis(10'000), {}});
  s.lanes.push_back({LaneId(2), 0, "offsets", Millis(2'000), {}});
  for (std::int64_t i = 0; i < 6; ++i) s.lanes[0].polls.push_back({.seq = i, .wall = local_time(i * 10'000)});
  for (std::int64_t i = 0; i < 20; ++i) s.lanes[1].polls.push_back({.seq = i, .wall = local_time(60'000 + i * 2'000)});
  for (int partition = 0; partition < 2; ++partition)
    for (std::size_t lane = 0; lane < 2; ++lane) {
      const SeriesSpec spec{signal::high, object::partition({TopicName("orders"), PartitionId(partition)}), "records",
                            0};
      Column column{SeriesId(static_cast<std::int64_t>(s.columns.size()) + 1), lane, spec, {}, {}};
      for (const PollInfo& poll : s.lanes[lane].polls) {
        column.values.push_back(ms(poll.wall));
        column.reasons.push_back(Reason::none);
      }
      s.columns.push_back(std::move(column));
    }
  s.index();
  const LocalTime end = local_time(98'000);
  for (const auto& wanted : {std::optional<PartitionId>(), std::optional(PartitionId(1))}) {
    const TideChart joined =
        tide_chart(s, {ClusterName("prod"), TopicName("orders"), wanted, {}, {}}, local_time(0), end);
    QVERIFY(joined.blanks.empty());
    const TideLine* high = joined.line(Mark::high);
    QVERIFY(high);
    QCOMPARE(high->points.size(), std::size_t{26});
    for (const TidePoint& point : high->points) QCOMPARE(*point.value, ms(point.at) * (wanted ? 1 : 2));
  }
}

void TestTide::missing_polls_break_the_line_and_are_blank() {
  const auto s = test::stuck_table(1, 100, 130);
  const TideChart chart = tide_chart(*s, orders(0), s->from, s->to);
  QCOMPARE(chart.blanks.size(), std::size_t{1});
  QCOMPARE(chart.blanks[0].reason, Reason::collector_off);
  QCOMPARE(chart.blanks[0].from, s->from + Millis(990'000));
  QCOMPARE(chart.blanks[0].to, s->from + Millis(1'300'000));
  QVERIFY(std::ranges::any_of(chart.line(Mark::high)->points, [](const TidePoint& p) { return !p.value; }));
  // A chart that ends long after the last poll does not pretend to know.
  const TideChart later = tide_chart(*s, orders(0), s->from, s->to + minute * 5);
  QCOMPARE(later.blanks.back().from, s->to);
}

void TestTide::unknown_values_are_blank_with_their_reason() {
  auto s = two_partitions(6);
  add(*s, 0, signal::high, [](auto i) { return i >= 4 ? -1 : 10; });
  s->index();
  const TideChart chart = tide_chart(*s, orders(0), s->from, s->to);
  QCOMPARE(chart.blanks.size(), std::size_t{1});
  QCOMPARE(chart.blanks[0].reason, Reason::unreachable);
  QCOMPARE(tide_measure(chart, s->to)->of(Mark::high).reason(), Reason::unreachable);
}

void TestTide::a_measure_stands_at_a_poll() {
  const auto s = test::stuck_table();
  const TideChart chart = tide_chart(*s, orders(0), s->from, s->to);
  const auto measure = tide_measure(chart, s->from + Millis(1'004'999));
  QCOMPARE(measure->at, s->from + Millis(1'000'000));
  QCOMPARE(*measure->of(Mark::high), test::high_at(100, 0));
  QCOMPARE(*measure->of(Mark::group), test::high_at(98, 0));
  QVERIFY(!tide_measure(TideChart{}, s->from));
}

void TestTide::the_age_of_a_mark_is_when_high_passed_it() {
  auto s = two_partitions(11);
  add(*s, 0, signal::high, [](auto i) { return 100 * i; });
  add(*s, 0, signal::group(GroupId("g")), [](auto) { return 250; });
  s->index();
  const TideChart chart = tide_chart(*s, orders(0), s->from, s->to);
  const auto measure = tide_measure(chart, s->to);
  QCOMPARE(*measure->unread, std::int64_t{750});
  // Record 250 was there when high became 251: 51 hundredths of the step from 200 to 300.
  QCOMPARE(measure->unread_age->since, s->from + Millis(25'100));
  QCOMPARE(measure->unread_age->age, Millis(74'900));
  QCOMPARE(measure->unread_age->error, Millis(5'100));
}

void TestTide::an_age_beyond_the_chart_is_at_least() {
  auto s = two_partitions(5);
  add(*s, 0, signal::high, [](auto i) { return 100 + i; });
  add(*s, 0, signal::group(GroupId("g")), [](auto) { return 50; });
  s->index();
  const auto measure = tide_measure(tide_chart(*s, orders(0), s->from, s->to), s->to);
  QVERIFY(measure->unread_age->at_least);
  QCOMPARE(measure->unread_age->age, Millis(40'000));
}

void TestTide::drained_is_age_zero() {
  auto s = two_partitions(5);
  add(*s, 0, signal::high, [](auto i) { return 100 + i; });
  add(*s, 0, signal::group(GroupId("g")), [](auto i) { return 100 + i; });
  s->index();
  const auto measure = tide_measure(tide_chart(*s, orders(0), s->from, s->to), s->to);
  QCOMPARE(*measure->unread, std::int64_t{0});
  QCOMPARE(measure->unread_age->age, Millis(0));
  QCOMPARE(measure->unread_age->error, Millis(10'000));
}

void TestTide::events_of_others_are_left_out() {
  auto s = two_partitions(5);
  add(*s, 0, signal::high, [](auto i) { return 100 + i; });
  for (const char* object :
       {"partition:orders/0", "partition:orders/1", "partition:clicks/0", "topic:orders", "broker:2", "group:other"})
    s->events.push_back({std::size_t{0}, {std::nullopt, s->from, "broker", "note", Object(object), "", "note"}});
  s->index();
  QCOMPARE(tide_chart(*s, orders(0), s->from, s->to).events.size(), std::size_t{3});
  QCOMPARE(tide_chart(*s, orders({}), s->from, s->to).events.size(), std::size_t{4});
}

QTEST_GUILESS_MAIN(TestTide)
#include "tst_tide.moc"
