// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/schema.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <limits>

namespace tidemark {
namespace {
namespace json = boost::json;
using strict_json::Node;

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

class Checker final {
 public:
  Checker(const json::object& schema, const FormatCheck& format) : root_(schema), format_(format) {}

  Result<> check(const Node& value, const json::object& schema, std::string_view key) const {
    if (const auto* ref = schema.if_contains("$ref")) return check(value, definition(view(ref->as_string())), key);
    TM_CHECK(check_type(value, schema));
    if (const auto* words = schema.if_contains("enum")) TM_CHECK(value.word(texts(words->as_array())));
    TM_CHECK(check_bounds(value, schema));
    if (value.is_object()) TM_CHECK(check_members(value, schema));
    if (const auto* items = schema.if_contains("items")) {
      TM_TRY(const std::vector<Node> nodes, value.array());
      for (const Node& node : nodes) TM_CHECK(check(node, items->as_object(), {}));
    }
    if (const auto* format = schema.if_contains("format")) return format_(view(format->as_string()), value, key);
    return {};
  }

 private:
  const json::object& definition(std::string_view ref) const {
    constexpr std::string_view prefix = "#/$defs/";
    return root_.at("$defs").as_object().at(ref.substr(prefix.size())).as_object();
  }

  static std::vector<std::string_view> texts(const json::array& array) {
    std::vector<std::string_view> out;
    for (const json::value& value : array) out.push_back(view(value.as_string()));
    return out;
  }

  static Result<> check_type(const Node& value, const json::object& schema) {
    const auto* type = schema.if_contains("type");
    if (!type) return {};
    if (type->is_array()) {
      const auto& names = type->as_array();
      if (std::ranges::any_of(names, [&](const json::value& name) { return is(value, view(name.as_string())); }))
        return {};
      return value.error("a text, a number, true or false is wanted");
    }
    const std::string_view name = view(type->as_string());
    if (is(value, name)) return {};
    // The typed readers say what is there instead.
    if (name == "string") TM_CHECK(value.text());
    if (name == "boolean") TM_CHECK(value.boolean());
    if (name == "array") TM_CHECK(value.array());
    if (name == "object") TM_CHECK(value.members());
    constexpr double any = std::numeric_limits<double>::max();
    TM_CHECK(value.number(-any, any));
    return {};
  }

  static bool is(const Node& value, std::string_view type) {
    return (type == "string" && value.is_string()) || (type == "number" && value.is_number()) ||
           (type == "boolean" && value.raw().is_bool()) || (type == "array" && value.is_array()) ||
           (type == "object" && value.is_object());
  }

  static Result<> check_bounds(const Node& value, const json::object& schema) {
    if (schema.contains("minimum") && schema.contains("maximum"))
      TM_CHECK(value.number(schema.at("minimum").to_number<double>(), schema.at("maximum").to_number<double>()));
    if (const auto* least = schema.if_contains("minLength")) {
      TM_TRY(const std::string text, value.text());
      if (text.size() < least->to_number<std::size_t>()) return value.error("must not be empty");
    }
    return {};
  }

  Result<> check_members(const Node& value, const json::object& schema) const {
    const auto* properties = schema.if_contains("properties");
    const auto* additional = schema.if_contains("additionalProperties");
    if (additional && additional->is_bool() && !additional->as_bool()) {
      std::vector<std::string_view> known;
      for (const auto& property : properties->as_object())
        known.emplace_back(property.key().data(), property.key().size());
      TM_CHECK(value.keys(known));
    }
    if (const auto* required = schema.if_contains("required"))
      for (const std::string_view key : texts(required->as_array())) TM_CHECK(value.need(key));
    TM_TRY(const auto members, value.members());
    for (const auto& [key, member] : members) {
      if (member.is_null()) continue;  // an absent key
      const json::value* inner = properties ? properties->as_object().if_contains(key) : nullptr;
      if (!inner && additional && additional->is_object()) inner = additional;
      if (inner) TM_CHECK(check(member, inner->as_object(), key));
    }
    return {};
  }

  const json::object& root_;
  const FormatCheck& format_;
};
}  // namespace

Result<> check_schema(const Node& root, std::string_view schema, const FormatCheck& format) {
  const json::value parsed = json::parse(schema);
  return Checker(parsed.as_object(), format).check(root, parsed.as_object(), {});
}

}  // namespace tidemark
