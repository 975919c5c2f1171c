// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills up, breaks or dies in the middle of a write: what was acknowledged stays, what was not is a gap,
// and storing goes on by itself.
#include <sys/resource.h>

#include <QTest>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <set>

#include "models/timeline/ballast.h"
#include "tests/unit/timeline/fault_vfs.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr int partitions = 40;
constexpr std::int64_t value_of(std::int64_t n, int partition) { return n * 1000 + n % 7 * partition; }

// What the writer has acknowledged and said.
class Watched {
 public:
  explicit Watched(const Scratch& scratch, std::int64_t ballast = 0) : scratch_(scratch) {
    WriterOptions options;
    options.min_free_bytes = 0;
    options.ballast_bytes = ballast;
    options.on_commit = [this](const Committed& committed) { acknowledged.insert(committed.at); };
    options.say = [this](const std::string& line, bool warning) {
      const std::scoped_lock lock(mutex_);
      said_.push_back((warning ? "! " : "  ") + line);
    };
    writer = scratch.writer(options);
    lane_ = writer->lane(offsets_lane());
  }
  void poll(std::int64_t n) {
    Poll poll = poll_at(lane_, n);
    for (int p = 0; p < partitions; ++p)
      poll.samples.push_back({writer->series(lane_, mark(signal::high, "orders", p)), value_of(n, p), Reason::none});
    push(*writer, poll);
  }
  void polls(std::int64_t from, std::int64_t to) {
    for (std::int64_t n = from; n < to; ++n) poll(n);
    static_cast<void>(writer->flush());
  }
  std::vector<std::string> said() {
    const std::scoped_lock lock(mutex_);
    return said_;
  }
  // The file holds what was acknowledged, with its values, and is sound.
  void check() const {
    const auto snapshot = scratch_.load(everything());
    std::set<LocalTime> stored;
    QCOMPARE(snapshot->columns.size(), std::size_t{partitions});
    for (const PollInfo& poll : snapshot->lanes[0].polls) stored.insert(poll.wall);
    QVERIFY(std::ranges::includes(stored, acknowledged));
    for (const Column& column : snapshot->columns)
      for (std::size_t i = 0; i < column.values.size(); ++i) {
        const std::int64_t n = (snapshot->lanes[0].polls[i].wall - local_time(t0)) / Millis(10'000);
        QCOMPARE(column.values[i], value_of(n, object::as_partition(column.spec.object)->partition.value()));
      }
    QCOMPARE(scratch_.faults(), std::size_t{0});
  }

  std::unique_ptr<TimelineWriter> writer;
  std::set<LocalTime> acknowledged;

 private:
  const Scratch& scratch_;
  LaneId lane_;
  std::mutex mutex_;
  std::vector<std::string> said_;
};
}  // namespace

class TestFaults final : public QObject {
  Q_OBJECT
 private slots:
  void writes_that_fail_for_a_while_data();
  void writes_that_fail_for_a_while();
  void a_write_that_is_torn_data() { after_data({0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144}); }
  void a_write_that_is_torn();
  void ballast_is_held_and_let_go();
  void a_full_disk_is_said_and_left_behind();

 private:
  static void after_data(std::initializer_list<int> afters) {
    QTest::addColumn<int>("after");
    for (const int after : afters) QTest::addRow("%d", after) << after;
  }
};

void TestFaults::writes_that_fail_for_a_while_data() {
  QTest::addColumn<Fault>("fault");
  QTest::addColumn<int>("after");
  for (const auto& [fault, name] : {std::pair{Fault::full, "full"}, std::pair{Fault::broken, "broken"}})
    for (const int after : {0, 1, 2, 3, 5, 9, 17, 40, 90}) QTest::addRow("%s %d", name, after) << fault << after;
}

// The faults begin at any write of polls, of sealing them and of making their buckets.
void TestFaults::writes_that_fail_for_a_while() {
  QFETCH(Fault, fault);
  QFETCH(int, after);
  FaultVfs disk;
  const Scratch scratch;
  Watched watched(scratch);
  watched.polls(0, 470);
  disk.arm(fault, after);
  watched.polls(470, 500);
  for (int n = 0; n < 3; ++n) watched.polls(500 + n * 10, 510 + n * 10);
  const bool struck = disk.failed() > 0;
  disk.heal();
  const std::size_t before = watched.acknowledged.size();
  watched.polls(530, 560);
  QCOMPARE(watched.acknowledged.size(), before + 30);  // by itself
  QVERIFY(watched.writer->stats().error.empty());
  watched.check();
  QVERIFY(watched.writer->close());
  watched.check();
  const auto snapshot = scratch.load(everything());
  QCOMPARE(snapshot->gaps.empty(), watched.acknowledged.size() == 560);
  for (const GapInfo& gap : snapshot->gaps) QVERIFY(gap.gap.detail.starts_with("not stored: "));
  if (after == 0) QVERIFY(struck);
}

void TestFaults::a_write_that_is_torn() {
  QFETCH(int, after);
  FaultVfs disk;
  const Scratch scratch;
  std::set<LocalTime> acknowledged;
  {
    Watched watched(scratch);
    watched.polls(0, 470);
    disk.arm(Fault::torn, after);
    watched.polls(470, 500);
    acknowledged = watched.acknowledged;
    static_cast<void>(watched.writer->close());
  }
  disk.heal();
  Watched again(scratch);
  again.acknowledged = acknowledged;
  again.check();
  again.polls(500, 520);
  QCOMPARE(again.acknowledged.size(), acknowledged.size() + 20);
  again.check();
}

void TestFaults::ballast_is_held_and_let_go() {
  const Scratch scratch;
  const std::string path = scratch.path() + ".ballast";
  {
    Ballast ballast(scratch.path(), 100'000);
    ballast.take(std::numeric_limits<std::int64_t>::max() / 2);
    QVERIFY(!ballast.held());  // no room
    ballast.take(0);
    QVERIFY(ballast.held());
    QCOMPARE(std::filesystem::file_size(path), std::uintmax_t{100'000});
    ballast.release();
    QVERIFY(!std::filesystem::exists(path));
    ballast.take(0);
    // Of a run that was killed.
    Ballast other(scratch.path(), 100'000);
    other.take(std::numeric_limits<std::int64_t>::max() / 2);
    QVERIFY(other.held());
  }
  QVERIFY(!std::filesystem::exists(path));
  Ballast(scratch.path(), 0).take(0);
  QVERIFY(!std::filesystem::exists(path));
}

// The file cannot grow any more; what is left of its log is enough to say why.
void TestFaults::a_full_disk_is_said_and_left_behind() {
  FaultVfs disk;
  const Scratch scratch;
  Watched watched(scratch, 100'000);
  watched.polls(0, 20);
  QVERIFY(std::filesystem::exists(scratch.path() + ".ballast"));
  disk.arm(Fault::full, 0);
  watched.poll(20);
  const auto full = watched.writer->flush();
  QVERIFY(!full);
  QCOMPARE(full.error().code, ErrorCode::storage);
  QVERIFY(!std::filesystem::exists(scratch.path() + ".ballast"));
  watched.polls(21, 25);
  disk.heal();
  watched.polls(25, 30);
  QVERIFY(std::filesystem::exists(scratch.path() + ".ballast"));
  const std::vector<std::string> said = watched.said();
  QCOMPARE(said.size(), std::size_t{2});
  QVERIFY2(said[0].starts_with("! not stored: ") && said[0].find("the disk is full") != std::string::npos,
           said[0].c_str());
  QVERIFY2(said[1].starts_with("  polls are stored again"), said[1].c_str());
  const auto snapshot = scratch.load(everything());
  QCOMPARE(snapshot->gaps.size(), std::size_t{1});
  QCOMPARE(snapshot->gaps[0].gap.from, poll_at(LaneId(1), 20).wall);
  QCOMPARE(snapshot->gaps[0].gap.to, poll_at(LaneId(1), 25).wall);
  QCOMPARE(snapshot->gaps[0].gap.detail, std::string("not stored: the disk is full"));
  watched.check();
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
