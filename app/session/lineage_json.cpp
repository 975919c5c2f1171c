// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/lineage_json.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "collectors/core/plain_text.h"

namespace tidemark::lineage_json {
namespace {
namespace json = boost::json;
using Path = std::initializer_list<std::string_view>;

constexpr std::array texts = std::to_array<std::pair<std::string_view, std::string LineageRun::*>>(
    {{"kind", &LineageRun::kind},
     {"model", &LineageRun::model},
     {"model_version", &LineageRun::model_version},
     {"embedding_model", &LineageRun::embedding_model},
     {"embedding_version", &LineageRun::embedding_version},
     {"chunking_version", &LineageRun::chunking_version},
     {"transform_version", &LineageRun::transform_version},
     {"metadata_policy", &LineageRun::metadata_policy},
     {"access_tag", &LineageRun::access_tag},
     {"region", &LineageRun::region},
     {"deletion_state", &LineageRun::deletion_state},
     {"job_id", &LineageRun::job_id},
     {"after", &LineageRun::after}});
constexpr std::array times = std::to_array<std::pair<std::string_view, std::optional<LocalTime> LineageRun::*>>(
    {{"cut", &LineageRun::cut}, {"started", &LineageRun::started}, {"ended", &LineageRun::ended}});

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
  for (const auto& [name, field] : texts)
    if (name == key) run.*field = value;
  for (const auto& [name, field] : times)
    if (name == key) run.*field = parse_rfc3339(value);
  if (key == "source_snapshots") run.source_snapshots.push_back(value);
  if (key != "schema_ids") return;
  if (const auto id = whole(value)) run.schema_ids.push_back(*id);
}

}  // namespace tidemark::lineage_json
