// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <cmath>
#include <ostream>

#include "app/cli/format/writers.h"
#include "app/cli/text.h"
#include "app/cli/version.h"
#include "app/session/finding_text.h"

namespace tidemark::cli {
namespace {
std::string string_text(std::string_view text) { return boost::json::serialize(boost::json::string(valid_utf8(text))); }

struct CellWriter {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(Reason) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return std::isfinite(value) ? fmt::format("{}", value) : "null"; }
  std::string operator()(const std::string& value) const { return string_text(value); }
  std::string operator()(LocalTime value) const { return '"' + rfc3339(value) + '"'; }
  std::string operator()(Millis value) const { return std::to_string(value.count()); }
  std::string operator()(const CellList& list) const {
    std::string out = "[";
    for (const Cell& cell : list) out += (out.size() > 1 ? "," : "") + json_text(cell);
    return out + "]";
  }
  std::string operator()(const CellRecord& record) const { return json_text(record); }
};

// "name":cell, with the reason beside what is not known.
std::string member(const CellField& field) {
  std::string out = string_text(field.name) + ":" + json_text(field.cell);
  if (const auto* reason = std::get_if<Reason>(&field.cell.value))
    out += fmt::format(",{}:\"{}\"", string_text(field.name + "_reason"), word(*reason));
  return out;
}

Cell cell_of(const FindingParam& param) {
  return std::visit([](const auto& value) { return Cell(value); }, param);
}

CellRecord record_of(const Finding& finding) {
  CellRecord params;
  for (const auto& [name, param] : finding.params) params.push_back({name, cell_of(param)});
  CellRecord out{{"rule", finding.rule},
                 {"severity", word(finding.severity)},
                 {"confidence", word(finding.confidence)},
                 {"object", finding.object.value()},
                 {"title", finding_text(finding)},
                 {"params", std::move(params)}};
  if (!finding.setting.empty()) {
    out.push_back({"setting", finding.setting});
    out.push_back({"value", finding.value});
    out.push_back({"wanted", finding.wanted});
  }
  return out;
}

// The elements of an array, one a line.
template <class Range, class Text>
void write_array(std::ostream& out, const Range& range, Text&& text) {
  out << '[';
  bool first = true;
  for (const auto& item : range) {
    out << (first ? "\n" : ",\n") << text(item);
    first = false;
  }
  out << ']';
}
}  // namespace

std::string json_text(const Cell& cell) { return std::visit(CellWriter{}, cell.value); }

std::string json_text(const CellRecord& record) {
  std::string out = "{";
  for (const CellField& field : record) out += (out.size() > 1 ? "," : "") + member(field);
  return out + "}";
}

void write_json(std::ostream& out, const Document& document) {
  const CellRecord window{{"from", document.from}, {"to", document.to}};
  out << fmt::format("{{\"tidemark\":\"{}\",\"schema\":1,\"verb\":{},\"at\":\"{}\",\"window\":{},{},\"rows\":", version,
                     string_text(document.verb), rfc3339(document.at), json_text(window),
                     member({"coverage", document.coverage}));
  write_array(out, document.rows, [](const CellRecord& row) { return json_text(row); });
  for (const CellField& field : document.beside) out << ',' << member(field);
  out << ",\"findings\":";
  write_array(out, document.findings, [](const Finding& finding) { return json_text(record_of(finding)); });
  out << ",\"notes\":";
  write_array(out, document.notes, [](const std::string& note) { return string_text(note); });
  out << "}\n";
}

void write_ndjson(std::ostream& out, const Document& document) {
  for (const CellRecord& row : document.rows) out << json_text(row) << '\n';
}

}  // namespace tidemark::cli
