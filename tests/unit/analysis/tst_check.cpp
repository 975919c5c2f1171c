// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "models/analysis/check.h"
#include "models/analysis/freshness.h"
#include "resources/presets/presets.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestCheck final : public QObject {
  Q_OBJECT
 private slots:
  void configuration_data();
  void configuration();
  void what_is_not_known_is_not_judged();
  void scope_and_order();
  void lag_findings_are_one_per_group_and_topic();
  void a_consumer_lost_for_long_is_an_error();
  void records_lost_and_about_to_be_lost();
  void late_paths();
  void templates();
  void every_rule_has_a_text_that_fills();
};

namespace {
struct Setting {
  const char* object;
  const char* aspect;
  const char* value;
};
std::shared_ptr<const Snapshot> with(const std::vector<Setting>& settings) {
  Recorder recorder;
  Poll poll{.lane = recorder.lane({{"kafka", "c", ClusterName("c")}, "configs", Millis(300'000)}),
            .wall = poll_time(0),
            .due = 1,
            .answered = 1};
  for (const Setting& s : settings) poll.states.push_back({Object(s.object), s.aspect, s.value, ""});
  recorder.push(poll);
  return recorder.snapshot();
}
std::string series(std::initializer_list<std::string> list) {
  std::string out = "\"series\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}
}  // namespace

using Settings = std::vector<Setting>;

void TestCheck::configuration_data() {
  QTest::addColumn<Settings>("settings");
  QTest::addColumn<std::string>("said");
  const auto row = [](const char* name, Settings settings, std::string said) {
    QTest::newRow(name) << std::move(settings) << said;
  };
  const Setting three{"partition:t/0", "replicas", "1\n2\n3"};
  row("sound",
      {three,
       {"topic:t", "config:min.insync.replicas", "2"},
       {"topic:t", "config:retention.ms", "604800000"},
       {"topic:t", "config:cleanup.policy", "delete"}},
      "");
  row("one replica", {three, {"partition:t/1", "replicas", "2"}}, "K01 warn replication 1 3");
  row("internal", {{"partition:__consumer_offsets/0", "replicas", "2"}}, "K01 error replication 1 3");
  row("all in sync", {three, {"topic:t", "config:min.insync.replicas", "3"}}, "K02 warn min.insync.replicas 3 2");
  row("one in sync", {three, {"topic:t", "config:min.insync.replicas", "1"}}, "K03 warn min.insync.replicas 1 2");
  row("short", {{"topic:t", "config:retention.ms", "3600000"}, {"topic:t", "config:cleanup.policy", "delete"}},
      "K04 warn retention.ms 3600000 86400000");
  row("short but compacted",
      {{"topic:t", "config:retention.ms", "3600000"}, {"topic:t", "config:cleanup.policy", "compact"}}, "");
  row("unlimited", {{"topic:t", "config:retention.ms", "-1"}, {"topic:t", "config:cleanup.policy", "delete"}}, "");
  row("control",
      {{"topic:control-x", "config:retention.ms", "172800000"}, {"topic:control-x", "config:cleanup.policy", "delete"}},
      "K05 warn retention.ms 172800000 604800000");
  row("control by role",
      {{"topic:t", "role", "control"},
       {"topic:t", "config:retention.ms", "172800000"},
       {"topic:t", "config:cleanup.policy", "delete"}},
      "K05 warn retention.ms 172800000 604800000");
  row("control compacted", {{"topic:control-x", "config:cleanup.policy", "compact"}},
      "K09 error cleanup.policy compact delete");
  row("control replicas", {{"topic:t", "role", "control"}, {"partition:t/0", "replicas", "1"}},
      "K10 error replication 1 3");
  row("control in sync",
      {{"topic:control-x", "config:min.insync.replicas", "1"}, {"partition:control-x/0", "replicas", "1\n2\n3"}},
      "K03 warn min.insync.replicas 1 2");
  row("control bytes",
      {{"topic:control-x", "config:retention.bytes", "1000"}, {"topic:control-x", "config:cleanup.policy", "delete"}},
      "K11 warn retention.bytes 1000 -1");
  row("bytes of others",
      {{"topic:t", "config:retention.bytes", "1000"}, {"topic:t", "config:cleanup.policy", "delete"}}, "");
  row("unclean", {{"topic:t", "config:unclean.leader.election.enable", "true"}},
      "K06 warn unclean.leader.election.enable true false");
  row("offsets", {{"broker:1", "config:offsets.retention.minutes", "1440"}},
      "K07 warn offsets.retention.minutes 1440 10080");
  row("auto create", {{"broker:1", "config:auto.create.topics.enable", "true"}},
      "K08 note auto.create.topics.enable true false");
}

void TestCheck::configuration() {
  QFETCH(Settings, settings);
  QFETCH(std::string, said);
  std::string actual;
  for (const Finding& f : check_findings(*with(settings), poll_time(0)))
    actual += f.rule + ' ' + std::string(word(f.severity)) + ' ' + f.setting + ' ' + f.value + ' ' + f.wanted;
  QCOMPARE(actual, said);
}

void TestCheck::what_is_not_known_is_not_judged() {
  QVERIFY(
      check_findings(*with({{"topic:t", "config:min.insync.replicas", "1"}, {"topic:t", "config:retention.ms", "odd"}}),
                     poll_time(0))
          .empty());
}

void TestCheck::scope_and_order() {
  const auto s = with({{"broker:1", "config:auto.create.topics.enable", "true"},
                       {"partition:b/0", "replicas", "1"},
                       {"partition:a/0", "replicas", "1"},
                       {"partition:__transaction_state/0", "replicas", "1"}});
  std::string order;
  const auto why = [](const Finding& f) { return "because " + f.rule; };
  const Document d = check_document(*s, poll_time(0), why);
  for (const Finding& f : d.findings) order += f.object.value() + ' ';
  QCOMPARE(order, std::string("topic:__transaction_state topic:a topic:b broker:1 "));
  QCOMPARE(d.rows.size(), 4u);
  QCOMPARE(std::get<std::string>(d.rows[0][6].cell.value), std::string("because K01"));
  Filter filter;
  filter.topic = {"b"};
  QCOMPARE(check_findings(*s, poll_time(0), filter).size(), 1u);
}

void TestCheck::lag_findings_are_one_per_group_and_topic() {
  const auto s = told(40, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("start": 250)"),
                                  mark("high", "t", 1, R"("rates": [[0, 1]])"), group("g", "t", 1, R"("start": 200)"),
                                  mark("high", "u", 0, R"("start": 5, "rates": [[0, 1]])"),
                                  group("g", "u", 0, R"("rates": [[0, 0.5]])")}));
  const Document d = lag_document(*s, s->to);
  QCOMPARE(d.findings.size(), 2u);
  QCOMPARE(d.findings[0].rule, std::string("L01"));
  QCOMPARE(d.findings[0].severity, Severity::warn);
  QCOMPARE(std::get<std::int64_t>(d.findings[0].params.at("partitions")), 2);
  QCOMPARE(std::get<std::int64_t>(d.findings[0].params.at("records")), 140 + 190);
  QCOMPARE(std::get<std::string>(d.findings[0].params.at("worst")), std::string("t/1"));
  QCOMPARE(d.findings[1].rule, std::string("L04"));
}

void TestCheck::a_consumer_lost_for_long_is_an_error() {
  const auto s =
      told(60, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("start": 200)")}));
  QCOMPARE(lag_document(*s, s->to).findings.at(0).severity, Severity::error);
  QCOMPARE(lag_document(*s, poll_time(50)).findings.at(0).severity, Severity::warn);  // 5 min - 10 ms old
}

void TestCheck::records_lost_and_about_to_be_lost() {
  const auto lost = told(40, series({mark("floor", "t", 0, R"("start": 150)"), mark("high", "t", 0, R"("start": 200)"),
                                     group("g", "t", 0, R"("start": 100)")}));
  const auto findings = lag_document(*lost, lost->to).findings;
  QCOMPARE(findings.at(0).rule, std::string("L05"));
  QCOMPARE(findings.at(0).severity, Severity::error);
  QCOMPARE(std::get<std::int64_t>(findings.at(0).params.at("records")), 50);
  const auto soon =
      told(40, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("start": 5)")}) +
                   R"(, "topics": [{"topic": "t", "cleanup": "delete", "retention_ms": 7000000}])");
  const auto forecast = lag_document(*soon, soon->to).findings;
  QCOMPARE(forecast.at(0).rule, std::string("L01"));
  QCOMPARE(forecast.at(1).rule, std::string("L06"));
  QCOMPARE(forecast.at(1).severity, Severity::error);
}

void TestCheck::late_paths() {
  const auto s =
      told(60, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("start": 200)")}));
  Profile profile;
  profile.classes.push_back({"fast", Millis(60'000), 99, "group", "", "learn"});
  profile.pipelines.push_back({.name = "orders", .topic = "t", .group = "g", .class_name = "fast"});
  const auto findings = freshness_document(*s, s->to, profile).findings;
  QCOMPARE(findings.size(), 1u);
  QCOMPARE(findings[0].rule, std::string("F01"));
  QCOMPARE(findings[0].severity, Severity::warn);
  QCOMPARE(std::get<std::string>(findings[0].params.at("path")), std::string("orders"));
}

void TestCheck::templates() {
  Finding f{.rule = "K01",
            .object = Object("topic:orders"),
            .params = {{"retention", Millis(7'200'000)}, {"n", std::int64_t{3}}},
            .setting = "s",
            .value = "v",
            .wanted = "w"};
  QCOMPARE(fill_template("{name} {setting}={value} not {wanted} {retention} {n} {nobody} {", f),
           std::string("orders s=v not w 2 h 3 {nobody} {"));
  QCOMPARE(fill_template("", f), std::string());
}

void TestCheck::every_rule_has_a_text_that_fills() {
  const std::string_view text = preset("rules.json");
  const QJsonArray rules = QJsonDocument::fromJson(QByteArray(text.data(), int(text.size())))
                               .object()
                               .value(QLatin1String("rules"))
                               .toArray();
  QVERIFY(rules.size() >= 15);
  QMap<QString, QString> titles;
  for (const auto& rule : rules)
    titles[rule.toObject().value(QLatin1String("id")).toString()] =
        rule.toObject().value(QLatin1String("title")).toString();
  QCOMPARE(titles.size(), rules.size());
  // The findings of the cases above fill every name of their rule's text.
  const auto s =
      told(60, series({mark("floor", "t", 0, R"("start": 300)"), mark("high", "t", 0, R"("rates": [[0, 1]])"),
                       group("g", "t", 0, R"("start": 200)")}));
  const auto checked = check_findings(*with({{"partition:t/0", "replicas", "1"},
                                             {"topic:u", "config:retention.ms", "1"},
                                             {"topic:u", "config:cleanup.policy", "delete"},
                                             {"partition:v/0", "replicas", "1\n2"},
                                             {"topic:v", "config:min.insync.replicas", "2"}}),
                                      poll_time(0));
  auto findings = lag_document(*s, s->to).findings;
  findings.insert(findings.end(), checked.begin(), checked.end());
  QCOMPARE(findings.size(), 5u);
  for (const Finding& f : findings) {
    const std::string filled = fill_template(titles.value(QString::fromStdString(f.rule)).toStdString(), f);
    QVERIFY2(!filled.empty() && filled.find('{') == std::string::npos, filled.c_str());
  }
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
