// SPDX-License-Identifier: GPL-3.0-or-later
// LaneState: what the writer remembers of a lane between polls: which series has which slot, and the cells of the last
// poll, from which the next hot row is told. Memory: 9 bytes of cells and about 50 of lookup per series.
// Thread rule: the writer's thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "models/domain/sample.h"
#include "models/timeline/hot_codec.h"
#include "models/timeline/registry.h"

namespace tidemark {

inline constexpr std::int64_t keyframe_polls = 120;

// What belongs together in a segment: the topic of a partition or topic, else the kind of the object.
std::string_view storage_group(const Object& object);
// A mark of a partition, in records.
bool is_offset(const Signal& signal);
// The order of series in a block: by group; first the offsets, by partition, its high mark before what lies behind it;
// then the rest by signal, then object.
std::strong_ordering storage_order(const Signal& a_signal, const Object& a_object, const Signal& b_signal,
                                   const Object& b_object);

class LaneState final {
 public:
  LaneState(LaneId id, Registry& registry) : id_(id), registry_(registry) {}

  struct Last {
    LocalTime wall;
    MonoTime mono;
    std::string boot;
    bool complete = true;  // every part that was due was answered
  };
  struct Step {
    std::int64_t seq = 0;
    Bytes row;
    std::vector<SeriesId> born, died, revived;
    std::size_t unknown = 0;  // samples of series that are not alive
  };

  std::int64_t next_seq() const { return next_seq_; }
  const std::optional<Last>& last() const { return last_; }

  // From a file: the rows of the unfinished block, or the lane's living series where it has none.
  void restore(std::int64_t next_seq, std::optional<Last> last);
  void restore_cells(HotDecoder&& decoder, const std::unordered_set<std::int64_t>& dead);
  void restore_slots(std::vector<SeriesId> living);

  // Takes the poll's samples in and encodes its row.
  Step step(const Poll& poll);

 private:
  void start_block();
  void set_slots(std::vector<SeriesId> slots);
  std::optional<std::uint32_t> slot_of(std::size_t sample, SeriesId series, Step& step, Cells& now);

  LaneId id_;
  Registry& registry_;
  std::int64_t next_seq_ = 0;
  std::optional<Last> last_;
  std::vector<SeriesId> slots_;
  std::vector<bool> dead_;
  std::unordered_map<SeriesId, std::uint32_t> slot_by_id_;
  std::vector<std::uint32_t> hint_;  // slot of the i-th sample of the last poll: the order seldom changes
  Cells cells_;
};

}  // namespace tidemark
