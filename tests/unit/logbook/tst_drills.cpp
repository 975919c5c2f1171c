// SPDX-License-Identifier: GPL-3.0-or-later
// Drills in a logbook: what was written comes back, whoever wrote first.
#include <QTest>
#include <algorithm>

#include "models/logbook/drill_template.h"
#include "models/logbook/drills.h"

using namespace tidemark;

class TestDrills final : public QObject {
  Q_OBJECT
 private slots:
  void a_template_comes_back();
  void what_is_no_template_data();
  void what_is_no_template();
  void a_drill_from_start_to_verdict();
  void an_undone_stamp_stays();
  void the_first_abort_holds();
  void rows_of_an_unknown_drill_are_left_out();
  void clocks_of_two_hands_may_differ();
  void the_journal_hash_changes_with_any_row();
  void damaged_rows_data();
  void damaged_rows();
};

namespace {
constexpr std::string_view text = R"({
  // ours
  "id": "A", "title": "Stop a task", "slot": "drill:A", "incident": "stop", "rows": ["recovery"],
  "steady_for": "10m", "recover_within": "90s", "watch": "1h", "from_fault": true, "coverage": 0.9,
  "steps": [ { "id": "stop", "title": "Stop it", "who": "ops", "command": "kill", "mark": "fault", "wait": "3m" },
             { "id": "start", "title": "Start it", "mark": "restore", "optional": true } ],
  "signals": [ { "id": "s", "title": "It stands", "sees": "line", "of": ["read"], "goes": "stands", "after": "stop" } ],
  "conditions": [ { "rule": "time", "from": "stop", "to": "start", "limits": { "seconds": 60 }, "otherwise": "fail" },
                  { "rule": "no-finding", "of": ["R02"] } ], })";

DrillTemplate drill() {
  auto out = drill_template_in(text);
  if (!out) qFatal("no template");
  return *std::move(out);
}

// A row as a logbook has it; its uuid is its name.
LogEntry row(const char* uuid, std::int64_t at, const char* kind, std::string body) {
  return {uuid, local_time(at), "ann", kind, std::move(body), {}};
}

LogEntry start(std::int64_t at = 1000) {
  DrillRun run;
  run.of = drill();
  run.scope = "path=orders";
  run.owner = "ann";
  run.approver = "kim";
  run.stop = "an hour";
  run.at = local_time(at);
  run.before = {{"people", Outcome::pass, {"D15", "people", {}}}};
  return row("d1", at, drill_start_kind, body_of(run));
}

LogEntry stamp(const char* uuid, std::int64_t at, const char* step, const char* question = "",
               const char* answer = "") {
  DrillStamp out;
  out.step = step;
  out.at = local_time(at);
  out.by = "bob";
  out.question = question;
  out.answer = answer;
  return row(uuid, at, drill_stamp_kind, body_of("d1", out));
}

DrillVerdict verdict() {
  DrillVerdict out;
  out.at = local_time(5000);
  out.proposed = Outcome::partial;
  out.reasons = {{"D35", "partial", {{"took", "9"}}}};
  out.human = Outcome::pass;
  out.name = "kim";
  out.text = "seen";
  out.measures = {{"drill:A", "recover_ms", FactValue(std::int64_t{9000})}, {"drill:A", "holes", Reason::no_history}};
  out.seen = {{"s", "It stands", false, SeenState::seen, local_time(2500), Millis(10), true, "orders/0"},
              {"t", "It goes", true, SeenState::unknown, Reason::never_polled, Millis(0), false, ""}};
  out.after = {{"coverage", Outcome::unknown, {"D01", "coverage", {}}}};
  return out;
}

std::vector<DrillRun> read(const std::vector<LogEntry>& entries) {
  auto out = drills_in(entries);
  if (!out) qFatal("%s", out.error().line().c_str());
  return *std::move(out);
}
}  // namespace

void TestDrills::a_template_comes_back() {
  const DrillTemplate once = drill();
  QCOMPARE(once.steps.size(), 2u);
  QCOMPARE(once.steps[0].wait, Millis(180'000));
  QCOMPARE(once.recover_within, Millis(90'000));
  QVERIFY(once.from_fault && once.steps[1].optional);
  QCOMPARE(once.marked(StepMark::fault)->id, std::string("stop"));
  QCOMPARE(once.conditions[0].limits.at("seconds"), 60.0);
  QCOMPARE(once.conditions[1].otherwise, Outcome::partial);
  const auto twice = drill_template_in(text_of(once));
  QVERIFY(twice.has_value());
  QCOMPARE(text_of(*twice), text_of(once));
  QCOMPARE(twice->sha256, once.sha256);
  QCOMPARE(once.sha256.size(), 64u);
}

void TestDrills::what_is_no_template_data() {
  QTest::addColumn<QByteArray>("bad");
  QTest::newRow("no JSON") << QByteArray("{");
  QTest::newRow("no object") << QByteArray("[]");
  QTest::newRow("no id") << QByteArray("{}");
  QTest::newRow("a mark") << QByteArray(R"({"id": "A", "steps": [{"id": "s", "mark": "faults"}]})");
  QTest::newRow("a step without id") << QByteArray(R"({"id": "A", "steps": [{"title": "s"}]})");
  QTest::newRow("a source") << QByteArray(R"({"id": "A", "signals": [{"id": "s", "sees": "lines"}]})");
  QTest::newRow("a time") << QByteArray(R"({"id": "A", "watch": "soon"})");
  QTest::newRow("a limit") << QByteArray(
      R"({"id": "A", "conditions": [{"rule": "time", "limits": {"seconds": "1"}}]})");
  QTest::newRow("coverage") << QByteArray(R"({"id": "A", "coverage": "all"})");
}

void TestDrills::what_is_no_template() {
  QFETCH(QByteArray, bad);
  QVERIFY(!drill_template_in(std::string_view(bad.constData(), static_cast<std::size_t>(bad.size()))));
}

void TestDrills::a_drill_from_start_to_verdict() {
  const auto drills =
      read({start(), stamp("s1", 2000, "stop"), stamp("s2", 3000, "start"), stamp("s3", 3500, "", "harmless", "yes"),
            row("v", 5000, drill_verdict_kind, body_of("d1", verdict()))});
  QCOMPARE(drills.size(), 1u);
  const DrillRun& run = drills.front();
  QCOMPARE(run.id, std::string("d1"));
  QCOMPARE(run.status(), DrillStatus::completed);
  QCOMPARE(run.scope, std::string("path=orders"));
  QVERIFY(run.steady());
  QCOMPARE(run.stamped(StepMark::fault)->by, std::string("bob"));
  QCOMPARE(run.answered("harmless")->answer, std::string("yes"));
  QVERIFY(run.unplanned().empty());
  QVERIFY(run.verdict.has_value());
  QCOMPARE(run.verdict->human, Outcome::pass);
  QVERIFY(run.verdict->measures == verdict().measures);
  QVERIFY(run.verdict->reasons == verdict().reasons);
  QCOMPARE(run.verdict->seen.size(), 2u);
  QCOMPARE(*run.verdict->seen[0].at, local_time(2500));
  QVERIFY(run.verdict->seen[0].early);
  QCOMPARE(run.verdict->seen[1].at.reason(), Reason::never_polled);
  QCOMPARE(run.verdict->after[0].reason.code, std::string("D01"));
}

void TestDrills::an_undone_stamp_stays() {
  const auto drills = read({start(), stamp("s1", 2000, "stop"),
                            row("u", 2500, drill_undo_kind, body_of_undo("d1", "s1", "")), stamp("s2", 3000, "stop")});
  const DrillRun& run = drills.front();
  QCOMPARE(run.stamps.size(), 2u);
  QVERIFY(run.stamps[0].undone);
  QCOMPARE(run.stamped("stop")->at, local_time(3000));
  QCOMPARE(run.stamps_that_hold(), 1u);
}

void TestDrills::the_first_abort_holds() {
  const auto drills =
      read({start(), row("a", 2000, drill_abort_kind, body_of("d1", DrillAbort{local_time(2000), "one", true, {}, {}})),
            row("b", 3000, drill_abort_kind, body_of("d1", DrillAbort{local_time(3000), "two", false, {}, {}}))});
  QCOMPARE(drills.front().aborted->reason, std::string("one"));
  QVERIFY(drills.front().aborted->stop);
  QCOMPARE(drills.front().status(), DrillStatus::aborted);
}

void TestDrills::rows_of_an_unknown_drill_are_left_out() { QVERIFY(read({stamp("s1", 2000, "stop")}).empty()); }

void TestDrills::clocks_of_two_hands_may_differ() {
  const auto drills =
      read({row("u", 10, drill_undo_kind, body_of_undo("d1", "s1", "")), stamp("s1", 20, "stop"), start()});
  QCOMPARE(drills.front().stamps.size(), 1u);
  QVERIFY(drills.front().stamps[0].undone);
}

void TestDrills::the_journal_hash_changes_with_any_row() {
  std::vector<LogEntry> entries{start()};
  const std::string begun = read(entries).front().journal_hash;
  QCOMPARE(begun.size(), 64u);
  entries.push_back(stamp("s1", 2000, "stop"));
  const std::string with = read(entries).front().journal_hash;
  QVERIFY(begun != with);
  entries.back().author = "bob";
  QVERIFY(read(entries).front().journal_hash != with);
}

void TestDrills::damaged_rows_data() {
  QTest::addColumn<QByteArray>("kind");
  QTest::addColumn<QByteArray>("body");
  QTest::newRow("start") << QByteArray(drill_start_kind) << QByteArray("{}");
  QTest::newRow("no JSON") << QByteArray(drill_start_kind) << QByteArray("{");
  QTest::newRow("stamp") << QByteArray(drill_stamp_kind) << QByteArray(R"({"drill": "d1"})");
  QTest::newRow("stamp of nothing") << QByteArray(drill_stamp_kind) << QByteArray("{}");
  QTest::newRow("abort") << QByteArray(drill_abort_kind)
                         << QByteArray(R"({"drill": "d1", "at": "2026-01-01T00:00:00Z"})");
  QTest::newRow("verdict") << QByteArray(drill_verdict_kind) << QByteArray(R"({"drill": "d1", "human": "good"})");
}

void TestDrills::damaged_rows() {
  QFETCH(QByteArray, kind);
  QFETCH(QByteArray, body);
  const auto read_in = drills_in({start(), row("x", 2000, kind.constData(), body.toStdString())});
  QVERIFY(!read_in);
  QCOMPARE(read_in.error().code, ErrorCode::damaged);
  QVERIFY(read_in.error().what.find(kind.toStdString()) != std::string::npos);
}

QTEST_GUILESS_MAIN(TestDrills)
#include "tst_drills.moc"
