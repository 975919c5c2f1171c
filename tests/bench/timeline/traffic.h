// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic: offsets of partitions as real topics move them: 40 % idle, 14 % a trickle, 32 % steady, 2 % heavy, 12 % in
// bursts; Poisson noise around a daily wave. Seeded, so every run sees the same. One thread.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace tidemark::bench {

class Traffic final {
 public:
  Traffic(std::size_t partitions, std::uint64_t seed) : random_(seed), high_(partitions), burst_(partitions) {
    for (std::int64_t& high : high_) high = static_cast<std::int64_t>(random_() % 100'000'000);
  }
  const std::vector<std::int64_t>& high() const { return high_; }

  // One poll of 10 s later.
  void advance() {
    const double wave = 1 + 0.5 * std::sin(static_cast<double>(poll_++) * 2 * 3.14159265 / 8640);
    // Topics of 20 partitions share class and scale.
    for (std::size_t p = 0; p < high_.size(); ++p) {
      const std::size_t kind = p / 20 * 37 % 100;
      if (kind < 40) continue;
      const double scale = 1 + static_cast<double>(p / 20 % 7);
      double mean = kind < 54 ? scale : kind < 86 ? 300 * scale : kind < 88 ? 20'000 : 0;
      if (kind >= 88) {
        if (burst_[p] > 0)
          --burst_[p];
        else if (random_() % 360 == 0)
          burst_[p] = 12 + static_cast<int>(random_() % 50);
        mean = burst_[p] > 0 ? 500 * scale : 0;
      }
      if (mean > 0) high_[p] += poisson(mean * wave);
    }
  }

 private:
  // Normal above 50, where nobody sees the difference and it is ten times faster.
  std::int64_t poisson(double mean) {
    if (mean < 50) return std::poisson_distribution<std::int64_t>(mean)(random_);
    return std::max<std::int64_t>(0, std::llround(mean + std::sqrt(mean) * normal_(random_)));
  }

  std::mt19937_64 random_;
  std::normal_distribution<double> normal_;
  std::vector<std::int64_t> high_;
  std::vector<int> burst_;
  std::int64_t poll_ = 0;
};

}  // namespace tidemark::bench
