// SPDX-License-Identifier: GPL-3.0-or-later
// What a schema registry answers, read leniently and made harmless: unknown keys pass, words are capped and keep
// letters, digits, '-' and '.' only. Registries differ in the words of their errors: only `error_code` is looked at.
// Source: the REST resources of Confluent's Schema Registry; Karapace and Apicurio speak the same.
// Pure functions; any thread. Nothing for an answer that is not one of a registry's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark::registry {

// GET /subjects, as the server writes them.
std::optional<std::vector<std::string>> parse_subjects(std::string_view body);
// GET /subjects/{s}/versions, ascending.
std::optional<std::vector<std::int64_t>> parse_versions(std::string_view body);

struct VersionFacts {
  std::int64_t id = 0;
  std::string kind;                           // what is not said is AVRO
  std::optional<std::int64_t> registered_ms;  // of the registry's clock; newer registries say it
  bool operator==(const VersionFacts&) const = default;
};
// GET /subjects/{s}/versions/{n}.
std::optional<VersionFacts> parse_version(std::string_view body);
// GET /config and /config/{s}.
std::optional<std::string> parse_level(std::string_view body);
// GET /mode.
std::optional<std::string> parse_mode(std::string_view body);
// Of an error; nothing where the body is none.
std::optional<std::int64_t> error_code(std::string_view body);

}  // namespace tidemark::registry
