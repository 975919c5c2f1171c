// SPDX-License-Identifier: GPL-3.0-or-later
// Transitions between judgements: each told once, none while little is seen, none of what is snoozed, none again after
// a restart; and what counts as seen.
#include <QTest>

#include "models/analysis/alarms.h"

using namespace tidemark;

class TestAlarms final : public QObject {
  Q_OBJECT
 private slots:
  void a_trouble_opens_once_however_often_it_is_judged();
  void it_worsens_to_error_once();
  void it_closes_when_it_was_gone_for_a_while();
  void one_that_comes_and_goes_stays_open();
  void nothing_opens_or_closes_while_little_is_seen();
  void blindness_itself_is_told();
  void a_source_that_is_not_seen_holds_back_the_closing_alone();
  void a_path_that_is_not_seen_whole_does_not_close();
  void what_is_snoozed_is_silent();
  void what_outlasts_its_snooze_opens_then();
  void a_restart_repeats_nothing();
  void notes_and_effects_do_not_open();
  void one_judgement_tells_the_worst_first();
  void the_same_trouble_twice_is_one();
  void a_late_path_is_a_trouble_of_its_class();
  void a_budget_that_goes_is_told_where_lateness_is_not();
  void r00_is_told_by_its_late_path();
  void sight_is_what_the_last_minutes_answered();
  void a_gap_before_the_first_poll_is_not_seen();
  void what_is_denied_is_not_due();
};

namespace {
const ClusterName prod("prod");
LocalTime at(std::int64_t seconds) { return LocalTime(Millis(1'767'225'600'000 + seconds * 1000)); }

AlarmCase trouble(const std::string& id, Severity severity = Severity::warn) {
  return {id, prod, severity, true, false, {{"title", "of " + id}}};
}

// The judgements of one collector.
struct Told {
  std::vector<Alarm> open;
  std::map<ClusterName, Sight> sight{{prod, {true, true}}};
  std::set<std::string> snoozed;
  std::set<std::pair<ClusterName, std::string>> unseen;

  // "opened a", "closed b"
  std::vector<std::string> judge(std::int64_t seconds, std::vector<AlarmCase> troubles) {
    AlarmStep step = alarm_step(std::move(open), {at(seconds), std::move(troubles), snoozed, sight, unseen});
    open = std::move(step.open);
    std::vector<std::string> out;
    for (const Transition& turn : step.transitions) {
      if (turn.at != at(seconds)) qFatal("told at another time");
      out.push_back(std::string(word(turn.turn)) + ' ' + turn.alarm.id);
    }
    return out;
  }
};
using Lines = std::vector<std::string>;

// Polls of one lane of a cluster, one each ten seconds: the parts that each answered of two.
Snapshot seen(const std::vector<std::int64_t>& answered, LocalTime first) {
  Snapshot snapshot;
  snapshot.sources = {{SourceId(1), {"kafka", "prod", prod}}};
  LaneInfo lane{LaneId(1), 0, "offsets", Millis(10'000), {}};
  for (std::size_t i = 0; i < answered.size(); ++i) {
    PollInfo poll;
    poll.seq = static_cast<std::int64_t>(i);
    poll.wall = first + static_cast<std::int64_t>(i) * lane.interval;
    poll.due = 2;
    poll.answered = answered[i];
    lane.polls.push_back(poll);
  }
  snapshot.oldest = first;
  snapshot.newest = lane.polls.back().wall;
  snapshot.from = at(-3600);
  snapshot.to = *snapshot.newest;
  snapshot.lanes = {lane};
  snapshot.index();
  return snapshot;
}
}  // namespace

void TestAlarms::a_trouble_opens_once_however_often_it_is_judged() {
  Told told;
  QCOMPARE(told.judge(0, {}), Lines());
  QCOMPARE(told.judge(10, {trouble("a")}), Lines{"opened a"});
  for (std::int64_t i = 2; i < 100; ++i) QCOMPARE(told.judge(10 * i, {trouble("a")}), Lines());
  QCOMPARE(told.open.size(), 1u);
  QCOMPARE(told.open[0].opened_at, at(10));
}

void TestAlarms::it_worsens_to_error_once() {
  Told told;
  told.judge(0, {trouble("a")});
  QCOMPARE(told.judge(10, {trouble("a", Severity::error)}), Lines{"worsened a"});
  QCOMPARE(told.judge(20, {trouble("a", Severity::warn)}), Lines());
  QCOMPARE(told.judge(30, {trouble("a", Severity::error)}), Lines());
  QCOMPARE(told.open[0].severity, Severity::error);
}

void TestAlarms::it_closes_when_it_was_gone_for_a_while() {
  Told told;
  told.judge(0, {trouble("a")});
  QCOMPARE(told.judge(10, {}), Lines());
  QCOMPARE(told.judge(120, {}), Lines());
  QCOMPARE(told.judge(130, {}), Lines{"closed a"});
  QCOMPARE(told.judge(140, {}), Lines());
  QCOMPARE(told.judge(150, {trouble("a")}), Lines{"opened a"});
}

void TestAlarms::one_that_comes_and_goes_stays_open() {
  Told told;
  QCOMPARE(told.judge(0, {trouble("a")}), Lines{"opened a"});
  for (std::int64_t i = 1; i < 200; ++i)
    QCOMPARE(told.judge(10 * i, i % 7 == 0 ? std::vector{trouble("a")} : std::vector<AlarmCase>()), Lines());
}

void TestAlarms::nothing_opens_or_closes_while_little_is_seen() {
  Told told;
  told.judge(0, {trouble("a")});
  told.sight = {{prod, {false, false}}};
  for (std::int64_t i = 1; i < 60; ++i) QCOMPARE(told.judge(10 * i, {trouble("b", Severity::error)}), Lines());
  QCOMPARE(told.open.size(), 1u);
  told.sight = {{prod, {true, true}}};
  // The absence counts from the first judgement that saw it.
  QCOMPARE(told.judge(600, {trouble("b")}), Lines{"opened b"});
  QCOMPARE(told.judge(710, {trouble("b")}), Lines());
  QCOMPARE(told.judge(720, {trouble("b")}), Lines{"closed a"});
  // A cluster of which nothing is known is not seen.
  told.sight.clear();
  QCOMPARE(told.judge(730, {trouble("b"), trouble("c")}), Lines());
}

void TestAlarms::blindness_itself_is_told() {
  Told told;
  told.sight = {{prod, {false, false}}};
  AlarmCase blind = trouble("R24-x");
  blind.blind = true;
  QCOMPARE(told.judge(0, {blind, trouble("a")}), Lines{"opened R24-x"});
}

void TestAlarms::a_source_that_is_not_seen_holds_back_the_closing_alone() {
  Told told;
  told.judge(0, {trouble("a")});
  told.sight = {{prod, {true, false}}};
  QCOMPARE(told.judge(10, {trouble("b")}), Lines{"opened b"});
  QCOMPARE(told.judge(400, {trouble("b")}), Lines());
  told.sight = {{prod, {true, true}}};
  told.judge(410, {trouble("b")});
  QCOMPARE(told.judge(530, {trouble("b")}), Lines{"closed a"});
}

// Its partition has no leader: what was wrong with it is not over because nobody can ask.
void TestAlarms::a_path_that_is_not_seen_whole_does_not_close() {
  Told told;
  AlarmCase late = trouble("a");
  late.record.push_back({"path", std::string("sink / orders")});
  told.judge(0, {late});
  told.unseen = {{prod, "sink / orders"}};
  for (int second = 10; second <= 600; second += 10) QCOMPARE(told.judge(second, {}), Lines{});
  told.unseen = {{prod, "sink / clicks"}};
  QCOMPARE(told.judge(610, {}), Lines{});
  QCOMPARE(told.judge(730, {}), Lines{"closed a"});
}

void TestAlarms::what_is_snoozed_is_silent() {
  Told told;
  told.snoozed = {"a"};
  QCOMPARE(told.judge(0, {trouble("a", Severity::error)}), Lines());
  QVERIFY(told.open.empty());
  told.judge(10, {trouble("b")});
  told.snoozed = {"b"};
  QCOMPARE(told.judge(20, {trouble("b", Severity::error)}), Lines());
  told.judge(30, {});
  QCOMPARE(told.judge(200, {}), Lines());
  QVERIFY(told.open.empty());
}

void TestAlarms::what_outlasts_its_snooze_opens_then() {
  Told told;
  told.snoozed = {"a", "b"};
  told.judge(0, {trouble("a"), trouble("b")});
  told.snoozed = {"b"};
  QCOMPARE(told.judge(10, {trouble("a"), trouble("b")}), Lines{"opened a"});
  // One that was told before its snooze is not told again, but for what is new about it.
  told.snoozed = {"a"};
  told.judge(20, {trouble("a", Severity::error), trouble("b")});
  told.snoozed.clear();
  QCOMPARE(told.judge(30, {trouble("a", Severity::error), trouble("b")}), Lines{"worsened a"});
}

void TestAlarms::a_restart_repeats_nothing() {
  Told first;
  first.judge(0, {trouble("a"), trouble("b", Severity::error)});
  Told second;
  second.open = first.open;
  QCOMPARE(second.judge(600, {trouble("a"), trouble("b", Severity::error)}), Lines());
  second.judge(610, {trouble("a")});
  QCOMPARE(second.judge(800, {trouble("a")}), Lines{"closed b"});
}

void TestAlarms::notes_and_effects_do_not_open() {
  Told told;
  AlarmCase effect = trouble("effect", Severity::error);
  effect.opens = false;
  QCOMPARE(told.judge(0, {trouble("note", Severity::note), effect}), Lines());
  effect.opens = true;
  QCOMPARE(told.judge(10, {effect}), Lines{"opened effect"});
  effect.opens = false;  // it follows from another now, and is there all the same
  told.judge(20, {effect});
  QCOMPARE(told.judge(300, {effect}), Lines());
}

void TestAlarms::one_judgement_tells_the_worst_first() {
  Told told;
  told.judge(0, {trouble("old")});
  told.judge(10, {});
  QCOMPARE(told.judge(200, {trouble("w"), trouble("e", Severity::error), trouble("v")}),
           (Lines{"opened e", "opened w", "opened v", "closed old"}));
}

void TestAlarms::the_same_trouble_twice_is_one() {
  Told told;
  QCOMPARE(told.judge(0, {trouble("a"), trouble("a", Severity::error)}), Lines{"opened a"});
  QCOMPARE(told.open[0].severity, Severity::error);
}

namespace {
FreshnessRow late_row(const std::string& name) {
  FreshnessRow row;
  row.cluster = prod;
  row.class_name = "fraud";
  row.path = name;
  row.group = GroupId("g");
  row.topic = TopicName("t");
  row.target = Millis(5'000);
  row.age = row.at_least = Millis(9'000);
  return row;
}
std::string title(const Finding& finding) { return finding.rule; }
}  // namespace

void TestAlarms::a_late_path_is_a_trouble_of_its_class() {
  FreshnessRow row = late_row("orders");
  const auto found = path_troubles(row, title);
  QCOMPARE(found.size(), 1u);
  const DiagnosisRow* late = &found.front();
  QCOMPARE(late->finding.rule, std::string("F01"));
  QCOMPARE(late->finding.severity, Severity::warn);
  row.age = row.at_least = Millis(99'000);
  const auto severity_now = [&row] { return path_troubles(row, title).front().finding.severity; };
  QCOMPARE(path_troubles(row, title).front().id, late->id);  // the same trouble, later
  QVERIFY(path_troubles(late_row("clicks"), title).front().id != late->id);
  // A month's budget is gone in two days, and it still burns.
  row.burn_1h = 20.0;
  row.burn_5m = 0.0;
  QCOMPARE(severity_now(), Severity::warn);
  row.burn_5m = 100.0;
  QCOMPARE(severity_now(), Severity::error);
  // Where too few minutes are known a burn rate is unknown: nothing is an error because of it.
  row.burn_5m = Reason::no_history;
  QCOMPARE(severity_now(), Severity::warn);
  // The slower pair: a month's budget is gone in five days.
  row.burn_6h = 6.0;
  QCOMPARE(severity_now(), Severity::warn);
  row.burn_30m = 6.0;
  QCOMPARE(severity_now(), Severity::error);
  row.at_least = Millis(4'000);
  QVERIFY(path_troubles(row, title).empty());
  row.at_least = Reason::unreachable;
  QVERIFY(path_troubles(row, title).empty());
}

void TestAlarms::a_budget_that_goes_is_told_where_lateness_is_not() {
  FreshnessRow row = late_row("orders");
  row.burn_3d = 1.0;
  row.burn_6h = 0.9;  // it does not go any more
  QCOMPARE(path_troubles(row, title).size(), 1u);
  row.burn_6h = 1.5;
  const auto both = path_troubles(row, title);
  QCOMPARE(both.size(), 2u);
  QCOMPARE(both[1].finding.rule, std::string("F02"));
  QCOMPARE(both[1].finding.severity, Severity::warn);
  QVERIFY(both[0].id != both[1].id);
  const auto opens = [&row] {
    std::vector<bool> out;
    for (const AlarmCase& trouble : alarm_round(at(590), {}, {}, {row}, {}, title).troubles)
      out.push_back(trouble.opens);
    return out;
  };
  QCOMPARE(opens(), (std::vector<bool>{true, false}));
  row.at_least = Millis(0);  // in time again, but the budget goes
  QCOMPARE(opens(), std::vector<bool>{true});
  row.burn_3d = Reason::no_history;
  QVERIFY(opens().empty());
}

void TestAlarms::r00_is_told_by_its_late_path() {
  Diagnosis diagnosis;
  for (const char* rule : {"R00", "R13", "R24"}) {
    DiagnosisRow& row = diagnosis.rows.emplace_back();
    row.id = std::string(rule) + "-1";
    row.finding.rule = rule;
    row.leading = true;
    row.cluster = prod;
  }
  const Snapshot snapshot = seen(std::vector<std::int64_t>(60, 2), at(0));
  const AlarmRound judgement = alarm_round(at(590), sights_of(snapshot, at(590)), diagnosis, {late_row("orders")},
                                           {{"R13-1", at(900), "ann", ""}}, title);
  QCOMPARE(judgement.troubles.size(), 3u);
  QCOMPARE(judgement.troubles[0].id, std::string("R13-1"));
  QVERIFY(!judgement.troubles[0].blind && judgement.troubles[1].blind);
  QCOMPARE(judgement.troubles[2].id.substr(0, 4), std::string("F01-"));
  QVERIFY(judgement.snoozed.contains("R13-1"));
  QVERIFY(judgement.sight.at(prod).all);
  QCOMPARE(alarm_round(at(590), {}, diagnosis, {}, {}, title).troubles.size(), 3u);
}

void TestAlarms::sight_is_what_the_last_minutes_answered() {
  QVERIFY(sights_of(seen(std::vector<std::int64_t>(60, 2), at(0)), at(590)).at(prod).log);
  std::vector<std::int64_t> answered(60, 2);
  std::fill(answered.end() - 2, answered.end(), 0);
  QVERIFY(sights_of(seen(answered, at(0)), at(590)).at(prod).all);  // 2 of 31
  std::fill(answered.end() - 4, answered.end(), 0);
  const auto low = sights_of(seen(answered, at(0)), at(590));
  QVERIFY(!low.at(prod).log && !low.at(prod).all && !low.at(ClusterName()).all);
  // A collector that stands still.
  QVERIFY(!sights_of(seen(std::vector<std::int64_t>(60, 2), at(0)), at(900)).at(prod).log);
  // A table source that has gone blind: the log is seen, not all is.
  Snapshot both = seen(std::vector<std::int64_t>(60, 2), at(0));
  both.sources.push_back({SourceId(2), {"tables", "lake", ClusterName()}});
  LaneInfo lane = both.lanes[0];
  lane.source = 1;
  for (PollInfo& poll : lane.polls) poll.answered = 0;
  both.lanes.push_back(lane);
  both.index();
  const auto half = sights_of(both, at(590));
  QVERIFY(half.at(prod).log && !half.at(prod).all);
}

void TestAlarms::a_gap_before_the_first_poll_is_not_seen() {
  // Ten polls of a new file: all that could be seen was.
  QVERIFY(sights_of(seen(std::vector<std::int64_t>(10, 2), at(0)), at(90)).at(prod).log);
  // Ten polls after the collector was off.
  Snapshot after = seen(std::vector<std::int64_t>(10, 2), at(3600));
  after.oldest = at(0);
  QVERIFY(!sights_of(after, at(3690)).at(prod).log);
  Snapshot around = seen(std::vector<std::int64_t>(20, 2), at(0));
  for (std::size_t i = 10; i < 20; ++i) around.lanes[0].polls[i].wall += Millis(600'000);
  around.newest = around.lanes[0].polls.back().wall;
  QVERIFY(!sights_of(around, *around.newest).at(prod).log);
}

void TestAlarms::what_is_denied_is_not_due() {
  Snapshot snapshot = seen(std::vector<std::int64_t>(60, 1), at(0));
  QVERIFY(!sights_of(snapshot, at(590)).at(prod).log);
  snapshot.errors = {{0, 59, 0, at(590), {"group:secret", Reason::no_permission, "no", true}}};
  QVERIFY(sights_of(snapshot, at(590)).at(prod).log);
}

QTEST_GUILESS_MAIN(TestAlarms)
#include "tst_alarms.moc"
