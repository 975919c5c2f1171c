// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/avro/safe_schema.h"

#include <array>
#include <boost/json.hpp>
#include <map>
#include <optional>
#include <set>

namespace tidemark {
namespace {
namespace json = boost::json;
constexpr std::size_t most_depth = 24;
constexpr std::int64_t most_fixed = 64 * 1024;
constexpr std::size_t most_fields = 1000;  // of all records together
constexpr std::array<std::string_view, 8> primitives{"null",  "boolean", "int",   "long",
                                                     "float", "double",  "bytes", "string"};

Error bad(std::string what) { return {ErrorCode::input, "Avro schema: " + std::move(what), {}, {}}; }

// Walks a schema once. Every check answers whether a value of the type takes at least one byte.
class Walk {
 public:
  Result<bool> type(json::value& schema, std::size_t depth);

 private:
  Result<bool> named(std::string_view name) const;
  Result<bool> object(json::object& schema, std::size_t depth);
  Result<bool> record(json::object& schema, const std::string& name, std::size_t depth);
  Result<bool> alternatives(json::array& schema, std::size_t depth);
  Result<bool> repeated(json::object& schema, std::string_view key, std::size_t depth);
  static Result<std::string> text(const json::object& schema, std::string_view key);

  std::map<std::string, bool, std::less<>> declared_;  // by name: takes at least one byte
  std::set<std::string, std::less<>> open_;
  std::size_t fields_ = 0;
};

Result<std::string> Walk::text(const json::object& schema, std::string_view key) {
  const json::value* value = schema.if_contains(key);
  if (value == nullptr || !value->is_string()) return std::unexpected(bad("no \"" + std::string(key) + '"'));
  return std::string(value->get_string());
}

Result<bool> Walk::named(std::string_view name) const {
  for (const auto primitive : primitives)
    if (name == primitive) return name != "null";
  if (open_.contains(name)) return std::unexpected(bad("a type contains itself"));
  const auto found = declared_.find(name);
  if (found == declared_.end()) return std::unexpected(bad("an unknown type"));
  return found->second;
}

Result<bool> Walk::type(json::value& schema, std::size_t depth) {
  if (depth > most_depth) return std::unexpected(bad("too deep"));
  if (schema.is_string()) return named(schema.get_string());
  if (schema.is_array()) return alternatives(schema.get_array(), depth);
  if (schema.is_object()) return object(schema.get_object(), depth);
  return std::unexpected(bad("neither a name nor an object nor a list"));
}

Result<bool> Walk::alternatives(json::array& schema, std::size_t depth) {
  if (schema.empty()) return std::unexpected(bad("an empty union"));
  for (json::value& branch : schema) TM_CHECK(type(branch, depth + 1));
  return true;  // the branch's number
}

Result<bool> Walk::repeated(json::object& schema, std::string_view key, std::size_t depth) {
  json::value* item = schema.if_contains(key);
  if (item == nullptr) return std::unexpected(bad("a list of nothing"));
  TM_TRY(const bool takes_bytes, type(*item, depth + 1));
  if (!takes_bytes && key == "items") return std::unexpected(bad("a list of things without bytes"));
  return true;
}

Result<bool> Walk::record(json::object& schema, const std::string& name, std::size_t depth) {
  json::value* fields = schema.if_contains("fields");
  if (fields == nullptr || !fields->is_array()) return std::unexpected(bad("a record without fields"));
  fields_ += fields->get_array().size();
  if (fields_ > most_fields) return std::unexpected(bad("too many fields"));
  open_.insert(name);
  bool takes_bytes = false;
  for (json::value& field : fields->get_array()) {
    if (!field.is_object()) return std::unexpected(bad("a field that is no object"));
    TM_CHECK(text(field.get_object(), "name"));
    json::value* of = field.get_object().if_contains("type");
    if (of == nullptr) return std::unexpected(bad("a field without a type"));
    TM_TRY(const bool field_bytes, type(*of, depth + 1));
    takes_bytes = takes_bytes || field_bytes;
  }
  open_.erase(name);
  return takes_bytes;
}

Result<bool> Walk::object(json::object& schema, std::size_t depth) {
  if (const json::value* space = schema.if_contains("namespace"); space != nullptr && *space == "")
    schema.erase("namespace");
  json::value* kind_value = schema.if_contains("type");
  if (kind_value == nullptr) return std::unexpected(bad("an object without a type"));
  if (!kind_value->is_string()) return type(*kind_value, depth + 1);
  const std::string kind(kind_value->get_string());
  if (kind == "array") return repeated(schema, "items", depth);
  if (kind == "map") return repeated(schema, "values", depth);
  if (kind != "record" && kind != "fixed" && kind != "enum") return named(kind);
  TM_TRY(const std::string name, text(schema, "name"));
  if (declared_.contains(name) || open_.contains(name)) return std::unexpected(bad("a type declared twice"));
  bool takes_bytes = true;
  if (kind == "record") {
    TM_TRY(takes_bytes, record(schema, name, depth));
  } else if (kind == "fixed") {
    const json::value* size = schema.if_contains("size");
    if (size == nullptr || !size->is_int64() || size->get_int64() < 0 || size->get_int64() > most_fixed)
      return std::unexpected(bad("a fixed type of an impossible size"));
    takes_bytes = size->get_int64() > 0;
  }
  declared_[name] = takes_bytes;
  const json::value* space = schema.if_contains("namespace");
  if (space != nullptr && space->is_string()) declared_[std::string(space->get_string()) + '.' + name] = takes_bytes;
  return takes_bytes;
}
}  // namespace

Result<std::string> safe_schema(std::string_view text) {
  json::parse_options options;
  options.max_depth = 3 * most_depth;
  json::error_code error;
  json::value schema = json::parse(text, error, {}, options);
  if (error) return std::unexpected(bad("not JSON"));
  TM_CHECK(Walk().type(schema, 0));
  return json::serialize(schema);
}

}  // namespace tidemark
