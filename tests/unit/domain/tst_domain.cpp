// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/domain/names.h"
#include "models/domain/profile.h"
#include "models/domain/snapshot.h"
#include "models/domain/words.h"

using namespace tidemark;

class TestDomain final : public QObject {
  Q_OBJECT
 private slots:
  void reasons_have_the_words_of_the_contract();
  void a_known_keeps_its_reason_through_map();
  void times_print_and_parse();
  void times_that_are_refused();
  void durations();
  void partition_objects_survive_odd_names();
  void globs();
  void snapshot_prefers_the_newest_lane();
  void snapshot_is_unknown_after_three_intervals();
  void snapshot_says_why_the_newest_sample_is_unknown();
};

void TestDomain::reasons_have_the_words_of_the_contract() {
  for (int i = 1; i < reason_count; ++i) {
    const auto reason = static_cast<Reason>(i);
    QVERIFY(!word(reason).empty());
    QCOMPARE(reason_from(word(reason)), reason);
  }
  QCOMPARE(word(Reason::no_commit), std::string_view("no-commit"));
  QCOMPARE(word(Reason::not_applicable), std::string_view("not-applicable"));
  QVERIFY(!reason_from("zero"));
}

void TestDomain::a_known_keeps_its_reason_through_map() {
  const Known<int> unknown = Reason::leaderless;
  QCOMPARE(unknown.map([](int v) { return v + 1; }).reason(), Reason::leaderless);
  QCOMPARE(*Known<int>(3).map([](int v) { return v * 2.5; }), 7.5);
}

void TestDomain::times_print_and_parse() {
  const LocalTime t = local_time(1767225600123);
  QCOMPARE(rfc3339(t), std::string("2026-01-01T00:00:00.123Z"));
  QCOMPARE(parse_rfc3339("2026-01-01T00:00:00.123Z"), t);
  QCOMPARE(parse_rfc3339("2026-01-01T02:00:00.1239+02:00"), t);
  QCOMPARE(parse_rfc3339("2026-01-01T00:00Z"), local_time(1767225600000));
  QCOMPARE(parse_rfc3339("1969-12-31T23:59:59Z"), local_time(-1000));
  QCOMPARE(rfc3339(local_time(-1000)), std::string("1969-12-31T23:59:59.000Z"));
  const LocalTime now = local_time(1'000'000'000);
  QCOMPARE(parse_time("now", now), now);
  QCOMPARE(parse_time("-15m", now), now - Millis(900'000));
  QCOMPARE(parse_time("2h ago", now), now - Millis(7'200'000));
  QCOMPARE(parse_time("now-24h", now), now - Millis(86'400'000));
}

void TestDomain::times_that_are_refused() {
  for (const char* text : {"", "2026-02-30T00:00:00Z", "2026-01-01", "2026-01-01T00:00:00", "2026-01-01T25:00:00Z",
                           "yesterday", "2026-01-01T00:00:00Zz", "-", "-5", "2026-01-01T00:00:00.Z", "2026-1-1T0:0:0Z"})
    QVERIFY2(!parse_time(text, local_time(0)), text);
}

void TestDomain::durations() {
  QCOMPARE(parse_duration("250ms"), Millis(250));
  QCOMPARE(parse_duration("7d"), Millis(604'800'000));
  QCOMPARE(parse_duration("0s"), Millis(0));
  for (const char* text : {"", "5", "s", "-5s", "5 s", "5w", "99999999999999999999d", "9223372036854775807d"})
    QVERIFY2(!parse_duration(text), text);
}

void TestDomain::partition_objects_survive_odd_names() {
  const TopicPartition tp{TopicName("a.b_c-d"), PartitionId(12)};
  QCOMPARE(object::partition(tp).value(), std::string("partition:a.b_c-d/12"));
  QVERIFY(object::as_partition(object::partition(tp)) == tp);
  for (const char* text :
       {"partition:t", "partition:t/x", "partition:t/-1", "topic:t/1", "partition:t/1x", "partition:t/99999999999"})
    QVERIFY2(!object::as_partition(Object(text)), text);
  const GroupId odd("a:b/c d");
  QCOMPARE(signal::group_of(signal::group(odd))->value(), odd.value());
  QVERIFY(!signal::group_of(signal::age(odd)));
  QCOMPARE(signal::group_of(signal::age_error(odd), "age_error")->value(), odd.value());
  QCOMPARE(object::name(object::group(odd)), std::string_view("a:b/c d"));
}

void TestDomain::globs() {
  QVERIFY(glob_match("*", ""));
  QVERIFY(glob_match("connect-*-sink", "connect-orders-sink"));
  QVERIFY(!glob_match("connect-*-sink", "connect-orders-sinks"));
  QVERIFY(glob_match("a?c", "abc"));
  QVERIFY(!glob_match("a?c", "ac"));
  const std::vector<std::string> list{"*", "!__*", "__consumer_offsets"};
  QVERIFY(glob_list_match(list, "orders"));
  QVERIFY(!glob_list_match(list, "__transaction_state"));
  QVERIFY(glob_list_match(list, "__consumer_offsets"));
  QVERIFY(!glob_list_match({}, "orders"));
}

namespace {
const SeriesKey key{ClusterName("c"), signal::high, Object("partition:t/0")};

// Two lanes of one source that both measured the series: 10 s and 2 s apart.
Snapshot two_lanes() {
  Snapshot s;
  s.sources.push_back({SourceId(1), {"kafka", "c", ClusterName("c")}});
  s.lanes.push_back({LaneId(1), 0, "offsets", Millis(10'000), {}});
  s.lanes.push_back({LaneId(2), 0, "fast", Millis(2'000), {}});
  for (int i = 0; i < 3; ++i) s.lanes[0].polls.push_back({.seq = i, .wall = local_time(i * 10'000)});
  for (int i = 0; i < 6; ++i) s.lanes[1].polls.push_back({.seq = i, .wall = local_time(11'000 + i * 2'000)});
  const SeriesSpec spec{key.signal, key.object, "records", 0};
  s.columns.push_back({SeriesId(1), 0, spec, {100, 110, 120}, {Reason::none, Reason::none, Reason::none}});
  s.columns.push_back(
      {SeriesId(2),
       1,
       spec,
       {111, 112, 113, 114, 0, 0},
       {Reason::none, Reason::none, Reason::none, Reason::none, Reason::leaderless, Reason::leaderless}});
  s.index();
  return s;
}
}  // namespace

void TestDomain::snapshot_prefers_the_newest_lane() {
  const Snapshot s = two_lanes();
  QCOMPARE(s.at(key, local_time(9'999))->value, 100);
  QCOMPARE(s.at(key, local_time(10'500))->value, 110);
  QCOMPARE(s.at(key, local_time(17'500))->value, 114);
  QVERIFY(!s.at(key, local_time(-1)).known());
}

void TestDomain::snapshot_is_unknown_after_three_intervals() {
  const Snapshot s = two_lanes();
  QCOMPARE(s.at(key, local_time(50'000))->value, 120);
  QCOMPARE(s.at(key, local_time(50'001)).reason(), Reason::collector_off);
  QCOMPARE(s.at({key.cluster, signal::floor, key.object}, local_time(0)).reason(), Reason::never_polled);
}

void TestDomain::snapshot_says_why_the_newest_sample_is_unknown() {
  const Snapshot s = two_lanes();
  QCOMPARE(s.at(key, local_time(19'500)).reason(), Reason::leaderless);
}

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"
