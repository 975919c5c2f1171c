// SPDX-License-Identifier: GPL-3.0-or-later
// A table that Spark writes, through TableSource, with the query's checkpoint folder on disk.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/integration/tables/watched_table.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
constexpr const char* query = "e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10";

std::string spark_batch(int batch) {
  return member("spark.sql.streaming.queryId", query) + ',' +
         member("spark.sql.streaming.epochId", std::to_string(batch));
}
}  // namespace

class TestSparkJoin final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void batches_of_spark_by_the_folder_of_the_pipeline();
  void a_folder_that_is_not_there();

 private:
  void write(const QString& name, const QByteArray& text) {
    const QString path = folder_->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
  }

  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<WatchedTable> table_;
};

void TestSparkJoin::init() {
  table_ = std::make_unique<WatchedTable>();
  folder_ = std::make_unique<QTemporaryDir>();
}

void TestSparkJoin::batches_of_spark_by_the_folder_of_the_pipeline() {
  table_->profile.pipelines[0].checkpoint = folder_->path().toStdString();
  write(QStringLiteral("metadata"), QByteArray(R"({"id":")") + query + "\"}");
  for (int batch = 0; batch < 4; ++batch)
    write(QStringLiteral("offsets/%1").arg(batch),
          "v1\n{\"batchTimestampMs\":1}\n{\"orders\":{\"0\":" + QByteArray::number(100 * (batch + 1)) + "}}");
  table_->orders.append_with(11, spark_batch(1));
  table_->orders.append_with(12, spark_batch(2));
  table_->orders.append(13);
  QCOMPARE(table_->poll(), Known<std::int64_t>(300));
  QCOMPARE(table_->state("adapter"), std::string("a"));
  QCOMPARE(table_->state("writer"), std::string("spark"));
  QCOMPARE(table_->state("checkpoint"), std::string("2"));
  QCOMPARE(table_->state("checkpoints-behind"), std::string("1"));
  QCOMPARE(table_->state("unknown-why"), std::string("(none)"));
  // The commits were told first without, then with what the folder says.
  const auto told = table_->recorder.poll("tables")->commits;
  const auto second = std::ranges::find_if(told.rbegin(), told.rend(),
                                           [](const TableCommit& commit) { return commit.snapshot_id == "12"; });
  QVERIFY(second->evidence == Evidence::derived && second->ranges.size() == 1 && second->ranges[0].from == 200);
  table_->orders.append_with(14, spark_batch(3));
  QCOMPARE(table_->poll(), Known<std::int64_t>(400));
  QCOMPARE(table_->state("checkpoints-behind"), std::string("0"));
}

void TestSparkJoin::a_folder_that_is_not_there() {
  table_->profile.pipelines[0].checkpoint = folder_->filePath(QStringLiteral("none")).toStdString();
  table_->orders.append_with(11, spark_batch(1));
  QVERIFY(!table_->poll().known());
  QVERIFY(table_->state("unknown-why").find("checkpoint folder cannot be read") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestSparkJoin)
#include "tst_spark_join.moc"
