// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of a story through the real program: every verb, every format, what programs and people rely on.
#include <QTest>
#include <boost/json.hpp>

#include "models/domain/known.h"
#include "tests/integration/cli/program.h"

using namespace tidemark;
namespace json = boost::json;

namespace {
// "sink" stops at poll 200; the group with a hostile name and an idle topic stay current.
constexpr const char* story =
    R"({ "schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000, "polls": 360, "cluster": "prod", "seed": 7,
  "series": [ { "mark": "floor", "topic": "orders", "partition": 0, "start": 10 },
              { "mark": "high",  "topic": "orders", "partition": 0, "start": 1000, "rates": [[0, 100]] },
              { "mark": "stable", "topic": "orders", "partition": 0, "follow": "high" },
              { "mark": "group", "topic": "orders", "partition": 0, "group": "sink", "follow": "high", "delay_polls": 1, "rates": [[200, 0]] },
              { "mark": "high",  "topic": "idle", "partition": 0, "start": 500 },
              { "mark": "group", "topic": "idle", "partition": 0, "group": "=cmd\u202e|x", "follow": "high" },
              { "mark": "group", "topic": "orders", "partition": 0, "group": "never", "values": [null] } ],
  "states":  [ { "object": "group:sink", "poll": 0, "state": "Stable" } ],
  "topics":  [ { "topic": "orders", "cleanup": "delete", "retention_ms": 604800000, "timestamp_type": "create" } ],
  "members": [ { "group": "sink", "member": "m1", "client_id": "c1", "host": "h1", "partitions": [["orders", 0]], "from": 0 } ],
  "events":  [ { "poll": 150, "layer": "broker", "object": "broker:2", "kind": "broker-gone", "text": "gone \u001b[31m" } ],
  "profile": { "classes": [ { "name": "fraud", "target": "5s", "objective": 99.0, "end": "group" } ],
               "pipelines": [ { "name": "orders path", "topic": "orders", "group": "sink", "class": "fraud" } ], "owners": {} } })";

// Every null has its reason beside it; no number that cannot be negative is.
void check_values(const json::object& row) {
  for (const auto& member : row) {
    const std::string name(member.key());
    if (member.value().is_null() && row.if_contains(name + "_reason"))
      QVERIFY2(reason_from(row.at(name + "_reason").as_string().c_str()), name.c_str());
    if (name.ends_with("_reason")) QVERIFY2(row.at(name.substr(0, name.size() - 7)).is_null(), name.c_str());
    if (member.value().is_null()) QVERIFY2(row.if_contains(name + "_reason"), name.c_str());
    if (name == "lag" && member.value().is_int64()) QVERIFY(member.value().as_int64() >= 0);
    if (name.ends_with("_ms") && member.value().is_int64()) QVERIFY2(member.value().as_int64() >= 0, name.c_str());
  }
}
}  // namespace

class TestCliDocuments final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void every_verb_has_the_envelope_data();
  void every_verb_has_the_envelope();
  void lag_says_what_the_story_says();
  void the_time_can_be_chosen();
  void filters_take_one_value_per_use();
  void journey();
  void freshness_knows_the_promise();
  void incident_names_what_moved_first();
  void incident_takes_a_baseline();
  void incident_says_where_the_gap_grew();
  void fail_on();
  void ndjson_is_one_object_a_line();
  void csv_is_safe_for_spreadsheets();
  void people_see_words_and_no_control_characters_data();
  void people_see_words_and_no_control_characters();
  void help_and_version();
  void a_schema_that_the_example_obeys();
  void exports_twice_are_the_same();

 private:
  Ran ask(QStringList arguments) const { return program_.run(arguments << QStringLiteral("--timeline") << timeline_); }
  json::object json_of(const QStringList& arguments) const {
    const Ran ran = ask(QStringList(arguments) << QStringLiteral("--json"));
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString()).as_object();
  }
  json::array rows_of(const QStringList& arguments) const { return json_of(arguments).at("rows").as_array(); }
  json::object lag_row(const QStringList& more, const char* group) const {
    for (const auto& row : rows_of(QStringList{"lag"} << more))
      if (row.at("group").as_string() == group) return row.as_object();
    return {};
  }
  Program program_;
  QString timeline_;
};

void TestCliDocuments::initTestCase() {
  timeline_ = program_.path(QStringLiteral("t.tidemark"));
  const Ran ran =
      program_.run({"import", "--story", program_.write(QStringLiteral("s.json"), story), "--timeline", timeline_});
  QVERIFY2(ran.status == 0, ran.err.constData());
}

void TestCliDocuments::every_verb_has_the_envelope_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("least_rows");
  QTest::newRow("topics") << QStringList{"topics"} << 2;
  QTest::newRow("groups") << QStringList{"groups"} << 2;
  QTest::newRow("lag") << QStringList{"lag"} << 2;
  QTest::newRow("freshness") << QStringList{"freshness"} << 2;
  QTest::newRow("freshness by topic") << QStringList{"freshness", "--by", "topic"} << 2;
  QTest::newRow("events") << QStringList{"events"} << 1;
  QTest::newRow("sources") << QStringList{"sources"} << 1;
  QTest::newRow("diagnose") << QStringList{"diagnose"} << 1;
  QTest::newRow("incident") << QStringList{"incident"} << 1;
  QTest::newRow("check") << QStringList{"check"} << 0;
  QTest::newRow("journey") << QStringList{"journey", "--topic", "orders", "--offset", "2000"} << 1;
  QTest::newRow("size") << QStringList{"size", "--record-bytes", "1KB", "--rate-times", "2"} << 2;
  QTest::newRow("size of readers") << QStringList{"size", "--readers"} << 2;
  QTest::newRow("size by drivers") << QStringList{"size", "--drivers", "--price", "broker-disk=0.1"} << 10;
  QTest::newRow("timeline info") << QStringList{"timeline", "info"} << 1;
  QTest::newRow("timeline retention") << QStringList{"timeline", "retention", "--size", "2GB", "--dry-run"} << 1;
  QTest::newRow("timeline check") << QStringList{"timeline", "check"} << 0;
  QTest::newRow("timeline query") << QStringList{"timeline", "query", "select * from series"} << 5;
}

void TestCliDocuments::every_verb_has_the_envelope() {
  QFETCH(QStringList, arguments);
  QFETCH(int, least_rows);
  const json::object document = json_of(arguments);
  for (const char* key : {"tidemark", "schema", "verb", "at", "window", "coverage", "rows", "findings", "notes"})
    QVERIFY2(document.contains(key), key);
  QCOMPARE(document.at("schema").as_int64(), 1);
  QVERIFY(
      QString::fromStdString(arguments.join(u' ').toStdString()).startsWith(document.at("verb").as_string().c_str()));
  QCOMPARE(document.at("at").as_string().c_str(), "2026-01-01T00:59:50.000Z");
  QVERIFY(document.at("rows").as_array().size() >= static_cast<std::size_t>(least_rows));
  if (arguments.contains(QStringLiteral("query"))) return;  // SQL's own nulls
  for (const auto& row : document.at("rows").as_array()) check_values(row.as_object());
}

void TestCliDocuments::lag_says_what_the_story_says() {
  const json::object row = lag_row({}, "sink");
  // Poll 359: high is 1000 + 359 * 1000; sink has stood since poll 200 at what high was at poll 199.
  QCOMPARE(row.at("high").as_int64(), 360'000);
  QCOMPARE(row.at("committed").as_int64(), 200'000);
  QCOMPARE(row.at("lag").as_int64(), 160'000);
  QCOMPARE(row.at("floor").as_int64(), 10);
  QCOMPARE(row.at("verdict").as_string().c_str(), "stall");
  QCOMPARE(row.at("client_id").as_string().c_str(), "c1");
  QCOMPARE(row.at("age_method").as_string().c_str(), "history");
  QVERIFY(qAbs(row.at("age_ms").as_int64() - 1'600'000) <= row.at("age_error_ms").as_int64());
  const json::object never = lag_row({}, "never");
  if (!never.empty()) QVERIFY(never.at("lag").is_null());
}

void TestCliDocuments::the_time_can_be_chosen() {
  QCOMPARE(lag_row({"--at", "2026-01-01T00:20:00Z"}, "sink").at("lag").as_int64(), 1000);
  // Between two samples: the last one before.
  QCOMPARE(lag_row({"--at", "2026-01-01T00:20:09Z"}, "sink").at("lag").as_int64(), 1000);
  const Ran early = ask({"lag", "--at", "2025-12-31T00:00:00Z"});
  QCOMPARE(early.status, 3);
  QVERIFY2(early.one_line(), early.err.constData());
  const Ran late = ask({"lag", "--at", "2026-01-01T01:10:00Z", "--json"});
  QCOMPARE(late.status, 3);
  QVERIFY2(late.out.contains("\"high\":null,\"high_reason\":\"collector-off\""), late.out.constData());
}

void TestCliDocuments::filters_take_one_value_per_use() {
  const auto rows = [&](const QStringList& arguments) { return rows_of(arguments).size(); };
  QCOMPARE(rows({"topics", "--topic", "idle"}), 1u);
  QCOMPARE(rows({"topics", "--topic", "i*", "--topic", "orders"}), 2u);
  QCOMPARE(rows({"topics", "--topic", "none"}), 0u);
  QCOMPARE(rows({"groups", "--group", "s*"}), 1u);
}

void TestCliDocuments::journey() {
  const json::object document = json_of({"journey", "--topic", "orders", "--offset", "2000"});
  const auto& stages = document.at("rows").as_array().at(0).at("stages").as_array();
  QVERIFY(stages.size() >= 3);
  QCOMPARE(stages[0].at("stage").as_string().c_str(), "produced");
  QCOMPARE(stages[1].at("stage").as_string().c_str(), "readable");
  const json::object by_time = json_of({"journey", "--topic", "orders", "--time", "2026-01-01T00:10:00Z"});
  const auto offset = by_time.at("rows").as_array().at(0).at("offset").as_int64();
  QVERIFY(offset >= 61'000 && offset <= 62'000);
  QCOMPARE(ask({"journey", "--topic", "orders", "--offset", "1", "--time", "now"}).status, 2);
  QCOMPARE(ask({"journey", "--topic", "nothing", "--offset", "1"}).status, 3);
}

void TestCliDocuments::freshness_knows_the_promise() {
  for (const auto& row : rows_of({"freshness"})) {
    if (row.at("path").as_string() != "orders path") continue;
    QCOMPARE(row.at("class").as_string().c_str(), "fraud");
    QCOMPARE(row.at("target_ms").as_int64(), 5000);
    return;
  }
  QFAIL("the path of the story's profile is missing");
}

void TestCliDocuments::incident_names_what_moved_first() {
  const json::object document = json_of({"incident"});
  const json::object row = document.at("rows").as_array().at(0).as_object();
  QCOMPARE(row.at("object").as_string().c_str(), "group:sink");
  QCOMPARE(row.at("series").as_string().c_str(), "read_rate");
  QCOMPARE(row.at("ordered_by").as_string().c_str(), "time");
  QVERIFY(row.at("onset_lo").as_string() <= "2026-01-01T00:33:20.000Z");
  QVERIFY(row.at("onset_hi").as_string() >= "2026-01-01T00:33:20.000Z");
  QCOMPARE(row.at("after").to_number<double>(), 0.0);
  QVERIFY(!document.at("unchanged").as_array().empty() && !document.at("unseen").as_array().empty());
  QVERIFY(document.at("notes").as_array().at(0).as_string().starts_with("Moved first: Read rate of group sink"));
}

void TestCliDocuments::incident_takes_a_baseline() {
  const QStringList window{"incident", "--from", "2026-01-01T00:30:00Z", "--to", "2026-01-01T00:40:00Z"};
  const auto baseline = [&](const char* value) {
    return json_of(QStringList(window) << "--baseline" << value).at("baseline").as_object();
  };
  QCOMPARE(baseline("20m").at("from").as_string().c_str(), "2026-01-01T00:10:00.000Z");
  QCOMPARE(baseline("20m").at("to").as_string().c_str(), "2026-01-01T00:30:00.000Z");
  QCOMPARE(baseline("2026-01-01T00:05:00Z").at("to").as_string().c_str(), "2026-01-01T00:15:00.000Z");
  QCOMPARE(ask(QStringList(window) << "--baseline" << "2026-01-01T00:25:00Z").status, 2);
  QCOMPARE(ask(QStringList(window) << "--baseline" << "soon").status, 2);
}

void TestCliDocuments::incident_says_where_the_gap_grew() {
  QVERIFY(!json_of({"incident"}).contains("compared"));
  const json::object document = json_of({"incident", "--compare"});
  const json::array compared = document.at("compared").as_array();
  QCOMPARE(compared.at(0).at("gap").as_string().c_str(), "unread");
  QVERIFY(compared.at(0).at("after").to_number<std::int64_t>() > compared.at(0).at("before").to_number<std::int64_t>());
  QVERIFY(!compared.at(0).at("parts").as_array().empty());
  const std::string text(compared.at(0).at("text").as_string());
  QVERIFY2(std::ranges::any_of(document.at("notes").as_array(),
                               [&](const json::value& note) { return note.as_string() == text; }),
           text.c_str());
}

void TestCliDocuments::fail_on() {
  QCOMPARE(ask({"lag"}).status, 0);
  const json::object document = json_of({"freshness"});
  const bool has_findings = !document.at("findings").as_array().empty();
  QVERIFY2(has_findings, "a path that is 26 minutes late has no finding");
  for (const auto& finding : document.at("findings").as_array())
    QVERIFY(!finding.at("title").as_string().empty() &&
            finding.at("title").as_string().find('{') == json::string::npos);
  QCOMPARE(ask({"freshness", "--fail-on", "warn"}).status, 1);
}

void TestCliDocuments::ndjson_is_one_object_a_line() {
  const Ran ran = ask({"lag", "--format", "ndjson"});
  QCOMPARE(ran.status, 0);
  const auto lines = ran.out.split('\n');
  QVERIFY(lines.size() >= 3);
  for (const QByteArray& line : lines)
    if (!line.isEmpty()) QVERIFY(json::parse(line.toStdString()).is_object());
}

void TestCliDocuments::csv_is_safe_for_spreadsheets() {
  const Ran ran = ask({"lag", "--format", "csv"});
  QCOMPARE(ran.status, 0);
  QVERIFY2(ran.out.startsWith("cluster,group,"), ran.out.constData());
  QVERIFY2(ran.out.contains("prod,'=cmd"), ran.out.constData());
  QVERIFY2(!ran.out.contains(",=cmd"), ran.out.constData());
  const auto lines = ran.out.split('\n');
  const auto commas = lines[0].count(',');
  for (const QByteArray& line : lines)
    if (!line.isEmpty()) QCOMPARE(line.count(','), commas);
}

void TestCliDocuments::people_see_words_and_no_control_characters_data() {
  QTest::addColumn<QString>("format");
  for (const char* format : {"table", "md", "slack"}) QTest::newRow(format) << QString::fromLatin1(format);
}

void TestCliDocuments::people_see_words_and_no_control_characters() {
  QFETCH(QString, format);
  const Ran ran = ask({"lag", "--format", format, "--utc"});
  QCOMPARE(ran.status, 0);
  QVERIFY2(ran.out.contains("2026-01-01 00:59:50 UTC"), ran.out.constData());
  QVERIFY2(ran.out.contains("unknown") && ran.out.contains("stall"), ran.out.constData());
  QVERIFY(ran.out.contains("cmd"));
  QVERIFY(!ran.out.contains("\xE2\x80\xAE"));
  const Ran events = ask({"events", "--format", format});
  QVERIFY2(events.out.contains("gone") && !events.out.contains('\x1b'), events.out.constData());
  if (format == QStringLiteral("md")) QVERIFY2(ran.out.contains("\\|x"), ran.out.constData());
}

void TestCliDocuments::help_and_version() {
  for (const QStringList& arguments : {QStringList{"--help"}, QStringList{"--version"}, QStringList{"lag", "--help"},
                                       QStringList{"timeline", "query", "--help"}}) {
    const Ran ran = program_.run(arguments);
    QCOMPARE(ran.status, 0);
    QVERIFY(!ran.out.isEmpty());
    QCOMPARE(ran.err, QByteArray());
  }
  QVERIFY(program_.run({"--help"}).out.contains("freshness"));
}

void TestCliDocuments::a_schema_that_the_example_obeys() {
  QVERIFY(json::parse(program_.run({"profile", "schema"}).out.toStdString())
              .at("properties")
              .as_object()
              .contains("clusters"));
  const QString profile = program_.path(QStringLiteral("p.json"));
  QCOMPARE(program_.run({"profile", "init", "--bootstrap", "b1:9092", "-o", profile}).status, 0);
  const Ran check = program_.run({"profile", "check", profile});
  QVERIFY2(check.status == 0 && check.out.contains("valid"), check.err.constData());
  const QString properties =
      program_.write(QStringLiteral("c.properties"),
                     "bootstrap.servers=b1:9092\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nacks=all\n"
                     "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" "
                     "password=\"hunter2\";\n");
  const Ran imported = program_.run({"profile", "import", properties});
  QVERIFY2(imported.status == 0 && imported.out.contains("env:KAFKA_SASL_PASSWORD"), imported.err.constData());
  QVERIFY(!imported.out.contains("hunter2") && !imported.err.contains("hunter2"));
  QVERIFY2(imported.err.contains("acks"), imported.err.constData());
}

void TestCliDocuments::exports_twice_are_the_same() {
  const Ran first = ask({"timeline", "export", "--ndjson"});
  QCOMPARE(first.status, 0);
  QVERIFY(first.out.count('\n') > 360);
  QVERIFY(first.out == ask({"timeline", "export", "--ndjson"}).out);
}

QTEST_GUILESS_MAIN(TestCliDocuments)
#include "tst_cli_documents.moc"
