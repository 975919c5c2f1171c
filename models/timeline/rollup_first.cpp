// SPDX-License-Identifier: GPL-3.0-or-later
// Rollups of version 1, as files have them that were written before.
#include "models/timeline/rollup_codec.h"
#include "models/timeline/value_codec.h"

namespace tidemark {
namespace {
constexpr std::uint8_t zstd_packing = 1;
}

Result<> RollupDecoder::read_first_body(std::uint8_t packing, ByteView body, std::size_t plain) {
  if (packing > zstd_packing) return fail(ErrorCode::damaged, "a rollup of impossible size");
  if (packing == zstd_packing) {
    TM_TRY(body_, unpack(body, plain));
  } else {
    body_.assign(body.begin(), body.end());
  }
  if (body_.size() != plain) return fail(ErrorCode::damaged, "a rollup's body has a wrong length");
  return {};
}

bool RollupDecoder::read_first_entries(ByteReader& in, std::uint32_t entries, std::size_t body_size) {
  std::int64_t key = 0;
  std::uint32_t offset = 0;
  for (std::uint32_t i = 0; i < entries; ++i) {
    RollupEntry entry;
    key = wrap_plus(key, in.zigzag());
    entry.key = {SeriesId(key >> 1), (key & 1) != 0};
    entry.form = in.u8();
    entry.mark = (entry.form & gauge_form) == 0;
    entry.place.plain = offset;
    const std::uint64_t size = in.varint();
    if (!in.ok() || size > body_size - offset) return false;
    entry.size = static_cast<std::uint32_t>(size);
    offset += entry.size;
    entries_.push_back(entry);
  }
  return in.left() == 0 && offset == body_size;
}

bool RollupDecoder::read_first_values(const RollupEntry& entry, ByteReader& in, std::span<Bucket> buckets) const {
  std::int64_t last = 0, usual = 0;
  bool first = true;
  for (Bucket& bucket : buckets) {
    if (bucket.known == 0) continue;
    if (first) {
      last = in.zigzag();
      usual = in.zigzag();
    } else {
      last = wrap_plus(last, wrap_plus(in.zigzag(), usual));
    }
    first = false;
    bucket.last = bucket.low = bucket.high = last;
  }
  if (entry.mark) return in.ok();
  for (Bucket& bucket : buckets) {
    if (bucket.known == 0) continue;
    bucket.low = wrap_minus(bucket.last, static_cast<std::int64_t>(in.varint()));
    bucket.high = wrap_plus(bucket.last, static_cast<std::int64_t>(in.varint()));
  }
  return in.ok();
}

}  // namespace tidemark
