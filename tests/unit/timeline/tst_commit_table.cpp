// SPDX-License-Identifier: GPL-3.0-or-later
// The commits of tables in a timeline: what is kept of what was told of them, and which of them are read.
#include <QTest>

#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestCommitTable final : public QObject {
  Q_OBJECT
 private slots:
  void a_snapshot_keeps_what_its_table_told();
  void a_name_that_is_used_again();
  void commits_that_fill_a_hole_are_read_too();
};

// A later reading knows less where the parent, from which ranges are measured, has expired; else it knows more.
void TestCommitTable::a_snapshot_keeps_what_its_table_told() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  TableCommit commit{.table = TableName("l.t"), .snapshot_id = "7", .operation = "append"};
  const std::vector<CommitRange> ranges{{{TopicName("orders"), PartitionId(0)}, 10, 25}};
  const auto stored = [&](std::int64_t seq, Evidence evidence, const std::vector<CommitRange>& of) {
    Poll poll = poll_at(lane, seq);
    commit.evidence = evidence;
    commit.ranges = of;
    poll.commits = {commit};
    push(*writer, poll);
    if (!writer->flush()) qFatal("not stored");
    auto reader = TimelineReader::open(scratch.path());
    if (!reader) qFatal("%s", reader.error().line().c_str());
    const auto snapshot =
        (*reader)->load({.from = poll_at(lane, 0).wall, .to = poll_at(lane, seq).wall, .min_commits = 1});
    if (!snapshot || (*snapshot)->commits.size() != 1) qFatal("not read");
    return (*snapshot)->commits.front().commit.ranges;
  };
  QVERIFY(stored(0, Evidence::derived, ranges) == ranges);
  QVERIFY(stored(1, Evidence::unknown, {}).empty());  // a doubt that came later holds
  QVERIFY(stored(2, Evidence::exact, ranges) == ranges);
  QVERIFY(stored(3, Evidence::unknown, {}) == ranges);
}

// A writer that was put back far, reads a part again and goes on behind what it had: the hole between is none.
void TestCommitTable::commits_that_fill_a_hole_are_read_too() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  std::int64_t seq = 0;
  const auto store = [&](std::int64_t from, std::int64_t to) {
    Poll poll = poll_at(lane, seq);
    poll.commits = {{.table = TableName("l.t"), .snapshot_id = std::to_string(seq++), .evidence = Evidence::exact}};
    poll.commits[0].ranges = {{{TopicName("orders"), PartitionId(0)}, from, to}};
    push(*writer, poll);
  };
  store(0, 100);
  store(100, 1000);
  for (std::int64_t at = 500; at < 520; at += 10) store(at, at + 10);
  store(1000, 1100);
  if (!writer->flush()) qFatal("not stored");
  const auto ids = [&](std::size_t least) {
    auto reader = TimelineReader::open(scratch.path());
    if (!reader) qFatal("%s", reader.error().line().c_str());
    const LocalTime newest = poll_at(lane, seq - 1).wall;
    const auto snapshot = (*reader)->load({.from = newest, .to = newest, .min_commits = least});
    if (!snapshot) qFatal("not read");
    std::string out;
    for (const SeenCommit& one : (*snapshot)->commits) out += (out.empty() ? "" : " ") + one.commit.snapshot_id;
    return out;
  };
  QCOMPARE(ids(1), std::string("4"));
  QCOMPARE(ids(2), std::string("1 3 4"));
  QCOMPARE(ids(3), std::string("1 2 3 4"));
}

// After a rollback some formats use a name again: what came then is another snapshot, whatever the first one told.
void TestCommitTable::a_name_that_is_used_again() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  for (std::int64_t seq = 0; seq < 2; ++seq) {
    Poll poll = poll_at(lane, seq);
    poll.commits = {{.table = TableName("l.t"), .snapshot_id = "2", .committed = LakeTime(Millis(1000 + seq))}};
    if (seq == 0) {
      poll.commits[0].evidence = Evidence::exact;
      poll.commits[0].ranges = {{{TopicName("orders"), PartitionId(0)}, 10, 25}};
    }
    push(*writer, poll);
  }
  if (!writer->flush()) qFatal("not stored");
  auto reader = TimelineReader::open(scratch.path());
  if (!reader) qFatal("%s", reader.error().line().c_str());
  const auto snapshot = (*reader)->load({.from = poll_at(lane, 0).wall, .to = poll_at(lane, 1).wall, .min_commits = 1});
  if (!snapshot) qFatal("not read");
  QCOMPARE((*snapshot)->commits.size(), std::size_t{1});
  QVERIFY((*snapshot)->commits[0].commit.ranges.empty());
  QCOMPARE((*snapshot)->commits[0].seen_hi, poll_at(lane, 1).wall);
}

QTEST_GUILESS_MAIN(TestCommitTable)
#include "tst_commit_table.moc"
