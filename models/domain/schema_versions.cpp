// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/schema_versions.h"

#include <array>
#include <charconv>

namespace tidemark {
namespace {
constexpr std::size_t fields_of_a_line = 5;
constexpr std::string_view deleted_word = "deleted";

std::string text_of(const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : "-"; }

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<SchemaVersion> version_of(std::string_view line) {
  std::array<std::string_view, fields_of_a_line> fields;
  for (std::size_t i = 0; i < fields_of_a_line; ++i) {
    const auto space = line.find(' ');
    if ((space == std::string_view::npos) != (i + 1 == fields_of_a_line)) return std::nullopt;
    fields[i] = line.substr(0, space);
    if (space != std::string_view::npos) line.remove_prefix(space + 1);
  }
  const auto number = number_of(fields[0]);
  if (!number) return std::nullopt;
  SchemaVersion version{.version = *number, .id = number_of(fields[1])};
  if (fields[2] != "-") version.kind = fields[2];
  version.deleted = fields[3] == deleted_word;
  version.registered_ms = number_of(fields[4]);
  return version;
}
}  // namespace

std::string schema_lines(const std::vector<SchemaVersion>& versions) {
  std::string out;
  for (const SchemaVersion& one : versions) {
    if (!out.empty()) out += '\n';
    out += std::to_string(one.version) + ' ' + text_of(one.id) + ' ' + (one.kind.empty() ? "-" : one.kind) + ' ';
    out += one.deleted ? deleted_word : std::string_view("live");
    out += ' ' + text_of(one.registered_ms);
  }
  return out;
}

std::vector<SchemaVersion> schema_versions(std::string_view lines) {
  std::vector<SchemaVersion> out;
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    if (auto version = version_of(lines.substr(0, end))) out.push_back(std::move(*version));
    if (end == std::string_view::npos) break;
    lines.remove_prefix(end + 1);
  }
  return out;
}

namespace object {
Object registry(std::string_view name) { return Object("registry:" + std::string(name)); }

Object subject(std::string_view registry, std::string_view subject) {
  return Object("registry:" + std::string(registry) + '/' + std::string(subject));
}

std::optional<std::string_view> as_subject(const Object& object, std::string_view registry) {
  if (kind(object) != "registry") return std::nullopt;
  std::string_view rest = name(object);
  if (!rest.starts_with(registry)) return std::nullopt;
  rest.remove_prefix(registry.size());
  if (!rest.starts_with('/')) return std::nullopt;
  return rest.substr(1);
}
}  // namespace object

SubjectName subject_name(std::string_view subject) {
  SubjectName out;
  if (subject.starts_with(":.")) {
    if (const auto end = subject.find(':', 2); end != std::string_view::npos) {
      out.context = subject.substr(1, end - 1);
      subject.remove_prefix(end + 1);
      if (out.context == ".") out.context = {};
    }
  }
  out.name = subject;
  for (const std::string_view end : {std::string_view("-value"), std::string_view("-key")})
    if (subject.size() > end.size() && subject.ends_with(end)) {
      out.topic = subject.substr(0, subject.size() - end.size());
      out.of_key = end == "-key";
    }
  return out;
}

}  // namespace tidemark
