// SPDX-License-Identifier: GPL-3.0-or-later
// Records of MirrorMaker 2: those that a real one wrote (tests/fixtures/mirror), against what Kafka's own client makes
// of them, every one of them cut short, and values that cannot be.
#include <QFile>
#include <QTest>
#include <boost/json.hpp>
#include <map>

#include "collectors/kafka/mirror_records.h"
#include "collectors/kafka/mirror_source.h"

using namespace tidemark;
namespace json = boost::json;

class TestMirrorRecords final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void checkpoints_say_what_kafkas_client_says();
  void syncs_rise_on_both_sides();
  void heartbeats_are_of_this_mirror();
  void what_is_cut_short_is_nothing();
  void what_cannot_be_is_nothing();
  void topics_have_the_names_that_it_gives_them();

 private:
  struct Record {
    std::vector<std::byte> key, value;
  };
  std::vector<Record> records(const char* topic) const;
  json::value fixture_;
};

namespace {
std::vector<std::byte> unhex(const json::value& text) {
  const QByteArray bytes = QByteArray::fromHex(QByteArray(text.as_string().c_str()));
  std::vector<std::byte> out(static_cast<std::size_t>(bytes.size()));
  std::ranges::transform(bytes, out.begin(), [](char c) { return static_cast<std::byte>(c); });
  return out;
}
}  // namespace

void TestMirrorRecords::initTestCase() {
  QFile file(QFINDTESTDATA("../../fixtures/mirror/records.json"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  fixture_ = json::parse(file.readAll().toStdString());
}

std::vector<TestMirrorRecords::Record> TestMirrorRecords::records(const char* topic) const {
  std::vector<Record> out;
  for (const auto& record : fixture_.at("records").at(topic).as_array())
    out.push_back({unhex(record.at("key")), unhex(record.at("value"))});
  return out;
}

void TestMirrorRecords::checkpoints_say_what_kafkas_client_says() {
  std::map<std::string, std::int64_t> said, wanted;
  const auto name = [](const std::string& group, const std::string& topic, std::int64_t partition) {
    return group + " " + topic + " " + std::to_string(partition);
  };
  for (const Record& record : records("checkpoints")) {
    const auto point = parse_mirror_checkpoint(record.key, record.value);
    QVERIFY(point && point->target_offset && *point->target_offset <= point->source_offset);
    said[name(point->group.value(), point->target.topic.value(), point->target.partition.value())] =
        *point->target_offset;
  }
  for (const auto& answer : fixture_.at("translated").as_array())
    wanted[name(answer.at("group").as_string().c_str(), answer.at("topic").as_string().c_str(),
                answer.at("partition").as_int64())] = answer.at("offset").as_int64();
  QCOMPARE(wanted.size(), 4u);
  QCOMPARE(said, wanted);
}

void TestMirrorRecords::syncs_rise_on_both_sides() {
  std::map<TopicPartition, OffsetSync> last;
  for (const Record& record : records("syncs")) {
    const auto sync = parse_offset_sync(record.key, record.value);
    QVERIFY(sync);
    QCOMPARE(sync->source.topic, TopicName("fixture-orders"));
    QCOMPARE(sync->source_offset, sync->target_offset);  // the topic began with the mirror and has every offset
    if (const auto before = last.find(sync->source); before != last.end())
      QVERIFY(before->second.source_offset <= sync->source_offset);
    last[sync->source] = *sync;
  }
  QCOMPARE(last.size(), 2u);
  for (const auto& [partition, sync] : last) QVERIFY(sync.source_offset > 100);
}

void TestMirrorRecords::heartbeats_are_of_this_mirror() {
  std::int64_t before = 0;
  for (const Record& record : records("heartbeats")) {
    const auto beat = parse_mirror_heartbeat(record.key, record.value);
    QVERIFY(beat && beat->source == "eu" && beat->target == "us" && beat->at_ms >= before);
    before = beat->at_ms;
  }
  QVERIFY(before > 1'700'000'000'000);
}

void TestMirrorRecords::what_is_cut_short_is_nothing() {
  const auto check = [](const Record& record, auto parse) {
    QVERIFY(parse(record.key, record.value));
    for (std::size_t size = 0; size < record.key.size(); ++size)
      QVERIFY(!parse(std::span(record.key).first(size), record.value));
    for (std::size_t size = 0; size < record.value.size(); ++size)
      QVERIFY(!parse(record.key, std::span(record.value).first(size)));
  };
  check(records("syncs").front(), parse_offset_sync);
  check(records("checkpoints").front(), parse_mirror_checkpoint);
  check(records("heartbeats").front(), parse_mirror_heartbeat);
}

void TestMirrorRecords::what_cannot_be_is_nothing() {
  Record sync = records("syncs").front();
  sync.value[0] = std::byte{0xff};  // below 0
  QVERIFY(!parse_offset_sync(sync.key, sync.value));
  sync.value.assign(16, std::byte{0xff});
  sync.value[0] = std::byte{0x7f};  // no offset comes after it
  QVERIFY(!parse_offset_sync(sync.key, sync.value));
  Record point = records("checkpoints").front();
  point.value[1] = std::byte{1};  // another version
  QVERIFY(!parse_mirror_checkpoint(point.key, point.value));
  point.value[1] = std::byte{0};
  for (std::size_t i = 10; i < 18; ++i) point.value[i] = std::byte{0xff};  // -1: older than any sync
  const auto untranslated = parse_mirror_checkpoint(point.key, point.value);
  QVERIFY(untranslated && !untranslated->target_offset);
  Record beat = records("heartbeats").front();
  beat.key[2] = std::byte{0};  // a name that cannot be shown
  QVERIFY(!parse_mirror_heartbeat(beat.key, beat.value));
}

void TestMirrorRecords::topics_have_the_names_that_it_gives_them() {
  MirrorProfile mirror;
  mirror.source_alias = "eu";
  mirror.target_alias = "us";
  QCOMPARE(offset_syncs_topic(mirror), std::string("mm2-offset-syncs.us.internal"));
  QCOMPARE(checkpoints_topic(mirror), std::string("eu.checkpoints.internal"));
  mirror.syncs_at = "target";
  mirror.separator = "_";
  QCOMPARE(offset_syncs_topic(mirror), std::string("mm2-offset-syncs_eu_internal"));
  QCOMPARE(checkpoints_topic(mirror), std::string("eu_checkpoints_internal"));
}

QTEST_GUILESS_MAIN(TestMirrorRecords)
#include "tst_mirror_records.moc"
