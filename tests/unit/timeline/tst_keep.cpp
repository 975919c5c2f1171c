// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <filesystem>

#include "models/timeline/keep.h"
#include "models/timeline/retention.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestKeep final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_kept_stands_in_the_file();
  void a_new_file_takes_a_tenth_of_what_is_free();
  void how_much_a_day_takes_is_told_of_an_hour_or_more();
  void a_change_says_what_it_deletes();
  void a_timeline_that_is_written_to_is_left_alone();
};

namespace {
constexpr std::int64_t polls = 4 * 480;
const SeriesSpec high = mark(signal::high, "orders", 0);

void fill(const Scratch& scratch) {
  const auto writer = scratch.writer();
  std::vector<std::int64_t> values;
  for (std::int64_t n = 0; n < polls; ++n) values.push_back(n * n);
  write_series(*writer, writer->lane(offsets_lane()), high, values);
  if (!writer->flush()) qFatal("not stored");
  while (writer->stats().busy) QTest::qSleep(2);
}

// Until upkeep has nothing left to do.
void let_it_work(const Scratch& scratch) {
  const auto writer = scratch.writer();
  QTRY_VERIFY(!writer->stats().busy);
  QVERIFY(writer->close());
}
}  // namespace

void TestKeep::what_is_kept_stands_in_the_file() {
  const Scratch scratch;
  QCOMPARE(keep(scratch.path(), {}).error().code, ErrorCode::input);
  fill(scratch);
  const Retention usual = what_it_keeps(scratch.path(), {})->retention;
  QCOMPARE(usual.raw, Retention().raw);
  QVERIFY(usual.max_bytes <= Retention().max_bytes && usual.max_bytes >= 10'000'000);
  QVERIFY(keep(scratch.path(), {.raw = std::chrono::hours(48), .max_bytes = 700'000'000}));
  let_it_work(scratch);  // a writer that is told nothing leaves it as it is
  const auto info = scratch.reader()->info();
  QCOMPARE(info->retention_raw, Millis(std::chrono::hours(48)));
  QCOMPARE(info->retention_5min, Retention().five_minutes);
  QCOMPARE(info->retention_bytes, 700'000'000);
  WriterOptions options;
  options.retention = Retention{.raw = std::chrono::hours(72)};
  QVERIFY(scratch.writer(options)->close());
  QCOMPARE(what_it_keeps(scratch.path(), {})->retention, *options.retention);
}

void TestKeep::a_new_file_takes_a_tenth_of_what_is_free() {
  constexpr std::int64_t mb = 1'000'000;
  QCOMPARE(usual_retention(1'000'000 * mb).max_bytes, 5000 * mb);
  QCOMPARE(usual_retention(1234 * mb).max_bytes, 120 * mb);
  QCOMPARE(usual_retention(0).max_bytes, 10 * mb);
}

void TestKeep::how_much_a_day_takes_is_told_of_an_hour_or_more() {
  const Scratch scratch;
  {
    const auto writer = scratch.writer();
    const LaneId lane = writer->lane(offsets_lane());
    write_series(*writer, lane, mark(signal::high, "orders", 0), {1, 2, 3}, 0);
    QVERIFY(writer->close());
  }
  QVERIFY(!what_it_keeps(scratch.path(), {})->bytes_a_day);
  const Scratch longer;
  fill(longer);
  const auto kept = what_it_keeps(longer.path(), {});
  QVERIFY(kept->bytes_a_day);
  const double days = static_cast<double>(polls) * 10'000 / 86'400'000;
  const auto used = static_cast<double>(*kept->bytes_a_day) * days;
  const auto file = static_cast<double>(std::filesystem::file_size(longer.path()));
  QVERIFY2(used > file * 0.3 && used < file * 1.1, std::to_string(used).c_str());
}

void TestKeep::a_change_says_what_it_deletes() {
  const Scratch scratch;
  fill(scratch);
  const LocalTime newest = poll_at(LaneId(1), polls - 1).wall;
  const KeepChange change{.raw = std::chrono::hours(2)};
  QCOMPARE(what_it_keeps(scratch.path(), {})->deletes_bytes, 0);
  QVERIFY(!what_it_keeps(scratch.path(), {})->deletes_before);
  const auto would = what_it_keeps(scratch.path(), change);
  QVERIFY(would->deletes_bytes > 0);
  QCOMPARE(would->deletes_before, std::optional(newest - std::chrono::hours(2)));
  QVERIFY(what_it_keeps(scratch.path(), {.five_minutes = std::chrono::minutes(1)})->deletes_bytes > 0);
  QVERIFY(what_it_keeps(scratch.path(), {.max_bytes = 10'000})->deletes_bytes > 0);
  let_it_work(scratch);
  QCOMPARE(scratch.load(everything())->lanes[0].polls.size(), std::size_t{polls});  // nothing was changed
  QVERIFY(keep(scratch.path(), change));
  QCOMPARE(scratch.load(everything())->lanes[0].polls.size(), std::size_t{polls});  // before the next pass
  let_it_work(scratch);
  const auto snapshot = scratch.load(everything());
  QVERIFY(snapshot->lanes[0].polls.front().wall > newest - std::chrono::hours(4));
  QCOMPARE(what_it_keeps(scratch.path(), {})->deletes_bytes, 0);
  QVERIFY(keep(scratch.path(), {.max_bytes = 900'000'000}));
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestKeep::a_timeline_that_is_written_to_is_left_alone() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const auto refused = keep(scratch.path(), {.raw = std::chrono::hours(2)});
  QVERIFY(!refused);
  QCOMPARE(refused.error().code, ErrorCode::storage);
  QCOMPARE(what_it_keeps(scratch.path(), {})->retention.raw, Retention().raw);
}

QTEST_GUILESS_MAIN(TestKeep)
#include "tst_keep.moc"
