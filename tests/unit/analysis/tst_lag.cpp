// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values come from the stories' own arithmetic: a mark of rate r has r * 10 more offsets at each poll.
#include <QTest>
#include <random>

#include "models/analysis/lag.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestLag final : public QObject {
  Q_OBJECT
 private slots:
  void steady_consumer();
  void drained_is_current();
  void older_than_the_story_is_unknown();
  void history_across_a_gap_says_its_error();
  void age_from_look_ups_is_brought_forward();
  void reasons_data();
  void reasons();
  void committed_beyond_high_is_ambiguous();
  void never_negative_for_any_interleaving();
  void a_shift_of_all_offsets_changes_nothing_else();
  void a_shift_of_time_changes_nothing_else();
  void rates_restart_after_a_fall();
  void open_transaction();
  void last_marker_of_a_transactional_topic();
  void unread_without_a_stable_mark();
  void headroom_is_the_smaller_of_both();
  void headroom_where_it_does_not_apply();
  void owners_and_members();
  void new_protocol_groups_are_never_dead();
  void new_protocol_groups_that_are_empty();
  void rows_of_assigned_partitions_and_of_deleted_topics();
  void worst_first_and_filters();
  void silence_is_collector_off();
  void the_document_has_the_columns_of_the_contract();
};

namespace {
LagRow only_row(const Snapshot& snapshot, LocalTime at, const Filter& filter = {}) {
  const auto rows = lag_rows(snapshot, at, filter);
  if (rows.size() != 1) qFatal("%zu rows", rows.size());
  return rows.front();
}
LagRow at_end(const Snapshot& snapshot) { return only_row(snapshot, snapshot.to); }
std::string series(std::initializer_list<std::string> list) {
  std::string out = "\"series\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}
}  // namespace

void TestLag::steady_consumer() {
  const auto s = told(
      60,
      series({mark("floor", "t", 0, R"("start": 500)"), mark("high", "t", 0, R"("start": 1000, "rates": [[0, 100]])"),
              mark("stable", "t", 0, R"("follow": "high")"),
              group("g", "t", 0, R"("follow": "high", "delay_polls": 3)")}) +
          R"(, "members": [{"group": "g", "member": "m", "client_id": "c1", "host": "h1", "partitions": [["t", 0]]}],
                                  "states": [{"object": "group:g", "poll": 0, "state": "Stable"}])");
  const LagRow row = at_end(*s);
  QCOMPARE(*row.floor, 500);
  QCOMPARE(*row.high, 1000 + 59 * 1000);
  QCOMPARE(*row.stable, *row.high);
  QCOMPARE(*row.committed, 1000 + 56 * 1000);
  QCOMPARE(*row.lag, 3000);
  QCOMPARE(*row.unread_records, 3000);
  QCOMPARE(row.residue.reason(), Reason::not_probed);
  // The record at the group's offset was the first after poll 56: 10 ms after it at 100 a second.
  QCOMPARE(*row.age, Millis(30'000 - 10));
  QCOMPARE(*row.age_error, Millis(10'000));
  QCOMPARE(*row.age_method, AgeMethod::history);
  QCOMPARE(*row.produce_rate, 100.0);
  QCOMPARE(*row.consume_rate, 100.0);
  QCOMPARE(*row.member, std::string("m"));
  QCOMPARE(*row.client_id, std::string("c1"));
  QCOMPARE(*row.host, std::string("h1"));
  QCOMPARE(*row.group_state, std::string("Stable"));
  QCOMPARE(*row.verdict, Verdict::ok);
  QCOMPARE(*row.sampled_at, s->to);
}

void TestLag::drained_is_current() {
  const auto s = told(30, series({mark("high", "t", 0, R"("rates": [[0, 5], [10, 0]])"),
                                  group("g", "t", 0, R"("follow": "high", "delay_polls": 1)")}));
  const LagRow row = only_row(*s, s->to + Millis(7'000));
  QCOMPARE(*row.lag, 0);
  QCOMPARE(*row.unread_records, 0);
  QCOMPARE(*row.age, Millis(0));
  QCOMPARE(*row.age_error, Millis(7'000));
  QCOMPARE(*row.age_method, AgeMethod::none);
  QCOMPARE(*row.residue, Residue::none);
  QCOMPARE(*row.verdict, Verdict::ok);
  QCOMPARE(row.headroom.reason(), Reason::not_applicable);
}

void TestLag::older_than_the_story_is_unknown() {
  const auto s = told(
      30, series({mark("high", "t", 0, R"("start": 1000, "rates": [[0, 5]])"), group("g", "t", 0, R"("start": 999)")}));
  const LagRow row = at_end(*s);
  QCOMPARE(*row.lag, 1 + 29 * 50);
  QCOMPARE(row.age.reason(), Reason::no_history);
  QCOMPARE(row.age_error.reason(), Reason::no_history);
  QCOMPARE(row.age_method.reason(), Reason::no_history);
}

void TestLag::history_across_a_gap_says_its_error() {
  const auto s =
      told(60, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("start": 250)")}) +
                   R"(, "gaps": [[20, 40, "collector-off"]])");
  const LagRow row = at_end(*s);
  // Offset 250 came 2.51 s into the 26th step; the polls around it are 19 and 40.
  QCOMPARE(*row.age_error, Millis(210'000));
  QVERIFY(std::abs(row.age->count() - (590'000 - 251'000)) <= 210'000);
  QCOMPARE(*row.age, Millis(590'000 - 251'000));  // a straight line is the truth here
}

void TestLag::age_from_look_ups_is_brought_forward() {
  Recorder recorder;
  const LaneId lane = recorder.lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(10'000)});
  const Object object("partition:t/0");
  const SeriesId high = recorder.series(lane, {signal::high, object, "records", 0});
  const SeriesId committed = recorder.series(lane, {Signal("group:g"), object, "records", 0});
  const SeriesId age = recorder.series(lane, {Signal("age:g"), object, "ms", 0});
  const SeriesId error = recorder.series(lane, {Signal("age_error:g"), object, "ms", 0});
  Poll poll{.lane = lane, .wall = poll_time(0), .due = 1, .answered = 1};
  poll.samples = {{high, 100}, {committed, 50}, {age, 86'400'000}, {error, 90}};
  recorder.push(poll);
  const LagRow row = only_row(*recorder.snapshot(), poll_time(0) + Millis(4'000));
  QCOMPARE(*row.age, Millis(86'404'000));
  QCOMPARE(*row.age_error, Millis(90));
  QCOMPARE(*row.age_method, AgeMethod::bisect);
  QCOMPARE(row.verdict.reason(), Reason::no_history);
  QCOMPARE(row.produce_rate.reason(), Reason::no_history);
}

void TestLag::reasons_data() {
  QTest::addColumn<int>("high");
  QTest::addColumn<int>("committed");
  QTest::addColumn<int>("lag");
  QTest::addColumn<int>("age");
  const auto row = [](const char* name, Reason high, Reason committed, Reason lag) {
    QTest::newRow(name) << int(high) << int(committed) << int(lag) << int(lag);
  };
  row("no commit", Reason::none, Reason::no_commit, Reason::no_commit);
  row("leaderless", Reason::leaderless, Reason::none, Reason::leaderless);
  row("broker gone", Reason::unreachable, Reason::none, Reason::unreachable);
  row("group forbidden", Reason::none, Reason::no_permission, Reason::no_permission);
  row("topic gone", Reason::deleted, Reason::deleted, Reason::deleted);
  row("both", Reason::leaderless, Reason::no_commit, Reason::no_commit);
}

void TestLag::reasons() {
  QFETCH(int, high);
  QFETCH(int, committed);
  QFETCH(int, lag);
  QFETCH(int, age);
  Recorder recorder;
  const LaneId lane = recorder.lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(10'000)});
  const Object object("partition:t/0");
  const SeriesId high_id = recorder.series(lane, {signal::high, object, "records", 0});
  const SeriesId group_id = recorder.series(lane, {Signal("group:g"), object, "records", 0});
  for (int n = 0; n < 12; ++n) {
    Poll poll{.lane = lane, .wall = poll_time(n), .due = 2, .answered = 1};
    const bool lost = n >= 6;
    poll.samples = {{high_id, 100 + n, lost ? Reason(high) : Reason::none},
                    {group_id, 50 + n, lost ? Reason(committed) : Reason::none}};
    recorder.push(poll);
  }
  const LagRow row = at_end(*recorder.snapshot());
  QCOMPARE(row.lag.reason(), Reason(lag));
  QCOMPARE(row.unread_records.reason(), Reason(lag));
  QCOMPARE(row.age.reason(), Reason(age));
  QCOMPARE(row.verdict.reason(), Reason(lag));
  QCOMPARE(row.headroom.reason(), Reason(lag));
  // What is gone was last asked for when it was found gone.
  QCOMPARE(*row.sampled_at, poll_time(Reason(committed) == Reason::deleted ? 6 : 11));
}

void TestLag::committed_beyond_high_is_ambiguous() {
  const auto s = told(12, series({mark("high", "t", 0, R"("start": 100)"), group("g", "t", 0, R"("start": 101)")}));
  const LagRow row = at_end(*s);
  QCOMPARE(row.lag.reason(), Reason::ambiguous);
  QCOMPARE(row.age.reason(), Reason::ambiguous);
  QCOMPARE(row.verdict.reason(), Reason::ambiguous);
  QCOMPARE(*row.committed, 101);
  QCOMPARE(*row.high, 100);
}

// Two lanes of different intervals read the same marks at any moments of a busy topic; whatever is asked, lag is high
// minus committed of what was read, or unknown.
void TestLag::never_negative_for_any_interleaving() {
  std::mt19937_64 random(7);
  for (int round = 0; round < 200; ++round) {
    Recorder recorder;
    const SourceSpec source{"kafka", "c", ClusterName("c")};
    const LaneId lanes[] = {recorder.lane({source, "offsets", Millis(10'000)}),
                            recorder.lane({source, "fast", Millis(2'000)})};
    const Object object("partition:t/0");
    std::int64_t high = 1000, committed = 900;
    std::int64_t now = story_start_ms;
    for (int n = 0; n < 60; ++n) {
      now += 1 + std::int64_t(random() % 3000);
      const LaneId lane = lanes[random() % 2];
      Poll poll{.lane = lane, .wall = local_time(now), .mono = MonoTime(Millis(now)), .due = 1, .answered = 1};
      const auto sample = [&](const Signal& signal, std::int64_t value) {
        poll.samples.push_back({recorder.series(lane, {signal, object, "records", 0}), value});
      };
      if (random() % 8 != 0) sample(Signal("group:g"), committed);
      high += std::int64_t(random() % 500);  // records come between the reads of one poll
      if (random() % 8 != 0) sample(signal::high, high);
      committed = high - std::int64_t(random() % 40);  // the group commits after the read
      recorder.push(poll);
    }
    const auto s = recorder.snapshot();
    for (int probe = 0; probe < 20; ++probe) {
      const LocalTime at = s->from + Millis(std::int64_t(random() % std::uint64_t((s->to - s->from).count() + 20'000)));
      for (const LagRow& row : lag_rows(*s, at)) {
        if (row.lag) {
          QVERIFY(*row.lag >= 0);
          QCOMPARE(*row.lag, *row.high - *row.committed);
        } else {
          QVERIFY(row.lag.reason() != Reason::none);
        }
        if (row.unread_records) QVERIFY(*row.unread_records >= 0);
        if (row.age) QVERIFY(row.age->count() >= 0);
        if (row.produce_rate) QVERIFY(*row.produce_rate >= 0);
        if (row.consume_rate) QVERIFY(*row.consume_rate >= 0);
      }
    }
  }
}

void TestLag::a_shift_of_all_offsets_changes_nothing_else() {
  const auto rows_with = [](std::int64_t shift) {
    const auto start = [shift](std::int64_t v) { return "\"start\": " + std::to_string(v + shift); };
    const auto s = told(50, series({mark("floor", "t", 0, start(0) + R"(, "rates": [[0, 3.5]])"),
                                    mark("high", "t", 0, start(1000) + R"(, "rates": [[0, 12.25], [30, 80]])"),
                                    group("g", "t", 0, R"("follow": "high", "delay_polls": 2, "rates": [[33, 20]])")}));
    return at_end(*s);
  };
  const LagRow a = rows_with(0);
  const LagRow b = rows_with(123'456'789'012);
  QCOMPARE(*b.committed - *a.committed, 123'456'789'012);
  QCOMPARE(*a.lag, *b.lag);
  QCOMPARE(a.unread_records, b.unread_records);
  QVERIFY(a.age == b.age);
  QVERIFY(a.age_error == b.age_error);
  QVERIFY(a.headroom == b.headroom);
  QCOMPARE(*a.produce_rate, *b.produce_rate);
  QCOMPARE(*a.consume_rate, *b.consume_rate);
  QVERIFY(a.verdict == b.verdict);
  QVERIFY(a.headroom.known());
}

void TestLag::a_shift_of_time_changes_nothing_else() {
  const std::string marks = series({mark("floor", "t", 0, R"("start": 0)"),
                                    mark("high", "t", 0, R"("start": 1000, "rates": [[0, 12.25], [30, 80]])"),
                                    group("g", "t", 0, R"("follow": "high", "delay_polls": 2, "rates": [[33, 20]])")});
  const auto s = told(50, marks);
  Snapshot later = *s;
  const Millis shift = std::chrono::hours(24 * 365);
  for (LaneInfo& lane : later.lanes)
    for (PollInfo& poll : lane.polls) poll.wall += shift;
  for (StateSpan& span : later.states) span.from_hi += shift;
  const LagRow a = at_end(*s);
  const LagRow b = only_row(later, s->to + shift);
  QVERIFY(a.lag == b.lag);
  QVERIFY(a.age == b.age);
  QVERIFY(a.age_error == b.age_error);
  QVERIFY(a.produce_rate == b.produce_rate);
  QVERIFY(a.verdict == b.verdict);
  QVERIFY(a.age.known());
  QCOMPARE(*b.sampled_at - *a.sampled_at, shift);
}

void TestLag::rates_restart_after_a_fall() {
  const auto s = told(
      30,
      series({mark("high", "t", 0, R"("values": [900, 910, 920, 930, 940, 950, 960, 970, 980, 990, 1000, 0, 20, 40])"),
              group("g", "t", 0, R"("start": 0)")}));
  QCOMPARE(*only_row(*s, poll_time(10)).produce_rate, 1.0);
  QCOMPARE(only_row(*s, poll_time(11)).produce_rate.reason(), Reason::ambiguous);
  QCOMPARE(*only_row(*s, poll_time(13)).produce_rate, 2.0);
  QCOMPARE(only_row(*s, poll_time(0)).produce_rate.reason(), Reason::no_history);
}

void TestLag::open_transaction() {
  const auto s = told(40, series({mark("high", "t", 0, R"("rates": [[0, 10]])"),
                                  mark("stable", "t", 0, R"("follow": "high", "rates": [[20, 0]])"),
                                  group("g", "t", 0, R"("follow": "stable", "delay_polls": 1)")}));
  const LagRow row = at_end(*s);
  QCOMPARE(*row.stable, 2000);
  QCOMPARE(*row.committed, 2000);
  QCOMPARE(*row.lag, 1900);
  QCOMPARE(*row.unread_records, 0);
  QCOMPARE(*row.residue, Residue::open_txn);
  QCOMPARE(*row.age, Millis(0));
  QCOMPARE(*row.verdict, Verdict::ok);
  const Document d = lag_document(*s, s->to);
  QCOMPARE(d.notes.size(), 1u);
  QVERIFY(d.notes[0].ends_with("at offset 2000 since 2026-01-01T00:03:20.000Z"));  // poll 20
  // One poll after the stop nothing is proven yet.
  QCOMPARE(only_row(*s, poll_time(22)).residue.reason(), Reason::not_probed);
}

void TestLag::last_marker_of_a_transactional_topic() {
  const std::string body = series({mark("high", "t", 0, R"("start": 5001)"), group("g", "t", 0, R"("start": 5000)")});
  const auto transactional = told(40, body + R"(, "topics": [{"topic": "t", "transactional": true}])");
  QCOMPARE(*at_end(*transactional).residue, Residue::markers);
  QCOMPARE(*at_end(*transactional).lag, 1);
  QCOMPARE(*at_end(*transactional).unread_records, 0);
  QCOMPARE(*at_end(*transactional).verdict, Verdict::ok);
  const auto plain = told(40, body + R"(, "topics": [{"topic": "t", "transactional": false}])");
  QCOMPARE(at_end(*plain).residue.reason(), Reason::no_permission);  // a probe was due
  QCOMPARE(*at_end(*plain).unread_records, 1);
  QCOMPARE(*at_end(*plain).verdict, Verdict::stop);
}

void TestLag::unread_without_a_stable_mark() {
  const auto s = told(20, series({mark("high", "t", 0, R"("rates": [[0, 1]])"),
                                  group("g", "t", 0, R"("follow": "high", "delay_polls": 2)")}));
  QCOMPARE(*at_end(*s).lag, 20);
  QCOMPARE(at_end(*s).unread_records.reason(), Reason::never_polled);
}

void TestLag::headroom_is_the_smaller_of_both() {
  // Age 50 s at the end; the floor is 450 records behind the group and rises 10 a second.
  const auto body = [](const char* retention) {
    return series({mark("floor", "t", 0, R"("rates": [[0, 10]])"),
                   mark("high", "t", 0, R"("start": 1000, "rates": [[0, 10]])"),
                   group("g", "t", 0, R"("start": 500, "rates": [[0, 10]])")}) +
           std::string(R"(, "topics": [{"topic": "t", "cleanup": "delete", "retention_ms": )") + retention + "}]";
  };
  const LagRow by_floor = at_end(*told(100, body("604800000")));
  QCOMPARE(*by_floor.headroom, Millis(50'000));
  QCOMPARE(*by_floor.age, Millis(50'000 - 100));
  QCOMPARE(*at_end(*told(100, body("60000"))).headroom, Millis(10'100));
  QCOMPARE(*at_end(*told(100, body("20000"))).headroom, Millis(0));
  QCOMPARE(*at_end(*told(100, body("-1"))).headroom, Millis(50'000));
}

void TestLag::headroom_where_it_does_not_apply() {
  const std::string marks =
      series({mark("floor", "t", 0, R"("start": 0)"), mark("high", "t", 0, R"("rates": [[0, 10]])"),
              group("g", "t", 0, R"("follow": "high", "delay_polls": 3)")});
  QCOMPARE(at_end(*told(50, marks + R"(, "topics": [{"topic": "t", "cleanup": "compact", "retention_ms": 1000}])"))
               .headroom.reason(),
           Reason::not_applicable);
  QCOMPARE(at_end(*told(50, marks + R"(, "topics": [{"topic": "t", "cleanup": "delete", "retention_ms": -1}])"))
               .headroom.reason(),
           Reason::not_applicable);
  QCOMPARE(at_end(*told(50, marks)).headroom.reason(), Reason::never_polled);
}

void TestLag::owners_and_members() {
  const auto s = told(
      20,
      series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("start": 0)"),
              mark("high", "t", 1, R"("rates": [[0, 1]])"), group("g", "t", 1, R"("start": 0)")}) +
          R"(, "members": [{"group": "g", "member": "m", "client_id": "c1", "host": "h1", "partitions": [["t", 1]], "from": 0, "to": 15}])");
  const auto row_of = [&](int poll, int partition) {
    for (const LagRow& row : lag_rows(*s, poll_time(poll)))
      if (row.partition.partition.value() == partition) return row;
    qFatal("no row");
  };
  QCOMPARE(*row_of(14, 1).member, std::string("m"));
  QCOMPARE(*row_of(14, 1).verdict, Verdict::stall);
  QCOMPARE(row_of(14, 0).member.reason(), Reason::not_applicable);
  QCOMPARE(*row_of(14, 0).verdict, Verdict::stop);
  QCOMPARE(row_of(15, 1).member.reason(), Reason::not_applicable);
  QCOMPARE(*row_of(15, 1).verdict, Verdict::stop);
}

void TestLag::new_protocol_groups_are_never_dead() {
  Recorder recorder;
  const LaneId lane = recorder.lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(10'000)});
  const SeriesId high = recorder.series(lane, {signal::high, Object("partition:t/0"), "records", 0});
  const SeriesId committed = recorder.series(lane, {Signal("group:g"), Object("partition:t/0"), "records", 0});
  for (int n = 0; n < 12; ++n) {
    Poll poll{.lane = lane, .wall = poll_time(n), .due = 1, .answered = 1};
    poll.samples = {{high, 100 + n}, {committed, 50}};
    poll.states = {{Object("group:g"), "type", "new", ""},
                   {Object("group:g"), "state", "Dead", ""},
                   {Object("group:g"), "members", "", ""}};
    recorder.push(poll);
  }
  const LagRow row = at_end(*recorder.snapshot());
  QCOMPARE(row.group_type, GroupType::consumer);
  QCOMPARE(row.group_state.reason(), Reason::not_supported);
  QCOMPARE(row.member.reason(), Reason::not_supported);
  QCOMPARE(row.verdict.reason(), Reason::not_supported);  // stop or stall: its members cannot be seen
  QCOMPARE(*row.lag, 61);
}

void TestLag::new_protocol_groups_that_are_empty() {
  Recorder recorder;
  const LaneId lane = recorder.lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(10'000)});
  const SeriesId high = recorder.series(lane, {signal::high, Object("partition:t/0"), "records", 0});
  const SeriesId committed = recorder.series(lane, {Signal("group:g"), Object("partition:t/0"), "records", 0});
  for (int n = 0; n < 12; ++n) {
    Poll poll{.lane = lane, .wall = poll_time(n), .due = 1, .answered = 1};
    poll.samples = {{high, 100 + n}, {committed, 50}};
    poll.states = {{Object("group:g"), "type", "new", ""}, {Object("group:g"), "state", "Empty", ""}};
    recorder.push(poll);
  }
  const LagRow row = at_end(*recorder.snapshot());
  QCOMPARE(*row.group_state, std::string("Empty"));
  QCOMPARE(*row.verdict, Verdict::stop);
}

void TestLag::rows_of_assigned_partitions_and_of_deleted_topics() {
  const auto s =
      told(100, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), mark("high", "u", 0, R"("start": 9, "to": 20)"),
                        group("g", "u", 0, R"("start": 4, "to": 20)")}) +
                    R"(, "members": [{"group": "g", "member": "m", "partitions": [["t", 0]]}])");
  auto rows = lag_rows(*s, poll_time(30));
  QCOMPARE(rows.size(), 2u);
  std::ranges::sort(rows, {}, &LagRow::partition);
  QCOMPARE(rows[0].lag.reason(), Reason::no_commit);
  QCOMPARE(*rows[0].high, 300);
  QCOMPARE(rows[1].lag.reason(), Reason::deleted);
  QCOMPARE(lag_rows(*s, poll_time(99)).size(), 1u);
}

void TestLag::worst_first_and_filters() {
  const auto s =
      told(40, series({mark("high", "a", 0, R"("rates": [[0, 1]])"), group("fine", "a", 0, R"("follow": "high")"),
                       group("stopped", "a", 0, R"("start": 100)"), group("none", "a", 0, R"("values": [])"),
                       group("older", "a", 0, R"("start": 50)"),
                       group("behind", "a", 0, R"("follow": "high", "delay_polls": 9)")}));
  std::string order;
  for (const LagRow& row : lag_rows(*s, s->to)) order += row.group.value() + ' ';
  QCOMPARE(order, std::string("older stopped none behind fine "));
  Filter filter;
  filter.group = {"st*", "fi?e"};
  QCOMPARE(lag_rows(*s, s->to, filter).size(), 2u);
  filter.topic = {"b*"};
  QVERIFY(lag_rows(*s, s->to, filter).empty());
  filter.topic = {};
  filter.cluster = {"x"};
  QVERIFY(lag_rows(*s, s->to, filter).empty());
}

void TestLag::silence_is_collector_off() {
  const auto s =
      told(20, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("follow": "high")")}));
  QCOMPARE(*only_row(*s, s->to + Millis(30'000)).lag, 0);
  const LagRow row = only_row(*s, s->to + Millis(30'001));
  QCOMPARE(row.lag.reason(), Reason::collector_off);
  QCOMPARE(row.age.reason(), Reason::collector_off);
  QCOMPARE(*row.sampled_at, s->to);
}

void TestLag::the_document_has_the_columns_of_the_contract() {
  const auto s =
      told(20, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("follow": "high")")}) +
                   R"(, "gaps": [[5, 10, "x"]])");
  const Document d = lag_document(*s, s->to);
  QCOMPARE(d.verb, std::string("lag"));
  std::string names;
  for (const CellField& field : d.rows.at(0)) names += field.name + ' ';
  QCOMPARE(
      names,
      std::string(
          "cluster group group_state group_type topic partition floor committed stable high lag unread_records residue "
          "headroom_ms age_ms age_error_ms age_method produce_rate consume_rate member client_id host verdict "
          "sampled_at "));
  QCOMPARE(*d.coverage, 0.75);
}

QTEST_GUILESS_MAIN(TestLag)
#include "tst_lag.moc"
