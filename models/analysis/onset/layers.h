// SPDX-License-Identifier: GPL-3.0-or-later
// Layers: where along the path of the data a signal, a state or an event belongs: the layer's word of the documents,
// and the group of lanes that an incident shows it in. Thread rule: none, pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "models/domain/names.h"

namespace tidemark {

// In the order in which data flow, which is the order of ties.
enum class LaneGroup : std::uint8_t {
  producers,
  brokers,
  storage,
  transactions,
  groups,
  connect,
  object_store,
  tables,
  catalog,
  vectors,
  collector,
};
inline constexpr std::array lane_groups{LaneGroup::producers,    LaneGroup::brokers,  LaneGroup::storage,
                                        LaneGroup::transactions, LaneGroup::groups,   LaneGroup::connect,
                                        LaneGroup::object_store, LaneGroup::tables,   LaneGroup::catalog,
                                        LaneGroup::vectors,      LaneGroup::collector};

std::string_view word(LaneGroup group);      // "object-store"
std::string_view layer_of(LaneGroup group);  // the layer's word of what it mostly shows: "storage"

struct LayerPlace {
  std::string_view layer;  // of the documents
  LaneGroup lanes = LaneGroup::collector;
};

// Of a measured signal. `told`: the layer that its source names, if that is one of the documents' words.
LayerPlace place_of_metric(std::string_view told, const Signal& signal, const Object& object);
// Of a state or of an event; `told` as above.
LayerPlace place_of_object(std::string_view told, const Object& object);

// Whether a signal is a rate, a latency or a level whose change dates a cause. Ages, and what adds up a gap of rates,
// cross any threshold later than their cause, and counters only rise: they are shown, never ranked.
bool dates_a_cause(const Signal& signal);

}  // namespace tidemark
