// SPDX-License-Identifier: GPL-3.0-or-later
// PathBudgets: how late each path is now, with burn rates over up to three days, for whoever judges again and again. A
// judgement reads the last hour; the minutes before it are read backwards, an hour at a time and for a quarter of a
// second a call, and kept as what they were judged. Until they are there, and after a pause of the judge until the gap
// is read, the long burn rates are unknown. Thread rule: that of the reader. Errors: those of the reader.
#pragma once

#include <optional>
#include <vector>

#include "models/analysis/freshness.h"
#include "models/timeline/reader.h"

namespace tidemark {

class PathBudgets final {
 public:
  // Nothing where the profile promises nothing. `at` is the newest poll, each time later than before.
  Result<std::vector<FreshnessRow>> judge(TimelineReader& reader, const Profile& profile, LocalTime at);
  bool complete() const { return complete_; }

 private:
  Result<> read_back(TimelineReader& reader, const Profile& profile, LocalTime at);
  void keep(const std::vector<FreshnessRow>& rows);

  SliceBook book_{std::chrono::days(3)};
  LocalTime read_from_;  // from here to read_to_ the book has all there is
  LocalTime read_to_;
  bool complete_ = false;
};

}  // namespace tidemark
