// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/steady.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace tidemark {
namespace {
constexpr std::size_t fewest = 10;  // buckets on either side

struct Bucket {
  LocalTime from;
  double pace = 0;
};

// The paces in which something was read: pauses are no change of pace.
std::vector<Bucket> buckets_of(const MarkLine& line, LocalTime until) {
  constexpr std::int64_t most = 240;
  const LocalTime begin = line.front().at;
  const Millis length = std::max(Millis(60'000), Millis((until - begin) / most));
  std::vector<Bucket> all;
  for (LocalTime from = begin; from + length <= until; from += length)
    all.push_back({from, pace_between(line, from, from + length)});
  if (all.empty()) return all;
  std::vector<double> paces;
  for (const Bucket& bucket : all) paces.push_back(bucket.pace);
  const auto middle = paces.begin() + std::ssize(paces) / 2;
  std::ranges::nth_element(paces, middle);
  constexpr double rest = 0.1;
  std::erase_if(all, [limit = rest * *middle](const Bucket& bucket) { return bucket.pace <= limit; });
  return all;
}

// The cut with the largest variance between the parts.
std::size_t best_cut(std::span<const Bucket> buckets) {
  const double sum = std::accumulate(buckets.begin(), buckets.end(), 0.0,
                                     [](double total, const Bucket& bucket) { return total + bucket.pace; });
  const auto n = static_cast<double>(buckets.size());
  std::size_t best = 0;
  double largest = -1, head = 0;
  for (std::size_t cut = 1; cut + fewest <= buckets.size(); ++cut) {
    head += buckets[cut - 1].pace;
    if (cut < fewest) continue;
    const auto size = static_cast<double>(cut);
    const double apart = head / size - (sum - head) / (n - size);
    const double between = size * (n - size) * apart * apart;
    if (between <= largest) continue;
    largest = between;
    best = cut;
  }
  return best;
}

std::pair<double, double> range_of(std::span<const Bucket> buckets) {
  std::vector<double> paces;
  for (const Bucket& bucket : buckets) paces.push_back(bucket.pace);
  std::ranges::sort(paces);
  const auto at = [&](double share) {
    return paces[static_cast<std::size_t>(std::lround(share * static_cast<double>(paces.size() - 1)))];
  };
  return {at(0.1), at(0.9)};
}

bool apart(std::span<const Bucket> before, std::span<const Bucket> after) {
  constexpr double clear = 1.15;
  const auto [low, high] = range_of(before);
  const auto [now_low, now_high] = range_of(after);
  return now_high * clear < low || now_low > high * clear;
}
}  // namespace

LocalTime steady_since(const MarkLine& line, LocalTime until) {
  const std::vector<Bucket> all = buckets_of(line, until);
  std::span<const Bucket> rest(all);
  LocalTime since = line.front().at;
  while (rest.size() >= 2 * fewest) {
    const std::size_t cut = best_cut(rest);
    if (cut == 0 || !apart(rest.first(cut), rest.subspan(cut))) break;
    rest = rest.subspan(cut);
    since = rest.front().from;
  }
  return since;
}

}  // namespace tidemark
