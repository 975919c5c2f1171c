// SPDX-License-Identifier: GPL-3.0-or-later
// How schema registries stand in a timeline. "registry:NAME" is a registry and "registry:NAME/SUBJECT" a subject of it;
// names hold any character, so only who knows the registry's name can tell the two apart.
// Pure functions; any thread. Times are ms of the registry's own clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/names.h"

namespace tidemark {

namespace aspect {
// Beside `state` (ok or how it fails) of a registry:
inline constexpr std::string_view compatibility = "compatibility";  // registry, subject: a level; subject: "inherited"
inline constexpr std::string_view mode = "mode";                    // registry
inline constexpr std::string_view subjects = "subjects";            // registry: every one that it still knows
inline constexpr std::string_view schema_versions = "schema-versions";  // subject: SchemaVersions, a line each
}  // namespace aspect

// What a subject's compatibility is where it has no level of its own.
inline constexpr std::string_view inherited_level = "inherited";

struct SchemaVersion {
  std::int64_t version = 0;
  std::optional<std::int64_t> id;  // none: it could not be asked for
  std::string kind;                // AVRO, JSON, PROTOBUF, …; empty where the id is not known
  bool deleted = false;            // softly: it can still be asked for
  std::optional<std::int64_t> registered_ms;
  bool operator==(const SchemaVersion&) const = default;
};

// "VERSION ID KIND live|deleted MS", '-' for what is not known, a line each. Lines that are none are left out.
std::string schema_lines(const std::vector<SchemaVersion>& versions);
std::vector<SchemaVersion> schema_versions(std::string_view lines);

namespace object {
Object registry(std::string_view name);
Object subject(std::string_view registry, std::string_view subject);
// The subject of an object of that registry; none for the registry itself and for what is another's.
std::optional<std::string_view> as_subject(const Object& object, std::string_view registry);
}  // namespace object

// "orders" and "orders-value" of ":.team:orders-value": the name that the naming strategy by topics gives.
struct SubjectName {
  std::string_view context;  // empty: the default one
  std::string_view name;
  std::string_view topic;  // empty where the name does not end as such names do
  bool of_key = false;
};
SubjectName subject_name(std::string_view subject);

}  // namespace tidemark
