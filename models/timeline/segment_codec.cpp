// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/segment_codec.h"

#include <algorithm>
#include <string>

namespace tidemark {
namespace {
constexpr std::uint32_t magic = 0x47455354;  // "TSEG"
constexpr std::uint8_t version = 1;
constexpr std::uint8_t packed_flag = 1;
constexpr std::uint8_t reasons_flag = 1;
constexpr std::size_t max_series = 65'536;
constexpr std::size_t max_body = std::size_t{64} << 20;

std::int64_t minus(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t plus(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

Bytes encode_values(SegmentMode mode, std::span<const std::int64_t> values) {
  ByteWriter out;
  std::int64_t last = 0;
  std::int64_t last_step = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::int64_t value = values[i];
    const std::int64_t step = minus(value, last);
    if (mode == SegmentMode::raw)
      out.u64(static_cast<std::uint64_t>(value));
    else
      out.zigzag(mode == SegmentMode::delta ? step : minus(step, last_step));
    // The first value is no step: the second one starts from a step of 0.
    last_step = i == 0 ? 0 : step;
    last = value;
  }
  return out.take();
}

// The shortest form of the values, its mode first.
std::pair<SegmentMode, Bytes> shortest(std::span<const std::int64_t> values) {
  if (values.empty()) return {SegmentMode::constant, {}};
  if (std::ranges::all_of(values, [&](std::int64_t v) { return v == values.front(); })) {
    ByteWriter out;
    out.zigzag(values.front());
    return {SegmentMode::constant, out.take()};
  }
  std::pair best{SegmentMode::delta, encode_values(SegmentMode::delta, values)};
  if (Bytes second = encode_values(SegmentMode::delta2, values); second.size() < best.second.size())
    best = {SegmentMode::delta2, std::move(second)};
  if (best.second.size() > values.size() * 8) best = {SegmentMode::raw, encode_values(SegmentMode::raw, values)};
  return best;
}

void encode_reasons(std::span<const Reason> reasons, ByteWriter& out) {
  ByteWriter runs;
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < reasons.size();) {
    std::size_t end = i;
    while (end < reasons.size() && reasons[end] == reasons[i]) ++end;
    runs.varint(end - i);
    runs.u8(static_cast<std::uint8_t>(reasons[i]));
    ++count;
    i = end;
  }
  out.varint(count);
  out.bytes(runs.view());
}

std::unexpected<Error> bad(std::string what) { return fail(ErrorCode::damaged, std::move(what)); }
}  // namespace

void SegmentEncoder::add(SeriesId series, std::span<const std::int64_t> values, std::span<const Reason> reasons) {
  known_.clear();
  for (std::size_t i = 0; i < polls_; ++i)
    if (reasons[i] == Reason::none) known_.push_back(values[i]);
  const bool has_reasons = known_.size() < polls_;
  const std::size_t start = body_.size();
  if (has_reasons) encode_reasons(reasons.first(polls_), body_);
  const auto [mode, bytes] = shortest(known_);
  body_.bytes(bytes);
  directory_.zigzag(minus(series.value(), last_id_));
  directory_.u8(static_cast<std::uint8_t>(mode));
  directory_.u8(has_reasons ? reasons_flag : 0);
  directory_.varint(body_.size() - start);
  last_id_ = series.value();
  ++series_;
}

Bytes SegmentEncoder::finish() {
  ByteWriter packed;
  pack(body_.view(), packed);
  const bool smaller = packed.size() < body_.size();
  const ByteView body = smaller ? packed.view() : body_.view();
  ByteWriter out;
  out.u32(magic);
  out.u8(version);
  out.u8(smaller ? packed_flag : 0);
  out.u16(static_cast<std::uint16_t>(polls_));
  out.u64(static_cast<std::uint64_t>(first_seq_));
  out.u32(static_cast<std::uint32_t>(series_));
  out.u32(static_cast<std::uint32_t>(directory_.size()));
  out.u32(static_cast<std::uint32_t>(body.size()));
  out.u32(static_cast<std::uint32_t>(body_.size()));
  out.u32(crc32(body));
  out.u32(crc32(directory_.view(), crc32(out.view())));
  out.bytes(directory_.view());
  out.bytes(body);
  return out.take();
}

Result<std::size_t> directory_end(ByteView head) {
  if (head.size() < segment_head_bytes || ByteReader(head).u32() != magic) return bad("not a segment");
  if (head[4] != version) return bad("a segment of the unknown version " + std::to_string(head[4]));
  return segment_head_bytes + ByteReader(head.subspan(20)).u32();
}

Result<SegmentDirectory> read_directory(ByteView bytes) {
  TM_TRY(const std::size_t end, directory_end(bytes));
  if (bytes.size() < end) return bad("a segment ends inside its directory");
  ByteReader head(bytes.subspan(5));
  SegmentDirectory out;
  out.packing = head.u8();
  out.polls = head.u16();
  out.first_seq = static_cast<std::int64_t>(head.u64());
  const std::uint32_t series = head.u32();
  head.u32();
  out.body_offset = end;
  out.body_size = head.u32();
  out.plain_size = head.u32();
  out.body_crc = head.u32();
  if (head.u32() !=
      crc32(bytes.subspan(segment_head_bytes, end - segment_head_bytes), crc32(bytes.first(segment_head_bytes - 4))))
    return bad("the checksum of a segment's directory does not match");
  if (out.packing > packed_flag) return bad("a segment of the unknown packing " + std::to_string(out.packing));
  if (out.polls == 0 || out.polls > block_polls || series > max_series || out.plain_size > max_body)
    return bad("a segment of impossible size");
  ByteReader in(bytes.subspan(segment_head_bytes, end - segment_head_bytes));
  std::int64_t id = 0;
  std::size_t offset = 0;
  for (std::uint32_t i = 0; i < series; ++i) {
    SegmentEntry entry;
    entry.series = SeriesId(id = plus(id, in.zigzag()));
    entry.mode = in.u8();
    entry.has_reasons = (in.u8() & reasons_flag) != 0;
    entry.offset = offset;
    const std::uint64_t size = in.varint();
    if (!in.ok() || size > out.plain_size - offset) return bad("a segment's directory does not fit its body");
    entry.size = static_cast<std::size_t>(size);
    offset += entry.size;
    out.entries.push_back(entry);
  }
  if (in.left() != 0 || offset != out.plain_size) return bad("a segment's directory does not fit its body");
  return out;
}

Result<SegmentDecoder> SegmentDecoder::open(ByteView segment) {
  SegmentDecoder decoder;
  TM_TRY(decoder.directory_, read_directory(segment));
  const SegmentDirectory& directory = decoder.directory_;
  if (segment.size() - directory.body_offset != directory.body_size) return bad("a segment has a wrong length");
  const ByteView body = segment.subspan(directory.body_offset);
  if (crc32(body) != directory.body_crc) return bad("the checksum of a segment does not match");
  if (directory.packing == packed_flag) {
    TM_TRY(decoder.body_, unpack(body, directory.plain_size));
  } else {
    decoder.body_.assign(body.begin(), body.end());
  }
  if (decoder.body_.size() != directory.plain_size) return bad("a segment's body has a wrong length");
  return decoder;
}

Result<> SegmentDecoder::decode(const SegmentEntry& entry, std::span<std::int64_t> values,
                                std::span<Reason> reasons) const {
  const std::size_t polls = directory_.polls;
  ByteReader in(ByteView(body_).subspan(entry.offset, entry.size));
  std::size_t known = polls;
  if (entry.has_reasons) {
    std::size_t at = 0;
    known = 0;
    for (std::uint64_t runs = in.varint(); runs > 0 && in.ok(); --runs) {
      const std::uint64_t run = in.varint();
      const std::uint8_t reason = in.u8();
      if (run > polls - at || reason >= reason_count) return bad("the reasons of a series do not add up");
      std::fill_n(reasons.begin() + static_cast<std::ptrdiff_t>(at), run, static_cast<Reason>(reason));
      at += run;
      if (reason == 0) known += run;
    }
    if (!in.ok() || at != polls) return bad("the reasons of a series do not add up");
  } else {
    std::fill_n(reasons.begin(), polls, Reason::none);
  }
  const auto mode = static_cast<SegmentMode>(entry.mode);
  if (mode > SegmentMode::delta2)
    return bad("series " + std::to_string(entry.series.value()) + " is in the unknown mode " +
               std::to_string(entry.mode));
  std::int64_t last = mode == SegmentMode::constant && known > 0 ? in.zigzag() : 0;
  std::int64_t step = 0;
  bool first = true;
  for (std::size_t i = 0; i < polls; ++i) {
    values[i] = 0;
    if (reasons[i] != Reason::none) continue;
    if (mode == SegmentMode::raw) {
      last = static_cast<std::int64_t>(in.u64());
    } else if (mode != SegmentMode::constant) {
      const std::int64_t read = in.zigzag();
      step = mode == SegmentMode::delta2 && !first ? plus(step, read) : read;
      last = plus(last, step);
      if (first) step = 0;
    }
    first = false;
    values[i] = last;
  }
  if (!in.ok() || in.left() != 0)
    return bad("the values of series " + std::to_string(entry.series.value()) + " do not add up");
  return {};
}

}  // namespace tidemark
