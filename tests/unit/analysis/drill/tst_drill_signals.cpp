// SPDX-License-Identifier: GPL-3.0-or-later
// Where the signals of a drill are seen, what nobody could see, and the conditions of templates.
#include <QTest>

#include "tests/unit/analysis/drill/drill_story.h"

using namespace tidemark;
using namespace tidemark::test;

class TestDrillSignals final : public QObject {
  Q_OBJECT
 private slots:
  void where_they_are_seen_data();
  void where_they_are_seen();
  void the_wrong_order_shows();
  void a_signal_that_may_be_missing_is_no_reason();
  void answers_of_people();
  void a_time_between_steps();
  void findings_that_must_not_come();
  void replicas_of_a_broker();
  void the_other_partitions_of_the_same_path();
  void what_is_usual_is_not_known();
  void what_moved_before_a_step_is_not_its();
  void a_replay_that_was_declared();
};

namespace {
DrillSignal signal_of(SignalSource source, std::vector<std::string> of, const char* goes) {
  return {.id = "s", .title = "S", .sees = source, .of = std::move(of), .goes = goes};
}

DrillTemplate with(DrillSignal signal) {
  DrillTemplate out = commit_drill();
  out.expected = {std::move(signal)};
  return out;
}

DrillTemplate with(DrillCondition condition) {
  DrillTemplate out = commit_drill();
  out.expected.clear();
  out.conditions = {std::move(condition)};
  return out;
}

// The task fails at poll 123 and runs again at poll 181; a latency rises with it.
LakeStory told_well() {
  LakeStory out;
  out.states = R"(, {"object": "task:k/0", "poll": 123, "state": "FAILED", "detail": "503"},
                    {"object": "task:k/0", "poll": 181, "state": "RUNNING"})";
  out.more = R"(, "metrics": [{"layer": "sink", "object": "table:lake.orders", "name": "commit_latency_ms",
                               "steps": [[0, 20], [125, 900], [181, 20]]}])";
  return out;
}
}  // namespace

void TestDrillSignals::where_they_are_seen_data() {
  QTest::addColumn<QString>("source");
  QTest::addColumn<QString>("of");
  QTest::addColumn<QString>("goes");
  QTest::addColumn<QString>("state");
  QTest::addColumn<int>("poll");
  const auto row = [](const char* name, const char* source, const char* of, const char* goes, const char* state,
                      int poll) {
    QTest::newRow(name) << QString::fromLatin1(source) << QString::fromLatin1(of) << QString::fromLatin1(goes)
                        << QString::fromLatin1(state) << poll;
  };
  row("a task leaves RUNNING", "state", "task", "!RUNNING", "seen", 123);
  row("a task enters FAILED", "state", "task", "FAILED", "seen", 123);
  row("no such state came", "state", "task", "PAUSED", "not-seen", 0);
  row("nobody tells of brokers", "state", "broker", "gone", "unknown", 0);
  row("an event", "event", "task-state", "", "seen", 123);
  row("events that nobody tells of", "event", "leader-change", "", "unknown", 0);
  row("an event that did not come", "event", "members-changed", "", "not-seen", 0);
  row("a gap above the steady band", "line", "not_landed", "above", "seen", 121);
  row("unread stays", "line", "unread", "above", "not-seen", 0);
  row("a table moves again", "line", "landed", "moves", "seen", 180);
  row("a gap is back", "line", "not_landed", "back", "seen", 180);
  row("an offset falls", "line", "read", "falls", "not-seen", 0);
  row("a latency rises", "metric", "commit_latency_ms", "above", "seen", 125);
  row("a latency falls", "metric", "commit_latency_ms", "below", "not-seen", 0);
  row("a metric that nobody measures", "metric", "gpu_util", "above", "unknown", 0);
  row("a finding", "finding", "R13", "", "seen", 132);
  row("a finding that did not come", "finding", "R01", "", "not-seen", 0);
  row("a rule that cannot run", "finding", "R37", "", "unknown", 0);
  row("no overlap", "ledger", "overlap", "", "not-seen", 0);
  row("a contiguous commit", "ledger", "contiguous", "", "seen", 180);
  row("nobody answered", "people", "", "", "unknown", 0);
}

void TestDrillSignals::where_they_are_seen() {
  QFETCH(QString, source);
  QFETCH(QString, of);
  QFETCH(QString, goes);
  QFETCH(QString, state);
  QFETCH(int, poll);
  DrillSignal signal = signal_of(*signal_source_from(source.toStdString()), {of.toStdString()}, "");
  signal.goes = goes.toStdString();
  Judging judging;
  judging.findings = {{"R13-1", "R13", Severity::warn, "does not land", poll_time(131), poll_time(132), true}};
  judging.cannot_run = {"R37"};
  const DrillJudgement judged = judging(drill_run_of(with(signal)), lake_of(told_well()), 240);
  const SeenSignal& seen = judged.seen.front();
  QCOMPARE(QString::fromUtf8(word(seen.state).data(), static_cast<int>(word(seen.state).size())), state);
  if (state == "seen") QCOMPARE((*seen.at - poll_time(0)).count() / story_step_ms, poll);
  // What was not seen is partial, what nobody could see is inconclusive; neither passes.
  const Outcome expected = state == "seen" ? Outcome::pass : state == "not-seen" ? Outcome::partial : Outcome::unknown;
  QCOMPARE(judged.proposal.outcome, expected);
}

void TestDrillSignals::the_wrong_order_shows() {
  DrillTemplate drill = commit_drill();
  drill.expected = {signal_of(SignalSource::metric, {"commit_latency_ms"}, "above"),
                    signal_of(SignalSource::state, {"task"}, "!RUNNING")};
  const DrillJudgement judged = Judging()(drill_run_of(drill), lake_of(told_well()), 240);
  QVERIFY(!judged.seen[0].early && judged.seen[1].early);
  QVERIFY(gives(judged.proposal, "D34"));
  std::ranges::swap(drill.expected[0], drill.expected[1]);
  QCOMPARE(Judging()(drill_run_of(drill), lake_of(told_well()), 240).proposal.outcome, Outcome::pass);
}

void TestDrillSignals::a_signal_that_may_be_missing_is_no_reason() {
  DrillSignal signal = signal_of(SignalSource::metric, {"gpu_util"}, "above");
  signal.optional = true;
  QCOMPARE(Judging()(drill_run_of(with(signal)), lake_of({}), 240).proposal.outcome, Outcome::pass);
}

void TestDrillSignals::answers_of_people() {
  DrillRun run = drill_run_of(
      with(DrillCondition{.rule = "answer", .title = "All is right", .question = "right", .otherwise = Outcome::fail}));
  QCOMPARE(Judging()(run, lake_of({}), 240).proposal.outcome, Outcome::unknown);
  DrillStamp said = stamped("", 200);
  said.question = "right";
  said.answer = "no";
  run.stamps.push_back(said);
  QCOMPARE(Judging()(run, lake_of({}), 240).proposal.outcome, Outcome::fail);
  said.answer = "yes";  // the newest answer holds
  run.stamps.push_back(said);
  QCOMPARE(Judging()(run, lake_of({}), 240).proposal.outcome, Outcome::pass);
  QCOMPARE(Judging()(run, lake_of({}), 240).measures.manual_steps, 0);
}

void TestDrillSignals::a_time_between_steps() {
  DrillCondition condition{.rule = "time", .from = "deny", .to = "allow", .limits = {{"seconds", 600}}};
  QCOMPARE(Judging()(drill_run_of(with(condition)), lake_of({}), 240).proposal.outcome, Outcome::pass);
  condition.limits["seconds"] = 599;
  QCOMPARE(Judging()(drill_run_of(with(condition)), lake_of({}), 240).proposal.outcome, Outcome::partial);
  condition.to = "rollback";  // nobody stamped it
  QCOMPARE(Judging()(drill_run_of(with(condition)), lake_of({}), 240).proposal.outcome, Outcome::unknown);
}

void TestDrillSignals::findings_that_must_not_come() {
  const DrillRun run =
      drill_run_of(with(DrillCondition{.rule = "no-finding", .of = {"R28"}, .otherwise = Outcome::fail}));
  Judging judging;
  QCOMPARE(judging(run, lake_of({}), 240).proposal.outcome, Outcome::pass);
  judging.cannot_run = {"R28"};
  QCOMPARE(judging(run, lake_of({}), 240).proposal.outcome, Outcome::unknown);
  judging.findings = {{"R28-1", "R28", Severity::error, "gone", poll_time(131), poll_time(132), true}};
  QCOMPARE(judging(run, lake_of({}), 240).proposal.outcome, Outcome::fail);
  judging.findings[0].lo.reset();  // it was there before
  judging.cannot_run.clear();
  QCOMPARE(judging(run, lake_of({}), 240).proposal.outcome, Outcome::pass);
}

void TestDrillSignals::replicas_of_a_broker() {
  const auto run = [](const char* rule) {
    return drill_run_of(with(DrillCondition{.rule = rule, .otherwise = Outcome::partial}));
  };
  // Nobody tells of replicas.
  QCOMPARE(Judging()(run("in-sync"), lake_of({}), 240).proposal.outcome, Outcome::unknown);
  LakeStory story;
  story.more = R"(, "brokers": [{"id": 1, "from": 0, "to": 261}, {"id": 2, "from": 0, "to": 261}],
                   "isr": [["orders", 0, 0, 1, [1, 2]], ["orders", 1, 0, 1, [1, 2]],
                           ["orders", 0, 122, 2, [2]], ["orders", 1, 122, 2, [2]],
                           ["orders", 0, 200, 2, [1, 2]], ["orders", 1, 200, 2, [1, 2]]])";
  const auto snapshot = lake_of(story);
  QCOMPARE(Judging()(run("no-offline"), snapshot, 240).proposal.outcome, Outcome::pass);
  QCOMPARE(Judging()(run("in-sync"), snapshot, 240).proposal.outcome, Outcome::pass);
  QCOMPARE(Judging()(run("in-sync"), snapshot, 199).measures.coverage.known(), true);
  QVERIFY(gives(Judging()(run("in-sync"), snapshot, 199).proposal, "D63"));
  // It recovered at poll 180, and its replicas at poll 200.
  const DrillProposal before = Judging()(run("before-isr"), snapshot, 240).proposal;
  QVERIFY(gives(before, "D60"));
  QCOMPARE(before.outcome, Outcome::pass);
}

void TestDrillSignals::the_other_partitions_of_the_same_path() {
  const DrillRun run = drill_run_of(with(DrillCondition{.rule = "others-keep", .otherwise = Outcome::partial}));
  // Two groups of two partitions; those that stand do so for 30 polls.
  const auto judged = [&](const std::vector<bool>& stands) {
    std::string series;
    for (int p = 0; p < 2; ++p)
      series += (p ? ", " : "") + mark("floor", "orders", p, R"("start": 0)") + ", " +
                mark("high", "orders", p, R"("start": 1000, "rates": [[0, 10]])");
    for (std::size_t i = 0; i < stands.size(); ++i)
      series += ", " + group(i < 2 ? "a" : "b", "orders", static_cast<int>(i % 2),
                             stands[i] ? R"("start": 990, "rates": [[0, 10], [120, 0], [150, 310], [151, 10]])"
                                       : R"("start": 990, "rates": [[0, 10]])");
    return Judging()(run, told(261, R"("series": [)" + series + "]"), 240).proposal;
  };
  QVERIFY(gives(judged({false, false, false, false}), "D69"));
  QVERIFY(gives(judged({true, false, true, false}), "D69"));
  QVERIFY(gives(judged({true, true, false, false}), "D70"));  // that somebody else read on is no matter
}

void TestDrillSignals::what_is_usual_is_not_known() {
  auto lake = std::make_shared<Snapshot>(*lake_of({}));
  const SeriesKey read{ClusterName("c"), signal::group(GroupId("connect-k")),
                       object::partition({TopicName("orders"), PartitionId(1)})};
  for (const std::size_t i : lake->find(read)) {
    Column& column = lake->columns[i];
    for (std::size_t poll = 0; poll < drill_begin + 1; ++poll) column.reasons[poll] = Reason::no_history;
  }
  for (const char* goes : {"above", "back"}) {
    const DrillRun run = drill_run_of(with(signal_of(SignalSource::line, {"unread"}, goes)));
    const SeenSignal seen = Judging()(run, lake, 240).seen.front();
    QCOMPARE(seen.state, SeenState::unknown);
  }
}

void TestDrillSignals::what_moved_before_a_step_is_not_its() {
  // The last commit before the fault is seen at poll 114, the next one at 180.
  DrillSignal lands = signal_of(SignalSource::line, {"landed"}, "moves");
  lands.after = "allow";
  const SeenSignal seen = Judging()(drill_run_of(with(lands), 112, 115), lake_of({}), 240).seen.front();
  QCOMPARE(seen.state, SeenState::seen);
  QCOMPARE(*seen.at, poll_time(180));
}

void TestDrillSignals::a_replay_that_was_declared() {
  Judging judging;
  const auto outcome = [&](const char* rule) {
    return judging(drill_run_of(with(DrillCondition{.rule = rule, .otherwise = Outcome::fail})), lake_of({}), 240)
        .proposal.outcome;
  };
  for (const char* rule : {"approved-first", "replayed", "throttled", "live-within"})
    QCOMPARE(outcome(rule), Outcome::unknown);
  ReplayRow row;
  row.replay.cluster = ClusterName("c");
  row.replay.group = GroupId("connect-k");
  row.replay.topic = TopicName("orders");
  row.replay.begun = true;
  row.replay.begun_at = poll_time(130);
  judging.replays = {row};
  QCOMPARE(outcome("approved-first"), Outcome::fail);
  QCOMPARE(outcome("throttled"), Outcome::fail);
  QCOMPARE(outcome("replayed"), Outcome::unknown);
  QCOMPARE(outcome("live-within"), Outcome::unknown);
  DeclaredReplay declared;
  declared.approver = "kim";
  declared.throttle = "10 MB/s";
  declared.from = {{PartitionId(0), 1000}};
  declared.to = {{PartitionId(0), 2000}};
  row.replay.declared = declared;
  row.progress.done = 990;
  row.impact = {{GroupId("live"), Millis(10), Millis(10), Millis(10), 1.0, ImpactVerdict::none}};
  judging.replays = {row};
  for (const char* rule : {"approved-first", "replayed", "throttled", "live-within"})
    QCOMPARE(outcome(rule), Outcome::pass);
  row.progress.done = 989;  // more than one in a hundred is missing
  row.impact[0].verdict = ImpactVerdict::slower;
  row.replay.late = true;
  judging.replays = {row};
  for (const char* rule : {"approved-first", "replayed", "live-within"}) QCOMPARE(outcome(rule), Outcome::fail);
  row.replay.begun_at = poll_time(100);  // before the drill: another one
  judging.replays = {row};
  QCOMPARE(outcome("throttled"), Outcome::unknown);
}

QTEST_GUILESS_MAIN(TestDrillSignals)
#include "tst_drill_signals.moc"
