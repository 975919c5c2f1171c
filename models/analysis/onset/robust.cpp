// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/onset/robust.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tidemark {
namespace {
constexpr double mad_to_sigma = 1.4826;
constexpr double mean_deviation_to_sigma = 1.2533;

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double squares(std::span<const double> values, double centre) {
  double sum = 0;
  for (const double value : values) sum += (value - centre) * (value - centre);
  return sum;
}

// Of the incomplete beta function; a and b as in DLMF 8.17.22.
double beta_fraction(double a, double b, double x) {
  constexpr double tiny = 1e-300;
  constexpr double enough = 1e-12;
  constexpr int most = 500;
  const auto safe = [](double value) { return std::abs(value) < tiny ? tiny : value; };
  double c = 1;
  double d = 1 / safe(1 - (a + b) * x / (a + 1));
  double value = d;
  for (int i = 1; i <= most; ++i) {
    const double m = i;
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    value *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    value *= d * c;
    if (std::abs(d * c - 1) < enough) break;
  }
  return value;
}

double incomplete_beta(double a, double b, double x) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front =
      std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
  return x < (a + 1) / (a + b + 2) ? front * beta_fraction(a, b, x) / a : 1 - front * beta_fraction(b, a, 1 - x) / b;
}

double pairs(double n) { return n * (n - 1) / 2; }
}  // namespace

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) return *middle;
  return std::midpoint(*std::max_element(values.begin(), middle), *middle);
}

RobustScale robust_scale(std::span<const double> values, double resolution) {
  RobustScale out;
  out.centre = median({values.begin(), values.end()});
  std::vector<double> deviations;
  deviations.reserve(values.size());
  for (const double value : values) deviations.push_back(std::abs(value - out.centre));
  out.constant = std::ranges::max(deviations) <= resolution / 2;
  const double average = mean(deviations);
  const double mad = median(std::move(deviations));
  out.sigma = mad > 0 ? mad_to_sigma * mad : mean_deviation_to_sigma * average;
  const double least = std::max(resolution, std::abs(out.centre) * std::numeric_limits<double>::epsilon());
  out.sigma = std::max({out.sigma, least, std::numeric_limits<double>::min()});
  return out;
}

double student_p(std::span<const double> a, std::span<const double> b) {
  if (a.empty() || b.empty() || a.size() + b.size() < 3) return 1;
  const double freedom = static_cast<double>(a.size() + b.size() - 2);
  const double mean_a = mean(a), mean_b = mean(b);
  const double variance = (squares(a, mean_a) + squares(b, mean_b)) / freedom;
  const double difference = std::abs(mean_a - mean_b);
  if (difference <= 0) return 1;
  const double error = std::sqrt(variance * (1 / static_cast<double>(a.size()) + 1 / static_cast<double>(b.size())));
  // Means of equal values differ by what rounding makes of them.
  if (error <= difference * std::numeric_limits<double>::epsilon()) return 0;
  const double t = difference / error;
  return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t));
}

std::optional<Split> divergence_split(std::span<const double> values) {
  constexpr std::size_t least_left = 2;
  const std::size_t n = values.size();
  if (n <= least_left) return std::nullopt;
  // sums[j][i]: distances of value j to the first i values.
  std::vector<double> sums(n * (n + 1), 0);
  const auto sum = [&](std::size_t j, std::size_t i) -> double& { return sums[j * (n + 1) + i]; };
  for (std::size_t j = 0; j < n; ++j)
    for (std::size_t i = 0; i < n; ++i) sum(j, i + 1) = sum(j, i) + std::abs(values[j] - values[i]);
  std::optional<Split> best;
  double largest = 0;
  double left = 0;  // distances inside the left side
  for (std::size_t at = 1; at < n; ++at) {
    left += sum(at - 1, at - 1);
    if (at < least_left) continue;
    double right = 0, across = 0;
    for (std::size_t end = at + 1; end <= n; ++end) {
      across += sum(end - 1, at);
      right += sum(end - 1, end - 1) - sum(end - 1, at);
      const double l = static_cast<double>(at), r = static_cast<double>(end - at);
      const double energy = 2 * across / (l * r) - left / pairs(l) - (r > 1 ? right / pairs(r) : 0);
      const double divergence = l * r / (l + r) * energy;
      if (divergence <= largest) continue;
      largest = divergence;
      best = Split{at, end};
    }
  }
  return best;
}

}  // namespace tidemark
