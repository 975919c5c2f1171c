// SPDX-License-Identifier: GPL-3.0-or-later
// Verdict on a group in a partition, from the last 10 polls of its lane that have data. Room-internal.
// Source of the rules: the command line's contract, after Burrow's evaluator; idle topics are judged from their last
// produced record on, as far back as the snapshot goes.
// Thread rule: none, pure function.
#pragma once

#include <span>

#include "models/analysis/marks.h"

namespace tidemark {

inline constexpr std::size_t verdict_polls = 10;

// `polls` ascending; `owned`: whether a live member owns the partition. Fewer than 3 polls: `no-history`.
Known<Verdict> verdict_of(std::span<const MarkPoll> polls, const Known<bool>& owned);

}  // namespace tidemark
