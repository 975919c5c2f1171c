// SPDX-License-Identifier: GPL-3.0-or-later
// Comparison: where the records that wait are, in a window against its baseline: in which partitions the gap grew, and
// what these have in common: leader, member, host, topic, group, table. A gap of a partition is the median of its polls
// in a stretch: one slow poll explains nothing. Nothing here is a cause: "explain" is arithmetic.
// Thread rule: none, pure functions. Units: records; shares 0 to 1.
// Source of the idea: BubbleUp (selection against baseline over every dimension, the most different first).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/check.h"
#include "models/analysis/document.h"
#include "models/analysis/onset/change.h"
#include "models/domain/profile.h"

namespace tidemark {

enum class ComparedGap : std::uint8_t {
  unread,      // stable (or high) - group
  not_landed,  // group (or stable, where the writer has no group) - table
};

enum class Dimension : std::uint8_t { partition, leader, member, host, topic, group, table };
std::string_view word(Dimension dimension);

// What the partitions that have one value of a dimension share.
struct ComparedPart {
  Dimension dimension = Dimension::partition;
  std::string key;   // of what it is one: of its cluster, a member of its group
  std::string name;  // "2" of leader; what is not known is no part
  std::size_t partitions = 0;
  std::int64_t before = 0;  // records, in the baseline
  std::int64_t after = 0;   // in the window
  double share = 0;         // of what all partitions' gaps grew by
  double fair = 0;          // its share of the partitions
  double divergence() const { return share - fair; }
};

struct Comparison {
  ComparedGap gap = ComparedGap::unread;
  OnsetWindow window;
  std::size_t partitions = 0;    // compared: of each group (or table) in each partition …
  bool several_readers = false;  // … of which some have more than one
  std::size_t unknown = 0;       // not compared: no known gap in one of the two stretches
  std::int64_t before = 0;       // records, all that are compared
  std::int64_t after = 0;
  std::int64_t grown = 0;            // what the gaps that grew grew by
  std::size_t explaining = 0;        // the fewest partitions with at least 9 tenths of `grown`
  double explained = 0;              // their share
  std::vector<ComparedPart> common;  // the parts of other dimensions that hold all of these and not every partition
  std::vector<ComparedPart> parts;   // the most divergent first; of each dimension with two values or more
};

// Both gaps where there are partitions to compare; of each only what `filter` wants.
std::vector<Comparison> comparisons(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter = {},
                                    const Profile& profile = {});

// For the reader's language. O11: the sentence (variants: few, all, steady, of each gap); O12: what a part is
// (variants: the dimensions' words).
Finding comparison_finding(const Comparison& of, const FindingText& text);
Finding part_finding(const ComparedPart& part);
// For the list `compared` of a document.
CellRecord comparison_cells(const Comparison& of, const FindingText& text);

}  // namespace tidemark
