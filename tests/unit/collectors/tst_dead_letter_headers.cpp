// SPDX-License-Identifier: GPL-3.0-or-later
// The headers of dead letters, byte for byte as Kafka Connect, Kafka Streams, share groups and Spring Kafka write them.
#include <QTest>

#include "collectors/kafka/dead_letter_headers.h"
#include "collectors/kafka/dead_letter_tally.h"

using namespace tidemark;
using namespace std::string_view_literals;

namespace {
using Headers = std::vector<RecordHeader>;

const Headers of_sink{{"__connect.errors.topic", "orders"},
                      {"__connect.errors.partition", "2"},
                      {"__connect.errors.offset", "9007199254740993"},
                      {"__connect.errors.connector.name", "orders-sink"},
                      {"__connect.errors.task.id", "0"},
                      {"__connect.errors.stage", "VALUE_CONVERTER"},
                      {"__connect.errors.class.name", "org.apache.kafka.connect.json.JsonConverter"},
                      {"__connect.errors.exception.class.name", "org.apache.kafka.connect.errors.DataException"},
                      {"__connect.errors.exception.message", "Converting byte[] failed: 'secret' at 12\n at [Source]"},
                      {"__connect.errors.exception.stacktrace", "org.apache…\n\tat x"}};
const Headers spring{
    {"kafka_dlt-original-topic", "payments"},
    {"kafka_dlt-original-partition", "\x00\x00\x00\x05"sv},
    {"kafka_dlt-original-offset", "\x00\x00\x00\x01\x00\x00\x00\x2a"sv},
    {"kafka_dlt-original-timestamp", "\x00\x00\x01\x8c\x00\x00\x00\x00"sv},
    {"kafka_dlt-original-timestamp-type", "CREATE_TIME"},
    {"kafka_dlt-original-consumer-group", "payments-app"},
    {"kafka_dlt-exception-fqcn", "org.springframework.kafka.listener.ListenerExecutionFailedException"},
    {"kafka_dlt-exception-cause-fqcn", "java.lang.IllegalStateException"},
    {"kafka_dlt-exception-message", "Listener failed"},
    {"kafka_dlt-exception-stacktrace", "…"}};

Headers with(Headers headers, const Headers& more) {
  headers.insert(headers.end(), more.begin(), more.end());
  return headers;
}
}  // namespace

class TestDeadLetterHeaders final : public QObject {
  Q_OBJECT
 private slots:
  void of_connect() {
    const auto found = parse_dead_letter(of_sink);
    QCOMPARE(found.cause.family, std::string("connect"));
    QCOMPARE(found.cause.origin, std::string("orders"));
    QCOMPARE(*found.origin_partition, 2);
    QCOMPARE(*found.origin_offset, 9007199254740993);
    QCOMPARE(found.cause.by, std::string("connector:orders-sink"));
    QCOMPARE(found.cause.stage, std::string("VALUE_CONVERTER"));
    QCOMPARE(found.cause.error_class, std::string("org.apache.kafka.connect.errors.DataException"));
    QCOMPARE(found.cause.message, std::string("Converting byte[] failed: '…' at #"));
  }

  void of_streams() {
    const Headers headers{{"__streams.errors.exception", "java.lang.RuntimeException"},
                          {"__streams.errors.message", {}},
                          {"__streams.errors.stacktrace", "x"},
                          {"__streams.errors.topic", "clicks"},
                          {"__streams.errors.partition", "0"},
                          {"__streams.errors.offset", "7"}};
    const auto found = parse_dead_letter(headers);
    QCOMPARE(found.cause.family, std::string("streams"));
    QCOMPARE(found.cause.error_class, std::string("java.lang.RuntimeException"));
    QCOMPARE(found.cause.origin, std::string("clicks"));
    QCOMPARE(*found.origin_offset, 7);
    QVERIFY(found.cause.message.empty() && found.cause.by.empty() && found.cause.stage.empty());
  }

  void of_share_groups() {
    const Headers headers{{"__dlq.errors.topic", "jobs"},       {"__dlq.errors.partition", "1"},
                          {"__dlq.errors.offset", "44"},        {"__dlq.errors.group", "workers"},
                          {"__dlq.errors.delivery.count", "5"}, {"__dlq.errors.message", "rejected after 5 attempts"}};
    const auto found = parse_dead_letter(headers);
    QCOMPARE(found.cause.family, std::string("share-group"));
    QCOMPARE(found.cause.by, std::string("group:workers"));
    QCOMPARE(found.cause.message, std::string("rejected after # attempts"));
    QVERIFY(found.cause.error_class.empty());
    QCOMPARE(*found.origin_partition, 1);
  }

  void of_spring() {
    const auto found = parse_dead_letter(spring);
    QCOMPARE(found.cause.family, std::string("spring"));
    QCOMPARE(found.cause.origin, std::string("payments"));
    QCOMPARE(*found.origin_partition, 5);
    QCOMPARE(*found.origin_offset, (std::int64_t{1} << 32) + 42);
    QCOMPARE(found.cause.by, std::string("group:payments-app"));
    QCOMPARE(found.cause.error_class, std::string("java.lang.IllegalStateException"));
  }

  // Some write the numbers of Spring's headers as text, of any length.
  void of_spring_as_text() {
    for (const auto& [text, number] : std::initializer_list<std::pair<const char*, std::int64_t>>{
             {"5", 5}, {"1234", 1234}, {"12345678", 12'345'678}, {"123456789", 123'456'789}}) {
      const Headers headers{{"kafka_dlt-original-topic", "payments"},
                            {"kafka_dlt-original-partition", text},
                            {"kafka_dlt-original-offset", text}};
      const auto found = parse_dead_letter(headers);
      QCOMPARE(std::int64_t{found.origin_partition.value()}, number);
      QCOMPARE(found.origin_offset.value(), number);
    }
  }

  void of_a_key_that_spring_could_not_read() {
    const Headers headers{{"kafka_dlt-original-topic", "payments"},
                          {"kafka_dlt-key-exception-fqcn", "x.DeserializationException"}};
    const auto found = parse_dead_letter(headers);
    QCOMPARE(found.cause.error_class, std::string("x.DeserializationException"));
    QCOMPARE(found.cause.stage, std::string("key"));
  }

  // A record that was set aside twice: whence it came first, what happened last.
  void repeated() {
    const Headers again{{"__connect.errors.topic", "orders-retry"},
                        {"__connect.errors.offset", "1"},
                        {"__connect.errors.connector.name", "retry-sink"},
                        {"__connect.errors.stage", "TASK_PUT"},
                        {"__connect.errors.exception.class.name", "java.sql.SQLException"},
                        {"__connect.errors.exception.message", "duplicate key"}};
    const auto found = parse_dead_letter(with(of_sink, again));
    QCOMPARE(found.cause.origin, std::string("orders"));
    QCOMPARE(*found.origin_offset, 9007199254740993);
    QCOMPARE(found.cause.by, std::string("connector:retry-sink"));
    QCOMPARE(found.cause.error_class, std::string("java.sql.SQLException"));
    QCOMPARE(found.cause.stage, std::string("TASK_PUT"));
    QCOMPARE(found.cause.message, std::string("duplicate key"));
    const Headers twice{{"kafka_dlt-original-consumer-group", "second"},
                        {"kafka_dlt-exception-cause-fqcn", "java.io.IOException"}};
    const auto other = parse_dead_letter(with(spring, twice));
    QCOMPARE(other.cause.by, std::string("group:payments-app"));
    QCOMPARE(other.cause.error_class, std::string("java.io.IOException"));
    // By two families: nothing of the first one's reason is left.
    const auto mixed = parse_dead_letter(with(of_sink, spring));
    QCOMPARE(mixed.cause.family, std::string("spring"));
    QCOMPARE(mixed.cause.origin, std::string("orders"));
    QCOMPARE(*mixed.origin_partition, 2);
    QCOMPARE(mixed.cause.error_class, std::string("java.lang.IllegalStateException"));
    QVERIFY(mixed.cause.stage.empty());
  }

  void hostile() {
    QVERIFY(parse_dead_letter({}).cause.family.empty());
    QVERIFY(parse_dead_letter(Headers{{"__connect.errors.unheard-of", "x"}, {"topic", "y"}}).cause.family.empty());
    const std::string long_text(100'000, 'x');
    const Headers bad{{"__connect.errors.topic", "or\nders"},
                      {"__connect.errors.partition", "-1"},
                      {"__connect.errors.offset", "99999999999999999999"},
                      {"__connect.errors.connector.name", "a\x1b[31m\xe2\x80\xae<b>"},
                      {"__connect.errors.stage", "\xff\xfe"},
                      {"__connect.errors.exception.class.name", long_text},
                      {"__connect.errors.exception.message", long_text}};
    const auto found = parse_dead_letter(bad);
    QVERIFY(found.cause.origin.empty() && !found.origin_partition && !found.origin_offset);
    QCOMPARE(found.cause.by, std::string("connector:a[31m<b>"));  // inert, and shown as text
    QVERIFY(found.cause.stage.empty() && found.cause.error_class.empty());
    QVERIFY(found.cause.message.size() < 300);
    const Headers high_bit{{"kafka_dlt-original-partition", "\xff\xff\xff\xff"sv}};
    QVERIFY(!parse_dead_letter(high_bit).origin_partition);
  }

  // What a message quotes may be the record.
  void messages_lose_what_they_quote() {
    const auto pattern = [](const char* text) { return QString::fromStdString(message_pattern(text)); };
    QCOMPARE(pattern("Unrecognized token 'bob's card': was expecting"),
             QString("Unrecognized token '…': was expecting"));
    QCOMPARE(pattern("(byte[])\"{\"card\": 4111}\"; line: 1"), QString("(…)\"…\"; line: #"));
    QCOMPARE(pattern("bad {\"a\": 1"), QString("bad {…}"));
    QCOMPARE(pattern("can't read it"), QString("can't read it"));
    QCOMPARE(pattern("Value (many) was out of range"), QString("Value (…) was out of range"));
    QCOMPARE(pattern("cut 'off"), QString("cut '…'"));
    QCOMPARE(pattern("first\nsecond"), QString("first"));
  }

  void counted() {
    DeadLetterTally tally;
    tally.add(parse_dead_letter(of_sink), 0, 3);
    tally.add(parse_dead_letter(spring), 1, 5);
    tally.add(parse_dead_letter(of_sink), 2, 9);
    tally.add(parse_dead_letter({}), 2, 10);
    QCOMPARE(tally.read(), 4);
    QVERIFY(tally.proven());
    QCOMPARE(tally.causes().size(), 3U);
    const auto& first = tally.causes().at(cause_id(parse_dead_letter(of_sink).cause));
    QCOMPARE(first.count, 2);
    QCOMPARE(first.cause.partition, 0);
    QCOMPARE(first.cause.offset, 3);
    QCOMPARE(first.partition, 2);
    QCOMPARE(first.offset, 9);
  }

  void no_more_causes_than_can_be_kept() {
    DeadLetterTally tally;
    for (int i = 0; i < 100; ++i) {
      const std::string name = "E" + std::to_string(i);
      tally.add(parse_dead_letter(Headers{{"__streams.errors.exception", name}}), 0, i);
    }
    QCOMPARE(tally.read(), 100);
    QCOMPARE(tally.causes().size(), DeadLetterTally::most_causes + 1);
    std::int64_t sum = 0;
    for (const auto& [id, counted] : tally.causes()) sum += counted.count;
    QCOMPARE(sum, 100);
  }

  void lines() {
    DeadLetterCause cause{"connect", "orders", "connector:a\tb", "x.Y", "TASK_PUT", "line\nline", 3, 77};
    const auto back = parse_cause(cause_line(cause));
    QVERIFY(back);
    QCOMPARE(back->by, std::string("connector:a b"));
    QCOMPARE(back->message, std::string("line line"));
    QCOMPARE(back->partition, 3);
    QCOMPARE(back->offset, 77);
    QCOMPARE(parse_cause(cause_line(*back)), back);
    for (const char* bad :
         {"", "a\tb", "a\tb\tc\td\te\tf\t1\tx", "a\tb\tc\td\te\tf\t-1\t2", "a\tb\tc\td\te\tf\t1\t2\t3"})
      QVERIFY2(!parse_cause(bad), bad);
  }

  void names_suggest() {
    for (const auto& [topic, origin] :
         std::initializer_list<std::pair<const char*, const char*>>{{"orders-dlq", "orders"},
                                                                    {"orders.DLT", "orders"},
                                                                    {"orders-dlt", "orders"},
                                                                    {"a_dlq", "a"},
                                                                    {"lake~dlq", "lake"},
                                                                    {"dlq-orders", "orders"},
                                                                    {"x-errors", "x"},
                                                                    {"dlq", ""},
                                                                    {"dead-letter-x", "x"},
                                                                    {"pay-dead-letter", "pay"},
                                                                    {"a.errors", "a"}})
      QCOMPARE(suggested_origin(topic), std::optional<std::string>(origin));
    for (const char* topic : {"orders", "errors", "terrors", "-dlq", "dlqs", "deadline"})
      QVERIFY2(!suggested_origin(topic), topic);
  }
};

QTEST_GUILESS_MAIN(TestDeadLetterHeaders)
#include "tst_dead_letter_headers.moc"
