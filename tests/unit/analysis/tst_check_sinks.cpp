// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of check on connectors and groups, from the states that a Connect source stores.
#include <QTest>
#include <set>

#include "app/session/check_setup.h"
#include "resources/presets/presets.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

using Lines = std::vector<std::string>;

class TestCheckSinks final : public QObject {
  Q_OBJECT
 private slots:
  void connectors_data();
  void connectors();
  void shared_control();
  void a_control_topic_is_what_a_connector_or_the_profile_names();
  void connect_that_is_silent_or_missing_is_told();
  void sources_and_broken_settings_are_not_judged();
  void scope();
  void a_group_that_commits_nothing();
  void every_rule_has_its_text();
};

namespace {
const std::string iceberg = R"("connector.class": "org.apache.iceberg.connect.IcebergSinkConnector")";
const std::string sound = iceberg + R"(, "iceberg.kafka.auto.offset.reset": "earliest")";

struct Connector {
  std::string name;
  std::string config;  // members of a JSON object
  std::string type = "sink";
  std::string control_topic = "control-iceberg";
  std::string control_group;  // empty: connect-NAME-coord
  std::string interval = "300000";
  std::string timeout = "30000";
};

// As collectors/connect stores them.
void put(Poll& poll, const Connector& connector) {
  const Object object = object::connector(connector.name);
  const auto state = [&](std::string_view aspect, std::string value) {
    poll.states.push_back({object, std::string(aspect), std::move(value), ""});
  };
  state(aspect::type, connector.type);
  state(aspect::config, "{" + connector.config + "}");
  state(aspect::topics, "orders\npayments");
  if (connector.config.find("Iceberg") == std::string::npos) return;
  const std::string group =
      connector.control_group.empty() ? "connect-" + connector.name + "-coord" : connector.control_group;
  state(aspect::proposal, "commit_interval_ms=" + connector.interval + "\ncommit_timeout_ms=" + connector.timeout +
                              "\ncontrol_group=" + group + "\ncontrol_topic=" + connector.control_topic +
                              "\nwriter=iceberg-connect");
}

std::shared_ptr<const Snapshot> with(const std::vector<Connector>& connectors, std::int64_t answered = 1,
                                     const std::vector<StateSample>& topics = {}) {
  Recorder recorder;
  const ClusterName cluster("c");
  Poll connect{.lane = recorder.lane({{"connect", "lake", cluster}, "connectors", Millis(10'000)}),
               .wall = poll_time(0),
               .due = 1,
               .answered = answered};
  for (const Connector& connector : connectors) put(connect, connector);
  recorder.push(connect);
  Poll configs{.lane = recorder.lane({{"kafka", "c", cluster}, "configs", Millis(300'000)}),
               .wall = poll_time(0),
               .due = 1,
               .answered = 1};
  configs.states = topics;
  recorder.push(configs);
  return recorder.snapshot();
}

Lines said(const Snapshot& snapshot, const Filter& filter = {}, const Profile& profile = {}) {
  Lines out;
  const CheckSetup setup = check_setup(snapshot, poll_time(0), profile);
  for (const Finding& f : check_findings(snapshot, poll_time(0), filter, setup))
    out.push_back(f.rule + ' ' + std::string(word(f.severity)) + ' ' + f.object.value() + ' ' + f.setting + ' ' +
                  f.value + " -> " + f.wanted);
  return out;
}
}  // namespace

void TestCheckSinks::connectors_data() {
  QTest::addColumn<Connector>("connector");
  QTest::addColumn<Lines>("expected");
  const auto row = [](const char* name, Connector connector, const Lines& expected) {
    connector.name = "s";
    QTest::newRow(name) << connector << expected;
  };
  const std::string dlq = R"("errors.tolerance": "all", "errors.deadletterqueue.topic.name": "dead")";
  const std::string headers = R"(, "errors.deadletterqueue.context.headers.enable": "true")";
  row("sound", {"", sound}, {});
  row("tolerated", {"", R"("errors.tolerance": "all")"},
      {"K20 error connector:s errors.deadletterqueue.topic.name not set -> a topic"});
  row("headers missing", {"", dlq},
      {"K21 warn connector:s errors.deadletterqueue.context.headers.enable false -> true"});
  row("dead letters sound", {"", dlq + headers}, {});
  row("dead letters on one disk", {"", dlq + headers + R"(, "errors.deadletterqueue.topic.replication.factor": "1")"},
      {"K22 warn connector:s errors.deadletterqueue.topic.replication.factor 1 -> 3"});
  row("dead letters never used", {"", R"("errors.deadletterqueue.topic.name": "dead")" + headers},
      {"K23 note connector:s errors.tolerance none (default) -> all"});
  row("its own dead letters",
      {"", R"("errors.tolerance": "all", "errors.deadletterqueue.topic.name": "orders")" + headers},
      {"K31 error connector:s errors.deadletterqueue.topic.name orders -> a topic that it does not read"});
  row("coordinator at the end, by default", {"", iceberg},
      {"K24 warn connector:s iceberg.kafka.auto.offset.reset latest (default) -> earliest"});
  row("coordinator at the end", {"", iceberg + R"(, "iceberg.kafka.auto.offset.reset": "latest")"},
      {"K24 warn connector:s iceberg.kafka.auto.offset.reset latest -> earliest"});
  row("consumer at the end", {"", R"("consumer.override.auto.offset.reset": "latest")"},
      {"K25 warn connector:s consumer.override.auto.offset.reset latest -> earliest"});
  row("time-out as long as the interval", {.config = sound, .interval = "30000"},
      {"K26 warn connector:s iceberg.control.commit.timeout-ms 30000 -> less than 30000"});
  row("very often", {.config = sound, .interval = "5000", .timeout = "1000"},
      {"K27 note connector:s iceberg.control.commit.interval-ms 5000 -> 300000"});
  row("very seldom", {.config = sound, .interval = "7200000"},
      {"K28 warn connector:s iceberg.control.commit.interval-ms 7200000 -> 300000"});
  row("an interval that is none", {.config = sound, .interval = "soon", .timeout = "99999999"}, {});
}

void TestCheckSinks::connectors() {
  QFETCH(Connector, connector);
  QFETCH(Lines, expected);
  QCOMPARE(said(*with({connector})), expected);
}

void TestCheckSinks::shared_control() {
  const Lines two = said(*with({{"a", sound}, {"b", sound}}));
  QCOMPARE(two, (Lines{"K30 note connector:a iceberg.control.topic control-iceberg -> one of its own for each"}));
  Connector a{"a", sound}, b{"b", sound};
  b.control_topic = "control-b";
  a.control_group = b.control_group = "g-coord";
  QCOMPARE(said(*with({a, b})),
           (Lines{"K29 error connector:a iceberg.control.group-id g-coord -> one of its own for each"}));
  b.control_group = "other";
  QCOMPARE(said(*with({a, b})), Lines());
}

void TestCheckSinks::a_control_topic_is_what_a_connector_or_the_profile_names() {
  const std::vector<StateSample> short_kept{{Object("topic:hub"), "config:cleanup.policy", "delete", ""},
                                            {Object("topic:hub"), "config:retention.ms", "172800000", ""}};
  Connector sink{"s", sound};
  QCOMPARE(said(*with({sink}, 1, short_kept)), Lines());
  Profile profile;
  profile.pipelines.push_back({.name = "orders", .topic = "orders", .control_topic = "hub"});
  const Lines expected{"K05 warn topic:hub retention.ms 172800000 -> 604800000"};
  QCOMPARE(said(*with({sink}, 1, short_kept), {}, profile), expected);
  sink.control_topic = "hub";
  QCOMPARE(said(*with({sink}, 1, short_kept)), expected);
}

void TestCheckSinks::connect_that_is_silent_or_missing_is_told() {
  const Connector bad{"s", R"("errors.tolerance": "all")"};
  const auto silent = with({bad}, 0);
  QCOMPARE(said(*silent), Lines());
  QCOMPARE(check_setup(*silent, poll_time(0), {}).notes,
           (Lines{"Connect lake does not answer: its sinks are not judged"}));
  QCOMPARE(check_setup(*with({bad}), poll_time(0), {}).notes, Lines());
  QCOMPARE(check_setup(*told(3, R"("series": [])"), poll_time(0), {}).notes,
           (Lines{"no Connect is in the profile: sinks are not judged"}));
}

void TestCheckSinks::sources_and_broken_settings_are_not_judged() {
  const std::string tolerated = R"("errors.tolerance": "all")";
  QCOMPARE(said(*with({{"s", tolerated}})).size(), 1u);
  QCOMPARE(said(*with({{"s", tolerated, "source"}})), Lines());
  QCOMPARE(said(*with({{"s", tolerated + ","}})), Lines());  // no JSON
  const std::string number = R"("errors.tolerance": 1)";
  QCOMPARE(said(*with({{"s", number}})), Lines());
}

void TestCheckSinks::scope() {
  const auto s = with({{"s", R"("errors.tolerance": "all")"}});
  Filter filter;
  filter.topic = {"pay*"};
  QCOMPARE(said(*s, filter).size(), 1u);
  filter.topic = {"other"};
  QCOMPARE(said(*s, filter).size(), 0u);
  filter = {};
  filter.cluster = {"d"};
  QCOMPARE(said(*s, filter).size(), 0u);
}

void TestCheckSinks::a_group_that_commits_nothing() {
  const auto snapshot = [](const std::string& group_name, const std::string& state, const std::string& more) {
    return told(3, R"("series": [)" + mark("high", "t", 0, R"("start": 9)") + ", " +
                       mark("high", "t", 1, R"("start": 9)") + more + R"(],
      "states": [{"object": "group:)" +
                       group_name + R"(", "poll": 0, "state": ")" + state + R"("}],
      "members": [{"group": ")" +
                       group_name + R"(", "member": "m", "client_id": "c", "host": "h",
                   "partitions": [["t", 0], ["t", 1]]}])");
  };
  const auto rules = [](const Snapshot& s) {
    Lines out;
    for (const Finding& f : check_findings(s, s.to)) out.push_back(f.rule + ' ' + f.object.value());
    return out;
  };
  QCOMPARE(rules(*snapshot("g", "Stable", "")), (Lines{"K12 group:g"}));
  QCOMPARE(rules(*snapshot("g", "Empty", "")), Lines());
  QCOMPARE(rules(*snapshot("cg-control-6132e880-0f3a-4db4-b882-1da039bffbad", "Stable", "")), Lines());
  QCOMPARE(rules(*snapshot("g", "Stable", ", " + group("g", "t", 0, R"("start": 3)"))), Lines());
}

void TestCheckSinks::every_rule_has_its_text() {
  Connector all{.name = "s",
                .config = iceberg + R"(, "errors.deadletterqueue.topic.name": "orders",
                  "errors.deadletterqueue.topic.replication.factor": "1",
                  "consumer.override.auto.offset.reset": "latest")",
                .interval = "5000"};
  Connector second = all;
  second.name = "t";
  second.control_group = all.control_group = "g";
  second.interval = "7200000";
  const auto s = with({all, second, {"u", R"("errors.tolerance": "all")"}}, 1,
                      {{Object("partition:control-iceberg/0"), "replicas", "1", ""},
                       {Object("topic:control-iceberg"), "config:retention.bytes", "1", ""},
                       {Object("topic:control-iceberg"), "config:cleanup.policy", "compact,delete", ""}});
  const std::string presets(preset("rules.json"));
  std::set<std::string> rules;
  for (const Finding& f : check_findings(*s, poll_time(0), {}, check_setup(*s, poll_time(0), {}))) {
    const std::string line = "\"id\": \"" + f.rule + "\",\n      \"title\": \"";
    const std::size_t begin = presets.find(line);
    QVERIFY2(begin != std::string::npos, f.rule.c_str());
    const std::size_t text = begin + line.size();
    const std::string filled = fill_template(presets.substr(text, presets.find('"', text) - text), f);
    QVERIFY2(filled.find('{') == std::string::npos, filled.c_str());
    rules.insert(f.rule);
  }
  QCOMPARE(rules, (std::set<std::string>{"K09", "K10", "K11", "K20", "K21", "K22", "K23", "K24", "K25", "K26", "K27",
                                         "K28", "K29", "K30", "K31"}));
}

QTEST_GUILESS_MAIN(TestCheckSinks)
#include "tst_check_sinks.moc"
