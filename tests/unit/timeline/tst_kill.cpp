// SPDX-License-Identifier: GPL-3.0-or-later
// A writer in another process that is killed without warning, again and again. What it acknowledged must be there.
#include <unistd.h>

#include <QProcess>
#include <QTest>
#include <map>
#include <random>

#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
const std::vector<std::string> lane_names{"offsets", "floor", "fast"};
constexpr int series_of_lane = 12;
constexpr std::size_t seen_polls = 600;  // more than a block
constexpr std::int64_t value_of(std::int64_t seq, int series) { return seq * 100 + seq % 7 * series; }

LaneSpec lane_spec(const std::string& name) { return {{"kafka", "prod", ClusterName("prod")}, name, Millis(10'000)}; }

SnapshotRequest last_polls(std::size_t polls) {
  SnapshotRequest request = everything();
  request.from = request.to;
  request.min_polls = polls;
  return request;
}

// Are the newest polls of the column whole and as they were written?
bool sound(const Column& column, const LaneInfo& lane) {
  const int series = object::as_partition(column.spec.object)->partition.value();
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    const std::int64_t seq = lane.polls[i].seq;
    if (seq != lane.polls[0].seq + static_cast<std::int64_t>(i) || column.reasons[i] != Reason::none ||
        column.values[i] != value_of(seq, series))
      return false;
  }
  return true;
}

// The child: polls as fast as they are taken, an acknowledgement line for each one that is committed.
int write_until_killed(const std::string& path) {
  const SystemClock clock;
  std::map<std::string, std::int64_t> next;
  if (auto reader = TimelineReader::open(path)) {
    const auto snapshot = (*reader)->load(last_polls(1));
    if (!snapshot) return 3;
    for (const LaneInfo& lane : (*snapshot)->lanes)
      if (!lane.polls.empty()) next[lane.name] = lane.polls.back().seq + 1;
  }
  WriterOptions options;
  options.on_commit = [](const Committed& committed) {
    const std::string line = committed.lane + " " + std::to_string(committed.seq) + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) ::_exit(4);
  };
  auto writer = TimelineWriter::open(path, options, clock);
  if (!writer) return 2;
  while (true) {
    for (const std::string& name : lane_names) {
      const LaneId lane = (*writer)->lane(lane_spec(name));
      const std::int64_t seq = next[name];
      Poll poll = poll_at(lane, seq);
      for (int s = 0; s < series_of_lane; ++s)
        poll.samples.push_back({(*writer)->series(lane, mark(signal::high, "t-" + std::to_string(s / 8), s)),
                                value_of(seq, s), Reason::none});
      poll.states = {{Object("group:" + name), "state", seq % 50 < 25 ? "Stable" : "Empty", ""}};
      if (seq % 3 == 0) poll.errors = {{"broker:1", Reason::unreachable, "gone", false}};
      if ((*writer)->push(std::move(poll)))
        ++next[name];
      else
        ::usleep(500);
    }
  }
}
}  // namespace

class TestKill final : public QObject {
  Q_OBJECT
 private slots:
  void acknowledged_polls_survive();

 private:
  static void note(const QByteArray& lines, std::map<std::string, std::int64_t>& acknowledged);
};

// The newest acknowledged poll of each lane; a line that was cut off is none.
void TestKill::note(const QByteArray& lines, std::map<std::string, std::int64_t>& acknowledged) {
  for (const QByteArray& line : lines.left(lines.lastIndexOf('\n')).split('\n')) {
    const auto parts = line.split(' ');
    if (parts.size() == 2) acknowledged[parts[0].toStdString()] = parts[1].toLongLong();
  }
}

// Twenty times; two hundred, by hand, as a benchmark.
void TestKill::acknowledged_polls_survive() {
  constexpr int usual_rounds = 20;
  bool given = false;
  const int wanted = qEnvironmentVariableIntValue("TIDEMARK_KILLS", &given);
  const int rounds = given ? wanted : usual_rounds;
  const Scratch scratch;
  std::mt19937 random(5);
  std::map<std::string, std::int64_t> acknowledged;
  std::uint64_t generation = 0;
  for (int round = 0; round < rounds; ++round) {
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {"child", QString::fromStdString(scratch.path())});
    QVERIFY(child.waitForReadyRead(20'000));
    // A reader beside it sees whole polls only, now and a moment later.
    const auto reader = scratch.reader();
    const auto live = reader->load(last_polls(seen_polls));
    QVERIFY2(live, live ? "" : live.error().line().c_str());
    QVERIFY((*live)->generation > generation);
    generation = (*live)->generation;
    for (const Column& column : (*live)->columns) QVERIFY(sound(column, (*live)->lanes[column.lane]));
    // Only the first child is let live until each lane has a poll; the others are killed whenever it is.
    QByteArray lines = child.readAllStandardOutput();
    for (note(lines, acknowledged); acknowledged.size() < lane_names.size(); note(lines, acknowledged)) {
      QVERIFY(child.waitForReadyRead(20'000));
      lines += child.readAllStandardOutput();
    }
    QTest::qWait(static_cast<int>(random() % 60));
    child.kill();
    QVERIFY(child.waitForFinished(20'000));
    note(lines + child.readAllStandardOutput(), acknowledged);
    const auto snapshot = scratch.load(round % 10 == 9 ? everything() : last_polls(seen_polls));
    QCOMPARE(snapshot->columns.size(), lane_names.size() * series_of_lane);
    for (const Column& column : snapshot->columns) QVERIFY(sound(column, snapshot->lanes[column.lane]));
    for (const LaneInfo& lane : snapshot->lanes) QVERIFY(lane.polls.back().seq >= acknowledged.at(lane.name));
    QCOMPARE(scratch.faults(), std::size_t{0});
  }
  QVERIFY(scratch.reader()->info()->sealed_samples > 0);
}

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "child") return write_until_killed(argv[2]);
  const QCoreApplication app(argc, argv);
  TestKill test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_kill.moc"
