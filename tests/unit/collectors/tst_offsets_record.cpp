// SPDX-License-Identifier: GPL-3.0-or-later
// Records of __consumer_offsets: those that a real broker wrote (tests/fixtures/offsets-topic), every version there is,
// every one of them cut short, and what groups had committed at past times.
#include <QFile>
#include <QTest>
#include <boost/json.hpp>

#include "collectors/kafka/commit_history.h"

using namespace tidemark;
namespace json = boost::json;

namespace {
using Bytes = std::vector<std::byte>;
using What = OffsetsRecord::What;
using Value = Known<std::int64_t>;
const LocalTime noon = local_time(1'767'268'800'000);

template <class Int>
void put(Bytes& bytes, Int value) {
  for (int shift = static_cast<int>(sizeof(Int)) * 8 - 8; shift >= 0; shift -= 8)
    bytes.push_back(static_cast<std::byte>((value >> shift) & 0xff));
}
void put_text(Bytes& bytes, std::string_view text) {
  put(bytes, static_cast<std::int16_t>(text.size()));
  for (const char c : text) bytes.push_back(static_cast<std::byte>(c));
}
Bytes key_of(std::int16_t version, std::string_view group, std::string_view topic, std::int32_t partition) {
  Bytes out;
  put(out, version);
  put_text(out, group);
  put_text(out, topic);
  put(out, partition);
  return out;
}
Bytes value_of(std::int16_t version, std::int64_t offset, std::int64_t at) {
  Bytes out;
  put(out, version);
  put(out, offset);
  if (version >= 3) put(out, std::int32_t{4});
  if (version >= 4) {
    out.push_back(std::byte{3});  // two bytes and one
    for (const char c : {'m', 'e'}) out.push_back(static_cast<std::byte>(c));
  } else {
    put_text(out, "me");
  }
  put(out, at);
  if (version == 1) put(out, at + 1000);
  if (version >= 4) out.push_back(std::byte{0});
  return out;
}

Bytes unhex(const json::value& text) {
  const QByteArray bytes = QByteArray::fromHex(QByteArray(text.as_string().c_str()));
  Bytes out(static_cast<std::size_t>(bytes.size()));
  std::ranges::transform(bytes, out.begin(), [](char c) { return static_cast<std::byte>(c); });
  return out;
}

OffsetCommit commit(std::int64_t offset, Millis after_noon, const char* group = "sink") {
  return {GroupId(group), {TopicName("orders"), PartitionId(0)}, offset, BrokerTime(Millis(ms(noon)) + after_noon)};
}
}  // namespace

class OffsetsRecordTest final : public QObject {
  Q_OBJECT
 private slots:
  void what_a_broker_wrote() {
    QFile file(QFINDTESTDATA("../../fixtures/offsets-topic/records.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const json::value fixture = json::parse(file.readAll().toStdString());
    std::map<std::string, std::optional<std::int64_t>> last;
    int commits = 0, others = 0;
    for (const json::value& record : fixture.at("records").as_array()) {
      const Bytes key = unhex(record.at("key"));
      const bool has_value = !record.at("value").is_null();
      const Bytes value = has_value ? unhex(record.at("value")) : Bytes();
      const auto parsed =
          parse_offsets_record(key, has_value ? std::optional<std::span<const std::byte>>(value) : std::nullopt);
      QVERIFY(parsed.what != What::damaged);
      ++(parsed.what == What::commit ? commits : others);
      if (parsed.what != What::commit) continue;
      const OffsetCommit& one = parsed.commit;
      last[one.group.value() + ' ' + one.partition.topic.value() + '/' +
           std::to_string(one.partition.partition.value())] = one.offset;
      QCOMPARE(one.offset.has_value(), has_value);
      if (!one.at) continue;
      const std::int64_t recorded = record.at("time").to_number<std::int64_t>();
      QVERIFY2(std::abs(ms(*one.at) - recorded) < 1'000, std::to_string(ms(*one.at) - recorded).c_str());
    }
    QVERIFY(commits > 0 && others > 0);
    for (const auto& [name, offset] : fixture.at("committed").as_object()) {
      const auto found = last.find(name);
      QVERIFY2(found != last.end(), name.data());
      QCOMPARE(found->second, offset.is_null() ? std::nullopt : std::optional(offset.to_number<std::int64_t>()));
    }
  }

  void every_version() {
    for (const std::int16_t key_version : {std::int16_t{0}, std::int16_t{1}})
      for (std::int16_t version = 0; version <= 4; ++version) {
        const Bytes key = key_of(key_version, "a/b c", "orders", 7);
        const Bytes value = value_of(version, 1'234'567'890'123, ms(noon));
        const auto parsed = parse_offsets_record(key, value);
        QVERIFY(parsed.what == What::commit);
        QCOMPARE(parsed.commit.group.value(), std::string("a/b c"));
        QCOMPARE(parsed.commit.partition.topic.value(), std::string("orders"));
        QCOMPARE(parsed.commit.partition.partition.value(), 7);
        QCOMPARE(parsed.commit.offset, std::optional<std::int64_t>(1'234'567'890'123));
        QCOMPARE(parsed.commit.at, std::optional(BrokerTime(Millis(ms(noon)))));
        QVERIFY(!parse_offsets_record(key, std::nullopt).commit.offset);
        const std::size_t end = value.size() - (version == 1 ? 8 : version == 4 ? 1 : 0);  // what is not read
        for (std::size_t size = 0; size < end; ++size)
          QVERIFY(parse_offsets_record(key, std::span(value).first(size)).what == What::damaged);
        for (std::size_t size = 2; size < key.size(); ++size)
          QVERIFY(parse_offsets_record(std::span(key).first(size), value).what == What::damaged);
      }
  }

  void what_is_no_commit_and_what_nobody_should_write() {
    const Bytes value = value_of(3, 5, ms(noon));
    for (const std::int16_t version : {std::int16_t{2}, std::int16_t{5}, std::int16_t{17}, std::int16_t{-1}})
      QVERIFY(parse_offsets_record(key_of(version, "g", "orders", 0), value).what == What::other);
    QVERIFY(parse_offsets_record({}, value).what == What::damaged);
    QVERIFY(parse_offsets_record(key_of(1, "g", "orders", -1), value).what == What::damaged);
    QVERIFY(parse_offsets_record(key_of(1, "g", "no topic", 0), value).what == What::damaged);
    QVERIFY(parse_offsets_record(key_of(1, "g", "", 0), value).what == What::damaged);
    QVERIFY(parse_offsets_record(key_of(1, "\xff", "orders", 0), value).what == What::damaged);
    const Bytes key = key_of(1, "g", "orders", 0);
    QVERIFY(parse_offsets_record(key, value_of(5, 5, ms(noon))).what == What::damaged);
    QVERIFY(parse_offsets_record(key, value_of(3, -1, ms(noon))).what == What::damaged);
    QVERIFY(parse_offsets_record(key, value_of(3, 5, -1)).what == What::damaged);
  }

  void the_last_commit_before_a_time() {
    const PastGrid grid = past_grid(noon, noon + Millis(60'000), 1);
    CommitHistory history(grid);
    history.add(3, commit(100, Millis(5'000)), {});
    history.add(3, commit(110, Millis(10'000)), {});
    history.add(3, commit(120, Millis(31'000)), {});
    OffsetCommit gone = commit(0, {});
    gone.offset.reset();
    gone.at.reset();
    history.add(3, gone, BrokerTime(Millis(ms(noon) + 45'000)));
    const auto series = history.on(grid);
    QCOMPARE(series.size(), std::size_t{1});
    QCOMPARE(series.front().group.value(), std::string("sink"));
    const std::vector<Value> expected{Reason::no_history, 110, 110, 110, 120, Reason::no_commit};
    QVERIFY(series.front().values == expected);
  }

  void a_coarser_grid_says_the_same_at_its_times() {
    const PastGrid fine = past_grid(noon, noon + Millis(120'000), 1);
    CommitHistory history(fine);
    for (int i = 0; i < 120; ++i) history.add(0, commit(i, Millis(i * 1'000)), {});
    const PastGrid coarse{noon, Millis(60'000), 2};
    const auto series = history.on(coarse);
    QVERIFY(series.front().values == (std::vector<Value>{0, 60}));
  }

  void what_was_committed_before_the_window_is_in_force_when_it_begins() {
    const PastGrid grid = past_grid(noon, noon + Millis(20'000), 1);
    CommitHistory history(grid);
    history.add(0, commit(7, Millis(-100'000)), {});
    history.add(0, commit(9, Millis(60'000)), {});  // after it
    QVERIFY(history.on(grid).front().values == (std::vector<Value>{7, 7}));
  }

  void after_what_was_read_nothing_is_known() {
    const PastGrid grid = past_grid(noon, noon + Millis(40'000), 1);
    CommitHistory history(grid);
    history.add(1, commit(5, Millis(0)), {});
    history.add(2, commit(6, Millis(0), "other"), {});
    history.cut(1, BrokerTime(Millis(ms(noon) + 15'000)));
    for (const auto& series : history.on(grid)) {
      if (series.group.value() == "sink")
        QVERIFY(series.values == (std::vector<Value>{5, 5, Reason::not_probed, Reason::not_probed}));
      else
        QVERIFY(series.values == (std::vector<Value>{6, 6, 6, 6}));
    }
  }
};

QTEST_GUILESS_MAIN(OffsetsRecordTest)
#include "tst_offsets_record.moc"
