// SPDX-License-Identifier: GPL-3.0-or-later
// The collector against librdkafka's built-in cluster, over TCP: what a poll holds, and what each fault blanks.
#include <QTest>

#include <thread>

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

  void what_the_built_in_cluster_cannot_do_is_said() {
    MockCluster cluster(1);
    cluster.create_topic("orders", 1);
    cluster.produce("orders", 0, 10);
    cluster.commit("sink", "orders", 0, 3);
    Recorder sink;
    auto source = open(profile_of(cluster, {"sink"}), sink);
    QVERIFY(source->poll_once());
    QVERIFY(source->poll_once());
    const auto limits = sink.state("source:mock", "limits").value();
    QVERIFY2(limits.contains("does not list groups"), limits.c_str());
    QVERIFY2(limits.contains("does not find offsets by time"), limits.c_str());
    QVERIFY2(limits.contains("does not tell its configuration"), limits.c_str());
    QCOMPARE(sink.state("cluster:mock", "time-lookup").value(), std::string("no"));
    QCOMPARE(sink.value("offsets", "age:sink", partition(0)).reason(), Reason::never_polled);
    QCOMPARE(sink.polls("configs"), std::size_t(1));  // not asked again
  }

  void a_broker_that_dies_blanks_its_partitions_only() {
    MockCluster cluster;
    cluster.create_topic("orders", 6);
    for (int i = 0; i < 6; ++i) {
      cluster.produce("orders", i, 5);
      cluster.set_leader("orders", i, i % 3 + 1);
    }
    Recorder sink;
    auto source = open(profile_of(cluster, {"sink"}), sink);
    QVERIFY(source->poll_once());
    cluster.broker_down(2);
    static_cast<void>(source->poll_once());

    int lost = 0;
    for (int i = 0; i < 6; ++i) {
      const bool led_by_it = sink.state(partition(i), "leader") == "2";
      lost += led_by_it;
      for (const char* signal : {"stable", "high"}) {
        const auto value = sink.value("offsets", signal, partition(i));
        if (led_by_it)
          QCOMPARE(value.reason(), Reason::unreachable);
        else
          QVERIFY(value == Known<std::int64_t>(5));
      }
    }
    QCOMPARE(lost, 2);
    const auto poll = sink.poll("offsets").value();
    QVERIFY(poll.answered < poll.due);
    QCOMPARE(poll.errors.size(), std::size_t(1));
    QCOMPARE(poll.errors[0].scope, std::string("broker:2"));
    QVERIFY2(poll.took < Millis(4000), std::to_string(poll.took.count()).c_str());
    // From the second poll on the dead broker costs little.
    static_cast<void>(source->poll_once());
    QVERIFY2(sink.poll("offsets")->took < Millis(1500), std::to_string(sink.poll("offsets")->took.count()).c_str());

    cluster.broker_up(2);
    bool back = false;
    for (int i = 0; i < 20 && !back; ++i) {
      static_cast<void>(source->poll_once());
      const auto last = sink.poll("offsets").value();
      back = last.answered == last.due;
    }
    QVERIFY(back);
  }

  void moved_and_missing_leaders() {
    MockCluster cluster;
    cluster.create_topic("orders", 3);
    for (int i = 0; i < 3; ++i) cluster.produce("orders", i, 5);
    Recorder sink;
    auto source = open(profile_of(cluster, {"sink"}), sink);
    QVERIFY(source->poll_once());
    const int before = std::stoi(sink.state(partition(0), "leader").value());
    cluster.set_leader("orders", 0, before % 3 + 1);
    cluster.set_leader("orders", 1, -1);
    QVERIFY(source->poll_once());
    QVERIFY(sink.value("offsets", "high", partition(0)) == Known<std::int64_t>(5));
    QCOMPARE(sink.value("offsets", "high", partition(1)).reason(), Reason::leaderless);
    QCOMPARE(sink.value("floor", "floor", partition(1)).reason(), Reason::leaderless);
    QVERIFY(sink.value("offsets", "high", partition(2)) == Known<std::int64_t>(5));
    QCOMPARE(sink.state(partition(1), "leader").value(), std::string("none"));
  }

  void failed_calls_are_halved_until_they_work() {
    MockCluster cluster(1);
    cluster.create_topic("orders", 8);
    Recorder sink;
    auto source = open(profile_of(cluster, {"sink"}), sink);
    QVERIFY(source->poll_once());
    // Floor: the first call, the second after new metadata and one of the halves fail. Then one quarter for good.
    cluster.fail_requests(api_list_offsets,
                          {RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
                           RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
                           RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED});
    QVERIFY(source->poll_once());
    int known = 0, denied = 0;
    for (int i = 0; i < 8; ++i) {
      const auto value = sink.value("floor", "floor", partition(i));
      known += value.known();
      denied += value.reason() == Reason::no_permission;
    }
    QCOMPARE(known, 7);
    QCOMPARE(denied, 1);
    for (int i = 0; i < 8; ++i) QVERIFY(sink.value("offsets", "high", partition(i)) == Known<std::int64_t>(0));
  }

  void a_group_that_fails_blanks_itself() {
    MockCluster cluster(1);
    cluster.create_topic("orders", 1);
    cluster.produce("orders", 0, 5);
    cluster.commit("a", "orders", 0, 3);
    cluster.commit("b", "orders", 0, 4);
    Recorder sink;
    auto source = open(profile_of(cluster, {"a", "b"}), sink);
    QVERIFY(source->poll_once());
    cluster.fail_requests(api_offset_fetch, {RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED});
    QVERIFY(source->poll_once());
    const auto a = sink.value("offsets", "group:a", partition(0));
    const auto b = sink.value("offsets", "group:b", partition(0));
    QVERIFY(a.known() != b.known());
    QCOMPARE(a.known() ? b.reason() : a.reason(), Reason::no_permission);
    const auto errors = sink.poll("offsets")->errors;
    QCOMPARE(errors.size(), std::size_t(1));
    QVERIFY(errors[0].denied);
  }

  // A coordinator that has just moved says so: the client asks for the new one, and must have where to put that.
  void a_coordinator_that_moved_blanks_its_group() {
    MockCluster cluster(1);
    cluster.create_topic("orders", 1);
    cluster.produce("orders", 0, 5);
    cluster.commit("a", "orders", 0, 3);
    Recorder sink;
    auto source = open(profile_of(cluster, {"a"}), sink);
    QVERIFY(source->poll_once());
    cluster.fail_requests(api_offset_fetch, {RD_KAFKA_RESP_ERR_NOT_COORDINATOR});
    QVERIFY(source->poll_once());
    QCOMPARE(sink.value("offsets", "group:a", partition(0)).reason(), Reason::unreachable);
    QVERIFY(source->poll_once());
    QVERIFY(sink.value("offsets", "group:a", partition(0)) == Known<std::int64_t>(3));
  }

  void a_full_sink_makes_a_gap() {
    MockCluster cluster(1);
    cluster.create_topic("orders", 1);
    Recorder sink;
    auto source = open(profile_of(cluster, {"a"}), sink);
    QVERIFY(source->poll_once());
    sink.refuse(3);  // offsets, groups-idle, floor
    QVERIFY(source->poll_once());
    QVERIFY(source->poll_once());  // skipped
    QCOMPARE(sink.polls("offsets"), std::size_t(1));
    QVERIFY(source->poll_once());
    QCOMPARE(sink.polls("offsets"), std::size_t(2));
    const auto poll = sink.poll("offsets").value();
    QCOMPARE(poll.gaps.size(), std::size_t(1));
    QVERIFY(poll.gaps[0].from > sink.poll("offsets", 1)->wall);
    QVERIFY(poll.gaps[0].from < poll.gaps[0].to);
  }

  void pinned_partitions_are_read_in_between() {
    MockCluster cluster(1);
    cluster.create_topic("orders", 3);
    cluster.produce("orders", 1, 10);
    cluster.commit("sink", "orders", 1, 4);
    cluster.commit("sink", "orders", 2, 0);
    Recorder sink;
    auto source = open(profile_of(cluster, {"sink"}), sink);
    source->pin({{TopicName("orders"), PartitionId(1)}});
    source->start();
    QVERIFY(sink.wait_for_polls("fast", 2, 8000));
    source->stop();
    QCOMPARE(sink.polls("offsets"), std::size_t(1));
    QVERIFY(sink.value("fast", "high", partition(1)) == Known<std::int64_t>(10));
    QVERIFY(sink.value("fast", "stable", partition(1)) == Known<std::int64_t>(10));
    QVERIFY(sink.value("fast", "group:sink", partition(1)) == Known<std::int64_t>(4));
    QCOMPARE(sink.value("fast", "high", partition(2)).reason(), Reason::never_polled);
    QCOMPARE(sink.value("fast", "group:sink", partition(2)).reason(), Reason::never_polled);
  }

  void it_stops_within_two_seconds_of_a_dead_cluster() {
    MockCluster cluster(1);
    cluster.create_topic("orders", 1);
    Recorder sink;
    auto profile = profile_of(cluster, {"a"});
    profile.poll = Millis(250);
    auto source = open(profile, sink);
    source->start();
    QVERIFY(sink.wait_for_polls("offsets", 3, 5000));
    cluster.broker_down(1);
    const auto seen = sink.polls("offsets");
    QVERIFY(sink.wait_for_polls("offsets", seen + 2, 10'000));
    QCOMPARE(sink.value("offsets", "high", partition(0)).reason(), Reason::unreachable);
    const auto poll = sink.poll("offsets").value();
    QVERIFY(poll.answered < poll.due);
    QVERIFY(!poll.errors.empty());
    const auto before = std::chrono::steady_clock::now();
    source->stop();
    QVERIFY(std::chrono::steady_clock::now() - before < std::chrono::seconds(2));
  }

  void no_lag_is_negative_in_720_polls_of_a_busy_topic() {
    MockCluster cluster;
    cluster.create_topic("orders", 3);
    Recorder sink;
    auto profile = profile_of(cluster, {"sink"});
    profile.poll = Millis(10);
    auto source = open(profile, sink);
    std::jthread busy([&](std::stop_token stop) {
      for (std::int64_t n = 1; !stop.stop_requested(); ++n) {
        for (int i = 0; i < 3; ++i) {
          cluster.produce("orders", i, 1);
          cluster.commit("sink", "orders", i, n);  // at the log end at once: the hardest case
        }
      }
    });
    const auto all_committed = [&] {
      for (int i = 0; i < 3; ++i)
        if (!sink.value("offsets", "group:sink", partition(i)).known()) return false;
      return true;
    };
    QTRY_VERIFY(source->poll_once() && all_committed());
    int moved = 0;
    std::int64_t last = 0;
    for (int n = 0; n < 720; ++n) {
      QVERIFY(source->poll_once());
      QVERIFY(all_committed());
      for (int i = 0; i < 3; ++i) {
        const auto group = sink.value("offsets", "group:sink", partition(i));
        const auto stable = sink.value("offsets", "stable", partition(i));
        const auto high = sink.value("offsets", "high", partition(i));
        const auto floor = sink.value("floor", "floor", partition(i));
        QVERIFY(high.known() && stable.known() && floor.known());
        QVERIFY2(*floor <= *group && *group <= *stable && *stable <= *high, qPrintable(QString::number(*group)));
        moved += *group > last;
        last = *group;
      }
    }
    QVERIFY(moved > 200);
  }
};

QTEST_GUILESS_MAIN(KafkaSourceTest)
#include "tst_kafka_source.moc"
