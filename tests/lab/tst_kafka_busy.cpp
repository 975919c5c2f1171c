// SPDX-License-Identifier: GPL-3.0-or-later
// A topic that never stands still, read four times a second for three minutes and judged as `lag --at` judges a
// timeline: no lag is negative, nothing known becomes unknown, no mark falls.
#include <QTest>
#include <algorithm>
#include <thread>

#include "app/demo/producer.h"
#include "collectors/kafka/kafka_source.h"
#include "collectors/kafka/rd.h"
#include "models/analysis/lag.h"
#include "tests/integration/kafka/admin.h"
#include "tests/lab/lab_fixture.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using tidemark::testing::Admin;
using tidemark::testing::Lab;

namespace {
constexpr int partitions = 6;
constexpr double sent_per_second = 6'000;
constexpr double least_per_second = 5'000;
constexpr int polls = 720;
constexpr Millis interval{250};
const char* const topic = "busy.test";
const char* const group = "busy-test";

class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view reference) const override { return std::string(reference); }
};

// Reads everything at once and commits ten times a second.
class Follower final {
 public:
  explicit Follower(const std::string& bootstrap) {
    auto made = demo::make_client(RD_KAFKA_CONSUMER, {{"bootstrap.servers", bootstrap},
                                                      {"group.id", group},
                                                      {"auto.commit.interval.ms", "100"},
                                                      {"auto.offset.reset", "earliest"},
                                                      {"fetch.wait.max.ms", "20"}});
    if (!made) qFatal("%s", made.error().line().c_str());
    client_ = std::move(*made);
    rd_kafka_poll_set_consumer(client_.get());
    const rd::Partitions list(rd_kafka_topic_partition_list_new(1));
    rd_kafka_topic_partition_list_add(list.get(), topic, RD_KAFKA_PARTITION_UA);
    if (rd_kafka_subscribe(client_.get(), list.get())) qFatal("subscribe");
    thread_ = std::jthread([this](std::stop_token stop) {
      while (!stop.stop_requested())
        if (auto* message = rd_kafka_consumer_poll(client_.get(), 100)) rd_kafka_message_destroy(message);
      rd_kafka_consumer_close(client_.get());
    });
  }

 private:
  demo::Client client_;
  std::jthread thread_;
};

// Empty, or what is wrong with a row after the same row of the poll before.
std::string fault(const LagRow& row, const LagRow& before) {
  if (!row.committed || !row.stable || !row.high || !row.floor) return "a mark is unknown";
  if (!row.lag || *row.lag != *row.high - *row.committed || *row.lag < 0) return "lag";
  if (*row.stable < *row.committed || *row.high < *row.stable || *row.committed < *row.floor) return "order of marks";
  if (!row.unread_records || *row.unread_records < 0) return "unread records";
  if (row.age && *row.age < Millis(0)) return "negative age";
  const bool fell = *row.committed < *before.committed || *row.stable < *before.stable || *row.high < *before.high ||
                    *row.floor < *before.floor;
  return fell ? "a mark fell" : "";
}

bool is_known(const LagRow& row) { return row.committed && row.stable && row.high && row.floor && row.lag; }

long long percentile(std::vector<Millis> values, std::size_t percent) {
  std::ranges::sort(values);
  return values[std::min(values.size() - 1, values.size() * percent / 100)].count();
}
}  // namespace

class KafkaBusyTest : public QObject {
  Q_OBJECT

 private:
  const SystemClock clock_;
  const NoSecrets secrets_;
  Lab lab_;
  std::unique_ptr<demo::DemoProducer> producer_;
  std::unique_ptr<Follower> follower_;

  std::unique_ptr<KafkaSource> open(SampleSink& sink) {
    ClusterProfile profile;
    profile.name = ClusterName("lab");
    profile.bootstrap = lab_.bootstrap();
    profile.poll = interval;
    profile.topics = {topic};
    profile.groups = {group};
    auto source = KafkaSource::open(profile, secrets_, clock_, sink);
    if (!source) qFatal("%s", source.error().line().c_str());
    return std::move(*source);
  }

  void poll_often(test::Recorder& sink) {
    const auto source = open(sink);
    const auto begun = clock_.mono();
    for (int n = 0; n < polls; ++n) {
      const Millis early = begun + n * interval - clock_.mono();
      if (early > Millis(0)) QTest::qSleep(static_cast<int>(early.count()));
      const auto polled = source->poll_once({}, Millis(50));
      QVERIFY2(polled.has_value(), polled ? "" : polled.error().line().c_str());
    }
  }

 private slots:
  void initTestCase() {
    const auto start = lab_.up();
    if (start == Lab::Start::unavailable && !qEnvironmentVariableIsSet("CI"))
      QSKIP("no lab: the registry with Kafka's jars cannot be reached");
    QCOMPARE(start, Lab::Start::ok);
    Admin(lab_.bootstrap()).create_topics({topic}, partitions);
    auto producer = demo::DemoProducer::make(lab_.bootstrap(), clock_);
    QVERIFY(producer);
    producer_ = std::move(*producer);
    std::map<TopicPartition, double> rates;
    for (int i = 0; i < partitions; ++i) rates[{TopicName(topic), PartitionId(i)}] = sent_per_second / partitions;
    producer_->run(std::move(rates));
    follower_ = std::make_unique<Follower>(lab_.bootstrap());
  }

  void no_lag_is_negative_over_720_polls() {
    test::Recorder sink;
    poll_often(sink);
    if (QTest::currentTestFailed()) return;
    const auto snapshot = sink.snapshot();
    const auto lane = std::ranges::find(snapshot->lanes, "offsets", &LaneInfo::name);
    QVERIFY(lane != snapshot->lanes.end());
    QCOMPARE(lane->polls.size(), std::size_t(polls));
    std::vector<Millis> took;
    std::map<TopicPartition, LagRow> first, newest;
    std::size_t judged = 0, moved = 0, behind = 0;
    for (const auto& poll : lane->polls) {
      took.push_back(poll.took);
      std::size_t known = 0;
      for (const auto& row : lag_rows(*snapshot, poll.wall)) {
        if (!first.contains(row.partition) && !is_known(row)) continue;  // no answer yet
        const auto [begin, is_first] = first.emplace(row.partition, row);
        auto& before = newest.emplace(row.partition, row).first->second;
        const auto wrong = fault(row, before);
        QVERIFY2(wrong.empty(), (wrong + " in poll " + std::to_string(poll.seq)).c_str());
        moved += !is_first && *row.committed > *before.committed;
        behind += *row.lag > 0;
        before = row;
        ++known;
      }
      QCOMPARE(known, first.size());  // a row that was there stays there
      judged += known;
    }
    QCOMPARE(first.size(), std::size_t(partitions));
    std::int64_t records = 0;
    for (const auto& [tp, row] : newest) records += *row.high - *first.at(tp).high;
    const double seconds = static_cast<double>((lane->polls.back().wall - lane->polls.front().wall).count()) / 1000;
    qInfo("%zu polls in %.1f s: %zu rows judged, %zu behind, %zu commits seen to move; %lld records, %.0f a second",
          lane->polls.size(), seconds, judged, behind, moved, static_cast<long long>(records),
          static_cast<double>(records) / seconds);
    qInfo("a poll took %lld ms (median), %lld ms (99 of 100), at most %lld ms", percentile(took, 50),
          percentile(took, 99), percentile(took, 100));
    QVERIFY(judged >= polls * partitions * 95 / 100);
    QVERIFY(moved >= judged / 2);
    QVERIFY(behind > 0);
    QVERIFY(static_cast<double>(records) >= least_per_second * seconds);
  }
};

QTEST_GUILESS_MAIN(KafkaBusyTest)
#include "tst_kafka_busy.moc"
