// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/groups.h"
#include "models/analysis/topics.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestTopicsGroups final : public QObject {
  Q_OBJECT
 private slots:
  void sums_say_what_they_cover();
  void a_group_without_any_known_partition_is_unknown();
  void a_drained_group_has_no_worst_partition();
  void groups_without_partitions();
  void roles();
  void topic_numbers();
  void last_record_of_an_idle_topic();
  void last_record_from_a_look_up();
  void an_empty_topic_has_no_last_record();
  void health_of_partitions();
  void unlimited_and_compacted();
  void readers_and_the_worst_of_them();
  void order_and_filters();
};

namespace {
std::string series(std::initializer_list<std::string> list) {
  std::string out = "\"series\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}
template <class Row>
Row named(const std::vector<Row>& rows, const std::string& name) {
  for (const Row& row : rows) {
    if constexpr (std::is_same_v<Row, GroupRow>) {
      if (row.group.value() == name) return row;
    } else {
      if (row.topic.value() == name) return row;
    }
  }
  qFatal("no row %s", name.c_str());
}
}  // namespace

void TestTopicsGroups::sums_say_what_they_cover() {
  const auto s = told(
      40,
      series(
          {mark("high", "t", 0, R"("rates": [[0, 10]])"), group("g", "t", 0, R"("follow": "high", "delay_polls": 2)"),
           mark("high", "t", 1, R"("rates": [[0, 10]])"), group("g", "t", 1, R"("follow": "high", "delay_polls": 5)"),
           mark("high", "u", 0, R"("values": [7, 7, 7, 7, 7, 7, 7, 7, 7, 7])"), group("g", "u", 0, R"("start": 3)"),
           mark("high", "u", 1, R"("start": 9)"), group("g", "u", 1, R"("values": [])")}) +
          R"(, "states": [{"object": "group:g", "poll": 12, "state": "Stable"}],
                                  "members": [{"group": "g", "member": "m", "partitions": [["t", 0], ["t", 1]]}])");
  const GroupRow row = named(group_rows(*s, s->to), "g");
  QCOMPARE(*row.lag, 200 + 500);
  QCOMPARE(row.known_partitions, 2);
  QCOMPARE(row.all_partitions, 4);
  QCOMPARE(row.topics, 2);
  QVERIFY(*row.worst_partition == (TopicPartition{TopicName("t"), PartitionId(1)}));
  QCOMPARE(*row.age, Millis(50'000 - 100));
  QCOMPARE(*row.members, 1);
  QCOMPARE(*row.state, std::string("Stable"));
  QCOMPARE(*row.since, poll_time(12));
  QCOMPARE(*row.verdict, Verdict::ok);
  QCOMPARE(row.coordinator.reason(), Reason::never_polled);
}

void TestTopicsGroups::a_group_without_any_known_partition_is_unknown() {
  const auto s = told(40, series({mark("high", "t", 0, R"("start": 10)"), group("g", "t", 0, R"("values": [])")}));
  const GroupRow row = named(group_rows(*s, s->to), "g");
  QCOMPARE(row.lag.reason(), Reason::no_commit);
  QCOMPARE(row.age.reason(), Reason::no_commit);
  QCOMPARE(row.verdict.reason(), Reason::no_commit);
  QCOMPARE(row.worst_partition.reason(), Reason::no_commit);
  QCOMPARE(row.known_partitions, 0);
  QCOMPARE(row.all_partitions, 1);
}

void TestTopicsGroups::a_drained_group_has_no_worst_partition() {
  const auto s = told(40, series({mark("high", "t", 0, R"("start": 10)"), group("g", "t", 0, R"("start": 10)")}));
  const GroupRow row = named(group_rows(*s, s->to), "g");
  QCOMPARE(*row.lag, 0);
  QCOMPARE(*row.age, Millis(0));
  QCOMPARE(row.worst_partition.reason(), Reason::not_applicable);
}

void TestTopicsGroups::groups_without_partitions() {
  const auto s = told(20, R"("states": [{"object": "group:idle", "poll": 0, "state": "Empty"}])");
  const auto rows = group_rows(*s, s->to);
  QCOMPARE(rows.size(), 1u);
  QCOMPARE(*rows[0].state, std::string("Empty"));
  QCOMPARE(*rows[0].members, 0);
  QVERIFY(!rows[0].lag);
  Filter filter;
  filter.topic = {"*"};
  QVERIFY(group_rows(*s, s->to, filter).empty());
}

void TestTopicsGroups::roles() {
  std::string list;
  for (const char* name : {"orders", "connect-lake", "lake-coord", "cg-control-lake", "console-consumer-1"})
    list += (list.empty() ? "" : ", ") + group(name, "t", 0, R"("start": 0)");
  const auto rows = group_rows(*told(5, series({list})), poll_time(4));
  QCOMPARE(named(rows, "orders").role, std::string("app"));
  QCOMPARE(named(rows, "connect-lake").role, std::string("connect"));
  QCOMPARE(named(rows, "lake-coord").role, std::string("coordinator"));
  QCOMPARE(named(rows, "cg-control-lake").role, std::string("coordinator"));
  QCOMPARE(named(rows, "console-consumer-1").role, std::string("noise"));
}

void TestTopicsGroups::topic_numbers() {
  const auto s = told(
      40,
      series({mark("floor", "t", 0, R"("start": 100)"), mark("high", "t", 0, R"("start": 1000, "rates": [[0, 2.5]])"),
              mark("high", "t", 1, R"("start": 7, "rates": [[0, 1]])")}) +
          R"(, "topics": [{"topic": "t", "cleanup": "delete", "retention_ms": 604800000, "timestamp_type": "append"}])");
  const TopicRow row = named(topic_rows(*s, s->to), "t");
  QCOMPARE(*row.partitions, 2);
  QCOMPARE(*row.records_upper, 900 + 39 * 25);
  QCOMPARE(row.known_partitions, 1);
  QCOMPARE(*row.produce_rate, 3.5);
  QCOMPARE(*row.cleanup, std::string("delete"));
  QCOMPARE(*row.retention, Millis(604'800'000));
  QCOMPARE(*row.timestamp_type, std::string("append"));
  QCOMPARE(row.readers, 0);
  QCOMPARE(row.worst_group.reason(), Reason::not_applicable);
  QCOMPARE(row.urp.reason(), Reason::never_polled);
  // The last record came in the last step.
  QCOMPARE(*row.last_record_age, Millis(0));
  QCOMPARE(*row.last_record_age_error, Millis(10'000));
}

void TestTopicsGroups::last_record_of_an_idle_topic() {
  const auto s =
      told(40, series({mark("high", "t", 0, R"("rates": [[0, 3], [25, 0]])"), mark("high", "u", 0, R"("start": 5)")}));
  const TopicRow row = named(topic_rows(*s, s->to), "t");
  QCOMPARE(*row.last_record_age, Millis(140'000));  // poll 25 saw it, 39 is now
  QCOMPARE(*row.last_record_age_error, Millis(10'000));
  QCOMPARE(*row.produce_rate, 0.0);
  const auto keys = topic_keys(*s, s->to);
  QCOMPARE(keys.size(), 1u);
  QCOMPARE(keys[0].series.object.value(), std::string("partition:u/0"));
  QCOMPARE(keys[0].offset.value(), 4);
  const TopicRow never = named(topic_rows(*s, s->to), "u");
  QCOMPARE(never.last_record_age.reason(), Reason::no_history);
  QCOMPARE(never.last_record_age_error.reason(), Reason::no_history);
}

void TestTopicsGroups::last_record_from_a_look_up() {
  Recorder recorder;
  const LaneId lane = recorder.lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(10'000)});
  Poll poll{.lane = lane, .wall = poll_time(0), .due = 1, .answered = 1};
  for (const auto& [signal, value] : {std::pair(signal::high, 100), std::pair(signal::last_record_age, 5000),
                                      std::pair(signal::last_record_age_error, 50)})
    poll.samples.push_back({recorder.series(lane, {signal, Object("partition:t/0"), "", 0}), value});
  recorder.push(poll);
  const TopicRow row = topic_rows(*recorder.snapshot(), poll_time(0) + Millis(1000)).at(0);
  QCOMPARE(*row.last_record_age, Millis(6000));
  QCOMPARE(*row.last_record_age_error, Millis(50));
}

void TestTopicsGroups::an_empty_topic_has_no_last_record() {
  const auto s = told(10, series({mark("floor", "t", 0, R"("start": 50)"), mark("high", "t", 0, R"("start": 50)")}));
  const TopicRow row = named(topic_rows(*s, s->to), "t");
  QCOMPARE(row.last_record_age.reason(), Reason::not_applicable);
  QCOMPARE(*row.records_upper, 0);
}

void TestTopicsGroups::health_of_partitions() {
  Recorder recorder;
  const LaneId lane = recorder.lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(10'000)});
  Poll poll{.lane = lane, .wall = poll_time(0), .due = 1, .answered = 1};
  const char* const isr[] = {"1\n2\n3", "1\n2", "3"};
  for (int p = 0; p < 3; ++p) {
    const Object object("partition:t/" + std::to_string(p));
    poll.samples.push_back(
        {recorder.series(lane, {signal::high, object, "records", 0}), 1, p == 2 ? Reason::leaderless : Reason::none});
    poll.states.push_back({object, "replicas", p == 2 ? "3" : "1\n2\n3", ""});
    poll.states.push_back({object, "isr", isr[p], ""});
    poll.states.push_back({object, "leader", p == 2 ? "none" : "1", ""});
  }
  recorder.push(poll);
  const TopicRow row = topic_rows(*recorder.snapshot(), poll_time(0)).at(0);
  QCOMPARE(*row.partitions, 3);
  QCOMPARE(*row.replication, 1);
  QCOMPARE(*row.urp, 1);
  QCOMPARE(*row.leaderless, 1);
  QCOMPARE(row.records_upper.reason(), Reason::never_polled);
}

void TestTopicsGroups::unlimited_and_compacted() {
  const auto s = told(
      5,
      series({mark("high", "a", 0, R"("start": 1)"), mark("high", "b", 0, R"("start": 1)")}) +
          R"(, "topics": [{"topic": "a", "cleanup": "delete", "retention_ms": -1}, {"topic": "b", "cleanup": "compact", "retention_ms": 5}])");
  QCOMPARE(named(topic_rows(*s, s->to), "a").retention.reason(), Reason::not_applicable);
  QCOMPARE(named(topic_rows(*s, s->to), "b").retention.reason(), Reason::not_applicable);
}

void TestTopicsGroups::readers_and_the_worst_of_them() {
  const auto s =
      told(40, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("fast", "t", 0, R"("follow": "high")"),
                       group("slow", "t", 0, R"("follow": "high", "delay_polls": 4)"),
                       group("none", "t", 0, R"("values": [])")}));
  const TopicRow row = named(topic_rows(*s, s->to), "t");
  QCOMPARE(row.readers, 3);
  QCOMPARE(*row.worst_group, std::string("slow"));
  QCOMPARE(*row.worst_age, Millis(40'000 - 1000));
}

void TestTopicsGroups::order_and_filters() {
  const auto s =
      told(40, series({mark("high", "a", 0, R"("rates": [[0, 1]])"), mark("high", "b", 0, R"("rates": [[0, 1]])"),
                       group("g", "b", 0, R"("follow": "high", "delay_polls": 4)"),
                       mark("high", "c", 0, R"("rates": [[0, 1]])")}));
  std::string order;
  for (const TopicRow& row : topic_rows(*s, s->to)) order += row.topic.value();
  QCOMPARE(order, std::string("bac"));
  Filter filter;
  filter.group = {"g"};
  QCOMPARE(topic_rows(*s, s->to, filter).size(), 1u);
  filter = {};
  filter.topic = {"[abc]", "c"};
  QCOMPARE(topic_rows(*s, s->to, filter).size(), 1u);
}

QTEST_GUILESS_MAIN(TestTopicsGroups)
#include "tst_topics_groups.moc"
