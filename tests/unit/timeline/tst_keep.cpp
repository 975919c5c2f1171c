// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/timeline/keep.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestKeep final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_kept_stands_in_the_file();
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
  QCOMPARE(what_it_keeps(scratch.path(), {})->retention, Retention());
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
  QCOMPARE(what_it_keeps(scratch.path(), {})->retention, Retention());
}

QTEST_GUILESS_MAIN(TestKeep)
#include "tst_keep.moc"
