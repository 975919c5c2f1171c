// SPDX-License-Identifier: GPL-3.0-or-later
// Registry: the ids of sources, lanes and series that are alive, handed out before anything is stored.
// Thread rule: every member from any thread. Ids are never used twice for different things.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "models/domain/sample.h"

namespace tidemark {

class Registry final {
 public:
  struct Lane {
    LaneId id;
    SourceId source;
    LaneSpec spec;
  };

  // What a file already has; before the first of the calls below.
  void restore_source(SourceId id, const SourceSpec& spec);
  void restore_lane(LaneId id, const LaneSpec& spec);
  void restore_series(SeriesId id, LaneId lane, SeriesSpec spec);
  void restore_last_series(std::int64_t id);

  LaneId lane(const LaneSpec& spec);
  SeriesId series(LaneId lane, const SeriesSpec& spec);

  std::optional<Lane> find(LaneId lane) const;
  std::vector<LaneId> lanes() const;
  // None where the id is not alive or belongs to another lane.
  std::optional<SeriesSpec> find(LaneId lane, SeriesId series) const;
  // Calls visit(id, spec) for the living series of a lane; `visit` must not call back.
  template <class Visit>
  void for_each(LaneId lane, Visit&& visit) const {
    const std::scoped_lock lock(mutex_);
    for (const auto& [id, entry] : series_)
      if (entry->lane == lane) visit(SeriesId(id), entry->spec);
  }
  // A dead series stays until forget_dead(), unless series() asks for it again meanwhile.
  void set_dead(SeriesId series, bool dead);
  bool dead(SeriesId series) const;
  void forget_dead(LaneId lane);

 private:
  struct Series {
    LaneId lane;
    SeriesSpec spec;
    bool dead = false;
  };
  struct Key {
    LaneId lane;
    const SeriesSpec* spec;
    std::int64_t id;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  struct Equal {
    bool operator()(const Key& a, const Key& b) const { return a.lane == b.lane && *a.spec == *b.spec; }
  };
  void insert(SeriesId id, LaneId lane, SeriesSpec spec);
  SourceId source(const SourceSpec& spec);

  mutable std::mutex mutex_;
  std::map<SourceSpec, SourceId> sources_;
  std::map<LaneSpec, LaneId> lane_ids_;
  std::map<LaneId, Lane> lanes_;
  std::unordered_map<std::int64_t, std::unique_ptr<Series>> series_;
  std::unordered_set<Key, Hash, Equal> by_spec_;
  std::int64_t last_source_ = 0;
  std::int64_t last_lane_ = 0;
  std::int64_t last_series_ = 0;
};

}  // namespace tidemark
