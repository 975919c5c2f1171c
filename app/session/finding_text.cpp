// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/finding_text.h"

#include <boost/json/parse.hpp>
#include <map>

#include "resources/presets/presets.h"

namespace tidemark {
namespace {
using Templates = std::map<std::string, std::string, std::less<>>;

struct AllTemplates {
  Templates title;  // by rule, and by "rule/variant"
  Templates next;   // by rule
  Templates held;   // by rule
};

AllTemplates read_templates() {
  AllTemplates out;
  const boost::json::value rules = boost::json::parse(preset("rules.json"));
  for (const auto& value : rules.at("rules").as_array()) {
    const boost::json::object& rule = value.as_object();
    const std::string id(rule.at("id").as_string());
    out.title.emplace(id, rule.at("title").as_string());
    if (const auto* next = rule.if_contains("next")) out.next.emplace(id, next->as_string());
    if (const auto* held = rule.if_contains("next_held")) out.held.emplace(id, held->as_string());
    if (const auto* variants = rule.if_contains("variants"))
      for (const auto& variant : variants->as_object())
        out.title.emplace(id + '/' + std::string(variant.key()), variant.value().as_string());
  }
  return out;
}

const AllTemplates& templates() {
  static const AllTemplates all = read_templates();
  return all;
}
}  // namespace

std::string finding_text(const Finding& finding) {
  std::string key = finding.rule;
  if (const auto variant = finding.params.find("variant"); variant != finding.params.end())
    if (const auto* name = std::get_if<std::string>(&variant->second)) key += '/' + *name;
  const auto found = templates().title.find(key);
  return found == templates().title.end() ? finding.rule : fill_template(found->second, finding);
}

std::string finding_next(const Finding& finding, bool held) {
  const AllTemplates& all = templates();
  if (const auto found = all.held.find(finding.rule); held && found != all.held.end())
    return fill_template(found->second, finding);
  const auto found = all.next.find(finding.rule);
  return found == all.next.end() ? std::string() : fill_template(found->second, finding);
}

RuleTexts rule_texts() { return {finding_text, finding_next}; }

}  // namespace tidemark
