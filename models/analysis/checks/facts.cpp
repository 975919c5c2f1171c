// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>

#include "models/analysis/checks/judge.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
// "config:retention.ms" of an object.
std::optional<std::string> setting_name(const StateSpan& span) {
  if (!span.aspect.starts_with(aspect::config_prefix)) return std::nullopt;
  return span.aspect.substr(aspect::config_prefix.size());
}

void take_topic(const StateSpan& span, bool of_partition, TopicFacts& to) {
  if (const auto name = setting_name(span)) to.config[*name] = *span.value;
  if (of_partition && span.aspect == aspect::replicas) {
    const std::size_t replicas = entries(*span.value).size();
    to.fewest_replicas = to.fewest_replicas == 0 ? replicas : std::min(to.fewest_replicas, replicas);
  }
  if (!of_partition && span.aspect == aspect::role)
    for (const std::string_view role : entries(*span.value)) to.roles.emplace(role);
}

// Those that nobody marked, but a connector or the profile names as a control topic.
void mark_control_topics(CheckFacts& facts, const CheckSetup& setup) {
  const auto named = [&](const TopicKey& key) {
    const std::string& topic = key.second.value();
    return std::ranges::find(setup.control_topics, topic) != setup.control_topics.end() ||
           std::ranges::any_of(setup.connectors, [&](const ConnectorSetup& connector) {
             return connector.cluster == key.first && connector.control_topic == topic;
           });
  };
  for (auto& [key, topic] : facts.topics)
    if (key.second.value().starts_with("control-") || named(key)) topic.roles.insert("control");
}
}  // namespace

CheckFacts facts_at(const Snapshot& snapshot, LocalTime at, const Filter& filter, const CheckSetup& setup) {
  CheckFacts facts;
  for (const StateSpan& span : snapshot.states) {
    if (!span.value || span.from_hi > at || (span.to && *span.to <= at)) continue;
    const ClusterName& cluster = snapshot.sources[span.source].spec.cluster;
    const std::string_view kind = object::kind(span.object);
    if (kind == "broker" && in_scope(filter.cluster, cluster.value()) && filter.topic.empty())
      if (const auto name = setting_name(span)) facts.brokers[{cluster, span.object}][*name] = *span.value;
    const auto tp = object::as_partition(span.object);
    const TopicName topic = tp ? tp->topic : TopicName(std::string(object::name(span.object)));
    if ((kind == "topic" || tp) && in_scope(filter, cluster, topic))
      take_topic(span, tp.has_value(), facts.topics[{cluster, topic}]);
  }
  mark_control_topics(facts, setup);
  return facts;
}

std::optional<std::int64_t> number_of(const std::string& text) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [last, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && last == end ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> number_of(const Settings& settings, const std::string& name) {
  const auto found = settings.find(name);
  return found == settings.end() ? std::nullopt : number_of(found->second);
}

std::string text_of(const Settings& settings, const std::string& name) {
  const auto found = settings.find(name);
  return found == settings.end() ? std::string() : found->second;
}

Finding& CheckJudge::add(const char* rule, Severity severity, const ClusterName& cluster, const Object& object,
                         std::string setting, std::string value, std::string wanted) {
  Finding& finding = findings_.emplace_back();
  finding.rule = rule;
  finding.severity = severity;
  finding.object = object;
  finding.setting = std::move(setting);
  finding.value = std::move(value);
  finding.wanted = std::move(wanted);
  finding.params = {{"cluster", cluster.value()}, {"name", std::string(object::name(object))}};
  return finding;
}

}  // namespace tidemark
