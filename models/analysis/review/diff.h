// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewDiff: what is different between two reviews of a card, and why: because the system (its evidence) is, or the
// rules, the thresholds of the card, the tool, a waiver, a person's word; or because evidence has expired. Where both
// the evidence and the thresholds differ, the new evidence is judged by the old thresholds: only what differs then too
// is the system's. Nothing can be judged by rules of another version: there the cause is not known.
// Thread rule: none, pure functions.
#pragma once

#include <string>
#include <vector>

#include "models/domain/review.h"

namespace tidemark {

enum class ChangeCause : std::uint8_t { system, time, rule, threshold, tool, waiver, person };
std::string_view word(ChangeCause cause);

struct ReviewChange {
  std::string row;    // empty: of the review as a whole
  std::string field;  // outcome, validation, score, waiver, evidence:SLOT, threshold:NAME, card, rules, tool
  std::string before;
  std::string after;
  Known<ChangeCause> because = Reason::ambiguous;
};

std::vector<ReviewChange> review_diff(const Review& before, const Review& after);

}  // namespace tidemark
