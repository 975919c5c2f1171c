// SPDX-License-Identifier: GPL-3.0-or-later
// Burn rates that are gathered hour by hour are those of three days read at once.
#include <QTest>

#include "app/session/path_budgets.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestPathBudgets final : public QObject {
  Q_OBJECT
 private slots:
  void hours_read_one_by_one_are_the_days_read_at_once();
  void a_pause_of_the_judge_is_read_later();
  void where_nothing_is_promised_nothing_is_read();

 private:
  static Profile profile() {
    Profile profile;
    profile.classes.push_back({"fraud", Millis(300'000), 99, "group", "risk", "learn"});
    profile.pipelines.push_back({.name = "orders", .topic = "t", .group = "g", .class_name = "fraud"});
    return profile;
  }
};

namespace {
constexpr Millis minute{60'000};
constexpr std::int64_t all = 74 * 60;
LocalTime at(std::int64_t n) { return local_time(t0) + n * minute; }

// A record a minute; the group stands still for 20 minutes of each third hour, and is at the end else.
void write_days(const Scratch& scratch) {
  const auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane("prod", minute));
  const SeriesId high = writer->series(lane, mark(signal::high, "t", 0));
  const SeriesId group = writer->series(lane, mark(signal::group(GroupId("g")), "t", 0));
  for (std::int64_t n = 0; n <= all; ++n) {
    const std::int64_t in_turn = n % 180;
    Poll poll = poll_at(lane, n, minute);
    poll.samples = {{high, 1000 + n, Reason::none},
                    {group, 1000 + (in_turn > 60 && in_turn <= 80 ? n - in_turn + 60 : n), Reason::none}};
    push(*writer, poll);
  }
  if (!writer->close()) qFatal("not closed");
}

FreshnessRow judged(PathBudgets& budgets, TimelineReader& reader, const Profile& profile, LocalTime now) {
  auto rows = budgets.judge(reader, profile, now);
  if (!rows || rows->size() != 1) qFatal("not one path");
  return rows->front();
}

FreshnessRow at_once(TimelineReader& reader, const Profile& profile, LocalTime now) {
  const auto past = reader.load(*freshness_history(profile, now - std::chrono::days(3), now));
  const auto last = reader.load(freshness_request(now));
  if (!past || !last) qFatal("not read");
  return freshness_rows(**last, now, profile, {}, FreshnessBy::path, past->get()).front();
}

void compare(const FreshnessRow& ours, const FreshnessRow& expected) {
  QCOMPARE(ours.burn_5m, expected.burn_5m);
  QCOMPARE(ours.burn_30m, expected.burn_30m);
  QCOMPARE(ours.burn_1h, expected.burn_1h);
  QCOMPARE(ours.burn_6h, expected.burn_6h);
  QCOMPARE(ours.burn_3d, expected.burn_3d);
}
}  // namespace

void TestPathBudgets::hours_read_one_by_one_are_the_days_read_at_once() {
  const Scratch scratch;
  write_days(scratch);
  const auto reader = scratch.reader();
  PathBudgets budgets;
  const LocalTime now = at(all);
  FreshnessRow row = judged(budgets, *reader, profile(), now);
  for (int calls = 0; !budgets.complete() && calls < 100; ++calls) row = judged(budgets, *reader, profile(), now);
  QVERIFY(budgets.complete());
  const FreshnessRow expected = at_once(*reader, profile(), now);
  QVERIFY(expected.burn_3d && *expected.burn_3d > 5 && *expected.burn_3d < 9);  // 14 or so of each 180 minutes
  compare(row, expected);
  QVERIFY(!row.since && !late_finding(row));
  QCOMPARE(burning_finding(row)->rule, std::string("F02"));
}

void TestPathBudgets::a_pause_of_the_judge_is_read_later() {
  const Scratch scratch;
  write_days(scratch);
  const auto reader = scratch.reader();
  PathBudgets budgets;
  for (int calls = 0; !budgets.complete() && calls < 100; ++calls) judged(budgets, *reader, profile(), at(all - 600));
  QVERIFY(budgets.complete());
  FreshnessRow row = judged(budgets, *reader, profile(), at(all));
  for (int calls = 0; !budgets.complete() && calls < 100; ++calls) row = judged(budgets, *reader, profile(), at(all));
  compare(row, at_once(*reader, profile(), at(all)));
}

void TestPathBudgets::where_nothing_is_promised_nothing_is_read() {
  const Scratch scratch;
  write_days(scratch);
  const auto reader = scratch.reader();
  PathBudgets budgets;
  Profile profile;
  profile.pipelines.push_back({.name = "orders", .topic = "t", .group = "g"});
  const auto rows = budgets.judge(*reader, profile, at(all));
  QVERIFY(rows && rows->empty());
}

QTEST_GUILESS_MAIN(TestPathBudgets)
#include "tst_path_budgets.moc"
