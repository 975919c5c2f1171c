// SPDX-License-Identifier: GPL-3.0-or-later
// Sources: the health of every collector: what it answered, what it cost, what it was refused.
// Thread rule: none, pure functions. Units: ms, bytes.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/domain/snapshot.h"

namespace tidemark {

struct SourceRow {
  std::string kind;
  std::string name;
  std::string state;                            // ok | partial | unreachable | silent | rebuilt
  Known<LocalTime> since = Reason::no_history;  // when that state began, at the latest
  Known<LocalTime> last_ok = Reason::no_history;
  Known<double> coverage_24h = Reason::never_polled;    // parts answered / parts due; gaps count as due
  Known<std::int64_t> requests = Reason::never_polled;  // of the last poll of each lane
  Known<std::int64_t> bytes = Reason::not_supported;
  Known<Millis> duration = Reason::never_polled;
  Known<Millis> skew = Reason::not_supported;
  std::vector<std::string> denied;                    // scopes refused in the last poll of each lane
  Known<std::string> error = Reason::not_applicable;  // the last one, while it lasts
  std::vector<std::string> limits;                    // what the source cannot see, one sentence each
  // Of a store that is told: how old the oldest poll is that it was not told, samples that it took and refused.
  Known<Millis> behind = Reason::not_applicable;
  Known<std::int64_t> sent = Reason::not_applicable;
  Known<std::int64_t> dropped = Reason::not_applicable;
};

// Polls, costs and errors of the last 24 h, and no samples but those of stores that are told.
SnapshotRequest sources_request(LocalTime at);
// The snapshot must hold the window that coverage is wanted of, at most 24 h before `at`. Worst first, then by name.
std::vector<SourceRow> source_rows(const Snapshot& snapshot, LocalTime at);
Document sources_document(const Snapshot& snapshot, LocalTime at);

}  // namespace tidemark
