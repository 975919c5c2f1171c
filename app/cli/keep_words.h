// SPDX-License-Identifier: GPL-3.0-or-later
// What people write of what a timeline keeps: durations and sizes, and back. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/timeline/keep.h"

namespace tidemark::cli {

// Empty: not changed.
struct KeepWords {
  std::string age;
  std::string five_minutes;
  std::string size;
};

// "500MB", "2GB", "1.5GB", or bytes.
std::optional<std::int64_t> parse_size(std::string_view text);
// As parse_size() and parse_duration() read it, in the largest unit that says it without a fraction.
std::string size_text(std::int64_t bytes);
std::string duration_text(Millis time);
// Errors: `usage`, of the option that is none.
Result<KeepChange> keep_change(const KeepWords& words);

}  // namespace tidemark::cli
