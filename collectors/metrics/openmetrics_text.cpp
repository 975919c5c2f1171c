// SPDX-License-Identifier: GPL-3.0-or-later
// OpenMetrics text 1.0. Its grammar has no quotes in help texts, but its test vectors do: they are taken.
#include <fmt/format.h>

#include <array>
#include <set>

#include "collectors/metrics/family_rules.h"
#include "collectors/metrics/grammars.h"
#include "collectors/metrics/text_scanner.h"

namespace tidemark::metrics {
namespace {
constexpr std::array types = {Type::unknown,        Type::counter, Type::gauge, Type::histogram,
                              Type::gaugehistogram, Type::summary, Type::info,  Type::stateset};
constexpr std::string_view name_characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:";
constexpr std::size_t longest_exemplar = 128;  // code points
constexpr double ms_per_second = 1000;

class Reading final {
 public:
  explicit Reading(const Limits& limits) : budget_(limits) {}
  Result<> line(std::string_view text);
  Result<> end_family();
  Exposition take() { return std::move(out_); }

 private:
  Result<> open(std::string_view name);
  Result<> metadata(Line line);
  Result<> type(std::string_view text);
  Result<> unit(std::string_view text);
  Result<> help(std::string_view text);
  Result<> sample(Line line);
  Result<> after_name(Line& line, Sample& sample);
  Result<Labels> labels(Line& line);
  Result<Exemplar> exemplar(Line& line);
  static Result<double> value(Line& line);
  static Result<double> time(Line& line);
  Family& current() { return out_.families.back(); }

  Budget budget_;
  Exposition out_;
  std::set<std::string, std::less<>> taken_;  // names of families and of what their samples may be called
  // Of the last family.
  bool open_ = false, typed_ = false, helped_ = false, has_unit_ = false;
  std::optional<FamilyRules> rules_;  // once it has samples
};

Result<> Reading::open(std::string_view name) {
  TM_CHECK(end_family());
  TM_CHECK(budget_.family(name));
  out_.families.emplace_back().name = name;
  open_ = true;
  typed_ = helped_ = has_unit_ = false;
  rules_.reset();
  return {};
}

Result<> Reading::end_family() {
  if (!open_) return {};
  const Family& family = current();
  if (rules_) TM_CHECK(rules_->end());
  std::set<std::string> names{family.name};
  for (const std::string_view suffix : suffixes(family.type)) names.insert(family.name + std::string(suffix));
  for (const std::string& name : names)
    if (!taken_.insert(name).second) return refuse(fmt::format("the name \"{}\" is another metric's too", shown(name)));
  if (family.unit.empty()) return {};
  if (family.type == Type::info || family.type == Type::stateset)
    return refuse(fmt::format("\"{}\" has a unit, which an {} must not", shown(family.name), word(family.type)));
  if (!family.name.ends_with("_" + family.unit))
    return refuse(fmt::format("the name \"{}\" does not end in its unit", shown(family.name)));
  return {};
}

Result<> Reading::type(std::string_view text) {
  if (std::exchange(typed_, true)) return refuse("a second TYPE");
  for (const Type type : types)
    if (text == word(type)) {
      current().type = type;
      return {};
    }
  return refuse(fmt::format("\"{}\" is no type of a metric", shown(text)));
}

Result<> Reading::unit(std::string_view text) {
  if (std::exchange(has_unit_, true)) return refuse("a second UNIT");
  if (text.find_first_not_of(name_characters) != std::string_view::npos)
    return refuse(fmt::format("\"{}\" is no unit", shown(text)));
  TM_CHECK(budget_.name(text));
  current().unit = text;
  return {};
}

Result<> Reading::help(std::string_view text) {
  if (std::exchange(helped_, true)) return refuse("a second HELP");
  TM_CHECK(budget_.text(text));
  TM_TRY(current().help, unescape_help(text, Escapes::any));
  return {};
}

Result<> Reading::metadata(Line line) {
  const bool spaced = line.take(' ');
  const std::string_view keyword = line.take_until(" ");
  if (!spaced || (keyword != "TYPE" && keyword != "HELP" && keyword != "UNIT"))
    return refuse("a line with # that is none of TYPE, HELP, UNIT and EOF");
  const bool named = line.take(' ');
  const std::string_view name = line.take_metric_name();
  if (!named || name.empty() || !line.take(' ')) return refuse(fmt::format("no name of a metric after {}", keyword));
  if (!open_ || current().name != name) {
    TM_CHECK(open(name));
  } else if (rules_) {
    return refuse(fmt::format("{} of \"{}\" after its samples", keyword, shown(name)));
  }
  if (keyword == "TYPE") return type(line.rest());
  return keyword == "UNIT" ? unit(line.rest()) : help(line.rest());
}

Result<Labels> Reading::labels(Line& line) {
  Labels labels;
  if (line.take('}')) return labels;
  do {
    Label label;
    label.name = line.take_label_name();
    if (label.name.empty()) return refuse("no name of a label");
    if (!line.take('=') || !line.take('"'))
      return refuse(fmt::format("no =\" after the label \"{}\"", shown(label.name)));
    TM_TRY(label.value, take_quoted(line, Escapes::any));
    TM_CHECK(add_label(labels, std::move(label), budget_));
  } while (line.take(','));
  if (!line.take('}')) return refuse("neither , nor } after a label");
  return labels;
}

Result<double> Reading::value(Line& line) {
  const std::string_view text = line.take_until(" ");
  if (const auto read = number(text)) return *read;
  return refuse(fmt::format("\"{}\" is no value", shown(text)));
}

Result<double> Reading::time(Line& line) {
  const std::string_view text = line.take_until(" ");
  if (const auto read = real_number(text)) return *read * ms_per_second;
  return refuse(fmt::format("\"{}\" is no time in seconds", shown(text)));
}

// From behind the #.
Result<Exemplar> Reading::exemplar(Line& line) {
  Exemplar out;
  if (!line.take(' ') || !line.take('{')) return refuse("an exemplar without labels");
  TM_TRY(out.labels, labels(line));
  std::size_t size = 0;
  for (const Label& label : out.labels) size += code_points(label.name) + code_points(label.value);
  if (size > longest_exemplar) return refuse("an exemplar whose labels are longer than 128 characters");
  if (!line.take(' ')) return refuse("an exemplar without a value");
  TM_TRY(out.value, value(line));
  if (line.take(' ')) {
    TM_TRY(out.timestamp_ms, time(line));
  }
  if (!line.at_end()) return refuse("something after an exemplar");
  return out;
}

Result<> Reading::after_name(Line& line, Sample& sample) {
  if (line.take('{')) {
    TM_TRY(sample.labels, labels(line));
  }
  if (!line.take(' ')) return refuse(fmt::format("no value of \"{}\"", shown(sample.name)));
  TM_TRY(sample.value, value(line));
  if (line.at_end()) return {};
  line.take(' ');
  if (!line.is('#')) {
    TM_TRY(sample.timestamp_ms, time(line));
    if (line.at_end()) return {};
    line.take(' ');
  }
  if (!line.take('#')) return refuse("something after the time");
  TM_TRY(sample.exemplar, exemplar(line));
  return {};
}

Result<> Reading::sample(Line line) {
  Sample sample;
  sample.name = line.take_metric_name();
  if (sample.name.empty()) return refuse("no name of a metric");
  TM_CHECK(after_name(line, sample));
  TM_CHECK(budget_.sample());
  if (open_ && !rules_) rules_.emplace(current().type, current().name);
  if (!open_ || !rules_->owns(sample.name)) {
    TM_CHECK(open(sample.name));
    rules_.emplace(Type::unknown, sample.name);
  }
  TM_CHECK(rules_->add(sample));
  current().samples.push_back(std::move(sample));
  return {};
}

Result<> Reading::line(std::string_view text) {
  if (text.empty()) return refuse("a blank line");
  if (text.ends_with('\r')) return refuse("a line that ends with a carriage return");
  Line line(text);
  return line.take('#') ? metadata(line) : sample(line);
}
}  // namespace

Result<Exposition> parse_openmetrics(std::string_view text, const Limits& limits) {
  Reading reading(limits);
  for (std::size_t number = 1;; ++number) {
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const bool last = end == std::string_view::npos || end + 1 == text.size();
    if (line == "# EOF") {
      if (!last) return at_line(refuse("something after # EOF").error(), number + 1);
      if (auto ended = reading.end_family(); !ended) return at_line(std::move(ended.error()), number);
      return reading.take();
    }
    if (last) return at_line(refuse("the text does not end with # EOF").error(), number);
    if (auto read = reading.line(line); !read) return at_line(std::move(read.error()), number);
    text.remove_prefix(end + 1);
  }
}

}  // namespace tidemark::metrics
