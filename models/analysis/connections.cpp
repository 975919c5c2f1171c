// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/connections.h"

#include <algorithm>

namespace tidemark {
namespace {
Cell texts(const std::vector<std::string>& lines) {
  CellList out;
  for (const std::string& line : lines) out.emplace_back(line);
  return out;
}

// Nothing is to be said: not applicable.
Cell said(const std::string& text) { return text.empty() ? Cell(Reason::not_applicable) : Cell(text); }

Cell time_cell(const std::optional<LocalTime>& time) { return time ? Cell(*time) : Cell(Reason::not_supported); }

Cell certificate_cell(const std::optional<Certificate>& shown) {
  if (!shown) return Reason::not_applicable;
  return CellRecord{{"subject", shown->subject},          {"issuer", shown->issuer},
                    {"names", texts(shown->names)},       {"from", time_cell(shown->from)},
                    {"until", time_cell(shown->until)},   {"trusted", shown->trusted},
                    {"name_matches", shown->name_matches}};
}

bool is_asked(const CheckedEndpoint& checked) {
  return std::ranges::any_of(
             checked.steps,
             [](const ConnectionStep& step) { return step.step == "answer" && step.state != StepState::not_tried; }) ||
         checked.fails();
}

Document blank(std::string verb, const std::vector<CheckedEndpoint>& checked, LocalTime at) {
  Document out;
  out.verb = std::move(verb);
  out.at = out.from = out.to = at;
  const auto asked = std::ranges::count_if(checked, is_asked);
  const auto answered = std::ranges::count_if(checked, &CheckedEndpoint::answers);
  if (asked > 0) out.coverage = static_cast<double>(answered) / static_cast<double>(asked);
  return out;
}

std::string_view state_of(const CheckedEndpoint& checked) {
  if (checked.steps.empty()) return "not-tried";
  if (checked.answers()) return checked.fails() ? "partial" : "ok";
  return checked.fails() ? "failed" : "not-tried";
}
}  // namespace

Document connection_document(const std::vector<CheckedEndpoint>& checked, LocalTime at) {
  Document out = blank("profile check", checked, at);
  for (const CheckedEndpoint& one : checked)
    for (const ConnectionStep& step : one.steps)
      out.rows.push_back({{"endpoint", one.endpoint.object},
                          {"address", one.endpoint.address},
                          {"step", step.step},
                          {"object", said(step.object)},
                          {"state", std::string(word(step.state))},
                          {"says", step.says},
                          {"fix", said(step.fix)},
                          {"without", said(step.without)},
                          {"took_ms", step.took},
                          {"certificate", certificate_cell(step.certificate)}});
  return out;
}

Document boundary_document(const std::vector<CheckedEndpoint>& checked, LocalTime at) {
  Document out = blank("profile boundary", checked, at);
  for (const CheckedEndpoint& one : checked) {
    const Endpoint& endpoint = one.endpoint;
    out.rows.push_back({{"endpoint", endpoint.object},
                        {"address", endpoint.address},
                        {"zone", endpoint.zone},
                        {"tls", endpoint.tls},
                        {"certificate", endpoint.certificate},
                        {"certificate_until", endpoint.certificate_until},
                        {"authentication", endpoint.authentication},
                        {"principal", endpoint.principal},
                        {"reads", texts(endpoint.reads)},
                        {"owners", texts(endpoint.owners)},
                        {"state", std::string(state_of(one))}});
  }
  return out;
}

}  // namespace tidemark
