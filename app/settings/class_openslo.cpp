// SPDX-License-Identifier: GPL-3.0-or-later
// Classes as OpenSLO v1.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>

#include "app/settings/class_words.h"
#include "app/settings/yaml_text.h"

namespace tidemark::class_words {
namespace {
namespace json = boost::json;
constexpr std::string_view prefix = "tidemark/";
constexpr std::string_view own_source = "tidemark";
constexpr double usual_objective = 99;
constexpr double ms_per_second = 1000;
constexpr double all = 100;

// A label of DNS, as names of OpenSLO are.
std::string slug(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const char kept = plain ? c : upper ? static_cast<char>(c - 'A' + 'a') : '-';
    if (kept != '-' || (!out.empty() && !out.ends_with('-'))) out += kept;
  }
  constexpr std::size_t longest = 63;
  out = out.substr(0, longest);
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "unnamed" : out;
}

// 5, 0.25: a number without a needless fraction.
json::value number(double value) {
  const double whole = std::round(value);
  if (whole == value && std::abs(value) < 1e15) return static_cast<std::int64_t>(whole);
  return value;
}

std::string annotation(std::string_view key) { return fmt::format("{}{}", prefix, key); }

json::object object_of(const ClassProfile& item, const std::string& service) {
  const std::string name = slug(item.name);
  json::object annotations;
  if (name != item.name) annotations[annotation("class")] = item.name;
  for (const auto& remark : remarks_of(item, false)) annotations[annotation(remark.key())] = remark.value();
  if (!item.objective) annotations[annotation("objective")] = "none";
  json::object metadata{{"name", name}, {"displayName", item.name}};
  if (!annotations.empty()) metadata["annotations"] = std::move(annotations);
  const json::object indicator{
      {"metadata", json::object{{"name", name + "-age"}}},
      {"spec", json::object{{"thresholdMetric",
                             json::object{{"metricSource", json::object{{"type", own_source},
                                                                        {"spec", json::object{{"class", item.name},
                                                                                              {"end", item.end},
                                                                                              {"unit", "s"}}}}}}}}}};
  // Exact to what a share in percent can say.
  const double target = std::round(item.objective.value_or(usual_objective) * 1e9) / 1e11;
  const json::object objective{{"displayName", "age in seconds"},
                               {"op", "lte"},
                               {"value", number(static_cast<double>(item.target->count()) / ms_per_second)},
                               {"target", number(target)},
                               {"timeSliceTarget", 1},
                               {"timeSliceWindow", "1m"}};
  return {{"apiVersion", "openslo/v1"},
          {"kind", "SLO"},
          {"metadata", std::move(metadata)},
          {"spec", json::object{{"service", slug(service)},
                                {"indicator", indicator},
                                {"timeWindow", json::array{json::object{{"duration", "30d"}, {"isRolling", true}}}},
                                {"budgetingMethod", "Timeslices"},
                                {"objectives", json::array{objective}}}}};
}

// The part of metadata.annotations that is ours, without the prefix.
Result<> read_annotations(const Node& metadata, ClassProfile& item, std::vector<std::string>& dropped) {
  const auto annotations = metadata.find("annotations");
  if (!annotations) return {};
  TM_TRY(const auto members, annotations->members());
  json::object ours;
  bool others = false;
  for (const auto& [key, node] : members) {
    if (key.starts_with(prefix))
      ours[key.substr(prefix.size())] = node.raw();
    else
      others = true;
  }
  if (others) dropped.emplace_back("other annotations");
  const json::value value(std::move(ours));
  const std::string where = annotations->path();
  const Node node(&value, where, &where, ErrorCode::input);
  return read_remarks(node, item);
}

// Whether the objective is an age in slices; why not, where it is not.
Result<std::string> unfit(const Node& spec, const std::optional<Node>& objective) {
  TM_TRY(const std::string method, spec.text_or("budgetingMethod", {}));
  if (method != "Timeslices") return "its budgetingMethod is not Timeslices";
  if (!objective) return std::string("it has no objective");
  TM_TRY(const std::string op, objective->text_or("op", {}));
  if (op != "lte" && op != "lt") return std::string("its objective is not \"at most\" (lte)");
  if (!objective->has("value")) return std::string("its objective has no value");
  return std::string();
}

Result<> read_share(const Node& objective, ClassProfile& item) {
  if (const auto target = objective.find("target")) {
    TM_TRY(const double share, target->number(0, 1));
    item.objective = std::round(share * 1e11) / 1e9;
  }
  if (const auto percent = objective.find("targetPercent")) {
    TM_TRY(item.objective, percent->number(0, all));
  }
  return {};
}

// What is said otherwise than a class can say it.
Result<> note_rest(const Node& spec, const Node& objective, std::size_t objectives, std::vector<std::string>& dropped) {
  if (objectives > 1) dropped.push_back(fmt::format("{} further objectives", objectives - 1));
  for (std::string& key :
       other_keys(spec, {"service", "indicator", "indicatorRef", "timeWindow", "budgetingMethod", "objectives"}))
    dropped.push_back(std::move(key));
  for (std::string& key : other_keys(
           objective, {"displayName", "op", "value", "target", "targetPercent", "timeSliceTarget", "timeSliceWindow"}))
    dropped.push_back("the objective's " + std::move(key));
  TM_TRY(const std::string slice, objective.text_or("timeSliceWindow", "1m"));
  if (slice != "1m") dropped.emplace_back("slices of another length than 1m");
  if (const auto share = objective.find("timeSliceTarget")) {
    TM_TRY(const double value, share->number(0, 1));
    if (value < 1) dropped.emplace_back("a timeSliceTarget below 1");
  }
  TM_CHECK(spec.each("timeWindow", [&](const Node& window) -> Result<> {
    TM_TRY(const std::string duration, window.text_or("duration", "30d"));
    TM_TRY(const bool rolling, window.boolean_or("isRolling", true));
    if (duration != "30d" || !rolling) dropped.emplace_back("a window other than 30 days, rolling");
    return {};
  }));
  return {};
}

// The unit of the value is the metric's own, which only we write down.
bool is_ours(const Node& spec) {
  std::optional<Node> node = spec.find("indicator");
  for (const char* key : {"spec", "thresholdMetric", "metricSource", "type"})
    if (node) node = node->find(key);
  return node && node->is_string() && node->text().value_or("") == own_source;
}

Result<> read_slo(const Node& root, ClassesRead& out) {
  TM_TRY(const Node metadata, root.need("metadata"));
  TM_TRY(const Node spec, root.need("spec"));
  ClassProfile item;
  TM_TRY(item.name, name_in(metadata, "name"));
  std::vector<Node> objectives;
  TM_CHECK(spec.each("objectives", [&](const Node& node) -> Result<> {
    objectives.push_back(node);
    return {};
  }));
  const std::optional<Node> objective = objectives.empty() ? std::nullopt : std::optional(objectives.front());
  TM_TRY(const std::string why, unfit(spec, objective));
  if (!why.empty()) {
    out.notes.push_back(item.name + " is left out: " + why);
    return {};
  }
  constexpr double longest = 3'650.0 * 86'400;
  TM_TRY(const Node value, objective->need("value"));
  TM_TRY(const double seconds, value.number(0, longest));
  item.target = Millis(std::llround(seconds * ms_per_second));
  TM_CHECK(read_share(*objective, item));
  std::vector<std::string> dropped;
  TM_CHECK(read_annotations(metadata, item, dropped));
  TM_CHECK(note_rest(spec, *objective, objectives.size(), dropped));
  if (!is_ours(spec)) out.notes.push_back(item.name + ": its value is taken for seconds of age");
  if (!dropped.empty()) out.notes.push_back(item.name + ": not kept: " + listed(dropped));
  out.classes.push_back(std::move(item));
  return {};
}
}  // namespace

Result<> read_openslo(const Node& root, ClassesRead& out) {
  TM_TRY(const Node version, root.need("apiVersion"));
  TM_TRY(const std::string word, version.text());
  if (word != "openslo/v1") return version.error("is not read", "write it as openslo/v1");
  TM_TRY(const std::string kind, name_in(root, "kind"));
  if (kind == "SLO") return read_slo(root, out);
  out.notes.push_back("an object of kind " + kind + " is left out: only SLO says what a class promises");
  return {};
}

ClassesWritten write_openslo(const std::vector<ClassProfile>& classes, const std::string& service) {
  ClassesWritten out;
  for (const ClassProfile& item : classes) {
    if (!item.target) {
      out.notes.push_back(item.name + " is left out: it has no target");
      continue;
    }
    out.text += "---\n" + yaml_text(object_of(item, service));
    std::vector<std::string> kept;
    for (const auto& remark : remarks_of(item, false)) kept.emplace_back(remark.key());
    if (!kept.empty())
      out.notes.push_back(item.name + ": " + listed(kept) + ": kept as annotations, which others do not act on");
    if (!item.objective) out.notes.push_back(item.name + ": it has no objective; 99 % is written, which is judged by");
  }
  return out;
}

}  // namespace tidemark::class_words
