// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/offset_rule.h"

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace tidemark {
namespace {
constexpr std::array fields =
    std::to_array<std::pair<const char*, std::string OffsetRule::*>>({{"key", &OffsetRule::key},
                                                                      {"form", &OffsetRule::form},
                                                                      {"means", &OffsetRule::means},
                                                                      {"where", &OffsetRule::where},
                                                                      {"path", &OffsetRule::path},
                                                                      {"job", &OffsetRule::job},
                                                                      {"part", &OffsetRule::part}});
}  // namespace

Result<OffsetRule> read_offset_rule(const strict_json::Node& node) {
  OffsetRule rule;
  for (const auto& [key, field] : fields) {
    TM_TRY(rule.*field, node.text_or(key, rule.*field));
  }
  if (const auto topics = node.find("topics")) {
    TM_TRY(const auto members, topics->members());
    for (const auto& [there, name] : members) {
      TM_TRY(rule.topics[there], name.text());
    }
  }
  return rule;
}

std::vector<std::pair<std::string, std::string>> offset_rule_texts(const OffsetRule& rule) {
  static const OffsetRule usual;
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& [key, field] : fields)
    if (rule.*field != usual.*field) out.emplace_back(key, rule.*field);
  return out;
}

std::string offset_rule_json(const OffsetRule& rule) {
  namespace json = boost::json;
  json::object out;
  for (const auto& [key, text] : offset_rule_texts(rule)) out[key] = text;
  if (!rule.topics.empty()) {
    json::object& topics = out["topics"].emplace_object();
    for (const auto& [there, name] : rule.topics) topics[there] = name;
  }
  return json::serialize(out);
}

}  // namespace tidemark
