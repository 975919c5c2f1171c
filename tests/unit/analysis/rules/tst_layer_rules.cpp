// SPDX-License-Identifier: GPL-3.0-or-later
// The rules about brokers, transactions, schemas, dead letters, processors, models and stores; what they cannot say
// without their signals; and their places in the order in which findings lead.
#include <QTest>

#include "models/analysis/rules/rule.h"
#include "models/domain/schema_versions.h"
#include "tests/support/told.h"
#include "tests/unit/analysis/rules/breaks.h"

using namespace tidemark;
using namespace tidemark::test;

class TestLayerRules final : public QObject {
  Q_OBJECT
 private slots:
  void neighbours_data();
  void neighbours();
  void missing_signals_data();
  void missing_signals();
  void replicas_that_are_missing();
  void a_broker_that_is_gone();
  void an_open_transaction();
  void a_coordinator_that_moved();
  void what_is_diverted();
  void a_quota_that_holds_nothing_up();
  void a_replay_beside();
  void a_schema_before_it_fails();
  void versions_of_a_registry_come_before_it_fails();
  void ids_of_records_say_where();
  void checkpoints();
  void deleted_and_found();
  void a_queue_without_a_replay();
  void a_model_that_refuses();
};

namespace {
const std::string bad_record = "org.apache.kafka.connect.errors.DataException: not a struct";
void fails_on_record(Tale& t) { t.state("task:k/0", 90, "FAILED", bad_record); }
void fails_otherwise(Tale& t) { t.state("task:k/0", 90, "FAILED", "java.lang.ClassNotFoundException: x.S3FileIO"); }
void rests(Tale& t) { t.state("connector:k", 90, "PAUSED"); }
void half_read_control(Tale& t) {
  t.control(0, R"("start": 100, "rates": [[0, 1]])", R"("follow": "high", "delay_polls": 1)");
  t.control(1, R"("start": 100, "rates": [[0, 1]])", R"("follow": "high", "rates": [[60, 0]])");
}
void nobody(Tale& t) {
  t.state("group:connect-k", 80, "Empty");
  t.drop("members");
  for (const int p : {0, 1}) t.group(p, R"("follow": "high", "rates": [[80, 0]])");
}
void goes_on(Tale& t) {
  t.high(2, R"("start": 100000, "rates": [[0, 100]])");
  t.group(2, R"("follow": "high", "delay_polls": 1)");
}
void one_stands(Tale& t) { t.group(1, R"("follow": "high", "delay_polls": 1, "rates": [[60, 0]])"); }
void partial_commits(Tale& t) {
  for (int i = 1; i <= 4; ++i)
    t.add("commits", R"({"table": "l.t", "poll": )" + std::to_string(90 + i * 4) + R"(, "snapshot_id": )" +
                         std::to_string(i) + R"(, "operation": "append", "partial": true})");
}

Diagnosis of(const std::vector<Break>& breaks, const Profile& profile = {}) {
  Tale tale;
  for (const Break& one : breaks) one(tale);
  return judged(tale, -1, profile);
}
// What a rule needs and does not have; empty where it runs.
std::vector<std::string> needs(const Diagnosis& diagnosis, const std::string& rule) {
  for (const CannotRun& cannot : diagnosis.cannot_run)
    if (cannot.rule == rule) return cannot.needs;
  return {};
}
}  // namespace

void TestLayerRules::neighbours_data() {
  QTest::addColumn<QString>("first");
  QTest::addColumn<QString>("second");
  QTest::addColumn<QVariant>("breaks");
  const auto row = [](const char* first, const char* second, const std::vector<Break>& breaks) {
    QTest::addRow("%s before %s", first, second)
        << QString::fromLatin1(first) << QString::fromLatin1(second) << QVariant::fromValue(breaks);
  };
  row("R10", "R26", {plain, rests, fails_on_record, new_schema});
  row("R26", "R15", {fails_on_record, new_schema, half_read_control});
  row("R26", "R11a", {plain, fails_on_record, new_schema});
  row("R01", "R16", {nobody, short_of_replicas});
  row("R16", "R02", {short_of_replicas, one_stands});
  row("R02", "R09", {one_stands, open_transaction, goes_on});
  row("R09", "R03", {open_transaction, storm});
  row("R03", "R12", {storm, diverted});
  row("R12", "R14", {diverted, partial_commits});
  row("R11b", "R18", {saturated, fails_otherwise, quota});
  row("R18", "R34", {saturated, quota, no_checkpoints});
  row("R34", "R37", {saturated, no_checkpoints, model_refuses});
  row("R37", "R36", {saturated, model_refuses, queue_grows});
  row("R36", "R07", {hot, queue_grows});
  row("R36", "R08", {uneven, queue_grows});
  row("R36", "R06", {slow_sink, queue_grows});
  row("R36", "R05", {saturated, [](Tale& t) { t.metric("group:connect-k", "cpu", "[[0, 97]]"); }, queue_grows});
  row("R36", "R04", {burst, queue_grows});
  row("R07", "R35", {hot, deleted_is_found});
  row("R08", "R35", {uneven, deleted_is_found});
  row("R06", "R35", {slow_sink, deleted_is_found});
  row("R05", "R35", {saturated, deleted_is_found});
  row("R04", "R35", {burst, deleted_is_found});
  row("R35", "R33", {plain, quiet, deleted_is_found});
}

void TestLayerRules::neighbours() {
  QFETCH(QString, first);
  QFETCH(QString, second);
  QFETCH(QVariant, breaks);
  const Diagnosis diagnosis = of(breaks.value<std::vector<Break>>(), expecting());
  row_of(diagnosis, first.toStdString());
  row_of(diagnosis, second.toStdString());
  const auto order = rules();
  const auto place = [&](const std::string& id) { return std::ranges::find(order, id, &Rule::id) - order.begin(); };
  QVERIFY(place(first.toStdString()) < place(second.toStdString()));
  for (const DiagnosisRow& row : diagnosis.rows)
    QVERIFY2(place(leading(diagnosis)) <= place(row.finding.rule), list(diagnosis).c_str());
  QVERIFY(lacks(diagnosis, "R00"));
}

void TestLayerRules::missing_signals_data() {
  QTest::addColumn<QString>("rule");
  QTest::addColumn<QVariant>("breaks");
  const auto row = [](const char* rule, const std::vector<Break>& breaks = {}) {
    QTest::addRow("%s", rule) << QString::fromLatin1(rule) << QVariant::fromValue(breaks);
  };
  // Each with what gives it its signals.
  row("R26", {new_schema});
  row("R16", {short_of_replicas});
  row("R12", {diverted});
  row("R18", {quota});
  row("R34", {no_checkpoints});
  row("R37", {model_refuses});
  row("R36", {queue_grows});
  row("R06", {slow_sink});
  row("R35", {deleted_is_found});
}

void TestLayerRules::missing_signals() {
  QFETCH(QString, rule);
  QFETCH(QVariant, breaks);
  const std::string id = rule.toStdString();
  QVERIFY(!needs(of({}), id).empty());
  QVERIFY(lacks(of({}), id));
  QVERIFY(needs(of(breaks.value<std::vector<Break>>()), id).empty());
  // Those of which the base story tells; a bare one does not.
  Tale bare;
  bare.no_table().drop("states").drop("members");
  for (const char* other : {"R03", "R05", "R08"}) {
    QVERIFY(!needs(judged(bare), other).empty());
    QVERIFY(needs(of({}), other).empty());
  }
  QCOMPARE(needs(of({}), "R17"), std::vector<std::string>{"coordinator"});
  QVERIFY(!needs(of({}), "R00").empty() && needs(of({}, expecting()), "R00").empty());
  QVERIFY(!needs(of({}), "R33").empty() && needs(of({}, expecting()), "R33").empty());
}

void TestLayerRules::replicas_that_are_missing() {
  const Diagnosis diagnosis = of({short_of_replicas});
  QCOMPARE(leading(diagnosis), std::string("R16"));
  const DiagnosisRow& row = row_of(diagnosis, "R16");
  QCOMPARE(row.finding.object.value(), std::string("broker:2"));
  QCOMPARE(row.finding.confidence, Confidence::medium);
  QCOMPARE(*row.since, poll_time(60));
  QVERIFY2(row.title.find("t/0") != std::string::npos, row.title.c_str());
  // One poll is none, and what is in sync again is over.
  const auto just_now = [](Tale& t) {
    t.add("isr", R"(["t", 0, 0, 1, [1, 2, 3]])");
    t.add("isr", R"(["t", 0, 119, 1, [1, 3]])");
  };
  QVERIFY(lacks(of({just_now}), "R16"));
  QVERIFY(lacks(of({short_of_replicas, [](Tale& t) { t.add("isr", R"(["t", 0, 100, 1, [1, 2, 3]])"); }}), "R16"));
  // What lags is what lacks replicas.
  const auto late = [](Tale& t) { t.group(0, R"("follow": "high", "delay_polls": 1, "rates": [[70, 20]])"); };
  QVERIFY(says(row_of(of({short_of_replicas, late}), "R16").present, "what lags is what lacks replicas"));
  QVERIFY(says(row_of(of({short_of_replicas, saturated}), "R16").contradicting, "lack nothing"));
}

void TestLayerRules::a_broker_that_is_gone() {
  const auto brokers = [](Tale& t) {
    t.add("isr", R"(["t", 0, 0, 1, [1, 2]])");
    t.add("brokers", R"({"id": 1, "from": 0})");
    t.add("brokers", R"({"id": 2, "from": 0, "to": 80})");
    t.add("brokers", R"({"id": 3, "from": 0, "to": 80})");
  };
  const Diagnosis diagnosis = of({brokers});
  QCOMPARE(row_of(diagnosis, "R16").finding.object.value(), std::string("broker:2"));
  QCOMPARE(*row_of(diagnosis, "R16").since, poll_time(80));
  // Brokers that hold nothing of the path do not matter to it.
  QVERIFY(row_of(diagnosis, "R16").title.find('3') == std::string::npos);
  const auto back = [](Tale& t) { t.add("brokers", R"({"id": 2, "from": 100})"); };
  QVERIFY(lacks(of({brokers, back}), "R16"));
  // Nobody knows who holds what: it may hold something of the path.
  const auto one_gone = [](Tale& t) { t.add("brokers", R"({"id": 3, "from": 0, "to": 80})"); };
  const Diagnosis unsure = of({one_gone});
  QVERIFY(says(row_of(unsure, "R16").missing, "which brokers hold"));
  QVERIFY(row_of(unsure, "R16").title.find("Broker 3 is gone") != std::string::npos);
}

void TestLayerRules::an_open_transaction() {
  const Diagnosis diagnosis = of({plain, open_transaction});
  QCOMPARE(leading(diagnosis), std::string("R09"));
  const DiagnosisRow& row = row_of(diagnosis, "R09");
  QCOMPARE(row.finding.confidence, Confidence::medium);
  QCOMPARE(*row.since, poll_time(61));
  QVERIFY2(row.title.find("t/0@160000") != std::string::npos, row.title.c_str());
  QVERIFY(says(row.missing, "producer id"));
  // A log that does not grow, and an end that moves.
  const auto still = [](Tale& t) { t.high(0, R"("start": 100000, "rates": [[0, 100], [80, 0]])"); };
  QVERIFY(lacks(of({plain, still, open_transaction}), "R09"));
  const auto moves = [](Tale& t) { t.stable(0, R"("follow": "high", "rates": [[60, 0], [115, 50]])"); };
  QVERIFY(lacks(of({plain, open_transaction, moves}), "R09"));
  // Transactions of two and a half minutes: the newest is as old as any other, or four times as old.
  const auto ends_until = [](int last) {
    return [last](Tale& t) {
      t.stable(0,
               values(t.polls(), [last](int n) { return 100'000 + std::int64_t{15'000} * (std::min(n, last) / 15); }));
    };
  };
  QVERIFY(lacks(of({plain, ends_until(119)}), "R09"));
  row_of(of({plain, ends_until(60)}), "R09");
}

void TestLayerRules::a_coordinator_that_moved() {
  Tale tale;
  plain(tale);
  for (const int p : {0, 1}) tale.group(p, R"("follow": "high", "delay_polls": 1, "rates": [[114, 0]])");
  const Diagnosis diagnosis = judged(*with_coordinator(tale, 115));
  const DiagnosisRow& row = row_of(diagnosis, "R17");
  QCOMPARE(leading(diagnosis), std::string("R17"));
  QCOMPARE(row.finding.confidence, Confidence::medium);
  QCOMPARE(*row.since, poll_time(115));
  QVERIFY(row.title.find("broker 2") != std::string::npos);
  // Commits that go on, and a move long ago.
  Tale fine;
  plain(fine);
  QVERIFY(lacks(judged(*with_coordinator(fine, 115)), "R17"));
  QVERIFY(lacks(judged(*with_coordinator(tale, 60)), "R17"));
  // Before R12 and after R03.
  diverted(tale);
  storm(tale);
  const Diagnosis among = judged(*with_coordinator(tale, 115));
  row_of(among, "R17");
  QCOMPARE(leading(among), std::string("R03"));
}

void TestLayerRules::what_is_diverted() {
  const Diagnosis diagnosis = of({plain, diverted});
  QCOMPARE(leading(diagnosis), std::string("R12"));
  const DiagnosisRow& row = row_of(diagnosis, "R12");
  QVERIFY2(row.title.find("10 % of what") != std::string::npos, row.title.c_str());
  QCOMPARE(row.finding.confidence, Confidence::medium);
  QVERIFY(says(row.missing, "rows written"));
  QCOMPARE(*row.since, poll_time(61));
  // The table has fewer rows than were read.
  const auto fewer = [](Tale& t) { t.commit(100, 1, 100'000, 200'000, R"(, "added_records": 90000)"); };
  QCOMPARE(row_of(of({diverted, fewer}), "R12").finding.confidence, Confidence::high);
  // By a metric alone.
  const auto metric = [](Tale& t) { t.metric("connector:k", "dlq_rate", "[[0, 0], [60, 8]]"); };
  QVERIFY(row_of(of({plain, metric}), "R12").title.find(" 4 % of what") != std::string::npos);
  // What is over, and a group that stands.
  const auto over = [](Tale& t) { t.other("t-dead", 0, R"("start": 10, "rates": [[60, 20], [100, 0]])"); };
  QVERIFY(lacks(of({plain, diverted, over}), "R12"));
  QVERIFY(lacks(of({plain, diverted, reads(0, 100)}), "R12"));
}

void TestLayerRules::a_quota_that_holds_nothing_up() {
  const Diagnosis diagnosis = of({saturated, quota});
  QCOMPARE(leading(diagnosis), std::string("R18"));
  QCOMPARE(row_of(diagnosis, "R18").finding.confidence, Confidence::high);
  QCOMPARE(*row_of(diagnosis, "R18").since, poll_time(60));
  QVERIFY(lacks(of({plain, quota}), "R18"));
  QVERIFY(lacks(of({saturated, [](Tale& t) { t.metric("group:connect-k", "throttle_ms", "[[0, 0]]"); }}), "R18"));
  QVERIFY(lacks(of({saturated, [](Tale& t) { t.metric("group:other", "throttle_ms", "[[0, 250]]"); }}), "R18"));
}

void TestLayerRules::a_replay_beside() {
  const Diagnosis diagnosis = of({plain, reads(25, 70), replayed});
  const DiagnosisRow& row = row_of(diagnosis, "R19");
  QVERIFY(row.leading);
  QCOMPARE(row.finding.confidence, Confidence::medium);
  QVERIFY2(row.title.find("4x slower since again") != std::string::npos, row.title.c_str());
  // It was slow before; a broker is ill; nobody reads again; more is produced.
  QVERIFY(lacks(of({plain, reads(25, 40), replayed}), "R19"));
  QVERIFY(lacks(of({plain, reads(25, 70), replayed, short_of_replicas}), "R19"));
  QVERIFY(lacks(of({plain, reads(25, 70)}), "R19"));
  QVERIFY(lacks(of({burst, replayed}), "R19"));
  // After R18, before R34.
  const Diagnosis among = of({plain, reads(25, 70), replayed, quota, no_checkpoints});
  QVERIFY(row_of(among, "R18").leading);
  row_of(among, "R19");
  row_of(among, "R34");
}

void TestLayerRules::a_schema_before_it_fails() {
  const Diagnosis diagnosis = of({plain, fails_on_record, new_schema});
  QCOMPARE(leading(diagnosis), std::string("R26"));
  QCOMPARE(row_of(diagnosis, "R26").finding.confidence, Confidence::medium);
  QCOMPARE(*row_of(diagnosis, "R26").since, poll_time(90));
  const auto event = [](int poll, const char* text) {
    return [poll, text](Tale& t) {
      t.add("events", R"({"poll": )" + std::to_string(poll) +
                          R"(, "layer": "schema", "object": "registry:r", "kind": "schema-registered", "text": ")" +
                          text + "\"}");
    };
  };
  QVERIFY(lacks(of({plain, fails_on_record, event(95, "t-value version 3")}), "R26"));
  QVERIFY(lacks(of({plain, fails_on_record, event(85, "not-t-value version 3")}), "R26"));
  QVERIFY(lacks(of({plain, new_schema}), "R26"));
  QVERIFY(lacks(of({plain, fails_otherwise, new_schema}), "R26"));
  // Dead letters fail too.
  QCOMPARE(leading(of({plain, diverted, event(58, "t-value version 3")})), std::string("R26"));
}

void TestLayerRules::versions_of_a_registry_come_before_it_fails() {
  Tale tale;
  plain(tale);
  fails_on_record(tale);
  const auto snapshot = tale.told();
  const auto kafka = std::ranges::find(snapshot->sources, "kafka", [](const SourceInfo& s) { return s.spec.kind; });
  const auto with = [&](const std::string& subject, int poll, const ClusterName& cluster) {
    Snapshot told = *snapshot;
    told.sources.push_back({SourceId(99), {"registry", "r", cluster}});
    const std::size_t source = told.sources.size() - 1;
    const Object object("registry:r/" + subject);
    const std::string aspect(aspect::schema_versions);
    told.states.push_back({source, object, aspect, {}, poll_time(0), poll_time(poll), "1 7 AVRO live -", {}});
    told.states.push_back(
        {source, object, aspect, poll_time(poll - 1), poll_time(poll), {}, "1 7 AVRO live -\n2 8 AVRO live -", {}});
    std::ranges::stable_sort(told.states, {}, &StateSpan::from_hi);
    told.index();
    return judged(told);
  };
  const ClusterName& cluster = kafka->spec.cluster;
  const Diagnosis diagnosis = with("t-value", 85, cluster);
  QCOMPARE(leading(diagnosis), std::string("R26"));
  QCOMPARE(row_of(diagnosis, "R26").finding.confidence, Confidence::medium);
  // Between two polls, as it was seen.
  QVERIFY2(row_of(diagnosis, "R26")
                   .title.find("registered between " + rfc3339(poll_time(84)) + " and " + rfc3339(poll_time(85))) !=
               std::string::npos,
           row_of(diagnosis, "R26").title.c_str());
  QVERIFY(lacks(with("t-value", 95, cluster), "R26"));
  QVERIFY(lacks(with("not-t-value", 85, cluster), "R26"));
  QVERIFY(lacks(with("t-value", 85, ClusterName("another")), "R26"));
}

void TestLayerRules::ids_of_records_say_where() {
  Tale tale;
  plain(tale);
  fails_on_record(tale);
  one_stands(tale);
  auto snapshot = std::make_shared<Snapshot>(*tale.told());
  std::size_t kafka = 0;
  while (snapshot->sources.at(kafka).spec.kind != "kafka") ++kafka;
  const SeriesKey group{snapshot->sources.at(kafka).spec.cluster, signal::group(GroupId("connect-k")),
                        object::partition({TopicName("t"), PartitionId(1)})};
  const std::int64_t stands = snapshot->at(group, snapshot->to)->value;
  const auto first = [](std::int64_t offset) { return "14 1 " + std::to_string(offset); };
  const auto ids = [&](const std::string& text, std::optional<LocalTime> after = {}) {
    Snapshot told = *snapshot;
    told.states.push_back({kafka,
                           Object("topic:t"),
                           std::string(aspect::schema_ids),
                           after,
                           after.value_or(poll_time(0)) + Millis(after ? 10'000 : 0),
                           {},
                           text,
                           {}});
    std::ranges::stable_sort(told.states, {}, &StateSpan::from_hi);
    told.index();
    return judged(told);
  };
  const Diagnosis diagnosis = ids("13 1 100\n" + first(stands + 400));
  QCOMPARE(row_of(diagnosis, "R26").finding.confidence, Confidence::high);
  QVERIFY2(row_of(diagnosis, "R26").title.find("Schema 14 first stands at t/1@" + std::to_string(stands + 400)) !=
               std::string::npos,
           row_of(diagnosis, "R26").title.c_str());
  // Passed already: the group could read it.
  QVERIFY(lacks(ids("14 1 100"), "R26"));
  QVERIFY(lacks(ids("nonsense"), "R26"));
  // Further than one batch: it has not come to it.
  QVERIFY(lacks(ids(first(stands + 600)), "R26"));
  // It came after: the reader had seen all that was there when it failed already.
  QVERIFY(lacks(ids(first(stands + 400), poll_time(100)), "R26"));
}

void TestLayerRules::checkpoints() {
  const Diagnosis diagnosis = of({plain, no_checkpoints});
  QCOMPARE(leading(diagnosis), std::string("R34"));
  QCOMPARE(row_of(diagnosis, "R34").finding.confidence, Confidence::high);
  QCOMPARE(*row_of(diagnosis, "R34").since, poll_time(80));
  const auto alone = [](Tale& t) { t.metric("group:connect-k", "checkpoint_failure_rate", "[[0, 0], [80, 0.1]]"); };
  QCOMPARE(row_of(of({plain, alone}), "R34").finding.confidence, Confidence::medium);
  QVERIFY(says(row_of(of({plain, alone}), "R34").missing, "backpressure"));
  const auto slow = [](int duration) {
    return [duration](Tale& t) {
      t.metric("group:connect-k", "checkpoint_interval_ms", "[[0, 60000]]");
      t.metric("group:connect-k", "checkpoint_duration_ms", "[[0, 900], [80, " + std::to_string(duration) + "]]");
    };
  };
  QVERIFY(row_of(of({plain, slow(90'000)}), "R34").title.find("longer than their interval") != std::string::npos);
  QVERIFY(lacks(of({plain, slow(30'000)}), "R34"));
}

void TestLayerRules::deleted_and_found() {
  Profile profile = expecting();
  profile.classes.front().delete_target = Millis(120'000);
  const DiagnosisRow row = row_of(of({plain, deleted_is_found}, profile), "R35");
  QCOMPARE(row.finding.confidence, Confidence::high);
  QCOMPARE(*row.since, poll_time(119) - Millis(400'000));
  QCOMPARE(row_of(of({plain, deleted_is_found}), "R35").finding.confidence, Confidence::medium);
  // How old what is found is says nothing of when a key was deleted.
  const auto told = [](const char* age) {
    return [age](Tale& t) { t.metric("sink:connect-k", "tombstone_age_ms", age); };
  };
  QVERIFY(lacks(of({plain, deleted_is_found, told("[[0, 1000]]")}), "R35"));
  QCOMPARE(*row_of(of({plain, deleted_is_found, told("[[0, 0], [80, 700000]]")}), "R35").since,
           poll_time(119) - Millis(700'000));
  profile.classes.front().delete_target = Millis(900'000);
  QVERIFY(lacks(of({plain, deleted_is_found}, profile), "R35"));
  const auto none = [](Tale& t) {
    t.metric("sink:connect-k", "tombstones", "[[0, 3], [80, 0]]");
    t.metric("sink:connect-k", "retrieval_age_ms", "[[0, 400000]]");
  };
  QVERIFY(lacks(of({plain, none}), "R35"));
}

void TestLayerRules::a_queue_without_a_replay() {
  const DiagnosisRow row = row_of(of({plain, queue_grows}), "R36");
  QVERIFY2(row.title.find("grows by 1200 a minute") != std::string::npos, row.title.c_str());
  QVERIFY(lacks(of({plain, queue_grows, [](Tale& t) { t.drop("replays"); }}), "R36"));
  const auto level = [](Tale& t) {
    t.metric("sink:connect-k", "queue_depth", "[[0, 500]]");
    t.add("replays", R"({"group": "connect-k", "topic": "t", "poll": 60, "declared": true})");
  };
  QVERIFY(lacks(of({plain, level}), "R36"));
}

void TestLayerRules::a_model_that_refuses() {
  const Diagnosis diagnosis = of({saturated, model_refuses});
  QCOMPARE(leading(diagnosis), std::string("R37"));
  QCOMPARE(row_of(diagnosis, "R37").finding.confidence, Confidence::high);
  QVERIFY(lacks(of({plain, model_refuses}), "R37"));
  const auto fine = [](Tale& t) { t.add("probes", R"({"object": "model:embed", "steps": [[0, "ok"]]})"); };
  QVERIFY(lacks(of({saturated, fine}), "R37"));
  // Slow before reads fell, with no answer seen.
  const auto slow = [](Tale& t) { t.metric("model:embed", "request_latency_ms", "[[0, 90], [50, 2000]]"); };
  const DiagnosisRow row = row_of(of({plain, reads(40), slow}), "R37");
  QCOMPARE(row.finding.confidence, Confidence::medium);
  QCOMPARE(*row.since, poll_time(50));
}

QTEST_GUILESS_MAIN(TestLayerRules)
#include "tst_layer_rules.moc"
