// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs of `scorecard` that read have in common: a card, the evidence of a scope, a frozen review. Main thread
// only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/options.h"
#include "app/session/card_file.h"
#include "app/session/review_scope.h"
#include "app/session/review_store.h"

namespace tidemark::cli {

struct ScorecardWanted {
  Options options;
  std::string card = "readiness";
  std::string lens = "score";
  std::string row, slot, title, text, name, role, result, reason, requester, approver, author;
  std::string time;  // --for
  std::string kind = "file";
  std::string add, beside, review, hash, file;
  std::vector<std::string> facts;
  std::optional<std::int64_t> score;
  bool take = false, list = false, overwrite = false, connect = false;
};

// `usage` where the card has none of that id; names the nearest.
Result<const CardRow*> card_row(const Card& card, const std::string& id);
// "waited_on=leadership": of the object that a rule looks for it under.
Result<Fact> fact_in(const std::string& text, const std::string& slot);

Result<int> show_review(Streams& streams, const ScorecardWanted& wanted);
Result<int> take_evidence(Streams& streams, const ScorecardWanted& wanted);
Result<int> list_evidence(Streams& streams, const ScorecardWanted& wanted);
Result<int> freeze(Streams& streams, const ScorecardWanted& wanted);
Result<int> diff_reviews(Streams& streams, const ScorecardWanted& wanted);
Result<int> export_review(Streams& streams, const ScorecardWanted& wanted);

}  // namespace tidemark::cli
