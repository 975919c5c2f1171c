// SPDX-License-Identifier: GPL-3.0-or-later
// Names, properties and files of a Hudi timeline, and what notes in them mean. Files of the real writer are in the
// integration test.
#include <QTest>

#include "collectors/tables/hudi/read_table.h"

using namespace tidemark;
using namespace tidemark::hudi;

namespace {
const TopicPartition zero{TopicName("orders"), PartitionId(0)};

// One instant after the other, as JSON.
struct Made {
  TimelineView view;

  Made& commit(const std::string& extra, const char* operation = "UPSERT") {
    Instant instant;
    instant.time = std::to_string(20'260'101'000'000 + static_cast<std::int64_t>(view.commits.size()));
    instant.action = "commit";
    const std::string bytes = R"({"partitionToWriteStats":{},"operationType":")" + std::string(operation) +
                              R"(","extraMetadata":{)" + extra + "}}";
    view.commits.push_back(parse_commit(instant, bytes));
    return *this;
  }
  Made& streamer(const std::string& offsets, const std::string& more = {}) {
    return commit(R"("deltastreamer.checkpoint.key":")" + offsets + "\"" + (more.empty() ? "" : "," + more));
  }
};

TableReading read(const Made& made, const ReadRules& rules = {}) {
  return read_table(TableName("lake.orders"), made.view, rules);
}
std::int64_t mark(const TableReading& reading, const TopicPartition& of = zero) {
  const auto found = reading.marks->durable.find(of);
  return found == reading.marks->durable.end() ? -1 : found->second.value_or(-2);
}
std::vector<std::string> times(const std::vector<Instant>& instants) {
  std::vector<std::string> out;
  for (const Instant& instant : instants) out.push_back(instant.time);
  return out;
}
}  // namespace

class TestHudiTimeline final : public QObject {
  Q_OBJECT
 private slots:
  void names_of_both_layouts();
  void properties_say_where_it_is();
  void times_of_names();
  void what_cannot_be_read_is_damage_data();
  void what_cannot_be_read_is_damage();
  void the_newer_key_goes_first();
  void a_checkpoint_of_another_source();
  void rewrites_are_passed_over();
  void begun_afresh();
  void a_damaged_instant_hides_what_it_may_have_said();
  void batches_of_spark();
  void a_rule_of_the_profile();
};

void TestHudiTimeline::names_of_both_layouts() {
  const Timeline older =
      sort_names({"20260102000000000.deltacommit", "20260101000000000.commit", "20260101000000.commit",
                  "20260103000000000.commit.requested", "20260103000000000.inflight", "20260104000000000.clean",
                  "20260105000000000.replacecommit", "20260106000000000.restore", "hoodie.properties",
                  ".20260107000000000.commit.crc"});
  QCOMPARE(times(older.writes),
           (std::vector<std::string>{"20260101000000", "20260101000000000", "20260102000000000", "20260105000000000"}));
  QCOMPARE(times(older.restores), std::vector<std::string>{"20260106000000000"});
  // By what was completed first, not by what was asked for first; an instant that is there twice counts once.
  const Timeline newer =
      sort_names({"20260101000000000_20260101000009000.commit", "20260101000001000_20260101000002000.commit",
                  "20260101000003000_20260101000004000.commit", "20260101000003000.commit.requested",
                  "20260101000001000_20260101000002001.commit", "20260101000005000_x.commit"});
  QCOMPARE(times(newer.writes),
           (std::vector<std::string>{"20260101000001000", "20260101000003000", "20260101000000000"}));
}

void TestHudiTimeline::properties_say_where_it_is() {
  QCOMPARE(parse_properties("").folder, std::string(".hoodie"));
  QCOMPARE(parse_properties("hoodie.archivelog.folder=old\n").archive, std::string(".hoodie/old"));
  const Properties newer = parse_properties(
      "#c\r\nhoodie.timeline.layout.version=2\r\nhoodie.timeline.path=tl\nhoodie.table.timeline.timezone=UTC\n");
  QCOMPARE(newer.folder, std::string(".hoodie/tl"));
  QCOMPARE(newer.archive, std::string(".hoodie/tl/history"));
  QVERIFY(newer.utc);
  const Properties hostile = parse_properties("hoodie.timeline.layout.version=2\nhoodie.timeline.path=../../etc\n");
  QCOMPARE(hostile.folder, std::string(".hoodie/timeline"));
}

void TestHudiTimeline::times_of_names() {
  const auto at = [](const char* time, const char* completed, bool utc, std::optional<std::int64_t> modified) {
    const auto found = completed_at({time, completed, "commit", ""}, utc,
                                    modified ? std::optional(LakeTime(Millis(*modified))) : std::nullopt);
    return found ? ms(*found) : -1;
  };
  constexpr std::int64_t new_year = 1'767'225'600'000, hour = 3'600'000;
  QCOMPARE(at("20260101000000000", "20260101000000123", true, {}), new_year + 123);
  QCOMPARE(at("20260101000000", "", true, {}), std::int64_t{-1});  // when it was asked for is not when it was done
  QCOMPARE(at("20260101000000", "", true, new_year + 5), new_year + 5);
  QCOMPARE(at("20260101000000000", "20260101000000123", false, {}), std::int64_t{-1});
  QCOMPARE(at("20260101000000000", "20260101000000123", false, new_year - 9 * hour), new_year - 9 * hour);
  QCOMPARE(at("20260101000000000", "20260101000000123", false, new_year - 9 * hour + 8 * hour / 60), std::int64_t{-1});
  QCOMPARE(at("20260101000000000", "20260101000000123", false, new_year + 24 * hour), std::int64_t{-1});
  QCOMPARE(at("20260101000000", "", true, new_year - hour), std::int64_t{-1});
  QCOMPARE(at("20261301000000", "", false, new_year), std::int64_t{-1});
  QCOMPARE(at("20260101000000000", "20260230000000123", true, new_year), std::int64_t{-1});
}

void TestHudiTimeline::what_cannot_be_read_is_damage_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("no JSON") << QByteArray("<html>");
  QTest::newRow("a list") << QByteArray("[]");
  QTest::newRow("members that are a list") << QByteArray(R"({"extraMetadata":[]})");
  QTest::newRow("a member that is no text") << QByteArray(R"({"extraMetadata":{"a":{}}})");
  QTest::newRow("parts that are text") << QByteArray(R"({"partitionToWriteStats":"x"})");
  QTest::newRow("a part that is a number") << QByteArray(R"({"partitionToWriteStats":{"":[7]}})");
  QTest::newRow("deep") << QByteArray("{\"a\":").repeated(200);
  QTest::newRow("an Avro file that ends") << QByteArray("Obj\x01\x02");
  QTest::newRow("an Avro file that promises much") << QByteArray("Obj\x01\x02\xff\xff\xff\xff\xff\xff\xff\xff\x7f");
}

void TestHudiTimeline::what_cannot_be_read_is_damage() {
  QFETCH(QByteArray, bytes);
  const Commit commit = parse_commit({"20260101000000", "", "commit", ""}, bytes.toStdString());
  QVERIFY(!commit.damage.empty());
  QVERIFY(commit.members.empty() && !commit.added_records);
  QCOMPARE(commit.operation, std::string("commit"));
}

void TestHudiTimeline::the_newer_key_goes_first() {
  const std::string both = R"("streamer.checkpoint.key.v2":"orders,0:20")";
  QCOMPARE(mark(read(Made().streamer("orders,0:10", both))), std::int64_t{20});
  // An empty one is as good as none, as Hudi has it.
  QCOMPARE(mark(read(Made().streamer("orders,0:10", R"("streamer.checkpoint.key.v2":"")"))), std::int64_t{10});
  // After an upgrade the line goes on.
  const TableReading on = read(Made().streamer("orders,0:10").commit(both));
  QCOMPARE(on.versions[0].commit.ranges, (std::vector<CommitRange>{{zero, 10, 20}}));
}

void TestHudiTimeline::a_checkpoint_of_another_source() {
  for (const char* checkpoint : {"20260101000000", "1767225600000", "s3://bucket/file"}) {
    const TableReading got = read(Made().streamer(checkpoint));
    QVERIFY(got.marks->durable.empty());
    QVERIFY2(!got.marks->unknown_why.empty(), checkpoint);
  }
  QVERIFY(read(Made().streamer("1767225600000")).marks->unknown_why.find("no offsets of a topic") != std::string::npos);
  QCOMPARE(mark(read(Made().streamer("orders,0:x"))), std::int64_t{-1});
}

// Whatever stands in them: a rewrite may carry the notes of a commit of long ago.
void TestHudiTimeline::rewrites_are_passed_over() {
  const TableReading got = read(Made()
                                    .streamer("orders,0:10")
                                    .streamer("orders,0:20")
                                    .commit(R"("deltastreamer.checkpoint.key":"orders,0:10")", "CLUSTER"));
  QCOMPARE(mark(got), std::int64_t{20});
  QCOMPARE(got.versions[0].commit.added_records, std::optional(std::int64_t{0}));
}

// Told to forget its checkpoint: from where it read then is not told.
void TestHudiTimeline::begun_afresh() {
  const std::string ignored = R"("deltastreamer.checkpoint.ignore_key":"1")";
  const TableReading got =
      read(Made().streamer("orders,0:10").streamer("orders,0:30", ignored).streamer("orders,0:40", ignored));
  QCOMPARE(mark(got), std::int64_t{40});
  QCOMPARE(got.versions[1].commit.ranges, (std::vector<CommitRange>{{zero, 30, 30}}));
  QCOMPARE(got.versions[0].commit.ranges, (std::vector<CommitRange>{{zero, 30, 40}}));
  // Told to begin at what is no offset.
  const TableReading odd =
      read(Made()
               .streamer("orders,0:10")
               .streamer("orders,0:30", R"("deltastreamer.checkpoint.reset_key":"1767225600000")"));
  QCOMPARE(mark(odd), std::int64_t{30});
  QCOMPARE(odd.versions[0].commit.ranges, (std::vector<CommitRange>{{zero, 30, 30}}));
}

void TestHudiTimeline::a_damaged_instant_hides_what_it_may_have_said() {
  Made made;
  made.streamer("orders,0:10").streamer("orders,0:20").commit("");
  made.view.commits[1] = parse_commit(made.view.commits[1].instant, "{");
  const TableReading got = read(made);
  QCOMPARE(mark(got), std::int64_t{-2});
  QVERIFY2(got.marks->unknown_why == "Instant 20260101000001 cannot be read (is neither JSON nor an Avro container).",
           got.marks->unknown_why.c_str());
  const TableReading after = read(made.streamer("orders,0:40"));
  QCOMPARE(mark(after), std::int64_t{40});
  QCOMPARE(after.versions[0].commit.ranges, (std::vector<CommitRange>{{zero, 40, 40}}));
}

void TestHudiTimeline::batches_of_spark() {
  const TableReading got = read(Made().commit(R"("_hudi_streaming_sink_checkpoint":"{\"q\":\"12\"}")"));
  QVERIFY(got.marks->durable.empty());
  QCOMPARE(got.writer, std::string("spark"));
  QVERIFY(got.marks->unknown_why.find("batches") != std::string::npos);
}

void TestHudiTimeline::a_rule_of_the_profile() {
  const ReadRules rules{.topic = "orders", .offsets = OffsetRule{"app.offsets", "json", "last"}};
  const TableReading got =
      read(Made().commit(R"("app.offsets":"{\"0\":9}")").commit("").commit(R"("app.offsets":"{\"0\":19}")"), rules);
  QCOMPARE(mark(got), std::int64_t{20});
  QCOMPARE(got.versions[0].commit.ranges, (std::vector<CommitRange>{{zero, 10, 20}}));
  QCOMPARE(mark(read(Made().commit(R"("app.offsets":"{")"), rules)), std::int64_t{-1});
  // What is no rule for offsets finds none.
  const TableReading time = read(Made().streamer("orders,0:7"), {.offsets = OffsetRule{"at", "json", "time"}});
  QVERIFY(time.marks->durable.empty() && !time.marks->unknown_why.empty());
}

QTEST_GUILESS_MAIN(TestHudiTimeline)
#include "tst_hudi_timeline.moc"
