// SPDX-License-Identifier: GPL-3.0-or-later
// Predictors of the next step of a series: what they miss is kept in a segment. Integers only, and wrapping ones, so
// that a reader follows exactly. Value types; no thread rule.
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/timeline/bytes.h"

namespace tidemark {

inline constexpr std::uint8_t trend_predictor = 0;  // then: smoothed over 2^n steps, n = predictor - 1
inline constexpr std::uint8_t predictor_count = 6;

// A straight line through the medians of both halves: rates drift with the time of day.
class TrendPredictor final {
 public:
  TrendPredictor(std::int64_t first_half, std::int64_t second_half, std::size_t steps) {
    const auto half = static_cast<std::int64_t>(std::max<std::size_t>(1, steps / 2));
    const std::uint64_t rise = static_cast<std::uint64_t>(second_half) - static_cast<std::uint64_t>(first_half);
    slope_ = static_cast<std::uint64_t>(static_cast<std::int64_t>(rise << point) / half);
    at_ = (static_cast<std::uint64_t>(first_half) << point) - slope_ * static_cast<std::uint64_t>(half / 2);
  }
  std::int64_t next() const { return static_cast<std::int64_t>(at_) >> point; }
  void learn(std::int64_t) { at_ += slope_; }

 private:
  static constexpr int point = 16;
  std::uint64_t at_, slope_;
};

// An exponentially weighted mean; over 2^0 steps it is the step before.
class SmoothPredictor final {
 public:
  SmoothPredictor(std::int64_t start, unsigned power)
      : mean_(static_cast<std::uint64_t>(start) << point), power_(power) {}
  std::int64_t next() const { return static_cast<std::int64_t>(mean_) >> point; }
  void learn(std::int64_t step) {
    const std::uint64_t miss = (static_cast<std::uint64_t>(step) << point) - mean_;
    mean_ += static_cast<std::uint64_t>(static_cast<std::int64_t>(miss) >> power_);
  }

 private:
  static constexpr int point = 6;
  std::uint64_t mean_;
  unsigned power_;
};

}  // namespace tidemark
