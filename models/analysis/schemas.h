// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas: one row per version of a subject of a schema registry: its id, since when it is there, whether it is
// deleted, what checks the next one, and whose records it is of. What was deleted for good stays for as long as the
// snapshot remembers it. What a registry that does not answer said before is not believed any more where it can change.
// A topic is told by the naming strategy of topics ("orders-value"), where there is a topic of that name.
// Thread rule: none, pure functions.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/analysis/schema_changes.h"
#include "models/domain/snapshot.h"

namespace tidemark {

struct SchemaRow {
  std::string registry;
  ClusterName cluster;
  std::string subject;
  std::int64_t version = 0;
  Known<std::int64_t> id = Reason::never_polled;
  Known<std::string> kind = Reason::never_polled;
  Known<std::string> compatibility = Reason::never_polled;     // in force: its own level or the registry's
  Known<std::string> compatibility_by = Reason::never_polled;  // "subject" | "registry"
  Known<LocalTime> registered_lo = Reason::no_history;
  Known<LocalTime> registered_hi = Reason::no_history;
  Known<bool> deleted = Reason::never_polled;
  Known<std::string> topic = Reason::not_probed;     // `not-probed`: nothing but the ids of records would tell it
  Known<std::string> topic_by = Reason::not_probed;  // "name"
  VersionChange change = VersionChange::registered;  // the last one
  Known<LocalTime> changed_lo = Reason::no_history;
  Known<LocalTime> changed_hi = Reason::no_history;
};

struct RegistryRow {
  std::string registry;
  ClusterName cluster;
  Known<std::string> state = Reason::never_polled;  // ok or how it fails
  Known<LocalTime> since = Reason::never_polled;    // the poll that saw it first
  Known<std::string> compatibility = Reason::never_polled;
  Known<std::string> mode = Reason::never_polled;  // `not-supported`: it knows none
  Known<std::int64_t> subjects = Reason::never_polled;
  Known<std::string> error = Reason::not_applicable;     // of the newest poll
  Known<LocalTime> watched_from = Reason::never_polled;  // the first poll that the snapshot has
};

// What checks the next version changed while it was watched: of a registry, or of a subject of it.
struct LevelChange {
  std::string registry;
  ClusterName cluster;
  std::string subject;  // empty: the registry's own level
  std::string before;   // a level; of a subject also "inherited"
  std::string after;
  Known<LocalTime> lo = Reason::no_history;  // in (lo, hi]
  LocalTime hi;
};

// What the rows need of a timeline for an answer at `at`; `from`: since when changes are wanted.
SnapshotRequest schemas_request(LocalTime from, LocalTime at);
// By registry, subject and version.
std::vector<SchemaRow> schema_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});
std::vector<RegistryRow> registry_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});
// In the order of time.
std::vector<LevelChange> level_changes(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});
Document schemas_document(const Snapshot& snapshot, LocalTime from, LocalTime at, const Filter& filter = {});

}  // namespace tidemark
