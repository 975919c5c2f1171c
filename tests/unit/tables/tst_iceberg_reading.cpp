// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "collectors/tables/source_offsets.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;
using namespace tidemark::iceberg;
using namespace tidemark::test;

namespace {
const TableName orders{"lake.orders"};
const TopicPartition zero{TopicName("orders"), PartitionId(0)};

TableReading read(const char* name, const ReadRules& rules = {}) {
  const Metadata parsed = metadata(name);
  return read_table(orders, parsed, rules);
}
TableReading read_text(const std::string& text, const ReadRules& rules = {}) {
  const auto parsed = parse_metadata(text, "t");
  if (!parsed) qFatal("%s", parsed.error().line().c_str());
  return read_table(orders, *parsed, rules);
}
std::optional<std::int64_t> next_of(const OffsetRule& rule, const char* key, const char* value) {
  const auto found = read_source_offsets(rule, "orders", {{key, value}});
  if (!found || !*found) return std::nullopt;
  const auto at = (*found)->find(zero);
  return at == (*found)->end() ? std::nullopt : std::optional(at->second);
}
}  // namespace

class TestIcebergReading final : public QObject {
  Q_OBJECT
 private slots:
  void commits_of_the_branch_newest_first();
  void control_offsets_are_no_source_offsets();
  void the_newest_snapshot_may_carry_no_key();
  void keys_that_have_expired_are_unknown();
  void a_damaged_value_is_unknown_and_not_an_older_one();
  void another_branch();
  void a_rollback_is_told_by_the_table_itself();
  void offsets_after_a_rollback_are_open();
  void source_offsets_become_ranges();
  void next_and_last_twins();
  void lists_of_offsets();
  void offsets_that_cannot_be_read_data();
  void offsets_that_cannot_be_read();
  void the_sink_itself_data();
  void the_sink_itself();
  void many_versions_are_bounded_and_the_known_head_is_reached();
};

void TestIcebergReading::commits_of_the_branch_newest_first() {
  const TableReading got = read("orders");
  const auto line = texts(expected("orders").value(QLatin1String("line")));
  QCOMPARE(got.head, std::optional(line.at(0)));
  QCOMPARE(got.branch, line);
  QVERIFY(got.whole && got.left.empty() && got.unknown_why.empty());
  QCOMPARE(got.versions.size(), 3u);
  const TableCommit& second = got.versions[1].commit;
  QCOMPARE(second.snapshot_id, line[1]);
  QCOMPARE(second.parent_id, std::optional(line[2]));
  QCOMPARE(second.operation, std::string("append"));
  QCOMPARE(second.commit_id, std::string("00000000-0000-4000-8000-000000000002"));
  QCOMPARE(second.added_records, std::optional(std::int64_t{30}));
  QCOMPARE(ms(second.valid_through.value()), std::int64_t{1'787'306'520'000});
  QCOMPARE(got.versions[1].added_data_files, std::optional(std::int64_t{1}));
  QVERIFY(follows(got.versions[0], got.versions[1]) && !follows(got.versions[0], got.versions[2]));
  // Where no parent is told, what it found in the table says whether one is missing.
  TableVersion alone = got.versions[0];
  alone.commit.parent_id.reset();
  QVERIFY(follows(alone, got.versions[1]) && !follows(alone, got.versions[2]));
  QVERIFY(second.committed > got.versions[2].commit.committed);
}

void TestIcebergReading::control_offsets_are_no_source_offsets() {
  const TableReading got = read("orders");
  const std::map<std::int32_t, std::int64_t> control{{0, 17}, {1, 12}};
  QCOMPARE(got.versions[1].control, control);
  QVERIFY(!got.versions[1].sources);
  QVERIFY(got.versions[1].commit.ranges.empty());
  QVERIFY(got.versions[1].commit.evidence == Evidence::unknown);
  QCOMPARE(got.writer, std::string("iceberg-connect"));
  QCOMPARE(got.control_topic, std::string("control.iceberg.eu"));
  QCOMPARE(got.group, std::string("connect-orders.sink"));
}

void TestIcebergReading::the_newest_snapshot_may_carry_no_key() {
  const TableReading got = read("orders");
  QVERIFY(got.versions[0].control.empty());
  QVERIFY(got.unknown_why.empty());
}

void TestIcebergReading::keys_that_have_expired_are_unknown() {
  const TableReading got = read("expired", {.group = "connect-orders.sink"});
  QVERIFY(!got.whole);
  QVERIFY(got.unknown_reason == Reason::expired);
  QVERIFY(got.unknown_why.find("expired") != std::string::npos);
  for (const TableVersion& version : got.versions) QVERIFY(version.control.empty());
}

void TestIcebergReading::a_damaged_value_is_unknown_and_not_an_older_one() {
  const char* key = R"("kafka.connect.offsets.control.connect-a":)";
  const std::string old = snapshot_json("1", "", std::string(key) + R"("{\"0\":5}")");
  for (const char* value : {R"("{\"0\":")", R"("")", "7", R"({"0":9})"}) {
    const TableReading got = read_text(
        table_json(snapshot_json("2", "1", std::string(key) + value) + "," + old, R"("current-snapshot-id":2)"));
    QVERIFY2(!got.unknown_why.empty(), value);
    QVERIFY(got.unknown_reason == Reason::ambiguous);
    QCOMPARE(got.versions.size(), 2u);  // they are commits all the same
  }
  // Below a good one it does not matter.
  const TableReading got = read_text(table_json(snapshot_json("2", "1", std::string(key) + R"("{\"0\":9}")") + "," +
                                                    snapshot_json("1", "", std::string(key) + R"("{")"),
                                                R"("current-snapshot-id":2)"));
  QVERIFY(got.unknown_why.empty());
}

void TestIcebergReading::another_branch() {
  const TableReading audit = read("branches", {.branch = "audit"});
  QCOMPARE(audit.versions.size(), 3u);
  QCOMPARE(audit.versions[0].commit.added_records, std::optional(std::int64_t{7}));
  const TableReading none = read("branches", {.branch = "nightly"});
  QVERIFY(none.versions.empty() && !none.head);
  QVERIFY(none.unknown_why.find("nightly") != std::string::npos);
}

void TestIcebergReading::a_rollback_is_told_by_the_table_itself() {
  const auto before = texts(expected("before-rollback").value(QLatin1String("line")));
  QVERIFY(read("before-rollback").left.empty());
  const TableReading got = read("rolled-back");
  QCOMPARE(got.left, std::vector<std::string>{before.at(0)});
  QCOMPARE(got.head, std::optional(before.at(1)));
  const std::map<std::int32_t, std::int64_t> control{{0, 9}};
  QCOMPARE(got.versions.at(0).control, control);
}

void TestIcebergReading::offsets_after_a_rollback_are_open() {
  const TableReading got = read("rolled-back-and-on", {.offsets = OffsetRule{"app.offsets", "json", "next"}});
  const TopicPartition partition{TopicName("orders"), PartitionId(0)};
  QCOMPARE(got.versions.size(), 2u);
  QCOMPARE(got.left.size(), 1u);
  QCOMPARE(got.versions[0].commit.ranges, (std::vector<CommitRange>{{partition, 2500, 2500}, {partition, 2500, 3000}}));
  QCOMPARE(got.versions[1].commit.ranges, (std::vector<CommitRange>{{partition, 1000, 1000}}));
  QCOMPARE(got.open, std::set<TopicPartition>{partition});
  QVERIFY2(got.open_why.find("rows up to offset 2500 of orders/0 went") != std::string::npos, got.open_why.c_str());
}

void TestIcebergReading::source_offsets_become_ranges() {
  const TableReading got = read("source-offsets", {.offsets = OffsetRule{"app.offsets", "json", "next"}});
  QCOMPARE(got.versions.size(), 2u);
  QCOMPARE(got.versions[0].sources->at(zero), std::int64_t{2500});
  const std::vector<CommitRange> range{{zero, 1000, 2500}};
  QCOMPARE(got.versions[0].commit.ranges, range);
  QVERIFY(got.versions[0].commit.evidence == Evidence::exact);
  const std::vector<CommitRange> end{{zero, 1000, 1000}};  // from where is not known
  QCOMPARE(got.versions[1].commit.ranges, end);
}

// The same position, 4,242 being the first offset that is not in the table, as each writer notes it.
void TestIcebergReading::next_and_last_twins() {
  constexpr std::int64_t next = 4242;
  QCOMPARE(next_of({"k", "json", "next"}, "k", R"({"0":4242})"), std::optional(next));
  QCOMPARE(next_of({"k", "json", "last"}, "k", R"({"0":4241})"), std::optional(next));
  QCOMPARE(next_of({"k", "json", "next"}, "k", R"({"orders":{"0":4242}})"), std::optional(next));
  QCOMPARE(next_of({"k", "json", "last"}, "k", R"({"orders":{"0":4241}})"), std::optional(next));
  QCOMPARE(next_of({"k", "list", "next"}, "k", "orders,0:4242"), std::optional(next));
  QCOMPARE(next_of({"k", "list", "last"}, "k", "0=4241"), std::optional(next));
  QCOMPARE(next_of({"app.{topic}.end", "json", "next"}, "app.orders.end", R"({"0":4242})"), std::optional(next));
  QCOMPARE(next_of({"app.{topic}.end", "json", "last"}, "app.orders.end", R"({"0":4241})"), std::optional(next));
}

void TestIcebergReading::lists_of_offsets() {
  const auto found = read_source_offsets({"k", "list", "next"}, "x", {{"k", "a.b-c,0:12,1:30,17:0"}});
  QVERIFY(found && *found);
  const SourceOffsets want{{{TopicName("a.b-c"), PartitionId(0)}, 12},
                           {{TopicName("a.b-c"), PartitionId(1)}, 30},
                           {{TopicName("a.b-c"), PartitionId(17)}, 0}};
  QCOMPARE(**found, want);
  const auto none = read_source_offsets({"k", "list", "next"}, "x", {{"other", "0=1"}});
  QVERIFY(none && !*none);
}

void TestIcebergReading::offsets_that_cannot_be_read_data() {
  QTest::addColumn<QByteArray>("form");
  QTest::addColumn<QByteArray>("value");
  for (const char* value : {"", "{}", "[]", "{\"0\":-1}", "{\"0\":\"1\"}", "{\"0\":1.5}", "{\"0\":9223372036854775807}",
                            "{\"a\":1}", "{\"0\":1,\"00\":1}", "{\"orders\":{\"0\":{}}}", "{\"0\":1"})
    QTest::addRow("json %s", value) << QByteArray("json") << QByteArray(value);
  for (const char* value : {"", "orders", "orders,0:", "0=-1", "a,b,0:1", "0:1,0:2", "0:1x", ":1", "0:1,,1:2",
                            "0=9223372036854775807", "0=9223372036854775808"})
    QTest::addRow("list %s", value) << QByteArray("list") << QByteArray(value);
}

void TestIcebergReading::offsets_that_cannot_be_read() {
  QFETCH(QByteArray, form);
  QFETCH(QByteArray, value);
  const auto found = read_source_offsets({"k", form.toStdString(), "last"}, "orders", {{"k", value.toStdString()}});
  QVERIFY(!found || ((*found) && (*found)->empty()));
}

void TestIcebergReading::the_sink_itself_data() {
  QTest::addColumn<QByteArray>("moment");
  QTest::addColumn<qint64>("head");
  QTest::addColumn<qint64>("control");
  QTest::addColumn<qint64>("added");
  QTest::addColumn<bool>("whole");
  for (const char* moment : {"before", "one-task-failed", "during"})
    QTest::newRow(moment) << QByteArray(moment) << qint64{2577757208952813591} << qint64{7} << qint64{20'000} << true;
  // The catalog shows the newest snapshot only, without its parent.
  QTest::newRow("after") << QByteArray("after") << qint64{2168337805138724247} << qint64{38} << qint64{10'000} << false;
}

// Captured: the catalog's answer and the metadata file say the same.
void TestIcebergReading::the_sink_itself() {
  QFETCH(QByteArray, moment);
  QFETCH(qint64, head);
  QFETCH(qint64, control);
  QFETCH(qint64, added);
  QFETCH(bool, whole);
  const QString folder = QStringLiteral("../iceberg-connect/") + QString::fromLatin1(moment);
  const std::string answer = fixture(folder + QStringLiteral("/load-table.json")).toStdString();
  const std::string file = fixture(folder + QStringLiteral("/metadata.json")).toStdString();
  QVERIFY(!answer.empty() && !file.empty());
  for (const bool wrapped : {true, false}) {
    const auto parsed = parse_metadata(wrapped ? answer : file, "t", wrapped);
    QVERIFY2(parsed, parsed ? "" : parsed.error().line().c_str());
    const TableReading got = read_table(orders, *parsed, {.connector = "orders-sink"});
    QCOMPARE(got.head, std::optional(std::to_string(head)));
    QCOMPARE(got.uuid, std::string("51639332-a106-4bfd-9368-0fcd31aff769"));
    const std::map<std::int32_t, std::int64_t> want{{0, control}};
    QCOMPARE(got.versions.at(0).control, want);
    QCOMPARE(got.versions[0].commit.added_records, std::optional(std::int64_t{added}));
    QCOMPARE(got.group, std::string("connect-orders-sink"));
    QCOMPARE(got.control_topic, std::string("control-iceberg"));
    QCOMPARE(got.whole, whole);
    QVERIFY(got.unknown_why.empty() && got.damage.empty());
  }
}

void TestIcebergReading::many_versions_are_bounded_and_the_known_head_is_reached() {
  std::string snapshots;
  constexpr int count = 3000;
  for (int i = count; i > 0; --i)
    snapshots +=
        (i < count ? "," : "") + snapshot_json(std::to_string(i), i > 1 ? std::to_string(i - 1) : std::string(),
                                               i == 5 ? R"("kafka.connect.offsets.c.g":"{\"0\":5}")" : std::string());
  const std::string text = table_json(snapshots, R"("current-snapshot-id":3000)");
  // Unknown before: the newest ones, and the one far back that carries the key.
  const TableReading first = read_text(text);
  QCOMPARE(first.versions.size(), TableReading::newest + 1);
  QCOMPARE(first.versions.back().commit.snapshot_id, std::string("5"));
  QCOMPARE(first.branch.size(), std::size_t{count});
  const TableReading later = read_text(text, {.known_head = "2500"});
  QCOMPARE(later.versions.size(), 501u);
  QCOMPARE(later.versions[499].commit.snapshot_id, std::string("2501"));
  QCOMPARE(read_text(text, {.known_head = "10"}).versions.size(), TableReading::most + 1);
}

QTEST_GUILESS_MAIN(TestIcebergReading)
#include "tst_iceberg_reading.moc"
