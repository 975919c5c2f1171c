// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "collectors/story/parse.h"

namespace tidemark::story {
namespace {
constexpr std::int64_t largest_step = 1'000'000'000'000'000;  // records from one poll to the next
constexpr int metric_decimals = 3;                            // at least, where there is noise
constexpr int most_decimals = 9;

Result<std::vector<Rate>> parse_rates(const Node& series, const Story& story) {
  std::vector<Rate> rates;
  TM_CHECK(series.each("rates", [&](const Node& pair) -> Result<> {
    TM_TRY(const std::vector<Node> parts, pair.array(2, 2));
    TM_TRY(const std::int64_t poll, poll_in(parts[0], story));
    TM_TRY(const double rate, parts[1].number(-1e12, 1e12));
    if (std::abs(rate) * static_cast<double>(story.step.count()) / 1000 > static_cast<double>(largest_step))
      return parts[1].error("the rate is too large for the step");
    rates.push_back({poll, std::llround(rate * 1e6)});
    return {};
  }));
  std::ranges::stable_sort(rates, {}, &Rate::poll);
  return rates;
}

Result<Signal> parse_mark(const Node& node) {
  TM_TRY(const Node mark_node, node.need("mark"));
  TM_TRY(const std::string mark, mark_node.word({"floor", "table", "group", "stable", "high"}));
  for (const std::string key : {"group", "table"})
    if (const auto extra = node.find(key); extra && key != mark)
      return extra->error("only a " + key + " mark has one", "drop this key");
  if (mark != "group" && mark != "table") return Signal(mark);
  TM_TRY(const Node owner, node.need(mark));
  TM_TRY(const std::string name, name_in(owner));
  return mark == "group" ? signal::group(GroupId(name)) : signal::table(TableName(name));
}

Result<> parse_values(const Node& node, const Story& story, Series& series) {
  const auto member = node.find("values");
  if (!member) return {};
  TM_TRY(const std::vector<Node> items, member->array());
  auto& values = series.values.emplace();
  for (const Node& item : items) {
    if (std::cmp_greater_equal(series.from + std::int64_t(values.size()), story.polls))
      return item.error("poll " + std::to_string(values.size()) + " is outside the story",
                        "the story has " + std::to_string(story.polls) + " polls");
    if (item.is_null()) {
      values.emplace_back();
    } else {
      TM_TRY(values.emplace_back(), item.integer(0));
    }
  }
  return {};
}

Result<Series> parse_one(const Node& node, const Story& story) {
  TM_CHECK(node.keys({"mark", "topic", "partition", "group", "table", "start", "rates", "noise", "follow",
                      "delay_polls", "values", "cluster", "every", "from", "to"}));
  Series series;
  TM_TRY(series.signal, parse_mark(node));
  TM_TRY(const Node topic_node, node.need("topic"));
  TM_TRY(const std::string topic, name_in(topic_node));
  TM_TRY(const Node partition_node, node.need("partition"));
  TM_TRY(series.partition.partition, partition_in(partition_node));
  series.partition.topic = TopicName(topic);
  TM_TRY(const std::string cluster, node.text_or("cluster", story.cluster.value()));
  series.cluster = ClusterName(cluster);
  TM_TRY(series.start, node.integer_or("start", 0, 0));
  TM_TRY(series.rates, parse_rates(node, story));
  if (const auto noise = node.find("noise")) {
    TM_CHECK(noise->word({"poisson"}));
    series.poisson = true;
  }
  TM_TRY(series.delay, node.integer_or("delay_polls", 0, 0));
  TM_TRY(series.every, node.integer_or("every", 1, 1, story.polls));
  series.to = story.polls;
  if (const auto from = node.find("from")) {
    TM_TRY(const auto span, span_in(*from, node.find("to"), story));
    std::tie(series.from, series.to) = span;
  } else if (const auto to = node.find("to")) {
    TM_TRY(series.to, to->integer(0, story.polls));
  }
  TM_CHECK(parse_values(node, story, series));
  return series;
}

// The series that `text` ("high", "group", "group:NAME") names in the same partition as series i.
Result<std::size_t> leader_of(const Node& node, const std::string& text, std::size_t i, const Story& story) {
  const Series& self = story.series[i];
  std::vector<std::size_t> found;
  for (std::size_t k = 0; k < story.series.size(); ++k) {
    const Series& other = story.series[k];
    const std::string& signal = other.signal.value();
    if (other.cluster == self.cluster && other.partition == self.partition &&
        (signal == text || ((text == "group" || text == "table") && signal.starts_with(text + ':'))))
      found.push_back(k);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) return node.error("no series \"" + text + "\" in this partition to follow");
  return node.error("several series \"" + text + "\" in this partition",
                    "name one, like " + story.series[found.front()].signal.value());
}

Result<> resolve_follows(const std::vector<Node>& nodes, Story& story) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto follow = nodes[i].find("follow");
    if (!follow) continue;
    TM_TRY(const std::string text, follow->text());
    TM_TRY(story.series[i].follow, leader_of(*follow, text, i, story));
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::size_t steps = 0;
    for (std::optional<std::size_t> at = story.series[i].follow; at; at = story.series[*at].follow)
      if (++steps > nodes.size() || *at == i)
        return nodes[i].find("follow")->error("the series follows itself in a circle",
                                              "give one of them start and rates");
  }
  return {};
}

int decimals(double value) {
  double scaled = std::abs(value);
  for (int digits = 0; digits < most_decimals; ++digits, scaled *= 10)
    if (std::abs(scaled - std::round(scaled)) < 1e-9 * std::max(1.0, scaled)) return digits;
  return most_decimals;
}

Result<Metric> parse_metric(const Node& node, const Story& story) {
  TM_CHECK(node.keys({"layer", "object", "name", "steps", "noise"}));
  Metric metric;
  TM_TRY(const Node layer, node.need("layer"));
  TM_TRY(metric.layer, layer_in(layer));
  TM_TRY(const Node object, node.need("object"));
  TM_TRY(metric.object, object_in(object));
  TM_TRY(const Node name_node, node.need("name"));
  TM_TRY(const std::string name, name_in(name_node));
  if (name == "floor" || name == "stable" || name == "high" || name.find(':') != std::string::npos)
    return name_node.error("\"" + name + "\" is a mark, no metric", "put it under series");
  metric.signal = Signal(name);
  if (const auto noise = node.find("noise")) {
    TM_TRY(metric.noise, noise->number(0, 100));
  }
  metric.scale10 = metric.noise > 0 ? metric_decimals : 0;
  TM_CHECK(node.each("steps", [&](const Node& step) -> Result<> {
    TM_TRY(const std::vector<Node> parts, step.array(2, 2));
    TM_TRY(const std::int64_t poll, poll_in(parts[0], story));
    std::optional<double> value;
    if (!parts[1].is_null()) {
      TM_TRY(value, parts[1].number(-1e9, 1e9));
      metric.scale10 = std::max(metric.scale10, decimals(*value));
    }
    metric.steps.emplace_back(poll, value);
    return {};
  }));
  std::ranges::stable_sort(metric.steps, {}, &std::pair<std::int64_t, std::optional<double>>::first);
  return metric;
}
}  // namespace

Result<> parse_series(const Node& root, Story& story) {
  std::vector<Node> nodes;
  std::set<std::tuple<ClusterName, Signal, TopicPartition>> seen;
  TM_CHECK(root.each("series", [&](const Node& node) -> Result<> {
    TM_TRY(Series series, parse_one(node, story));
    if (!seen.insert({series.cluster, series.signal, series.partition}).second)
      return node.error(
          "this series is there twice: " + series.signal.value() + " of " + object::partition(series.partition).value(),
          "drop one of them");
    story.series.push_back(std::move(series));
    nodes.push_back(node);
    return {};
  }));
  return resolve_follows(nodes, story);
}

Result<> parse_metrics(const Node& root, Story& story) {
  std::set<std::pair<Object, Signal>> seen;
  return root.each("metrics", [&](const Node& node) -> Result<> {
    TM_TRY(Metric metric, parse_metric(node, story));
    if (!seen.insert({metric.object, metric.signal}).second)
      return node.error("this series is there twice: " + metric.signal.value() + " of " + metric.object.value(),
                        "drop one of them");
    story.metrics.push_back(std::move(metric));
    return {};
  });
}

}  // namespace tidemark::story
