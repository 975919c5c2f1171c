// SPDX-License-Identifier: GPL-3.0-or-later
// Flink's checkpoints in an Iceberg table (tests/fixtures/iceberg-writers, keys from source), against what the job has
// completed and its group has committed: aligned, behind, ahead, without files, rolled back, restarted.
#include <QTest>

#include "collectors/tables/checkpoint_marks.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;

namespace {
const TopicPartition zero{TopicName("orders"), PartitionId(0)};
const TopicPartition one{TopicName("orders"), PartitionId(1)};
using Mark = Known<std::int64_t>;

TableReading read(const char* name) {
  const QString file = QStringLiteral("../iceberg-writers/%1-from-source.metadata.json").arg(QLatin1String(name));
  const auto parsed = iceberg::parse_metadata(test::fixture(file).toStdString(), name);
  if (!parsed) qFatal("%s", parsed.error().line().c_str());
  return iceberg::read_table(TableName("lake.orders"), *parsed, {});
}
SourceOffsets at(std::int64_t first, std::int64_t second) { return {{zero, first}, {one, second}}; }

// A table that goes on from its newest checkpoint, which is 41.
struct Table {
  TableReading reading = read("flink");
  CheckpointMarks marks;

  TableMarks next(Mark completed, const Known<SourceOffsets>& group) {
    return marks.next(reading.versions, landed_checkpoint(reading.versions).value(), completed, group);
  }
  void commit(std::int64_t checkpoint, const char* id) {
    TableVersion version = reading.versions.front();
    version.commit.snapshot_id = id;
    version.checkpoint->id = checkpoint;
    reading.versions.insert(reading.versions.begin(), version);
  }
};
}  // namespace

class TestCheckpointMarks final : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    table_ = {};
    table_.reading.versions.erase(table_.reading.versions.begin());
  }
  void the_newest_that_all_parts_have_landed();
  void aligned_from_source();
  void before_both_were_the_same_nothing_is_known();
  void pending_is_one_checkpoint_behind();
  void without_files_flink_makes_no_commit();
  void behind_beyond_what_empty_checkpoints_explain();
  void ahead_of_what_flink_tells();
  void a_version_that_the_branch_has_left();
  void what_cannot_be_asked_is_unknown();

 private:
  Table table_;
};

void TestCheckpointMarks::the_newest_that_all_parts_have_landed() {
  const auto landed = landed_checkpoint(read("flink").versions);  // below somebody else's append
  QCOMPARE(landed->id, std::int64_t{41});
  QCOMPARE(landed->job, std::string("5e3c1f0a9b8d7c6e5f4a3b2c1d0e9f8a"));
  QCOMPARE(landed_checkpoint(read("flink-two-operators").versions)->id, std::int64_t{40});
  QVERIFY(!landed_checkpoint(read("spark-expired").versions));
}

void TestCheckpointMarks::aligned_from_source() {
  const TableMarks marks = table_.next(41, at(500, 70));
  QCOMPARE(marks.adapter, std::string("a"));
  QVERIFY(marks.evidence == Evidence::derived && marks.unknown_why.empty() && marks.others_why.empty());
  QCOMPARE(marks.durable.at(zero), Mark(500));
  QCOMPARE(marks.durable.at(one), Mark(70));
  QCOMPARE(marks.checkpoint, std::optional(std::int64_t{41}));
  QCOMPARE(marks.checkpoints_behind, std::optional(std::int64_t{0}));
}

void TestCheckpointMarks::before_both_were_the_same_nothing_is_known() {
  const TableMarks marks = table_.next(43, at(500, 70));
  QVERIFY(marks.durable.empty() && marks.unknown_reason == Reason::no_history);
  QVERIFY(marks.unknown_why.find("checkpoint 41") != std::string::npos);
  QCOMPARE(marks.checkpoints_behind, std::optional(std::int64_t{2}));
}

void TestCheckpointMarks::pending_is_one_checkpoint_behind() {
  table_.next(41, at(500, 70));
  const TableMarks marks = table_.next(42, at(600, 70));
  QCOMPARE(marks.durable.at(zero), Mark(500));
  table_.commit(42, "x");
  QCOMPARE(table_.next(42, at(600, 70)).durable.at(zero), Mark(600));
}

void TestCheckpointMarks::without_files_flink_makes_no_commit() {
  table_.next(41, at(500, 70));
  const TableMarks marks = table_.next(46, at(600, 70));
  QCOMPARE(marks.durable.at(zero), Mark(Reason::ambiguous));  // filtered, or not landed
  QCOMPARE(marks.durable.at(one), Mark(70));                  // nothing was read
  QVERIFY(marks.others_why.find("up to 10 checkpoints") != std::string::npos);
}

void TestCheckpointMarks::behind_beyond_what_empty_checkpoints_explain() {
  table_.next(41, at(500, 70));
  const TableMarks marks = table_.next(52, at(600, 70));
  QCOMPARE(marks.durable.at(zero), Mark(500));
  QCOMPARE(marks.checkpoints_behind, std::optional(std::int64_t{11}));
}

// A savepoint, or a job that was put back: what its group has committed is in the table.
void TestCheckpointMarks::ahead_of_what_flink_tells() {
  const TableMarks marks = table_.next(40, at(500, 70));
  QCOMPARE(marks.durable.at(zero), Mark(500));
  QCOMPARE(marks.checkpoints_behind, std::optional(std::int64_t{0}));
}

void TestCheckpointMarks::a_version_that_the_branch_has_left() {
  table_.next(41, at(500, 70));
  table_.reading.versions.erase(table_.reading.versions.begin());  // rolled back to checkpoint 39
  const TableMarks marks = table_.next(41, at(500, 70));
  QVERIFY(marks.durable.empty() && marks.unknown_reason == Reason::no_history);
  QCOMPARE(marks.checkpoint, std::optional(std::int64_t{39}));
}

void TestCheckpointMarks::what_cannot_be_asked_is_unknown() {
  table_.next(41, at(500, 70));
  QVERIFY(table_.next(Reason::unreachable, at(500, 70)).unknown_reason == Reason::unreachable);
  QVERIFY(table_.next(41, Reason::no_permission).unknown_reason == Reason::no_permission);
  QCOMPARE(table_.next(41, at(500, 70)).durable.at(zero), Mark(500));
}

QTEST_GUILESS_MAIN(TestCheckpointMarks)
#include "tst_checkpoint_marks.moc"
