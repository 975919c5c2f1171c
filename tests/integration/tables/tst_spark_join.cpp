// SPDX-License-Identifier: GPL-3.0-or-later
// A table that Spark writes, through TableSource, with the query's checkpoint folder on disk.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "collectors/tables/table_source.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/integration/tables/conforming_catalog.h"
#include "tests/integration/tables/tables.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
const std::string partition = "partition:orders/0";
const std::string table = "table:lake.orders";
constexpr const char* query = "e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10";

std::string member(const char* key, const std::string& value) { return '"' + std::string(key) + "\":\"" + value + '"'; }
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
  Known<std::int64_t> poll() {
    server_->put("lake", "orders", orders_.json());
    if (!source_) {
      auto opened = TableSource::open(profile_.catalogs[0], profile_.pipelines, secrets_, clock_, *recorder_);
      if (!opened) qFatal("%s", opened.error().line().c_str());
      source_ = std::move(*opened);
    }
    if (!source_->poll_once({})) qFatal("no poll");
    return recorder_->value("tables", "table:lake.orders", partition);
  }
  std::string state(const char* aspect) const { return recorder_->state(table, aspect).value_or("(none)"); }
  void write(const QString& name, const QByteArray& text) {
    const QString path = folder_->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
  }

  const PlainSecrets secrets_;
  const SystemClock clock_;
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<ConformingCatalog> server_;
  std::unique_ptr<Recorder> recorder_;
  Profile profile_;
  MadeTable orders_;
  std::unique_ptr<TableSource> source_;
};

void TestSparkJoin::init() {
  source_.reset();
  folder_ = std::make_unique<QTemporaryDir>();
  server_ = std::make_unique<ConformingCatalog>();
  recorder_ = std::make_unique<Recorder>();
  profile_ = {};
  profile_.catalogs.push_back({.name = "lake",
                               .cluster = ClusterName("prod"),
                               .type = "iceberg-rest",
                               .url = server_->url(),
                               .warehouse = "wh"});
  profile_.pipelines.push_back({.name = "p", .topic = "orders", .group = "g", .table = "lake.orders"});
  orders_ = {};
}

void TestSparkJoin::batches_of_spark_by_the_folder_of_the_pipeline() {
  profile_.pipelines[0].checkpoint = folder_->path().toStdString();
  write(QStringLiteral("metadata"), QByteArray(R"({"id":")") + query + "\"}");
  for (int batch = 0; batch < 4; ++batch)
    write(QStringLiteral("offsets/%1").arg(batch),
          "v1\n{\"batchTimestampMs\":1}\n{\"orders\":{\"0\":" + QByteArray::number(100 * (batch + 1)) + "}}");
  orders_.append_with(11, spark_batch(1));
  orders_.append_with(12, spark_batch(2));
  orders_.append(13);
  QCOMPARE(poll(), Known<std::int64_t>(300));
  QCOMPARE(state("adapter"), std::string("a"));
  QCOMPARE(state("writer"), std::string("spark"));
  QCOMPARE(state("checkpoint"), std::string("2"));
  QCOMPARE(state("checkpoints-behind"), std::string("1"));
  QCOMPARE(state("unknown-why"), std::string("(none)"));
  // The commits were told first without, then with what the folder says.
  const auto told = recorder_->poll("tables")->commits;
  const auto second = std::ranges::find_if(told.rbegin(), told.rend(),
                                           [](const TableCommit& commit) { return commit.snapshot_id == "12"; });
  QVERIFY(second->evidence == Evidence::derived && second->ranges.size() == 1 && second->ranges[0].from == 200);
  orders_.append_with(14, spark_batch(3));
  QCOMPARE(poll(), Known<std::int64_t>(400));
  QCOMPARE(state("checkpoints-behind"), std::string("0"));
}

void TestSparkJoin::a_folder_that_is_not_there() {
  profile_.pipelines[0].checkpoint = folder_->filePath(QStringLiteral("none")).toStdString();
  orders_.append_with(11, spark_batch(1));
  QVERIFY(!poll().known());
  QVERIFY(state("unknown-why").find("checkpoint folder cannot be read") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestSparkJoin)
#include "tst_spark_join.moc"
