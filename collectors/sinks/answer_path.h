// SPDX-License-Identifier: GPL-3.0-or-later
// Paths to many places of a JSON answer, beside those of core/json_path.h: "$.topics.buckets[*].partitions" goes
// through each element of a list, or each member of an object. In a row, "$^.key" stands in what holds the row, "$^^"
// further out, and "$~" is the row's own name: its key in an object, its number in a list. Pure functions; any thread.
#pragma once

#include <boost/json/value.hpp>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark {

// Nothing where the text is no such path.
class AnswerPath final {
 public:
  static std::optional<AnswerPath> parse(std::string_view text);

  struct Level {
    const boost::json::value* value;
    std::string name;
  };
  // Each element of the list or object at its end, with what holds it, outermost first. False: something on the way is
  // not there, or `visit` wanted no more.
  using Visit = std::function<bool(std::span<const Level>)>;
  bool each_row(const boost::json::value& root, const Visit& visit) const;
  // Each value at its end; null where there is none. False: `visit` wanted no more, or a list on the way is not there.
  bool each_value(const boost::json::value& root, const std::function<bool(const boost::json::value*)>& visit) const;

 private:
  bool go(std::size_t piece, const boost::json::value& from, std::vector<Level>& levels, std::size_t last,
          const Visit& visit) const;
  std::vector<std::string> pieces_;  // between the [*]
};

class FieldPath final {
 public:
  static std::optional<FieldPath> parse(std::string_view text);
  // Null where nothing stands there.
  const boost::json::value* value(std::span<const AnswerPath::Level> row) const;
  // Where the path is a name: that of the row.
  std::optional<std::string> name(std::span<const AnswerPath::Level> row) const;
  bool is_name() const { return path_.empty(); }

 private:
  std::size_t out_ = 0;
  std::string path_;  // empty: the name
};

}  // namespace tidemark
