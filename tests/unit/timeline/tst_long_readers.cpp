// SPDX-License-Identifier: GPL-3.0-or-later
// Readers beside a writer that writes as fast as it can: its log stays short, and readings that are in its way are
// ended and begun anew.
#include <SQLiteCpp/SQLiteCpp.h>

#include <QTest>
#include <atomic>
#include <streambuf>
#include <thread>

#include "models/timeline/read_limit.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr std::int64_t most_log_bytes = std::int64_t{64} << 20;
const SeriesSpec high = mark(signal::high, "orders", 0);

// Takes what it is given, slowly: as a pager does that somebody reads.
class SlowStream final : public std::streambuf {
 protected:
  std::streamsize xsputn(const char*, std::streamsize size) override {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return size;
  }
  int_type overflow(int_type character) override { return character; }
};

// Polls whose states fill the log fast, until `bytes` are written.
std::int64_t write_fast(TimelineWriter& writer, std::int64_t first, std::int64_t bytes) {
  constexpr std::int64_t of_a_poll = 400'000;
  const LaneId lane = writer.lane(offsets_lane());
  const SeriesId id = writer.series(lane, high);
  std::int64_t most = 0;
  for (std::int64_t n = 0; n < bytes / of_a_poll; ++n) {
    Poll poll = poll_at(lane, first + n);
    poll.samples = {{id, first + n, Reason::none}};
    poll.states = {{Object("topic:orders"), "config", std::string(of_a_poll, static_cast<char>('a' + n % 26)), ""}};
    push(writer, poll);
    if (!writer.flush()) qFatal("not stored");
    most = std::max(most, writer.stats().wal_bytes);
  }
  return most;
}

SnapshotRequest samples_only() {
  SnapshotRequest request = everything();
  request.states = false;
  return request;
}
}  // namespace

class TestLongReaders final : public QObject {
  Q_OBJECT
 private slots:
  void the_log_stays_short();
  void an_export_in_the_way_is_ended();
  void another_programs_reading_stops_no_poll();
};

void TestLongReaders::the_log_stays_short() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  write_series(*writer, writer->lane(offsets_lane()), high, std::vector<std::int64_t>(1500, 7));
  QVERIFY(writer->flush());
  std::atomic<bool> over = false;
  std::atomic<int> loads = 0, failed = 0;
  std::vector<std::jthread> readers;
  for (int i = 0; i < 2; ++i)
    readers.emplace_back([&] {
      for (const auto reader = scratch.reader(); !over;) {
        const auto snapshot = reader->load(samples_only());
        ++(snapshot && (*snapshot)->lanes[0].polls.size() >= 1500 ? loads : failed);
      }
    });
  const std::int64_t most = write_fast(*writer, 1500, std::int64_t{70} << 20);
  over = true;
  readers.clear();
  QVERIFY2(most <= most_log_bytes, std::to_string(most).c_str());
  QVERIFY(loads > 0);
  QCOMPARE(failed.load(), 0);
}

// It cannot be begun anew: what it wrote is out.
void TestLongReaders::an_export_in_the_way_is_ended() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  write_series(*writer, writer->lane(offsets_lane()), high, std::vector<std::int64_t>(6000, 7));
  QVERIFY(writer->flush());
  Result<> exported;
  std::jthread exporter([&] {
    SlowStream slow;
    std::ostream out(&slow);
    exported = scratch.reader()->export_ndjson(out, local_time(0), local_time(t0 * 2));
  });
  const std::int64_t most = write_fast(*writer, 6000, std::int64_t{60} << 20);
  exporter.join();
  QVERIFY(!exported);
  QCOMPARE(exported.error().code, ErrorCode::storage);
  QVERIFY2(exported.error().what.starts_with("so much is being written"), exported.error().what.c_str());
  QVERIFY2(most <= most_log_bytes, std::to_string(most).c_str());
}

void TestLongReaders::another_programs_reading_stops_no_poll() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  write_series(*writer, writer->lane(offsets_lane()), high, {1, 2});
  QVERIFY(writer->flush());
  {
    SQLite::Database other(scratch.path(), SQLite::OPEN_READONLY);
    SQLite::Statement held(other, "SELECT seq FROM poll");
    QVERIFY(held.executeStep());
    write_fast(*writer, 2, std::int64_t{23} << 20);
    QTRY_VERIFY_WITH_TIMEOUT(writer->stats().error.find("another program") != std::string::npos, 15'000);
  }
  write_fast(*writer, 1000, std::int64_t{6} << 20);
  QTRY_VERIFY(writer->stats().error.empty());
  QVERIFY(writer->stats().wal_bytes < large_log_bytes);
  QCOMPARE(scratch.faults(), std::size_t{0});
}

QTEST_GUILESS_MAIN(TestLongReaders)
#include "tst_long_readers.moc"
