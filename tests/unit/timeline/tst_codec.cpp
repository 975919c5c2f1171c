// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>
#include <random>

#include "models/timeline/hot_codec.h"
#include "models/timeline/segment_codec.h"

using namespace tidemark;

class TestCodec final : public QObject {
  Q_OBJECT
 private slots:
  void numbers_survive_the_bytes();
  void a_reader_never_leaves_its_bytes();
  void crc_is_the_one_of_zlib();
  void hot_rows_round_trip();
  void hot_rows_refuse_a_start_without_keyframe();
  void segments_round_trip();
  void segments_choose_short_forms();
  void an_unknown_mode_is_named();
};

namespace {
constexpr std::int64_t big = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t small = std::numeric_limits<std::int64_t>::min();
}  // namespace

void TestCodec::numbers_survive_the_bytes() {
  const std::vector<std::int64_t> values{0, 1, -1, 63, -64, 64, 127, 128, 300, -70'000, big, small};
  ByteWriter out;
  for (const std::int64_t v : values) out.zigzag(v);
  out.u16(0xbeef);
  out.u32(0xdeadbeef);
  out.u64(static_cast<std::uint64_t>(small));
  const Bytes bytes = out.take();
  ByteReader in(bytes);
  for (const std::int64_t v : values) QCOMPARE(in.zigzag(), v);
  QCOMPARE(in.u16(), 0xbeef);
  QCOMPARE(in.u32(), 0xdeadbeefU);
  QCOMPARE(in.u64(), static_cast<std::uint64_t>(small));
  QVERIFY(in.ok() && in.left() == 0);
}

void TestCodec::a_reader_never_leaves_its_bytes() {
  const Bytes endless(20, 0xff);
  ByteReader in(endless);
  QCOMPARE(in.varint(), 0U);
  QVERIFY(!in.ok());
  ByteReader little(ByteView(endless).first(3));
  QCOMPARE(little.u32(), 0U);
  QVERIFY(!little.ok());
  QCOMPARE(little.bytes(1).size(), 0U);
}

void TestCodec::crc_is_the_one_of_zlib() {
  const std::string text = "123456789";
  const ByteView bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  QCOMPARE(crc32(bytes), 0xcbf43926U);
  QCOMPARE(crc32(bytes.subspan(4), crc32(bytes.first(4))), 0xcbf43926U);
}

void TestCodec::hot_rows_round_trip() {
  std::mt19937_64 random(1);
  std::vector<SeriesId> order;
  for (int i = 0; i < 5000; ++i) order.emplace_back(i * 3 + 1);
  Cells before;
  before.resize(order.size());
  HotDecoder decoder;
  HotDecoder second_chunk([](std::size_t slot, SeriesId) { return slot >= chunk_slots; });
  std::size_t announced = 0;
  for (int row = 0; row < 40; ++row) {
    for (int i = 0; row > 0 && i < 7; ++i) order.emplace_back(100'000 + row * 7 + i);
    before.resize(order.size());
    Cells now;
    now.resize(order.size());
    std::vector<std::int64_t> values(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      now.reasons[i] = random() % 4 == 0 ? static_cast<Reason>(random() % reason_count) : before.reasons[i];
      values[i] = random() % 3 == 0 ? static_cast<std::int64_t>(random())
                                    : before.values[i] + static_cast<std::int64_t>(random() % 100);
      now.values[i] = values[i];
    }
    const std::vector<Reason> reasons = now.reasons;
    const Bytes bytes = encode_hot(row % 15 == 0, order, announced, before, now);
    announced = order.size();
    const auto fed = decoder.feed(bytes);
    QVERIFY2(fed, fed ? "" : fed.error().line().c_str());
    QVERIFY(second_chunk.feed(bytes));
    QCOMPARE(decoder.series(), order);
    QCOMPARE(decoder.cells().reasons, reasons);
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (reasons[i] == Reason::none) QCOMPARE(decoder.cells().values[i], values[i]);
      if (i >= chunk_slots) QCOMPARE(second_chunk.cells().values[i], decoder.cells().values[i]);
    }
    before = std::move(now);
  }
}

void TestCodec::hot_rows_refuse_a_start_without_keyframe() {
  Cells before, now;
  before.resize(1);
  now.resize(1);
  HotDecoder decoder;
  const auto fed = decoder.feed(encode_hot(false, {SeriesId(1)}, 1, before, now));
  QVERIFY(!fed);
  QCOMPARE(fed.error().code, ErrorCode::damaged);
}

void TestCodec::segments_round_trip() {
  std::mt19937_64 random(2);
  for (const std::size_t polls : {std::size_t{1}, std::size_t{2}, std::size_t{479}, block_polls}) {
    std::vector<std::vector<std::int64_t>> values;
    std::vector<std::vector<Reason>> reasons;
    for (int kind = 0; kind < 8; ++kind) {
      auto& v = values.emplace_back();
      auto& r = reasons.emplace_back();
      for (std::size_t i = 0; i < polls; ++i) {
        const auto n = static_cast<std::int64_t>(i);
        const std::int64_t noise = static_cast<std::int64_t>(random() % 1000);
        v.push_back(kind == 0   ? 7
                    : kind == 1 ? n * 1000
                    : kind == 2 ? n * 1000 + noise
                    : kind == 3 ? static_cast<std::int64_t>(random())
                    : kind == 4 ? (i % 2 == 0 ? big : small)
                    : kind == 5 ? -n * n * n
                                : noise);
        r.push_back(kind == 6 && i % 3 != 0 ? static_cast<Reason>(1 + random() % (reason_count - 1))
                    : kind == 7             ? Reason::unreachable
                                            : Reason::none);
      }
    }
    SegmentEncoder encoder(4800, polls);
    for (std::size_t i = 0; i < values.size(); ++i)
      encoder.add(SeriesId(static_cast<std::int64_t>(i * i) + 5), values[i], reasons[i]);
    const auto decoder = SegmentDecoder::open(encoder.finish());
    QVERIFY2(decoder, decoder ? "" : decoder.error().line().c_str());
    QCOMPARE(decoder->directory().first_seq, 4800);
    QCOMPARE(decoder->directory().entries.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      const SegmentEntry& entry = decoder->directory().entries[i];
      QCOMPARE(entry.series.value(), static_cast<std::int64_t>(i * i) + 5);
      std::vector<std::int64_t> v(polls);
      std::vector<Reason> r(polls);
      const auto decoded = decoder->decode(entry, v, r);
      QVERIFY2(decoded, decoded ? "" : decoded.error().line().c_str());
      QCOMPARE(r, reasons[i]);
      for (std::size_t k = 0; k < polls; ++k) QCOMPARE(v[k], r[k] == Reason::none ? values[i][k] : 0);
    }
  }
}

void TestCodec::segments_choose_short_forms() {
  std::vector<std::int64_t> flat(block_polls, 42), steady(block_polls), wild(block_polls);
  std::mt19937_64 random(3);
  for (std::size_t i = 0; i < block_polls; ++i) {
    steady[i] = static_cast<std::int64_t>(i) * 100'000;
    wild[i] = static_cast<std::int64_t>(random());
  }
  const std::vector<Reason> known(block_polls, Reason::none);
  SegmentEncoder encoder(0, block_polls);
  encoder.add(SeriesId(1), flat, known);
  encoder.add(SeriesId(2), steady, known);
  encoder.add(SeriesId(3), wild, known);
  const auto decoder = SegmentDecoder::open(encoder.finish());
  QVERIFY(decoder);
  const auto& entries = decoder->directory().entries;
  QCOMPARE(entries[0].mode, static_cast<std::uint8_t>(SegmentMode::constant));
  QCOMPARE(entries[1].mode, static_cast<std::uint8_t>(SegmentMode::delta2));
  QCOMPARE(entries[2].mode, static_cast<std::uint8_t>(SegmentMode::raw));
  QVERIFY(entries[0].size < 4 && entries[1].size < block_polls + 16);
}

void TestCodec::an_unknown_mode_is_named() {
  const std::vector<std::int64_t> flat(block_polls, 42);
  const std::vector<Reason> known(block_polls, Reason::none);
  SegmentEncoder encoder(0, block_polls);
  encoder.add(SeriesId(9), flat, known);
  const auto decoder = SegmentDecoder::open(encoder.finish());
  QVERIFY(decoder);
  SegmentEntry entry = decoder->directory().entries[0];
  entry.mode = 77;
  std::vector<std::int64_t> values(block_polls);
  std::vector<Reason> reasons(block_polls);
  const auto decoded = decoder->decode(entry, values, reasons);
  QVERIFY(!decoded);
  QCOMPARE(decoded.error().what, std::string("series 9 is in the unknown mode 77"));
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
