// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/time.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

namespace tidemark {
namespace {
constexpr std::int64_t day_ms = 86'400'000;

// Reads exactly `digits` digits at the front of `text` and drops them.
std::optional<int> digits(std::string_view& text, std::size_t count) {
  int value = 0;
  if (text.size() < count) return std::nullopt;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// Milliseconds of ".123456"; digits beyond the third are dropped.
std::optional<int> fraction(std::string_view& text) {
  int value = 0;
  int scale = 100;
  bool any = false;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    value += (text.front() - '0') * scale;
    scale /= 10;
    any = true;
    text.remove_prefix(1);
  }
  return any ? std::optional(value) : std::nullopt;
}

// Minutes east of UTC of "Z", "+02:00".
std::optional<int> zone(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return 0;
  const int sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
  if (sign == 0) return std::nullopt;
  const auto hours = digits(text, 2);
  if (!hours || !take(text, ':')) return std::nullopt;
  const auto minutes = digits(text, 2);
  if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return sign * (*hours * 60 + *minutes);
}

std::optional<std::int64_t> date(std::string_view& text) {
  const auto year = digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = digits(text, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return std::nullopt;
  return std::chrono::sys_days(ymd).time_since_epoch().count() * day_ms;
}

std::optional<std::int64_t> time_of_day(std::string_view& text) {
  const auto hour = digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = digits(text, 2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
  std::int64_t value = (*hour * 60LL + *minute) * 60'000;
  if (!take(text, ':')) return value;
  const auto second = digits(text, 2);
  if (!second || *second > 59) return std::nullopt;
  value += *second * 1000LL;
  if (!take(text, '.')) return value;
  const auto part = fraction(text);
  if (!part) return std::nullopt;
  return value + *part;
}
}  // namespace

std::string rfc3339(LocalTime time) {
  const auto days = std::chrono::floor<std::chrono::days>(time.time_since_epoch());
  const std::chrono::year_month_day ymd{std::chrono::sys_days(days)};
  const std::int64_t rest = (time.time_since_epoch() - Millis(days)).count();
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(ymd.year()),
                                   unsigned(ymd.month()), unsigned(ymd.day()), int(rest / 3'600'000),
                                   int(rest / 60'000 % 60), int(rest / 1000 % 60), int(rest % 1000));
  return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<LocalTime> parse_rfc3339(std::string_view text) {
  const auto day = date(text);
  if (!day || !(take(text, 'T') || take(text, 't') || take(text, ' '))) return std::nullopt;
  const auto in_day = time_of_day(text);
  if (!in_day) return std::nullopt;
  const auto east = zone(text);
  if (!east || !text.empty()) return std::nullopt;
  return local_time(*day + *in_day - *east * 60'000LL);
}

std::optional<Millis> parse_duration(std::string_view text) {
  struct Unit {
    std::string_view name;
    std::int64_t ms;
  };
  static constexpr std::array units{Unit{"ms", 1}, Unit{"s", 1000}, Unit{"m", 60'000}, Unit{"h", 3'600'000},
                                    Unit{"d", day_ms}};
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value < 0) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  for (const Unit& u : units)
    if (u.name == unit && value <= std::numeric_limits<std::int64_t>::max() / 4 / u.ms) return Millis(value * u.ms);
  return std::nullopt;
}

std::optional<LocalTime> parse_time(std::string_view text, LocalTime now) {
  if (text == "now") return now;
  std::string_view back = text;
  if (back.starts_with("now-")) {
    back.remove_prefix(4);
  } else if (back.starts_with("-")) {
    back.remove_prefix(1);
  } else if (back.ends_with(" ago")) {
    back.remove_suffix(4);
  } else {
    return parse_rfc3339(text);
  }
  const auto distance = parse_duration(back);
  if (!distance) return std::nullopt;
  return now - *distance;
}

}  // namespace tidemark
