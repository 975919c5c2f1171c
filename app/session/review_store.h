// SPDX-License-Identifier: GPL-3.0-or-later
// The reviews of a timeline: what its logbook has of them, and how evidence, waivers, scores and frozen reviews are
// added. What is said is made fit to be stored. A frozen review is held against the evidence that it cites whenever it
// is read. Bundles bring none along: what they replace would no longer be what was cited.
// Any thread; files are opened and closed by each call; may wait 5 s for another writer.
// Errors: those of the logbook; `usage` for what may not be said.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/review/review.h"
#include "models/logbook/entry.h"

namespace tidemark {

struct ReviewStore {
  ReviewBasis basis;
  std::vector<Review> reviews;  // by the time they were frozen
};

Result<ReviewStore> read_reviews(const std::string& timeline);
// The newest of that name: `no_data` where there is none. `hash`: it must be the one that was told; empty: any.
Result<Review> review_named(const ReviewStore& store, const std::string& name, const std::string& hash = {});

// One row each, all of them or none.
Result<std::vector<LogEntry>> write_evidence(const std::string& timeline, std::vector<ReviewEvidence> evidence,
                                             const std::string& author);
Result<LogEntry> write_waiver(const std::string& timeline, Waiver waiver);
// `derived`: what the evidence says: more than that needs a name and a reason.
Result<LogEntry> write_score(const std::string& timeline, SaidScore score, std::int64_t derived);
Result<LogEntry> freeze_review(const std::string& timeline, Review review, const std::string& author);

}  // namespace tidemark
