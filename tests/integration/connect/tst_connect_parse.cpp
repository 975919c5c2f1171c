// SPDX-License-Identifier: GPL-3.0-or-later
// What Connect answers, read leniently and made harmless; what a configuration implies of a path.
#include <QTest>
#include <algorithm>

#include "collectors/connect/connectors.h"
#include "collectors/connect/proposals.h"
#include "collectors/connect/status_record.h"
#include "collectors/core/plain_text.h"

using namespace tidemark;

namespace {
// JSON as a test writes it: with single quotes.
std::string js(std::string text) {
  std::ranges::replace(text, '\'', '"');
  return text;
}
std::string entry(const std::string& status, const std::string& config, const std::string& type = "sink") {
  return js("{'a':{'status':{'name':'a',") + status + js(",'type':'") + type + js("'},'info':{'name':'a','config':{") +
         config + js("},'type':'") + type + js("'}}}");
}

ConnectorStatus connector_with(std::map<std::string, std::string> config, std::string type = "sink") {
  ConnectorStatus connector;
  connector.name = "a";
  connector.type = std::move(type);
  connector.config = std::move(config);
  return connector;
}
}  // namespace

class ConnectParseTest : public QObject {
  Q_OBJECT

 private slots:
  // As Kafka Connect 4.1 wrote them.
  void records_of_the_status_topic() {
    const std::string failed =
        js("{'state':'FAILED','trace':'org.apache.kafka.connect.errors.ConnectException: boom\\n\\tat "
           "a.b(C.java:1)','worker_id':"
           "'127.0.0.1:8083','generation':3,'version':'4.1.0'}");
    const auto task = parse_status_record("status-task-orders-sink-12", failed);
    QVERIFY(task);
    QCOMPARE(task->object, object::task("orders-sink", 12));
    QCOMPARE(task->state, std::optional<std::string>("FAILED"));
    QCOMPARE(task->worker, std::string("127.0.0.1:8083"));
    QVERIFY(task->trace.starts_with("org.apache.kafka.connect.errors.ConnectException: boom\n"));
    const auto connector = parse_status_record("status-connector-a-b",
                                               js("{'state':'RUNNING','trace':null,'worker_id':'w:1','generation':1}"));
    QCOMPARE(connector->object, object::connector("a-b"));
    QCOMPARE(connector->state, std::optional<std::string>("RUNNING"));
    QVERIFY(connector->trace.empty());
    QVERIFY(!parse_status_record("status-connector-a", std::nullopt)->state);
    QVERIFY(!parse_status_record("status-connector-a", js("{'state':'DESTROYED'}"))->state);
  }

  void records_that_are_no_states() {
    const std::string running = js("{'state':'RUNNING','worker_id':'w:1'}");
    for (const char* key :
         {"", "status-connector-", "status-task-", "status-task-a", "status-task-a-", "status-task--1",
          "status-task-a-x", "status-task-a-1x", "status-task-a-99999999999", "status-topic-orders:a", "x"})
      QVERIFY2(!parse_status_record(key, running), key);
    for (const char* value : {"", "{", "[]", "null", "{}", "{\"state\":3}", "{\"state\":\"\"}"})
      QVERIFY2(!parse_status_record("status-connector-a", std::string_view(value)), value);
    const auto hostile = parse_status_record("status-task-a\x1b[31m\n-0", js("{'state':'\\u202eGNINNUR\\n'}"));
    QCOMPARE(hostile->object.value().find('\x1b'), std::string::npos);
    QCOMPARE(hostile->object.value().find('\n'), std::string::npos);
    QCOMPARE(hostile->state->find('\n'), std::string::npos);
  }

  void a_real_answer() {
    const auto parsed = parse_connectors(
        js("{'lines':{'info':{'name':'lines','config':{'connector.class':'FileStreamSink','topics':'orders','name':'"
           "lines'},'tasks':[{'connector':'lines','task':0}],'type':'sink'},'status':{'name':'lines','connector':{'"
           "state':'RUNNING','worker_id':'127.0.0.1:8083','version':'4.1.0'},'tasks':[{'id':1,'state':'FAILED','worker_"
           "id':'127.0.0.1:8084','trace':'org.E: x\\n\\tat "
           "a.b(C.java:1)\\n'},{'id':0,'state':'RUNNING','worker_id':'127.0.0.1:8083','version':'4.1.0'}],'type':'sink'"
           "}}}"));
    QVERIFY(parsed);
    const auto& c = parsed->at(0);
    QCOMPARE(c.name, std::string("lines"));
    QCOMPARE(c.type, std::string("sink"));
    QCOMPARE(c.state, std::string("RUNNING"));
    QCOMPARE(c.tasks.size(), 2U);
    QCOMPARE(c.tasks[1].state, std::string("FAILED"));
    QCOMPARE(c.tasks[1].trace, std::string("org.E: x\n at a.b(C.java:1)\n"));
    QCOMPARE(c.config.at("topics"), std::string("orders"));
    QCOMPARE(group_of(c), std::string("connect-lines"));
  }

  void unknown_keys_and_states_pass() {
    const auto parsed = parse_connectors(entry(js("'connector':{'state':'FLYING','new':[1,{'x':null}]},'tasks':[{'id':'"
                                                  "x'},7,{'id':-1},{'id':3,'state':'NEW_STATE'},{'id':99999999999}]"),
                                               js("'a':null,'b':5,'c':'ok'")));
    QVERIFY(parsed);
    QCOMPARE(parsed->at(0).state, std::string("FLYING"));
    QCOMPARE(parsed->at(0).tasks.size(), 1U);
    QCOMPARE(parsed->at(0).tasks[0].state, std::string("NEW_STATE"));
    QCOMPARE(parsed->at(0).config.size(), 1U);
  }

  void what_is_no_answer_of_connect_is_refused() {
    for (const std::string& body : std::vector<std::string>{"", "[]", js("['a']"), "null", "{", js("{'a':1}"),
                                                            js("{'a':{}}"), "<html>", js("{'error_code':1}")})
      QVERIFY2(!parse_connectors(body), body.c_str());
    QVERIFY(parse_connectors("{}")->empty());
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += js("{'a':");
    QVERIFY(!parse_connectors(deep));
    QVERIFY(!parse_topics("{}") && !parse_topics(js("{'a':{'topics':1}}")) && !parse_root("{}"));
    QCOMPARE(*parse_topics(js("{'a':{'topics':['b','a',3]}}")), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(parse_health(js("{'status':'healthy','message':'x'}")), std::string("healthy"));
    QCOMPARE(parse_health(js("{'status':'<b>'}")), std::string());
  }

  void secrets_do_not_leave_the_parser() {
    const auto parsed = parse_connectors(
        entry(js("'connector':{'state':'FAILED','trace':'Login failed for "
                 "jdbc://u:hunter2@db\\npassword=hunter2'},'tasks':[{'id':0,'state':'FAILED','trace':'x\\n-----BEGIN "
                 "PRIVATE KEY-----\\nhunter2\\n-----END PRIVATE KEY-----\\nat y'}]"),
              js("'connection.password':'hunter2','connection.url':'jdbc:pg://h/"
                 "d?user=u&password=hunter2','consumer.override.sasl.jaas.config':'x required "
                 "password=\\'hunter2\\';','auth.header':'Bearer "
                 "hunter2hunter2','iceberg.catalog.credential':'id:hunter2','odd.place':'https://u:hunter2@h/"
                 "x','vault':'${file:/etc/k.properties:password}','topics':'orders'")));
    QVERIFY(parsed);
    const auto& c = parsed->at(0);
    std::string all = c.trace + c.tasks[0].trace + proposal_lines(propose(c));
    for (const auto& [key, value] : c.config) all.append(key).append("=").append(value).append("\n");
    QVERIFY2(all.find("hunter2") == std::string::npos, all.c_str());
    QCOMPARE(c.config.at("vault"), std::string("${file:/etc/k.properties:password}"));
    QCOMPARE(c.config.at("topics"), std::string("orders"));
    QVERIFY(c.tasks[0].trace.starts_with("x\n") && c.tasks[0].trace.ends_with("at y"));
  }

  void text_is_harmless_and_capped() {
    const auto parsed = parse_connectors(entry(js("'connector':{'state':'RUNNING','worker_id':'w\\u0000\\u001b["
                                                  "31m\\u202e:1'},'tasks':[{'id':0,'state':'FAILED','trace':'") +
                                                   std::string(1'000'000, 'x') + js("'}]"),
                                               js("'k':'") + std::string(1'000'000, 'y') + "\""));
    QVERIFY(parsed);
    QCOMPARE(parsed->at(0).worker, std::string("w[31m:1"));
    QVERIFY(parsed->at(0).tasks[0].trace.size() < 20'000);
    QVERIFY(parsed->at(0).config.at("k").size() < 5000);
    QCOMPARE(plain_line("a\nb\tc\r\x7f\xc2\x85 d\xff"), std::string("a b c d\xef\xbf\xbd"));
    QCOMPARE(plain_line("ääää", 5), std::string("ää…"));
    const auto named = parse_connectors(js("{'a\\nb':{'status':{'connector':{}}}}"));
    QCOMPARE(named->at(0).name, std::string("a b"));
    QCOMPARE(named->at(0).raw_name, std::string("a\nb"));
  }

  void groups() {
    QCOMPARE(group_of(connector_with({{"consumer.override.group.id", "own"}})), std::string("own"));
    QCOMPARE(group_of(connector_with({})), std::string("connect-a"));
    QCOMPARE(group_of(connector_with({}, "source")), std::string());
    QCOMPARE(group_of(connector_with({}, "unknown")), std::string());
  }

  void an_iceberg_sink_proposes_its_path() {
    const auto path = propose(connector_with({{"connector.class", "org.apache.iceberg.connect.IcebergSinkConnector"},
                                              {"topics", "orders, clicks"},
                                              {"iceberg.tables", "lake.orders,lake.clicks"},
                                              {"iceberg.catalog.type", "rest"},
                                              {"iceberg.catalog.uri", "https://catalog/iceberg"},
                                              {"iceberg.catalog.warehouse", "wh"},
                                              {"value.converter.schema.registry.url", "http://sr:8081"},
                                              {"iceberg.control.commit.interval-ms", "10000"}}));
    QCOMPARE(QString::fromStdString(proposal_lines(path)).split(u'\n'),
             QStringList({"catalog=iceberg", "catalog_type=rest", "catalog_url=https://catalog/iceberg",
                          "commit_interval_ms=10000", "commit_timeout_ms=30000", "connector=a",
                          "control_group=connect-a-coord", "control_topic=control-iceberg", "group=connect-a",
                          "registry_url=http://sr:8081", "table=lake.clicks", "table=lake.orders", "topic=clicks",
                          "topic=orders", "warehouse=wh", "writer=iceberg-connect"}));
  }

  void other_writers() {
    const auto tabular = propose(connector_with({{"connector.class", "io.tabular.iceberg.connect.IcebergSinkConnector"},
                                                 {"iceberg.tables.dynamic-enabled", "true"}}));
    QCOMPARE(tabular.control_group, std::string("cg-control-a-coord"));
    QVERIFY(tabular.tables_dynamic);
    const auto jdbc = propose(connector_with({{"connector.class", "io.confluent.connect.jdbc.JdbcSinkConnector"},
                                              {"topics", "b,a"},
                                              {"table.name.format", "k_${topic}"}}));
    QCOMPARE(jdbc.tables, (std::vector<std::string>{"k_a", "k_b"}));
    const auto snow =
        propose(connector_with({{"connector.class", "com.snowflake.kafka.connector.SnowflakeSinkConnector"},
                                {"snowflake.topic2table.map", "orders:T1, clicks:T2"}}));
    QCOMPARE(snow.tables, (std::vector<std::string>{"T1", "T2"}));
    const auto file = propose(connector_with({{"connector.class", "FileStreamSink"}, {"topics.regex", "a.*"}}));
    QCOMPARE(proposal_lines(file), std::string("connector=a\ngroup=connect-a\ntopics_regex=a.*"));
    QCOMPARE(proposal_lines(propose(connector_with({{"topics", "x"}}, "source"))), std::string("connector=a"));
  }
};

QTEST_GUILESS_MAIN(ConnectParseTest)
#include "tst_connect_parse.moc"
