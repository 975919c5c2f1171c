// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/hot_codec.h"

#include <algorithm>

namespace tidemark {
namespace {
constexpr std::uint8_t version = 1;
constexpr std::uint8_t keyframe_flag = 1;
// Worst case of a chunk: per slot two run lengths, one reason run and one value.
constexpr std::size_t max_chunk_bytes = chunk_slots * (3 + 3 + 4 + 10) + 64;

std::int64_t step(std::int64_t from, std::int64_t to) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from));
}
std::int64_t advance(std::int64_t from, std::int64_t by) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + static_cast<std::uint64_t>(by));
}

// A chunk's three lists while it is encoded.
struct ChunkWriter {
  ByteWriter runs, reasons, steps;
  std::uint64_t unchanged = 0, changed = 0;
  std::uint64_t reason_run = 0;
  Reason reason = Reason::none;

  void same() {
    if (changed > 0) end_run();
    ++unchanged;
  }
  void other(Reason now, std::int64_t by) {
    ++changed;
    if (now != reason) end_reason();
    reason = now;
    ++reason_run;
    if (now == Reason::none) steps.zigzag(by);
  }
  void end_run() {
    runs.varint(unchanged);
    runs.varint(changed);
    unchanged = changed = 0;
  }
  void end_reason() {
    if (reason_run > 0) {
      reasons.varint(reason_run);
      reasons.u8(static_cast<std::uint8_t>(reason));
    }
    reason_run = 0;
  }
  void finish(ByteWriter& out) {
    end_run();
    end_reason();
    out.varint(runs.size());
    out.varint(reasons.size());
    out.bytes(runs.view());
    out.bytes(reasons.view());
    out.bytes(steps.view());
  }
};

void encode_chunk(std::size_t first, std::size_t last, const Cells& before, Cells& now, ByteWriter& out) {
  ChunkWriter chunk;
  for (std::size_t i = first; i < last; ++i) {
    const Reason reason = now.reasons[i];
    const std::int64_t value = before.values[i];
    if (reason != Reason::none) now.values[i] = value;
    if (reason == before.reasons[i] && now.values[i] == value)
      chunk.same();
    else
      chunk.other(reason, step(value, now.values[i]));
  }
  ByteWriter plain;
  chunk.finish(plain);
  pack(plain.view(), out);
}
}  // namespace

Bytes encode_hot(bool keyframe, const std::vector<SeriesId>& slots, std::size_t announced, const Cells& before,
                 Cells& now) {
  const std::size_t named = keyframe ? 0 : announced;
  Cells zero;
  if (keyframe) zero.resize(slots.size());
  std::vector<Bytes> chunks;
  for (std::size_t first = 0; first < slots.size(); first += chunk_slots) {
    ByteWriter chunk;
    encode_chunk(first, std::min(first + chunk_slots, slots.size()), keyframe ? zero : before, now, chunk);
    chunks.push_back(chunk.take());
  }
  ByteWriter out;
  out.u8(version);
  out.u8(keyframe ? keyframe_flag : 0);
  out.varint(slots.size() - named);
  out.varint(chunks.size());
  for (const Bytes& chunk : chunks) out.varint(chunk.size());
  std::int64_t last_id = 0;
  for (std::size_t i = named; i < slots.size(); ++i) {
    out.zigzag(step(last_id, slots[i].value()));
    last_id = slots[i].value();
  }
  for (const Bytes& chunk : chunks) out.bytes(chunk);
  out.u32(crc32(out.view()));
  return out.take();
}

Result<bool> HotDecoder::is_keyframe(ByteView row) {
  if (row.size() < 2 || row[0] != version) return fail(ErrorCode::damaged, "not a hot row of a known version");
  return (row[1] & keyframe_flag) != 0;
}

void HotDecoder::add_slot(SeriesId series) {
  const std::size_t chunk = slots_.size() / chunk_slots;
  if (chunk >= wanted_chunks_.size()) wanted_chunks_.push_back(false);
  if (!wanted_ || wanted_(slots_.size(), series)) wanted_chunks_[chunk] = true;
  slots_.push_back(series);
}

Result<> HotDecoder::feed(ByteView row) {
  TM_TRY(const bool keyframe, is_keyframe(row));
  if (row.size() < 6 || ByteReader(row.last(4)).u32() != crc32(row.first(row.size() - 4)))
    return fail(ErrorCode::damaged, "the checksum of a hot row does not match");
  if (!keyframe && !started_) return fail(ErrorCode::damaged, "a hot row stands before its keyframe");
  ByteReader in(row.first(row.size() - 4));
  in.bytes(2);
  const std::uint64_t fresh = in.varint();
  const std::uint64_t chunks = in.varint();
  if (keyframe) {
    slots_.clear();
    wanted_chunks_.clear();
    cells_ = {};
    started_ = true;
  }
  if (fresh > in.left() || slots_.size() + fresh > max_slots || chunks > in.left() ||
      chunks != (slots_.size() + fresh + chunk_slots - 1) / chunk_slots)
    return fail(ErrorCode::damaged, "a hot row names a wrong number of series");
  std::vector<std::size_t> sizes;
  for (std::uint64_t i = 0; i < chunks; ++i) sizes.push_back(static_cast<std::size_t>(in.varint()));
  std::int64_t id = 0;
  for (std::uint64_t i = 0; i < fresh; ++i) add_slot(SeriesId(id = advance(id, in.zigzag())));
  cells_.resize(slots_.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const ByteView packed = in.bytes(sizes[i]);
    if (!in.ok()) return fail(ErrorCode::damaged, "a hot row ends too early");
    if (!wanted_chunks_[i]) continue;
    const std::size_t first_slot = i * chunk_slots;
    TM_CHECK(chunk(packed, first_slot, std::min(chunk_slots, slots_.size() - first_slot)));
  }
  if (!in.ok() || in.left() != 0) return fail(ErrorCode::damaged, "a hot row has a wrong length");
  return {};
}

Result<> HotDecoder::chunk(ByteView packed, std::size_t first_slot, std::size_t count) {
  TM_TRY(const Bytes plain, unpack(packed, max_chunk_bytes));
  ByteReader in(plain);
  const std::uint64_t runs_size = in.varint();
  const std::uint64_t reasons_size = in.varint();
  ByteReader runs(in.bytes(runs_size));
  ByteReader reasons(in.bytes(reasons_size));
  const auto bad = [] { return fail(ErrorCode::damaged, "the cells of a hot row do not add up"); };
  std::uint64_t reason_left = 0;
  Reason reason = Reason::none;
  std::size_t slot = 0;
  while (runs.left() > 0) {
    const std::uint64_t unchanged = runs.varint();
    const std::uint64_t changed = runs.varint();
    if (!runs.ok() || unchanged > count - slot || changed > count - slot - unchanged) return bad();
    slot += unchanged;
    for (std::uint64_t i = 0; i < changed; ++i, ++slot) {
      if (reason_left == 0) {
        reason_left = reasons.varint();
        const std::uint8_t byte = reasons.u8();
        if (!reasons.ok() || reason_left == 0 || byte >= reason_count) return bad();
        reason = static_cast<Reason>(byte);
      }
      --reason_left;
      cells_.reasons[first_slot + slot] = reason;
      if (reason == Reason::none)
        cells_.values[first_slot + slot] = advance(cells_.values[first_slot + slot], in.zigzag());
    }
  }
  if (!in.ok() || !runs.ok() || in.left() != 0 || reasons.left() != 0 || reason_left != 0 || slot != count)
    return bad();
  return {};
}

}  // namespace tidemark
