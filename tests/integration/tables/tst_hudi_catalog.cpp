// SPDX-License-Identifier: GPL-3.0-or-later
// Hudi tables in folders, of table versions 6 and 8: those that a real writer has written (tests/fixtures/hudi), their
// answers from what Hudi itself reads of them; and what may become of files on their way.
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "collectors/tables/formats.h"
#include "collectors/tables/hudi/hudi_catalog.h"
#include "collectors/tables/table_source.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/integration/tables/tables.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
const QString fixtures = QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/hudi/");

QJsonArray expected(const QString& name) {
  QFile file(fixtures + QStringLiteral("expected.json"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("no fixtures");
  return QJsonDocument::fromJson(file.readAll()).object().value(name).toArray();
}
std::string text(const QJsonValue& object, const char* key) {
  return object.toObject().value(QLatin1String(key)).toString().toStdString();
}
std::string instant(const QString& name, int at) { return text(expected(name).at(at), "time"); }

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
  // A fixture's files whose names are not later than `last`.
  void take(const QString& fixture, const std::string& table, const std::string& last = "~") const {
    QDirIterator files(fixtures + fixture, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile in(files.next());
      const std::string name = QDir(fixtures + fixture).relativeFilePath(in.fileName()).toStdString();
      const std::string base = QFileInfo(in).fileName().toStdString();
      if (base.starts_with('2') && base.substr(0, last.size()) > last) continue;
      if (!in.open(QIODevice::ReadOnly)) qFatal("cannot read");
      write(std::string(table).append(1, '/').append(name), in.readAll().toStdString());
    }
  }
  // The file of a completed instant, as it is called in the layout.
  std::string completed(const std::string& table, const std::string& time) const {
    QDirIterator files(file(table), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString found = files.next();
      const QString name = QFileInfo(found).fileName();
      if (name.startsWith(QString::fromStdString(time)) && name.endsWith(QStringLiteral("commit")))
        return QDir(folder.path()).relativeFilePath(found).toStdString();
    }
    qFatal("no instant %s", time.c_str());
  }
};

CatalogProfile profile_of(const Lake& lake) {
  CatalogProfile profile;
  profile.name = "lake";
  profile.type = "hudi";
  profile.path = lake.path();
  return profile;
}

// Topic orders. -1: there is no such mark; -2: it is not known.
std::int64_t mark(const TableLoad& load, int partition = 0) {
  const auto found = load.reading.marks->durable.find({TopicName("orders"), PartitionId(partition)});
  if (found == load.reading.marks->durable.end()) return -1;
  return found->second.value_or(-2);
}
const TableVersion& version(const TableLoad& load, const std::string& id) {
  const auto& all = load.reading.versions;
  const auto found = std::ranges::find(all, id, [](const TableVersion& of) { return of.commit.snapshot_id; });
  if (found == all.end()) qFatal("no version %s", id.c_str());
  return *found;
}
std::vector<CommitRange> ranges(std::initializer_list<std::array<std::int64_t, 3>> list) {
  std::vector<CommitRange> out;
  for (const auto& [partition, from, to] : list)
    out.push_back({{TopicName("orders"), PartitionId(static_cast<std::int32_t>(partition))}, from, to});
  return out;
}
}  // namespace

class TestHudiCatalog final : public QObject {
  Q_OBJECT
 private slots:
  void what_a_real_writer_wrote_data();
  void what_a_real_writer_wrote();
  void offsets_below_rewrites_data() { versions(); }
  void offsets_below_rewrites();
  void a_compaction_carries_none_data() { versions(); }
  void a_compaction_carries_none();
  void told_to_go_on_elsewhere_data() { versions(); }
  void told_to_go_on_elsewhere();
  void what_was_archived_data() { versions(); }
  void what_was_archived();
  void an_empty_checkpoint_is_unknown_data() { versions(); }
  void an_empty_checkpoint_is_unknown();
  void a_restore_is_seen_data() { versions(); }
  void a_restore_is_seen();
  void the_sink_of_connect_data() { versions(); }
  void the_sink_of_connect();
  void polls_follow_the_timeline_data() { versions(); }
  void polls_follow_the_timeline();
  void an_upgraded_table_keeps_files_of_before();
  void when_an_instant_was_completed();
  void a_long_timeline_is_read_from_its_end();
  void hostile_files_data() { versions(); }
  void hostile_files();
  void marks_states_and_commits_data() { versions(); }
  void marks_states_and_commits();

 private:
  static void versions() {
    QTest::addColumn<QString>("v");
    for (const char* version : {"-v6", "-v8"}) QTest::newRow(version) << QString::fromLatin1(version);
  }
  std::unique_ptr<TableCatalog> open(const Lake& lake) const {
    auto catalog = open_catalog(profile_of(lake), secrets_, clock_);
    if (!catalog) qFatal("%s", catalog.error().line().c_str());
    return std::move(*catalog);
  }
  static TableLoad load(TableCatalog& catalog, const ReadRules& rules = {}, const std::string& tag = {}) {
    TableLoad load = catalog.load(TableName("orders"), rules, tag, {});
    if (!load.ok()) qWarning("%s", load.error.line().c_str());
    return load;
  }
  const PlainSecrets secrets_;
  const SystemClock clock_;
};

void TestHudiCatalog::what_a_real_writer_wrote_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"orders", "compacted", "reset", "expired", "empty", "restored", "connect"})
    for (const char* version : {"-v6", "-v8"})
      QTest::addRow("%s%s", name, version) << QString::fromLatin1(name) + QString::fromLatin1(version);
}

void TestHudiCatalog::what_a_real_writer_wrote() {
  QFETCH(QString, name);
  const QJsonArray want = expected(name);
  QVERIFY(!want.isEmpty());
  const Lake lake;
  lake.take(name, "lake/orders");
  const auto catalog = open(lake);
  const TableList list = catalog->list({});
  QVERIFY2(list.ok(), list.error.line().c_str());
  QCOMPARE(list.tables, std::vector<TableName>{TableName("lake.orders")});
  const TableLoad got = catalog->load(list.tables[0], {}, {}, {});
  QVERIFY2(got.what == TableLoad::What::loaded, got.error.line().c_str());
  // Hudi itself was asked for the active timeline only.
  const std::size_t archived = name == QLatin1String("expired-v6") ? 4 : 0;
  QCOMPARE(got.reading.versions.size(), static_cast<std::size_t>(want.size()) + archived);
  QCOMPARE(got.reading.head.value(), text(want.last(), "time"));
  for (const auto& of : want) {
    const TableVersion& version = ::version(got, text(of, "time"));
    QCOMPARE(version.commit.operation, text(of, "operation"));
    const bool rewrites = version.commit.operation == "CLUSTER" || version.commit.operation == "COMPACT";
    const QJsonObject object = of.toObject();
    const qint64 rows =
        object.value(QLatin1String("inserts")).toInteger() + object.value(QLatin1String("updates")).toInteger();
    QCOMPARE(version.commit.added_records, std::optional<std::int64_t>(rewrites ? 0 : rows));
  }
}

void TestHudiCatalog::offsets_below_rewrites() {
  QFETCH(QString, v);
  const Lake lake;
  lake.take("orders" + v, "orders");
  const TableLoad got = load(*open(lake));
  QCOMPARE(mark(got, 0), std::int64_t{1050});
  QCOMPARE(mark(got, 1), std::int64_t{40});
  QCOMPARE(mark(got, 2), std::int64_t{-1});
  QCOMPARE(got.reading.writer, std::string("hudi-streamer"));
  QCOMPARE(got.reading.marks->adapter, std::string("b"));
  QVERIFY(got.reading.marks->evidence == Evidence::exact);
  QVERIFY(got.reading.marks->unknown_why.empty());
  QVERIFY(got.reading.whole);
  const auto at = [&](int i) { return version(got, instant("orders" + v, i)).commit; };
  QCOMPARE(at(0).ranges, ranges({{0, 1020, 1020}}));  // from where it began is not told
  QCOMPARE(at(1).ranges, ranges({{0, 1020, 1040}, {1, 10, 10}}));
  QVERIFY(at(2).ranges.empty() && at(2).evidence == Evidence::unknown);  // somebody else's
  QCOMPARE(at(3).ranges, ranges({{0, 1040, 1050}, {1, 10, 40}}));
  QVERIFY(at(4).ranges.empty() && at(4).evidence == Evidence::exact);
  QCOMPARE(at(4).parent_id, std::optional(at(3).snapshot_id));
}

void TestHudiCatalog::a_compaction_carries_none() {
  QFETCH(QString, v);
  const Lake lake;
  lake.take("compacted" + v, "orders");
  const TableLoad got = load(*open(lake));
  QCOMPARE(got.reading.versions.front().commit.operation, std::string("COMPACT"));
  QCOMPARE(mark(got), std::int64_t{30});
}

// Back to 50: there twice. On to 400: what is between is not there, and the mark stays before it.
void TestHudiCatalog::told_to_go_on_elsewhere() {
  QFETCH(QString, v);
  const Lake lake;
  lake.take("reset" + v, "orders");
  const TableLoad got = load(*open(lake));
  QCOMPARE(mark(got), std::int64_t{250});
  QCOMPARE(version(got, instant("reset" + v, 1)).commit.ranges, ranges({{0, 50, 200}}));
  QCOMPARE(version(got, instant("reset" + v, 2)).commit.ranges, ranges({{0, 200, 250}}));
  QCOMPARE(version(got, instant("reset" + v, 3)).commit.ranges, ranges({{0, 400, 500}}));
}

void TestHudiCatalog::what_was_archived() {
  QFETCH(QString, v);
  const Lake lake;
  lake.take("expired" + v, "orders");
  const auto catalog = open(lake);
  const TableLoad got = load(*catalog);
  QVERIFY(!got.reading.whole);
  QCOMPARE(got.reading.facts.expired_below, std::optional(instant("expired" + v, 0)));
  if (v == QLatin1String("-v6")) {
    QCOMPARE(mark(got), std::int64_t{10});
    QCOMPARE(got.reading.versions.size(), 7u);
    QCOMPARE(got.reading.versions.back().commit.added_records, std::optional<std::int64_t>(10));
    QCOMPARE(got.reading.versions.back().commit.operation, std::string("UPSERT"));
    QVERIFY(got.reading.versions.back().commit.committed.has_value());
    QVERIFY(load(*catalog, {}, got.tag).what == TableLoad::What::unchanged);
    // A log that is cut short hides what is older, too.
    const std::string log = "orders/.hoodie/archived/.commits_.archive.2_1-0-1";
    lake.write(log, "#HUDI#");
    const TableLoad cut = load(*open(lake));
    QVERIFY(cut.reading.marks->durable.empty() && cut.reading.marks->unknown_reason == Reason::expired);
    QVERIFY2(cut.reading.marks->unknown_why.find("archive.2_1-0-1 is no log") != std::string::npos,
             cut.reading.marks->unknown_why.c_str());
  } else {
    QVERIFY(got.reading.marks->durable.empty());
    QVERIFY(got.reading.marks->unknown_reason == Reason::expired);
    QVERIFY2(got.reading.marks->unknown_why.find(": 2 Parquet files of instants 20") != std::string::npos,
             got.reading.marks->unknown_why.c_str());
  }
  // The same commits without an archive: nobody noted anything.
  const Lake whole;
  whole.take("expired" + v, "orders");
  QDir(whole.file(v == QLatin1String("-v6") ? "orders/.hoodie/archived" : "orders/.hoodie/timeline/history"))
      .removeRecursively();
  QVERIFY(load(*open(whole)).reading.marks->unknown_reason == Reason::not_supported);
  QVERIFY(load(*open(whole), {.writer = "hudi-streamer"}).reading.marks->unknown_reason == Reason::no_commit);
}

void TestHudiCatalog::an_empty_checkpoint_is_unknown() {
  QFETCH(QString, v);
  const Lake lake;
  lake.take("empty" + v, "orders");
  const TableLoad got = load(*open(lake));
  QCOMPARE(mark(got), std::int64_t{-2});
  QVERIFY(got.reading.marks->unknown_reason == Reason::ambiguous);
  QCOMPARE(got.reading.marks->unknown_why, "Instant " + instant("empty" + v, 1) + " notes an empty checkpoint.");
}

void TestHudiCatalog::a_restore_is_seen() {
  QFETCH(QString, v);
  const Lake lake;
  lake.take("restored" + v, "orders");
  const TableLoad got = load(*open(lake));
  QCOMPARE(mark(got), std::int64_t{10});
  QCOMPARE(got.reading.branch, std::vector<std::string>{instant("restored" + v, 0)});
  QCOMPARE(got.reading.left.size(), 2u);  // the two that were taken back
}

void TestHudiCatalog::the_sink_of_connect() {
  QFETCH(QString, v);
  const Lake lake;
  lake.take("connect" + v, "orders");
  const auto catalog = open(lake);
  const TableLoad got = load(*catalog, {.topic = "orders"});
  QCOMPARE(mark(got, 0), std::int64_t{123});
  QCOMPARE(mark(got, 1), std::int64_t{456});
  QCOMPARE(got.reading.writer, std::string("hudi-connect"));
  const TableLoad unnamed = load(*catalog);
  QVERIFY(unnamed.reading.marks->durable.empty());
  QVERIFY(unnamed.reading.marks->unknown_why.find("no topic") != std::string::npos);
}

void TestHudiCatalog::polls_follow_the_timeline() {
  QFETCH(QString, v);
  const QString name = "orders" + v;
  const std::int64_t marks[] = {1020, 1040, 1040, 1050, 1050};
  const Lake lake;
  const auto catalog = open(lake);
  QVERIFY(load(*catalog).what == TableLoad::What::gone);
  std::string tag;
  for (int i = 0; i < 5; ++i) {
    lake.take(name, "orders", instant(name, i));
    const TableLoad got = load(*catalog, {.known_head = i > 0 ? instant(name, i - 1) : ""}, tag);
    QVERIFY(got.what == TableLoad::What::loaded);
    QCOMPARE(got.reading.head, std::optional(instant(name, i)));
    QCOMPARE(mark(got), marks[i]);
    tag = got.tag;
    const TableLoad same = load(*catalog, {}, tag);
    QVERIFY(same.what == TableLoad::What::unchanged);
    QCOMPARE(same.cost.requests, std::int64_t{2});
  }
  // A commit that is under way, or failed, is not in the table.
  lake.take(name, "orders");
  QVERIFY(load(*catalog, {}, tag).what == TableLoad::What::unchanged);
  // Rolled back: it goes from the timeline, and its offsets with it.
  lake.remove(lake.completed("orders", instant(name, 4)));
  lake.remove(lake.completed("orders", instant(name, 3)));
  QCOMPARE(mark(load(*catalog, {}, tag)), std::int64_t{1040});
}

// As an upgrade to version 8 leaves it: the newer layout, and instants of before in JSON and without a second time.
void TestHudiCatalog::an_upgraded_table_keeps_files_of_before() {
  const Lake lake;
  lake.take(QStringLiteral("orders-v6"), "orders");
  const auto catalog = open(lake);
  QCOMPARE(mark(load(*catalog)), std::int64_t{1050});
  for (int i = 0; i < 5; ++i) {
    const std::string old = lake.completed("orders", instant(QStringLiteral("orders-v6"), i));
    QDir().mkpath(lake.file("orders/.hoodie/timeline"));
    const std::string base = old.substr(old.rfind('/') + 1);
    QVERIFY(QFile::rename(lake.file(old), lake.file("orders/.hoodie/timeline/" + base)));
  }
  lake.write("orders/.hoodie/hoodie.properties", "hoodie.table.version=8\nhoodie.timeline.layout.version=2\n");
  const TableLoad upgraded = load(*catalog);
  QCOMPARE(mark(upgraded), std::int64_t{1050});
  QCOMPARE(upgraded.reading.versions.size(), 5u);
  // And commits in Avro after them.
  lake.write("orders/.hoodie/timeline/20991231000000000_20991231000001000.commit", [] {
    QFile file(QDir(fixtures + QStringLiteral("connect-v8/.hoodie/timeline"))
                   .filePath(QDir(fixtures + QStringLiteral("connect-v8/.hoodie/timeline"))
                                 .entryList({QStringLiteral("*_*.commit")})
                                 .value(0)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
  }());
  const TableLoad after = load(*catalog, {.topic = "orders"});
  QCOMPARE(after.reading.head, std::optional(std::string("20991231000000000")));
  QCOMPARE(mark(after, 1), std::int64_t{456});
}

void TestHudiCatalog::when_an_instant_was_completed() {
  const QDateTime noon(QDate(2026, 11, 22), QTime(14, 35), Qt::UTC);
  const auto at = [&](const QString& name, const QDateTime& modified) {
    const Lake lake;
    lake.take(name, "orders");
    const std::string first = instant(name, 0);
    QFile file(lake.file(lake.completed("orders", first)));
    if (!file.open(QIODevice::ReadWrite) || !file.setFileTime(modified, QFileDevice::FileModificationTime))
      qFatal("no time");
    file.close();
    return version(load(*open(lake)), first).commit.committed;
  };
  // A name of the newer layout in UTC says it, whatever became of the file.
  const auto told = at(QStringLiteral("orders-v8"), noon.addDays(30));
  QVERIFY(told.has_value());
  QVERIFY(ms(*told) < noon.toMSecsSinceEpoch() && ms(*told) > noon.toMSecsSinceEpoch() - 3'600'000);
  // Else the file's own time does, unless it was copied later.
  QCOMPARE(at(QStringLiteral("orders-v6"), noon), std::optional(LakeTime(Millis(noon.toMSecsSinceEpoch()))));
  const QDateTime completed(QDate(2026, 11, 22), QTime(14, 29, 53), Qt::UTC);
  QCOMPARE(at(QStringLiteral("compacted-v8"), completed),
           std::optional(LakeTime(Millis(completed.toMSecsSinceEpoch()))));
  QVERIFY(!at(QStringLiteral("compacted-v8"), completed.addSecs(3163)));  // no zone is that far off: a copy
  QVERIFY(!at(QStringLiteral("orders-v6"), noon.addDays(30)));
  QVERIFY(!at(QStringLiteral("compacted-v8"), noon.addDays(30)));
}

void TestHudiCatalog::a_long_timeline_is_read_from_its_end() {
  const Lake lake;
  lake.write("orders/.hoodie/hoodie.properties", "hoodie.table.version=6\n");
  const auto commit = [&](int number, const std::string& extra) {
    lake.write("orders/.hoodie/" + std::to_string(20'260'101'000'000 + number) + ".commit",
               R"({"extraMetadata":{)" + extra + R"(},"operationType":"UPSERT"})");
  };
  const std::string noted = R"("deltastreamer.checkpoint.key":"orders,0:77")";
  for (int number = 0; number < 700; ++number) commit(number, number == 300 ? noted : "");
  const TableLoad far = load(*open(lake));
  QCOMPARE(mark(far), std::int64_t{77});
  QCOMPARE(far.reading.versions.size(), TableReading::newest);
  QVERIFY(far.cost.requests < 420);
  QVERIFY(!far.reading.whole);
  commit(300, "");
  commit(100, noted);
  const TableLoad farther = load(*open(lake));
  QVERIFY(farther.reading.marks->durable.empty());
  QVERIFY(farther.reading.marks->unknown_reason == Reason::not_probed);
  QVERIFY(farther.cost.requests < 510);
}

void TestHudiCatalog::hostile_files() {
  QFETCH(QString, v);
  const QString name = "orders" + v;
  const Lake lake;
  lake.take(name, "orders");
  const std::string newest = lake.completed("orders", instant(name, 3));
  QFile file(lake.file(newest));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const std::string good = file.readAll().toStdString();
  const auto catalog = open(lake);
  std::string magic("Obj\x01", 4);
  for (const std::string& bytes : {std::string(), std::string("{"), std::string("<html>"), std::string("[]"), magic,
                                   magic + std::string(200, '\xff'), good.substr(0, good.size() / 2),
                                   std::string(R"({"extraMetadata":{"deltastreamer.checkpoint.key":7}})")}) {
    lake.write(newest, bytes);
    const auto fresh = open(lake);
    const TableLoad got = load(*fresh);
    QCOMPARE(mark(got), std::int64_t{-2});
    QVERIFY2(got.reading.marks->unknown_why.find(instant(name, 3)) != std::string::npos, bytes.c_str());
    QCOMPARE(got.reading.versions.size(), 5u);
    // It was not whole yet: the next look sees what it has become.
    lake.write(newest, good);
    QCOMPARE(mark(load(*fresh, {}, got.tag)), std::int64_t{1050});
  }
  // Names that are none; more than is read of one file; nothing of who the table is.
  for (const char* odd : {"1.commit", "99999999999999999.commit.bak", "2026112214285203x.commit", "..commit"})
    lake.write(newest.substr(0, newest.rfind('/') + 1) + odd, "{}");
  QCOMPARE(mark(load(*open(lake))), std::int64_t{1050});
  QFile huge(lake.file(newest));
  QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(ObjectStore::largest_file + 2));
  QCOMPARE(mark(load(*open(lake))), std::int64_t{-2});
  lake.write("orders/.hoodie/hoodie.properties", "hoodie.timeline.layout.version=2\nhoodie.timeline.path=../../..\n");
  if (v == QLatin1String("-v6")) QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("No such file")));
  const TableLoad outside = load(*open(lake));
  QVERIFY(outside.what == (v == QLatin1String("-v6") ? TableLoad::What::failed : TableLoad::What::loaded));
}

void TestHudiCatalog::marks_states_and_commits() {
  QFETCH(QString, v);
  const Lake lake;
  lake.take("reset" + v, "orders");
  Recorder recorder;
  const auto source = TableSource::open(profile_of(lake), {}, secrets_, clock_, recorder);
  QVERIFY2(source, source ? "" : source.error().line().c_str());
  QVERIFY((*source)->poll_once({}));
  const auto state = [&](const char* aspect) { return recorder.state("table:orders", aspect).value_or("(none)"); };
  QCOMPARE(state("format"), std::string("hudi"));
  QCOMPARE(state("writer"), std::string("hudi-streamer"));
  QCOMPARE(state("adapter"), std::string("b"));
  QCOMPARE(state("snapshot"), instant("reset" + v, 3));
  QCOMPARE(state("unknown-why"), std::string("(none)"));
  QCOMPARE(recorder.value("tables", "table:orders", "partition:orders/0"), Known<std::int64_t>(250));
  const auto poll = recorder.poll("tables");
  QCOMPARE(poll->commits.size(), 4u);
  QCOMPARE(poll->commits[3].ranges, ranges({{0, 400, 500}}));
  QVERIFY(poll->commits[3].evidence == Evidence::exact);
}

QTEST_GUILESS_MAIN(TestHudiCatalog)
#include "tst_hudi_catalog.moc"
