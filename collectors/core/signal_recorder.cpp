// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/signal_recorder.h"

#include <cmath>

namespace tidemark {
namespace {
// As it is stored; what does not fit is not known.
Known<std::int64_t> stored(const Known<double>& value) {
  constexpr double scale = 1000, largest = 9e18;
  if (!value) return value.reason();
  const double scaled = *value * scale;
  if (!std::isfinite(scaled) || std::abs(scaled) > largest) return Reason::not_supported;
  return std::llround(scaled);
}
}  // namespace

void SignalRecorder::check_lane() {
  if (lane_.id() == lane_id_) return;
  lane_id_ = lane_.id();
  for (auto& [key, series] : series_) series.id = make(key, series.unit);
}

SeriesId SignalRecorder::make(const Key& key, const std::string& unit) {
  return lane_.series(key.first, key.second, unit, scale10);
}

void SignalRecorder::put(Poll& poll, const std::vector<SignalValue>& values) {
  check_lane();
  for (auto& [key, series] : series_) ++series.missing;
  for (const SignalValue& value : values) {
    const Key key{value.signal, value.object};
    const auto [entry, is_new] = series_.try_emplace(key);
    if (is_new) entry->second = {make(key, value.unit), value.unit, 0};
    entry->second.missing = 0;
    const Known<std::int64_t> kept = stored(value.value);
    poll.samples.push_back({entry->second.id, kept.value_or(0), kept.reason()});
  }
  for (auto entry = series_.begin(); entry != series_.end();) {
    const Series& series = entry->second;
    const bool gone = series.missing >= gone_after;
    if (series.missing > 0) poll.samples.push_back({series.id, 0, gone ? Reason::deleted : Reason::not_probed});
    if (gone) poll.died.push_back(series.id);
    entry = gone ? series_.erase(entry) : std::next(entry);
  }
}

void SignalRecorder::put_reason(Poll& poll, Reason reason) {
  check_lane();
  for (const auto& [key, series] : series_) poll.samples.push_back({series.id, 0, reason});
}

}  // namespace tidemark
