// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that every collector shares: the poller's timing, a lane whose sink is full, recorders that forget.
#include <QElapsedTimer>
#include <QTest>
#include <atomic>

#include "collectors/core/mark_recorder.h"
#include "collectors/core/poller.h"
#include "collectors/core/pool.h"
#include "collectors/core/state_recorder.h"
#include "tests/integration/kafka/recorder.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
const LaneSpec spec{{"test", "s", ClusterName("c")}, "lane", Millis(1000)};
using Values = std::vector<Known<std::int64_t>>;
}  // namespace

class CoreTest : public QObject {
  Q_OBJECT

 private:
  const SystemClock clock_;

 private slots:
  void the_pool_runs_all_at_once_and_returns_when_all_have_ended() {
    Pool pool(4);
    std::atomic<int> done = 0;
    std::vector<std::function<void()>> tasks;
    for (int i = 0; i < 4; ++i)
      tasks.push_back([&] {
        ++done;
        while (done < 4) std::this_thread::yield();  // ends only if all four run together
      });
    pool.run(std::move(tasks));
    QCOMPARE(done.load(), 4);
  }

  void lanes_that_are_due_together_run_in_one_sweep() {
    std::vector<std::vector<std::size_t>> sweeps;
    std::atomic<int> count = 0;
    Poller poller(clock_, [&](std::stop_token, const Tick&, const std::vector<std::size_t>& due) {
      sweeps.push_back(due);
      ++count;
      return Millis(0);
    });
    poller.add(Millis(20), Millis(0));
    poller.add(Millis(60), Millis(0));
    QElapsedTimer timer;
    timer.start();
    poller.start();
    QTRY_VERIFY_WITH_TIMEOUT(count >= 8, 20'000);
    poller.stop();
    QVERIFY(static_cast<qint64>(sweeps.size()) <= timer.elapsed() / 15 + 2);
    QCOMPARE(sweeps[0], (std::vector<std::size_t>{0, 1}));
    QCOMPARE(sweeps[1], (std::vector<std::size_t>{0}));
  }

  void a_long_sweep_doubles_the_interval_and_quick_ones_halve_it() {
    std::atomic<int> busy = 10;
    std::atomic<int> sweeps = 0;
    std::atomic<std::int64_t> interval = 0;
    Poller* self = nullptr;
    Poller poller(clock_, [&](std::stop_token, const Tick&, const auto&) {
      interval = self->interval(0).count();
      ++sweeps;
      return Millis(busy);
    });
    self = &poller;
    poller.add(Millis(20), Millis(0));
    poller.start();
    QTRY_COMPARE_WITH_TIMEOUT(interval.load(), std::int64_t(40), 2000);
    busy = 0;
    QTRY_COMPARE_WITH_TIMEOUT(interval.load(), std::int64_t(20), 3000);
    poller.stop();
    QVERIFY(sweeps > 11);
  }

  void the_end_of_a_series_survives_a_full_sink() {
    Recorder sink;
    Lane lane(sink, clock_, spec);
    MarkRecorder marks(lane);
    const auto poll = [&](auto&& fill) {
      const Tick tick = Tick::now(clock_);
      auto opened = lane.begin(tick);
      if (!opened) return false;
      fill(*opened);
      marks.bury(*opened);
      return lane.push(std::move(*opened), tick);
    };
    QVERIFY(poll([&](Poll& p) { marks.put(p, signal::high, "t", Values{1, 2}, "records"); }));
    QCOMPARE(marks.size(), std::size_t(2));
    marks.bury_topic("t");
    QCOMPARE(marks.size(), std::size_t(0));
    sink.refuse(1);
    QVERIFY(!poll([](Poll&) {}));
    QVERIFY(!poll([](Poll&) {}));  // skipped
    QVERIFY(poll([](Poll&) {}));
    QCOMPARE(sink.poll("lane")->died.size(), std::size_t(2));
    QCOMPARE(sink.poll("lane")->gaps.size(), std::size_t(1));
    QCOMPARE(sink.value("lane", "high", "partition:t/1").reason(), Reason::deleted);
    QVERIFY(poll([](Poll&) {}));
    QCOMPARE(sink.poll("lane")->died.size(), std::size_t(0));
  }

  void polls_that_sleep_took_are_a_gap() {
    Recorder sink;
    Lane lane(sink, clock_, spec);
    const auto begin = std::chrono::steady_clock::now();
    const auto gaps = [&](std::int64_t wall_s, std::int64_t mono_s, std::int64_t awake_s) {
      const Tick tick{local_time(wall_s * 1000), MonoTime(std::chrono::seconds(mono_s)),
                      begin + std::chrono::seconds(awake_s)};
      return lane.begin(tick).value().gaps;
    };
    QVERIFY(gaps(1000, 0, 0).empty());
    QVERIFY(gaps(1001, 1, 1).empty());
    QVERIFY(gaps(1060, 60, 60).empty());  // late, and awake: the timeline sees that by itself
    const auto slept = gaps(4665, 3665, 65);
    QCOMPARE(slept.size(), std::size_t(1));
    QCOMPARE(slept[0].from, local_time(1060'000) + spec.interval);
    QCOMPARE(slept[0].to, local_time(4665'000));
    QCOMPARE(slept[0].detail, std::string("the machine slept 3600 s"));
    QVERIFY(gaps(4666, 3666, 66).empty());
  }

  void series_live_on_when_the_interval_changes() {
    Recorder sink;
    Lane lane(sink, clock_, spec);
    MarkRecorder marks(lane);
    const Tick tick = Tick::now(clock_);
    auto poll = lane.begin(tick).value();
    marks.put(poll, signal::high, "t", Values{5}, "records");
    QVERIFY(lane.push(std::move(poll), tick));
    lane.set_interval(Millis(2000));
    poll = lane.begin(tick).value();
    marks.put_reason(poll, Reason::unreachable);
    QVERIFY(lane.push(std::move(poll), tick));
    QCOMPARE(sink.value("lane", "high", "partition:t/0").reason(), Reason::unreachable);
    QCOMPARE(sink.lanes().size(), std::size_t(2));
  }

  void what_is_due_and_answered_is_counted() {
    Recorder sink;
    Lane lane(sink, clock_, spec);
    MarkRecorder marks(lane);
    auto poll = lane.begin(Tick::now(clock_)).value();
    marks.put(poll, signal::high, "t",
              Values{1, Reason::unreachable, Reason::never_polled, Reason::no_commit, Reason::leaderless}, "records");
    QCOMPARE(poll.due, std::int64_t(4));
    QCOMPARE(poll.answered, std::int64_t(2));
    QCOMPARE(poll.samples.size(), std::size_t(4));
    marks.put(poll, signal::last_record_age, "t", Values{Reason::not_probed, 7}, "ms", false);
    QCOMPARE(poll.due, std::int64_t(4));
    QCOMPARE(poll.samples.size(), std::size_t(5));  // an extra begins with its first known value
  }

  void an_object_that_is_gone_is_said_to_be_gone_once() {
    StateRecorder states;
    Poll first, second, third;
    states.put(first, Object("member:g/a"), "host", "h");
    states.put(first, Object("member:g/b"), "host", "h");
    states.gone_untouched(first, "member:");
    states.put(second, Object("member:g/a"), "host", "h");
    states.gone_untouched(second, "member:");
    QCOMPARE(second.states.size(), std::size_t(2));
    QVERIFY(!second.states[1].value);
    QCOMPARE(second.states[1].object.value(), std::string("member:g/b"));
    states.put(third, Object("member:g/a"), "host", "h");
    states.gone_untouched(third, "member:");
    QCOMPARE(third.states.size(), std::size_t(1));
    QCOMPARE(states.size(), std::size_t(1));
  }
};

QTEST_GUILESS_MAIN(CoreTest)
#include "tst_core.moc"
