// SPDX-License-Identifier: GPL-3.0-or-later
// Moves: what states and events say of a window: which objects left a good state and when, which were in a bad one
// before, which events happened that did not happen in the baseline, and what people or configuration changed nearby.
// Room-internal. Thread rule: none, pure functions. Units: local ms.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/events.h"
#include "models/analysis/onset/change.h"
#include "models/analysis/onset/layers.h"

namespace tidemark {

// It happened in (lo, hi].
struct Move {
  LayerPlace place;
  ClusterName cluster;
  Object object;
  std::string series;  // "state", or the kind of an event
  std::string before, after;
  std::string text;  // of an event
  LocalTime lo, hi;
  bool over_gap = false;
  std::size_t count = 1;  // objects that made the same move; the first stands for them
};

struct Standing {
  LayerPlace place;
  ClusterName cluster;
  Object object;
  std::string state;
  Known<LocalTime> since = Reason::no_history;
};

// An object that was in one good state throughout.
struct Steady {
  LayerPlace place;
  ClusterName cluster;
  Object object;
  std::string state;
};

struct StateMoves {
  std::vector<Move> moves;
  std::vector<Standing> standing;
  std::vector<Steady> steady;
};

// Whether a value of the aspect `state` is one that its kind of object should not be in; none: the value says nothing
// of health.
std::optional<bool> is_bad_state(std::string_view kind, const std::optional<std::string>& value);

// An object moves with its first bad stretch in the window that lasts more than twice as long as any in the baseline.
StateMoves state_moves(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter);

struct EventMoves {
  std::vector<Move> moves;       // of kinds that happened more than twice as often as in the baseline
  std::vector<EventRow> nearby;  // changes that people or configuration made; ascending by time
};
EventMoves event_moves(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter,
                       const std::vector<Event>& said);

}  // namespace tidemark
