// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/metrics/growth.h"

#include <algorithm>
#include <cmath>

namespace tidemark::metrics {

Known<Grown> Growth::of(const std::string& series, double value, double at_ms) {
  constexpr double ms_per_second = 1000;
  Entry& entry = last_[series];
  const bool first = entry.scrape == 0;
  entry.scrape = scrape_;
  if (!std::isfinite(value)) {
    last_.erase(series);
    return Reason::not_applicable;
  }
  if (!first && at_ms <= entry.at_ms && value == entry.value) {
    if (entry.grown) return *entry.grown;
    return Reason::no_history;
  }
  const bool grew = !first && value >= entry.value && at_ms > entry.at_ms;
  entry.grown.reset();
  if (grew) entry.grown = Grown{value - entry.value, (at_ms - entry.at_ms) / ms_per_second};
  entry.value = value;
  entry.at_ms = at_ms;
  if (entry.grown) return *entry.grown;
  return Reason::no_history;
}

void Growth::end_scrape() {
  std::erase_if(last_, [this](const auto& entry) { return entry.second.scrape != scrape_; });
}

Known<double> quantile_of(const std::map<double, double>& cumulated, double quantile) {
  if (cumulated.empty() || !std::isinf(cumulated.rbegin()->first)) return Reason::not_supported;
  double all = 0;
  for (const auto& [bound, count] : cumulated) all = std::max(all, count);
  if (!(all > 0)) return Reason::not_applicable;
  const double wanted = quantile * all;
  double below = 0, bound_below = 0, reached = 0;
  bool first = true;
  for (const auto& [bound, counted] : cumulated) {
    const double count = reached = std::max(reached, counted);
    if (count >= wanted) {
      // Beyond the last bound nothing is known but that; the bucket below the first one begins at 0.
      if (std::isinf(bound)) return first ? Known<double>(Reason::not_supported) : Known<double>(bound_below);
      if (first && bound <= 0) return bound;
      const double inside = count - below;
      return inside > 0 ? bound_below + (bound - bound_below) * (wanted - below) / inside : bound;
    }
    below = count;
    bound_below = bound;
    first = false;
  }
  return Reason::not_supported;
}

}  // namespace tidemark::metrics
