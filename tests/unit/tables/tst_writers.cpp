// SPDX-License-Identifier: GPL-3.0-or-later
// The presets of writers against their schema, and what rules find: in pyiceberg's own metadata, and in texts as the
// writers' sources say they write them.
#include <QTest>

#include "app/settings/schema.h"
#include "collectors/core/json_path.h"
#include "collectors/tables/offset_rule.h"
#include "collectors/tables/writers.h"
#include "resources/presets/presets.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;
using namespace tidemark::iceberg;
using namespace tidemark::test;

namespace {
const TableName orders{"lake.orders"};
const TopicPartition zero{TopicName("orders"), PartitionId(0)};

TableReading read_with(const std::string& summary, const ReadRules& rules = {}) {
  const auto parsed = parse_metadata(table_json(snapshot_json("1", "", summary), R"("current-snapshot-id":1)"), "t");
  if (!parsed) qFatal("%s", parsed.error().line().c_str());
  return read_table(orders, *parsed, rules);
}
std::optional<SourceOffsets> found(const OffsetRule& rule, const Members& members) {
  auto read = read_source_offsets(rule, "orders", members);
  return read ? std::move(*read) : std::nullopt;
}
SourceOffsets at_zero(std::int64_t next) { return {{zero, next}}; }
}  // namespace

class TestWriters final : public QObject {
  Q_OBJECT
 private slots:
  void presets_obey_their_schema();
  void a_rule_reads_as_the_profile_writes_it();
  void paths_into_json_data();
  void paths_into_json();
  void forms_of_offsets();
  void names_of_topics();
  void what_a_path_does_not_find_is_unreadable();
  void checkpoints_and_times();
  void from_source_flink();
  void the_sink_of_flink_itself();
  void from_source_spark();
  void from_source_a_time_only_data();
  void from_source_a_time_only();
  void from_source_offsets_of_another_log();
  void a_closed_writer_says_what_would_help();
  void several_writers_are_not_told_apart_by_guess();
  void properties_of_the_table();
};

void TestWriters::presets_obey_their_schema() {
  const auto document = strict_json::Document::parse(preset("writers.json"), "writers.json", ErrorCode::input);
  QVERIFY(document);
  const auto checked =
      check_schema(document->root(), preset("writers.schema.json"),
                   [](std::string_view format, const strict_json::Node& node, std::string_view) -> Result<> {
                     if (format == "json-path" && !json_pointer(*node.text())) return node.error("is no path");
                     return {};
                   });
  QVERIFY2(checked, checked ? "" : checked.error().line().c_str());
  QCOMPARE(writer_presets().size(), document->root().find("writers")->array()->size());
  for (const WriterPreset& writer : writer_presets())
    QVERIFY2(writer.tells_offsets() || !writer.help.empty(), writer.writer.c_str());
}

void TestWriters::a_rule_reads_as_the_profile_writes_it() {
  const OffsetRule rule{.key = "k",
                        .form = "list",
                        .means = "last",
                        .where = "properties",
                        .path = "$.a",
                        .job = "j",
                        .part = "p",
                        .topics = {{"o", "orders"}}};
  const auto text = offset_rule_json(rule);
  const auto document = strict_json::Document::parse(text, "rule", ErrorCode::input);
  QVERIFY(document);
  QCOMPARE(offset_rule_json(*read_offset_rule(document->root())), text);
  QCOMPARE(offset_rule_json({"k", "json", "next"}), std::string(R"({"key":"k","means":"next"})"));
}

void TestWriters::paths_into_json_data() {
  QTest::addColumn<QByteArray>("path");
  QTest::addColumn<QByteArray>("pointer");  // null: no path
  QTest::newRow("whole") << QByteArray("$") << QByteArray("");
  QTest::newRow("names") << QByteArray("$.kafka.offsets") << QByteArray("/kafka/offsets");
  QTest::newRow("brackets") << QByteArray("$['a.b'][0].c") << QByteArray("/a.b/0/c");
  QTest::newRow("signs of pointers") << QByteArray("$['a/b~c']") << QByteArray("/a~1b~0c");
  for (const char* wrong : {"", "a", ".a", "$.", "$..a", "$[", "$[]", "$[x]", "$['a", "$a", "$[-1]", "$[*]"})
    QTest::addRow("wrong %s", wrong) << QByteArray(wrong) << QByteArray();
}

void TestWriters::paths_into_json() {
  QFETCH(QByteArray, path);
  QFETCH(QByteArray, pointer);
  const auto got = json_pointer(path.toStdString());
  QCOMPARE(got.has_value(), !pointer.isNull());
  if (got) QCOMPARE(QByteArray::fromStdString(*got), pointer);
}

void TestWriters::forms_of_offsets() {
  const OffsetRule array{"k", "json", "last"};
  QCOMPARE(found(array, {{"k", R"([{"topic":"orders","partition":0,"offset":41}])"}}), std::optional(at_zero(42)));
  QCOMPARE(found(array, {{"k", R"([{"partition":0,"offset":41}])"}}), std::optional(at_zero(42)));
  for (const char* wrong :
       {"[]", "[7]", R"([{"partition":0}])", R"([{"partition":"0","offset":1}])", R"([{"partition":-1,"offset":1}])",
        R"([{"partition":2147483648,"offset":1}])", R"([{"topic":7,"partition":0,"offset":1}])",
        R"([{"partition":0,"offset":1},{"partition":0,"offset":2}])"})
    QVERIFY2(!found(array, {{"k", wrong}}), wrong);
  const OffsetRule deep{.key = "k", .means = "next", .path = "$.kafka['by topic']"};
  QCOMPARE(found(deep, {{"k", R"({"kafka":{"by topic":{"orders":{"0":42}}}})"}}), std::optional(at_zero(42)));
  const OffsetRule list{.key = "k", .form = "list", .means = "next", .path = "$.checkpoint"};
  QCOMPARE(found(list, {{"k", R"({"checkpoint":"orders,0:42"})"}}), std::optional(at_zero(42)));
  const OffsetRule each{.key = "p-{partition}", .means = "next", .path = "$.at"};
  QCOMPARE(found(each, {{"p-0", R"({"at":42})"}}), std::optional(at_zero(42)));
}

void TestWriters::names_of_topics() {
  const OffsetRule rule{.key = "k", .means = "next", .topics = {{"o", "orders"}}};
  QCOMPARE(found(rule, {{"k", R"({"o":{"0":42}})"}}), std::optional(at_zero(42)));
  OffsetRule in_key = rule;
  in_key.key = "off.{topic}";
  QCOMPARE(found(in_key, {{"off.o", R"({"0":42})"}}), std::optional(at_zero(42)));
  // Two names for one partition of one topic contradict each other.
  QVERIFY(!found(rule, {{"k", R"({"o":{"0":42},"orders":{"0":43}})"}}));
}

void TestWriters::what_a_path_does_not_find_is_unreadable() {
  const OffsetRule rule{.key = "k", .means = "next", .path = "$.a"};
  for (const char* wrong : {"", "{", "{}", R"({"b":{"0":1}})", R"({"a":7})", R"({"a":"0:1"})"})
    QVERIFY2(!read_source_offsets(rule, "orders", {{"k", wrong}}), wrong);
  QVERIFY(*read_source_offsets(rule, "orders", {{"other", "{}"}}) == std::nullopt);
}

void TestWriters::checkpoints_and_times() {
  const OffsetRule checkpoint{.key = "c", .means = "checkpoint", .job = "j", .part = "p"};
  const auto note = read_checkpoint_note(checkpoint, {{"c", "41"}, {"j", "job\n1"}});
  QVERIFY(note && *note);
  QCOMPARE((*note)->id, std::int64_t{41});
  QCOMPARE((*note)->job, std::string("job 1"));
  QVERIFY((*note)->part.empty());
  QVERIFY(!*read_checkpoint_note(checkpoint, {}));
  for (const char* wrong : {"", "-1", "x", "1.5", "9223372036854775808"})
    QVERIFY2(!read_checkpoint_note(checkpoint, {{"c", wrong}}), wrong);
  const OffsetRule time{.key = "t", .means = "time", .path = "$[0]"};
  QCOMPARE(ms(read_time_note(time, {{"t", R"(["1787306437123"])"}}).value()), std::int64_t{1'787'306'437'123});
  QCOMPARE(ms(read_time_note(time, {{"t", "[1787306437123]"}}).value()), std::int64_t{1'787'306'437'123});
  for (const char* wrong : {"[]", "[-1]", "1787306437123", "[\"soon\"]", "[253402300800000]"})
    QVERIFY2(!read_time_note(time, {{"t", wrong}}), wrong);
}

void TestWriters::from_source_flink() {
  const TableReading got =
      read_with(R"("flink.job-id":"5e3c1f","flink.operator-id":"0a1b","flink.max-committed-checkpoint-id":"41")");
  QCOMPARE(got.writer, std::string("flink"));
  const CheckpointNote want{"5e3c1f", "0a1b", 41};
  QVERIFY(got.versions.at(0).checkpoint == want);
  QVERIFY(got.unknown_why.empty() && got.help.find("processors") != std::string::npos);
}

// As Flink 1.20.5 has written it (tests/fixtures/iceberg-writers).
void TestWriters::the_sink_of_flink_itself() {
  const auto read_file = [](const char* file) {
    const auto parsed =
        parse_metadata(fixture(QLatin1String("../iceberg-writers/") + QLatin1String(file)).toStdString(), "t");
    if (!parsed) qFatal("%s", parsed.error().line().c_str());
    return read_table(orders, *parsed, {});
  };
  const auto ids = [](const TableReading& reading) {
    std::vector<std::int64_t> out;
    for (const TableVersion& version : reading.versions) out.push_back(version.checkpoint.value().id);
    return out;
  };
  const TableReading got = read_file("flink.metadata.json");
  QCOMPARE(got.writer, std::string("flink"));
  QCOMPARE(ids(got), (std::vector<std::int64_t>{4, 3, 2, 1}));
  const CheckpointNote& note = *got.versions[0].checkpoint;
  QVERIFY(note.job.size() == 32 && note.part.size() == 32 && got.unknown_why.empty());
  // Two with rows; then a commit for each ten checkpoints without files.
  const TableReading idle = read_file("flink-idle.metadata.json");
  QCOMPARE(ids(idle), (std::vector<std::int64_t>{22, 12, 2, 1}));
  QVERIFY(!idle.versions[1].commit.added_records && idle.versions[2].commit.added_records);
}

void TestWriters::from_source_spark() {
  const TableReading got = read_with(R"("spark.sql.streaming.queryId":"e4a20b59","spark.sql.streaming.epochId":"7")");
  QCOMPARE(got.writer, std::string("spark"));
  const CheckpointNote want{"e4a20b59", "", 7};
  QVERIFY(got.versions.at(0).checkpoint == want);
}

void TestWriters::from_source_a_time_only_data() {
  QTest::addColumn<QByteArray>("writer");
  QTest::addColumn<QByteArray>("summary");
  QTest::addColumn<qint64>("through");
  QTest::newRow("materialize") << QByteArray("materialize")
                               << QByteArray(R"("mz-sink-id":"u7","mz-frontier":"[\"1787306437123\"]")")
                               << qint64{1'787'306'437'123};
  QTest::newRow("automq") << QByteArray("automq")
                          << QByteArray(R"("automq.commit.id":"6132e880","automq.watermark":"1787306437123")")
                          << qint64{1'787'306'437'123};
  QTest::newRow("automq without") << QByteArray("automq")
                                  << QByteArray(R"("automq.commit.id":"6132e880","automq.watermark":"-1")")
                                  << qint64{-1};
}

void TestWriters::from_source_a_time_only() {
  QFETCH(QByteArray, writer);
  QFETCH(QByteArray, summary);
  QFETCH(qint64, through);
  const TableReading got = read_with(summary.toStdString());
  QCOMPARE(got.writer, writer.toStdString());
  const TableVersion& version = got.versions.at(0);
  QVERIFY(!notes_offsets(version) && !version.commit.partial);
  QCOMPARE(version.commit.valid_through ? ms(*version.commit.valid_through) : -1, through);
  QVERIFY(got.unknown_why.empty() && !got.help.empty());
  QCOMPARE(version.commit.commit_id, writer == "automq" ? std::string("6132e880") : std::string());
}

void TestWriters::from_source_offsets_of_another_log() {
  const TableReading got = read_with(R"("redpanda.commit-metadata":"{\"offset\":812,\"cluster\":\"c\"}")");
  QCOMPARE(got.writer, std::string("redpanda"));
  QVERIFY(!notes_offsets(got.versions.at(0)));
  QVERIFY(got.help.find("not the topic's") != std::string::npos);
}

void TestWriters::a_closed_writer_says_what_would_help() {
  const TableReading got = read_with("", {.writer = "tableflow"});
  QVERIFY(got.help.find("Tableflow") != std::string::npos);
  QVERIFY(!notes_offsets(got.versions.at(0)) && got.unknown_why.empty());
}

void TestWriters::several_writers_are_not_told_apart_by_guess() {
  const std::string both = snapshot_json("2", "1", R"("flink.max-committed-checkpoint-id":"41")") + "," +
                           snapshot_json("1", "", R"("kafka.connect.offsets.c.connect-a":"{\"0\":5}")");
  const auto parsed = parse_metadata(table_json(both, R"("current-snapshot-id":2)"), "t");
  const TableReading got = read_table(orders, *parsed, {});
  QVERIFY(got.unknown_why.find("flink, iceberg-connect") != std::string::npos);
  const TableReading said = read_table(orders, *parsed, {.writer = "iceberg-connect"});
  QVERIFY(said.unknown_why.empty());
  QVERIFY(!said.versions.at(0).checkpoint && said.versions.at(1).control.contains(0));
}

void TestWriters::properties_of_the_table() {
  const ReadRules rules{.topic = "orders",
                        .offsets = OffsetRule{.key = "load.next", .means = "next", .where = "properties"}};
  const std::string two = snapshot_json("2", "1") + "," + snapshot_json("1", "");
  const std::string more = R"("properties":{"load.next":"{\"0\":42}"},"current-snapshot-id":)";
  const auto parsed = parse_metadata(table_json(two, more + "2"), "t");
  const TableReading got = read_table(orders, *parsed, rules);
  QCOMPARE(got.versions.at(0).sources, std::optional(at_zero(42)));
  QVERIFY(!got.versions.at(1).sources && got.unknown_why.empty());
  // The property does not go back with the branch.
  const std::string log =
      R"(,"snapshot-log":[{"snapshot-id":1,"timestamp-ms":1700000000000},)"
      R"({"snapshot-id":2,"timestamp-ms":1700000000000},{"snapshot-id":1,"timestamp-ms":1700000000001}])";
  const auto back = parse_metadata(table_json(two, more + "1" + log), "t");
  QVERIFY(read_table(orders, *back, rules).unknown_why.find("gone back") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
