// SPDX-License-Identifier: GPL-3.0-or-later
// The times a past is rebuilt at, which of them are looked up, what an answer means, and the lane it becomes.
#include <QTest>
#include <algorithm>

#include "collectors/core/past_lane.h"
#include "collectors/kafka/offset_reader.h"
#include "collectors/kafka/past_search.h"
#include "models/domain/rebuilt.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr std::int64_t day = 86'400'000;
const LocalTime noon = local_time(1'767'268'800'000);
using Value = Known<std::int64_t>;

// Looks up what is wanted of a log whose values by point are these; how many look-ups it took.
std::size_t run(PastSearch& search, const std::vector<std::int64_t>& log) {
  std::size_t asked = 0;
  for (auto wanted = search.wanted(); !wanted.empty(); wanted = search.wanted())
    for (const std::size_t point : wanted) {
      search.learn(point, log[point]);
      ++asked;
    }
  return asked;
}
}  // namespace

class PastTest final : public QObject {
  Q_OBJECT
 private slots:
  void a_grid_stands_on_round_times() {
    const PastGrid grid = past_grid(noon + Millis(1), noon + Millis(900'000), 12);
    QCOMPARE(grid.step, Millis(10'000));
    QCOMPARE(ms(grid.first), ms(noon) + 10'000);
    QCOMPARE(grid.points, std::size_t{89});  // [from, to)
    QCOMPARE(grid.not_before(noon), std::size_t{0});
    QCOMPARE(grid.not_before(grid.at(3)), std::size_t{3});
    QCOMPARE(grid.not_before(grid.at(3) + Millis(1)), std::size_t{4});
    QCOMPARE(grid.not_before(noon + Millis(day)), grid.points);
  }

  void its_step_grows_with_the_time_and_the_partitions() {
    QCOMPARE(past_grid(noon - Millis(day), noon, 12).step, Millis(60'000));
    QCOMPARE(past_grid(noon - Millis(day), noon, 12).points, std::size_t{1'440});
    QCOMPARE(past_grid(noon - Millis(day), noon, 1'000).step, Millis(300'000));
    QCOMPARE(past_grid(noon - Millis(day), noon, 100'000).step, Millis(3'600'000));
    QCOMPARE(past_grid(noon, noon, 1).points, std::size_t{0});
    QCOMPARE(past_grid(noon, noon - Millis(day), 1).points, std::size_t{0});
  }

  void what_did_not_change_is_not_looked_up() {
    PastSearch quiet(1'440);
    QCOMPARE(run(quiet, std::vector<std::int64_t>(1'440, 7)), std::size_t{2});
    QVERIFY(std::ranges::all_of(quiet.values(), [](const Value& value) { return value == Value(7); }));

    std::vector<std::int64_t> log(1'440, 100);
    for (std::size_t i = 600; i < 660; ++i) log[i] = 100 + static_cast<std::int64_t>(i - 599) * 5;
    for (std::size_t i = 660; i < log.size(); ++i) log[i] = log[659];
    PastSearch busy(log.size());
    const std::size_t asked = run(busy, log);
    QVERIFY2(asked < 100, std::to_string(asked).c_str());
    const auto values = busy.values();
    for (std::size_t i = 0; i < log.size(); ++i) QCOMPARE(values[i], Value(log[i]));
  }

  void a_leader_that_does_not_answer_is_not_asked_on() {
    PastSearch search(100);
    QCOMPARE(search.wanted(), (std::vector<std::size_t>{0, 99}));
    search.learn(0, 5);
    search.learn(99, Reason::unreachable);
    QVERIFY(search.wanted().empty());
    QCOMPARE(search.values()[50], Value(Reason::unreachable));
    PastSearch one(1);
    QCOMPARE(one.wanted(), std::vector<std::size_t>{0});
    QVERIFY(PastSearch(0).wanted().empty());
  }

  void what_an_answer_means() {
    const PastLog whole{0, 500, 0};
    QCOMPARE(past_high(Value(120), whole), Value(120));
    QCOMPARE(past_high(Value(no_such_record), whole), Value(500));
    QCOMPARE(past_high(Value(0), whole), Value(Reason::no_history));  // before the first record: was there a topic?
    QCOMPARE(past_high(Value(Reason::leaderless), whole), Value(Reason::leaderless));
    QCOMPARE(past_high(Value(600), whole), Value(500));  // written after the high mark was read
    const PastLog trimmed{200, 500, 210};
    QCOMPARE(past_high(Value(210), trimmed), Value(Reason::expired));
    QCOMPARE(past_high(Value(211), trimmed), Value(211));
    QCOMPARE(past_high(Value(no_such_record), {200, 200, no_such_record}), Value(Reason::expired));
    QCOMPARE(past_high(Value(no_such_record), {0, 0, no_such_record}), Value(Reason::no_history));
    QCOMPARE(past_high(Value(no_such_record), {0, 500, no_such_record}), Value(Reason::not_supported));
  }

  void a_lane_of_its_own() {
    Recorder sink;
    const FixedClock clock(noon);
    const SourceSpec kafka{"kafka", "prod", ClusterName("prod")};
    const PastGrid grid = past_grid(noon - Millis(60'000), noon, 1);
    PastLane lane(sink, kafka, "high", grid);
    const Object partition = object::partition({TopicName("orders"), PartitionId(0)});
    lane.add(signal::high, partition, "records",
             std::vector<Value>{Reason::no_history, Reason::never_polled, 10, 20, Reason::unreachable, 40});
    QVERIFY(lane.push(clock, {{.requests = 9}, Millis(120), {"a limit"}}));
    const auto snapshot = sink.snapshot();
    QCOMPARE(snapshot->lanes.size(), std::size_t{1});
    QVERIFY(is_rebuilt(snapshot->sources.front().spec));
    QCOMPARE(snapshot->sources.front().spec.name, std::string("kafka/prod"));
    QVERIFY(collected_of(snapshot->sources.front().spec) == kafka);
    QCOMPARE(snapshot->lanes.front().polls.size(), std::size_t{6});
    const SeriesKey key{ClusterName("prod"), signal::high, partition};
    QCOMPARE(snapshot->at(key, grid.at(3))->value, 20);
    QCOMPARE(snapshot->at(key, grid.at(0)).reason(), Reason::no_history);
    QCOMPARE(snapshot->at(key, grid.at(4)).reason(), Reason::unreachable);
    QCOMPARE(snapshot->at(key, noon + Millis(60'000)).reason(), Reason::collector_off);
    std::int64_t due = 0, answered = 0, requests = 0;
    for (const PollInfo& poll : snapshot->lanes.front().polls) {
      due += poll.due;
      answered += poll.answered;
      requests += poll.cost.requests;
    }
    QCOMPARE(due, 6);  // the point without a sample counts as a poll of its own
    QCOMPARE(answered, 5);
    QCOMPARE(requests, 9);
    QVERIFY(std::ranges::any_of(snapshot->states, [](const StateSpan& span) {
      return span.aspect == aspect::limits && span.value == "a limit" && !span.to;
    }));
  }

  void states_have_their_own_times_and_end_with_the_lane() {
    Recorder sink;
    const FixedClock clock(noon);
    const PastGrid grid = past_grid(noon - Millis(60'000), noon, 1);
    PastLane lane(sink, {"connect", "lake", ClusterName("prod")}, "connectors", grid);
    const Object task = object::task("sink", 0);
    lane.add(grid.first, {task, "state", "RUNNING", {}});
    const LocalTime failed = grid.at(2) + Millis(1'234);
    lane.add(failed, {task, "state", "FAILED", "boom"});
    QVERIFY(lane.push(clock, {}));
    const auto snapshot = sink.snapshot();
    QCOMPARE(snapshot->states.size(), std::size_t{3});
    QCOMPARE(snapshot->states[1].from_hi, failed);
    QCOMPARE(snapshot->states[1].from_lo, std::optional(failed - Millis(1)));
    QCOMPARE(snapshot->states[1].detail, std::string("boom"));
    QCOMPARE(*snapshot->state_at(ClusterName("prod"), task, "state", failed - Millis(1))->value,
             std::string("RUNNING"));
    QCOMPARE(*snapshot->state_at(ClusterName("prod"), task, "state", grid.at(4))->value, std::string("FAILED"));
    QVERIFY(!snapshot->state_at(ClusterName("prod"), task, "state", noon));
  }
};

QTEST_GUILESS_MAIN(PastTest)
#include "tst_past.moc"
