// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/finding_text.h"

#include <boost/json/parse.hpp>

#include "models/analysis/check.h"
#include "resources/presets/presets.h"

namespace tidemark::cli {
namespace {
// Rule id to template.
std::map<std::string, std::string, std::less<>> read_templates() {
  std::map<std::string, std::string, std::less<>> out;
  const boost::json::value rules = boost::json::parse(preset("rules.json"));
  for (const auto& rule : rules.at("rules").as_array())
    out.emplace(rule.at("id").as_string(), rule.at("title").as_string());
  return out;
}
}  // namespace

std::string finding_text(const Finding& finding) {
  static const auto templates = read_templates();
  const auto found = templates.find(finding.rule);
  return found == templates.end() ? finding.rule : fill_template(found->second, finding);
}

}  // namespace tidemark::cli
