// SPDX-License-Identifier: GPL-3.0-or-later
// Segments: the sealed form of up to 480 polls of some series of a lane. Every series has a mode of its own, so a
// denser one needs no migration; a reader that does not know a mode says so. A series may be told by how far it lies
// behind another one of its segment, as a group does behind the end of its partition. Head (40 bytes): u32 magic, u8
// version, u8 effort, u16 polls, u64 first seq, u32 series, u32 size of the directory, u32 size of the body, u32 its
// unpacked size, u32 CRC-32 of the body as stored, u32 CRC-32 of the head before it and the directory. Directory: per
// stream varint size and varint stored size, smaller where it is one zstd frame; the ids: varint size, and where they
// take less as one zstd frame, per series zigzag id step. Body: the streams, `forms` first: per series u8 mode, u8
// flags (1 = has reasons, 2 = behind another), where behind another varint how many series before, per stream it uses
// varint size. In `plain`, where it has reasons, varint runs and {varint run, u8 reason} each; then the known values by
// mode. Version 1 has instead of the effort u8 packing of the one stream, and a directory of per series zigzag id step,
// u8 mode, u8 flags, varint size; version 2 the ids without their size, as they are. Thread rule: none, plain objects.
// Errors: `damaged`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/known.h"
#include "models/timeline/between.h"
#include "models/timeline/bytes.h"
#include "models/timeline/value_codec.h"

namespace tidemark {

inline constexpr std::size_t block_polls = 480;
inline constexpr std::int64_t block_size = block_polls;  // the same, for numbers of polls
inline constexpr std::size_t segment_head_bytes = 40;

class SegmentEncoder final {
 public:
  SegmentEncoder(std::int64_t first_seq, std::size_t polls, SegmentEffort effort = SegmentEffort::fast)
      : first_seq_(first_seq), polls_(polls), effort_(effort) {}

  // A series that was added, and its cells.
  struct Base {
    std::size_t index = 0;
    std::span<const std::int64_t> values;
    std::span<const Reason> reasons;
  };
  // One value and reason per poll; values of unknown cells are not kept. Without a base, or where it does not make the
  // series shorter, the series stands for itself; one that does not cannot be a base.
  void add(SeriesId series, std::span<const std::int64_t> values, std::span<const Reason> reasons,
           const Base* base = nullptr);
  std::size_t series() const { return apart_.size(); }
  std::size_t body_bytes() const;  // before packing
  Bytes finish(const Between& between = [] {});

 private:
  std::int64_t first_seq_;
  std::size_t polls_;
  SegmentEffort effort_;
  std::int64_t last_id_ = 0;
  std::vector<bool> apart_;  // stands for itself
  ByteWriter ids_;
  SegmentStreams streams_;
  std::vector<std::int64_t> known_, behind_;
};

struct SegmentEntry {
  SeriesId series;
  // What follows is known once the segment is opened.
  std::uint8_t mode = 0;
  bool has_reasons = false;
  std::optional<std::size_t> base;  // the entry that it lies behind
  struct Part {
    std::size_t offset = 0, size = 0;  // in the unpacked body
  };
  std::array<Part, stream_count> parts;
  std::size_t bytes() const;
};

struct SegmentDirectory {
  std::uint8_t version = 0;
  SegmentEffort effort = SegmentEffort::fast;
  std::int64_t first_seq = 0;
  std::size_t polls = 0;
  std::size_t body_offset = 0;
  std::size_t body_size = 0;
  std::size_t plain_size = 0;
  std::uint32_t body_crc = 0;
  struct Stream {
    std::size_t size = 0, stored = 0;
  };
  std::array<Stream, stream_count> streams;
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
  Result<> read_forms();
  Result<std::size_t> read_reasons(const SegmentEntry& entry, ByteReader& plain, std::span<Reason> reasons) const;
  Result<> decode_itself(const SegmentEntry& entry, std::span<std::int64_t> values, std::span<Reason> reasons) const;

  SegmentDirectory directory_;
  Bytes body_;
};

}  // namespace tidemark
