// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the diagnosis: for each pair of neighbours in their order a story in which both hold and the first
// leads; what must not fire; what stays the same from poll to poll.
#include <QTest>
#include <set>

#include "app/session/finding_text.h"
#include "models/analysis/rules/rule.h"
#include "models/analysis/traces.h"
#include "tests/support/told.h"
#include "tests/unit/analysis/rules/breaks.h"

using namespace tidemark;
using namespace tidemark::test;

class TestRules final : public QObject {
  Q_OBJECT
 private slots:
  void a_healthy_sink_has_no_finding();
  void neighbours_data();
  void neighbours();
  void a_cause_leads_over_what_follows_from_it();
  void the_lie();
  void a_record_explains_what_its_writer_does_not_land();
  void ids_and_begins_stay();
  void a_lane_that_was_slower_for_a_while();
  void a_dead_thread_among_live_ones();
  void no_zombie_data();
  void no_zombie();
  void slow_commits_are_no_zombie();
  void a_marker_is_no_record();
  void no_phantom_data();
  void no_phantom();
  void paused_and_said_so();
  void a_declared_replay_is_no_reset();
  void a_reader_that_is_no_member_does_not_skip();
  void idle_within_what_is_expected();
  void blind_for_more_than_half();
  void a_probe_of_our_own_that_is_refused();
  void severities();
  void owners_have_names();
  void what_cannot_run();
  void traces();
  void every_text_is_whole();
};

namespace {
constexpr int polls = 120;
const std::string class_missing = "java.lang.ClassNotFoundException: x.S3FileIO";
const std::string bad_record = "org.apache.kafka.connect.errors.DataException: not a struct";
const std::string commit_failed = "org.apache.iceberg.exceptions.CommitFailedException: metadata location has changed";

// What each rule is told by. Where two need the same part of the story, one of them takes partition 1.
void retention_near(Tale& t) {
  stall(t);
  t.add("topics", R"({"topic": "t", "cleanup": "delete", "retention_ms": 3600000})");
}
void below_floor(Tale& t) {
  t.floor(1, R"("start": 0, "rates": [[0, 200]])");
  t.group(1, R"("follow": "high", "delay_polls": 1, "rates": [[20, 0]])");
}
void made_anew(Tale& t) {
  t.high(1, values(polls, [](int n) { return n < 112 ? 100'000 + n * 1000 : 500 + n; }));
  t.group(1, values(polls, [](int n) { return n < 112 ? 100'000 + n * 1000 : 500 + n; }));
}
void leaps(Tale& t) {
  t.high(0, R"("start": 100000, "rates": [[0, 100]])");
  t.group(0, values(polls, [](int n) { return n < 100 ? 50'000 + n * 100 : 100'000 + n * 1000; }));
}
void falls(Tale& t) {
  t.group(1, values(polls, [](int n) { return n < 100 ? 99'000 + n * 1000 : 50'000 + n * 1000; }));
}
void doubled(Tale& t) {
  t.table(0, R"("start": 102000)");
  t.commit(6, 1, 100'000, 101'000, R"(, "added_records": 1000)");
  t.commit(12, 2, 101'000, 102'000, R"(, "parent_id": 1, "added_records": 5000)");
}
void rests(Tale& t) { t.state("connector:k", 90, "PAUSED"); }
void half_read_control(Tale& t) {
  t.control(0, R"("start": 100, "rates": [[0, 1]])", R"("follow": "high", "delay_polls": 1)");
  t.control(1, R"("start": 100, "rates": [[0, 1]])", R"("follow": "high", "rates": [[60, 0]])");
}
void catalog_gone(Tale& t) { t.add("probes", R"({"object": "catalog:l", "steps": [[0, "ok"], [80, "timeout"]]})"); }
void fails_on_record(Tale& t) { t.state("task:k/0", 90, "FAILED", bad_record); }
void another_fails_on_record(Tale& t) { t.state("task:k/1", 90, "FAILED", bad_record); }
void fails_otherwise(Tale& t) { t.state("task:k/0", 90, "FAILED", class_missing); }
void nobody(Tale& t) {
  t.state("group:connect-k", 80, "Empty");
  t.drop("members");
  for (const int p : {0, 1}) t.group(p, R"("follow": "high", "rates": [[80, 0]])");
}
void one_stands(Tale& t) { t.group(1, R"("follow": "high", "delay_polls": 1, "rates": [[60, 0]])"); }
void partial_commits(Tale& t) {
  for (int i = 1; i <= 4; ++i)
    t.add("commits", R"({"table": "l.t", "poll": )" + std::to_string(90 + i * 4) + R"(, "snapshot_id": )" +
                         std::to_string(i) + R"(, "operation": "append", "partial": true})");
}
void short_retention(Tale& t) {
  t.add("topics", R"({"topic": "t", "cleanup": "delete", "retention_ms": 3600000, "transactional": false})");
}
void blind_table(Tale& t) { t.add("gaps", R"([118, 120, "collector-off", "tables"])"); }
void ahead(Tale& t) {
  t.group(0, R"("follow": "high", "rates": [[60, 100]])");
  t.group(0, R"("follow": "high", "delay_polls": 6)");
  t.table(0, R"("follow": "high", "delay_polls": 1)");
}
void marker(Tale& t) {
  t.add("topics", R"({"topic": "t", "cleanup": "delete", "retention_ms": 604800000, "transactional": true})");
  for (const int p : {0, 1}) {
    t.high(p, R"("start": 100000, "rates": [[0, 0]])");
    t.group(p, R"("start": 99999)");
    t.table(p, R"("start": 99999)");
  }
}
void all(Tale& t, const std::vector<Break>& breaks) {
  for (const Break& one : breaks) one(t);
}

std::set<std::string> rules_of(const Diagnosis& diagnosis) {
  std::set<std::string> out;
  for (const DiagnosisRow& row : diagnosis.rows) out.insert(row.finding.rule);
  return out;
}
Diagnosis of(const std::vector<Break>& breaks, int poll = -1) {
  Tale tale;
  all(tale, breaks);
  return judged(tale, poll);
}
}  // namespace

void TestRules::a_healthy_sink_has_no_finding() {
  const Diagnosis diagnosis = of({});
  QCOMPARE(list(diagnosis), std::string());
}

void TestRules::neighbours_data() {
  QTest::addColumn<QString>("first");
  QTest::addColumn<QString>("second");
  QTest::addColumn<QVariant>("breaks");
  const auto row = [](const char* first, const char* second, const std::vector<Break>& breaks) {
    QTest::addRow("%s before %s", first, second)
        << QString::fromLatin1(first) << QString::fromLatin1(second) << QVariant::fromValue(breaks);
  };
  row("R28", "R29", {retention_near, below_floor});
  row("R29", "R32", {retention_near, made_anew});
  row("R32", "R30", {made_anew, leaps});
  row("R30", "R20", {leaps, falls});
  row("R20", "R31", {falls, doubled});
  row("R31", "R10", {doubled, rests});
  row("R10", "R15", {rests, half_read_control});
  row("R15", "R27", {half_read_control, catalog_gone});
  row("R27", "R13", {catalog_gone, stall});
  row("R13", "R11a", {stall, fails_on_record});
  row("R11a", "R01", {fails_on_record, nobody});
  row("R11a", "R02", {another_fails_on_record, one_stands});  // R01 and R02 exclude each other: Empty, and assigned
  row("R01", "R14", {nobody, partial_commits});
  row("R02", "R14", {one_stands, partial_commits});
  row("R14", "R11b", {partial_commits, fails_otherwise});
  row("R01", "R21", {nobody, short_retention});
  row("R14", "R24", {partial_commits, blind_table});
  row("R21", "R24", {nobody, short_retention, blind_table});
  row("R24", "R25", {ahead, blind_table});
  row("R22", "R23", {marker});
}

void TestRules::neighbours() {
  QFETCH(QString, first);
  QFETCH(QString, second);
  QFETCH(QVariant, breaks);
  const Diagnosis diagnosis = of(breaks.value<std::vector<Break>>());
  QVERIFY(has(diagnosis, first.toStdString()));
  QVERIFY(has(diagnosis, second.toStdString()));
  const auto order = rules();
  const auto place = [&](const std::string& id) { return std::ranges::find(order, id, &Rule::id) - order.begin(); };
  QVERIFY(place(first.toStdString()) < place(second.toStdString()));
  const DiagnosisRow* leads = find(diagnosis, leading(diagnosis));
  QVERIFY2(leads && place(leads->finding.rule) <= place(first.toStdString()), list(diagnosis).c_str());
  // The first leads wherever nothing that is before it holds too. (A record that stops the writer explains R13.)
  for (const std::string& rule : rules_of(diagnosis))
    QVERIFY2((leads->finding.rule == "R11a" && rule == "R13") || place(leads->finding.rule) <= place(rule),
             list(diagnosis).c_str());
}

void TestRules::a_cause_leads_over_what_follows_from_it() {
  const Diagnosis without = of({retention_near});
  QCOMPARE(leading(without), std::string("R29"));
  const auto broken = [](Tale& t) { t.state("task:k/0", 90, "FAILED", commit_failed); };
  const Diagnosis diagnosis = of({retention_near, broken, leaps, rests});
  QVERIFY(has(diagnosis, "R29"));
  QVERIFY(has(diagnosis, "R30"));
  QCOMPARE(leading(diagnosis), std::string("R13"));
  for (const DiagnosisRow& row : diagnosis.rows)
    for (const char* word : {"skip", "reset", "read the range again", "new epoch"})
      QVERIFY2(row.next.find(word) == std::string::npos, row.next.c_str());
  // What is lost already does not follow from it.
  QCOMPARE(leading(of({retention_near, broken, below_floor})), std::string("R28"));
}

// Lag 0, connector RUNNING, the table 10,000 short.
void TestRules::the_lie() {
  Tale tale(polls);
  for (const int p : {0, 1}) {
    tale.high(p, values(polls, [](int n) { return n < 100 ? 20'000 : 25'000; }));
    tale.group(p, R"("follow": "high")");
    tale.table(p, R"("start": 20000)");
  }
  tale.add("probes", R"({"object": "catalog:l", "steps": [[0, "ok"]]})");
  QCOMPARE(leading(judged(tale, 99)), std::string("R23"));
  QVERIFY(lacks(judged(tale, 103), "R13"));  // PENDING
  tale.state("task:k/0", 104, "FAILED",
             "org.apache.kafka.connect.errors.ConnectException: Exiting WorkerSinkTask due to unrecoverable "
             "exception.\\nCaused by: org.apache.iceberg.connect.channel.NotRunningException: Coordinator unexpectedly "
             "terminated on committer k-0");
  const Diagnosis diagnosis = judged(tale, 104);
  QCOMPARE(leading(diagnosis), std::string("R13"));
  const DiagnosisRow* row = find(diagnosis, "R13");
  QCOMPARE(std::get<std::int64_t>(row->finding.params.at("records")), std::int64_t{10'000});
  QCOMPARE(row->finding.object.value(), std::string("table:l.t"));
  QCOMPARE(*row->since, poll_time(100));
  QVERIFY(lacks(diagnosis, "R27"));
  QVERIFY(lacks(diagnosis, "R11a"));
  QVERIFY(has(diagnosis, "R11b"));
}

// What the other tasks had read goes with the one that fails: the record explains it, and a commit error would not be.
void TestRules::a_record_explains_what_its_writer_does_not_land() {
  const auto told = [](const std::string& trace) {
    Tale tale(polls);
    for (const int p : {0, 1}) {
      tale.high(p, values(polls, [](int n) { return 20'000 + n * 100; }));
      tale.group(p, values(polls, [](int n) { return 20'000 + std::min(n, 100) * 100; }));
      tale.table(p, values(polls, [](int n) { return 20'000 + std::min(n, 98) * 100; }));
    }
    tale.state("task:k/1", 101, "FAILED", trace);
    return judged(tale, 103);
  };
  const Diagnosis record = told(bad_record);
  QVERIFY(has(record, "R13"));
  QCOMPARE(leading(record), std::string("R11a"));
  QVERIFY(!row_of(record, "R11a").next.contains("reset"));
  QCOMPARE(leading(told(class_missing)), std::string("R13"));
}

void TestRules::ids_and_begins_stay() {
  Tale tale;
  all(tale, {retention_near, falls, leaps, half_read_control, nobody});
  for (const char* rule : {"R29", "R15", "R01", "R32"}) {
    std::set<std::string> ids;
    std::set<std::string> begins;
    for (int poll = 112; poll < polls; ++poll) {
      const Diagnosis diagnosis = judged(tale, poll);
      const DiagnosisRow* row = find(diagnosis, rule);
      if (!row) continue;
      ids.insert(row->id);
      begins.insert(row->since ? rfc3339(*row->since) : std::string(word(row->since.reason())));
    }
    QVERIFY2(ids.size() <= 1 && begins.size() <= 1, rule);
    if (std::string(rule) != "R32") QCOMPARE(ids.size(), std::size_t{1});
  }
}

// While a source was slow another lane of it polled, half as often: nothing was missed.
void TestRules::a_lane_that_was_slower_for_a_while() {
  Tale tale;
  stall(tale);
  Snapshot snapshot = *tale.told();
  const auto high = std::ranges::find(snapshot.columns, signal::high, [](const Column& c) { return c.spec.signal; });
  QVERIFY(high != snapshot.columns.end());
  const std::size_t fast = high->lane, slow = snapshot.lanes.size();
  const auto was_slow = [&](std::size_t poll) {
    const std::size_t left = snapshot.lanes[fast].polls.size() - poll;
    return left > 3 && left < 15;
  };
  LaneInfo other = snapshot.lanes[fast];
  other.interval *= 2;
  std::vector<std::size_t> kept, slower;
  for (std::size_t i = 0; i < other.polls.size(); ++i)
    if (!was_slow(i))
      kept.push_back(i);
    else if (i % 2 == 0)
      slower.push_back(i);
  const auto only = [](const auto& all, const std::vector<std::size_t>& wanted) {
    std::remove_cvref_t<decltype(all)> out;
    for (const std::size_t i : wanted) out.push_back(all[i]);
    return out;
  };
  const std::vector<Column> columns = snapshot.columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].lane != fast) continue;
    Column& also = snapshot.columns.emplace_back(columns[i]);
    also.lane = slow;
    also.values = only(columns[i].values, slower);
    also.reasons = only(columns[i].reasons, slower);
    snapshot.columns[i].values = only(columns[i].values, kept);
    snapshot.columns[i].reasons = only(columns[i].reasons, kept);
  }
  other.polls = only(snapshot.lanes[fast].polls, slower);
  snapshot.lanes[fast].polls = only(snapshot.lanes[fast].polls, kept);
  snapshot.lanes.push_back(other);
  snapshot.index();
  QVERIFY(lacks(judged(snapshot), "R24"));
  // Where it did not poll, it is blind.
  snapshot.lanes[slow].polls.clear();
  std::erase_if(snapshot.columns, [&](const Column& column) { return column.lane == slow; });
  snapshot.index();
  QVERIFY(has(judged(snapshot), "R24"));
}

void TestRules::a_dead_thread_among_live_ones() {
  Tale tale;
  tale.no_table();
  one_stands(tale);
  const Diagnosis diagnosis = judged(tale);
  QCOMPARE(leading(diagnosis), std::string("R02"));
  const DiagnosisRow* row = find(diagnosis, "R02");
  QCOMPARE(row->finding.object.value(), std::string("task:k/0"));
  QVERIFY(row->title.find("t/1") != std::string::npos);
  QVERIFY(row->since && *row->since <= poll_time(62));
}

void TestRules::no_zombie_data() {
  QTest::addColumn<QVariant>("breaks");
  const auto row = [](const char* name, const std::vector<Break>& breaks) {
    QTest::addRow("%s", name) << QVariant::fromValue(breaks);
  };
  const Break still = [](Tale& t) {
    t.no_table();
    one_stands(t);
  };
  row("leaderless", {still, [](Tale& t) { t.add("isr", R"(["t", 1, 100, null, []])"); }});
  row("just moved", {still, [](Tale& t) {
                       t.drop("members");
                       t.add("members", R"({"group": "connect-k", "member": "m0", "partitions": [["t", 0]]})");
                       t.add("members",
                             R"({"group": "connect-k", "member": "m1", "partitions": [["t", 1]], "from": 115})");
                     }});
  row("rebalancing", {still, [](Tale& t) { t.state("group:connect-k", 110, "PreparingRebalance"); }});
  row("none of its peers moves either",
      {still, [](Tale& t) { t.group(0, R"("follow": "high", "delay_polls": 1, "rates": [[60, 0]])"); }});
  row("nobody owns it", {still, [](Tale& t) {
                           t.drop("members");
                           t.add("members", R"({"group": "connect-k", "member": "m0", "partitions": [["t", 0]]})");
                         }});
  row("nothing came to it", {still, [](Tale& t) { t.high(1, R"("start": 5000)"), t.group(1, R"("start": 5000)"); }});
  row("its task has failed", {still, fails_otherwise});
}

void TestRules::no_zombie() {
  QFETCH(QVariant, breaks);
  QVERIFY(lacks(of(breaks.value<std::vector<Break>>()), "R02"));
}

void TestRules::slow_commits_are_no_zombie() {
  Tale tale;
  tale.no_table();
  const auto every = [](int n, int offset) { return 100'000 + (n + offset) / 18 * 18'000 - offset * 1000; };
  tale.group(0, values(polls, [&](int n) { return every(n, 2); }));
  tale.group(1, values(polls, [&](int n) { return every(n, 14); }));
  for (int poll = 60; poll < polls; poll += 3) QVERIFY(lacks(judged(tale, poll), "R02"));
}

void TestRules::a_marker_is_no_record() {
  Tale tale;
  tale.no_table();
  marker(tale);
  tale.no_table();
  const Diagnosis diagnosis = judged(tale);
  QCOMPARE(leading(diagnosis), std::string("R22"));
  QCOMPARE(find(diagnosis, "R22")->finding.confidence, Confidence::medium);
  QCOMPARE(find(diagnosis, "R22")->finding.severity, Severity::note);
}

void TestRules::no_phantom_data() {
  QTest::addColumn<QVariant>("breaks");
  const auto row = [](const char* name, const std::vector<Break>& breaks) {
    QTest::addRow("%s", name) << QVariant::fromValue(breaks);
  };
  const auto plain = [](bool transactional) {
    return [transactional](Tale& t) {
      t.add("topics", R"({"topic": "t", "cleanup": "delete", "transactional": )" +
                          std::string(transactional ? "true}" : "false}"));
      for (const int p : {0, 1}) t.high(p, R"("start": 100000)"), t.group(p, R"("start": 99950)");
      t.no_table();
    };
  };
  row("a plain log", {plain(false)});
  row("more than 100", {plain(true), [](Tale& t) {
                          for (const int p : {0, 1}) t.group(p, R"("start": 99000)");
                        }});
  row("a gap that changes", {plain(true), [](Tale& t) {
                               for (const int p : {0, 1})
                                 t.group(p, values(polls, [](int n) { return 99'950 + n % 3; }));
                             }});
  row("nobody reads it", {plain(true), [](Tale& t) {
                            t.drop("members");
                            t.state("group:connect-k", 1, "Empty");
                          }});
}

void TestRules::no_phantom() {
  QFETCH(QVariant, breaks);
  QVERIFY(lacks(of(breaks.value<std::vector<Break>>()), "R22"));
}

void TestRules::paused_and_said_so() {
  const Diagnosis silent = of({rests});
  QCOMPARE(leading(silent), std::string("R10"));
  QCOMPARE(find(silent, "R10")->finding.severity, Severity::warn);
  QCOMPARE(*find(silent, "R10")->since, poll_time(90));
  const Diagnosis said = of({rests, [](Tale& t) {
                               t.add("events", R"({"poll": 95, "layer": "user", "object": "connector:k",
                                    "kind": "note", "text": "maintenance until 11"})");
                             }});
  QCOMPARE(find(said, "R10")->finding.severity, Severity::note);
}

void TestRules::a_declared_replay_is_no_reset() {
  QVERIFY(has(of({falls}), "R20"));
  QCOMPARE(*find(of({falls}), "R20")->since, poll_time(100));
  QVERIFY(lacks(
      of({falls,
          [](Tale& t) { t.add("replays", R"({"group": "connect-k", "topic": "t", "poll": 99, "declared": true})"); }}),
      "R20"));
  // What was read again up to where it was is over.
  const auto regained = [](Tale& t) {
    t.group(1, values(polls, [](int n) { return n == 100 ? 150'000 : 99'000 + n * 1000; }));
  };
  QVERIFY(lacks(of({regained}), "R20"));
}

void TestRules::a_reader_that_is_no_member_does_not_skip() {
  Tale tale;
  tale.no_table().drop("members").drop("states");
  tale.state("group:connect-k", 0, "Empty");
  QVERIFY(lacks(judged(tale), "R30"));
  QVERIFY(lacks(judged(tale), "R01"));
}

void TestRules::idle_within_what_is_expected() {
  const auto quiet = [](Tale& t) {
    for (const int p : {0, 1}) t.high(p, R"("start": 100000, "rates": [[0, 100], [60, 0]])");
  };
  Tale tale;
  quiet(tale);
  const Diagnosis diagnosis = judged(tale);
  QCOMPARE(leading(diagnosis), std::string("R23"));
  QCOMPARE(*find(diagnosis, "R23")->since, poll_time(60));
  Profile profile;
  profile.classes.push_back({.name = "c", .idle = "expect 5m"});
  profile.pipelines.push_back({.name = "p", .topic = "t", .group = "connect-k", .class_name = "c"});
  QVERIFY(has(judged(tale, 85, profile), "R23"));
  QVERIFY(lacks(judged(tale, 95, profile), "R23"));
  // A table that has not all of it is not current.
  stall(tale);
  tale.table(0, R"("start": 100000)");
  QVERIFY(lacks(judged(tale), "R23"));
}

void TestRules::blind_for_more_than_half() {
  const auto gap = [](const std::string& span) {
    return [span](Tale& t) { t.add("gaps", "[" + span + R"(, "collector-off", "tables"])"); };
  };
  QVERIFY(lacks(of({gap("110, 114")}), "R24"));
  QVERIFY(has(of({gap("110, 117")}), "R24"));
  QVERIFY(has(of({gap("118, 120")}), "R24"));
  QVERIFY(lacks(of({gap("119, 120")}), "R24"));
  const Diagnosis diagnosis = of({gap("110, 120")});
  QCOMPARE(leading(diagnosis), std::string("R24"));
  QCOMPARE(*find(diagnosis, "R24")->since, poll_time(109));
}

void TestRules::a_probe_of_our_own_that_is_refused() {
  const auto denied = [](Tale& t) {
    t.add("probes", R"({"object": "catalog:l", "steps": [[0, "ok"], [80, "denied"]]})");
  };
  QVERIFY(lacks(of({denied, stall}), "R27"));
  // Commits that still arrive say that it is up.
  QVERIFY(lacks(of({catalog_gone, partial_commits}), "R27"));
  const auto told = [](Tale& t) {
    t.state("task:k/0", 90, "FAILED", "org.apache.iceberg.exceptions.ServiceFailureException: Server error: 503");
  };
  const Diagnosis by_trace = of({told, stall});
  QCOMPARE(leading(by_trace), std::string("R27"));
  QCOMPARE(find(by_trace, "R27")->finding.confidence, Confidence::medium);
}

void TestRules::severities() {
  QCOMPARE(find(of({stall}, 104), "R13")->finding.severity, Severity::warn);
  QCOMPARE(find(of({stall}), "R13")->finding.severity, Severity::error);
  QCOMPARE(find(of({nobody}, 100), "R01")->finding.severity, Severity::warn);
  QCOMPARE(find(of({nobody}), "R01")->finding.severity, Severity::error);
  QCOMPARE(find(of({below_floor}), "R28")->finding.severity, Severity::error);
  QCOMPARE(find(of({ahead}), "R25")->finding.severity, Severity::warn);
  const auto own = [](Tale& t) {
    t.drop("tables");
    t.add("tables", R"({"table": "l.t", "writer": "spark", "adapter": "b", "group": "connect-k"})");
  };
  QCOMPARE(find(of({ahead, own}), "R25")->finding.severity, Severity::note);
}

void TestRules::owners_have_names() {
  Tale tale;
  stall(tale);
  QCOMPARE(*find(judged(tale), "R13")->owner, std::string("data-eng"));
  Profile profile;
  profile.owners["data-eng"] = {.name = "Lake team"};
  QCOMPARE(*find(judged(tale, -1, profile), "R13")->owner, std::string("Lake team"));
}

void TestRules::what_cannot_run() {
  Tale tale;
  tale.no_table().drop("states").drop("members");
  std::set<std::string> rules;
  for (const Diagnosis diagnosis = judged(tale); const CannotRun& cannot : diagnosis.cannot_run) {
    QVERIFY(!cannot.needs.empty());
    rules.insert(cannot.rule);
  }
  QVERIFY(rules.contains("R13") && rules.contains("R10") && rules.contains("R15") && rules.contains("R27"));
  QVERIFY(!rules.contains("R20") && !rules.contains("R24") && !rules.contains("R23"));
}

void TestRules::traces() {
  QCOMPARE(trace_kind(bad_record), TraceKind::record);
  QCOMPARE(trace_kind(class_missing), TraceKind::other);
  QCOMPARE(trace_kind(commit_failed), TraceKind::commit);
  const std::string exiting =
      "org.apache.kafka.connect.errors.ConnectException: Exiting WorkerSinkTask due to "
      "unrecoverable exception.\n\tat x";
  QCOMPARE(trace_kind(exiting + "\nCaused by: java.lang.IllegalArgumentException: bad value"), TraceKind::record);
  QCOMPARE(trace_kind(exiting + "\nCaused by: java.lang.OutOfMemoryError: heap"), TraceKind::other);
  QCOMPARE(trace_kind(exiting + "\nCaused by: org.apache.iceberg.connect.channel.NotRunningException: Coordinator "
                                "unexpectedly terminated on committer k-0"),
           TraceKind::commit);
  QCOMPARE(trace_head(exiting), exiting.substr(0, exiting.find('\n')));
  QCOMPARE(trace_cause(exiting + "\nCaused by: a.B: c\n\tat d\nCaused by: e.F: g\n\tat h"), std::string("e.F: g"));
  QVERIFY(trace_cause(exiting).empty());
  QVERIFY(trace_head(std::string(5000, 'x')).size() < 400);
}

void TestRules::every_text_is_whole() {
  const std::vector<std::vector<Break>> tales{{retention_near, below_floor},
                                              {made_anew, leaps, falls},
                                              {doubled, rests},
                                              {half_read_control, catalog_gone},
                                              {stall},
                                              {fails_on_record, nobody},
                                              {one_stands, partial_commits},
                                              {fails_otherwise, nobody, short_retention},
                                              {ahead, blind_table},
                                              {marker},
                                              {hot, short_of_replicas, diverted},
                                              {plain, storm},
                                              {uneven, quota, no_checkpoints, deleted_is_found},
                                              {slow_sink, replayed, queue_grows},
                                              {saturated, model_refuses, queue_grows},
                                              {burst},
                                              {open_transaction},
                                              {plain, fails_on_record, new_schema},
                                              {plain, reads(25, 70), replayed}};
  Tale late, silent, moved;
  plain(late);
  for (const int p : {0, 1}) late.group(p, R"("follow": "high", "delay_polls": 12)");
  plain(silent);
  quiet(silent);
  plain(moved);
  reads(0, 114)(moved);
  std::vector<Diagnosis> diagnoses{judged(late, -1, expecting()), judged(silent, -1, expecting()),
                                   judged(*with_coordinator(moved, 115))};
  for (const auto& breaks : tales) diagnoses.push_back(of(breaks));
  std::set<std::string> seen;
  for (const Diagnosis& diagnosis : diagnoses)
    for (const DiagnosisRow& row : diagnosis.rows) {
      QVERIFY2(row.title.find('{') == std::string::npos && row.title != row.finding.rule, row.title.c_str());
      QVERIFY2(row.next.find('{') == std::string::npos, row.next.c_str());
      QVERIFY(!row.present.empty());
      seen.insert(row.finding.rule);
    }
  for (const Rule& rule : rules()) QVERIFY2(seen.contains(std::string(rule.id)), rule.id.data());
}

Q_DECLARE_METATYPE(std::vector<Break>)
QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
