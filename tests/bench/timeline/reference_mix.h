// SPDX-License-Identifier: GPL-3.0-or-later
// ReferenceMix: the end and committed offsets by which densities are compared: 40 % of the partitions idle, 14 % a
// trickle, 32 % steady, 2 % heavy, 12 % in bursts, Poisson noise around a daily wave; groups that keep up, lag, stand
// still and catch up, commit in batches or start over. Topics of 20 partitions share class and scale. Seeded, so every
// run sees the same; one poll is 10 s. It adds up what no code can go below: -log2 of the chance of each step of an
// end, its true rate given. One thread.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace tidemark::bench {

class ReferenceMix final {
 public:
  enum Class { idle, trickle, steady, heavy, bursty, class_count };
  static constexpr std::array<const char*, class_count> class_names{"idle", "trickle", "steady", "heavy", "bursty"};

  ReferenceMix(std::size_t partitions, std::uint64_t seed) : random_(seed), all_(partitions) {
    for (std::size_t p = 0; p < partitions; ++p) {
      Partition& one = all_[p];
      const std::size_t topic = p / 20, place = topic * 37 % 100;
      one.kind = place < 40 ? idle : place < 54 ? trickle : place < 86 ? steady : place < 88 ? heavy : bursty;
      one.scale = 1 + static_cast<double>(topic % 7);
      one.reader = static_cast<int>((topic * 7 + p % 20) % 20);
      one.phase = static_cast<int>(random_() % 30);
      one.high = one.read = static_cast<std::int64_t>(100'000 + random_() % 100'000'000);
      one.committed = one.high;
      high_.push_back(one.high);
      committed_.push_back(one.committed);
    }
  }
  const std::vector<std::int64_t>& high() const { return high_; }
  const std::vector<std::int64_t>& committed() const { return committed_; }
  Class class_of(std::size_t partition) const { return all_[partition].kind; }
  double floor_bits() const { return floor_bits_; }

  void advance() {
    const double wave = 1 + 0.5 * std::sin(static_cast<double>(poll_) * 2 * 3.14159265358979 / 8640);
    for (std::size_t p = 0; p < all_.size(); ++p) {
      produce(all_[p], wave);
      consume(all_[p]);
      high_[p] = all_[p].high;
      committed_[p] = all_[p].committed;
    }
    ++poll_;
  }

 private:
  struct Partition {
    Class kind = idle;
    double scale = 1, noise = 0;
    int reader = 0, phase = 0, burst = 0, stalled = 0, rewound = 0;
    std::int64_t high = 0, read = 0, committed = 0, step = 0;
  };

  void produce(Partition& p, double wave) {
    double mean = 0;
    switch (p.kind) {
      case idle:
      case class_count:
        mean = random_() % 2000 == 0 ? 1 : 0;
        break;
      case trickle:
        mean = p.scale * wave;
        break;
      case steady:
        mean = 300 * p.scale * wave;
        break;
      case heavy:
        p.noise = 0.9 * p.noise + 0.02 * normal_(random_);
        mean = 20'000 * wave * std::exp(p.noise);
        break;
      case bursty:
        if (p.burst > 0)
          --p.burst;
        else if (random_() % 360 == 0)
          p.burst = 12 + static_cast<int>(random_() % 50);
        mean = p.burst > 0 ? 500 * p.scale * wave : 0;
        break;
    }
    p.step = mean > 0 ? poisson(mean) : 0;
    if (mean > 0) {
      const auto k = static_cast<double>(p.step);
      floor_bits_ -= (k * std::log(mean) - mean - std::lgamma(k + 1)) / std::log(2.0);
    }
    p.high += p.step;
  }

  // 11 of 20 readers keep up, 3 are slow, 2 stand still now and then, 3 commit every 30 polls, 1 starts over at times.
  void consume(Partition& p) {
    const std::int64_t waiting = p.high - p.read;
    if (p.reader < 11 || p.reader == 19) {
      p.read = p.high;
      if (p.reader == 19 && random_() % 4000 == 0) p.read = std::max<std::int64_t>(0, p.read - 1'000'000);
      // A commit each 5 s, at any time between two polls: what came since is not in it.
      const double since = 0.5 * static_cast<double>(random_() % 1000) / 1000;
      p.committed = p.read - thinned(p.step, since);
      return;
    }
    if (p.reader < 14) {
      p.read += std::min(waiting, static_cast<std::int64_t>(0.97 * static_cast<double>(p.step)) + 1);
    } else if (p.reader < 16) {
      if (p.stalled > 0)
        --p.stalled;
      else if (random_() % 8640 == 0)
        p.stalled = 360 + static_cast<int>(random_() % 1800);
      if (p.stalled == 0) p.read += std::min(waiting, 3 * p.step + 100);
    } else if ((poll_ + p.phase) % 30 == 0) {
      p.read = p.high;
    }
    p.committed = p.read;
  }

  std::int64_t thinned(std::int64_t step, double share) {
    if (step == 0) return 0;
    if (step < 50) return std::binomial_distribution<std::int64_t>(step, share)(random_);
    const double mean = static_cast<double>(step) * share;
    return std::clamp<std::int64_t>(std::llround(mean + std::sqrt(mean * (1 - share)) * normal_(random_)), 0, step);
  }

  // Normal above 1000, where nobody sees the difference and it is faster.
  std::int64_t poisson(double mean) {
    if (mean < 1000) return std::poisson_distribution<std::int64_t>(mean)(random_);
    return std::max<std::int64_t>(0, std::llround(mean + std::sqrt(mean) * normal_(random_)));
  }

  std::mt19937_64 random_;
  std::normal_distribution<double> normal_;
  std::vector<Partition> all_;
  std::vector<std::int64_t> high_, committed_;
  std::int64_t poll_ = 0;
  double floor_bits_ = 0;
};

}  // namespace tidemark::bench
