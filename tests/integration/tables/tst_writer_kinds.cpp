// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of writers that note a time only, offsets of another log, or nothing that is known, through TableSource: what
// is told of them, and that no offset is made up. The keys are from the writers' sources.
#include <QTest>

#include "tests/integration/tables/watched_table.h"

using namespace tidemark;
using namespace tidemark::testing;

class TestWriterKinds final : public QObject {
  Q_OBJECT
 private slots:
  void a_time_only_from_source();
  void a_time_by_a_rule_of_the_profile();
  void offsets_of_another_log_from_source();
  void a_closed_writer();
  void two_writers();
  void names_of_topics_by_a_rule_of_the_profile();

 private:
  static std::optional<LakeTime> through(const WatchedTable& table) {
    const auto poll = table.recorder.poll("tables");
    return poll->commits.empty() ? std::nullopt : poll->commits.back().valid_through;
  }
};

void TestWriterKinds::a_time_only_from_source() {
  WatchedTable table;
  table.orders.append_with(11, member("mz-frontier", R"([\"1787306437123\"])"));
  QVERIFY(!table.poll().known());
  QCOMPARE(table.state("adapter"), std::string("e"));
  QCOMPARE(table.state("writer"), std::string("materialize"));
  QVERIFY(table.state("unknown-why").starts_with("Its writer, Materialize, notes a time"));
  QCOMPARE(ms(through(table).value()), std::int64_t{1'787'306'437'123});
}

void TestWriterKinds::a_time_by_a_rule_of_the_profile() {
  WatchedTable table;
  table.profile.pipelines[0].offsets = OffsetRule{.key = "load.until", .means = "time"};
  table.orders.append_with(11, member("load.until", "2026-08-21T10:00:37.123Z"));
  QVERIFY(!table.poll().known());
  QCOMPARE(table.state("adapter"), std::string("e"));
  QVERIFY(table.state("unknown-why").find("no offsets") != std::string::npos);
  QCOMPARE(ms(through(table).value()), std::int64_t{1'787'306'437'123});
}

void TestWriterKinds::offsets_of_another_log_from_source() {
  WatchedTable table;
  table.orders.append_with(11, member("redpanda.commit-metadata", R"({\"offset\":812,\"cluster\":\"c\"})"));
  QVERIFY(!table.poll().known());
  QCOMPARE(table.state("adapter"), std::string("f"));
  QVERIFY(table.state("unknown-why").find("iceberg_offsets_pending_commit") != std::string::npos);
}

void TestWriterKinds::a_closed_writer() {
  WatchedTable table;
  table.profile.pipelines[0].writer = "tableflow";
  table.orders.append(11);
  QVERIFY(!table.poll().known());
  QCOMPARE(table.state("adapter"), std::string("f"));
  QVERIFY(table.state("unknown-why").starts_with("Its writer, Tableflow, notes nothing that is known"));
}

void TestWriterKinds::two_writers() {
  WatchedTable table;
  table.orders.append(11, 9);
  table.orders.append_with(12, member("flink.max-committed-checkpoint-id", "41"));
  QVERIFY(!table.poll().known());
  QVERIFY(table.state("unknown-why").find("flink, iceberg-connect") != std::string::npos);
}

void TestWriterKinds::names_of_topics_by_a_rule_of_the_profile() {
  WatchedTable table;
  table.profile.pipelines[0].offsets =
      OffsetRule{.key = "my.state", .means = "last", .path = "$.kafka", .topics = {{"o", "orders"}}};
  table.orders.append_with(11, member("my.state", R"({\"job\":7,\"kafka\":{\"o\":{\"0\":41}}})"));
  QCOMPARE(table.poll(), Known<std::int64_t>(42));
  QCOMPARE(table.state("adapter"), std::string("b"));
}

QTEST_GUILESS_MAIN(TestWriterKinds)
#include "tst_writer_kinds.moc"
