// SPDX-License-Identifier: GPL-3.0-or-later
// Replays through the real program: found in a timeline, declared and finished in the logbook beside it.
#include <QFileInfo>
#include <QTest>
#include <boost/json.hpp>

#include "models/domain/known.h"
#include "tests/integration/cli/program.h"

using namespace tidemark;
namespace json = boost::json;

namespace {
// "sink" falls from 198,000 to 60,000 at poll 100 and reads 3000 a poll: through at poll 146. Polls are 10 s apart.
QByteArray story(const char* more = "") {
  QByteArray group;
  for (int n = 0; n < 130; ++n)
    group += (n ? "," : "") + QByteArray::number(n < 100 ? 99'000 + 1000 * n : 60'000 + 3000 * (n - 100));
  return QByteArray(
             R"({ "schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000, "polls": 130, "cluster": "prod",
    "series": [ { "mark": "high", "topic": "orders", "partition": 0, "start": 100000, "rates": [[0, 100]] },
                { "mark": "group", "topic": "orders", "partition": 0, "group": "live", "follow": "high", "delay_polls": 1 },
                { "mark": "group", "topic": "orders", "partition": 0, "group": "sink", "values": [)") +
         group + "] } ]" + more + "}";
}
}  // namespace

class TestCliReplay final : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    program_ = std::make_unique<Program>();
    timeline_ = program_->path(QStringLiteral("t.tidemark"));
    logbook_ = program_->path(QStringLiteral("t.logbook"));
    import(story());
  }
  void one_is_found();
  void before_it_began_there_is_none();
  void one_is_declared_and_finished();
  void one_of_a_story_is_declared();
  void people_read_it_too();
  void a_rate_that_is_needed();
  void what_cannot_be_said_is_one_line_data();
  void what_cannot_be_said_is_one_line();
  void a_foreign_logbook_is_status_4();

 private:
  void import(const QByteArray& text) {
    QFile::remove(timeline_);
    const Ran ran =
        program_->run({"import", "--story", program_->write(QStringLiteral("s.json"), text), "--timeline", timeline_});
    QVERIFY2(ran.status == 0, ran.err.constData());
  }
  Ran ask(QStringList arguments) const { return program_->run(arguments << QStringLiteral("--timeline") << timeline_); }
  json::object document(const QStringList& arguments) const {
    const Ran ran = ask(QStringList(arguments) << QStringLiteral("--json"));
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString()).as_object();
  }
  json::object row_of(const QStringList& arguments) const {
    const json::object all = document(arguments);
    if (all.at("rows").as_array().size() != 1) qFatal("not one row");
    return all.at("rows").at(0).as_object();
  }
  std::unique_ptr<Program> program_;
  QString timeline_, logbook_;
};

void TestCliReplay::one_is_found() {
  const json::object row = row_of({"replay"});
  QCOMPARE(row.at("group").as_string(), json::string("sink"));
  QCOMPARE(row.at("topic").as_string(), json::string("orders"));
  QCOMPARE(row.at("kind").as_string(), json::string("bounded"));
  QVERIFY(!row.at("declared").as_bool());
  QCOMPARE(row.at("state").as_string(), json::string("draining"));
  QCOMPARE(row.at("from").as_int64(), 60'000);
  QCOMPARE(row.at("to").as_int64(), 198'000);
  QCOMPARE(row.at("done").as_int64(), 87'000);
  QCOMPARE(row.at("remaining").as_int64(), 51'000);
  QCOMPARE(row.at("eta").as_string(), json::string("2026-01-01T00:24:20.000Z"));
  QVERIFY(row.at("eta_lo").as_string() <= row.at("eta").as_string());
  QVERIFY(row.at("eta_hi").as_string() >= row.at("eta").as_string());
  QCOMPARE(row.at("worst_partition").as_string(), json::string("orders/0"));
  QCOMPARE(row.at("live_impact").at(0).at("group").as_string(), json::string("live"));
  QCOMPARE(row.at("live_impact").at(0).at("verdict").as_string(), json::string("none"));
  QCOMPARE(row.at("partitions").at(0).at("at").as_int64(), 147'000);
  for (const auto& member : row) {
    const std::string name(member.key());
    if (member.value().is_null()) QVERIFY2(row.if_contains(name + "_reason"), name.c_str());
    if (name.ends_with("_reason")) QVERIFY2(reason_from(member.value().as_string().c_str()).has_value(), name.c_str());
  }
  QVERIFY(!QFileInfo::exists(logbook_));  // reading makes no file
}

void TestCliReplay::before_it_began_there_is_none() {
  const json::object all = document({"replay", "--at", "2026-01-01T00:15:00Z"});
  QVERIFY(all.at("rows").as_array().empty());
  QVERIFY(all.at("notes").at(0).as_string().find("replay declare") != std::string::npos);
  QVERIFY(document({"replay", "--group", "other"}).at("rows").as_array().empty());
}

void TestCliReplay::one_is_declared_and_finished() {
  const json::object said = row_of({"replay",
                                    "declare",
                                    "again",
                                    "--group",
                                    "sink",
                                    "--topic",
                                    "orders",
                                    "--range",
                                    "0:60000:150000",
                                    "--reason",
                                    "bad \x1b[31m join",
                                    "--approver",
                                    "kim",
                                    "--throttle",
                                    "5 MB/s",
                                    "--idempotency",
                                    "merged by key",
                                    "--protect",
                                    "live",
                                    "--at",
                                    "2026-01-01T00:16:00Z",
                                    "--author",
                                    "ann"});
  QCOMPARE(said.at("author").as_string(), json::string("ann"));
  QCOMPARE(said.at("kind").as_string(), json::string("bounded"));
  QCOMPARE(said.at("hash").as_string().size(), 64u);
  QVERIFY(said.at("reason").as_string().find('\x1b') == std::string::npos);
  const json::object row = row_of({"replay"});
  QVERIFY(row.at("declared").as_bool());
  QVERIFY(!row.at("declared_late").as_bool());
  QCOMPARE(row.at("name").as_string(), json::string("again"));
  QCOMPARE(row.at("approver").as_string(), json::string("kim"));
  QCOMPARE(row.at("to").as_int64(), 150'000);
  QCOMPARE(row.at("remaining").as_int64(), 3000);
  // Before it was declared nobody had said anything.
  QVERIFY(document({"replay", "--at", "2026-01-01T00:15:50Z"}).at("rows").as_array().empty());

  const json::object ended = row_of({"replay", "finish", "again", "--outcome", "enough", "--author", "ann"});
  QCOMPARE(ended.at("outcome").as_string(), json::string("enough"));
  QCOMPARE(ended.at("group").as_string(), json::string("sink"));
  const json::object over = row_of({"replay"});
  QCOMPARE(over.at("state").as_string(), json::string("finished"));
  QCOMPARE(over.at("outcome").as_string(), json::string("enough"));
  QVERIFY(over.at("eta").is_null());
  QCOMPARE(over.at("eta_reason").as_string(), json::string("not-applicable"));
  const Ran twice = ask({"replay", "finish", "again"});
  QCOMPARE(twice.status, 2);
  QVERIFY2(twice.one_line() && twice.err.contains("again"), twice.err.constData());
}

void TestCliReplay::one_of_a_story_is_declared() {
  import(story(R"(, "replays": [ { "group": "sink", "topic": "orders", "poll": 99, "declared": true,
                   "from": { "0": 60000 }, "to": null, "approver": "k" } ])"));
  const json::object row = row_of({"replay"});
  QVERIFY(row.at("declared").as_bool());
  QCOMPARE(row.at("kind").as_string(), json::string("to-live"));
  QCOMPARE(row.at("approver").as_string(), json::string("k"));
  QCOMPARE(row.at("remaining").as_int64(), 229'000 - 147'000);
  QVERIFY(row.at("to").is_null());
}

void TestCliReplay::people_read_it_too() {
  for (const char* format : {"table", "md", "slack", "csv", "ndjson"}) {
    const Ran ran = ask({"replay", "--format", format});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.contains("draining") && ran.out.contains("sink"), ran.out.constData());
  }
}

void TestCliReplay::a_rate_that_is_needed() {
  const json::object row = row_of({"replay", "--by", "2026-01-01T00:23:10Z"});
  QCOMPARE(row.at("rate_needed").to_number<double>(), 510.0);
  QVERIFY(row_of({"replay"}).at("rate_needed").is_null());
}

void TestCliReplay::what_cannot_be_said_is_one_line_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("says");
  const auto row = [](const char* name, const QStringList& arguments, int status, const char* says) {
    QTest::newRow(name) << arguments << status << QByteArray(says);
  };
  const QStringList named{"replay", "declare", "n", "--group", "g", "--topic", "t"};
  row("no name", {"replay", "declare"}, 2, "NAME");
  row("no group", {"replay", "declare", "n", "--topic", "t"}, 2, "--group");
  row("no topic", {"replay", "declare", "n", "--group", "g"}, 2, "--topic");
  row("no range", QStringList(named) << "--range" << "5", 2, "--range");
  row("no partition", QStringList(named) << "--range" << "x:1:2", 2, "--range");
  row("a range that ends before it begins", QStringList(named) << "--range" << "0:5:4", 2, "ends before");
  row("two ranges of a partition", QStringList(named) << "--range" << "0:1:4" << "--range" << "0:5:6", 2, "two ranges");
  row("some to live", QStringList(named) << "--range" << "0:1:4" << "--range" << "1:5", 2, "two replays");
  row("no time", QStringList(named) << "--at" << "soon", 2, "--at");
  row("nothing to finish", {"replay", "finish", "n"}, 2, "no replay of the name");
  row("another word", {"replay", "begin"}, 2, "begin");
  row("no time to be through by", {"replay", "--by", "soon"}, 2, "--by");
  row("no timeline", QStringList(named) << "--timeline" << "/nonexistent/t.tidemark", 3, "no such timeline");
}

void TestCliReplay::what_cannot_be_said_is_one_line() {
  QFETCH(QStringList, arguments);
  QFETCH(int, status);
  QFETCH(QByteArray, says);
  if (!arguments.contains(QStringLiteral("--timeline")) && arguments.at(1) != QStringLiteral("begin"))
    arguments << QStringLiteral("--timeline") << timeline_;
  const Ran ran = program_->run(arguments);
  QCOMPARE(ran.status, status);
  QVERIFY2(ran.one_line() && ran.err.contains(says), ran.err.constData());
  QVERIFY(!QFileInfo::exists(logbook_));
}

void TestCliReplay::a_foreign_logbook_is_status_4() {
  program_->write(QStringLiteral("t.logbook"), "a text that is not a logbook, whatever it is called");
  for (const QStringList& arguments :
       {QStringList{"replay"}, {"replay", "declare", "n", "--group", "g", "--topic", "t"}, {"replay", "finish", "n"}}) {
    const Ran ran = ask(arguments);
    QCOMPARE(ran.status, 4);
    QVERIFY2(ran.one_line() && ran.err.contains("logbook"), ran.err.constData());
  }
}

QTEST_GUILESS_MAIN(TestCliReplay)
#include "tst_cli_replay.moc"
