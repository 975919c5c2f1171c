// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <set>

#include "models/analysis/incident.h"

namespace tidemark {
namespace {
// For a text: three digits are enough to see a change.
std::string short_number(double value) {
  std::array<char, 32> text{};
  const double size = std::abs(value);
  const int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits).ptr;
  std::string out(text.data(), end);
  if (out.find('.') == std::string::npos) return out;
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

std::string duration_text(double ms) {
  constexpr double second = 1000, minute = 60 * second, hour = 60 * minute, enough = 2;
  const double size = std::abs(ms);
  if (size < second) return short_number(ms) + " ms";
  if (size < enough * minute) return short_number(ms / second) + " s";
  if (size < enough * hour) return short_number(ms / minute) + " min";
  return short_number(ms / hour) + " h";
}

Cell value_cell(const OnsetValue& value) {
  if (!value) return value.reason();
  if (const auto* state = std::get_if<std::string>(&*value)) return *state;
  return std::get<double>(*value);
}

Cell name_cell(const std::string& name) { return name.empty() ? Cell(Reason::not_applicable) : Cell(name); }

// Which text of O01 a series has. A partition's rate names its group or table after a colon.
std::string variant_of(const std::string& series, const OnsetValue& before, const OnsetValue& after) {
  static constexpr std::array<std::string_view, 6> own{"produce_rate", "readable_share", "read_rate",
                                                       "land_rate",    "commit_cadence", "mirror_rate"};
  const std::string head = series.substr(0, series.find(':'));
  if (std::ranges::find(own, head) != own.end()) return head.size() < series.size() ? head + "_part" : head;
  if (series == "state") return series;
  return before || after ? "gauge" : "event";
}

// "Write latency" of "put_latency_ms"; of what has no name of its own the words that it is made of.
std::string name_of(const std::string& series, const FindingText& text) {
  Finding finding{.rule = "O08"};
  finding.params["variant"] = series;
  std::string name = text(finding);
  if (name != finding.rule) return name;
  name = series;
  std::ranges::replace(name, '_', ' ');
  std::ranges::replace(name, '-', ' ');
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') name.front() -= 'a' - 'A';
  return name;
}

// What a text of O01 or O04 may name of an onset or a witness.
template <class Of>
std::map<std::string, FindingParam> params_of(const Of& of, const FindingText& text) {
  return {{"variant", variant_of(of.series, of.before, of.after)},
          {"what", std::string(object::kind(of.object)) + ' ' + std::string(object::name(of.object))},
          {"topic", of.topic},
          {"by", of.series.substr(of.series.find(':') + 1)},
          {"series", name_of(of.series, text)},
          {"before", value_text(of.before, of.unit)},
          {"after", value_text(of.after, of.unit)}};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out.empty() ? "–" : out;
}

// Joins the first few; says how many more there are.
template <class List, class Text>
std::string first_of(const List& list, Text&& text) {
  constexpr std::size_t shown = 5;
  std::vector<std::string> parts;
  for (const auto& one : list)
    if (parts.size() < shown) parts.push_back(text(one));
  std::string out = joined(parts);
  if (list.size() > shown) out += " +" + std::to_string(list.size() - shown);
  return out;
}

CellRecord row_of(const Onset& onset, const FindingText& text) {
  return {{"rank", static_cast<std::int64_t>(onset.rank)},
          {"layer", onset.place.layer},
          {"lanes", word(onset.place.lanes)},
          {"cluster", name_cell(onset.cluster.value())},
          {"object", name_cell(onset.object.value())},
          {"topic", name_cell(onset.topic)},
          {"series", onset.series},
          {"onset_lo", onset.lo},
          {"onset_hi", onset.hi},
          {"before", value_cell(onset.before)},
          {"after", value_cell(onset.after)},
          {"unit", name_cell(onset.unit)},
          {"ordered_by", onset.tied ? "topology" : "time"},
          {"first", onset.first},
          {"over_gap", onset.over_gap},
          {"count", static_cast<std::int64_t>(onset.count)},
          {"text", text(onset_finding(onset, text))}};
}

CellRecord unchanged_of(const NonMover& of, const FindingText& text) {
  return {{"layer", of.place.layer},         {"lanes", word(of.place.lanes)},
          {"cluster", of.cluster.value()},   {"object", of.object.value()},
          {"topic", name_cell(of.topic)},    {"series", of.series},
          {"before", value_cell(of.before)}, {"after", value_cell(of.after)},
          {"unit", name_cell(of.unit)},      {"ratio", of.ratio},
          {"text", witness_text(of, text)}};
}

CellList unseen_of(const Incident& incident, const FindingText& text) {
  CellList out;
  for (const Unseen& of : incident.unseen)
    out.emplace_back(CellRecord{{"layer", layer_of(of.lanes)},
                                {"lanes", word(of.lanes)},
                                {"why", word(of.reason)},
                                {"text", text(lanes_finding(of.lanes))}});
  return out;
}

CellList standing_of(const Incident& incident) {
  CellList out;
  for (const StandingOnset& of : incident.standing)
    out.emplace_back(CellRecord{{"layer", of.place.layer},
                                {"lanes", word(of.place.lanes)},
                                {"cluster", of.cluster.value()},
                                {"object", of.object.value()},
                                {"series", of.series},
                                {"state", name_cell(of.state)},
                                {"since", of.since}});
  return out;
}

CellList nearby_of(const Incident& incident) {
  CellList out;
  for (const EventRow& row : incident.nearby)
    out.emplace_back(CellRecord{{"at", row.at},
                                {"layer", row.layer},
                                {"kind", row.kind},
                                {"object", name_cell(row.object.value())},
                                {"text", row.text}});
  return out;
}
}  // namespace

std::string value_text(const OnsetValue& value, const std::string& unit) {
  if (!value)
    return value.reason() == Reason::not_applicable ? "–" : "unknown (" + std::string(word(value.reason())) + ')';
  if (const auto* state = std::get_if<std::string>(&*value)) return *state;
  const double number = std::get<double>(*value);
  if (unit == "ms") return duration_text(number);
  return short_number(number) + (unit.empty() || unit == "/s" ? "" : ' ' + unit);
}

Began began(const Onset& onset) {
  const Millis half = (onset.hi - onset.lo) / 2;
  const Millis grain = half >= Millis(1000) ? Millis(1000) : Millis(1);
  const LocalTime at(onset.hi - half - (onset.hi - half).time_since_epoch() % grain);
  const Millis error = std::max(onset.hi - at, at - onset.lo);
  return {at, (error + grain - Millis(1)) / grain * grain};
}

bool nothing_judged(const Incident& incident) {
  return incident.onsets.empty() && incident.unchanged.empty() && incident.standing.empty();
}

Finding onset_finding(const Onset& onset, const FindingText& text) {
  Finding out{.rule = "O01", .object = onset.object};
  out.params = params_of(onset, text);
  const Began when = began(onset);
  out.params["at"] = when.at;
  out.params["error"] = when.error;
  out.params["said"] = onset.said;
  if (onset.count > 1)
    out.params["what"] =
        std::get<std::string>(out.params["what"]) + " and " + std::to_string(onset.count - 1) + " more";
  out.params["count"] = static_cast<std::int64_t>(onset.count);
  return out;
}

std::string series_name(const std::string& series, const FindingText& text) {
  return name_of(series.substr(0, series.find(':')), text);
}

std::string onset_name(const Onset& onset, const FindingText& text) {
  std::string what = std::string(object::kind(onset.object)) + ' ' + std::string(object::name(onset.object));
  if (onset.series == "state") return what;
  std::string name = series_name(onset.series, text) + " of ";
  if (const auto by = onset.series.find(':'); by != std::string::npos) name += onset.series.substr(by + 1) + " in ";
  name += what;
  if (!onset.topic.empty() && onset.topic != object::name(onset.object)) name += " in " + onset.topic;
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string witness_text(const NonMover& of, const FindingText& text) {
  Finding finding{.rule = "O04", .object = of.object};
  finding.params = params_of(of, text);
  finding.params["ratio"] = of.ratio ? short_number(*of.ratio) : "–";
  return text(finding);
}

std::string standing_text(const StandingOnset& of, const FindingText& text) {
  return std::string(object::kind(of.object)) + ' ' + std::string(object::name(of.object)) + " (" +
         (of.state.empty() ? name_of(of.series, text) : of.state) + ')';
}

std::string nearby_text(const EventRow& row, const FindingText& text) {
  return name_of(row.kind, text) + ": " + row.text;
}

Finding lanes_finding(LaneGroup lanes) {
  Finding out{.rule = "O02"};
  out.params["variant"] = std::string(word(lanes));
  return out;
}

Finding summary_finding(const Incident& incident, const FindingText& text) {
  std::vector<std::string> first, unchanged, unseen;
  for (const Onset& onset : incident.onsets)
    if (onset.first) first.push_back(text(onset_finding(onset, text)));
  for (const NonMover& of : incident.unchanged) unchanged.push_back(text(lanes_finding(of.place.lanes)));
  for (const Unseen& of : incident.unseen) unseen.push_back(text(lanes_finding(of.lanes)));
  Finding out{.rule = "O03"};
  std::string variant = first.empty() ? "nothing" : first.size() > 1 ? "tied" : "one";
  if (first.empty() && !incident.standing.empty()) variant = "standing";
  if (nothing_judged(incident)) variant = "unjudged";
  out.params = {{"variant", std::move(variant)},
                {"first", first_of(first, std::identity())},
                {"unchanged", joined(unchanged)},
                {"unseen", joined(unseen)},
                {"from", incident.window.from},
                {"to", incident.window.to},
                {"coverage", incident.coverage ? short_number(std::floor(*incident.coverage * 100)) : "–"}};
  return out;
}

namespace {
// What the order does not say.
void put_limits(const Incident& incident, const FindingText& text, std::vector<std::string>& notes) {
  notes.insert(notes.end(), incident.rebuilt.begin(), incident.rebuilt.end());
  if (std::ranges::any_of(incident.onsets, &Onset::tied)) notes.push_back(text({.rule = "O05"}));
  if (std::ranges::any_of(incident.onsets, &Onset::over_gap)) notes.push_back(text({.rule = "O06"}));
  if (incident.too_short == 0) return;
  Finding finding{.rule = "O07"};
  finding.params["series"] = static_cast<std::int64_t>(incident.too_short);
  notes.push_back(text(finding));
}

void put_notes(const Incident& incident, const FindingText& text, std::vector<std::string>& notes) {
  const auto note = [&](const char* rule, const char* name, FindingParam value) {
    Finding finding{.rule = rule};
    finding.params[name] = std::move(value);
    notes.push_back(text(finding));
  };
  notes.push_back(text(summary_finding(incident, text)));
  const auto witness = std::ranges::find_if(incident.unchanged, [](const NonMover& of) { return of.ratio.known(); });
  if (!incident.onsets.empty() && witness != incident.unchanged.end()) notes.push_back(witness_text(*witness, text));
  if (!incident.standing.empty())
    note("O09", "what", first_of(incident.standing, [&](const StandingOnset& of) { return standing_text(of, text); }));
  if (!incident.nearby.empty())
    note("O10", "what", first_of(incident.nearby, [&](const EventRow& row) { return nearby_text(row, text); }));
  put_limits(incident, text, notes);
}
}  // namespace

std::vector<std::string> incident_notes(const Incident& incident, const FindingText& text) {
  std::vector<std::string> notes;
  put_limits(incident, text, notes);
  return notes;
}

Document incident_document(const Incident& incident, const FindingText& text, const std::vector<Comparison>& compared) {
  Document document;
  document.verb = "incident";
  document.at = document.to = incident.window.to;
  document.from = incident.window.from;
  document.coverage = incident.coverage;
  for (const Onset& onset : incident.onsets) document.rows.push_back(row_of(onset, text));
  CellList unchanged;
  for (const NonMover& of : incident.unchanged) unchanged.emplace_back(unchanged_of(of, text));
  document.beside = {
      {"baseline", CellRecord{{"from", incident.window.base_from}, {"to", incident.window.base_to}}},
      {"unchanged", std::move(unchanged)},
      {"unseen", unseen_of(incident, text)},
      {"standing", standing_of(incident)},
      {"nearby", nearby_of(incident)},
  };
  put_notes(incident, text, document.notes);
  CellList gaps;
  for (const Comparison& of : compared) {
    gaps.emplace_back(comparison_cells(of, text));
    document.notes.push_back(text(comparison_finding(of, text)));
  }
  if (!gaps.empty()) document.beside.push_back({"compared", std::move(gaps)});
  return document;
}

}  // namespace tidemark
