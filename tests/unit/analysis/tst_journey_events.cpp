// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/alarms.h"
#include "models/analysis/events.h"
#include "models/analysis/journey.h"
#include "models/analysis/sources.h"
#include "models/analysis/state_changes.h"
#include "models/domain/passed_on.h"
#include "models/domain/sink_states.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestJourneyEvents final : public QObject {
  Q_OBJECT
 private slots:
  void journey_by_offset();
  void journey_by_time();
  void journey_that_has_not_ended();
  void journey_keys_cover_every_stage();
  void journey_into_a_table();
  void journey_of_a_deletion();
  void state_changes_become_events();
  void members_that_nobody_tells_have_not_left();
  void brokers_and_in_sync_replicas();
  void topics_come_change_and_go();
  void what_a_story_says_is_not_said_twice();
  void rewinds();
  void skips();
  void a_burst_that_is_read_at_once_is_no_skip();
  void events_outside_the_window_or_scope();
  void an_interval_that_changed_is_no_silence();
  void a_sound_source();
  void a_source_in_trouble();
  void a_source_with_one_dead_lane_is_partial();
  void a_silent_source();
  void a_store_that_is_told_is_no_coverage();
  void coverage_counts_gaps();
};

namespace {
std::string series(std::initializer_list<std::string> list) {
  std::string out = "\"series\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}
const std::string pipeline = series({mark("high", "t", 0, R"("start": 1000, "rates": [[0, 100]])"),
                                     mark("stable", "t", 0, R"("follow": "high", "delay_polls": 1)"),
                                     group("slow", "t", 0, R"("follow": "high", "delay_polls": 6)"),
                                     group("fast", "t", 0, R"("follow": "high", "delay_polls": 2)")});
JourneyRequest request_of(const std::string& topic = "t") {
  return {ClusterName("c"), {TopicName(topic), PartitionId(0)}, {}, {}};
}

std::string kinds(const std::vector<EventRow>& rows) {
  std::string out;
  for (const EventRow& row : rows) out += (out.empty() ? "" : " ") + row.kind;
  return out;
}
std::vector<EventRow> all_events(const Snapshot& s) { return event_rows(s, s.from - Millis(1), s.to); }
}  // namespace

void TestJourneyEvents::journey_by_offset() {
  const auto s = told(60, pipeline);
  // Offset 21499 is the 20500th record: at 100 a second it came 205 s after the start, just at the middle of a step.
  const JourneyRow row = journey_row(*s, request_of(), Offset(21'499));
  const std::int64_t after[] = {205'000, 215'000, 225'000, 265'000};
  const char* const ref[] = {"", "", "fast", "slow"};
  QCOMPARE(row.stages.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    QCOMPARE(*row.stages[i].at, poll_time(0) + Millis(after[i]));
    QCOMPARE(*row.stages[i].error, Millis(10'000));
    QCOMPARE(row.stages[i].evidence, Evidence::exact);
    QCOMPARE(row.stages[i].ref, std::string(ref[i]));
  }
  QCOMPARE(row.stages[2].stage, Stage::group);
}

void TestJourneyEvents::journey_by_time() {
  const auto s = told(60, pipeline);
  JourneyRequest request = request_of();
  request.time = poll_time(10);
  QCOMPARE(journey_offset(*s, request)->value(), 11'000);
  request.time = poll_time(10) + Millis(2'500);
  QCOMPARE(journey_offset(*s, request)->value(), 11'250);
  const JourneyRow row = journey_row(*s, request, *journey_offset(*s, request));
  QCOMPARE(*row.stages[0].at, *request.time + Millis(10));  // the first record after that time
  request.time = poll_time(-1);
  QCOMPARE(journey_offset(*s, request).reason(), Reason::no_history);
  request.time = poll_time(60);
  QCOMPARE(journey_offset(*s, request).reason(), Reason::no_history);
}

void TestJourneyEvents::journey_that_has_not_ended() {
  const auto s = told(60, pipeline);
  const JourneyRow row = journey_row(*s, request_of(), Offset(1000 + 58'500));
  QCOMPARE(*row.stages[0].at, poll_time(58) + Millis(5'010));
  QCOMPARE(row.stages[1].at.reason(), Reason::not_applicable);  // not yet
  QCOMPARE(row.stages[3].error.reason(), Reason::not_applicable);
  QCOMPARE(row.stages[3].evidence, Evidence::unknown);
  QCOMPARE(journey_row(*s, request_of(), Offset(5)).stages[0].at.reason(), Reason::no_history);
}

void TestJourneyEvents::journey_keys_cover_every_stage() {
  const auto s = told(5, pipeline);
  const auto keys = journey_keys(*s, request_of(), Offset(7));
  QCOMPARE(keys.size(), 4u);
  QCOMPARE(keys[3].series.signal.value(), std::string("group:slow"));
  Snapshot given = *s;
  given.crossings.emplace(keys[0], Crossing{poll_time(-100), poll_time(-98), poll_time(-99)});
  given.index();
  const JourneyRow row = journey_row(given, request_of(), Offset(7));
  QCOMPARE(*row.stages[0].at, poll_time(-99));
  QCOMPARE(*row.stages[0].error, Millis(20'000));
}

void TestJourneyEvents::journey_into_a_table() {
  const auto s = told(60, pipeline + R"(, "tables": [{"table": "l.t", "adapter": "a", "group": "fast"}],
    "commits": [{"table": "l.t", "poll": 20, "snapshot_id": 7, "operation": "append", "ranges": [["t", 0, 1000, 9000]]},
                {"table": "l.t", "poll": 40, "snapshot_id": 8, "operation": "append", "ranges": [["t", 0, 9000, 30000]]}])");
  const JourneyRow row = journey_row(*s, request_of(), Offset(21'499));
  QCOMPARE(row.stages.size(), 6u);
  for (const std::size_t i : {4u, 5u}) {
    QCOMPARE(*row.stages[i].at, poll_time(40));
    QCOMPARE(*row.stages[i].error, Millis(10'000));
    QCOMPARE(row.stages[i].evidence, Evidence::derived);
    QCOMPARE(row.stages[i].ref, std::string("l.t snapshot 8"));
  }
  QCOMPARE(row.stages[4].stage, Stage::table);
  QCOMPARE(row.stages[5].stage, Stage::queryable);
  const JourneyRow waits = journey_row(*s, request_of(), Offset(30'000));
  QCOMPARE(waits.stages[4].at.reason(), Reason::not_applicable);
  QCOMPARE(waits.stages[4].ref, std::string("l.t"));
  QCOMPARE(journey_keys(*s, request_of(), Offset(7)).back().series.signal.value(), std::string("table:l.t"));
}

void TestJourneyEvents::journey_of_a_deletion() {
  Snapshot snapshot = *told(60, pipeline);
  std::size_t source = 0;
  while (snapshot.sources[source].spec.cluster != ClusterName("c")) ++source;
  const auto add = [&](const char* sink, const char* key, std::optional<int> from_lo, int from_hi,
                       std::optional<int> to, const char* value) {
    const auto at = [](std::optional<int> poll) { return poll ? std::optional(poll_time(*poll)) : std::nullopt; };
    snapshot.states.push_back({source, Object(sink), std::string(aspect::deleted_prefix) + key, at(from_lo),
                               poll_time(from_hi), at(to), std::string(value), ""});
  };
  add("sink:a", "k", {}, 1, 30, "found");
  add("sink:a", "k", 29, 30, {}, "absent");
  add("sink:b", "k", {}, 1, {}, "found");
  add("sink:c", "k", {}, 25, {}, "absent");
  add("sink:d", "k", 2, 3, {}, "absent");
  add("sink:a", "other", 29, 30, {}, "absent");
  snapshot.index();
  JourneyRequest request = request_of();
  request.record = {poll_time(20)};
  QCOMPARE(journey_row(snapshot, request, Offset(21'499)).stages.size(), 4u);
  request.deletes = "k";
  const JourneyRow row = journey_row(snapshot, request, Offset(21'499));
  std::map<std::string, JourneyStage> applied;
  for (std::size_t i = 4; i < row.stages.size(); ++i) applied[row.stages[i].ref] = row.stages[i];
  QCOMPARE(applied.size(), 4u);
  const JourneyStage& gone = applied.at("sink:a absent");
  QVERIFY(gone.stage == Stage::queryable && gone.evidence == Evidence::exact);
  QCOMPARE(*gone.at, poll_time(30));
  QCOMPARE(*gone.error, poll_time(30) - poll_time(29));
  QCOMPARE(applied.at("sink:b found").at.reason(), Reason::not_applicable);  // not yet
  QCOMPARE(applied.at("sink:c absent").at.reason(), Reason::no_history);     // when it was first asked
  QCOMPARE(applied.at("sink:d absent before it was deleted").at.reason(), Reason::not_applicable);
}

void TestJourneyEvents::state_changes_become_events() {
  const auto s = told(
      40,
      R"("states": [{"object": "group:g", "poll": 0, "state": "Stable"}, {"object": "group:g", "poll": 7, "state": "PreparingRebalance"},
      {"object": "task:x/0", "poll": 0, "state": "RUNNING"}, {"object": "task:x/0", "poll": 9, "state": "FAILED", "detail": "line one\nline two"}],
    "members": [{"group": "g", "member": "m1", "from": 0, "to": 8}, {"group": "g", "member": "m2", "from": 0}])");
  const auto rows = all_events(*s);
  QCOMPARE(kinds(rows), std::string("group-state members-changed task-state"));
  QCOMPARE(rows[0].at, poll_time(7));
  QCOMPARE(*rows[0].at_lo, poll_time(6));
  QCOMPARE(rows[0].text, std::string("Stable → PreparingRebalance"));
  QCOMPARE(rows[0].layer, std::string("group"));
  QCOMPARE(rows[1].text, std::string("2 → 1 members; left: m1"));
  QCOMPARE(rows[2].text, std::string("RUNNING → FAILED: line one"));
  QCOMPARE(rows[2].severity, std::string("error"));
}

void TestJourneyEvents::members_that_nobody_tells_have_not_left() {
  StateSpan two;
  two.object = Object("group:g");
  two.aspect = aspect::members;
  two.value = "m1\nm2";
  StateSpan none = two;
  none.value.reset();
  QVERIFY(changes_between(&two, none).empty());
  QCOMPARE(changes_between(nullptr, two).front().text, std::string("2 members"));
  QCOMPARE(changes_between(&none, two).front().text, std::string("2 members"));
  StateSpan empty = two;
  empty.value = "";
  QCOMPARE(changes_between(&two, empty).front().text, std::string("2 → 0 members; left: m1, m2"));
}

void TestJourneyEvents::brokers_and_in_sync_replicas() {
  const auto s = told(40, R"("brokers": [{"id": 2, "from": 0, "to": 10}, {"id": 2, "from": 20}, {"id": 3, "from": 5}],
    "isr": [["t", 0, 0, 2, [1, 2, 3]], ["t", 0, 10, 1, [1, 3]], ["t", 0, 22, 1, [1, 2, 3]], ["t", 0, 30, null, []]])");
  const auto rows = all_events(*s);
  QCOMPARE(
      kinds(rows),
      std::string("broker-back broker-gone isr-shrink leader-change broker-back isr-expand isr-shrink leader-change"));
  QCOMPARE(rows[1].object.value(), std::string("broker:2"));
  QCOMPARE(rows[1].severity, std::string("error"));
  QCOMPARE(rows[2].text, std::string("out of sync: broker 2"));
  QCOMPARE(rows[3].text, std::string("leader 2 → 1"));
  QCOMPARE(rows[7].text, std::string("leader 1 → none"));
}

void TestJourneyEvents::topics_come_change_and_go() {
  const auto s = told(40, series({mark("high", "old", 0, R"("start": 1)"), mark("high", "new", 0, R"("from": 10)"),
                                  mark("high", "new", 1, R"("from": 20)"), mark("high", "gone", 0, R"("to": 30)")}));
  const auto rows = all_events(*s);
  QCOMPARE(kinds(rows), std::string("topic-created partitions-changed topic-deleted"));
  QCOMPARE(rows[0].object.value(), std::string("topic:new"));
  QCOMPARE(rows[1].text, std::string("partitions 1 → 2"));
  QCOMPARE(rows[2].at, poll_time(30));
}

void TestJourneyEvents::what_a_story_says_is_not_said_twice() {
  const auto s = told(40, R"("brokers": [{"id": 2, "from": 0, "to": 10}],
    "events": [{"poll": 10, "layer": "broker", "object": "broker:2", "kind": "broker-gone", "text": "power cut"},
               {"poll": 12, "layer": "user", "object": "group:g", "kind": "deployment", "text": "2.4"}])");
  const auto rows = all_events(*s);
  QCOMPARE(kinds(rows), std::string("broker-gone deployment"));
  QCOMPARE(rows[0].text, std::string("power cut"));
}

void TestJourneyEvents::rewinds() {
  const auto s = told(20, series({mark("high", "t", 0, R"("start": 1000)"),
                                  group("g", "t", 0, R"("values": [500, 600, null, 450, 460, 470])")}));
  const auto rows = all_events(*s);
  QCOMPARE(kinds(rows), std::string("rewind"));
  QCOMPARE(rows[0].at, poll_time(3));
  QCOMPARE(*rows[0].at_lo, poll_time(1));
  QCOMPARE(rows[0].text, std::string("t/0: 600 → 450"));
  QCOMPARE(rows[0].object.value(), std::string("group:g"));
}

void TestJourneyEvents::skips() {
  std::string read = "[";
  for (int n = 0; n < 60; ++n)
    read += std::to_string(n < 50 ? n * 10 : 600'000 + (n - 50) * 10'000) + (n < 59 ? ", " : "]");
  const auto s = told(60, series({mark("high", "t", 0, R"("start": 100000, "rates": [[0, 1000]])"),
                                  group("g", "t", 0, "\"values\": " + read)}));
  QCOMPARE(kinds(all_events(*s)), std::string("skip"));
  QCOMPARE(all_events(*s)[0].text, std::string("t/0: 490 → 600000"));
  const auto empty =
      told(20, series({mark("high", "t", 0, R"("start": 1000)"), group("g", "t", 0, R"("values": [5, 5, 5, 9, 9])")}) +
                   R"(, "states": [{"object": "group:g", "poll": 0, "state": "Empty"}])");
  QCOMPARE(kinds(all_events(*empty)), std::string("skip"));
  // It had members while nobody asked: they read what it advanced.
  const auto between = told(
      20, series({mark("high", "t", 0, R"("start": 1000)"), group("g", "t", 0, R"("values": [5, 5, null, null, 9])")}) +
              R"(, "states": [{"object": "group:g", "poll": 0, "state": "Empty"},
                              {"object": "group:g", "poll": 2, "state": "Stable"},
                              {"object": "group:g", "poll": 4, "state": "Empty"}])");
  QVERIFY(!kinds(all_events(*between)).contains("skip"));
}

void TestJourneyEvents::a_burst_that_is_read_at_once_is_no_skip() {
  const auto s = told(100, series({mark("high", "t", 0, R"("rates": [[0, 1], [70, 5000], [71, 1]])"),
                                   group("g", "t", 0, R"("follow": "high")")}));
  QCOMPARE(kinds(all_events(*s)), std::string());
}

void TestJourneyEvents::events_outside_the_window_or_scope() {
  const auto s = told(
      40,
      R"("states": [{"object": "group:g", "poll": 0, "state": "Stable"}, {"object": "group:g", "poll": 7, "state": "Empty"},
      {"object": "group:h", "poll": 0, "state": "Stable"}, {"object": "group:h", "poll": 9, "state": "Empty"}])");
  QCOMPARE(event_rows(*s, poll_time(7), poll_time(9)).size(), 1u);  // (from, to]
  QCOMPARE(event_rows(*s, poll_time(6), poll_time(8)).size(), 1u);
  Filter filter;
  filter.group = {"h"};
  QCOMPARE(event_rows(*s, poll_time(0), poll_time(39), filter).size(), 1u);
  filter.group.clear();
  filter.topic = {"t"};
  QVERIFY(event_rows(*s, poll_time(0), poll_time(39), filter).empty());
}

namespace {
Poll plain(LaneId lane, int n, int due, int answered) {
  Poll poll{.lane = lane, .wall = poll_time(n), .due = due, .answered = answered};
  poll.took = Millis(40);
  poll.cost.requests = 6;
  return poll;
}
}  // namespace

// A slow source doubles its interval: what goes on in another lane is not missing, what nobody read is.
void TestJourneyEvents::an_interval_that_changed_is_no_silence() {
  Recorder recorder;
  const SourceSpec source{"kafka", "prod", ClusterName("prod")};
  const LaneId quick = recorder.lane({source, "offsets", Millis(10'000)});
  const LaneId slow = recorder.lane({source, "offsets", Millis(20'000)});
  for (int n = 0; n < 10; ++n) recorder.push(plain(quick, n, 5, 5));
  for (int n = 11; n < 30; n += 2) recorder.push(plain(slow, n, 5, 5));
  QCOMPARE(*source_rows(*recorder.snapshot(), poll_time(30)).at(0).coverage_24h, 1.0);
  for (int n = 49; n < 60; n += 2) recorder.push(plain(slow, n, 5, 5));
  const double coverage = *source_rows(*recorder.snapshot(), poll_time(60)).at(0).coverage_24h;
  QVERIFY2(coverage > 0.7 && coverage < 0.8, qPrintable(QString::number(coverage)));  // 26 of 35
}

void TestJourneyEvents::a_sound_source() {
  Recorder recorder;
  const LaneId lane = recorder.lane({{"kafka", "prod", ClusterName("prod")}, "offsets", Millis(10'000)});
  for (int n = 0; n < 10; ++n) recorder.push(plain(lane, n, 5, 5));
  const SourceRow row = source_rows(*recorder.snapshot(), poll_time(9)).at(0);
  QCOMPARE(row.kind, std::string("kafka"));
  QCOMPARE(row.name, std::string("prod"));
  QCOMPARE(row.state, std::string("ok"));
  QCOMPARE(*row.since, poll_time(0));
  QCOMPARE(*row.last_ok, poll_time(9));
  QCOMPARE(*row.coverage_24h, 1.0);
  QCOMPARE(*row.requests, 6);
  QCOMPARE(row.bytes.reason(), Reason::not_supported);
  QCOMPARE(*row.duration, Millis(40));
  QVERIFY(row.denied.empty());
  QCOMPARE(row.error.reason(), Reason::not_applicable);
}

void TestJourneyEvents::a_source_in_trouble() {
  Recorder recorder;
  const LaneId lane = recorder.lane({{"kafka", "prod", ClusterName("prod")}, "offsets", Millis(10'000)});
  for (int n = 0; n < 10; ++n) {
    Poll poll = plain(lane, n, 4, n < 6 ? 4 : 3);
    if (n >= 6) poll.errors.push_back({"broker:2", Reason::unreachable, "Connection refused", false});
    if (n >= 6) poll.errors.push_back({"group:secret", Reason::no_permission, "Group authorization failed", true});
    poll.cost.bytes_known = true;
    poll.cost.bytes = 900;
    poll.states.push_back({Object("source:prod"), std::string(aspect::limits), "cannot look up offsets by time", ""});
    recorder.push(poll);
  }
  const SourceRow row = source_rows(*recorder.snapshot(), poll_time(9)).at(0);
  QCOMPARE(row.state, std::string("partial"));
  QCOMPARE(*row.since, poll_time(6));
  QCOMPARE(*row.last_ok, poll_time(5));
  QCOMPARE(*row.coverage_24h, 36.0 / 40.0);
  QCOMPARE(*row.bytes, 900);
  QCOMPARE(row.denied, (std::vector<std::string>{"group:secret"}));
  QVERIFY(row.error->find("authorization") != std::string::npos);
  QCOMPARE(row.limits.size(), 1u);
}

void TestJourneyEvents::a_source_with_one_dead_lane_is_partial() {
  Recorder recorder;
  const LaneId offsets = recorder.lane({{"kafka", "prod", ClusterName("prod")}, "offsets", Millis(10'000)});
  const LaneId configs = recorder.lane({{"kafka", "prod", ClusterName("prod")}, "configs", Millis(10'000)});
  for (int n = 0; n < 3; ++n) recorder.push(plain(offsets, n, 4, 4));
  for (int n = 0; n < 3; ++n) recorder.push(plain(configs, n, 2, 0));
  QCOMPARE(source_rows(*recorder.snapshot(), poll_time(2)).at(0).state, std::string("partial"));
}

void TestJourneyEvents::a_silent_source() {
  Recorder recorder;
  const LaneId offsets = recorder.lane({{"kafka", "prod", ClusterName("prod")}, "offsets", Millis(10'000)});
  const LaneId fast = recorder.lane({{"kafka", "prod", ClusterName("prod")}, "fast", Millis(2'000)});
  for (int n = 0; n < 10; ++n) recorder.push(plain(offsets, n, 1, 1));
  recorder.push(plain(fast, 2, 1, 1));
  QCOMPARE(source_rows(*recorder.snapshot(), poll_time(9)).at(0).state, std::string("ok"));
  const SourceRow row = source_rows(*recorder.snapshot(), poll_time(20)).at(0);
  QCOMPARE(row.state, std::string("silent"));
  QCOMPARE(*row.last_ok, poll_time(9));
}

// It watches nothing: that it is out of reach takes nothing from what was seen, and freezes no alarm.
void TestJourneyEvents::a_store_that_is_told_is_no_coverage() {
  Recorder recorder;
  const LaneId offsets = recorder.lane({{"kafka", "prod", ClusterName("prod")}, "offsets", Millis(10'000)});
  const LaneId written = recorder.lane({{remote_write_kind, "store:9090", {}}, "written", Millis(10'000)});
  const Object self("source:store:9090");
  const SeriesId behind = recorder.series(written, {signal::remote_behind, self, "ms", 0});
  const SeriesId sent = recorder.series(written, {signal::remote_sent, self, "samples", 0});
  const SeriesId dropped = recorder.series(written, {signal::remote_dropped, self, "samples", 0});
  for (int n = 0; n < 60; ++n) {
    recorder.push(plain(offsets, n, 5, 5));
    Poll poll = plain(written, n, 2, 0);
    poll.samples = {
        {behind, std::int64_t{n} * 10'000, Reason::none}, {sent, 7, Reason::none}, {dropped, 2, Reason::none}};
    poll.errors.push_back({"receiver", Reason::unreachable, "refused", false});
    recorder.push(poll);
  }
  const auto snapshot = recorder.snapshot();
  const auto rows = source_rows(*snapshot, poll_time(59));
  QCOMPARE(rows.at(0).kind, std::string(remote_write_kind));
  QCOMPARE(rows.at(0).state, std::string("unreachable"));
  QCOMPARE(rows.at(0).behind, Known<Millis>(Millis(590'000)));
  QCOMPARE(rows.at(0).sent, Known<std::int64_t>(7));
  QCOMPARE(rows.at(0).dropped, Known<std::int64_t>(2));
  QCOMPARE(rows.at(1).sent.reason(), Reason::not_applicable);
  QCOMPARE(sources_document(*snapshot, poll_time(59)).coverage, Known<double>(1.0));
  for (const auto& [cluster, sight] : sights_of(*snapshot, poll_time(59))) QVERIFY(sight.all && sight.log);
}

void TestJourneyEvents::coverage_counts_gaps() {
  const auto s = told(100, R"("gaps": [[10, 30, "suspended"]])");
  QCOMPARE(*source_rows(*s, s->to).at(0).coverage_24h, 0.8);
  QCOMPARE(*sources_document(*s, s->to).coverage, 0.8);
}

QTEST_GUILESS_MAIN(TestJourneyEvents)
#include "tst_journey_events.moc"
