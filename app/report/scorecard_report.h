// SPDX-License-Identifier: GPL-3.0-or-later
// Scorecard report: a card over a scope to paste (Markdown) or to keep (HTML, one file without scripts and without
// anything from outside). First the weakest row and the distribution, then each row with why it is rated so, what would
// raise it and its evidence by hash; what people said of a score is marked. Names and texts of others stay text.
// Pure functions; any thread. Times are UTC.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/review/document.h"

namespace tidemark {

struct ScorecardReport {
  const Review& review;
  const Card& card;
  ReviewLens lens = ReviewLens::score;
  std::vector<SeenCondition> seen;
  FindingText text;
  std::string version;
};

std::string scorecard_markdown(const ScorecardReport& report);
std::string scorecard_html(const ScorecardReport& report);

}  // namespace tidemark
