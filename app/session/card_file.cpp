// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/card_file.h"

#include <algorithm>
#include <set>

#include "app/settings/files.h"
#include "app/settings/schema.h"
#include "models/logbook/entry.h"
#include "resources/presets/presets.h"

namespace tidemark {
namespace {
using strict_json::Node;

Result<> check_format(std::string_view format, const Node& node, std::string_view) {
  if (format == "duration") {
    TM_TRY(const Millis time, node.duration());
    if (time <= Millis(0)) return node.error("evidence that counts for no time is none", "write 30d");
  }
  if (format == "word") {
    TM_TRY(const std::string text, node.text());
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (!std::ranges::all_of(text, plain))
      return node.error('"' + text + "\" is no id", "use lower-case letters, digits and -");
  }
  return {};
}

Result<CardSlot> read_slot(const Node& node) {
  CardSlot out;
  TM_TRY(out.id, node.text_or("slot", {}));
  TM_TRY(out.title, node.text_or("title", {}));
  return out;
}

Result<std::vector<EvidenceKind>> read_kinds(const Node& node) {
  std::vector<EvidenceKind> out;
  TM_TRY(const auto kinds, node.need("kinds"));
  TM_TRY(const auto words, kinds.texts());
  for (const std::string& word : words) out.push_back(*evidence_kind_from(word));
  return out;
}

Result<CardRow> read_row(const Node& node) {
  CardRow out;
  for (const auto& [key, field] : {std::pair{"id", &out.id},
                                   {"title", &out.title},
                                   {"rule", &out.rule},
                                   {"threshold", &out.threshold},
                                   {"measured_by", &out.measured_by},
                                   {"condition", &out.condition},
                                   {"one", &out.one},
                                   {"five", &out.five}}) {
    TM_TRY(*field, node.text_or(key, {}));
  }
  TM_TRY(const auto valid, node.need("valid"));
  TM_TRY(out.valid, valid.duration());
  if (const auto thresholds = node.find("thresholds")) {
    TM_TRY(const auto members, thresholds->members());
    for (const auto& [name, value] : members) {
      TM_TRY(out.thresholds[name], value.number(0, 1e9));
    }
  }
  TM_CHECK(node.each("wants", [&](const Node& slot) -> Result<> {
    TM_TRY(out.wants.emplace_back(), read_slot(slot));
    TM_TRY(out.wants.back().kinds, read_kinds(slot));
    return {};
  }));
  return out;
}
}  // namespace

Result<Card> parse_card(std::string_view text, const std::string& file) {
  constexpr std::size_t largest = 1u << 20;
  TM_TRY(const auto document,
         strict_json::Document::parse(text, file, ErrorCode::usage, {.bytes = largest, .depth = 8}));
  const Node root = document.root();
  TM_CHECK(check_schema(root, preset("scorecard.schema.json"), check_format));
  Card card;
  card.sha256 = sha256_of(text);
  TM_TRY(card.name, root.text_or("name", {}));
  TM_TRY(card.title, root.text_or("title", {}));
  std::set<std::string> ids;
  TM_CHECK(root.each("rows", [&](const Node& node) -> Result<> {
    TM_TRY(card.rows.emplace_back(), read_row(node));
    if (ids.insert(card.rows.back().id).second) return {};
    return node.error("there are two rows of the id \"" + card.rows.back().id + '"', "name one of them otherwise");
  }));
  TM_CHECK(root.each("conditions", [&](const Node& node) -> Result<> {
    CardCondition& condition = card.conditions.emplace_back();
    TM_TRY(condition.id, node.text_or("id", {}));
    TM_TRY(condition.title, node.text_or("title", {}));
    return {};
  }));
  return card;
}

Result<Card> read_card(const std::string& name) {
  if (name == "readiness") return parse_card(preset("scorecard.json"), "scorecard.json");
  if (name == "areas") return parse_card(preset("scorecard-areas.json"), "scorecard-areas.json");
  TM_TRY(const std::string text, read_file(name));
  return parse_card(text, name);
}

}  // namespace tidemark
