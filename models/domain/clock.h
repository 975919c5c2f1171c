// SPDX-License-Identifier: GPL-3.0-or-later
// Clock: the only way the project reads time, so that tests own it. wait() sleeps in slices of at most 250 ms and
// returns false when it was asked to stop. SystemClock is safe from any thread.
#pragma once

#include <stop_token>
#include <string>

#include "models/domain/time.h"

namespace tidemark {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual LocalTime now() const = 0;
  virtual MonoTime mono() const = 0;
  // Changes with every boot of the machine: monotonic times compare only within one boot.
  virtual std::string boot() const = 0;
  virtual bool wait(std::stop_token stop, Millis time) const = 0;
};

class SystemClock final : public Clock {
 public:
  LocalTime now() const override;
  MonoTime mono() const override;  // CLOCK_BOOTTIME: counts through suspend
  std::string boot() const override;
  bool wait(std::stop_token stop, Millis time) const override;
};

}  // namespace tidemark
