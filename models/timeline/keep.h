// SPDX-License-Identifier: GPL-3.0-or-later
// What a timeline keeps: it stands in the file, is asked for and changed here, and is what the writer's retention goes
// by from its next pass on.
// Thread rule: none shared. Errors: `input` where there is no timeline, `damaged`, `storage` while another program
// writes to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "models/domain/result.h"
#include "models/timeline/writer.h"

namespace tidemark {

struct KeepChange {
  std::optional<Millis> raw;
  std::optional<Millis> five_minutes;
  std::optional<std::int64_t> max_bytes;
};

struct Kept {
  Retention retention;                      // as it was, or as it is after the change
  std::optional<LocalTime> newest;          // of all polls
  std::optional<std::int64_t> bytes_a_day;  // that a day of polls and its buckets take; none: less than an hour
  std::int64_t deletes_bytes = 0;           // of samples and buckets, at the next pass
  std::optional<LocalTime> deletes_before;  // samples older than this; none where none goes for its age
};

// What would be kept, and what that deletes; nothing is changed.
Result<Kept> what_it_keeps(const std::string& path, const KeepChange& change);
Result<> keep(const std::string& path, const KeepChange& change);

}  // namespace tidemark
