// SPDX-License-Identifier: GPL-3.0-or-later
// Where a gap grew, and what the partitions in which it did have in common.
#include <QTest>
#include <algorithm>

#include "app/session/finding_text.h"
#include "models/analysis/comparison.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr int polls = 240;
constexpr int partitions = 12;

Object orders(int partition) { return object::partition({TopicName("orders"), PartitionId(partition)}); }

// A group that keeps up but, from poll 180 on, in the partitions that `slow` names; the leader of partition n is broker
// 1 + n / 4, its owner member n / 6.
Snapshot cluster_of(const std::vector<int>& slow, const std::string& how = R"("rates": [[180, 20]])") {
  std::string series, members;
  for (int n = 0; n < partitions; ++n) {
    const bool is_slow = std::ranges::find(slow, n) != slow.end();
    series += mark("high", "orders", n, R"("start": 1000, "rates": [[0, 100]])") + ", " +
              mark("stable", "orders", n, R"("follow": "high")") + ", " +
              group("sink", "orders", n, R"("follow": "high", "delay_polls": 1)" + (is_slow ? ", " + how : "")) + ", ";
  }
  for (int m = 0; m < 2; ++m) {
    std::string owned;
    for (int n = 6 * m; n < 6 * m + 6; ++n)
      owned += (owned.empty() ? "" : ", ") + ("[\"orders\", " + std::to_string(n)) + "]";
    members += (m == 0 ? "" : ", ") + (R"({"group": "sink", "member": "m)" + std::to_string(m)) +
               R"(", "client_id": "c)" + std::to_string(m) + R"(", "host": "h", "partitions": [)" + owned + "]}";
  }
  series.resize(series.size() - 2);
  Snapshot out = *told(polls, R"("series": [)" + series + R"(], "members": [)" + members +
                                  R"(], "states": [{"object": "group:sink", "poll": 0, "state": "Stable"}])");
  for (int n = 0; n < partitions; ++n)
    out.states.push_back({out.lanes[out.columns.front().lane].source,
                          orders(n),
                          std::string(aspect::leader),
                          {},
                          out.from,
                          {},
                          std::to_string(1 + n / 4),
                          {}});
  out.index();
  return out;
}
OnsetWindow window() { return window_of(poll_time(180), poll_time(polls - 1)); }
Comparison unread(const Snapshot& snapshot, const Filter& filter = {}) {
  const auto all = comparisons(snapshot, window(), filter);
  const auto found = std::ranges::find(all, ComparedGap::unread, &Comparison::gap);
  if (found == all.end()) qFatal("nothing was compared");
  return *found;
}
std::string text_of(const Comparison& of) { return finding_text(comparison_finding(of, finding_text)); }
const ComparedPart* part(const Comparison& of, Dimension dimension, const std::string& name) {
  const auto found = std::ranges::find_if(
      of.parts, [&](const ComparedPart& one) { return one.dimension == dimension && one.name == name; });
  return found == of.parts.end() ? nullptr : &*found;
}
}  // namespace

class TestComparison final : public QObject {
  Q_OBJECT
 private slots:
  void what_the_slow_ones_have_in_common() {
    const Comparison of = unread(cluster_of({4, 5, 6, 7}));
    QCOMPARE(of.partitions, 12u);
    QCOMPARE(of.unknown, 0u);
    QCOMPARE(of.explaining, 4u);
    QCOMPARE(text_of(of),
             std::string("4 of 12 partitions explain 100 % of what is unread more than before: led by broker 2"));
    const ComparedPart* leader = part(of, Dimension::leader, "2");
    QVERIFY(leader && leader->partitions == 4u && leader->share == 1.0);
    QVERIFY(std::abs(leader->fair - 1.0 / 3) < 1e-9);
    QCOMPARE(part(of, Dimension::leader, "1")->share, 0.0);
    // Both members own two of them: nothing to tell them by. What all are of is no difference.
    QVERIFY(std::abs(part(of, Dimension::member, "c0")->divergence()) < 1e-9);
    QVERIFY(part(of, Dimension::topic, "orders") == nullptr && part(of, Dimension::host, "h") == nullptr);
    QVERIFY(std::ranges::is_sorted(of.parts, std::greater(), &ComparedPart::divergence));
    QCOMPARE(of.parts.front().name, std::string("2"));
  }

  void one_partition_is_named() {
    const Comparison of = unread(cluster_of({9}));
    QCOMPARE(text_of(of), std::string("1 of 12 partitions explains 100 % of what is unread more than before: partition "
                                      "orders/9"));
    QVERIFY(of.after > of.before && of.before > 0);
  }

  void many_are_not_few() {
    const Comparison of = unread(cluster_of({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    QVERIFY2(text_of(of).starts_with("Unread grew in many of 12 partitions"), text_of(of).c_str());
  }

  void a_gap_that_did_not_grow() {
    const Comparison of = unread(cluster_of({}));
    QVERIFY(of.parts.empty() && of.grown == 0);
    QVERIFY2(text_of(of).starts_with("Unread did not grow"), text_of(of).c_str());
  }

  // Nothing is said of partitions that were not measured in both stretches, and that is said.
  void what_was_not_measured_is_not_compared() {
    Snapshot snapshot = cluster_of({4, 5, 6, 7});
    for (Column& column : snapshot.columns)
      if (column.spec.object == orders(6)) std::ranges::fill(column.reasons, Reason::leaderless);
    const Comparison of = unread(snapshot);
    QCOMPARE(of.unknown, 1u);
    QCOMPARE(of.partitions, 11u);
    QVERIFY2(text_of(of).ends_with("; 1 could not be compared"), text_of(of).c_str());
    for (Column& column : snapshot.columns) std::ranges::fill(column.reasons, Reason::leaderless);
    QVERIFY2(text_of(unread(snapshot)).starts_with("Unread cannot be compared"), text_of(unread(snapshot)).c_str());
  }

  // One partition's growth is no growth where all others fell by more.
  void a_sum_that_fell() {
    const Comparison of = unread(cluster_of({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    Comparison fell = of;
    fell.after = fell.before - 1;
    QVERIFY2(text_of(fell).starts_with("Unread did not grow"), text_of(fell).c_str());
  }

  // Both groups read all partitions: a partition of one is not that of the other, and is not counted as one more.
  void several_readers_of_a_partition() {
    const auto snapshot =
        told(polls, R"("series": [)" + mark("high", "t", 0, R"("start": 1000, "rates": [[0, 100]])") + ", " +
                        group("a", "t", 0, R"("follow": "high", "delay_polls": 1)") + ", " +
                        group("b", "t", 0, R"("follow": "high", "delay_polls": 1, "rates": [[180, 0]])") + "]");
    const Comparison of = unread(*snapshot);
    QCOMPARE(of.partitions, 2u);
    QVERIFY2(text_of(of).starts_with("1 of 2 partitions of readers explains 100 %"), text_of(of).c_str());
  }

  // A client id that many have names none of them.
  void members_of_one_client_id() {
    Snapshot snapshot = cluster_of({0, 1, 2});
    for (StateSpan& span : snapshot.states)
      if (span.aspect == aspect::client_id) span.value = "app";
    snapshot.index();
    const Comparison of = unread(snapshot);
    QVERIFY(part(of, Dimension::member, "m0") && part(of, Dimension::member, "m1"));
    QVERIFY(!part(of, Dimension::member, "app"));
  }

  void filters() {
    const Snapshot snapshot = cluster_of({9});
    QVERIFY(comparisons(snapshot, window(), {.group = {"other"}}).empty());
    QVERIFY(comparisons(snapshot, window(), {.topic = {"other"}}).empty());
    QCOMPARE(unread(snapshot, {.group = {"si*"}}).partitions, 12u);
  }

  // What a group has read and its table does not hold; the group itself keeps up.
  void what_has_not_landed() {
    const std::string table = R"("table": "l.t", )";
    const auto snapshot = told(
        polls,
        R"("series": [)" + mark("high", "t", 0, R"("start": 1000, "rates": [[0, 100]])") + ", " +
            mark("high", "t", 1, R"("start": 1000, "rates": [[0, 100]])") + ", " +
            group("connect-k", "t", 0, R"("follow": "high", "delay_polls": 1)") + ", " +
            group("connect-k", "t", 1, R"("follow": "high", "delay_polls": 1)") + ", " +
            mark("table", "t", 0, table + R"("follow": "group:connect-k", "delay_polls": 2)") + ", " +
            mark("table", "t", 1, table + R"("follow": "group:connect-k", "delay_polls": 2, "rates": [[180, 0]])") +
            R"(], "tables": [{"table": "l.t", "format": "iceberg", "writer": "iceberg-connect", "adapter": "a",
                            "group": "connect-k", "interval_ms": 60000, "timeout_ms": 30000}])");
    const auto all = comparisons(*snapshot, window());
    QCOMPARE(all.size(), 2u);
    QCOMPARE(all[0].grown, 0);
    QCOMPARE(all[1].gap, ComparedGap::not_landed);
    QCOMPARE(text_of(all[1]), std::string("1 of 2 partitions explains 100 % of what has not landed more than before: "
                                          "partition t/1"));
  }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
