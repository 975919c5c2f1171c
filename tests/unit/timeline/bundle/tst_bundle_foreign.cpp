// SPDX-License-Identifier: GPL-3.0-or-later
// What a bundle from somebody else may be, and is then refused; and what it may not do where it is not.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <QFile>
#include <QTest>

#include "models/timeline/foreign.h"
#include "tests/unit/timeline/bundle/bundle_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestBundleForeign final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void it_opens();
  void queries_see_it();
  void is_refused_data();
  void is_refused();
  void bytes_that_are_cut_off();
  void a_link_is_not_followed();
  void what_lies_beside_it_is_not_read();
  void only_our_tables_are_read();
  void nothing_runs_for_ever();
  void an_own_timeline_with_another_table_in_place_of_ours();

 private:
  QString copy() const {
    const QString file = QString::fromStdString(scratch_.path("copy.bundle"));
    QFile::remove(file);
    if (!QFile::copy(QString::fromStdString(scratch_.path("b.bundle")), file)) qFatal("no copy");
    return file;
  }
  static Result<std::unique_ptr<TimelineReader>> open(const QString& file) {
    return TimelineReader::open(file.toStdString());
  }
  Scratch scratch_;
};

void TestBundleForeign::initTestCase() {
  write_history(scratch_);
  make(scratch_, window_wish());
}

void TestBundleForeign::it_opens() {
  for (const auto origin : {TimelineReader::Origin::own, TimelineReader::Origin::foreign}) {
    const auto reader = TimelineReader::open(copy().toStdString(), origin);
    QVERIFY2(reader, reader ? "" : reader.error().line().c_str());
    QVERIFY((*reader)->generation());
    QVERIFY((*reader)->load(everything()));
    QVERIFY((*reader)->check()->empty());
  }
}

void TestBundleForeign::queries_see_it() {
  for (const char* view : {"series", "event", "snapshot", "commit_range", "connector_state", "schema_version",
                           "finding", "poll", "gap", "state", "samples(1, 0, 9e15)"}) {
    const auto done = query_timeline(copy().toStdString(), std::string("SELECT count(*) FROM ") + view,
                                     [](const QueryRow&) { return true; });
    QVERIFY2(done, done ? "" : (view + (": " + done.error().line())).c_str());
  }
  QCOMPARE(
      query_timeline(copy().toStdString(), "DELETE FROM main.poll", [](const QueryRow&) { return true; }).error().code,
      ErrorCode::usage);
}

void TestBundleForeign::is_refused_data() {
  QTest::addColumn<QString>("sql");
  QTest::addColumn<QString>("says");
  const auto row = [](const char* sql, const char* says) {
    QTest::newRow(sql) << QString::fromLatin1(sql) << QString::fromLatin1(says);
  };
  row("PRAGMA application_id = 7", "not a Tidemark timeline");
  row("PRAGMA user_version = 99", "newer Tidemark");
  row("PRAGMA user_version = 0", "impossible schema");
  row("CREATE VIEW v AS SELECT 1", "not ours: v");
  row("CREATE TRIGGER t AFTER INSERT ON poll BEGIN SELECT 1; END", "not ours: t");
  row("CREATE TABLE more(x)", "not ours: more");
  row("CREATE INDEX more ON poll(due)", "not ours: more");
  row("CREATE VIRTUAL TABLE more USING fts5(x)", "not ours");
  row("DROP INDEX gap_to", "lacks tables");
  row("DROP TABLE entry", "lacks tables");
  row("DROP TABLE event; CREATE VIEW event AS SELECT 1 AS id", "not ours: event");
  row("DROP TABLE gap; CREATE TABLE gap(id INTEGER PRIMARY KEY, lane AS (abs(-9223372036854775808)))", "not ours: gap");
  row("ALTER TABLE manifest ADD COLUMN more", "not ours: manifest");
  row("ANALYZE", "not ours: sqlite_stat1");
  row("UPDATE poll SET seq = seq - 100000", "impossible numbers in poll");
  row("UPDATE poll SET wall_ms = 'soon' WHERE seq = 500", "impossible numbers in poll");
  row("UPDATE poll SET mono_ms = 9e99 WHERE seq = 500", "impossible numbers in poll");
  row("UPDATE series SET scale10 = 2000000000", "impossible numbers in series");
  row("UPDATE lane SET interval_ms = -1 WHERE id = 1", "impossible numbers in lane");
  row("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE "
      "name = 'poll') WHERE name = 'poll_wall'",
      "damaged");
}

void TestBundleForeign::is_refused() {
  QFETCH(QString, sql);
  QFETCH(QString, says);
  const QString file = copy();
  SQLite::Database(file.toStdString(), SQLite::OPEN_READWRITE).exec(sql.toStdString());
  const auto reader = open(file);
  QVERIFY(!reader);
  QCOMPARE(reader.error().code, ErrorCode::damaged);
  QVERIFY2(reader.error().what.find(says.toStdString()) != std::string::npos, reader.error().line().c_str());
  QVERIFY(!inspect_bundle(file.toStdString()));
  QVERIFY(!verify_bundle(file.toStdString()));
}

void TestBundleForeign::bytes_that_are_cut_off() {
  const QString path = copy();
  QFile file(path);
  const qint64 size = file.size();
  for (const qint64 left : {qint64{0}, qint64{50}, qint64{5'000}, size / 2, size - 4'096}) {
    QVERIFY(file.open(QFile::ReadWrite) && file.resize(left));
    file.close();
    const auto reader = open(path);
    QVERIFY(!reader);
    QVERIFY2(reader.error().code == ErrorCode::damaged, reader.error().line().c_str());
    QVERIFY(!verify_bundle(path.toStdString()));
    copy();
  }
}

void TestBundleForeign::a_link_is_not_followed() {
  const QString link = QString::fromStdString(scratch_.path("link.bundle"));
  QVERIFY(QFile::link(copy(), link));
  const auto reader = TimelineReader::open(link.toStdString(), TimelineReader::Origin::foreign);
  QVERIFY(!reader);
  QVERIFY(!bundle_entries(link.toStdString()));
}

// A write-ahead log that somebody put beside it would say what is in the file.
void TestBundleForeign::what_lies_beside_it_is_not_read() {
  const QString file = copy();
  QVERIFY(QFile::copy(QString::fromStdString(scratch_.path("b.bundle")), file + "-wal"));
  const auto reader = TimelineReader::open(file.toStdString(), TimelineReader::Origin::foreign);
  QVERIFY2(reader, reader ? "" : reader.error().line().c_str());
  QVERIFY((*reader)->check()->empty());
  QFile::remove(file + "-wal");
}

void TestBundleForeign::only_our_tables_are_read() {
  SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec("CREATE TABLE poll(x)");
  db.exec("CREATE TABLE theirs(x)");
  harden(db);
  allow_only_our_tables(db);
  db.exec("SELECT count(*) FROM poll");
  for (const char* sql : {"SELECT x FROM theirs", "CREATE TEMP VIEW v AS SELECT 1", "INSERT INTO poll VALUES(1)",
                          "DELETE FROM poll", "DROP TABLE poll", "CREATE TABLE t(x)", "ATTACH ':memory:' AS o",
                          "PRAGMA writable_schema = ON", "PRAGMA journal_mode", "SELECT load_extension('x')", "VACUUM",
                          "CREATE TRIGGER t AFTER INSERT ON poll BEGIN SELECT 1; END"})
    QVERIFY_EXCEPTION_THROWN(db.exec(sql), SQLite::Exception);
  QCOMPARE(sqlite3_limit(db.getHandle(), SQLITE_LIMIT_ATTACHED, -1), 0);
  QCOMPARE(sqlite3_limit(db.getHandle(), SQLITE_LIMIT_LENGTH, -1), 64 << 20);
}

void TestBundleForeign::nothing_runs_for_ever() {
  SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  Deadline deadline(db, std::chrono::seconds(0));
  QVERIFY_EXCEPTION_THROWN(
      db.exec("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"),
      SQLite::Exception);
  QVERIFY(deadline.passed());
}

void TestBundleForeign::an_own_timeline_with_another_table_in_place_of_ours() {
  const Scratch other;
  write_history(other);
  {
    SQLite::Database db(other.path(), SQLite::OPEN_READWRITE);
    db.exec("CREATE TABLE beside(x)");
  }
  QVERIFY(TimelineReader::open(other.path()));
  {
    SQLite::Database db(other.path(), SQLite::OPEN_READWRITE);
    db.exec("DROP TABLE gap");
    db.exec("CREATE VIEW gap AS SELECT 1 AS id");
  }
  QCOMPARE(TimelineReader::open(other.path()).error().code, ErrorCode::damaged);
}

QTEST_GUILESS_MAIN(TestBundleForeign)
#include "tst_bundle_foreign.moc"
