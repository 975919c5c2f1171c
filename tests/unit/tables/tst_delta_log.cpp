// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "collectors/tables/delta/log.h"
#include "collectors/tables/spark/checkpoint.h"

using namespace tidemark;
using namespace tidemark::delta;

class TestDeltaLog final : public QObject {
  Q_OBJECT
 private slots:
  void a_commit_of_each_writer();
  void records_are_counted_or_unknown_data();
  void records_are_counted_or_unknown();
  void the_time_of_a_commit();
  void a_restore_says_where_to();
  void numbers_are_exact();
  void what_cannot_be_read_is_damage_data();
  void what_cannot_be_read_is_damage();
  void caps_are_kept();
  void checksums_and_checkpoints();
  void summaries_that_cannot_be_read_data();
  void summaries_that_cannot_be_read();
  void names_of_a_log();
  void checkpoint_folders_of_spark();
  void batches_that_cannot_be_read_data();
  void batches_that_cannot_be_read();
};

namespace {
constexpr const char* add_20 = R"({"add":{"path":"a","dataChange":true,"stats":"{\"numRecords\":20}"}})";

std::string lines(std::initializer_list<const char*> actions) {
  std::string out;
  for (const char* action : actions) out += std::string(action) + "\n";
  return out;
}
std::string spark_offsets(const char* sources) {
  return std::string("v1\n{\"batchWatermarkMs\":0,\"batchTimestampMs\":1700000000000,\"conf\":{}}\n") + sources;
}
}  // namespace

// The shapes of Spark and kafka-delta-ingest are from their sources, the one of delta-rs from its files.
void TestDeltaLog::a_commit_of_each_writer() {
  const Commit spark = parse_commit(
      7,
      lines(
          {R"({"commitInfo":{"timestamp":1700000000123,"operation":"STREAMING UPDATE","operationParameters":)"
           R"({"outputMode":"Append","queryId":"e4a20b59-1","epochId":"12"},"operationMetrics":{"numOutputRows":"20"},)"
           R"("txnId":"u-1"}})",
           R"({"txn":{"appId":"e4a20b59-1","version":12,"lastUpdated":1700000000100}})", add_20}));
  QCOMPARE(spark.damage, std::string());
  QCOMPARE(spark.version, std::int64_t{7});
  QCOMPARE(spark.operation, std::string("STREAMING UPDATE"));
  QCOMPARE(spark.query, std::string("e4a20b59-1"));
  QCOMPARE(spark.cycle, std::string("12"));
  QCOMPARE(spark.identity, std::string("u-1"));
  QCOMPARE(spark.transactions, (Transactions{{"e4a20b59-1", 12}}));
  QCOMPARE(spark.added_records, std::optional(std::int64_t{20}));
  const Commit ingest = parse_commit(
      0,
      lines(
          {R"({"commitInfo":{"operation":"STREAMING UPDATE","operationParameters":{"queryId":"app","epochId":1700}}})",
           R"({"metaData":{"id":"table-1"}})", R"({"txn":{"appId":"app-0","version":5}})",
           R"({"txn":{"appId":"app-1","version":9}})", R"({"txn":{"appId":"app-0","version":6}})"}));
  QCOMPARE(ingest.cycle, std::string("1700"));
  QCOMPARE(ingest.table_id, std::optional(std::string("table-1")));
  QCOMPARE(ingest.transactions, (Transactions{{"app-0", 6}, {"app-1", 9}}));  // the last one holds
  QCOMPARE(ingest.added_files, std::int64_t{0});
  QVERIFY(!ingest.at);
}

void TestDeltaLog::records_are_counted_or_unknown_data() {
  QTest::addColumn<QByteArray>("actions");
  QTest::addColumn<qlonglong>("records");  // -1: unknown
  const QByteArray add = QByteArray(add_20) + "\n";
  QTest::newRow("two files") << add + add << 40LL;
  QTest::newRow("nothing added") << QByteArray(R"({"commitInfo":{"operation":"SET TBLPROPERTIES"}})") << 0LL;
  QTest::newRow("a compaction") << QByteArray(R"({"add":{"dataChange":false,"stats":"{\"numRecords\":9}"}})"
                                              "\n"
                                              R"({"remove":{"path":"b","dataChange":false}})")
                                << 0LL;
  QTest::newRow("rows are rewritten") << add + R"({"remove":{"path":"b","dataChange":true}})" << -1LL;
  QTest::newRow("rows are struck out") << QByteArray(R"({"add":{"deletionVector":{},"stats":"{\"numRecords\":9}"}})")
                                       << -1LL;
  QTest::newRow("no statistics") << add + R"({"add":{"path":"c","dataChange":true}})" << -1LL;
  QTest::newRow("no statistics, but the writer's count")
      << QByteArray(R"({"commitInfo":{"operationMetrics":{"num_added_rows":31}}})"
                    "\n"
                    R"({"add":{"path":"c"}})")
      << 31LL;
  for (const char* stats : {"{", "[]", R"({\"numRecords\":-1})", R"({\"numRecords\":1.5})", R"({\"numRecords\":1e3})"})
    QTest::newRow(stats) << QByteArray(R"({"add":{"dataChange":true,"stats":")") + stats + "\"}}" << -1LL;
  const QByteArray huge = R"({"add":{"stats":"{\"numRecords\":9223372036854775807}"}})"
                          "\n";
  QTest::newRow("too many for a number") << huge + huge << -1LL;
}

void TestDeltaLog::records_are_counted_or_unknown() {
  QFETCH(QByteArray, actions);
  QFETCH(qlonglong, records);
  const Commit commit = parse_commit(1, actions.toStdString());
  QCOMPARE(commit.damage, std::string());
  QCOMPARE(commit.added_records.value_or(-1), std::int64_t{records});
}

void TestDeltaLog::the_time_of_a_commit() {
  const auto at = [](const char* info) {
    const Commit commit = parse_commit(1, std::string(R"({"commitInfo":)") + info + "}");
    return commit.at ? ms(*commit.at) : -1;
  };
  QCOMPARE(at(R"({"inCommitTimestamp":5,"timestamp":9})"), std::int64_t{5});
  QCOMPARE(at(R"({"timestamp":9})"), std::int64_t{9});
  for (const char* wrong : {"{}", R"({"timestamp":"9"})", R"({"timestamp":-1})", R"({"timestamp":253402300800000})"})
    QCOMPARE(at(wrong), std::int64_t{-1});
}

void TestDeltaLog::a_restore_says_where_to() {
  const auto restore = [](const char* parameters) {
    return parse_commit(
        9, std::string(R"({"commitInfo":{"operation":"RESTORE","operationParameters":)") + parameters + "}}");
  };
  for (const char* said : {R"({"version":"3"})", R"({"version":3,"timestamp":null})"})
    QCOMPARE(restore(said).restored_to, std::optional(std::int64_t{3}));
  for (const char* unsaid :
       {R"({"version":null,"timestamp":"2026-01-01"})", R"({"version":-1})", R"({"version":"3 "})"}) {
    QVERIFY(restore(unsaid).restores);
    QVERIFY(!restore(unsaid).restored_to);
  }
}

void TestDeltaLog::numbers_are_exact() {
  const Commit commit = parse_commit(1, lines({R"({"txn":{"appId":"a","version":9223372036854775807}})",
                                               R"({"txn":{"appId":"b","version":9007199254740993}})"}));
  QCOMPARE(commit.transactions.at("a"), std::numeric_limits<std::int64_t>::max());
  QCOMPARE(commit.transactions.at("b"), std::int64_t{9'007'199'254'740'993});
}

void TestDeltaLog::what_cannot_be_read_is_damage_data() {
  QTest::addColumn<QByteArray>("text");
  const QByteArray good = R"({"txn":{"appId":"a","version":1}})";
  QTest::newRow("nothing") << QByteArray();
  QTest::newRow("blank lines") << QByteArray("\n\n");
  QTest::newRow("cut") << good + "\n" + good.chopped(3);
  QTest::newRow("html") << QByteArray("<html>");
  QTest::newRow("an array") << QByteArray("[1]");
  QTest::newRow("deep") << QByteArray(100'000, '[');
  QTest::newRow("not UTF-8") << QByteArray("{\"add\":\"\xff\"}");
  QTest::newRow("no transaction") << QByteArray(R"({"txn":[]})");
  for (const char* content :
       {R"({"appId":"a"})", R"({"version":1})", R"({"appId":1,"version":1})", R"({"appId":"a","version":"1"})",
        R"({"appId":"a","version":1.0})", R"({"appId":"a","version":9223372036854775808})"})
    QTest::newRow(content) << QByteArray(R"({"txn":)") + content + "}";
  QTest::newRow("an application with a name too long")
      << QByteArray(R"({"txn":{"appId":")") + QByteArray(2'000, 'a') + R"(","version":1}})";
}

void TestDeltaLog::what_cannot_be_read_is_damage() {
  QFETCH(QByteArray, text);
  const Commit commit = parse_commit(4, text.toStdString());
  QVERIFY(!commit.damage.empty());
  QCOMPARE(commit.version, std::int64_t{4});
  // Half of what it says is nothing that it says.
  QVERIFY(commit.transactions.empty() && !commit.added_records);
}

void TestDeltaLog::caps_are_kept() {
  const std::string text = lines({R"({"txn":{"appId":"a","version":1}})", R"({"txn":{"appId":"b","version":1}})"});
  QVERIFY(parse_commit(0, text).damage.empty());
  QVERIFY(!parse_commit(0, text, {.bytes = text.size() - 1}).damage.empty());
  QVERIFY(!parse_commit(0, text, {.transactions = 1}).damage.empty());
  QVERIFY(!parse_commit(0, text, {.depth = 1}).damage.empty());
  QVERIFY(!parse_checksum(0, R"({"setTransactions":[{"appId":"a","version":1}]})", {.bytes = 5}));
}

void TestDeltaLog::checksums_and_checkpoints() {
  const auto crc = parse_checksum(5, R"({"tableSizeBytes":1,"numFiles":1,"metadata":{"id":"t"},"setTransactions":)"
                                     R"([{"appId":"a","version":3,"lastUpdated":1},{"appId":"b","version":4}]})");
  QVERIFY(crc && *crc);
  QCOMPARE((*crc)->version, std::int64_t{5});
  QCOMPARE((*crc)->transactions, (Transactions{{"a", 3}, {"b", 4}}));
  QCOMPARE((*crc)->table_id, std::string("t"));
  const auto none = parse_checksum(5, R"({"numFiles":1})");  // more than 100 of them, or they run out
  QVERIFY(none && !*none);
  const auto empty = parse_checksum(5, R"({"setTransactions":[]})");
  QVERIFY(empty && *empty && (*empty)->transactions.empty());
  const auto last = parse_last_checkpoint(
      R"({"version":10,"size":3,"v2Checkpoint":{"path":"x","nonFileActions":[{"protocol":{}},{"metaData":{"id":"t"}},)"
      R"({"txn":{"appId":"a","version":3}}]}})");
  QVERIFY(last && *last);
  QCOMPARE((*last)->version, std::int64_t{10});
  QCOMPARE((*last)->transactions, (Transactions{{"a", 3}}));
  const auto classic = parse_last_checkpoint(R"({"version":2,"size":7,"numOfAddFiles":3})");
  QVERIFY(classic && !*classic);
  const auto whole = parse_checkpoint(
      10, lines({R"({"checkpointMetadata":{"version":10}})", R"({"metaData":{"id":"t"}})", R"({"protocol":{}})",
                 R"({"txn":{"appId":"a","version":3}})", R"({"sidecar":{"path":"s.parquet"}})"}));
  QVERIFY(whole);
  QCOMPARE(whole->transactions, (Transactions{{"a", 3}}));
}

void TestDeltaLog::summaries_that_cannot_be_read_data() {
  QTest::addColumn<QByteArray>("text");
  for (const char* text : {"", "{", "[]", "7", R"({"setTransactions":{}})", R"({"setTransactions":[1]})",
                           R"({"setTransactions":[{"appId":"a","version":"3"}]})"})
    QTest::newRow(text) << QByteArray(text);
}

void TestDeltaLog::summaries_that_cannot_be_read() {
  QFETCH(QByteArray, text);
  QVERIFY(!parse_checksum(1, text.toStdString()));
  QVERIFY(!parse_checkpoint(1, text.toStdString()));  // nor is any of them a checkpoint
  QVERIFY(!parse_last_checkpoint(R"({"version":-1,"v2Checkpoint":{"nonFileActions":[]}})"));
  QVERIFY(!parse_last_checkpoint(R"({"version":1,"v2Checkpoint":{"nonFileActions":[7]}})"));
}

void TestDeltaLog::names_of_a_log() {
  const LogFiles files = sort_names(
      {"00000000000000000003.json", "00000000000000000004.json", "00000000000000000001.json",
       "00000000000000000004.crc", ".00000000000000000004.json.crc",
       "00000000000000000001.00000000000000000003.compacted.json", "_last_checkpoint",
       "00000000000000000003.checkpoint.parquet", "00000000000000000002.checkpoint.0000000001.0000000002.parquet",
       "00000000000000000004.checkpoint.80a083e8-7026-4e79-81be-64bd76c43a11.json", "0000000000000000005.json",
       "99999999999999999999.json", "00000000000000000009.json.tmp", "_sidecars", "x"});
  QCOMPARE(files.versions, (std::set<std::int64_t>{1, 3, 4}));
  QCOMPARE(files.head(), std::optional(std::int64_t{4}));
  QCOMPARE(files.oldest(), std::int64_t{3});
  QCOMPARE(files.checksums, std::set<std::int64_t>{4});
  QCOMPARE(files.parquet, std::optional(std::int64_t{3}));
  QCOMPARE(files.checkpoints.size(), 1u);
  QVERIFY(files.last_checkpoint);
  QVERIFY(!sort_names({}).head());
  QCOMPARE(version_name(7, ".json"), std::string("00000000000000000007.json"));
}

void TestDeltaLog::checkpoint_folders_of_spark() {
  QCOMPARE(*spark::parse_query_id(R"({"id":"e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10"})"),
           std::string("e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10"));
  for (const char* wrong : {"", "{}", R"({"id":7})", R"({"id":""})", "[]"}) QVERIFY(!spark::parse_query_id(wrong));
  const auto batch =
      spark::parse_batch(spark_offsets("{\"logOffset\":4}\n-\n{\"orders\":{\"0\":12,\"1\":9223372036854775807},"
                                       "\"a-b.c\":{\"0\":0}}\n"));
  QVERIFY2(batch, batch ? "" : batch.error().what.c_str());
  const SourceOffsets want{{{TopicName("a-b.c"), PartitionId(0)}, 0},
                           {{TopicName("orders"), PartitionId(0)}, 12},
                           {{TopicName("orders"), PartitionId(1)}, std::numeric_limits<std::int64_t>::max()}};
  QCOMPARE(batch->next, want);
  QCOMPARE(ms(batch->planned.value()), std::int64_t{1'700'000'000'000});
  const auto second = spark::parse_batch("v2\n\n0:{\"orders\":{\"0\":12}}\n1:-\n");
  QVERIFY(second);
  QCOMPARE(second->next.size(), 1u);
  QVERIFY(!second->planned);
}

void TestDeltaLog::batches_that_cannot_be_read_data() {
  QTest::addColumn<QByteArray>("text");
  const auto row = [](const char* name, const std::string& text) {
    QTest::newRow(name) << QByteArray::fromStdString(text);
  };
  row("nothing", "");
  row("no version", "{}\n{}\n{\"orders\":{\"0\":1}}");
  row("another version", "v3\n{}\n{\"orders\":{\"0\":1}}");
  row("no source", "v1\n{}\n");
  row("none of Kafka", spark_offsets("{\"logOffset\":4}\n7\n-"));
  row("cut", spark_offsets("{\"orders\":{\"0\":12"));
  row("one of two is cut", spark_offsets("{\"clicks\":{\"0\":12}}\n{\"orders\":{\"0\":12"));
  row("not resolved", spark_offsets("{\"orders\":{\"0\":-1}}"));
  row("text", spark_offsets("{\"orders\":{\"0\":\"12\"}}"));
  row("a partition twice", spark_offsets("{\"orders\":{\"0\":1}}\n{\"orders\":{\"0\":2}}"));
  row("many lines", spark_offsets((std::string(5'000, '\n') + "{\"orders\":{\"0\":1}}").c_str()));
}

void TestDeltaLog::batches_that_cannot_be_read() {
  QFETCH(QByteArray, text);
  QVERIFY(!spark::parse_batch(text.toStdString()));
}

QTEST_GUILESS_MAIN(TestDeltaLog)
#include "tst_delta_log.moc"
