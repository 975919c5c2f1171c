// SPDX-License-Identifier: GPL-3.0-or-later
// Blobs of a timeline, mutated: a decoder may refuse them or answer nonsense, but stays within its bounds and its
// memory. Checksums are set right again, else nothing would get past them. TIDEMARK_FUZZ_SECONDS makes it run longer;
// run it under the address sanitizer.
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <algorithm>
#include <array>
#include <random>

#include "models/timeline/hot_codec.h"
#include "models/timeline/rollup.h"
#include "models/timeline/rollup_codec.h"
#include "models/timeline/segment_codec.h"

using namespace tidemark;

class FuzzTimeline final : public QObject {
  Q_OBJECT
 private slots:
  void hot_rows();
  void hot_chunks();
  void segments();
  void segment_contents();
  void rollups();
  void first_rollups();

 private:
  static qint64 milliseconds();
  static void mutate(Bytes& bytes, std::mt19937_64& random);
};

namespace {
constexpr std::size_t series = 300;

void put32(Bytes& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}
std::uint32_t get32(const Bytes& bytes, std::size_t at) { return ByteReader(ByteView(bytes).subspan(at)).u32(); }

// A keyframe and what follows it.
std::vector<Bytes> hot_corpus() {
  std::mt19937_64 random(1);
  std::vector<SeriesId> order;
  for (std::size_t i = 0; i < series; ++i) order.emplace_back(static_cast<std::int64_t>(i * i));
  Cells before;
  before.resize(series);
  std::vector<Bytes> rows;
  std::size_t announced = 0;
  for (int n = 0; n < 6; ++n) {
    Cells now = before;
    for (std::size_t i = 0; i < now.size(); ++i) {
      now.values[i] = static_cast<std::int64_t>(static_cast<std::uint64_t>(now.values[i]) +
                                                (random() % 5 == 0 ? random() : random() % 50));
      now.reasons[i] = random() % 8 == 0 ? static_cast<Reason>(random() % reason_count) : Reason::none;
    }
    rows.push_back(encode_hot(n == 0, order, announced, before, now));
    announced = order.size();
    before = std::move(now);
    order.emplace_back(1'000'000 + n);
    before.resize(order.size());
  }
  return rows;
}

Bytes segment_corpus(std::mt19937_64& random) {
  const std::size_t polls = 1 + random() % block_polls;
  SegmentEncoder encoder(480, polls, random() % 2 == 0 ? SegmentEffort::fast : SegmentEffort::dense);
  std::vector<std::int64_t> first;
  const std::vector<Reason> all_known(polls, Reason::none);
  for (int s = 0; s < 20; ++s) {
    std::vector<std::int64_t> values(polls);
    std::vector<Reason> reasons(polls, Reason::none);
    for (std::size_t i = 0; i < polls; ++i) {
      values[i] = s % 6 == 0   ? 9
                  : s % 6 == 1 ? static_cast<std::int64_t>(random())
                  : s % 6 == 2 ? static_cast<std::int64_t>(i / 50 * 1000)
                  : s % 6 == 3 ? static_cast<std::int64_t>(i * 100'000 + random() % 4000)
                               : static_cast<std::int64_t>(i * i + random() % 9);
      if (s % 3 == 0 && random() % 5 == 0) reasons[i] = Reason::unreachable;
    }
    if (s == 0) first = values;
    const SegmentEncoder::Base base{0, first, all_known};
    encoder.add(SeriesId(s), values, reasons, s % 5 == 4 ? &base : nullptr);
  }
  return encoder.finish();
}

// A segment of version 2 or 3: a head, its series' ids and unpacked streams, with sizes and checksums that fit.
Bytes assemble(Bytes head, ByteView ids, const std::array<Bytes, stream_count>& streams) {
  ByteWriter directory, body;
  for (const Bytes& stream : streams) {
    directory.varint(stream.size());
    directory.varint(stream.size());
    body.bytes(stream);
  }
  if (head[4] > 2) directory.varint(ids.size());
  directory.bytes(ids);
  put32(head, 20, static_cast<std::uint32_t>(directory.size()));
  put32(head, 24, static_cast<std::uint32_t>(body.size()));
  put32(head, 28, static_cast<std::uint32_t>(body.size()));
  put32(head, 32, crc32(body.view()));
  put32(head, 36, crc32(directory.view(), crc32(ByteView(head).first(36))));
  ByteWriter whole;
  for (const ByteView part : {ByteView(head), directory.view(), body.view()}) whole.bytes(part);
  return whole.take();
}

void decode_all(ByteView bytes) {
  const auto segment = SegmentDecoder::open(bytes);
  if (!segment) return;
  std::vector<std::int64_t> values(segment->directory().polls);
  std::vector<Reason> reasons(segment->directory().polls);
  for (const SegmentEntry& entry : segment->directory().entries) {
    if (!segment->decode(entry, values, reasons)) continue;
    for (const Reason reason : reasons) QVERIFY(static_cast<std::uint8_t>(reason) < reason_count);
  }
}

constexpr std::size_t rollup_head = 48;

// Sizes and checksums fit.
Bytes assemble_rollup(Bytes head, ByteView directory, ByteView body) {
  put32(head, 20, static_cast<std::uint32_t>(directory.size()));
  put32(head, 24, static_cast<std::uint32_t>(body.size()));
  put32(head, 28, static_cast<std::uint32_t>(body.size()));
  put32(head, 32, crc32(body));
  put32(head, 44, crc32(directory, crc32(ByteView(head).first(44))));
  head.insert(head.end(), directory.begin(), directory.end());
  head.insert(head.end(), body.begin(), body.end());
  return head;
}

// A part of version 2, taken apart.
struct RollupBlob {
  Bytes head, times;
  std::array<Bytes, rollup_streams> streams;

  explicit RollupBlob(const Bytes& part) : head(part.begin(), part.begin() + rollup_head) {
    const ByteView directory = ByteView(part).subspan(rollup_head, get32(part, 20));
    ByteReader in(directory);
    for (std::uint32_t i = 0; i < 3 * get32(part, 12); ++i) in.varint();
    times.assign(directory.begin(), directory.end() - static_cast<std::ptrdiff_t>(in.left()));
    ByteReader body(ByteView(part).subspan(rollup_head + directory.size()));
    for (Bytes& stream : streams) {
      const std::size_t size = in.varint(), stored = in.varint();
      const ByteView bytes = body.bytes(stored);
      stream = stored < size ? *unpack(bytes, size) : Bytes(bytes.begin(), bytes.end());
    }
  }
  Bytes bytes() const {
    ByteWriter directory, body;
    directory.bytes(times);
    for (const Bytes& stream : streams) {
      directory.varint(stream.size());
      directory.varint(stream.size());
      body.bytes(stream);
    }
    return assemble_rollup(head, directory.view(), body.view());
  }
};

Bytes rollup_corpus(std::mt19937_64& random) {
  std::vector<LocalTime> walls;
  for (std::size_t i = 0; i < 1 + random() % block_polls; ++i)
    walls.push_back(local_time(static_cast<std::int64_t>(i * 10'000 + random() % 9'000)));
  const BucketAxis axis = bucket_axis(walls, width(Grain::five_minutes));
  RollupEncoder encoder(width(Grain::five_minutes), axis.times);
  std::vector<std::int64_t> values(walls.size()), high(walls.size());
  std::vector<Reason> reasons(walls.size(), Reason::none), known = reasons;
  for (int s = 0; s < 8; ++s) {
    std::ranges::fill(reasons, Reason::none);
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = static_cast<std::int64_t>(s % 4 == 0 ? random() : i * 100 + random() % 50);
      if (s % 2 == 0 && random() % 4 == 0) reasons[i] = Reason::unreachable;
    }
    encoder.add({SeriesId(s), s % 3 == 0}, roll_up(axis, values, reasons, s % 2 == 0), s % 2 == 0);
  }
  for (std::size_t i = 0; i < high.size(); ++i) high[i] = values[i] + static_cast<std::int64_t>(random() % 900);
  const auto highs = roll_up(axis, high, known, true), marks = roll_up(axis, values, reasons, true);
  encoder.add({SeriesId(8)}, highs, true);
  const RollupEncoder::High beside{encoder.entries() - 1, highs};
  to_lag(values, reasons, high, known);
  encoder.add_with_lag(SeriesId(9), marks, roll_up(axis, values, reasons, false), &beside);
  return encoder.finish();
}

void decode_rollup(ByteView bytes, std::size_t& opened, std::size_t& decoded) {
  const auto read = RollupDecoder::open(bytes);
  if (!read) return;
  ++opened;
  std::vector<Bucket> buckets(read->times().size());
  for (const RollupEntry& entry : read->entries()) {
    if (!read->decode(entry, buckets)) continue;
    ++decoded;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      QVERIFY(buckets[i].known <= read->times()[i].polls);
      QVERIFY(static_cast<std::uint8_t>(buckets[i].reason) < reason_count);
    }
  }
}
}  // namespace

qint64 FuzzTimeline::milliseconds() {
  const int seconds = qEnvironmentVariableIntValue("TIDEMARK_FUZZ_SECONDS");
  return (seconds > 0 ? seconds : 4) * 1000 / 6;  // shared by the six tests
}

void FuzzTimeline::mutate(Bytes& bytes, std::mt19937_64& random) {
  for (std::uint64_t times = 1 + random() % 4; times > 0 && !bytes.empty(); --times) {
    const std::size_t at = random() % bytes.size();
    const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t room = std::min<std::size_t>(bytes.size() - at, 1 + random() % 16);
    switch (random() % 7) {
      case 0:
        bytes[at] ^= static_cast<std::uint8_t>(1U << random() % 8);
        break;
      case 1:
        bytes[at] = static_cast<std::uint8_t>(random());
        break;
      case 2:
        std::fill_n(place, room, 0xff);
        break;
      case 3:
        std::fill_n(place, room, 0);
        break;
      case 4:
        bytes.resize(at);
        break;
      case 5:
        bytes.insert(place, 1 + random() % 8, static_cast<std::uint8_t>(random()));
        break;
      default:
        bytes.erase(place, place + static_cast<std::ptrdiff_t>(room));
        break;
    }
  }
}

void FuzzTimeline::hot_rows() {
  const std::vector<Bytes> corpus = hot_corpus();
  std::mt19937_64 random(7);
  QElapsedTimer timer;
  std::size_t accepted = 0, tried = 0;
  for (timer.start(); timer.elapsed() < milliseconds(); ++tried) {
    const std::size_t victim = random() % corpus.size();
    Bytes row = corpus[victim];
    mutate(row, random);
    if (row.size() >= 4) put32(row, row.size() - 4, crc32(ByteView(row).first(row.size() - 4)));
    HotDecoder decoder;
    for (std::size_t i = 0; i < victim; ++i) QVERIFY(decoder.feed(corpus[i]));
    if (decoder.feed(row)) ++accepted;
    QVERIFY(decoder.series().size() <= max_slots);
  }
  QVERIFY(tried > 100 && accepted < tried);
}

// One chunk per row here: its content is mutated before it is packed.
void FuzzTimeline::hot_chunks() {
  const Bytes keyframe = hot_corpus().front();
  ByteReader in{ByteView(keyframe)};
  in.bytes(2);
  in.varint();
  QCOMPARE(in.varint(), std::uint64_t{1});
  const std::size_t packed_size = in.varint();
  const std::size_t packed_at = keyframe.size() - 4 - packed_size;
  const auto plain = unpack(ByteView(keyframe).subspan(packed_at, packed_size), 1 << 20);
  QVERIFY(plain);
  const std::size_t size_at = keyframe.size() - in.left();
  std::mt19937_64 random(8);
  QElapsedTimer timer;
  std::size_t refused = 0;
  for (timer.start(); timer.elapsed() < milliseconds();) {
    Bytes content = *plain;
    mutate(content, random);
    ByteWriter chunk, row;
    pack(content, chunk);
    row.bytes(ByteView(keyframe).first(2));
    row.varint(series);
    row.varint(1);
    row.varint(chunk.size());
    row.bytes(ByteView(keyframe).subspan(size_at, packed_at - size_at));
    row.bytes(chunk.view());
    row.u32(crc32(row.view()));
    HotDecoder decoder;
    if (!decoder.feed(row.view())) ++refused;
  }
  QVERIFY(refused > 0);
}

void FuzzTimeline::segments() {
  std::mt19937_64 random(9);
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds();) {
    Bytes segment = segment_corpus(random);
    mutate(segment, random);
    decode_all(segment);
    if (segment.size() < segment_head_bytes) continue;
    // Again with a head that is sound for what it says.
    const std::size_t end = std::min<std::size_t>(segment.size(), segment_head_bytes + std::size_t{get32(segment, 20)});
    put32(segment, 32, crc32(ByteView(segment).subspan(end)));
    put32(segment, 36,
          crc32(ByteView(segment).subspan(segment_head_bytes, end - segment_head_bytes),
                crc32(ByteView(segment).first(36))));
    decode_all(segment);
  }
}

void FuzzTimeline::segment_contents() {
  std::mt19937_64 random(10);
  QElapsedTimer timer;
  std::size_t opened = 0;
  for (timer.start(); timer.elapsed() < milliseconds();) {
    const Bytes segment = segment_corpus(random);
    const auto read = read_directory(segment);
    QVERIFY(read);
    Bytes head(segment.begin(), segment.begin() + segment_head_bytes);
    head[4] = random() % 4 == 0 ? 2 : 3;
    ByteReader directory(ByteView(segment).first(read->body_offset).subspan(segment_head_bytes));
    for (std::size_t i = 0; i < 2 * stream_count; ++i) directory.varint();
    const std::size_t ids_size = directory.varint();
    const ByteView kept = directory.rest();
    Bytes ids = kept.size() < ids_size ? *unpack(kept, ids_size) : Bytes(kept.begin(), kept.end());
    ByteReader body(ByteView(segment).subspan(read->body_offset));
    std::array<Bytes, stream_count> streams;
    for (std::size_t i = 0; i < stream_count; ++i) {
      const auto [size, stored] = read->streams[i];
      const ByteView bytes = body.bytes(stored);
      streams[i] = stored < size ? *unpack(bytes, size) : Bytes(bytes.begin(), bytes.end());
    }
    Bytes& victim = random() % 8 == 0 ? ids : streams[random() % stream_count];
    const std::size_t size = victim.size();
    mutate(victim, random);
    if (random() % 4 != 0) victim.resize(size);
    const Bytes whole = assemble(head, ids, streams);
    if (SegmentDecoder::open(whole)) ++opened;
    decode_all(whole);
  }
  QVERIFY(opened > 0);
}

// Directory, streams before packing or head are mutated; the head says what fits them.
void FuzzTimeline::rollups() {
  std::mt19937_64 random(11);
  QElapsedTimer timer;
  std::size_t opened = 0, decoded = 0;
  for (timer.start(); timer.elapsed() < milliseconds();) {
    RollupBlob blob(rollup_corpus(random));
    switch (random() % 4) {
      case 0:
        mutate(blob.times, random);
        break;
      case 1:
        blob.head[8 + random() % 12] = static_cast<std::uint8_t>(random());
        break;
      default: {
        Bytes& victim = blob.streams[random() % rollup_streams];
        const std::size_t size = victim.size();
        mutate(victim, random);
        if (random() % 4 != 0) victim.resize(size);
      }
    }
    decode_rollup(blob.bytes(), opened, decoded);
  }
  QVERIFY(opened > 0 && decoded > 0);
}

// Of version 1, from the fixture: directory or unpacked body are mutated.
void FuzzTimeline::first_rollups() {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/unit/timeline/fixtures/rollup-1.bin"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray stored = file.readAll();
  const Bytes part(stored.begin(), stored.end());
  const std::size_t directory_end = rollup_head + get32(part, 20);
  const Bytes sound_body = *unpack(ByteView(part).subspan(directory_end), get32(part, 28));
  std::mt19937_64 random(12);
  QElapsedTimer timer;
  std::size_t opened = 0, decoded = 0;
  for (timer.start(); timer.elapsed() < milliseconds();) {
    Bytes head(part.begin(), part.begin() + rollup_head);
    Bytes directory(part.begin() + rollup_head, part.begin() + static_cast<std::ptrdiff_t>(directory_end));
    Bytes body = sound_body;
    if (random() % 2 == 0) {
      mutate(directory, random);
    } else {
      mutate(body, random);
      body.resize(sound_body.size());
    }
    head[5] = 0;  // not packed
    decode_rollup(assemble_rollup(head, directory, body), opened, decoded);
  }
  QVERIFY(opened > 0 && decoded > 0);
}

QTEST_GUILESS_MAIN(FuzzTimeline)
#include "tst_fuzz_timeline.moc"
