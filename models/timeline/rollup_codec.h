// SPDX-License-Identifier: GPL-3.0-or-later
// Rollup parts: the buckets of some series of a lane over one piece of it (a block of 480 polls, or 64 of them), as one
// blob. Head (48 bytes): u32 magic, u8 version, u8 packing (of version 1: 0 plain, 1 zstd), u16 0, u32 width in s, u32
// buckets, u32 entries, u32 size of the directory, u32 size of the body as stored, u32 its unpacked size, u32 CRC-32 of
// the body as stored, u64 first bucket (its start over the width, two's complement), u32 CRC-32 of the head before it
// and the directory. Directory: per bucket varint step to the next one (0 for the first), varint polls, varint ms from
// its start to its last poll; per stream varint size and varint stored size, smaller where it is one zstd frame. Body:
// the streams. Of each entry `keys` has the zigzag step of the key, `forms` a u8, `plain` in this order: where some
// polls did not know it, {varint run, varint missing, u8 reason} over the buckets; where a mark was reset, varint count
// and varint steps of their buckets; then of the buckets that are known, where the values are all the same, one zigzag.
// Else of a mark the last values as a column of steps in `marks`; or, where it is what its high mark is less its lag,
// which stands next, varint how many entries before the high mark stands. Of a gauge the low values as a column in
// `lows`, high - low as one in `spans`, last - low or high - last in `lasts`. Columns: rollup_values.h.
// Version 1 has instead of the streams one body, of each entry as long as the directory says after zigzag step of the
// key and u8 form: the same gaps, the last values (zigzag first, zigzag median step, zigzag differences from it) and,
// but for marks, varint last - low and varint high - last each.
// A damaged blob is refused; nothing is read outside its bounds. Thread rule: none, plain objects. Errors: `damaged`.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "models/domain/levels.h"
#include "models/timeline/bytes.h"
#include "models/timeline/rollup_values.h"

namespace tidemark {

// A series of a lane, or of a group's mark the lag that follows from it.
struct RollupKey {
  SeriesId series;
  bool lag = false;
  auto operator<=>(const RollupKey&) const = default;
};

inline constexpr std::size_t max_buckets = std::size_t{64} * 480;  // every poll of a pack in a bucket of its own
inline constexpr std::uint32_t rollup_magic = 0x4c4f5254;          // "TROL"
inline constexpr std::uint8_t rollup_version = 2;
enum RollupForm : std::uint8_t {
  gauge_form = 1,
  missing_form = 2,
  reset_form = 4,
  constant_form = 8,
  behind_form = 16,      // of a mark
  low_steps_form = 16,   // of a gauge: the column of its low values has steps
  span_steps_form = 32,  // and that of its spans
  from_high_form = 64,   // high - last
};

class RollupEncoder final {
 public:
  RollupEncoder(Millis width, std::vector<BucketTime> times);
  // One bucket for each of the times, low <= last <= high. Of a mark only the last values are kept.
  void add(RollupKey key, std::span<const Bucket> buckets, bool mark);
  // The high mark of a partition: which entry, and its buckets.
  struct High {
    std::size_t entry = 0;
    std::span<const Bucket> buckets;
  };
  // A group's mark and its lag: where the mark is the high mark less the lag, it is not kept twice.
  void add_with_lag(SeriesId series, std::span<const Bucket> marks, std::span<const Bucket> lags, const High* high);
  std::size_t entries() const { return entries_; }
  std::size_t body_bytes() const { return streams_.size(); }  // before packing
  Bytes finish();

 private:
  void add_missing(std::span<const Bucket> buckets);
  std::uint8_t add_gaps(std::span<const Bucket> buckets, bool mark);
  std::uint8_t add_gauge();
  void add_form(RollupKey key, std::uint8_t form);

  Millis width_;
  std::vector<BucketTime> times_;
  std::size_t entries_ = 0;
  std::int64_t last_key_ = 0;
  RollupStreams streams_;
  // Of the entry that is added.
  std::vector<std::int64_t> lasts_, lows_, highs_, offsets_up_;
  RollupColumn low_, span_;
};

struct RollupEntry {
  RollupKey key;
  std::uint8_t form = 0;
  bool mark = false;  // only last values are kept
  RollupPlace place;
  std::uint32_t size = 0;  // of version 1
  struct Behind {
    std::uint32_t high = 0, lag = 0;  // entries
  };
  std::optional<Behind> behind;
};

class RollupDecoder final {
 public:
  // `wanted`, where it is given: a part that holds none of those keys has no entries then, and was not read further.
  using Wanted = std::function<bool(RollupKey)>;
  static Result<RollupDecoder> open(ByteView part, const Wanted& wanted = {});
  Millis width() const { return width_; }
  const std::vector<BucketTime>& times() const { return times_; }
  const std::vector<RollupEntry>& entries() const { return entries_; }
  // `buckets` takes one for each of the times.
  Result<> decode(const RollupEntry& entry, std::span<Bucket> buckets) const;

 private:
  bool read_times(ByteReader& in, std::uint32_t buckets, std::int64_t first);
  static Result<bool> holds_any(ByteReader in, ByteView body, std::size_t plain, const Wanted& wanted);
  Result<> read_body(ByteReader& in, ByteView body, std::size_t plain);
  bool read_entries(std::uint32_t entries);
  bool find(RollupEntry& entry, std::size_t index, RollupPlace& at) const;
  std::optional<std::size_t> skip_gaps(std::uint8_t form, ByteReader& plain) const;
  bool read_gaps(std::uint8_t form, ByteReader& plain, std::span<Bucket> buckets) const;
  bool read_missing(ByteReader& in, std::span<Bucket> buckets) const;
  bool read_values(const RollupEntry& entry, ByteReader& plain, std::span<Bucket> buckets) const;
  bool read_behind(const RollupEntry& entry, std::span<Bucket> buckets) const;
  ByteView stream(RollupStream stream) const;
  // Of version 1.
  Result<> read_first_body(std::uint8_t packing, ByteView body, std::size_t plain);
  bool read_first_entries(ByteReader& in, std::uint32_t entries, std::size_t body_size);
  bool read_first_values(const RollupEntry& entry, ByteReader& in, std::span<Bucket> buckets) const;

  std::uint8_t version_ = 0;
  Millis width_{};
  std::vector<BucketTime> times_;
  std::vector<RollupEntry> entries_;
  Bytes body_;
  std::array<std::size_t, rollup_streams + 1> ends_{};  // stream i lies in body_ between ends_[i] and ends_[i + 1]
};

}  // namespace tidemark
