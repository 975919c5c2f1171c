// SPDX-License-Identifier: GPL-3.0-or-later
// Tables and ledgers as views show them: sums that know how much of the whole they cover, tables of which nothing is
// known, commits newest first.
#include <QTest>

#include "models/analysis/table_branches.h"
#include "tests/support/lake.h"

using namespace tidemark;
using namespace tidemark::test;

class TestTableBranches final : public QObject {
  Q_OBJECT
 private slots:
  void a_stalled_table_sums_its_partitions();
  void before_the_stall_nothing_is_missing();
  void a_table_without_partitions_is_there_and_unknown();
  void unknown_parts_are_left_out_and_counted();
  void the_ledger_is_newest_first_and_counted();
  void rows_are_found_by_their_names();
};

namespace {
const TableChoice orders{ClusterName("c"), TableName("lake.orders")};
}

void TestTableBranches::a_stalled_table_sums_its_partitions() {
  const auto lake = small_lake(60, 42);
  const AlignBranches tables = align_branches(*lake, lake->to);
  QCOMPARE(tables.size(), 2U);
  const AlignTable& table = tables[0].parent.row;
  QCOMPARE(table.table, TableName("lake.orders"));
  QCOMPARE(table.partitions, 2);
  QCOMPARE(table.worst->state, AlignState::stalled);
  QCOMPARE(table.worst->partition.partition, PartitionId(0));
  QCOMPARE(table.alike, 2);
  QCOMPARE(table.concerned, 1000);
  QCOMPARE(*table.not_landed.value, 1000);
  QCOMPARE(table.not_landed.known, 2);
  QCOMPARE(*table.unread.value, 0);
  QCOMPARE(*table.reread.value, 0);
  QCOMPARE(*table.only_in_files.value, 1000);
  QCOMPARE(*table.not_landed_since, poll_time(31));
  QCOMPARE(table.evidence, Evidence::derived);
  QCOMPARE(tables[0].children.size(), 2U);
}

void TestTableBranches::before_the_stall_nothing_is_missing() {
  const auto lake = small_lake(60, 42);
  const AlignTable table = align_branches(*lake, poll_time(29))[0].parent.row;
  QCOMPARE(*table.not_landed.value, 0);
  QCOMPARE(table.not_landed_since.reason(), Reason::not_applicable);
  QVERIFY(table.worst->state == AlignState::aligned || table.worst->state == AlignState::idle);
}

void TestTableBranches::a_table_without_partitions_is_there_and_unknown() {
  const auto lake = small_lake(60, -1);
  const AlignBranches tables = align_branches(*lake, lake->to);
  QCOMPARE(tables[1].parent.row.table, TableName("lake.silent"));
  QVERIFY(!tables[1].parent.row.worst);
  QVERIFY(!tables[1].parent.row.not_landed.value);
  QVERIFY(tables[1].children.empty());
  const Ledger ledger = ledger_of(*lake, {ClusterName("c"), TableName("lake.silent")}, lake->to);
  QVERIFY(ledger.commits.empty());
}

void TestTableBranches::unknown_parts_are_left_out_and_counted() {
  PartialSum sum;
  sum.add(Reason::no_commit);
  QCOMPARE(sum.value.reason(), Reason::no_commit);
  sum.add(std::int64_t{0});
  sum.add(std::int64_t{7});
  sum.add(Reason::unreachable);
  QCOMPARE(*sum.value, 7);
  QCOMPARE(sum.known, 2);
}

void TestTableBranches::the_ledger_is_newest_first_and_counted() {
  const auto lake = small_lake(
      60, -1,
      ", " + lake_commit(30, 3, "2", R"(["orders", 0, 1930, 1990])") + ", " +
          lake_commit(31, 4, "3", R"(["orders", 0, 1980, 2000])") + ", " +
          R"({"table": "lake.orders", "poll": 32, "snapshot_id": 5, "parent_id": 4, "operation": "append"})");
  const Ledger ledger = ledger_of(*lake, orders, lake->to);
  QCOMPARE(ledger.of, orders);
  QStringList ids;
  for (const auto& commit : ledger.commits) ids << QString::fromStdString(commit.parent.row.commit.snapshot_id);
  QCOMPARE(ids.join(QLatin1Char(' ')), QStringLiteral("5 4 3 2 1"));
  QCOMPARE(ledger.contiguous, 2);
  QCOMPARE(ledger.holes, 1);
  QCOMPARE(ledger.overlaps, 1);
  QCOMPARE(ledger.unknown, 1);
  QCOMPARE(ledger.partial, 1);
  QCOMPARE(ledger.commits.back().children.size(), 2U);
  QCOMPARE(ledger.commits[2].parent.row.missing, 30);
}

void TestTableBranches::rows_are_found_by_their_names() {
  const auto lake = small_lake(60, 42);
  const AlignBranches tables = align_branches(*lake, lake->to);
  QCOMPARE(tables[0].parent.key, std::string("c\nlake.orders"));
  QCOMPARE(tables[0].children[0].key, std::string("orders\n0"));
  QVERIFY(tables[0].children[0].text.find("orders/0") != std::string::npos);
  QVERIFY(tables[0].children[0].text.find("connect-k") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestTableBranches)
#include "tst_table_branches.moc"
