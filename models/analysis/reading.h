// SPDX-License-Identifier: GPL-3.0-or-later
// Readings: the samples of one series around a time, and what follows from several of them. Room-internal.
// Thread rule: none, pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

// As Snapshot::at, and `deleted` for as long as the snapshot remembers that the object is gone.
Known<Measured> read_at(const Snapshot& snapshot, const SeriesKey& key, LocalTime at);
Known<std::int64_t> value_of(const Known<Measured>& measured);
// When the newest sample at or before `at` was asked for, known or not.
Known<LocalTime> asked_at(const Snapshot& snapshot, const SeriesKey& key, LocalTime at);
// The column of a series in a lane, if that lane reads it.
const Column* column_in(const Snapshot& snapshot, const SeriesKey& key, std::size_t lane);
// Polls of a lane at or before `at`: [0, n).
std::size_t polls_until(const LaneInfo& lane, LocalTime at);

// Change per second over the last `window` before `at`, in the lane of the newest sample. A value that fell starts
// anew, and so does a clock that was set; `ambiguous` where there is only one sample after the fall.
Known<double> rate_before(const Snapshot& snapshot, const SeriesKey& key, LocalTime at,
                          Millis window = Millis(120'000));

// When a mark became larger than `offset`, for the last time before `at`: what the snapshot was asked to find, else
// what its columns show.
Known<Crossing> crossing_before(const Snapshot& snapshot, const SeriesKey& key, Offset offset, LocalTime at);
// Time between two polls of a lane: monotonic within one boot, else by the wall.
Millis between(const PollInfo& a, const PollInfo& b);
// Whether the wall clock was set between two polls of one boot.
bool clock_set(const PollInfo& a, const PollInfo& b);

}  // namespace tidemark
