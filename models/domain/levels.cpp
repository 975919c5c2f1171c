// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/levels.h"

#include <algorithm>
#include <array>

namespace tidemark {
namespace {
constexpr Millis five_minutes{300'000};
constexpr Millis hour{3'600'000};
constexpr std::int64_t most_samples = 24LL * 360 * 1000;  // 24 h of 1,000 series at 10 s
constexpr std::int64_t most_buckets = most_samples / 2;
constexpr int most_columns_of_a_bucket = 10;  // of a level that is taken only because there are many rows
constexpr int bearable_times = 4;             // as much is read where that level would show next to nothing

// From what says least to what says most; a lane that did not ask leaves the word to others.
constexpr std::array<Reason, reason_count> by_weight{
    Reason::none,       Reason::never_polled,  Reason::not_probed,    Reason::not_applicable, Reason::no_commit,
    Reason::no_history, Reason::expired,       Reason::deleted,       Reason::not_supported,  Reason::ambiguous,
    Reason::leaderless, Reason::no_permission, Reason::collector_off, Reason::unreachable};

std::size_t weight(Reason reason) {
  return static_cast<std::size_t>(std::ranges::find(by_weight, reason) - by_weight.begin());
}
}  // namespace

Millis width(Grain level) {
  if (level == Grain::raw) return Millis(0);
  return level == Grain::hour ? hour : five_minutes;
}

Grain choose_level(LocalTime from, LocalTime to, int columns, std::size_t rows, std::span<const LevelReach> there,
                   Millis interval) {
  const Millis span = std::max(to - from, Millis(1));
  const auto many = static_cast<std::int64_t>(std::max<std::size_t>(rows, 1));
  const auto values = [&](Grain level) {
    return span / (level == Grain::raw ? std::max(interval, Millis(1)) : width(level));
  };
  const auto fits = [&](Grain level, std::int64_t times) {
    return values(level) <= times * (level == Grain::raw ? most_samples : most_buckets) / many;
  };
  const LevelReach* chosen = nullptr;
  for (const LevelReach& reach : there) {
    const bool fills = reach.level == Grain::raw || values(reach.level) >= columns;
    const bool shows_something = values(reach.level) * most_columns_of_a_bucket >= columns;
    const bool too_many = chosen && !fits(chosen->level, shows_something ? 1 : bearable_times);
    const bool too_young = chosen && chosen->oldest > from && reach.oldest < chosen->oldest;
    if (!chosen || fills || too_many || too_young) chosen = &reach;
  }
  return chosen ? chosen->level : Grain::raw;
}

std::vector<LagSumBucket> sum_of_lags(std::span<const LevelColumn* const> lags) {
  std::vector<LagSumBucket> sums(lags.empty() ? 0 : lags.front()->buckets.size());
  for (const LevelColumn* column : lags) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const Bucket& bucket = column->buckets[i];
      LagSumBucket& sum = sums[i];
      ++sum.all;
      if (bucket.known == 0) {
        sum.reason = worse_reason(sum.reason, bucket.reason);
        continue;
      }
      sum.highest = sum.known == 0 ? bucket.high : std::max(sum.highest, bucket.high);
      sum.last += bucket.last;
      ++sum.known;
    }
  }
  return sums;
}

Reason worse_reason(Reason a, Reason b) { return weight(a) < weight(b) ? b : a; }

Known<std::int64_t> lag_between(const Known<std::int64_t>& committed, const Known<std::int64_t>& high) {
  if (!committed) return committed.reason();
  if (!high) return high.reason();
  if (*committed > *high) return Reason::ambiguous;
  return *high - *committed;
}

bool is_mark(const Signal& signal) {
  return signal == signal::high || signal == signal::stable || signal == signal::floor || signal::group_of(signal) ||
         signal::group_of(signal, "table");
}

}  // namespace tidemark
