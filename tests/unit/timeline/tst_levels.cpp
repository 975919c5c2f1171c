// SPDX-License-Identifier: GPL-3.0-or-later
// Levels of real files: what the writer makes of samples in the background, what a reader answers from hours, buckets
// and samples together, what stays when samples go, and what an older file gets.
#include <SQLiteCpp/SQLiteCpp.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <random>

#include "models/timeline/rollup.h"
#include "models/timeline/rollup_store.h"
#include "models/timeline/schema.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestLevels final : public QObject {
  Q_OBJECT
 private slots:
  void every_level_says_what_the_samples_say_data();
  void every_level_says_what_the_samples_say();
  void the_newest_polls_are_in_it();
  void a_pause_is_a_bucket_that_nobody_looked_at();
  void lags_need_both_marks_in_one_lane();
  void what_was_begun_is_begun_anew();
  void buckets_outlive_the_samples();
  void without_room_samples_go_first();
  void check_finds_buckets_that_lie();
  void files_of_every_schema_get_buckets_data();
  void files_of_every_schema_get_buckets();
  void older_segments_and_buckets_stay_and_are_read();
};

namespace {
constexpr int partitions = 3;

struct Pipeline {
  LaneId lane, gauges;
  std::vector<SeriesId> high, group;
  SeriesId latency;
  std::mt19937_64 random{11};
  std::vector<std::int64_t> offset = std::vector<std::int64_t>(partitions, 1'000'000);
  std::vector<std::int64_t> committed = std::vector<std::int64_t>(partitions, 999'000);

  explicit Pipeline(TimelineWriter& writer)
      : lane(writer.lane(offsets_lane())),
        gauges(writer.lane({{"metrics", "m", ClusterName("prod")}, "m", Millis(15'000)})) {
    for (int p = 0; p < partitions; ++p) {
      high.push_back(writer.series(lane, mark(signal::high, "orders", p)));
      group.push_back(writer.series(lane, mark(signal::group(GroupId("sink")), "orders", p)));
    }
    latency = writer.series(gauges, {Signal("put_latency_ms"), Object("table:lake.orders"), "ms", 1});
  }

  Poll marks(std::int64_t n) {
    Poll poll = poll_at(lane, n);
    for (std::size_t p = 0; p < partitions; ++p) {
      offset[p] += static_cast<std::int64_t>(random() % 5000);
      if (n % 1000 == 700 && p == 1) offset[p] = 0;  // made anew
      if (n % 6 == 0) committed[p] = offset[p];
      const bool lost = n % 300 > 250 && p == 2;
      poll.samples.push_back({high[p], lost ? 0 : offset[p], lost ? Reason::leaderless : Reason::none});
      poll.samples.push_back({group[p], committed[p], Reason::none});
    }
    return poll;
  }
  Poll gauge(std::int64_t n) {
    Poll poll = poll_at(gauges, n, Millis(15'000));
    const bool known = n % 100 != 99;
    poll.samples = {{latency, known ? static_cast<std::int64_t>(random() % 20'000) : 0,
                     known ? Reason::none : Reason::unreachable}};
    return poll;
  }
};

void settle_down(TimelineWriter& writer) {
  QElapsedTimer timer;
  timer.start();
  QVERIFY(writer.flush());
  while (writer.stats().busy && timer.elapsed() < 60'000) QTest::qSleep(5);
  QVERIFY(!writer.stats().busy);
  QCOMPARE(writer.stats().error, std::string());
}

// `polls` of 10 s, and what a metric endpoint says beside them.
void fill(TimelineWriter& writer, Pipeline& pipeline, std::int64_t first, std::int64_t polls) {
  for (std::int64_t n = first; n < first + polls; ++n) {
    push(writer, pipeline.marks(n));
    if (n % 3 != 2) push(writer, pipeline.gauge(n * 2 / 3));
  }
  settle_down(writer);
}

LevelRequest level_of(Grain level, LocalTime from, LocalTime to, bool lags = true) {
  LevelRequest request;
  request.of.from = from;
  request.of.to = to;
  request.level = level;
  request.lags = lags;
  return request;
}

std::shared_ptr<const LevelData> load_level(const Scratch& scratch, const LevelRequest& request) {
  auto data = scratch.reader()->load_level(request);
  if (!data) qFatal("%s", data.error().line().c_str());
  return *data;
}

const LevelColumn* find(const LevelData& data, const SeriesSpec& spec, bool lag = false) {
  for (const LevelColumn& column : data.columns)
    if (column.lag == lag && column.spec.signal == spec.signal && column.spec.object == spec.object) return &column;
  return nullptr;
}

// What the buckets of a series have to be, from its samples.
void compare(const Scratch& scratch, const LevelData& data, const LevelColumn& column) {
  const auto all = scratch.load(everything());
  const Column* samples = test::find(*all, "prod", column.spec);
  QVERIFY(samples);
  std::vector<std::int64_t> values = samples->values;
  std::vector<Reason> reasons = samples->reasons;
  if (column.lag) {
    const Column* high = test::find(*all, "prod", {signal::high, column.spec.object, "records", 0});
    to_lag(values, reasons, high->values, high->reasons);
  }
  std::vector<LocalTime> walls;
  for (const PollInfo& poll : all->polls_of(*samples)) walls.push_back(poll.wall);
  const bool is_mark_of = is_mark(column.spec.signal) && !column.lag;
  const BucketAxis axis = bucket_axis(walls, width(data.level));
  std::vector<Bucket> expected = roll_up(axis, values, reasons, is_mark_of);
  settle(expected, axis.times, is_mark_of);
  const std::vector<BucketTime>& times = data.lanes[column.lane].times;
  std::size_t met = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const auto it = std::ranges::lower_bound(axis.times, times[i].start, {}, &BucketTime::start);
    if (it == axis.times.end() || it->start != times[i].start) {
      QCOMPARE(times[i].polls, 0U);
      QCOMPARE(column.buckets[i].known, 0U);
      QCOMPARE(column.buckets[i].reason, Reason::collector_off);
      continue;
    }
    ++met;
    QCOMPARE(times[i], *it);
    Bucket wanted = expected[static_cast<std::size_t>(it - axis.times.begin())];
    wanted.reset = column.buckets[i].reset;  // at the borders of blocks it is not always seen
    QCOMPARE(column.buckets[i], wanted);
  }
  QVERIFY(met > 0);
}
}  // namespace

void TestLevels::every_level_says_what_the_samples_say_data() {
  QTest::addColumn<int>("level");
  QTest::addColumn<int>("polls");
  QTest::newRow("5 min") << 1 << 3'000;
  QTest::newRow("5 min, one block") << 1 << 200;
  QTest::newRow("1 h from buckets") << 2 << 3'000;
  QTest::newRow("1 h packed") << 2 << 64 * 480 + 2'000;
}
void TestLevels::every_level_says_what_the_samples_say() {
  QFETCH(int, level);
  QFETCH(int, polls);
  const Scratch scratch;
  auto writer = scratch.writer();
  Pipeline pipeline(*writer);
  fill(*writer, pipeline, 0, polls);
  const auto grain = static_cast<Grain>(level);
  const LocalTime to = local_time(t0 + polls * 10'000LL);
  const auto data = load_level(scratch, level_of(grain, local_time(t0 - 600'000), to));
  QCOMPARE(data->columns.size(), std::size_t{3 * partitions + 1});
  for (const LevelColumn& column : data->columns) compare(scratch, *data, column);
  if (polls > 1'000)
    QVERIFY(std::ranges::any_of(find(*data, mark(signal::high, "orders", 1))->buckets, &Bucket::reset));
  // A part of it says the same.
  const auto part = load_level(scratch, level_of(grain, local_time(t0 + polls * 5'000LL), to));
  for (const LevelColumn& column : part->columns) compare(scratch, *part, column);
  QCOMPARE(scratch.faults(), std::size_t{0});
  SQLite::Database db(scratch.path());
  const std::int64_t packs = db.execAndGet("SELECT max(packs) FROM rolled").getInt64();
  QCOMPARE(packs, std::int64_t{polls / (64 * 480)});
  QCOMPARE(db.execAndGet("SELECT count(*) > 0 FROM roll_part WHERE level = 3600").getInt() != 0, packs > 0);
  QVERIFY(writer->close());
}

void TestLevels::the_newest_polls_are_in_it() {
  const Scratch scratch;
  auto writer = scratch.writer();
  Pipeline pipeline(*writer);
  fill(*writer, pipeline, 0, 481);
  const LocalTime to = local_time(t0 + 480 * 10'000);
  for (const Grain grain : {Grain::five_minutes, Grain::hour}) {
    const auto data = load_level(scratch, level_of(grain, local_time(t0), to));
    const LevelColumn* high = find(*data, mark(signal::high, "orders", 0));
    QVERIFY(high);
    QCOMPARE(high->buckets.back().last, pipeline.offset[0]);
    QCOMPARE(data->lanes[high->lane].times.back().last, to);
  }
}

void TestLevels::a_pause_is_a_bucket_that_nobody_looked_at() {
  const Scratch scratch;
  auto writer = scratch.writer();
  Pipeline pipeline(*writer);
  fill(*writer, pipeline, 0, 500);
  fill(*writer, pipeline, 1'000, 500);
  const auto data = load_level(scratch, level_of(Grain::five_minutes, local_time(t0), local_time(t0 + 1'500 * 10'000)));
  const LevelColumn* high = find(*data, mark(signal::high, "orders", 0));
  const std::size_t within = 700 / 30;
  QCOMPARE(data->lanes[high->lane].times[within].polls, 0U);
  QCOMPARE(high->at(within).reason(), Reason::collector_off);
  QVERIFY(high->at(within + 20).known());
}

void TestLevels::lags_need_both_marks_in_one_lane() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId offsets = writer->lane(offsets_lane());
  const LaneId idle = writer->lane({{"kafka", "prod", ClusterName("prod")}, "groups-idle", Millis(60'000)});
  write_series(*writer, offsets, mark(signal::high, "orders", 0), {5, 6, 7});
  write_series(*writer, idle, mark(signal::group(GroupId("sink")), "orders", 0), {1, 1, 1});
  settle_down(*writer);
  const auto data = load_level(scratch, level_of(Grain::hour, local_time(t0), local_time(t0 + 60'000)));
  QCOMPARE(data->columns.size(), std::size_t{2});
  QVERIFY(!find(*data, mark(signal::group(GroupId("sink")), "orders", 0), true));
}

// As after a kill between two slices.
void TestLevels::what_was_begun_is_begun_anew() {
  const Scratch scratch;
  {
    auto writer = scratch.writer();
    Pipeline pipeline(*writer);
    fill(*writer, pipeline, 0, 1'000);
    QVERIFY(writer->close());
  }
  {
    SQLite::Database db(scratch.path(), SQLite::OPEN_READWRITE);
    db.exec("UPDATE rolled SET blocks = 1");
  }
  auto writer = scratch.writer();
  settle_down(*writer);
  QCOMPARE(SQLite::Database(scratch.path()).execAndGet("SELECT min(blocks) FROM rolled").getInt(), 1);
  QCOMPARE(SQLite::Database(scratch.path()).execAndGet("SELECT max(blocks) FROM rolled").getInt(), 2);
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestLevels::buckets_outlive_the_samples() {
  const Scratch scratch;
  WriterOptions options;
  options.retention = Retention{.raw = std::chrono::hours(12), .five_minutes = std::chrono::hours(48)};
  auto writer = scratch.writer(options);
  Pipeline pipeline(*writer);
  constexpr std::int64_t polls = 128 * 480 + 300;
  fill(*writer, pipeline, 0, polls);
  fill(*writer, pipeline, polls, 700);
  const auto reader = scratch.reader();
  const auto info = reader->info();
  QVERIFY(info && info->oldest && info->oldest_5min && info->oldest_1h);
  const LocalTime now = *info->newest;
  QVERIFY(now - *info->oldest < std::chrono::hours(16));
  QVERIFY(now - *info->oldest_5min < std::chrono::hours(24 * 5) && *info->oldest_5min < *info->oldest);
  QCOMPARE(*info->oldest_1h, local_time(t0));
  QVERIFY(info->rollup_bytes > 0);
  QCOMPARE(info->retention_5min, Millis(std::chrono::hours(48)));
  const auto levels = reader->levels();
  QVERIFY(levels && levels->size() == 3);
  QCOMPARE(levels->back().oldest, local_time(t0));
  const auto data = load_level(scratch, level_of(Grain::hour, local_time(t0), now));
  const LevelColumn* high = find(*data, mark(signal::high, "orders", 0));
  QVERIFY(high && std::ranges::all_of(high->buckets, [](const Bucket& bucket) { return bucket.known > 0; }));
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestLevels::without_room_samples_go_first() {
  const Scratch scratch;
  WriterOptions options;
  options.retention = Retention{.max_bytes = 1'000'000};
  auto writer = scratch.writer(options);
  Pipeline pipeline(*writer);
  std::int64_t n = 0;
  for (; n < 60'000; n += 10'000) fill(*writer, pipeline, n, 10'000);
  const auto info = scratch.reader()->info();
  QVERIFY(info && info->oldest && info->oldest_5min);
  QVERIFY(*info->oldest > local_time(t0));
  QCOMPARE(*info->oldest_1h, local_time(t0));
  QVERIFY2(info->file_bytes < 1'300'000, std::to_string(info->file_bytes).c_str());
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestLevels::check_finds_buckets_that_lie() {
  const Scratch scratch;
  {
    auto writer = scratch.writer();
    Pipeline pipeline(*writer);
    fill(*writer, pipeline, 0, 1'000);
    QVERIFY(writer->close());
  }
  QCOMPARE(scratch.faults(), std::size_t{0});
  {
    // The second block's buckets in the place of the first one's.
    SQLite::Database db(scratch.path(), SQLite::OPEN_READWRITE);
    db.exec("UPDATE roll SET b = (SELECT b FROM roll WHERE id = (SELECT max(id) FROM roll)) WHERE id = 1");
  }
  QVERIFY(scratch.faults() > 0);
  SQLite::Database(scratch.path(), SQLite::OPEN_READWRITE).exec("UPDATE roll SET b = x'00' WHERE id = 1");
  const auto faults = scratch.reader()->check();
  QVERIFY(faults &&
          std::ranges::any_of(*faults, [](const TimelineFault& fault) { return fault.what == "not a rollup"; }));
  const auto loaded = scratch.reader()->load_level(level_of(Grain::hour, local_time(t0), local_time(t0 + 3'600'000)));
  QVERIFY(!loaded && loaded.error().code == ErrorCode::damaged);
}

void TestLevels::files_of_every_schema_get_buckets_data() {
  QTest::addColumn<int>("schema");
  for (int schema = 2; schema < timeline_schema; ++schema) QTest::addRow("%d", schema) << schema;
}
void TestLevels::files_of_every_schema_get_buckets() {
  QFETCH(int, schema);
  const Scratch scratch;
  QVERIFY(
      QFile::copy(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/unit/timeline/fixtures/sealed-%1.tidemark").arg(schema),
                  QString::fromStdString(scratch.path())));
  const LevelRequest request = level_of(Grain::hour, local_time(t0), local_time(t0 + 20'000'000));
  // As it is, read only: from its samples.
  const auto before = load_level(scratch, request);
  QVERIFY(!before->columns.empty());
  for (const LevelColumn& column : before->columns) compare(scratch, *before, column);
  QCOMPARE(scratch.reader()->levels()->size(), std::size_t{1});
  auto writer = scratch.writer();
  settle_down(*writer);
  QVERIFY(SQLite::Database(scratch.path()).execAndGet("SELECT count(*) FROM roll").getInt() > 0);
  const auto after = load_level(scratch, request);
  QCOMPARE(after->columns.size(), before->columns.size());
  for (std::size_t i = 0; i < after->columns.size(); ++i)
    QCOMPARE(after->columns[i].buckets, before->columns[i].buckets);
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestLevels::older_segments_and_buckets_stay_and_are_read() {
  const Scratch scratch;
  QVERIFY(QFile::copy(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/unit/timeline/fixtures/sealed-3.tidemark"),
                      QString::fromStdString(scratch.path())));
  const auto versions = [&](const std::string& table) {
    return SQLite::Database(scratch.path())
        .execAndGet("SELECT group_concat(hex(substr(b, 5, 1))) FROM " + table)
        .getString();
  };
  for (const bool written : {false, true}) {
    if (written) settle_down(*scratch.writer());
    QCOMPARE(versions("roll"), std::string("01,01"));
    QCOMPARE(versions("seg"), std::string("02,02"));
    const auto data = load_level(scratch, level_of(Grain::five_minutes, local_time(t0), local_time(t0 + 20'000'000)));
    QVERIFY(!data->columns.empty());
    for (const LevelColumn& column : data->columns) compare(scratch, *data, column);
    QCOMPARE(scratch.faults(), std::size_t{0});
  }
}

QTEST_GUILESS_MAIN(TestLevels)
#include "tst_levels.moc"
