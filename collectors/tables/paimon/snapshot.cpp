// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/paimon/snapshot.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <limits>

#include "collectors/core/plain_text.h"

namespace tidemark::paimon {
namespace {
namespace json = boost::json;
constexpr std::size_t largest = 16u << 20;
constexpr std::size_t most_depth = 64;
constexpr std::size_t most_properties = 1'000;
constexpr std::size_t most_fields = 2'000;
constexpr std::size_t longest_word = 120;
constexpr std::int64_t last_ms = 253'402'300'799'999;  // the year 9999
constexpr std::int64_t batch = std::numeric_limits<std::int64_t>::max();
constexpr std::string_view prefix = "snapshot-";

std::optional<json::object> read_object(std::string_view text) {
  if (text.size() > largest) return std::nullopt;
  json::parse_options options;
  options.max_depth = most_depth;
  boost::system::error_code error;
  json::value value = json::parse({text.data(), text.size()}, error, {}, options);
  if (error || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

std::optional<std::int64_t> integer(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  const auto* number = value ? value->if_int64() : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}
std::optional<LakeTime> time(const json::object& object, std::string_view key) {
  const auto number = integer(object, key);
  if (!number || *number < 0 || *number > last_ms) return std::nullopt;
  return LakeTime(Millis(*number));
}
std::string word(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  const auto* text = value ? value->if_string() : nullptr;
  return text ? plain_line(*text, longest_word) : std::string();
}

// What is wrong with them, or nullptr.
const char* take_properties(const json::object& content, Members& out) {
  const json::value* properties = content.if_contains("properties");
  if (properties == nullptr || properties->is_null()) return nullptr;
  if (!properties->is_object() || properties->get_object().size() > most_properties)
    return "its properties are no map, or a larger one than is read";
  for (const auto& property : properties->get_object()) {
    const auto* text = property.value().if_string();
    if (text == nullptr) return "its properties hold what is no text";
    out.insert_or_assign(std::string(property.key()), std::string(text->data(), text->size()));
  }
  return nullptr;
}
}  // namespace

Snapshot parse_snapshot(std::int64_t id, std::string_view text) {
  Snapshot out;
  out.id = id;
  const auto content = read_object(text);
  const auto number = content ? integer(*content, "commitIdentifier") : std::nullopt;
  if (!content)
    out.damage = "is no JSON, or larger than is read";
  else if (integer(*content, "id") != id)
    out.damage = "is not the snapshot that its name says";
  else if (!number)
    out.damage = "has no commit identifier";
  else if (const char* wrong = take_properties(*content, out.properties))
    out.damage = wrong;
  if (!out.damage.empty()) {
    out.properties.clear();
    return out;
  }
  out.kind = word(*content, "commitKind");
  out.user = word(*content, "commitUser");
  if (*number != batch) out.checkpoint = number;
  out.at = time(*content, "timeMillis");
  out.watermark = time(*content, "watermark");
  out.delta_records = integer(*content, "deltaRecordCount");
  out.schema = integer(*content, "schemaId");
  return out;
}

std::string snapshot_name(std::int64_t id) { return std::string(prefix) + std::to_string(id); }

std::set<std::int64_t> snapshot_ids(const std::vector<std::string>& names) {
  std::set<std::int64_t> out;
  for (const std::string& name : names) {
    if (!name.starts_with(prefix)) continue;
    const std::string_view digits = std::string_view(name).substr(prefix.size());
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    // "snapshot-01" is none.
    if (error == std::errc() && end == digits.data() + digits.size() && id > 0 && digits.front() != '0') out.insert(id);
  }
  return out;
}

TableSchema parse_schema(std::string_view text) {
  TableSchema out;
  const auto content = read_object(text);
  if (!content) return out;
  out.at = time(*content, "timeMillis");
  const json::value* fields = content->if_contains("fields");
  const auto* list = fields ? fields->if_array() : nullptr;
  if (list == nullptr || list->size() > most_fields) return out;
  for (const json::value& item : *list) {
    const auto* field = item.if_object();
    if (field == nullptr) continue;
    const json::value* type = field->if_contains("type");
    const std::string kind = type == nullptr     ? std::string()
                             : type->is_string() ? std::string(type->get_string())
                                                 : json::serialize(*type);
    out.fields.push_back({std::to_string(integer(*field, "id").value_or(-1)), word(*field, "name"), kind});
  }
  return out;
}

}  // namespace tidemark::paimon
