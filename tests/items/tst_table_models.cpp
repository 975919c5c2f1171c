// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of tables and ledgers: what is late is loud, what is unknown is a word, what was rolled back is struck through.
#include <QAbstractItemModelTester>
#include <QTest>

#include "models/items/align_model.h"
#include "models/items/ledger_model.h"

using namespace tidemark;

class TestTableModels final : public QObject {
  Q_OBJECT
 private slots:
  void a_stalled_table();
  void pending_is_quiet();
  void unknown_marks_are_words();
  void what_a_restart_does();
  void relations_have_words_and_shapes();
  void rolled_back_is_struck_through();
  void both_models_hold_the_rules_of_models();
};

namespace {
AlignRow partition_row(int partition, AlignState state, Severity severity, std::int64_t gap) {
  AlignRow row;
  row.cluster = ClusterName("c");
  row.table = TableName("lake.orders");
  row.partition = {TopicName("orders"), PartitionId(partition)};
  row.group = GroupId("sink");
  row.evidence = Evidence::derived;
  row.floor = std::int64_t{0};
  row.durable = std::int64_t{1'000};
  row.committed = 1'000 + gap;
  row.stable = row.high = 1'000 + gap;
  row.commit_gap = gap;
  row.unread = std::int64_t{0};
  row.state = state;
  row.severity = severity;
  row.concerned = gap;
  row.sla = Millis(150'000);
  row.reason = "because";
  row.restart = {row.committed, std::int64_t{0}, gap, std::int64_t{0}};
  if (gap > 0) row.not_landed_since = local_time(1'767'225'600'000);
  return row;
}

std::shared_ptr<const AlignBranches> tables(const std::vector<AlignRow>& rows) {
  Branch<AlignTable, AlignRow> branch;
  branch.parent.key = "c\nlake.orders";
  branch.parent.row = {.cluster = ClusterName("c"), .table = TableName("lake.orders")};
  for (const AlignRow& row : rows) {
    if (!branch.parent.row.worst) branch.parent.row.worst = row;
    ++branch.parent.row.partitions;
    branch.parent.row.not_landed.add(row.commit_gap);
    branch.children.push_back({"orders\n" + std::to_string(row.partition.partition.value()), "orders", row});
  }
  return std::make_shared<const AlignBranches>(AlignBranches{branch});
}

LedgerRow commit(const std::string& id, Relation relation) {
  LedgerRow row;
  row.cluster = ClusterName("c");
  row.commit.table = TableName("lake.orders");
  row.commit.snapshot_id = id;
  row.commit.operation = "append";
  row.commit.evidence = Evidence::derived;
  row.commit.ranges = {{{TopicName("orders"), PartitionId(0)}, 4'105, 4'587},
                       {{TopicName("orders"), PartitionId(1)}, 10, 20}};
  row.seen_at = local_time(1'767'225'600'000);
  row.relation = relation;
  row.missing = 300;
  row.again = 120;
  return row;
}

std::shared_ptr<const LedgerBranches> ledger(const std::vector<LedgerRow>& rows) {
  LedgerBranches out;
  for (const LedgerRow& row : rows) {
    Branch<LedgerRow, CommitRange> branch;
    branch.parent = {row.commit.snapshot_id, row.commit.snapshot_id, row};
    for (const CommitRange& range : row.commit.ranges)
      branch.children.push_back({std::to_string(range.partition.partition.value()), "orders", range});
    out.push_back(branch);
  }
  return std::make_shared<const LedgerBranches>(std::move(out));
}
}  // namespace

void TestTableModels::a_stalled_table() {
  AlignModel model;
  model.set_rows(tables({partition_row(0, AlignState::stalled, Severity::error, 10'000)}));
  const QModelIndex top = model.index(0, 0);
  QCOMPARE(top.data().toString(), QStringLiteral("lake.orders"));
  const ItemCell state = model.cell(model.index(0, AlignModel::state, top));
  QCOMPARE(state.text, QStringLiteral("stalled"));
  QCOMPARE(state.level, Level::error);
  QCOMPARE(state.tip, QStringLiteral("because"));
  const ItemCell gap = model.cell(model.index(0, AlignModel::not_landed, top));
  QCOMPARE(gap.text, QStringLiteral("10,000"));
  QCOMPARE(gap.tone, Tone::warn);
  QCOMPARE(model.cell(model.index(0, AlignModel::since, top)).text, QStringLiteral("00:00:00"));
  QVERIFY(model.cell(model.index(0, AlignModel::since, top)).tip.contains(QStringLiteral("2 min 30 s")) ||
          model.cell(model.index(0, AlignModel::since, top)).tip.contains(QStringLiteral("2\u00A0min 30\u00A0s")));
  QCOMPARE(model.cell(model.index(0, AlignModel::evidence, top)).text, QStringLiteral("derived"));
  const ItemCell marks = model.cell(model.index(0, AlignModel::marks, top));
  QVERIFY(marks.marks);
  QCOMPARE(*marks.marks->table, 1'000);
  QCOMPARE(*marks.marks->stable, 11'000);
}

void TestTableModels::pending_is_quiet() {
  AlignModel model;
  model.set_rows(tables({partition_row(0, AlignState::pending, Severity::note, 500)}));
  const QModelIndex top = model.index(0, 0);
  QCOMPARE(model.cell(model.index(0, AlignModel::state, top)).level, Level::fine);
  QCOMPARE(model.cell(model.index(0, AlignModel::not_landed, top)).tone, Tone::plain);
}

void TestTableModels::unknown_marks_are_words() {
  AlignRow row = partition_row(0, AlignState::unknown, Severity::note, 0);
  row.durable = row.commit_gap = Reason::not_supported;
  row.not_landed_since = Reason::not_supported;
  row.evidence = Evidence::unknown;
  row.restart = {};
  AlignModel model;
  model.set_rows(tables({row}));
  const QModelIndex top = model.index(0, 0);
  for (const int column : {AlignModel::state, AlignModel::not_landed, AlignModel::since, AlignModel::table_next,
                           AlignModel::evidence, AlignModel::restart})
    QCOMPARE(model.cell(model.index(0, column, top)).text, QStringLiteral("unknown"));
  QCOMPARE(model.cell(model.index(0, AlignModel::state, top)).level, Level::unknown);
  QVERIFY(!model.index(0, AlignModel::not_landed, top).data(SortRole).isValid());
}

void TestTableModels::what_a_restart_does() {
  const auto count = [](std::int64_t n) { return Known<std::int64_t>(n); };
  QCOMPARE(restart_words(count(0), count(10'000), count(0)), QStringLiteral("re-reads nothing; 10,000 in no snapshot"));
  QCOMPARE(restart_words(count(900), count(0), count(900)),
           QStringLiteral("re-reads 900; up to 900 twice unless idempotent"));
  QCOMPARE(restart_words(count(0), count(0), count(0)), QStringLiteral("re-reads nothing"));
  QCOMPARE(restart_words(Reason::no_commit, count(1), count(1)), QStringLiteral("unknown"));
}

void TestTableModels::relations_have_words_and_shapes() {
  LedgerModel model;
  LedgerRow compaction = commit("5", Relation::contiguous);
  compaction.commit.ranges.clear();
  LedgerRow partial = commit("6", Relation::contiguous);
  partial.commit.partial = true;
  model.set_rows(ledger({commit("1", Relation::contiguous), commit("2", Relation::hole), commit("3", Relation::overlap),
                         commit("4", Relation::unknown), compaction, partial}));
  const auto cell = [&](int row) { return model.cell(model.index(row, LedgerModel::relation)); };
  QCOMPARE(cell(0).text, QStringLiteral("contiguous"));
  QCOMPARE(cell(0).level, Level::fine);
  QCOMPARE(cell(1).text, QStringLiteral("hole of 300"));
  QCOMPARE(cell(1).level, Level::error);
  QCOMPARE(cell(2).text, QStringLiteral("overlap of 120"));
  QCOMPARE(cell(2).level, Level::warn);
  QCOMPARE(cell(3).text, QStringLiteral("unknown"));
  QCOMPARE(cell(3).level, Level::unknown);
  QCOMPARE(cell(4).text, QStringLiteral("moves no offsets"));
  QCOMPARE(cell(5).text, QStringLiteral("partial, contiguous"));
  QCOMPARE(cell(5).level, Level::warn);
  const ItemCell ranges = model.cell(model.index(0, LedgerModel::ranges));
  QCOMPARE(ranges.text, QStringLiteral("orders/0 [4,105 → 4,587)"));
  QCOMPARE(ranges.beside, QStringLiteral("+1"));
  QCOMPARE(model.cell(model.index(0, LedgerModel::records)).text, QStringLiteral("unknown"));
  QVERIFY(model.cell(model.index(0, LedgerModel::committed)).text.startsWith(QStringLiteral("seen 2026-01-01")));
}

void TestTableModels::rolled_back_is_struck_through() {
  LedgerRow gone = commit("2", Relation::contiguous);
  gone.rolled_back = true;
  LedgerModel model;
  model.set_rows(ledger({gone, commit("1", Relation::first)}));
  QVERIFY(model.cell(model.index(0, LedgerModel::committed)).struck);
  QVERIFY(model.cell(model.index(0, LedgerModel::ranges)).struck);
  QVERIFY(!model.cell(model.index(0, LedgerModel::relation)).struck);
  QCOMPARE(model.cell(model.index(0, LedgerModel::relation)).text, QStringLiteral("rolled back"));
  QVERIFY(model.cell(model.index(0, 0, model.index(0, 0))).struck);
  QVERIFY(!model.cell(model.index(1, LedgerModel::committed)).struck);
}

void TestTableModels::both_models_hold_the_rules_of_models() {
  AlignModel align;
  LedgerModel commits;
  QAbstractItemModelTester first(&align, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QAbstractItemModelTester second(&commits, QAbstractItemModelTester::FailureReportingMode::QtTest);
  for (int turn = 0; turn < 24; ++turn) {
    std::vector<AlignRow> rows;
    std::vector<LedgerRow> list;
    for (int i = 0; i < (turn * 5) % 7; ++i) {
      rows.push_back(partition_row((i + turn) % 7, AlignState::stalled, Severity::warn, std::int64_t{i} * turn));
      list.push_back(commit(std::to_string((i * 3 + turn) % 7), Relation::contiguous));
    }
    align.set_rows(tables(rows));
    commits.set_rows(ledger(list));
    align.sort(turn % align.columnCount(), turn % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
    commits.sort(turn % commits.columnCount(), turn % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
    QCOMPARE(align.rowCount(align.index(0, 0)), static_cast<int>(rows.size()));
    QCOMPARE(commits.rowCount(), static_cast<int>(list.size()));
  }
}

QTEST_GUILESS_MAIN(TestTableModels)
#include "tst_table_models.moc"
