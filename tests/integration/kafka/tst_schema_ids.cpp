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
    registered_ = {};
    know({5, 6, 7});
  }
  void cleanup() {
    source_.reset();
    recorder_.reset();
    cluster_.reset();
  }

  void frames() {
    const std::vector<RecordHeader> none;
    const auto of_value = [](const std::string& bytes, const std::vector<RecordHeader>& headers) {
      return framed_id(RecordPart::value, bytes, headers);
    };
    QCOMPARE(of_value(framed(7), none), std::optional<std::int64_t>(7));
    QCOMPARE(of_value(framed(0x7fffffff, {}), none), std::optional<std::int64_t>(0x7fffffff));
    for (const std::string& bytes : {std::string(), std::string("{\"a\": 1}"), std::string("\0\0\0\1", 4), framed(0),
                                     framed(0x80000000u), std::string("\1\0\0\0\7x", 6)})
      QVERIFY(!framed_id(bytes));
    // The header speaks where there is one, also where it holds a GUID, which is no id; each part has its own.
    const std::string guid = "\1" + std::string(16, 'g'), header = framed(9, {});
    QCOMPARE(of_value(framed(7), {{"__value_schema_id", header}}), std::optional<std::int64_t>(9));
    QVERIFY(!of_value(framed(7), {{"__value_schema_id", guid}}));
    QCOMPARE(of_value(framed(7), {{"__key_schema_id", header}}), std::optional<std::int64_t>(7));
    QCOMPARE(framed_id(RecordPart::key, framed(7), std::vector<RecordHeader>{{"__key_schema_id", header}}),
             std::optional<std::int64_t>(9));
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

  // What was registered before may have stood in what is not read; only what is registered later is dated.
  void a_topic_that_was_there_before() {
    cluster_->create_topic("orders", 1);
    send(0, 7, 1);
    send(0, 5, 250);
    poll();
    QCOMPARE(lines(), std::string());
    know({5, 6, 7});
    send(0, 6, 1);
    send(0, 7, 1);
    poll();
    QCOMPARE(lines(), std::string());
    know({5, 6, 7, 8});
    send(0, 8, 1);
    poll();
    QCOMPARE(lines(), std::string("8 0 253"));
  }

  // A registry that was not asked since cannot say that an id did not exist then.
  void nothing_is_dated_while_no_registry_is_asked() {
    cluster_->create_topic("orders", 1);
    send(0, 5, 250);
    poll();
    registered_.topics["orders"].emplace(RecordPart::value, 8);
    send(0, 8, 1);
    poll();
    know({5, 8});
    send(0, 8, 1);
    poll();
    QCOMPARE(lines(), std::string());
  }

  // More came than is read: what was there by then may be among what was left out.
  void too_much_at_once() {
    cluster_->create_topic("orders", 1);
    send(0, 5, 1);
    poll();
    send(0, 6, 500);
    send(0, 7, 10'000);
    poll();
    QCOMPARE(lines(), std::string("5 0 0"));
    know({5, 6, 7});
    send(0, 6, 1);
    poll();
    QCOMPARE(lines(), std::string("5 0 0"));
    know({5, 6, 7, 8});
    send(0, 8, 1);
    poll();
    QCOMPARE(lines(), std::string("5 0 0\n8 0 10502"));
  }

  void what_no_registry_knows_is_no_id() {
    cluster_->create_topic("orders", 1);
    cluster_->create_topic("bytes", 1);
    send(0, 4711, 1);
    cluster_->produce_record("bytes", 0, "k", framed(5));
    poll();
    QCOMPARE(lines(), std::string());
    QVERIFY(!recorder_->state("topic:bytes", std::string(aspect::schema_ids)));  // no registry has a subject of it
    know({5, 4711});  // the registry was asked later than the record was read
    poll();
    QCOMPARE(lines(), std::string("4711 0 0"));
  }

  // A number of eight bytes as a key looks like an id; only a topic with a subject of keys has ids there.
  void keys_count_where_they_have_a_subject() {
    cluster_->create_topic("orders", 1);
    cluster_->produce_record("orders", 0, framed(5, "\1\2\3"), framed(6));
    poll();
    QCOMPARE(lines(), std::string("6 0 0"));
    registered_.topics["orders"].emplace(RecordPart::key, 5);
    cluster_->produce_record("orders", 0, framed(5), framed(6));
    poll();
    QCOMPARE(lines(), std::string("5 0 1\n6 0 0"));
  }

  void bytes_that_only_look_like_frames() {
    cluster_->create_topic("orders", 1);
    for (std::uint32_t id = 1; id <= 80; ++id) cluster_->produce_record("orders", 0, "k", framed(id));
    poll();
    QCOMPARE(lines(), std::string("nothing was told"));  // not that there is none
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
    Profile profile;
    profile.registries = {{.name = "r", .cluster = ClusterName("c")}, {.name = "s", .cluster = ClusterName("c")}};
    RegistriesTold told(profile);
    Poll poll;
    poll.wall = local_time(1'000);
    poll.due = poll.answered = 2;
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
    const RegisteredSchemas all = told.of(ClusterName("c"));
    QCOMPARE(all.topics, (std::map<std::string, std::set<PartId>>{{"orders", {{RecordPart::value, 5}}}}));
    QVERIFY(told.of(ClusterName("other")).topics.empty());
    // All are asked when the last of them was, whole.
    QCOMPARE(all.asked, LocalTime::min());
    told.note({"registry", "s", ClusterName("c")}, poll);
    QCOMPARE(told.of(ClusterName("c")).asked, local_time(1'000));
    poll.wall = local_time(2'000);
    poll.answered = 1;
    told.note({"registry", "s", ClusterName("c")}, poll);
    QCOMPARE(told.of(ClusterName("c")).asked, local_time(1'000));
  }

 private:
  // A registry is asked now, and has these.
  void know(std::initializer_list<std::int64_t> ids) {
    QTest::qSleep(2);  // later than what was read
    for (const std::int64_t id : ids) registered_.topics["orders"].emplace(RecordPart::value, id);
    registered_.asked = clock_.now();
    QTest::qSleep(2);  // so that what comes is later
  }
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
