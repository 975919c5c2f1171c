// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/freshness.h"
#include "models/analysis/slices.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestFreshness final : public QObject {
  Q_OBJECT
 private slots:
  void every_group_and_topic_is_a_path();
  void pipelines_name_paths_and_bring_budgets();
  void slices_follow_the_definition();
  void a_slice_with_too_few_polls_is_unknown();
  void an_error_wider_than_the_excess_is_not_bad();
  void unread_since_before_the_history_is_bad_once_that_is_certain();
  void burn_rates_need_their_window();
  void budget_used_counts_known_slices_only();
  void late_since_the_first_late_poll();
  void idle_and_drained_are_current();
  void trends();
  void a_history_begins_with_its_first_poll();
  void held_by_a_transaction();
  void unknown_partitions_do_not_count_as_zero();
  void beside_an_unknown_partition_nothing_is_said_to_be_current();
  void a_partition_without_records_hides_nothing();
  void a_group_that_coordinates_a_sink_is_no_path();
  void a_pipeline_never_seen();
  void order();
  void grouped_by();
  void history_is_asked_for_budgets_only();
};

namespace {
std::string series(std::initializer_list<std::string> list) {
  std::string out = "\"series\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}
Profile profile_of(Millis target, double objective = 99, const std::string& topic = "t",
                   const std::string& group = "g") {
  Profile profile;
  profile.classes.push_back({"fraud", target, objective, "group", "risk", "learn"});
  profile.pipelines.push_back({.name = "orders", .topic = topic, .group = group, .class_name = "fraud"});
  profile.owners["risk"] = {"Risk team", "", ""};
  return profile;
}
FreshnessRow only(const std::vector<FreshnessRow>& rows) {
  if (rows.size() != 1) qFatal("%zu rows", rows.size());
  return rows.front();
}
// Steady, except that the group stands still from poll `from` to poll `to` and has caught up at `to` + 1.
std::string stalled(int polls, int from, int to) {
  std::string values = "[";
  for (int n = 0; n < polls; ++n)
    values += (n ? ", " : "") + std::to_string(n >= from && n <= to ? from * 100 : n * 100);
  return series({mark("high", "t", 0, R"("rates": [[0, 10]])"), group("g", "t", 0, "\"values\": " + values + "]")});
}
}  // namespace

void TestFreshness::every_group_and_topic_is_a_path() {
  const auto s = told(
      40, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), mark("high", "t", 1, R"("rates": [[0, 1]])"),
                  group("g", "t", 0, R"("follow": "high", "delay_polls": 2)"),
                  group("g", "t", 1, R"("follow": "high", "delay_polls": 5)"), mark("high", "u", 0, R"("start": 9)"),
                  group("g", "u", 0, R"("start": 9)"), group("h", "u", 0, R"("start": 9)")}));
  const auto rows = freshness_rows(*s, s->to);
  QCOMPARE(rows.size(), 3u);
  QCOMPARE(rows[0].path, std::string("g / t"));
  QCOMPARE(rows[0].class_name, std::string("unclassified"));
  QCOMPARE(*rows[0].age, Millis(50'000 - 1000));
  QVERIFY(*rows[0].worst_partition == (TopicPartition{TopicName("t"), PartitionId(1)}));
  QCOMPARE(rows[0].target.reason(), Reason::not_applicable);
  QCOMPARE(rows[0].good_slices.reason(), Reason::not_applicable);
  QCOMPARE(*rows[0].where, Stage::group);
  QCOMPARE(rows[0].owner.reason(), Reason::not_applicable);
}

void TestFreshness::pipelines_name_paths_and_bring_budgets() {
  const auto s = told(40, series({mark("high", "t", 0, R"("rates": [[0, 1]])"),
                                  group("g", "t", 0, R"("follow": "high", "delay_polls": 2)")}));
  const FreshnessRow row = only(freshness_rows(*s, s->to, profile_of(Millis(60'000))));
  QCOMPARE(row.path, std::string("orders"));
  QCOMPARE(row.class_name, std::string("fraud"));
  QCOMPARE(*row.target, Millis(60'000));
  QCOMPARE(*row.owner, std::string("Risk team"));
  Profile connector = profile_of(Millis(60'000), 99, "t", "");
  connector.pipelines[0].connector = "x";
  const auto connect = told(
      40, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("connect-x", "t", 0, R"("follow": "high")")}));
  QCOMPARE(only(freshness_rows(*connect, connect->to, connector)).path, std::string("orders"));
}

void TestFreshness::slices_follow_the_definition() {
  // An hour; the group stands from poll 121 to poll 150: at poll n of these the record at its offset is n - 121 steps
  // old.
  const auto s = told(360, stalled(360, 121, 150));
  const FreshnessRow row = only(freshness_rows(*s, s->to, profile_of(Millis(60'000))));
  // Late by more than the error from the first poll with (n - 121) * 10 s - 10 ms - 10 s > 60 s, n = 129, to 150:
  // minutes 21, 22, 23, 24 and 25 hold polls 126 to 155.
  QCOMPARE(*row.bad_slices, 5);
  QCOMPARE(*row.good_slices, 55);
  QCOMPARE(*row.unknown_slices, 0);
  QVERIFY(std::abs(*row.budget_used - 5.0 / 60.0 / 0.01) < 1e-9);
  QVERIFY(std::abs(*row.burn_1h - 5.0 / 60.0 / 0.01) < 1e-9);
  QCOMPARE(row.burn_6h.reason(), Reason::no_history);
  QCOMPARE(row.burn_3d.reason(), Reason::no_history);
  QCOMPARE(row.since.reason(), Reason::not_applicable);
}

void TestFreshness::a_slice_with_too_few_polls_is_unknown() {
  // Minute 2 keeps 3 of 6 polls, minute 4 keeps 2.
  const auto s = told(60, stalled(60, 60, 60) + R"(, "gaps": [[13, 16, "x"], [25, 29, "x"]])");
  const FreshnessRow row = only(freshness_rows(*s, s->to, profile_of(Millis(60'000))));
  QCOMPARE(*row.good_slices, 9);
  QCOMPARE(*row.unknown_slices, 1);
  QCOMPARE(*row.bad_slices, 0);
}

void TestFreshness::an_error_wider_than_the_excess_is_not_bad() {
  const auto s = told(60, series({mark("high", "t", 0, R"("rates": [[0, 1]])"),
                                  group("g", "t", 0, R"("follow": "high", "delay_polls": 4)")}));
  // Age 39 s +- 10 s at every poll but the first four.
  QCOMPARE(*only(freshness_rows(*s, s->to, profile_of(Millis(29'000)))).bad_slices, 0);
  QCOMPARE(*only(freshness_rows(*s, s->to, profile_of(Millis(28'999)))).bad_slices, 10);
}

void TestFreshness::unread_since_before_the_history_is_bad_once_that_is_certain() {
  const auto s = told(
      60, series({mark("high", "t", 0, R"("start": 1000, "rates": [[0, 1]])"), group("g", "t", 0, R"("start": 5)")}));
  const FreshnessRow row = only(freshness_rows(*s, s->to, profile_of(Millis(119'999))));
  QCOMPARE(row.age.reason(), Reason::no_history);
  QCOMPARE(*row.unknown_slices, 2);  // at poll 12 it is certain
  QCOMPARE(*row.bad_slices, 8);
}

void TestFreshness::burn_rates_need_their_window() {
  std::vector<Slice> slices(60, Slice::good);
  QCOMPARE(*burn_rate(slices, 99, Millis(3'600'000)), 0.0);
  for (int i = 0; i < 6; ++i) slices[std::size_t(i)] = Slice::unknown;
  slices[59] = Slice::bad;
  QVERIFY(std::abs(*burn_rate(slices, 99, Millis(3'600'000)) - 1.0 / 54.0 / 0.01) < 1e-9);
  slices[6] = Slice::unknown;
  QCOMPARE(burn_rate(slices, 99, Millis(3'600'000)).reason(), Reason::no_history);
  QVERIFY(std::abs(*burn_rate(slices, 50, Millis(600'000)) - 0.2) < 1e-9);  // one of the last ten
  QCOMPARE(burn_rate(slices, 100, Millis(600'000)).reason(), Reason::not_applicable);
}

void TestFreshness::budget_used_counts_known_slices_only() {
  QCOMPARE(budget_used({}, 99).reason(), Reason::no_history);
  QCOMPARE(budget_used({Slice::unknown, Slice::unknown}, 99).reason(), Reason::no_history);
  QVERIFY(std::abs(*budget_used({Slice::bad, Slice::good, Slice::unknown, Slice::good, Slice::good}, 75) - 1.0) < 1e-9);
}

void TestFreshness::late_since_the_first_late_poll() {
  const auto s = told(360, stalled(360, 300, 400));
  const FreshnessRow row = only(freshness_rows(*s, s->to, profile_of(Millis(60'000))));
  QCOMPARE(*row.since, poll_time(308));  // the first with (n - 300) * 10 s - 10 ms - 10 s over 60 s
  const auto all = told(
      60, series({mark("high", "t", 0, R"("start": 1000, "rates": [[0, 1]])"), group("g", "t", 0, R"("start": 0)")}));
  QCOMPARE(only(freshness_rows(*all, all->to, profile_of(Millis(-1)))).since.reason(), Reason::no_history);
}

void TestFreshness::idle_and_drained_are_current() {
  const auto s = told(60, series({mark("high", "t", 0, R"("rates": [[0, 1], [10, 0]])"),
                                  group("g", "t", 0, R"("follow": "high", "delay_polls": 1)")}));
  const FreshnessRow row = only(freshness_rows(*s, s->to, profile_of(Millis(5'000))));
  QCOMPARE(*row.age, Millis(0));
  QCOMPARE(row.where.reason(), Reason::not_applicable);
  QCOMPARE(row.worst_partition.reason(), Reason::not_applicable);
  QCOMPARE(row.safe_until.reason(), Reason::not_applicable);
  QCOMPARE(*row.trend, Trend::flat);
  QCOMPARE(*row.bad_slices, 0);
}

void TestFreshness::trends() {
  const auto trend = [](const char* rates) {
    const auto s = told(40, series({mark("high", "t", 0, R"("start": 5000, "rates": [[0, 10]])"),
                                    group("g", "t", 0, std::string(R"("start": 0, )") + rates)}));
    return *only(freshness_rows(*s, s->to)).trend;
  };
  QCOMPARE(trend(R"("rates": [[0, 5]])"), Trend::growing);
  QCOMPARE(trend(R"("rates": [[0, 15]])"), Trend::draining);
  QCOMPARE(trend(R"("rates": [[0, 10]])"), Trend::flat);
  QCOMPARE(trend(R"("rates": [[0, 9.5]])"), Trend::flat);  // 45 records in ten polls of 100
}

void TestFreshness::a_history_begins_with_its_first_poll() {
  Snapshot s = *told(60, stalled(60, 60, 60));
  s.from = poll_time(-10'000);
  const FreshnessRow row = only(freshness_rows(s, s.to, profile_of(Millis(60'000))));
  QCOMPARE(*row.good_slices, 10);
  QCOMPARE(*row.unknown_slices, 0);
  QCOMPARE(freshness_document(s, s.to, profile_of(Millis(60'000))).from, poll_time(0));
}

void TestFreshness::held_by_a_transaction() {
  const auto s = told(40, series({mark("high", "t", 0, R"("rates": [[0, 10]])"),
                                  mark("stable", "t", 0, R"("follow": "high", "rates": [[20, 0]])"),
                                  group("g", "t", 0, R"("follow": "stable", "delay_polls": 1)")}));
  const FreshnessRow row = only(freshness_rows(*s, s->to));
  QCOMPARE(*row.where, Stage::readable);
  QCOMPARE(*row.unread, 0);
}

void TestFreshness::unknown_partitions_do_not_count_as_zero() {
  const auto s = told(
      40,
      series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("follow": "high", "delay_polls": 2)"),
              mark("high", "t", 1, R"("rates": [[0, 1]])"), group("g", "t", 1, R"("values": [])")}) +
          R"(, "topics": [{"topic": "t", "cleanup": "delete", "retention_ms": 3600000, "transactional": false}])");
  const FreshnessRow row = only(freshness_rows(*s, s->to, profile_of(Millis(60'000))));
  QCOMPARE(row.known_partitions, 1);
  QCOMPARE(row.all_partitions, 2);
  QCOMPARE(*row.unread, 20);
  QCOMPARE(*row.safe_until, s->to + Millis(3'600'000 - 19'000));
  // One of two partitions has its polls: half of the polls are there.
  QCOMPARE(*row.unknown_slices, 0);
  // The other one may be the older one. What is late for certain is late all the same.
  QVERIFY(!row.age.known());
  QVERIFY(!row.age_error.known());
  QVERIFY(*row.at_least <= Millis(20'000));
  QCOMPARE(freshness_document(*s, s->to, profile_of(Millis(60'000))).findings.size(), 0u);
  const auto late = freshness_document(*s, s->to, profile_of(row.at_least.value_or(Millis(0)) - Millis(1)));
  QCOMPARE(late.findings.size(), 1u);
  QCOMPARE(late.findings.front().rule, std::string("F01"));
}
void TestFreshness::beside_an_unknown_partition_nothing_is_said_to_be_current() {
  const auto s =
      told(40, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("g", "t", 0, R"("follow": "high")"),
                       mark("high", "t", 1, R"("rates": [[0, 1]])"), group("g", "t", 1, R"("values": [])")}));
  const FreshnessRow row = only(freshness_rows(*s, s->to));
  QVERIFY(!row.age.known());
  QVERIFY(!row.where.known() && row.where.reason() != Reason::not_applicable);
  QVERIFY(!row.worst_partition.known() && row.worst_partition.reason() != Reason::not_applicable);
}

void TestFreshness::a_partition_without_records_hides_nothing() {
  const auto s = told(
      40, series({mark("high", "t", 0, R"("rates": [[0, 1]])"),
                  group("g", "t", 0, R"("follow": "high", "delay_polls": 2)"), mark("high", "t", 1, R"("start": 0)"),
                  mark("floor", "t", 1, R"("start": 0)"), group("g", "t", 1, R"("values": [])")}));
  QCOMPARE(*only(freshness_rows(*s, s->to)).age, Millis(20'000 - 1000));
}

void TestFreshness::a_group_that_coordinates_a_sink_is_no_path() {
  const auto s = told(40, series({mark("high", "control", 0, R"("rates": [[0, 1]])"),
                                  group("connect-k-coord", "control", 0, R"("follow": "high", "delay_polls": 9)"),
                                  group("app", "control", 0, R"("follow": "high")")}));
  QCOMPARE(only(freshness_rows(*s, s->to)).group, GroupId("app"));
  // Whoever names it wants to see it.
  QCOMPARE(freshness_rows(*s, s->to, profile_of(Millis(1), 99, "control", "connect-k-coord")).size(), 2u);
}

void TestFreshness::a_pipeline_never_seen() {
  const auto s = told(40, series({mark("high", "t", 0, R"("rates": [[0, 1]])")}));
  const FreshnessRow row = only(freshness_rows(*s, s->to, profile_of(Millis(60'000))));
  QCOMPARE(row.path, std::string("orders"));
  QCOMPARE(row.age.reason(), Reason::never_polled);
  QCOMPARE(row.unread.reason(), Reason::never_polled);
}

void TestFreshness::order() {
  const auto s = told(60, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("late", "t", 0, R"("start": 10)"),
                                  group("current", "t", 0, R"("follow": "high")"),
                                  group("g", "t", 0, R"("start": 300)"), group("unknown", "t", 0, R"("values": [])"),
                                  group("draining", "t", 0, R"("start": 10, "rates": [[50, 4]])")}));
  std::string order;
  for (const FreshnessRow& row : freshness_rows(*s, s->to, profile_of(Millis(60'000))))
    order += row.group.value() + ' ';
  QCOMPARE(order, std::string("g late unknown draining current "));
}

void TestFreshness::grouped_by() {
  const auto s = told(60, series({mark("high", "t", 0, R"("rates": [[0, 1]])"), group("a", "t", 0, R"("start": 10)"),
                                  group("b", "t", 0, R"("follow": "high", "delay_polls": 3)"),
                                  mark("high", "u", 0, R"("rates": [[0, 1]])"),
                                  group("b", "u", 0, R"("follow": "high", "delay_polls": 5)")}) +
                              R"(, "topics": [{"topic": "t"}, {"topic": "u"}])");
  const auto by_topic = freshness_rows(*s, s->to, {}, {}, FreshnessBy::topic);
  QCOMPARE(by_topic.size(), 2u);
  QCOMPARE(by_topic[0].path, std::string("t"));
  QCOMPARE(by_topic[0].group.value(), std::string("a"));
  QCOMPARE(*by_topic[0].unread, 580 + 30);
  const auto by_group = freshness_rows(*s, s->to, {}, {}, FreshnessBy::group);
  QCOMPARE(*by_group[1].unread, 30 + 50);
  QCOMPARE(by_group[1].all_partitions, 2);
  QCOMPARE(freshness_rows(*s, s->to, {}, {}, FreshnessBy::owner).size(), 1u);
}

void TestFreshness::history_is_asked_for_budgets_only() {
  QVERIFY(!freshness_history({}, poll_time(0), poll_time(9)));
  Profile profile = profile_of(Millis(1));
  const auto request = freshness_history(profile, poll_time(0), poll_time(9));
  QCOMPARE(request->from, poll_time(0));
  QCOMPARE(request->topic_names, (std::vector<std::string>{"t"}));
  profile.classes[0].target.reset();
  QVERIFY(!freshness_history(profile, poll_time(0), poll_time(9)));
}

QTEST_GUILESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
