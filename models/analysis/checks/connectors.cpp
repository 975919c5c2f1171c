// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/analysis/checks/judge.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr const char* dead_letter_topic = "errors.deadletterqueue.topic.name";
constexpr const char* dead_letter_headers = "errors.deadletterqueue.context.headers.enable";
constexpr const char* dead_letter_replicas = "errors.deadletterqueue.topic.replication.factor";
constexpr const char* tolerance = "errors.tolerance";
constexpr const char* sink_reset = "consumer.override.auto.offset.reset";
constexpr const char* coordinator_reset = "iceberg.kafka.auto.offset.reset";
constexpr const char* interval = "iceberg.control.commit.interval-ms";
constexpr const char* timeout = "iceberg.control.commit.timeout-ms";

bool is_iceberg(const ConnectorSetup& connector) { return connector.writer.starts_with("iceberg-connect"); }

class OneConnector final {
 public:
  OneConnector(CheckJudge& judge, const ConnectorSetup& connector)
      : judge_(judge), connector_(connector), object_(object::connector(connector.name)) {}

  void errors() {
    const bool tolerates = get(tolerance) == "all";
    const std::string dead_letter = get(dead_letter_topic);
    if (dead_letter.empty()) {
      if (tolerates) add("K20", Severity::error, dead_letter_topic, "not set", "a topic");
      return;
    }
    if (!tolerates)
      add("K23", Severity::note, tolerance, get(tolerance).empty() ? "none (default)" : get(tolerance), "all")
          .params.emplace("topic", dead_letter);
    if (get(dead_letter_headers) != "true")
      add("K21", Severity::warn, dead_letter_headers, "false", "true").params.emplace("topic", dead_letter);
    if (get(dead_letter_replicas) == "1")
      add("K22", Severity::warn, dead_letter_replicas, "1", "3").params.emplace("topic", dead_letter);
    if (std::ranges::find(connector_.topics, dead_letter) != connector_.topics.end())
      add("K31", Severity::error, dead_letter_topic, dead_letter, "a topic that it does not read");
  }

  void starts() {
    if (get(sink_reset) == "latest") add("K25", Severity::warn, sink_reset, "latest", "earliest");
    if (!is_iceberg(connector_)) return;
    const std::string reset = get(coordinator_reset);
    if (reset.empty() || reset == "latest")
      add("K24", Severity::warn, coordinator_reset, reset.empty() ? "latest (default)" : reset, "earliest")
          .params.emplace("topic", connector_.control_topic);
  }

  void rounds() {
    constexpr std::int64_t shortest = 10'000, longest = 3'600'000, usual = 300'000;
    if (!is_iceberg(connector_)) return;
    const auto every = number_of(connector_.commit_interval_ms);
    const auto patience = number_of(connector_.commit_timeout_ms);
    if (!every || *every <= 0) return;
    if (patience && *patience >= *every)
      put_times(add("K26", Severity::warn, timeout, std::to_string(*patience), "less than " + std::to_string(*every)),
                *every, *patience);
    if (*every < shortest)
      put_times(add("K27", Severity::note, interval, std::to_string(*every), std::to_string(usual)), *every, 0);
    if (*every > longest)
      put_times(add("K28", Severity::warn, interval, std::to_string(*every), std::to_string(usual)), *every, 0);
  }

 private:
  std::string get(const char* key) const { return text_of(connector_.config, key); }
  Finding& add(const char* rule, Severity severity, std::string setting, std::string value, std::string wanted) {
    return judge_.add(rule, severity, connector_.cluster, object_, std::move(setting), std::move(value),
                      std::move(wanted));
  }
  static void put_times(Finding& finding, std::int64_t every, std::int64_t patience) {
    finding.params.emplace("interval", Millis(every));
    finding.params.emplace("timeout", Millis(patience));
  }

  CheckJudge& judge_;
  const ConnectorSetup& connector_;
  const Object object_;
};

bool wanted(const ConnectorSetup& connector, const Filter& filter) {
  if (!in_scope(filter.cluster, connector.cluster.value())) return false;
  return filter.topic.empty() || in_scope(filter.topic, connector.control_topic) ||
         std::ranges::any_of(connector.topics, [&](const std::string& topic) { return in_scope(filter.topic, topic); });
}

using Sharing = std::map<std::pair<ClusterName, std::string>, std::vector<const ConnectorSetup*>>;

std::string names_of(const std::vector<const ConnectorSetup*>& connectors) {
  std::string names;
  for (const ConnectorSetup* connector : connectors) names += (names.empty() ? "" : ", ") + connector->name;
  return names;
}

void add_shared(CheckJudge& judge, const char* rule, Severity severity, const std::string& setting,
                const std::string& wanted, const Sharing& sharing) {
  for (const auto& [key, connectors] : sharing) {
    if (connectors.size() < 2) continue;
    judge.add(rule, severity, key.first, object::connector(connectors.front()->name), setting, key.second, wanted)
        .params.emplace("connectors", names_of(connectors));
  }
}
}  // namespace

void judge_connectors(CheckJudge& judge, const std::vector<ConnectorSetup>& connectors, const Filter& filter) {
  Sharing by_topic, by_group;
  for (const ConnectorSetup& connector : connectors) {
    if (connector.type != "sink" || !wanted(connector, filter)) continue;
    OneConnector one(judge, connector);
    one.errors();
    one.starts();
    one.rounds();
    if (!is_iceberg(connector)) continue;
    by_topic[{connector.cluster, connector.control_topic}].push_back(&connector);
    by_group[{connector.cluster, connector.control_group}].push_back(&connector);
  }
  add_shared(judge, "K29", Severity::error, "iceberg.control.group-id", "one of its own for each", by_group);
  add_shared(judge, "K30", Severity::note, "iceberg.control.topic", "one of its own for each", by_topic);
}

}  // namespace tidemark
