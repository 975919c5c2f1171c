// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured for a review, from told stories.
#include <QTest>

#include "models/analysis/review/facts.h"
#include "tests/support/lake.h"

using namespace tidemark;
using namespace tidemark::test;

class TestReviewFacts final : public QObject {
  Q_OBJECT
 private slots:
  void minutes_of_a_path_and_its_burst();
  void a_steady_path_has_no_burst();
  void commits_of_a_table();
  void overlaps_that_a_declared_replay_explains();
  void layers_that_are_seen();
  void how_clusters_are_spoken_to();
  void how_endpoints_are_protected();
  void owners_and_runbooks();
  void retention_against_the_window();
  void what_drives_the_cost();
  void what_some_topics_do_not_tell_is_in_no_sum();
  void what_lies_before_the_history_was_not_answered();
  void failures_of_connectors_in_scope();
};

namespace {
const Fact& of(const Facts& facts, std::string_view object, std::string_view name) {
  for (const Fact& fact : facts)
    if (fact.object == object && fact.name == name) return fact;
  qFatal("no %s of %s", std::string(name).c_str(), std::string(object).c_str());
}
std::int64_t number(const Facts& facts, std::string_view object, std::string_view name) {
  const Known<FactValue>& value = of(facts, object, name).value;
  if (!value) qFatal("%s is not known", std::string(name).c_str());
  return std::get<std::int64_t>(*value);
}

Profile promised(Millis target) {
  Profile out;
  ClassProfile klass;
  klass.name = "k";
  klass.target = target;
  klass.replay_window = std::chrono::hours(48);
  PipelineProfile pipeline;
  pipeline.name = "orders";
  pipeline.topic = "orders";
  pipeline.group = "g";
  pipeline.class_name = "k";
  pipeline.owner = "lake";
  out.classes = {klass};
  out.pipelines = {pipeline};
  out.owners["lake"] = {"Lake team", "", "https://runbook"};
  return out;
}

// 10 minutes at 100 a poll, 3 minutes at 300, 7 minutes at 100; the group follows a poll behind.
std::shared_ptr<const Snapshot> burst(const char* rates) {
  return told(120, R"("topics": [{"topic": "orders", "cleanup": "delete", "retention_ms": 86400000}], "series": [)" +
                       mark("floor", "orders", 0, R"("start": 0)") + ", " +
                       mark("high", "orders", 0, std::string(R"("start": 1000, "rates": )") + rates) + ", " +
                       mark("stable", "orders", 0, R"("follow": "high")") + ", " +
                       group("g", "orders", 0, R"("follow": "high", "delay_polls": 1)") + "]");
}

Facts minutes(const std::shared_ptr<const Snapshot>& snapshot, Millis target) {
  const LocalTime at = poll_time(119);
  const Profile profile = promised(target);
  const auto rows = freshness_rows(*snapshot, at, profile);
  FreshnessFacts facts(std::chrono::hours(1));
  facts.add(*snapshot, rows);
  facts.add(*snapshot, rows);  // windows may overlap
  return facts.facts(rows);
}
constexpr const char* with_burst = "[[0, 10], [60, 30], [78, 10]]";
}  // namespace

void TestReviewFacts::minutes_of_a_path_and_its_burst() {
  const Facts facts = minutes(burst(with_burst), std::chrono::minutes(1));
  QCOMPARE(number(facts, "path:orders", "target_ms"), 60'000);
  QCOMPARE(number(facts, "path:orders", "bad"), 0);
  QVERIFY(number(facts, "path:orders", "good") >= 18);
  QCOMPARE(number(facts, "path:orders", "good") + number(facts, "path:orders", "unknown"), 60);
  // Three minutes, and what came in the last of them may be late two minutes after.
  QVERIFY(number(facts, "path:orders", "burst_minutes") >= 3);
  QVERIFY(number(facts, "path:orders", "burst_minutes") <= 6);
  QCOMPARE(number(facts, "path:orders", "burst_bad"), 0);
}

void TestReviewFacts::a_steady_path_has_no_burst() {
  const Facts facts = minutes(burst("[[0, 10], [60, 19], [78, 10]]"), std::chrono::minutes(1));
  QCOMPARE(number(facts, "path:orders", "burst_minutes"), 0);
}

void TestReviewFacts::commits_of_a_table() {
  const auto snapshot = small_lake(60, -1);
  const LocalTime at = poll_time(59);
  const Facts facts = table_facts(ledger_rows(*snapshot, {}, at), align_rows(*snapshot, at), {});
  QVERIFY(number(facts, "table:lake.orders", "judged") >= 1);
  QCOMPARE(number(facts, "table:lake.orders", "holes"), 0);
  QCOMPARE(number(facts, "table:lake.orders", "explained"), 0);
  QVERIFY(of(facts, "table:lake.orders", "evidence").value.known());
}

void TestReviewFacts::overlaps_that_a_declared_replay_explains() {
  LedgerRow row;
  row.commit.table = TableName("t");
  row.commit.ranges = {{{TopicName("orders"), PartitionId(0)}, 500, 900}};
  row.commit.evidence = Evidence::derived;
  row.relation = Relation::overlap;
  row.again = 100;
  row.seen_at = poll_time(10);
  DeclaredReplay replay;
  replay.topic = TopicName("orders");
  replay.at = poll_time(5);
  replay.from = {{PartitionId(0), 400}};
  QCOMPARE(number(table_facts({row}, {}, {replay}), "table:t", "explained"), 1);
  QCOMPARE(number(table_facts({row}, {}, {}), "table:t", "explained"), 0);
  replay.from = {{PartitionId(0), 900}};  // from behind what is there twice
  QCOMPARE(number(table_facts({row}, {}, {replay}), "table:t", "explained"), 0);
  replay.from.clear();
  replay.at = poll_time(11);  // later
  QCOMPARE(number(table_facts({row}, {}, {replay}), "table:t", "explained"), 0);
  QVERIFY(!of(table_facts({row}, {}, {}), "table:t", "late").value.known());
}

void TestReviewFacts::layers_that_are_seen() {
  const auto snapshot = small_lake(60, -1);
  const Facts facts = layer_facts(*snapshot, *snapshot, poll_time(59));
  QCOMPARE(facts.size(), 8u);
  for (const char* layer : {"layer:producers", "layer:groups", "layer:connect", "layer:tables"})
    QVERIFY2(of(facts, layer, "coverage").value.known(), layer);
  QVERIFY(!of(facts, "layer:storage", "coverage").value.known());
}

void TestReviewFacts::how_clusters_are_spoken_to() {
  Profile profile;
  profile.clusters.resize(2);
  profile.clusters[0].name = ClusterName("a");
  profile.clusters[0].client["security.protocol"] = "SASL_SSL";
  profile.clusters[1].name = ClusterName("b");
  const Facts facts = governance_facts({}, &profile, {});
  QCOMPARE(std::get<std::string>(*of(facts, "cluster:a", "security").value), std::string("sasl_ssl"));
  QCOMPARE(std::get<std::string>(*of(facts, "cluster:b", "security").value), std::string("plaintext"));
  QVERIFY(governance_facts({}, nullptr, {}).empty());
  Filter filter;
  filter.cluster = {"a"};
  QCOMPARE(governance_facts({}, &profile, filter).size(), 1u);
}

void TestReviewFacts::how_endpoints_are_protected() {
  std::vector<CheckedEndpoint> checked(2);
  checked[0].endpoint.object = "cluster:b";
  checked[1].endpoint.object = "registry:sr";
  checked[1].endpoint.tls = std::string("TLSv1.3");
  checked[1].endpoint.authentication = "bearer";
  checked[1].endpoint.certificate_until = local_time(5'000);
  Filter filter;
  filter.cluster = {"a"};
  const Facts facts = boundary_facts(checked, local_time(2'000), filter);
  QVERIFY(std::ranges::none_of(facts, [](const Fact& fact) { return fact.object == "endpoint:cluster:b"; }));
  QCOMPARE(std::get<std::string>(*of(facts, "endpoint:registry:sr", "tls").value), std::string("TLSv1.3"));
  QCOMPARE(std::get<std::int64_t>(*of(facts, "endpoint:registry:sr", "certificate_left_ms").value),
           std::int64_t(3'000));
  QVERIFY(!of(facts, "endpoint:registry:sr", "zone").value.known());
  QVERIFY(boundary_facts({}, local_time(0), {}).empty());
}

void TestReviewFacts::owners_and_runbooks() {
  FreshnessRow row;
  row.owner = std::string("Lake team");
  const Facts facts = scope_facts({row}, promised(Millis(1)));
  QCOMPARE(std::get<std::string>(*of(facts, "scope:all", "owner").value), std::string("Lake team"));
  QCOMPARE(std::get<std::string>(*of(facts, "scope:all", "runbook").value), std::string("https://runbook"));
  QVERIFY(!of(scope_facts({}, {}), "scope:all", "owner").value.known());
}

void TestReviewFacts::retention_against_the_window() {
  const auto snapshot = burst(with_burst);
  const Profile profile = promised(std::chrono::minutes(1));
  const auto rows = freshness_rows(*snapshot, poll_time(119), profile);
  const Facts facts = replay_facts(*snapshot, poll_time(119), rows, profile, {});
  QCOMPARE(number(facts, "path:orders", "window_ms"), 172'800'000);
  QCOMPARE(number(facts, "path:orders", "retention_ms"), 86'400'000);
  QVERIFY(!std::get<bool>(*of(facts, "path:orders", "compacted").value));
}

TopicRow topic_of_three(std::int64_t known) {
  TopicRow out;
  out.produce_rate = 2.0;
  out.partitions = 3;
  out.replication = 2;
  out.records_upper = 7;
  out.known_partitions = known;
  return out;
}

void TestReviewFacts::what_drives_the_cost() {
  const TopicRow row = topic_of_three(3);
  const Facts facts = cost_facts({row, row}, {}, poll_time(0), poll_time(10));
  QCOMPARE(std::get<double>(*of(facts, "driver:records a day", "value").value), 2 * 172'800.0);
  QCOMPARE(number(facts, "driver:records kept", "value"), 14);
  QCOMPARE(number(facts, "driver:copies of partitions", "value"), 12);
  QVERIFY(!of(facts, "driver:broker disk", "value").value.known());
}

void TestReviewFacts::what_some_topics_do_not_tell_is_in_no_sum() {
  const TopicRow row = topic_of_three(2);
  TopicRow silent;
  silent.produce_rate = Reason::unreachable;
  silent.partitions = Reason::no_permission;
  const auto why = [](const Facts& facts, std::string_view driver) {
    const auto& value = of(facts, driver, "value").value;
    return value ? Reason::none : value.reason();
  };
  const Facts two = cost_facts({row, silent}, {}, poll_time(0), poll_time(10));
  QCOMPARE(why(two, "driver:records a day"), Reason::unreachable);
  QCOMPARE(why(two, "driver:copies of partitions"), Reason::no_permission);
  // One partition of three is not known.
  QCOMPARE(why(cost_facts({row}, {}, poll_time(0), poll_time(10)), "driver:records kept"), Reason::never_polled);
  QCOMPARE(why(cost_facts({}, {}, poll_time(0), poll_time(10)), "driver:records a day"), Reason::never_polled);
}

void TestReviewFacts::what_lies_before_the_history_was_not_answered() {
  const auto snapshot = burst(with_burst);
  const LocalTime begin = poll_time(0), at = poll_time(119);
  const double whole = *review_coverage(*snapshot, begin, at, {});
  QVERIFY(whole > 0.95);
  const double half = *review_coverage(*snapshot, begin - (at - begin), at, {});
  QVERIFY(half > 0.45 && half < 0.55);
}

void TestReviewFacts::failures_of_connectors_in_scope() {
  const auto snapshot = small_lake(60, 30);
  QVERIFY(any_failure(*snapshot, poll_time(59), {}));
  QVERIFY(any_failure(*snapshot, poll_time(59), {"k"}));
  QVERIFY(!any_failure(*snapshot, poll_time(59), {"other"}));
  QVERIFY(!any_failure(*snapshot, poll_time(20), {"k"}));
  const Facts facts = condition_facts(*snapshot, {}, {.failure = true});
  QVERIFY(std::get<bool>(*of(facts, "condition:failure", "seen").value));
  QVERIFY(!of(facts, "condition:deletes", "seen").value.known());
}

QTEST_GUILESS_MAIN(TestReviewFacts)
#include "tst_review_facts.moc"
