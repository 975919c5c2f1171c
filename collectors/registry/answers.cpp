// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/registry/answers.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <functional>

namespace tidemark::registry {
namespace {
namespace json = boost::json;
constexpr std::size_t longest_word = 40;

json::value parse_json(std::string_view body) {
  boost::system::error_code error;
  json::parse_options options;
  options.allow_invalid_utf8 = true;  // names are made fit to be shown elsewhere
  auto value = json::parse(json::string_view(body.data(), body.size()), error, {}, options);
  return error ? json::value() : value;
}

const json::value* find(const json::value& value, std::string_view key) {
  const auto* object = value.if_object();
  return object ? object->if_contains(json::string_view(key.data(), key.size())) : nullptr;
}

std::optional<std::int64_t> number_in(const json::value& value, std::string_view key) {
  const auto* found = find(value, key);
  const auto* number = found ? found->if_int64() : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

// A word as registries use them; nothing where it is none.
std::optional<std::string> word_in(const json::value& value, std::string_view key) {
  const auto* found = find(value, key);
  const auto* text = found ? found->if_string() : nullptr;
  if (!text || text->empty()) return std::nullopt;
  std::string word(text->data(), std::min(text->size(), longest_word));
  const auto usual = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  std::ranges::replace_if(word, std::not_fn(usual), '_');
  return word;
}
}  // namespace

std::optional<std::vector<std::string>> parse_subjects(std::string_view body) {
  const json::value value = parse_json(body);
  const auto* list = value.if_array();
  if (!list) return std::nullopt;
  std::vector<std::string> subjects;
  for (const auto& item : *list) {
    const auto* text = item.if_string();
    if (!text) return std::nullopt;
    subjects.emplace_back(text->data(), text->size());
  }
  return subjects;
}

std::optional<std::vector<std::int64_t>> parse_versions(std::string_view body) {
  const json::value value = parse_json(body);
  const auto* list = value.if_array();
  if (!list) return std::nullopt;
  std::vector<std::int64_t> versions;
  for (const auto& item : *list) {
    const auto* number = item.if_int64();
    if (!number) return std::nullopt;
    if (*number > 0) versions.push_back(*number);
  }
  std::ranges::sort(versions);
  const auto same = std::ranges::unique(versions);
  versions.erase(same.begin(), same.end());
  return versions;
}

std::optional<VersionFacts> parse_version(std::string_view body) {
  const json::value value = parse_json(body);
  const auto id = number_in(value, "id");
  if (!id || *id < 0) return std::nullopt;
  VersionFacts facts{.id = *id, .kind = word_in(value, "schemaType").value_or("AVRO")};
  facts.registered_ms = number_in(value, "ts");
  if (facts.registered_ms && *facts.registered_ms <= 0) facts.registered_ms.reset();
  return facts;
}

std::optional<std::string> parse_level(std::string_view body) {
  const json::value value = parse_json(body);
  auto level = word_in(value, "compatibilityLevel");
  return level ? level : word_in(value, "compatibility");
}

std::optional<std::string> parse_mode(std::string_view body) { return word_in(parse_json(body), "mode"); }

std::optional<std::int64_t> error_code(std::string_view body) { return number_in(parse_json(body), "error_code"); }

}  // namespace tidemark::registry
