// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/check.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "models/analysis/lag_findings.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t week = 7 * day;

struct TopicFacts {
  std::set<std::string> roles;
  std::map<std::string, std::string> config;
  std::size_t fewest_replicas = 0;  // 0: not known
};
using TopicKey = std::pair<ClusterName, TopicName>;

struct Facts {
  std::map<TopicKey, TopicFacts> topics;
  std::map<std::pair<ClusterName, Object>, std::map<std::string, std::string>> brokers;
};

Facts facts_at(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  Facts facts;
  for (const StateSpan& span : snapshot.states) {
    if (!span.value || span.from_hi > at || (span.to && *span.to <= at)) continue;
    const ClusterName& cluster = snapshot.sources[span.source].spec.cluster;
    const std::string_view kind = object::kind(span.object);
    const bool config = span.aspect.starts_with(aspect::config_prefix);
    const std::string name = config ? span.aspect.substr(aspect::config_prefix.size()) : std::string();
    if (kind == "broker" && config && in_scope(filter.cluster, cluster.value()) && filter.topic.empty())
      facts.brokers[{cluster, span.object}][name] = *span.value;
    const auto tp = object::as_partition(span.object);
    const TopicName topic = tp ? tp->topic : TopicName(std::string(object::name(span.object)));
    if ((kind != "topic" && !tp) || !in_scope(filter, cluster, topic)) continue;
    TopicFacts& to = facts.topics[{cluster, topic}];
    if (config) to.config[name] = *span.value;
    if (tp && span.aspect == aspect::replicas) {
      const std::size_t replicas = entries(*span.value).size();
      to.fewest_replicas = to.fewest_replicas == 0 ? replicas : std::min(to.fewest_replicas, replicas);
    }
    if (!tp && span.aspect == aspect::role)
      for (const std::string_view role : entries(*span.value)) to.roles.emplace(role);
  }
  return facts;
}

std::optional<std::int64_t> number(const std::map<std::string, std::string>& config, const std::string& name) {
  const auto found = config.find(name);
  if (found == config.end()) return std::nullopt;
  std::int64_t value = 0;
  const char* end = found->second.data() + found->second.size();
  const auto [last, error] = std::from_chars(found->second.data(), end, value);
  return error == std::errc() && last == end ? std::optional(value) : std::nullopt;
}

std::string text(const std::map<std::string, std::string>& config, const std::string& name) {
  const auto found = config.find(name);
  return found == config.end() ? std::string() : found->second;
}

class Judge final {
 public:
  explicit Judge(std::vector<Finding>& findings) : findings_(findings) {}
  void topic(const TopicKey& key, const TopicFacts& facts);
  void broker(const ClusterName& cluster, const Object& broker, const std::map<std::string, std::string>& config);

 private:
  Finding& add(const char* rule, Severity severity, const ClusterName& cluster, const Object& object,
               std::string setting, std::string value, std::string wanted);
  void retention(const TopicKey& key, const TopicFacts& facts, const Object& object);
  std::vector<Finding>& findings_;
};

Finding& Judge::add(const char* rule, Severity severity, const ClusterName& cluster, const Object& object,
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

// Offsets of groups and of transactions: without them every consumer of the cluster stands.
bool is_internal(const TopicName& topic) {
  return topic.value() == "__consumer_offsets" || topic.value() == "__transaction_state";
}

void Judge::retention(const TopicKey& key, const TopicFacts& facts, const Object& object) {
  const auto ms = number(facts.config, "retention.ms");
  if (!ms || *ms < 0 || text(facts.config, "cleanup.policy").find("delete") == std::string::npos) return;
  const bool control = facts.roles.contains("control") || key.second.value().starts_with("control-");
  const std::int64_t wanted = control ? week : day;
  if (*ms < wanted)
    add(control ? "K05" : "K04", Severity::warn, key.first, object, "retention.ms", std::to_string(*ms),
        std::to_string(wanted))
        .params.emplace("retention", Millis(*ms));
}

void Judge::topic(const TopicKey& key, const TopicFacts& facts) {
  const Object object = object::topic(key.second);
  const auto replicas = static_cast<std::int64_t>(facts.fewest_replicas);
  if (replicas == 1)
    add("K01", is_internal(key.second) ? Severity::error : Severity::warn, key.first, object, "replication", "1", "3");
  if (const auto in_sync = number(facts.config, "min.insync.replicas"); in_sync && replicas > 1) {
    if (*in_sync >= replicas)
      add("K02", Severity::warn, key.first, object, "min.insync.replicas", std::to_string(*in_sync),
          std::to_string(replicas - 1))
          .params.emplace("replicas", replicas);
    else if (*in_sync < 2)
      add("K03", Severity::warn, key.first, object, "min.insync.replicas", std::to_string(*in_sync), "2");
  }
  retention(key, facts, object);
  if (text(facts.config, "unclean.leader.election.enable") == "true")
    add("K06", Severity::warn, key.first, object, "unclean.leader.election.enable", "true", "false");
}

void Judge::broker(const ClusterName& cluster, const Object& broker, const std::map<std::string, std::string>& config) {
  constexpr std::int64_t week_minutes = week / 60'000;
  if (const auto minutes = number(config, "offsets.retention.minutes"); minutes && *minutes < week_minutes)
    add("K07", Severity::warn, cluster, broker, "offsets.retention.minutes", std::to_string(*minutes),
        std::to_string(week_minutes));
  if (text(config, "auto.create.topics.enable") == "true")
    add("K08", Severity::note, cluster, broker, "auto.create.topics.enable", "true", "false");
}

std::string text_of(const FindingParam& param) {
  struct Printer {
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return std::to_string(value); }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(LocalTime value) const { return rfc3339(value); }
    std::string operator()(Millis value) const {
      const std::int64_t seconds = value.count() / 1000;
      if (value.count() < 1000) return std::to_string(value.count()) + " ms";
      if (seconds < 120) return std::to_string(seconds) + " s";
      if (seconds < 2 * 3600) return std::to_string(seconds / 60) + " min";
      return seconds < 2 * 86'400 ? std::to_string(seconds / 3600) + " h" : std::to_string(seconds / 86'400) + " d";
    }
  };
  return std::visit(Printer(), param);
}
}  // namespace

std::vector<Finding> check_findings(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::vector<Finding> findings;
  Judge judge(findings);
  const Facts facts = facts_at(snapshot, at, filter);
  for (const auto& [key, topic] : facts.topics) judge.topic(key, topic);
  for (const auto& [key, config] : facts.brokers) judge.broker(key.first, key.second, config);
  sort_findings(findings);
  return findings;
}

Document check_document(const Snapshot& snapshot, LocalTime at, const FindingText& why, const Filter& filter) {
  Document document = frame("check", snapshot, snapshot.from, at, filter);
  document.findings = check_findings(snapshot, at, filter);
  for (const Finding& finding : document.findings)
    document.rows.push_back({{"rule", finding.rule},
                             {"cluster", std::get<std::string>(finding.params.at("cluster"))},
                             {"object", finding.object.value()},
                             {"setting", finding.setting},
                             {"value", finding.value},
                             {"wanted", finding.wanted},
                             {"why", why(finding)},
                             {"severity", word(finding.severity)}});
  return document;
}

std::string fill_template(std::string_view pattern, const Finding& finding) {
  const std::map<std::string, std::string, std::less<>> own{{"object", finding.object.value()},
                                                            {"name", std::string(object::name(finding.object))},
                                                            {"setting", finding.setting},
                                                            {"value", finding.value},
                                                            {"wanted", finding.wanted}};
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
    out += pattern.substr(0, close == std::string_view::npos ? pattern.size() : open);
    if (close == std::string_view::npos) break;
    const std::string name(pattern.substr(open + 1, close - open - 1));
    if (const auto param = finding.params.find(name); param != finding.params.end())
      out += text_of(param->second);
    else if (const auto field = own.find(name); field != own.end())
      out += field->second;
    else
      out += '{' + name + '}';
    pattern.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace tidemark
