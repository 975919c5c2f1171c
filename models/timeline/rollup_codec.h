// SPDX-License-Identifier: GPL-3.0-or-later
// Rollup parts: the buckets of some series of a lane over one piece of it (a block of 480 polls, or 64 of them), as one
// blob. Head (48 bytes): u32 magic, u8 version, u8 packing (0 plain, 1 zstd), u16 0, u32 width in s, u32 buckets, u32
// entries, u32 size of the directory, u32 size of the body as stored, u32 its unpacked size, u32 CRC-32 of the body as
// stored, u64 first bucket (its start over the width, two's complement), u32 CRC-32 of the head before it and the
// directory. Directory: per bucket varint step to the next one (0 for the first), varint polls,
// varint ms from its start to its last poll; per entry zigzag step of the key, u8 form, varint size. Body: per entry,
// where some polls did not know it, {varint run, varint missing, u8 reason} over the buckets; where a mark was reset,
// varint count and varint steps of their buckets; then of the buckets that are known the last values (one where they
// are all the same; else zigzag first, zigzag median step, zigzag differences from it) and, but for marks, varint last
// - low and varint high - last each. A damaged blob is refused; nothing is read outside its bounds. Thread rule: none,
// plain objects. Errors: `damaged`.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/domain/levels.h"
#include "models/timeline/bytes.h"

namespace tidemark {

// A series of a lane, or of a group's mark the lag that follows from it.
struct RollupKey {
  SeriesId series;
  bool lag = false;
  auto operator<=>(const RollupKey&) const = default;
};

inline constexpr std::size_t max_buckets = std::size_t{64} * 480;  // every poll of a pack in a bucket of its own

class RollupEncoder final {
 public:
  RollupEncoder(Millis width, std::vector<BucketTime> times);
  // One bucket for each of the times. Of a mark only the last values are kept.
  void add(RollupKey key, std::span<const Bucket> buckets, bool mark);
  std::size_t entries() const { return entries_; }
  std::size_t body_bytes() const { return body_.size(); }  // before packing
  Bytes finish();

 private:
  void add_missing(std::span<const Bucket> buckets);
  void add_values(std::span<const Bucket> buckets, bool constant, bool mark);

  Millis width_;
  std::vector<BucketTime> times_;
  std::size_t entries_ = 0;
  std::int64_t last_key_ = 0;
  ByteWriter directory_, body_;
};

struct RollupEntry {
  RollupKey key;
  std::uint8_t form = 0;
  bool mark = false;       // only last values are kept
  std::size_t offset = 0;  // in the unpacked body
  std::size_t size = 0;
};

class RollupDecoder final {
 public:
  static Result<RollupDecoder> open(ByteView part);
  Millis width() const { return width_; }
  const std::vector<BucketTime>& times() const { return times_; }
  const std::vector<RollupEntry>& entries() const { return entries_; }
  // `buckets` takes one for each of the times.
  Result<> decode(const RollupEntry& entry, std::span<Bucket> buckets) const;

 private:
  bool read_times(ByteReader& in, std::uint32_t buckets, std::int64_t first);
  bool read_entries(ByteReader& in, std::uint32_t entries, std::size_t body_size);
  bool read_missing(ByteReader& in, std::span<Bucket> buckets) const;

  Millis width_{};
  std::vector<BucketTime> times_;
  std::vector<RollupEntry> entries_;
  Bytes body_;
};

}  // namespace tidemark
