// SPDX-License-Identifier: GPL-3.0-or-later
#include <zlib.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "collectors/tables/gunzip.h"
#include "collectors/tables/iceberg/hadoop_catalog.h"
#include "collectors/tables/s3_store.h"
#include "tests/integration/tables/tables.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::iceberg;
using namespace tidemark::testing;

namespace {
std::string gzip(const std::string& text) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) qFatal("zlib");
  std::string in = text, out(text.size() + 1024, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) qFatal("deflate");
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string version(int number) {
  MadeTable table;
  for (int i = 1; i <= number; ++i) table.append(i, 10 * i);
  return table.json();
}

// A warehouse in a folder of the test.
struct Warehouse {
  QTemporaryDir folder;
  void write(const std::string& path, const std::string& bytes) const {
    const QString name = folder.filePath(QString::fromStdString(path));
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(QByteArray::fromStdString(bytes));
  }
  void remove(const std::string& path) const { QFile::remove(folder.filePath(QString::fromStdString(path))); }
  std::string path() const { return folder.path().toStdString(); }
};

CatalogProfile profile_of(const std::string& path, std::vector<std::string> tables = {"*"}) {
  CatalogProfile profile;
  profile.name = "lake";
  profile.type = "iceberg-hadoop";
  profile.path = path;
  profile.tables = std::move(tables);
  return profile;
}
std::string head(const TableLoad& load) { return load.reading.head.value_or("none"); }
}  // namespace

class TestHadoopCatalog final : public QObject {
  Q_OBJECT
 private slots:
  void tables_are_folders_with_metadata();
  void the_hint_is_advice_data();
  void the_hint_is_advice();
  void compressed_files_in_both_spellings();
  void an_unchanged_file_is_not_read_again();
  void a_table_made_anew_with_the_same_version_is_read();
  void damaged_files_are_refused();
  void gzip_is_bounded();
  void a_root_that_is_not_there();
  void an_s3_bucket();
  void names_of_a_listing();

 private:
  std::unique_ptr<TableCatalog> open(const CatalogProfile& profile) {
    auto catalog = HadoopCatalog::open(profile, secrets_, clock_);
    if (!catalog) qFatal("%s", catalog.error().line().c_str());
    return std::move(*catalog);
  }
  const PlainSecrets secrets_;
  const SystemClock clock_;
};

void TestHadoopCatalog::tables_are_folders_with_metadata() {
  const Warehouse w;
  for (const char* table : {"lake/orders", "lake/eu/clicks", "sea/fish", "dotted.name", ".hidden/t"})
    w.write(std::string(table) + "/metadata/v1.metadata.json", version(1));
  w.write("lake/not-a-table/data/file.parquet", "x");
  const auto catalog = open(profile_of(w.path(), {"*", "!sea.*"}));
  const TableList list = catalog->list({});
  QVERIFY2(list.ok(), list.error.line().c_str());
  std::vector<std::string> names;
  for (const TableName& table : list.tables) names.push_back(table.value());
  std::ranges::sort(names);
  QCOMPARE(names, (std::vector<std::string>{"dotted.name", "lake.eu.clicks", "lake.orders"}));
  for (const TableName& table : list.tables) QVERIFY(catalog->load(table, {}, {}, {}).what == TableLoad::What::loaded);
  // A table itself.
  const auto one = open(profile_of(w.path() + "/lake/orders/", {"*"}));
  QCOMPARE(one->list({}).tables, std::vector<TableName>{TableName("orders")});
  QVERIFY(one->load(TableName("orders"), {}, {}, {}).what == TableLoad::What::loaded);
  const auto named = open(profile_of(w.path() + "/lake/orders", {"lake.orders"}));
  QCOMPARE(named->list({}).tables, std::vector<TableName>{TableName("lake.orders")});
}

void TestHadoopCatalog::the_hint_is_advice_data() {
  QTest::addColumn<QByteArray>("hint");
  for (const char* hint : {"3", "3\n", "1", "2", "99", "", "x", "-1", "99999999999999999999"})
    QTest::newRow(hint) << QByteArray(hint);
}

void TestHadoopCatalog::the_hint_is_advice() {
  QFETCH(QByteArray, hint);
  const Warehouse w;
  for (int i = 1; i <= 3; ++i) w.write("t/metadata/v" + std::to_string(i) + ".metadata.json", version(i));
  w.write("t/metadata/version-hint.text", hint.toStdString());
  w.write("t/metadata/vx.metadata.json", "{}");
  w.write("t/metadata/v7.metadata.json.crc", "x");
  const auto catalog = open(profile_of(w.path()));
  static_cast<void>(catalog->list({}));
  const TableLoad load = catalog->load(TableName("t"), {}, {}, {});
  QVERIFY2(load.what == TableLoad::What::loaded, load.error.line().c_str());
  QCOMPARE(head(load), std::string("3"));
}

void TestHadoopCatalog::compressed_files_in_both_spellings() {
  const Warehouse w;
  w.write("t/metadata/version-hint.text", "1");
  w.write("t/metadata/v1.metadata.json", version(1));
  w.write("t/metadata/v2.gz.metadata.json", gzip(version(2)));
  const auto catalog = open(profile_of(w.path()));
  static_cast<void>(catalog->list({}));
  QCOMPARE(head(catalog->load(TableName("t"), {}, {}, {})), std::string("2"));
  w.write("t/metadata/v3.metadata.json.gz", gzip(version(3)));
  QCOMPARE(head(catalog->load(TableName("t"), {}, {}, {})), std::string("3"));
}

void TestHadoopCatalog::an_unchanged_file_is_not_read_again() {
  const Warehouse w;
  w.write("t/metadata/version-hint.text", "1");
  w.write("t/metadata/v1.metadata.json", version(1));
  const auto catalog = open(profile_of(w.path()));
  static_cast<void>(catalog->list({}));
  const TableLoad first = catalog->load(TableName("t"), {}, {}, {});
  QVERIFY(first.cost.bytes > 300);
  const TableLoad second = catalog->load(TableName("t"), {}, first.tag, {});
  QVERIFY(second.what == TableLoad::What::unchanged);
  QCOMPARE(second.cost.bytes, std::int64_t{1});  // the hint
  w.write("t/metadata/v2.metadata.json", version(2));
  QCOMPARE(head(catalog->load(TableName("t"), {}, first.tag, {})), std::string("2"));
}

void TestHadoopCatalog::a_table_made_anew_with_the_same_version_is_read() {
  const Warehouse w;
  w.write("t/metadata/v1.metadata.json", version(1));
  const auto catalog = open(profile_of(w.path()));
  static_cast<void>(catalog->list({}));
  const TableLoad first = catalog->load(TableName("t"), {}, {}, {});
  w.remove("t/metadata/v1.metadata.json");
  MadeTable other;
  other.uuid = "uuid-2";
  other.append(77);
  w.write("t/metadata/v1.metadata.json", other.json());
  const TableLoad second = catalog->load(TableName("t"), {}, first.tag, {});
  QVERIFY(second.what == TableLoad::What::loaded);
  QCOMPARE(second.reading.uuid, std::string("uuid-2"));
}

void TestHadoopCatalog::damaged_files_are_refused() {
  const Warehouse w;
  const std::string good = gzip(version(2));
  std::vector<std::string> wrong{"", "{", good.substr(0, good.size() / 2), good + "trailing", "\x1f\x8b"};
  std::string flipped = good;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x55);
  wrong.push_back(flipped);
  for (const std::string& bytes : wrong) {
    w.write("t/metadata/v1.gz.metadata.json", bytes);
    const auto catalog = open(profile_of(w.path()));
    static_cast<void>(catalog->list({}));
    const TableLoad load = catalog->load(TableName("t"), {}, {}, {});
    QVERIFY(load.what == TableLoad::What::failed);
    QVERIFY(!load.ok());
  }
}

void TestHadoopCatalog::gzip_is_bounded() {
  const std::string bomb = gzip(std::string(10u << 20, ' '));
  QVERIFY(bomb.size() < 100'000);
  QVERIFY(!gunzip(bomb, 1u << 20));
  QCOMPARE(gunzip(bomb, 10u << 20)->size(), std::size_t{10u << 20});
  QCOMPARE(*gunzip(gzip("a") + gzip("b"), 100), std::string("ab"));
}

void TestHadoopCatalog::a_root_that_is_not_there() {
  const auto catalog = open(profile_of("/nowhere/at/all"));
  QVERIFY(!catalog->probe({}).ok());
  QVERIFY(!catalog->list({}).ok());
  // That the root has gone does not say that the table has.
  QVERIFY(catalog->load(TableName("t"), {}, {}, {}).what == TableLoad::What::failed);
  for (const char* path : {"", "gs://bucket/x", "s3://"}) QVERIFY(!open_store(profile_of(path), secrets_));
}

void TestHadoopCatalog::an_s3_bucket() {
  const std::map<std::string, std::string> objects{{"wh/lake/a b/metadata/v1.metadata.json", version(1)},
                                                   {"wh/lake/a b/metadata/v2.metadata.json", version(2)},
                                                   {"wh/lake/a b/metadata/version-hint.text", "1"}};
  std::atomic<int> unsigned_calls = 0;
  HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
    const auto sent = seen.headers.find("authorization");
    if (sent == seen.headers.end() || sent->second.find("Credential=key/") == std::string::npos) ++unsigned_calls;
    if (seen.target.starts_with("/bucket/?")) {
      const bool metadata = seen.target.ends_with("prefix=wh%2Flake%2Fa%20b%2F");
      const bool lake = seen.target.ends_with("prefix=wh%2Flake%2F");
      const std::string folder = metadata ? "wh/lake/a+b/metadata/" : lake ? "wh/lake/a+b/" : "wh/lake/";
      return peer.answer(
          200, "<ListBucketResult><CommonPrefixes><Prefix>" + folder + "</Prefix></CommonPrefixes></ListBucketResult>");
    }
    std::string key = seen.target.substr(8);
    for (auto at = key.find("%20"); at != std::string::npos; at = key.find("%20")) key.replace(at, 3, " ");
    const auto found = objects.find(key);
    if (found == objects.end()) return peer.answer(404, seen.method == "HEAD" ? "" : "<Error/>");
    if (const auto tag = seen.headers.find("if-none-match"); tag != seen.headers.end() && tag->second == "\"e\"")
      return peer.answer(304, "");
    if (seen.method == "HEAD") {
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(found->second.size()) + "\r\n\r\n");
      return;
    }
    peer.answer(200, found->second, {"ETag: \"e\""});
  });
  CatalogProfile profile = profile_of("s3://bucket/wh/");
  profile.s3 = {
      .endpoint = server.url(""), .region = "eu-1", .access_key = "key", .secret_key = "s", .path_style = true};
  const auto catalog = open(profile);
  QVERIFY(catalog->probe({}).ok());
  const TableList list = catalog->list({});
  QVERIFY2(list.ok(), list.error.line().c_str());
  QCOMPARE(list.tables, std::vector<TableName>{TableName("lake.a b")});
  const TableLoad load = catalog->load(list.tables[0], {}, {}, {});
  QVERIFY2(load.what == TableLoad::What::loaded, load.error.line().c_str());
  QCOMPARE(head(load), std::string("2"));
  QVERIFY(catalog->load(list.tables[0], {}, load.tag, {}).what == TableLoad::What::unchanged);
  QCOMPARE(unsigned_calls.load(), 0);
}

void TestHadoopCatalog::names_of_a_listing() {
  const auto names = parse_s3_names(
      "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"x\"><Prefix>p/</Prefix><Contents><Key>p/a%20b%2Fc</Key><Size>1"
      "</Size></Contents><Contents><Key>p/d</Key></Contents><CommonPrefixes><Prefix>p/e/</Prefix></CommonPrefixes>"
      "<IsTruncated>true</IsTruncated><NextContinuationToken>x&amp;y=</NextContinuationToken></ListBucketResult>");
  QVERIFY(names);
  QCOMPARE(names->keys, (std::vector<std::string>{"p/a b/c", "p/d"}));
  QCOMPARE(names->prefixes, std::vector<std::string>{"p/e/"});
  QCOMPARE(names->next, std::string("x&y="));
  QVERIFY(!parse_s3_names("<html>"));
  QVERIFY(parse_s3_names("<ListBucketResult><Contents><Key>cut")->keys.empty());
}

QTEST_GUILESS_MAIN(TestHadoopCatalog)
#include "tst_hadoop_catalog.moc"
