// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/lineage_files.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <numeric>

#include "app/session/lineage_json.h"
#include "collectors/core/plain_text.h"
#include "collectors/core/strict_json.h"

namespace tidemark {
namespace {
namespace json = boost::json;
using lineage_json::at;
using lineage_json::list;

std::unexpected<Error> no_run(const std::string& where) {
  return fail(ErrorCode::input, "this is no run: neither an event of OpenLineage nor a run of MLflow", where,
              "give events with run and job, or a run with info");
}

// On one line and nothing but JSON: comments and trailing commas are read, but not handed on.
bool is_line(std::string_view raw) {
  boost::system::error_code error;
  static_cast<void>(json::parse(raw, error));
  return !error && raw.find('\n') == std::string_view::npos;
}

// `raw`: the text of the value, where it stands alone in it.
Result<> add_event(const json::value& event, std::string_view raw, const std::string& where, ToldRuns& out) {
  if (out.runs.size() >= most_told_runs)
    return fail(ErrorCode::input, "there are more than 10,000 runs in it", where, "import it in parts");
  const std::string written = is_line(raw) ? std::string(raw) : json::serialize(event);
  if (written.size() > longest_event)
    return fail(ErrorCode::input, "an event of more than 30,000 bytes", where, "leave large facets out of it");
  LineageRun run = lineage_json::run_of_event(event, written);
  if (run.run_id.empty()) return no_run(where);
  const auto fits = [&](const LineageRun& one) {
    return std::accumulate(one.events.begin(), one.events.end(), written.size(),
                           [](std::size_t sum, const std::string& text) { return sum + text.size(); }) <= longest_event;
  };
  // The newest one of it, most often the last one.
  const auto known =
      std::find_if(out.runs.rbegin(), out.runs.rend(), [&](const LineageRun& one) { return one.run_id == run.run_id; });
  if (known != out.runs.rend() && fits(*known))
    add_to(*known, run);
  else
    out.runs.push_back(std::move(run));
  return {};
}

Result<> add_mlflow(const json::value& run, const std::string& where, ToldRuns& out) {
  if (out.runs.size() >= most_told_runs)
    return fail(ErrorCode::input, "there are more than 10,000 runs in it", where, "import it in parts");
  LineageRun one = lineage_json::run_of_mlflow(run);
  if (one.run_id.empty()) return no_run(where);
  out.runs.push_back(std::move(one));
  return {};
}

Result<> add_value(const json::value& value, std::string_view raw, const std::string& where, ToldRuns& out) {
  if (const json::array* all = value.if_array()) {
    for (const json::value& one : *all) {
      if (one.is_array()) return no_run(where);
      TM_CHECK(add_value(one, {}, where, out));
    }
    return {};
  }
  if (at(value, {"run", "runId"})) return add_event(value, raw, where, out);
  if (at(value, {"run", "info"})) return add_mlflow(*at(value, {"run"}), where, out);
  if (lineage_json::object(value, {"info"})) return add_mlflow(value, where, out);
  if (const json::array* runs = list(value, {"runs"})) {
    for (const json::value& run : *runs) {
      if (!lineage_json::object(run, {"info"})) return no_run(where);
      TM_CHECK(add_mlflow(run, where, out));
    }
    return {};
  }
  if (!at(value, {"eventTime"})) return no_run(where);
  ++out.passed_over;
  return {};
}

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = line.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(blanks) - begin + 1);
}
}  // namespace

Result<ToldRuns> parse_runs(std::string_view text, const std::string& file) {
  ToldRuns out;
  const std::string_view all = trimmed(text);
  if (all.empty()) return fail(ErrorCode::input, "there is no run in it", file, "one JSON object a line");
  // One document, unless every line is one.
  const auto first_end = std::min(all.find('\n'), all.size());
  const bool lines = first_end < all.size() &&
                     strict_json::Document::parse(all.substr(0, first_end), file, ErrorCode::input).has_value();
  if (!lines) {
    TM_TRY(const auto document, strict_json::Document::parse(all, file, ErrorCode::input));
    TM_CHECK(add_value(document.root().raw(), all, file, out));
    return out;
  }
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    const auto end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = trimmed(all.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty()) continue;
    const std::string where = file + " line " + std::to_string(number);
    TM_TRY(const auto document, strict_json::Document::parse(line, where, ErrorCode::input));
    TM_CHECK(add_value(document.root().raw(), line, where, out));
  }
  return out;
}

}  // namespace tidemark
