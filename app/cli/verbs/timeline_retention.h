// SPDX-License-Identifier: GPL-3.0-or-later
// `timeline retention`: what a timeline keeps, and how that is changed. What a change would delete is said first.
// Main thread only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/cli/options.h"

namespace tidemark::cli {

struct RetentionWanted {
  std::string age;
  std::string five_minutes;
  std::string size;
  bool dry_run = false;
  bool yes = false;
};

// "500MB", "2GB", "1.5GB", or bytes.
std::optional<std::int64_t> parse_size(std::string_view text);
Result<int> timeline_retention(Streams& streams, const Options& options, const std::string& path,
                               const RetentionWanted& wanted);

}  // namespace tidemark::cli
