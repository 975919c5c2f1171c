// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what the rows of a card are judged by, over a timeline: one piece of evidence for each row, to be stored.
// Budgets and commits are those of the last 7 days, coverage and replays those of the last day; what the history does
// not reach back to is unknown. Any thread; may read for some seconds. Errors: those of the reader and of the logbook.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/lag.h"
#include "models/domain/connection.h"
#include "models/domain/profile.h"
#include "models/domain/review.h"
#include "models/domain/snapshot.h"

namespace tidemark {

struct ReviewMeasuring {
  SnapshotSource& timeline;
  std::string file;  // the timeline's: declared replays stand beside it
  LocalTime at;
  Filter filter;
  Profile profile;                // what is promised
  const Profile* told = nullptr;  // with clusters, where one was given
  std::string tool;
  std::string query;                        // the command that measures again
  std::vector<CheckedEndpoint> asked = {};  // what was asked of endpoints, where somebody did
};

Result<std::vector<ReviewEvidence>> measure_review(const ReviewMeasuring& wanted, const Card& card);

}  // namespace tidemark
