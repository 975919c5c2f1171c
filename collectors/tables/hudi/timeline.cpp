// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/hudi/timeline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "collectors/tables/store.h"

namespace tidemark::hudi {
namespace {
constexpr std::array writing = std::to_array<std::string_view>({"commit", "deltacommit", "replacecommit"});
constexpr std::size_t seconds_digits = 14;  // "20260101000000"
constexpr std::size_t millis_digits = 17;
constexpr Millis zones = std::chrono::hours(15);         // a local time is so far from UTC at most
constexpr Millis longest_commit = std::chrono::days(2);  // from the request on
constexpr Millis zone_step = std::chrono::minutes(15);   // by which a local time differs from UTC
constexpr Millis soon = std::chrono::minutes(1);         // after a name of when it was completed, its file is written

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// "20260101000000123" as if it were UTC.
std::optional<Millis> read_time(std::string_view text) {
  if (!is_instant(text)) return std::nullopt;
  using namespace std::chrono;
  const year_month_day day(year(number(text.substr(0, 4))), month(static_cast<unsigned>(number(text.substr(4, 2)))),
                           std::chrono::day(static_cast<unsigned>(number(text.substr(6, 2)))));
  const int hour = number(text.substr(8, 2)), minute = number(text.substr(10, 2)), second = number(text.substr(12, 2));
  if (!day.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const int milli = text.size() == millis_digits ? number(text.substr(seconds_digits)) : 0;
  return duration_cast<Millis>(sys_days(day).time_since_epoch()) + hours(hour) + minutes(minute) + seconds(second) +
         Millis(milli);
}

std::optional<Instant> read_name(const std::string& name) {
  const auto dot = name.find('.');
  if (dot == std::string::npos) return std::nullopt;
  Instant out;
  out.action = name.substr(dot + 1);
  out.file = name;
  const std::string_view times = std::string_view(name).substr(0, dot);
  const std::string_view time = times.substr(0, times.find('_'));
  if (!is_instant(time)) return std::nullopt;
  out.time = time;
  if (time.size() == times.size()) return out;
  out.completed = times.substr(time.size() + 1);
  return is_instant(out.completed) ? std::optional(std::move(out)) : std::nullopt;
}

// Lines "key=value"; ':' and '\' may be escaped.
std::map<std::string, std::string, std::less<>> read_lines(std::string_view text) {
  std::map<std::string, std::string, std::less<>> out;
  constexpr std::size_t most_lines = 10'000;
  for (std::size_t count = 0; !text.empty() && count < most_lines; ++count) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto mark = line.find('=');
    if (line.starts_with('#') || mark == std::string_view::npos) continue;
    std::string value(line.substr(mark + 1));
    std::erase(value, '\\');
    out.insert_or_assign(std::string(line.substr(0, mark)), std::move(value));
  }
  return out;
}

bool within(const Millis& time, const Millis& from, const Millis& to) { return time >= from && time <= to; }
}  // namespace

bool is_instant(std::string_view text) {
  return (text.size() == seconds_digits || text.size() == millis_digits) &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

Timeline sort_names(const std::vector<std::string>& names) {
  Timeline out;
  for (const std::string& name : names) {
    auto instant = read_name(name);
    if (!instant) continue;
    if (std::ranges::find(writing, instant->action) != writing.end())
      out.writes.push_back(std::move(*instant));
    else if (instant->action == "restore")
      out.restores.push_back(std::move(*instant));
    else if (instant->action == "clean")
      out.cleans.push_back(std::move(*instant));
  }
  for (auto* list : {&out.writes, &out.restores, &out.cleans}) {
    std::ranges::sort(*list, [](const Instant& a, const Instant& b) {
      return std::tie(a.order(), a.time, a.file) < std::tie(b.order(), b.time, b.file);
    });
    std::set<std::string> known;
    std::erase_if(*list, [&](const Instant& instant) { return !known.insert(instant.time).second; });
  }
  return out;
}

Properties parse_properties(std::string_view text) {
  const auto lines = read_lines(text);
  const auto value = [&](std::string_view key, const char* otherwise) {
    const auto found = lines.find(key);
    const bool said = found != lines.end() && is_inside(found->second);
    return std::string(said ? found->second : otherwise);
  };
  Properties out;
  out.utc = value("hoodie.table.timeline.timezone", "LOCAL") == "UTC";
  const bool newer = value("hoodie.timeline.layout.version", "1") == "2";
  if (newer) {
    out.folder += '/' + value("hoodie.timeline.path", "timeline");
    out.archive = out.folder + '/' + value("hoodie.timeline.history.path", "history");
  } else {
    out.archive = out.folder + '/' + value("hoodie.archivelog.folder", "archived");
  }
  return out;
}

std::optional<LakeTime> completed_at(const Instant& instant, bool utc, const std::optional<LakeTime>& modified) {
  const bool told = !instant.completed.empty();
  const auto name = read_time(told ? instant.completed : instant.time);
  if (told && utc && name) return LakeTime(*name);
  if (!name || !modified) return std::nullopt;
  const Millis from = utc ? *name : *name - zones;
  const Millis to = *name + zones + (told ? Millis(0) : longest_commit);
  if (!within(modified->time_since_epoch(), from, to)) return std::nullopt;
  // Else the file is a copy.
  if (told && (modified->time_since_epoch() - *name + zones + soon) % zone_step > 2 * soon) return std::nullopt;
  return modified;
}

}  // namespace tidemark::hudi
