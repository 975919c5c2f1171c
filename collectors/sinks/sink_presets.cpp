// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/sink_presets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>

#include "collectors/core/json_path.h"
#include "resources/presets/presets.h"

namespace tidemark {
namespace {
using strict_json::Node;

// Where a store searches, and where in what is posted a statement stands.
struct Searching {
  std::string to;         // "/*/_search": a star is one name
  std::string statement;  // a path; empty: there is none
  std::string language;   // sql | graphql
};

struct Presets {
  std::vector<SinkPreset> sinks;
  std::vector<Searching> posts;
};

Result<SinkPreset> read_preset(const Node& node) {
  SinkPreset out;
  for (const auto& [key, field] :
       {std::pair("preset", &out.preset), {"title", &out.title}, {"known", &out.known}, {"probe", &out.probe}}) {
    TM_TRY(*field, node.text_or(key, {}));
  }
  TM_TRY(const Node asks, node.need("asks"));
  TM_TRY(const auto members, asks.members());
  for (const auto& [word, ask] : members) {
    TM_TRY(out.asks[word], read_sink_ask(ask));
  }
  return out;
}

Result<Searching> read_searching(const Node& node) {
  Searching out;
  TM_TRY(out.to, node.text_or("to", {}));
  TM_TRY(out.statement, node.text_or("statement", {}));
  TM_TRY(out.language, node.text_or("language", "sql"));
  return out;
}

Result<Presets> read_presets() {
  TM_TRY(const auto document, strict_json::Document::parse(preset("sinks.json"), "sinks.json", ErrorCode::internal));
  Presets out;
  TM_CHECK(document.root().each("sinks", [&](const Node& node) -> Result<> {
    TM_TRY(out.sinks.emplace_back(), read_preset(node));
    return {};
  }));
  TM_CHECK(document.root().each("posts", [&](const Node& node) -> Result<> {
    TM_TRY(out.posts.emplace_back(), read_searching(node));
    return {};
  }));
  return out;
}

// The file is compiled in, and a test holds it against its schema.
const Presets& presets() {
  static const Presets all = read_presets().value_or(Presets{});
  return all;
}

// Name by name; what stands for a star is a name of the user's, which none of a store's own calls is.
bool is_at(std::string_view pattern, std::string_view path) {
  while (!pattern.empty() && !path.empty()) {
    const auto p = std::min(pattern.find('/', 1), pattern.size());
    const auto q = std::min(path.find('/', 1), path.size());
    const std::string_view wanted = pattern.substr(0, p), there = path.substr(0, q);
    const bool any = wanted == "/*" && there.size() > 1 && !there.starts_with("/_") && there != "/..";
    if (!any && wanted != there) return false;
    pattern.remove_prefix(p);
    path.remove_prefix(q);
  }
  return pattern.empty() && path.empty();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((lower >= 'a' && lower <= 'z') || lower == '_')
      out.back() += lower;
    else if (!out.back().empty())
      out.emplace_back();
  }
  return out;
}

bool selects(std::string_view statement) {
  const auto end = statement.find_last_not_of(" \t\r\n;");
  const std::string_view one = statement.substr(0, end == std::string_view::npos ? 0 : end + 1);
  const std::vector<std::string> words = words_of(one);
  const auto first = one.find_first_not_of(" \t\r\n(");
  const bool begins = first != std::string_view::npos && (words[0] == "select" || words[0] == "show") &&
                      (one[first] == 's' || one[first] == 'S');
  return begins && one.find(';') == std::string_view::npos && std::ranges::find(words, "into") == words.end();
}

bool queries(std::string_view graphql) {
  const std::vector<std::string> words = words_of(graphql);
  const auto first = graphql.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (graphql[first] == '{' || words[0] == "query") &&
         std::ranges::find(words, "mutation") == words.end() && std::ranges::find(words, "subscription") == words.end();
}
}  // namespace

const std::vector<SinkPreset>& sink_presets() { return presets().sinks; }

const SinkPreset* sink_preset(std::string_view word) {
  const auto found = std::ranges::find(sink_presets(), word, &SinkPreset::preset);
  return found == sink_presets().end() ? nullptr : &*found;
}

Result<SinkAsk> read_sink_ask(const Node& node) {
  static constexpr std::array texts = std::to_array<std::pair<const char*, std::string SinkAsk::*>>(
      {{"at", &SinkAsk::at}, {"path", &SinkAsk::path}, {"gives", &SinkAsk::gives}});
  SinkAsk ask;
  for (const auto& [key, field] : texts) {
    TM_TRY(ask.*field, node.text_or(key, {}));
  }
  if (const auto body = node.find("body")) ask.body = body->json();
  if (const auto fields = node.find("fields")) {
    TM_TRY(const auto members, fields->members());
    for (const auto& [column, path] : members) {
      TM_TRY(ask.fields[column], path.text());
    }
  }
  if (const auto expect = node.find("expect")) {
    TM_TRY(const auto members, expect->members());
    for (const auto& [path, value] : members) ask.expect[path] = value.json();
  }
  TM_TRY(ask.lines, node.boolean_or("lines", false));
  return ask;
}

Result<> check_reads(std::string_view path, std::string_view body) {
  if (body.empty()) return {};
  const auto found = std::ranges::find_if(presets().posts, [&](const Searching& one) { return is_at(one.to, path); });
  if (found == presets().posts.end())
    return fail(ErrorCode::usage, fmt::format("POST to {} is not known to only read", path), {},
                "ask where the store searches or counts");
  if (found->statement.empty()) return {};
  boost::system::error_code error;
  const boost::json::value value = boost::json::parse(boost::json::string_view(body.data(), body.size()), error);
  const boost::json::value* there = error ? nullptr : json_at(value, found->statement);
  const auto* text = there ? there->if_string() : nullptr;
  const std::string_view statement = text ? std::string_view(text->data(), text->size()) : std::string_view();
  const bool reads = found->language == "graphql" ? queries(statement) : selects(statement);
  if (reads) return {};
  return fail(ErrorCode::usage, "the statement is not known to only read", {},
              "write one that begins with SELECT or SHOW, without INTO, and no second one");
}

}  // namespace tidemark
