// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/mark_recorder.h"

namespace tidemark {
namespace {
const SeriesId none;
}

void MarkRecorder::check_lane() {
  if (lane_.id() == lane_id_) return;
  lane_id_ = lane_.id();
  ended_.clear();
  for (auto& [signal, of] : series_)
    for (auto& [topic, ids] : of.topics)
      for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i] != none) ids[i] = make(signal, topic, i, of.unit);
}

SeriesId MarkRecorder::make(const Signal& signal, const std::string& topic, std::size_t partition,
                            const std::string& unit) {
  return lane_.series(signal, object::partition({TopicName(topic), PartitionId(static_cast<std::int32_t>(partition))}),
                      unit);
}

void MarkRecorder::add(Poll& poll, SeriesId id, const Known<std::int64_t>& value, bool counted) {
  poll.samples.push_back({id, value.value_or(0), value.reason()});
  if (!counted) return;
  ++poll.due;
  if (value.known() || value.reason() == Reason::no_commit) ++poll.answered;
}

void MarkRecorder::put(Poll& poll, const Signal& signal, const std::string& topic,
                       std::span<const Known<std::int64_t>> values, const std::string& unit, bool counted) {
  check_lane();
  auto& of = series_[signal];
  of.unit = unit;
  auto& ids = of.topics[topic];
  if (ids.size() < values.size()) ids.resize(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].reason() == Reason::never_polled) continue;
    if (ids[i] == none && !counted && !values[i].known() && values[i].reason() != Reason::no_permission) continue;
    if (ids[i] == none) ids[i] = make(signal, topic, i, unit);
    add(poll, ids[i], values[i], counted);
  }
}

void MarkRecorder::put_reason(Poll& poll, const Signal& signal, Reason reason, bool counted) {
  check_lane();
  const auto found = series_.find(signal);
  if (found == series_.end()) return;
  for (const auto& [topic, ids] : found->second.topics)
    for (const SeriesId id : ids)
      if (id != none) add(poll, id, reason, counted);
}

void MarkRecorder::put_reason(Poll& poll, const Signal& signal, const std::string& topic, Reason reason, bool counted) {
  check_lane();
  const auto found = series_.find(signal);
  if (found == series_.end()) return;
  const auto ids = found->second.topics.find(topic);
  if (ids == found->second.topics.end()) return;
  for (const SeriesId id : ids->second)
    if (id != none) add(poll, id, reason, counted);
}

void MarkRecorder::put_reason(Poll& poll, Reason reason) {
  check_lane();
  for (const auto& [signal, of] : series_) put_reason(poll, signal, reason);
}

void MarkRecorder::bury_topic(const std::string& topic) {
  check_lane();
  for (auto& [signal, of] : series_) {
    const auto found = of.topics.find(topic);
    if (found == of.topics.end()) continue;
    for (const SeriesId id : found->second)
      if (id != none) ended_.push_back(id);
    of.topics.erase(found);
  }
  std::erase_if(series_, [](const auto& entry) { return entry.second.topics.empty(); });
}

void MarkRecorder::bury_signal(const Signal& signal) {
  check_lane();
  const auto found = series_.find(signal);
  if (found == series_.end()) return;
  for (const auto& [topic, ids] : found->second.topics)
    for (const SeriesId id : ids)
      if (id != none) ended_.push_back(id);
  series_.erase(found);
}

void MarkRecorder::bury(Poll& poll) {
  check_lane();
  for (const SeriesId id : ended_) {
    poll.samples.push_back({id, 0, Reason::deleted});
    poll.died.push_back(id);
  }
  ended_.clear();
}

std::size_t MarkRecorder::size() const {
  std::size_t count = 0;
  for (const auto& [signal, of] : series_)
    for (const auto& [topic, ids] : of.topics)
      for (const SeriesId id : ids) count += id != none;
  return count;
}

}  // namespace tidemark
