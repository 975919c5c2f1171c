// SPDX-License-Identifier: GPL-3.0-or-later
// The join of a control topic with a table's snapshots: what is durable, announced, lost, announced twice.
#include <QTest>

#include "collectors/tables/control/control_log.h"

using namespace tidemark;

namespace {
const TableName orders("lake.orders"), clicks("lake.clicks");
TopicPartition p(int partition) { return {TopicName("orders"), PartitionId(partition)}; }
BrokerTime at(std::int64_t second) { return BrokerTime(Millis(second * 1000)); }

// A topic of one control partition unless said: events take offsets by themselves, as a transaction leaves them.
class Topic {
 public:
  ControlLog log{"connect-orders"};
  std::map<int, std::int64_t> next;

  std::int64_t add(ControlEvent event, const std::string& producer, int partition = 0) {
    event.group = group;
    const auto offset = next[partition]++;
    log.add({partition, offset, producer, std::move(event)});
    return offset;
  }
  void start(const std::string& commit, std::int64_t second) {
    add({.type = ControlType::start_commit, .time = at(second), .commit_id = commit}, "coordinator");
  }
  // One worker's answer: what it wrote for a table, and where its partitions stand.
  void answer(const std::string& commit, const std::string& worker, std::int64_t second,
              const std::vector<std::pair<TableName, std::int64_t>>& written,
              const std::vector<std::pair<int, std::optional<std::int64_t>>>& positions, int partition = 0) {
    for (const auto& [table, records] : written) {
      ControlEvent event{.type = ControlType::data_written, .time = at(second), .commit_id = commit};
      event.table = table;
      event.data_files = {
          {std::string("s3://").append(table.value()).append("/").append(commit).append(worker), records}};
      add(std::move(event), worker, partition);
    }
    ControlEvent complete{.type = ControlType::data_complete, .time = at(second), .commit_id = commit};
    for (const auto& [number, offset] : positions) complete.positions.push_back({p(number), offset, std::nullopt});
    add(std::move(complete), worker, partition);
    ++next[partition];  // the transaction's marker
  }
  std::string group = "connect-orders";
};

KeyedSnapshot snapshot(const std::string& id, ControlOffsets next, std::optional<std::int64_t> files = {}) {
  return {id, std::move(next), std::nullopt, files, 0, {}};
}
KeyedSnapshot committed_as(const std::string& id, const std::string& commit) {
  KeyedSnapshot out = snapshot(id, {{0, 0}});
  out.commit_id = commit;
  return out;
}
Known<std::int64_t> durable(const TableJoin& join, int partition) {
  const auto found = join.durable.find(p(partition));
  return found == join.durable.end() ? Known<std::int64_t>(Reason::never_polled) : found->second;
}
}  // namespace

class ControlLogTest final : public QObject {
  Q_OBJECT
 private slots:
  // A worker of two does not answer, round after round: what is committed then is partial, before and after it is not.
  void a_round_that_a_worker_leaves_out_is_partial() {
    Topic topic;
    std::vector<KeyedSnapshot> snapshots;
    for (std::int64_t round = 1; round <= 5; ++round) {
      const std::string commit = "c" + std::to_string(round);
      topic.start(commit, 10 * round);
      topic.answer(commit, "w1", 10 * round + 1, {}, {{0, 10 * round}, {1, 20 * round}});
      if (round == 1 || round == 5) topic.answer(commit, "w2", 10 * round + 2, {}, {{2, std::nullopt}});
      snapshots.push_back(committed_as(std::to_string(round), commit));
    }
    QCOMPARE(topic.log.join(orders, snapshots, {}).partial, (std::set<std::string>{"2", "3", "4"}));
    // The newest round may have answers that were not read yet.
    topic.start("c6", 60);
    topic.answer("c6", "w1", 61, {}, {{0, 60}, {1, 120}});
    snapshots.push_back(committed_as("6", "c6"));
    QVERIFY(!topic.log.join(orders, snapshots, {}).partial.contains("6"));
    topic.start("c7", 70);
    QVERIFY(topic.log.join(orders, snapshots, {}).partial.contains("6"));
  }
  // Offsets that fall: the topic was made anew, with fewer partitions.
  void a_topic_made_anew_is_not_held_against_a_round() {
    Topic topic;
    topic.start("c1", 10);
    topic.answer("c1", "w1", 11, {}, {{0, 10}, {1, 20}, {2, 5}});
    topic.start("c2", 20);
    topic.answer("c2", "w1", 21, {}, {{0, 3}, {1, 4}});
    const auto join = topic.log.join(orders, {committed_as("1", "c1"), committed_as("2", "c2")}, {});
    QVERIFY(join.partial.empty());
  }
  // The case that the program exists for: the group is at the end, the last round is in no snapshot.
  void a_round_that_no_snapshot_has() {
    Topic topic;
    topic.start("c1", 10);
    topic.answer("c1", "w1", 11, {{orders, 10}}, {{0, 10}, {1, 20}});
    topic.answer("c1", "w2", 11, {{orders, 5}}, {{2, 5}});
    const ControlOffsets first{{0, topic.next[0]}};
    topic.start("c2", 20);
    topic.answer("c2", "w1", 21, {{orders, 7}}, {{0, 17}, {1, 20}});
    topic.answer("c2", "w2", 21, {}, {{2, std::nullopt}});
    const auto join = topic.log.join(orders, {snapshot("1", first)}, {{0, first.at(0)}});
    QCOMPARE(durable(join, 0), Known<std::int64_t>(10));
    QCOMPARE(durable(join, 1), Known<std::int64_t>(20));
    QCOMPARE(durable(join, 2), Known<std::int64_t>(5));
    QCOMPARE(join.announced.size(), std::size_t(1));
    QCOMPARE(join.announced[0].commit_id, std::string("c2"));
    QCOMPARE(join.announced[0].files, std::size_t(1));
    QCOMPARE(join.announced[0].records, std::int64_t(7));
    QVERIFY(join.lost.empty());
    // After the repair.
    const auto after =
        topic.log.join(orders, {snapshot("1", first, 2), snapshot("2", {{0, topic.next[0]}}, 1)}, {{0, topic.next[0]}});
    QCOMPARE(durable(after, 0), Known<std::int64_t>(17));
    QVERIFY(after.announced.empty() && after.lost.empty());
    QVERIFY(after.too_few_files.empty() && after.too_many_files.empty());
    QCOMPARE(after.ranges.at("2"), (std::vector<CommitRange>{{p(0), 10, 17}}));
    // Where its ranges begin is not in the topic.
    QCOMPARE(after.ranges.at("1"), (std::vector<CommitRange>{{p(0), 10, 10}, {p(1), 20, 20}, {p(2), 5, 5}}));
  }

  // A partition that a later round tells of for the first time: nobody knows where it begins.
  void of_ranges_that_begin_nobody_knows_where_the_end_is_told() {
    Topic topic;
    topic.start("c1", 10);
    topic.answer("c1", "w1", 11, {{orders, 10}}, {{0, 10}});
    const ControlOffsets first{{0, topic.next[0]}};
    topic.start("c2", 20);
    topic.answer("c2", "w1", 21, {{orders, 7}}, {{0, 17}});
    topic.answer("c2", "w2", 21, {{orders, 30}}, {{1, 30}});
    const ControlOffsets second{{0, topic.next[0]}};
    topic.start("c3", 30);
    topic.answer("c3", "w1", 31, {{orders, 3}}, {{0, 20}});
    topic.answer("c3", "w2", 31, {{orders, 5}}, {{1, 35}});
    const auto join =
        topic.log.join(orders, {snapshot("1", first), snapshot("2", second), snapshot("3", {{0, topic.next[0]}})}, {});
    QCOMPARE(join.ranges.at("2"), (std::vector<CommitRange>{{p(0), 10, 17}, {p(1), 30, 30}}));
    QCOMPARE(join.ranges.at("3"), (std::vector<CommitRange>{{p(0), 17, 20}, {p(1), 30, 35}}));
    QCOMPARE(durable(join, 1), Known<std::int64_t>(35));
  }

  // Nobody saw the snapshot before, which may have stood above what was announced: its own round tells.
  void an_oldest_snapshot_without_files_of_its_own_round() {
    Topic topic;
    topic.start("c1", 10);
    topic.answer("c1", "w1", 11, {{orders, 10}}, {{0, 10}}, 0);
    topic.answer("c1", "w2", 11, {{orders, 5}}, {{1, 5}}, 1);
    KeyedSnapshot first = snapshot("1", {{0, topic.next[0]}, {1, topic.next[1]}}, 2);
    first.commit_id = "c1";
    QVERIFY(topic.log.join(orders, {first}, {}).doubt.empty());
    first.added_data_files = 1;
    const auto join = topic.log.join(orders, {first}, {});
    QCOMPARE(join.too_few_files, std::vector<std::string>{"1"});
    QVERIFY(!join.doubt.empty());
  }

  // Its offset of one control partition is one that was not there yet: it is that of the topic before.
  void an_offset_that_was_not_there_yet() {
    Topic topic;
    topic.start("c1", 10);
    topic.answer("c1", "w1", 11, {{orders, 10}}, {{0, 10}}, 0);
    topic.answer("c1", "w2", 11, {{orders, 5}}, {{1, 5}}, 1);
    KeyedSnapshot first = snapshot("1", {{0, topic.next[0]}, {1, 100}});
    first.committed = LakeTime(Millis(12'000));
    QCOMPARE(durable(topic.log.join(orders, {first}, {}), 1), Known<std::int64_t>(5));
    topic.answer("c2", "w2", 300, {{orders, 5}}, {{1, 10}}, 1);
    const auto join = topic.log.join(orders, {first}, {});
    QCOMPARE(durable(join, 0), Known<std::int64_t>(10));
    QCOMPARE(durable(join, 1), Known<std::int64_t>(Reason::no_history));
    QCOMPARE(join.lost.size(), std::size_t{2});
  }

  // The table had commits before the oldest snapshot that was read, and this topic, whole as it is, none of them.
  void commits_that_the_whole_topic_does_not_have() {
    Topic topic;
    topic.log.begins(0, 0);
    topic.start("c1", 10);
    topic.answer("c1", "w1", 11, {{orders, 5}}, {{1, 5}});
    ControlEvent to_table{.type = ControlType::commit_to_table, .time = at(12), .commit_id = "c1"};
    to_table.table = orders;
    to_table.snapshot_id = 1;
    topic.add(to_table, "coordinator");
    topic.start("c2", 20);
    topic.answer("c2", "w1", 21, {{orders, 10}}, {{0, 10}});
    KeyedSnapshot newest = snapshot("2", {{0, topic.next[0]}}, 1);
    newest.commit_id = "c2";
    newest.committed = LakeTime(Millis(22'000));
    newest.unread = 1;
    const auto sure = topic.log.join(orders, {newest}, {});
    QCOMPARE(durable(sure, 1), Known<std::int64_t>(5));
    QVERIFY(sure.others_why.empty());
    newest.unread = 2;
    const auto join = topic.log.join(orders, {newest}, {});
    QCOMPARE(durable(join, 0), Known<std::int64_t>(10));
    QCOMPARE(durable(join, 1), Known<std::int64_t>(Reason::ambiguous));
    QVERIFY2(join.others_why.find("2 commits that the table had before snapshot 2") != std::string::npos,
             join.others_why.c_str());
    // A topic that has lost its oldest records cannot be held against the table.
    topic.log.begins(0, 1);
    QCOMPARE(durable(topic.log.join(orders, {newest}, {}), 1), Known<std::int64_t>(5));
    // Later data of the partition, and all is sure again.
    topic.start("c3", 30);
    topic.answer("c3", "w1", 31, {{orders, 10}}, {{1, 15}});
    const auto after = topic.log.join(orders, {newest, snapshot("3", {{0, topic.next[0]}}, 1)}, {});
    QCOMPARE(durable(after, 1), Known<std::int64_t>(15));
  }

  void another_tables_files_hold_nothing_back() {
    Topic topic;
    topic.answer("c1", "w1", 1, {{orders, 10}}, {{0, 10}});
    const ControlOffsets first{{0, topic.next[0]}};
    topic.answer("c2", "w1", 2, {{clicks, 4}}, {{0, 14}});
    const auto join = topic.log.join(orders, {snapshot("1", first)}, {});
    QCOMPARE(durable(join, 0), Known<std::int64_t>(14));  // nothing for this table lies in 10 to 13
    QVERIFY(join.announced.empty());
    QCOMPARE(durable(topic.log.join(clicks, {snapshot("1", first)}, {}), 0), Known<std::int64_t>(10));
  }

  void a_round_without_records_is_covered() {
    Topic topic;
    topic.answer("c1", "w1", 1, {{orders, 10}}, {{0, 10}});
    const ControlOffsets first{{0, topic.next[0]}};
    topic.answer("c2", "w1", 2, {{orders, 0}}, {{0, 12}});
    QCOMPARE(durable(topic.log.join(orders, {snapshot("1", first)}, {}), 0), Known<std::int64_t>(12));
  }

  // Offsets count, not the order on the control topic: a partition may move to a worker of another control partition.
  void a_partition_that_moves() {
    Topic topic;
    topic.start("c1", 1);
    topic.answer("c1", "w1", 2, {{orders, 10}}, {{0, 10}}, 1);
    topic.start("c2", 3);
    topic.answer("c2", "w2", 4, {{orders, 10}}, {{0, 20}}, 0);
    const auto moved = topic.log.join(orders, {snapshot("1", {{0, 100}, {1, 0}})}, {});
    QCOMPARE(durable(moved, 0), Known<std::int64_t>(Reason::no_history));  // the first round is not in the table
    QCOMPARE(durable(topic.log.join(orders, {snapshot("1", {{0, 0}, {1, 100}})}, {}), 0), Known<std::int64_t>(10));
    QCOMPARE(durable(topic.log.join(orders, {snapshot("1", {{0, 100}, {1, 100}})}, {}), 0), Known<std::int64_t>(20));
  }

  void a_clock_that_is_behind_is_no_reset() {
    Topic topic;
    topic.start("c1", 100);
    topic.answer("c1", "w1", 101, {{orders, 10}}, {{0, 10}}, 0);
    topic.start("c2", 110);
    topic.answer("c2", "w2", 50, {{orders, 10}}, {{0, 20}}, 1);  // its clock is a minute behind
    QCOMPARE(durable(topic.log.join(orders, {snapshot("1", {{0, 99}, {1, 99}})}, {}), 0), Known<std::int64_t>(20));
  }

  void a_reset_begins_anew() {
    Topic topic;
    topic.start("c1", 1);
    topic.answer("c1", "w1", 1, {{orders, 50}}, {{0, 50}});
    topic.start("c2", 2);
    topic.answer("c2", "w1", 2, {{orders, 20}}, {{0, 20}});
    const ControlOffsets all{{0, topic.next[0]}};
    QCOMPARE(durable(topic.log.join(orders, {snapshot("1", all)}, {}), 0), Known<std::int64_t>(20));
  }

  void lost_files_lie_below_the_coordinators_offset() {
    Topic topic;
    topic.answer("c1", "w1", 1, {{orders, 10}}, {{0, 10}});
    const ControlOffsets first{{0, topic.next[0]}};
    topic.answer("c2", "w1", 2, {{orders, 9}}, {{0, 19}});
    topic.answer("c3", "w1", 3, {{orders, 8}}, {{0, 27}});
    const auto join = topic.log.join(orders, {snapshot("1", first)}, {{0, first.at(0) + 2}});
    QCOMPARE(join.lost.size(), std::size_t(1));
    QCOMPARE(join.lost[0].commit_id, std::string("c2"));
    QCOMPARE(join.lost[0].records, std::int64_t(9));
    QCOMPARE(join.announced.size(), std::size_t(1));
    QCOMPARE(join.announced[0].commit_id, std::string("c3"));
    QCOMPARE(durable(join, 0), Known<std::int64_t>(10));
  }

  // After the control topic was made anew its offsets begin at 0, below what the table's summary says.
  void events_below_a_d_that_was_there_before_them_are_filtered() {
    Topic topic;
    topic.answer("c1", "w1", 1'000, {{orders, 10}}, {{0, 10}});
    topic.answer("c2", "w1", 2'000, {{orders, 9}}, {{0, 19}});
    KeyedSnapshot old = snapshot("1", {{0, 64}});
    old.committed = LakeTime(Millis(1'500'000));
    const auto join = topic.log.join(orders, {old}, {});
    QCOMPARE(durable(join, 0), Known<std::int64_t>(Reason::no_history));
    QCOMPARE(join.lost.size(), std::size_t(2));
    QCOMPARE(join.lost[1].records, std::int64_t(9));
    // A later snapshot that passes the old D does not bring them back.
    KeyedSnapshot later = snapshot("2", {{0, 70}});
    later.committed = LakeTime(Millis(9'000'000));
    QCOMPARE(durable(topic.log.join(orders, {old, later}, {}), 0), Known<std::int64_t>(Reason::no_history));
  }

  // The topic was made anew and has grown past the old D: what it announced meanwhile came soon after the snapshot, and
  // is in none.
  void a_d_of_another_topic_covers_nothing() {
    Topic topic;
    topic.log.begins(0, 0);
    topic.start("n1", 1'010);
    topic.answer("n1", "w1", 1'012, {{orders, 200}}, {{0, 200}});
    for (int round = 2; round < 8; ++round) {
      topic.start("n" + std::to_string(round), 1'010 + round);
      topic.answer("n" + std::to_string(round), "w1", 1'011 + round, {}, {{0, std::nullopt}});
    }
    topic.log.ends(0, topic.next[0]);
    KeyedSnapshot old = committed_as("1", "o9");
    old.next = {{0, topic.next[0] - 2}};
    old.committed = LakeTime(Millis(1'000'000));
    const auto join = topic.log.join(orders, {old}, {});
    QVERIFY2(join.doubt.find("made anew") != std::string::npos, join.doubt.c_str());
    QVERIFY(!durable(join, 0).known());
    // A snapshot of the new topic above the old D: what lies below that D stays out.
    topic.start("n8", 1'030);
    topic.answer("n8", "w1", 1'031, {{orders, 5}}, {{0, 205}});
    topic.log.ends(0, topic.next[0]);
    KeyedSnapshot later = committed_as("2", "n8");
    later.next = {{0, topic.next[0]}};
    later.committed = LakeTime(Millis(1'032'000));
    const auto after = topic.log.join(orders, {old, later}, {});
    QVERIFY(after.doubt.empty());
    QVERIFY(!durable(after, 0).known());
    QCOMPARE(after.lost.size(), std::size_t(1));
    QCOMPARE(after.lost[0].records, std::int64_t(200));
    // A log that has lost its first records cannot say so.
    topic.log.begins(0, 1);
    QVERIFY(topic.log.join(orders, {old}, {}).doubt.find("not the commit") == std::string::npos);
  }

  void what_is_gone_or_contradicted_is_in_doubt() {
    Topic topic;
    topic.answer("c1", "w1", 1, {{orders, 10}}, {{0, 10}});
    const auto doubt = [&](std::int64_t next) {
      return topic.log.join(orders, {snapshot("1", {{0, next}})}, {}).doubt;
    };
    topic.log.begins(0, 0);
    topic.log.ends(0, 20);
    QVERIFY(doubt(3).empty());
    QVERIFY(doubt(21).find("made anew") != std::string::npos);
    topic.log.begins(0, 5);  // what was announced at 3 and 4 can no longer be read
    QVERIFY(doubt(3).find("begins at 5") != std::string::npos);
    QVERIFY(doubt(5).empty());
  }

  void files_are_counted() {
    Topic topic;
    topic.answer("c1", "w1", 1, {{orders, 10}}, {{0, 10}});
    const ControlOffsets first{{0, topic.next[0]}};
    topic.answer("c2", "w1", 2, {{orders, 9}}, {{0, 19}});
    topic.answer("c2", "w2", 2, {{orders, 9}}, {{1, 19}});
    const ControlOffsets second{{0, topic.next[0]}};
    const auto join = [&](std::int64_t files) {
      return topic.log.join(orders, {snapshot("1", first, 1), snapshot("2", second, files)}, {});
    };
    QVERIFY(join(2).too_few_files.empty() && join(2).too_many_files.empty());
    QCOMPARE(join(1).too_few_files, std::vector<std::string>{"2"});
    QCOMPARE(join(3).too_many_files, std::vector<std::string>{"2"});
    // A snapshot between the two was not seen: what is announced between them is not all the later one's.
    KeyedSnapshot later = snapshot("2", second, 1);
    later.after_gap = true;
    const auto gapped = topic.log.join(orders, {snapshot("1", first, 1), later}, {});
    QVERIFY(gapped.too_few_files.empty() && gapped.doubt.empty());
    QCOMPARE(gapped.ranges.at("2"), (std::vector<CommitRange>{{p(0), 19, 19}, {p(1), 19, 19}}));
    topic.log.begins(0, first.at(0) + 1);  // part of it can no longer be read: nothing is claimed
    QVERIFY(join(1).too_few_files.empty());
  }

  void a_path_announced_for_two_rounds() {
    Topic topic;
    for (const char* commit : {"c1", "c2"}) {
      ControlEvent event{.type = ControlType::data_written, .time = at(1), .commit_id = commit};
      event.table = orders;
      event.data_files = {{"s3://same", 3}};
      topic.add(std::move(event), "w1");
    }
    QCOMPARE(topic.log.join(orders, {}, {}).twice, std::vector<std::string>{"s3://same"});
  }

  void other_groups_are_left_out() {
    Topic topic;
    topic.group = "connect-other";
    topic.answer("c1", "w1", 1, {{orders, 10}}, {{0, 10}});
    QCOMPARE(topic.log.size(), std::size_t(0));
    QVERIFY(topic.log.join(orders, {}, {}).durable.empty());
  }

  void memory_is_bounded_and_what_is_forgotten_is_not_guessed() {
    Topic topic;
    for (std::size_t i = 0; i <= ControlLog::most_rounds; ++i)
      topic.answer("c" + std::to_string(i), "w1", static_cast<std::int64_t>(i), {{orders, 1}},
                   {{0, static_cast<std::int64_t>(i)}});
    QVERIFY(topic.log.size() <= 2 * ControlLog::most_rounds);
    // D is older than all that is kept.
    QCOMPARE(durable(topic.log.join(orders, {snapshot("1", {{0, 2}})}, {}), 0),
             Known<std::int64_t>(Reason::no_history));
  }
};

QTEST_GUILESS_MAIN(ControlLogTest)
#include "tst_control_log.moc"
