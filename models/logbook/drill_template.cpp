// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/drill_template.h"

#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "models/logbook/body.h"
#include "models/logbook/entry.h"

namespace tidemark {
namespace {
namespace json = boost::json;
using body::text_in;

template <class Of>
using TextFields = std::vector<std::pair<const char*, std::string Of::*>>;
const TextFields<DrillStep>& step_texts() {
  static const TextFields<DrillStep> fields{{"id", &DrillStep::id},
                                            {"title", &DrillStep::title},
                                            {"who", &DrillStep::who},
                                            {"command", &DrillStep::command},
                                            {"expect", &DrillStep::expect}};
  return fields;
}
const TextFields<DrillSignal>& signal_texts() {
  static const TextFields<DrillSignal> fields{{"id", &DrillSignal::id},
                                              {"title", &DrillSignal::title},
                                              {"goes", &DrillSignal::goes},
                                              {"after", &DrillSignal::after}};
  return fields;
}
const TextFields<DrillCondition>& condition_texts() {
  static const TextFields<DrillCondition> fields{{"rule", &DrillCondition::rule},
                                                 {"title", &DrillCondition::title},
                                                 {"question", &DrillCondition::question},
                                                 {"from", &DrillCondition::from},
                                                 {"to", &DrillCondition::to}};
  return fields;
}
const TextFields<DrillTemplate>& drill_texts() {
  static const TextFields<DrillTemplate> fields{{"id", &DrillTemplate::id},
                                                {"title", &DrillTemplate::title},
                                                {"purpose", &DrillTemplate::purpose},
                                                {"slot", &DrillTemplate::slot},
                                                {"incident", &DrillTemplate::incident}};
  return fields;
}

template <class Of>
void put_texts(const TextFields<Of>& fields, const Of& of, json::object& out) {
  for (const auto& [key, field] : fields)
    if (!(of.*field).empty()) out[key] = of.*field;
}

// False where one of them is no text.
template <class Of>
bool take_texts(const TextFields<Of>& fields, const json::object& from, Of& of) {
  for (const auto& [key, field] : fields) {
    const json::value* member = from.if_contains(key);
    if (!member) continue;
    if (!member->is_string()) return false;
    of.*field = std::string(member->get_string());
  }
  return true;
}

std::string duration_text(Millis time) { return std::to_string(time.count()) + "ms"; }

// True where it is missing.
bool take_duration(const json::object& from, std::string_view key, Millis& out) {
  if (!from.contains(key)) return true;
  const auto time = parse_duration(text_in(from, key).value_or(""));
  if (time) out = *time;
  return time.has_value();
}

bool take_flag(const json::object& from, std::string_view key, bool& out) {
  const json::value* value = from.if_contains(key);
  if (!value) return true;
  if (!value->is_bool()) return false;
  out = value->get_bool();
  return true;
}

bool take_words(const json::object& from, std::string_view key, std::vector<std::string>& out) {
  const json::value* value = from.if_contains(key);
  if (!value) return true;
  if (!value->is_array()) return false;
  for (const json::value& one : value->get_array()) {
    if (!one.is_string()) return false;
    out.emplace_back(one.get_string());
  }
  return true;
}

json::array written(const std::vector<std::string>& words) {
  json::array out;
  for (const std::string& word : words) out.emplace_back(word);
  return out;
}

json::object written(const DrillStep& step) {
  json::object out;
  put_texts(step_texts(), step, out);
  if (step.wait > Millis(0)) out["wait"] = duration_text(step.wait);
  if (step.mark != StepMark::none) out["mark"] = word(step.mark);
  if (step.optional) out["optional"] = true;
  return out;
}

json::object written(const DrillSignal& signal) {
  json::object out{{"sees", word(signal.sees)}};
  put_texts(signal_texts(), signal, out);
  if (!signal.of.empty()) out["of"] = written(signal.of);
  if (signal.optional) out["optional"] = true;
  return out;
}

json::object written(const DrillCondition& condition) {
  json::object out{{"otherwise", word(condition.otherwise)}};
  put_texts(condition_texts(), condition, out);
  if (!condition.of.empty()) out["of"] = written(condition.of);
  json::object limits;
  for (const auto& [name, value] : condition.limits) limits[name] = value;
  if (!limits.empty()) out["limits"] = std::move(limits);
  return out;
}

template <class Of>
json::array all_written(const std::vector<Of>& all) {
  json::array out;
  for (const Of& one : all) out.push_back(written(one));
  return out;
}

std::optional<DrillStep> step_of(const json::object& from) {
  DrillStep out;
  const auto mark = step_mark_from(text_in(from, "mark").value_or("none"));
  if (!mark || !take_texts(step_texts(), from, out) || !take_duration(from, "wait", out.wait) ||
      !take_flag(from, "optional", out.optional) || out.id.empty())
    return std::nullopt;
  out.mark = *mark;
  return out;
}

std::optional<DrillSignal> signal_of(const json::object& from) {
  DrillSignal out;
  const auto sees = signal_source_from(text_in(from, "sees").value_or(""));
  if (!sees || !take_texts(signal_texts(), from, out) || !take_words(from, "of", out.of) ||
      !take_flag(from, "optional", out.optional) || out.id.empty())
    return std::nullopt;
  out.sees = *sees;
  return out;
}

std::optional<DrillCondition> condition_of(const json::object& from) {
  DrillCondition out;
  const auto otherwise = outcome_from(text_in(from, "otherwise").value_or("partial"));
  if (!otherwise || !take_texts(condition_texts(), from, out) || !take_words(from, "of", out.of) || out.rule.empty())
    return std::nullopt;
  out.otherwise = *otherwise;
  const json::value* limits = from.if_contains("limits");
  if (limits && !limits->is_object()) return std::nullopt;
  if (!limits) return out;
  for (const auto& member : limits->get_object()) {
    if (!member.value().is_number()) return std::nullopt;
    out.limits.emplace(member.key(), member.value().to_number<double>());
  }
  return out;
}

template <class Of>
bool take_all(const json::object& from, std::string_view key, std::optional<Of> (*read)(const json::object&),
              std::vector<Of>& out) {
  const json::value* list = from.if_contains(key);
  if (!list) return true;
  if (!list->is_array()) return false;
  for (const json::value& value : list->get_array()) {
    auto one = value.is_object() ? read(value.get_object()) : std::nullopt;
    if (!one) return false;
    out.push_back(std::move(*one));
  }
  return true;
}
}  // namespace

std::string text_of(const DrillTemplate& drill) {
  json::object out;
  put_texts(drill_texts(), drill, out);
  if (!drill.rows.empty()) out["rows"] = written(drill.rows);
  out["steady_for"] = duration_text(drill.steady_for);
  out["recover_within"] = duration_text(drill.recover_within);
  out["watch"] = duration_text(drill.watch);
  if (drill.from_fault) out["from_fault"] = true;
  out["coverage"] = drill.coverage;
  out["steps"] = all_written(drill.steps);
  out["signals"] = all_written(drill.expected);
  out["conditions"] = all_written(drill.conditions);
  return json::serialize(out);
}

std::optional<DrillTemplate> drill_template_in(std::string_view text) {
  boost::system::error_code error;
  json::parse_options options;
  options.allow_comments = options.allow_trailing_commas = true;
  options.max_depth = 8;
  const json::value value = json::parse(json::string_view(text.data(), text.size()), error, {}, options);
  const json::object* from = error ? nullptr : value.if_object();
  if (!from) return std::nullopt;
  DrillTemplate out;
  if (!take_texts(drill_texts(), *from, out) || !take_words(*from, "rows", out.rows) ||
      !take_duration(*from, "steady_for", out.steady_for) ||
      !take_duration(*from, "recover_within", out.recover_within) || !take_duration(*from, "watch", out.watch) ||
      !take_flag(*from, "from_fault", out.from_fault) || !take_all(*from, "steps", step_of, out.steps) ||
      !take_all(*from, "signals", signal_of, out.expected) ||
      !take_all(*from, "conditions", condition_of, out.conditions) || out.id.empty())
    return std::nullopt;
  if (const json::value* coverage = from->if_contains("coverage")) {
    if (!coverage->is_number()) return std::nullopt;
    out.coverage = coverage->to_number<double>();
  }
  out.sha256 = sha256_of(text_of(out));
  return out;
}

}  // namespace tidemark
