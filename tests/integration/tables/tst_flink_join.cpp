// SPDX-License-Identifier: GPL-3.0-or-later
// A table that Flink writes, through TableSource, with a JobManager that answers on loopback and a group on
// librdkafka's built-in cluster.
#include <QTest>

#include "app/session/control_join.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/integration/tables/watched_table.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
constexpr const char* job = "5e3c1f0a9b8d7c6e5f4a3b2c1d0e9f8a";

std::string flink_checkpoint(int id, const std::string& of = job) {
  return member("flink.job-id", of) + ',' + member("flink.operator-id", "a") + ',' +
         member("flink.max-committed-checkpoint-id", std::to_string(id));
}
}  // namespace

class TestFlinkJoin final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void flink_by_its_rest_api_and_its_group();
  void a_flink_that_does_not_know_the_job();
  void a_job_id_is_never_part_of_another_address();
  void no_flink_is_named();

 private:
  Known<std::int64_t> poll() {
    return table_->poll(join_for(table_->profile.catalogs[0], table_->profile, table_->secrets));
  }

  std::unique_ptr<MockCluster> cluster_;
  std::unique_ptr<HttpServer> flink_;
  std::atomic<int> completed_ = 0;
  std::unique_ptr<WatchedTable> table_;
};

void TestFlinkJoin::init() {
  table_ = std::make_unique<WatchedTable>();
  cluster_ = std::make_unique<MockCluster>(1);
  cluster_->create_topic("orders", 1);
  flink_ = std::make_unique<HttpServer>([this](const HttpSeen& seen, HttpPeer& peer) {
    if (seen.target != "/jobs/" + std::string(job) + "/checkpoints")
      return peer.answer(404, R"({"errors":["Job could not be found"]})");
    peer.answer(200, R"({"counts":{"completed":5,"failed":0,"in_progress":0},"latest":{"completed":{"id":)" +
                         std::to_string(completed_) +
                         R"(,"trigger_timestamp":1050000,"end_to_end_duration":40,"state_size":1}},"history":[]})");
  });
  table_->profile.clusters.push_back({.name = ClusterName("prod"), .bootstrap = cluster_->bootstrap()});
  table_->profile.processors.push_back({.name = "f", .cluster = ClusterName("prod"), .url = flink_->url()});
}

void TestFlinkJoin::flink_by_its_rest_api_and_its_group() {
  cluster_->commit("g", "orders", 0, 250);
  completed_ = 41;
  table_->orders.append_with(11, flink_checkpoint(41));
  // The built-in cluster may need a moment for its first answer about a group.
  QTRY_COMPARE_WITH_TIMEOUT(poll(), Known<std::int64_t>(250), 10'000);
  QCOMPARE(table_->state("adapter"), std::string("a"));
  QCOMPARE(table_->state("checkpoint"), std::string("41"));
  QCOMPARE(table_->state("checkpoints-behind"), std::string("0"));
  cluster_->commit("g", "orders", 0, 400);
  completed_ = 42;
  QCOMPARE(poll(), Known<std::int64_t>(250));  // read, and not landed
  QCOMPARE(table_->state("checkpoints-behind"), std::string("1"));
  table_->orders.append_with(12, flink_checkpoint(42));
  QCOMPARE(poll(), Known<std::int64_t>(400));
}

void TestFlinkJoin::a_flink_that_does_not_know_the_job() {
  cluster_->commit("g", "orders", 0, 250);
  table_->orders.append_with(11, flink_checkpoint(41, std::string(32, 'f')));
  QVERIFY(!poll().known());
  QVERIFY(table_->state("unknown-why").find("asked of Flink") != std::string::npos);
}

void TestFlinkJoin::a_job_id_is_never_part_of_another_address() {
  table_->orders.append_with(11, flink_checkpoint(41, "../../jobs/overview?x="));
  QVERIFY(!poll().known());
  QVERIFY(flink_->seen().empty());
  QCOMPARE(table_->state("adapter"), std::string("f"));
}

void TestFlinkJoin::no_flink_is_named() {
  table_->profile.processors.clear();
  table_->orders.append_with(11, flink_checkpoint(41));
  QVERIFY(!poll().known());
  QCOMPARE(table_->state("adapter"), std::string("f"));
  QVERIFY(table_->state("unknown-why").find("\"processors\"") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestFlinkJoin)
#include "tst_flink_join.moc"
