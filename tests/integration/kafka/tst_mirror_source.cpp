// SPDX-License-Identifier: GPL-3.0-or-later
// What a MirrorMaker 2 keeps of its work, read from librdkafka's built-in cluster, which is filled with the records
// that a real one wrote (tests/fixtures/mirror): what is told of it, what is new, and what is not there.
#include <QFile>
#include <QTest>
#include <boost/json.hpp>
#include <set>

#include "collectors/kafka/mirror_source.h"
#include "models/domain/mirror.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/integration/kafka/recorder.h"

using namespace tidemark;
using namespace tidemark::testing;
namespace json = boost::json;

namespace {
class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};

std::string unhex(const json::value& text) {
  return QByteArray::fromHex(QByteArray(text.as_string().c_str())).toStdString();
}

ClusterProfile at(const MockCluster& cluster, const char* name) {
  ClusterProfile out;
  out.name = ClusterName(name);
  out.bootstrap = cluster.bootstrap();
  return out;
}
const std::string here = "partition:fixture-orders/0", there = "partition:eu.fixture-orders/0";
}  // namespace

class TestMirrorSource final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    QFile file(QFINDTESTDATA("../../fixtures/mirror/records.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    fixture_ = json::parse(file.readAll().toStdString());
  }
  void init() {
    recorder_ = std::make_unique<Recorder>();
    made_.clear();
    mirror_ = {.name = "dr", .source = ClusterName("eu"), .target = ClusterName("us")};
    mirror_.source_alias = "eu";
    mirror_.target_alias = "us";
  }

  void tells_of_both_clusters() {
    MockCluster source(1), target(1);
    fill(source, "mm2-offset-syncs.us.internal", "syncs");
    fill(target, "eu.checkpoints.internal", "checkpoints");
    fill(target, "heartbeats", "heartbeats");
    open(source, target);
    // A moment may lie between a record and its being fetched.
    QTRY_VERIFY_WITH_TIMEOUT(source_->poll_once({}) && value("checkpoints", "checkpoint:fixture-early", there), 30'000);
    const auto mirrored = value("syncs", "mirrored:dr", here);
    QVERIFY(mirrored && *mirrored > 100);
    QCOMPARE(value("syncs", "mirrored_target:dr", here), mirrored);
    QCOMPARE(*value("checkpoints", "checkpoint:fixture-early", there), 1);
    QCOMPARE(*value("checkpoints", "checkpoint_source:fixture-early", there), 60);
    QVERIFY(value("checkpoints", "checkpoint_at:fixture-early", there));
    QVERIFY(*value("checkpoints", "heartbeat_at", "mirror:dr") > 1'700'000'000'000);
    std::map<std::string, std::string> clusters;
    for (const LaneSpec& lane : recorder_->lanes()) clusters[lane.name] = lane.source.cluster.value();
    QCOMPARE(clusters.at("syncs"), std::string("eu"));
    QCOMPARE(clusters.at("checkpoints"), std::string("us"));
  }

  void what_is_new_is_told_and_nothing_twice() {
    MockCluster source(1), target(1);
    fill(source, "mm2-offset-syncs.us.internal", "syncs", 2);
    fill(target, "eu.checkpoints.internal", "checkpoints");
    fill(target, "heartbeats", "heartbeats");
    open(source, target);
    QTRY_VERIFY_WITH_TIMEOUT(source_->poll_once({}) && value("syncs", "mirrored:dr", here), 30'000);
    const std::int64_t before = *value("syncs", "mirrored:dr", here);
    fill(source, "mm2-offset-syncs.us.internal", "syncs");
    QTRY_VERIFY_WITH_TIMEOUT(source_->poll_once({}) && *value("syncs", "mirrored:dr", here) > before, 30'000);
  }

  void topics_that_are_not_there() {
    MockCluster source(1), target(1);
    open(source, target);
    QVERIFY(!source_->poll_once({}));
    const auto poll = recorder_->poll("checkpoints");
    QVERIFY(poll && !poll->errors.empty());
    QCOMPARE(poll->answered, 0);
    QVERIFY(poll->errors.front().text.find("eu.checkpoints.internal") != std::string::npos);
  }

  void only_topics_that_are_wanted() {
    MockCluster source(1), target(1);
    fill(source, "mm2-offset-syncs.us.internal", "syncs");
    fill(target, "eu.checkpoints.internal", "checkpoints");
    fill(target, "heartbeats", "heartbeats");
    mirror_.topics = {"others"};
    open(source, target);
    QTRY_VERIFY_WITH_TIMEOUT(source_->poll_once({}) && value("checkpoints", "checkpoint:fixture-early", there), 30'000);
    QVERIFY(!value("syncs", "mirrored:dr", here));
  }

  void cleanup() { source_.reset(); }

 private:
  void fill(MockCluster& cluster, const std::string& topic, const char* name, std::size_t most = SIZE_MAX) {
    if (!made_.contains(topic)) cluster.create_topic(topic, 1);
    made_.insert(topic);
    for (const auto& record : fixture_.at("records").at(name).as_array())
      if (most > 0) {
        cluster.produce_record(topic, 0, unhex(record.at("key")), unhex(record.at("value")));
        --most;
      }
  }
  void open(const MockCluster& source, const MockCluster& target) {
    auto opened = MirrorSource::open(mirror_, at(source, "eu"), at(target, "us"), NoSecrets(), clock_, *recorder_);
    if (!opened) qFatal("%s", opened.error().line().c_str());
    source_ = std::move(*opened);
  }
  Known<std::int64_t> value(const char* lane, const std::string& signal, const std::string& object) const {
    return recorder_->value(lane, signal, object);
  }

  json::value fixture_;
  std::set<std::string> made_;  // topics
  SystemClock clock_;
  MirrorProfile mirror_;
  std::unique_ptr<Recorder> recorder_;
  std::unique_ptr<MirrorSource> source_;
};

QTEST_GUILESS_MAIN(TestMirrorSource)
#include "tst_mirror_source.moc"
