// SPDX-License-Identifier: GPL-3.0-or-later
// The control topic of a real sink, decoded and joined here and by an independent reader (tests/lab/lake_oracle.py).
#include <QTest>

#include "collectors/tables/control/control_log.h"
#include "tests/unit/collectors/control/capture.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
const char* const types[] = {"START_COMMIT", "DATA_WRITTEN", "DATA_COMPLETE", "COMMIT_TO_TABLE", "COMMIT_COMPLETE"};

QString text(const std::string& value) { return QString::fromStdString(value); }

std::map<int, std::int64_t> numbers(const QJsonValue& object) {
  std::map<int, std::int64_t> result;
  const auto json = object.toObject();
  for (auto entry = json.begin(); entry != json.end(); ++entry) result[entry.key().toInt()] = entry.value().toInteger();
  return result;
}
}  // namespace

class ControlEventTest final : public QObject {
  Q_OBJECT
 private slots:
  void every_event_is_what_another_reader_decodes() {
    ControlDecoder decoder;
    const auto records = captured_records();
    const auto expected = survey("after").value("control").toArray();
    QVERIFY(records.size() >= 30);
    QCOMPARE(static_cast<qsizetype>(records.size()), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i) {
      const auto& record = records[static_cast<std::size_t>(i)];
      const auto json = expected[i].toObject();
      const auto event = decoder.decode(record.value);
      QVERIFY2(event, event ? "" : event.error().line().c_str());
      QCOMPARE(record.offset, json.value("offset").toInteger());
      QCOMPARE(QString(types[static_cast<int>(event->type)]), json.value("type").toString());
      QCOMPARE(text(event->id), json.value("id").toString());
      QCOMPARE(text(event->group), json.value("group_id").toString());
      QCOMPARE(text(event->commit_id), json.value("commit_id").toString());
      QCOMPARE(ms(event->time), json.value("time_us").toInteger() / 1000);
      QCOMPARE(text(event->table.value()), json.value("table").toString());
      QCOMPARE(text(event->table_uuid), json.value("table_uuid").toString());
      QCOMPARE(event->records(), json.value("records").toInteger());
      const auto files = json.value("files").toArray();
      QCOMPARE(static_cast<qsizetype>(event->data_files.size()), files.size());
      for (qsizetype f = 0; f < files.size(); ++f)
        QCOMPARE(text(event->data_files[static_cast<std::size_t>(f)].path),
                 files[f].toObject().value("path").toString());
      const auto positions = json.value("assignments").toArray();
      QCOMPARE(static_cast<qsizetype>(event->positions.size()), positions.size());
      for (qsizetype p = 0; p < positions.size(); ++p) {
        const auto& position = event->positions[static_cast<std::size_t>(p)];
        const auto wanted = positions[p].toObject();
        QCOMPARE(text(position.partition.topic.value()), wanted.value("topic").toString());
        QCOMPARE(position.partition.partition.value(), wanted.value("partition").toInt());
        QCOMPARE(position.next.has_value(), !wanted.value("offset").isNull());
        QCOMPARE(position.next.value_or(0), wanted.value("offset").toInteger());
      }
      QCOMPARE(event->snapshot_id.value_or(0), json.value("snapshot_id").toInteger());
      if (!json.value("valid_through_us").isNull())
        QCOMPARE(ms(event->valid_through.value()), json.value("valid_through_us").toInteger() / 1000);
    }
  }

  void durable_offsets_are_those_of_another_reader_data() {
    QTest::addColumn<std::int64_t>("announced");
    QTest::newRow("before") << std::int64_t{0};
    QTest::newRow("one-task-failed") << std::int64_t{9'900};
    QTest::newRow("during") << std::int64_t{10'000};
    QTest::newRow("after") << std::int64_t{0};
  }
  void durable_offsets_are_those_of_another_reader() {
    QFETCH(std::int64_t, announced);
    const auto told = survey(QTest::currentDataTag());
    const auto last = told.value("control").toArray().last().toObject().value("offset").toInteger();
    ControlDecoder decoder;
    ControlLog log("connect-orders-sink");
    for (const auto& record : captured_records())
      if (record.offset <= last) log.add({record.partition, record.offset, record.key, *decoder.decode(record.value)});
    const auto head = told.value("snapshots").toArray().last().toObject();
    KeyedSnapshot snapshot{QString::number(head.value("id").toInteger()).toStdString(), {}, {}, {}, {}};
    for (const auto& [partition, next] : numbers(told.value("control_offsets"))) snapshot.next[partition] = next;
    ControlOffsets coordinator;
    const auto committed = told.value("committed").toObject().value("connect-orders-sink-coord").toObject();
    for (const auto& [partition, next] : numbers(committed.value("control-iceberg"))) coordinator[partition] = next;
    const auto join = log.join(TableName("lake.orders"), {snapshot}, coordinator);
    const auto durable = numbers(told.value("durable"));
    const auto group =
        numbers(told.value("committed").toObject().value("connect-orders-sink").toObject().value("orders"));
    QCOMPARE(join.durable.size(), durable.size());
    std::int64_t not_landed = 0;
    for (const auto& [partition, next] : durable) {
      const auto found = join.durable.find({TopicName("orders"), PartitionId(partition)});
      QVERIFY(found != join.durable.end());
      QCOMPARE(found->second, Known<std::int64_t>(next));
      not_landed += group.at(partition) - next;
    }
    QCOMPARE(not_landed, announced);
    std::int64_t in_files = 0;
    for (const auto& one : join.announced) in_files += one.records;
    QCOMPARE(in_files, announced);
    QVERIFY(join.lost.empty() && join.twice.empty());
  }

  void hostile_values_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto framed = [](const QByteArray& schema, const QByteArray& body = {}) {
      return QByteArray("\xC2\x01", 2) + char(schema.size() >> 8) + char(schema.size() & 0xff) + schema + body;
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another magic") << QByteArray("\x00\x00\x00\x00\x01", 5);
    QTest::newRow("a schema of 0 bytes") << framed({});
    QTest::newRow("a schema of 65,535 bytes") << framed(QByteArray(65'535, '['));
    QTest::newRow("a schema that ends early") << QByteArray("\xC2\x01\x01\x00{}", 6);
    QTest::newRow("not JSON") << framed("hello");
    QTest::newRow("a primitive") << framed("\"long\"", QByteArray(1, '\x02'));
    QTest::newRow("a type that contains itself") << framed(
        R"({"type":"record","name":"r","fields":[{"name":"r","type":["null","r"]}]})", QByteArray(60'000, '\x02'));
    QTest::newRow("a list of nothings") << framed(R"({"type":"array","items":"null"})",
                                                  QByteArray("\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10));
    QTest::newRow("a list of empty records")
        << framed(R"({"type":"array","items":{"type":"record","name":"e","fields":[]}})",
                  QByteArray("\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10));
    QTest::newRow("a string of 2^62 bytes")
        << framed("\"string\"", QByteArray("\xfe\xff\xff\xff\xff\xff\xff\xff\x7f", 9));
    QTest::newRow("a huge fixed") << framed(R"({"type":"fixed","name":"f","size":2147483647})");
    QTest::newRow("a record of other fields")
        << framed(R"({"type":"record","name":"r","fields":[{"name":"type","type":"int"}]})", QByteArray(1, '\x02'));
  }
  void hostile_values() {
    QFETCH(QByteArray, bytes);
    ControlDecoder decoder;
    const std::vector<std::uint8_t> value(bytes.begin(), bytes.end());
    for (int i = 0; i < 2; ++i) {
      const auto event = decoder.decode(value);
      QVERIFY(!event);
      QCOMPARE(event.error().code, ErrorCode::input);
      QVERIFY(event.error().line().find('\n') == std::string::npos);
    }
  }

  void a_truncated_event_is_never_another_one() {
    ControlDecoder decoder;
    for (const auto& record : captured_records())
      for (std::size_t size = 0; size < record.value.size(); size += 1 + record.value.size() / 97)
        QVERIFY(!decoder.decode({record.value.data(), size}));
  }
};

QTEST_GUILESS_MAIN(ControlEventTest)
#include "tst_control_event.moc"
