// SPDX-License-Identifier: GPL-3.0-or-later
// The end-to-end age of a path with more than one hop at each poll of its end, within one snapshot: the walk of hops.h
// for the minutes that a budget is judged by. A poll's age is the most that it can be, its error what of that is not
// certain; where a hop is not seen the age is not known, and `at_least` is what the end itself is behind for certain.
// Room-internal. Thread rule: none, pure function. Units: ms.
#pragma once

#include "models/analysis/age_series.h"
#include "models/analysis/hops.h"

namespace tidemark {

// `end`: the partitions of the last hop, as the path is judged there. Polls with wall in [from, at].
AgeSeries hop_ages(const Snapshot& snapshot, const HopEnd& path, const std::vector<MarkKeys>& end,
                   const TopicTraits& traits, LocalTime from, LocalTime at);
// The same where only what is certain counts: a poll whose bounds lie on either side of the target is not known.
AgeSeries decided(AgeSeries series, Millis target);

}  // namespace tidemark
