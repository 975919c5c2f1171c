// SPDX-License-Identifier: GPL-3.0-or-later
// Paths judged at their ends: what is late, at which stage, and what cannot be told; one path as a waterfall.
#include <QTest>

#include "models/analysis/path_rows.h"
#include "tests/support/lake.h"

using namespace tidemark;
using namespace tidemark::test;

class TestPathRows final : public QObject {
  Q_OBJECT
 private slots:
  void every_group_and_topic_is_a_path();
  void what_does_not_land_is_late_at_once();
  void before_the_failure_it_is_fine();
  void a_reader_that_stopped_is_late_at_the_group();
  void a_class_decides_the_end_and_the_budget();
  void a_pipeline_that_was_never_seen_is_unknown();
  void what_was_seen_is_said();
  void nothing_recorded();
  void a_path_as_a_waterfall();
  void a_path_without_a_table_is_not_instrumented();
  void no_such_path();
};

namespace {
const PathRow& path_of(const Home& home, const std::string& topic) {
  for (const auto& branch : home.classes)
    for (const auto& path : branch.children)
      if (path.row.fresh.topic.value() == topic) return path.row;
  qFatal("no path of %s", topic.c_str());
}
const PathChoice orders{ClusterName("c"), GroupId("connect-k"), TopicName("orders")};
const PathChoice clicks{ClusterName("c"), GroupId("web"), TopicName("clicks")};

Profile profile_with(const std::string& end, Millis target) {
  Profile profile;
  profile.classes.push_back({.name = "fast", .target = target, .objective = 99.0, .end = end, .owner = "risk"});
  profile.pipelines.push_back(
      {.name = "o", .topic = "orders", .group = "connect-k", .table = "lake.orders", .class_name = "fast"});
  return profile;
}
}  // namespace

void TestPathRows::every_group_and_topic_is_a_path() {
  const auto lake = small_lake(60, -1);
  const Home home = home_of(*lake, lake->to);
  QCOMPARE(home.paths, 2);
  QCOMPARE(home.classes.size(), 1U);
  QCOMPARE(home.classes[0].parent.row.name, std::string("unclassified"));
  QVERIFY(!home.classes[0].parent.row.target);
  QCOMPARE(path_of(home, "orders").route, std::string("orders → lake.orders"));
  QCOMPARE(path_of(home, "clicks").route, std::string("clicks → web"));
  QVERIFY(!path_of(home, "clicks").table);
}

void TestPathRows::what_does_not_land_is_late_at_once() {
  const auto lake = small_lake(60, 42);
  const Home home = home_of(*lake, poll_time(43));
  const PathRow& path = path_of(home, "orders");
  QVERIFY(path.not_landing);
  QCOMPARE(path.lateness, Lateness::late);
  QCOMPARE(*path.where, Stage::table);
  QCOMPARE(*path.not_landed.value, 1000);
  QCOMPARE(path.table_partitions, 2);
  QCOMPARE(*path.fresh.unread, 0);
  QCOMPARE(*path.since, poll_time(31));
  QCOMPARE(home.worst()->fresh.topic, TopicName("orders"));
  QVERIFY(home.late >= 1);
  QCOMPARE(home.classes[0].parent.row.late, home.late);
}

void TestPathRows::before_the_failure_it_is_fine() {
  const auto lake = small_lake(60, 42);
  const Home home = home_of(*lake, poll_time(28));
  const PathRow& path = path_of(home, "orders");
  QCOMPARE(path.lateness, Lateness::fine);
  QVERIFY(!path.not_landing);
  QCOMPARE(*path.age, Millis(0));
  QVERIFY(!path.where);
  QCOMPARE(*path.not_landed.value, 0);
}

void TestPathRows::a_reader_that_stopped_is_late_at_the_group() {
  const auto lake = small_lake(60, -1);
  const PathRow path = path_of(home_of(*lake, lake->to), "clicks");
  QCOMPARE(path.lateness, Lateness::late);
  QCOMPARE(*path.where, Stage::group);
  QVERIFY(*path.age > Millis(300'000));
  QVERIFY(!path.not_landing);
  QCOMPARE(path.not_landed.known, 0);
  QVERIFY(!path.landing);
}

void TestPathRows::a_class_decides_the_end_and_the_budget() {
  const auto lake = small_lake(60, -1);
  const LocalTime at = poll_time(44);  // 1000 offsets on their way for two minutes
  const PathRow group = path_of(home_of(*lake, at, profile_with("group", Millis(30'000))), "orders");
  QCOMPARE(*group.age, Millis(0));
  QCOMPARE(group.lateness, Lateness::fine);
  const PathRow table = path_of(home_of(*lake, at, profile_with("table", Millis(30'000))), "orders");
  QVERIFY(*table.age > Millis(100'000));
  QCOMPARE(table.lateness, Lateness::late);
  QCOMPARE(table.fresh.class_name, std::string("fast"));
  const PathRow near = path_of(home_of(*lake, at, profile_with("table", *table.age + Millis(5'000))), "orders");
  QCOMPARE(near.lateness, Lateness::near);
}

void TestPathRows::a_pipeline_that_was_never_seen_is_unknown() {
  const auto lake = small_lake(60, -1);
  Profile profile;
  profile.pipelines.push_back({.name = "ghost", .topic = "nowhere", .group = "nobody"});
  const Home home = home_of(*lake, lake->to, profile);
  QCOMPARE(home.paths, 3);
  const PathRow& ghost = path_of(home, "nowhere");
  QCOMPARE(ghost.lateness, Lateness::unknown);
  QVERIFY(!ghost.age);
  QVERIFY(home.unknown >= 1);
}

void TestPathRows::what_was_seen_is_said() {
  const Home home = home_of(*small_lake(60, -1), poll_time(50));
  QVERIFY(home.tables_seen);
  QVERIFY(home.connectors_seen);
  const auto bare = told(30, R"("series": [)" + mark("high", "t", 0, R"("start": 5)") + ", " +
                                 group("g", "t", 0, R"("follow": "high")") + "]");
  const Home plain = home_of(*bare, bare->to);
  QCOMPARE(plain.paths, 1);
  QVERIFY(!plain.tables_seen);
  QVERIFY(!plain.connectors_seen);
}

void TestPathRows::nothing_recorded() {
  const Home home = home_of(Snapshot{}, poll_time(1));
  QCOMPARE(home.paths, 0);
  QVERIFY(home.classes.empty());
  QVERIFY(!home.worst());
}

void TestPathRows::a_path_as_a_waterfall() {
  const auto lake = small_lake(60, 42);
  const auto view = path_view(*lake, lake->to, {}, orders);
  QVERIFY(view);
  QCOMPARE(view->stages.size(), 5U);
  const auto stage = [&](Stage s) { return view->stages[static_cast<std::size_t>(s)]; };
  QCOMPARE(stage(Stage::produced).name, std::string("orders"));
  QCOMPARE(*stage(Stage::readable).gap, 0);
  QCOMPARE(*stage(Stage::group).gap, 0);
  QCOMPARE(stage(Stage::group).name, std::string("connect-k"));
  QCOMPARE(*stage(Stage::table).gap, 1000);
  QCOMPARE(stage(Stage::table).evidence, Evidence::derived);
  QVERIFY(*stage(Stage::table).age > Millis(200'000));
  QCOMPARE(*stage(Stage::queryable).age, *stage(Stage::table).age);
  QCOMPARE(view->partitions.size(), 2U);
  const PathPartition& worst = view->partitions[0].parent.row;
  QCOMPARE(worst.lag.partition.partition, PartitionId(0));
  QCOMPARE(*worst.landing->commit_gap, 900);
  QCOMPARE(*worst.land_rate, 300.0 / 490);  // the only step in ten minutes
}

void TestPathRows::a_path_without_a_table_is_not_instrumented() {
  const auto lake = small_lake(60, -1);
  const auto view = path_view(*lake, lake->to, {}, clicks);
  QVERIFY(view);
  const PathStage& table = view->stages[3];
  QVERIFY(table.name.empty());
  QVERIFY(!table.age);
  QVERIFY(!table.gap);
  QCOMPARE(table.evidence, Evidence::unknown);
  QVERIFY(*view->stages[2].gap > 0);
  QVERIFY(!view->partitions[0].parent.row.landing);
}

void TestPathRows::no_such_path() {
  const auto lake = small_lake(60, -1);
  QVERIFY(!path_view(*lake, lake->to, {}, {ClusterName("c"), GroupId("connect-k"), TopicName("clicks")}));
}

QTEST_GUILESS_MAIN(TestPathRows)
#include "tst_path_rows.moc"
