// SPDX-License-Identifier: GPL-3.0-or-later
// A small topic that is read on and on, on librdkafka's built-in cluster: the ends that it tells are never behind what
// it has taken, and it knows where a partition ends now.
#include <QTest>

#include "collectors/kafka/topic_tail.h"
#include "tests/integration/kafka/mock_cluster.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};
constexpr std::chrono::milliseconds budget{2'000};
}  // namespace

class TestTopicTail final : public QObject {
  Q_OBJECT
 private slots:
  void ends_are_not_behind_what_was_taken() {
    MockCluster cluster(1);
    cluster.create_topic("control", 1);
    ClusterProfile profile;
    profile.bootstrap = cluster.bootstrap();
    auto opened = TopicTail::open(profile, NoSecrets(), "control");
    QVERIFY2(opened, opened ? "" : opened.error().line().c_str());
    TopicTail& tail = **opened;
    std::int64_t taken = 0, written = 0;
    for (int round = 0; round < 5; ++round) {
      cluster.produce("control", 0, 3);
      written += 3;
      QCOMPARE(tail.end_now(0), Known<std::int64_t>(written));
      const auto whole = tail.read(budget, {}, [&](const TailRecord& record) { taken = record.offset + 1; });
      QVERIFY(whole);
      if (!*whole) continue;
      // A moment may lie between a record and its being fetched; between one that was taken and the end there is none.
      QVERIFY2(tail.ends().at(0) >= taken, std::to_string(tail.ends().at(0)).c_str());
      QVERIFY(tail.ends().at(0) <= written);
    }
    QTRY_VERIFY(tail.read(budget, {}, [&](const TailRecord& record) { taken = record.offset + 1; }) &&
                taken == written);
    QCOMPARE(tail.ends().at(0), written);
    QCOMPARE(tail.restarts(), 0);
  }
};

QTEST_GUILESS_MAIN(TestTopicTail)
#include "tst_topic_tail.moc"
