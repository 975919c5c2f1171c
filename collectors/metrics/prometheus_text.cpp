// SPDX-License-Identifier: GPL-3.0-or-later
// Prometheus text 0.0.4. Where its page leaves something undefined (a series said twice, lines of one metric apart) its
// own parser takes it, and so does this one: who uses the samples must judge them.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <unordered_map>

#include "collectors/metrics/grammars.h"
#include "collectors/metrics/text_scanner.h"

namespace tidemark::metrics {
namespace {
constexpr std::array types =
    std::to_array<std::pair<std::string_view, Type>>({{"counter", Type::counter},
                                                      {"gauge", Type::gauge},
                                                      {"histogram", Type::histogram},
                                                      {"summary", Type::summary},
                                                      {"untyped", Type::unknown},
                                                      {"gaugehistogram", Type::gaugehistogram},
                                                      {"gauge_histogram", Type::gaugehistogram}});

class Reading final {
 public:
  explicit Reading(const Limits& limits) : budget_(limits) {}
  Result<> line(Line line);
  Exposition take() { return std::move(out_); }

 private:
  struct Seen {
    std::size_t index = 0;
    bool typed = false, helped = false;
  };
  Result<> comment(Line& line);
  Result<> help(Line& line, const std::string& name);
  Result<> type(Line& line, const std::string& name);
  Result<> sample(Line& line);
  Result<> labels(Line& line, Sample& sample);
  Result<> label(Line& line, Sample& sample);
  Result<Seen*> family(const std::string& name);
  Result<Family*> family_of(const std::string& sample);
  static Result<> check_value(const Family& family, const Sample& sample);

  Budget budget_;
  Exposition out_;
  std::unordered_map<std::string, Seen> known_;
};

Result<Reading::Seen*> Reading::family(const std::string& name) {
  const auto found = known_.find(name);
  if (found != known_.end()) return &found->second;
  TM_CHECK(budget_.family(name));
  out_.families.emplace_back().name = name;
  return &known_.emplace(name, Seen{out_.families.size() - 1, false, false}).first->second;
}

// That of the sample's name, or of the summary or histogram that it is a part of.
Result<Family*> Reading::family_of(const std::string& sample) {
  if (!known_.contains(sample))
    for (const std::string_view suffix : {"_sum", "_count", "_bucket"}) {
      if (!sample.ends_with(suffix)) continue;
      const auto found = known_.find(sample.substr(0, sample.size() - suffix.size()));
      if (found == known_.end()) continue;
      Family& family = out_.families[found->second.index];
      const bool distribution = family.type == Type::histogram || family.type == Type::gaugehistogram;
      if (distribution || (family.type == Type::summary && suffix != "_bucket")) return &family;
    }
  TM_TRY(const Seen* const seen, family(sample));
  return &out_.families[seen->index];
}

Result<> Reading::line(Line line) {
  line.skip_blanks();
  if (line.at_end()) return {};
  return line.take('#') ? comment(line) : sample(line);
}

Result<> Reading::comment(Line& line) {
  line.skip_blanks();
  const std::string_view keyword = line.take_until(" \t");
  if (keyword != "HELP" && keyword != "TYPE") return {};
  line.skip_blanks();
  if (line.at_end() && keyword == "HELP") return {};
  std::string name;
  if (line.take('"')) {
    TM_TRY(name, take_quoted(line, Escapes::strict));
  } else {
    name = line.take_metric_name();
  }
  if (name.empty() || (!line.at_end() && !line.is(' ') && !line.is('\t')))
    return refuse(fmt::format("no name of a metric after {}", keyword));
  line.skip_blanks();
  return keyword == "HELP" ? help(line, name) : type(line, name);
}

Result<> Reading::help(Line& line, const std::string& name) {
  if (line.at_end()) return {};
  TM_TRY(Seen* const seen, family(name));
  if (std::exchange(seen->helped, true)) return refuse(fmt::format("a second HELP of \"{}\"", shown(name)));
  TM_CHECK(budget_.text(line.rest()));
  TM_TRY(out_.families[seen->index].help, unescape_help(line.rest(), Escapes::strict));
  return {};
}

Result<> Reading::type(Line& line, const std::string& name) {
  TM_TRY(Seen* const seen, family(name));
  Family& family = out_.families[seen->index];
  if (std::exchange(seen->typed, true)) return refuse(fmt::format("a second TYPE of \"{}\"", shown(name)));
  if (!family.samples.empty()) return refuse(fmt::format("the TYPE of \"{}\" after its samples", shown(name)));
  const std::string_view said = line.take_until(" \t");
  line.skip_blanks();
  for (const auto& [text, type] : types)
    if (said == text && line.at_end()) {
      family.type = type;
      return {};
    }
  return refuse(fmt::format("\"{}\" is no type of a metric", shown(said)));
}

Result<> Reading::label(Line& line, Sample& sample) {
  Label label;
  const bool quoted = line.take('"');
  if (quoted) {
    TM_TRY(label.name, take_quoted(line, Escapes::strict));
  } else {
    label.name = line.take_label_name();
  }
  if (label.name.empty()) return refuse("no name of a label");
  line.skip_blanks();
  if (!line.take('=')) {
    if (!quoted || !sample.name.empty()) return refuse(fmt::format("no = after \"{}\"", shown(label.name)));
    sample.name = std::move(label.name);
    return {};
  }
  if (label.name == "__name__") return refuse("the label \"__name__\", which is reserved");
  line.skip_blanks();
  if (!line.take('"')) return refuse(fmt::format("no quoted value of the label \"{}\"", shown(label.name)));
  TM_TRY(label.value, take_quoted(line, Escapes::strict));
  return add_label(sample.labels, std::move(label), budget_);
}

Result<> Reading::labels(Line& line, Sample& sample) {
  while (true) {
    line.skip_blanks();
    if (line.take('}')) return {};
    TM_CHECK(label(line, sample));
    line.skip_blanks();
    if (line.take(',')) continue;
    if (!line.take('}')) return refuse("neither , nor } after a label");
    return {};
  }
}

Result<> Reading::check_value(const Family& family, const Sample& sample) {
  const bool summary = family.type == Type::summary;
  if (!summary && family.type != Type::histogram && family.type != Type::gaugehistogram) return {};
  const char* const name = summary ? "quantile" : "le";
  if (const std::string* const text = find_label(sample.labels, name); text && !number(*text))
    return refuse(fmt::format("\"{}\" is no number for the label \"{}\"", shown(*text), name));
  if (!summary && sample.value < 0 && !sample.name.ends_with("_sum"))
    return refuse(fmt::format("a negative count of the histogram \"{}\"", shown(family.name)));
  return {};
}

Result<> Reading::sample(Line& line) {
  Sample sample;
  sample.name = line.take_metric_name();
  if (sample.name.empty() && !line.is('{')) return refuse("no name of a metric");
  line.skip_blanks();
  if (line.take('{')) TM_CHECK(labels(line, sample));
  if (sample.name.empty()) return refuse("no name of a metric");
  line.skip_blanks();
  const std::string_view value = line.take_until(" \t");
  const auto read = number(value);
  if (!read) return refuse(fmt::format("\"{}\" is no value", shown(value)));
  sample.value = *read;
  line.skip_blanks();
  if (!line.at_end()) {
    const std::string_view text = line.take_until(" \t");
    const auto timestamp = whole_number(text);
    if (!timestamp) return refuse(fmt::format("\"{}\" is no time in whole milliseconds", shown(text)));
    sample.timestamp_ms = static_cast<double>(*timestamp);
    line.skip_blanks();
    if (!line.at_end()) return refuse("something after the time");
  }
  TM_CHECK(budget_.sample());
  TM_TRY(Family* const family, family_of(sample.name));
  TM_CHECK(check_value(*family, sample));
  family->samples.push_back(std::move(sample));
  return {};
}
}  // namespace

Result<Exposition> parse_prometheus(std::string_view text, const Limits& limits) {
  Reading reading(limits);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (end == std::string_view::npos && line.find_first_not_of(" \t") != std::string_view::npos)
      return at_line(refuse("the last line does not end with a line feed").error(), number);
    if (auto read = reading.line(Line(line)); !read) return at_line(std::move(read.error()), number);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return reading.take();
}

}  // namespace tidemark::metrics
