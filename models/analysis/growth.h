// SPDX-License-Identifier: GPL-3.0-or-later
// Growth: how much each topic takes up and how fast that grows, and what its configuration will hold: storage apart
// from compute. Records are measured: what partitions gained, bucket by bucket, is their production, whatever was reset
// or not seen left out and counted. Bytes are measured where one metrics source tells a topic's size on disk, of all
// replicas; else they are records times the bytes of a record that somebody typed in; else unknown. What a compacted
// topic holds and will hold follows from its keys, which nobody sees: unknown but for measured bytes.
// Modelled is what a steady rate holds: bytes a day x retention x replication on brokers' own disks; with tiered
// storage the local part of that, and one copy of all of it remote; one copy where storage is shared. Thread rule:
// none, pure functions. Units: records, bytes, ms.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/domain/levels.h"
#include "models/domain/profile.h"

namespace tidemark {

inline const Signal log_bytes{"log_bytes"};  // of a topic, all replicas that a source sees

// What somebody types in.
struct GrowthTerms {
  std::optional<double> record_bytes;      // on disk, of one replica
  std::optional<Millis> retention;         // instead of the topics' own
  double rate_times = 1;                   // what if so many times as much is produced
  Millis local_retention{3'600'000 * 24};  // of tiered storage
  Millis horizon{3'600'000LL * 24 * 30};
};

struct GrowthRow {
  ClusterName cluster;
  TopicName topic;
  std::string team;  // owner of a pipeline over it; empty: nobody is named
  Known<double> records_day = Reason::no_history;
  Known<double> coverage = Reason::no_history;   // share of the window in which production was seen
  Known<double> burst = Reason::no_history;      // the highest bucket over the median one
  Known<bool> compacted = Reason::never_polled;  // then what is held, and what it grows by, is ambiguous
  Known<std::int64_t> records_held = Reason::never_polled;
  Known<std::int64_t> replication = Reason::never_polled;
  Known<Millis> retention = Reason::never_polled;     // not-applicable: unlimited or only compacted
  Known<double> record_bytes = Reason::never_polled;  // of one replica
  Known<double> bytes = Reason::never_polled;         // now, all replicas
  Known<double> growth_bytes_day = Reason::never_polled;
  Known<double> retained_model = Reason::never_polled;  // on brokers' disks, in the steady state
  Known<double> tiered_local = Reason::never_polled;
  Known<double> tiered_remote = Reason::never_polled;
  Known<double> shared = Reason::never_polled;
  Known<double> projected = Reason::never_polled;       // `bytes` at the horizon
  Known<double> largest_replay = Reason::never_polled;  // all that is held, read once
  std::string evidence = "unknown";                     // of bytes: measured | modelled | unknown
};

// What the topic will hold after a while, under the terms that the row was made with.
Known<double> bytes_after(const GrowthRow& row, const GrowthTerms& terms, Millis after);

// What growth_rows() needs: the newest of shapes, configurations and measured bytes; and high marks over a window.
SnapshotRequest growth_request(LocalTime at, const Filter& filter);
LevelRequest production_request(LocalTime from, LocalTime to, const Filter& filter);

// By bytes, the largest first; what is unknown last, then by name.
std::vector<GrowthRow> growth_rows(const Snapshot& now, const LevelData& production, LocalTime at,
                                   const GrowthTerms& terms, const Profile& profile, const Filter& filter);
// With the sum over teams, and what a cluster costs that only people know, as notes.
Document growth_document(const Snapshot& now, const LevelData& production, LocalTime at, const GrowthTerms& terms,
                         const Profile& profile, const Filter& filter);

}  // namespace tidemark
