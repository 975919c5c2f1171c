// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/sink_asks.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <functional>
#include <set>

#include "collectors/http/url.h"
#include "collectors/sinks/answer_rows.h"
#include "collectors/sinks/sink_presets.h"

namespace tidemark {
namespace {
namespace json = boost::json;
using Places = std::map<std::string, std::string>;

std::string path_of(const std::string& url) {
  const auto host = url.find("://");
  const auto begin = url.find('/', host == std::string::npos ? 0 : host + 3);
  return begin == std::string::npos ? "/" : url.substr(begin, url.find_first_of("?#", begin) - begin);
}

// Calls with each {name} of the text; what it gives is put there, nothing leaves it as it is.
std::string replaced(std::string_view text, const std::function<const std::string*(std::string_view)>& find,
                     const std::function<std::string(const std::string&)>& written) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", 1);
    const bool named = end != std::string_view::npos && end > 1 && text[end] == '}';
    const std::string* value = named ? find(text.substr(1, end - 1)) : nullptr;
    out += value ? written(*value) : std::string(text.substr(0, 1));
    text.remove_prefix(value ? end + 1 : 1);
  }
  return out;
}

std::string put_in(std::string_view text, const Places& places,
                   const std::function<std::string(const std::string&)>& written = std::identity()) {
  return replaced(
      text,
      [&](std::string_view name) {
        const auto found = places.find(std::string(name));
        return found == places.end() ? nullptr : &found->second;
      },
      written);
}

void put_in(json::value& value, const Places& places) {
  if (auto* object = value.if_object()) {
    json::object out;
    for (auto& [key, inner] : *object) {
      put_in(inner, places);
      out[put_in(std::string_view(key.data(), key.size()), places)] = std::move(inner);
    }
    *object = std::move(out);
  } else if (auto* list = value.if_array()) {
    for (json::value& inner : *list) put_in(inner, places);
  } else if (const auto* text = value.if_string()) {
    const std::string_view whole(text->data(), text->size());
    const auto number = places.find("number");
    std::int64_t parsed = 0;
    if (whole == "{number}" && number != places.end() &&
        std::from_chars(number->second.data(), number->second.data() + number->second.size(), parsed).ec == std::errc())
      value = parsed;
    else
      value = json::string(put_in(whole, places));
  }
}

// For an address; what is put in at each request stays open.
std::string encoded(const std::string& text) {
  std::string out = percent_encode(text);
  for (const auto& [there, open] :
       {std::pair<std::string_view, std::string_view>("%7Bkey%7D", "{key}"), {"%7Bnumber%7D", "{number}"}})
    for (auto at = out.find(there); at != std::string::npos; at = out.find(there)) out.replace(at, there.size(), open);
  return out;
}

std::string body_with(const std::string& body, const Places& places) {
  if (body.empty()) return body;
  json::value value = json::parse(body);  // it was read from JSON
  put_in(value, places);
  return json::serialize(value);
}

// What the ask leaves open.
std::set<std::string> places_in(const SinkAsk& ask) {
  std::set<std::string> out;
  const auto note = [&](std::string_view text) {
    replaced(
        text,
        [&](std::string_view name) -> const std::string* {
          out.emplace(name);
          return nullptr;
        },
        std::identity());
  };
  note(ask.at);
  note(ask.body);
  note(ask.path);
  for (const auto& [column, path] : ask.fields) note(path);
  for (const auto& [path, value] : ask.expect) note(path);
  return out;
}

// A document's key and a statement stand in a preset's texts as they are.
Result<> check_texts(const SinkProfile& profile) {
  const auto quoted = [](const std::string& text) {
    return text.empty() || text.find_first_of("'\"\\{}") != std::string::npos ||
           std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  };
  for (const auto& [name, text] : profile.with)
    if (quoted(text))
      return fail(ErrorCode::usage, fmt::format("\"{}\" is empty or has quotes, braces or backslashes", name), "with");
  if (std::ranges::any_of(profile.deleted, quoted, &DeletedKey::key))
    return fail(ErrorCode::usage, "a key is empty or has quotes, braces or backslashes", "deleted",
                "such a key cannot be asked for");
  return {};
}

// A preset is asked what the profile has something to say of.
bool is_wanted(const SinkProfile& profile, SinkQuestion question, const std::set<std::string>& places) {
  if (question == SinkQuestion::canary) return !profile.canary.empty();
  if (question == SinkQuestion::found) return !profile.deleted.empty();
  if (places.contains("statement")) return !statement_of(profile, question).empty();
  return profile.with.contains(question == SinkQuestion::offsets ? "offset"
                               : question == SinkQuestion::age   ? "time"
                                                                 : "model");
}

Result<SinkAsk> with_places(const SinkProfile& profile, SinkQuestion question, SinkAsk ask,
                            const std::set<std::string>& open) {
  Places places(profile.with.begin(), profile.with.end());
  places["statement"] = statement_of(profile, question);
  if (question == SinkQuestion::canary) places["key"] = profile.canary;
  for (const std::string& name : open) {
    const bool later = name == "number" || (name == "key" && question == SinkQuestion::found);
    const auto found = places.find(name);
    if (later || (found != places.end() && !found->second.empty())) continue;
    if (name == "statement")
      return fail(ErrorCode::usage, "wants a statement", std::string(word(question)), "write it in SQL");
    return fail(ErrorCode::usage, fmt::format("does not say \"{}\", which the preset wants", name), "with", "add it");
  }
  return filled(std::move(ask), places);
}

Result<> check_known(const SinkProfile& profile, const SinkPreset& preset) {
  std::set<std::string> known;
  for (const auto& [question, ask] : preset.asks) known.merge(places_in(ask));
  for (const auto& [name, text] : profile.with) {
    if (known.contains(name) && name != "statement" && name != "key" && name != "number") continue;
    const auto near = strict_json::nearest(name, {known.begin(), known.end()});
    return fail(ErrorCode::usage, fmt::format("the preset has no \"{}\"", name), "with",
                near ? fmt::format("did you mean \"{}\"?", *near) : std::string());
  }
  return {};
}

Result<> check_number(const SinkProfile& profile, const SinkAsk& ask) {
  if (!has_place(ask, "number") || profile.partitions > 0) return {};
  return fail(ErrorCode::usage, "asks for one partition after the other, and their number is not said", "partitions",
              "add how many there are");
}
}  // namespace

std::span<const std::string_view> columns_of(SinkQuestion question) {
  static constexpr std::array<std::string_view, 3> offsets{"topic", "partition", "offset"};
  static constexpr std::array<std::string_view, 2> counts{"value", "count"};
  if (question == SinkQuestion::offsets) return offsets;
  return question == SinkQuestion::models ? std::span<const std::string_view>(counts)
                                          : std::span<const std::string_view>(counts).first(1);
}

bool has_place(const SinkAsk& ask, std::string_view name) { return places_in(ask).contains(std::string(name)); }

SinkAsk filled(SinkAsk ask, const Places& places) {
  ask.at = put_in(ask.at, places, encoded);
  ask.body = body_with(ask.body, places);
  ask.path = put_in(ask.path, places);
  for (auto& [column, path] : ask.fields) path = put_in(path, places);
  std::map<std::string, std::string> expect;
  for (const auto& [path, value] : ask.expect) expect[put_in(path, places)] = value;
  ask.expect = std::move(expect);
  return ask;
}

Result<std::map<SinkQuestion, SinkAsk>> asks_of(const SinkProfile& profile) {
  const SinkPreset* preset = sink_preset(profile.preset);
  if (!profile.preset.empty() && !preset)
    return fail(ErrorCode::usage, fmt::format("there is no preset \"{}\"", profile.preset), "preset");
  if (preset && !profile.asks.empty())
    return fail(ErrorCode::usage, "has a preset and asks of its own", {}, "leave one");
  TM_CHECK(check_texts(profile));
  if (preset) TM_CHECK(check_known(profile, *preset));
  std::map<SinkQuestion, SinkAsk> out;
  for (const SinkQuestion question : sink_questions) {
    const auto& asks = preset ? preset->asks : profile.asks;
    const auto found = asks.find(std::string(word(question)));
    const bool named = question == SinkQuestion::canary ? !profile.canary.empty() : !profile.deleted.empty();
    const bool keyed = question == SinkQuestion::canary || question == SinkQuestion::found;
    if (found == asks.end() && keyed && named)
      return fail(ErrorCode::usage, fmt::format("nothing says how to ask for \"{}\"", word(question)), {},
                  "add it to \"asks\"");
    if (found == asks.end()) continue;
    SinkAsk ask = found->second;
    if (preset) {
      const std::set<std::string> open = places_in(ask);
      if (!is_wanted(profile, question, open)) continue;
      TM_TRY(ask, with_places(profile, question, std::move(ask), open));
    } else if (question == SinkQuestion::canary) {
      ask = filled(std::move(ask), {{"key", profile.canary}});
    }
    TM_CHECK(check_number(profile, ask));
    TM_CHECK(check_ask(ask, columns_of(question)));
    out.emplace(question, std::move(ask));
  }
  if (out.empty())
    return fail(ErrorCode::usage, "asks for nothing", {},
                preset ? "name in \"with\" what the preset wants, or add \"query\"" : "add \"path\" or \"asks\"");
  return out;
}

Result<> check_reads(const SinkProfile& profile, const SinkAsk& ask) {
  return check_reads(ask.at.empty() ? path_of(profile.url) : ask.at.substr(0, ask.at.find('?')), ask.body);
}

Result<> check_asks(const SinkProfile& profile) {
  TM_TRY(const auto asks, asks_of(profile));
  for (const auto& [question, ask] : asks) {
    auto reads = check_reads(profile, filled(ask, {{"key", "0"}, {"number", "0"}}));
    if (reads) continue;
    reads.error().what = fmt::format("\"{}\" is not asked: {}", word(question), reads.error().what);
    return reads;
  }
  return {};
}

}  // namespace tidemark
