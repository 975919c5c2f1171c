// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/segment_codec.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace tidemark {
namespace {
constexpr std::uint32_t magic = 0x47455354;  // "TSEG"
constexpr std::uint8_t newest_version = 3;
constexpr std::uint8_t packed_flag = 1;  // version 1
constexpr std::uint8_t reasons_flag = 1, behind_flag = 2;
constexpr std::size_t max_series = 65'536;
constexpr std::size_t most_id_bytes = 10;
constexpr std::size_t max_body = std::size_t{64} << 20;
constexpr auto plain_stream = static_cast<std::size_t>(SegmentStream::plain);

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

// What a base stands at where it is unknown: its last known value.
class Standing final {
 public:
  std::int64_t at(std::int64_t value, Reason reason) { return last_ = reason == Reason::none ? value : last_; }

 private:
  std::int64_t last_ = 0;
};

std::unexpected<Error> bad(std::string what) { return fail(ErrorCode::damaged, std::move(what)); }
std::unexpected<Error> bad_values(const SegmentEntry& entry) {
  return bad("the values of series " + std::to_string(entry.series.value()) + " do not add up");
}

std::array<std::size_t, stream_count> sizes_of(const SegmentStreams& streams) {
  std::array<std::size_t, stream_count> sizes{};
  for (std::size_t i = 0; i < stream_count; ++i) sizes[i] = streams.size(static_cast<SegmentStream>(i));
  return sizes;
}
}  // namespace

void SegmentEncoder::add(SeriesId series, std::span<const std::int64_t> values, std::span<const Reason> reasons,
                         const Base* base) {
  known_.clear();
  behind_.clear();
  base = base && apart_[base->index] ? base : nullptr;
  Standing standing;
  for (std::size_t i = 0; i < polls_; ++i) {
    const std::int64_t reached = base ? standing.at(base->values[i], base->reasons[i]) : 0;
    if (reasons[i] != Reason::none) continue;
    known_.push_back(values[i]);
    if (base) behind_.push_back(wrap_minus(reached, values[i]));
  }
  ValuePlan plan = plan_values(known_, effort_);
  if (base) {
    const ValuePlan other = plan_values(behind_, effort_);
    if (other.bytes + 1 < plan.bytes)
      plan = other;
    else
      base = nullptr;
  }
  const auto before = sizes_of(streams_);
  const bool has_reasons = known_.size() < polls_;
  if (has_reasons) encode_reasons(reasons.first(polls_), streams_.at(SegmentStream::plain));
  write_values(plan, base ? behind_ : known_, streams_);
  const auto after = sizes_of(streams_);
  ByteWriter& forms = streams_.at(SegmentStream::forms);
  forms.u8(static_cast<std::uint8_t>(plan.mode));
  forms.u8(static_cast<std::uint8_t>((has_reasons ? reasons_flag : 0) | (base ? behind_flag : 0)));
  if (base) forms.varint(apart_.size() - base->index);
  for (std::size_t i = 0; i < stream_count; ++i)
    if (uses(plan.mode, static_cast<SegmentStream>(i))) forms.varint(after[i] - before[i]);
  ids_.zigzag(wrap_minus(series.value(), last_id_));
  last_id_ = series.value();
  apart_.push_back(base == nullptr);
}

std::size_t SegmentEncoder::body_bytes() const {
  const auto sizes = sizes_of(streams_);
  return std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
}

Bytes SegmentEncoder::finish(const Between& between) {
  ByteWriter directory, body;
  for (std::size_t i = 0; i < stream_count; ++i) {
    const ByteView plain = streams_.view(static_cast<SegmentStream>(i));
    ByteWriter packed;
    pack(plain, packed, i >= static_cast<std::size_t>(SegmentStream::tokens));
    const ByteView stored = packed.size() < plain.size() ? packed.view() : plain;
    directory.varint(plain.size());
    directory.varint(stored.size());
    body.bytes(stored);
    between();
  }
  ByteWriter ids;
  pack(ids_.view(), ids);
  directory.varint(ids_.size());
  directory.bytes(ids.size() < ids_.size() ? ids.view() : ids_.view());
  ByteWriter out;
  out.u32(magic);
  out.u8(newest_version);
  out.u8(static_cast<std::uint8_t>(effort_));
  out.u16(static_cast<std::uint16_t>(polls_));
  out.u64(static_cast<std::uint64_t>(first_seq_));
  out.u32(static_cast<std::uint32_t>(apart_.size()));
  out.u32(static_cast<std::uint32_t>(directory.size()));
  out.u32(static_cast<std::uint32_t>(body.size()));
  out.u32(static_cast<std::uint32_t>(body_bytes()));
  out.u32(crc32(body.view()));
  out.u32(crc32(directory.view(), crc32(out.view())));
  out.bytes(directory.view());
  out.bytes(body.view());
  return out.take();
}

std::size_t SegmentEntry::bytes() const {
  return std::accumulate(parts.begin(), parts.end(), std::size_t{0},
                         [](std::size_t sum, const Part& part) { return sum + part.size; });
}

Result<std::size_t> directory_end(ByteView head) {
  if (head.size() < segment_head_bytes || ByteReader(head).u32() != magic) return bad("not a segment");
  if (head[4] == 0 || head[4] > newest_version)
    return bad("a segment of the unknown version " + std::to_string(head[4]));
  return segment_head_bytes + ByteReader(head.subspan(20)).u32();
}

namespace {
// Version 1: one stream, and what is known of each series stands in the directory.
Result<> read_first_directory(ByteReader& in, std::uint32_t series, std::uint8_t packing, SegmentDirectory& out) {
  if (packing > packed_flag) return bad("a segment of the unknown packing " + std::to_string(packing));
  out.streams[plain_stream] = {out.plain_size, out.body_size};
  if ((packing == packed_flag) != (out.body_size < out.plain_size)) return bad("a segment of impossible size");
  std::int64_t id = 0;
  std::size_t offset = 0;
  for (std::uint32_t i = 0; i < series; ++i) {
    SegmentEntry entry;
    entry.series = SeriesId(id = wrap_plus(id, in.zigzag()));
    entry.mode = in.u8();
    entry.has_reasons = (in.u8() & reasons_flag) != 0;
    const std::uint64_t size = in.varint();
    if (!in.ok() || size > out.plain_size - offset) return bad("a segment's directory does not fit its body");
    entry.parts[plain_stream] = {offset, static_cast<std::size_t>(size)};
    offset += static_cast<std::size_t>(size);
    out.entries.push_back(entry);
  }
  if (in.left() != 0 || offset != out.plain_size) return bad("a segment's directory does not fit its body");
  return {};
}

Result<> read_ids(ByteView ids, std::uint32_t series, SegmentDirectory& out) {
  ByteReader in(ids);
  std::int64_t id = 0;
  out.entries.reserve(std::min<std::size_t>(series, ids.size()));
  for (std::uint32_t i = 0; i < series && in.ok(); ++i)
    out.entries.emplace_back().series = SeriesId(id = wrap_plus(id, in.zigzag()));
  if (!in.ok() || in.left() != 0) return bad("a segment's directory does not hold its series");
  return {};
}

Result<> read_second_directory(ByteReader& in, std::uint32_t series, std::uint8_t effort, SegmentDirectory& out) {
  out.effort = effort == 0 ? SegmentEffort::fast : SegmentEffort::dense;
  std::size_t size = 0, stored = 0;
  for (SegmentDirectory::Stream& stream : out.streams) {
    const std::uint64_t plain = in.varint(), kept = in.varint();
    if (!in.ok() || plain > out.plain_size - size || kept > plain || kept > out.body_size - stored)
      return bad("a segment's directory does not fit its body");
    stream = {static_cast<std::size_t>(plain), static_cast<std::size_t>(kept)};
    size += stream.size;
    stored += stream.stored;
  }
  if (size != out.plain_size || stored != out.body_size) return bad("a segment's directory does not fit its body");
  if (out.version == 2) return read_ids(in.rest(), series, out);
  const std::uint64_t ids = in.varint();
  const ByteView kept = in.rest();
  if (kept.size() == ids) return read_ids(kept, series, out);
  TM_TRY(const Bytes unpacked, unpack(kept, series * most_id_bytes));
  if (unpacked.size() != ids) return bad("a segment's directory does not hold its series");
  return read_ids(unpacked, series, out);
}
}  // namespace

Result<SegmentDirectory> read_directory(ByteView bytes) {
  TM_TRY(const std::size_t end, directory_end(bytes));
  if (bytes.size() < end) return bad("a segment ends inside its directory");
  ByteReader head(bytes.subspan(4));
  SegmentDirectory out;
  out.version = head.u8();
  const std::uint8_t form = head.u8();
  out.polls = head.u16();
  out.first_seq = static_cast<std::int64_t>(head.u64());
  const std::uint32_t series = head.u32();
  head.u32();
  out.body_offset = end;
  out.body_size = head.u32();
  out.plain_size = head.u32();
  out.body_crc = head.u32();
  const ByteView directory = bytes.subspan(segment_head_bytes, end - segment_head_bytes);
  if (head.u32() != crc32(directory, crc32(bytes.first(segment_head_bytes - 4))))
    return bad("the checksum of a segment's directory does not match");
  if (out.polls == 0 || out.polls > block_polls || series > max_series || out.plain_size > max_body)
    return bad("a segment of impossible size");
  ByteReader in(directory);
  const auto read =
      out.version == 1 ? read_first_directory(in, series, form, out) : read_second_directory(in, series, form, out);
  if (!read) return std::unexpected(read.error());
  return out;
}

Result<SegmentDecoder> SegmentDecoder::open(ByteView segment) {
  SegmentDecoder decoder;
  TM_TRY(decoder.directory_, read_directory(segment));
  const SegmentDirectory& directory = decoder.directory_;
  if (segment.size() - directory.body_offset != directory.body_size) return bad("a segment has a wrong length");
  ByteReader body(segment.subspan(directory.body_offset));
  if (crc32(segment.subspan(directory.body_offset)) != directory.body_crc)
    return bad("the checksum of a segment does not match");
  decoder.body_.reserve(directory.plain_size + bit_padding);
  for (const SegmentDirectory::Stream& stream : directory.streams) {
    const ByteView stored = body.bytes(stream.stored);
    if (stream.stored == stream.size) {
      decoder.body_.insert(decoder.body_.end(), stored.begin(), stored.end());
      continue;
    }
    TM_TRY(const Bytes plain, unpack(stored, stream.size));
    if (plain.size() != stream.size) return bad("a segment's body has a wrong length");
    decoder.body_.insert(decoder.body_.end(), plain.begin(), plain.end());
  }
  decoder.body_.resize(directory.plain_size + bit_padding);
  if (directory.version > 1) TM_CHECK(decoder.read_forms());
  return decoder;
}

Result<> SegmentDecoder::read_forms() {
  std::array<SegmentEntry::Part, stream_count> next;  // of each stream: where it goes on, what is left
  std::size_t offset = 0;
  for (std::size_t i = 0; i < stream_count; ++i) {
    next[i] = {offset, directory_.streams[i].size};
    offset += next[i].size;
  }
  ByteReader forms(ByteView(body_).first(directory_.streams[0].size));
  for (std::size_t n = 0; n < directory_.entries.size(); ++n) {
    SegmentEntry& entry = directory_.entries[n];
    entry.mode = forms.u8();
    const std::uint8_t flags = forms.u8();
    entry.has_reasons = (flags & reasons_flag) != 0;
    if ((flags & behind_flag) != 0) {
      const std::uint64_t back = forms.varint();
      if (back == 0 || back > n || directory_.entries[n - static_cast<std::size_t>(back)].base)
        return bad("a series lies behind one that does not stand for itself");
      entry.base = n - static_cast<std::size_t>(back);
    }
    for (std::size_t i = 1; i < stream_count; ++i) {
      if (!uses(static_cast<SegmentMode>(entry.mode), static_cast<SegmentStream>(i))) continue;
      const std::uint64_t size = forms.varint();
      if (size > next[i].size) return bad("a segment's forms do not fit its streams");
      entry.parts[i] = {next[i].offset, static_cast<std::size_t>(size)};
      next[i] = {next[i].offset + entry.parts[i].size, next[i].size - entry.parts[i].size};
    }
    if (!forms.ok()) return bad("a segment's forms do not fit its streams");
  }
  const bool all_used = std::all_of(next.begin() + 1, next.end(), [](const auto& part) { return part.size == 0; });
  if (forms.left() != 0 || !all_used) return bad("a segment's forms do not fit its streams");
  return {};
}

// How many cells are known.
Result<std::size_t> SegmentDecoder::read_reasons(const SegmentEntry& entry, ByteReader& plain,
                                                 std::span<Reason> reasons) const {
  const std::size_t polls = directory_.polls;
  if (!entry.has_reasons) {
    std::fill_n(reasons.begin(), polls, Reason::none);
    return polls;
  }
  std::size_t at = 0, known = 0;
  for (std::uint64_t runs = plain.varint(); runs > 0 && plain.ok(); --runs) {
    const std::uint64_t run = plain.varint();
    const std::uint8_t reason = plain.u8();
    if (run > polls - at || reason >= reason_count) return bad("the reasons of a series do not add up");
    std::fill_n(reasons.begin() + static_cast<std::ptrdiff_t>(at), run, static_cast<Reason>(reason));
    at += run;
    if (reason == 0) known += run;
  }
  if (!plain.ok() || at != polls) return bad("the reasons of a series do not add up");
  return known;
}

Result<> SegmentDecoder::decode_itself(const SegmentEntry& entry, std::span<std::int64_t> values,
                                       std::span<Reason> reasons) const {
  if (entry.mode > newest_mode)
    return bad("series " + std::to_string(entry.series.value()) + " is in the unknown mode " +
               std::to_string(entry.mode));
  SeriesStreams in;
  for (std::size_t i = 0; i < stream_count; ++i)
    in[i] = ByteView(body_).subspan(entry.parts[i].offset, entry.parts[i].size);
  ByteReader plain(in[plain_stream]);
  TM_TRY(const std::size_t known, read_reasons(entry, plain, reasons));
  const std::size_t polls = directory_.polls;
  if (known == polls) {
    if (!read_values(static_cast<SegmentMode>(entry.mode), plain, in, values.first(polls))) return bad_values(entry);
    return {};
  }
  // What is known is read to the end of the cells and moved to its places.
  if (!read_values(static_cast<SegmentMode>(entry.mode), plain, in, values.subspan(polls - known, known)))
    return bad_values(entry);
  std::size_t from = polls - known;
  for (std::size_t i = 0; i < polls; ++i) values[i] = reasons[i] == Reason::none ? values[from++] : 0;
  return {};
}

Result<> SegmentDecoder::decode(const SegmentEntry& entry, std::span<std::int64_t> values,
                                std::span<Reason> reasons) const {
  TM_CHECK(decode_itself(entry, values, reasons));
  if (!entry.base) return {};
  std::array<std::int64_t, block_polls> base{};
  std::array<Reason, block_polls> base_reasons{};
  TM_CHECK(decode_itself(directory_.entries.at(*entry.base), base, base_reasons));
  Standing standing;
  for (std::size_t i = 0; i < directory_.polls; ++i) {
    const std::int64_t reached = standing.at(base[i], base_reasons[i]);
    values[i] = reasons[i] == Reason::none ? wrap_minus(reached, values[i]) : 0;
  }
  return {};
}

}  // namespace tidemark
