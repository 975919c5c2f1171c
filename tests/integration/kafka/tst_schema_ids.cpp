// SPDX-License-Identifier: GPL-3.0-or-later
// Where the ids of schemas first stand in records, read from librdkafka's built-in cluster; and what is no frame.
#include <QTest>

#include "app/session/registries_told.h"
#include "collectors/kafka/schema_frames.h"
#include "collectors/kafka/schema_id_source.h"
#include "models/domain/schema_versions.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/integration/kafka/recorder.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};
std::string framed(std::uint32_t id, const std::string& payload = "payload") {
  std::string out(1, '\0');
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(id >> shift & 0xff));
  return out + payload;
}
}  // namespace

class TestSchemaIds final : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    cluster_ = std::make_unique<MockCluster>(1);
    recorder_ = std::make_unique<Recorder>();
    registered_ = {.ids = {5, 6, 7}, .topics = {"orders"}};
  }
  void cleanup() {
    source_.reset();
    recorder_.reset();
    cluster_.reset();
  }

  void frames() {
    using Ids = std::vector<std::int64_t>;
    const std::vector<RecordHeader> none;
    QCOMPARE(framed_ids({}, framed(7), none), Ids{7});
    QCOMPARE(framed_ids(framed(3), framed(7), none), (Ids{3, 7}));
    QCOMPARE(framed_ids(framed(7), framed(7), none), Ids{7});
    QCOMPARE(framed_ids({}, framed(0x7fffffff, {}), none), Ids{0x7fffffff});
    for (const std::string& bytes : {std::string(), std::string("{\"a\": 1}"), std::string("\0\0\0\1", 4), framed(0),
                                     framed(0x80000000u), std::string("\1\0\0\0\7x", 6)})
      QVERIFY(!framed_id(bytes));
    // The header speaks where there is one, also where it holds a GUID, which is no id.
    const std::string guid = "\1" + std::string(16, 'g'), header = framed(9, {});
    QCOMPARE(framed_ids({}, framed(7), std::vector<RecordHeader>{{"__value_schema_id", header}}), Ids{9});
    QCOMPARE(framed_ids({}, framed(7), std::vector<RecordHeader>{{"__value_schema_id", guid}}), Ids{});
  }

  void the_first_record_of_an_id() {
    cluster_->create_topic("orders", 2);
    send(0, 5, 3);
    poll();
    QCOMPARE(lines(), std::string("5 0 0"));  // the log is whole: it was the first
    send(0, 5, 2);
    send(0, 7, 2);
    send(0, 5, 1);
    send(1, 6, 1);
    poll();
    QCOMPARE(lines(), std::string("5 0 0\n6 1 0\n7 0 5"));
    send(0, 7, 5);
    poll();
    QCOMPARE(lines(), std::string("5 0 0\n6 1 0\n7 0 5"));
  }

  // What was there before may have stood anywhere; only what comes is dated.
  void a_topic_that_was_there_before() {
    cluster_->create_topic("orders", 1);
    send(0, 5, 250);
    poll();
    QCOMPARE(lines(), std::string());
    send(0, 6, 1);
    poll();
    QCOMPARE(lines(), std::string("6 0 250"));
  }

  // More came than is read: the first of the new id may be among what was left out.
  void too_much_at_once() {
    cluster_->create_topic("orders", 1);
    send(0, 5, 1);
    poll();
    send(0, 6, 10'500);
    poll();
    QCOMPARE(lines(), std::string("5 0 0"));
    send(0, 7, 1);
    poll();
    QCOMPARE(lines(), std::string("5 0 0\n7 0 10501"));
  }

  void what_no_registry_knows_is_no_id() {
    cluster_->create_topic("orders", 1);
    cluster_->create_topic("bytes", 1);
    send(0, 4711, 1);
    cluster_->produce_record("bytes", 0, "k", framed(5));
    poll();
    QCOMPARE(lines(), std::string());
    QVERIFY(!recorder_->state("topic:bytes", std::string(aspect::schema_ids)));  // no registry has a subject of it
    registered_.ids.insert(4711);  // the registry was asked later than the record was read
    poll();
    QCOMPARE(lines(), std::string("4711 0 0"));
  }

  void bytes_that_only_look_like_frames() {
    cluster_->create_topic("orders", 1);
    for (std::uint32_t id = 1; id <= 80; ++id) cluster_->produce_record("orders", 0, "k", framed(id));
    poll();
    QCOMPARE(lines(), std::string());
  }

  void no_cluster() {
    cluster_->create_topic("orders", 1);
    send(0, 5, 1);
    poll();
    cluster_->broker_down(1);
    QVERIFY(!source_->poll_once({}));
    QCOMPARE(recorder_->poll("schema-ids")->answered, 0);
    QCOMPARE(recorder_->poll("schema-ids")->errors.size(), 1U);
    QCOMPARE(lines(), std::string("5 0 0"));
  }

  void what_registries_tell() {
    RegistriesTold told;
    Poll poll;
    poll.states = {{object::subject("r", "orders-value"),
                    std::string(aspect::schema_versions),
                    schema_lines({{.version = 1, .id = 5, .kind = "AVRO"}, {.version = 2}}),
                    {}},
                   {object::subject("r", "com.acme.Order"),
                    std::string(aspect::schema_versions),
                    schema_lines({{.version = 1, .id = 9, .kind = "AVRO"}}),
                    {}},
                   {object::registry("r"), std::string(aspect::state), "ok", {}}};
    told.note({"registry", "r", ClusterName("c")}, poll);
    told.note({"kafka", "r", ClusterName("other")}, poll);
    QCOMPARE(told.of(ClusterName("c")).ids, (std::set<std::int64_t>{5, 9}));
    QCOMPARE(told.of(ClusterName("c")).topics, std::set<std::string>{"orders"});
    QVERIFY(told.of(ClusterName("other")).ids.empty());
  }

 private:
  void send(int partition, std::uint32_t id, int records) {
    cluster_->produce_record("orders", partition, "key", framed(id), records);
  }
  void poll() {
    if (!source_) {
      ClusterProfile profile;
      profile.name = ClusterName("c");
      profile.bootstrap = cluster_->bootstrap();
      auto source = SchemaIdSource::open(profile, NoSecrets(), clock_, *recorder_, [this] { return registered_; });
      if (!source) qFatal("%s", source.error().line().c_str());
      source_ = std::move(*source);
    }
    const auto polled = source_->poll_once({});
    QVERIFY2(polled, polled ? "" : polled.error().line().c_str());
  }
  std::string lines() const {
    return recorder_->state("topic:orders", std::string(aspect::schema_ids)).value_or("nothing was told");
  }

  SystemClock clock_;
  RegisteredSchemas registered_;
  std::unique_ptr<MockCluster> cluster_;
  std::unique_ptr<Recorder> recorder_;
  std::unique_ptr<SchemaIdSource> source_;
};

QTEST_GUILESS_MAIN(TestSchemaIds)
#include "tst_schema_ids.moc"
