// SPDX-License-Identifier: GPL-3.0-or-later
// What stores answer over HTTP: recorded from real ones (tests/fixtures/sinks/opensearch, clickhouse), and written
// after the documentation of others (…/documentation). The real ones, alive, are in tests/lab/test_sinks.py.
#include <QFile>
#include <QTest>

#include "app/settings/schema.h"
#include "collectors/sinks/answer_path.h"
#include "collectors/sinks/answer_rows.h"
#include "collectors/sinks/http_reader.h"
#include "collectors/sinks/offset_rows.h"
#include "collectors/sinks/retrieval_source.h"
#include "collectors/sinks/sink_asks.h"
#include "collectors/sinks/sink_presets.h"
#include "resources/presets/presets.h"

using namespace tidemark;

namespace {
std::string fixture(const std::string& name) {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/sinks/") + QString::fromStdString(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

SinkProfile store(const std::string& preset) {
  SinkProfile sink;
  sink.name = "docs";
  sink.type = "http-json";
  sink.url = "http://127.0.0.1:1";
  sink.preset = preset;
  sink.with = {{"index", "docs"}, {"topic", "topic"}, {"partition", "part"}, {"offset", "off"}};
  sink.means = "last";
  return sink;
}

SinkProfile sql_store(const std::string& preset, std::map<std::string, std::string> with = {}) {
  SinkProfile sink = store(preset);
  sink.with = std::move(with);
  sink.query = "select topic, part, max(off) from docs group by topic, part";
  return sink;
}

// What stands in each row, "a,b,c" each; what is none is "-".
std::string text_of(const SqlReply& reply) {
  std::string out;
  for (const SqlReply::Row& row : reply.rows) {
    out += out.empty() ? "" : " ";
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "," : "") + row[i].value_or("-");
  }
  return out;
}

// Rows, or what is wrong.
std::string rows_of(const SinkAsk& ask, SinkQuestion question, std::string_view body) {
  const auto rows = rows_from_answer(ask, columns_of(question), body);
  return rows ? text_of(*rows) : "! " + rows.error().what;
}

std::string asked(const SinkProfile& sink, SinkQuestion question, std::string_view body) {
  const auto asks = asks_of(sink);
  if (!asks) return "? " + asks.error().line();
  return asks->contains(question) ? rows_of(asks->at(question), question, body) : "not asked";
}

SinkAsk plain(std::string path, std::map<std::string, std::string> fields = {}) {
  return {.at = "/x", .path = std::move(path), .fields = std::move(fields)};
}
}  // namespace

class TestHttpSinks final : public QObject {
  Q_OBJECT
 private slots:
  void presets_obey_their_schema();
  void rows_stand_where_the_path_says_data();
  void rows_stand_where_the_path_says();
  void numbers();
  void offsets_of_real_stores();
  void ages_keys_and_models_of_real_stores();
  void offsets_from_documentation();
  void a_part_is_not_taken_for_the_whole();
  void ages_by_their_unit();
  void models();
  void what_is_asked();
  void what_is_left_open();
  void only_what_reads_is_sent_data();
  void only_what_reads_is_sent();
  void sql_that_may_write();
};

void TestHttpSinks::presets_obey_their_schema() {
  const auto document = strict_json::Document::parse(preset("sinks.json"), "sinks.json", ErrorCode::input);
  QVERIFY(document);
  const auto checked =
      check_schema(document->root(), preset("sinks.schema.json"),
                   [](std::string_view, const strict_json::Node&, std::string_view) -> Result<> { return {}; });
  QVERIFY2(checked, checked ? "" : checked.error().line().c_str());
  QCOMPARE(sink_presets().size(), document->root().find("sinks")->array()->size());
  const std::string_view profile = preset("profile.schema.json");
  for (const SinkPreset& one : sink_presets()) {
    QCOMPARE(one.title.ends_with("from documentation"), one.known == "documentation");
    QVERIFY2(profile.find('"' + one.preset + '"') != std::string_view::npos, one.preset.c_str());
    for (const auto& [word, ask] : one.asks) {
      const auto question =
          std::ranges::find_if(sink_questions, [&](SinkQuestion q) { return tidemark::word(q) == word; });
      QVERIFY(question != sink_questions.end());
      const auto usable =
          check_ask(filled(ask, {{"index", "i"}, {"offset", "o"}, {"time", "t"}}), columns_of(*question));
      QVERIFY2(usable, usable ? "" : (one.preset + ' ' + word + ": " + usable.error().line()).c_str());
      QCOMPARE(ask.gives.empty(), *question != SinkQuestion::age && *question != SinkQuestion::canary);
    }
  }
}

void TestHttpSinks::rows_stand_where_the_path_says_data() {
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("fields");  // topic|partition|offset
  QTest::addColumn<QString>("wanted");
  const auto row = [](const char* name, const char* body, const char* path, const char* fields, const char* wanted) {
    QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(path) << QString::fromLatin1(fields)
                        << QString::fromLatin1(wanted);
  };
  row("a list of objects", R"({"a":[{"topic":"t","partition":1,"offset":2}]})", "$.a", "", "t,1,2");
  row("a list of lists", R"([["t",1,2],["t",2,3]])", "$", "", "t,1,2 t,2,3");
  row("without a topic", R"([{"p":1,"o":"7"}])", "$", "|$.p|$.o", "1,7");
  row("an object of objects", R"({"t":{"0":{"o":5},"3":{"o":6}}})", "$.t", "$.t|$~|$.o", "-,0,5 -,3,6");
  row("lists in lists", R"({"b":[{"key":"t","in":{"b":[{"key":0,"m":{"v":4.0}},{"key":1,"m":{"v":null}}]}}]})",
      "$.b[*].in.b", "$^.key|$.key|$.m.v", "t,0,4 t,1,-");
  row("names of names", R"({"t":{"0":12,"1":30},"u":{"0":1}})", "$[*]", "$^~|$~|$", "t,0,12 t,1,30 u,0,1");
  row("no rows", R"({"a":[]})", "$.a", "", "");
  row("no place", R"({"b":[]})", "$.a", "", "! the answer has no rows at $.a");
  row("null", R"({"a":null})", "$.a", "", "! the answer has no rows at $.a");
  row("no list", R"({"a":3})", "$.a", "", "! the answer has no rows at $.a");
  row("a part without", R"([{"a":[]},{"b":[]}])", "$[*].a", "", "! the answer has no rows at $[*].a");
  row("no value", R"([{"topic":["t"],"partition":1,"offset":2}])", "$", "",
      "! row 1 of the answer has a list or an object where one value is wanted");
  row("of several kinds", R"([["t",1,2],["t",2]])", "$", "", "! the rows of the answer are not of one kind");
  row("wide", "[[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]]", "$", "", "! the rows of the answer are not of one kind");
  row("too far out", R"([{"p":1,"o":1}])", "$", "$^^^.t|$.p|$.o", "-,1,1");
  row("no JSON", "<html>", "$", "", "! what is answered is no JSON");
  row("nothing", "", "$", "", "! what is answered is no JSON");
  row("broken off", R"({"a":[{"topic":"t")", "$.a", "", "! what is answered is no JSON");
  row("not whole", R"({"a":[]} {"a":[]})", "$.a", "", "! what is answered is no JSON");
}

void TestHttpSinks::rows_stand_where_the_path_says() {
  QFETCH(QByteArray, body);
  QFETCH(QString, path);
  QFETCH(QString, fields);
  QFETCH(QString, wanted);
  SinkAsk ask = plain(path.toStdString());
  const QStringList parts = fields.split(QLatin1Char('|'));
  for (int i = 0; parts.size() == 3 && i < 3; ++i)
    if (!parts[i].isEmpty())
      ask.fields[std::string(columns_of(SinkQuestion::offsets)[static_cast<std::size_t>(i)])] = parts[i].toStdString();
  QCOMPARE(rows_of(ask, SinkQuestion::offsets, body.toStdString()), wanted.toStdString());
}

void TestHttpSinks::numbers() {
  // Offsets beyond what floating point counts exactly are not rounded into some other offset.
  QCOMPARE(rows_of(plain("$"), SinkQuestion::offsets,
                   R"([["t",0,9223372036854775807,18446744073709551615,9007199254740993.0,1.5,true,-0.0]])"),
           std::string("t,0,9223372036854775807,18446744073709551615,9007199254740992,1.5,true,0"));
  const auto rounded =
      rows_from_answer(plain("$"), columns_of(SinkQuestion::offsets), R"([["t",0,1.8014398509481984e16]])");
  QVERIFY(rounded && !marks_from_rows(store("opensearch"), "", *rounded));
}

void TestHttpSinks::offsets_of_real_stores() {
  const std::string wanted = "docs,0,20 docs,1,11 docs,7,9 mail,0,4";
  const auto sorted = [](const std::string& text) {
    std::vector<std::string> rows;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1)
      rows.push_back(text.substr(at, (end = std::min(text.find(' ', at), text.size())) - at));
    std::ranges::sort(rows);
    std::string out;
    for (const std::string& row : rows) out += (out.empty() ? "" : " ") + row;
    return out;
  };
  QCOMPARE(sorted(asked(store("opensearch"), SinkQuestion::offsets, fixture("opensearch/offsets.json"))), wanted);
  QCOMPARE(sorted(asked(sql_store("clickhouse"), SinkQuestion::offsets, fixture("clickhouse/offsets.json"))), wanted);
  const auto asks = asks_of(store("opensearch"));
  const auto rows = rows_from_answer(asks->at(SinkQuestion::offsets), columns_of(SinkQuestion::offsets),
                                     fixture("opensearch/offsets.json"));
  const auto marks = marks_from_rows(store("opensearch"), "", *rows);
  QVERIFY2(marks, marks ? "" : marks.error().line().c_str());
  QCOMPARE(*marks->durable.at({TopicName("docs"), PartitionId(7)}), std::int64_t{10});  // the last one and one more
  QCOMPARE(marks->durable.size(), std::size_t{4});
}

void TestHttpSinks::ages_keys_and_models_of_real_stores() {
  SinkProfile search = store("opensearch"), columns = sql_store("clickhouse");
  search.with["time"] = "at";
  search.with["model"] = "model";
  search.canary = "canary";
  search.deleted = columns.deleted = {{"gone", {}}};
  columns.age = columns.canary = columns.found = columns.models = "select 1";
  const std::string newest = "1795341660000", found = "docs-0-7";
  QCOMPARE(asked(search, SinkQuestion::age, fixture("opensearch/age.json")), newest);
  QCOMPARE(asked(search, SinkQuestion::canary, fixture("opensearch/canary.json")), newest);
  QCOMPARE(asked(search, SinkQuestion::found, fixture("opensearch/found.json")), found);
  QCOMPARE(asked(columns, SinkQuestion::found, fixture("clickhouse/found.json")), found);
  for (const auto& [sink, of] : {std::pair(search, "opensearch/"), {columns, "clickhouse/"}}) {
    QCOMPARE(asked(sink, SinkQuestion::canary, fixture(std::string(of) + "canary-none.json")), std::string());
    QCOMPARE(asked(sink, SinkQuestion::found, fixture(std::string(of) + "found-none.json")), std::string());
  }
  QCOMPARE(asked(columns, SinkQuestion::models, fixture("clickhouse/models.json")), std::string("ada-2,13 mini-3,24"));
  QCOMPARE(asked(search, SinkQuestion::models, fixture("opensearch/models.json")), std::string("mini-3,24 ada-2,13"));
}

void TestHttpSinks::offsets_from_documentation() {
  const std::string both = "docs,0,20 docs,1,11";
  const auto answer = [](const char* name) { return fixture("documentation/" + std::string(name)); };
  const SinkProfile rocks = sql_store("starrocks", {{"catalog", "default_catalog"}});
  QCOMPARE(asked(rocks, SinkQuestion::offsets, answer("starrocks-offsets-from-documentation.ndjson")), both);
  QCOMPARE(asked(rocks, SinkQuestion::offsets, answer("starrocks-empty-from-documentation.ndjson")), std::string());
  const SinkProfile doris = sql_store("doris", {{"catalog", "internal"}, {"database", "d"}});
  QCOMPARE(asked(doris, SinkQuestion::offsets, answer("doris-offsets-from-documentation.json")), both);
  const SinkProfile flake = sql_store("snowflake", {{"warehouse", "w"}});
  QCOMPARE(asked(flake, SinkQuestion::offsets, answer("snowflake-offsets-from-documentation.json")), both);
  SinkProfile qdrant = store("qdrant");
  qdrant.with.insert({{"from", "docs"}, {"time", "at"}, {"model", "model"}});
  qdrant.partitions = 2;
  QCOMPARE(asked(qdrant, SinkQuestion::offsets, answer("qdrant-offsets-from-documentation.json")),
           std::string("docs,1,11"));
  QCOMPARE(asked(qdrant, SinkQuestion::age, answer("qdrant-age-from-documentation.json")),
           std::string("2026-11-22T10:01:00Z"));
  QCOMPARE(asked(qdrant, SinkQuestion::models, answer("qdrant-models-from-documentation.json")),
           std::string("mini-3,29 ada-2,14"));
  SinkProfile milvus = store("milvus");
  milvus.with = {{"progress", "offsets"}, {"topic", "topic"}, {"partition", "part"}, {"offset", "off"}};
  QCOMPARE(asked(milvus, SinkQuestion::offsets, answer("milvus-offsets-from-documentation.json")), both);
  SinkProfile weaviate = store("weaviate");
  weaviate.with["index"] = "Docs";
  weaviate.with["from"] = "docs";
  QCOMPARE(asked(weaviate, SinkQuestion::offsets, answer("weaviate-offsets-from-documentation.json")),
           std::string("0,20 1,11"));
}

void TestHttpSinks::a_part_is_not_taken_for_the_whole() {
  const auto answer = [](const char* name) { return fixture("documentation/" + std::string(name)); };
  const auto refused = [](const std::string& text) { return text.starts_with("! the answer is not whole: $."); };
  QVERIFY(refused(asked(sql_store("starrocks", {{"catalog", "c"}}), SinkQuestion::offsets,
                        answer("starrocks-broken-off-from-documentation.ndjson"))));
  QVERIFY(refused(asked(sql_store("doris", {{"catalog", "internal"}, {"database", "d"}}), SinkQuestion::offsets,
                        answer("doris-refused-from-documentation.json"))));
  QVERIFY(refused(asked(sql_store("snowflake", {{"warehouse", "w"}}), SinkQuestion::offsets,
                        answer("snowflake-running-from-documentation.json"))));
  SinkProfile weaviate = store("weaviate");
  weaviate.with["from"] = "docs";
  const std::string said = asked(weaviate, SinkQuestion::offsets, answer("weaviate-refused-from-documentation.json"));
  QVERIFY2(refused(said) && said.find("no such prop") != std::string::npos, said.c_str());
  // A shard that did not answer, a bucket that was left out.
  const std::string whole = fixture("opensearch/offsets.json");
  for (const auto& [there, instead] : {std::pair("\"failed\":0", "\"failed\":1"),
                                       {"\"timed_out\":false", "\"timed_out\":true"},
                                       {"\"sum_other_doc_count\":0", "\"sum_other_doc_count\":9"}}) {
    std::string part = whole;
    part.replace(part.rfind(there), std::string(there).size(), instead);
    QVERIFY2(refused(asked(store("opensearch"), SinkQuestion::offsets, part)), instead);
  }
}

void TestHttpSinks::ages_by_their_unit() {
  const LocalTime now = local_time(1'795'341'660'000);
  const auto age = [now](const char* value, const char* gives) { return age_of(value, gives, now); };
  QCOMPARE(*age("1795341600000", "epoch-ms"), 60'000.0);
  QCOMPARE(*age("1795341600", "epoch-s"), 60'000.0);
  QCOMPARE(*age("2026-11-22T10:00:00Z", "time"), 60'000.0);
  QCOMPARE(*age("2026-11-22T11:00:00+01:00", "time"), 60'000.0);
  QCOMPARE(*age("1.5", "seconds"), 1'500.0);
  QCOMPARE(*age("1795341660001", "epoch-ms"), -1.0);  // two clocks
  for (const char* none : {"", "x", "nan", "inf", "1e30", "12s", "2026-11-22 10:00:00"})
    for (const char* gives : {"seconds", "epoch-s", "epoch-ms", "time"})
      QVERIFY2(age(none, gives) == Known<double>(Reason::ambiguous), none);
}

void TestHttpSinks::models() {
  const auto read = [](std::string_view body) {
    const auto rows = rows_from_answer(plain("$"), columns_of(SinkQuestion::models), body);
    return rows ? models_from_rows(*rows) : std::unexpected(rows.error());
  };
  const auto both = read(R"([["ada-2", 3], [null, "1"]])");
  QVERIFY(both && both->size() == 2);
  QCOMPARE((*both)[1], (std::pair<std::string, std::int64_t>("none", 1)));
  for (const char* wrong : {R"([["a", -1]])", R"([["a", 1.5]])", R"([["a", null]])", R"([["a", 1], ["a", 2]])",
                            R"([["a"]])", R"([["a", 9223372036854775807]])"})
    QVERIFY2(!read(wrong), wrong);
}

void TestHttpSinks::what_is_asked() {
  SinkProfile sink = sql_store("clickhouse");
  sink.query = "select topic & 1 from \"d\" -- {index}";
  const auto columns = asks_of(sink);
  QVERIFY(columns && columns->size() == 1);
  const SinkAsk& ask = columns->at(SinkQuestion::offsets);
  QCOMPARE(ask.at, std::string("/?default_format=JSONCompact&query=select%20topic%20%26%201%20from%20%22d%22%20--%20%7B"
                               "index%7D"));
  QVERIFY(ask.body.empty());
  sink = sql_store("snowflake", {{"warehouse", "w"}});
  sink.query = "select \"a\"";
  QVERIFY(asks_of(sink)->at(SinkQuestion::offsets).body.find(R"("statement":"select \"a\"")") != std::string::npos);
  SinkProfile qdrant = store("qdrant");
  qdrant.with["from"] = "docs";
  qdrant.partitions = 3;
  const SinkAsk each = asks_of(qdrant)->at(SinkQuestion::offsets);
  QVERIFY(has_place(each, "number"));
  QVERIFY(filled(each, {{"number", "2"}}).body.find(R"({"key":"part","match":{"value":2}})") != std::string::npos);
  // A key is put into a text, never beside it.
  const SinkAsk keyed{.at = "/a/{key}?q={key}", .body = R"({"a":"{key}","b":["x {key}"]})", .path = "$"};
  const SinkAsk with = filled(keyed, {{"key", R"(1/2&"})"}});
  QCOMPARE(with.at, std::string("/a/1%2F2%26%22%7D?q=1%2F2%26%22%7D"));
  QCOMPARE(with.body, std::string(R"({"a":"1/2&\"}","b":["x 1/2&\"}"]})"));
}

void TestHttpSinks::what_is_left_open() {
  const auto wrong = [](const SinkProfile& sink, const char* words) {
    const auto asks = asks_of(sink);
    return !asks && asks.error().code == ErrorCode::usage && asks.error().line().find(words) != std::string::npos;
  };
  SinkProfile sink = store("qdrant");
  sink.with["from"] = "docs";
  QVERIFY(wrong(sink, "their number is not said"));
  sink = store("opensearch");
  sink.with.erase("topic");
  QVERIFY(wrong(sink, "\"topic\""));
  sink = store("opensearch");
  sink.with["tmie"] = "at";
  QVERIFY(wrong(sink, "did you mean \"time\"?"));
  sink = store("opensearch");
  sink.canary = "c";
  QVERIFY(wrong(sink, "\"time\""));
  sink.with["time"] = "a']b";
  QVERIFY(wrong(sink, "quotes"));
  sink = store("opensearch");
  sink.deleted = {{"a\"b", {}}};
  QVERIFY(wrong(sink, "quotes"));
  sink = store("milvus");
  sink.with = {{"index", "docs"}};
  QVERIFY(wrong(sink, "asks for nothing"));
  QVERIFY(wrong(store("unknown"), "no preset"));
}

void TestHttpSinks::only_what_reads_is_sent_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<bool>("reads");
  const auto row = [](const char* path, const char* body, bool reads) {
    QTest::addRow("%s %s", path, body) << QString::fromLatin1(path) << QByteArray(body) << reads;
  };
  row("/whatever", "", true);
  row("/docs/_search", "{}", true);
  row("/a,b/_search", "{}", true);
  row("/_search", "{}", true);
  row("/docs/_doc/_search", "{}", false);
  row("/_scripts/_search", "{}", false);
  row("/docs/_search/template", "{}", false);
  row("/docs/_delete_by_query", "{}", false);
  row("/docs/_doc", "{}", false);
  row("/../_search", "{}", false);
  row("/", "{}", false);
  row("/collections/docs/points/scroll", "{}", true);
  row("/collections/docs/points/delete", "{}", false);
  row("/collections/docs/points", "{}", false);
  row("/v2/vectordb/entities/query", "{}", true);
  row("/v2/vectordb/entities/upsert", "{}", false);
  row("/v1/graphql", R"({"query":"{ Get { A { b } } }"})", true);
  row("/v1/graphql", R"({"query":"query x { Get { A { b } } }"})", true);
  row("/v1/graphql", R"({"query":"mutation { x }"})", false);
  row("/v1/graphql", R"({"query":"{ a } mutation { x }"})", false);
  row("/v1/graphql", R"({})", false);
}

void TestHttpSinks::only_what_reads_is_sent() {
  QFETCH(QString, path);
  QFETCH(QByteArray, body);
  QFETCH(bool, reads);
  QCOMPARE(check_reads(path.toStdString(), body.toStdString()).has_value(), reads);
}

void TestHttpSinks::sql_that_may_write() {
  const auto reads = [](const std::string& statement) {
    return check_reads("/api/v2/statements", R"({"statement":")" + statement + "\"}").has_value();
  };
  for (const char* fine :
       {"select 1", " SELECT a, b FROM t WHERE c = 'x' ; ", "Show channels in table t", "(select 1)"})
    QVERIFY2(reads(fine), fine);
  for (const char* wrong : {"", "delete from t", "select 1; drop table t", "select 1 into outfile 's3://x'",
                            "with a as (select 1) delete from t", "insert into t select 1",
                            "/* select */ delete from t", "1 select", "call f()", "'select' delete"})
    QVERIFY2(!reads(wrong), wrong);
}

QTEST_GUILESS_MAIN(TestHttpSinks)
#include "tst_http_sinks.moc"
