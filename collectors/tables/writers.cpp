// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/writers.h"

#include <algorithm>
#include <array>

#include "collectors/tables/offset_rule.h"
#include "resources/presets/presets.h"

namespace tidemark {
namespace {
using strict_json::Node;

constexpr std::array words =
    std::to_array<std::pair<const char*, std::string WriterPreset::*>>({{"writer", &WriterPreset::writer},
                                                                        {"title", &WriterPreset::title},
                                                                        {"known", &WriterPreset::known},
                                                                        {"commit_id", &WriterPreset::commit_id},
                                                                        {"task_id", &WriterPreset::task_id},
                                                                        {"help", &WriterPreset::help}});

Result<WriterPreset> read_writer(const Node& node) {
  WriterPreset out;
  for (const auto& [key, field] : words) {
    TM_TRY(out.*field, node.text_or(key, {}));
  }
  if (const auto formats = node.find("formats")) {
    TM_TRY(out.formats, formats->texts());
  }
  if (const auto signs = node.find("signs")) {
    TM_TRY(out.signs, signs->texts());
  }
  TM_CHECK(node.each("rules", [&](const Node& rule) -> Result<> {
    TM_TRY(out.rules.emplace_back(), read_offset_rule(rule));
    return {};
  }));
  return out;
}

Result<std::vector<WriterPreset>> read_writers() {
  TM_TRY(const auto document,
         strict_json::Document::parse(preset("writers.json"), "writers.json", ErrorCode::internal));
  std::vector<WriterPreset> out;
  TM_CHECK(document.root().each("writers", [&](const Node& node) -> Result<> {
    TM_TRY(out.emplace_back(), read_writer(node));
    return {};
  }));
  return out;
}
}  // namespace

bool WriterPreset::writes(std::string_view format) const {
  return formats.empty() || std::ranges::find(formats, format) != formats.end();
}

bool WriterPreset::signed_by(const Members& members) const {
  return std::ranges::any_of(signs, [&](const std::string& sign) {
    const std::string_view fixed = std::string_view(sign).substr(0, sign.find_first_of("*?"));
    if (fixed.size() == sign.size()) return members.contains(sign);
    for (auto at = members.lower_bound(fixed); at != members.end() && at->first.starts_with(fixed); ++at)
      if (glob_match(sign, at->first)) return true;
    return false;
  });
}

bool WriterPreset::tells_offsets() const { return std::ranges::any_of(rules, tidemark::tells_offsets); }

// The file is compiled in, and a test holds it against its schema.
const std::vector<WriterPreset>& writer_presets() {
  static const std::vector<WriterPreset> all = read_writers().value_or(std::vector<WriterPreset>{});
  return all;
}

const WriterPreset* writer_named(std::string_view format, std::string_view writer) {
  for (const WriterPreset& one : writer_presets())
    if (one.writer == writer && one.writes(format)) return &one;
  return nullptr;
}

const WriterPreset* writer_of(std::string_view format, const Members& members) {
  for (const WriterPreset& one : writer_presets())
    if (one.writes(format) && one.signed_by(members)) return &one;
  return nullptr;
}

std::string WriterSearch::doubt() const {
  if (said_ != nullptr || seen_.size() < 2) return {};
  std::set<std::string> names;
  for (const WriterPreset* writer : seen_) names.insert(writer->writer);
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return "Several writers note in it how far they have come (" + list +
         "): say in the table's pipeline which `writer` is meant";
}

}  // namespace tidemark
