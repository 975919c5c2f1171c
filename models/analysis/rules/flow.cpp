// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/flow.h"

#include <algorithm>
#include <cmath>

namespace tidemark {
namespace {
constexpr std::size_t fewest = 5;
constexpr std::size_t newest_samples = 10;
constexpr std::size_t together = 5;
constexpr int abnormal = 3;
constexpr std::size_t fewest_of_level = 3;

// How far from the level a sample may be.
double tolerance_of(std::span<const FlowSample> last, double level) {
  constexpr double smallest_change = 0.2, scatters = 3, normal = 1.4826;
  std::vector<double> off;
  for (const FlowSample& sample : last) off.push_back(std::abs(sample.value - level));
  return std::max(smallest_change * std::abs(level), scatters * normal * median_of(std::move(off)));
}

double level_of(std::span<const FlowSample> samples) {
  std::vector<double> values;
  for (const FlowSample& sample : samples) values.push_back(sample.value);
  return median_of(std::move(values));
}

// Where the stretch that ends before `end` begins.
std::size_t begin_of(std::span<const FlowSample> samples, std::size_t end) {
  const auto last = samples.subspan(end - std::min(end, newest_samples), std::min(end, newest_samples));
  const double level = level_of(last);
  const double tolerance = tolerance_of(last, level);
  const auto off = [&](std::size_t i) { return std::abs(samples[i].value - level) > tolerance; };
  for (std::size_t i = end; i-- > 0;) {
    if (!off(i)) continue;
    int around = 0;
    for (std::size_t j = i + 1 - std::min(i + 1, together); j <= i; ++j) around += off(j) ? 1 : 0;
    if (around >= abnormal) return i + 1;
  }
  return 0;
}
}  // namespace

double median_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + std::ssize(values) / 2;
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::ranges::max_element(values.begin(), middle)) / 2;
}

std::vector<Regime> regimes_of(std::span<const FlowSample> samples) {
  std::vector<Regime> out;
  if (samples.size() < fewest) return out;
  std::size_t end = samples.size();
  while (end > 0) {
    const std::size_t begin = std::min(begin_of(samples, end), end - 1);
    const FlowSample& first = samples[begin];
    const bool begun = begin > 0;
    out.push_back({level_of(samples.subspan(begin, end - begin)), begun ? samples[begin - 1].to : first.to, first.to,
                   samples[end - 1].to, end - begin, begun});
    end = begin;
  }
  return out;
}

std::optional<Shift> risen(std::span<const Regime> regimes, double factor) {
  for (std::size_t i = 1; i < regimes.size(); ++i) {
    const double now = regimes.front().level, before = regimes[i].level;
    if (regimes[i].samples >= fewest_of_level && now > before && now >= factor * before)
      return Shift{before, now, regimes[i - 1].lo, regimes[i - 1].hi};
  }
  return std::nullopt;
}

std::optional<Shift> fallen(std::span<const Regime> regimes, double factor) {
  for (std::size_t i = 1; i < regimes.size(); ++i) {
    const double now = regimes.front().level, before = regimes[i].level;
    if (regimes[i].samples >= fewest_of_level && now < before && now <= factor * before)
      return Shift{before, now, regimes[i - 1].lo, regimes[i - 1].hi};
  }
  return std::nullopt;
}

}  // namespace tidemark
