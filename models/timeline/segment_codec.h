// SPDX-License-Identifier: GPL-3.0-or-later
// Segments: the sealed form of up to 480 polls of some series of a lane. Every series has a mode of its own, so a
// denser one needs no migration; a reader that does not know a mode says so. Head (40 bytes): u32 magic, u8 version, u8
// packing (0 plain, 1 zstd), u16 polls, u64 first seq, u32 series, u32 size of the directory, u32 size of the body, u32
// its unpacked size, u32 CRC-32 of the body as stored, u32 CRC-32 of the head before it and the directory. Directory:
// per series zigzag id step, u8 mode, u8 flags (1 = has reasons), varint size. Body: per series, where it has reasons,
// varint runs and {varint run, u8 reason} each; then the known values by mode. Single-order deltas suit counters with
// Poisson noise, second-order ones steady growth; the shorter wins per series. Thread rule: none, plain objects.
// Errors: `damaged`.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/known.h"
#include "models/timeline/bytes.h"

namespace tidemark {

inline constexpr std::size_t block_polls = 480;
inline constexpr std::int64_t block_size = block_polls;  // the same, for numbers of polls
inline constexpr std::size_t segment_head_bytes = 40;

enum class SegmentMode : std::uint8_t {
  constant = 0,  // zigzag: all known values are this one; nothing where no value is known
  raw = 1,       // u64 each
  delta = 2,     // zigzag first, zigzag steps
  delta2 = 3,    // zigzag first, zigzag first step, zigzag changes of the step
};

class SegmentEncoder final {
 public:
  SegmentEncoder(std::int64_t first_seq, std::size_t polls) : first_seq_(first_seq), polls_(polls) {}
  // One value and reason per poll; values of unknown cells are not kept.
  void add(SeriesId series, std::span<const std::int64_t> values, std::span<const Reason> reasons);
  std::size_t series() const { return series_; }
  std::size_t body_bytes() const { return body_.size(); }  // before packing
  Bytes finish();

 private:
  std::int64_t first_seq_;
  std::size_t polls_;
  std::size_t series_ = 0;
  std::int64_t last_id_ = 0;
  ByteWriter directory_, body_;
  std::vector<std::int64_t> known_;
};

struct SegmentEntry {
  SeriesId series;
  std::uint8_t mode = 0;
  bool has_reasons = false;
  std::size_t offset = 0;  // in the unpacked body
  std::size_t size = 0;
};

struct SegmentDirectory {
  std::int64_t first_seq = 0;
  std::size_t polls = 0;
  std::uint8_t packing = 0;
  std::size_t body_offset = 0;
  std::size_t body_size = 0;
  std::size_t plain_size = 0;
  std::uint32_t body_crc = 0;
  std::vector<SegmentEntry> entries;
};

// How many bytes of a segment hold head and directory; `head` has at least segment_head_bytes.
Result<std::size_t> directory_end(ByteView head);
// `bytes` reaches at least to directory_end().
Result<SegmentDirectory> read_directory(ByteView bytes);

class SegmentDecoder final {
 public:
  static Result<SegmentDecoder> open(ByteView segment);
  const SegmentDirectory& directory() const { return directory_; }
  // `values` and `reasons` take directory().polls cells. Values of unknown cells are 0.
  Result<> decode(const SegmentEntry& entry, std::span<std::int64_t> values, std::span<Reason> reasons) const;

 private:
  SegmentDirectory directory_;
  Bytes body_;
};

}  // namespace tidemark
