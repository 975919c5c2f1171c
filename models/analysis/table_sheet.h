// SPDX-License-Identifier: GPL-3.0-or-later
// TableSheet: what each table is made of at a time, as its metadata told: files, sizes, deletes, versions, when it was
// last compacted, cleaned and expired, and how its schema changed. What is not told says why.
// Thread rule: none, pure functions. Units: bytes; times of compaction, cleaning and schemas are the lake's, that of an
// expiry lies between two looks.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/domain/profile.h"
#include "models/domain/snapshot.h"
#include "models/domain/table_facts.h"

namespace tidemark {

// In (lo, hi] the table took schema `id`.
struct TableSchemaChange {
  std::string schema;
  Known<LocalTime> lo = Reason::no_history;
  LocalTime hi;
  std::string text;
};

// What the newest versions of a table carry under a key.
struct CarriedNote {
  std::string key, writer, reads, value;  // empty: nobody's who is known, nothing is read of it
};

struct TableSheet {
  ClusterName cluster;
  TableName table;
  Known<std::string> format = Reason::never_polled;
  Known<std::string> writer = Reason::never_polled;
  Known<std::string> snapshot_id = Reason::never_polled;
  Known<LocalTime> committed = Reason::never_polled;   // the newest commit that was seen
  std::map<TableFact, Known<std::int64_t>> numbers;    // every measured fact
  Known<LocalTime> compacted = Reason::never_polled;   // `no-commit`: never
  Known<LocalTime> cleaned = Reason::never_polled;     // `no-commit`: never
  Known<LocalTime> expired_lo = Reason::never_polled;  // `no-commit`: never; `no-history`: before the first look
  Known<LocalTime> expired_hi = Reason::never_polled;
  std::vector<TableSchemaChange> schemas;  // oldest first
  std::vector<CarriedNote> carries;        // where nobody reads its offsets
  std::string mapping;                     // what its pipeline in the profile would say; empty: nothing is proposed
  std::map<TableFact, std::string> why;    // of what is not told, one sentence each
  Known<LocalTime> sampled_at = Reason::never_polled;  // the newest look that brought numbers
};

// What table sheets need of a timeline for an answer at `at`.
SnapshotRequest table_sheet_request(LocalTime at);
// By cluster and name.
std::vector<TableSheet> table_sheets(const Snapshot& snapshot, LocalTime at, const Filter& filter = {},
                                     const Profile& profile = {});
Document tables_document(const Snapshot& snapshot, LocalTime at, const Filter& filter = {},
                         const Profile& profile = {});

// The lines of the aspect `schema-changes`.
std::vector<TableSchemaChange> schema_changes_in(std::string_view lines);

}  // namespace tidemark
