// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>

#include "collectors/core/plain_text.h"
#include "collectors/metrics/endpoint.h"
#include "collectors/metrics/text_scanner.h"

namespace tidemark::metrics {
namespace {
namespace json = boost::json;
constexpr double ms_per_second = 1000;

const json::value* member(const json::value* of, std::string_view name) {
  const json::object* const object = of ? of->if_object() : nullptr;
  return object ? object->if_contains(name) : nullptr;
}

std::string_view text_of(const json::value* value) {
  const json::string* const text = value ? value->if_string() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

// The member "data" of an answer that says success.
Result<json::value> data_of(std::string_view text) {
  boost::system::error_code error;
  json::value answer = json::parse(text, error);
  if (error) return refuse("no JSON");
  const std::string_view status = text_of(member(&answer, "status"));
  if (status != "success") {
    const std::string what = plain_line(text_of(member(&answer, "error")), 200);
    return refuse(what.empty() ? "no answer of a Prometheus" : "refused: " + what);
  }
  json::value* const data = answer.as_object().if_contains("data");
  if (!data) return refuse("an answer without data");
  return std::move(*data);
}

Result<> read_labels(const json::value* metric, Sample& sample, Budget& budget) {
  const json::object* const labels = metric ? metric->if_object() : nullptr;
  if (!labels) return refuse("a series without labels");
  for (const auto& [name, value] : *labels) {
    const json::string* const text = value.if_string();
    if (!text) return refuse("a label that is no text");
    if (name == "__name__") {
      sample.name = std::string_view(*text);
      TM_CHECK(budget.name(sample.name));
    } else {
      TM_CHECK(add_label(sample.labels, {std::string(name), std::string(*text)}, budget));
    }
  }
  return sample.name.empty() ? Result<>(refuse("a series without a name")) : Result<>();
}

// [1767225600.123, "1.5"]
Result<RangePoint> read_point(const json::value& point) {
  const json::array* const pair = point.if_array();
  if (!pair || pair->size() != 2 || !(*pair)[0].is_number()) return refuse("a sample that is no pair");
  const auto value = number(text_of(&(*pair)[1]));
  if (!value) return refuse("a sample whose value is no number");
  return RangePoint{(*pair)[0].to_number<double>() * ms_per_second, *value};
}

// The series of a matrix; `take` gets each with its points as they came.
template <class Take>
Result<> read_matrix(std::string_view text, const Limits& limits, Take&& take) {
  if (text.size() > limits.bytes) return refuse(fmt::format("more than {} bytes", limits.bytes));
  TM_TRY(const json::value data, data_of(text));
  const json::value* const result = member(&data, "result");
  const json::array* const all = result ? result->if_array() : nullptr;
  if (text_of(member(&data, "resultType")) != "matrix" || !all) return refuse("an answer that is no matrix");
  Budget budget(limits);
  for (const json::value& one : *all) {
    TM_CHECK(budget.sample());
    Sample sample;
    TM_CHECK(read_labels(member(&one, "metric"), sample, budget));
    const json::value* const values = member(&one, "values");
    const json::array* const points = values ? values->if_array() : nullptr;
    if (!points || points->empty()) return refuse("a series without samples");
    TM_CHECK(take(std::move(sample), *points));
  }
  return {};
}

struct Series {
  Sample newest;
  std::optional<double> step_ms;  // between its samples; unknown where it has one
};

Result<Series> newest_of(Sample sample, const json::array& points) {
  Series out{std::move(sample), std::nullopt};
  TM_TRY(const RangePoint first, read_point(points.front()));
  TM_TRY(const RangePoint last, read_point(points.back()));
  out.newest.value = last.value;
  out.newest.timestamp_ms = last.at_ms;
  if (points.size() > 1) out.step_ms = (last.at_ms - first.at_ms) / static_cast<double>(points.size() - 1);
  return out;
}

bool has_ended(const Series& series, double now_ms) {
  constexpr double missed = 3, least_ms = 5'000;
  return series.step_ms && now_ms - *series.newest.timestamp_ms > missed * std::max(*series.step_ms, least_ms);
}
}  // namespace

Result<Exposition> parse_query_answer(std::string_view text, const Limits& limits, std::optional<double> now_ms) {
  std::vector<Series> read;
  double newest = 0;
  TM_CHECK(read_matrix(text, limits, [&](Sample sample, const json::array& points) -> Result<> {
    TM_TRY(Series series, newest_of(std::move(sample), points));
    newest = std::max(newest, *series.newest.timestamp_ms);
    read.push_back(std::move(series));
    return {};
  }));
  Exposition out;
  Family& family = out.families.emplace_back();
  for (Series& series : read)
    if (!has_ended(series, now_ms.value_or(newest))) family.samples.push_back(std::move(series.newest));
  return out;
}

Result<std::vector<RangeSeries>> parse_matrix(std::string_view text, std::size_t most_points, const Limits& limits) {
  std::vector<RangeSeries> out;
  std::size_t left = most_points;
  TM_CHECK(read_matrix(text, limits, [&](Sample sample, const json::array& points) -> Result<> {
    if (points.size() > left) return refuse(fmt::format("more than {} samples", most_points));
    left -= points.size();
    RangeSeries& series = out.emplace_back(RangeSeries{std::move(sample.name), std::move(sample.labels), {}});
    for (const json::value& value : points) {
      TM_TRY(const RangePoint point, read_point(value));
      series.points.push_back(point);
    }
    return {};
  }));
  return out;
}

std::string escaped_label(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

Result<std::vector<std::string>> parse_label_values(std::string_view text) {
  TM_TRY(const json::value data, data_of(text));
  const json::array* const all = data.if_array();
  if (!all) return refuse("an answer that is no list");
  std::vector<std::string> out;
  for (const json::value& name : *all)
    if (const json::string* const one = name.if_string()) out.emplace_back(std::string_view(*one));
  return out;
}

}  // namespace tidemark::metrics
