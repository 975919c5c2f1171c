// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/SQLiteCpp.h>

#include <QTest>
#include <algorithm>

#include "models/timeline/text.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestQuery final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void views_answer();
  void versions_of_schemas();
  void samples_of_a_series();
  void only_one_reading_statement_data();
  void only_one_reading_statement();
  void exports_are_the_same_for_the_same_history();
  void an_export_is_lines_of_json();
  void csv_is_safe_in_a_spreadsheet();
  void text_survives_anything();
  void a_foreign_file_is_read_as_it_is();
  void a_foreign_file_with_more_in_it_is_refused();

 private:
  std::string query(const std::string& sql) const { return query(scratch_, sql); }
  static std::string query(const Scratch& scratch, const std::string& sql);
  static void story(const Scratch& scratch, bool hurry);
  Scratch scratch_;
};

// Rows as "a|b|c" lines, null as "-".
std::string TestQuery::query(const Scratch& scratch, const std::string& sql) {
  std::string out;
  const auto done = query_timeline(scratch.path(), sql, [&](const QueryRow& row) {
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      if (i > 0) out += '|';
      const auto& value = row.values[i];
      if (std::holds_alternative<std::monostate>(value)) out += '-';
      if (const auto* number = std::get_if<std::int64_t>(&value)) out += std::to_string(*number);
      if (const auto* number = std::get_if<double>(&value)) out += QString::number(*number).toStdString();
      if (const auto* text = std::get_if<std::string>(&value)) out += *text;
    }
    out += '\n';
    return true;
  });
  return done ? out : done.error().line();
}

// The same history, once committed poll by poll and once in as few transactions as possible.
void TestQuery::story(const Scratch& scratch, bool hurry) {
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  const LaneId metrics = writer->lane({{"metrics", "m", ClusterName("prod")}, "fast", Millis(15'000)});
  if (hurry) static_cast<void>(writer->series(lane, mark(signal::floor, "orders", 7)));  // another order of ids
  for (std::int64_t n = 0; n < 500; ++n) {
    Poll poll = poll_at(lane, n);
    poll.samples = {
        {writer->series(lane, mark(signal::high, "orders", 0)), n * 100, Reason::none},
        {writer->series(lane, mark(signal::high, "=orders", 1)), 0, n % 7 == 0 ? Reason::leaderless : Reason::none}};
    poll.states = {{Object("connector:c"), "state", n < 10 ? "RUNNING" : "FAILED", "trace\n\"quoted\""}};
    if (n == 5)
      poll.events = {{poll_at(lane, 4).wall, poll.wall, "broker", "broker-gone", Object("broker:2"), "gone", "warn"}};
    if (n == 6) poll.errors = {{"group:x", Reason::no_permission, "denied", true}};
    if (n == 20) poll.gaps = {{poll_at(lane, 18).wall, poll_at(lane, 19).wall, Reason::collector_off, "queue full"}};
    push(*writer, poll);
    Poll metric = poll_at(metrics, n, Millis(15'000));
    metric.samples = {{writer->series(metrics, {Signal("put_latency_ms"), Object("table:t"), "ms", 3}), n * 500 - 1250,
                       Reason::none}};
    push(*writer, metric);
    if (!hurry) QVERIFY(writer->flush());
  }
  QVERIFY(writer->close());
}

void TestQuery::initTestCase() { story(scratch_, true); }

void TestQuery::views_answer() {
  QCOMPARE(query("SELECT signal, object, lane, cluster FROM series ORDER BY object"),
           std::string("high|partition:=orders/1|offsets|prod\nhigh|partition:orders/"
                       "0|offsets|prod\nput_latency_ms|table:t|fast|prod\n"));
  QCOMPARE(query("SELECT lane, count(*), min(at), max(seq) FROM poll GROUP BY lane"),
           std::string("fast|500|2026-01-01T00:00:00.000Z|499\noffsets|500|2026-01-01T00:00:00.000Z|499\n"));
  QCOMPARE(query("SELECT object, kind, at_lo, at_hi FROM event"),
           std::string("broker:2|broker-gone|2026-01-01T00:00:40.000Z|2026-01-01T00:00:50.000Z\n"));
  QCOMPARE(query("SELECT state, from_lo, \"to\" FROM connector_state ORDER BY from_hi"),
           std::string("RUNNING|-|2026-01-01T00:01:40.000Z\nFAILED|2026-01-01T00:01:30.000Z|-\n"));
  QCOMPARE(query("SELECT reason, detail, \"from\" FROM gap"),
           std::string("collector-off|queue full|2026-01-01T00:03:00.000Z\n"));
  QCOMPARE(query("SELECT scope, first_seq, last_seq, reason FROM poll_error"),
           std::string("group:x|6|6|no-permission\n"));
  for (const char* view : {"snapshot", "commit_range", "finding"})
    QCOMPARE(query(std::string("SELECT count(*) FROM ") + view), std::string("0\n"));
}

void TestQuery::versions_of_schemas() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId registry = writer->lane({{"registry", "r", ClusterName("prod")}, "registry", Millis(10'000)});
  const Object subject("registry:r/a b");
  for (std::int64_t n = 0; n < 4; ++n) {
    Poll poll = poll_at(registry, n);
    std::string lines = "1 5 AVRO live " + std::to_string(t0);
    if (n == 3) lines = "2 - - live -\n3 7 JSON deleted -";
    poll.states = {{subject, "schema-versions", lines, {}}, {subject, "compatibility", "NONE", {}}};
    push(*writer, poll);
  }
  QVERIFY(writer->close());
  QCOMPARE(
      query(scratch,
            "SELECT registry, subject, version, id, kind, compatibility, registered_lo, registered_hi, deleted FROM "
            "schema_version ORDER BY version"),
      std::string("r|a b|1|5|AVRO|NONE|2026-01-01T00:00:00.000Z|2026-01-01T00:00:00.000Z|1\n"
                  "r|a b|2|-|-|NONE|2026-01-01T00:00:20.000Z|2026-01-01T00:00:30.000Z|0\n"
                  "r|a b|3|7|JSON|NONE|2026-01-01T00:00:20.000Z|2026-01-01T00:00:30.000Z|1\n"));
}

void TestQuery::samples_of_a_series() {
  const std::string of = "(SELECT id FROM series WHERE object = 'partition:orders/0')";
  QCOMPARE(query("SELECT count(*), min(value), max(value) FROM samples(" + of + ")"), std::string("500|0|49900\n"));
  QCOMPARE(query("SELECT seq, at, value, reason FROM samples(" + of + ", " + std::to_string(t0 + 4'800'000) + ", " +
                 std::to_string(t0 + 4'810'000) + ")"),
           std::string("480|2026-01-01T01:20:00.000Z|48000|-\n481|2026-01-01T01:20:10.000Z|48100|-\n"));
  QCOMPARE(query("SELECT value, reason FROM samples((SELECT id FROM series WHERE object GLOB '*=*')) LIMIT 2"),
           std::string("-|leaderless\n0|-\n"));
  QCOMPARE(query("SELECT value FROM series s JOIN samples(s.id) WHERE s.scale10 = 3 LIMIT 2"),
           std::string("-1.25\n-0.75\n"));
  QCOMPARE(query("SELECT count(*) FROM samples(4711)"), std::string("0\n"));
  QVERIFY(query("SELECT * FROM samples").starts_with("query: "));
}

void TestQuery::only_one_reading_statement_data() {
  QTest::addColumn<QString>("sql");
  for (const char* sql : {"DELETE FROM main.poll",
                          "DELETE FROM poll",
                          "INSERT INTO main.meta VALUES('x', 1)",
                          "UPDATE main.poll SET due = 0",
                          "CREATE TABLE t(x)",
                          "CREATE TEMP TABLE t(x)",
                          "DROP TABLE main.poll",
                          "DROP VIEW temp.poll",
                          "ATTACH ':memory:' AS a",
                          "DETACH main",
                          "PRAGMA user_version = 9",
                          "PRAGMA journal_mode = DELETE",
                          "PRAGMA query_only = OFF",
                          "PRAGMA writable_schema = ON",
                          "VACUUM",
                          "VACUUM INTO '/tmp/never'",
                          "BEGIN",
                          "SELECT 1; SELECT 2",
                          "SELECT 1; DELETE FROM main.poll",
                          "",
                          " -- nothing",
                          "SELECT nothing FROM poll",
                          "SELEC",
                          "SELECT load_extension('x')",
                          "REINDEX",
                          "ANALYZE",
                          "SAVEPOINT s"})
    QTest::newRow(sql) << QString(sql);
}

void TestQuery::only_one_reading_statement() {
  QFETCH(QString, sql);
  const auto done = query_timeline(scratch_.path(), sql.toStdString(), [](const QueryRow&) { return true; });
  QVERIFY(!done);
  QCOMPARE(done.error().code, ErrorCode::usage);
  QVERIFY(done.error().line().find('\n') == std::string::npos);
  QCOMPARE(query("SELECT 1 ; -- that is all\n "), std::string("1\n"));
  QVERIFY(query("PRAGMA table_info(poll)").find("at_ms") != std::string::npos);
}

void TestQuery::exports_are_the_same_for_the_same_history() {
  const Scratch other;
  story(other, false);
  const std::string one = scratch_.ndjson();
  QVERIFY(one == other.ndjson());
  QVERIFY(one == scratch_.ndjson());
}

void TestQuery::an_export_is_lines_of_json() {
  const std::string text = scratch_.ndjson();
  const std::string lines[] = {
      R"({"type":"timeline","schema":1})",
      R"({"type":"lane","cluster":"prod","source":"m","lane":"fast","interval_ms":15000})",
      R"({"type":"sample","cluster":"prod","source":"prod","lane":"offsets","signal":"high","object":"partition:orders/0","seq":3,"at":"2026-01-01T00:00:30.000Z","value":300})",
      R"({"type":"sample","cluster":"prod","source":"prod","lane":"offsets","signal":"high","object":"partition:=orders/1","seq":7,"at":"2026-01-01T00:01:10.000Z","value":null,"value_reason":"leaderless"})",
      R"({"type":"sample","cluster":"prod","source":"m","lane":"fast","signal":"put_latency_ms","object":"table:t","seq":0,"at":"2026-01-01T00:00:00.000Z","value":-1.25})"};
  for (const std::string& line : lines) QVERIFY2(text.find(line + "\n") != std::string::npos, line.c_str());
  QVERIFY(text.find("\"detail\":\"trace\\u000a\\\"quoted\\\"\"") != std::string::npos);
  QCOMPARE(std::ranges::count(text, '\n'), 1 + 2 + 2 + 3 + 1000 + 1 + 1 + 1500 + 2 + 1);
  std::ostringstream window;
  QVERIFY(scratch_.reader()->export_ndjson(window, local_time(t0 + 100'000), local_time(t0 + 120'000)));
  QCOMPARE(std::ranges::count(window.str(), '\n'), 1 + 2 + 2 + 3 + 3 + 2 + 6 + 2 + 1);
}

void TestQuery::csv_is_safe_in_a_spreadsheet() {
  std::ostringstream out;
  QVERIFY(scratch_.reader()->export_csv(out, local_time(t0), local_time(t0)));
  QCOMPARE(out.str(),
           std::string("cluster,source,lane,signal,object,unit,seq,at,value,reason\n"
                       "prod,prod,offsets,high,partition:=orders/1,records,0,2026-01-01T00:00:00.000Z,,leaderless\n"
                       "prod,prod,offsets,high,partition:orders/0,records,0,2026-01-01T00:00:00.000Z,0,\n"
                       "prod,m,fast,put_latency_ms,table:t,ms,0,2026-01-01T00:00:00.000Z,-1.25,\n"));
  QCOMPARE(csv_cell("=1+1"), std::string("'=1+1"));
  QCOMPARE(csv_cell("a,\"b\"\n"), std::string("\"a,\"\"b\"\"\n\""));
}

void TestQuery::text_survives_anything() {
  QCOMPARE(json_string("a\"b\\c\n\x01"), std::string("\"a\\\"b\\\\c\\u000a\\u0001\""));
  QCOMPARE(json_string("gr\xc3\xbc\xc3\x9f \xe6\xbc\xa2 \xf0\x9f\x98\x80"),
           std::string("\"gr\xc3\xbc\xc3\x9f \xe6\xbc\xa2 \xf0\x9f\x98\x80\""));
  for (const char* bad : {"\xff", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe6\xbc", "\x80"})
    QVERIFY2(json_string(bad).find("\xef\xbf\xbd") == 1, bad);
  QCOMPARE(decimal(0, 0), std::string("0"));
  QCOMPARE(decimal(-1250, 3), std::string("-1.25"));
  QCOMPARE(decimal(5, 3), std::string("0.005"));
  QCOMPARE(decimal(7000, 3), std::string("7"));
  QCOMPARE(decimal(std::numeric_limits<std::int64_t>::min(), 9), std::string("-9223372036.854775808"));
}

void TestQuery::a_foreign_file_is_read_as_it_is() {
  auto reader = TimelineReader::open(scratch_.path(), TimelineReader::Origin::foreign);
  QVERIFY2(reader, reader ? "" : reader.error().line().c_str());
  const auto snapshot = (*reader)->load(everything());
  QVERIFY(snapshot);
  QCOMPARE((*snapshot)->columns.size(), std::size_t{3});
  QVERIFY((*reader)->check()->empty());
}

void TestQuery::a_foreign_file_with_more_in_it_is_refused() {
  const Scratch other;
  for (const char* sql : {"CREATE VIEW v AS SELECT 1", "CREATE TRIGGER t AFTER INSERT ON poll BEGIN SELECT 1; END",
                          "CREATE TABLE more(x)", "CREATE INDEX more ON poll(due)", "DROP INDEX gap_to"}) {
    QFile::remove(QString::fromStdString(other.path()));
    story(other, true);
    SQLite::Database(other.path(), SQLite::OPEN_READWRITE).exec(sql);
    const auto reader = TimelineReader::open(other.path(), TimelineReader::Origin::foreign);
    QVERIFY2(!reader, sql);
    QCOMPARE(reader.error().code, ErrorCode::damaged);
  }
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
