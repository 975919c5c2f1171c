// SPDX-License-Identifier: GPL-3.0-or-later
// What a bill follows from, and how many members a group needs: measured, modelled, typed in or unknown.
#include <QTest>

#include "models/analysis/cost_drivers.h"
#include "models/analysis/demand.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
const CostDriver& of(const std::vector<CostDriver>& drivers, std::string_view id) {
  const auto found = std::ranges::find(drivers, id, &CostDriver::driver);
  if (found == drivers.end()) qFatal("no driver %s", std::string(id).c_str());
  return *found;
}

GrowthRow topic_row() {
  GrowthRow out;
  out.records_day = 1000.0;
  out.record_bytes = 10.0;
  out.replication = 3;
  out.bytes = 5000.0;
  out.evidence = "measured";
  return out;
}

// A group of two members over two partitions that take 10 records a poll each, and reads `read` a poll of each.
std::shared_ptr<const Snapshot> reading(int read, int behind, int members = 2) {
  std::string series, owned;
  for (int p = 0; p < 2; ++p)
    series +=
        (p ? ", " : "") + mark("floor", "orders", p, R"("start": 0)") + ", " +
        mark("high", "orders", p, R"("start": 100000, "rates": [[0, 10]])") + ", " +
        mark("stable", "orders", p, R"("follow": "high")") + ", " +
        group("g", "orders", p,
              "\"start\": " + std::to_string(100'000 - behind) + ", \"rates\": [[0, " + std::to_string(read) + "]]");
  for (int i = 0; i < members; ++i)
    owned += std::string(i ? ", " : "") + R"({"group": "g", "member": "m)" + std::to_string(i) +
             R"(", "client_id": "c", "host": "/10.0.0.1", "from": 0, "partitions": [)" +
             (i < 2 ? "[\"orders\", " + std::to_string(i) + "]" : "") + "]}";
  return told(40, R"("series": [)" + series + R"(], "states": [{"object": "group:g", "poll": 0, "state": "Stable"}],
                     "members": [)" +
                      owned + "]");
}

ReaderDemand demand(const std::shared_ptr<const Snapshot>& now, Known<double> burst) {
  GrowthRow topic = topic_row();
  topic.cluster = ClusterName("c");
  topic.topic = TopicName("orders");
  topic.burst = burst;
  const auto rows = reader_demand(*now, poll_time(39), {topic}, {});
  if (rows.size() != 1) qFatal("%zu readers", rows.size());
  return rows.front();
}
}  // namespace

class TestCostDrivers final : public QObject {
  Q_OBJECT
 private slots:
  void each_says_where_it_is_from() {
    const Snapshot now;
    const std::vector<GrowthRow> topics{topic_row(), topic_row()};
    LedgerRow landed, rearranged;
    landed.commit.operation = "append";
    rearranged.commit.operation = "replace";
    const std::vector<LedgerRow> ledger{landed, landed, landed, rearranged};
    ConnectorRow connector;
    connector.worker = std::string("w1:8083");
    connector.tasks = {TaskRow{.id = 0, .worker = std::string("w2:8083")},
                       TaskRow{.id = 1, .worker = connector.worker}};
    const std::vector<ConnectorRow> connectors{connector};
    const LocalTime at = local_time(86'400'000);
    const auto drivers = cost_drivers({now, topics, ledger, connectors, local_time(0), at, {}, {}});
    QCOMPARE(drivers.size(), std::size(cost_driver_ids));
    QCOMPARE(*of(drivers, "broker-disk").value, 10'000.0);
    QCOMPARE(of(drivers, "broker-disk").evidence, std::string("measured"));
    QCOMPARE(*of(drivers, "replication").value, 40'000.0);
    QCOMPARE(of(drivers, "replication").evidence, std::string("modelled"));
    QCOMPARE(*of(drivers, "catalog-calls").value, 3.0);
    QCOMPARE(*of(drivers, "maintenance").value, 1.0);
    QCOMPARE(*of(drivers, "worker-hours").value, 48.0);
    for (const char* unknown : {"write-amplification", "object-requests", "zone-traffic", "compute-headroom"}) {
      QVERIFY(!of(drivers, unknown).value.known());
      QCOMPARE(of(drivers, unknown).evidence, std::string("unknown"));
      QVERIFY(!of(drivers, unknown).what.empty());
    }
  }

  void a_part_that_is_not_known_makes_the_sum_unknown() {
    const Snapshot now;
    GrowthRow silent = topic_row();
    silent.bytes = Reason::ambiguous;
    silent.replication = Reason::no_permission;
    const std::vector<GrowthRow> topics{topic_row(), silent};
    ConnectorRow connector;
    connector.worker = std::string("w1:8083");
    connector.tasks = {TaskRow{.id = 0}};
    const std::vector<ConnectorRow> connectors{connector};
    const auto drivers = cost_drivers({now, topics, {}, connectors, local_time(0), local_time(1), {}, {}});
    QCOMPARE(of(drivers, "broker-disk").value.reason(), Reason::ambiguous);
    QCOMPARE(of(drivers, "replication").value.reason(), Reason::no_permission);
    QVERIFY(!of(drivers, "worker-hours").value.known());
    QVERIFY(!of(drivers, "catalog-calls").value.known());
  }

  void what_is_typed_in_says_so_and_prices_are_the_users() {
    const Snapshot now;
    const std::vector<GrowthRow> topics{topic_row()};
    const auto drivers = cost_drivers({now,
                                       topics,
                                       {},
                                       {},
                                       local_time(0),
                                       local_time(1),
                                       {{"zone-traffic", 7.0}},
                                       {{"zone-traffic", 0.5}, {"broker-disk", 2.0}, {"maintenance", 1.0}}});
    QCOMPARE(of(drivers, "zone-traffic").evidence, std::string("typed"));
    QCOMPARE(*of(drivers, "zone-traffic").cost, 3.5);
    QCOMPARE(*of(drivers, "broker-disk").cost, 10'000.0);
    QVERIFY(!of(drivers, "maintenance").cost.known());
    QVERIFY(!of(drivers, "replication").cost.known());
  }

  void a_group_that_catches_up_tells_what_a_member_can_read() {
    const ReaderDemand reader = demand(reading(40, 50'000), 5.0);
    QCOMPARE(*reader.members, 2);
    QCOMPARE(*reader.idle, 0);
    QCOMPARE(*reader.per_member, 40.0);  // 80 a second, of two members
    QCOMPARE(*reader.needed, 1);         // 20 a second come
    QCOMPARE(*reader.needed_in_burst, 3);
    QCOMPARE(*demand(reading(40, 50'000, 3), 5.0).idle, 1);
    QVERIFY(!demand(reading(40, 50'000), Reason::no_history).needed_in_burst.known());
  }

  void a_group_that_follows_does_not() {
    const ReaderDemand reader = demand(reading(10, 20), 2.0);
    QVERIFY(reader.produced.known());
    QCOMPARE(reader.per_member.reason(), Reason::not_probed);
    QCOMPARE(reader.needed.reason(), Reason::not_probed);
  }
};

QTEST_GUILESS_MAIN(TestCostDrivers)
#include "tst_cost_drivers.moc"
