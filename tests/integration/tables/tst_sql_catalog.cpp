// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogs in SQLite as pyiceberg and Java wrote them (tests/fixtures/iceberg-sql); those in PostgreSQL are in
// tests/lab/test_sql.py.
#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "collectors/tables/formats.h"
#include "collectors/tables/iceberg/metadata_stores.h"
#include "collectors/tables/table_source.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/integration/tables/tables.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::iceberg;
using namespace tidemark::testing;

namespace {
const std::string fixtures = TIDEMARK_SOURCE_DIR "/tests/fixtures/iceberg-sql";
const TableName orders("lake.eu.orders");

// A catalog of the fixtures, whose locations are where the fixtures are now.
struct Catalog {
  QTemporaryDir folder;
  std::string path;
  explicit Catalog(const std::string& name) : path(folder.path().toStdString() + "/c.db") {
    if (!QFile::copy(QString::fromStdString(fixtures + '/' + name + ".db"), QString::fromStdString(path)))
      qFatal("no fixture");
    QFile::setPermissions(QString::fromStdString(path), QFile::ReadOwner | QFile::WriteOwner);
    run("UPDATE iceberg_tables SET metadata_location = replace(metadata_location, '/tmp/tidemark-iceberg-sql', '" +
        fixtures + "')");
  }
  void run(const std::string& statement) const { SQLite::Database(path, SQLite::OPEN_READWRITE).exec(statement); }
  void point_to(const std::string& location) const {
    run("UPDATE iceberg_tables SET metadata_location = '" + location + '\'');
  }
  std::string write(const std::string& name, const std::string& text) const {
    const std::string file = folder.path().toStdString() + '/' + name;
    QFile out(QString::fromStdString(file));
    if (!out.open(QIODevice::WriteOnly)) qFatal("cannot write");
    out.write(QByteArray::fromStdString(text));
    return file;
  }
  CatalogProfile profile() const {
    CatalogProfile profile;
    profile.name = "sql";
    profile.type = "iceberg-sql";
    profile.dsn = "sqlite:///" + path;
    return profile;
  }
};

QJsonObject expected(const std::string& name) {
  QFile file(QString::fromStdString(fixtures + "/expected.json"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no expected.json");
  return QJsonDocument::fromJson(file.readAll()).object().value(QString::fromStdString(name)).toObject();
}
ReadRules noted() {
  ReadRules rules;
  rules.offsets = OffsetRule{"app.offsets", "json", "next"};
  return rules;
}
}  // namespace

class TestSqlCatalog final : public QObject {
  Q_OBJECT
 private slots:
  void tables_of_real_writers_data();
  void tables_of_real_writers();
  void views_and_other_catalogs_are_left_out();
  void the_pointer_says_when_to_read();
  void a_dropped_table();
  void metadata_that_is_not_there();
  void metadata_in_s3();
  void locations_data();
  void locations();
  void databases_that_are_no_catalog();
  void configurations_that_cannot_work();
  void a_source_of_it();

 private:
  std::unique_ptr<TableCatalog> open(const CatalogProfile& profile) const {
    auto catalog = open_catalog(profile, secrets_, clock_);
    if (!catalog) qFatal("%s", catalog.error().line().c_str());
    return std::move(*catalog);
  }
  const PlainSecrets secrets_;
  const SystemClock clock_;
};

void TestSqlCatalog::tables_of_real_writers_data() {
  QTest::addColumn<QByteArray>("name");
  for (const char* name : {"python", "java-v0", "java-v1"}) QTest::newRow(name) << QByteArray(name);
}

void TestSqlCatalog::tables_of_real_writers() {
  QFETCH(QByteArray, name);
  const Catalog made(name.toStdString());
  const auto catalog = open(made.profile());
  const CatalogAnswer probe = catalog->probe({});
  QVERIFY2(probe.ok(), probe.error.line().c_str());
  QCOMPARE(probe.cost.requests, std::int64_t{1});
  const TableList list = catalog->list({});
  QVERIFY2(list.ok(), list.error.line().c_str());
  QCOMPARE(list.tables, std::vector<TableName>{orders});
  const TableLoad load = catalog->load(orders, noted(), {}, {});
  QVERIFY2(load.what == TableLoad::What::loaded, load.error.line().c_str());
  const QJsonObject wanted = expected(name.toStdString());
  const QJsonObject added = wanted.value("added").toObject(), offsets = wanted.value("offsets").toObject();
  QCOMPARE(load.reading.versions.size(), static_cast<std::size_t>(added.size()));
  for (const TableVersion& version : load.reading.versions)
    QCOMPARE(*version.commit.added_records,
             added.value(QString::fromStdString(version.commit.snapshot_id)).toInteger(-1));
  const SourceOffsets& sources = *load.reading.versions.front().sources;
  QCOMPARE(sources.size(), static_cast<std::size_t>(offsets.size()));
  for (const auto& [partition, next] : sources)
    QCOMPARE(next, offsets.value(QString::number(partition.partition.value())).toInteger(-1));
  QVERIFY(load.cost.requests == 2 && load.cost.bytes > 4096);  // the row and the file
}

void TestSqlCatalog::views_and_other_catalogs_are_left_out() {
  const Catalog made("java-v1");
  made.run(
      "INSERT INTO iceberg_tables(catalog_name, table_namespace, table_name, metadata_location) VALUES "
      "('lab', '', 'bare', '/x'), ('lab', 'sea', 'fish', '/x')");  // NULL: a table
  CatalogProfile profile = made.profile();
  QCOMPARE(open(profile)->list({}).tables, (std::vector<TableName>{TableName("bare"), orders, TableName("sea.fish")}));
  profile.tables = {"lake.*"};
  QCOMPARE(open(profile)->list({}).tables, std::vector<TableName>{orders});
  made.run("UPDATE iceberg_tables SET catalog_name = 'other' WHERE table_name = 'fish'");
  profile.tables = {"*"};
  const TableList both = open(profile)->list({});
  QVERIFY(!both.ok());
  QVERIFY2(both.error.line().find("several catalogs: lab, other") != std::string::npos, both.error.line().c_str());
  profile.catalog_name = "other";
  QCOMPARE(open(profile)->list({}).tables, std::vector<TableName>{TableName("sea.fish")});
}

void TestSqlCatalog::the_pointer_says_when_to_read() {
  const Catalog made("python");
  const auto catalog = open(made.profile());
  static_cast<void>(catalog->list({}));
  const TableLoad first = catalog->load(orders, {}, {}, {});
  const TableLoad second = catalog->load(orders, {}, first.tag, {});
  QVERIFY(second.what == TableLoad::What::unchanged);
  QCOMPARE(second.cost.requests, std::int64_t{1});
  MadeTable next;
  next.append(77);
  made.point_to(made.write("00009-x.metadata.json", next.json()));
  const TableLoad third = catalog->load(orders, {}, first.tag, {});
  QVERIFY2(third.what == TableLoad::What::loaded, third.error.line().c_str());
  QCOMPARE(third.reading.head, std::optional<std::string>("77"));
}

void TestSqlCatalog::a_dropped_table() {
  const Catalog made("python");
  const auto catalog = open(made.profile());
  static_cast<void>(catalog->list({}));
  made.run("DELETE FROM iceberg_tables");
  QVERIFY(catalog->load(orders, {}, {}, {}).what == TableLoad::What::gone);
  const TableList list = catalog->list({});
  QVERIFY(list.ok() && list.tables.empty());
  QVERIFY(catalog->load(orders, {}, {}, {}).what == TableLoad::What::gone);
}

void TestSqlCatalog::metadata_that_is_not_there() {
  const Catalog made("python");
  const auto catalog = open(made.profile());
  static_cast<void>(catalog->list({}));
  for (const std::string& location :
       {std::string(), std::string("/nowhere/x.metadata.json"), made.write("bad.metadata.json", "{"),
        made.write("empty.metadata.json", ""), std::string("gs://bucket/x.metadata.json")}) {
    made.point_to(location);
    const TableLoad load = catalog->load(orders, {}, {}, {});
    QVERIFY(load.what == TableLoad::What::failed && !load.ok());
    QVERIFY(!load.error.what.empty() && load.tag.empty());
  }
}

void TestSqlCatalog::metadata_in_s3() {
  MadeTable table;
  table.append(5);
  HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
    if (seen.target == "/bucket/wh/a%20b/1.metadata.json") return peer.answer(200, table.json());
    peer.answer(404, "<Error/>");
  });
  const Catalog made("python");
  CatalogProfile profile = made.profile();
  profile.path = "s3a://bucket/wh/";
  profile.s3 = {
      .endpoint = server.url(""), .region = "eu-1", .access_key = "key", .secret_key = "s", .path_style = true};
  const auto catalog = open(profile);
  static_cast<void>(catalog->list({}));
  made.point_to("s3://bucket/wh/a b/1.metadata.json");
  const TableLoad load = catalog->load(orders, {}, {}, {});
  QVERIFY2(load.what == TableLoad::What::loaded, load.error.line().c_str());
  QCOMPARE(load.reading.head, std::optional<std::string>("5"));
  QVERIFY(server.seen().front().headers.at("authorization").find("Credential=key/") != std::string::npos);
  const std::size_t asked = server.seen().size();
  made.point_to("s3://bucket/other/1.metadata.json");
  QVERIFY(!catalog->load(orders, {}, {}, {}).ok());
  QCOMPARE(server.seen().size(), asked);
}

void TestSqlCatalog::locations_data() {
  QTest::addColumn<QByteArray>("location");
  QTest::addColumn<QByteArray>("place");  // "ROOT PATH"; empty: refused
  const auto row = [](const char* location, const char* place) {
    QTest::newRow(location) << QByteArray(location) << QByteArray(place);
  };
  row("/wh/t/1.metadata.json", " wh/t/1.metadata.json");
  row("file:/wh/t/1.metadata.json", " wh/t/1.metadata.json");
  row("file:///wh/t/1.gz.metadata.json", " wh/t/1.gz.metadata.json");
  row("file:///wh//t/v1.metadata.json.gz", " wh//t/v1.metadata.json.gz");
  row("s3://b-1.x/t/1.metadata.json", "s3://b-1.x t/1.metadata.json");
  row("s3n://bucket/1.metadata.json", "s3://bucket 1.metadata.json");
  for (const char* wrong :
       {"", "x.metadata.json", "file://host/1.metadata.json", "//host/1.metadata.json", "/etc/shadow",
        "/proc/self/environ", "/wh/../etc/1.metadata.json", "file:///wh/./1.metadata.json",
        "s3://bucket/../1.metadata.json", "s3://me@evil.test/1.metadata.json", "s3://evil.test:80/1.metadata.json",
        "s3://a?b/1.metadata.json", "s3:///1.metadata.json", "s3://bucket.metadata.json",
        "http://evil.test/1.metadata.json", "/wh/a\nb/1.metadata.json"})
    row(wrong, "");
}

void TestSqlCatalog::locations() {
  QFETCH(QByteArray, location);
  QFETCH(QByteArray, place);
  const auto found = metadata_place(location.toStdString(), {});
  QCOMPARE(found.has_value(), !place.isEmpty());
  if (found) QCOMPARE(found->root + ' ' + found->path, place.toStdString());
  if (!found) QVERIFY(found.error().line().find('\n') == std::string::npos);
  QVERIFY(metadata_place("s3://b-1/wh/t/1.metadata.json", "s3a://b-1/wh/"));
  QVERIFY(!metadata_place("s3://b-1/wh2/1.metadata.json", "s3://b-1/wh"));
  QVERIFY(!metadata_place("/wh/1.metadata.json", "s3://b-1/wh"));
  QVERIFY(metadata_place("file:/wh/1.metadata.json", "/"));
}

void TestSqlCatalog::databases_that_are_no_catalog() {
  const Catalog made("python");
  made.run("DROP TABLE iceberg_tables");
  const auto none = open(made.profile());
  QVERIFY(!none->probe({}).ok());
  QVERIFY(!none->list({}).ok());
  made.run("CREATE TABLE iceberg_tables(x)");
  const TableList list = open(made.profile())->list({});
  QVERIFY(!list.ok());
  QVERIFY(list.error.what.find("columns") != std::string::npos);
  made.run(
      "DROP TABLE iceberg_tables; CREATE TABLE t(catalog_name, table_namespace, table_name, metadata_location); "
      "CREATE VIEW iceberg_tables AS SELECT * FROM t");
  QVERIFY(!open(made.profile())->list({}).ok());  // what a view does is not known
}

void TestSqlCatalog::configurations_that_cannot_work() {
  for (const char* dsn : {"", "/data/c.db", "mysql://h/d"}) {
    CatalogProfile profile;
    profile.type = "iceberg-sql";
    profile.dsn = dsn;
    const auto catalog = open_catalog(profile, secrets_, clock_);
    QVERIFY(!catalog);
    QVERIFY(catalog.error().code == ErrorCode::usage && !catalog.error().fix.empty());
  }
  CatalogProfile profile;
  profile.type = "iceberg-sql";
  profile.dsn = "host=h dbname=d";
  profile.path = "gs://bucket";
  QVERIFY(!open_catalog(profile, secrets_, clock_));
  profile.path = "";
  profile.s3.endpoint = "no address";
  QVERIFY(!open_catalog(profile, secrets_, clock_));
}

void TestSqlCatalog::a_source_of_it() {
  const Catalog made("java-v0");
  PipelineProfile pipeline;
  pipeline.table = orders.value();
  pipeline.topic = "orders";
  pipeline.offsets = noted().offsets;
  CatalogProfile profile = made.profile();
  profile.path = fixtures;
  Recorder recorder;
  const auto source = TableSource::open(profile, {pipeline}, secrets_, clock_, recorder);
  QVERIFY(source);
  QVERIFY((*source)->poll_once({}));
  QCOMPARE(*recorder.value("tables", "table:lake.eu.orders", "partition:orders/0"), std::int64_t{2501});
  QCOMPARE(recorder.state("table:lake.eu.orders", "format"), std::optional<std::string>("iceberg"));
  QCOMPARE(recorder.state("catalog:sql", "state"), std::optional<std::string>("ok"));
  QCOMPARE(recorder.state("store:sql", "state"), std::optional<std::string>("ok"));
  QCOMPARE(recorder.poll("tables")->commits.size(), std::size_t{3});
}

QTEST_GUILESS_MAIN(TestSqlCatalog)
#include "tst_sql_catalog.moc"
