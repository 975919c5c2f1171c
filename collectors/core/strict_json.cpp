// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/strict_json.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/stream_parser.hpp>
#include <cmath>
#include <numeric>

namespace tidemark::strict_json {
namespace json = boost::json;

namespace {
// How many letters must be changed, added, dropped or swapped with their neighbour to make one word the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string out = "\"";
  for (const char c : text.substr(0, longest)) out += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
  return out += text.size() > longest ? "…\"" : "\"";
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view w : words) out += (out.empty() ? "" : ", ") + std::string(w);
  return out;
}

std::string hint(std::string_view word, const std::vector<std::string_view>& known) {
  if (const auto near = nearest(word, known)) return "did you mean " + quoted(*near) + "?";
  return known.size() <= 24 ? "known here: " + listed(known) : std::string();
}

std::string kind_of(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null:
      return "null";
    case json::kind::bool_:
      return "true or false";
    case json::kind::string:
      return "a text";
    case json::kind::array:
      return "an array";
    case json::kind::object:
      return "an object";
    default:
      return "a number";
  }
}

// "$.a" + "b" is "$.a.b"; a key that is no plain word stands in brackets.
std::string member_path(const std::string& path, std::string_view key) {
  const bool plain = !key.empty() && key.size() <= 60 &&
                     std::ranges::all_of(key, [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; });
  return plain ? path + '.' + std::string(key) : path + '[' + quoted(key) + ']';
}

std::string line_and_column(std::string_view text, std::size_t position) {
  const std::string_view before = text.substr(0, std::min(position, text.size()));
  const auto line = 1 + std::ranges::count(before, '\n');
  const auto start = before.rfind('\n');
  const std::size_t column = before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

std::string in_file(const std::string& file, const std::string& place) {
  return file.empty() ? place : file + ": " + place;
}
}  // namespace

std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& known) {
  constexpr std::size_t longest = 64;
  if (word.size() > longest) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view k : known)
    if (const std::size_t d = distance(word, k); d < best_distance) {
      best = k;
      best_distance = d;
    }
  return best;
}

Result<Document> Document::parse(std::string_view text, std::string file, ErrorCode code, const Limits& limits) {
  if (text.size() > limits.bytes)
    return fail(code, "larger than " + std::to_string(limits.bytes) + " bytes", file, "give a smaller file");
  json::parse_options options;
  options.allow_comments = true;
  options.allow_trailing_commas = true;
  options.max_depth = limits.depth;
  json::stream_parser parser({}, options);
  json::error_code error;
  // Boost.JSON 1.81 counts wrongly where the text ends inside a comment that nothing stands before.
  std::size_t read = std::min(parser.write_some(text.data(), text.size(), error), text.size());
  if (!error) {
    const std::string_view rest = text.substr(read);
    if (const auto more = rest.find_first_not_of(" \t\r\n"); more != std::string_view::npos) {
      read += more;
      error = json::error::extra_data;
    } else {
      parser.finish(error);
    }
  }
  if (error)
    return fail(code, "not JSON: " + error.message(), in_file(file, line_and_column(text, read)),
                "correct the syntax there");
  Document document;
  document.value_ = parser.release();
  document.file_ = std::make_shared<const std::string>(std::move(file));
  document.code_ = code;
  return document;
}

std::string Node::json() const { return json::serialize(*value_); }

std::unexpected<Error> Node::error(std::string what, std::string fix) const {
  return fail(code_, std::move(what), in_file(*file_, path_), std::move(fix));
}

Result<> Node::keys(const std::vector<std::string_view>& known) const {
  if (!value_->is_object()) return error("an object is wanted, not " + kind_of(*value_));
  for (const auto& member : value_->get_object()) {
    const std::string_view key(member.key().data(), member.key().size());
    if (std::ranges::find(known, key) == known.end())
      return fail(code_, "unknown key " + quoted(key), in_file(*file_, member_path(path_, key)), hint(key, known));
  }
  return {};
}

std::optional<Node> Node::find(std::string_view key) const {
  if (!value_->is_object()) return std::nullopt;
  const json::value* member = value_->get_object().if_contains(key);
  if (!member || member->is_null()) return std::nullopt;
  return Node(member, member_path(path_, key), file_, code_);
}

Result<Node> Node::need(std::string_view key) const {
  if (auto member = find(key)) return *member;
  return fail(code_, "missing", in_file(*file_, member_path(path_, key)), "add this key");
}

Result<std::string> Node::text() const {
  if (!value_->is_string()) return error("a text is wanted, not " + kind_of(*value_));
  const auto& s = value_->get_string();
  return std::string(s.data(), s.size());
}

Result<std::string> Node::word(const std::vector<std::string_view>& words) const {
  TM_TRY(std::string value, text());
  if (std::ranges::find(words, value) != words.end()) return value;
  return error(quoted(value) + " is none of " + listed(words), nearest(value, words) ? hint(value, words) : "");
}

Result<bool> Node::boolean() const {
  if (!value_->is_bool()) return error("true or false is wanted, not " + kind_of(*value_));
  return value_->get_bool();
}

Result<std::int64_t> Node::integer(std::int64_t low, std::int64_t high) const {
  constexpr double exact = 9007199254740992.0;
  std::int64_t value = 0;
  if (value_->is_int64()) {
    value = value_->get_int64();
  } else if (value_->is_double() && std::abs(value_->get_double()) <= exact &&
             value_->get_double() == std::floor(value_->get_double())) {
    value = static_cast<std::int64_t>(value_->get_double());
  } else if (value_->is_number()) {
    return error("a whole number of 64 bits is wanted");
  } else {
    return error("a whole number is wanted, not " + kind_of(*value_));
  }
  if (value < low) return error(std::to_string(value) + " is below " + std::to_string(low));
  if (value > high) return error(std::to_string(value) + " is above " + std::to_string(high));
  return value;
}

Result<double> Node::number(double low, double high) const {
  if (!value_->is_number()) return error("a number is wanted, not " + kind_of(*value_));
  const double value = value_->to_number<double>();
  if (!std::isfinite(value)) return error("a finite number is wanted");
  if (value < low || value > high) return error("the number is outside its range");
  return value;
}

Result<Millis> Node::duration() const {
  TM_TRY(const std::string value, text());
  if (const auto duration = parse_duration(value)) return *duration;
  return error(quoted(value) + " is no duration", "write it like 250ms, 10s, 5m, 2h or 7d");
}

Result<std::vector<Node>> Node::array(std::size_t at_least, std::size_t at_most) const {
  if (!value_->is_array()) return error("an array is wanted, not " + kind_of(*value_));
  const auto& items = value_->get_array();
  if (items.size() < at_least || items.size() > at_most)
    return error("an array of " + std::to_string(at_least) + (at_most == at_least ? "" : " or more") +
                 " is wanted, not of " + std::to_string(items.size()));
  std::vector<Node> nodes;
  nodes.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    nodes.emplace_back(&items[i], path_ + '[' + std::to_string(i) + ']', file_, code_);
  return nodes;
}

Result<std::vector<std::pair<std::string, Node>>> Node::members() const {
  if (!value_->is_object()) return error("an object is wanted, not " + kind_of(*value_));
  std::vector<std::pair<std::string, Node>> out;
  for (const auto& member : value_->get_object()) {
    const std::string key(member.key().data(), member.key().size());
    out.emplace_back(key, Node(&member.value(), member_path(path_, key), file_, code_));
  }
  return out;
}

Result<std::vector<std::string>> Node::texts() const {
  TM_TRY(const std::vector<Node> items, array());
  std::vector<std::string> out;
  for (const Node& item : items) {
    TM_TRY(out.emplace_back(), item.text());
  }
  return out;
}

Result<std::string> Node::text_or(std::string_view key, std::string fallback) const {
  if (const auto member = find(key)) return member->text();
  return fallback;
}

Result<std::int64_t> Node::integer_or(std::string_view key, std::int64_t fallback, std::int64_t low,
                                      std::int64_t high) const {
  if (const auto member = find(key)) return member->integer(low, high);
  return fallback;
}

Result<bool> Node::boolean_or(std::string_view key, bool fallback) const {
  if (const auto member = find(key)) return member->boolean();
  return fallback;
}

Result<> Node::each(std::string_view key, const std::function<Result<>(const Node&)>& visit) const {
  const auto member = find(key);
  if (!member) return {};
  TM_TRY(const std::vector<Node> items, member->array());
  for (const Node& item : items) TM_CHECK(visit(item));
  return {};
}

}  // namespace tidemark::strict_json
