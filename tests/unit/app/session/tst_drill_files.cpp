// SPDX-License-Identifier: GPL-3.0-or-later
// Files of drills: those that come along, those of users, experiments and journals of Chaos Toolkit.
#include <QTest>
#include <boost/json.hpp>

#include "app/session/drill_file.h"
#include "app/session/drill_journal.h"
#include "app/session/finding_text.h"
#include "models/analysis/drill/drill.h"
#include "models/logbook/drill_template.h"

using namespace tidemark;
namespace json = boost::json;

class TestDrillFiles final : public QObject {
  Q_OBJECT
 private slots:
  void those_that_come_along();
  void what_is_wrong_is_told_with_its_place_data();
  void what_is_wrong_is_told_with_its_place();
  void an_experiment_comes_back_as_it_was();
  void a_foreign_experiment_becomes_steps();
  void a_foreign_experiment_keeps_no_secrets();
  void a_journal_has_the_members_of_the_format();
  void a_running_drill_has_no_journal();
  void what_a_foreign_journal_says_data();
  void what_a_foreign_journal_says();
  void every_reason_has_a_text();
};

namespace {
DrillLibrary library() {
  auto out = read_drills({});
  if (!out) qFatal("%s", out.error().line().c_str());
  return *std::move(out);
}

DrillRun finished() {
  DrillRun run;
  run.of = *drill_named(library(), "C");
  run.id = "d1";
  run.scope = "path=orders";
  run.at = local_time(0);
  run.journal_hash = std::string(64, 'a');
  run.before = {{"people", Outcome::pass, {"D15", "people", {}}}};
  for (const char* step : {"deny", "wait", "allow"}) {
    DrillStamp& stamp = run.stamps.emplace_back();
    stamp.step = step;
    stamp.at = local_time(60'000 * static_cast<std::int64_t>(run.stamps.size()));
    stamp.by = "bob";
  }
  DrillVerdict verdict;
  verdict.at = local_time(600'000);
  verdict.proposed = verdict.human = Outcome::pass;
  verdict.name = "kim";
  verdict.seen = {
      {"no-snapshot", "No new snapshot", false, SeenState::seen, local_time(90'000), Millis(0), false, "orders/0"}};
  verdict.after = {{"coverage", Outcome::pass, {"D02", "coverage", {{"coverage", "100"}, {"wanted", "95"}}}}};
  run.verdict = verdict;
  return run;
}

constexpr std::string_view foreign = R"({ "version": "1.0.0", "title": "Lose a Pod!", "description": "d",
  "secrets": { "k8s": { "token": "sesame" } },
  "steady-state-hypothesis": { "title": "It answers", "probes": [] },
  "method": [
    { "type": "action", "name": "kill", "provider": { "type": "python", "module": "chaosk8s.pod", "func": "terminate", "arguments": { "token": "sesame" }, "secrets": ["k8s"] }, "pauses": { "after": 15 } },
    { "type": "probe", "name": "answers", "provider": { "type": "http", "url": "http://x/health" } },
    { "type": "action", "name": "call", "provider": { "type": "http", "url": "http://user:sesame@x/stop?token=sesame", "headers": { "Authorization": "sesame" } } } ],
  "rollbacks": [ { "type": "action", "ref": "start", "provider": { "type": "process", "path": "/bin/start", "arguments": "--password sesame" } } ] })";

std::variant<DrillTemplate, ForeignJournal> read(std::string_view text) {
  auto out = read_chaos(text, "f.json");
  if (!out) qFatal("%s", out.error().line().c_str());
  return *std::move(out);
}
}  // namespace

void TestDrillFiles::those_that_come_along() {
  const DrillLibrary all = library();
  for (const char* id : {"A", "B", "C", "D", "E", "replay-failure", "reindex", "brokers", "retention"})
    QVERIFY2(drill_named(all, id).has_value(), id);
  for (const DrillTemplate& drill : all.drills) {
    const auto known = std::ranges::find(all.incidents, drill.incident, &DrillIncident::id);
    QVERIFY2(known != all.incidents.end(), drill.id.c_str());
    QVERIFY2(drill.marked(StepMark::fault) && drill.marked(StepMark::restore), drill.id.c_str());
    for (const DrillCondition& condition : drill.conditions)
      QVERIFY2(is_drill_condition(condition.rule), drill.id.c_str());
    QVERIFY(drill.recover_within > Millis(0) && drill.watch >= drill.recover_within);
  }
  const auto near = drill_named(all, "brokrs");
  QVERIFY(!near && near.error().fix.find("brokers") != std::string::npos);
}

void TestDrillFiles::what_is_wrong_is_told_with_its_place_data() {
  QTest::addColumn<QByteArray>("drill");
  QTest::addColumn<QByteArray>("says");
  const auto row = [](const char* name, const char* members, const char* says) {
    QTest::newRow(name)
        << QByteArray(R"("id": "X", "title": "x", "steady_for": "1m", "recover_within": "1m", "watch": "1m", )") +
               members
        << QByteArray(says);
  };
  const std::string step = R"("steps": [{"id": "s", "title": "s", "mark": "fault"}])";
  const auto with = [&](const char* more) { return step + ", " + more; };
  row("no fault", R"("steps": [{"id": "s", "title": "s"}])", "mark");
  row("an unknown key", with(R"("owner": "x")").c_str(), "owner");
  row("a step twice", R"("steps": [{"id": "s", "title": "s", "mark": "fault"}, {"id": "s", "title": "t"}])",
      "two steps");
  row("no such step", with(R"("signals": [{"id": "a", "title": "a", "sees": "people", "after": "t"}])").c_str(),
      "$.drills[0].signals[0]");
  row("of nothing", with(R"("signals": [{"id": "a", "title": "a", "sees": "event"}])").c_str(), "`of`");
  row("no way to go",
      with(R"("signals": [{"id": "a", "title": "a", "sees": "line", "of": ["read"], "goes": "up"}])").c_str(),
      "stands");
  row("no state", with(R"("signals": [{"id": "a", "title": "a", "sees": "state", "of": ["task"]}])").c_str(),
      "!RUNNING");
  row("an unknown rule", with(R"("conditions": [{"rule": "luck"}])").c_str(), "duplicates");
  row("a time without steps", with(R"("conditions": [{"rule": "time", "from": "s"}])").c_str(),
      "$.drills[0].conditions[0]");
  row("a question without id", with(R"("conditions": [{"rule": "answer", "title": "?"}])").c_str(), "`question`");
  row("no duration", with(R"("coverage": 2)").c_str(), "coverage");
}

void TestDrillFiles::what_is_wrong_is_told_with_its_place() {
  QFETCH(QByteArray, drill);
  QFETCH(QByteArray, says);
  const auto parsed = parse_drills("{\"drills\": [{" + drill.toStdString() + "}]}", "own.json");
  QVERIFY(!parsed);
  QCOMPARE(parsed.error().code, ErrorCode::usage);
  QVERIFY2(parsed.error().line().find(says.toStdString()) != std::string::npos, parsed.error().line().c_str());
  QVERIFY(parsed.error().line().find("own.json") != std::string::npos);
}

void TestDrillFiles::an_experiment_comes_back_as_it_was() {
  for (const DrillTemplate& drill : library().drills) {
    const auto back = read(experiment_text(drill));
    QCOMPARE(text_of(std::get<DrillTemplate>(back)), text_of(drill));
    const json::object experiment = json::parse(experiment_text(drill)).as_object();
    for (const char* member : {"version", "title", "description", "steady-state-hypothesis", "method", "rollbacks"})
      QVERIFY2(experiment.contains(member), member);
    // It only says what is to be done.
    for (const char* list : {"method", "rollbacks"})
      for (const json::value& one : experiment.at(list).as_array())
        QCOMPARE(one.at("provider").at("path").as_string(), json::string("echo"));
    QVERIFY(parse_drills(library_text(drill), "x").has_value());
  }
}

void TestDrillFiles::a_foreign_experiment_becomes_steps() {
  const auto drill = std::get<DrillTemplate>(read(foreign));
  QCOMPARE(drill.id, std::string("chaos-lose-a-pod-"));
  QCOMPARE(drill.steps.size(), 3u);
  QCOMPARE(drill.marked(StepMark::fault)->title, std::string("kill"));
  QCOMPARE(drill.marked(StepMark::restore)->title, std::string("start"));
  QCOMPARE(drill.steps[0].wait, Millis(15'000));
  QCOMPARE(drill.expected.size(), 1u);
  QCOMPARE(drill.conditions[0].title, std::string("It answers"));
  QVERIFY(parse_drills(library_text(drill), "x").has_value());
}

void TestDrillFiles::a_foreign_experiment_keeps_no_secrets() {
  const std::string text = text_of(std::get<DrillTemplate>(read(foreign)));
  QVERIFY2(text.find("sesame") == std::string::npos, text.c_str());
  QVERIFY(text.find("chaosk8s.pod.terminate") != std::string::npos && text.find("/bin/start") != std::string::npos);
}

void TestDrillFiles::a_journal_has_the_members_of_the_format() {
  const auto text = journal_text(finished(), "tidemark");
  QVERIFY(text.has_value());
  const json::object journal = json::parse(*text).as_object();
  QCOMPARE(journal.at("status").as_string(), json::string("completed"));
  QVERIFY(!journal.at("deviated").as_bool());
  QCOMPARE(journal.at("start").as_string(), json::string("1970-01-01T00:00:00.000Z"));
  QCOMPARE(journal.at("duration").as_double(), 600.0);
  QVERIFY(journal.at("steady_states").at("before").at("steady_state_met").as_bool());
  QCOMPARE(journal.at("run").as_array().size(), 3u);  // two steps and a signal
  QCOMPARE(journal.at("rollbacks").as_array().size(), 1u);
  for (const char* list : {"run", "rollbacks"})
    for (const json::value& one : journal.at(list).as_array())
      for (const char* member : {"activity", "status", "start", "end", "duration", "output"})
        QVERIFY2(one.as_object().contains(member), member);
  const auto back = std::get<ForeignJournal>(read(*text));
  QCOMPARE(back.says, Outcome::pass);
  QCOMPARE(back.slot, std::string("drill:C"));
  QCOMPARE(*back.to, local_time(600'000));
  DrillRun worse = finished();
  worse.verdict->after[0].outcome = Outcome::unknown;
  QVERIFY(json::parse(*journal_text(worse, "tidemark")).at("deviated").as_bool());
}

void TestDrillFiles::a_running_drill_has_no_journal() {
  DrillRun run = finished();
  run.verdict.reset();
  QVERIFY(!journal_text(run, "tidemark"));
  run.aborted = DrillAbort{local_time(1000), "why", false, {}, {}};
  QCOMPARE(json::parse(*journal_text(run, "tidemark")).at("status").as_string(), json::string("aborted"));
}

void TestDrillFiles::what_a_foreign_journal_says_data() {
  QTest::addColumn<QByteArray>("members");
  QTest::addColumn<int>("says");
  const QByteArray met =
      R"("steady_states": {"before": {"steady_state_met": true}, "after": {"steady_state_met": true}})";
  const auto says = [](Outcome outcome) { return static_cast<int>(outcome); };
  QTest::newRow("well") << QByteArray(R"("status": "completed", "deviated": false, )") + met << says(Outcome::pass);
  QTest::newRow("deviated") << QByteArray(R"("status": "completed", "deviated": true, )") + met << says(Outcome::fail);
  QTest::newRow("aborted") << QByteArray(R"("status": "aborted", "deviated": false, )") + met << says(Outcome::unknown);
  QTest::newRow("not looked after") << QByteArray(R"("status": "completed", "deviated": false)")
                                    << says(Outcome::unknown);
}

void TestDrillFiles::what_a_foreign_journal_says() {
  QFETCH(QByteArray, members);
  QFETCH(int, says);
  const std::string text =
      R"({"experiment": {"title": "t"}, "start": "2026-01-01T00:00:00", "end": "2026-01-01T00:10:00.5", )" +
      members.toStdString() + "}";
  const auto journal = std::get<ForeignJournal>(read(text));
  QCOMPARE(static_cast<int>(journal.says), says);
  QVERIFY(journal.from && journal.to && *journal.from < *journal.to);
}

void TestDrillFiles::every_reason_has_a_text() {
  for (int code = 1; code <= 87; ++code) {
    if ((code > 15 && code < 20) || (code > 41 && code < 50)) continue;
    Finding finding;
    finding.rule = (code < 10 ? "D0" : "D") + std::to_string(code);
    QVERIFY2(finding_text(finding) != finding.rule, finding.rule.c_str());
  }
}

QTEST_GUILESS_MAIN(TestDrillFiles)
#include "tst_drill_files.moc"
