// SPDX-License-Identifier: GPL-3.0-or-later
// What people write, through the real program: notes beside a timeline, snoozes, a second logbook merged in.
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <boost/json.hpp>

#include "tests/integration/cli/program.h"

namespace json = boost::json;

namespace {
constexpr const char* story =
    R"({ "schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000, "polls": 60, "cluster": "prod",
  "series": [ { "mark": "high", "topic": "orders", "partition": 0, "start": 1000 } ] })";
}

class TestCliLogbook final : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    program_ = std::make_unique<Program>();
    timeline_ = program_->path(QStringLiteral("t.tidemark"));
    logbook_ = program_->path(QStringLiteral("t.logbook"));
    const Ran ran =
        program_->run({"import", "--story", program_->write(QStringLiteral("s.json"), story), "--timeline", timeline_});
    QVERIFY2(ran.status == 0, ran.err.constData());
  }
  void notes_are_events();
  void a_note_after_the_last_poll_is_seen();
  void what_happened_elsewhere_is_an_event();
  void a_hidden_note_is_kept_and_not_shown();
  void snoozes_are_kept();
  void a_snoozed_finding_does_not_lead();
  void two_logbooks_become_one();
  void what_cannot_be_written_is_one_line_data();
  void what_cannot_be_written_is_one_line();
  void a_foreign_logbook_is_status_4();

 private:
  Ran ask(QStringList arguments) const { return program_->run(arguments << QStringLiteral("--timeline") << timeline_); }
  json::object row_of(const QStringList& arguments) const {
    const Ran ran = ask(QStringList(arguments) << QStringLiteral("--json"));
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString()).at("rows").at(0).as_object();
  }
  json::array notes(const QStringList& more = {}) const {
    const Ran ran = ask(QStringList{"events", "--json"} << more);
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    json::array out;
    const json::value document = json::parse(ran.out.toStdString());
    for (const auto& row : document.at("rows").as_array())
      if (row.at("kind").as_string() == "note") out.push_back(row);
    return out;
  }
  std::unique_ptr<Program> program_;
  QString timeline_, logbook_;
};

void TestCliLogbook::notes_are_events() {
  QVERIFY(notes().empty());
  QVERIFY(!QFileInfo::exists(logbook_));  // reading makes no file
  const auto row = row_of({"note", "add", "deployed \x1b[31m 1.2", "--at", "2026-01-01T00:05:00Z", "--object",
                           "topic:orders", "--author", "ann"});
  QCOMPARE(row.at("author").as_string(), json::string("ann"));
  QCOMPARE(row.at("hash").as_string().size(), 64u);
  QVERIFY(!(QFileInfo(logbook_).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
  const auto said = notes();
  QCOMPARE(said.size(), 1u);
  QCOMPARE(said.at(0).at("at").as_string(), json::string("2026-01-01T00:05:00.000Z"));
  QCOMPARE(said.at(0).at("layer").as_string(), json::string("user"));
  QCOMPARE(said.at(0).at("object").as_string(), json::string("topic:orders"));
  QVERIFY(said.at(0).at("text").as_string().find("1.2 (ann)") != std::string::npos);
  QVERIFY(said.at(0).at("text").as_string().find('\x1b') == std::string::npos);
  QVERIFY(notes({"--topic", "other"}).empty());
  QVERIFY(notes({"--to", "2026-01-01T00:04:00Z"}).empty());
  QVERIFY(notes({"--from", "2026-01-01T00:05:00Z", "--to", "2026-01-01T00:06:00Z"}).empty());
}

void TestCliLogbook::a_note_after_the_last_poll_is_seen() {
  row_of({"note", "add", "afterwards"});
  const auto said = notes();
  QCOMPARE(said.size(), 1u);
  QVERIFY(said.at(0).at("object").is_null());
  QCOMPARE(said.at(0).at("object_reason").as_string(), json::string("not-applicable"));
  QVERIFY(notes({"--at", "2026-01-01T00:05:00Z"}).empty());
}

void TestCliLogbook::a_hidden_note_is_kept_and_not_shown() {
  const auto first = row_of({"note", "add", "one", "--at", "2026-01-01T00:05:00Z", "--object", "topic:orders"});
  row_of({"note", "add", "two", "--at", "2026-01-01T00:04:00Z"});
  const auto listed = [&] {
    const Ran ran = ask({"note", "list", "--json"});
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString()).at("rows").as_array();
  };
  QCOMPARE(listed().size(), 2u);
  QCOMPARE(listed().at(0).at("text").as_string(), json::string("two"));  // by the time that it speaks of
  QCOMPARE(listed().at(1).at("uuid"), first.at("uuid"));
  const QString uuid = QString::fromUtf8(first.at("uuid").as_string().c_str());
  QCOMPARE(row_of({"note", "hide", uuid, "--author", "ben"}).at("author").as_string(), json::string("ben"));
  QCOMPARE(listed().size(), 1u);
  QCOMPARE(notes().size(), 1u);
  QCOMPARE(notes().at(0).at("text").as_string().find("two"), 0u);
  const Ran again = ask({"note", "hide", uuid});
  QCOMPARE(again.status, 3);
  QVERIFY(again.err.contains("no note that is shown has this id"));
  QFile file(logbook_);
  QVERIFY(file.open(QFile::ReadOnly) && file.readAll().contains("topic:orders"));  // what was written stays
}

void TestCliLogbook::what_happened_elsewhere_is_an_event() {
  const auto row = row_of({"event", "add", "deployment", "sink 1.12.1", "--at", "2026-01-01T00:05:00Z", "--object",
                           "connector:orders-sink"});
  QCOMPARE(row.at("layer").as_string(), json::string("connect"));
  const QString file = program_->write(QStringLiteral("alerts.json"), R"([{"labels": {"alertname": "Lag"},
      "startsAt": "2026-01-01T00:06:00Z", "endsAt": "2026-01-01T00:07:00Z", "status": "resolved"}])");
  const auto taken = [&] {
    const Ran ran = ask({"event", "import", file, "--json"});
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString()).at("rows").as_array().size();
  };
  QCOMPARE(taken(), 2u);
  QCOMPARE(taken(), 0u);  // known already
  const Ran ran = ask({"events", "--json", "--from", "2026-01-01T00:04:00Z"});
  const json::value document = json::parse(ran.out.toStdString());
  QStringList kinds;
  for (const auto& one : document.at("rows").as_array())
    if (one.at("kind").as_string() != "note") kinds << QString::fromStdString(std::string(one.at("kind").as_string()));
  QVERIFY2(kinds.contains(QStringLiteral("deployment")) && kinds.contains(QStringLiteral("alert")) &&
               kinds.contains(QStringLiteral("alert-resolved")),
           qPrintable(kinds.join(QLatin1Char(' '))));
  // Nothing is taken of a file that has one bad line.
  const QString bad = program_->write(QStringLiteral("bad.ndjson"),
                                      "{\"at\":1767226900000,\"kind\":\"a\"}\n{\"at\":\"soon\",\"kind\":\"b\"}\n");
  const Ran refused = ask({"event", "import", bad});
  QCOMPARE(refused.status, 2);
  QVERIFY(refused.err.contains("line 2") && refused.err.count('\n') == 1);
  QCOMPARE(ask({"event", "add", "Deployed!"}).status, 2);
}

void TestCliLogbook::snoozes_are_kept() {
  const auto row = row_of({"snooze", "R13:table:lake.orders", "--for", "4h", "--reason", "known", "--author", "ann"});
  QCOMPARE(row.at("finding").as_string(), json::string("R13:table:lake.orders"));
  QVERIFY(row.at("until").as_string() > row.at("written_at").as_string());
  QVERIFY(notes().empty());
}

void TestCliLogbook::a_snoozed_finding_does_not_lead() {
  timeline_ = program_->path(QStringLiteral("lie.tidemark"));
  const Ran imported = ask({"import", "--story", TIDEMARK_SOURCE_DIR "/tests/golden/stories/not-landed.json"});
  QVERIFY2(imported.status == 0, imported.err.constData());
  const QStringList diagnose{"diagnose", "--json", "--fail-on", "warn"};
  const Ran awake = ask(diagnose);
  QCOMPARE(awake.status, 1);
  const json::value before = json::parse(awake.out.toStdString());
  const auto& rows = before.at("rows").as_array();
  QVERIFY(!rows.empty() && rows[0].at("leading").as_bool());
  QVERIFY(rows[0].at("snoozed_until").is_null());
  for (const auto& row : rows)
    row_of({"snooze", QString::fromStdString(std::string(row.at("id").as_string())), "--for", "4h", "--reason", "known",
            "--author", "ann"});
  const Ran asleep = ask(diagnose);
  QVERIFY2(asleep.status == 0, asleep.err.constData());
  const json::value after = json::parse(asleep.out.toStdString());
  QCOMPARE(after.at("rows").as_array().size(), rows.size());
  for (const auto& row : after.at("rows").as_array()) {
    QVERIFY(!row.at("leading").as_bool());
    QVERIFY(row.at("snoozed_until").is_string());
  }
  QVERIFY(after.at("findings").as_array().empty());
  QVERIFY(after.at("notes").at(1).as_string().find("by ann: known") != json::string::npos);
  // What was not snoozed then is not snoozed when one looks back, and a snooze can be ended.
  QCOMPARE(ask(QStringList(diagnose) << "--at" << "2026-01-01T00:29:50Z").status, 1);
  row_of({"snooze", QString::fromStdString(std::string(rows[0].at("id").as_string())), "--for", "0s"});
  QVERIFY(row_of({"diagnose"}).at("leading").as_bool());
}

void TestCliLogbook::two_logbooks_become_one() {
  row_of({"note", "add", "one", "--at", "2026-01-01T00:05:00Z"});
  const QString copy = program_->path(QStringLiteral("colleague.logbook"));
  QVERIFY(QFile::rename(logbook_, copy));
  row_of({"note", "add", "two", "--at", "2026-01-01T00:06:00Z"});
  QCOMPARE(row_of({"note", "merge", copy}).at("taken").as_int64(), 1);
  QCOMPARE(row_of({"note", "merge", copy}).at("taken").as_int64(), 0);
  QCOMPARE(notes().size(), 2u);
}

void TestCliLogbook::what_cannot_be_written_is_one_line_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("says");
  const auto row = [](const char* name, const QStringList& arguments, int status, const char* says) {
    QTest::newRow(name) << arguments << status << QByteArray(says);
  };
  row("nothing said", {"note", "add", ""}, 2, "says nothing");
  row("no time", {"note", "add", "x", "--at", "soon"}, 2, "--at");
  row("no object", {"note", "add", "x", "--object", "orders"}, 2, "--object");
  row("no word", {"note"}, 2, "one of add, list, hide, merge");
  row("no file to merge", {"note", "merge", "/nonexistent/x.logbook"}, 2, "no such logbook");
  row("no end", {"snooze", "f"}, 2, "--for");
  row("no duration", {"snooze", "f", "--for", "long"}, 2, "--for");
  row("no timeline", {"note", "add", "x", "--timeline", "/nonexistent/t.tidemark"}, 3, "no such timeline");
}

void TestCliLogbook::what_cannot_be_written_is_one_line() {
  QFETCH(QStringList, arguments);
  QFETCH(int, status);
  QFETCH(QByteArray, says);
  if (!arguments.contains(QStringLiteral("--timeline")) && arguments.size() > 1)
    arguments << QStringLiteral("--timeline") << timeline_;
  const Ran ran = program_->run(arguments);
  QCOMPARE(ran.status, status);
  QVERIFY2(ran.one_line() && ran.err.contains(says), ran.err.constData());
  QVERIFY(!QFileInfo::exists(logbook_));
}

void TestCliLogbook::a_foreign_logbook_is_status_4() {
  program_->write(QStringLiteral("t.logbook"), "a text that is not a logbook, whatever it is called");
  for (const QStringList& arguments : {QStringList{"events"}, {"note", "add", "x"}, {"snooze", "f", "--for", "1h"}}) {
    const Ran ran = ask(arguments);
    QCOMPARE(ran.status, 4);
    QVERIFY2(ran.one_line() && ran.err.contains("logbook"), ran.err.constData());
  }
  QCOMPARE(ask({"lag"}).status, 0);  // what needs no logbook goes on
}

QTEST_GUILESS_MAIN(TestCliLogbook)
#include "tst_cli_logbook.moc"
