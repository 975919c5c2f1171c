// SPDX-License-Identifier: GPL-3.0-or-later
// Delta tables in folders: those that a real writer has written (tests/fixtures/delta/generate.py), and beside them the
// checksums, checkpoints of version 2 and checkpoint folders of Spark, which are made here from the documented formats.
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "collectors/tables/delta/delta_catalog.h"
#include "collectors/tables/formats.h"
#include "collectors/tables/table_source.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/integration/tables/tables.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
const QString fixtures = QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/delta/");
const ReadRules ingest{.writer = "kafka-delta-ingest", .topic = "orders"};
constexpr const char* query = "e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10";

QJsonObject expected(const QString& name) {
  QFile file(fixtures + QStringLiteral("expected.json"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no fixtures");
  return QJsonDocument::fromJson(file.readAll()).object().value(name).toObject();
}

// A lake in a folder of the test.
struct Lake {
  QTemporaryDir folder;
  std::string path() const { return folder.path().toStdString(); }
  QString file(const std::string& name) const { return folder.filePath(QString::fromStdString(name)); }

  void write(const std::string& name, const std::string& bytes) const {
    QDir().mkpath(QFileInfo(file(name)).path());
    QFile out(file(name));
    if (!out.open(QIODevice::WriteOnly)) qFatal("cannot write");
    out.write(QByteArray::fromStdString(bytes));
  }
  void remove(const std::string& name) const {
    if (!QFile::remove(file(name))) qFatal("cannot remove %s", name.c_str());
  }
  // Versions of a fixture's table that are not there yet; up to and with `last`.
  void take(const QString& fixture, const std::string& table, int last = 999) const {
    const QDir log(fixtures + fixture + QStringLiteral("/_delta_log"));
    for (const QString& name : log.entryList(QDir::Files)) {
      const std::string to = table + "/_delta_log/" + name.toStdString();
      if (name.left(20).toInt() > last || QFile::exists(file(to))) continue;
      QFile in(log.filePath(name));
      if (!in.open(QIODevice::ReadOnly)) qFatal("cannot read");
      write(to, in.readAll().toStdString());
    }
  }
  void commit(const std::string& table, int version, const std::string& actions) const {
    write(table + "/_delta_log/" + delta::version_name(version, ".json"), actions);
  }
  // As Spark writes it.
  void batch(const std::string& table, int version, int number) const {
    const std::string id = query, epoch = std::to_string(number);
    commit(table, version,
           R"({"commitInfo":{"timestamp":)" + std::to_string(1'700'000'001'000 + version) +
               R"(,"operation":"STREAMING UPDATE","operationParameters":{"outputMode":"Append","queryId":")" + id +
               R"(","epochId":")" + epoch + "\"}}}\n" + R"({"txn":{"appId":")" + id + R"(","version":)" + epoch +
               "}}\n" + R"({"add":{"path":"f","dataChange":true,"stats":"{\"numRecords\":5}"}})" + "\n");
  }
  void offsets(int batch, std::int64_t next, std::int64_t planned = 1'700'000'000'000) const {
    write("checkpoint/metadata", std::string("{\"id\":\"") + query + "\"}");
    write("checkpoint/offsets/" + std::to_string(batch),
          "v1\n{\"batchWatermarkMs\":0,\"batchTimestampMs\":" + std::to_string(planned) +
              ",\"conf\":{}}\n{\"orders\":{\"0\":" + std::to_string(next) + "}}");
  }
};

CatalogProfile profile_of(const Lake& lake, const std::string& checkpoint = {}) {
  CatalogProfile profile;
  profile.name = "lake";
  profile.type = "delta";
  profile.path = lake.path();
  profile.checkpoint = checkpoint;
  return profile;
}

// Topic orders. -1: there is no such mark; -2: it is not known.
std::int64_t mark(const TableLoad& load, int partition = 0) {
  const auto found = load.reading.marks->durable.find({TopicName("orders"), PartitionId(partition)});
  if (found == load.reading.marks->durable.end()) return -1;
  return found->second.value_or(-2);
}
}  // namespace

class TestDeltaCatalog final : public QObject {
  Q_OBJECT
 private slots:
  void what_a_real_writer_wrote_data();
  void what_a_real_writer_wrote();
  void rows_that_a_restore_took();
  void what_the_clean_up_took_is_unknown();
  void a_checksum_fills_in_what_the_log_lost();
  void a_checkpoint_in_json_fills_it_in_too();
  void a_poll_without_news_asks_twice();
  void versions_are_followed_one_by_one();
  void a_table_made_anew();
  void a_long_log_is_read_from_its_end();
  void a_checkpoint_folder_of_spark();
  void a_checkpoint_folder_that_cannot_be_read();
  void hostile_files();
  void marks_states_and_commits();
  void what_is_not_known_beside_what_is();
  void a_table_that_was_replaced_is_said();

 private:
  std::unique_ptr<TableCatalog> open(const CatalogProfile& profile) const {
    auto catalog = open_catalog(profile, secrets_, clock_);
    if (!catalog) qFatal("%s", catalog.error().line().c_str());
    return std::move(*catalog);
  }
  std::unique_ptr<TableCatalog> open(const Lake& lake) const { return open(profile_of(lake)); }
  static TableLoad load(TableCatalog& catalog, const ReadRules& rules = ingest, const std::string& tag = {}) {
    TableLoad load = catalog.load(TableName("orders"), rules, tag, {});
    if (!load.ok()) qWarning("%s", load.error.line().c_str());
    return load;
  }
  const PlainSecrets secrets_;
  const SystemClock clock_;
};

void TestDeltaCatalog::what_a_real_writer_wrote_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"orders", "cleaned", "restored", "restored-and-on", "two-apps", "plain"})
    QTest::newRow(name) << QString::fromLatin1(name);
}

void TestDeltaCatalog::what_a_real_writer_wrote() {
  QFETCH(QString, name);
  const QJsonObject want = expected(name);
  QVERIFY(!want.isEmpty());
  const Lake lake;
  lake.take(name, "lake/orders");
  const auto catalog = open(lake);
  const TableList list = catalog->list({});
  QVERIFY2(list.ok(), list.error.line().c_str());
  QCOMPARE(list.tables, std::vector<TableName>{TableName("lake.orders")});
  const TableLoad got = catalog->load(list.tables[0], ingest, {}, {});
  QVERIFY2(got.what == TableLoad::What::loaded, got.error.line().c_str());
  QCOMPARE(got.reading.head.value(), want.value(QLatin1String("head")).toString().toStdString());
  if (name != QLatin1String("cleaned"))  // who the table is stands in its checkpoint there
    QCOMPARE(got.reading.uuid, want.value(QLatin1String("uuid")).toString().toStdString());
  const QJsonObject versions = want.value(QLatin1String("versions")).toObject();
  QVERIFY(!got.reading.versions.empty());
  for (const TableVersion& version : got.reading.versions) {
    const QJsonObject of = versions.value(QString::fromStdString(version.commit.snapshot_id)).toObject();
    QCOMPARE(version.commit.operation, of.value(QLatin1String("operation")).toString().toStdString());
    QCOMPARE(ms(version.commit.committed.value()), of.value(QLatin1String("at_ms")).toInteger());
    if (const QJsonValue added = of.value(QLatin1String("added")); !added.isNull())
      QCOMPARE(version.commit.added_records, std::optional(std::int64_t{added.toInteger()}));
  }
  // The writer's own reading of its transactions, where nothing was restored and one application writes.
  if (name.startsWith(QLatin1String("restored")) || name == QLatin1String("two-apps")) return;
  const QJsonObject transactions = want.value(QLatin1String("transactions")).toObject();
  for (const QString& id : transactions.keys()) {
    const int partition = id.right(1).toInt();
    if (name == QLatin1String("cleaned") && partition == 2) continue;
    QCOMPARE(mark(got, partition), std::int64_t{transactions.value(id).toInteger() + 1});
  }
}

void TestDeltaCatalog::rows_that_a_restore_took() {
  const Lake lake;
  lake.take(QStringLiteral("restored-and-on"), "orders");
  const auto catalog = open(lake);
  const TableLoad got = load(*catalog);
  // 20 records and 10 more are in it, as its writer counts them, and not those of [20, 50).
  QCOMPARE(expected(QStringLiteral("restored-and-on")).value(QLatin1String("records")).toInt(), 30);
  QCOMPARE(mark(got), std::int64_t{20});
  QCOMPARE(got.reading.branch, (std::vector<std::string>{"3", "2", "0"}));
  QCOMPARE(got.reading.left, std::vector<std::string>{"1"});
  QCOMPARE(got.reading.marks->trouble.size(), 1u);
  QVERIFY(got.reading.marks->trouble[0].find("orders/0 [20, 50) is gone") != std::string::npos);
  const auto& newest = got.reading.versions.at(0).commit;
  QCOMPARE(newest.ranges.size(), 1u);
  QCOMPARE(newest.ranges[0].from, std::int64_t{50});
}

void TestDeltaCatalog::what_the_clean_up_took_is_unknown() {
  const Lake lake;
  lake.take(QStringLiteral("cleaned"), "orders");
  const auto catalog = open(lake);
  const TableLoad got = load(*catalog);
  QVERIFY(!got.reading.whole);
  QCOMPARE(mark(got, 0), std::int64_t{40});
  QCOMPARE(mark(got, 1), std::int64_t{5});
  QCOMPARE(mark(got, 2), std::int64_t{-1});  // it stands in the Parquet checkpoint, and is never 0
  // Nothing at all is said where nothing can be seen.
  const TableLoad none =
      load(*catalog, {.topic = "orders", .offsets = OffsetRule{"orders-ingest-2{partition}", "json", "last"}});
  QVERIFY(none.reading.marks->unknown_reason == Reason::not_supported);
  QVERIFY(none.reading.marks->unknown_why.find("Parquet") != std::string::npos);
}

void TestDeltaCatalog::a_checksum_fills_in_what_the_log_lost() {
  const Lake lake;
  lake.take(QStringLiteral("cleaned"), "orders");
  const std::string crc = "orders/_delta_log/" + delta::version_name(2, ".crc");
  lake.write(crc,
             R"({"numFiles":3,"metadata":{"id":"t-1"},"setTransactions":[{"appId":"orders-ingest-0","version":29},)"
             R"({"appId":"orders-ingest-2","version":499}]})");
  const TableLoad got = load(*open(lake));
  QCOMPARE(mark(got, 0), std::int64_t{40});
  QCOMPARE(mark(got, 2), std::int64_t{500});
  QCOMPARE(got.reading.uuid, std::string("t-1"));
  for (const char* wrong : {"", "{", R"({"numFiles":3})", R"({"setTransactions":7})"}) {
    lake.write(crc, wrong);
    QCOMPARE(mark(load(*open(lake)), 2), std::int64_t{-1});
  }
}

void TestDeltaCatalog::a_checkpoint_in_json_fills_it_in_too() {
  const Lake lake;
  lake.take(QStringLiteral("cleaned"), "orders");
  const std::string log = "orders/_delta_log/";
  const std::string transaction = R"({"txn":{"appId":"orders-ingest-2","version":499}})";
  lake.write(log + "_last_checkpoint",
             R"({"version":1,"v2Checkpoint":{"path":"x","nonFileActions":[)" + transaction + "]}}");
  QCOMPARE(mark(load(*open(lake)), 2), std::int64_t{500});
  lake.write(log + "_last_checkpoint", R"({"version":1,"v2Checkpoint":{"path":"x"}})");
  QCOMPARE(mark(load(*open(lake)), 2), std::int64_t{-1});
  const std::string name = delta::version_name(1, ".checkpoint.80a083e8-7026-4e79-81be-64bd76c43a11.json");
  lake.write(log + name, R"({"checkpointMetadata":{"version":1}})"
                         "\n" +
                             transaction + "\n");
  QCOMPARE(mark(load(*open(lake)), 2), std::int64_t{500});
  // Older than the oldest version that is there: what came between is not known.
  lake.remove(log + name);
  lake.write(log + delta::version_name(0, ".checkpoint.80a083e8-7026-4e79-81be-64bd76c43a11.json"),
             R"({"checkpointMetadata":{"version":0}})"
             "\n" +
                 transaction + "\n");
  QCOMPARE(mark(load(*open(lake)), 2), std::int64_t{-1});
}

void TestDeltaCatalog::a_poll_without_news_asks_twice() {
  const Lake lake;
  lake.take(QStringLiteral("orders"), "orders");
  const auto catalog = open(lake);
  const TableLoad first = load(*catalog);
  QVERIFY(!first.tag.empty());
  const TableLoad second = load(*catalog, ingest, first.tag);
  QVERIFY(second.what == TableLoad::What::unchanged);
  QCOMPARE(second.cost.requests, std::int64_t{2});
  QCOMPARE(second.cost.bytes, std::int64_t{0});
  // Whoever has lost the reading gets it again.
  QVERIFY(load(*catalog).what == TableLoad::What::loaded);
}

void TestDeltaCatalog::versions_are_followed_one_by_one() {
  const Lake lake;
  lake.take(QStringLiteral("orders"), "orders", 0);
  const auto catalog = open(lake);
  TableLoad got = load(*catalog);
  QCOMPARE(mark(got), std::int64_t{1020});
  const std::int64_t marks[] = {1020, 1040, 1040, 1050, 1050};
  for (int version = 1; version <= 4; ++version) {
    lake.take(QStringLiteral("orders"), "orders", version);
    got = load(*catalog, ingest, got.tag);
    QVERIFY(got.what == TableLoad::What::loaded);
    QCOMPARE(got.reading.head, std::optional(std::to_string(version)));
    QCOMPARE(mark(got), marks[version]);
  }
  QVERIFY(got.cost.requests <= 3);
}

void TestDeltaCatalog::a_table_made_anew() {
  const Lake lake;
  lake.take(QStringLiteral("orders"), "orders");
  const auto catalog = open(lake);
  const TableLoad first = load(*catalog);
  QDir(lake.file("orders")).removeRecursively();
  lake.take(QStringLiteral("orders-made-anew"), "orders");
  const TableLoad second = load(*catalog, ingest, first.tag);
  QVERIFY(second.what == TableLoad::What::loaded);
  QCOMPARE(second.reading.uuid,
           expected(QStringLiteral("orders-made-anew")).value(QLatin1String("uuid")).toString().toStdString());
  QCOMPARE(second.reading.branch, std::vector<std::string>{"0"});
  QCOMPARE(mark(second), std::int64_t{2007});
  QDir(lake.file("orders/_delta_log")).removeRecursively();
  QDir().mkpath(lake.file("orders/_delta_log"));
  QVERIFY(load(*catalog, ingest, second.tag).what == TableLoad::What::gone);
}

void TestDeltaCatalog::a_long_log_is_read_from_its_end() {
  const Lake lake;
  const auto version = [&](int number, const std::string& id) {
    lake.commit(
        "orders", number,
        R"({"txn":{"appId":")" + id + R"(","version":)" + std::to_string(number) + "}}\n" + R"({"add":{"path":"f"}})");
  };
  for (int number = 0; number < 700; ++number) version(number, number == 300 ? "app-1" : "app-0");
  const auto catalog = open(lake);
  const TableLoad got = load(*catalog);
  QCOMPARE(mark(got), std::int64_t{700});
  QCOMPARE(mark(got, 1), std::int64_t{301});  // further back than what is shown
  QCOMPARE(got.reading.versions.size(), TableReading::newest);
  QVERIFY(got.cost.requests < 510);
  QVERIFY(!got.reading.whole);
  // A checksum saves the way back.
  lake.write("orders/_delta_log/" + delta::version_name(690, ".crc"),
             R"({"setTransactions":[{"appId":"app-0","version":690},{"appId":"app-1","version":300}]})");
  const TableLoad summed = load(*open(lake));
  QCOMPARE(mark(summed, 1), std::int64_t{301});
  QVERIFY(summed.cost.requests < 110);
  // Where nothing is known of a streaming writer, nothing is looked for.
  for (int number = 0; number < 700; ++number) lake.commit("orders", number, R"({"add":{"path":"f"}})");
  lake.remove("orders/_delta_log/" + delta::version_name(690, ".crc"));
  QVERIFY(load(*open(lake), {}).cost.requests < 110);
}

void TestDeltaCatalog::a_checkpoint_folder_of_spark() {
  const Lake lake;
  for (int i = 0; i < 3; ++i) {
    lake.batch("orders", i, i);
    lake.offsets(i, 100 * (i + 1));
  }
  lake.offsets(3, 400);  // planned, and not in the table
  lake.write("checkpoint/offsets/.3.crc", "x");
  const auto catalog = open(profile_of(lake, lake.path() + "/checkpoint"));
  const TableLoad got = load(*catalog, {});
  QCOMPARE(mark(got), std::int64_t{300});
  QCOMPARE(got.reading.marks->adapter, std::string("a"));
  QCOMPARE(got.reading.writer, std::string("spark"));
  QCOMPARE(got.reading.versions[0].commit.ranges.at(0).from, std::int64_t{200});
  QCOMPARE(got.reading.versions[0].commit.commit_id, std::string("2"));
  QVERIFY(load(*catalog, {}, got.tag).what == TableLoad::What::unchanged);
  // The checkpoint is put back from a copy: what is planned next has a number that the table has already.
  lake.remove("checkpoint/offsets/3");
  lake.remove("checkpoint/offsets/2");
  const TableLoad behind = load(*catalog, {}, got.tag);
  QVERIFY(behind.what == TableLoad::What::loaded);
  QVERIFY(behind.reading.marks->trouble.at(0).starts_with("silent-stall"));
  QCOMPARE(mark(behind), std::int64_t{300});  // what was read of it before is still what landed
  lake.offsets(2, 900, 1'800'000'000'000);
  QCOMPARE(mark(load(*catalog, {})), std::int64_t{300});
  // Who comes later cannot know what it was.
  const TableLoad late = load(*open(profile_of(lake, lake.path() + "/checkpoint")), {});
  QCOMPARE(mark(late), std::int64_t{-2});
  QVERIFY(late.reading.marks->trouble.at(0).starts_with("silent-stall"));
}

void TestDeltaCatalog::a_checkpoint_folder_that_cannot_be_read() {
  const Lake lake;
  lake.batch("orders", 0, 7);
  const CatalogProfile profile = profile_of(lake, lake.path() + "/checkpoint");
  const auto catalog = open(profile);
  const TableLoad none = load(*catalog, {});
  QVERIFY(none.what == TableLoad::What::loaded);  // the table is there all the same
  QVERIFY(none.reading.marks->durable.empty());
  QVERIFY(none.reading.marks->unknown_why.find("no file \"metadata\"") != std::string::npos);
  lake.write("checkpoint/metadata", "{}");
  QVERIFY(load(*catalog, {}).reading.marks->unknown_why.find("names no query") != std::string::npos);
  lake.offsets(7, 100);
  QDir(lake.file("checkpoint/offsets")).removeRecursively();
  QVERIFY(load(*catalog, {}).reading.marks->unknown_why.find("cannot be read") != std::string::npos);
  lake.write("checkpoint/offsets/7", "v1\n{}\n{\"orders\":{\"0\":1");
  const TableLoad cut = load(*catalog, {});
  QVERIFY2(cut.reading.marks->unknown_why.find("batch 7") != std::string::npos, cut.reading.marks->unknown_why.c_str());
  lake.write("checkpoint/offsets/8", "x");
  lake.remove("checkpoint/offsets/7");
  QVERIFY(load(*catalog, {}).reading.marks->unknown_reason == Reason::expired);
  lake.offsets(7, 100);
  QCOMPARE(mark(load(*catalog, {})), std::int64_t{100});
}

void TestDeltaCatalog::hostile_files() {
  const Lake lake;
  lake.take(QStringLiteral("orders"), "orders");
  for (const char* name : {"99999999999999999999.json", "00000000000000000007.json.tmp", "-0000000000000000007.json"})
    lake.write(std::string("orders/_delta_log/") + name, "{}");
  QCOMPARE(mark(load(*open(lake))), std::int64_t{1050});
  for (const char* bytes : {"", "{", "<html>", "{\"txn\":{\"appId\":\"orders-ingest-0\",\"version\":1e9}}"}) {
    lake.commit("orders", 5, bytes);
    const auto catalog = open(lake);
    const TableLoad got = load(*catalog);
    QCOMPARE(got.reading.head, std::optional(std::string("5")));
    QCOMPARE(mark(got), std::int64_t{-2});
    QVERIFY2(got.reading.marks->unknown_why.find("Version 5") != std::string::npos, bytes);
    // The next one that can be read says where the writer is.
    lake.commit("orders", 6,
                R"({"txn":{"appId":"orders-ingest-0","version":1999}})"
                "\n"
                R"({"add":{"path":"f"}})");
    const TableLoad next = load(*catalog, ingest, got.tag);
    QCOMPARE(mark(next), std::int64_t{2000});
    QCOMPARE(mark(next, 1), std::int64_t{-2});
    lake.remove("orders/_delta_log/" + delta::version_name(6, ".json"));
  }
  // A folder where a version should be ends what can be seen.
  lake.remove("orders/_delta_log/" + delta::version_name(5, ".json"));
  QDir().mkpath(lake.file("orders/_delta_log/" + delta::version_name(5, ".json")));
  QCOMPARE(mark(load(*open(lake))), std::int64_t{1050});
  // More than is read of one file.
  QDir().rmdir(lake.file("orders/_delta_log/" + delta::version_name(5, ".json")));
  QFile huge(lake.file("orders/_delta_log/" + delta::version_name(5, ".json")));
  QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(ObjectStore::largest_file + 2));
  const TableLoad got = load(*open(lake));
  QVERIFY(got.what == TableLoad::What::loaded);
  QCOMPARE(mark(got), std::int64_t{-2});
}

void TestDeltaCatalog::marks_states_and_commits() {
  const Lake lake;
  lake.take(QStringLiteral("restored-and-on"), "orders");
  PipelineProfile pipeline;
  pipeline.table = "orders";
  pipeline.topic = "orders";
  pipeline.writer = "kafka-delta-ingest";
  Recorder recorder;
  const auto source = TableSource::open(profile_of(lake), {pipeline}, secrets_, clock_, recorder);
  QVERIFY2(source, source ? "" : source.error().line().c_str());
  QVERIFY((*source)->poll_once({}));
  const auto state = [&](const char* aspect) { return recorder.state("table:orders", aspect).value_or("(none)"); };
  QCOMPARE(state("format"), std::string("delta"));
  QCOMPARE(state("writer"), std::string("kafka-delta-ingest"));
  QCOMPARE(state("adapter"), std::string("b"));
  QCOMPARE(state("snapshot"), std::string("3"));
  QCOMPARE(state("rolled-back"), std::string("1"));
  QVERIFY(state("trouble").starts_with("lost-files Version 2 restored the table to version 0"));
  QCOMPARE(state("unknown-why"), std::string("(none)"));
  QCOMPARE(recorder.value("tables", "table:orders", "partition:orders/0"), Known<std::int64_t>(20));
  const auto poll = recorder.poll("tables");
  QCOMPARE(poll->commits.size(), 3u);
  QCOMPARE(poll->commits[2].snapshot_id, std::string("3"));
  QCOMPARE(poll->commits[2].ranges.size(), 1u);
  QVERIFY(poll->commits[2].evidence == Evidence::exact);
}

void TestDeltaCatalog::what_is_not_known_beside_what_is() {
  const Lake lake;
  lake.take(QStringLiteral("cleaned"), "orders");
  lake.commit("orders", 4,
              R"({"txn":{"appId":"orders-ingest-3","version":6}})"
              "\n"
              R"({"add":{"path":"f"}})");
  PipelineProfile pipeline;
  pipeline.table = "orders";
  pipeline.topic = "orders";
  pipeline.writer = "kafka-delta-ingest";
  Recorder recorder;
  const auto source = TableSource::open(profile_of(lake), {pipeline}, secrets_, clock_, recorder);
  QVERIFY(source && (*source)->poll_once({}));
  const auto value = [&](const char* partition) { return recorder.value("tables", "table:orders", partition); };
  QCOMPARE(value("partition:orders/0"), Known<std::int64_t>(40));
  QCOMPARE(value("partition:orders/3"), Known<std::int64_t>(7));
  QVERIFY(!value("partition:orders/2").known());
  const std::string why = recorder.state("table:orders", "unknown-why").value_or("");
  QVERIFY2(why.find("of the partition") != std::string::npos && why.find("Parquet") != std::string::npos, why.c_str());
}

void TestDeltaCatalog::a_table_that_was_replaced_is_said() {
  const Lake lake;
  lake.take(QStringLiteral("orders"), "orders");
  PipelineProfile pipeline;
  pipeline.table = "orders";
  pipeline.topic = "orders";
  pipeline.writer = "kafka-delta-ingest";
  Recorder recorder;
  const auto source = TableSource::open(profile_of(lake), {pipeline}, secrets_, clock_, recorder);
  QVERIFY(source && (*source)->poll_once({}));
  QDir(lake.file("orders/_delta_log")).removeRecursively();
  lake.take(QStringLiteral("orders-made-anew"), "orders");
  QVERIFY((*source)->poll_once({}));
  QVERIFY(recorder.state("table:orders", "trouble").value_or("").starts_with("replaced "));
  QCOMPARE(recorder.value("tables", "table:orders", "partition:orders/0"), Known<std::int64_t>(2007));
}

QTEST_GUILESS_MAIN(TestDeltaCatalog)
#include "tst_delta_catalog.moc"
