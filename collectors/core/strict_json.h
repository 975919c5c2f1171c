// SPDX-License-Identifier: GPL-3.0-or-later
// StrictJson: reads a JSON file that a person wrote, strictly. Comments and trailing commas are allowed. Every key that
// was not asked for is an error with its path and the nearest key that is known; every value is checked for type and
// range. A Node is a place in the document: it knows its path ("$.series[3].rates[0]").
// Use: keys() on every object first, then its members. A key whose value is null counts as absent where it
// is optional.
// Thread rule: one thread per document. Nodes point into the Document: keep it alive.
// Errors: `usage` or `input` as the caller says, one line; where = the caller's name of the file and line:column or
// path.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"
#include "models/domain/time.h"

namespace tidemark::strict_json {

struct Limits {
  std::size_t bytes = 64u << 20;
  std::size_t depth = 32;
};

class Node final {
 public:
  Node(const boost::json::value* value, std::string path, const std::string* file, ErrorCode code)
      : value_(value), path_(std::move(path)), file_(file), code_(code) {}

  const std::string& path() const { return path_; }
  const boost::json::value& raw() const { return *value_; }
  std::string json() const;  // the value as text, on one line
  bool is_null() const { return value_->is_null(); }
  bool is_object() const { return value_->is_object(); }
  bool is_array() const { return value_->is_array(); }
  bool is_string() const { return value_->is_string(); }
  bool is_number() const { return value_->is_number(); }

  // An object with no keys but these.
  Result<> keys(std::initializer_list<std::string_view> known) const { return keys(std::vector(known)); }
  Result<> keys(const std::vector<std::string_view>& known) const;
  // A member: absent where it is missing or null. On a Node that is no object: absent.
  std::optional<Node> find(std::string_view key) const;
  bool has(std::string_view key) const { return find(key).has_value(); }
  Result<Node> need(std::string_view key) const;

  Result<std::string> text() const;
  // One of the words; the error names them and the nearest.
  Result<std::string> word(std::initializer_list<std::string_view> words) const { return word(std::vector(words)); }
  Result<std::string> word(const std::vector<std::string_view>& words) const;
  Result<bool> boolean() const;
  Result<std::int64_t> integer(std::int64_t low = INT64_MIN, std::int64_t high = INT64_MAX) const;
  Result<double> number(double low, double high) const;  // finite
  Result<Millis> duration() const;                       // "10s"
  Result<std::vector<Node>> array(std::size_t at_least = 0, std::size_t at_most = SIZE_MAX) const;
  Result<std::vector<std::pair<std::string, Node>>> members() const;
  Result<std::vector<std::string>> texts() const;

  // key: "missing" is the fallback, a wrong value an error.
  Result<std::string> text_or(std::string_view key, std::string fallback) const;
  Result<std::int64_t> integer_or(std::string_view key, std::int64_t fallback, std::int64_t low = INT64_MIN,
                                  std::int64_t high = INT64_MAX) const;
  Result<bool> boolean_or(std::string_view key, bool fallback) const;
  // Each element of the array under `key`; nothing where it is missing.
  Result<> each(std::string_view key, const std::function<Result<>(const Node&)>& visit) const;

  // An error at this place.
  std::unexpected<Error> error(std::string what, std::string fix = {}) const;

 private:
  const boost::json::value* value_;
  std::string path_;
  const std::string* file_;
  ErrorCode code_;
};

class Document final {
 public:
  // `file` is what errors call the text; may be empty.
  static Result<Document> parse(std::string_view text, std::string file, ErrorCode code, const Limits& limits = {});
  Node root() const { return {&value_, "$", file_.get(), code_}; }

 private:
  boost::json::value value_;
  std::shared_ptr<const std::string> file_;
  ErrorCode code_ = ErrorCode::input;
};

// The known word that is closest to `word`, if one is close enough to have been meant.
std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace tidemark::strict_json
