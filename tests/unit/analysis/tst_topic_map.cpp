// SPDX-License-Identifier: GPL-3.0-or-later
// What paths require of their topics against what is configured: met, not met, unknown with its reason.
#include <QTest>

#include "app/session/finding_text.h"
#include "models/analysis/topic_map.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestTopicMap final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_configured_as_required_is_met();
  void what_is_short_is_said_with_its_reason();
  void what_was_not_read_is_unknown();
  void the_longest_window_of_all_paths_counts();
  void a_control_topic_wants_a_week_and_no_compaction();
  void a_topic_without_a_path_has_no_row();
  void members_beyond_the_partitions_read_nothing();
  void short_ones_come_first_and_are_findings();
};

namespace {
using States = std::vector<std::tuple<const char*, const char*, const char*>>;

// A topic of two partitions that `sink` reads, with the states given.
std::shared_ptr<const Snapshot> topic(const States& states) {
  Recorder recorder;
  const ClusterName cluster("c");
  const LaneId lane = recorder.lane({{"kafka", "c", cluster}, "offsets", Millis(10'000)});
  for (int i = 0; i < 3; ++i) {
    Poll poll{.lane = lane, .wall = poll_time(i), .due = 1, .answered = 1};
    for (int partition = 0; partition < 2; ++partition) {
      const Object object = object::partition({TopicName("orders"), PartitionId(partition)});
      for (const Signal& signal : {signal::floor, signal::stable, signal::high, signal::group(GroupId("sink"))})
        poll.samples.push_back({recorder.series(lane, {signal, object, "records", 0}), 10, Reason::none});
    }
    for (const auto& [object, aspect, value] : states) poll.states.push_back({Object(object), aspect, value, ""});
    recorder.push(poll);
  }
  return recorder.snapshot();
}
const States well{{"topic:orders", "config:retention.ms", "604800000"},
                  {"topic:orders", "config:cleanup.policy", "delete"},
                  {"topic:orders", "config:min.insync.replicas", "2"},
                  {"partition:orders/0", "replicas", "1\n2\n3"},
                  {"partition:orders/1", "replicas", "1\n2\n3"}};

Profile profile(std::optional<Millis> window) {
  Profile out;
  out.classes = {{.name = "fraud", .replay_window = window}};
  out.pipelines = {{.name = "path", .topic = "orders", .group = "sink", .class_name = "fraud"}};
  return out;
}

std::string text(const Known<std::string>& value) { return value ? *value : "?" + std::string(word(value.reason())); }
// "retention.ms 1d 7d yes"; of settings alone, not of partitions.
std::vector<std::string> lines(const Snapshot& snapshot, const Profile& of) {
  std::vector<std::string> out;
  for (const TopicNeed& need : topic_needs(snapshot, poll_time(2), of))
    if (need.setting != "partitions")
      out.push_back(need.setting + ' ' + text(need.required) + ' ' + text(need.configured) + ' ' +
                    (need.met ? *need.met ? "yes" : "no" : "?" + std::string(word(need.met.reason()))));
  return out;
}
States changed(const char* object, const char* aspect, const char* value) {
  States out = well;
  std::erase_if(out, [&](const auto& state) {
    return std::string_view(std::get<0>(state)) == object && std::string_view(std::get<1>(state)) == aspect;
  });
  if (value) out.emplace_back(object, aspect, value);
  return out;
}
using Lines = std::vector<std::string>;
}  // namespace

void TestTopicMap::what_is_configured_as_required_is_met() {
  QCOMPARE(lines(*topic(well), profile({})),
           (Lines{"min.insync.replicas 2 2 yes", "replication 3 3 yes", "retention.ms 1d 7d yes"}));
  QCOMPARE(lines(*topic(well), profile(std::chrono::days(7))),
           (Lines{"cleanup.policy delete delete yes", "min.insync.replicas 2 2 yes", "replication 3 3 yes",
                  "retention.ms 7d 7d yes"}));
  QCOMPARE(lines(*topic(changed("topic:orders", "config:retention.ms", "-1")), profile(std::chrono::days(7))).back(),
           std::string("retention.ms 7d unlimited yes"));
}

void TestTopicMap::what_is_short_is_said_with_its_reason() {
  const auto needs = topic_needs(*topic(well), poll_time(2), profile(std::chrono::days(30)));
  QCOMPARE(needs[0].setting, std::string("retention.ms"));
  QCOMPARE(text(needs[0].required), std::string("30d"));
  QVERIFY(needs[0].met && !*needs[0].met);
  QCOMPARE(needs[0].by, (std::vector<std::string>{"path"}));
  QVERIFY(!needs[0].why.empty());
  const auto compacted = topic(changed("topic:orders", "config:cleanup.policy", "compact"));
  QCOMPARE(lines(*compacted, profile(std::chrono::days(7))).front(), std::string("cleanup.policy delete compact no"));
  QCOMPARE(lines(*topic(changed("topic:orders", "config:min.insync.replicas", "1")), profile({})).front(),
           std::string("min.insync.replicas 2 1 no"));
  QCOMPARE(lines(*topic(changed("partition:orders/1", "replicas", "1\n2")), profile({})).front(),
           std::string("replication 3 2 no"));
}

void TestTopicMap::what_was_not_read_is_unknown() {
  for (const std::string& line : lines(*topic({}), profile(std::chrono::days(7)))) {
    QVERIFY2(line.ends_with("?never-polled ?never-polled"), line.c_str());
  }
  const auto needs = topic_needs(*topic(well), poll_time(2), profile({}));
  const auto partitions = std::ranges::find(needs, "partitions", &TopicNeed::setting);  // nobody saw its members
  QCOMPARE(text(partitions->required) + ' ' + text(partitions->configured), std::string("?never-polled 2"));
  QVERIFY(!partitions->met);
  QCOMPARE(lines(*topic(changed("topic:orders", "config:retention.ms", "soon")), profile({})).front(),
           std::string("retention.ms 1d ?not-supported ?not-supported"));
  QCOMPARE(lines(*topic(changed("partition:orders/1", "replicas", nullptr)), profile({})).front(),
           std::string("replication 3 ?never-polled ?never-polled"));
}

void TestTopicMap::the_longest_window_of_all_paths_counts() {
  Profile of = profile(std::chrono::hours(12));
  of.classes.push_back({.name = "audit", .replay_window = std::chrono::days(90)});
  of.pipelines.push_back({.name = "other", .topic = "orders", .group = "auditor", .class_name = "audit"});
  const auto needs = topic_needs(*topic(well), poll_time(2), of);
  const auto retention = std::ranges::find(needs, "retention.ms", &TopicNeed::setting);
  QVERIFY(retention != needs.end());
  QCOMPARE(text(retention->required), std::string("90d"));  // of a path that nobody has read yet
  QCOMPARE(retention->by, (std::vector<std::string>{"other"}));
  of.classes.pop_back();
  of.pipelines.pop_back();
  const auto short_one = topic_needs(*topic(well), poll_time(2), of);
  QCOMPARE(text(std::ranges::find(short_one, "retention.ms", &TopicNeed::setting)->required), std::string("1d"));
}

void TestTopicMap::a_control_topic_wants_a_week_and_no_compaction() {
  Profile of = profile({});
  of.pipelines[0].control_topic = "control";
  const auto all = lines(*topic({{"topic:control", "config:retention.ms", "86400000"},
                                 {"topic:control", "config:cleanup.policy", "compact,delete"}}),
                         of);
  QVERIFY(std::ranges::find(all, "retention.ms 7d 1d no") != all.end());
  QVERIFY(std::ranges::find(all, "cleanup.policy delete compact,delete no") != all.end());
}

void TestTopicMap::a_topic_without_a_path_has_no_row() {
  const auto needs = topic_needs(*topic({{"topic:lonely", "config:retention.ms", "1"}}), poll_time(2), {});
  QVERIFY(!needs.empty());  // the group's own path
  for (const TopicNeed& need : needs) QCOMPARE(need.topic.value(), std::string("orders"));
}

void TestTopicMap::members_beyond_the_partitions_read_nothing() {
  const auto s = told(20,
                      R"("series": [{"mark": "high", "topic": "t", "partition": 0}, {"mark": "high", "topic": "t",
    "partition": 1}, {"mark": "group", "topic": "t", "partition": 0, "group": "g"}], "members": [
    {"group": "g", "member": "m1", "client_id": "c", "host": "h", "partitions": [["t", 0]], "from": 0},
    {"group": "g", "member": "m2", "client_id": "c", "host": "h", "partitions": [["t", 1]], "from": 0},
    {"group": "g", "member": "m3", "client_id": "c", "host": "h", "partitions": [], "from": 0}])");
  const auto needs = topic_needs(*s, s->to);
  const auto partitions = std::ranges::find(needs, "partitions", &TopicNeed::setting);
  QVERIFY(partitions != needs.end());
  QCOMPARE(text(partitions->required), std::string("3"));
  QCOMPARE(text(partitions->configured), std::string("2"));
  QVERIFY(partitions->met && !*partitions->met);
}

void TestTopicMap::short_ones_come_first_and_are_findings() {
  const Document document =
      topic_map_document(*topic(changed("topic:orders", "config:min.insync.replicas", "1")), poll_time(2), profile({}));
  QCOMPARE(document.findings.size(), 1u);
  QCOMPARE(document.findings[0].rule, std::string("T01"));
  QCOMPARE(finding_text(document.findings[0]),
           std::string("orders: min.insync.replicas is 1, 2 is required: what producers were told is safe survives the "
                       "loss of a broker"));
  QCOMPARE(document.rows.size(), 4u);
  QCOMPARE(std::get<bool>(document.rows[0][5].cell.value), false);
  Filter other;
  other.topic = {"clicks"};
  QVERIFY(topic_map_document(*topic(well), poll_time(2), profile({}), other).rows.empty());
}

QTEST_GUILESS_MAIN(TestTopicMap)
#include "tst_topic_map.moc"
