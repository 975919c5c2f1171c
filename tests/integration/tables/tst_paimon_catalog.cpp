// SPDX-License-Identifier: GPL-3.0-or-later
// Paimon tables in folders: those that a real writer has written (tests/fixtures/paimon), their answers from what
// Paimon itself reads of them; and what may become of files on their way.
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "collectors/tables/formats.h"
#include "collectors/tables/paimon/paimon_catalog.h"
#include "collectors/tables/table_source.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/integration/tables/tables.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
const QString fixtures = QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/paimon/");
const ReadRules noted{.topic = "orders", .offsets = OffsetRule{"app.offsets", "json", "next"}};

QJsonArray expected(const QString& name) {
  QFile file(fixtures + QStringLiteral("expected.json"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no fixtures");
  return QJsonDocument::fromJson(file.readAll()).object().value(name).toArray();
}

// A warehouse in a folder of the test.
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
  // A fixture's files, of snapshots only those up to and with `last`.
  void take(const QString& fixture, const std::string& table, int last = 99) const {
    QDirIterator files(fixtures + fixture, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile in(files.next());
      const QString base = QFileInfo(in).fileName();
      if (base.startsWith(QStringLiteral("snapshot-")) && base.mid(9).toInt() > last) continue;
      if (!in.open(QIODevice::ReadOnly)) qFatal("cannot read");
      write(table + '/' + QDir(fixtures + fixture).relativeFilePath(in.fileName()).toStdString(),
            in.readAll().toStdString());
    }
  }
};

CatalogProfile profile_of(const Lake& lake, const std::string& below = {}) {
  CatalogProfile profile;
  profile.name = "lake";
  profile.type = "paimon";
  profile.path = lake.path() + below;
  return profile;
}

// Topic orders. -1: there is no such mark; -2: it is not known.
std::int64_t mark(const TableLoad& load, int partition = 0) {
  const auto found = load.reading.marks->durable.find({TopicName("orders"), PartitionId(partition)});
  if (found == load.reading.marks->durable.end()) return -1;
  return found->second.value_or(-2);
}
std::vector<CommitRange> ranges(const TableLoad& load, const std::string& id) {
  for (const TableVersion& version : load.reading.versions)
    if (version.commit.snapshot_id == id) return version.commit.ranges;
  return {};
}
}  // namespace

class TestPaimonCatalog final : public QObject {
  Q_OBJECT
 private slots:
  void what_a_real_writer_wrote_data();
  void what_a_real_writer_wrote();
  void checkpoints_are_no_offsets();
  void offsets_in_properties();
  void offsets_that_expired_are_unknown();
  void hints_are_not_believed();
  void polls_follow_the_snapshots();
  void a_number_that_is_used_again();
  void another_table_of_the_same_name();
  void one_table_of_a_folder();
  void a_branch_of_the_table();
  void hostile_files();
  void marks_states_and_commits();

 private:
  std::unique_ptr<TableCatalog> open(const CatalogProfile& profile) const {
    auto catalog = open_catalog(profile, secrets_, clock_);
    if (!catalog) qFatal("%s", catalog.error().line().c_str());
    return std::move(*catalog);
  }
  // Listed first, as its names are those of databases and tables.
  std::unique_ptr<TableCatalog> open(const Lake& lake) const {
    auto catalog = open(profile_of(lake));
    static_cast<void>(catalog->list({}));
    return catalog;
  }
  static TableLoad load(TableCatalog& catalog, const ReadRules& rules = noted, const std::string& tag = {}) {
    TableLoad load = catalog.load(TableName("lake.orders"), rules, tag, {});
    if (!load.ok()) qWarning("%s", load.error.line().c_str());
    return load;
  }
  const PlainSecrets secrets_;
  const SystemClock clock_;
};

void TestPaimonCatalog::what_a_real_writer_wrote_data() {
  QTest::addColumn<QString>("name");
  for (const char* name :
       {"lake.db/orders", "lake.db/noted", "lake.db/expired", "lake.db/batches", "lake.db/none", "noted-rolled-back"})
    QTest::newRow(name) << QString::fromLatin1(name);
}

void TestPaimonCatalog::what_a_real_writer_wrote() {
  QFETCH(QString, name);
  const Lake lake;
  lake.take(name, "lake.db/orders");
  lake.write("lake.db/notes.txt", "x");
  const auto catalog = open(profile_of(lake));
  const TableList list = catalog->list({});
  QVERIFY2(list.ok(), list.error.line().c_str());
  QCOMPARE(list.tables, std::vector<TableName>{TableName("lake.orders")});
  const TableLoad got = load(*catalog, {});
  QVERIFY(got.what == TableLoad::What::loaded);
  const QJsonArray want = expected(name);
  QCOMPARE(got.reading.versions.size(), static_cast<std::size_t>(want.size()));
  QVERIFY(!got.reading.uuid.empty());
  for (qsizetype i = 0; i < want.size(); ++i) {
    const QJsonObject of = want.at(want.size() - 1 - i).toObject();
    const TableCommit& commit = got.reading.versions[static_cast<std::size_t>(i)].commit;
    QCOMPARE(commit.snapshot_id, std::to_string(of.value(QLatin1String("id")).toInteger()));
    QCOMPARE(commit.operation, of.value(QLatin1String("kind")).toString().toStdString());
    QCOMPARE(ms(commit.committed.value()), of.value(QLatin1String("at_ms")).toInteger());
    const qint64 identifier = of.value(QLatin1String("identifier")).toInteger();
    QCOMPARE(commit.commit_id, identifier == INT64_MAX ? std::string() : std::to_string(identifier));
    if (commit.operation == "APPEND")
      QCOMPARE(commit.added_records, std::optional<std::int64_t>(of.value(QLatin1String("added")).toInteger()));
    if (commit.operation == "COMPACT") QCOMPARE(commit.added_records, std::optional<std::int64_t>(0));
    if (commit.operation == "OVERWRITE") QVERIFY(!commit.added_records);
  }
}

void TestPaimonCatalog::checkpoints_are_no_offsets() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/orders"), "lake.db/orders");
  const TableLoad got = load(*open(lake), {.topic = "orders"});
  QVERIFY(got.reading.marks->durable.empty());
  QCOMPARE(got.reading.marks->adapter, std::string("f"));
  QVERIFY(got.reading.marks->unknown_reason == Reason::not_supported);
  QVERIFY2(got.reading.marks->unknown_why.find("the newest is 3") != std::string::npos,
           got.reading.marks->unknown_why.c_str());
  // One checkpoint gave two of them.
  QCOMPARE(got.reading.versions[2].commit.commit_id, std::string("2"));
  QCOMPARE(got.reading.versions[3].commit.commit_id, std::string("2"));
  // What is no rule for offsets finds none.
  const TableLoad time = load(*open(lake), {.offsets = OffsetRule{"app.offsets", "json", "time"}});
  QVERIFY(time.reading.marks->durable.empty() && !time.reading.marks->unknown_why.empty());
  const Lake batches;
  batches.take(QStringLiteral("lake.db/batches"), "lake.db/orders");
  QVERIFY(load(*open(batches), {}).reading.marks->unknown_why.find("batches") != std::string::npos);
  const Lake none;
  none.take(QStringLiteral("lake.db/none"), "lake.db/orders");
  const TableLoad empty = load(*open(none), {});
  QVERIFY(!empty.reading.head && empty.reading.marks->unknown_reason == Reason::no_commit);
}

void TestPaimonCatalog::offsets_in_properties() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/noted"), "lake.db/orders");
  const TableLoad got = load(*open(lake));
  QCOMPARE(mark(got, 0), std::int64_t{1040});
  QCOMPARE(mark(got, 1), std::int64_t{10});
  QCOMPARE(got.reading.head, std::optional(std::string("5")));
  QVERIFY(got.reading.whole);
  QVERIFY(got.reading.marks->evidence == Evidence::exact);
  QCOMPARE(ranges(got, "2"), (std::vector<CommitRange>{{{TopicName("orders"), PartitionId(0)}, 1020, 1040},
                                                       {{TopicName("orders"), PartitionId(1)}, 10, 10}}));
  QVERIFY(ranges(got, "4").empty() && ranges(got, "5").empty());
}

void TestPaimonCatalog::offsets_that_expired_are_unknown() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/expired"), "lake.db/orders");
  const TableLoad got = load(*open(lake));
  QVERIFY(got.reading.marks->durable.empty());
  QVERIFY(got.reading.marks->unknown_reason == Reason::expired);
  QVERIFY(!got.reading.whole);
}

void TestPaimonCatalog::hints_are_not_believed() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/noted"), "lake.db/orders");
  for (const char* hint : {"2", "99", "x", ""}) {
    lake.write("lake.db/orders/snapshot/LATEST", hint);
    lake.write("lake.db/orders/snapshot/EARLIEST", hint);
    QCOMPARE(load(*open(lake)).reading.branch, (std::vector<std::string>{"5", "4", "3", "2", "1"}));
  }
}

void TestPaimonCatalog::polls_follow_the_snapshots() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/noted"), "lake.db/orders", 0);
  const auto catalog = open(lake);
  QVERIFY(!load(*catalog).reading.head);
  const std::int64_t marks[] = {1020, 1040, 1040, 1040, 1040};
  std::string tag;
  for (int last = 1; last <= 5; ++last) {
    lake.take(QStringLiteral("lake.db/noted"), "lake.db/orders", last);
    // What is there already stays as it is, file for file: a copy would be another one.
    const TableLoad got = load(*catalog, noted, tag);
    QVERIFY(got.what == TableLoad::What::loaded);
    QCOMPARE(got.reading.head, std::optional(std::to_string(last)));
    QCOMPARE(mark(got), marks[last - 1]);
    tag = got.tag;
    const TableLoad same = load(*catalog, noted, tag);
    QVERIFY(same.what == TableLoad::What::unchanged);
    QCOMPARE(same.cost.requests, std::int64_t{3});
  }
}

void TestPaimonCatalog::a_number_that_is_used_again() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/noted"), "lake.db/orders");
  const auto catalog = open(lake);
  const TableLoad before = load(*catalog);
  QDir(lake.file("lake.db/orders/snapshot")).removeRecursively();
  lake.take(QStringLiteral("noted-rolled-back"), "lake.db/orders");
  const TableLoad after = load(*catalog, noted, before.tag);
  QVERIFY(after.what == TableLoad::What::loaded);
  QCOMPARE(after.reading.branch, (std::vector<std::string>{"2", "1"}));
  QCOMPARE(after.reading.versions[0].commit.commit_id, std::string("4"));
  // Rows up to 1040 went. Whether it read them again, it does not say; what is behind them it has.
  QCOMPARE(mark(after), std::int64_t{-2});
  QCOMPARE(ranges(after, "2").at(0), (CommitRange{{TopicName("orders"), PartitionId(0)}, 1040, 1040}));
  QCOMPARE(ranges(after, "2").at(1), (CommitRange{{TopicName("orders"), PartitionId(0)}, 1040, 1050}));
  QVERIFY2(after.reading.marks->others_why.find("rows up to offset") != std::string::npos,
           after.reading.marks->others_why.c_str());
  // A table that nobody saw before tells nothing of it.
  QCOMPARE(mark(load(*open(lake))), std::int64_t{1050});
}

void TestPaimonCatalog::another_table_of_the_same_name() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/noted"), "lake.db/orders");
  const auto catalog = open(lake);
  const TableLoad before = load(*catalog);
  QDir(lake.file("lake.db/orders")).removeRecursively();
  QVERIFY(load(*catalog, noted, before.tag).what == TableLoad::What::gone);
  lake.take(QStringLiteral("lake.db/orders"), "lake.db/orders");
  const TableLoad after = load(*catalog, noted, before.tag);
  QVERIFY(after.what == TableLoad::What::loaded);
  QVERIFY(after.reading.uuid != before.reading.uuid);
  QVERIFY(after.reading.marks->durable.empty());
}

void TestPaimonCatalog::one_table_of_a_folder() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/noted"), "lake.db/orders");
  CatalogProfile profile = profile_of(lake, "/lake.db/orders");
  profile.tables = {"lake.orders"};
  const auto catalog = open(profile);
  QCOMPARE(catalog->list({}).tables, std::vector<TableName>{TableName("lake.orders")});
  QCOMPARE(mark(load(*catalog)), std::int64_t{1040});
}

void TestPaimonCatalog::a_branch_of_the_table() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/orders"), "lake.db/orders");
  lake.take(QStringLiteral("noted-rolled-back"), "lake.db/orders/branch/branch-audit");
  const auto catalog = open(lake);
  ReadRules rules = noted;
  rules.branch = "audit";
  QCOMPARE(mark(load(*catalog, rules)), std::int64_t{1050});
  rules.branch = "../..";
  QVERIFY(load(*catalog, rules).what == TableLoad::What::gone);
}

void TestPaimonCatalog::hostile_files() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/noted"), "lake.db/orders");
  const std::string newest = "lake.db/orders/snapshot/snapshot-6";
  for (const char* name : {"snapshot-07", "snapshot--1", "snapshot-99999999999999999999", "snapshot-8.tmp"})
    lake.write(std::string("lake.db/orders/snapshot/") + name, "{}");
  QCOMPARE(mark(load(*open(lake))), std::int64_t{1040});
  for (const char* bytes : {"", "{", "[]", R"({"id":5,"commitIdentifier":9})", R"({"id":6})",
                            R"({"id":6,"commitIdentifier":1,"properties":7})",
                            R"({"id":6,"commitIdentifier":1,"properties":{"app.offsets":"{"}})"}) {
    lake.write(newest, bytes);
    const auto catalog = open(lake);
    const TableLoad got = load(*catalog);
    QCOMPARE(got.reading.head, std::optional(std::string("6")));
    QCOMPARE(mark(got), std::int64_t{-2});
    QVERIFY2(got.reading.marks->unknown_why.find("Snapshot 6") != std::string::npos, bytes);
    // It was not whole yet: the next look sees what it has become.
    lake.write(newest,
               R"({"id":6,"commitIdentifier":9,"commitKind":"APPEND","properties":{"app.offsets":"{\"0\":2000}"}})");
    QCOMPARE(mark(load(*catalog, noted, got.tag)), std::int64_t{2000});
  }
}

void TestPaimonCatalog::marks_states_and_commits() {
  const Lake lake;
  lake.take(QStringLiteral("lake.db/noted"), "lake.db/orders");
  PipelineProfile pipeline;
  pipeline.table = "lake.orders";
  pipeline.topic = "orders";
  pipeline.offsets = noted.offsets;
  Recorder recorder;
  const auto source = TableSource::open(profile_of(lake), {pipeline}, secrets_, clock_, recorder);
  QVERIFY2(source, source ? "" : source.error().line().c_str());
  QVERIFY((*source)->poll_once({}));
  const auto state = [&](const char* aspect) { return recorder.state("table:lake.orders", aspect).value_or("(none)"); };
  QCOMPARE(state("format"), std::string("paimon"));
  QCOMPARE(state("adapter"), std::string("b"));
  QCOMPARE(state("snapshot"), std::string("5"));
  QCOMPARE(recorder.value("tables", "table:lake.orders", "partition:orders/1"), Known<std::int64_t>(10));
  QCOMPARE(recorder.poll("tables")->commits.size(), 5u);
  // Rolled back, and on under a number that was told already: it is another snapshot, and it is told.
  QDir(lake.file("lake.db/orders/snapshot")).removeRecursively();
  lake.take(QStringLiteral("noted-rolled-back"), "lake.db/orders");
  QVERIFY((*source)->poll_once({}));
  QCOMPARE(state("snapshot"), std::string("2"));
  QCOMPARE(state("rolled-back"), std::string("3\n4\n5"));
  const auto poll = recorder.poll("tables");
  QCOMPARE(poll->commits.size(), 1u);
  QCOMPARE(poll->commits[0].commit_id, std::string("4"));
}

QTEST_GUILESS_MAIN(TestPaimonCatalog)
#include "tst_paimon_catalog.moc"
