// SPDX-License-Identifier: GPL-3.0-or-later
// What a log means: positions, ranges, what has gone, and what cannot be told. The logs are made from the writers'
// sources; those that a real writer wrote are in the integration tests.
#include <QTest>

#include "collectors/tables/delta/read_table.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;
using namespace tidemark::delta;

namespace {
const TopicPartition zero{TopicName("orders"), PartitionId(0)};
const TopicPartition one{TopicName("orders"), PartitionId(1)};
const ReadRules ingest_rules{.writer = "kafka-delta-ingest", .topic = "orders"};
constexpr const char* query = "e4a20b59-1f4b-4f5c-8a68-0e2e1f5f5c10";

// One version after the other.
struct MadeLog {
  LogView view;

  MadeLog& commit(Transactions transactions, std::int64_t files = 1, const char* operation = "STREAMING UPDATE") {
    Commit next;
    next.version = view.commits.empty() ? first : view.commits.back().version + 1;
    next.at = LakeTime(Millis(1'700'000'000'000 + next.version * 1000));
    next.operation = operation;
    next.transactions = std::move(transactions);
    next.added_files = files;
    next.added_records = 10 * files;
    view.commits.push_back(std::move(next));
    return *this;
  }
  MadeLog& last(std::int64_t offset, int partition = 0, std::int64_t files = 1) {
    return commit({{"app-" + std::to_string(partition), offset}}, files);
  }
  MadeLog& batch(std::int64_t number) {
    commit({{query, number}});
    view.commits.back().query = query;
    return *this;
  }
  MadeLog& restore(std::optional<std::int64_t> to) {
    commit({}, 0, "RESTORE");
    view.commits.back().restores = true;
    view.commits.back().restored_to = to;
    return *this;
  }
  MadeLog& damaged() {
    commit({}, 0);
    view.commits.back().damage = "line 3 is no JSON";
    view.commits.back().added_records.reset();
    return *this;
  }
  MadeLog& id(const char* table) {
    view.commits.back().table_id = table;
    return *this;
  }
  std::int64_t first = 0;
};

TableReading read(const MadeLog& log, const ReadRules& rules = ingest_rules,
                  const SparkCheckpoint* checkpoint = nullptr) {
  return read_table(TableName("lake.orders"), log.view, checkpoint, rules);
}
// -1: no such mark; else the mark, or minus its reason.
std::int64_t mark(const TableReading& reading, const TopicPartition& of = zero) {
  const auto found = reading.marks->durable.find(of);
  if (found == reading.marks->durable.end()) return -1;
  return found->second ? *found->second : -100 - static_cast<std::int64_t>(found->second.reason());
}
std::int64_t unknown(Reason reason) { return -100 - static_cast<std::int64_t>(reason); }

std::vector<CommitRange> ranges(const TableReading& reading, const char* version) {
  for (const TableVersion& at : reading.versions)
    if (at.commit.snapshot_id == version) return at.commit.ranges;
  return {};
}
Evidence evidence(const TableReading& reading, const char* version) {
  for (const TableVersion& at : reading.versions)
    if (at.commit.snapshot_id == version) return at.commit.evidence;
  return Evidence::estimated;
}

SparkCheckpoint checkpoint_of(std::initializer_list<std::pair<std::int64_t, std::int64_t>> batches) {
  SparkCheckpoint out;
  out.query = query;
  for (const auto& [batch, next] : batches) {
    out.batches[batch].next = {{zero, next}};
    out.newest = std::max(out.newest.value_or(0), batch);
  }
  return out;
}
}  // namespace

class TestDeltaReading final : public QObject {
  Q_OBJECT
 private slots:
  void next_and_last_twins();
  void positions_become_ranges();
  void a_position_without_rows_is_where_to_begin();
  void a_position_that_falls_is_read_again();
  void a_restore_takes_rows_and_leaves_the_position();
  void a_restore_that_takes_nothing_is_no_loss();
  void a_restore_to_what_is_not_there_is_unknown();
  void what_landed_again_is_not_lost();
  void a_damaged_version_hides_what_it_may_have_said();
  void older_than_the_log_is_unknown();
  void a_summary_tells_what_the_log_does_not();
  void another_table_of_the_same_name();
  void whose_ids_are_they();
  void ids_of_the_users_own();
  void rules_that_no_log_can_answer();
  void batches_of_spark();
  void a_checkpoint_that_was_put_back();
  void a_checkpoint_of_another_query();
  void commits_that_are_elsewhere();
  void other_commits_move_nothing();
  void the_line_is_bounded_and_reaches_the_known_head();
};

// The same position, [.., 4242) of partition 0, as each writer notes it.
void TestDeltaReading::next_and_last_twins() {
  constexpr std::int64_t next = 4242;
  const auto iceberg = [](const char* means, const char* value) {
    const auto metadata = iceberg::parse_metadata(
        test::table_json(test::snapshot_json("1", "", std::string(R"("app.offsets":")") + value + '"'),
                         R"("current-snapshot-id":1)"),
        "t");
    if (!metadata) qFatal("%s", metadata.error().line().c_str());
    const TableReading reading = iceberg::read_table(
        TableName("t"), *metadata, {.topic = "orders", .offsets = OffsetRule{"app.offsets", "json", means}});
    return reading.versions.at(0).sources.value().at(zero);
  };
  QCOMPARE(iceberg("next", R"({\"0\":4242})"), next);
  QCOMPARE(iceberg("last", R"({\"0\":4241})"), next);
  QCOMPARE(mark(read(MadeLog().last(4241))), next);  // kafka-delta-ingest
  const ReadRules own_next{.topic = "orders", .offsets = OffsetRule{"app-{partition}", "json", "next"}};
  QCOMPARE(mark(read(MadeLog().last(4242), own_next)), next);
  const ReadRules own_last{.topic = "orders", .offsets = OffsetRule{"app-{partition}", "json", "last"}};
  QCOMPARE(mark(read(MadeLog().last(4241), own_last)), next);
  const auto batch = spark::parse_batch("v1\n{}\n{\"orders\":{\"0\":4242}}");
  SparkCheckpoint spark = checkpoint_of({{3, 0}});
  spark.batches[3] = *batch;
  QCOMPARE(mark(read(MadeLog().batch(3), {}, &spark)), next);
}

void TestDeltaReading::positions_become_ranges() {
  const TableReading got = read(MadeLog().last(99).last(149).commit({{"app-0", 199}, {"app-1", 9}}).last(19, 1));
  QCOMPARE(got.head, std::optional(std::string("3")));
  QCOMPARE(got.branch, (std::vector<std::string>{"3", "2", "1", "0"}));
  QVERIFY(got.whole);
  QCOMPARE(mark(got), std::int64_t{200});
  QCOMPARE(mark(got, one), std::int64_t{20});
  QCOMPARE(ranges(got, "1"), (std::vector<CommitRange>{{zero, 100, 150}}));
  QCOMPARE(ranges(got, "2"), (std::vector<CommitRange>{{zero, 150, 200}, {one, 10, 10}}));
  QCOMPARE(ranges(got, "3"), (std::vector<CommitRange>{{one, 10, 20}}));
  // From where the first one read is not told.
  QCOMPARE(ranges(got, "0"), (std::vector<CommitRange>{{zero, 100, 100}}));
  QVERIFY(evidence(got, "0") == Evidence::exact && evidence(got, "1") == Evidence::exact);
  QCOMPARE(got.marks->adapter, std::string("b"));
  QCOMPARE(got.writer, std::string("kafka-delta-ingest"));
  QCOMPARE(got.versions.at(0).commit.parent_id, std::optional(std::string("2")));
  QVERIFY(!got.versions.at(3).commit.parent_id);
}

void TestDeltaReading::a_position_without_rows_is_where_to_begin() {
  // "Skip up to and including 99", and nothing since: that is not in the table.
  const TableReading sought = read(MadeLog().last(99, 0, 0));
  QCOMPARE(mark(sought), unknown(Reason::no_commit));
  QVERIFY(sought.marks->unknown_why.find("landed nothing") != std::string::npos);
  const TableReading landed = read(MadeLog().last(99, 0, 0).last(149));
  QCOMPARE(mark(landed), std::int64_t{150});
  QCOMPARE(ranges(landed, "1"), (std::vector<CommitRange>{{zero, 100, 150}}));
  // Later it leaves a hole: below 100 all has landed, and not below 300.
  const TableReading hole = read(MadeLog().last(49).last(99).last(199, 0, 0).last(299));
  QCOMPARE(mark(hole), std::int64_t{100});
  QCOMPARE(ranges(hole, "3"), (std::vector<CommitRange>{{zero, 200, 300}}));
  QVERIFY(ranges(hole, "2").empty());
}

void TestDeltaReading::a_position_that_falls_is_read_again() {
  const TableReading got = read(MadeLog().last(99).last(199).last(149).last(249));
  QCOMPARE(mark(got), std::int64_t{250});
  QCOMPARE(ranges(got, "2"), (std::vector<CommitRange>{{zero, 150, 150}}));
  QCOMPARE(ranges(got, "3"), (std::vector<CommitRange>{{zero, 150, 250}}));  // over [100, 200): there twice
  QCOMPARE(mark(read(MadeLog().last(99).last(199).last(149))), std::int64_t{150});
}

void TestDeltaReading::a_restore_takes_rows_and_leaves_the_position() {
  const MadeLog log = MadeLog().last(99).last(149).last(199).restore(0);
  const TableReading got = read(log);
  QCOMPARE(got.branch, (std::vector<std::string>{"3", "0"}));
  QCOMPARE(got.left, (std::vector<std::string>{"1", "2"}));
  QCOMPARE(got.versions.at(0).commit.parent_id, std::optional(std::string("0")));
  QCOMPARE(mark(got), std::int64_t{100});
  QCOMPARE(got.marks->trouble.size(), 1u);
  QVERIFY2(
      got.marks->trouble[0].starts_with("lost-files Version 3 restored the table to version 0: orders/0 [100, 200) "),
      got.marks->trouble[0].c_str());
  QCOMPARE(ranges(got, "3"), (std::vector<CommitRange>{{zero, 100, 100}}));  // what comes next is measured from here
  // The writer goes on after what has gone.
  MadeLog on = log;
  const TableReading after = read(on.last(249));
  QCOMPARE(mark(after), std::int64_t{100});
  QCOMPARE(ranges(after, "4"), (std::vector<CommitRange>{{zero, 200, 250}}));
  QCOMPARE(after.marks->trouble.size(), 1u);
}

void TestDeltaReading::a_restore_that_takes_nothing_is_no_loss() {
  MadeLog log;
  log.last(99).last(149).commit({}, 0, "DELETE").restore(1);
  const TableReading got = read(log);
  QCOMPARE(mark(got), std::int64_t{150});
  QVERIFY(got.marks->trouble.empty());
  QCOMPARE(got.left, std::vector<std::string>{"2"});
  // There and back.
  const TableReading back = read(MadeLog().last(99).last(149).restore(0).restore(1));
  QCOMPARE(mark(back), std::int64_t{150});
  QVERIFY(back.marks->trouble.empty());
  QCOMPARE(back.branch, (std::vector<std::string>{"3", "1", "0"}));
}

void TestDeltaReading::a_restore_to_what_is_not_there_is_unknown() {
  for (const std::optional<std::int64_t> to : {std::optional<std::int64_t>(), std::optional<std::int64_t>(2)}) {
    MadeLog log;
    log.first = 10;
    const TableReading got = read(log.last(99).last(149).restore(to).last(199));
    QCOMPARE(mark(got), unknown(Reason::ambiguous));
    QVERIFY(got.marks->unknown_why.find("restored") != std::string::npos);
    QCOMPARE(got.branch, (std::vector<std::string>{"13", "12"}));
    QVERIFY(!got.whole);
    QCOMPARE(got.left.size(), to ? 2u : 0u);
  }
}

void TestDeltaReading::what_landed_again_is_not_lost() {
  MadeLog log;
  log.last(99).last(149).last(199).restore(0);
  // The position is put back by hand, and all is read again.
  log.last(99, 0, 0).last(149).last(219);
  const TableReading got = read(log);
  QCOMPARE(mark(got), std::int64_t{220});
  QVERIFY(got.marks->trouble.empty());
}

void TestDeltaReading::a_damaged_version_hides_what_it_may_have_said() {
  const TableReading got = read(MadeLog().last(99).last(9, 1).damaged().last(199));
  QCOMPARE(mark(got), std::int64_t{200});
  QCOMPARE(ranges(got, "3"), (std::vector<CommitRange>{{zero, 200, 200}}));  // version 2 may have moved it too
  QCOMPARE(mark(got, one), unknown(Reason::ambiguous));
  QVERIFY(got.marks->unknown_why.empty());
  QVERIFY(got.marks->others_why.starts_with("Version 2 of the log cannot be read"));
  const TableReading newest = read(MadeLog().last(99).damaged());
  QCOMPARE(mark(newest), unknown(Reason::ambiguous));
  QVERIFY2(newest.marks->unknown_why == "Version 1 of the log cannot be read (line 3 is no JSON).",
           newest.marks->unknown_why.c_str());
  QCOMPARE(newest.versions.size(), 2u);  // it is a commit all the same
  // What is no offset is damage too.
  const TableReading negative = read(MadeLog().last(99).last(-7));
  QCOMPARE(mark(negative), unknown(Reason::ambiguous));
}

void TestDeltaReading::older_than_the_log_is_unknown() {
  MadeLog log;
  log.first = 7;
  log.commit({}, 1, "WRITE");
  const TableReading expired = read(log);
  QVERIFY(expired.marks->durable.empty());
  QVERIFY(expired.marks->unknown_reason == Reason::expired);
  QVERIFY(expired.marks->unknown_why.find("from version 7 on") != std::string::npos);
  log.view.parquet = true;
  QVERIFY(read(log).marks->unknown_reason == Reason::not_supported);
  QVERIFY(read(log).marks->unknown_why.find("Parquet") != std::string::npos);
  QVERIFY(!read(log).whole);
  // A log that is whole has an answer.
  const TableReading none = read(MadeLog().commit({}, 1, "WRITE"));
  QVERIFY(none.marks->unknown_reason == Reason::no_commit);
  // What is not seen is not said to be 0.
  log.last(99);
  QCOMPARE(mark(read(log)), std::int64_t{100});
  QCOMPARE(mark(read(log), one), std::int64_t{-1});
  QVERIFY(read(log).marks->others_reason == Reason::not_supported);
  QVERIFY(read(log).marks->others_why.find("of the partition") != std::string::npos);
  QVERIFY(read(MadeLog().last(99)).marks->others_reason == Reason::no_commit);  // the log is whole
  QVERIFY(read(MadeLog().last(99)).marks->others_why.empty());
}

void TestDeltaReading::a_summary_tells_what_the_log_does_not() {
  MadeLog log;
  log.first = 7;
  log.last(99).last(149);
  log.view.state = LogState{6, {{"app-0", 49}, {"app-1", 9}}, "t"};
  const TableReading before = read(log);
  QCOMPARE(ranges(before, "7"), (std::vector<CommitRange>{{zero, 50, 100}}));
  QCOMPARE(mark(before, one), std::int64_t{10});
  QCOMPARE(before.uuid, std::string("t"));
  log.view.state = LogState{7, {{"app-0", 99}, {"app-1", 9}}, "t"};
  const TableReading within = read(log);
  QCOMPARE(mark(within), std::int64_t{150});
  QCOMPARE(mark(within, one), std::int64_t{10});
  QCOMPARE(ranges(within, "7"), (std::vector<CommitRange>{{zero, 100, 100}}));
  log.view.state = LogState{7, {}, "t"};
  log.view.commits.erase(log.view.commits.begin(), log.view.commits.end());
  log.commit({}, 1, "WRITE");
  QVERIFY(read(log).marks->unknown_reason == Reason::no_commit);
}

void TestDeltaReading::another_table_of_the_same_name() {
  const TableReading got = read(MadeLog().last(99).id("old").last(9, 1).last(149).id("new"));
  QCOMPARE(got.uuid, std::string("new"));
  QCOMPARE(got.branch, std::vector<std::string>{"2"});
  QVERIFY(got.whole);
  QCOMPARE(mark(got), std::int64_t{150});
  QCOMPARE(ranges(got, "2"), (std::vector<CommitRange>{{zero, 150, 150}}));
  QCOMPARE(mark(got, one), unknown(Reason::ambiguous));  // its position is that of the table before
  MadeLog summed;
  summed.last(99).id("old").commit({}, 1, "WRITE").id("new");
  summed.view.state = LogState{1, {{"app-0", 99}, {"app-5", 7}}, "new"};
  QVERIFY(!read(summed).marks->unknown_why.empty());
  // The same id again is no other table.
  QCOMPARE(read(MadeLog().last(99).id("t").last(149).id("t")).branch.size(), 2u);
}

void TestDeltaReading::whose_ids_are_they() {
  // The commit itself says that the id is made of the query's.
  MadeLog told;
  told.last(99);
  told.view.commits.back().query = "app";
  QCOMPARE(mark(read(told, {.topic = "orders"})), std::int64_t{100});
  QVERIFY(read(told, {}).marks->unknown_why.find("topic") != std::string::npos);
  // Flink's "<job>-<task>" has the same shape and holds checkpoint numbers.
  const TableReading flink = read(MadeLog().last(7), {.topic = "orders"});
  QVERIFY(flink.marks->durable.empty());
  QCOMPARE(flink.marks->adapter, std::string("f"));
  QVERIFY(flink.marks->unknown_why.find("app") != std::string::npos);
  MadeLog two;
  two.last(99).commit({{"b-a-0", 7}});
  QVERIFY(read(two).marks->durable.empty());
  QVERIFY(read(two).marks->unknown_reason == Reason::ambiguous);
  ReadRules named = ingest_rules;
  named.group = "b-a";
  QCOMPARE(mark(read(two, named)), std::int64_t{8});
  // A UUID that ends in digits is no application and partition.
  MadeLog uuid;
  uuid.commit({{"e4a20b59-1f4b-4f5c-8a68-012345678901", 3}}).last(99);
  QCOMPARE(mark(read(uuid)), std::int64_t{100});
  const TableReading none = read(MadeLog().commit({}));
  QVERIFY(none.marks->unknown_reason == Reason::no_commit);
  const TableReading nobody = read(MadeLog().commit({}), {});
  QCOMPARE(nobody.marks->adapter, std::string("f"));
}

void TestDeltaReading::ids_of_the_users_own() {
  const auto of = [](const char* key, const char* means) {
    return ReadRules{.topic = "orders", .offsets = OffsetRule{key, "json", means}};
  };
  MadeLog log;
  log.commit({{"load-orders-0", 50}, {"load-clicks-1", 7}, {"load-orders-x", 1}, {"load-orders-01", 1}, {"other", 3}});
  const TableReading got = read(log, of("load-{topic}-{partition}", "next"));
  QCOMPARE(got.marks->durable.size(), 2u);
  QCOMPARE(mark(got), std::int64_t{50});
  QCOMPARE(mark(got, {TopicName("clicks"), PartitionId(1)}), std::int64_t{7});
  QCOMPARE(mark(read(log, of("load-orders-{partition}", "last"))), std::int64_t{51});
  QVERIFY(read(log, of("none-{partition}", "last")).marks->unknown_reason == Reason::no_commit);
  // A batch without rows has read its offsets all the same.
  MadeLog empty;
  empty.commit({{"load-orders-0", 50}}).commit({{"load-orders-0", 60}}, 0);
  QCOMPARE(mark(read(empty, of("load-orders-{partition}", "next"))), std::int64_t{60});
}

void TestDeltaReading::rules_that_no_log_can_answer() {
  for (const auto& [means, where] : {std::pair("checkpoint", "version"), std::pair("time", "version"),
                                     std::pair("control", "version"), std::pair("next", "properties")}) {
    const TableReading reading =
        read(MadeLog().last(4242),
             {.topic = "orders", .offsets = OffsetRule{.key = "app-{partition}", .means = means, .where = where}});
    QCOMPARE(mark(reading), std::int64_t{-1});
    QVERIFY(reading.marks->unknown_reason == Reason::not_supported && !reading.marks->unknown_why.empty());
  }
}

void TestDeltaReading::batches_of_spark() {
  const SparkCheckpoint checkpoint = checkpoint_of({{3, 400}, {4, 500}, {5, 700}, {6, 900}});
  MadeLog log;
  log.first = 20;
  const TableReading got = read(log.batch(2).batch(3).batch(4).batch(5), {}, &checkpoint);
  QCOMPARE(got.writer, std::string("spark"));
  QCOMPARE(got.marks->adapter, std::string("a"));
  QCOMPARE(mark(got), std::int64_t{700});
  QCOMPARE(ranges(got, "23"), (std::vector<CommitRange>{{zero, 500, 700}}));
  QCOMPARE(ranges(got, "22"), (std::vector<CommitRange>{{zero, 400, 500}}));
  QCOMPARE(ranges(got, "21"), (std::vector<CommitRange>{{zero, 400, 400}}));  // batch 2's offsets have been cleaned up
  QVERIFY(evidence(got, "23") == Evidence::derived && evidence(got, "20") == Evidence::unknown);
  QVERIFY(got.marks->trouble.empty());
  // Without its folder a batch is a number.
  const TableReading alone = read(log, {});
  QVERIFY(alone.marks->durable.empty());
  QVERIFY(alone.marks->unknown_reason == Reason::not_probed);
  SparkCheckpoint shut;
  shut.unknown_why = "The writer's checkpoint folder cannot be read.";
  shut.unknown_reason = Reason::no_permission;
  QVERIFY(read(log, {}, &shut).marks->unknown_reason == Reason::no_permission);
  // A restore goes by the offsets too.
  const TableReading restored = read(log.restore(22), {}, &checkpoint);
  QCOMPARE(mark(restored), std::int64_t{500});
  QVERIFY(restored.marks->trouble.at(0).find("[500, 700)") != std::string::npos);
}

void TestDeltaReading::a_checkpoint_that_was_put_back() {
  SparkCheckpoint checkpoint = checkpoint_of({{3, 400}, {4, 500}});
  const MadeLog log = MadeLog().batch(3).batch(4).batch(9);
  const TableReading behind = read(log, {}, &checkpoint);
  QCOMPARE(mark(behind), unknown(Reason::expired));
  QVERIFY2(behind.marks->trouble.at(0).starts_with("silent-stall The checkpoint is at batch 4, the table at 9"),
           behind.marks->trouble.at(0).c_str());
  // It has come by again: the file says what was planned after the commit, and the table holds something else.
  checkpoint.newest = 9;
  checkpoint.batches[9].next = {{zero, 9000}};
  checkpoint.batches[9].planned = *log.view.commits.back().at + Millis(1);
  const TableReading again = read(log, {}, &checkpoint);
  QCOMPARE(mark(again), unknown(Reason::ambiguous));
  QVERIFY(again.marks->trouble.at(0).starts_with("silent-stall Batch 9"));
  checkpoint.batches[9].planned = *log.view.commits.back().at;
  QCOMPARE(mark(read(log, {}, &checkpoint)), std::int64_t{9000});
  checkpoint.batches.erase(9);
  checkpoint.bad[9] = "is cut";
  QVERIFY(read(log, {}, &checkpoint).marks->unknown_why.find("is cut") != std::string::npos);
}

void TestDeltaReading::a_checkpoint_of_another_query() {
  SparkCheckpoint other = checkpoint_of({{0, 50}});
  other.query = "11111111-2222-4333-8444-555555555555";
  const TableReading got = read(MadeLog().batch(3), {}, &other);
  QVERIFY(got.marks->durable.empty());
  QVERIFY(got.marks->unknown_why.find("made anew") != std::string::npos);
  const TableReading none = read(MadeLog().commit({}, 1, "WRITE"), {}, &other);
  QVERIFY(none.marks->unknown_reason == Reason::no_commit);
}

void TestDeltaReading::commits_that_are_elsewhere() {
  MadeLog log;
  log.last(99);
  log.view.staged = true;
  const TableReading got = read(log);
  QVERIFY(got.marks->durable.empty());
  QVERIFY(got.marks->unknown_why.find("_staged_commits") != std::string::npos);
}

void TestDeltaReading::other_commits_move_nothing() {
  const TableReading got = read(MadeLog().last(99).commit({}, 0, "SET TBLPROPERTIES").commit({}, 2, "WRITE").last(149));
  QVERIFY(evidence(got, "1") == Evidence::exact);    // known to move nothing
  QVERIFY(evidence(got, "2") == Evidence::unknown);  // rows of somebody else
  QCOMPARE(ranges(got, "3"), (std::vector<CommitRange>{{zero, 100, 150}}));
}

void TestDeltaReading::the_line_is_bounded_and_reaches_the_known_head() {
  MadeLog log;
  for (int i = 0; i < 400; ++i) log.last(10 * i + 9);
  QCOMPARE(read(log).versions.size(), TableReading::newest);
  QCOMPARE(read(log).branch.size(), 400u);
  ReadRules rules = ingest_rules;
  rules.known_head = "99";
  const TableReading got = read(log, rules);
  QCOMPARE(got.versions.size(), 300u);
  QCOMPARE(got.versions.back().commit.snapshot_id, std::string("100"));
  QVERIFY(read(MadeLog()).versions.empty());
}

QTEST_GUILESS_MAIN(TestDeltaReading)
#include "tst_delta_reading.moc"
