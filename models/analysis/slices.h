// SPDX-License-Identifier: GPL-3.0-or-later
// Slices: the minutes of a window judged against a target, and what they say of the budget. Room-internal.
// Source: time slices of service level objectives; definitions in freshness.h. Thread rule: none, pure functions.
#pragma once

#include <vector>

#include "models/analysis/age_series.h"
#include "models/analysis/slice_book.h"

namespace tidemark {

// One for each whole minute in [from, at]; the last may end one interval after `at`, when its last poll is in.
SliceRun slices_of(const std::vector<AgeSeries>& partitions, Millis target, LocalTime from, LocalTime at);

// Bad slices' share of the known ones over what the objective (percent) allows, in the last `window`; `no-history`
// where fewer than nine in ten of its minutes are known.
Known<double> burn_rate(const std::vector<Slice>& slices, double objective, Millis window);
// The same over all slices, however many are known.
Known<double> budget_used(const std::vector<Slice>& slices, double objective);

// The first poll of the run of polls up to the newest in which a partition is older than `target` by more than its
// error. not-applicable: the newest is not; no-history: the run begins where the history does.
Known<LocalTime> late_since(const std::vector<AgeSeries>& partitions, Millis target);

}  // namespace tidemark
