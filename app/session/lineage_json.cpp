// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/lineage_json.h"

#include <algorithm>
#include <charconv>

#include "collectors/core/plain_text.h"

namespace tidemark::lineage_json {
namespace {
namespace json = boost::json;
using Path = std::initializer_list<std::string_view>;

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}
}  // namespace

const json::value* at(const json::value& from, Path path) {
  const json::value* here = &from;
  for (const std::string_view key : path) {
    const json::object* object = here->if_object();
    here = object ? object->if_contains(key) : nullptr;
    if (!here) return nullptr;
  }
  return here;
}

std::string text(const json::value& from, Path path) {
  const json::value* value = at(from, path);
  if (!value) return {};
  if (const json::string* text = value->if_string()) return plain_line(std::string_view(*text));
  if (const std::int64_t* number = value->if_int64()) return std::to_string(*number);
  return {};
}

const json::array* list(const json::value& from, Path path) {
  const json::value* value = at(from, path);
  return value ? value->if_array() : nullptr;
}

const json::object* object(const json::value& from, Path path) {
  const json::value* value = at(from, path);
  return value ? value->if_object() : nullptr;
}

std::optional<std::int64_t> number(const json::value& from, Path path) {
  const json::value* value = at(from, path);
  if (!value) return std::nullopt;
  if (const std::int64_t* number = value->if_int64()) return *number;
  const json::string* text = value->if_string();
  return text ? whole(std::string_view(*text)) : std::nullopt;
}

void put_said(LineageRun& run, std::string_view key, const std::string& value) {
  if (value.empty()) return;
  for (const auto& [name, field] : run_texts)
    if (name == key) run.*field = value;
  for (const auto& [name, field] : run_times)
    if (name == key) run.*field = parse_rfc3339(value);
  if (key == "source_snapshots") run.source_snapshots.push_back(value);
  if (key != "schema_ids") return;
  if (const auto id = whole(value)) run.schema_ids.push_back(*id);
}

}  // namespace tidemark::lineage_json
