// SPDX-License-Identifier: GPL-3.0-or-later
// A wall clock that jumps, a machine that sleeps and one that restarts: no sample under a wrong time, none out of
// order.
#include <QTest>

#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr std::int64_t second = 1000;
const SeriesSpec high = mark(signal::high, "orders", 0);
const SeriesSpec floor_mark = mark(signal::floor, "orders", 0);

// The times of this machine, in seconds: as they are, and what its wall clock is ahead.
struct Machine {
  std::int64_t mono = 0, ahead = 0;
  std::string boot = "boot-1";
  LocalTime wall() const { return local_time(t0 + (mono + ahead) * second); }
};

// 10 s for what is read often, 60 s for what is not.
class Collected {
 public:
  void poll(const Machine& machine, bool slow_too) {
    put(offsets_, high, machine);
    if (slow_too) put(floors_, floor_mark, machine);
  }
  // As long as told, polls at their intervals.
  void run(Machine& machine, std::int64_t seconds) {
    for (const std::int64_t end = machine.mono + seconds; machine.mono < end; machine.mono += 10)
      poll(machine, machine.mono % 60 == 0);
  }
  std::shared_ptr<const Snapshot> at(LocalTime to, Millis before) {
    if (!writer_->flush()) qFatal("not stored");
    SnapshotRequest request;
    request.from = to - before;
    request.to = to;
    return scratch_.load(request);
  }
  std::size_t faults() const { return scratch_.faults(); }

 private:
  void put(LaneId lane, const SeriesSpec& spec, const Machine& machine) {
    Poll poll;
    poll.lane = lane;
    poll.wall = machine.wall();
    poll.mono = MonoTime(Millis(machine.mono * second));
    poll.boot = machine.boot;
    poll.due = poll.answered = 1;
    poll.samples = {{writer_->series(lane, spec), machine.mono, Reason::none}};
    push(*writer_, poll);
  }
  const Scratch scratch_;
  std::unique_ptr<TimelineWriter> writer_ = scratch_.writer();
  LaneId offsets_ = writer_->lane(offsets_lane());
  LaneId floors_ = writer_->lane({{"kafka", "prod", ClusterName("prod")}, "floor", Millis(60 * second)});
};

void ascending(const Snapshot& snapshot) {
  for (const LaneInfo& lane : snapshot.lanes)
    for (std::size_t i = 1; i < lane.polls.size(); ++i) {
      QVERIFY(lane.polls[i - 1].wall < lane.polls[i].wall);
      QVERIFY(lane.polls[i - 1].seq < lane.polls[i].seq);
    }
}

SeriesKey key_of(const SeriesSpec& spec) { return {ClusterName("prod"), spec.signal, spec.object}; }
}  // namespace

class TestClock final : public QObject {
  Q_OBJECT
 private slots:
  void a_clock_that_is_set_back();
  void what_was_not_read_since_is_not_new();
  void a_clock_that_is_set_forward();
  void a_restart_with_an_earlier_clock();
  void what_is_imported_keeps_its_order();
};

void TestClock::a_clock_that_is_set_back() {
  Collected collected;
  Machine machine;
  collected.run(machine, 7200);
  const LocalTime last = machine.wall() - Millis(10 * second);
  machine.ahead = -3600;
  const LocalTime stepped = machine.wall();
  collected.run(machine, 600);
  const auto snapshot = collected.at(last, std::chrono::hours(3));
  ascending(*snapshot);
  // What was measured under those times before is not shown as measured then.
  const LaneInfo& lane = snapshot->lanes[0];
  QCOMPARE(lane.polls.back().wall, machine.wall() - Millis(10 * second));
  QCOMPARE(snapshot->at(key_of(high), machine.wall())->value, machine.mono - 10);
  QCOMPARE(snapshot->at(key_of(high), stepped)->value, 7200);
  QCOMPARE(snapshot->at(key_of(high), stepped - Millis(60 * second))->value, 3540);
  QCOMPARE(snapshot->gaps.size(), std::size_t{2});
  for (const GapInfo& gap : snapshot->gaps) {
    QCOMPARE(gap.gap.reason, Reason::ambiguous);
    QVERIFY(gap.gap.detail.starts_with("clock stepped back 36"));
    QVERIFY(gap.gap.from >= stepped && gap.gap.to <= last);
  }
  QCOMPARE(collected.faults(), std::size_t{0});
}

// The floor is an hour old when the clock was just set back by one, though the wall says seconds.
void TestClock::what_was_not_read_since_is_not_new() {
  Collected collected;
  Machine machine;
  collected.run(machine, 7210);
  machine.ahead = -3600;
  collected.poll(machine, false);
  machine.mono += 10;
  collected.poll(machine, false);
  const auto snapshot = collected.at(machine.wall(), std::chrono::minutes(10));
  ascending(*snapshot);
  QCOMPARE(snapshot->at(key_of(high), machine.wall())->value, machine.mono);
  QCOMPARE(snapshot->at(key_of(floor_mark), machine.wall()).reason(), Reason::collector_off);
  QCOMPARE(snapshot->at(key_of(floor_mark), machine.wall() - std::chrono::minutes(5))->value, 3300);
}

void TestClock::a_clock_that_is_set_forward() {
  Collected collected;
  Machine machine;
  collected.run(machine, 1200);
  const LocalTime last = machine.wall() - Millis(10 * second);
  machine.ahead = 3600;
  collected.run(machine, 600);
  const auto snapshot = collected.at(machine.wall(), std::chrono::hours(3));
  ascending(*snapshot);
  QCOMPARE(snapshot->lanes[0].polls.size(), std::size_t{180});
  QCOMPARE(snapshot->at(key_of(high), last + Millis(600 * second)).reason(), Reason::collector_off);
  const GapInfo* gap = nullptr;
  for (const GapInfo& one : snapshot->gaps)
    if (one.lane == 0) gap = &one;
  QVERIFY(gap);
  QCOMPARE(gap->gap.detail, std::string("clock stepped forward 3600.0 s"));
  QCOMPARE(gap->gap.from, last + Millis(10 * second));
}

void TestClock::a_restart_with_an_earlier_clock() {
  Collected collected;
  Machine machine;
  collected.run(machine, 1200);
  machine = {0, 900, "boot-2"};
  const LocalTime again = machine.wall();
  collected.run(machine, 120);
  const auto snapshot = collected.at(local_time(t0 + 7200 * second), std::chrono::hours(3));
  ascending(*snapshot);
  QCOMPARE(snapshot->at(key_of(high), again)->value, 0);
  QCOMPARE(snapshot->lanes[0].polls.size(), std::size_t{90 + 12});
}

// What comes from another program's history carries no clock of ours.
void TestClock::what_is_imported_keeps_its_order() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  for (const std::int64_t n : {10, 11, 12, 1, 2, 3}) {
    Poll poll = poll_at(lane, n);
    poll.samples = {{writer->series(lane, high), n, Reason::none}};
    push(*writer, poll);
  }
  QVERIFY(writer->flush());
  QCOMPARE(scratch.load(everything())->lanes[0].polls.size(), std::size_t{6});
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
