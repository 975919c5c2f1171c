// SPDX-License-Identifier: GPL-3.0-or-later
// Every state of a table against its group, and what comes nearest to it without being it.
#include <QTest>

#include "models/analysis/alignment.h"
#include "models/analysis/cadence.h"
#include "models/domain/checkpoints.h"
#include "models/domain/sink_states.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestAlignment final : public QObject {
  Q_OBJECT
 private slots:
  void the_lie_that_lag_tells();
  void stalled_when_the_limit_passes();
  void stalled_when_a_commit_error_is_known();
  void a_failed_task_of_another_connector_says_nothing();
  void stalled_when_neither_moves();
  void aligned_and_idle();
  void the_limit();
  void several_snapshots_of_one_cycle_are_one_landing();
  void table_ahead();
  void ahead_in_one_pair_is_no_claim();
  void reset_by_a_new_topic();
  void reset_where_mark_and_commits_contradict();
  void gap_below_the_floor();
  void gap_between_commits();
  void a_commit_without_ranges_hides_no_gap();
  void lost_by_rollback();
  void a_rollback_that_was_filled_again();
  void lost_files_and_other_troubles();
  void will_lose_before_the_repair();
  void duplicate_risk();
  void duplicates_confirmed();
  void unknown_names_what_is_missing();
  void a_time_only_is_no_offset();
  void a_checkpoint_is_said_and_how_far_its_job_is();
  void a_writer_without_a_group();
  void restart_from_the_table();
  void complete_through_is_the_earliest_partition();
  void a_partition_that_never_landed_is_shown();
  void a_partition_that_the_answer_leaves_out_has_its_reason();
  void filters_and_order();
  void findings_speak_of_tables();
};

namespace {
const std::string connect_table =
    R"("tables": [{"table": "l.t", "format": "iceberg", "writer": "iceberg-connect", "adapter": "a", "group": "connect-k",
       "interval_ms": 60000, "timeout_ms": 30000}])";

std::string series(std::initializer_list<std::string> list) {
  std::string out = "\"series\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}
std::string table_mark(const std::string& more, int partition = 0) {
  return mark("table", "t", partition, R"("table": "l.t", )" + more);
}
std::string commit(int poll, int id, const std::string& ranges, const std::string& more = "") {
  return R"({"table": "l.t", "poll": )" + std::to_string(poll) + R"(, "snapshot_id": )" + std::to_string(id) +
         R"(, "operation": "append", "commit_id": "c)" + std::to_string(id) + R"(", "ranges": [)" + ranges + "]" +
         more + "}";
}
std::string commits(std::initializer_list<std::string> list) {
  std::string out = ", \"commits\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}
std::string held(const std::string& name, std::initializer_list<std::pair<int, int>> steps, int polls) {
  std::string values = "[";
  for (int n = 0; n < polls; ++n) {
    int value = 0;
    for (const auto& [poll, v] : steps)
      if (poll <= n) value = v;
    values += (n ? ", " : "") + std::to_string(value);
  }
  return "\"values\": " + values + "]" + name;
}

// The case that decides the product: 20,000 landed, 10,000 more are read at poll 20 and stay announced only.
std::string lab(int polls, const std::string& more, const std::string& repair = "") {
  const auto steps = {std::pair(0, 0), std::pair(2, 10'000), std::pair(8, 20'000), std::pair(20, 30'000)};
  return series({mark("floor", "t", 0, R"("start": 0)"), mark("high", "t", 0, held("", steps, polls)),
                 mark("stable", "t", 0, R"("follow": "high")"), group("connect-k", "t", 0, R"("follow": "high")")}) +
         ", " + connect_table + R"(, "commits": [)" + commit(6, 1, R"(["t", 0, 0, 10000])") + ", " +
         commit(12, 2, R"(["t", 0, 10000, 20000])", R"(, "parent_id": 1, "added_records": 10000)") + repair + "]" +
         more;
}

std::shared_ptr<Snapshot> with_state(const Snapshot& from, std::string_view aspect, const std::string& value) {
  auto copy = std::make_shared<Snapshot>(from);
  std::size_t source = 0;
  while (copy->sources[source].spec.kind != "tables") ++source;
  copy->states.push_back({source, Object("table:l.t"), std::string(aspect), {}, copy->from, {}, value, ""});
  copy->index();
  return copy;
}

AlignRow row_at(const Snapshot& snapshot, LocalTime at) {
  const auto rows = align_rows(snapshot, at);
  if (rows.size() != 1) qFatal("%zu rows", rows.size());
  return rows.front();
}
AlignRow at_end(const Snapshot& snapshot) { return row_at(snapshot, snapshot.to); }
std::string state(const AlignRow& row) { return std::string(word(row.state)); }
bool says(const AlignRow& row, const std::string& part) {
  if (row.reason.find(part) != std::string::npos) return true;
  qWarning("%s", row.reason.c_str());
  return false;
}
}  // namespace

void TestAlignment::the_lie_that_lag_tells() {
  const auto s = with_state(
      *told(70, lab(70,
                    R"(, "states": [{"object": "connector:k", "poll": 0, "state": "RUNNING"},
              {"object": "task:k/0", "poll": 0, "state": "RUNNING"},
              {"object": "task:k/0", "poll": 24, "state": "FAILED", "detail": "CommitFailedException: 503\nat x"}])",
                    ", " + commit(60, 3, R"(["t", 0, 20000, 30000])", R"(, "parent_id": 2, "added_records": 10000)"))),
      aspect::announced, "c3 6 10000");
  const AlignRow before = row_at(*s, poll_time(19));
  QCOMPARE(state(before), std::string("ALIGNED"));
  QCOMPARE(*before.complete_through, poll_time(19));
  const AlignRow pending = row_at(*s, poll_time(20));  // the very poll in which the group's commit is seen
  QCOMPARE(state(pending), std::string("PENDING"));
  QCOMPARE(*pending.commit_gap, 10'000);
  QCOMPARE(*pending.unread, 0);
  QCOMPARE(*pending.not_landed_since, poll_time(20));
  QCOMPARE(*pending.not_landed_since_error, Millis(10'000));
  QCOMPARE(*pending.complete_through, poll_time(19));
  QCOMPARE(*pending.commit_id, std::string("c2"));
  QCOMPARE(pending.sla, Millis(180'000));
  const AlignRow stalled = row_at(*s, poll_time(24));
  QCOMPARE(state(stalled), std::string("STALLED"));
  QCOMPARE(stalled.severity, Severity::warn);
  QCOMPARE(stalled.concerned, 10'000);
  QVERIFY(says(stalled, "task k/0 is FAILED: CommitFailedException: 503"));
  QVERIFY(says(stalled, "commit c3 with 10,000 records in 6 files"));
  QVERIFY(says(stalled, "a restart reads none of it again"));
  QCOMPARE(*stalled.restart.reread_from, 30'000);
  QCOMPARE(*stalled.restart.reread, 0);
  QCOMPARE(*stalled.restart.only_in_files, 10'000);
  QCOMPARE(*stalled.restart.duplicates, 0);
  const AlignRow repaired = row_at(*s, poll_time(60));
  QCOMPARE(state(repaired), std::string("ALIGNED"));
  QCOMPARE(*repaired.commit_gap, 0);
  QCOMPARE(*repaired.complete_through, poll_time(60));
  QCOMPARE(repaired.not_landed_since.reason(), Reason::not_applicable);
}

void TestAlignment::stalled_when_the_limit_passes() {
  const auto s = told(70, lab(70, ""));
  QCOMPARE(state(row_at(*s, poll_time(38))), std::string("PENDING"));  // 180 s, not longer
  QCOMPARE(state(row_at(*s, poll_time(39))), std::string("STALLED"));
  QCOMPARE(row_at(*s, poll_time(39)).severity, Severity::warn);
  QCOMPARE(row_at(*s, poll_time(56)).severity, Severity::warn);  // twice the limit, not longer
  QCOMPARE(row_at(*s, poll_time(57)).severity, Severity::error);
}

void TestAlignment::stalled_when_a_commit_error_is_known() {
  const std::string error =
      R"(, "events": [{"poll": 22, "layer": "table", "object": "table:l.t", "kind": "commit-error", "text": "503"}])";
  QCOMPARE(state(row_at(*told(30, lab(30, error)), poll_time(21))), std::string("PENDING"));
  QVERIFY(says(row_at(*told(30, lab(30, error)), poll_time(22)), "a commit failed: 503"));
  QCOMPARE(state(row_at(*told(30, lab(30, error)), poll_time(22))), std::string("STALLED"));
  // One that the table has got over.
  const std::string old =
      R"(, "events": [{"poll": 9, "layer": "table", "object": "table:l.t", "kind": "commit-error", "text": "503"}])";
  QCOMPARE(state(at_end(*told(30, lab(30, old)))), std::string("PENDING"));
}

void TestAlignment::a_failed_task_of_another_connector_says_nothing() {
  const std::string other = R"(, "states": [{"object": "task:other/0", "poll": 0, "state": "FAILED"}])";
  const auto s = told(30, lab(30, other));
  QCOMPARE(state(at_end(*s)), std::string("PENDING"));
  Profile profile;
  profile.pipelines.push_back({.name = "p", .connector = "other", .table = "l.t"});
  QCOMPARE(state(align_rows(*s, s->to, {}, profile).front()), std::string("STALLED"));
}

void TestAlignment::stalled_when_neither_moves() {
  // Catalog down: the group stops with the table, and the log grows.
  const auto s =
      told(80, series({mark("high", "t", 0, R"("rates": [[0, 100]])"), mark("stable", "t", 0, R"("follow": "high")"),
                       group("connect-k", "t", 0, R"("follow": "high", "rates": [[30, 0]])"),
                       table_mark(R"("follow": "high", "rates": [[30, 0]])")}) +
                   ", " + connect_table + R"(, "states": [{"object": "task:k/0", "poll": 34, "state": "FAILED"}])");
  QCOMPARE(state(row_at(*s, poll_time(33))), std::string("ALIGNED"));
  QCOMPARE(*row_at(*s, poll_time(33)).unread, 3000);
  QCOMPARE(state(row_at(*s, poll_time(34))), std::string("STALLED"));
  QCOMPARE(row_at(*s, poll_time(60)).concerned, 30'000);
  QCOMPARE(*row_at(*s, poll_time(60)).commit_gap, 0);
  QVERIFY(says(row_at(*s, poll_time(60)), "neither group nor table moves"));
}

void TestAlignment::aligned_and_idle() {
  const auto s = told(
      60,
      series({mark("high", "t", 0, R"("rates": [[0, 100], [20, 0]])"), mark("stable", "t", 0, R"("follow": "high")"),
              group("connect-k", "t", 0, R"("follow": "high")"), table_mark(R"("follow": "high")")}) +
          ", " + connect_table);
  QCOMPARE(state(row_at(*s, poll_time(15))), std::string("ALIGNED"));
  QCOMPARE(state(row_at(*s, poll_time(38))), std::string("ALIGNED"));
  QCOMPARE(state(row_at(*s, poll_time(39))), std::string("IDLE"));
  QCOMPARE(*at_end(*s).complete_through, poll_time(59));
}

void TestAlignment::the_limit() {
  const auto cadence = [](const std::string& body) {
    const auto s = told(300, body);
    return cadence_of(tables_at(*s, s->to).at(0));
  };
  std::string many;
  for (int i = 0; i < 24; ++i)
    many += (i ? ", " : "") +
            commit(i * 10 + (i % 2), i + 1, R"(["t", 0, )" + std::to_string(i) + ", " + std::to_string(i + 1) + "]");
  const Cadence median = cadence("\"commits\": [" + many + "]");
  QCOMPARE(*median.median, Millis(100'000));
  QCOMPARE(median.sla, Millis(200'000));
  QVERIFY(!median.assumed);
  QCOMPARE(cadence(connect_table + ", \"commits\": [" + many + "]").sla, Millis(200'000));
  const Cadence assumed = cadence("\"commits\": [" + commit(1, 1, "") + ", " + commit(2, 2, "") + "]");
  QVERIFY(assumed.assumed);
  QCOMPARE(assumed.sla, Millis(600'000));
  QVERIFY(says(at_end(*told(30, series({mark("high", "t", 0, R"("start": 9)"), group("g", "t", 0, R"("start": 9)"),
                                        table_mark(R"("start": 5)")}) +
                                    R"(, "tables": [{"table": "l.t", "group": "g"}])")),
               "assumed"));
}

void TestAlignment::several_snapshots_of_one_cycle_are_one_landing() {
  std::string list;
  for (int i = 0; i < 8; ++i)
    list += (i ? ", " : "") +
            (R"({"table": "l.t", "poll": )" + std::to_string(i / 2 * 12 + i % 2) + R"(, "snapshot_id": )" +
             std::to_string(i + 1) + R"(, "operation": "append", "commit_id": "c)" + std::to_string(i / 2) + "\"}");
  const auto s = told(60, "\"commits\": [" + list + "]");
  QCOMPARE(*cadence_of(tables_at(*s, s->to).at(0)).median, Millis(120'000));
}

void TestAlignment::table_ahead() {
  const std::string marks =
      series({mark("high", "t", 0, R"("start": 1000)"), mark("stable", "t", 0, R"("start": 1000)"),
              group("connect-k", "t", 0, R"("start": 100)"), table_mark(R"("start": 1000)")});
  const AlignRow row = at_end(*told(10, marks + ", " + connect_table));
  QCOMPARE(state(row), std::string("TABLE_AHEAD"));
  QCOMPARE(row.severity, Severity::warn);
  QCOMPARE(*row.commit_gap, -900);
  QCOMPARE(*row.restart.reread, 900);
  QCOMPARE(*row.restart.duplicates, 900);
  QCOMPARE(*row.restart.only_in_files, 0);
  const AlignRow spark = at_end(
      *told(10, marks + R"(, "tables": [{"table": "l.t", "writer": "spark", "adapter": "a", "group": "connect-k"}])"));
  QCOMPARE(spark.severity, Severity::note);
  QCOMPARE(*spark.restart.reread_from, 1000);
  QCOMPARE(*spark.restart.duplicates, 0);
}

void TestAlignment::ahead_in_one_pair_is_no_claim() {
  const auto s =
      told(10, series({mark("high", "t", 0, R"("start": 1000)"),
                       group("connect-k", "t", 0, R"("values": [100, 100, 100, 100, 100, 100, 100, 100, 100, 100])"),
                       table_mark(R"("values": [100, 100, 100, 100, 100, 100, 100, 100, 100, 900])")}) +
                   ", " + connect_table);
  QVERIFY(at_end(*s).state != AlignState::table_ahead);
  QCOMPARE(*at_end(*s).commit_gap, -800);
}

void TestAlignment::reset_by_a_new_topic() {
  const auto s = told(10, series({mark("high", "t", 0, R"("start": 50)"), group("connect-k", "t", 0, R"("start": 50)"),
                                  table_mark(R"("start": 7500000)")}) +
                              ", " + connect_table);
  QCOMPARE(state(at_end(*s)), std::string("RESET"));
  QCOMPARE(at_end(*s).concerned, 7'499'950);
  QCOMPARE(at_end(*s).severity, Severity::error);
  QVERIFY(row_at(*s, poll_time(0)).state != AlignState::reset);  // one pair only
}

void TestAlignment::reset_where_mark_and_commits_contradict() {
  const auto with = [](int mark_at) {
    return told(15, series({mark("high", "t", 0, R"("start": 5000)"), group("connect-k", "t", 0, R"("start": 3000)"),
                            table_mark("\"start\": " + std::to_string(mark_at))}) +
                        ", " + connect_table +
                        commits({commit(3, 1, R"(["t", 0, 0, 1000])"), commit(6, 2, R"(["t", 0, 1000, 2000])")}));
  };
  QCOMPARE(state(at_end(*with(1500))), std::string("RESET"));
  QVERIFY(says(at_end(*with(2500)), "commits end at 2000"));
  QCOMPARE(state(at_end(*with(2000))), std::string("PENDING"));
}

void TestAlignment::gap_below_the_floor() {
  const auto with = [](int floor) {
    return told(15, series({mark("floor", "t", 0, "\"start\": " + std::to_string(floor)),
                            mark("high", "t", 0, R"("start": 5000)"), group("connect-k", "t", 0, R"("start": 3000)"),
                            table_mark(R"("start": 2000)")}) +
                        ", " + connect_table);
  };
  QCOMPARE(state(at_end(*with(2600))), std::string("GAP"));
  QCOMPARE(at_end(*with(2600)).concerned, 600);
  QVERIFY(says(at_end(*with(2600)), "600 offsets were deleted before they were in the table: [2000, 2600)"));
  QCOMPARE(state(at_end(*with(2000))), std::string("PENDING"));
}

void TestAlignment::gap_between_commits() {
  const std::string marks =
      series({mark("high", "t", 0, R"("start": 5000)"), group("connect-k", "t", 0, R"("start": 3000)")});
  const auto s = told(15, marks + ", " + connect_table +
                              commits({commit(3, 1, R"(["t", 0, 0, 1000])"), commit(6, 2, R"(["t", 0, 1234, 2000])")}));
  QCOMPARE(state(at_end(*s)), std::string("GAP"));
  QCOMPARE(at_end(*s).concerned, 234);
  QCOMPARE(*at_end(*s).durable, 1000);
  // A late answer fills it.
  const auto filled =
      told(15, marks + ", " + connect_table +
                   commits({commit(3, 1, R"(["t", 0, 0, 1000])"), commit(6, 2, R"(["t", 0, 1234, 2000])"),
                            commit(9, 3, R"(["t", 0, 1000, 1234])")}));
  QCOMPARE(state(at_end(*filled)), std::string("PENDING"));
  QCOMPARE(*at_end(*filled).durable, 2000);
}

void TestAlignment::a_commit_without_ranges_hides_no_gap() {
  const std::string marks =
      series({mark("high", "t", 0, R"("start": 5000)"), group("connect-k", "t", 0, R"("start": 2000)")});
  const auto with = [&](const std::string& operation) {
    return told(20, marks + ", " + connect_table +
                        commits({commit(3, 1, R"(["t", 0, 0, 1000])"),
                                 R"({"table": "l.t", "poll": 4, "snapshot_id": 7, "operation": ")" + operation + "\"}",
                                 commit(6, 2, R"(["t", 0, 1500, 2000])")}));
  };
  QVERIFY(at_end(*with("append")).state != AlignState::gap);  // it may be what is missing
  QCOMPARE(state(at_end(*with("replace"))), std::string("GAP"));
}

void TestAlignment::lost_by_rollback() {
  const auto s = told(
      20, series({mark("high", "t", 0, R"("start": 2000)"), group("connect-k", "t", 0, R"("start": 2000)"),
                  table_mark(
                      R"("values": [1000, 1000, 1000, 2000, 2000, 2000, 1000, 1000, 1000, 1000, 1000, 1000, 1000])")}) +
              ", " + connect_table +
              commits({commit(0, 1, R"(["t", 0, 0, 1000])"),
                       commit(3, 2, R"(["t", 0, 1000, 2000])", R"(, "parent_id": 1)")}));
  const auto back = with_state(*s, aspect::rolled_back, "2");
  const AlignRow row = row_at(*back, poll_time(10));
  QCOMPARE(state(row), std::string("LOST"));
  QCOMPARE(row.concerned, 1000);
  QVERIFY(says(row, "[1000, 2000)"));
  QCOMPARE(state(row_at(*s, poll_time(10))), std::string("DUPLICATE_RISK"));  // fell, and nobody says why
}

void TestAlignment::a_rollback_that_was_filled_again() {
  const auto with = [](const std::string& parent) {
    return told(20, series({mark("high", "t", 0, R"("start": 2000)"), group("connect-k", "t", 0, R"("start": 2000)")}) +
                        ", " + connect_table +
                        commits({commit(0, 1, R"(["t", 0, 0, 1000])"), commit(3, 2, R"(["t", 0, 1000, 2000])", parent),
                                 commit(9, 3, R"(["t", 0, 1000, 2000])", parent)}));
  };
  const auto untold = with("");
  QCOMPARE(state(at_end(*with_state(*untold, aspect::rolled_back, "2"))), std::string("ALIGNED"));
  QCOMPARE(state(at_end(*untold)), std::string("DUPLICATE_RISK"));  // without the rollback both are in the table
  QCOMPARE(state(at_end(*with(R"(, "parent_id": 1)"))), std::string("ALIGNED"));  // the parents tell of it too
}

void TestAlignment::lost_files_and_other_troubles() {
  const auto s = told(30, lab(30, ""));
  const std::pair<const char*, const char*> troubles[] = {
      {"lost-files 6 files of commit c3", "LOST"},          {"will-lose no control offset", "WILL_LOSE"},
      {"silent-stall offset beyond the end", "RESET"},      {"zombie two members", "DUPLICATE_RISK"},
      {"duplicate-files a.parquet", "DUPLICATE_CONFIRMED"}, {"replaced uuid 1 to 2", "RESET"}};
  for (const auto& [text, expected] : troubles) {
    const AlignRow row = at_end(*with_state(*s, aspect::trouble, text));
    QCOMPARE(state(row), std::string(expected));
    QVERIFY(says(row, std::string(text).substr(std::string(text).find(' ') + 1)));
  }
  QCOMPARE(state(at_end(*with_state(*s, aspect::trouble, "something-else x"))), std::string("PENDING"));
}

void TestAlignment::will_lose_before_the_repair() {
  // The floor comes 100 records nearer with every poll; 5,000 s of headroom at the start.
  const auto with = [](int floor) {
    return told(60, series({mark("floor", "t", 0, "\"start\": " + std::to_string(floor) + R"(, "rates": [[0, 10]])"),
                            mark("high", "t", 0, R"("start": 100000)"),
                            group("connect-k", "t", 0, R"("start": 100000)"), table_mark(R"("start": 90000)")}) +
                        ", " + connect_table);
  };
  QCOMPARE(state(at_end(*with(40'000))), std::string("WILL_LOSE"));  // 73 min
  QCOMPARE(state(at_end(*with(10'000))), std::string("STALLED"));    // 2 h and more
  QCOMPARE(state(row_at(*with(40'000), poll_time(10))), std::string("PENDING"));
  QCOMPARE(state(row_at(*with(88'500), poll_time(10))), std::string("WILL_LOSE"));  // before the limit has passed
}

void TestAlignment::duplicate_risk() {
  const auto fell = [](const std::string& values) {
    return told(12, series({mark("high", "t", 0, R"("start": 5000)"), group("connect-k", "t", 0, R"("start": 3000)"),
                            table_mark("\"values\": " + values)}) +
                        ", " + connect_table);
  };
  const AlignRow row = at_end(*fell("[9, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 1500, 1500]"));
  QCOMPARE(state(row), std::string("DUPLICATE_RISK"));
  QCOMPARE(row.concerned, 500);
  QCOMPARE(state(at_end(*fell("[9, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 1500]"))),
           std::string("PENDING"));
  QCOMPARE(state(at_end(*fell("[9, 2000, 2000, 2000, 2000, 2000, 1500, 1500, 1800, 2000, 2000, 2000]"))),
           std::string("PENDING"));
}

void TestAlignment::duplicates_confirmed() {
  const std::string marks =
      series({mark("high", "t", 0, R"("start": 2000)"), group("connect-k", "t", 0, R"("start": 2000)")});
  const auto with = [&](int added, int from) {
    return told(20, marks + ", " + connect_table +
                        commits({commit(3, 1, R"(["t", 0, 0, 1000])", R"(, "added_records": 1000)"),
                                 commit(6, 2, "[\"t\", 0, " + std::to_string(from) + ", 2000]",
                                        ", \"added_records\": " + std::to_string(added))}));
  };
  QCOMPARE(state(at_end(*with(1000, 1000))), std::string("ALIGNED"));
  QCOMPARE(state(at_end(*with(999, 1000))), std::string("ALIGNED"));  // a marker, a filtered record
  QCOMPARE(state(at_end(*with(1149, 1000))), std::string("DUPLICATE_CONFIRMED"));
  QCOMPARE(at_end(*with(1149, 1000)).concerned, 149);
  QCOMPARE(state(at_end(*with(1500, 500))), std::string("DUPLICATE_CONFIRMED"));
  QCOMPARE(state(at_end(*with(1000, 500))), std::string("DUPLICATE_RISK"));  // overlap, but no record too many
}

void TestAlignment::unknown_names_what_is_missing() {
  const auto s =
      told(20, series({mark("high", "t", 0, R"("start": 2000)"), group("connect-k", "t", 0, R"("start": 1500)"),
                       table_mark(R"("values": [1000, 1000])")}) +
                   ", " + connect_table);
  const AlignRow row = at_end(*s);
  QCOMPARE(state(row), std::string("UNKNOWN"));
  QVERIFY(!row.durable && !row.commit_gap && !row.complete_through && !row.restart.only_in_files);
  QVERIFY(says(row, "what the table holds is not known"));
  QVERIFY(says(at_end(*with_state(*s, aspect::unknown_why, "the control topic is trimmed")),
               "the control topic is trimmed"));
  const AlignRow group_gone =
      at_end(*told(20, series({mark("high", "t", 0, R"("start": 2000)"),
                               group("connect-k", "t", 0, R"("values": [1500])"), table_mark(R"("start": 1000)")}) +
                           ", " + connect_table));
  QCOMPARE(state(group_gone), std::string("UNKNOWN"));
  QVERIFY(says(group_gone, "the group's offset is not known"));
  QCOMPARE(*group_gone.durable, 1000);
}

void TestAlignment::a_time_only_is_no_offset() {
  const auto s = told(20, series({mark("high", "t", 0, R"("start": 2000)"), group("g", "t", 0, R"("start": 2000)"),
                                  table_mark(R"("start": 1000)")}) +
                              R"(, "tables": [{"table": "l.t", "adapter": "e", "group": "g"}])" +
                              commits({commit(3, 1, "", R"(, "valid_through": "2026-01-01T00:00:20Z")")}));
  const AlignRow row = at_end(*s);
  QCOMPARE(state(row), std::string("UNKNOWN"));
  QCOMPARE(row.commit_gap.reason(), Reason::not_supported);
  QCOMPARE(row.evidence, Evidence::estimated);
  QVERIFY(says(row, "a time only"));
  QCOMPARE(*row.complete_through, poll_time(2));
  QVERIFY(!row.complete_through_error);
}

void TestAlignment::a_checkpoint_is_said_and_how_far_its_job_is() {
  const auto s = told(20, series({mark("high", "t", 0, R"("start": 2000)"), group("g", "t", 0, R"("start": 2000)"),
                                  table_mark(R"("start": 2000)")}) +
                              R"(, "tables": [{"table": "l.t", "writer": "flink", "adapter": "a", "group": "g"}])");
  const auto notes = [](const Snapshot& at) { return align_document(at, at.to).notes; };
  const auto has = [](const std::vector<std::string>& list, const char* note) {
    return std::ranges::find(list, note) != list.end();
  };
  QVERIFY(!std::ranges::any_of(notes(*s), [](const auto& note) { return note.find("checkpoint") != note.npos; }));
  const auto holds = with_state(*s, aspect::checkpoint, "41");
  QVERIFY(has(notes(*holds), "l.t: it holds checkpoint 41 of its writer"));
  QVERIFY(has(notes(*with_state(*holds, aspect::checkpoints_behind, "3")),
              "l.t: it holds checkpoint 41 of its writer, the newest is 44"));
  QVERIFY(has(notes(*with_state(*holds, aspect::checkpoints_behind, "0")),
              "l.t: it holds checkpoint 41 of its writer, the newest"));
}

void TestAlignment::a_writer_without_a_group() {
  const auto s =
      told(80, series({mark("high", "t", 0, R"("rates": [[0, 100]])"), mark("stable", "t", 0, R"("follow": "high")"),
                       table_mark(R"("follow": "high", "delay_polls": 3, "rates": [[30, 0]])")}) +
                   R"(, "tables": [{"table": "l.t", "writer": "spark", "adapter": "a", "interval_ms": 60000}])");
  const AlignRow row = row_at(*s, poll_time(20));
  QCOMPARE(state(row), std::string("ALIGNED"));
  QCOMPARE(row.committed.reason(), Reason::not_applicable);
  QCOMPARE(row.commit_gap.reason(), Reason::not_applicable);
  QCOMPARE(*row.restart.reread_from, 17'000);
  QCOMPARE(row.restart.reread.reason(), Reason::not_applicable);
  QCOMPARE(*row.complete_through, poll_time(17));
  QCOMPARE(state(row_at(*s, poll_time(50))), std::string("STALLED"));
  QCOMPARE(row_at(*s, poll_time(50)).concerned, 23'000);
}

void TestAlignment::restart_from_the_table() {
  const auto s = told(
      20,
      series({mark("high", "t", 0, R"("start": 3000)"), group("g", "t", 0, R"("start": 2500)"),
              table_mark(R"("start": 1000)")}) +
          R"(, "tables": [{"table": "l.t", "writer": "kafka-delta-ingest", "adapter": "b", "group": "g", "interval_ms": 60000}])");
  const AlignRow row = at_end(*s);
  QCOMPARE(*row.restart.reread_from, 1000);
  QCOMPARE(*row.restart.reread, 1500);
  QCOMPARE(*row.restart.only_in_files, 0);
  QCOMPARE(*row.restart.duplicates, 0);
}

void TestAlignment::complete_through_is_the_earliest_partition() {
  const std::string rising = R"("rates": [[0, 100]])";
  const auto s = told(40, series({mark("high", "t", 0, rising), group("connect-k", "t", 0, R"("follow": "high")"),
                                  table_mark(R"("follow": "high", "delay_polls": 2)"), mark("high", "t", 1, rising),
                                  group("connect-k", "t", 1, R"("follow": "high")"),
                                  table_mark(R"("follow": "high", "delay_polls": 5)", 1)}) +
                              ", " + connect_table);
  const auto rows = align_rows(*s, s->to);
  QCOMPARE(rows.size(), 2u);
  for (const AlignRow& row : rows) {
    QCOMPARE(*row.complete_through, poll_time(34));
    QCOMPARE(*row.complete_through_error, Millis(10'000));
    QCOMPARE(*row.partition_complete_through, poll_time(row.partition.partition.value() == 0 ? 37 : 34));
  }
}

void TestAlignment::a_partition_that_never_landed_is_shown() {
  const auto with = [](int high) {
    return told(20, series({mark("high", "t", 0, R"("start": 500)"), group("connect-k", "t", 0, R"("start": 500)"),
                            table_mark(R"("start": 500)"), mark("high", "t", 1, "\"start\": " + std::to_string(high)),
                            mark("high", "u", 0, R"("start": 5)")}) +
                        ", " + connect_table);
  };
  const auto rows = align_rows(*with(7), with(7)->to);
  QCOMPARE(rows.size(), 2u);
  QCOMPARE(rows[0].partition.partition.value(), 1);
  QCOMPARE(state(rows[0]), std::string("UNKNOWN"));
  QCOMPARE(rows[0].durable.reason(), Reason::never_polled);
  QVERIFY(!rows[1].complete_through);  // nobody knows whether the seven are in
  QCOMPARE(*align_rows(*with(0), with(0)->to).back().complete_through, poll_time(19));
}

void TestAlignment::a_partition_that_the_answer_leaves_out_has_its_reason() {
  const auto s = told(20, series({mark("high", "t", 0, R"("start": 500)"), table_mark(R"("start": 500)"),
                                  mark("high", "t", 1, R"("start": 7)")}) +
                              R"(, "tables": [{"table": "l.t", "format": "postgres", "adapter": "d"}])");
  const auto rows = align_rows(*with_state(*s, aspect::left_out, "no-commit"), s->to);
  QCOMPARE(rows.size(), 2u);
  const AlignRow& left = rows[rows[0].partition.partition.value() == 1 ? 0 : 1];
  QCOMPARE(state(left), std::string("UNKNOWN"));
  QCOMPARE(left.durable.reason(), Reason::no_commit);
  QVERIFY(says(left, "no-commit"));
}

void TestAlignment::filters_and_order() {
  const auto s = told(
      60,
      series({mark("high", "t", 0, R"("start": 500)"), group("connect-k", "t", 0, R"("start": 500)"),
              table_mark(R"("start": 500)"), mark("high", "u", 0, R"("start": 900)"),
              group("connect-k", "u", 0, R"("start": 900)"),
              mark("table", "u", 0, R"("table": "l.u", "start": 100)")}) +
          R"(, "tables": [{"table": "l.t", "group": "connect-k"}, {"table": "l.u", "group": "connect-k", "interval_ms": 1000}])");
  const auto rows = align_rows(*s, s->to);
  QCOMPARE(rows.size(), 2u);
  QCOMPARE(rows[0].table.value(), std::string("l.u"));
  Filter filter;
  filter.table = {"l.t"};
  QCOMPARE(align_rows(*s, s->to, filter).size(), 1u);
  filter.table = {"*.nothing"};
  QCOMPARE(align_rows(*s, s->to, filter).size(), 0u);
  filter = {};
  filter.topic = {"u"};
  QCOMPARE(align_rows(*s, s->to, filter).size(), 1u);
  filter = {};
  filter.group = {"other"};
  QCOMPARE(align_rows(*s, s->to, filter).size(), 0u);
}

void TestAlignment::findings_speak_of_tables() {
  const auto s = told(70, lab(70, ""));
  QCOMPARE(align_document(*s, poll_time(38)).findings.size(), 0u);
  const Document late = align_document(*s, poll_time(60));
  QCOMPARE(late.findings.size(), 1u);
  QCOMPARE(late.findings[0].rule, std::string("A01"));
  QCOMPARE(late.findings[0].severity, Severity::error);
  QCOMPARE(std::get<std::int64_t>(late.findings[0].params.at("records")), 10'000);
  QVERIFY(late.coverage);
}

QTEST_GUILESS_MAIN(TestAlignment)
#include "tst_alignment.moc"
