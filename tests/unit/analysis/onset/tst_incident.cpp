// SPDX-License-Identifier: GPL-3.0-or-later
// Whole incidents, told as stories: who moved first, who did not move, what nobody could see.
#include <QTest>
#include <algorithm>
#include <set>

#include "app/session/finding_text.h"
#include "models/analysis/incident_lanes.h"
#include "tests/support/told.h"
#include "tests/unit/analysis/rules/tale.h"

using namespace tidemark;
using namespace tidemark::test;

class TestIncident final : public QObject {
  Q_OBJECT
 private slots:
  void a_catalog_that_fails_leads();
  void a_broker_first();
  void a_broker_is_told_of_until_its_session_ends();
  void a_slow_sink();
  void a_producer_burst();
  void a_dead_consumer();
  void a_consumer_that_commits_in_steps();
  void one_partition_of_many();
  void ties_are_said();
  void a_gap_hides_the_order();
  void the_failed_round_dates_the_commits();
  void an_open_transaction();
  void nothing_abnormal();
  void what_was_wrong_before_is_not_unchanged();
  void what_may_have_moved_is_no_witness();
  void what_begins_at_no_known_time_is_not_ordered();
  void states_that_often_change_are_usual();
  void changes_nearby_are_no_movers();
  void a_schema_is_first();
  void ages_are_never_ranked();
  void unseen_layers_are_always_named();
  void too_little_history();
  void filters();
  void rows_of_any_order();
  void the_window_by_default();
  void the_document();
  void lanes();
};

namespace {
constexpr int polls = 240;
const std::string probe_ok = R"({"object": "catalog:lake", "steps": [[0, "ok"]]})";

// Commits each 6 polls up to a poll, 12000 records each.
Tale& commits(Tale& tale, int to) {
  constexpr std::int64_t offsets = 6000;
  for (int poll = 6, id = 1; poll <= to; poll += 6, ++id) tale.commit(poll, id, (id - 1) * offsets, id * offsets);
  return tale;
}
std::string landed(int to) {
  return values(polls, [to](int n) { return 100'000 + std::int64_t{6000} * (std::min(n, to) / 6); });
}
Incident judged_incident(const Snapshot& snapshot, const Filter& filter = {}) {
  return incident_of(snapshot, default_window(snapshot, snapshot.to), filter);
}
// "1 catalog:lake state, 2= …": rank, whether tied, object and series.
std::string shown(const Incident& incident) {
  std::string out;
  for (const Onset& onset : incident.onsets)
    out += (out.empty() ? "" : ", ") + std::to_string(onset.rank) + (onset.tied ? "= " : " ") + onset.object.value() +
           ' ' + onset.series;
  return out;
}
std::string unseen(const Incident& incident) {
  std::string out;
  for (const Unseen& of : incident.unseen) out += (out.empty() ? "" : " ") + std::string(word(of.lanes));
  return out;
}
std::string unchanged(const Incident& incident) {
  std::string out;
  for (const NonMover& of : incident.unchanged) out += (out.empty() ? "" : " ") + std::string(word(of.place.lanes));
  return out;
}
const Onset* onset(const Incident& incident, const std::string& object, const std::string& series) {
  for (const Onset& of : incident.onsets)
    if (of.object.value() == object && of.series == series) return &of;
  return nullptr;
}
// The catalog fails at poll 170; the last commit is that of 168; the task fails at 180, the group stops with it.
Tale catalog_failure() {
  Tale tale(polls);
  tale.add("probes", R"({"object": "catalog:lake", "steps": [[0, "ok"], [170, "timeout"]]})");
  for (const int p : {0, 1}) {
    tale.group(p, R"("follow": "high", "delay_polls": 1, "rates": [[190, 0]])");
    tale.table(p, landed(168));
  }
  tale.state("task:k/0", 190, "FAILED", "CommitFailedException");
  return commits(tale, 168);
}
}  // namespace

void TestIncident::a_catalog_that_fails_leads() {
  const Incident incident = judged_incident(*catalog_failure().told());
  const Onset* catalog = onset(incident, "catalog:lake", "state");
  const Onset* table = onset(incident, "table:l.t", "commit_cadence");
  const Onset* group = onset(incident, "group:connect-k", "read_rate");
  const Onset* task = onset(incident, "task:k/0", "state");
  QVERIFY(catalog && table && group && task);
  QCOMPARE(catalog->lo, poll_time(169));
  QCOMPARE(catalog->hi, poll_time(170));
  QCOMPARE(table->lo, poll_time(168));  // the last good commit
  QCOMPARE(table->hi, poll_time(174));  // the next was due
  QVERIFY2(catalog->first && catalog->rank == 1, shown(incident).c_str());
  // The commit was not due before the catalog failed: which of them came first cannot be told.
  QCOMPARE(table->rank, 1u);
  QVERIFY(table->tied && catalog->tied);
  QVERIFY(group->rank > 1 && task->rank == group->rank && task->tied);
  QVERIFY(!group->first);
  QCOMPARE(std::get<double>(*group->after), 0.0);
  QVERIFY(onset(incident, "topic:t", "produce_rate") == nullptr);
  QVERIFY(onset(incident, "table:l.t", "land_rate") == nullptr);  // the commits say it, and better
  QVERIFY(unchanged(incident).starts_with("producers"));
}

void TestIncident::a_broker_first() {
  Tale tale(polls);
  tale.add("brokers", R"({"id": 1, "from": 0})").add("brokers", R"({"id": 2, "from": 0, "to": 150})");
  for (const int p : {0, 1}) {
    tale.group(p, R"("follow": "high", "delay_polls": 1, "rates": [[160, 20]])");
    tale.table(p, R"("follow": "group:connect-k", "delay_polls": 2)");
  }
  tale.add("metrics", R"({"layer": "broker", "object": "broker:1", "name": "produce_p99_ms", "noise": 0.05,
      "steps": [[0, 8], [156, 90]]})");
  const Incident incident = judged_incident(*tale.told());
  QVERIFY2(shown(incident).starts_with("1 broker:2 state, 2 broker:1 produce_p99_ms, 3 group:connect-k read_rate"),
           shown(incident).c_str());
  QVERIFY(incident.onsets.front().first && !incident.onsets.front().tied);
  QCOMPARE(std::get<std::string>(*incident.onsets.front().after), std::string("gone"));
}

// A dead broker is listed until its session ends: it may have gone that much before it was missed.
void TestIncident::a_broker_is_told_of_until_its_session_ends() {
  const auto gone = [](const std::string& session) {
    Tale tale(polls);
    tale.add("brokers", R"({"id": 1, "from": 0})").add("brokers", R"({"id": 2, "from": 0, "to": 150})");
    Snapshot told = *tale.told();
    const auto broker = std::ranges::find(told.states, Object("broker:2"), &StateSpan::object);
    if (!session.empty())
      told.states.push_back(
          {broker->source, broker->object, "config:broker.session.timeout.ms", {}, told.from, {}, session, {}});
    told.index();
    const Incident incident = judged_incident(told);
    const Onset* moved = onset(incident, "broker:2", "state");
    return moved == nullptr ? Millis(-1) : Millis(moved->hi - moved->lo);
  };
  const Millis between_polls{10'000};
  QCOMPARE(gone({}), between_polls + Millis(9'000));
  QCOMPARE(gone("20000"), between_polls + Millis(20'000));
}

void TestIncident::a_slow_sink() {
  Tale tale(polls);
  tale.no_table();
  for (const int p : {0, 1})
    tale.high(p, R"("start": 100000, "rates": [[0, 2000]], "noise": "poisson")")
        .group(p, R"("follow": "high", "delay_polls": 1, "rates": [[180, 700]])");
  tale.add("metrics", R"({"layer": "sink", "object": "sink:index", "name": "put_latency_ms", "noise": 0.1,
      "steps": [[0, 20], [150, 1800]]})");
  const Incident incident = judged_incident(*tale.told());
  QCOMPARE(shown(incident), std::string("1 sink:index put_latency_ms, 2 group:connect-k read_rate"));
  const std::string text = finding_text(onset_finding(incident.onsets.front(), finding_text));
  QVERIFY2(text.find(" → 1.8") != std::string::npos, text.c_str());
  QCOMPARE(unchanged(incident), std::string("producers transactions connect"));
  QVERIFY(std::abs(*incident.unchanged.front().ratio - 1) < 0.02);
}

void TestIncident::a_producer_burst() {
  Tale tale(polls);
  for (const int p : {0, 1}) tale.high(p, R"("start": 100000, "rates": [[0, 1000], [180, 3200]], "noise": "poisson")");
  const Incident incident = judged_incident(*tale.told());
  const Onset* produce = onset(incident, "topic:t", "produce_rate");
  QVERIFY2(produce && produce->first && produce->rank == 1, shown(incident).c_str());
  QVERIFY(produce->lo <= poll_time(180) && produce->hi >= poll_time(180) && produce->hi <= poll_time(181));
  QVERIFY(std::abs(std::get<double>(*produce->after) - 6400) < 200);
  const Onset* read = onset(incident, "group:connect-k", "read_rate");
  QVERIFY(read && read->hi >= produce->hi);
  QCOMPARE(incident.onsets.front().series, std::string("produce_rate"));
}

void TestIncident::a_dead_consumer() {
  Tale tale(polls);
  tale.no_table();
  for (const int p : {0, 1}) tale.group(p, R"("follow": "high", "delay_polls": 1, "rates": [[200, 0]])");
  tale.state("group:connect-k", 200, "Empty");
  const Incident incident = judged_incident(*tale.told());
  QVERIFY2(onset(incident, "group:connect-k", "state") && onset(incident, "group:connect-k", "read_rate"),
           shown(incident).c_str());
  QVERIFY(unchanged(incident).starts_with("producers transactions connect"));
}

// Offsets move every sixth poll only: that is no change, and where they stop the last advance dates it.
void TestIncident::a_consumer_that_commits_in_steps() {
  const auto stepped = [](int to) {
    return values(polls, [to](int n) { return 100'000 + std::int64_t{6000} * (std::min(n, to) / 6); });
  };
  Tale tale(polls);
  tale.no_table();
  for (const int p : {0, 1}) tale.group(p, stepped(polls));
  QCOMPARE(shown(judged_incident(*tale.told())), std::string());
  for (const int p : {0, 1}) tale.group(p, stepped(180));
  const Incident incident = judged_incident(*tale.told());
  QCOMPARE(shown(incident), std::string("1 group:connect-k read_rate"));
  QCOMPARE(incident.onsets.front().lo, poll_time(179));
  QCOMPARE(incident.onsets.front().hi, poll_time(186));
  QCOMPARE(std::get<double>(*incident.onsets.front().before), 200.0);
  QCOMPARE(std::get<double>(*incident.onsets.front().after), 0.0);
}

// One of ten stops: the sum moves too little, the partition itself says it.
void TestIncident::one_partition_of_many() {
  std::string series;
  for (int p = 0; p < 10; ++p) {
    series += (p ? ", " : "") + mark("high", "t", p, R"("start": 0, "rates": [[0, 100]])") + ", " +
              group("g", "t", p,
                    p == 4 ? R"("follow": "high", "delay_polls": 1, "rates": [[190, 0]])"
                           : R"("follow": "high", "delay_polls": 1)");
  }
  const Incident incident = judged_incident(*told(polls, "\"series\": [" + series + "]"));
  QCOMPARE(shown(incident), std::string("1 partition:t/4 read_rate:g"));
  const std::string text = finding_text(onset_finding(incident.onsets.front(), finding_text));
  QVERIFY2(text.starts_with("Read rate of group g in partition t/4: 100 → 0 /s at "), text.c_str());
  QVERIFY(incident.onsets.front().hi <= poll_time(192));
}

// What is written in another schema moves what reads it, whoever let it through.
void TestIncident::a_schema_is_first() {
  Tale tale(polls);
  tale.add("events", R"({"poll": 170, "layer": "schema", "object": "registry:sr/t-value", "kind": "schema-registered",
      "text": "t-value version 2"})");
  tale.state("task:k/0", 180, "FAILED", "org.apache.kafka.connect.errors.DataException");
  tale.add("probes", probe_ok);
  const Incident incident = judged_incident(*tale.told());
  QCOMPARE(shown(incident), std::string("1 registry:sr/t-value schema-registered, 2 task:k/0 state"));
  QVERIFY(incident.onsets.front().first);
  QCOMPARE(incident.onsets.front().said, std::string("t-value version 2"));
  const std::string text = finding_text(onset_finding(incident.onsets.front(), finding_text));
  QVERIFY2(text.starts_with("Schema registered: "), text.c_str());
  Tale at_once(polls);
  at_once.add("events",
              R"({"poll": 170, "layer": "schema", "object": "registry:sr/t-value", "kind": "schema-registered",
      "text": "t-value version 2"})");
  at_once.state("task:k/0", 170, "FAILED").state("group:connect-k", 170, "PreparingRebalance");
  QCOMPARE(shown(judged_incident(*at_once.told())),
           std::string("1= registry:sr/t-value schema-registered, 1= group:connect-k state, 1= task:k/0 state"));
}

void TestIncident::ties_are_said() {
  Tale tale(polls);
  tale.state("task:k/0", 180, "FAILED").state("group:connect-k", 180, "PreparingRebalance");
  tale.add("probes", R"({"object": "catalog:lake", "steps": [[0, "ok"], [180, "unreachable"]]})");
  const Incident incident = judged_incident(*tale.told());
  QCOMPARE(shown(incident), std::string("1= group:connect-k state, 1= task:k/0 state, 1= catalog:lake state"));
  const Document document = incident_document(incident, finding_text);
  for (const CellRecord& row : document.rows)
    for (const CellField& field : row)
      if (field.name == "ordered_by") QCOMPARE(std::get<std::string>(field.cell.value), std::string("topology"));
  QVERIFY(document.notes.front().starts_with("Moved first, in an order that cannot be told:"));
}

void TestIncident::a_gap_hides_the_order() {
  Tale tale(polls);
  tale.no_table();
  tale.add("probes", R"({"object": "catalog:lake", "steps": [[0, "ok"], [185, "timeout"]]})");
  for (const int p : {0, 1}) tale.group(p, R"("follow": "high", "delay_polls": 1, "rates": [[178, 0]])");
  tale.add("gaps", R"([170, 190, "collector-off"])");
  const Incident incident = judged_incident(*tale.told());
  QCOMPARE(shown(incident), std::string("1= group:connect-k read_rate, 1= catalog:lake state"));
  for (const Onset& of : incident.onsets) {
    QVERIFY(of.over_gap);
    QVERIFY(of.lo <= poll_time(170) && of.hi >= poll_time(190));
  }
}

// Files are announced and no snapshot has them: the round that failed began then, not when the commit was due.
void TestIncident::the_failed_round_dates_the_commits() {
  Snapshot snapshot = *catalog_failure().told();
  const std::size_t tables = static_cast<std::size_t>(
      std::ranges::find(snapshot.sources, std::string("tables"), [](const SourceInfo& s) { return s.spec.kind; }) -
      snapshot.sources.begin());
  QVERIFY(tables < snapshot.sources.size());
  snapshot.states.push_back({tables, Object("table:l.t"), std::string(aspect::announced), poll_time(171),
                             poll_time(172), std::nullopt, "c29 2 6000", ""});
  snapshot.index();
  const Incident incident = judged_incident(snapshot);
  const Onset* table = onset(incident, "table:l.t", "commit_cadence");
  QVERIFY(table);
  QCOMPARE(table->lo, poll_time(171));
  QCOMPARE(table->hi, poll_time(172));
  QVERIFY2(incident.onsets.front().object == Object("catalog:lake") && table->rank == 2, shown(incident).c_str());
}

void TestIncident::an_open_transaction() {
  const auto series = [](const std::string& stable) {
    return "\"series\": [" + mark("high", "t", 0, R"("start": 0, "rates": [[0, 1000]])") + ", " +
           mark("stable", "t", 0, stable) + "]";
  };
  const Incident sound = judged_incident(*told(polls, series(R"("follow": "high")")));
  QCOMPARE(shown(sound), std::string());
  const Incident open = judged_incident(*told(polls, series(R"("follow": "high", "rates": [[190, 0]])")));
  QCOMPARE(shown(open), std::string("1 topic:t readable_share"));
  QCOMPARE(std::get<double>(*open.onsets.front().after), 0.0);
}

void TestIncident::nothing_abnormal() {
  Tale tale(polls);
  for (const int p : {0, 1}) {
    tale.high(p, R"("start": 100000, "rates": [[0, 100]], "noise": "poisson")");
    tale.table(p, landed(polls));
  }
  tale.add("probes", probe_ok).add("brokers", R"({"id": 1, "from": 0})");
  const Incident incident = judged_incident(*commits(tale, polls - 1).told());
  QCOMPARE(shown(incident), std::string());
  QCOMPARE(unchanged(incident), std::string("producers brokers transactions groups connect tables catalog"));
  QCOMPARE(unseen(incident), std::string("storage object-store vectors"));
  const std::string note = incident_document(incident, finding_text).notes.front();
  QVERIFY2(note.starts_with("Nothing abnormal between 2026-01-01T00:19:55.000Z and 2026-01-01T00:39:50.000Z "
                            "(coverage 100 %)."),
           note.c_str());
  QVERIFY(
      note.ends_with("Cannot see: storage of the brokers, object store, embedding and vector store. "
                     "Absence of findings is not proof of health."));
}

void TestIncident::what_was_wrong_before_is_not_unchanged() {
  Tale tale(polls);
  tale.state("task:k/0", 60, "FAILED");
  const Incident incident = judged_incident(*tale.told());
  QCOMPARE(shown(incident), std::string());
  QCOMPARE(incident.standing.size(), 1u);
  QCOMPARE(*incident.standing.front().since, poll_time(60));
  QVERIFY(unchanged(incident).find("connect") == std::string::npos);
  QVERIFY(unseen(incident).find("connect") == std::string::npos);
  // A commit that might still have come when the window began is not older trouble; half an interval later it is.
  const auto snapshot = catalog_failure().told();
  const Incident begun = incident_of(*snapshot, window_of(poll_time(175), snapshot->to));
  QVERIFY2(onset(begun, "table:l.t", "commit_cadence"), shown(begun).c_str());
  const Incident older = incident_of(*snapshot, window_of(poll_time(190), snapshot->to));
  QVERIFY(!onset(older, "table:l.t", "commit_cadence"));
  QVERIFY(std::ranges::find(older.standing, Object("table:l.t"), &StandingOnset::object) != older.standing.end());
  const std::vector<std::string> notes = incident_document(incident, finding_text).notes;
  QVERIFY(notes.at(0).starts_with("Nothing moved between"));
  QCOMPARE(notes.at(1), std::string("Abnormal since before this window, so not ranked: task k/0 (FAILED)."));
}

// A doubling that chance may explain is no onset; it is no proof of calm either.
void TestIncident::what_may_have_moved_is_no_witness() {
  const auto rates = values(polls, [](int n) { return std::int64_t{n} * (n % 3 == 0 ? 9 : 10) + (n > 200 ? n : 0); });
  const Incident calm = judged_incident(*told(polls, "\"series\": [" + mark("high", "t", 0, rates) + "]"));
  for (const NonMover& of : calm.unchanged) QVERIFY(!of.ratio || (*of.ratio > 0.8 && *of.ratio < 1.25));
}

void TestIncident::what_begins_at_no_known_time_is_not_ordered() {
  Snapshot snapshot = *catalog_failure().told();
  const Incident before = judged_incident(snapshot);
  for (SourceEvent& seen : snapshot.events) seen.event.lo.reset();
  SourceEvent& fresh = snapshot.events.emplace_back();
  fresh.event.kind = "leader-change";
  fresh.event.layer = "broker";
  fresh.event.object = Object("partition:t/0");
  fresh.event.hi = poll_time(169);
  snapshot.index();
  const Incident after = judged_incident(snapshot);
  QCOMPARE(shown(after), shown(before));
  QVERIFY(std::ranges::any_of(after.nearby, [](const EventRow& row) { return row.kind == "leader-change"; }));
}

void TestIncident::states_that_often_change_are_usual() {
  Tale tale(polls);
  for (const int poll : {30, 70, 100, 150, 190, 220})
    tale.state("group:connect-k", poll, "PreparingRebalance").state("group:connect-k", poll + 1, "Stable");
  QCOMPARE(shown(judged_incident(*tale.told())), std::string());
  tale.state("group:connect-k", 230, "PreparingRebalance");
  const Incident incident = judged_incident(*tale.told());
  QCOMPARE(shown(incident), std::string("1 group:connect-k state"));
  QCOMPARE(incident.onsets.front().hi, poll_time(230));
}

void TestIncident::changes_nearby_are_no_movers() {
  Tale tale(polls);
  tale.state("task:k/0", 200, "FAILED");
  const auto deployed = [](int poll, const char* text) {
    return R"({"poll": )" + std::to_string(poll) +
           R"(, "layer": "user", "object": "connector:k", "kind": "deployment", "text": ")" + text + "\"}";
  };
  tale.add("events", deployed(105, "too early"))
      .add("events", deployed(150, "sink 2.0"))
      .add("events", deployed(201, "late"));
  const Incident incident = judged_incident(*tale.told());
  QCOMPARE(shown(incident), std::string("1 task:k/0 state"));
  QCOMPARE(incident.nearby.size(), 1u);
  QCOMPARE(incident.nearby.front().text, std::string("sink 2.0"));
  const Document document = incident_document(incident, finding_text);
  QVERIFY(std::ranges::find(document.notes,
                            "Changes nearby, of which none is shown to be a cause: Deployment: sink 2.0.") !=
          document.notes.end());
}

void TestIncident::ages_are_never_ranked() {
  const Incident incident =
      judged_incident(*told(polls, R"("series": [)" + mark("high", "t", 0, R"("start": 0, "rates": [[0, 10]])") + R"(],
      "metrics": [{"layer": "vector", "object": "sink:v", "name": "retrieval_age_ms", "steps": [[0, 10], [180, 90000]]}])"));
  QCOMPARE(shown(incident), std::string());
}

void TestIncident::unseen_layers_are_always_named() {
  const Incident bare =
      judged_incident(*told(polls, R"("series": [)" + mark("high", "t", 0, R"("start": 0, "rates": [[0, 10]])") + "]"));
  QCOMPARE(unchanged(bare), std::string("producers"));
  QCOMPARE(unseen(bare),
           std::string("brokers storage transactions groups connect object-store tables catalog vectors"));
  for (const Unseen& of : bare.unseen) QCOMPARE(of.reason, Reason::never_polled);
  // Seen before and not in the window.
  Tale tale(polls);
  tale.add("metrics",
           R"({"layer": "sink", "object": "sink:v", "name": "put_latency_ms", "steps": [[0, 5], [110, null]]})");
  const Incident silent = judged_incident(*tale.told());
  const auto connect = std::ranges::find(silent.unseen, LaneGroup::vectors, &Unseen::lanes);
  QVERIFY(connect != silent.unseen.end());
  QCOMPARE(connect->reason, Reason::collector_off);
  // Seen until shortly before the end.
  Tale ends(polls);
  ends.add("metrics",
           R"({"layer": "sink", "object": "sink:v", "name": "put_latency_ms", "steps": [[0, 5], [230, null]]})");
  QVERIFY(unseen(judged_incident(*ends.told())).ends_with("vectors"));
}

void TestIncident::too_little_history() {
  const Incident incident = judged_incident(
      *told(20, R"("series": [)" + mark("high", "t", 0, R"("start": 0, "rates": [[0, 10], [15, 900]])") +
                    R"(], "states": [{"object": "task:k/0", "poll": 0, "state": "RUNNING"},
                                     {"object": "task:k/0", "poll": 15, "state": "FAILED"}])"));
  QCOMPARE(shown(incident), std::string("1 task:k/0 state"));
  QCOMPARE(incident.too_short, 1u);
  const auto producers = std::ranges::find(incident.unseen, LaneGroup::producers, &Unseen::lanes);
  QVERIFY(producers != incident.unseen.end());
  QCOMPARE(producers->reason, Reason::no_history);
  QCOMPARE(incident_document(incident, finding_text).notes.back(),
           std::string("Series with not enough history to be judged: 1."));
}

void TestIncident::filters() {
  const auto snapshot = catalog_failure().told();
  Filter other;
  other.group = {"other"};
  const Incident incident = judged_incident(*snapshot, other);
  QVERIFY(onset(incident, "group:connect-k", "read_rate") == nullptr);
  QVERIFY(onset(incident, "catalog:lake", "state"));
  Filter cluster;
  cluster.cluster = {"elsewhere"};
  QCOMPARE(shown(judged_incident(*snapshot, cluster)), std::string());
}

void TestIncident::rows_of_any_order() {
  Snapshot snapshot = *catalog_failure().told();
  const Incident before = judged_incident(snapshot);
  std::ranges::reverse(snapshot.columns);
  std::ranges::reverse(snapshot.events);
  snapshot.index();
  const Incident after = judged_incident(snapshot);
  QCOMPARE(shown(after), shown(before));
  QCOMPARE(unchanged(after), unchanged(before));
  for (std::size_t i = 0; i < before.onsets.size(); ++i) {
    QCOMPARE(after.onsets[i].lo, before.onsets[i].lo);
    QCOMPARE(after.onsets[i].hi, before.onsets[i].hi);
  }
}

void TestIncident::the_window_by_default() {
  Snapshot snapshot;
  snapshot.oldest = poll_time(0);
  OnsetWindow window = default_window(snapshot, poll_time(100));
  QCOMPARE(window.from, poll_time(50));
  QCOMPARE(window.base_from, poll_time(0));
  window = default_window(snapshot, poll_time(10'000));
  QCOMPARE(window.to - window.from, longest_onset_window);
  QCOMPARE(window.base_to, window.from);
  snapshot.oldest = std::nullopt;
  window = default_window(snapshot, poll_time(100));
  QCOMPARE(window.from, window.to);
}

void TestIncident::the_document() {
  const auto snapshot = catalog_failure().told();
  const Document document = incident_document(judged_incident(*snapshot), finding_text);
  QCOMPARE(document.verb, std::string("incident"));
  std::string names;
  for (const CellField& field : document.rows.front()) names += (names.empty() ? "" : " ") + field.name;
  QCOMPARE(names, std::string("rank layer lanes cluster object topic series onset_lo onset_hi before after unit "
                              "ordered_by first over_gap count text"));
  for (const CellRecord& row : document.rows) {
    const std::string& text = std::get<std::string>(row.back().cell.value);
    QVERIFY2(text.find_first_of("{_") == std::string::npos, text.c_str());
  }
  names.clear();
  for (const CellField& field : document.beside) names += (names.empty() ? "" : " ") + field.name;
  QCOMPARE(names, std::string("baseline unchanged unseen standing nearby"));
  for (const std::string& note : document.notes) QVERIFY2(note.find_first_of("{_") == std::string::npos, note.c_str());
  QVERIFY2(document.notes.at(1).starts_with("Produce rate of topic t did not move: 200 → 200 /s (ratio 1)"),
           document.notes.at(1).c_str());
}

void TestIncident::lanes() {
  const auto snapshot = catalog_failure().told();
  const Incident incident = judged_incident(*snapshot);
  const std::vector<IncidentLane> lanes = lanes_of(*snapshot, incident, incident.window.base_from, incident.window.to);
  std::set<std::string> keys;
  std::size_t with_onset = 0;
  for (const IncidentLane& lane : lanes) {
    QVERIFY(keys.insert(lane.key).second);
    with_onset += lane.onsets.size();
    for (const LanePoint& point : lane.line) QVERIFY(point.at > incident.window.base_from && point.at <= snapshot->to);
  }
  QCOMPARE(with_onset, incident.onsets.size());
  QVERIFY(std::ranges::is_sorted(lanes, {}, [](const IncidentLane& of) { return of.place.lanes; }));
  const auto catalog = std::ranges::find(lanes, Object("catalog:lake"), &IncidentLane::object);
  QVERIFY(catalog != lanes.end());
  QCOMPARE(catalog->bands.size(), 2u);
  QCOMPARE(catalog->bands[0].bad, std::optional(false));
  QCOMPARE(catalog->bands[1].state, std::string("timeout"));
  QCOMPARE(catalog->bands[1].from, poll_time(170));
  QCOMPARE(catalog->bands[1].to, snapshot->to);
  QVERIFY(catalog->bands[1].bad == true);
}

QTEST_GUILESS_MAIN(TestIncident)
#include "tst_incident.moc"
