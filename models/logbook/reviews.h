// SPDX-License-Identifier: GPL-3.0-or-later
// What a logbook keeps of reviews: evidence, waivers, scores that people said, and reviews that were frozen, rows of
// kinds of their own. Each row carries the hash that others cite it by. A frozen review holds the evidence that it
// cites whole, and citations() holds it against the rows that are there.
// Pure functions; any thread. Errors: `damaged` for a body that is not what its kind says.
#pragma once

#include "models/domain/review.h"
#include "models/logbook/entry.h"

namespace tidemark {

inline constexpr const char* evidence_kind = "evidence";
inline constexpr const char* waiver_kind = "waiver";
inline constexpr const char* score_kind = "score";
inline constexpr const char* review_kind = "review";

std::string body_of(const ReviewEvidence& evidence);
std::string body_of(const Waiver& waiver);
std::string body_of(const SaidScore& score);
std::string body_of(const Review& review);

// By the time they were written.
Result<std::vector<ReviewEvidence>> evidence_in(const std::vector<LogEntry>& entries);
Result<std::vector<Waiver>> waivers_in(const std::vector<LogEntry>& entries);
Result<std::vector<SaidScore>> scores_in(const std::vector<LogEntry>& entries);
Result<std::vector<Review>> reviews_in(const std::vector<LogEntry>& entries);

// All evidence that a frozen review cites is there as it was: `damaged` with what differs and its title.
Result<> citations(const Review& review, const std::vector<ReviewEvidence>& evidence);

}  // namespace tidemark
