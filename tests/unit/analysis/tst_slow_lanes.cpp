// SPDX-License-Identifier: GPL-3.0-or-later
// A collector that slowed down in the middle of a story: what was read each 10 s goes on in another lane of its source,
// each 30 s. What follows from polls follows from those of both.
#include <QTest>

#include "models/analysis/age_series.h"
#include "models/analysis/freshness.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestSlowLanes final : public QObject {
  Q_OBJECT
 private slots:
  void marks_go_on_in_the_other_lane();
  void of_the_newest_polls_as_many_as_are_asked_for();
  void ages_go_on_and_reach_back();
  void minutes_before_and_after_are_judged();
  void a_minute_is_judged_by_the_interval_it_was_polled_at();
  void lanes_of_another_name_are_no_family();
};

namespace {
constexpr int length = 120, slowed = 60, slower = 3;  // polls

// Group g is 2 polls behind, 20 s.
std::shared_ptr<Snapshot> story() {
  return std::make_shared<Snapshot>(*told(length, R"("series": [)" + mark("high", "t", 0, R"("rates": [[0, 10]])") +
                                                      ", " + mark("stable", "t", 0, R"("follow": "high")") + ", " +
                                                      group("g", "t", 0, R"("follow": "high", "delay_polls": 2)") +
                                                      "]"));
}

template <class T>
std::vector<T> taken(std::vector<T>& of) {
  std::vector<T> out;
  for (std::size_t i = slowed; i < of.size(); i += slower) out.push_back(of[i]);
  of.resize(slowed);
  return out;
}

std::shared_ptr<const Snapshot> slow_story(const std::string& name = {}) {
  auto out = story();
  const std::size_t lanes = out->lanes.size(), columns = out->columns.size();
  for (std::size_t i = 0; i < lanes; ++i) {
    LaneInfo lane = out->lanes[i];
    lane.interval = slower * lane.interval;
    lane.id = LaneId(lane.id.value() + 100);
    if (!name.empty()) lane.name = name;
    lane.polls = taken(out->lanes[i].polls);
    out->lanes.push_back(std::move(lane));
  }
  for (std::size_t i = 0; i < columns; ++i) {
    Column column = out->columns[i];
    column.lane += lanes;
    column.values = taken(out->columns[i].values);
    column.reasons = taken(out->columns[i].reasons);
    out->columns.push_back(std::move(column));
  }
  out->index();
  return out;
}

const MarkKeys keys({ClusterName("c"), GroupId("g"), {TopicName("t"), PartitionId(0)}});

Profile profile_of(Millis target) {
  Profile profile;
  profile.classes.push_back({.name = "gold", .target = target, .objective = 99});
  profile.pipelines.push_back({.name = "orders", .topic = "t", .group = "g", .class_name = "gold"});
  return profile;
}
FreshnessRow row_of(const Snapshot& snapshot, Millis target = Millis(60'000)) {
  return freshness_rows(snapshot, snapshot.to, profile_of(target), {}, FreshnessBy::path, &snapshot).front();
}
}  // namespace

void TestSlowLanes::marks_go_on_in_the_other_lane() {
  const auto s = slow_story();
  const auto polls = mark_polls(*s, keys, {}, s->to, SIZE_MAX);
  QCOMPARE(polls.size(), std::size_t(slowed + (length - slowed) / slower));
  for (std::size_t i = 1; i < polls.size(); ++i) {
    QVERIFY(polls[i].at > polls[i - 1].at);
    QVERIFY(polls[i].committed >= polls[i - 1].committed);
  }
  QCOMPARE(polls.front().at, poll_time(0));
  QCOMPARE(polls.back().at, poll_time(length - slower));
}

void TestSlowLanes::of_the_newest_polls_as_many_as_are_asked_for() {
  const auto s = slow_story();
  const auto polls = mark_polls(*s, keys, {}, poll_time(slowed + slower), 4);
  QCOMPARE(polls.size(), 4u);
  QCOMPARE(polls.front().at, poll_time(slowed - 2));
  QCOMPARE(polls.back().at, poll_time(slowed + slower));
}

void TestSlowLanes::ages_go_on_and_reach_back() {
  const auto s = slow_story();
  const AgeSeries series = age_series(*s, keys, {}, s->from, s->to);
  QCOMPARE(series.polls.size(), std::size_t(slowed + (length - slowed) / slower));
  QCOMPARE(series.interval, Millis(30'000));
  for (const AgePoll& poll : series.polls) {
    if (poll.at < poll_time(4)) continue;
    // The first poll of the slow lane is 20 s behind a mark that only the fast one saw.
    QVERIFY(poll.age);
    QVERIFY(*poll.age <= Millis(20'000) && *poll.age + poll.error >= Millis(20'000));
    QCOMPARE(poll.interval, Millis(poll.at < poll_time(slowed) ? 10'000 : 30'000));
  }
}

void TestSlowLanes::minutes_before_and_after_are_judged() {
  const auto fast = story();
  fast->index();
  const FreshnessRow usual = row_of(*fast), row = row_of(*slow_story());
  QCOMPARE(*usual.good_slices, length / 6);
  QCOMPARE(*row.good_slices, *usual.good_slices);
  QCOMPARE(*row.unknown_slices, *usual.unknown_slices);
  // What is 20 s old and known within 10 s is late; within 30 s nobody can say so.
  QVERIFY(*row_of(*slow_story(), Millis(1)).bad_slices >= slowed / 6 - 1);
}

// Of a minute that is polled each 10 s two polls are not enough; of one that is polled each 30 s they are all.
void TestSlowLanes::a_minute_is_judged_by_the_interval_it_was_polled_at() {
  auto s = std::make_shared<Snapshot>(*slow_story());
  for (Column& column : s->columns)
    if (s->lanes[column.lane].interval == Millis(10'000))
      for (int poll = 30; poll < 34; ++poll) column.reasons[static_cast<std::size_t>(poll)] = Reason::unreachable;
  const FreshnessRow row = row_of(*s);
  QCOMPARE(*row.good_slices, length / 6 - 1);
  QCOMPARE(*row.unknown_slices, 1);
}

void TestSlowLanes::lanes_of_another_name_are_no_family() {
  const auto s = slow_story("other");
  QCOMPARE(mark_polls(*s, keys, {}, s->to, SIZE_MAX).size(), std::size_t((length - slowed) / slower));
}

QTEST_APPLESS_MAIN(TestSlowLanes)
#include "tst_slow_lanes.moc"
