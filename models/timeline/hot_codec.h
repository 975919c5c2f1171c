// SPDX-License-Identifier: GPL-3.0-or-later
// Hot rows: one blob per poll of a lane, holding what changed since the poll before (a keyframe: everything). The
// series of a lane are slots in a fixed order; series that are new in a poll are named in its row and take the next
// slots. Slots are cut into chunks of 4096 that unpack by themselves, so one chunk of many rows can be read without the
// rest. Row: u8 version, u8 flags (1 = keyframe), varint new series, varint chunks, {varint packed size} per chunk,
// zigzag id steps of the new series, packed chunks, u32 CRC-32 of all before. Chunk: {varint unchanged, varint
// changed}… over its slots, {varint run, u8 reason}… over the changed ones, zigzag step from the last known value for
// each known one; the first two lists are preceded by their sizes in bytes. Thread rule: none, plain objects. Errors:
// `damaged`.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/known.h"
#include "models/timeline/bytes.h"

namespace tidemark {

inline constexpr std::size_t chunk_slots = 4096;
inline constexpr std::size_t max_slots = 4'000'000;

// The cells of one poll. The value of an unknown cell is the last known one: the next known value is told from it.
struct Cells {
  std::vector<std::int64_t> values;
  std::vector<Reason> reasons;
  std::size_t size() const { return values.size(); }
  void resize(std::size_t size) {
    values.resize(size, 0);
    reasons.resize(size, Reason::never_polled);
  }
};

// `announced` slots were named by earlier rows since the keyframe; a keyframe names all. Fills the values of unknown
// cells of `now` from `before`, so that `now` is the next row's `before`. Both have series.size() cells.
Bytes encode_hot(bool keyframe, const std::vector<SeriesId>& series, std::size_t announced, const Cells& before,
                 Cells& now);

class HotDecoder final {
 public:
  // Asked once for each slot; chunks without a wanted one are skipped and their cells mean nothing.
  using Wanted = std::function<bool(std::size_t slot, SeriesId series)>;
  explicit HotDecoder(Wanted wanted = {}) : wanted_(std::move(wanted)) {}

  // Rows in order, a keyframe first.
  Result<> feed(ByteView row);
  static Result<bool> is_keyframe(ByteView row);

  const std::vector<SeriesId>& series() const { return slots_; }
  const Cells& cells() const { return cells_; }
  Cells take_cells() { return std::move(cells_); }

 private:
  Result<> chunk(ByteView packed, std::size_t first_slot, std::size_t count);

  void add_slot(SeriesId series);

  Wanted wanted_;
  std::vector<bool> wanted_chunks_;
  bool started_ = false;
  std::vector<SeriesId> slots_;
  Cells cells_;
};

}  // namespace tidemark
