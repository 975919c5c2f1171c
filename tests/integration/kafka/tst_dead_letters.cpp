// SPDX-License-Identifier: GPL-3.0-or-later
// Dead letters read from librdkafka's built-in cluster: what is counted, from where on, and what is left alone.
#include <QTest>

#include "collectors/kafka/dead_letter_source.h"
#include "models/domain/dead_letter.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/integration/kafka/recorder.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
constexpr std::int64_t noon = 1'767'268'800'000;

class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};
}  // namespace

class TestDeadLetters final : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    cluster_ = std::make_unique<MockCluster>(1);
    recorder_ = std::make_unique<Recorder>();
    names_.clear();
  }
  void cleanup() {
    source_.reset();
    recorder_.reset();
    cluster_.reset();
  }

  void counts_by_cause_and_goes_on_where_it_ended() {
    cluster_->create_topic("set-aside", 2);
    names_ = {"set-aside"};
    failed("set-aside", 0, "x.DataException", noon + 5000);
    failed("set-aside", 0, "x.DataException", noon + 6000);
    failed("set-aside", 1, "y.SQLException", noon);
    poll();
    QCOMPARE(read("set-aside"), Known<std::int64_t>(3));
    QCOMPARE(value(signal::dead_letters_unread.value(), "set-aside"), Known<std::int64_t>(0));
    QCOMPARE(value(signal::dead_letters_oldest.value(), "set-aside"), Known<std::int64_t>(noon));
    const auto first = cause("set-aside", "x.DataException");
    QCOMPARE(first.origin, std::string("orders"));
    QCOMPARE(first.by, std::string("connector:sink"));
    QCOMPARE(first.stage, std::string("VALUE_CONVERTER"));
    QCOMPARE(first.partition, 0);
    QCOMPARE(first.offset, 0);
    QCOMPARE(count("set-aside", first), Known<std::int64_t>(2));
    QCOMPARE(count("set-aside", cause("set-aside", "y.SQLException")), Known<std::int64_t>(1));

    failed("set-aside", 1, "x.DataException", noon + 9000);
    poll();
    QCOMPARE(read("set-aside"), Known<std::int64_t>(4));
    QCOMPARE(count("set-aside", first), Known<std::int64_t>(3));
    QCOMPARE(value(signal::dead_letter_partition(cause_id(first)).value(), "set-aside"), Known<std::int64_t>(1));
    QCOMPARE(value(signal::dead_letter_offset(cause_id(first)).value(), "set-aside"), Known<std::int64_t>(1));
    QCOMPARE(cause("set-aside", "x.DataException").offset, 0);  // still the first one
    poll();
    QCOMPARE(read("set-aside"), Known<std::int64_t>(4));  // nothing twice
  }

  // A name suggests it; headers prove it. What nobody names and no name suggests is left alone.
  void topics_by_name_alone() {
    cluster_->create_topic("orders-dlq", 1);
    cluster_->create_topic("orders", 1);
    failed("orders-dlq", 0, "x.DataException", noon);
    failed("orders", 0, "x.DataException", noon);
    poll();
    QCOMPARE(read("orders-dlq"), Known<std::int64_t>(1));
    QCOMPARE(read("orders"), Known<std::int64_t>(Reason::never_polled));
  }

  void records_without_headers() {
    cluster_->create_topic("orders-dlq", 1);
    cluster_->produce("orders-dlq", 0, 1'500);
    poll();
    QCOMPARE(read("orders-dlq"), Known<std::int64_t>(1'500));
    const auto line = recorder_->state("topic:orders-dlq", std::string(aspect::dead_letter_causes));
    QVERIFY(line);
    const auto none = parse_cause(*line);
    QVERIFY(none && none->family.empty() && none->error_class.empty());
    // A thousand without any: it may be something else, and is not read on.
    cluster_->produce("orders-dlq", 0, 10);
    poll();
    QCOMPARE(read("orders-dlq"), Known<std::int64_t>(1'500));
    QCOMPARE(value(signal::dead_letters_unread.value(), "orders-dlq"), Known<std::int64_t>(10));
    names_ = {"orders-dlq"};
    poll();
    QCOMPARE(read("orders-dlq"), Known<std::int64_t>(1'510));
  }

  // Of a topic that was there before only the newest are read, and how many were not is said.
  void the_newest_of_many() {
    cluster_->create_topic("orders-dlq", 1);
    cluster_->produce("orders-dlq", 0, 10'400);
    names_ = {"orders-dlq"};
    poll();
    QCOMPARE(read("orders-dlq"), Known<std::int64_t>(10'000));
    QCOMPARE(value(signal::dead_letters_unread.value(), "orders-dlq"), Known<std::int64_t>(400));
    QCOMPARE(value(signal::dead_letters_oldest.value(), "orders-dlq"), Known<std::int64_t>(Reason::not_probed));
  }

  void an_empty_topic() {
    cluster_->create_topic("orders-dlq", 1);
    poll();
    QCOMPARE(read("orders-dlq"), Known<std::int64_t>(0));
    QCOMPARE(value(signal::dead_letters_oldest.value(), "orders-dlq"), Known<std::int64_t>(Reason::not_applicable));
  }

  void a_topic_that_is_not_there() {
    cluster_->create_topic("orders", 1);
    names_ = {"nobody"};
    poll();
    QCOMPARE(recorder_->poll("dead-letters")->answered, 1);
    QVERIFY(recorder_->all_series().empty());
  }

  void no_cluster() {
    cluster_->create_topic("orders-dlq", 1);
    cluster_->produce("orders-dlq", 0, 1);
    poll();
    cluster_->broker_down(1);
    QVERIFY(!source_->poll_once({}));
    QCOMPARE(recorder_->poll("dead-letters")->answered, 0);
    QCOMPARE(read("orders-dlq"), Known<std::int64_t>(Reason::unreachable));
    QCOMPARE(recorder_->poll("dead-letters")->errors.size(), 1U);
  }

 private:
  void poll() {
    if (!source_) {
      ClusterProfile profile;
      profile.name = ClusterName("c");
      profile.bootstrap = cluster_->bootstrap();
      auto source = DeadLetterSource::open(profile, NoSecrets(), clock_, *recorder_, [this] { return names_; });
      if (!source) qFatal("%s", source.error().line().c_str());
      source_ = std::move(*source);
    }
    const auto polled = source_->poll_once({});
    QVERIFY2(polled, polled ? "" : polled.error().line().c_str());
  }
  void failed(const std::string& topic, int partition, const char* error, std::int64_t at) {
    cluster_->produce_headers(topic, partition,
                              {{"__connect.errors.topic", "orders"},
                               {"__connect.errors.connector.name", "sink"},
                               {"__connect.errors.stage", "VALUE_CONVERTER"},
                               {"__connect.errors.exception.class.name", error}},
                              at);
  }
  Known<std::int64_t> value(const std::string& signal, const std::string& topic) const {
    return recorder_->value("dead-letters", signal, "topic:" + topic);
  }
  Known<std::int64_t> read(const std::string& topic) const { return value(signal::dead_letters_read.value(), topic); }
  Known<std::int64_t> count(const std::string& topic, const DeadLetterCause& of) const {
    return value(signal::dead_letters(cause_id(of)).value(), topic);
  }
  DeadLetterCause cause(const std::string& topic, const std::string& error) const {
    const auto lines = recorder_->state("topic:" + topic, std::string(aspect::dead_letter_causes)).value_or("");
    for (const QByteArray& line : QByteArray::fromStdString(lines).split('\n'))
      if (auto found = parse_cause(line.toStdString()); found && found->error_class == error) return *found;
    return {};
  }

  SystemClock clock_;
  std::set<std::string> names_;
  std::unique_ptr<MockCluster> cluster_;
  std::unique_ptr<Recorder> recorder_;
  std::unique_ptr<DeadLetterSource> source_;
};

QTEST_GUILESS_MAIN(TestDeadLetters)
#include "tst_dead_letters.moc"
