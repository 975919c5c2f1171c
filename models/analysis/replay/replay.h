// SPDX-License-Identifier: GPL-3.0-or-later
// Replay: one row per replay that is declared or shows in the marks: how far it is, how fast, until when, whether
// retention is faster, what it does to live groups, and how well earlier forecasts of this kind held. Offsets of a row
// are sums over its partitions. Every forecast follows from samples that are kept, so earlier ones are made again.
// Thread rule: none, pure functions. Units: offsets, offsets per second, ms.
#pragma once

#include <set>

#include "models/analysis/lag.h"
#include "models/analysis/replay/impact.h"
#include "models/analysis/replay/progress.h"

namespace tidemark {

// Replays that are over, of the same group and topic or else all, asked at the share that this one has.
struct TrackRecord {
  std::int64_t replays = 0;
  Known<double> late = Reason::no_history;  // median of what was left in truth over what was forecast, less 1
  Known<double> held = Reason::no_history;  // share of bands that the end lay in
};

struct ReplayRow {
  FoundReplay replay;
  ReplayProgress progress;
  std::vector<LiveImpact> impact;
  TrackRecord record;
  Known<double> rate_needed = Reason::not_applicable;  // to be through by the time that was asked for
};

// First the groups' offsets alone, to see which topics are concerned.
SnapshotRequest replay_marks_request(LocalTime from, LocalTime at, const Filter& filter = {});
// Those of replays that may be, and of the groups that are to be protected.
std::set<TopicName> replay_topics(const Snapshot& marks, const std::vector<DeclaredReplay>& declared, LocalTime at,
                                  const Filter& filter = {});
// What rows need of these topics; none where there are none.
std::optional<SnapshotRequest> replay_request(LocalTime from, LocalTime at, const std::set<TopicName>& topics,
                                              const std::vector<DeclaredReplay>& declared, const Filter& filter = {});

struct ReplayAsked {
  LocalTime from;  // those that ended before are left out
  LocalTime at;
  std::optional<LocalTime> by;
};
// Running ones first, the worst of them first, then by time.
std::vector<ReplayRow> replay_rows(const Snapshot& snapshot, const std::vector<DeclaredReplay>& declared,
                                   const ReplayAsked& asked, const Filter& filter = {});
Document replay_document(const Snapshot& snapshot, const std::vector<DeclaredReplay>& declared,
                         const ReplayAsked& asked, const Filter& filter = {});

}  // namespace tidemark
