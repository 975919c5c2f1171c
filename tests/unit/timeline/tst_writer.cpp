// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <QFile>
#include <QTest>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <limits>
#include <mutex>
#include <random>

#include "models/timeline/compact.h"
#include "models/timeline/gaps.h"
#include "models/timeline/place.h"
#include "models/timeline/schema.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestWriter final : public QObject {
  Q_OBJECT
 private slots:
  void a_new_file_is_private_and_ours();
  void a_second_writer_is_refused();
  void a_text_file_is_refused_and_left_alone();
  void a_newer_schema_is_refused_by_name();
  void an_older_schema_is_backed_up_and_migrated();
  void every_schema_that_landed_is_read_and_migrated_data();
  void every_schema_that_landed_is_read_and_migrated();
  void a_file_that_must_not_exist();
  void network_file_systems_are_told_apart();
  void a_writer_continues_the_block();
  void acknowledgements_follow_commits();
  void a_full_queue_says_so();
  void a_lane_or_series_nobody_asked_for();
  void a_nearly_full_disk_stores_nothing_and_leaves_a_gap();
  void a_disk_that_is_full();
  void old_blocks_are_dropped();
  void a_file_keeps_its_size();
  void old_blocks_become_dense();
  void a_file_is_compacted_data();
  void a_file_is_compacted();
  void a_check_finds_damage();
  void gaps_between_polls_data();
  void gaps_between_polls();
  void gaps_of_a_collector_stand_alone();
};

namespace {
const SeriesSpec high = mark(signal::high, "orders", 0);

Result<> try_open(const Scratch& scratch, WriterOptions options = {}) {
  auto writer = TimelineWriter::open(scratch.path(), std::move(options), scratch.clock());
  if (!writer) return std::unexpected(writer.error());
  return (*writer)->close();
}
}  // namespace

void TestWriter::a_new_file_is_private_and_ours() {
  const Scratch scratch;
  const std::string path = scratch.path("deep/er/t.tidemark");
  auto writer = TimelineWriter::open(path, {}, scratch.clock());
  QVERIFY(writer);
  struct stat info{};
  for (const std::string& file : {path, path + "-wal", path + ".lock"}) {
    QCOMPARE(::stat(file.c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0600U);
  }
  QCOMPARE(::stat(scratch.path("deep/er").c_str(), &info), 0);
  QCOMPARE(info.st_mode & 0777U, 0700U);
  SQLite::Database db(path);
  QCOMPARE(db.execAndGet("PRAGMA application_id").getInt(), 0x54494445);
  QCOMPARE(db.execAndGet("PRAGMA user_version").getInt(), timeline_schema);
  QCOMPARE(db.execAndGet("PRAGMA journal_mode").getString(), std::string("wal"));
  QCOMPARE(db.execAndGet("SELECT count(*) FROM sqlite_schema WHERE type = 'view'").getInt(), 0);
}

void TestWriter::a_second_writer_is_refused() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const auto second = try_open(scratch);
  QVERIFY(!second);
  QCOMPARE(second.error().code, ErrorCode::storage);
  QVERIFY(second.error().what.find("another Tidemark writes") != std::string::npos);
}

void TestWriter::a_text_file_is_refused_and_left_alone() {
  const Scratch scratch;
  const std::string text(5000, 'x');
  std::ofstream(scratch.path()) << text;
  const auto opened = try_open(scratch);
  QVERIFY(!opened);
  QCOMPARE(opened.error().code, ErrorCode::damaged);
  QCOMPARE(exit_status(opened.error().code), 4);
  QVERIFY(opened.error().line().find('\n') == std::string::npos);
  QVERIFY(!QFile::exists(QString::fromStdString(scratch.path() + ".lock")));
  for (const auto origin : {TimelineReader::Origin::own, TimelineReader::Origin::foreign}) {
    const auto reader = TimelineReader::open(scratch.path(), origin);
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, ErrorCode::damaged);
  }
  QCOMPARE(TimelineReader::open(scratch.path("nothing")).error().code, ErrorCode::input);
  std::ifstream file(scratch.path());
  QCOMPARE(std::string(std::istreambuf_iterator<char>(file), {}), text);
}

void TestWriter::a_newer_schema_is_refused_by_name() {
  const Scratch scratch;
  QVERIFY(scratch.writer()->close());
  SQLite::Database(scratch.path(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 7");
  const auto opened = try_open(scratch);
  QVERIFY(!opened);
  QCOMPARE(opened.error().code, ErrorCode::damaged);
  QVERIFY(opened.error().what.find("schema 7") != std::string::npos);
  QCOMPARE(TimelineReader::open(scratch.path()).error().what, opened.error().what);
  SQLite::Database(scratch.path(), SQLite::OPEN_READWRITE).exec("PRAGMA application_id = 1");
  QCOMPARE(try_open(scratch).error().what, std::string("not a Tidemark timeline"));
}

void TestWriter::an_older_schema_is_backed_up_and_migrated() {
  const Scratch scratch;
  QVERIFY(scratch.writer()->close());
  const std::string path = scratch.path();
  constexpr int now = timeline_schema;
  static constexpr std::string_view good[] = {"CREATE TABLE later(x)", "INSERT INTO later VALUES(5)"};
  static constexpr std::string_view bad[] = {"CREATE TABLE latest(x)", "INSERT INTO nowhere VALUES(5)"};
  const std::vector<Migration> steps{{timeline_schema, good}, {timeline_schema + 1, bad}};
  {
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    QVERIFY(migrate(db, path, now, now + 1, steps));
    QCOMPARE(db.execAndGet("PRAGMA user_version").getInt(), now + 1);
    QCOMPARE(db.execAndGet("SELECT x FROM later").getInt(), 5);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(migrate(db, path, now + 1, now + 2, steps)), SQLite::Exception);
    QCOMPARE(db.execAndGet("PRAGMA user_version").getInt(), now + 1);
    QCOMPARE(db.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'latest'").getInt(), 0);
    QVERIFY(!migrate(db, path, now + 2, now + 3, steps));
  }
  SQLite::Database backup(path + ".schema-" + std::to_string(now) + ".backup");
  QCOMPARE(backup.execAndGet("PRAGMA user_version").getInt(), now);
  QCOMPARE(backup.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").getInt(), 0);
}

void TestWriter::every_schema_that_landed_is_read_and_migrated_data() {
  QTest::addColumn<int>("schema");
  for (int schema = 1; schema <= timeline_schema; ++schema) QTest::addRow("%d", schema) << schema;
}
void TestWriter::every_schema_that_landed_is_read_and_migrated() {
  QFETCH(int, schema);
  const QString fixtures = TIDEMARK_SOURCE_DIR "/tests/unit/timeline/fixtures/";
  const Scratch scratch;
  QVERIFY(QFile::copy(fixtures + "schema-" + QString::number(schema) + ".tidemark",
                      QString::fromStdString(scratch.path())));
  QFile text(fixtures + "schema.ndjson");
  QVERIFY(text.open(QIODevice::ReadOnly));
  const std::string expected = text.readAll().toStdString();
  QCOMPARE(scratch.ndjson(), expected);  // as it is, read only
  QVERIFY(try_open(scratch));
  SQLite::Database db(scratch.path());
  QCOMPARE(db.execAndGet("PRAGMA user_version").getInt(), timeline_schema);
  SQLite::Statement fresh(db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'");
  std::vector<std::string> tables;
  while (fresh.executeStep()) tables.push_back(fresh.getColumn(0).getString());
  std::vector<std::string> wanted(schema_statements().begin(), schema_statements().end());
  std::ranges::sort(tables);
  std::ranges::sort(wanted);
  QCOMPARE(tables, wanted);  // a migrated file has the tables of a new one
  QCOMPARE(scratch.ndjson(), expected);
  QCOMPARE(scratch.faults(), std::size_t{0});
  const std::string backup = scratch.path() + ".schema-" + std::to_string(schema) + ".backup";
  QCOMPARE(std::filesystem::exists(backup), schema < timeline_schema);
}

void TestWriter::a_file_that_must_not_exist() {
  const Scratch scratch;
  WriterOptions options;
  options.must_not_exist = true;
  QVERIFY(try_open(scratch, options));
  const auto again = try_open(scratch, options);
  QVERIFY(!again);
  QCOMPARE(again.error().code, ErrorCode::input);
}

void TestWriter::network_file_systems_are_told_apart() {
  const char* const mounts =
      "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
      "40 22 0:51 / /home rw,nosuid shared:7 master:2 - nfs4 server:/home rw,vers=4.2\n"
      "41 22 0:52 / /mnt/ssh rw - fuse.sshfs me@host: rw\n"
      "42 22 0:53 / /mnt/win rw - fuseblk /dev/sdb1 rw\n";
  QCOMPARE(network_file_system_in(mounts, "0:51"), std::optional<std::string>("nfs4"));
  QCOMPARE(network_file_system_in(mounts, "0:52"), std::optional<std::string>("fuse.sshfs"));
  QVERIFY(!network_file_system_in(mounts, "8:1"));
  QVERIFY(!network_file_system_in(mounts, "0:53"));
  QVERIFY(!network_file_system_in(mounts, "9:9"));
}

void TestWriter::a_writer_continues_the_block() {
  const Scratch scratch, whole;
  // Once in one run, once with a new writer every 77 polls: the same content.
  std::unique_ptr<TimelineWriter> parts = scratch.writer();
  const auto one = whole.writer();
  const std::vector<Signal> marks{signal::high, signal::stable, signal::floor};
  for (std::int64_t n = 0; n < 1100; ++n) {
    if (n % 77 == 76) {
      QVERIFY(parts->close());
      parts = scratch.writer();
    }
    for (TimelineWriter* writer : {parts.get(), one.get()}) {
      Poll poll = poll_at(writer->lane(offsets_lane()), n);
      for (std::size_t s = 0; s < marks.size(); ++s)
        if ((n + static_cast<std::int64_t>(s)) % 13 != 0)
          poll.samples.push_back({writer->series(poll.lane, mark(marks[s], "orders", 0)), n * n, Reason::none});
      poll.states = {{Object("group:g"), "state", n / 100 % 2 == 0 ? "Stable" : "Empty", ""}};
      if (n % 90 > 60) poll.errors = {{"broker:1", Reason::unreachable, "gone", false}};
      push(*writer, poll);
    }
  }
  QVERIFY(parts->close());
  QVERIFY(one->close());
  QVERIFY(scratch.ndjson() == whole.ndjson());
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestWriter::acknowledgements_follow_commits() {
  const Scratch scratch;
  std::vector<Committed> seen;
  WriterOptions options;
  options.on_commit = [&](const Committed& committed) { seen.push_back(committed); };
  auto writer = scratch.writer(options);
  write_series(*writer, writer->lane(offsets_lane()), high, std::vector<std::int64_t>(50, 1));
  QVERIFY(writer->flush());
  QCOMPARE(seen.size(), std::size_t{50});
  for (std::size_t i = 0; i < seen.size(); ++i) {
    QCOMPARE(seen[i].seq, static_cast<std::int64_t>(i));
    QCOMPARE(seen[i].at, poll_at(LaneId(1), static_cast<std::int64_t>(i)).wall);
    QCOMPARE(seen[i].lane, std::string("offsets"));
    QVERIFY(seen[i].generation > 0 && (i == 0 || seen[i].generation >= seen[i - 1].generation));
  }
  QCOMPARE(seen.back().generation, writer->stats().generation);
  QCOMPARE(writer->stats().polls, 50);
}

void TestWriter::a_full_queue_says_so() {
  const Scratch scratch;
  WriterOptions options;
  options.queue_limit = 3;
  options.queue_samples = 100;
  std::mutex gate;
  options.on_commit = [&](const Committed&) { const std::scoped_lock lock(gate); };
  auto writer = scratch.writer(options);
  const LaneId lane = writer->lane(offsets_lane());
  const SeriesId id = writer->series(lane, high);
  std::unique_lock closed(gate);
  // One is in the writer's hands at most; it waits at the gate.
  push(*writer, poll_at(lane, 0));
  QTRY_COMPARE(writer->backlog(), std::size_t{0});
  Poll large = poll_at(lane, 1);
  large.samples.assign(150, {id, 1, Reason::none});
  QVERIFY(writer->push(large));  // a single one may be as large as it likes
  QVERIFY(!writer->push(large));
  QVERIFY(writer->push(poll_at(lane, 2)) == false);
  closed.unlock();
  QVERIFY(writer->flush());
  closed.lock();
  push(*writer, poll_at(lane, 2));
  QTRY_COMPARE(writer->backlog(), std::size_t{0});
  for (std::int64_t n = 3; n < 6; ++n) QVERIFY(writer->push(poll_at(lane, n)));
  QVERIFY(!writer->push(poll_at(lane, 6)));
  QCOMPARE(writer->backlog(), std::size_t{3});
  closed.unlock();
  QVERIFY(writer->close());
  QVERIFY(!writer->push(poll_at(lane, 7)));
  QCOMPARE(scratch.load(everything())->lanes[0].polls.size(), std::size_t{6});
}

void TestWriter::a_lane_or_series_nobody_asked_for() {
  const Scratch scratch;
  auto writer = scratch.writer();
  QVERIFY(writer->push(poll_at(LaneId(77), 0)));
  const auto flushed = writer->flush();
  QVERIFY(!flushed);
  QCOMPARE(flushed.error().code, ErrorCode::internal);
  const LaneId lane = writer->lane(offsets_lane());
  Poll poll = poll_at(lane, 0);
  poll.samples = {{SeriesId(99), 1, Reason::none}, {writer->series(lane, high), 4, Reason::none}};
  push(*writer, poll);
  QVERIFY(writer->flush());
  QVERIFY(writer->stats().error.find("1 samples") != std::string::npos);
  QVERIFY(writer->close());
  QCOMPARE(scratch.load(everything())->columns.size(), std::size_t{1});
}

void TestWriter::a_nearly_full_disk_stores_nothing_and_leaves_a_gap() {
  const Scratch scratch;
  {
    auto writer = scratch.writer();
    write_series(*writer, writer->lane(offsets_lane()), high, {1, 2});
    QVERIFY(writer->close());
  }
  WriterOptions options;
  options.min_free_bytes = std::numeric_limits<std::int64_t>::max() / 2;
  auto writer = scratch.writer(options);
  push(*writer, poll_at(writer->lane(offsets_lane()), 2));
  const auto flushed = writer->flush();
  QVERIFY(!flushed);
  QCOMPARE(flushed.error().code, ErrorCode::storage);
  QVERIFY(writer->stats().error.find("nearly full") != std::string::npos);
  QVERIFY(writer->flush());  // said once
  QVERIFY(writer->close());
  QCOMPARE(scratch.load(everything())->lanes[0].polls.size(), std::size_t{2});
}

// SQLite itself runs out of pages: the transaction is lost as a whole, and what follows says so.
void TestWriter::a_disk_that_is_full() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  write_series(*writer, lane, high, {1, 2});
  QVERIFY(writer->flush());
  struct rlimit before{};
  QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto old_handler = ::signal(SIGXFSZ, SIG_IGN);
  struct rlimit small = before;
  small.rlim_cur = static_cast<rlim_t>(writer->stats().wal_bytes) + 20'000;
  QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
  Poll poll = poll_at(lane, 2);
  poll.states = {{Object("topic:orders"), "config", std::string(200'000, 'x'), ""}};
  push(*writer, poll);
  const auto full = writer->flush();
  QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
  ::signal(SIGXFSZ, old_handler);
  QVERIFY(!full);
  QCOMPARE(full.error().code, ErrorCode::storage);
  write_series(*writer, lane, high, {4, 5}, 3);
  QVERIFY(writer->flush());
  QVERIFY(writer->stats().error.empty());
  QVERIFY(writer->close());
  const auto snapshot = scratch.load(everything());
  QCOMPARE(snapshot->columns[0].values, (std::vector<std::int64_t>{1, 2, 4, 5}));
  QCOMPARE(snapshot->gaps.size(), std::size_t{1});
  QVERIFY(snapshot->gaps[0].gap.detail.starts_with("not stored: "));
  QCOMPARE(snapshot->gaps[0].gap.from, poll_at(lane, 2).wall);
  QCOMPARE(snapshot->gaps[0].gap.to, poll_at(lane, 3).wall);
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestWriter::old_blocks_are_dropped() {
  const Scratch scratch;
  WriterOptions options;
  options.retention = Retention{.raw = Millis(1000 * 10'000)};
  auto writer = scratch.writer(options);
  const LaneId lane = writer->lane(offsets_lane());
  std::vector<std::int64_t> values;
  for (std::int64_t n = 0; n < 3000; ++n) values.push_back(n);
  write_series(*writer, lane, high, values);
  const auto reader = scratch.reader();
  // Blocks 0 to 3 end before poll 1999; block 4 holds it.
  QTRY_COMPARE((*reader->load(everything()))->lanes[0].polls.front().seq, std::int64_t{4} * 480);
  QVERIFY(writer->flush());
  QVERIFY(writer->close());
  const auto snapshot = scratch.load(everything());
  QCOMPARE(snapshot->columns[0].values.front(), 4 * 480);
  QCOMPARE(snapshot->columns[0].values.back(), 2999);
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestWriter::a_file_keeps_its_size() {
  const Scratch scratch;
  WriterOptions options;
  options.retention = Retention{.max_bytes = 6'000'000};
  auto writer = scratch.writer(options);
  const LaneId lane = writer->lane(offsets_lane());
  std::vector<SeriesId> ids;
  for (int p = 0; p < 300; ++p)
    ids.push_back(writer->series(lane, mark(signal::high, "t-" + std::to_string(p / 20), p)));
  std::uint64_t noise = 1;
  for (std::int64_t n = 0; n < 3500; ++n) {
    Poll poll = poll_at(lane, n);
    for (const SeriesId id : ids) {
      noise = noise * 6364136223846793005ULL + 1442695040888963407ULL;
      poll.samples.push_back({id, static_cast<std::int64_t>(noise >> 20), Reason::none});
    }
    push(*writer, poll);
    // Fed no faster than it stores: one batch of a thousand polls would be larger than the room below the bound.
    if (n % 20 == 0) QVERIFY(writer->flush());
    QVERIFY(file_bytes(scratch.path()) <= options.retention->max_bytes);
  }
  QVERIFY(writer->flush());
  QVERIFY(writer->close());
  const auto snapshot = scratch.load(everything());
  QVERIFY(snapshot->lanes[0].polls.front().seq > 0);
  QCOMPARE(snapshot->lanes[0].polls.back().seq, 3499);
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestWriter::old_blocks_become_dense() {
  const Scratch scratch;
  WriterOptions options;
  {
    const auto writer = scratch.writer(options);
    const LaneId lane = writer->lane(offsets_lane());
    std::vector<SeriesId> partitions;
    for (int p = 0; p < 20; ++p) partitions.push_back(writer->series(lane, mark(signal::high, "orders", p)));
    // Steps that are rarely far from their mean: a width for all of them wastes some of it.
    std::mt19937_64 random(1);
    std::poisson_distribution<std::int64_t> steps(400);
    std::vector<std::int64_t> values(partitions.size(), 1'000'000);
    for (int n = 0; n < 3 * 480 + 10; ++n) {
      Poll poll = poll_at(lane, n);
      for (std::size_t p = 0; p < partitions.size(); ++p)
        poll.samples.push_back({partitions[p], values[p] += steps(random), Reason::none});
      push(*writer, poll);
    }
    QVERIFY(writer->flush());
    QTRY_VERIFY_WITH_TIMEOUT(!writer->stats().busy, 30'000);  // sealed
    QVERIFY(writer->close());
  }
  const auto efforts = [&] {
    SQLite::Database db(scratch.path());
    SQLite::Statement rows(db, "SELECT group_concat(hex(substr(b, 6, 1)), ' ') FROM seg");
    rows.executeStep();
    return rows.getColumn(0).getString();
  };
  QCOMPARE(efforts(), std::string("00 00 00"));
  const std::string before = scratch.ndjson();
  // The last poll of the second block is 4,900 s older than the newest.
  options.dense_after = Millis(4'890'000);
  const auto writer = scratch.writer(options);
  QTRY_COMPARE(efforts(), std::string("01 01 00"));
  QVERIFY(writer->close());
  QCOMPARE(scratch.ndjson(), before);
  QCOMPARE(scratch.faults(), 0U);
}

void TestWriter::a_file_is_compacted_data() {
  QTest::addColumn<bool>("in_place");
  QTest::newRow("in place") << true;
  QTest::newRow("a copy") << false;
}

void TestWriter::a_file_is_compacted() {
  QFETCH(const bool, in_place);
  const Scratch scratch;
  const std::string copy = scratch.path("copy.tidemark");
  {
    const auto writer = scratch.writer();
    QVERIFY(!in_place ||
            compact_timeline(scratch.path(), {}).error().code == ErrorCode::storage);  // it is being written
    const LaneId lane = writer->lane(offsets_lane());
    write_series(*writer, lane, high, std::vector<std::int64_t>(700, 5));
    QVERIFY(writer->close());
  }
  {
    SQLite::Database db(scratch.path(), SQLite::OPEN_READWRITE);
    db.exec("CREATE TABLE ballast(b)");
    for (int i = 0; i < 100; ++i) db.exec("INSERT INTO ballast VALUES(randomblob(50000))");
    db.exec("DROP TABLE ballast");
  }
  const std::string before = scratch.ndjson();
  const auto done = in_place ? compact_timeline(scratch.path(), {}) : copy_compact(scratch.path(), copy, {});
  QVERIFY2(done, done ? "" : done.error().line().c_str());
  QVERIFY(done->bytes_before > 5'000'000 && done->bytes_after < 1'000'000);
  if (!in_place) {
    QVERIFY(file_bytes(scratch.path()) > 5'000'000);
    QCOMPARE(copy_compact(scratch.path(), copy, {}).error().code, ErrorCode::input);  // it exists
    struct stat info{};
    QCOMPARE(::stat(copy.c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0600U);
    std::filesystem::rename(copy, scratch.path());
  }
  QCOMPARE(scratch.ndjson(), before);
  QCOMPARE(scratch.faults(), 0U);
  QVERIFY(try_open(scratch));
}

void TestWriter::a_check_finds_damage() {
  const auto damaged = [](const char* sql) {
    const Scratch scratch;
    auto writer = scratch.writer();
    const LaneId lane = writer->lane(offsets_lane());
    std::vector<std::int64_t> values;
    for (std::int64_t n = 0; n < 600; ++n) values.push_back(n * n);
    write_series(*writer, lane, high, values);
    const auto reader = scratch.reader();
    for (int i = 0; i < 500 && reader->info()->sealed_samples == 0; ++i) QTest::qWait(10);
    if (!writer->close()) return std::size_t{0};
    SQLite::Database(scratch.path(), SQLite::OPEN_READWRITE).exec(sql);
    const auto faults = scratch.reader()->check();
    return faults ? faults->size() : 0;
  };
  QCOMPARE(damaged("SELECT 1"), std::size_t{0});
  for (const char* sql :
       {"UPDATE seg SET b = substr(b, 1, length(b) - 1)", "UPDATE hot SET b = x'0102' WHERE seq = 500",
        "DELETE FROM hot WHERE seq = 550", "DELETE FROM seg", "DELETE FROM poll WHERE seq = 100", "DELETE FROM series",
        "UPDATE poll SET mono_ms = 5 WHERE seq = 300", "INSERT INTO seg VALUES(9, 9, 9, x'00')",
        "UPDATE poll SET boot = 9 WHERE seq = 3",
        "INSERT INTO state(source, object, aspect, from_hi, detail) VALUES(1, 'a', 'b', 0, ''), (1, 'a', 'b', 0, '')"})
    QVERIFY2(damaged(sql) > 0, sql);
}

void TestWriter::gaps_between_polls_data() {
  QTest::addColumn<qint64>("wall");
  QTest::addColumn<qint64>("mono");
  QTest::addColumn<QString>("boot");
  QTest::addColumn<qint64>("from");  // -1: no gap
  QTest::addColumn<QString>("detail");
  QTest::newRow("on time") << qint64(10'000) << qint64(10'000) << "boot-1" << qint64(-1) << "";
  QTest::newRow("late") << qint64(30'000) << qint64(30'000) << "boot-1" << qint64(-1) << "";
  QTest::newRow("slow clock") << qint64(10'900) << qint64(10'000) << "boot-1" << qint64(-1) << "";
  QTest::newRow("off") << qint64(30'001) << qint64(30'001) << "boot-1" << qint64(10'000) << "";
  QTest::newRow("forward") << qint64(3'610'000) << qint64(10'000) << "boot-1" << qint64(10'000)
                           << "clock stepped forward 3600.0 s";
  QTest::newRow("back") << qint64(-3'590'000) << qint64(10'000) << "boot-1" << qint64(-3'590'000)
                        << "clock stepped back 3600.0 s";
  QTest::newRow("back, seen late") << qint64(0) << qint64(40'000) << "boot-1" << qint64(0)
                                   << "clock stepped back 40.0 s";
  QTest::newRow("restart") << qint64(60'000) << qint64(5) << "boot-2" << qint64(10'000) << "the machine restarted";
}

void TestWriter::gaps_between_polls() {
  QFETCH(qint64, wall);
  QFETCH(qint64, mono);
  QFETCH(QString, boot);
  QFETCH(qint64, from);
  QFETCH(QString, detail);
  Poll poll;
  poll.wall = local_time(t0 + wall);
  poll.mono = MonoTime(Millis(1'000'000 + mono));
  poll.boot = boot.toStdString();
  const LaneState::Last last{local_time(t0), MonoTime(Millis(1'000'000)), "boot-1"};
  const auto gaps = gaps_before(poll, last, Millis(10'000));
  QCOMPARE(gaps.size(), from == -1 ? std::size_t{0} : std::size_t{1});
  if (gaps.empty()) return;
  QCOMPARE(ms(gaps[0].from), t0 + from);
  QCOMPARE(gaps[0].to, std::max(poll.wall, last.wall));  // a clock that was set back shows those times again
  QCOMPARE(gaps[0].detail, detail.toStdString());
}

void TestWriter::gaps_of_a_collector_stand_alone() {
  Poll poll;
  poll.wall = local_time(t0 + 100'000);
  poll.mono = MonoTime(Millis(100'000));
  poll.gaps = {{local_time(t0 + 10'000), poll.wall, Reason::collector_off, "queue full"}};
  const auto gaps = gaps_before(poll, {local_time(t0), MonoTime(Millis(0)), ""}, Millis(10'000));
  QCOMPARE(gaps.size(), std::size_t{1});
  QCOMPARE(gaps[0].detail, std::string("queue full"));
  // It slept and its clock was set: both are said.
  poll.wall += Millis(7'000);
  const auto both = gaps_before(poll, {local_time(t0), MonoTime(Millis(0)), ""}, Millis(10'000));
  QCOMPARE(both.size(), std::size_t{2});
  QCOMPARE(both[1].detail, std::string("clock stepped forward 7.0 s"));
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
