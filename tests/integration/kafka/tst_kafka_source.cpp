// SPDX-License-Identifier: GPL-3.0-or-later
// The collector against librdkafka's built-in cluster, over TCP: what a poll holds, and what each fault blanks.
#include <QTest>

#include "collectors/kafka/kafka_source.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/integration/kafka/recorder.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view reference) const override { return std::string(reference); }
};

ClusterProfile profile_of(const MockCluster& cluster, std::vector<std::string> groups) {
  ClusterProfile profile;
  profile.name = ClusterName("mock");
  profile.bootstrap = cluster.bootstrap();
  profile.groups = std::move(groups);
  return profile;
}

std::string partition(int number) { return "partition:orders/" + std::to_string(number); }
}  // namespace

class KafkaSourceTest : public QObject {
  Q_OBJECT

 private:
  const SystemClock clock_;
  const NoSecrets secrets_;

  std::unique_ptr<KafkaSource> open(const ClusterProfile& profile, Recorder& sink) {
    auto source = KafkaSource::open(profile, secrets_, clock_, sink);
    if (!source) qFatal("%s", source.error().line().c_str());
    return std::move(*source);
  }

 private slots:
  void a_poll_holds_floor_group_stable_and_high() {
    MockCluster cluster;
    cluster.create_topic("orders", 4);
    cluster.produce("orders", 1, 10);
    cluster.commit("sink", "orders", 1, 7);
    Recorder sink;
    auto source = open(profile_of(cluster, {"*", "sink", "other"}), sink);
    const auto result = source->poll_once();
    QVERIFY2(result, result ? "" : result.error().line().c_str());

    QVERIFY(sink.value("floor", "floor", partition(1)) == Known<std::int64_t>(0));
    QVERIFY(sink.value("offsets", "group:sink", partition(1)) == Known<std::int64_t>(7));
    QVERIFY(sink.value("offsets", "stable", partition(1)) == Known<std::int64_t>(10));
    QVERIFY(sink.value("offsets", "high", partition(1)) == Known<std::int64_t>(10));
    QVERIFY(sink.value("offsets", "high", partition(0)) == Known<std::int64_t>(0));
    // Not committed and not assigned: no series, rather than a made-up number.
    QCOMPARE(sink.value("offsets", "group:sink", partition(0)).reason(), Reason::never_polled);
    QCOMPARE(sink.value("offsets", "group:other", partition(1)).reason(), Reason::never_polled);

    QCOMPARE(sink.state("partition:orders/1", "replicas").value(), std::string("1\n2\n3"));
    QCOMPARE(sink.state("topic:orders", "partitions").value(), std::string("4"));
    QCOMPARE(sink.state("broker:2", "state").value(), std::string("up"));
    QVERIFY(sink.state("source:mock", "limits").value().find("does not list groups") != std::string::npos);
    const auto poll = sink.poll("offsets").value();
    QVERIFY(poll.due > 0);
    QCOMPARE(poll.due, poll.answered);
    QVERIFY(poll.cost.requests > 0);
    QVERIFY(poll.errors.empty());
  }
};

QTEST_GUILESS_MAIN(KafkaSourceTest)
#include "tst_kafka_source.moc"
