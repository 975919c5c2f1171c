// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "collectors/tables/carried.h"
#include "collectors/tables/offset_rule.h"
#include "collectors/tables/propose_rule.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;

namespace {
std::string proposed(const Members& members) {
  const auto rule = propose_rule(members, "orders");
  return rule ? offset_rule_json(*rule) : std::string();
}
CarriedTable carried(const char* file) {
  const auto parsed = iceberg::parse_metadata(test::fixture(QLatin1String(file)).toStdString(), file);
  if (!parsed) qFatal("%s", parsed.error().line().c_str());
  const TableReading reading = iceberg::read_table(TableName("t"), *parsed, {.carried = true});
  return what_is_carried("iceberg", reading.carried, "orders");
}
const CarriedKey* key(const CarriedTable& table, std::string_view name) {
  const auto found = std::ranges::find(table.keys, name, &CarriedKey::key);
  return found == table.keys.end() ? nullptr : &*found;
}
}  // namespace

class TestCarried final : public QObject {
  Q_OBJECT
 private slots:
  void rules_that_would_read_it();
  void no_rule_is_made_of_what_is_no_offset();
  void of_the_connect_sink();
  void from_source_of_flink();
  void from_source_of_those_with_a_time();
  void of_somebody_unknown();
  void foreign_text_is_short_and_inert();
};

void TestCarried::rules_that_would_read_it() {
  QCOMPARE(proposed({{"app.offsets", R"({"0":12})"}}), std::string(R"({"key":"app.offsets","means":"next"})"));
  QCOMPARE(proposed({{"a", "x"}, {"k", "orders,0:12,1:30"}}),
           std::string(R"({"key":"k","form":"list","means":"next"})"));
  QCOMPARE(proposed({{"k", R"({"job":"j","kafka":{"by topic":{"orders":{"0":12}}}})"}}),
           std::string(R"({"key":"k","means":"next","path":"$['kafka']['by topic']"})"));
  QCOMPARE(proposed({{"k", R"({"checkpoint":"orders,0:12"})"}}),
           std::string(R"({"key":"k","form":"list","means":"next","path":"$['checkpoint']"})"));
  QCOMPARE(proposed({{"ingest-0", "12"}, {"ingest-1", "30"}, {"job", "7"}}),
           std::string(R"({"key":"ingest-{partition}","means":"next"})"));
}

void TestCarried::no_rule_is_made_of_what_is_no_offset() {
  for (const char* value : {"", "12", "12:34", "2026-08-21T10:00:00Z", "a,b", "x=1", "{}", "[]", "{\"a\":\"b\"}", "{"})
    QVERIFY2(proposed({{"k", value}}).empty(), value);
}

void TestCarried::of_the_connect_sink() {
  const CarriedTable got = carried("orders.metadata.json");
  QCOMPARE(got.writer->writer, std::string("iceberg-connect"));
  QVERIFY(!got.proposal && got.doubt.empty());
  const CarriedKey* control = key(got, "kafka.connect.offsets.control.iceberg.eu.connect-orders.sink");
  QVERIFY(control != nullptr && control->writer == got.writer);
  QCOMPARE(control->reads, std::string("control offsets of 2 partitions"));
  QCOMPARE(key(got, "kafka.connect.valid-through-ts")->reads, std::string("complete through 2026-08-21T10:02:00.000Z"));
  QVERIFY(key(got, "added-records") == nullptr && key(got, "operation") == nullptr);
}

void TestCarried::from_source_of_flink() {
  const CarriedTable got = carried("../iceberg-writers/flink-from-source.metadata.json");
  QCOMPARE(got.writer->writer, std::string("flink"));
  QVERIFY(key(got, "flink.max-committed-checkpoint-id")->reads.starts_with("checkpoint 41 of 5e3c1f0a"));
  const CarriedKey* part = key(got, "flink.operator-id");
  QVERIFY(part->writer == got.writer && part->reads.empty());
}

void TestCarried::from_source_of_those_with_a_time() {
  const CarriedTable automq = carried("../iceberg-writers/automq-from-source.metadata.json");
  QVERIFY(key(automq, "automq.watermark")->reads.starts_with("complete through 2026-08-21T"));
  const CarriedTable redpanda = carried("../iceberg-writers/redpanda-from-source.metadata.json");
  QCOMPARE(redpanda.writer->writer, std::string("redpanda"));
  QVERIFY(key(redpanda, "redpanda.commit-metadata")->reads.empty() && !redpanda.proposal);
}

void TestCarried::of_somebody_unknown() {
  const CarriedTable got = carried("source-offsets.metadata.json");
  QVERIFY(got.writer == nullptr);
  QCOMPARE(offset_rule_json(got.proposal.value()), std::string(R"({"key":"app.offsets","means":"next"})"));
  QCOMPARE(key(got, "app.offsets")->reads, std::string("orders/0 next 2500"));
  const CarriedTable own =
      what_is_carried("iceberg", {{{}, std::nullopt, {{"load.next", R"({"orders":{"0":12}})"}}}}, "orders");
  QCOMPARE(offset_rule_json(own.proposal.value()),
           std::string(R"({"key":"load.next","means":"next","where":"properties"})"));
}

void TestCarried::foreign_text_is_short_and_inert() {
  const CarriedTable got =
      what_is_carried("iceberg", {{"1", std::nullopt, {{"a\nb", std::string(1000, 'x') + "\x1b[31m"}}}}, {});
  QCOMPARE(got.keys.at(0).key, std::string("a b"));
  QVERIFY(got.keys[0].value.size() <= 130 && got.keys[0].value.find('\x1b') == std::string::npos);
}

QTEST_GUILESS_MAIN(TestCarried)
#include "tst_carried.moc"
