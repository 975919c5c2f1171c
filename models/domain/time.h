// SPDX-License-Identifier: GPL-3.0-or-later
// Times that carry their clock. A broker's timestamp, a lake's, ours and the monotonic one are different types, so
// subtracting across clocks does not compile; a measured Skew converts. All are milliseconds.
// Value types; no thread rule.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tidemark {

using Millis = std::chrono::duration<std::int64_t, std::milli>;

template <class Name>
struct TaggedClock {
  using rep = Millis::rep;
  using period = Millis::period;
  using duration = Millis;
  using time_point = std::chrono::time_point<TaggedClock>;
  static constexpr bool is_steady = false;
};
using BrokerClock = TaggedClock<struct BrokerClockTag>;        // record timestamps, ms since the epoch
using LakeClock = TaggedClock<struct LakeClockTag>;            // table commit times, ms since the epoch
using LocalClock = TaggedClock<struct LocalClockTag>;          // this machine's wall clock, ms since the epoch (UTC)
using MonotonicClock = TaggedClock<struct MonotonicClockTag>;  // ms since boot; comparable within one boot only

using BrokerTime = BrokerClock::time_point;
using LakeTime = LakeClock::time_point;
using LocalTime = LocalClock::time_point;
using MonoTime = MonotonicClock::time_point;

template <class Time>
std::int64_t ms(Time time) {
  return time.time_since_epoch().count();
}
inline LocalTime local_time(std::int64_t ms_since_epoch) { return LocalTime(Millis(ms_since_epoch)); }

// How far From's clock is ahead of To's, with the error of that measurement.
template <class From, class To>
struct Skew {
  Millis ahead{};
  Millis error{};
  typename To::time_point convert(typename From::time_point time) const {
    return typename To::time_point(time.time_since_epoch() - ahead);
  }
};

// "2026-01-01T00:00:00.000Z". Years 0000 to 9999.
std::string rfc3339(LocalTime time);
// RFC 3339 with Z or an offset, seconds and fraction optional ("2026-01-01T00:00Z"); nothing else.
std::optional<LocalTime> parse_rfc3339(std::string_view text);
// RFC 3339, "now", "now-24h", "-15m", "2h ago" relative to `now`.
std::optional<LocalTime> parse_time(std::string_view text, LocalTime now);
// "250ms" "10s" "5m" "2h" "7d"; not negative.
std::optional<Millis> parse_duration(std::string_view text);

}  // namespace tidemark
