// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of real tables (tests/fixtures/delta), mutated, and read to the end: a version may be damaged or a mark unknown,
// but whatever is told is told within its bounds. The files that delta-rs does not write are added from the documented
// formats. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <array>

#include "collectors/tables/delta/read_table.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using namespace tidemark::delta;
using test::milliseconds_of;
using test::Mutator;

class FuzzDeltaLog final : public QObject {
  Q_OBJECT
 private slots:
  void logs();
  void small_texts();
};

namespace {
constexpr const char* query = "e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10";
constexpr std::array words =
    std::to_array<const char*>({"\"txn\":", "{\"txn\":{\"appId\":\"orders-ingest-1\",\"version\":7}}\n",
                                "\"dataChange\":false", "\"operation\":\"RESTORE\"", "\"version\":\"1\""});

std::vector<std::string> corpus() {
  std::vector<std::string> out;
  QDirIterator files(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/delta"), {QStringLiteral("*.json")},
                     QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly)) out.push_back(file.readAll().toStdString());
  }
  out.push_back(
      std::string(R"({"commitInfo":{"timestamp":1700000000123,"inCommitTimestamp":1700000000124,"operation":)") +
      R"("STREAMING UPDATE","operationParameters":{"queryId":")" + query +
      R"(","epochId":"12"},"operationMetrics":{"numOutputRows":"20"}}})" + "\n" + R"({"txn":{"appId":")" + query +
      R"(","version":12,"lastUpdated":1700000000100}})" + "\n");
  return out;
}

SparkCheckpoint checkpoint(Mutator& mutated) {
  SparkCheckpoint out;
  out.query = query;
  for (const std::int64_t batch : {0, 1, 12}) {
    const auto parsed = spark::parse_batch(mutated(
        "v1\n{\"batchTimestampMs\":1700000000000}\n-\n{\"orders\":{\"0\":" + std::to_string(batch * 10) + "}}"));
    if (!parsed) {
      out.bad[batch] = parsed.error().what;
      continue;
    }
    out.batches[batch] = *parsed;
    out.newest = batch;
  }
  return out;
}

void check(const TableReading& reading, std::size_t commits) {
  QVERIFY(reading.branch.size() <= commits && reading.left.size() <= commits);
  for (const auto& [partition, next] : reading.marks->durable)
    QVERIFY(partition.partition.value() >= 0 && (!next || *next >= 0));
  for (const TableVersion& version : reading.versions) {
    QVERIFY(version.commit.added_records.value_or(0) >= 0);
    for (const CommitRange& range : version.commit.ranges) QVERIFY(range.from >= 0 && range.from <= range.to);
  }
  // Nothing known is never without a reason.
  const auto known = [](const auto& mark) { return mark.second.known(); };
  if (commits > 0 && std::ranges::none_of(reading.marks->durable, known)) QVERIFY(!reading.marks->unknown_why.empty());
}
}  // namespace

void FuzzDeltaLog::logs() {
  const std::vector<std::string> texts = corpus();
  QVERIFY(texts.size() > 10);
  Mutator mutated(21, words);
  QElapsedTimer timer;
  std::size_t tried = 0, damaged = 0, marks = 0;
  for (timer.start(); timer.elapsed() < milliseconds_of(2); ++tried) {
    LogView log;
    const auto first = static_cast<std::int64_t>(mutated.below(2) * 5);
    for (std::size_t i = 0, count = 1 + mutated.below(6); i < count; ++i) {
      log.commits.push_back(
          parse_commit(first + static_cast<std::int64_t>(i), mutated(mutated.any_of(texts)), {.bytes = 1u << 20}));
      damaged += log.commits.back().damage.empty() ? 0 : 1;
    }
    if (mutated.below(3) == 0)
      if (const auto crc = parse_checksum(
              first + static_cast<std::int64_t>(mutated.below(3)) - 1,
              mutated(R"({"metadata":{"id":"t"},"setTransactions":[{"appId":"orders-ingest-2","version":9}]})"));
          crc && *crc && (*crc)->version <= log.commits.back().version)
        log.state = **crc;
    const SparkCheckpoint spark = checkpoint(mutated);
    for (const auto& rules :
         {ReadRules{}, ReadRules{.writer = "kafka-delta-ingest", .topic = "orders"},
          ReadRules{.topic = "t", .offsets = OffsetRule{"orders-{topic}-{partition}", "json", "last"}}})
      for (const SparkCheckpoint* beside : {static_cast<const SparkCheckpoint*>(nullptr), &spark}) {
        const TableReading reading = read_table(TableName("t"), log, beside, rules);
        check(reading, log.commits.size());
        marks += reading.marks->durable.size();
      }
  }
  QVERIFY(tried > 100 && damaged > 0 && marks > 0);
}

void FuzzDeltaLog::small_texts() {
  const std::vector<std::string> texts{
      R"({"version":10,"size":3,"v2Checkpoint":{"path":"x","nonFileActions":[{"txn":{"appId":"a","version":3}}]}})",
      R"({"numFiles":1,"setTransactions":[{"appId":"a","version":3,"lastUpdated":1}]})",
      "{\"checkpointMetadata\":{\"version\":10}}\n{\"txn\":{\"appId\":\"a\",\"version\":3}}\n",
      "v1\n{\"batchTimestampMs\":1700000000000}\n{\"orders\":{\"0\":12,\"1\":30}}\n-",
      "v2\n{}\n0:{\"orders\":{\"0\":12}}\n1:-",
      R"({"id":"e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10"})",
      "00000000000000000003.checkpoint.parquet"};
  Mutator mutated(22, words);
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(2);) {
    const std::string text = mutated(mutated.any_of(texts));
    if (const auto state = parse_last_checkpoint(text); state && *state) QVERIFY((*state)->version >= 0);
    static_cast<void>(parse_checksum(1, text));
    static_cast<void>(parse_checkpoint(1, text));
    static_cast<void>(spark::parse_query_id(text));
    if (const auto batch = spark::parse_batch(text))
      for (const auto& [partition, next] : batch->next) QVERIFY(partition.partition.value() >= 0 && next >= 0);
    for (const std::int64_t version : sort_names({text}).versions) QVERIFY(version >= 0);
    for (const char* key :
         {"app-{partition}", "{partition}", "{topic}-{partition}", "{topic}{partition}", "{partition}x"})
      if (const auto found = read_source_offsets({key, "json", "last"}, "t", {{text, "12"}, {"app-1", text}});
          found && *found)
        for (const auto& [partition, next] : **found) QVERIFY(partition.partition.value() >= 0 && next > 0);
  }
}

QTEST_GUILESS_MAIN(FuzzDeltaLog)
#include "tst_fuzz_delta_log.moc"
