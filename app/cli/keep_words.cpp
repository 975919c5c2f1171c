// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/keep_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "app/cli/question.h"

namespace tidemark::cli {
namespace {
constexpr std::int64_t least_bytes = 10'000'000;

template <std::size_t N>
std::string in_largest(std::int64_t value, const std::array<std::pair<std::string_view, std::int64_t>, N>& units) {
  const auto unit = std::ranges::find_if(units, [&](const auto& one) { return value % one.second == 0; });
  return std::to_string(value / unit->second) + std::string(unit->first);
}
}  // namespace

std::optional<std::int64_t> parse_size(std::string_view text) {
  struct Unit {
    std::string_view name;
    double bytes;
  };
  constexpr std::array<Unit, 6> units{{{"", 1}, {"B", 1}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12}}};
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || number < 0) return std::nullopt;
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  const auto* const unit = std::ranges::find(units, rest, &Unit::name);
  constexpr double most = 9e18;
  if (unit == units.end() || number * unit->bytes > most) return std::nullopt;
  return static_cast<std::int64_t>(number * unit->bytes);
}

std::string size_text(std::int64_t bytes) {
  using Unit = std::pair<std::string_view, std::int64_t>;
  return in_largest(bytes,
                    std::array{Unit{"GB", 1'000'000'000}, Unit{"MB", 1'000'000}, Unit{"KB", 1'000}, Unit{"B", 1}});
}

std::string duration_text(Millis time) {
  using Unit = std::pair<std::string_view, std::int64_t>;
  return in_largest(time.count(), std::array{Unit{"d", 86'400'000}, Unit{"h", 3'600'000}, Unit{"m", 60'000},
                                             Unit{"s", 1'000}, Unit{"ms", 1}});
}

Result<KeepChange> keep_change(const KeepWords& words) {
  KeepChange change;
  TM_TRY(change.raw, duration_of(words.age, "--age"));
  TM_TRY(change.five_minutes, duration_of(words.five_minutes, "--five-minutes"));
  if (words.size.empty()) return change;
  change.max_bytes = parse_size(words.size);
  if (!change.max_bytes || *change.max_bytes < least_bytes)
    return fail(ErrorCode::usage, "not a size of at least 10 MB: " + words.size, "--size",
                "write it as 500MB, 2GB or in bytes");
  return change;
}

}  // namespace tidemark::cli
