// SPDX-License-Identifier: GPL-3.0-or-later
// Spark's batches in an Iceberg table (tests/fixtures/iceberg-writers, keys from source) against its checkpoint folder:
// aligned, behind, ahead, hole, overlap, reset, expired key.
#include <QTest>

#include "collectors/tables/spark/landed.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;
using namespace tidemark::spark;

namespace {
const TopicPartition zero{TopicName("orders"), PartitionId(0)};
constexpr const char* query = "e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10";
constexpr const char* other_query = "0f6d2c1a-7a52-4d0b-9c5e-3f1b8f2d9e77";

TableReading read(const char* name) {
  const QString file = QStringLiteral("../iceberg-writers/%1-from-source.metadata.json").arg(QLatin1String(name));
  const auto parsed = iceberg::parse_metadata(test::fixture(file).toStdString(), name);
  if (!parsed) qFatal("%s", parsed.error().line().c_str());
  return iceberg::read_table(TableName("lake.orders"), *parsed, {});
}

// Batch n has read up to 100 * (n + 1).
Checkpoint checkpoint_to(std::int64_t newest, const char* of = query) {
  Checkpoint out;
  out.query = of;
  out.newest = newest;
  for (std::int64_t batch = 0; batch <= newest; ++batch)
    out.batches[batch] =
        *parse_batch("v1\n{\"batchTimestampMs\":1}\n{\"orders\":{\"0\":" + std::to_string(100 * (batch + 1)) + "}}");
  return out;
}
Known<std::int64_t> mark(const TableMarks& marks) {
  const auto found = marks.durable.find(zero);
  return found == marks.durable.end() ? Known<std::int64_t>(Reason::never_polled) : found->second;
}
std::vector<CommitRange> ranges(const TableMarks& marks, const TableReading& reading, std::size_t version) {
  const auto found = marks.ranges.find(reading.versions.at(version).commit.snapshot_id);
  return found == marks.ranges.end() ? std::vector<CommitRange>() : found->second;
}
}  // namespace

class TestSparkLanded final : public QObject {
  Q_OBJECT
 private slots:
  void aligned_from_source();
  void behind_from_source();
  void ahead_is_a_checkpoint_that_was_put_back();
  void planned_after_it_was_committed();
  void a_hole_from_source();
  void overlap_another_query_from_source();
  void reset_the_checkpoint_of_another_query();
  void expired_from_source();
  void a_batch_that_the_checkpoint_has_dropped();
  void versions_that_were_not_seen_are_no_hole();
  void a_folder_that_cannot_be_read();
  void only_the_batches_that_are_wanted();
};

void TestSparkLanded::aligned_from_source() {
  const TableReading reading = read("spark");
  QCOMPARE(reading.writer, std::string("spark"));
  const TableMarks marks = landed_marks(reading.versions, checkpoint_to(3));
  QCOMPARE(marks.adapter, std::string("a"));
  QVERIFY(marks.evidence == Evidence::derived && marks.trouble.empty() && marks.unknown_why.empty());
  QCOMPARE(mark(marks), Known<std::int64_t>(400));
  const std::vector<CommitRange> third{{zero, 300, 400}};
  QCOMPARE(ranges(marks, reading, 1), third);  // below somebody else's append
  QVERIFY(ranges(marks, reading, 0).empty());
  const std::vector<CommitRange> end{{zero, 100, 100}};
  QCOMPARE(ranges(marks, reading, 4), end);  // from where batch 0 began is not told
}

void TestSparkLanded::behind_from_source() {
  const TableMarks marks = landed_marks(read("spark").versions, checkpoint_to(5));
  QCOMPARE(mark(marks), Known<std::int64_t>(400));
  QVERIFY(marks.trouble.empty());
}

void TestSparkLanded::ahead_is_a_checkpoint_that_was_put_back() {
  const TableMarks marks = landed_marks(read("spark").versions, checkpoint_to(1));
  QVERIFY(marks.trouble.at(0).starts_with("silent-stall The checkpoint is at batch 1, the table at 3"));
  QVERIFY(!mark(marks) && marks.unknown_reason == Reason::expired);
  QVERIFY(marks.unknown_why.find("batch 3") != std::string::npos);
}

void TestSparkLanded::planned_after_it_was_committed() {
  Checkpoint checkpoint = checkpoint_to(3);
  checkpoint.batches[3].planned = LakeTime(Millis(4'000'000'000'000));
  const TableMarks marks = landed_marks(read("spark").versions, checkpoint);
  QVERIFY(marks.trouble.at(0).starts_with("silent-stall Batch 3 of the checkpoint was planned after snapshot "));
  QVERIFY(!mark(marks) && marks.unknown_reason == Reason::ambiguous);
}

void TestSparkLanded::a_hole_from_source() {
  const TableReading reading = read("spark-hole");
  const TableMarks marks = landed_marks(reading.versions, checkpoint_to(3));
  // Batch 2 was rolled back: the table is whole up to batch 1.
  QCOMPARE(mark(marks), Known<std::int64_t>(200));
  const std::vector<CommitRange> third{{zero, 300, 400}};
  QCOMPARE(ranges(marks, reading, 0), third);
  QCOMPARE(reading.left.size(), 1u);
}

void TestSparkLanded::overlap_another_query_from_source() {
  // The new query's first batch has read again what the old one had: from where is not told, so nothing is claimed.
  const TableReading reading = read("spark-made-anew");
  const TableMarks marks = landed_marks(reading.versions, checkpoint_to(0, other_query));
  QCOMPARE(mark(marks), Known<std::int64_t>(100));
  const std::vector<CommitRange> end{{zero, 100, 100}};
  QCOMPARE(ranges(marks, reading, 0), end);
}

void TestSparkLanded::reset_the_checkpoint_of_another_query() {
  const TableMarks marks = landed_marks(read("spark-made-anew").versions, checkpoint_to(1));
  QCOMPARE(marks.adapter, std::string("f"));
  QVERIFY(marks.durable.empty() && marks.unknown_reason == Reason::ambiguous);
  QVERIFY(marks.unknown_why.find(other_query) != std::string::npos);
}

void TestSparkLanded::expired_from_source() {
  const TableReading reading = read("spark-expired");
  QVERIFY(reading.unknown_reason == Reason::expired && !reading.unknown_why.empty());
  QVERIFY(landed_marks(reading.versions, checkpoint_to(3)).unknown_reason == Reason::no_commit);
}

void TestSparkLanded::a_batch_that_the_checkpoint_has_dropped() {
  Checkpoint checkpoint = checkpoint_to(5);
  checkpoint.batches.erase(3);
  checkpoint.bad[3] = "is no list";
  const TableMarks marks = landed_marks(read("spark").versions, checkpoint);
  QVERIFY(!mark(marks) && marks.unknown_reason == Reason::ambiguous);
  QVERIFY(marks.unknown_why.find("is no list") != std::string::npos);
  // Older ones only take ranges with them.
  Checkpoint young = checkpoint_to(3);
  for (const std::int64_t old : {0, 1, 2}) young.batches.erase(old);
  QCOMPARE(mark(landed_marks(read("spark").versions, young)), Known<std::int64_t>(400));
}

void TestSparkLanded::versions_that_were_not_seen_are_no_hole() {
  TableReading reading = read("spark");
  reading.versions.erase(reading.versions.begin() + 2);  // batch 2
  QCOMPARE(mark(landed_marks(reading.versions, checkpoint_to(3))), Known<std::int64_t>(400));
}

void TestSparkLanded::a_folder_that_cannot_be_read() {
  Checkpoint shut;
  shut.unknown_why = "The writer's checkpoint folder cannot be read: denied.";
  shut.unknown_reason = Reason::no_permission;
  const TableMarks marks = landed_marks(read("spark").versions, shut);
  QVERIFY(marks.unknown_reason == Reason::no_permission && marks.unknown_why == shut.unknown_why);
}

void TestSparkLanded::only_the_batches_that_are_wanted() {
  QCOMPARE(batches_of(read("spark-hole").versions, query), (std::vector<std::int64_t>{0, 1, 2, 3}));
  QVERIFY(batches_of(read("spark").versions, other_query).empty());
}

QTEST_GUILESS_MAIN(TestSparkLanded)
#include "tst_spark_landed.moc"
