// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/hudi/commit.h"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <limits>

#include "collectors/avro/container.h"
#include "collectors/core/plain_text.h"

namespace tidemark::hudi {
namespace {
namespace json = boost::json;
constexpr std::size_t largest = 32u << 20;
constexpr std::size_t most_depth = 64;
constexpr std::size_t most_members = 1'000;
constexpr std::size_t most_characters = 4u << 20;  // of all members
constexpr std::size_t longest_word = 60;
constexpr std::size_t most_restored = 10'000;
constexpr std::array services = std::to_array<std::string_view>({"CLUSTER", "COMPACT", "LOG_COMPACT"});

const json::value* find(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

Result<json::value> read_document(std::string_view bytes) {
  if (is_avro_container(bytes)) {
    TM_TRY(json::value record, first_record(bytes));
    if (!record.is_object()) return fail(ErrorCode::input, "holds no record");
    return record;
  }
  if (bytes.empty()) return fail(ErrorCode::input, "is empty");
  if (bytes.size() > largest) return fail(ErrorCode::input, "is larger than is read");
  json::parse_options options;
  options.max_depth = most_depth;
  boost::system::error_code error;
  json::value value = json::parse({bytes.data(), bytes.size()}, error, {}, options);
  if (error || !value.is_object()) return fail(ErrorCode::input, "is neither JSON nor an Avro container");
  return value;
}

// An Avro schema of a record. One that cannot be read is none.
std::optional<SchemaFields> read_schema(std::string_view text) {
  json::parse_options options;
  options.max_depth = most_depth;
  boost::system::error_code error;
  const json::value value = json::parse({text.data(), text.size()}, error, {}, options);
  const json::value* fields = !error && value.is_object() ? find(value.get_object(), "fields") : nullptr;
  const auto* list = fields ? fields->if_array() : nullptr;
  if (list == nullptr || list->size() > most_members) return std::nullopt;
  SchemaFields out;
  for (const json::value& item : *list) {
    const auto* field = item.if_object();
    const json::value* name = field ? find(*field, "name") : nullptr;
    const json::value* type = field ? find(*field, "type") : nullptr;
    if (name == nullptr || !name->is_string() || type == nullptr) continue;
    const std::string text_of(name->get_string());
    out.push_back({text_of, text_of, type->is_string() ? std::string(type->get_string()) : json::serialize(*type)});
  }
  return out;
}

// What is wrong with them, or nullptr.
const char* take_members(const json::object& content, Members& out, std::optional<SchemaFields>& schema) {
  const json::value* extra = find(content, "extraMetadata");
  if (extra == nullptr) return nullptr;
  if (!extra->is_object()) return "its extra metadata is no map";
  std::size_t characters = 0;
  for (const auto& member : extra->get_object()) {
    if (member.key() == "schema" && member.value().is_string()) schema = read_schema(member.value().get_string());
    if (member.key() == "schema" || member.value().is_null()) continue;
    const auto* text = member.value().if_string();
    if (text == nullptr) return "its extra metadata holds what is no text";
    characters += member.key().size() + text->size();
    if (characters > most_characters || out.size() >= most_members) return "has more extra metadata than is read";
    out.insert_or_assign(std::string(member.key()), std::string(text->data(), text->size()));
  }
  return nullptr;
}

// Rows that came with it: new ones and new forms of old ones. No value: a part does not say.
class Records final {
 public:
  void take(const json::object& part) {
    ++files_;
    for (const char* key : {"numInserts", "numUpdateWrites"}) {
      const json::value* value = find(part, key);
      const auto* number = value ? value->if_int64() : nullptr;
      if (number == nullptr || *number < 0 || !sum_ || *number > std::numeric_limits<std::int64_t>::max() - *sum_)
        sum_.reset();
      else
        *sum_ += *number;
    }
  }
  std::int64_t files() const { return files_; }
  const std::optional<std::int64_t>& sum() const { return sum_; }

 private:
  std::int64_t files_ = 0;
  std::optional<std::int64_t> sum_ = 0;
};

const char* take_parts(const json::object& content, Commit& out) {
  const json::value* partitions = find(content, "partitionToWriteStats");
  if (partitions == nullptr) return nullptr;
  if (!partitions->is_object()) return "its parts are no map";
  Records records;
  for (const auto& partition : partitions->get_object()) {
    const auto* parts = partition.value().if_array();
    if (parts == nullptr) return "its parts are no list";
    for (const json::value& part : *parts) {
      if (!part.is_object()) return "a part of it is no object";
      records.take(part.get_object());
    }
  }
  out.added_files = out.service ? 0 : records.files();
  out.added_records = out.service ? 0 : records.sum();
  return nullptr;
}
}  // namespace

Commit parse_commit(const Instant& instant, std::string_view bytes) {
  const auto document = read_document(bytes);
  if (document) return commit_of(instant, document->get_object());
  Commit out;
  out.instant = instant;
  out.operation = instant.action;
  out.damage = document.error().what;
  return out;
}

Commit commit_of(const Instant& instant, const json::object& content) {
  Commit out;
  out.instant = instant;
  out.operation = instant.action;
  if (const json::value* operation = find(content, "operationType"); operation != nullptr && operation->is_string())
    out.operation = plain_line(operation->get_string(), longest_word);
  out.service = std::ranges::find(services, out.operation) != services.end();
  const char* wrong = take_members(content, out.members, out.schema);
  if (wrong == nullptr) wrong = take_parts(content, out);
  if (wrong == nullptr) return out;
  Commit damaged;
  damaged.instant = instant;
  damaged.operation = out.operation;
  damaged.damage = wrong;
  return damaged;
}

Result<std::vector<std::string>> parse_restore(std::string_view bytes) {
  TM_TRY(const json::value document, read_document(bytes));
  const json::value* list = find(document.get_object(), "instantsToRollback");
  const auto* instants = list ? list->if_array() : nullptr;
  if (instants == nullptr || instants->size() > most_restored) return fail(ErrorCode::input, "is no restore");
  std::vector<std::string> out;
  for (const json::value& instant : *instants)
    if (instant.is_string()) out.push_back(plain_line(instant.get_string(), longest_word));
  return out;
}

}  // namespace tidemark::hudi
