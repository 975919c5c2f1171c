// SPDX-License-Identifier: GPL-3.0-or-later
// The rules about why a group lags: who is slow, what is uneven, what is silent, and what nobody can explain.
#include <QTest>

#include "tests/support/told.h"
#include "tests/unit/analysis/rules/breaks.h"

using namespace tidemark;
using namespace tidemark::test;

class TestLagRules final : public QObject {
  Q_OBJECT
 private slots:
  void one_leads_data();
  void one_leads();
  void one_busy_key();
  void a_busy_key_that_is_read_is_none();
  void the_sink_was_slow_first();
  void a_sink_that_slows_later_is_not_the_cause();
  void an_idle_consumer_hints_at_its_sink();
  void how_sure_a_saturated_consumer_is();
  void as_many_members_as_partitions();
  void a_burst_drains_and_ends();
  void uneven_needs_an_even_load();
  void a_group_that_keeps_up_has_none();
  void a_storm_and_a_restart();
  void silent_beyond_what_is_expected();
  void silent_beyond_its_habit();
  void over_budget_and_unexplained();
  void what_burns_is_an_error();
};

namespace {
Diagnosis of(const std::vector<Break>& breaks, const Profile& profile = {}, int polls = 120, int poll = -1) {
  Tale tale(polls);
  for (const Break& one : breaks) one(tale);
  return judged(tale, poll, profile);
}
}  // namespace

void TestLagRules::one_leads_data() {
  QTest::addColumn<QString>("rule");
  QTest::addColumn<QVariant>("breaks");
  const auto row = [](const char* rule, Break one) {
    QTest::addRow("%s", rule) << QString::fromLatin1(rule) << QVariant::fromValue(std::vector<Break>{std::move(one)});
  };
  row("R07", hot);
  row("R08", uneven);
  row("R06", slow_sink);
  row("R05", saturated);
  row("R04", burst);
}

void TestLagRules::one_leads() {
  QFETCH(QString, rule);
  QFETCH(QVariant, breaks);
  const Diagnosis diagnosis = of(breaks.value<std::vector<Break>>());
  QCOMPARE(leading(diagnosis), rule.toStdString());
  for (const char* other : {"R04", "R05", "R06", "R07", "R08"})
    if (rule != QLatin1String(other)) QVERIFY(lacks(diagnosis, other));
  const DiagnosisRow& row = row_of(diagnosis, rule.toStdString());
  QCOMPARE(row.finding.severity, rule == QLatin1String("R04") ? Severity::note : Severity::warn);
  QVERIFY(!row.present.empty());
}

// Sixteen partitions, one of which has most of the traffic and all of the lag.
void TestLagRules::one_busy_key() {
  Tale tale;
  plain(tale);
  for (int p = 0; p < 16; ++p) {
    tale.high(p, p == 4 ? R"("start": 9000000, "rates": [[0, 7000]])" : R"("start": 9000000, "rates": [[0, 200]])");
    tale.group(p, p == 4 ? R"("start": 3000000, "rates": [[0, 5000]])" : R"("follow": "high", "delay_polls": 1)");
  }
  const Diagnosis diagnosis = judged(tale);
  QCOMPARE(leading(diagnosis), std::string("R07"));
  QVERIFY(lacks(diagnosis, "R05"));
  const DiagnosisRow& row = row_of(diagnosis, "R07");
  QCOMPARE(row.finding.object.value(), std::string("partition:t/4"));
  QVERIFY2(row.title.find("70 %") != std::string::npos, row.title.c_str());
  QCOMPARE(row.finding.confidence, Confidence::high);
}

void TestLagRules::a_busy_key_that_is_read_is_none() {
  const auto read = [](Tale& t) { t.group(1, R"("follow": "high", "delay_polls": 1)"); };
  QVERIFY(lacks(of({hot, read}), "R07"));
  // Twice what another gets is no hot partition.
  const auto twice = [](Tale& t) {
    t.high(1, R"("start": 100000, "rates": [[0, 200]])");
    t.group(1, R"("start": 100000, "rates": [[0, 120]])");
  };
  QVERIFY(lacks(of({hot, twice}), "R07"));
  // What falls is not told any more.
  const auto drains = [](Tale& t) { t.group(1, R"("start": 0, "rates": [[0, 1020]])"); };
  QVERIFY(lacks(of({hot, drains}), "R07"));
}

// Produce flat, all partitions late, the sink slow five minutes before.
void TestLagRules::the_sink_was_slow_first() {
  const auto cpu = [](Tale& t) { t.metric("group:connect-k", "cpu", "[[0, 8]]"); };
  const Diagnosis diagnosis = of({slow_sink, cpu});
  QCOMPARE(leading(diagnosis), std::string("R06"));
  const DiagnosisRow& row = row_of(diagnosis, "R06");
  QCOMPARE(row.finding.confidence, Confidence::high);
  QCOMPARE(row.finding.object.value(), std::string("sink:store"));
  QCOMPARE(*row.since, poll_time(50));
  QVERIFY2(row.title.find("put latency of sink store 20 ms -> 1.8 s") != std::string::npos, row.title.c_str());
  // Another group's sink is perhaps not this one's.
  const auto another = [](Tale& t) { t.group(0, R"("follow": "high")", "other"); };
  QCOMPARE(row_of(of({slow_sink, another}), "R06").finding.confidence, Confidence::medium);
}

void TestLagRules::a_sink_that_slows_later_is_not_the_cause() {
  const auto later = [](Tale& t) { t.metric("sink:store", "put_latency_ms", "[[0, 20], [100, 1800]]"); };
  const Diagnosis diagnosis = of({plain, reads(40, 60), later});
  QVERIFY(lacks(diagnosis, "R06"));
  QVERIFY(lacks(of({plain, later}), "R06"));
}

void TestLagRules::an_idle_consumer_hints_at_its_sink() {
  const auto idle = [](Tale& t) { t.metric("group:connect-k", "cpu", "[[0, 0.08]]"); };
  const Diagnosis diagnosis = of({plain, reads(40), idle});
  QCOMPARE(leading(diagnosis), std::string("R06"));
  QCOMPARE(row_of(diagnosis, "R06").finding.confidence, Confidence::low);
  QVERIFY(says(row_of(diagnosis, "R06").missing, "latency of the sink"));
}

void TestLagRules::how_sure_a_saturated_consumer_is() {
  const auto busy = [](Tale& t) { t.metric("group:connect-k", "cpu", "[[0, 97]]"); };
  const auto fine = [](Tale& t) { t.metric("sink:store", "put_latency_ms", "[[0, 20]]"); };
  QCOMPARE(row_of(of({saturated}), "R05").finding.confidence, Confidence::low);
  QCOMPARE(row_of(of({saturated, fine}), "R05").finding.confidence, Confidence::medium);
  QCOMPARE(row_of(of({saturated, busy}), "R05").finding.confidence, Confidence::high);
  const DiagnosisRow row = row_of(of({saturated}), "R05");
  QVERIFY(says(row.missing, "cpu"));
  QVERIFY(says(row.missing, "poll interval"));
  // Not known to be Stable: silent, and said to be.
  const Diagnosis unknown = of({saturated, [](Tale& t) { t.drop("states"); }});
  QVERIFY(lacks(unknown, "R05"));
  QVERIFY(std::ranges::any_of(unknown.cannot_run, [](const CannotRun& one) { return one.rule == "R05"; }));
}

void TestLagRules::as_many_members_as_partitions() {
  const auto two = [](Tale& t) {
    t.drop("members");
    for (const char* m : {"0", "1"})
      t.add("members",
            std::string(R"({"group": "connect-k", "member": "m)") + m + R"(", "partitions": [["t", )" + m + "]]}");
  };
  const Diagnosis diagnosis = of({saturated, two});
  QVERIFY(row_of(diagnosis, "R05").title.find("as many members") != std::string::npos);
  QVERIFY(says(row_of(of({saturated}), "R05").present, "1 members for 2 partitions"));
}

void TestLagRules::a_burst_drains_and_ends() {
  const DiagnosisRow growing = row_of(of({burst}), "R04");
  QCOMPARE(*growing.since, poll_time(61));
  QVERIFY2(growing.title.find("3.2x") != std::string::npos, growing.title.c_str());
  QVERIFY(growing.title.find("not draining") != std::string::npos);
  const auto ended = [](Tale& t) {
    for (const int p : {0, 1}) {
      t.high(p, R"("start": 100000, "rates": [[0, 100], [60, 400], [90, 100]])");
      t.group(p, R"("follow": "high", "delay_polls": 1, "rates": [[60, 150]])");
    }
  };
  const DiagnosisRow over = row_of(of({plain, ended}), "R04");
  QVERIFY2(over.title.find("is over; draining") != std::string::npos, over.title.c_str());
  QCOMPARE(over.finding.confidence, Confidence::medium);
  // Reads fell below their own baseline: the burst is not all.
  QVERIFY(lacks(of({burst, reads(80)}), "R04"));
  // Half as much again is no burst.
  const auto little = [](Tale& t) {
    for (const int p : {0, 1}) t.high(p, R"("start": 100000, "rates": [[0, 100], [60, 170]])");
  };
  QVERIFY(lacks(of({burst, little}), "R04"));
}

void TestLagRules::uneven_needs_an_even_load() {
  const DiagnosisRow row = row_of(of({uneven}), "R08");
  QCOMPARE(std::get<std::int64_t>(row.finding.params.at("most")), std::int64_t{6});
  QCOMPARE(std::get<std::int64_t>(row.finding.params.at("least")), std::int64_t{1});
  QVERIFY(lacks(of({uneven, [](Tale& t) { t.high(6, R"("start": 100000, "rates": [[0, 130]])"); }}), "R08"));
  // The lag does not follow the member.
  const auto all_late = [](Tale& t) { t.group(6, R"("follow": "high", "delay_polls": 1, "rates": [[60, 70]])"); };
  QVERIFY(lacks(of({uneven, all_late}), "R08"));
  const auto nobody_known = [](Tale& t) { t.drop("members"); };
  QVERIFY(lacks(of({uneven, nobody_known}), "R08"));
}

void TestLagRules::a_group_that_keeps_up_has_none() {
  // More is produced, a slow sink, a busy process: nothing waits.
  const auto rises = [](Tale& t) {
    for (const int p : {0, 1}) t.high(p, R"("start": 100000, "rates": [[0, 100], [60, 320]])");
    t.metric("group:connect-k", "cpu", "[[0, 97]]");
    t.metric("sink:store", "put_latency_ms", "[[0, 20], [50, 1800]]");
  };
  QCOMPARE(list(of({plain, rises})), std::string());
  // Nor where it commits once a minute.
  const auto rounds = [](Tale& t) {
    for (const int p : {0, 1}) t.group(p, values(120, [](int n) { return 100'000 + n / 6 * 6000; }));
  };
  QCOMPARE(list(of({plain, rounds})), std::string());
}

void TestLagRules::a_storm_and_a_restart() {
  const Diagnosis diagnosis = of({plain, storm});
  QCOMPARE(leading(diagnosis), std::string("R03"));
  QVERIFY2(row_of(diagnosis, "R03").title.find("40 %") != std::string::npos, row_of(diagnosis, "R03").title.c_str());
  QCOMPARE(*row_of(diagnosis, "R03").since, poll_time(111));
  const auto once = [](Tale& t) {
    t.state("group:connect-k", 115, "PreparingRebalance");
    t.state("group:connect-k", 117, "Stable");
  };
  QVERIFY(lacks(of({plain, once}), "R03"));
  const auto others = [](Tale& t) {
    t.drop("members");
    for (int n = 0; n < 4; ++n) {
      const int from = n == 0 ? 0 : 109 + n * 2;
      const int to = n == 3 ? 120 : 111 + n * 2;
      t.add("members", R"({"group": "connect-k", "member": "m)" + std::to_string(n) +
                           R"(", "partitions": [["t", 0], ["t", 1]], "from": )" + std::to_string(from) + R"(, "to": )" +
                           std::to_string(to) + "}");
    }
  };
  const DiagnosisRow changed = row_of(of({plain, others}), "R03");
  QCOMPARE(changed.finding.confidence, Confidence::medium);
  QVERIFY(changed.title.find("changed 3 times") != std::string::npos);
  // Where brokers are ill too, that may be why.
  const DiagnosisRow both = row_of(of({plain, storm, short_of_replicas}), "R03");
  QVERIFY(says(both.contradicting, "brokers"));
}

void TestLagRules::silent_beyond_what_is_expected() {
  const Diagnosis diagnosis = of({plain, quiet}, expecting());
  QCOMPARE(leading(diagnosis), std::string("R33"));
  QCOMPARE(*row_of(diagnosis, "R33").since, poll_time(60));
  QVERIFY(lacks(diagnosis, "R23"));
  QVERIFY(lacks(of({plain, quiet}, expecting(), 120, 85), "R33"));
  QVERIFY(lacks(of({plain, quiet}), "R33"));
  Profile patient = expecting();
  patient.classes.front().idle = "quiet-ok";
  QVERIFY(lacks(of({plain, quiet}, patient), "R33"));
  // Silent for longer than there is history.
  const auto never = [](Tale& t) {
    for (const int p : {0, 1}) t.high(p, R"("start": 100000)");
  };
  const DiagnosisRow row = row_of(of({plain, never}, expecting()), "R33");
  QVERIFY(!row.since);
  QVERIFY(row.title.find("longer than is remembered") != std::string::npos);
}

void TestLagRules::silent_beyond_its_habit() {
  constexpr std::int64_t ten_minutes = 600'000, hour = 3'600'000;
  Tale tale;
  plain(tale);
  quiet(tale);
  // Hourly polls: five days, half of them silent, one gap an hour before.
  const Diagnosis long_silence = judged(*tale.told(hour));
  QVERIFY(row_of(long_silence, "R33").title.find("nearly all gaps") != std::string::npos);
  QVERIFY(lacks(long_silence, "R23"));
  // Twenty hours are no habit.
  const Diagnosis short_history = judged(*tale.told(ten_minutes));
  QVERIFY(lacks(short_history, "R33"));
  QVERIFY(std::ranges::any_of(short_history.cannot_run, [](const CannotRun& one) { return one.rule == "R33"; }));
}

void TestLagRules::over_budget_and_unexplained() {
  const auto behind = [](Tale& t) {
    for (const int p : {0, 1}) t.group(p, R"("follow": "high", "delay_polls": 12)");
  };
  const Diagnosis diagnosis = of({plain, behind}, expecting());
  QCOMPARE(leading(diagnosis), std::string("R00"));
  const DiagnosisRow row = row_of(diagnosis, "R00");
  QCOMPARE(row.finding.severity, Severity::warn);
  QVERIFY(row.title.find("no rule matches") != std::string::npos);
  QVERIFY(lacks(of({plain, behind}), "R00"));
  QVERIFY(lacks(of({plain}, expecting()), "R00"));
  // Explained.
  const Diagnosis explained = of({saturated}, expecting());
  QCOMPARE(leading(explained), std::string("R05"));
  QVERIFY(lacks(explained, "R00"));
  // A table that is behind, where that is the end.
  Profile profile = expecting();
  profile.classes.front().end = "table";
  const auto table_behind = [](Tale& t) {
    for (const int p : {0, 1}) t.table(p, R"("follow": "group:connect-k", "delay_polls": 12)");
  };
  QCOMPARE(leading(of({table_behind}, profile)), std::string("R00"));
}

void TestLagRules::what_burns_is_an_error() {
  const auto behind = [](Tale& t) {
    for (const int p : {0, 1}) t.group(p, R"("follow": "high", "delay_polls": 12)");
  };
  QCOMPARE(row_of(of({plain, behind}, expecting(), 400), "R00").finding.severity, Severity::error);
}

QTEST_GUILESS_MAIN(TestLagRules)
#include "tst_lag_rules.moc"
