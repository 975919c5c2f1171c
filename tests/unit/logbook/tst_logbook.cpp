// SPDX-License-Identifier: GPL-3.0-or-later
// Logbooks as real files: rows stay, hold together, and come from several hands.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <set>
#include <thread>

#include "models/logbook/logbook.h"

using namespace tidemark;

class TestLogbook final : public QObject {
  Q_OBJECT
 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }
  void it_lies_beside_the_timeline();
  void rows_come_back_in_the_order_of_time();
  void the_file_is_private_and_says_what_it_is();
  void rows_cannot_be_changed();
  void a_changed_row_shows();
  void a_row_taken_out_shows();
  void hashes_tell_fields_apart();
  void foreign_files_are_refused_and_left_alone();
  void a_cut_file_is_damaged();
  void merging_is_a_union();
  void logbooks_that_disagree_are_not_merged();
  void many_hands_at_once();
  void what_is_too_large_is_refused();
  void a_folder_that_cannot_be_written();

 private:
  std::string path(const char* name = "t.logbook") const {
    return folder_->filePath(QLatin1String(name)).toStdString();
  }
  static LogEntry add(const std::string& path, std::int64_t at, const std::string& text) {
    const auto entry = append_to_logbook(path, {local_time(at), "ann", "note", text});
    if (!entry) qFatal("%s", entry.error().line().c_str());
    return *entry;
  }
  static std::vector<LogEntry> all(const std::string& path) {
    const auto entries = read_logbook(path);
    if (!entries) qFatal("%s", entries.error().line().c_str());
    return *entries;
  }
  // Past the triggers, as somebody with a SQL shell would.
  static void tamper(const std::string& path, const std::string& sql) {
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    std::vector<std::string> triggers;
    {
      SQLite::Statement rows(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
      std::vector<std::string> names;
      while (rows.executeStep()) {
        names.push_back(rows.getColumn(0).getString());
        triggers.push_back(rows.getColumn(1).getString());
      }
      rows.reset();
      for (const std::string& name : names) db.exec("DROP TRIGGER " + name);
    }
    db.exec(sql);
    for (const std::string& trigger : triggers) db.exec(trigger);
  }
  static QByteArray bytes(const std::string& path) {
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", path.c_str());
    return file.readAll();
  }
  static void put(const std::string& path, const QByteArray& text) {
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly)) qFatal("no %s", path.c_str());
    file.write(text);
  }

  std::unique_ptr<QTemporaryDir> folder_;
};

void TestLogbook::it_lies_beside_the_timeline() {
  QCOMPARE(logbook_path("/x/prod.tidemark"), std::string("/x/prod.logbook"));
  QCOMPARE(logbook_path("a.b/prod"), std::string("a.b/prod.logbook"));
  QVERIFY(all(path()).empty());  // no file: nobody wrote
  QVERIFY(!QFileInfo::exists(QString::fromStdString(path())));
}

void TestLogbook::rows_come_back_in_the_order_of_time() {
  const LogEntry first = add(path(), 200, "b");
  const LogEntry second = add(path(), 100, "a");
  const LogEntry third = add(path(), 300, "größer 😀 \"'");
  QCOMPARE(first.prev_hash, std::string());
  QCOMPARE(second.prev_hash, hash_of(first));
  QCOMPARE(third.prev_hash, hash_of(second));
  const auto entries = all(path());
  QVERIFY((entries == std::vector<LogEntry>{second, first, third}));
  QCOMPARE(last_hashes(entries), hash_of(third));
  QCOMPARE(first.uuid.size(), 36u);
  QCOMPARE(first.uuid[14], '4');
}

void TestLogbook::the_file_is_private_and_says_what_it_is() {
  add(path(), 1, "x");
  const auto permissions = QFileInfo(QString::fromStdString(path())).permissions();
  QVERIFY(!(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
  SQLite::Database db(path());
  QCOMPARE(db.execAndGet("PRAGMA application_id").getInt64(), 0x54494C47);
  QCOMPARE(db.execAndGet("PRAGMA journal_mode").getString(), std::string("delete"));
}

void TestLogbook::rows_cannot_be_changed() {
  add(path(), 1, "x");
  SQLite::Database db(path(), SQLite::OPEN_READWRITE);
  for (const char* sql : {"UPDATE entry SET body = 'y'", "DELETE FROM entry"})
    QVERIFY_EXCEPTION_THROWN(db.exec(sql), SQLite::Exception);
  QCOMPARE(all(path()).at(0).body, std::string("x"));
}

void TestLogbook::a_changed_row_shows() {
  add(path(), 1, "x");
  add(path(), 2, "y");
  tamper(path(), "UPDATE entry SET author = 'bob' WHERE body = 'x'");
  const auto read = read_logbook(path());
  QVERIFY(!read);
  QCOMPARE(read.error().code, ErrorCode::damaged);
  QCOMPARE(exit_status(read.error().code), 4);
  QCOMPARE(read.error().where, path());
  const QByteArray before = bytes(path());
  QCOMPARE(append_to_logbook(path(), {local_time(3), "a", "note", "z"}).error().code, ErrorCode::damaged);
  QCOMPARE(bytes(path()), before);
}

void TestLogbook::a_row_taken_out_shows() {
  for (int i = 1; i <= 3; ++i) add(path(), i, std::to_string(i));
  tamper(path(), "DELETE FROM entry WHERE body = '2'");
  QCOMPARE(read_logbook(path()).error().code, ErrorCode::damaged);
}

void TestLogbook::hashes_tell_fields_apart() {
  const LogEntry a{"u", local_time(1), "ab", "c", "d", ""};
  LogEntry b = a;
  b.author = "a";
  b.kind = "bc";
  QVERIFY(hash_of(a) != hash_of(b));
  QCOMPARE(hash_of(a).size(), 64u);
  // By an independent implementation: sha256("1:u1:12:ab1:c1:d0:").
  QCOMPARE(hash_of(a), std::string("38778ea091bdd455db2a8601de2cec1746e1ad9348360634e70bb6ade67ea140"));
}

void TestLogbook::foreign_files_are_refused_and_left_alone() {
  const auto refused = [&](const std::string& file, const char* what) {
    const QByteArray before = bytes(file);
    const auto read = read_logbook(file);
    const auto written = append_to_logbook(file, {local_time(3), "a", "note", "z"});
    QVERIFY2(!read && read.error().code == ErrorCode::damaged, what);
    QVERIFY2(!written && written.error().code == ErrorCode::damaged, what);
    QCOMPARE(bytes(file), before);
  };
  put(path("text"), "just a text, long enough to be no empty file");
  refused(path("text"), "text");
  SQLite::Database(path("other"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t(x)");
  refused(path("other"), "another program's");
  add(path("newer"), 1, "x");
  tamper(path("newer"), "PRAGMA user_version = 2");
  refused(path("newer"), "newer");
  add(path("more"), 1, "x");
  tamper(path("more"), "CREATE VIEW v AS SELECT * FROM entry");
  refused(path("more"), "with a view");
}

void TestLogbook::a_cut_file_is_damaged() {
  for (int i = 0; i < 40; ++i) add(path(), i, std::string(1000, 'x'));
  put(path("cut"), bytes(path()).left(9000));
  const auto read = read_logbook(path("cut"));
  QVERIFY(!read);
  QCOMPARE(read.error().code, ErrorCode::damaged);
}

void TestLogbook::merging_is_a_union() {
  add(path(), 1, "both");
  put(path("copy"), bytes(path()));
  add(path(), 2, "ours");
  add(path("copy"), 3, "theirs");
  QCOMPARE(*merge_logbooks(path(), path("copy")), 1);
  QCOMPARE(*merge_logbooks(path(), path("copy")), 0);
  QCOMPARE(*merge_logbooks(path("copy"), path()), 1);
  QVERIFY(all(path()) == all(path("copy")));
  QCOMPARE(all(path()).size(), 3u);
  // The next row stands on both ends: neither can go unseen any more.
  const LogEntry next = add(path(), 4, "after");
  QCOMPARE(next.prev_hash.size(), 64u + 1 + 64);
  tamper(path(), "DELETE FROM entry WHERE body = 'theirs'");
  QVERIFY(!read_logbook(path()));
  QCOMPARE(*merge_logbooks(path("new"), path("copy")), 3);
  QCOMPARE(merge_logbooks(path("new"), path("missing")).error().code, ErrorCode::input);
}

void TestLogbook::logbooks_that_disagree_are_not_merged() {
  add(path(), 1, "x");
  put(path("copy"), bytes(path()));
  tamper(path("copy"), "UPDATE entry SET body = 'y'");  // the last row: its own file cannot tell
  QVERIFY(read_logbook(path("copy")));
  QCOMPARE(merge_logbooks(path(), path("copy")).error().code, ErrorCode::damaged);
  QCOMPARE(all(path()).at(0).body, std::string("x"));
}

void TestLogbook::many_hands_at_once() {
  constexpr int hands = 4, each = 15;
  {
    std::vector<std::jthread> threads;
    for (int hand = 0; hand < hands; ++hand)
      threads.emplace_back([&, hand] {
        for (int i = 0; i < each; ++i) add(path(), i, std::to_string(hand));
      });
  }
  const auto entries = all(path());
  QCOMPARE(int(entries.size()), hands * each);
  std::set<std::string> uuids;
  for (const LogEntry& entry : entries) uuids.insert(entry.uuid);
  QCOMPARE(int(uuids.size()), hands * each);
}

void TestLogbook::what_is_too_large_is_refused() {
  QCOMPARE(append_to_logbook(path(), {local_time(1), "a", "note", std::string(70'000, 'x')}).error().code,
           ErrorCode::usage);
  QCOMPARE(append_to_logbook(path(), {local_time(1), std::string(201, 'a'), "note", "x"}).error().code,
           ErrorCode::usage);
  QVERIFY(!QFileInfo::exists(QString::fromStdString(path())));
}

void TestLogbook::a_folder_that_cannot_be_written() {
  const auto written = append_to_logbook(path("no/such/folder"), {local_time(1), "a", "note", "x"});
  QVERIFY(!written);
  QCOMPARE(written.error().code, ErrorCode::storage);
}

QTEST_GUILESS_MAIN(TestLogbook)
#include "tst_logbook.moc"
