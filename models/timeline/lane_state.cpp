// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/lane_state.h"

#include <algorithm>

#include "models/timeline/segment_codec.h"

namespace tidemark {

std::string_view storage_group(const Object& object) {
  const std::string_view kind = object::kind(object);
  const std::string_view name = object::name(object);
  if (kind == "partition") return name.substr(0, name.rfind('/'));
  return kind == "topic" ? name : kind;
}

std::strong_ordering storage_order(const Signal& a_signal, const Object& a_object, const Signal& b_signal,
                                   const Object& b_object) {
  if (const auto order = storage_group(a_object) <=> storage_group(b_object); order != 0) return order;
  const bool offsets = is_offset(a_signal);
  if (const auto order = is_offset(b_signal) <=> offsets; order != 0) return order;
  if (offsets) {
    if (const auto order = a_object <=> b_object; order != 0) return order;
    if (const auto order = (b_signal == signal::high) <=> (a_signal == signal::high); order != 0) return order;
  }
  if (const auto order = a_signal <=> b_signal; order != 0) return order;
  return a_object <=> b_object;
}

bool is_offset(const Signal& signal) {
  const std::string_view text = signal.value();
  return signal == signal::high || signal == signal::stable || signal == signal::floor || text.starts_with("group:") ||
         text.starts_with("table:");
}

void LaneState::restore(std::int64_t next_seq, std::optional<Last> last) {
  next_seq_ = next_seq;
  last_ = std::move(last);
}

void LaneState::restore_cells(HotDecoder&& decoder, const std::unordered_set<std::int64_t>& dead) {
  set_slots(decoder.series());
  cells_ = decoder.take_cells();
  for (std::size_t i = 0; i < slots_.size(); ++i) dead_[i] = dead.contains(slots_[i].value());
}

void LaneState::restore_slots(std::vector<SeriesId> living) { set_slots(std::move(living)); }

void LaneState::set_slots(std::vector<SeriesId> slots) {
  slots_ = std::move(slots);
  slot_by_id_.clear();
  for (std::size_t i = 0; i < slots_.size(); ++i) slot_by_id_[slots_[i]] = static_cast<std::uint32_t>(i);
  dead_.assign(slots_.size(), false);
  hint_.clear();
  cells_ = {};
  cells_.resize(slots_.size());
}

// The dead leave; the rest is put in the order in which it will be sealed.
void LaneState::start_block() {
  struct Placed {
    SeriesSpec spec;
    SeriesId id;
    bool dead;
  };
  std::vector<Placed> placed;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (dead_[i] && registry_.dead(slots_[i])) continue;
    if (auto spec = registry_.find(id_, slots_[i])) placed.push_back({std::move(*spec), slots_[i], dead_[i]});
  }
  registry_.forget_dead(id_);
  std::ranges::sort(placed, [](const Placed& a, const Placed& b) {
    const auto order = storage_order(a.spec.signal, a.spec.object, b.spec.signal, b.spec.object);
    return order != 0 ? order < 0 : a.id < b.id;
  });
  std::vector<SeriesId> slots;
  for (const Placed& one : placed) slots.push_back(one.id);
  set_slots(std::move(slots));
  for (std::size_t i = 0; i < placed.size(); ++i) dead_[i] = placed[i].dead;
}

std::optional<std::uint32_t> LaneState::slot_of(std::size_t sample, SeriesId series, Step& step, Cells& now) {
  std::uint32_t slot = 0;
  if (const auto it = slot_by_id_.find(series); it != slot_by_id_.end()) {
    slot = it->second;
  } else {
    if (!registry_.find(id_, series) || slots_.size() >= max_slots) return std::nullopt;
    slot = static_cast<std::uint32_t>(slots_.size());
    slots_.push_back(series);
    dead_.push_back(false);
    slot_by_id_[series] = slot;
    cells_.resize(slots_.size());
    now.resize(slots_.size());
    step.born.push_back(series);
  }
  if (hint_.size() <= sample) hint_.resize(sample + 1, 0);
  hint_[sample] = slot;
  return slot;
}

LaneState::Step LaneState::step(const Poll& poll) {
  Step step;
  step.seq = next_seq_++;
  if (step.seq % static_cast<std::int64_t>(block_polls) == 0) start_block();
  const std::size_t announced = slots_.size();
  Cells now;
  now.resize(slots_.size());
  const bool any_dead = std::ranges::find(dead_, true) != dead_.end();
  for (std::size_t i = 0; any_dead && i < slots_.size(); ++i)
    if (dead_[i]) now.reasons[i] = Reason::deleted;
  for (std::size_t i = 0; i < poll.samples.size(); ++i) {
    const Sample& sample = poll.samples[i];
    std::uint32_t slot = i < hint_.size() ? hint_[i] : 0;
    if (i >= hint_.size() || slot >= slots_.size() || slots_[slot] != sample.series) {
      const auto found = slot_of(i, sample.series, step, now);
      if (!found) {
        ++step.unknown;
        continue;
      }
      slot = *found;
    }
    if (any_dead && dead_[slot] && sample.reason == Reason::none) {
      dead_[slot] = false;
      registry_.set_dead(sample.series, false);
      step.revived.push_back(sample.series);
    }
    now.values[slot] = sample.value;
    now.reasons[slot] = sample.reason;
  }
  for (const SeriesId series : poll.died) {
    const auto it = slot_by_id_.find(series);
    registry_.set_dead(series, true);
    if (it == slot_by_id_.end()) continue;
    dead_[it->second] = true;
    now.reasons[it->second] = Reason::deleted;
    step.died.push_back(series);
  }
  step.row = encode_hot(step.seq % keyframe_polls == 0, slots_, announced, cells_, now);
  cells_ = std::move(now);
  last_ = Last{poll.wall, poll.mono, poll.boot, poll.answered >= poll.due && poll.errors.empty()};
  return step;
}

}  // namespace tidemark
