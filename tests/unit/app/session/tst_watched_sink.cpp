// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/session/watched_sink.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
struct Heard {
  std::vector<std::string> lines;
  Recorder timeline;
  WatchedSink sink{
      timeline, {}, [this](const std::string& line, bool warning) { lines.push_back((warning ? "! " : "") + line); }};

  LaneId lane(const std::string& name, Millis interval) {
    return sink.lane({{"kafka", "prod", ClusterName("prod")}, name, interval});
  }
  void poll(LaneId lane, std::vector<std::string> failing) {
    Poll poll;
    poll.lane = lane;
    poll.due = 2;
    poll.answered = 2 - static_cast<std::int64_t>(failing.size());
    for (std::string& scope : failing)
      poll.errors.push_back({std::move(scope), Reason::unreachable, "no answer", false});
    QVERIFY(sink.push(std::move(poll)));
  }
};
using Lines = std::vector<std::string>;
}  // namespace

class TestWatchedSink final : public QObject {
  Q_OBJECT
 private slots:
  void a_part_is_said_once_when_it_begins_and_once_when_it_ceases() {
    Heard heard;
    const LaneId lane = heard.lane("offsets", Millis(10'000));
    heard.poll(lane, {});
    heard.poll(lane, {"broker:2"});
    heard.poll(lane, {"broker:2"});
    QCOMPARE(heard.sink.progress().failing, 1u);
    heard.poll(lane, {});
    QCOMPARE(heard.lines, (Lines{"! prod: broker:2: no answer", "prod: broker:2: answers again"}));
    QCOMPARE(heard.sink.progress().failing, 0u);
    QCOMPARE(heard.sink.progress().polls, 4);
    QCOMPARE(heard.sink.progress().due, 8);
    QCOMPARE(heard.sink.progress().answered, 6);
  }

  void lanes_of_one_source_say_it_once() {
    Heard heard;
    const LaneId offsets = heard.lane("offsets", Millis(10'000));
    const LaneId groups = heard.lane("groups", Millis(10'000));
    heard.poll(offsets, {"broker:2"});
    heard.poll(groups, {"broker:2"});
    heard.poll(offsets, {});
    QCOMPARE(heard.lines, Lines{"! prod: broker:2: no answer"});
    heard.poll(groups, {});
    QCOMPARE(heard.lines.back(), std::string("prod: broker:2: answers again"));
  }

  // A lane that is slow doubles its interval, which gives it another id.
  void a_lane_of_another_interval_goes_on() {
    Heard heard;
    const LaneId before = heard.lane("offsets", Millis(10'000));
    heard.poll(before, {"broker:2", "broker:3"});
    const LaneId after = heard.lane("offsets", Millis(20'000));
    QVERIFY(before != after);
    heard.poll(after, {"broker:3"});
    QCOMPARE(heard.lines.size(), 3u);
    QCOMPARE(heard.lines.back(), std::string("prod: broker:2: answers again"));
    QCOMPARE(heard.sink.progress().failing, 1u);
    heard.poll(after, {});
    QCOMPARE(heard.sink.progress().failing, 0u);
  }
};

QTEST_GUILESS_MAIN(TestWatchedSink)
#include "tst_watched_sink.moc"
