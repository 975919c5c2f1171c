// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of a past, on librdkafka's built-in cluster, which looks up no times: that is said, and no mark is made
// of it; a leader that is gone blanks its partition alone; bounded reads of a topic from its beginning.
#include <QTest>

#include "collectors/kafka/past_highs.h"
#include "collectors/kafka/window_reader.h"
#include "tests/integration/kafka/mock_cluster.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};
const LocalTime noon = local_time(1'767'268'800'000);
using Value = Known<std::int64_t>;
}  // namespace

class TestKafkaPast final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    cluster_ = std::make_unique<MockCluster>(1);
    cluster_->create_topic("orders", 3);
    for (int i = 0; i < 20; ++i)
      cluster_->produce_record("orders", i % 2, "k" + std::to_string(i), "v" + std::to_string(i));
    profile_.name = ClusterName("prod");
    profile_.bootstrap = cluster_->bootstrap();
  }

  void where_no_time_is_looked_up_no_mark_is_made() {
    const auto session = Session::open(profile_, NoSecrets());
    QVERIFY(session && (*session)->begin_sweep({}));
    std::size_t told = 0;
    const auto past =
        read_past_highs(**session, noon, noon + Millis(60'000), {}, [&](std::size_t done) { told = done; });
    QVERIFY(past);
    QCOMPARE(past->grid.points, std::size_t{6});
    QCOMPARE(past->marks.size(), std::size_t{3});
    for (const PastMark& mark : past->marks) {
      const bool empty = mark.partition.partition.value() == 2;
      QCOMPARE(mark.values, std::vector<Value>(6, empty ? Reason::no_history : Reason::not_supported));
    }
    QCOMPARE(past->look_ups, std::size_t{3});
    QCOMPARE(told, std::size_t{3});
    QVERIFY(past->account.cost.requests > 0 && !past->account.limits.empty());
  }

  void a_stop_ends_it() {
    const auto session = Session::open(profile_, NoSecrets());
    QVERIFY(session && (*session)->begin_sweep({}));
    std::stop_source stop;
    stop.request_stop();
    const auto past = read_past_highs(**session, noon, noon + Millis(60'000), stop.get_token(), [](std::size_t) {});
    QVERIFY(!past);
    QVERIFY(past.error().code == ErrorCode::cancelled);
  }

  void a_topic_from_its_beginning() {
    std::map<std::string, std::string> taken;
    const auto text = [](std::span<const std::byte> bytes) {
      return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());  // NOLINT: bytes are text here
    };
    const auto read = read_window(profile_, NoSecrets(), "orders", std::nullopt, {}, {},
                                  [&](const WindowRecord& record) { taken[text(record.key)] = text(*record.value); });
    QVERIFY2(read.has_value(), read ? "" : read.error().line().c_str());
    QCOMPARE(taken.size(), std::size_t{20});
    QCOMPARE(taken["k7"], std::string("v7"));
    QCOMPARE(read->partitions, 3);
    QCOMPARE(read->records, 20);
    QVERIFY(read->bytes > 0 && read->cut.empty());
  }

  void a_read_is_bounded_and_says_what_it_left() {
    const auto read =
        read_window(profile_, NoSecrets(), "orders", std::nullopt, {.records = 5}, {}, [](const auto&) {});
    QVERIFY(read);
    QCOMPARE(read->records, 5);
    QVERIFY(!read->cut.empty());
  }

  void a_topic_that_is_not_there() {
    const auto read = read_window(profile_, NoSecrets(), "payments", std::nullopt, {}, {}, [](const auto&) {});
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::no_data);
  }

 private:
  std::unique_ptr<MockCluster> cluster_;
  ClusterProfile profile_;
};

QTEST_GUILESS_MAIN(TestKafkaPast)
#include "tst_past.moc"
