// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/clock.h"

#include <algorithm>
#include <condition_variable>
#include <ctime>
#include <fstream>
#include <mutex>

namespace tidemark {
namespace {
Millis read(clockid_t id) {
  timespec t{};
  clock_gettime(id, &t);
  return Millis(static_cast<std::int64_t>(t.tv_sec) * 1000 + t.tv_nsec / 1'000'000);
}
}  // namespace

LocalTime SystemClock::now() const { return LocalTime(read(CLOCK_REALTIME)); }
MonoTime SystemClock::mono() const { return MonoTime(read(CLOCK_BOOTTIME)); }

std::string SystemClock::boot() const {
  static const std::string id = [] {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string text;
    std::getline(file, text);
    return text;
  }();
  return id;
}

bool SystemClock::wait(std::stop_token stop, Millis time) const {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  wake.wait_for(lock, stop, std::max(time, Millis(0)), [] { return false; });
  return !stop.stop_requested();
}

}  // namespace tidemark
