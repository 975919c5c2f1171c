// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/registry.h"

#include <algorithm>

namespace tidemark {

std::size_t Registry::Hash::operator()(const Key& key) const {
  const std::hash<std::string> h;
  std::size_t value = static_cast<std::size_t>(key.lane.value());
  value = value * 31 + h(key.spec->signal.value());
  value = value * 31 + h(key.spec->object.value());
  return value * 31 + static_cast<std::size_t>(key.spec->scale10);
}

void Registry::restore_source(SourceId id, const SourceSpec& spec) {
  const std::scoped_lock lock(mutex_);
  sources_[spec] = id;
  last_source_ = std::max(last_source_, id.value());
}

void Registry::restore_lane(LaneId id, const LaneSpec& spec) {
  const std::scoped_lock lock(mutex_);
  lane_ids_[spec] = id;
  lanes_[id] = Lane{id, source(spec.source), spec};
  last_lane_ = std::max(last_lane_, id.value());
}

void Registry::restore_series(SeriesId id, LaneId lane, SeriesSpec spec) {
  const std::scoped_lock lock(mutex_);
  insert(id, lane, std::move(spec));
  last_series_ = std::max(last_series_, id.value());
}

void Registry::restore_last_series(std::int64_t id) {
  const std::scoped_lock lock(mutex_);
  last_series_ = std::max(last_series_, id);
}

SourceId Registry::source(const SourceSpec& spec) {
  const auto [it, fresh] = sources_.try_emplace(spec, SourceId(last_source_ + 1));
  if (fresh) ++last_source_;
  return it->second;
}

void Registry::insert(SeriesId id, LaneId lane, SeriesSpec spec) {
  auto entry = std::make_unique<Series>(Series{lane, std::move(spec)});
  by_spec_.insert(Key{lane, &entry->spec, id.value()});
  series_[id.value()] = std::move(entry);
}

LaneId Registry::lane(const LaneSpec& spec) {
  const std::scoped_lock lock(mutex_);
  const auto [it, fresh] = lane_ids_.try_emplace(spec, LaneId(last_lane_ + 1));
  if (fresh) {
    ++last_lane_;
    lanes_[it->second] = Lane{it->second, source(spec.source), spec};
  }
  return it->second;
}

SeriesId Registry::series(LaneId lane, const SeriesSpec& spec) {
  const std::scoped_lock lock(mutex_);
  if (const auto it = by_spec_.find(Key{lane, &spec, 0}); it != by_spec_.end()) {
    series_.at(it->id)->dead = false;
    return SeriesId(it->id);
  }
  const SeriesId id(++last_series_);
  insert(id, lane, spec);
  return id;
}

std::optional<Registry::Lane> Registry::find(LaneId lane) const {
  const std::scoped_lock lock(mutex_);
  const auto it = lanes_.find(lane);
  return it == lanes_.end() ? std::nullopt : std::optional(it->second);
}

std::vector<LaneId> Registry::lanes() const {
  const std::scoped_lock lock(mutex_);
  std::vector<LaneId> ids;
  for (const auto& [id, lane] : lanes_) ids.push_back(id);
  return ids;
}

std::optional<SeriesSpec> Registry::find(LaneId lane, SeriesId series) const {
  const std::scoped_lock lock(mutex_);
  const auto it = series_.find(series.value());
  if (it == series_.end() || it->second->lane != lane) return std::nullopt;
  return it->second->spec;
}

void Registry::set_dead(SeriesId series, bool dead) {
  const std::scoped_lock lock(mutex_);
  if (const auto it = series_.find(series.value()); it != series_.end()) it->second->dead = dead;
}

bool Registry::dead(SeriesId series) const {
  const std::scoped_lock lock(mutex_);
  const auto it = series_.find(series.value());
  return it == series_.end() || it->second->dead;
}

void Registry::forget_dead(LaneId lane) {
  const std::scoped_lock lock(mutex_);
  for (auto it = series_.begin(); it != series_.end();) {
    Series& entry = *it->second;
    if (entry.lane == lane && entry.dead) {
      by_spec_.erase(Key{entry.lane, &entry.spec, it->first});
      it = series_.erase(it);
    } else {
      ++it;
    }
  }
}

}  // namespace tidemark
