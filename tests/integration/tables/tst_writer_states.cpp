// SPDX-License-Identifier: GPL-3.0-or-later
// Each writer's table in each state that it can be in to a topic and a group (resources/docs/alignment-states.md):
// files as the real writers have written them (tests/fixtures), beside a log and a group that are told. Rows that end
// with "from source" or "from documentation" are of keys and files that are made here as the writer's source or
// documentation says. The sink of Kafka Connect is in tst_connect_states.cpp.
#include <SQLiteCpp/SQLiteCpp.h>

#include <QTest>

#include "collectors/sinks/postgres_reader.h"
#include "collectors/sinks/sink_table.h"
#include "collectors/sinks/sinks.h"
#include "collectors/tables/checkpoint_marks.h"
#include "tests/integration/tables/judged_table.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
constexpr const char* query = "e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10";
constexpr const char* other_query = "0f6d2c1a-7a52-4d0b-9c5e-3f1b8f2d9e77";
constexpr int soon = 2;  // polls within the limit
using Act = std::function<void(JudgedTable&)>;

// What a JobManager and the cluster say of a job and its group.
class ToldJob final : public MarkJoin {
 public:
  ToldJob(std::int64_t completed, std::int64_t committed) : completed_(completed), committed_(committed) {}
  void tell(std::int64_t completed, std::int64_t committed) {
    completed_ = completed;
    committed_ = committed;
  }
  TableMarks join(const TableView& table) override {
    const auto landed = landed_checkpoint(table.versions);
    if (!landed) return {};
    return marks_.next(table.versions, *landed, completed_,
                       SourceOffsets{{{TopicName("orders"), PartitionId(0)}, committed_}});
  }

 private:
  std::int64_t completed_, committed_;
  CheckpointMarks marks_;
};

// A database that answers every question with the same row; -1: with none.
class ToldRows final : public SqlSession {
 public:
  explicit ToldRows(const std::int64_t& next) : next_(next) {}
  SqlReply query(const std::string&, const std::vector<std::string>&, std::stop_token) override {
    SqlReply reply;
    for (const char* name : {"topic", "part", "next"}) reply.columns.push_back({name, SqlType::number});
    if (next_ >= 0) reply.rows.push_back({"orders", "0", std::to_string(next_)});
    return reply;
  }

 private:
  const std::int64_t& next_;
};

std::string sink_answer(const char* name) {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/sinks/") + QLatin1String(name));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", name);
  return file.readAll().toStdString();
}

void watch_spark(JudgedTable& table, const char* type) {
  table.catalog.type = type;
  table.pipeline.checkpoint = table.file("checkpoint").toStdString();
}

// The offsets of Spark's batches 0 to `newest`, as its checkpoint folder has them: 100 each, the first one to `first`.
void put_batches(JudgedTable& table, int newest, const char* of = query, int first = 100) {
  table.write(QStringLiteral("checkpoint/metadata"), QByteArray(R"({"id":")") + of + "\"}");
  for (int batch = 0; batch <= newest; ++batch)
    table.write(QStringLiteral("checkpoint/offsets/%1").arg(batch),
                "v1\n{\"batchTimestampMs\":1}\n{\"orders\":{\"0\":" + QByteArray::number(first + 100 * batch) + "}}");
}

// A Delta log as Spark writes it, from this version on: one for each batch of the query.
constexpr int restored = -1, of_others = -2;  // to version 0; rows without a batch
void put_spark_log(JudgedTable& table, const std::vector<int>& batches, int version = 0, const char* of = query) {
  for (const int batch : batches) {
    const QByteArray head = R"({"commitInfo":{"timestamp":)" + QByteArray::number(1'700'000'001'000 + version),
                     epoch = QByteArray::number(batch);
    QByteArray text = head + R"(,"operation":"WRITE"}})" + "\n" + R"({"add":{"path":"f"}})" + "\n";
    if (batch == restored) text = head + R"(,"operation":"RESTORE","operationParameters":{"version":"0"}}})" + "\n";
    if (batch >= 0)
      text = head + R"(,"operation":"STREAMING UPDATE","operationParameters":{"queryId":")" + of + R"(","epochId":")" +
             epoch + "\"}}}\n" + R"({"txn":{"appId":")" + of + R"(","version":)" + epoch + "}}\n" +
             R"({"add":{"path":"f","dataChange":true}})" + "\n";
    table.write(QStringLiteral("lake/orders/_delta_log/%1.json").arg(version++, 20, 10, QLatin1Char('0')), text);
  }
}
}  // namespace

class TestWriterStates final : public QObject {
  Q_OBJECT
 private slots:
  void a_state_of_each_kind_data();
  void a_state_of_each_kind();

 private:
  static void delta_rows();
  static void hudi_rows();
  static void paimon_rows();
  static void sql_catalog_rows();
  static void spark_rows();
  static void spark_delta_rows();
  static void flink_rows();
  static void sink_rows();
  static void http_rows();
};

namespace {
// `concerned`: offsets that the state speaks of; -1: nothing is wanted of them.
void row(const char* writer, const char* state, const char* word, const Act& act, std::int64_t concerned = -1,
         const char* how = "") {
  QTest::addRow("%s: %s is %s%s", writer, state, word, how)
      << QString::fromLatin1(word) << act << static_cast<qint64>(concerned);
}

// A folder of tests/fixtures beside a group and a log.
Act folder(const std::string& type, const std::string& fixture, const Beside& beside, int polls = JudgedTable::late) {
  return [=](JudgedTable& table) {
    table.catalog.type = type;
    table.put(QString::fromStdString(fixture));
    table.poll(beside, polls);
  };
}
}  // namespace

// delta-rs, with kafka-delta-ingest's transactions.
void TestWriterStates::delta_rows() {
  const auto delta = [](const char* fixture, const Beside& beside, int polls = JudgedTable::late, int partition = 0) {
    return [=](JudgedTable& table) {
      table.pipeline.writer = "kafka-delta-ingest";
      table.partition.partition = PartitionId(partition);
      folder("delta", std::string("delta/") + fixture, beside, polls)(table);
    };
  };
  const char* writer = "kafka-delta-ingest";
  row(writer, "aligned", "ALIGNED", delta("orders", {{}, 1050}, soon));
  row(writer, "behind", "STALLED", delta("orders", {{}, 1200}), 150);
  row(writer, "ahead", "TABLE_AHEAD", delta("orders", {1000, 1050}), 50);
  row(writer, "hole", "GAP", delta("skipped", {{}, 110}), 80);
  row(writer, "overlap", "DUPLICATE_RISK", delta("again", {{}, 60}), 10);
  row(writer, "reset", "RESET", delta("orders", {{}, 500}), 550);
  row(writer, "expired", "UNKNOWN", delta("cleaned", {{}, 500}, JudgedTable::late, 2));
  row(writer, "rolled back", "LOST", delta("restored-and-on", {{}, 60}));
}

void TestWriterStates::hudi_rows() {
  for (const char* version : {"6", "8"}) {
    const std::string writer = std::string("hudi ") + version;
    const auto of = [&](const char* state, const char* word, const char* fixture, const Beside& beside, int polls,
                        std::int64_t concerned = -1) {
      row(writer.c_str(), state, word, folder("hudi", std::string("hudi/") + fixture + "-v" + version, beside, polls),
          concerned);
    };
    of("aligned", "ALIGNED", "compacted", {30, 30}, soon);
    of("behind", "STALLED", "compacted", {90, 90}, JudgedTable::late, 60);
    of("ahead", "TABLE_AHEAD", "compacted", {10, 30}, JudgedTable::late, 20);
    of("hole", "GAP", "reset", {500, 500}, JudgedTable::late, 150);
    of("overlap", "DUPLICATE_RISK", "again", {300, 300}, JudgedTable::late, 50);
    of("reset", "RESET", "compacted", {5, 5}, JudgedTable::late, 25);
    if (version == std::string("6"))
      of("archived", "ALIGNED", "expired", {10, 10}, soon);
    else
      of("expired", "UNKNOWN", "expired", {10, 30}, JudgedTable::late);
    of("empty checkpoint", "UNKNOWN", "empty", {10, 30}, JudgedTable::late);
  }
}

// A rule of the profile finds the offsets that the job puts into its snapshots.
void TestWriterStates::paimon_rows() {
  const auto paimon = [](const char* fixture, const Beside& beside, int polls = JudgedTable::late) {
    return [=](JudgedTable& table) {
      table.pipeline.offsets = OffsetRule{"app.offsets", "json", "next"};
      folder("paimon", std::string("paimon/") + fixture, beside, polls)(table);
    };
  };
  const char* writer = "paimon";
  row(writer, "aligned", "ALIGNED", paimon("lake.db/noted", {1040, 1040}, soon));
  row(writer, "behind", "STALLED", paimon("lake.db/noted", {1200, 1200}), 160);
  row(writer, "ahead", "TABLE_AHEAD", paimon("lake.db/noted", {1000, 1040}), 40);
  row(writer, "overlap", "DUPLICATE_RISK", paimon("lake.db/again", {1060, 1060}), 10);
  row(writer, "reset", "RESET", paimon("lake.db/noted", {40, 40}), 1000);
  row(writer, "expired", "UNKNOWN", paimon("lake.db/expired", {20, 20}));
  row(writer, "no rule", "UNKNOWN", folder("paimon", "paimon/lake.db/orders", {20, 20}));
  row(writer, "rolled back and on", "UNKNOWN", [=](JudgedTable& table) {
    paimon("lake.db/noted", {1040, 1040}, soon)(table);
    table.put(QStringLiteral("paimon/noted-rolled-back"));
    table.poll({1050, 1050}, soon);
  });
}

void TestWriterStates::sql_catalog_rows() {
  const auto sql = [](const char* database, const Beside& beside, int polls = JudgedTable::late) {
    return [=](JudgedTable& table) {
      const QString from = QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/iceberg-sql");
      QFile::copy(from + QLatin1Char('/') + QLatin1String(database) + QLatin1String(".db"), table.file("c.db"));
      QFile::setPermissions(table.file("c.db"), QFile::ReadOwner | QFile::WriteOwner);
      SQLite::Database(table.file("c.db").toStdString(), SQLite::OPEN_READWRITE)
          .exec(
              "UPDATE iceberg_tables SET metadata_location = replace(metadata_location, '/tmp/tidemark-iceberg-sql', "
              "'" +
              from.toStdString() + "')");
      table.catalog.type = "iceberg-sql";
      table.catalog.dsn = "sqlite:///" + table.file("c.db").toStdString();
      table.catalog.path.clear();
      table.pipeline.table = "lake.eu.orders";
      table.pipeline.offsets = OffsetRule{"app.offsets", "json", "next"};
      table.poll(beside, polls);
    };
  };
  for (const char* writer : {"pyiceberg", "iceberg-java"}) {
    const char* database = writer == std::string("pyiceberg") ? "python" : "java-v1";
    row(writer, "aligned", "ALIGNED", sql(database, {2501, 2501}, soon));
    row(writer, "behind", "STALLED", sql(database, {3000, 3000}), 499);
    row(writer, "ahead", "TABLE_AHEAD", sql(database, {2000, 2501}), 501);
    row(writer, "reset", "RESET", sql(database, {100, 100}), 2401);
  }
  row("pyiceberg", "overlap", "DUPLICATE_RISK", sql("again", {2600, 2600}), 500);
  row("pyiceberg", "expired", "UNKNOWN", sql("expired", {2501, 2501}));
  row("pyiceberg", "rolled back and on", "UNKNOWN", [](JudgedTable& table) {
    table.catalog.type = "iceberg-hadoop";
    table.pipeline.offsets = OffsetRule{"app.offsets", "json", "next"};
    table.put_metadata(QStringLiteral("iceberg/rolled-back-and-on.metadata.json"));
    table.poll({3000, 3000}, soon);
  });
}

// pyiceberg and files of this test, with Spark's keys.
void TestWriterStates::spark_rows() {
  const auto iceberg = [](const char* fixture, int batches, const Beside& beside, int polls = JudgedTable::late) {
    return [=](JudgedTable& table) {
      watch_spark(table, "iceberg-hadoop");
      table.pipeline.writer = "spark";
      table.put_metadata("iceberg-writers/" + QLatin1String(fixture) + "-from-source.metadata.json");
      put_batches(table, batches);
      table.poll(beside, polls);
    };
  };
  const char *writer = "spark iceberg", *source = " from source";
  row(writer, "aligned", "ALIGNED", iceberg("spark", 3, {{}, 400}, soon), -1, source);
  row(writer, "behind", "STALLED", iceberg("spark", 5, {{}, 600}), 200, source);
  row(writer, "ahead", "TABLE_AHEAD", iceberg("spark", 3, {100, 400}), 300, source);
  row(writer, "checkpoint put back", "RESET", iceberg("spark", 1, {{}, 400}), -1, source);
  row(writer, "hole", "GAP", iceberg("spark-hole", 3, {{}, 400}), 100, source);
  row(
      writer, "overlap", "DUPLICATE_RISK",
      [=](JudgedTable& table) {
        watch_spark(table, "iceberg-hadoop");
        table.put_metadata("iceberg-writers/spark-made-anew-from-source.metadata.json", 2);
        put_batches(table, 1);
        table.poll({{}, 200});
        table.put_metadata("iceberg-writers/spark-made-anew-from-source.metadata.json");
        put_batches(table, 0, other_query, 150);
        table.poll({{}, 200}, soon);
      },
      50, source);
  row(writer, "reset", "RESET", iceberg("spark", 3, {{}, 50}), 350, source);
  row(writer, "expired", "UNKNOWN", iceberg("spark-expired", 3, {{}, 400}), -1, source);
}

void TestWriterStates::spark_delta_rows() {
  const auto delta = [](const std::vector<int>& log, int batches, const Beside& beside, int polls = JudgedTable::late) {
    return [=](JudgedTable& table) {
      watch_spark(table, "delta");
      put_batches(table, batches);
      put_spark_log(table, log);
      table.poll(beside, polls);
    };
  };
  const char *writer = "spark delta", *source = " from source";
  row(writer, "aligned", "ALIGNED", delta({0, 1, 2, 3}, 3, {{}, 400}, soon), -1, source);
  row(writer, "behind", "STALLED", delta({0, 1, 2, 3}, 5, {{}, 600}), 200, source);
  row(writer, "ahead", "TABLE_AHEAD", delta({0, 1, 2, 3}, 3, {100, 400}), 300, source);
  row(writer, "hole", "LOST", delta({0, 1, restored, 2}, 2, {{}, 300}), -1, source);
  row(
      writer, "overlap", "DUPLICATE_RISK",
      [](JudgedTable& table) {
        watch_spark(table, "delta");
        put_batches(table, 1);
        put_spark_log(table, {0, 1});
        table.poll({{}, 200});
        put_batches(table, 0, other_query, 150);
        put_spark_log(table, {0}, 2, other_query);
        table.poll({{}, 200}, soon);
      },
      50, source);
  row(writer, "reset", "RESET", delta({0, 1, 2, 3}, 3, {{}, 50}), 350, source);
  row(
      writer, "expired", "UNKNOWN",
      [](JudgedTable& table) {
        watch_spark(table, "delta");
        put_batches(table, 3);
        put_spark_log(table, {of_others}, 5);
        table.poll({{}, 400});
      },
      -1, source);
}

// Flink's own sink; its JobManager and its group are told.
void TestWriterStates::flink_rows() {
  const auto flink = [](std::int64_t completed, std::int64_t committed, const Beside& beside, int polls) {
    return [=](JudgedTable& table) {
      table.catalog.type = "iceberg-hadoop";
      const auto job = std::make_shared<ToldJob>(4, 500);
      table.join = job;
      table.put_metadata("iceberg-writers/flink.metadata.json");
      table.poll({500, 500}, soon);
      job->tell(completed, committed);
      table.poll(beside, polls);
    };
  };
  const char* writer = "flink iceberg";
  row(writer, "aligned", "ALIGNED", flink(4, 500, {500, 500}, soon));
  row(writer, "behind", "STALLED", flink(15, 700, {700, 700}, JudgedTable::late), 200);
  row(writer, "ahead", "TABLE_AHEAD", flink(5, 100, {100, 500}, JudgedTable::late), 400);
  row(
      writer, "overlap", "DUPLICATE_RISK",
      [](JudgedTable& table) {
        table.catalog.type = "iceberg-hadoop";
        const auto job = std::make_shared<ToldJob>(2, 500);
        table.join = job;
        table.put_metadata("iceberg-writers/flink-again.metadata.json", 2);
        table.poll({500, 500});
        job->tell(2, 200);
        table.put_metadata("iceberg-writers/flink-again.metadata.json");
        table.poll({200, 500}, soon);
      },
      300);
  row(writer, "reset", "RESET", flink(4, 500, {50, 50}, JudgedTable::late), 450);
  row(writer, "expired", "UNKNOWN", [](JudgedTable& table) {
    table.catalog.type = "iceberg-hadoop";
    table.pipeline.writer = "flink";
    table.join = std::make_shared<ToldJob>(4, 500);
    table.put_metadata("iceberg-writers/flink-expired.metadata.json");
    table.poll({500, 500});
  });
}

void TestWriterStates::sink_rows() {
  const auto database = [](std::int64_t next, const Beside& beside, int polls = JudgedTable::late) {
    return [=](JudgedTable& table) {
      SinkProfile sink;
      sink.name = table.pipeline.table;
      sink.type = "postgres";
      sink.cluster = ClusterName("prod");
      sink.query = "select topic, part, max(off) + 1 from docs group by 1, 2";
      if (beside.committed) table.pipeline.group = "g";
      table.watch(TableSource::of_sink(
          std::make_unique<SinkTable>(sink, std::make_unique<PostgresReader>(sink, std::make_unique<ToldRows>(next))),
          sink, {table.pipeline}, table.clock, table.recorder));
      table.poll(beside, polls);
    };
  };
  const char *writer = "sql", *told = " told";
  row(writer, "aligned", "ALIGNED", database(100, {100, 100}, soon), -1, told);
  row(writer, "behind", "STALLED", database(100, {150, 150}), 50, told);
  row(writer, "ahead", "TABLE_AHEAD", database(100, {80, 100}), 20, told);
  row(writer, "reset", "RESET", database(100, {40, 40}), 60, told);
  row(writer, "expired", "UNKNOWN", database(-1, {100, 100}), -1, told);
}

// What a real search server said, of topic docs.
void TestWriterStates::http_rows() {
  const auto search = [](const Beside& beside, int polls = JudgedTable::late, const char* rows = nullptr) {
    return [=](JudgedTable& table) {
      HttpServer server([&](const HttpSeen&, HttpPeer& peer) {
        peer.answer(200, rows != nullptr ? rows : sink_answer("opensearch/offsets.json"));
      });
      table.partition.topic = TopicName("docs");
      table.pipeline.topic = table.pipeline.table = "docs";
      if (beside.committed) table.pipeline.group = "g";
      SinkProfile sink;
      sink.name = "docs";
      sink.type = "http-json";
      sink.preset = "opensearch";
      sink.means = "last";
      sink.url = server.url();
      sink.cluster = ClusterName("prod");
      sink.with = {{"index", "docs"}, {"topic", "topic"}, {"partition", "part"}, {"offset", "off"}};
      auto sources = open_sink(sink, {table.pipeline}, table.secrets, table.clock, table.recorder);
      if (!sources) qFatal("%s", sources.error().line().c_str());
      table.watch(std::move(sources->front()));
      table.poll(beside, polls);
      table.watch(nullptr);
    };
  };
  const char* writer = "http-json";
  row(writer, "aligned", "ALIGNED", search({21, 21}, soon));
  row(writer, "behind", "STALLED", search({50, 50}), 29);
  row(writer, "ahead", "TABLE_AHEAD", search({10, 21}), 11);
  row(writer, "reset", "RESET", search({5, 5}), 16);
  row(writer, "expired", "UNKNOWN",
      search(
          {21, 21}, JudgedTable::late,
          R"({"timed_out":false,"_shards":{"failed":0},"aggregations":{"topics":{"sum_other_doc_count":0,"buckets":[]}}})"));
}

void TestWriterStates::a_state_of_each_kind_data() {
  QTest::addColumn<QString>("word");
  QTest::addColumn<Act>("act");
  QTest::addColumn<qint64>("concerned");
  delta_rows();
  hudi_rows();
  paimon_rows();
  sql_catalog_rows();
  spark_rows();
  spark_delta_rows();
  flink_rows();
  sink_rows();
  http_rows();
}

void TestWriterStates::a_state_of_each_kind() {
  QFETCH(QString, word);
  QFETCH(Act, act);
  QFETCH(qint64, concerned);
  JudgedTable table({});
  act(table);
  const AlignRow row = table.row();
  QVERIFY2(QString::fromStdString(std::string(tidemark::word(row.state))) == word,
           (std::string(tidemark::word(row.state)) + ": " + row.reason).c_str());
  if (concerned >= 0) QCOMPARE(row.concerned, concerned);
  if (word == QLatin1String("UNKNOWN")) QVERIFY(!row.durable && !row.reason.empty());
}

QTEST_GUILESS_MAIN(TestWriterStates)
#include "tst_writer_states.moc"
