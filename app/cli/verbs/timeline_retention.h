// SPDX-License-Identifier: GPL-3.0-or-later
// `timeline retention`: what a timeline keeps, and how that is changed. What a change would delete is said first.
// Main thread only.
#pragma once

#include <string>

#include "app/cli/keep_words.h"
#include "app/cli/options.h"

namespace tidemark::cli {

struct RetentionWanted {
  KeepWords keep;
  bool dry_run = false;
  bool yes = false;
};

Result<int> timeline_retention(Streams& streams, const Options& options, const std::string& path,
                               const RetentionWanted& wanted);

}  // namespace tidemark::cli
