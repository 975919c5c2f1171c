// SPDX-License-Identifier: GPL-3.0-or-later
// WorstFacts: of a measurement of more objects than a row of a logbook holds, those that speak worst for its row of the
// card, by kind ("path"), and the one that speaks best: what is left out is neither worse than the worst nor better
// than the best, so that the row is judged the same. Thread rule: none, pure functions.
#pragma once

#include "models/analysis/review/facts.h"

namespace tidemark {

struct WorstFacts {
  Facts kept;
  std::map<std::string, Facts> left_out;  // by kind
};
// At most `most` objects of a kind.
WorstFacts worst_facts(const CardRow& row, const ReviewEvidence& measured, std::size_t most);
// What stands for them beside those that were kept: how many objects there are, and the hash of what they say.
Facts left_out_facts(const std::string& kind, std::int64_t objects, const std::string& sha256);
std::size_t objects_in(const Facts& facts);
// One line each, for a hash.
std::string text_of(const Facts& facts);

}  // namespace tidemark
