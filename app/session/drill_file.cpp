// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/drill_file.h"

#include <algorithm>
#include <set>

#include "app/settings/files.h"
#include "app/settings/schema.h"
#include "models/logbook/drill_template.h"
#include "resources/presets/presets.h"

namespace tidemark {
namespace {
using strict_json::Node;

Result<> check_duration(std::string_view format, const Node& node, std::string_view) {
  if (format != "duration") return {};
  TM_TRY(const Millis time, node.duration());
  static_cast<void>(time);
  return {};
}

// How what is seen may go, by where it is seen.
std::vector<std::string_view> ways_of(SignalSource source) {
  if (source == SignalSource::line) return {"above", "back", "stands", "moves", "falls"};
  if (source == SignalSource::metric) return {"above", "below"};
  return {};
}

Result<> check_signal(const Node& node, const DrillTemplate& drill, const DrillSignal& signal) {
  if (!signal.after.empty() && !drill.step(signal.after))
    return node.error("the drill has no step \"" + signal.after + '"', "name one of its steps under `after`");
  if (signal.sees != SignalSource::people && signal.of.empty())
    return node.error("of what is it a signal?", "say what is looked at under `of`");
  const auto ways = ways_of(signal.sees);
  if (!ways.empty() && std::ranges::find(ways, signal.goes) == ways.end()) {
    std::string words;
    for (const std::string_view way : ways) words += (words.empty() ? "" : ", ") + std::string(way);
    return node.error('"' + signal.goes + "\" is no way to go", "write one of: " + words);
  }
  if (signal.sees == SignalSource::state && signal.goes.empty())
    return node.error("which state is it?", "write \"goes\": \"!RUNNING\"");
  return {};
}

Result<> check_condition(const Node& node, const DrillTemplate& drill, const DrillCondition& condition) {
  if (condition.rule == "time" && (!drill.step(condition.from) || !drill.step(condition.to)))
    return node.error("a time runs from one step to another", "name them under `from` and `to`");
  if (condition.rule == "answer" && condition.question.empty())
    return node.error("the question has no id", "write one under `question`");
  if (condition.rule == "no-finding" && condition.of.empty())
    return node.error("which findings?", "name rules under `of`");
  return {};
}

Result<DrillTemplate> read_drill(const Node& node) {
  auto drill = drill_template_in(node.json());
  if (!drill) return node.error("this is no drill", "see tidemark drill schema");
  std::set<std::string> ids;
  for (const DrillStep& step : drill->steps)
    if (!ids.insert(step.id).second)
      return node.error("there are two steps of the id \"" + step.id + '"', "name one of them otherwise");
  if (!drill->marked(StepMark::fault))
    return node.error("no step brings the fault", "mark one with \"mark\": \"fault\"");
  std::size_t i = 0;
  TM_CHECK(node.each("signals", [&](const Node& one) { return check_signal(one, *drill, drill->expected[i++]); }));
  i = 0;
  TM_CHECK(
      node.each("conditions", [&](const Node& one) { return check_condition(one, *drill, drill->conditions[i++]); }));
  return *std::move(drill);
}
}  // namespace

Result<DrillLibrary> parse_drills(std::string_view text, const std::string& file) {
  constexpr std::size_t largest = 1u << 20;
  TM_TRY(const auto document,
         strict_json::Document::parse(text, file, ErrorCode::usage, {.bytes = largest, .depth = 8}));
  const Node root = document.root();
  TM_CHECK(check_schema(root, preset("drills.schema.json"), check_duration));
  DrillLibrary out;
  TM_CHECK(root.each("incidents", [&](const Node& node) -> Result<> {
    DrillIncident& incident = out.incidents.emplace_back();
    TM_TRY(incident.id, node.text_or("id", {}));
    TM_TRY(incident.title, node.text_or("title", {}));
    return {};
  }));
  std::set<std::string> ids;
  TM_CHECK(root.each("drills", [&](const Node& node) -> Result<> {
    TM_TRY(out.drills.emplace_back(), read_drill(node));
    if (ids.insert(out.drills.back().id).second) return {};
    return node.error("there are two drills of the id \"" + out.drills.back().id + '"', "name one of them otherwise");
  }));
  return out;
}

Result<DrillLibrary> read_drills(const std::string& file) {
  TM_TRY(DrillLibrary out, parse_drills(preset("drills.json"), "drills.json"));
  if (file.empty()) return out;
  TM_TRY(const std::string text, read_file(file));
  TM_TRY(const DrillLibrary own, parse_drills(text, file));
  for (const DrillIncident& incident : own.incidents)
    if (std::ranges::find(out.incidents, incident.id, &DrillIncident::id) == out.incidents.end())
      out.incidents.push_back(incident);
  for (const DrillTemplate& drill : own.drills) {
    const auto same = std::ranges::find(out.drills, drill.id, &DrillTemplate::id);
    if (same == out.drills.end())
      out.drills.push_back(drill);
    else
      *same = drill;
  }
  return out;
}

std::string library_text(const DrillTemplate& drill) { return "{\"drills\": [\n" + text_of(drill) + "\n]}\n"; }

Result<DrillTemplate> drill_named(const DrillLibrary& library, const std::string& id) {
  std::vector<std::string_view> names;
  for (const DrillTemplate& drill : library.drills) {
    if (drill.id == id) return drill;
    names.push_back(drill.id);
  }
  const auto near = strict_json::nearest(id, names);
  return fail(ErrorCode::usage, "there is no drill \"" + id + '"', "DRILL",
              near ? "did you mean \"" + std::string(*near) + "\"?" : "see tidemark drill list --templates");
}

}  // namespace tidemark
