// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "collectors/story/story.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using story::parse_story;
using story::play_story;
using test::FixedClock;
using test::Recorder;

class TestStory final : public QObject {
  Q_OBJECT
 private slots:
  void refuses_data();
  void refuses();
  void accepts_what_the_contract_shows();
  void sums_are_exact();
  void follows_with_a_delay_until_its_own_rates();
  void values_and_what_is_left_open();
  void noise_is_the_same_every_time();
  void noise_has_the_mean_it_should();
  void gaps_hold_nothing();
  void a_gap_of_one_source_leaves_the_others();
  void lanes_clusters_and_births();
  void table_mark_is_the_contiguous_end_of_commits();
  void commits_are_told_as_a_table_tells_them();
  void states_hold_and_members_leave();
  void metrics_hold_and_keep_their_decimals();
  void a_leaderless_partition_has_no_marks();
  void starts_before_now();
  void stops_when_asked();
  void the_demo_plays();
  void damaged_stories_are_refused_or_played();
};

namespace {
const FixedClock clock_at_2026;

std::string frame(const std::string& more, int polls = 10, int step = 10'000) {
  return R"({"schema": 1, "start": "2026-01-01T00:00:00Z", "cluster": "c", "seed": 7, "step_ms": )" +
         std::to_string(step) + R"(, "polls": )" + std::to_string(polls) + ", " + more + "}";
}
std::string one_series(const std::string& more) {
  return R"("series": [{"mark": "high", "topic": "t", "partition": 0, )" + more + "}]";
}

std::shared_ptr<const Snapshot> play(const std::string& json) {
  const auto story = parse_story(json, "s.json", clock_at_2026);
  if (!story) qFatal("%s", story.error().line().c_str());
  Recorder recorder;
  if (!play_story(*story, recorder, clock_at_2026)) qFatal("not played");
  return recorder.snapshot();
}

const Column& column(const Snapshot& snapshot, const std::string& signal, const std::string& object,
                     const std::string& cluster = "c") {
  const auto found = snapshot.find({ClusterName(cluster), Signal(signal), Object(object)});
  if (found.size() != 1) qFatal("%zu columns of %s %s", found.size(), signal.c_str(), object.c_str());
  return snapshot.columns[found.front()];
}

using Values = std::vector<std::int64_t>;
}  // namespace

void TestStory::refuses_data() {
  QTest::addColumn<std::string>("json");
  QTest::addColumn<std::string>("said");
  const auto row = [](const char* name, std::string json, std::string said) { QTest::newRow(name) << json << said; };
  row("unknown key", frame(R"("seriess": [])"), "s.json: $.seriess: unknown key \"seriess\"; did you mean \"series\"?");
  row("unknown inner key", frame(one_series(R"("rate": [[0, 1]])")), "s.json: $.series[0].rate: unknown key");
  row("poll outside", frame(one_series(R"("rates": [[10, 1]])")),
      "s.json: $.series[0].rates[0][0]: poll 10 is outside the story");
  row("negative poll", frame(one_series(R"("rates": [[0, 1], [-1, 1]])")),
      "$.series[0].rates[1][0]: poll -1 is negative");
  row("negative polls", frame("\"series\": []", -1), "s.json: $.polls: -1 is below 1");
  row("too many values", frame(one_series(R"("values": [1, 2, 3])"), 2),
      "$.series[0].values[2]: poll 2 is outside the story");
  row("twice",
      frame(
          R"("series": [{"mark": "high", "topic": "t", "partition": 0}, {"mark": "high", "topic": "t", "partition": 0}])"),
      "s.json: $.series[1]: this series is there twice");
  row("metric twice",
      frame(
          R"("metrics": [{"layer": "sink", "object": "table:t", "name": "x", "steps": []}, {"layer": "sink", "object": "table:t", "name": "x", "steps": []}])"),
      "s.json: $.metrics[1]: this series is there twice");
  row("circle",
      frame(
          R"("series": [{"mark": "high", "topic": "t", "partition": 0, "follow": "stable"}, {"mark": "stable", "topic": "t", "partition": 0, "follow": "high"}])"),
      "s.json: $.series[0].follow: the series follows itself in a circle");
  row("self", frame(one_series(R"("follow": "high")")), "$.series[0].follow: the series follows itself");
  row("nobody", frame(one_series(R"("follow": "group:g")")), "$.series[0].follow: no series \"group:g\"");
  row("from after to", frame(R"("gaps": [[5, 3, "collector-off"]])"), "s.json: $.gaps[0][0]: from 5 is after to 3");
  row("broker from after to", frame(R"("brokers": [{"id": 1, "from": 3, "to": 2}])"),
      "$.brokers[0].from: from 3 is after to 2");
  row("member from after to", frame(R"("members": [{"group": "g", "member": "m", "from": 3, "to": 2}])"),
      "$.members[0].from: from 3 is after");
  row("range from after to",
      frame(R"("commits": [{"table": "x", "poll": 1, "snapshot_id": 1, "ranges": [["t", 0, 9, 5]]}])"),
      "$.commits[0].ranges[0][2]: from 9 is after to 5");
  row("gap outside", frame(R"("gaps": [[5, 11, "x"]])"), "$.gaps[0][1]: poll 11 is outside the story");
  row("event outside", frame(R"("events": [{"poll": 10, "layer": "user", "object": "group:g", "kind": "note"}])"),
      "$.events[0].poll: poll 10");
  row("no group", frame(R"("series": [{"mark": "group", "topic": "t", "partition": 0}])"),
      "$.series[0].group: missing");
  row("wrong state", frame(R"("states": [{"object": "group:g", "poll": 0, "state": "Stabel"}])"),
      "did you mean \"Stable\"?");
  row("wrong schema", R"({"schema": 2, "start": "now", "step_ms": 1, "polls": 1})",
      "s.json: $.schema: schema 2 is not known");
  row("wrong time", R"({"schema": 1, "start": "soon", "step_ms": 1, "polls": 1})",
      "s.json: $.start: \"soon\" is no time");
  row("type", frame(one_series(R"("start": "1")")), "s.json: $.series[0].start: a whole number is wanted, not a text");
  row("syntax", "{\"schema\": 1,\n \"start\" 2}", "s.json: line 2, column");
  row("no object", "[]", "s.json: $: an object is wanted");
}

void TestStory::refuses() {
  QFETCH(std::string, json);
  QFETCH(std::string, said);
  const auto story = parse_story(json, "s.json", clock_at_2026);
  QVERIFY(!story);
  QCOMPARE(exit_status(story.error().code), 2);
  QVERIFY2(story.error().line().find(said) != std::string::npos, story.error().line().c_str());
}

void TestStory::accepts_what_the_contract_shows() {
  const auto s = play(frame(R"json(
  "series": [ { "mark": "high",  "topic": "orders", "partition": 0, "start": 1000000, "rates": [[0, 1000], [180, 3200]], "noise": "poisson" },
              { "mark": "group", "topic": "orders", "partition": 0, "group": "sink", "follow": "high", "delay_polls": 1, "rates": [[200, 0]] },
              { "mark": "table", "topic": "orders", "partition": 0, "table": "lake.orders", "values": [1000000, 1000000, 1020000, null] } ],
  "metrics": [ { "layer": "sink", "object": "table:lake.orders", "name": "put_latency_ms", "steps": [[0, 20], [150, 1800]], "noise": 0.1 } ],
  "topics":  [ { "topic": "orders", "cleanup": "delete", "retention_ms": 604800000, "timestamp_type": "create", "transactional": false, "control": false, "dead_letter_of": null } ],
  "tables":  [ { "table": "lake.orders", "format": "iceberg", "writer": "iceberg-connect", "adapter": "a", "group": "sink", "interval_ms": 60000, "timeout_ms": 30000, "control_topic": "control-iceberg" } ],
  "members": [ { "group": "sink", "member": "m1", "client_id": "c1", "host": "h1", "partitions": [["orders", 0]], "from": 0 } ],
  "states":  [ { "object": "group:sink", "poll": 0, "state": "Stable" }, { "object": "task:orders-sink/0", "poll": 205, "state": "FAILED", "detail": "trace" } ],
  "brokers": [ { "id": 2, "from": 0, "to": 150 } ],  "isr": [ ["orders", 0, 150, 1, [1, 3]] ],
  "probes":  [ { "object": "catalog:lake", "steps": [[0, "ok"], [150, "timeout"]] } ],
  "events":  [ { "poll": 150, "layer": "broker", "object": "broker:2", "kind": "broker-gone", "text": "gone" } ],
  "commits": [ { "table": "lake.orders", "poll": 6, "snapshot_id": 1, "parent_id": null, "operation": "append", "commit_id": "x", "added_records": 20000, "valid_through": null, "partial": false, "control": { "0": 9 }, "ranges": [["orders", 0, 1000000, 1020000]] } ],
  "replays": [ { "group": "sink", "topic": "orders", "poll": 90, "declared": true, "from": { "0": 1000000 }, "to": null, "approver": "k" } ],
  "profile": { "classes": [], "pipelines": [], "owners": {} },
  "gaps":    [ [300, 312, "collector-off"] ])json",
                            360));
  QCOMPARE(s->lanes.size(), 5u);  // offsets, tables, connectors, probes, metrics
  QCOMPARE(s->lanes[0].polls.size(), 348u);
  QCOMPARE(s->events.size(), 2u);
  QCOMPARE(column(*s, "put_latency_ms", "table:lake.orders", "c").spec.unit, std::string("ms"));
  QCOMPARE(*s->state_at(ClusterName("c"), Object("profile:story"), aspect::profile, s->to)->value,
           std::string(R"({"classes":[],"pipelines":[],"owners":{}})"));
  QCOMPARE(*s->state_at(ClusterName("c"), Object("broker:2"), aspect::state, s->to)->value, std::string("gone"));
}

void TestStory::sums_are_exact() {
  // 0.1 records a second, 1 ms steps: a record every 10,000 polls, and no drift after a million.
  const auto story = parse_story(
      frame(one_series(R"("start": 5, "rates": [[0, 0.1], [500000, 333.333333]])"), 1'000'000, 1), "", clock_at_2026);
  QVERIFY(story);
  const auto ends = story_ends(*story);
  // 5 + 500000 * 0.1 / 1000 + 499999 * 333.333333 / 1000 = 5 + 50 + 166666.3331…
  QCOMPARE(*ends.front().value, 166721);
  const auto s = play(frame(one_series(R"("rates": [[0, 0.15], [7, 1000]])")));
  QCOMPARE(column(*s, "high", "partition:t/0").values, (Values{0, 1, 3, 4, 6, 7, 9, 10, 10010, 20010}));
  const auto down = play(frame(one_series(R"("start": 10, "rates": [[2, -0.15]])"), 5));
  QCOMPARE(column(*down, "high", "partition:t/0").values, (Values{10, 10, 10, 8, 7}));
}

void TestStory::follows_with_a_delay_until_its_own_rates() {
  const auto s = play(frame(R"("series": [
    {"mark": "group", "topic": "t", "partition": 0, "group": "g", "follow": "stable", "delay_polls": 2, "rates": [[5, 0], [8, 1]]},
    {"mark": "stable", "topic": "t", "partition": 0, "follow": "high"},
    {"mark": "high", "topic": "t", "partition": 0, "start": 100, "rates": [[0, 10]]}])"));
  QCOMPARE(column(*s, "high", "partition:t/0").values, (Values{100, 200, 300, 400, 500, 600, 700, 800, 900, 1000}));
  QCOMPARE(column(*s, "stable", "partition:t/0").values, column(*s, "high", "partition:t/0").values);
  QCOMPARE(column(*s, "group:g", "partition:t/0").values, (Values{100, 100, 100, 200, 300, 400, 400, 400, 400, 410}));
}

void TestStory::values_and_what_is_left_open() {
  const auto s = play(frame(R"("series": [
    {"mark": "group", "topic": "t", "partition": 0, "group": "g", "values": [5, null, 7]},
    {"mark": "table", "topic": "t", "partition": 0, "table": "x", "values": [null, 9]}])",
                            4));
  const Column& group = column(*s, "group:g", "partition:t/0");
  QCOMPARE(*group.at(0), 5);
  QCOMPARE(group.at(1).reason(), Reason::no_commit);
  QCOMPARE(*group.at(2), 7);
  QCOMPARE(group.at(3).reason(), Reason::no_commit);
  QCOMPARE(column(*s, "table:x", "partition:t/0").at(0).reason(), Reason::never_polled);
}

void TestStory::noise_is_the_same_every_time() {
  const std::string json =
      frame(R"("series": [{"mark": "high", "topic": "t", "partition": 0, "rates": [[0, 50]], "noise": "poisson"},
    {"mark": "group", "topic": "t", "partition": 0, "group": "g", "follow": "high", "delay_polls": 1}])",
            50);
  const auto a = play(json);
  const auto b = play(json);
  const Values& high = column(*a, "high", "partition:t/0").values;
  QCOMPARE(high, column(*b, "high", "partition:t/0").values);
  const Values& group = column(*a, "group:g", "partition:t/0").values;
  QVERIFY(std::equal(high.begin(), high.end() - 1, group.begin() + 1));
  std::string other = json;
  other.replace(other.find("\"seed\": 7"), 9, "\"seed\": 8");
  QVERIFY(high != column(*play(other), "high", "partition:t/0").values);
}

void TestStory::noise_has_the_mean_it_should() {
  const auto s = play(frame(one_series(R"("rates": [[0, 3]], "noise": "poisson")"), 10'001));
  // The sum of 10,000 draws of mean 30 has a standard deviation of 548.
  QVERIFY(std::abs(column(*s, "high", "partition:t/0").values.back() - 300'000) < 5 * 548);
}

void TestStory::gaps_hold_nothing() {
  const auto s = play(frame(one_series(R"("rates": [[0, 1]])") + R"(, "gaps": [[3, 6, "suspended"]],
    "events": [{"poll": 4, "layer": "user", "object": "group:g", "kind": "note"}, {"poll": 6, "layer": "user", "object": "group:g", "kind": "note"}])"));
  QCOMPARE(column(*s, "high", "partition:t/0").values, (Values{0, 10, 20, 60, 70, 80, 90}));
  QCOMPARE(s->gaps.size(), 1u);
  QCOMPARE(s->gaps[0].gap.from, local_time(1'767'225'630'000));
  QCOMPARE(s->gaps[0].gap.to, local_time(1'767'225'660'000));
  QCOMPARE(s->gaps[0].gap.reason, Reason::collector_off);
  QCOMPARE(s->gaps[0].gap.detail, std::string("suspended"));
  QCOMPARE(s->events.size(), 1u);
  QCOMPARE(*s->events[0].event.lo, local_time(1'767'225'620'000));
}

void TestStory::a_gap_of_one_source_leaves_the_others() {
  const auto s = play(frame(
      one_series(R"("rates": [[0, 1]])") +
      R"(, "metrics": [{"layer": "sink", "object": "table:x", "name": "m", "steps": [[0, 1]]}], "gaps": [[3, 6, "unreachable", "metrics"]])"));
  QCOMPARE(column(*s, "high", "partition:t/0").values.size(), 10u);
  QCOMPARE(column(*s, "m", "table:x").values.size(), 7u);
  QCOMPARE(s->gaps[0].gap.reason, Reason::unreachable);
}

void TestStory::lanes_clusters_and_births() {
  const auto s = play(frame(R"("series": [
    {"mark": "high", "topic": "t", "partition": 0, "rates": [[0, 1]]},
    {"mark": "floor", "topic": "t", "partition": 0, "rates": [[0, 1]], "every": 4},
    {"mark": "high", "topic": "t", "partition": 1, "start": 5, "rates": [[0, 1]], "from": 6},
    {"mark": "high", "topic": "u", "partition": 0, "to": 3},
    {"mark": "high", "topic": "t", "partition": 0, "cluster": "d", "start": 9}])"));
  QCOMPARE(s->lanes.size(), 3u);
  QCOMPARE(s->lanes[1].interval, Millis(40'000));
  QCOMPARE(column(*s, "floor", "partition:t/0").values, (Values{0, 40, 80}));
  const Column& late = column(*s, "high", "partition:t/1");
  QCOMPARE(late.at(5).reason(), Reason::never_polled);
  QCOMPARE(*late.at(6), 5);
  QCOMPARE(*late.at(9), 35);
  const Column& gone = column(*s, "high", "partition:u/0");
  QCOMPARE(gone.at(3).reason(), Reason::deleted);
  QCOMPARE(gone.at(4).reason(), Reason::never_polled);
  QCOMPARE(column(*s, "high", "partition:t/0", "d").values.front(), 9);
  QCOMPARE(*s->state_at(ClusterName("c"), Object("topic:t"), aspect::partitions, local_time(1'767'225'650'000))->value,
           std::string("1"));
  QCOMPARE(*s->state_at(ClusterName("c"), Object("topic:t"), aspect::partitions, s->to)->value, std::string("2"));
  QVERIFY(!s->state_at(ClusterName("c"), Object("topic:u"), aspect::partitions, s->to));
  QCOMPARE(*s->state_at(ClusterName("d"), Object("cluster:d"), aspect::time_lookup, s->to)->value, std::string("no"));
}

void TestStory::table_mark_is_the_contiguous_end_of_commits() {
  const auto s = play(frame(R"("commits": [
    {"table": "x", "poll": 6, "snapshot_id": 3, "ranges": [["t", 0, 20, 30]]},
    {"table": "x", "poll": 2, "snapshot_id": 1, "ranges": [["t", 0, 0, 10]]},
    {"table": "x", "poll": 4, "snapshot_id": 2, "ranges": [["t", 0, 30, 40]]},
    {"table": "x", "poll": 8, "snapshot_id": 4, "ranges": [["t", 0, 10, 20]]}])"));
  const Column& table = column(*s, "table:x", "partition:t/0");
  QCOMPARE(table.at(1).reason(), Reason::never_polled);
  QCOMPARE(*table.at(2), 10);
  QCOMPARE(*table.at(4), 10);
  QCOMPARE(*table.at(7), 10);
  QCOMPARE(*table.at(8), 40);
  const auto both = play(frame(R"("series": [{"mark": "table", "topic": "t", "partition": 0, "table": "x", "start": 3}],
    "commits": [{"table": "x", "poll": 2, "snapshot_id": 1, "ranges": [["t", 0, 0, 10]]}])"));
  QCOMPARE(*column(*both, "table:x", "partition:t/0").at(9), 3);
}

void TestStory::commits_are_told_as_a_table_tells_them() {
  const auto s = play(frame(R"("tables": [{"table": "x", "adapter": "a"}], "commits": [
    {"table": "x", "poll": 2, "snapshot_id": 9223372036854775807, "operation": "append", "commit_id": "u",
     "added_records": 10, "valid_through": "2026-01-01T00:00:05Z", "control": {"1": 4, "0": 9},
     "ranges": [["t", 1, 5, 7], ["t", 0, 0, 10]]},
    {"table": "x", "poll": 4, "snapshot_id": 2, "parent_id": 9223372036854775807, "partial": true}])"));
  QCOMPARE(s->commits.size(), std::size_t(2));
  const SeenCommit& first = s->commits[0];
  QCOMPARE(first.seen_lo, std::optional(local_time(1'767'225'610'000)));
  QCOMPARE(first.seen_hi, local_time(1'767'225'620'000));
  const TableCommit wanted{
      .table = TableName("x"),
      .snapshot_id = "9223372036854775807",
      .parent_id = {},
      .committed = LakeTime(Millis(1'767'225'620'000)),
      .operation = "append",
      .commit_id = "u",
      .added_records = 10,
      .valid_through = LakeTime(Millis(1'767'225'605'000)),
      .evidence = Evidence::derived,
      .ranges = {{{TopicName("t"), PartitionId(0)}, 0, 10}, {{TopicName("t"), PartitionId(1)}, 5, 7}}};
  QVERIFY(first.commit == wanted);
  QCOMPARE(s->commits[1].commit.parent_id, std::optional<std::string>("9223372036854775807"));
  QVERIFY(s->commits[1].commit.partial);
  QCOMPARE(s->commits[1].commit.evidence, Evidence::unknown);
  const ClusterName c("c");
  QCOMPARE(*s->state_at(c, Object("table:x"), aspect::control_offsets, s->to)->value, std::string("0=9\n1=4"));
  QCOMPARE(*s->state_at(c, Object("table:x"), aspect::snapshot, s->to)->value, std::string("2"));
}

void TestStory::states_hold_and_members_leave() {
  const auto s = play(frame(R"("members": [
      {"group": "g", "member": "m1", "client_id": "c1", "host": "h1", "partitions": [["t", 1], ["t", 0]], "from": 0, "to": 4},
      {"group": "g", "member": "m2", "client_id": "c2", "host": "h2", "partitions": [["t", 0]], "from": 4}],
    "states": [{"object": "group:g", "poll": 0, "state": "Stable"}, {"object": "group:g", "poll": 3, "state": "PreparingRebalance"}])"));
  const ClusterName c("c");
  const auto at = [&](int poll) { return local_time(1'767'225'600'000 + poll * 10'000); };
  QCOMPARE(*s->state_at(c, Object("group:g"), aspect::members, at(3))->value, std::string("m1"));
  QCOMPARE(*s->state_at(c, Object("group:g"), aspect::members, at(4))->value, std::string("m2"));
  QCOMPARE(*s->state_at(c, Object("member:g/m1"), aspect::partitions, at(0))->value, std::string("t/0\nt/1"));
  QVERIFY(!s->state_at(c, Object("member:g/m1"), aspect::partitions, at(4)));
  const StateSpan* state = s->state_at(c, Object("group:g"), aspect::state, at(9));
  QCOMPARE(*state->value, std::string("PreparingRebalance"));
  QCOMPARE(*state->from_lo, at(2));
  QCOMPARE(state->from_hi, at(3));
}

void TestStory::metrics_hold_and_keep_their_decimals() {
  const auto s = play(frame(
      R"("metrics": [{"layer": "broker", "object": "broker:1", "name": "cpu", "steps": [[2, 0.25], [4, null], [6, 0.5]]}])"));
  const Column& cpu = column(*s, "cpu", "broker:1");
  QCOMPARE(cpu.spec.scale10, 2);
  QCOMPARE(cpu.at(1).reason(), Reason::never_polled);
  QCOMPARE(*cpu.at(3), 25);
  QVERIFY(!cpu.at(5));
  QCOMPARE(*cpu.at(9), 50);
  QCOMPARE(s->sources[s->lanes[cpu.lane].source].spec.name, std::string("broker"));
}

void TestStory::a_leaderless_partition_has_no_marks() {
  const auto s = play(frame(
      R"("series": [{"mark": "high", "topic": "t", "partition": 0, "start": 7}, {"mark": "group", "topic": "t", "partition": 0, "group": "g", "start": 3}],
    "isr": [["t", 0, 5, null, []]])"));
  QCOMPARE(*column(*s, "high", "partition:t/0").at(4), 7);
  QCOMPARE(column(*s, "high", "partition:t/0").at(5).reason(), Reason::leaderless);
  QCOMPARE(*column(*s, "group:g", "partition:t/0").at(5), 3);
}

void TestStory::starts_before_now() {
  const auto story =
      parse_story(R"({"schema": 1, "start": "now-24h", "step_ms": 10000, "polls": 3})", "", clock_at_2026);
  QCOMPARE(story->start, clock_at_2026.now() - std::chrono::hours(24));
}

void TestStory::stops_when_asked() {
  const auto story = parse_story(frame(one_series(R"("rates": [[0, 1]])"), 1000), "", clock_at_2026);
  Recorder recorder;
  std::stop_source stop;
  story::StoryOptions options{stop.get_token(), [&](std::int64_t done, std::int64_t total) {
                                if (done * 2 >= total) stop.request_stop();
                              }};
  const auto result = play_story(*story, recorder, clock_at_2026, options);
  QVERIFY(!result);
  QCOMPARE(result.error().code, ErrorCode::cancelled);
  QCOMPARE(recorder.polls().size(), 500u);
}

void TestStory::the_demo_plays() {
  QFile file(TIDEMARK_SOURCE_DIR "/resources/presets/demo-story.json");
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto story = parse_story(file.readAll().toStdString(), "demo-story.json", clock_at_2026);
  QVERIFY2(story, story ? "" : story.error().line().c_str());
  for (const auto& end : story_ends(*story)) QVERIFY(end.value.known());
}

// Letters and pieces of a story, changed and moved: each is refused with one line, or plays.
void TestStory::damaged_stories_are_refused_or_played() {
  const std::string sound = frame(
      R"("series": [{"mark": "high", "topic": "t", "partition": 0, "start": 5, "rates": [[0, 1], [4, -2.5]], "noise": "poisson"},
    {"mark": "group", "topic": "t", "partition": 0, "group": "g", "follow": "high", "delay_polls": 2}],
    "metrics": [{"layer": "sink", "object": "table:x", "name": "m", "steps": [[0, 1.5], [3, null]], "noise": 0.1}],
    "members": [{"group": "g", "member": "m1", "partitions": [["t", 0]], "from": 1, "to": 4}],
    "commits": [{"table": "x", "poll": 2, "snapshot_id": 1, "ranges": [["t", 0, 0, 10]]}], "gaps": [[3, 6, "suspended"]])");
  std::mt19937_64 random(7);
  int refused = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string text = sound;
    for (std::uint64_t n = random() % 3 + 1; n-- > 0;) {
      const std::size_t at = random() % text.size();
      switch (random() % 4) {
        case 0:
          text[at] = static_cast<char>(random());
          break;
        case 1:
          text.erase(at, random() % 12);
          break;
        case 2:
          text.insert(at, text.substr(random() % text.size(), random() % 20));
          break;
        default:
          text.insert(at, 1, "0123456789-.,[]{}\"n"[random() % 20]);
      }
    }
    const auto story = parse_story(text, "s.json", clock_at_2026);
    if (!story) {
      ++refused;
      QVERIFY(story.error().line().find('\n') == std::string::npos);
      QCOMPARE(exit_status(story.error().code), 2);
    } else if (story->polls <= 1000 && story->series.size() < 100) {
      Recorder recorder;
      QVERIFY(play_story(*story, recorder, clock_at_2026));
    }
  }
  QVERIFY(refused > 1000);
}

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
