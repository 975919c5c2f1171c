// SPDX-License-Identifier: GPL-3.0-or-later
// Which data a run saw, at the borders: what is exact, what is bounded and why, what cannot be told.
#include <QTest>

#include "models/analysis/lineage/deletion.h"
#include "models/analysis/lineage/document.h"
#include "models/analysis/lineage/facts.h"
#include "models/domain/sink_states.h"
#include "models/domain/table_facts.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestLineage final : public QObject {
  Q_OBJECT
 private slots:
  void a_snapshot_is_answered_exactly();
  void a_refresh_begins_where_the_one_before_it_ended();
  void a_time_is_the_newest_snapshot_then();
  void what_is_not_known_says_why_data();
  void what_is_not_known_says_why();
  void expired_snapshots_leave_a_lower_bound();
  void commits_without_offsets_leave_what_lies_between();
  void a_table_that_was_watched_from_its_first_snapshot();
  void marks_bound_what_commits_do_not_tell();
  void first_commits_do_not_tell_where_they_began_data();
  void first_commits_do_not_tell_where_they_began();
  void rows_that_were_taken_out_leave_an_upper_bound();
  void a_snapshot_that_was_rolled_back_was_read_all_the_same();
  void each_offset_counts_once();
  void holes_were_not_seen();
  void was_this_record_in_it();
  void rows_fewer_than_offsets_prove_nothing();
  void a_refresh_is_whole_if_every_partition_reaches_the_cut();
  void markers_before_the_cut_are_no_proof();
  void topics_as_the_run_says();
  void queryable_at_a_time();
  void two_runs_against_each_other();
  void a_refresh_that_leaves_something_out();
  void shares_for_the_scorecard();
  void documents_say_it_in_words();
  void a_deletion_is_proven_piece_by_piece_data();
  void a_deletion_is_proven_piece_by_piece();
};

namespace {
constexpr const char* table = R"("tables": [{"table": "l.t", "format": "iceberg", "writer": "iceberg-connect",
  "adapter": "a", "group": "g", "interval_ms": 60000}], )";

std::string commit(int poll, int id, const std::string& ranges, int rows, const std::string& operation = "append") {
  return R"({"table": "l.t", "poll": )" + std::to_string(poll) + R"(, "snapshot_id": )" + std::to_string(id) +
         (id > 1 ? ", \"parent_id\": " + std::to_string(id - 1) : "") + R"(, "operation": ")" + operation +
         R"(", "added_records": )" + std::to_string(rows) + R"(, "commit_id": "c)" + std::to_string(id) +
         R"(", "ranges": [)" + ranges + "]}";
}
std::string commits(std::initializer_list<std::string> list) {
  std::string out = "\"commits\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}

// Four commits of two partitions: 0 to 400 and 0 to 40.
Snapshot four() {
  return *told(60, table + commits({commit(1, 1, R"(["t", 0, 0, 100], ["t", 1, 0, 10])", 110),
                                    commit(3, 2, R"(["t", 0, 100, 200])", 100),
                                    commit(5, 3, R"(["t", 0, 200, 300], ["t", 1, 10, 20])", 110),
                                    commit(7, 4, R"(["t", 0, 300, 400], ["t", 1, 20, 40])", 120)}));
}

void say(Snapshot& s, std::string_view aspect, const std::string& value, int poll = 0) {
  s.states.push_back(
      {s.commits.front().source, Object("table:l.t"), std::string(aspect), {}, poll_time(poll), {}, value, ""});
  s.index();
}

LineageRun run_of(const std::string& snapshot_id, const std::string& id = "r1") {
  LineageRun out;
  out.run_id = id;
  out.inputs = {{.table = "l.t", .snapshot_id = snapshot_id}};
  return out;
}
LineageRun run_at(LocalTime at) {
  LineageRun out = run_of("");
  out.inputs.front().as_of = at;
  return out;
}

SeenData seen(const Snapshot& s, const LineageRun& run, const LineageRun* before = nullptr) {
  return data_seen(s, s.to, run, before);
}

// "0:0-200 exact, 1:0-10 exact"
std::string spans(const SeenData& data) {
  std::string out;
  for (const SeenInput& input : data.inputs)
    for (const SeenSpan& span : input.spans)
      out += (out.empty() ? "" : ", ") + std::to_string(span.partition.partition.value()) + ':' +
             std::to_string(span.offsets.from) + '-' + std::to_string(span.offsets.to) + ' ' +
             std::string(span.bound());
  return out;
}
std::string why(const SeenData& data) {
  std::string out = text_of(data.unknown);
  for (const SeenInput& input : data.inputs) out += text_of(input.unknown);
  return out;
}
RecordAnswer record(const SeenData& data, int partition, std::int64_t offset) {
  return record_in(data, ClusterName(""), {TopicName("t"), PartitionId(partition)}, offset);
}
}  // namespace

void TestLineage::a_snapshot_is_answered_exactly() {
  const Snapshot s = four();
  const SeenData data = seen(s, run_of("3"));
  QCOMPARE(spans(data), std::string("0:0-300 exact, 1:0-20 exact"));
  QCOMPARE(data.completeness(), std::string_view("exact"));
  const SeenInput& input = data.inputs.front();
  QCOMPARE(input.cluster, ClusterName("c"));
  QCOMPARE(input.snapshots, (std::vector<std::string>{"1", "2", "3"}));
  QCOMPARE(input.spans.front().parts.size(), 3u);
  QCOMPARE(input.spans.back().parts.back().commit_id, std::string("c3"));
}

void TestLineage::a_refresh_begins_where_the_one_before_it_ended() {
  const Snapshot s = four();
  const LineageRun first = run_of("2");
  LineageRun second = run_of("4", "r2");
  second.after = "r1";
  QCOMPARE(spans(seen(s, second, &first)), std::string("0:200-400 exact, 1:10-40 exact"));
  // What the one before it read is not known: nothing is below what this one cannot have read.
  const SeenData alone = seen(s, second);
  QCOMPARE(spans(alone), std::string("0:0-400 at-most, 1:0-40 at-most"));
  QCOMPARE(text_of(alone.inputs.front().spans.front().less),
           std::string("what the run before it, r1, read is not known"));
  // It went on from a snapshot that this line does not have.
  const LineageRun elsewhere = run_of("77");
  QCOMPARE(spans(seen(s, second, &elsewhere)), std::string("0:0-400 at-most, 1:0-40 at-most"));
  // Twice the same snapshot: nothing new.
  LineageRun again = run_of("2", "r2");
  again.after = "r1";
  QCOMPARE(spans(seen(s, again, &first)), std::string());
  QCOMPARE(seen(s, again, &first).completeness(), std::string_view("exact"));
}

void TestLineage::a_time_is_the_newest_snapshot_then() {
  const Snapshot s = four();
  const auto at = [&](std::size_t commit, int more) {
    return LocalTime(s.commits[commit].commit.committed->time_since_epoch()) + Millis(more);
  };
  QCOMPARE(spans(seen(s, run_at(at(1, 0)))), std::string("0:0-200 exact, 1:0-10 exact"));
  QCOMPARE(spans(seen(s, run_at(at(1, -1)))), std::string("0:0-100 exact, 1:0-10 exact"));
  // Before the first commit of a table that is known from its beginning there was nothing.
  const SeenData nothing = seen(s, run_at(at(0, -1)));
  QCOMPARE(spans(nothing), std::string());
  QCOMPARE(nothing.completeness(), std::string_view("exact"));
  // What the branch had left by then counts no more.
  Snapshot left = s;
  say(left, aspect::rolled_back, "4", 9);
  QCOMPARE(spans(seen(left, run_at(poll_time(8)))), std::string("0:0-400 exact, 1:0-40 exact"));
  QCOMPARE(spans(seen(left, run_at(poll_time(10)))), std::string("0:0-300 exact, 1:0-20 exact"));
}

void TestLineage::what_is_not_known_says_why_data() {
  QTest::addColumn<LineageRun>("run");
  QTest::addColumn<QByteArray>("text");
  LineageRun none;
  none.run_id = "r";
  LineageRun other = run_of("1");
  other.inputs.front().table = "l.u";
  LineageRun elsewhere = run_of("1");
  elsewhere.inputs.front().cluster = ClusterName("d");
  LineageRun topic;
  topic.inputs = {{.topic = "t"}};
  QTest::newRow("no input") << none << QByteArray("the run does not say what it read");
  QTest::newRow("no table") << other << QByteArray("the timeline has no table l.u");
  QTest::newRow("no cluster") << elsewhere << QByteArray("the timeline has no table l.t");
  QTest::newRow("no snapshot") << run_of("9") << QByteArray("the timeline has no snapshot 9 of l.t");
  QTest::newRow("no version") << run_of("") << QByteArray("neither a snapshot nor a time of l.t is told");
  QTest::newRow("no time of a topic") << topic << QByteArray("neither a snapshot nor a time of t is told");
  QTest::newRow("later than all") << run_at(poll_time(600)) << QByteArray("the time lies after what was collected");
}

void TestLineage::what_is_not_known_says_why() {
  QFETCH(LineageRun, run);
  QFETCH(QByteArray, text);
  const SeenData data = seen(four(), run);
  QCOMPARE(data.completeness(), std::string_view("unknown"));
  QVERIFY2(QByteArray::fromStdString(why(data)).contains(text), why(data).c_str());
  QCOMPARE(record(data, 0, 5).was_in, Reached::cannot_tell);
}

void TestLineage::expired_snapshots_leave_a_lower_bound() {
  Snapshot s = four();
  s.commits.erase(s.commits.begin(), s.commits.begin() + 2);
  SeenData data = seen(s, run_of("4"));
  QCOMPARE(spans(data), std::string("0:200-400 at-least, 1:10-40 at-least"));
  QCOMPARE(text_of(data.inputs.front().spans.front().more), std::string("what came before snapshot 3 was never seen"));
  say(s, aspect::expired_below, "3");
  data = seen(s, run_of("4"));
  QCOMPARE(text_of(data.inputs.front().spans.front().more), std::string("snapshots before 3 have expired"));
  QCOMPARE(data.completeness(), std::string_view("bounded"));
  QCOMPARE(record(data, 0, 250).was_in, Reached::yes);
  QCOMPARE(record(data, 0, 100).was_in, Reached::cannot_tell);
  // The one before it is the snapshot that expired: what came after that is known.
  const LineageRun first = run_of("2");
  LineageRun second = run_of("4", "r2");
  second.after = "r1";
  QCOMPARE(spans(seen(s, second, &first)), std::string("0:200-400 exact, 1:10-40 exact"));
}

void TestLineage::commits_without_offsets_leave_what_lies_between() {
  Snapshot s = four();
  s.commits[1].commit.ranges.clear();
  say(s, aspect::unknown_why, "the control topic holds no event of g");
  const SeenData data = seen(s, run_of("4"));
  QCOMPARE(spans(data), std::string("0:0-100 at-least, 0:100-200 about, 0:200-400 at-least, 1:0-40 at-least"));
  QCOMPARE(text_of(data.inputs.front().more),
           std::string("which offsets are in snapshots 2 (the control topic holds no event of g) is not known"));
  QCOMPARE(record(data, 0, 50).was_in, Reached::yes);
  QCOMPARE(record(data, 0, 150).was_in, Reached::cannot_tell);
  QCOMPARE(record(data, 0, 900).was_in, Reached::cannot_tell);
  // None at all.
  for (SeenCommit& one : s.commits) one.commit.ranges.clear();
  QCOMPARE(seen(s, run_of("4")).completeness(), std::string_view("unknown"));
}

// A catalog that shows one snapshot at a time tells no parents, and of each that those before it are gone.
void TestLineage::a_table_that_was_watched_from_its_first_snapshot() {
  Snapshot s = four();
  for (SeenCommit& one : s.commits) one.commit.parent_id.reset();
  say(s, aspect::expired_below, "4", 7);
  QCOMPARE(spans(seen(s, run_of("4"))), std::string("0:0-400 at-least, 1:0-40 at-least"));
  const TableKey key{ClusterName("c"), TableName("l.t")};
  QCOMPARE(first_commits(s, s.to), (std::map<TableKey, LocalTime>{{key, poll_time(1)}}));
  QVERIFY(!nothing_expired(s, key, s.to));
  const auto known = [&](const char* snapshot_id) {
    return spans(data_seen(s, s.to, run_of(snapshot_id), nullptr, {.from_their_first = {key}}));
  };
  QCOMPARE(known("4"), std::string("0:0-400 exact, 1:0-40 exact"));
  QCOMPARE(known("1"), std::string("0:0-100 exact, 1:0-10 exact"));
  say(s, aspect::expired_below, "none", 1);
  QVERIFY(nothing_expired(s, key, poll_time(2)));
}

// Where no commit tells its offsets, what is in the table now bounds what was.
void TestLineage::marks_bound_what_commits_do_not_tell() {
  Snapshot s = *told(60, std::string(table) + R"("series": [)" +
                             mark("table", "t", 0, R"("table": "l.t", "start": 500, "rates": [[0, 0]])") + "], " +
                             commits({commit(1, 1, R"(["t", 0, 0, 500])", 500)}));
  s.commits.front().commit.ranges.clear();
  const TableKey key{ClusterName("c"), TableName("l.t")};
  const auto marks = table_marks(s, s.to, key);
  QCOMPARE(marks.size(), 1u);
  const SeenData data = data_seen(s, s.to, run_of("1"), nullptr, {.from_their_first = {key}, .marks = {{key, marks}}});
  QCOMPARE(spans(data), std::string("0:0-500 at-most"));
  QCOMPARE(data.completeness(), std::string_view("bounded"));
  QCOMPARE(seen(s, run_of("1")).completeness(), std::string_view("unknown"));
}

void TestLineage::first_commits_do_not_tell_where_they_began_data() {
  QTest::addColumn<bool>("ends");
  QTest::newRow("nothing is told") << false;
  QTest::newRow("only where they ended") << true;
}

void TestLineage::first_commits_do_not_tell_where_they_began() {
  QFETCH(bool, ends);
  Snapshot s = four();
  auto& ranges = s.commits[0].commit.ranges;
  for (CommitRange& range : ranges) range.from = range.to;
  if (!ends) ranges.clear();
  SeenData data = seen(s, run_of("4"));
  QCOMPARE(spans(data), std::string("0:0-100 at-most, 0:100-400 exact, 1:0-10 at-most, 1:10-40 exact"));
  QCOMPARE(data.completeness(), std::string_view("bounded"));
  QCOMPARE(text_of(data.inputs.front().spans.front().less),
           std::string("at which offsets snapshots 1 began is not known"));
  QCOMPARE(record(data, 0, 50).was_in, Reached::cannot_tell);
  QCOMPARE(record(data, 0, 100).was_in, Reached::yes);
  QCOMPARE(record(data, 0, 400).was_in, Reached::no);
  QCOMPARE(record(data, 7, 0).was_in, Reached::cannot_tell);
  // How far the first one came is told by those after it.
  data = seen(s, run_of("1"));
  QCOMPARE(spans(data), std::string("0:0-100 at-most, 1:0-10 at-most"));
  QCOMPARE(record(data, 0, 100).was_in, Reached::no);
  // What came after it is exact.
  const LineageRun first = run_of("1");
  LineageRun second = run_of("4", "r2");
  second.after = "r1";
  QCOMPARE(spans(seen(s, second, &first)), std::string("0:100-400 exact, 1:10-40 exact"));
}

void TestLineage::rows_that_were_taken_out_leave_an_upper_bound() {
  const Snapshot s = *told(60, table + commits({commit(1, 1, R"(["t", 0, 0, 100])", 100), commit(3, 2, "", 0, "delete"),
                                                commit(5, 3, R"(["t", 0, 100, 200])", 100)}));
  const SeenData data = seen(s, run_of("3"));
  QCOMPARE(spans(data), std::string("0:0-100 at-most, 0:100-200 exact"));
  QCOMPARE(record(data, 0, 50).was_in, Reached::cannot_tell);
  QVERIFY(record(data, 0, 50).reason.find("took rows out") != std::string::npos);
  QCOMPARE(record(data, 0, 150).was_in, Reached::yes);
  QCOMPARE(record(data, 0, 200).was_in, Reached::no);
  QCOMPARE(spans(seen(s, run_of("1"))), std::string("0:0-100 exact"));  // it was read before
  // Compaction takes none out.
  const Snapshot compacted =
      *told(60, table + commits({commit(1, 1, R"(["t", 0, 0, 100])", 100), commit(3, 2, "", 0, "replace")}));
  QCOMPARE(spans(seen(compacted, run_of("2"))), std::string("0:0-100 exact"));
}

void TestLineage::a_snapshot_that_was_rolled_back_was_read_all_the_same() {
  Snapshot s = four();
  say(s, aspect::rolled_back, "3\n4", 9);
  QCOMPARE(spans(seen(s, run_of("4"))), std::string("0:0-400 exact, 1:0-40 exact"));
}

void TestLineage::each_offset_counts_once() {
  // The second commit reads a part again, and a third takes rows out: what came before it is at most there.
  const Snapshot s = *told(60, table + commits({commit(1, 1, R"(["t", 0, 0, 100])", 100),
                                                commit(3, 2, R"(["t", 0, 10, 20])", 10, "overwrite"),
                                                commit(5, 3, R"(["t", 0, 100, 130])", 30)}));
  const SeenData data = seen(s, run_of("3"));
  QCOMPARE(spans(data), std::string("0:0-100 at-most, 0:10-20 exact, 0:100-130 exact"));
  QVERIFY(data.inputs.front().holes.empty());
  QCOMPARE(answer_text(data), std::string("Run r1 saw 40 to 130 offsets of 1 partitions: bounded."));
  QCOMPARE(answer_text(seen(four(), run_of("3"))), std::string("Run r1 saw 320 offsets of 2 partitions: exact."));
}

void TestLineage::holes_were_not_seen() {
  const Snapshot s =
      *told(60, table + commits({commit(1, 1, R"(["t", 0, 0, 100])", 100), commit(3, 2, R"(["t", 0, 130, 200])", 70)}));
  const SeenData data = seen(s, run_of("2"));
  QCOMPARE(spans(data), std::string("0:0-100 exact, 0:130-200 exact"));
  QCOMPARE(data.inputs.front().holes.size(), 1u);
  QCOMPARE(data.inputs.front().holes.front().from, 100);
  QCOMPARE(record(data, 0, 110).was_in, Reached::no);
}

void TestLineage::was_this_record_in_it() {
  const SeenData data = seen(four(), run_of("3"));
  const RecordAnswer in = record(data, 0, 299);
  QCOMPARE(in.was_in, Reached::yes);
  QCOMPARE(in.snapshot_id, std::string("3"));
  QCOMPARE(in.commit_id, std::string("c3"));
  QCOMPARE(record(data, 0, 0).snapshot_id, std::string("1"));
  QCOMPARE(record(data, 0, 300).was_in, Reached::no);
  QCOMPARE(record(data, 2, 0).was_in, Reached::no);
  QCOMPARE(record_in(data, ClusterName("d"), {TopicName("t"), PartitionId(0)}, 5).was_in, Reached::no);
}

void TestLineage::rows_fewer_than_offsets_prove_nothing() {
  Snapshot s = four();
  s.commits[0].commit.added_records = 109;
  s.commits[1].commit.added_records.reset();
  const SeenData data = seen(s, run_of("3"));
  QCOMPARE(record(data, 0, 5).was_in, Reached::cannot_tell);
  QVERIFY(record(data, 0, 5).reason.find("109 rows for 110 offsets") != std::string::npos);
  QCOMPARE(record(data, 0, 150).was_in, Reached::cannot_tell);
  QCOMPARE(record(data, 0, 250).was_in, Reached::yes);
}

void TestLineage::a_refresh_is_whole_if_every_partition_reaches_the_cut() {
  // 10 a poll in partition 0, 1 a poll in partition 1: at poll 20 the ends are 200 and 20.
  const Snapshot s =
      *told(60, std::string(table) + R"("series": [)" + mark("high", "t", 0, R"("start": 0, "rates": [[0, 1]])") +
                    ", " + mark("high", "t", 1, R"("start": 0, "rates": [[0, 0.1]])") + "], " +
                    commits({commit(1, 1, R"(["t", 0, 0, 210], ["t", 1, 0, 10])", 220),
                             commit(30, 2, R"(["t", 0, 210, 300], ["t", 1, 10, 30])", 110)}));
  const LogAt log = log_at(s, poll_time(20));
  QCOMPARE(*log.at({ClusterName("c"), {TopicName("t"), PartitionId(0)}}).high_lo, 200);
  const auto cut = [&](const char* snapshot_id, LocalTime at) {
    return cut_of(s, seen(s, run_of(snapshot_id)), at, log_at(s, at));
  };
  const Cut early = cut("1", poll_time(20));
  QCOMPARE(early.whole, Reached::no);
  QCOMPARE(early.rows.size(), 2u);
  QCOMPARE(early.rows[0].verdict, Reached::yes);
  QCOMPARE(early.rows[1].verdict, Reached::no);
  QCOMPARE(early.rows[1].reason, std::string("10 offsets before the cut were not read"));
  QCOMPARE(cut("2", poll_time(20)).whole, Reached::yes);
  // Between two polls the end is known within bounds only.
  QCOMPARE(cut("1", poll_time(10) + Millis(1)).rows[1].verdict, Reached::cannot_tell);
  QCOMPARE(cut("1", poll_time(10)).whole, Reached::yes);
  // After the history nothing is known.
  QCOMPARE(cut("2", poll_time(90)).whole, Reached::cannot_tell);
  // A partition that no commit names was never read.
  Snapshot one =
      *told(60, std::string(table) + R"("series": [)" + mark("high", "t", 0, R"("start": 0, "rates": [[0, 1]])") +
                    ", " + mark("high", "t", 1, R"("start": 5, "rates": [[0, 0]])") + "], " +
                    commits({commit(30, 1, R"(["t", 0, 0, 300])", 300)}));
  say(one, aspect::expired_below, "none");
  QCOMPARE(cut_of(one, seen(one, run_of("1")), poll_time(20), log_at(one, poll_time(20))).whole, Reached::no);
}

void TestLineage::markers_before_the_cut_are_no_proof() {
  Snapshot s = *told(60, std::string(table) + R"("topics": [{"topic": "t", "transactional": true}], "series": [)" +
                             mark("high", "t", 0, R"("start": 201, "rates": [[0, 0]])") + "], " +
                             commits({commit(1, 1, R"(["t", 0, 0, 200])", 200)}));
  say(s, aspect::expired_below, "none");
  const Cut cut = cut_of(s, seen(s, run_of("1")), poll_time(20), log_at(s, poll_time(20)));
  QCOMPARE(cut.whole, Reached::cannot_tell);
  QCOMPARE(cut.rows.front().reason, std::string("1 offsets before the cut may be markers of transactions"));
}

void TestLineage::topics_as_the_run_says() {
  const Snapshot s = *told(60, R"("series": [)" + mark("floor", "t", 0, R"("start": 50)") + ", " +
                                   mark("high", "t", 0, R"("start": 100, "rates": [[0, 1]])") + "]");
  LineageRun run;
  run.run_id = "r";
  run.inputs = {{.topic = "t", .ranges = {{{TopicName("t"), PartitionId(0)}, 60, 90}}}};
  QCOMPARE(spans(seen(s, run)), std::string("0:60-90 exact"));
  QCOMPARE(record(seen(s, run), 0, 60).was_in, Reached::yes);
  QCOMPARE(record(seen(s, run), 0, 90).was_in, Reached::no);
  run.inputs = {{.topic = "t", .as_of = poll_time(10)}};
  const SeenData data = data_seen(s, s.to, run, nullptr, {.logs = {{poll_time(10), log_at(s, poll_time(10))}}});
  QCOMPARE(spans(data), std::string("0:50-200 at-most"));
  QCOMPARE(record(data, 0, 100).was_in, Reached::cannot_tell);
  QCOMPARE(record(data, 0, 200).was_in, Reached::no);
}

void TestLineage::queryable_at_a_time() {
  Snapshot s = four();
  const auto at = [&](LocalTime time) {
    SeenData data;
    data.inputs.push_back(queryable_at(s, s.to, ClusterName(""), "l.t", time));
    return spans(data);
  };
  QCOMPARE(at(poll_time(6)), std::string("0:0-300 exact, 1:0-20 exact"));
  // Committed by then, seen only after it.
  s.commits[3].seen_lo = poll_time(6);
  s.commits[3].seen_hi = poll_time(8);
  s.commits[3].commit.committed = LakeTime(poll_time(7).time_since_epoch());
  QCOMPARE(at(poll_time(7)), std::string("0:0-300 exact, 0:300-400 at-most, 1:0-20 exact, 1:20-40 at-most"));
  QCOMPARE(at(poll_time(8)), std::string("0:0-400 exact, 1:0-40 exact"));
}

void TestLineage::two_runs_against_each_other() {
  const Snapshot s = four();
  LineageRun first = run_of("2"), second = run_of("4", "r2");
  first.embedding_version = "1";
  second.embedding_version = "2";
  second.region = "eu";
  const RunDiff diff = diff_of(seen(s, first), seen(s, second));
  QCOMPARE(diff.fields.size(), 2u);
  QCOMPARE(diff.fields[0].field, std::string("embedding_version"));
  QCOMPARE(diff.fields[1].before, std::string());
  QVERIFY(!diff.goes_on);
  QCOMPARE(diff.partitions.size(), 2u);
  QCOMPARE(diff.partitions[0].both, 200);
  QVERIFY(diff.partitions[0].only_before.empty());
  QCOMPARE(diff.partitions[0].only_after, (std::vector<OffsetSpan>{{200, 400}}));
  QCOMPARE(diff.partitions[0].completeness, std::string_view("exact"));
  QVERIFY(!diff.partitions[0].gap);
  const RunDiff same = diff_of(seen(s, first), seen(s, first));
  QVERIFY(same.fields.empty() && same.partitions[0].only_after.empty());
}

void TestLineage::a_refresh_that_leaves_something_out() {
  const Snapshot s = four();
  const LineageRun first = run_of("1");
  const LineageRun other = run_of("2", "r1");
  LineageRun second = run_of("4", "r2");
  second.after = "r1";
  const RunDiff whole = diff_of(seen(s, first), seen(s, second, &first));
  QVERIFY(whole.goes_on);
  QCOMPARE(whole.relation, Relation::contiguous);
  // It went on from another snapshot than the one that the run before it had come to.
  const RunDiff hole = diff_of(seen(s, first), seen(s, second, &other));
  QCOMPARE(hole.relation, Relation::hole);
  QCOMPARE(*hole.partitions[0].gap, 100);
  QCOMPARE(*hole.partitions[1].gap, 0);
  const RunDiff overlap = diff_of(seen(s, other), seen(s, second, &first));
  QCOMPARE(overlap.relation, Relation::overlap);
  QCOMPARE(*overlap.partitions[0].again, 100);
  const RunDiff unknown = diff_of(seen(s, run_of("9", "r1")), seen(s, second, &first));
  QCOMPARE(unknown.relation, Relation::unknown);
  QCOMPARE(unknown.partitions[0].completeness, std::string_view("bounded"));
}

void TestLineage::shares_for_the_scorecard() {
  Snapshot s = four();
  const SeenData exact = seen(s, run_of("4")), unknown = seen(s, run_of("9"));
  s.commits.erase(s.commits.begin());
  const SeenData bounded = seen(s, run_of("4"));
  const Facts facts = lineage_facts({exact, exact, bounded, unknown});
  QCOMPARE(facts.size(), 3u);
  QCOMPARE(std::get<std::int64_t>(*facts[0].value), 4);
  QCOMPARE(std::get<std::int64_t>(*facts[1].value), 2);
  QCOMPARE(std::get<std::int64_t>(*facts[2].value), 1);
  Filter filter;
  QVERIFY(in_scope_of(run_of("1"), filter));
  filter.table = {"l.*"};
  QVERIFY(in_scope_of(run_of("1"), filter));
  filter.table = {"m.*"};
  QVERIFY(!in_scope_of(run_of("1"), filter));
}

void TestLineage::documents_say_it_in_words() {
  Snapshot s = four();
  s.states.push_back({s.commits.front().source,
                      Object("topic:t"),
                      std::string(aspect::schema_ids),
                      {},
                      poll_time(1),
                      {},
                      "7 0 0\n8 0 120\n9 0 350\n7 1 0",
                      ""});
  s.index();
  const Document answer = lineage_document(s, s.to, seen(s, run_of("2")), std::nullopt);
  QCOMPARE(answer.notes.back(), std::string("Run r1 saw 210 offsets of 2 partitions: exact."));
  const auto& ids = answer.rows.front()[10];
  QCOMPARE(ids.name, std::string("schema_ids"));
  QCOMPARE(std::get<CellList>(ids.cell.value).size(), 2u);  // 7 and 8
  const Document unknown = lineage_document(s, s.to, seen(s, run_of("9")), std::nullopt);
  QCOMPARE(unknown.rows.size(), 1u);
  QCOMPARE(unknown.rows.front().size(), answer.rows.front().size());
  QCOMPARE(unknown.notes.back(),
           std::string("Run r1: which data it saw is not known: the timeline has no snapshot 9 of l.t."));
  QCOMPARE(lineage_runs_document({run_of("1")}, s.to).rows.size(), 1u);
}

void TestLineage::a_deletion_is_proven_piece_by_piece_data() {
  QTest::addColumn<QByteArray>("operation");
  QTest::addColumn<QByteArray>("later");
  QTest::addColumn<int>("offset");
  QTest::addColumn<int>("since");  // the poll at which the sink no longer had the key; 0: it still has it
  QTest::addColumn<QByteArray>("parts");
  QTest::addColumn<Reached>("proven");
  const auto line = [](const char* name, const char* operation, const char* later, int offset, int since,
                       const char* parts, Reached proven) {
    QTest::newRow(name) << QByteArray(operation) << QByteArray(later) << offset << since << QByteArray(parts) << proven;
  };
  line("everywhere", "overwrite", "append", 150, 30, "yes yes yes", Reached::yes);
  line("still in the index", "overwrite", "append", 150, 0, "yes yes no", Reached::no);
  line("only appended", "append", "append", 150, 30, "yes no yes", Reached::no);
  line("appended, and rows taken out later", "append", "delete", 150, 30, "yes cannot-tell yes", Reached::cannot_tell);
  line("not landed", "overwrite", "append", 350, 59, "yes no yes", Reached::no);
  line("not produced", "overwrite", "append", 900, 59, "no no yes", Reached::no);
  line("absent before", "overwrite", "append", 150, 5, "yes yes cannot-tell", Reached::cannot_tell);
}

void TestLineage::a_deletion_is_proven_piece_by_piece() {
  QFETCH(QByteArray, operation);
  QFETCH(QByteArray, later);
  QFETCH(int, offset);
  QFETCH(int, since);
  QFETCH(QByteArray, parts);
  QFETCH(Reached, proven);
  Snapshot s = *told(60, std::string(table) + R"("series": [)" +
                             mark("high", "t", 0, R"("start": 0, "rates": [[0, 1]])") + "], " +
                             commits({commit(11, 1, R"(["t", 0, 0, 100])", 100),
                                      commit(21, 2, R"(["t", 0, 100, 200])", 100, operation.toStdString()),
                                      commit(31, 3, R"(["t", 0, 200, 300])", 100, later.toStdString())}));
  s.states.push_back({s.commits.front().source,
                      Object("sink:v"),
                      std::string(aspect::deleted_prefix) + "k",
                      poll_time(since > 0 ? since - 1 : 0),
                      poll_time(since),
                      {},
                      since > 0 ? "absent" : "found",
                      ""});
  s.index();
  const DeletionQuestion question{ClusterName("c"), {TopicName("t"), PartitionId(0)}, offset, "k"};
  const DeletionProof proof = deletion_of(s, s.to, question);
  QByteArray done;
  for (const DeletionPart& part : proof.parts) done += QByteArray(" ") + std::string(word(part.done)).c_str();
  QCOMPARE(done.trimmed(), parts);
  QCOMPARE(proof.proven, proven);
  QVERIFY(deletion_of(s, s.to, {question.cluster, question.partition, offset, ""}).proven != Reached::yes);
  QCOMPARE(deletion_document(s, s.to, question).rows.size(), 3u);
}

QTEST_GUILESS_MAIN(TestLineage)
#include "tst_lineage.moc"
