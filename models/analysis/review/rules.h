// SPDX-License-Identifier: GPL-3.0-or-later
// Review rules: how a row of a card is judged, by name. A rule sees the valid evidence of its row and says what came
// out, and which of the facts of a good test are there; what is not known is never a pass. Room-internal.
// Thread rule: none, pure functions.
#pragma once

#include "models/analysis/review/row_evidence.h"

namespace tidemark {

struct Judged {
  Outcome outcome = Outcome::unknown;
  bool threshold = false;  // there is one to be judged by
  bool metric = false;     // something was measured
  bool exercised = false;  // what the row is about has happened, or was rehearsed
  std::vector<ReviewReason> reasons;

  void say(std::string code, std::string object = {}, std::map<std::string, std::string> params = {}) {
    reasons.push_back({std::move(code), std::move(object), std::move(params)});
  }
  // Not better than this.
  void cap(Outcome most) { outcome = std::min(outcome, most); }
};

using ReviewRule = Judged (*)(const RowEvidence&);
// Null: there is none of that name.
ReviewRule review_rule(std::string_view name);

namespace review_rules {
Judged freshness(const RowEvidence& row);
Judged replay(const RowEvidence& row);
Judged alignment(const RowEvidence& row);
Judged correctness(const RowEvidence& row);
Judged recovery(const RowEvidence& row);
Judged storage(const RowEvidence& row);
Judged governance(const RowEvidence& row);
Judged lineage(const RowEvidence& row);
Judged observability(const RowEvidence& row);
Judged migration(const RowEvidence& row);
Judged compatibility(const RowEvidence& row);
Judged cost(const RowEvidence& row);
Judged said(const RowEvidence& row);

// A verdict of a drill, or that it has no record, with its words.
Outcome drill(const RowEvidence& row, std::string_view slot, Judged& judged);
// False, said, where what people have to show for a slot is not there.
bool is_shown(const RowEvidence& row, std::string_view slot, Judged& judged);
// Not better than what was seen of the window allows: in part below `coverage`, unknown below `coverage_least`.
Outcome most_by_coverage(const RowEvidence& row, Judged& judged);
// "97.5", "0.5".
std::string percent(double share);
// "90 s", "15 min", "36 h", "7 d": a whole number of the largest unit that has at least two of them.
std::string time_words(std::int64_t ms);
}  // namespace review_rules

}  // namespace tidemark
