// SPDX-License-Identifier: GPL-3.0-or-later
// Until when a step may take, and who may end it earlier. Any thread.
#pragma once

#include <algorithm>
#include <chrono>
#include <stop_token>

#include "models/domain/time.h"

namespace tidemark::reach {

class Patience final {
 public:
  Patience(Millis limit, std::stop_token stop)
      : until_(std::chrono::steady_clock::now() + limit), stop_(std::move(stop)) {}
  bool stopped() const { return stop_.stop_requested(); }
  bool spent() const { return std::chrono::steady_clock::now() >= until_ || stopped(); }
  // How long to wait at once: a stop is seen soon.
  int slice_ms() const {
    constexpr Millis slice{100};
    const auto left = std::chrono::duration_cast<Millis>(until_ - std::chrono::steady_clock::now());
    return static_cast<int>(std::clamp(left, Millis(0), slice).count());
  }

 private:
  std::chrono::steady_clock::time_point until_;
  std::stop_token stop_;
};

}  // namespace tidemark::reach
