// SPDX-License-Identifier: GPL-3.0-or-later
// Backoff: how long to wait before the next try: twice as long each time up to a bound, and never shorter than asked
// for. No clock of its own. Thread rule: one thread.
#pragma once

#include <algorithm>
#include <optional>

#include "models/domain/time.h"

namespace tidemark::remote {

class Backoff final {
 public:
  Backoff(Millis first, Millis longest) : first_(first), longest_(longest), next_(first) {}
  Millis next(std::optional<Millis> asked = {}) {
    const Millis pause = next_;
    next_ = std::min(longest_, 2 * next_);
    return std::max(pause, asked.value_or(Millis(0)));
  }
  void reset() { next_ = first_; }

 private:
  Millis first_, longest_, next_;
};

}  // namespace tidemark::remote
