// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions with files that SQLite wrote, and with servers that are no PostgreSQL; a real one is in
// tests/lab/test_sql.py.
#include <SQLiteCpp/SQLiteCpp.h>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

#include "collectors/sql/database.h"
#include "collectors/sql/postgres_error.h"
#include "collectors/sql/sqlite_session.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
// Says the same to everybody, at once, and reads nothing.
class Babbler final {
 public:
  explicit Babbler(std::string words) : words_(std::move(words)), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket_, any, size) != 0 || ::listen(socket_, 8) != 0 || ::getsockname(socket_, any, &size) != 0)
      qFatal("no port");
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] {
      for (int peer = ::accept(socket_, nullptr, nullptr); peer >= 0; peer = ::accept(socket_, nullptr, nullptr)) {
        static_cast<void>(::send(peer, words_.data(), words_.size(), MSG_NOSIGNAL));
        peers_.push_back(peer);
      }
    });
  }
  ~Babbler() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
    for (const int peer : peers_) ::close(peer);
  }
  Babbler(const Babbler&) = delete;
  Babbler& operator=(const Babbler&) = delete;
  int port() const { return port_; }

 private:
  std::string words_;
  int socket_;
  int port_ = 0;
  std::vector<int> peers_;
  std::jthread thread_;
};

std::unique_ptr<SqlSession> postgres(int port, SqlLimits limits = {}) {
  auto session = open_database(
      "host=127.0.0.1 password=hunter22 user=u dbname=d sslmode=disable port=" + std::to_string(port), {}, limits);
  if (!session) qFatal("%s", session.error().line().c_str());
  return std::move(*session);
}

// A database with two tables, as somebody writes it.
struct Written {
  QTemporaryDir folder;
  std::string path() const { return folder.filePath(QStringLiteral("c #1%.db")).toStdString(); }
  SQLite::Database open() const { return {path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}; }
  Written() {
    SQLite::Database db = open();
    db.exec("CREATE TABLE seen(a TEXT, b INT); INSERT INTO seen VALUES('x', 1), (NULL, 2); CREATE TABLE hidden(a)");
  }
  QStringList files() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }
};
const std::string all = "SELECT * FROM seen ORDER BY b";
}  // namespace

class TestSqlSessions final : public QObject {
  Q_OBJECT
 private slots:
  void connection_strings_data();
  void connection_strings();
  void what_holds_a_password();
  void a_file_is_read();
  void nothing_but_the_named_tables_is_read_and_nothing_written();
  void more_than_the_limits_is_an_error();
  void a_writer_that_holds_the_file();
  void a_write_ahead_log();
  void files_that_are_none();
  void nobody_listens();
  void a_server_that_says_nothing();
  void a_stop_ends_the_wait();
  void servers_that_speak_otherwise();
  void refusals_data();
  void refusals();
};

void TestSqlSessions::connection_strings_data() {
  QTest::addColumn<QByteArray>("dsn");
  QTest::addColumn<QByteArray>("name");  // "sqlite PATH", "postgres TEXT"; empty: refused
  const auto row = [](const char* dsn, const char* name) { QTest::newRow(dsn) << QByteArray(dsn) << QByteArray(name); };
  row("sqlite:////data/c.db", "sqlite /data/c.db");
  row("sqlite:///c.db", "sqlite c.db");
  row("sqlite+pysqlite:////data/c.db?timeout=3", "sqlite /data/c.db");
  row("jdbc:sqlite:/data/c.db", "sqlite /data/c.db");
  row("jdbc:sqlite::memory:", "");
  row("sqlite://", "");
  row("sqlite://host/c.db", "");
  row("postgresql://u@h:5432/d", "postgres postgresql://u@h:5432/d");
  row("postgres://h/d", "postgres postgresql://h/d");
  row("postgresql+psycopg2://u:p@h/d", "postgres postgresql://u:p@h/d");
  row("jdbc:postgresql://h/d?user=u&password=p", "postgres postgresql://h/d?user=u&password=p");
  row("host=h dbname=d", "postgres host=h dbname=d");
  row("host=/run/postgresql options='-c search_path=lake'",
      "postgres host=/run/postgresql options='-c search_path=lake'");
  row("postgresql://h/d?unknown=secret", "");
  row("host=h secret", "");
  row("mysql://h/d?a=b", "");
  row("/data/secret.db", "");
  row("", "");
}

void TestSqlSessions::connection_strings() {
  QFETCH(QByteArray, dsn);
  QFETCH(QByteArray, name);
  const auto place = database_place(dsn.toStdString());
  QCOMPARE(place.has_value(), !name.isEmpty());
  if (!place) {
    QVERIFY(place.error().line().find("secret") == std::string::npos);
    return;
  }
  const std::string kind = place->kind == DatabasePlace::Kind::sqlite ? "sqlite " : "postgres ";
  QCOMPARE(kind + place->name, name.toStdString());
}

void TestSqlSessions::what_holds_a_password() {
  for (const char* dsn : {"postgresql://u:p@h/d", "host=h password=p", "postgresql://h/d?password=p", "not understood"})
    QVERIFY2(holds_password(dsn), dsn);
  for (const char* dsn : {"postgresql://u@h/d", "host=h dbname=d", "sqlite:////data/c.db"})
    QVERIFY2(!holds_password(dsn), dsn);
}

void TestSqlSessions::a_file_is_read() {
  const Written file;
  SqliteSession session(file.path(), {"seen"}, {});
  const SqlReply reply = session.query(all, {}, {});
  QVERIFY2(reply.ok(), reply.error.line().c_str());
  QCOMPARE(reply.column("b"), std::optional<std::size_t>(1));
  QVERIFY(!reply.column("c"));
  QCOMPARE(reply.rows, (std::vector<SqlReply::Row>{{"x", "1"}, {std::nullopt, "2"}}));
  QCOMPARE(reply.cost.requests, std::int64_t{1});
  QVERIFY(reply.cost.bytes_known && reply.cost.bytes >= 8192 && reply.cost.bytes % 4096 == 0);
  const SqlReply one = session.query("SELECT b FROM seen WHERE a = $1 AND b = $2", {"x", "1"}, {});
  QVERIFY2(one.ok(), one.error.line().c_str());
  QCOMPARE(one.rows, (std::vector<SqlReply::Row>{{"1"}}));
  // Another file in its place.
  QFile::remove(QString::fromStdString(file.path()));
  file.open().exec("CREATE TABLE seen(a TEXT, b INT)");
  QVERIFY(session.query(all, {}, {}).rows.empty());
}

void TestSqlSessions::nothing_but_the_named_tables_is_read_and_nothing_written() {
  const Written file;
  SqliteSession session(file.path(), {"seen"}, {});
  const QStringList before = file.files();
  for (const char* statement :
       {"SELECT a FROM hidden", "INSERT INTO seen VALUES('y', 3)", "DELETE FROM seen", "CREATE TABLE t(a)",
        "ATTACH ':memory:' AS o", "PRAGMA journal_mode = WAL", "SELECT load_extension('x')", "VACUUM"}) {
    const SqlReply reply = session.query(statement, {}, {});
    QVERIFY2(!reply.ok() && !reply.error.what.empty(), statement);
  }
  QCOMPARE(session.query(all, {}, {}).rows.size(), std::size_t{2});
  QCOMPARE(file.files(), before);
}

void TestSqlSessions::more_than_the_limits_is_an_error() {
  const Written file;
  for (const SqlLimits& limits : {SqlLimits{.rows = 1}, SqlLimits{.bytes = 1}}) {
    const SqlReply reply = SqliteSession(file.path(), {"seen"}, limits).query(all, {}, {});
    QVERIFY(reply.outcome == HttpOutcome::other && reply.rows.empty());
  }
  SqliteSession slow(file.path(), {"seen"}, {.statement = Millis(1)});
  std::string joined = "SELECT count(*) FROM seen";
  for (int i = 0; i < 30; ++i) joined += ", seen AS s" + std::to_string(i);
  const SqlReply reply = slow.query(joined, {}, {});
  QVERIFY2(reply.outcome == HttpOutcome::timeout, reply.error.line().c_str());
}

void TestSqlSessions::a_writer_that_holds_the_file() {
  const Written file;
  SQLite::Database writer = file.open();
  writer.exec("BEGIN EXCLUSIVE; INSERT INTO seen VALUES('y', 3)");
  SqliteSession session(file.path(), {"seen"}, {});
  const SqlReply reply = session.query(all, {}, {});
  QCOMPARE(word(reply.outcome), std::string_view("throttled"));
  QCOMPARE(reply.error.what, std::string("its writer holds it"));
  writer.exec("COMMIT");
  QCOMPARE(session.query(all, {}, {}).rows.size(), std::size_t{3});
}

void TestSqlSessions::a_write_ahead_log() {
  const Written file;
  SqliteSession session(file.path(), {"seen"}, {});
  {
    SQLite::Database writer = file.open();
    writer.exec("PRAGMA journal_mode = WAL");
    writer.exec("INSERT INTO seen VALUES('y', 3)");
    const SqlReply reply = session.query(all, {}, {});
    QVERIFY2(reply.ok(), reply.error.line().c_str());
    QCOMPARE(reply.rows.size(), std::size_t{3});
  }
  // Its writer has gone, and nothing lies beside the file: nothing is put there either.
  QCOMPARE(file.files().size(), 1);
  const SqlReply reply = session.query(all, {}, {});
  QVERIFY2(reply.ok(), reply.error.line().c_str());
  QCOMPARE(reply.rows.size(), std::size_t{3});
  QCOMPARE(file.files().size(), 1);
}

void TestSqlSessions::files_that_are_none() {
  const Written file;
  const std::string other = file.folder.filePath(QStringLiteral("text")).toStdString();
  {
    QFile text(QString::fromStdString(other));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(4096, 'x'));
  }
  QFile::link(QString::fromStdString(file.path()), file.folder.filePath(QStringLiteral("link")));
  for (const std::string& path : {other, file.folder.path().toStdString(), std::string("/nowhere/c.db"),
                                  file.folder.filePath(QStringLiteral("link")).toStdString()}) {
    const SqlReply reply = SqliteSession(path, {"seen"}, {}).query(all, {}, {});
    QVERIFY2(!reply.ok(), path.c_str());
    QCOMPARE(reply.error.where, path);
  }
  const SqlReply reply =
      SqliteSession(file.path(), {"iceberg_tables"}, {}).query("SELECT * FROM iceberg_tables", {}, {});
  QCOMPARE(reply.error.what, std::string("no such table: iceberg_tables"));
}

void TestSqlSessions::nobody_listens() {
  int port = 0;
  {
    const Babbler gone("");
    port = gone.port();
  }
  const auto session = postgres(port);
  const SqlReply reply = session->query("select 1", {}, {});
  QCOMPARE(word(reply.outcome), std::string_view("unreachable"));
  QCOMPARE(reply.error.where, "postgresql://127.0.0.1:" + std::to_string(port) + "/d");
  QVERIFY2(reply.error.what.find("refused") != std::string::npos, reply.error.what.c_str());
  QVERIFY(reply.error.line().find("hunter22") == std::string::npos);
  QVERIFY(reply.error.line().find('\n') == std::string::npos);
  QCOMPARE(reply.cost.requests, std::int64_t{1});
}

void TestSqlSessions::a_server_that_says_nothing() {
  const Babbler server("");
  const auto session = postgres(server.port(), {.connect = Millis(300)});
  // Those that waited for the connection do not try it again.
  const auto begin = std::chrono::steady_clock::now();
  std::vector<std::jthread> threads;
  std::atomic<int> late = 0;
  for (int i = 0; i < 6; ++i)
    threads.emplace_back([&] { late += session->query("select 1", {}, {}).outcome == HttpOutcome::timeout ? 1 : 0; });
  threads.clear();
  QCOMPARE(late.load(), 6);
  QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(1500));
}

void TestSqlSessions::a_stop_ends_the_wait() {
  const Babbler server("");
  const auto session = postgres(server.port(), {.connect = Millis(20'000)});
  std::stop_source source;
  const std::jthread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    source.request_stop();
  });
  const auto begin = std::chrono::steady_clock::now();
  QVERIFY(!session->query("select 1", {}, source.get_token()).ok());
  QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(1000));
}

void TestSqlSessions::servers_that_speak_otherwise() {
  const std::string denied =
      std::string("E\0\0\0\x4eSFATAL\0C28P01\0Mpassword \"hunter22\" of u: \x1b[31mauthentication failed", 69) +
      std::string(10, '\0');
  const std::string authenticated("R\0\0\0\x08\0\0\0\0", 9);
  const std::string ready("Z\0\0\0\x05I", 6);
  for (const std::string& words :
       {std::string("HTTP/1.1 400 Bad Request\r\n\r\n"), std::string(200, '\0'), std::string(200, 'R'), denied,
        authenticated + ready + std::string("D\x7f\xff\xff\xff", 5),
        authenticated + ready + std::string("C\0\0\0\x0fSELECT", 11), authenticated + ready}) {
    const Babbler server(words);
    const auto session = postgres(server.port(), {.connect = Millis(500), .statement = Millis(200)});
    const SqlReply reply = session->query("select 1", {}, {});
    QVERIFY(!reply.ok() && reply.rows.empty());
    QVERIFY2(reply.error.line().find("hunter22") == std::string::npos, reply.error.line().c_str());
    QVERIFY(reply.error.line().find('\x1b') == std::string::npos && !reply.error.what.empty());
  }
}

void TestSqlSessions::refusals_data() {
  QTest::addColumn<QByteArray>("state");  // empty: of a connection
  QTest::addColumn<QByteArray>("message");
  QTest::addColumn<QByteArray>("outcome");
  const auto row = [](const char* state, const char* message, const char* outcome) {
    QTest::newRow(message) << QByteArray(state) << QByteArray(message) << QByteArray(outcome);
  };
  row("57014", "canceling statement due to statement timeout", "timeout");
  row("25006", "cannot execute INSERT in a read-only transaction", "other");
  row("42501", "permission denied for table docs", "denied");
  row("42601", "syntax error at or near \"selec\"", "other");
  row("57P01", "terminating connection due to administrator command", "unreachable");
  row("55P03", "canceling statement due to lock timeout", "throttled");
  row("XX000", "something broke", "other");
  row("", "FATAL:  password authentication failed for user \"u\"", "denied");
  row("", "FATAL:  no pg_hba.conf entry for host \"10.0.0.1\"", "denied");
  row("", "FATAL:  sorry, too many clients already", "throttled");
  row("", "server does not support SSL, but SSL was required", "tls");
  row("", "FATAL:  the database system is starting up", "unreachable");
  row("", "FATAL:  role \"u\" does not exist\n", "denied");
  row("", "FATAL:  database \"d\" does not exist", "other");
}

void TestSqlSessions::refusals() {
  QFETCH(QByteArray, state);
  QFETCH(QByteArray, message);
  QFETCH(QByteArray, outcome);
  const PostgresRefusal refusal = state.isEmpty()
                                      ? connection_refusal(message.toStdString(), false)
                                      : statement_refusal(state.toStdString(), message.toStdString(), Millis(700));
  QCOMPARE(word(refusal.outcome), std::string_view(outcome.toStdString()));
  QVERIFY(!refusal.error.what.empty() && !refusal.error.what.ends_with(' '));
  QVERIFY(connection_refusal("no password supplied", true).outcome == HttpOutcome::denied);
}

QTEST_GUILESS_MAIN(TestSqlSessions)
#include "tst_sql_sessions.moc"
