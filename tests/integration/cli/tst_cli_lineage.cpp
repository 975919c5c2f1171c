// SPDX-License-Identifier: GPL-3.0-or-later
// Runs through the real program: registered, answered from a timeline, compared, handed out as events and taken in
// again; nothing that anybody says breaks it.
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <boost/json.hpp>

#include "app/settings/schema.h"
#include "tests/integration/cli/program.h"

using namespace tidemark;
namespace json = boost::json;

namespace {
constexpr const char* first = "lake.orders@4358109269898191014";
constexpr const char* second = "lake.orders@4358109269898191028";
}  // namespace

class TestCliLineage final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void a_run_is_answered_with_its_offsets();
  void a_refresh_goes_on_from_another_run();
  void was_this_record_in_it();
  void what_was_queryable_at_a_time();
  void a_cut_says_whether_it_is_whole();
  void what_is_said_later_is_added();
  void a_deletion_is_not_proven_by_appending();
  void events_go_out_and_come_in_again();
  void facets_that_nobody_knows_survive();
  void runs_of_mlflow();
  void the_scorecard_counts_them();
  void what_cannot_be_said_is_one_line_data();
  void what_cannot_be_said_is_one_line();

 private:
  void import_story(const char* start);
  Ran ask(const QStringList& arguments) const {
    return program_->run(QStringList{"lineage"} << arguments << QStringLiteral("--timeline") << timeline_);
  }
  json::object document(const QStringList& arguments) const {
    const Ran ran = ask(QStringList(arguments) << QStringLiteral("--json"));
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString()).as_object();
  }
  void obeys_its_schema(const json::object& document) const {
    const Ran schema = program_->run({"lineage", "schema"});
    QCOMPARE(schema.status, 0);
    const std::string text = json::serialize(document);
    const auto parsed = strict_json::Document::parse(text, "document", ErrorCode::input);
    const auto none = [](std::string_view, const strict_json::Node&, std::string_view) { return Result<>(); };
    const auto checked = check_schema(parsed->root(), schema.out.toStdString(), none);
    QVERIFY2(checked, checked ? "" : checked.error().line().c_str());
  }
  QByteArray bytes(const QString& name) const {
    QFile file(program_->path(name));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no file");
    return file.readAll();
  }

  std::unique_ptr<Program> program_;
  QString timeline_;
};

void TestCliLineage::init() {
  program_ = std::make_unique<Program>();
  timeline_ = program_->path(QStringLiteral("t.tidemark"));
  import_story("2026-01-01T02:10:00Z");
}

void TestCliLineage::import_story(const char* start) {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-repaired.json"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray story = file.readAll().replace("2026-01-01T02:10:00Z", start);
  const Ran ran =
      program_->run({"import", "--story", program_->write(QStringLiteral("s.json"), story), "--timeline", timeline_});
  QVERIFY2(ran.status == 0, ran.err.constData());
}

void TestCliLineage::a_run_is_answered_with_its_offsets() {
  const json::object written = document({"register", "r1", "--kind", "embedding", "--model", "support",
                                         "--embedding-version", "3", "--input", first, "--author", "kim"});
  QCOMPARE(written.at("rows").at(0).at("run").as_string(), json::string("r1"));
  QCOMPARE(written.at("rows").at(0).at("author").as_string(), json::string("kim"));
  const json::object answer = document({"answer", "r1"});
  obeys_its_schema(answer);
  QCOMPARE(answer.at("completeness").as_string(), json::string("exact"));
  QCOMPARE(answer.at("rows").as_array().size(), 3u);
  const json::object row = answer.at("rows").at(0).as_object();
  QCOMPARE(row.at("topic").as_string(), json::string("orders"));
  QCOMPARE(row.at("from").as_int64(), 1'000'000);
  QCOMPARE(row.at("to").as_int64(), 1'004'400);
  QCOMPARE(row.at("snapshots").as_array().size(), 2u);
  QCOMPARE(row.at("commit_ids").at(0).as_string(), json::string("c81f0001-6a1e-4b1f-9d0c-000000000006"));
  QVERIFY(row.at("reason").is_null() && row.at("schema_ids").is_null());
  QCOMPARE(answer.at("run").at("embedding_version").as_string(), json::string("3"));
  QCOMPARE(answer.at("run").at("hash").as_string(), written.at("rows").at(0).at("hash").as_string());
  QVERIFY(answer.at("run").at("region").is_null());
  QVERIFY(ask({"answer", "r1"}).out.contains("11000 offsets of 3 partitions: exact"));
  QVERIFY(ask({"list"}).out.contains("support"));
  // The same once more is no row.
  QVERIFY(document({"register", "r1", "--kind", "embedding", "--model", "support", "--embedding-version", "3",
                    "--input", first})
              .at("rows")
              .as_array()
              .empty());
}

void TestCliLineage::a_refresh_goes_on_from_another_run() {
  document({"register", "r1", "--input", first, "--chunking-version", "1"});
  document({"register", "r2", "--input", second, "--chunking-version", "2", "--after", "r1"});
  const json::object answer = document({"answer", "r2"});
  QCOMPARE(answer.at("rows").at(0).at("from").as_int64(), 1'004'400);
  QCOMPARE(answer.at("rows").at(0).at("to").as_int64(), 1'009'200);
  const json::object diff = document({"diff", "r1", "r2"});
  QCOMPARE(diff.at("relation").as_string(), json::string("contiguous"));
  QCOMPARE(diff.at("fields").at(0).at("field").as_string(), json::string("chunking_version"));
  QCOMPARE(diff.at("rows").at(0).at("both").as_int64(), 0);
  QCOMPARE(diff.at("rows").at(0).at("gap").as_int64(), 0);
  QCOMPARE(diff.at("rows").at(0).at("completeness").as_string(), json::string("exact"));
  QVERIFY(document({"diff", "r2", "r1"}).at("relation").is_null());  // that one goes on from none
}

void TestCliLineage::was_this_record_in_it() {
  document({"register", "r1", "--input", first});
  const auto was = [&](const char* record) {
    return std::string(document({"answer", "r1", "--record", record}).at("rows").at(0).at("was_in").as_string());
  };
  QCOMPARE(was("orders-0@1004399"), std::string("yes"));
  QCOMPARE(was("orders/0@1004400"), std::string("no"));
  QCOMPARE(was("clicks-0@1"), std::string("no"));
}

void TestCliLineage::what_was_queryable_at_a_time() {
  const json::object answer = document({"answer", "--path", "orders", "--as-of", "2026-01-01T02:12:00Z"});
  obeys_its_schema(answer);
  QCOMPARE(answer.at("rows").at(0).at("to").as_int64(), 1'004'400);
  QCOMPARE(answer.at("cut").at("whole").as_string(), json::string("no"));  // the next commit was on its way
  QCOMPARE(
      document({"answer", "--table", "lake.archive", "--as-of", "2026-01-01T02:12:00Z"}).at("completeness").as_string(),
      json::string("unknown"));
}

void TestCliLineage::a_cut_says_whether_it_is_whole() {
  document({"register", "r1", "--input", second, "--cut", "2026-01-01T02:10:30Z"});
  document({"register", "r2", "--input", second, "--cut", "2026-01-01T02:20:00Z"});
  const json::object whole = document({"answer", "r1"});
  obeys_its_schema(whole);
  QCOMPARE(whole.at("cut").at("whole").as_string(), json::string("yes"));
  QCOMPARE(whole.at("cut").at("partitions").as_array().size(), 3u);
  QCOMPARE(document({"answer", "r2"}).at("cut").at("whole").as_string(), json::string("no"));
}

void TestCliLineage::what_is_said_later_is_added() {
  document({"register", "r1", "--model", "m"});
  QCOMPARE(document({"answer", "r1"}).at("completeness").as_string(), json::string("unknown"));
  document({"register", "r1", "--input", first, "--deletion-state", "applied"});
  const json::object answer = document({"answer", "r1"});
  QCOMPARE(answer.at("completeness").as_string(), json::string("exact"));
  QCOMPARE(answer.at("run").at("model").as_string(), json::string("m"));
  QCOMPARE(answer.at("run").at("deletion_state").as_string(), json::string("applied"));
}

void TestCliLineage::a_deletion_is_not_proven_by_appending() {
  const json::object proof = document({"deletion", "orders-0@1004000", "--key", "k"});
  QCOMPARE(proof.at("proven").as_string(), json::string("no"));
  QCOMPARE(proof.at("rows").as_array().size(), 3u);
  QCOMPARE(proof.at("rows").at(0).at("done").as_string(), json::string("yes"));
  QVERIFY(proof.at("rows").at(0).at("at").is_string());
  QCOMPARE(proof.at("rows").at(1).at("object").as_string(), json::string("table:lake.orders"));
  QVERIFY(proof.at("rows").at(1).at("reason").as_string().find("append") != json::string::npos);
  QCOMPARE(proof.at("rows").at(2).at("done").as_string(), json::string("cannot-tell"));
}

void TestCliLineage::events_go_out_and_come_in_again() {
  document({"register", "r1", "--kind", "training", "--model", "m", "--input", first, "--cut", "2026-01-01T02:12:00Z",
            "--schema-id", "7", "--input", "topic:clicks/0:9007199254740993-9007199254740999"});
  const QString out = program_->path(QStringLiteral("all.ndjson"));
  const json::object told = document({"export", "-o", out});
  QCOMPARE(told.at("rows").at(0).at("runs").as_int64(), 1);
  QCOMPARE(told.at("rows").at(0).at("commits").as_int64(), 97);
  QCOMPARE(told.at("rows").at(0).at("events").as_int64(), 196);
  const Ran one = ask({"export", "r1"});
  QCOMPARE(one.status, 0);
  QCOMPARE(one.out.count('\n'), 2);
  QVERIFY(bytes(QStringLiteral("all.ndjson")).endsWith(one.out));
  QVERIFY(one.out.contains("\"9007199254740993\""));

  // In the logbook of another timeline, and out again.
  const json::object before = document({"answer", "r1"});
  const QString file = program_->write(QStringLiteral("one.ndjson"), one.out);
  QVERIFY(QFile::remove(program_->path(QStringLiteral("t.logbook"))));
  QCOMPARE(document({"import", file}).at("rows").as_array().size(), 1u);
  QVERIFY(document({"import", file}).at("rows").as_array().empty());
  QCOMPARE(ask({"export", "r1"}).out, one.out);
  const json::object after = document({"answer", "r1"});
  QCOMPARE(json::serialize(after.at("rows")), json::serialize(before.at("rows")));
  QCOMPARE(after.at("run").at("model").as_string(), json::string("m"));
  QCOMPARE(json::serialize(after.at("cut")), json::serialize(before.at("cut")));
  QCOMPARE(after.at("run").at("schema_ids").at(0).as_int64(), 7);
  QCOMPARE(after.at("run").at("told_by").as_string(), json::string("openlineage"));
}

void TestCliLineage::facets_that_nobody_knows_survive() {
  const QByteArray event =
      R"({"eventType":"COMPLETE","eventTime":"2026-01-01T03:00:00.5+01:00","producer":"https://x/y","schemaURL":)"
      R"("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent","run":{"runId":)"
      R"("01890a5d-ac96-774b-bcce-b302099a8057","facets":{"acme_cost":{"_producer":"https://x","_schemaURL":"https://x",)"
      R"("n":1.10,"big":123456789012345678901234567890}}},"job":{"namespace":"airflow","name":"train"},"inputs":[)"
      R"({"namespace":"s3://lake","name":"wh/orders","facets":{"symlinks":{"identifiers":[{"namespace":"http://c",)"
      R"("name":"lake.orders","type":"TABLE"}]},"version":{"datasetVersion":"4358109269898191014"}}}]})";
  const QString file =
      program_->write(QStringLiteral("e.ndjson"), event + "\n" + R"({"eventTime":"x","job":{}})" + "\n");
  const json::object taken = document({"import", file});
  QCOMPARE(taken.at("rows").as_array().size(), 1u);
  QVERIFY(taken.at("notes").at(0).as_string().find("1 events are of jobs") != json::string::npos);
  const QString run = QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057");
  QCOMPARE(ask({"export", run}).out, event + "\n");  // byte for byte
  const json::object answer = document({"answer", run});
  QCOMPARE(answer.at("completeness").as_string(), json::string("exact"));
  QCOMPARE(answer.at("run").at("job_id").as_string(), json::string("airflow/train"));
  QCOMPARE(answer.at("run").at("ended").as_string(), json::string("2026-01-01T02:00:00.500Z"));
}

void TestCliLineage::runs_of_mlflow() {
  const QByteArray run = R"({"run":{"info":{"run_id":"abc","experiment_id":"4","start_time":1767233400000,"end_time":)"
                         R"(1767233460000},"data":{"params":[{"key":"lr","value":"0.1"},{"key":"tidemark.model",)"
                         R"("value":"m"}],"tags":[{"key":"mlflow.source.git.commit","value":"f00"}]},"inputs":)"
                         R"({"dataset_inputs":[{"tags":[{"key":"tidemark.snapshot_id","value":"4358109269898191014"}],)"
                         R"("dataset":{"name":"orders","digest":"d","source_type":"x",)"
                         R"("source":"{\"table_name\": \"lake.orders\"}"}}]}}})";
  document({"import", program_->write(QStringLiteral("m.json"), run)});
  const json::object answer = document({"answer", "abc"});
  QCOMPARE(answer.at("completeness").as_string(), json::string("exact"));
  QCOMPARE(answer.at("run").at("model").as_string(), json::string("m"));
  QCOMPARE(answer.at("run").at("transform_version").as_string(), json::string("f00"));
  QCOMPARE(answer.at("run").at("told_by").as_string(), json::string("mlflow"));
}

void TestCliLineage::the_scorecard_counts_them() {
  // What is measured of last year's history counts no more.
  QVERIFY(QFile::remove(timeline_));
  import_story("now-2h");
  const auto outcome = [&] {
    const QStringList scope{"--timeline", timeline_, "--path", "orders", "--json"};
    const Ran taken = program_->run(QStringList{"scorecard", "evidence", "--take"} << scope);
    if (taken.status != 0) qFatal("%s", taken.err.constData());
    const Ran shown = program_->run(QStringList{"scorecard", "show"} << scope);
    const json::value all = json::parse(shown.out.toStdString());
    for (const json::value& row : all.at("rows").as_array())
      if (row.at("row").as_string() == "lineage") return std::string(row.at("outcome").as_string());
    return std::string();
  };
  QCOMPARE(outcome(), std::string("unknown"));
  document({"register", "r1", "--input", first});
  document({"register", "elsewhere", "--input", "lake.returns@nothing"});
  QCOMPARE(outcome(), std::string("pass"));
  document({"register", "r2", "--input", "lake.orders@1"});
  QCOMPARE(outcome(), std::string("fail"));
}

void TestCliLineage::what_cannot_be_said_is_one_line_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("status");
  const auto row = [](const char* name, const QStringList& arguments, int status, const QByteArray& text) {
    QTest::newRow(name) << arguments << text << status;
  };
  row("no version", {"register", "r", "--input", "lake.orders"}, 2, "TABLE@SNAPSHOT");
  row("no range", {"register", "r", "--input", "topic:orders/0:9-1"}, 2, "FROM-TO");
  row("a kind of its own", {"register", "r", "--kind", "magic"}, 2, "training");
  row("after itself", {"register", "r", "--after", "r"}, 2, "--after");
  row("no id", {"register", ""}, 2, "no id");
  row("no time", {"register", "r", "--cut", "yesterday"}, 2, "--cut");
  row("nobody knows it", {"answer", "r"}, 3, "lineage list");
  row("neither", {"answer"}, 2, "--as-of");
  row("both", {"answer", "r", "--as-of", "now"}, 2, "--as-of");
  row("no table", {"answer", "--as-of", "now"}, 2, "--table");
  row("no record", {"answer", "r", "--record", "orders"}, 2, "orders-3@1500");
  row("no path", {"answer", "--path", "x", "--as-of", "now"}, 3, "--table");
  row("an unknown partition", {"deletion", "nothing-0@1"}, 3, "tidemark topics");
  row("no file", {"import", "/nonexistent"}, 2, "/nonexistent");
  row("an ending", {"export", "-o", "x.txt"}, 2, ".ndjson");
}

void TestCliLineage::what_cannot_be_said_is_one_line() {
  QFETCH(QStringList, arguments);
  QFETCH(QByteArray, text);
  QFETCH(int, status);
  const Ran ran = ask(arguments);
  QCOMPARE(ran.status, status);
  QVERIFY2(ran.one_line() && ran.err.contains(text), ran.err.constData());
  QVERIFY(ran.out.isEmpty());
  QVERIFY(!QFileInfo::exists(program_->path(QStringLiteral("t.logbook"))));
}

QTEST_GUILESS_MAIN(TestCliLineage)
#include "tst_cli_lineage.moc"
