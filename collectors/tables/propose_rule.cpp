// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/propose_rule.h"

#include <boost/json/parse.hpp>

namespace tidemark {
namespace {
namespace json = boost::json;
constexpr int deepest = 4;
constexpr std::size_t largest = 1u << 20;

bool fits(const OffsetRule& rule, const Members::value_type& member, const std::string& topic) {
  const auto found = read_source_offsets(rule, topic, {member});
  return found && *found && !(*found)->empty();
}

// "12:34" may be a time of day.
bool is_list(std::string_view text) { return text.find_first_of(",=") != std::string_view::npos; }

void find_paths(const json::value& value, const std::string& path, int depth, std::vector<std::string>& paths) {
  constexpr std::size_t most = 100;
  if (depth > deepest || paths.size() >= most) return;
  if (value.is_object() || value.is_array() ||
      (value.is_string() && is_list({value.get_string().data(), value.get_string().size()})))
    paths.push_back(path);
  if (const auto* object = value.if_object())
    for (const auto& member : *object)
      find_paths(member.value(), path + "['" + std::string(member.key().data(), member.key().size()) + "']", depth + 1,
                 paths);
}

std::optional<OffsetRule> by_value(const Members::value_type& member, const std::string& topic) {
  if (member.second.size() > largest) return std::nullopt;
  OffsetRule map{.key = member.first, .means = "next"};
  if (fits(map, member, topic)) return map;
  OffsetRule list{.key = member.first, .form = "list", .means = "next"};
  if (is_list(member.second) && fits(list, member, topic)) return list;
  boost::system::error_code error;
  const json::value root = json::parse({member.second.data(), member.second.size()}, error);
  if (error) return std::nullopt;
  std::vector<std::string> paths;
  find_paths(root, "$", 0, paths);
  for (const std::string& path : paths)
    for (OffsetRule rule : {map, list}) {
      rule.path = path;
      if (fits(rule, member, topic)) return rule;
    }
  return std::nullopt;
}

// "ingest-0", "ingest-1" with a number each.
std::optional<OffsetRule> by_keys(const Members& members, const std::string& topic) {
  for (const auto& [key, value] : members) {
    const auto mark = key.find_last_of("-./_");
    if (mark == std::string::npos || !parse_count(std::string_view(key).substr(mark + 1)) || !parse_count(value))
      continue;
    OffsetRule rule{.key = key.substr(0, mark + 1) + "{partition}", .means = "next"};
    if (const auto found = read_source_offsets(rule, topic, members); found && *found) return rule;
  }
  return std::nullopt;
}
}  // namespace

std::optional<OffsetRule> propose_rule(const Members& members, const std::string& topic) {
  for (const auto& member : members)
    if (auto rule = by_value(member, topic)) return rule;
  return by_keys(members, topic);
}

}  // namespace tidemark
