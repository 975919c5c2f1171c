// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <fstream>
#include <limits>
#include <random>

#include "models/timeline/hot_codec.h"
#include "models/timeline/predictor.h"
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
  void bits_survive();
  void segments_round_trip_data();
  void segments_round_trip();
  void a_group_is_told_by_the_end_of_its_partition();
  void a_base_stands_for_itself();
  void segments_of_version_1_are_read();
  void every_predictor_is_followed();
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

void TestCodec::bits_survive() {
  std::mt19937_64 random(4);
  std::vector<std::pair<std::uint64_t, unsigned>> fields;
  BitWriter out;
  for (int i = 0; i < 2000; ++i) {
    const auto width = static_cast<unsigned>(random() % 65);
    const std::uint64_t value = width == 0 ? 0 : random() >> (64 - width);
    fields.emplace_back(value, width);
    out.put(value, width);
    if (i % 97 == 0) out.align();
  }
  out.align();
  Bytes bytes(out.view().begin(), out.view().end());
  bytes.resize(bytes.size() + bit_padding);
  BitReader in(ByteView(bytes).first(out.size()));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    QVERIFY(in.has(1, fields[i].second));
    QCOMPARE(in.next(fields[i].second), fields[i].first);
    if (i % 97 == 0) in.align();
  }
  QVERIFY(in.done());
  QVERIFY(!in.has(2, 8) && !in.ok());
}

void TestCodec::segments_round_trip_data() {
  QTest::addColumn<SegmentEffort>("effort");
  QTest::newRow("fast") << SegmentEffort::fast;
  QTest::newRow("dense") << SegmentEffort::dense;
}

void TestCodec::segments_round_trip() {
  QFETCH(const SegmentEffort, effort);
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
    SegmentEncoder encoder(4800, polls, effort);
    for (std::size_t i = 0; i < values.size(); ++i)
      encoder.add(SeriesId(static_cast<std::int64_t>(i * i) + 5), values[i], reasons[i]);
    const auto decoder = SegmentDecoder::open(encoder.finish());
    QVERIFY2(decoder, decoder ? "" : decoder.error().line().c_str());
    QCOMPARE(decoder->directory().first_seq, 4800);
    QCOMPARE(decoder->directory().effort, effort);
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
  QCOMPARE(entries[1].mode, static_cast<std::uint8_t>(SegmentMode::packed));
  QCOMPARE(entries[2].mode, static_cast<std::uint8_t>(SegmentMode::raw));
  QVERIFY(entries[0].bytes() < 4 && entries[1].bytes() < 32);
}

namespace {
struct Cellful {
  std::vector<std::int64_t> values;
  std::vector<Reason> reasons;
};
Cellful decoded(const SegmentDecoder& decoder, std::size_t index) {
  Cellful out{std::vector<std::int64_t>(decoder.directory().polls), std::vector<Reason>(decoder.directory().polls)};
  if (const auto done = decoder.decode(decoder.directory().entries.at(index), out.values, out.reasons); !done)
    qFatal("%s", done.error().line().c_str());
  return out;
}
// An end with noise, and a group some records behind it; both unknown now and then.
std::pair<Cellful, Cellful> end_and_group() {
  std::mt19937_64 random(5);
  Cellful end, group;
  std::int64_t at = 5'000'000;
  for (std::size_t i = 0; i < block_polls; ++i) {
    at += 900 + static_cast<std::int64_t>(random() % 200);
    end.values.push_back(at);
    group.values.push_back(at - static_cast<std::int64_t>(random() % 8));
    end.reasons.push_back(i < 3 || i % 50 == 7 ? Reason::leaderless : Reason::none);
    group.reasons.push_back(i % 60 == 9 ? Reason::unreachable : Reason::none);
  }
  return {end, group};
}
void compare(const Cellful& got, const Cellful& wanted) {
  QCOMPARE(got.reasons, wanted.reasons);
  for (std::size_t i = 0; i < block_polls; ++i)
    QCOMPARE(got.values[i], wanted.reasons[i] == Reason::none ? wanted.values[i] : 0);
}
}  // namespace

void TestCodec::a_group_is_told_by_the_end_of_its_partition() {
  const auto [end, group] = end_and_group();
  std::size_t with_base = 0;
  for (const bool based : {true, false}) {
    SegmentEncoder encoder(0, block_polls, SegmentEffort::dense);
    encoder.add(SeriesId(1), end.values, end.reasons);
    const SegmentEncoder::Base base{0, end.values, end.reasons};
    encoder.add(SeriesId(2), group.values, group.reasons, based ? &base : nullptr);
    const Bytes bytes = encoder.finish();
    const auto decoder = SegmentDecoder::open(bytes);
    QVERIFY(decoder);
    QCOMPARE(decoder->directory().entries[1].base.has_value(), based);
    compare(decoded(*decoder, 0), end);
    compare(decoded(*decoder, 1), group);
    if (based)
      with_base = bytes.size();
    else
      QVERIFY2(with_base + 50 < bytes.size(),
               qPrintable(QString::number(with_base) + QLatin1Char(47) + QString::number(bytes.size())));
  }
}

// Nothing lies behind a series that lies behind another one, whatever is asked for.
void TestCodec::a_base_stands_for_itself() {
  const auto [end, group] = end_and_group();
  SegmentEncoder encoder(0, block_polls, SegmentEffort::dense);
  encoder.add(SeriesId(1), end.values, end.reasons);
  const SegmentEncoder::Base first{0, end.values, end.reasons}, second{1, group.values, group.reasons};
  encoder.add(SeriesId(2), group.values, group.reasons, &first);
  encoder.add(SeriesId(3), group.values, group.reasons, &second);
  const auto decoder = SegmentDecoder::open(encoder.finish());
  QVERIFY(decoder && decoder->directory().entries[1].base && !decoder->directory().entries[2].base);
  compare(decoded(*decoder, 2), group);
}

void TestCodec::every_predictor_is_followed() {
  std::mt19937_64 random(6);
  for (std::uint8_t kind = 0; kind < predictor_count; ++kind) {
    for (const std::uint8_t shift : {std::uint8_t{0}, std::uint8_t{3}, std::uint8_t{17}}) {
      std::vector<std::int64_t> values{small, big, 0, -5, 7};
      for (int i = 0; i < 300; ++i) values.push_back(values.back() / 2 + static_cast<std::int64_t>(random() % 5000));
      const auto mode = shift == 0 ? SegmentMode::tokens : SegmentMode::wide_tokens;
      SegmentStreams streams;
      write_values({mode, kind, shift, 0}, values, streams);
      std::array<Bytes, stream_count> kept;
      SeriesStreams in;
      for (std::size_t i = 0; i < stream_count; ++i) {
        const ByteView view = streams.view(static_cast<SegmentStream>(i));
        kept[i].assign(view.begin(), view.end());
        kept[i].resize(view.size() + bit_padding);
        in[i] = ByteView(kept[i]).first(view.size());
      }
      std::vector<std::int64_t> read(values.size());
      QVERIFY(read_values(mode, ByteReader(in[1]), in, read));
      QCOMPARE(read, values);
    }
  }
}

// Written by the program as it was before segments had streams.
void TestCodec::segments_of_version_1_are_read() {
  const auto opened = [](const char* name) {
    std::ifstream file(std::string(TIDEMARK_SOURCE_DIR "/tests/unit/timeline/fixtures/") + name, std::ios::binary);
    const Bytes bytes{std::istreambuf_iterator<char>(file), {}};
    auto decoder = SegmentDecoder::open(bytes);
    if (!decoder) qFatal("%s", decoder.error().line().c_str());
    return std::move(*decoder);
  };
  Cellful steady, wild;
  std::mt19937_64 random(3);
  for (std::size_t i = 0; i < block_polls; ++i) {
    steady.values.push_back(static_cast<std::int64_t>(i) * 100'000);
    wild.values.push_back(static_cast<std::int64_t>(random()));
  }
  steady.reasons = wild.reasons = std::vector<Reason>(block_polls, Reason::none);
  const SegmentDecoder packed = opened("segment-1-packed.bin"), plain = opened("segment-1-plain.bin");
  QCOMPARE(packed.directory().first_seq, 960);
  const auto [end, group] = end_and_group();
  compare(decoded(packed, 0), end);
  compare(decoded(packed, 1), group);
  compare(decoded(packed, 2), steady);
  compare(decoded(packed, 3), {std::vector<std::int64_t>(block_polls, 42), steady.reasons});
  compare(decoded(plain, 0), wild);
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
