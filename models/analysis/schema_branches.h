// SPDX-License-Identifier: GPL-3.0-or-later
// Subjects of schema registries with their versions, as views show them: what changed lately first, then by registry
// and name. Thread rule: none, pure functions.
#pragma once

#include <map>
#include <optional>

#include "models/analysis/branch.h"
#include "models/analysis/finding_branches.h"
#include "models/analysis/schemas.h"

namespace tidemark {

struct SubjectRow {
  SchemaRow newest;   // its newest version
  SchemaRow changed;  // the version that changed last
  std::int64_t versions = 0;
  Known<bool> deleted = Reason::never_polled;  // all of them, softly or for good
  bool gone = false;                           // all of them for good
  std::optional<LevelChange> level;            // the last one, where it was seen
  bool lately = false;                         // something of it changed within Schemas::from and Schemas::at
  bool one_of_many = false;                    // there are other registries
};

using SchemaBranches = std::vector<Branch<SubjectRow, SchemaRow>>;

struct Schemas {
  LocalTime at;
  LocalTime from;  // since when a change is a late one
  std::vector<RegistryRow> registries;
  std::vector<LevelChange> levels;  // of registries, the last of each
  SchemaBranches rows;              // versions the newest first
};

// Of rows by registry, subject and version, and of level changes in the order of time.
Schemas schemas_of(std::vector<SchemaRow> rows, std::vector<RegistryRow> registries,
                   const std::vector<LevelChange>& levels, LocalTime from, LocalTime at);

// Topics whose records fail since a schema of theirs came, with what was found: rule R26, of what is not snoozed.
using SchemaBreaks = std::map<std::pair<ClusterName, TopicName>, DiagnosisRow>;
SchemaBreaks schema_breaks(const Findings& findings);
// Null where nothing was found of the subject's topic, or where what was found names another subject of it.
const DiagnosisRow* break_of(const SchemaBreaks& breaks, const SchemaRow& row);

}  // namespace tidemark
