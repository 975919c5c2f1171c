// SPDX-License-Identifier: GPL-3.0-or-later
// PastWindow: the part of a past that a timeline does not have yet. Thread rule: none, pure function. Units: local ms.
#pragma once

#include <optional>
#include <string_view>

#include "models/domain/snapshot.h"

namespace tidemark {

struct PastWindow {
  LocalTime from;
  LocalTime to;
};

// What to ask a timeline for that this can be judged: polls without samples.
SnapshotRequest past_request(LocalTime from, LocalTime now);

// The part of [from, now) before the first poll of a source, as far as a rebuilt lane does not hold it already; nothing
// where that is too short to rebuild. A lane goes on in time only: what lies before its polls is not added.
std::optional<PastWindow> unseen_past(const Snapshot& timeline, const SourceSpec& collected, std::string_view lane,
                                      LocalTime from, LocalTime now);

}  // namespace tidemark
