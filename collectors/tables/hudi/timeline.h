// SPDX-License-Identifier: GPL-3.0-or-later
// Timeline: what the names of a Hudi table's timeline and its properties say. An instant is called by the time at which
// it was asked for; layout 1 (tables up to version 6) has "<time>.<action>" in .hoodie, layout 2 (from version 8 on)
// "<time>_<completed>.<action>" in .hoodie/timeline. Only what is completed is in the table. Names are foreign.
// Source: apache/hudi, TimelineLayout, InstantFileNameGeneratorV1 and V2, HoodieTableConfig.
// Pure functions; any thread. Times of names are the writer's, in its own zone unless the table says UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/time.h"

namespace tidemark::hudi {

// "20260101000000", with three digits more for ms.
bool is_instant(std::string_view text);

struct Instant {
  std::string time;
  std::string completed;  // empty: the name does not tell
  std::string action;
  std::string file;

  // By what it comes after others.
  const std::string& order() const { return completed.empty() ? time : completed; }
};

struct Timeline {
  std::vector<Instant> writes;    // commit, deltacommit, replacecommit; oldest first
  std::vector<Instant> restores;  // oldest first
  std::vector<Instant> cleans;    // oldest first: files that no version needs were removed
};
Timeline sort_names(const std::vector<std::string>& names);

// hoodie.properties.
struct Properties {
  std::string folder = ".hoodie";            // of the timeline
  std::string archive = ".hoodie/archived";  // of what was archived
  bool utc = false;                          // names are UTC
};
Properties parse_properties(std::string_view text);

// When an instant was completed: as a name in UTC says, else when its file was changed, unless that cannot be because
// the file was copied: a local time is off by a multiple of 15 min. Where only the time of the request is in the name,
// a copy of the same day is not told apart.
std::optional<LakeTime> completed_at(const Instant& instant, bool utc, const std::optional<LakeTime>& modified);

}  // namespace tidemark::hudi
