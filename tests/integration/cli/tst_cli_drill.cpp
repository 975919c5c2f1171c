// SPDX-License-Identifier: GPL-3.0-or-later
// Drills through the real program, over a catalog that refused commits for twenty minutes: all is well, it begins,
// people stamp, the rules propose, a person says, and a scorecard takes the record. What was said stays, or shows that
// it was changed.
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <boost/json.hpp>

#include "models/domain/known.h"
#include "models/domain/time.h"
#include "tests/integration/cli/program.h"
#include "tests/integration/cli/schema.h"

using namespace tidemark;
namespace json = boost::json;

class TestCliDrill final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void the_library();
  void from_start_to_scorecard();
  void what_is_proposed_needs_no_name_another_verdict_a_reason();
  void it_does_not_start_where_not_all_is_well();
  void a_stamp_is_taken_back();
  void an_abort_ends_it();
  void the_matrix();
  void out_and_in_again();
  void drills_of_ones_own();
  void a_changed_stamp_is_status_4();
  void what_cannot_be_said_is_one_line_data();
  void what_cannot_be_said_is_one_line();

 private:
  Ran ask(const QStringList& arguments) const {
    return program_->run(QStringList{"drill"} << arguments << QStringLiteral("--timeline") << timeline_);
  }
  json::object document(const QStringList& arguments) const {
    const Ran ran = ask(QStringList(arguments) << QStringLiteral("--json"));
    if (ran.status != 0) qFatal("%s %s", ran.err.constData(), ran.out.constData());
    return json::parse(ran.out.toStdString()).as_object();
  }
  // The time of a poll of the story.
  QString at(int poll) const { return QString::fromStdString(rfc3339(start_ + Millis(10'000 * std::int64_t{poll}))); }
  std::string start(const QStringList& more = {}) const {
    const json::object started = document(QStringList{"start", "C", "--path", "orders", "--at", at(175), "--owner",
                                                      "ann", "--approver", "kim", "--stop", "an hour late"}
                                          << more);
    return std::string(started.at("drill").as_string());
  }
  void stamp(const QStringList& what, int poll) const { document(QStringList{"stamp"} << what << "--at" << at(poll)); }
  void stamp_all() const {
    stamp({"deny", "--by", "bob"}, 182);
    stamp({"wait"}, 240);
    stamp({"allow"}, 296);
  }
  void obeys_its_schema(const json::object& document) const {
    const std::string wrong = against_schema(*program_, {"drill", "schema", "list"}, document);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  std::unique_ptr<Program> program_;
  QString timeline_, logbook_;
  LocalTime start_;
};

void TestCliDrill::init() {
  program_ = std::make_unique<Program>();
  timeline_ = program_->path(QStringLiteral("t.tidemark"));
  logbook_ = program_->path(QStringLiteral("t.logbook"));
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-repaired.json"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  // A drill of last year is no evidence any more.
  start_ = LocalTime(std::chrono::duration_cast<Millis>(std::chrono::system_clock::now().time_since_epoch())) -
           std::chrono::hours(2);
  const QByteArray story = file.readAll().replace("2026-01-01T02:10:00Z", QByteArray::fromStdString(rfc3339(start_)));
  const Ran ran =
      program_->run({"import", "--story", program_->write(QStringLiteral("s.json"), story), "--timeline", timeline_});
  QVERIFY2(ran.status == 0, ran.err.constData());
}

void TestCliDrill::the_library() {
  const json::object all = document({"list", "--templates"});
  QVERIFY(all.at("rows").as_array().size() >= 9);
  const json::object none = document({"list"});
  QVERIFY(none.at("rows").as_array().empty());
  QVERIFY(!QFileInfo::exists(logbook_));  // reading makes no file
}

void TestCliDrill::from_start_to_scorecard() {
  const std::string id = start();
  stamp_all();
  const json::object listed = document({"list", "--at", at(355)});
  obeys_its_schema(listed);
  const json::object& row = listed.at("rows").at(0).as_object();
  QCOMPARE(row.at("id").as_string(), json::string(id));
  QCOMPARE(row.at("status").as_string(), json::string("running"));
  QCOMPARE(row.at("proposed").as_string(), json::string("pass"));
  const json::object& measures = row.at("measures").as_object();
  QCOMPARE(measures.at("holes").as_int64(), 0);
  QCOMPARE(measures.at("duplicates").as_int64(), 0);
  QCOMPARE(measures.at("moved_first").as_string(), json::string("table:lake.orders commit_cadence"));
  // The task failed at poll 187; the fault was stamped at poll 182.
  QVERIFY(std::abs(measures.at("detect_ms").as_int64() - 50'000) <= measures.at("detect_error_ms").as_int64());
  // The first commit after the repair is seen at poll 300.
  QVERIFY(std::abs(measures.at("recover_ms").as_int64() - 40'000) <= measures.at("recover_error_ms").as_int64());
  const Ran people = ask({"show", "--at", at(355)});
  QVERIFY(people.out.contains("Deny or delay") && people.out.contains("bob"));

  const json::object said = document({"verdict", "--at", at(355), "--result", "pass", "--name", "Kim"});
  obeys_its_schema(said);
  QCOMPARE(said.at("rows").at(0).at("status").as_string(), json::string("completed"));
  // What a verdict holds is told without the timeline's word, at any time.
  const json::object kept = document({"list"});
  QVERIFY(kept.at("rows").at(0).at("measures") == row.at("measures"));
  const Ran card = program_->run({"scorecard", "show", "--path", "orders", "--json", "--timeline", timeline_});
  QVERIFY2(card.status == 0, card.err.constData());
  const json::value shown = json::parse(card.out.toStdString());
  for (const json::value& one : shown.at("rows").as_array()) {
    if (one.at("row").as_string() != "recovery") continue;
    QCOMPARE(one.at("evidence").at(0).at("slot").as_string(), json::string("drill:C"));
    QCOMPARE(one.at("evidence").at(0).at("says").as_string(), json::string("pass"));
    QCOMPARE(one.at("outcome").as_string(), json::string("unknown"));  // A and B were never rehearsed
  }
}

void TestCliDrill::what_is_proposed_needs_no_name_another_verdict_a_reason() {
  start();
  stamp_all();
  const json::object proposed = document({"verdict", "--at", at(355)});
  QVERIFY(proposed.at("rows").at(0).at("human").is_null());
  const Ran nobody = ask({"verdict", "--at", at(355), "--result", "pass"});
  QCOMPARE(nobody.status, 2);
  QVERIFY2(nobody.one_line() && nobody.err.contains("--name"), nobody.err.constData());
  const Ran why = ask({"verdict", "--at", at(355), "--result", "fail", "--name", "Kim"});
  QCOMPARE(why.status, 2);
  QVERIFY2(why.one_line() && why.err.contains("--text"), why.err.constData());
  const json::object said =
      document({"verdict", "--at", at(355), "--result", "fail", "--name", "Kim", "--text", "readers were late"});
  QCOMPARE(said.at("rows").at(0).at("proposed").as_string(), json::string("pass"));
  QCOMPARE(said.at("rows").at(0).at("human").as_string(), json::string("fail"));
  QVERIFY(ask({"show"}).out.contains("not what is proposed"));
  QCOMPARE(ask({"verdict", "--result", "pass", "--name", "Kim"}).status, 2);  // it is over
}

void TestCliDrill::it_does_not_start_where_not_all_is_well() {
  const QStringList drill{"start", "C", "--path", "orders", "--owner", "ann", "--approver", "kim", "--stop", "late"};
  const Ran good = ask(QStringList(drill) << "--dry-run" << "--at" << at(175));
  QVERIFY2(good.status == 0, good.out.constData());
  const Ran bad = ask(QStringList(drill) << "--at" << at(250));
  QCOMPARE(bad.status, 1);
  QVERIFY(bad.out.contains("does not land"));
  QVERIFY(!QFileInfo::exists(logbook_));
  document(QStringList(drill) << "--anyway" << "--at" << at(250));
  stamp({"deny"}, 251);
  stamp({"wait"}, 260);
  stamp({"allow"}, 296);
  const json::object row = document({"list", "--at", at(355)}).at("rows").at(0).as_object();
  QVERIFY(row.at("proposed").as_string() != "pass");
  QCOMPARE(ask(QStringList(drill) << "--anyway" << "--at" << at(340)).status, 2);  // one runs already
}

void TestCliDrill::a_stamp_is_taken_back() {
  start();
  stamp({"deny"}, 182);
  QCOMPARE(ask({"stamp", "deny", "--at", at(183)}).status, 2);
  document({"stamp", "deny", "--undo", "--note", "the wrong catalog"});
  stamp({"deny"}, 184);
  stamp({"--note", "restarted a worker"}, 300);
  const json::object row = document({"list", "--at", at(310)}).at("rows").at(0).as_object();
  QCOMPARE(row.at("steps").at(0).at("stamp").as_string(), json::string(at(184).toStdString()));
  QCOMPARE(row.at("measures").at("manual_steps").as_int64(), 1);
  QVERIFY(ask({"show", "--at", at(310)}).out.contains("taken back"));
}

void TestCliDrill::an_abort_ends_it() {
  const std::string id = start();
  stamp({"deny"}, 182);
  document({"abort", "--reason", "readers are late", "--stop-condition", "--at", at(200)});
  const json::object row = document({"list"}).at("rows").at(0).as_object();
  obeys_its_schema(document({"list"}));
  QCOMPARE(row.at("status").as_string(), json::string("aborted"));
  QCOMPARE(row.at("proposed").as_string(), json::string("fail"));
  QCOMPARE(ask({"stamp", "wait"}).status, 2);
  QCOMPARE(ask({"stamp", "wait", "--drill", QString::fromStdString(id.substr(0, 8))}).status, 2);
  document({"verdict", "--result", "fail", "--name", "Kim"});
}

void TestCliDrill::the_matrix() {
  const json::object before = document({"matrix"});
  const std::size_t cells = before.at("rows").as_array().size();
  QVERIFY(cells >= 40);
  for (const json::value& one : before.at("rows").as_array())
    QCOMPARE(one.at("cell").as_string(), json::string("never rehearsed"));
  start();
  stamp_all();
  document({"verdict", "--at", at(355), "--result", "pass", "--name", "Kim"});
  int rehearsed = 0;
  const json::object after = document({"matrix"});
  for (const json::value& one : after.at("rows").as_array())
    if (!one.at("verdict").is_null()) {
      ++rehearsed;
      QCOMPARE(one.at("incident").as_string(), json::string("catalog-unavailable"));
      QCOMPARE(one.at("scope").as_string(), json::string("path=orders"));
      QVERIFY(std::string(one.at("cell").as_string()).starts_with("pass 20"));
    }
  QCOMPARE(rehearsed, 1);
  const json::object one_path = document({"matrix", "--path", "orders"});
  QCOMPARE(one_path.at("rows").as_array().size(), cells / 4);
}

void TestCliDrill::out_and_in_again() {
  start();
  const QString journal = program_->path(QStringLiteral("j.json"));
  QCOMPARE(ask({"export", "-o", journal}).status, 2);  // it still runs
  stamp_all();
  document({"verdict", "--at", at(355), "--result", "pass", "--name", "Kim"});
  document({"export", "-o", journal});
  QCOMPARE(ask({"export", "-o", journal}).status, 2);  // it is there
  const json::object taken = document({"import", journal, "--path", "returns"});
  QCOMPARE(taken.at("rows").at(0).at("slot").as_string(), json::string("drill:C"));
  const Ran evidence = program_->run({"scorecard", "evidence", "--path", "returns", "--json", "--timeline", timeline_});
  const json::value listed = json::parse(evidence.out.toStdString());
  QCOMPARE(listed.at("rows").at(0).at("kind").as_string(), json::string("imported"));
  const QString experiment = program_->path(QStringLiteral("e.json"));
  const QString drills = program_->path(QStringLiteral("d.json"));
  document({"export", "B", "--experiment", "-o", experiment});
  document({"import", experiment, "-o", drills});
  const json::object with = document({"list", "--templates", "--drills", drills}),
                     without = document({"list", "--templates"});
  QVERIFY(with.at("rows") == without.at("rows"));
}

void TestCliDrill::drills_of_ones_own() {
  const QString own = program_->write(QStringLiteral("own.json"), R"({
    // ours
    "drills": [ { "id": "ours", "title": "Ours", "slot": "drill:ours", "steady_for": "5m", "recover_within": "5m",
      "watch": "10m", "steps": [ { "id": "go", "title": "Go", "mark": "fault" } ], } ] })");
  document({"start", "ours", "--drills", own, "--path", "orders", "--at", at(175), "--owner", "ann", "--approver",
            "kim", "--stop", "late"});
  stamp({"go"}, 176);
  // The template is kept with the drill: its file may go.
  QVERIFY(QFile::remove(own));
  const json::object listed = document({"list", "--at", at(178)});
  QCOMPARE(listed.at("rows").at(0).at("template").as_string(), json::string("ours"));
  program_->write(QStringLiteral("own.json"), "{ \"drills\": [\n { \"id\": } ] }");
  const Ran broken = ask({"list", "--templates", "--drills", own});
  QCOMPARE(broken.status, 2);
  QVERIFY2(broken.one_line() && broken.err.contains("own.json: line 2"), broken.err.constData());
}

void TestCliDrill::a_changed_stamp_is_status_4() {
  start();
  stamp({"deny", "--by", "bobby"}, 182);
  stamp({"wait"}, 240);
  QFile file(logbook_);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QByteArray all = file.readAll();
  file.close();
  const qsizetype found = all.indexOf("bobby");
  QVERIFY(found > 0);
  all.replace(found, 5, "peggy");
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(all);
  file.close();
  for (const QStringList& arguments : {QStringList{"list"}, {"show"}, {"matrix"}, {"stamp", "allow"}}) {
    const Ran ran = ask(arguments);
    QCOMPARE(ran.status, 4);
    QVERIFY2(ran.one_line() && ran.err.contains("drill-stamp"), ran.err.constData());
  }
}

void TestCliDrill::what_cannot_be_said_is_one_line_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("says");
  const auto row = [](const char* name, const QStringList& arguments, int status, const char* says) {
    QTest::newRow(name) << arguments << status << QByteArray(says);
  };
  row("no such template", {"start", "brokrs"}, 2, "brokers");
  row("no such drill", {"show", "zz"}, 3, "zz");
  row("no such step", {"stamp", "dney"}, 2, "did you mean \"deny\"");
  row("nothing done", {"stamp"}, 2, "--note");
  row("no such question", {"stamp", "--answer", "x=yes"}, 2, "question");
  row("before the start", {"stamp", "deny", "--at", "-2h"}, 2, "--at");
  row("a wrong time", {"stamp", "deny", "--at", "soon"}, 2, "--at");
  row("no reason", {"abort"}, 2, "--reason");
  row("no verdict", {"verdict", "--result", "good", "--name", "k"}, 2, "--result");
  row("no journal", {"import", "/nonexistent"}, 2, "/nonexistent");
  row("no schema", {"schema", "x"}, 2, "drills");
}

void TestCliDrill::what_cannot_be_said_is_one_line() {
  QFETCH(QStringList, arguments);
  QFETCH(int, status);
  QFETCH(QByteArray, says);
  if (arguments.front() != "show") start();
  const Ran ran = arguments.front() == "schema" ? program_->run(QStringList{"drill"} << arguments) : ask(arguments);
  QCOMPARE(ran.status, status);
  QVERIFY2(ran.one_line() && ran.err.contains(says), ran.err.constData());
}

QTEST_GUILESS_MAIN(TestCliDrill)
#include "tst_cli_drill.moc"
