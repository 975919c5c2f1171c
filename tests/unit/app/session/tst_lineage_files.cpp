// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that others wrote down: what is taken of them, what is refused, what survives.
#include <QTest>
#include <boost/json.hpp>

#include "app/session/lineage_files.h"
#include "app/session/open_lineage.h"

using namespace tidemark;
namespace json = boost::json;

class TestLineageFiles final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_taken_of_an_event();
  void events_of_one_run_are_one();
  void a_file_is_lines_or_a_document();
  void what_is_not_json_for_others_is_written_anew();
  void members_of_other_types_are_passed_over();
  void runs_of_mlflow();
  void what_is_refused_data();
  void what_is_refused();
  void a_commit_as_events();
  void hosts_and_catalogs_of_a_profile();
};

namespace {
std::string json_event(const std::string& more, const std::string& run = "r1") {
  return R"({"eventType":"COMPLETE","eventTime":"2026-01-01T02:00:00Z","run":{"runId":")" + run +
         R"("},"job":{"namespace":"n","name":"j"})" + more + "}";
}
LineageRun only(const std::string& text) {
  const auto told = parse_runs(text, "f");
  if (!told) qFatal("%s", told.error().line().c_str());
  if (told->runs.size() != 1) qFatal("not one");
  return told->runs.front();
}

LedgerRow row() {
  LedgerRow out;
  out.cluster = ClusterName("prod");
  out.commit = {.table = TableName("lake.orders"),
                .snapshot_id = "7",
                .committed = LakeTime(Millis(1'767'225'600'000)),
                .operation = "append",
                .commit_id = "c7",
                .added_records = 30,
                .evidence = Evidence::derived,
                .ranges = {{{TopicName("orders"), PartitionId(3)}, 9'007'199'254'740'993, 9'007'199'254'741'013},
                           {{TopicName("orders"), PartitionId(4)}, 0, 10}}};
  return out;
}
}  // namespace

void TestLineageFiles::what_is_taken_of_an_event() {
  const LineageRun run = only(json_event(
      R"(,"inputs":[{"namespace":"kafka://h:9092","name":"orders","inputFacets":{"subset":{"inputCondition":)"
      R"({"type":"partition","partitions":[{"identifier":"3","dimensions":{"partition":3,"startOffset":)"
      R"("9007199254740993","endOffset":"9007199254740999"}},{"dimensions":{"partition":4,"startOffset":5,"endOffset":)"
      R"(1}},{"dimensions":{"day":"x"}}]}}}},{"namespace":"s3://b","name":"p/q"},{"namespace":"x"}])"));
  QCOMPARE(run.run_id, std::string("r1"));
  QCOMPARE(run.job_id, std::string("n/j"));
  QVERIFY(run.ended == parse_rfc3339("2026-01-01T02:00:00Z") && !run.started);
  QCOMPARE(run.inputs.size(), 2u);
  QCOMPARE(run.inputs[0].topic, std::string("orders"));
  QCOMPARE(run.inputs[0].ranges.size(), 1u);
  QCOMPARE(run.inputs[0].ranges[0].from, 9'007'199'254'740'993);
  QCOMPARE(run.inputs[1].table, std::string("p/q"));
  QVERIFY(run.inputs[1].snapshot_id.empty());
}

void TestLineageFiles::events_of_one_run_are_one() {
  const std::string start = R"({"eventType":"START","eventTime":"2026-01-01T01:00:00Z","run":{"runId":"r1"},"job":{}})";
  const auto told = parse_runs(start + "\n" + json_event("", "r2") + "\r\n\n" + json_event(""), "f");
  QVERIFY(told && told->runs.size() == 2);
  QCOMPARE(told->runs[0].events.size(), 2u);
  QCOMPARE(told->runs[0].events[0], start);
  QVERIFY(told->runs[0].started && told->runs[0].ended);
  // What does not fit into one row is two.
  const std::string large = R"(,"x":")" + std::string(longest_event * 2 / 3, 'x') + '"';
  const auto apart = parse_runs(json_event(large) + "\n" + json_event(large + ","), "f");
  QVERIFY(apart && apart->runs.size() == 2);
}

void TestLineageFiles::a_file_is_lines_or_a_document() {
  QCOMPARE(parse_runs("[" + json_event("") + ", " + json_event("", "r2") + "]", "f")->runs.size(), 2u);
  QCOMPARE(parse_runs(json_event("") + "\n" + json_event("", "r2") + "\n", "f")->runs.size(), 2u);
  std::string pretty = json_event("");
  pretty.insert(1, "\n  ");
  QCOMPARE(only(pretty).events.front().find('\n'), std::string::npos);
  const auto of_job = parse_runs(json_event("") + "\n" + R"({"eventTime":"t","job":{},"schemaURL":"u"})", "f");
  QCOMPARE(of_job->passed_over, 1u);
}

void TestLineageFiles::what_is_not_json_for_others_is_written_anew() {
  const std::string with = json_event(R"(,"inputs":[],/* ours */)");
  QCOMPARE(json::parse(only(with).events.front()).at("job").at("name").as_string(), json::string("j"));
}

void TestLineageFiles::members_of_other_types_are_passed_over() {
  const LineageRun run = only(R"({"eventTime":1,"eventType":[],"run":{"runId":"r","facets":{"tags":{"tags":[1,{"key":)"
                              R"("model","value":"m"}]},"tidemark_run":{"region":{"a":1},"after":"q\u0007"}}},"job":3,)"
                              R"("inputs":[1,{"name":7,"namespace":[]}]})");
  QCOMPARE(run.model, std::string("m"));
  QCOMPARE(run.region, std::string());
  QVERIFY(run.after.find('\a') == std::string::npos);
  QVERIFY(run.job_id.empty() && !run.ended);
}

void TestLineageFiles::runs_of_mlflow() {
  const std::string run = R"({"info":{"run_id":"a","start_time":"1767233400000","end_time":-5},"data":{"tags":[{"key":)"
                          R"("tidemark.after","value":"b"}]},"inputs":{"dataset_inputs":[{"dataset":{"name":"d",)"
                          R"("source":"{\"delta_table_name\":\"c.d.t\",\"delta_table_version\":12}"}},{"dataset":{)"
                          R"("name":"e","source":"not json {"}},{"dataset":[]}]}})";
  const auto told = parse_runs(R"({"runs":[)" + run + "]}", "f");
  QVERIFY(told && told->runs.size() == 1);
  const LineageRun& one = told->runs.front();
  QCOMPARE(one.after, std::string("b"));
  QVERIFY(one.started && !one.ended);
  QCOMPARE(one.inputs.size(), 2u);
  QCOMPARE(one.inputs[0].table, std::string("c.d.t"));
  QCOMPARE(one.inputs[0].snapshot_id, std::string("12"));
  QCOMPARE(one.inputs[1].table, std::string("e"));
  QCOMPARE(only(R"({"run":)" + run + "}").run_id, std::string("a"));
}

void TestLineageFiles::what_is_refused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("said");
  const auto line = [](const char* name, const std::string& text, const char* said) {
    QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(said);
  };
  line("nothing", " \n", "no run");
  line("no JSON", "hello", "line 1");
  line("a number", "7", "no run");
  line("no event", "{}", "no run");
  line("no id", R"({"run":{"runId":""},"job":{}})", "no run");
  line("lists of lists", "[[" + json_event("") + "]]", "no run");
  line("the second line", json_event("") + "\n{", "line 2");
  line("deep", json_event(R"(,"x":)" + std::string(64, '[') + std::string(64, ']')), "f");
  line("large", json_event(R"(,"x":")" + std::string(longest_event, 'x') + '"'), "30,000");
  line("runs that are none", R"({"runs":[1]})", "no run");
}

void TestLineageFiles::what_is_refused() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, said);
  const auto told = parse_runs(text.toStdString(), "f");
  QVERIFY(!told);
  QCOMPARE(told.error().code, ErrorCode::input);
  const QByteArray error = QByteArray::fromStdString(told.error().line());
  QVERIFY2(error.contains(said) && !error.contains('\n'), error.constData());
}

void TestLineageFiles::a_commit_as_events() {
  const LedgerRow ledger = row();
  const CommitOf commit{
      .row = &ledger, .group = "g", .format = "iceberg", .adapter = "a", .begun = local_time(1'767'225'540'000)};
  const LineageNames names{nullptr, "tidemark 1"};
  const auto lines = events_of(commit, names);
  QCOMPARE(lines.size(), 2u);
  const json::value start = json::parse(lines[0]), end = json::parse(lines[1]);
  QCOMPARE(start.at("eventType").as_string(), json::string("START"));
  QCOMPARE(start.at("eventTime").as_string(), json::string("2025-12-31T23:59:00.000Z"));
  QCOMPARE(end.at("eventType").as_string(), json::string("COMPLETE"));
  QCOMPARE(start.at("run").at("runId").as_string(), end.at("run").at("runId").as_string());
  QCOMPARE(end.at("outputs").at(0).at("facets").at("version").at("datasetVersion").as_string(), json::string("7"));
  QCOMPARE(end.at("inputs").at(0).at("namespace").as_string(), json::string("kafka://prod"));
  // It comes in again as what it is: no training.
  const auto told = parse_runs(lines[0] + "\n" + lines[1], "f");
  QVERIFY(told && told->runs.size() == 1);
  QCOMPARE(told->runs[0].kind, std::string(ingestion_kind));
  QCOMPARE(told->runs[0].inputs[0].ranges, ledger.commit.ranges);
  QCOMPARE(told->runs[0].inputs[0].cluster, ClusterName("prod"));
  QCOMPARE(events_of(told->runs[0], names), lines);
}

void TestLineageFiles::hosts_and_catalogs_of_a_profile() {
  Profile profile;
  profile.clusters = {{.name = ClusterName("prod"), .bootstrap = "b1:9092,b2:9092"}};
  profile.catalogs = {{.name = "c", .type = "iceberg-rest", .url = "https://catalog/iceberg", .tables = {"lake.*"}}};
  const LedgerRow ledger = row();
  const auto lines = events_of(CommitOf{.row = &ledger}, {&profile, "tidemark 1"});
  const json::value end = json::parse(lines[1]);
  QCOMPARE(end.at("inputs").at(0).at("namespace").as_string(), json::string("kafka://b1:9092"));
  QCOMPARE(end.at("outputs").at(0).at("namespace").as_string(), json::string("https://catalog/iceberg"));
  QVERIFY(!end.at("run").at("facets").as_object().contains("parent"));
}

QTEST_GUILESS_MAIN(TestLineageFiles)
#include "tst_lineage_files.moc"
