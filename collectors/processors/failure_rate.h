// SPDX-License-Identifier: GPL-3.0-or-later
// FailureRate: how many checkpoints fail in a second, from two counters. Until another checkpoint has ended the rate
// stays what it was: between two that fail nothing has become better. A count that fell began anew: `no-history`.
// Thread rule: one thread at a time. Times are ms of the monotonic clock.
#pragma once

#include <cstdint>
#include <optional>

#include "models/domain/known.h"
#include "models/domain/time.h"

namespace tidemark {

class FailureRate final {
 public:
  Known<double> next(std::int64_t completed, std::int64_t failed, MonoTime now) {
    constexpr double second = 1000;
    const bool anew = last_ && (completed < last_->completed || failed < last_->failed);
    if (!last_ || anew) {
      rate_ = Reason::no_history;
    } else {
      const double took = static_cast<double>((now - last_->at).count()) / second;
      if ((completed == last_->completed && failed == last_->failed) || took <= 0) return rate_;
      rate_ = static_cast<double>(failed - last_->failed) / took;
    }
    last_ = Counts{completed, failed, now};
    return rate_;
  }

 private:
  struct Counts {
    std::int64_t completed = 0;
    std::int64_t failed = 0;
    MonoTime at;
  };
  std::optional<Counts> last_;
  Known<double> rate_ = Reason::no_history;
};

}  // namespace tidemark
