// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "collectors/tables/iceberg/summary.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;
using namespace tidemark::iceberg;
using namespace tidemark::test;

namespace {
const WriterPreset* const sink = writer_named("iceberg", "iceberg-connect");

Result<std::optional<ControlKey>> find_key(const Texts& summary, const WriterNames& names) {
  return find_control_key(summary, names, sink->rules.front(), sink->task_id);
}
}  // namespace

class TestIcebergMetadata final : public QObject {
  Q_OBJECT
 private slots:
  void what_a_real_writer_wrote_data();
  void what_a_real_writer_wrote();
  void every_version_is_read_and_no_other();
  void ids_are_exact_up_to_the_largest();
  void ids_that_are_no_whole_numbers_are_left_out_data();
  void ids_that_are_no_whole_numbers_are_left_out();
  void what_is_no_metadata_is_refused_data();
  void what_is_no_metadata_is_refused();
  void every_truncation_is_refused();
  void caps_are_kept();
  void branches_and_heads();
  void heads_that_contradict_are_unknown();
  void an_ancestry_ends_at_a_first_an_expired_or_a_damaged_snapshot();
  void a_cycle_of_parents_ends();
  void a_summary_that_cannot_be_read_stops_the_search();
  void control_keys_with_dots_are_matched_not_split();
  void control_keys_of_several_writers();
  void offsets_are_whole_or_unknown_data();
  void offsets_are_whole_or_unknown();
  void facts_of_both_namings();
};

void TestIcebergMetadata::what_a_real_writer_wrote_data() {
  QTest::addColumn<QByteArray>("name");
  for (const char* name : {"empty", "v1", "orders", "branches", "expired", "before-rollback", "rolled-back"})
    QTest::newRow(name) << QByteArray(name);
}

void TestIcebergMetadata::what_a_real_writer_wrote() {
  QFETCH(QByteArray, name);
  const QJsonObject want = expected(name.constData());
  QVERIFY(!want.isEmpty());
  const Metadata got = metadata(name.constData());
  QCOMPARE(got.uuid, want.value(QLatin1String("uuid")).toString().toStdString());
  QCOMPARE(got.format_version, want.value(QLatin1String("version")).toInt());
  QVERIFY(got.damage.empty());
  const auto head = branch_head(got, "main");
  QVERIFY(head);
  QCOMPARE(head->has_value(), !want.value(QLatin1String("head")).isNull());
  std::vector<std::string> line, all;
  if (*head)
    for (const Snapshot* snapshot : ancestry(got, **head).snapshots) line.push_back(std::to_string(snapshot->id));
  for (const Snapshot& snapshot : got.snapshots) {
    all.push_back(std::to_string(snapshot.id));
    const QString added =
        want.value(QLatin1String("added")).toObject().value(QString::fromStdString(all.back())).toString();
    QCOMPARE(commit_facts(snapshot.summary, nullptr).added_records, std::optional(std::int64_t{added.toLongLong()}));
  }
  QCOMPARE(line, texts(want.value(QLatin1String("line"))));
  QCOMPARE(all, texts(want.value(QLatin1String("snapshots"))));
}

void TestIcebergMetadata::every_version_is_read_and_no_other() {
  QCOMPARE(metadata("v1").format_version, 1);
  const auto v3 = parse_metadata(
      R"({"format-version":3,"table-uuid":"u","next-row-id":10,"current-snapshot-id":1,"refs":{"main":{"snapshot-id":1,
      "type":"branch"}},"snapshots":[{"snapshot-id":1,"timestamp-ms":5,"first-row-id":0,"added-rows":10,
      "summary":{"operation":"append"}}]})",
      "t");
  QVERIFY(v3);
  QCOMPARE(v3->snapshots.at(0).operation, std::string("append"));
  for (const char* text : {R"({"format-version":4})", R"({"format-version":0})", R"({"format-version":"2"})", "{}"})
    QVERIFY2(!parse_metadata(text, "t"), text);
  // Version 1 as it was first written: no uuid, no refs, no summary, manifests in the snapshot.
  const auto v1 = parse_metadata(
      R"({"format-version":1,"current-snapshot-id":-1,"snapshots":[{"snapshot-id":7,"timestamp-ms":1,"manifests":[]}]})",
      "t");
  QVERIFY(v1);
  QVERIFY(v1->damage.empty());
  QVERIFY(!branch_head(*v1, "main")->has_value());
}

void TestIcebergMetadata::ids_are_exact_up_to_the_largest() {
  const auto got = parse_metadata(
      table_json(snapshot_json("9223372036854775807", "9007199254740993") + "," + snapshot_json("9007199254740993", ""),
                 R"("current-snapshot-id":9223372036854775807)"),
      "t");
  QVERIFY(got);
  const auto head = branch_head(*got, "main");
  QVERIFY(head && *head);
  QCOMPARE(**head, std::numeric_limits<std::int64_t>::max());
  const Ancestry line = ancestry(*got, **head);
  QCOMPARE(line.snapshots.size(), 2u);
  QCOMPARE(line.snapshots[1]->id, std::int64_t{9'007'199'254'740'993});
  QVERIFY(line.end == AncestryEnd::first);
}

void TestIcebergMetadata::ids_that_are_no_whole_numbers_are_left_out_data() {
  QTest::addColumn<QByteArray>("id");
  for (const char* id : {"9223372036854775808", "1e3", "1.0", "\"1\"", "-5", "null", "[1]", "true"})
    QTest::newRow(id) << QByteArray(id);
}

void TestIcebergMetadata::ids_that_are_no_whole_numbers_are_left_out() {
  QFETCH(QByteArray, id);
  const auto got = parse_metadata(
      table_json(snapshot_json("2", "1") + "," + snapshot_json(id.toStdString(), ""), R"("current-snapshot-id":2)"),
      "t");
  QVERIFY(got);
  QCOMPARE(got->snapshots.size(), 1u);
  QVERIFY(got->snapshots_unreadable);
  // The parent may be the one that could not be read: it is not said to have expired.
  QVERIFY(ancestry(*got, 2).end == AncestryEnd::unreadable);
}

void TestIcebergMetadata::what_is_no_metadata_is_refused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("nothing") << QByteArray();
  QTest::newRow("html") << QByteArray("<html>");
  QTest::newRow("array") << QByteArray("[]");
  QTest::newRow("number") << QByteArray("1");
  QTest::newRow("deep") << QByteArray(100'000, '[');
  QTest::newRow("snapshots are an object") << QByteArray(R"({"format-version":2,"snapshots":{}})");
  QTest::newRow("trailing") << QByteArray(R"({"format-version":2} x)");
  QTest::newRow("not UTF-8") << QByteArray("{\"format-version\":2,\"location\":\"\xff\"}");
}

void TestIcebergMetadata::what_is_no_metadata_is_refused() {
  QFETCH(QByteArray, text);
  const auto got = parse_metadata(text.toStdString(), "where.json");
  QVERIFY(!got);
  QCOMPARE(got.error().code, ErrorCode::input);
  QVERIFY(got.error().line().starts_with("where.json: "));
}

void TestIcebergMetadata::every_truncation_is_refused() {
  std::string text = metadata_text("orders");
  while (text.ends_with('\n')) text.pop_back();
  for (std::size_t size = 0; size < text.size(); size += 7) QVERIFY(!parse_metadata(text.substr(0, size), "t"));
  QVERIFY(parse_metadata(text, "t"));
}

void TestIcebergMetadata::caps_are_kept() {
  const std::string text = metadata_text("orders");
  QVERIFY(!parse_metadata(text, "t", false, {.bytes = text.size() - 1}));
  QVERIFY(!parse_metadata(text, "t", false, {.snapshots = 2}));
  const auto small = parse_metadata(text, "t", false, {.summary_bytes = 100});
  QVERIFY(small);
  QVERIFY(small->snapshots.at(0).summary_unreadable);
  QVERIFY(!small->damage.empty());
}

void TestIcebergMetadata::branches_and_heads() {
  const Metadata got = metadata("branches");
  const auto main = branch_head(got, "main"), audit = branch_head(got, "audit");
  QVERIFY(main && audit && *main && *audit);
  QVERIFY(**main != **audit);
  QCOMPARE(ancestry(got, **audit).snapshots.size(), 3u);
  const auto none = branch_head(got, "nightly");
  QVERIFY(!none);
  QCOMPARE(none.error().code, ErrorCode::no_data);
  // A tag is no branch.
  const auto tagged = parse_metadata(
      table_json(snapshot_json("1", ""), R"("current-snapshot-id":1,"refs":{"v":{"snapshot-id":1,"type":"tag"}})"),
      "t");
  QVERIFY(!branch_head(*tagged, "v"));
  QVERIFY(*branch_head(*tagged, "main"));
}

void TestIcebergMetadata::heads_that_contradict_are_unknown() {
  for (const char* more : {R"("current-snapshot-id":1,"refs":{"main":{"snapshot-id":2,"type":"branch"}})",
                           R"("refs":{"main":{"snapshot-id":2,"type":"branch"}})", R"("current-snapshot-id":"1")",
                           R"("current-snapshot-id":1,"refs":[])", R"("current-snapshot-id":1,"refs":{"main":7})"}) {
    const auto got = parse_metadata(table_json(snapshot_json("1", "") + "," + snapshot_json("2", "1"), more), "t");
    QVERIFY(got);
    QVERIFY2(!branch_head(*got, "main"), more);
  }
}

void TestIcebergMetadata::an_ancestry_ends_at_a_first_an_expired_or_a_damaged_snapshot() {
  QVERIFY(ancestry(metadata("orders"), *metadata("orders").current).end == AncestryEnd::first);
  const Metadata expired = metadata("expired");
  const Ancestry line = ancestry(expired, *expired.current);
  QVERIFY(line.end == AncestryEnd::expired);
  QCOMPARE(line.snapshots.size(), 2u);
  const auto wrong = parse_metadata(table_json(snapshot_json("2", "\"1\"") + "," + snapshot_json("1", ""), ""), "t");
  QVERIFY(ancestry(*wrong, 2).end == AncestryEnd::unreadable);
  // A head that is not there is no expiry.
  QVERIFY(ancestry(*wrong, 3).end == AncestryEnd::unreadable);
}

void TestIcebergMetadata::a_cycle_of_parents_ends() {
  const auto self = parse_metadata(table_json(snapshot_json("1", "1"), ""), "t");
  QCOMPARE(ancestry(*self, 1).snapshots.size(), 1u);
  QVERIFY(ancestry(*self, 1).end == AncestryEnd::unreadable);
  const auto pair = parse_metadata(table_json(snapshot_json("1", "2") + "," + snapshot_json("2", "1"), ""), "t");
  QCOMPARE(ancestry(*pair, 1).snapshots.size(), 2u);
}

void TestIcebergMetadata::a_summary_that_cannot_be_read_stops_the_search() {
  const auto got = parse_metadata(
      table_json(R"({"snapshot-id":2,"parent-snapshot-id":1,"summary":[]},)" + snapshot_json("1", "", R"("k":"old")"),
                 ""),
      "t");
  const Snapshot* found = nearest_with(ancestry(*got, 2), "k");
  QVERIFY(found != nullptr);
  QCOMPARE(found->id, std::int64_t{2});
  QVERIFY(found->summary_unreadable);
}

void TestIcebergMetadata::control_keys_with_dots_are_matched_not_split() {
  const Metadata got = metadata("orders");
  const Texts& summary = got.snapshots.at(1).summary;
  const auto key = [&](const WriterNames& names) { return *find_key(summary, names); };
  for (const WriterNames& names :
       {WriterNames{}, WriterNames{.group = "connect-orders.sink"}, WriterNames{.connector = "orders.sink"},
        WriterNames{.control_topic = "control.iceberg.eu"},
        WriterNames{.control_topic = "control.iceberg.eu", .group = "connect-orders.sink"}}) {
    const auto found = key(names);
    QVERIFY(found);
    QCOMPARE(found->control_topic, std::string("control.iceberg.eu"));
    QCOMPARE(found->group, std::string("connect-orders.sink"));
  }
  QVERIFY(!key({.group = "sink"}));  // its end, but the task says whose it is
  QVERIFY(!key({.group = "connect-payments"}));
  QVERIFY(!key({.connector = "payments"}));
  QVERIFY(!key({.control_topic = "other"}));
}

void TestIcebergMetadata::control_keys_of_several_writers() {
  const Texts two{{"kafka.connect.offsets.control.connect-a", "{\"0\":1}"},
                  {"kafka.connect.offsets.control.connect-b", "{\"0\":2}"}};
  QVERIFY(!find_key(two, {}));
  QVERIFY(!find_key(two, {.control_topic = "control"}));
  QCOMPARE((*find_key(two, {.connector = "b"}))->group, std::string("connect-b"));
  const Texts tabular{{"kafka.connect.offsets.control-iceberg.cg-control-orders", "{\"0\":1}"}};
  QCOMPARE((*find_key(tabular, {.connector = "orders"}))->group, std::string("cg-control-orders"));
  QVERIFY(!*find_key({{"operation", "append"}}, {}));
  // One key and nothing known: it is the writer's, and nothing is invented of its parts.
  const auto lone = *find_key(tabular, {});
  QVERIFY(lone && lone->group.empty() && lone->control_topic.empty());
}

void TestIcebergMetadata::offsets_are_whole_or_unknown_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("count");  // -1: refused
  QTest::newRow("two") << QByteArray(R"({"0":38584300,"1":12})") << 2;
  QTest::newRow("largest") << QByteArray(R"({"0":9223372036854775807})") << 1;
  QTest::newRow("cut") << QByteArray(R"({"0":38584300,"1":1)") << -1;
  QTest::newRow("text") << QByteArray(R"({"0":"9"})") << -1;
  QTest::newRow("too large") << QByteArray(R"({"0":9223372036854775808})") << -1;
  QTest::newRow("fraction") << QByteArray(R"({"0":1.5})") << -1;
  QTest::newRow("negative") << QByteArray(R"({"0":-1})") << -1;
  QTest::newRow("no partition") << QByteArray(R"({"a":1})") << -1;
  QTest::newRow("the same twice") << QByteArray(R"({"0":1,"00":2})") << -1;
  QTest::newRow("partition too large") << QByteArray(R"({"2147483648":1})") << -1;
  QTest::newRow("nothing") << QByteArray() << -1;
  QTest::newRow("empty") << QByteArray("{}") << -1;
  QTest::newRow("null") << QByteArray("null") << -1;
  QTest::newRow("deep") << QByteArray(R"({"0":{"1":{"2":3}}})") << -1;
}

void TestIcebergMetadata::offsets_are_whole_or_unknown() {
  QFETCH(QByteArray, text);
  QFETCH(int, count);
  const auto offsets = parse_offsets(text.toStdString());
  QCOMPARE(offsets.has_value(), count >= 0);
  if (offsets) QCOMPARE(offsets->size(), static_cast<std::size_t>(count));
  if (count == 1) QCOMPARE(offsets->at(0), std::numeric_limits<std::int64_t>::max());
}

void TestIcebergMetadata::facts_of_both_namings() {
  const auto valid = [](const char* key, const char* value) {
    const auto time = commit_facts({{key, value}}, sink).valid_through;
    return time ? ms(*time) : -1;
  };
  constexpr const char* apache = "kafka.connect.valid-through-ts";
  constexpr std::int64_t minute = 1'787'306'400'000;  // 2026-08-21T10:00Z
  QCOMPARE(valid(apache, "2026-08-21T10:00Z"), minute);
  QCOMPARE(valid(apache, "2026-08-21T10:00:37Z"), minute + 37'000);
  QCOMPARE(valid(apache, "2026-08-21T10:00:37.123456789Z"), minute + 37'123);
  QCOMPARE(valid(apache, "2026-08-21T12:00:37.1+02:00"), minute + 37'100);
  QCOMPARE(valid("kafka.connect.vtts", "1787306437123"), minute + 37'123);
  for (const char* wrong : {"", "yesterday", "2026-08-21"}) QCOMPARE(valid(apache, wrong), -1);
  for (const char* wrong : {"-1", "1.5", "99999999999999999999", "253402300800000", "12 "})
    QCOMPARE(valid("kafka.connect.vtts", wrong), -1);
  const CommitFacts facts = commit_facts({{"kafka.connect.commit-id", "6132e880"},
                                          {"kafka.connect.task-id", "orders-0"},
                                          {"added-records", "500"},
                                          {"added-data-files", "x"},
                                          {"engine-name", "kafka-connect"}},
                                         sink);
  QCOMPARE(facts.commit_id, std::string("6132e880"));
  QCOMPARE(facts.added_records, std::optional(std::int64_t{500}));
  QVERIFY(!facts.added_data_files && !facts.added_delete_files);
}

QTEST_GUILESS_MAIN(TestIcebergMetadata)
#include "tst_iceberg_metadata.moc"
