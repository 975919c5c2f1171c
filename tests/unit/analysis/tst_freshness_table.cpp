// SPDX-License-Identifier: GPL-3.0-or-later
// The ends `table` and `queryable` of freshness: the age of the oldest record that is in no snapshot.
#include <QTest>

#include "models/analysis/freshness.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestFreshnessTable final : public QObject {
  Q_OBJECT
 private slots:
  void read_and_not_landed_is_not_fresh();
  void a_table_that_has_everything_is_current();
  void the_stage_is_where_the_oldest_record_waits();
  void the_worst_partition_makes_the_age();
  void an_age_that_is_not_known_is_not_replaced_by_another();
  void a_mark_that_is_not_known();
  void a_table_nobody_has_seen();
  void a_writer_without_a_group();
  void several_tables_of_one_group();
  void until_retention_takes_it();
  void budgets_are_of_the_end_that_the_class_asks_for();
  void ends_at_the_group_say_what_has_not_landed();
  void a_target_below_the_interval_is_said();
  void late_findings_name_the_table();
};

namespace {
std::string series(std::initializer_list<std::string> list) {
  std::string out = "\"series\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}
std::string table(const std::string& more, int partition = 0, const std::string& name = "l.t") {
  return mark("table", "t", partition, R"("table": ")" + name + "\", " + more);
}
std::string info(const std::string& group = "\"g\"", const std::string& name = "l.t",
                 const std::string& adapter = "b") {
  return R"({"table": ")" + name + R"(", "format": "iceberg", "writer": "x", "adapter": ")" + adapter +
         R"(", "interval_ms": 60000, "timeout_ms": 30000, "group": )" + group + "}";
}
std::string tables(const std::string& list) { return R"(, "tables": [)" + list + "]"; }
const std::string high = R"("rates": [[0, 10]])";  // 100 a poll
const std::string reads = R"("follow": "high", "delay_polls": 1)";

Profile profile_of(const std::string& end, Millis target = Millis(60'000), const std::string& table_name = "",
                   const std::string& group_name = "g") {
  Profile profile;
  profile.classes.push_back({"lake", target, 99, end, "risk", "learn"});
  profile.pipelines.push_back(
      {.name = "orders", .topic = "t", .group = group_name, .table = table_name, .class_name = "lake"});
  return profile;
}
FreshnessRow only(const Snapshot& snapshot, const Profile& profile = profile_of("table")) {
  const auto rows = freshness_rows(snapshot, snapshot.to, profile);
  if (rows.size() != 1) qFatal("%zu rows", rows.size());
  return rows.front();
}
// The table stands at what the log held at poll 40; now is poll 60.
std::string stalled(const std::string& group_more = reads) {
  return series({mark("high", "t", 0, high), mark("stable", "t", 0, R"("follow": "high")"),
                 group("g", "t", 0, group_more), table(R"("follow": "high", "rates": [[40, 0]])")}) +
         tables(info());
}
}  // namespace

void TestFreshnessTable::read_and_not_landed_is_not_fresh() {
  const auto s = told(61, stalled());
  const FreshnessRow row = only(*s);
  QCOMPARE(row.end, std::string("table"));
  QCOMPARE(row.table->value(), std::string("l.t"));
  QCOMPARE(row.evidence, Evidence::exact);
  // The record at 4000 came right after poll 40: 200 s ago, less the straight line's first step.
  QCOMPARE(*row.age, Millis(200'000 - 100));
  QCOMPARE(*row.age_error, Millis(10'000));
  QCOMPARE(*row.not_landed, 1900);  // read: 5900
  QCOMPARE(*row.unread, 100);
  QCOMPARE(*row.where, Stage::table);
  QCOMPARE(*row.trend, Trend::growing);
  QCOMPARE(row.known_partitions, 1);
  QVERIFY(row.worst_partition->partition == PartitionId(0));
  QCOMPARE(*only(*s, profile_of("group")).age, Millis(10'000 - 100));
  const FreshnessRow queryable = only(*s, profile_of("queryable"));
  QCOMPARE(queryable.end, std::string("queryable"));
  QCOMPARE(*queryable.age, *row.age);
}

void TestFreshnessTable::a_table_that_has_everything_is_current() {
  const auto s = told(61, series({mark("high", "t", 0, R"("rates": [[0, 10], [40, 0]])"), group("g", "t", 0, reads),
                                  table(R"("follow": "high", "delay_polls": 6)")}) +
                              tables(info()));
  const FreshnessRow row = only(*s);
  QCOMPARE(*row.age, Millis(0));
  QCOMPARE(*row.not_landed, 0);
  QCOMPARE(row.where.reason(), Reason::not_applicable);
  QCOMPARE(row.worst_partition.reason(), Reason::not_applicable);
  QCOMPARE(row.safe_until.reason(), Reason::not_applicable);
}

void TestFreshnessTable::the_stage_is_where_the_oldest_record_waits() {
  // Nobody reads on from where the table stands.
  QCOMPARE(*only(*told(61, stalled(R"("follow": "high", "rates": [[40, 0]])"))).where, Stage::group);
  const auto held =
      told(61, series({mark("high", "t", 0, high), mark("stable", "t", 0, R"("follow": "high", "rates": [[40, 0]])"),
                       group("g", "t", 0, R"("follow": "stable")"), table(R"("follow": "stable")")}) +
                   tables(info()));
  QCOMPARE(*only(*held).where, Stage::readable);
  QCOMPARE(*only(*held).not_landed, 0);
}

void TestFreshnessTable::the_worst_partition_makes_the_age() {
  const auto s = told(61, series({mark("high", "t", 0, high), mark("high", "t", 1, high), group("g", "t", 0, reads),
                                  group("g", "t", 1, reads), table(R"("follow": "high", "rates": [[50, 0]])"),
                                  table(R"("follow": "high", "rates": [[30, 0]])", 1)}) +
                              tables(info()));
  const FreshnessRow row = only(*s);
  QCOMPARE(*row.age, Millis(300'000 - 100));
  QVERIFY(row.worst_partition->partition == PartitionId(1));
  QCOMPARE(*row.not_landed, 900 + 2900);
  QCOMPARE(row.known_partitions, 2);
}

void TestFreshnessTable::an_age_that_is_not_known_is_not_replaced_by_another() {
  // What partition 1 has not landed is older than the history.
  const auto s =
      told(61, series({mark("high", "t", 0, high), mark("high", "t", 1, R"("start": 5000, "rates": [[0, 10]])"),
                       group("g", "t", 0, reads), group("g", "t", 1, reads),
                       table(R"("follow": "high", "delay_polls": 3)"), table(R"("start": 10)", 1)}) +
                   tables(info()));
  const FreshnessRow row = only(*s);
  QCOMPARE(row.age.reason(), Reason::no_history);
  QVERIFY(row.worst_partition->partition == PartitionId(1));
  QCOMPARE(*row.where, Stage::table);
  QCOMPARE(row.known_partitions, 2);
  QCOMPARE(*row.not_landed, 200 + 10'890);
}

void TestFreshnessTable::a_mark_that_is_not_known() {
  const auto s = told(
      61, series({mark("high", "t", 0, high), group("g", "t", 0, reads), table(R"("values": [])")}) + tables(info()));
  const FreshnessRow row = only(*s);
  QVERIFY(!row.age.known());
  QVERIFY(!row.not_landed.known());
  QVERIFY(!row.where.known());
  QVERIFY(!row.trend.known());
  QCOMPARE(row.known_partitions, 0);
  QCOMPARE(row.all_partitions, 1);
  const auto time_only =
      told(61, series({mark("high", "t", 0, high), group("g", "t", 0, reads)}) + tables(info("\"g\"", "l.t", "e")));
  QCOMPARE(only(*time_only).age.reason(), Reason::not_supported);
}

void TestFreshnessTable::a_table_nobody_has_seen() {
  const auto s = told(61, series({mark("high", "t", 0, high), mark("stable", "t", 0, R"("follow": "high")"),
                                  group("g", "t", 0, reads)}));
  const FreshnessRow row = only(*s, profile_of("table", Millis(60'000), "l.t"));
  QCOMPARE(row.age.reason(), Reason::never_polled);
  QCOMPARE(row.not_landed.reason(), Reason::never_polled);
  QCOMPARE(row.where.reason(), Reason::never_polled);
  QCOMPARE(*row.unread, 100);  // that much is known
}

void TestFreshnessTable::a_writer_without_a_group() {
  const auto s = told(61, series({mark("high", "t", 0, high), table(R"("follow": "high", "rates": [[40, 0]])")}) +
                              tables(info("null")));
  const FreshnessRow row = only(*s, profile_of("table", Millis(60'000), "l.t", ""));
  QCOMPARE(*row.age, Millis(200'000 - 100));
  QCOMPARE(*row.where, Stage::table);
  QVERIFY(!row.not_landed.known());  // of nothing that a group has read
}

void TestFreshnessTable::several_tables_of_one_group() {
  const auto s = told(
      61, series({mark("high", "t", 0, high), group("g", "t", 0, reads), table(R"("follow": "high", "delay_polls": 3)"),
                  table(R"("follow": "high", "delay_polls": 9)", 0, "l.u"), table(R"("values": [])", 0, "l.v")}) +
              tables(info() + ", " + info("\"g\"", "l.u") + ", " + info("\"g\"", "l.v")));
  const FreshnessRow row = only(*s);
  QCOMPARE(row.table->value(), std::string("l.u"));
  QCOMPARE(*row.age, Millis(90'000 - 100));
  QCOMPARE(row.known_partitions, 2);
  QCOMPARE(row.all_partitions, 3);
  QCOMPARE(only(*s, profile_of("table", Millis(60'000), "l.t")).table->value(), std::string("l.t"));
}

void TestFreshnessTable::until_retention_takes_it() {
  const auto s = told(61, stalled() + R"(, "topics": [{"topic": "t", "cleanup": "delete", "retention_ms": 3600000}])");
  QCOMPARE(*only(*s).safe_until, s->to + Millis(3'600'000 - 199'900));
}

void TestFreshnessTable::budgets_are_of_the_end_that_the_class_asks_for() {
  // 10 minutes; from poll 48 on the oldest record is older than 60 s by more than 10 s.
  const auto s = told(60, stalled());
  const FreshnessRow at_table = only(*s);
  QCOMPARE(*at_table.bad_slices, 2);  // minutes 8 and 9 hold polls 48 to 59
  QCOMPARE(*at_table.good_slices + *at_table.unknown_slices, 8);
  QCOMPARE(*at_table.since, poll_time(48));
  QCOMPARE(*only(*s, profile_of("group")).bad_slices, 0);
}

void TestFreshnessTable::ends_at_the_group_say_what_has_not_landed() {
  const FreshnessRow row = only(*told(61, stalled()), profile_of("group"));
  QCOMPARE(row.end, std::string("group"));
  QCOMPARE(*row.not_landed, 1900);
  QCOMPARE(*row.where, Stage::group);
  const auto bare = told(61, series({mark("high", "t", 0, high), group("g", "t", 0, reads)}));
  QCOMPARE(only(*bare, {}).not_landed.reason(), Reason::not_applicable);
}

void TestFreshnessTable::a_target_below_the_interval_is_said() {
  const auto s = told(61, stalled());
  QVERIFY(freshness_document(*s, s->to, profile_of("table")).notes.empty());
  const auto notes = freshness_document(*s, s->to, profile_of("table", Millis(30'000))).notes;
  QCOMPARE(notes.size(), 1u);
  QCOMPARE(notes[0], std::string("orders: its target of 30 s is unreachable by configuration, l.t is committed every "
                                 "60 s"));
  const auto fine = freshness_document(*s, s->to, profile_of("group", Millis(1000))).notes;
  QCOMPARE(fine.size(), 1u);
  QVERIFY2(fine[0].starts_with("orders: its target of 1 s is finer than what is seen, every 10 s"), fine[0].c_str());
  QVERIFY(freshness_document(*s, s->to, profile_of("group", Millis(60'000))).notes.empty());
}

void TestFreshnessTable::late_findings_name_the_table() {
  const auto s = told(61, stalled());
  const auto findings = freshness_document(*s, s->to, profile_of("table")).findings;
  QCOMPARE(findings.size(), 1u);
  QCOMPARE(findings[0].object.value(), std::string("table:l.t"));
  QVERIFY(freshness_document(*s, s->to, profile_of("group")).findings.empty());
  Filter filter;
  filter.table = {"other"};
  QVERIFY(freshness_rows(*s, s->to, profile_of("table"), filter).empty());
}

QTEST_GUILESS_MAIN(TestFreshnessTable)
#include "tst_freshness_table.moc"
