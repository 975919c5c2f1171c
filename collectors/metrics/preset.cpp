// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/metrics/preset.h"

#include <algorithm>
#include <set>

#include "collectors/core/strict_json.h"

namespace tidemark::metrics {
namespace {
using strict_json::Node;

Result<std::vector<Condition>> read_where(const Node& node) {
  std::vector<Condition> out;
  const auto where = node.find("where");
  if (!where) return out;
  TM_TRY(const auto members, where->members());
  for (const auto& [label, value] : members) {
    Condition& condition = out.emplace_back();
    condition.label = label;
    if (value.is_array()) {
      TM_TRY(condition.globs, value.texts());
    } else {
      TM_TRY(std::string glob, value.text());
      condition.globs.push_back(std::move(glob));
    }
  }
  return out;
}

Result<> read_kind(const Node& node, Candidate& out) {
  const auto kind = node.find("kind");
  if (!kind) return {};
  TM_TRY(const std::string word, kind->word({"gauge", "counter", "quantile", "mean"}));
  if (word == "counter") out.kind = Kind::counter;
  if (word == "quantile") out.kind = Kind::quantile;
  if (word == "mean") out.kind = Kind::mean;
  return {};
}

Result<> read_join(const Node& node, Candidate& out) {
  const auto join = node.find("join");
  if (!join) return {};
  TM_TRY(const std::string word, join->word({"sum", "max", "min", "mean"}));
  if (word == "max") out.join = Join::max;
  if (word == "min") out.join = Join::min;
  if (word == "mean") out.join = Join::mean;
  return {};
}

Result<Candidate> read_candidate(const Node& node) {
  constexpr double largest = 1e12;
  TM_CHECK(node.keys({"preset", "metric", "attribute", "kind", "count", "quantile", "scale", "complement", "share",
                      "counted", "least", "join", "object", "where"}));
  Candidate out;
  TM_TRY(const Node preset, node.need("preset"));
  TM_TRY(out.preset, preset.text());
  TM_TRY(const Node metric, node.need("metric"));
  TM_TRY(out.metric, metric.text());
  TM_TRY(const Node object, node.need("object"));
  TM_TRY(out.object, object.text());
  out.key = key_of(out.metric);
  TM_TRY(out.key.attribute, node.text_or("attribute", out.key.attribute));
  TM_CHECK(read_kind(node, out));
  if (const auto count = node.find("count")) {
    TM_TRY(const std::string name, count->text());
    out.count = key_of(name);
  }
  TM_CHECK(read_join(node, out));
  if (const auto quantile = node.find("quantile")) {
    TM_TRY(out.quantile, quantile->number(0, 1));
  }
  if (const auto scale = node.find("scale")) {
    TM_TRY(out.scale, scale->number(-largest, largest));
  }
  TM_TRY(out.complement, node.boolean_or("complement", false));
  TM_TRY(out.share, node.boolean_or("share", false));
  TM_TRY(out.counted, node.boolean_or("counted", false));
  if (const auto least = node.find("least")) {
    TM_TRY(out.least, least->number(-largest, largest));
  }
  TM_TRY(out.where, read_where(node));
  return out;
}

Result<Meaning> read_meaning(const Node& node) {
  TM_CHECK(node.keys({"signal", "layer", "unit", "candidates"}));
  Meaning out;
  TM_TRY(const Node signal, node.need("signal"));
  TM_TRY(const std::string name, signal.text());
  out.signal = Signal(name);
  TM_TRY(const Node layer, node.need("layer"));
  TM_TRY(out.layer, layer.text());
  TM_TRY(out.unit, node.text_or("unit", {}));
  TM_CHECK(node.each("candidates", [&](const Node& one) -> Result<> {
    TM_TRY(Candidate candidate, read_candidate(one));
    out.candidates.push_back(std::move(candidate));
    return {};
  }));
  return out;
}
}  // namespace

Result<Preset> parse_preset(std::string_view text, const std::string& only) {
  TM_TRY(const auto document, strict_json::Document::parse(text, "metrics.json", ErrorCode::internal));
  const Node root = document.root();
  TM_CHECK(root.keys({"aliases", "signals"}));
  Preset out;
  std::set<std::string> names;
  std::string wanted = only;
  if (const auto aliases = root.find("aliases")) {
    TM_TRY(wanted, aliases->text_or(only, only));
  }
  TM_CHECK(root.each("signals", [&](const Node& node) -> Result<> {
    TM_TRY(Meaning meaning, read_meaning(node));
    for (const Candidate& candidate : meaning.candidates) names.insert(candidate.preset);
    if (wanted != "auto") std::erase_if(meaning.candidates, [&](const Candidate& one) { return one.preset != wanted; });
    if (!meaning.candidates.empty()) out.meanings.push_back(std::move(meaning));
    return {};
  }));
  if (wanted == "auto" || names.contains(wanted)) return out;
  const auto near = strict_json::nearest(only, {names.begin(), names.end()});
  return fail(ErrorCode::usage, "there is no preset \"" + only + "\"", "preset",
              near ? "did you mean \"" + std::string(*near) + "\"?" : "leave it out, or write \"auto\"");
}

}  // namespace tidemark::metrics
