// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from two successive states of a schema registry or of one of its subjects. Room-internal.
// Thread rule: none, pure functions.
#pragma once

#include "models/analysis/state_changes.h"
#include "models/domain/schema_versions.h"

namespace tidemark {

enum class VersionChange : std::uint8_t { registered, soft_deleted, hard_deleted, undeleted };
std::string_view word(VersionChange change);

struct VersionStep {
  VersionChange what = VersionChange::registered;
  SchemaVersion version;
};
// Ascending by version. A number that was given anew was deleted for good before.
std::vector<VersionStep> version_steps(const std::vector<SchemaVersion>& before,
                                       const std::vector<SchemaVersion>& after);

// The level that a subject has of its own or inherits, at a time.
Known<std::string> effective_level(const Snapshot& snapshot, std::size_t source, const Object& subject, LocalTime at);

// The versions that registries of a cluster got while they were watched: `schema-registered`, by time.
std::vector<Event> registrations(const Snapshot& snapshot, const ClusterName& cluster);

// `before` is null where the object was not there; both are spans of the same object and aspect.
std::vector<Change> registry_changes(const Snapshot& snapshot, const StateSpan* before, const StateSpan& after);

}  // namespace tidemark
