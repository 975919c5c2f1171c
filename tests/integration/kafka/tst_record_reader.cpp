// SPDX-License-Identifier: GPL-3.0-or-later
// Bounded reads and the search for a key, on librdkafka's built-in cluster (which cannot find offsets by time: the end
// of the log is read there).
#include <QTest>

#include "collectors/kafka/key_search.h"
#include "tests/integration/kafka/mock_cluster.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};
constexpr std::int64_t noon = 1'767'268'800'000;
const TopicName orders("orders");
}  // namespace

class TestRecordReader final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void hashes_are_those_of_the_producers();
  void reads_what_is_asked_for_and_no_more();
  void a_read_is_bounded();
  void topics_that_are_not_there();
  void the_record_of_a_key_nearest_to_the_time();
  void a_producer_with_another_partitioner();
  void a_partition_can_be_named();
  void a_key_that_nobody_wrote();

 private:
  TopicPartition tp(int partition) const { return {orders, PartitionId(partition)}; }
  KeyQuestion question(const std::string& key, std::int64_t at = noon) const {
    return {.topic = orders, .key = key, .around = BrokerTime(Millis(at))};
  }
  std::unique_ptr<MockCluster> cluster_;
  std::unique_ptr<RecordReader> reader_;
};

void TestRecordReader::initTestCase() {
  cluster_ = std::make_unique<MockCluster>(1);
  cluster_->create_topic("orders", 5);
  for (int i = 0; i < 20; ++i) cluster_->produce_key("orders", 0, "k" + std::to_string(i), noon + i * 1000);
  ClusterProfile profile;
  profile.bootstrap = cluster_->bootstrap();
  auto reader = RecordReader::open(profile, NoSecrets());
  if (!reader) qFatal("%s", reader.error().line().c_str());
  reader_ = std::move(*reader);
}

void TestRecordReader::hashes_are_those_of_the_producers() {
  // Of Kafka's own tests of murmur2: the hash without its sign.
  const auto java = [](const char* key, std::int64_t hash) {
    const auto places = key_places(key, 1000);
    QCOMPARE(places.front().partitioner, std::string("murmur2"));
    QCOMPARE(std::int64_t{places.front().partition.value()}, (hash & 0x7fffffff) % 1000);
  };
  java("21", -973932308);
  java("foobar", -790332482);
  java("a-little-bit-long-string", -985981536);
  java("abc", 479470107);
  QCOMPARE(key_places("abc", 1).size(), 1u);  // all of them say 0
  QVERIFY(key_places("abc", 0).empty());
  // crc32("abc") = 0x352441c2.
  QCOMPARE(std::int64_t{key_places("abc", 1000).at(1).partition.value()}, 0x352441c2 % 1000);
}

void TestRecordReader::reads_what_is_asked_for_and_no_more() {
  QCOMPARE(*reader_->partitions(orders), 5);
  QCOMPARE(reader_->ends(tp(0))->high, 20);
  std::string keys;
  const auto reached = reader_->read(tp(0), 3, 6, {}, {}, [&](const RecordHead& record) {
    keys += std::string(record.key) + '@' + std::to_string(ms(*record.time) - noon) + ' ';
    return true;
  });
  QCOMPARE(*reached, 6);
  QCOMPARE(keys, std::string("k3@3000 k4@4000 k5@5000 "));
  QCOMPARE(*reader_->read(tp(0), 18, 99, {}, {}, [](const RecordHead&) { return true; }), 20);  // the end
  QCOMPARE(*reader_->read(tp(0), 5, 5, {}, {}, [](const RecordHead&) { return true; }), 5);
  QCOMPARE(*reader_->read(tp(0), 5, 9, {}, {}, [](const RecordHead&) { return false; }), 6);
}

void TestRecordReader::a_read_is_bounded() {
  int taken = 0;
  const auto reached = reader_->read(tp(0), 0, 20, {.records = 7}, {}, [&](const RecordHead&) { return ++taken > 0; });
  QCOMPARE(taken, 7);
  QCOMPARE(*reached, 7);
  std::stop_source stop;
  stop.request_stop();
  QCOMPARE(reader_->read(tp(0), 0, 20, {}, stop.get_token(), [](const RecordHead&) { return true; }).error().code,
           ErrorCode::cancelled);
}

void TestRecordReader::topics_that_are_not_there() {
  const auto partitions = reader_->partitions(TopicName("nobody"));
  QVERIFY(!partitions);
  QCOMPARE(partitions.error().code, ErrorCode::no_data);
}

void TestRecordReader::the_record_of_a_key_nearest_to_the_time() {
  const std::string key = "customer-7";
  const int place = key_places(key, 5).front().partition.value();
  for (const std::int64_t at : {noon - 400'000, noon - 60'000, noon + 20'000, noon + 90'000})
    cluster_->produce_key("orders", place, key, at);
  const auto found = find_key(*reader_, question(key), {});
  QVERIFY2(found, found ? "" : found.error().line().c_str());
  QCOMPARE(found->partition.partition.value(), place);
  QCOMPARE(ms(found->time), noon + 20'000);
  QCOMPARE(found->matches, 3);  // the first lies more than 5 min away
  QCOMPARE(found->partitioner, std::string("murmur2"));
  QVERIFY(found->whole && !found->append_time);
  KeyQuestion wider = question(key, noon - 380'000);
  QCOMPARE(ms(find_key(*reader_, wider, {})->time), noon - 400'000);
}

void TestRecordReader::a_producer_with_another_partitioner() {
  std::string key;
  std::vector<KeyPlace> places;
  for (int i = 0; places.size() < 2; ++i) places = key_places(key = "c" + std::to_string(i), 5);
  cluster_->produce_key("orders", places[1].partition.value(), key, noon);
  const auto found = find_key(*reader_, question(key), {});
  QVERIFY2(found, found ? "" : found.error().line().c_str());
  QCOMPARE(found->partitioner, places[1].partitioner);
  QCOMPARE(found->partition.partition, places[1].partition);
}

void TestRecordReader::a_partition_can_be_named() {
  KeyQuestion named = question("k4");
  named.partition = PartitionId(0);
  QCOMPARE(find_key(*reader_, named, {})->offset, 4);
  named.partition = PartitionId(5);
  QCOMPARE(find_key(*reader_, named, {}).error().code, ErrorCode::usage);
}

void TestRecordReader::a_key_that_nobody_wrote() {
  const auto found = find_key(*reader_, question("nobody's key"), {});
  QVERIFY(!found);
  QCOMPARE(found.error().code, ErrorCode::no_data);
  QVERIFY(found.error().fix.find("--within") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestRecordReader)
#include "tst_record_reader.moc"
