// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <set>

#include "models/analysis/metrics.h"
#include "models/analysis/onset/layers.h"
#include "models/analysis/review/fact_words.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
// The signals that an incident needs to be told apart.
constexpr std::array layers{LaneGroup::producers, LaneGroup::brokers, LaneGroup::storage,      LaneGroup::groups,
                            LaneGroup::connect,   LaneGroup::tables,  LaneGroup::object_store, LaneGroup::catalog};

std::optional<LaneGroup> layer_of_column(const Snapshot& snapshot, const Column& column, LocalTime at) {
  const std::string& signal = column.spec.signal.value();
  if (column.spec.signal == signal::high) return LaneGroup::producers;
  if (signal.starts_with("group:")) return LaneGroup::groups;
  if (signal.starts_with("table:")) return LaneGroup::tables;
  const SourceSpec& source = snapshot.sources[snapshot.lanes[column.lane].source].spec;
  if (!measures(source)) return std::nullopt;
  return place_of_metric(metric_layer(snapshot, column, at), column.spec.signal, column.spec.object).lanes;
}

bool knows_anything(const Column& column) {
  return std::ranges::find(column.reasons, Reason::none) != column.reasons.end();
}

// Sources that tell of a layer, by their index in `snapshot`.
std::map<LaneGroup, std::set<std::size_t>> tellers(const Snapshot& snapshot, LocalTime at) {
  std::map<LaneGroup, std::set<std::size_t>> out;
  for (const Column& column : snapshot.columns)
    if (const auto layer = layer_of_column(snapshot, column, at); layer && knows_anything(column))
      out[*layer].insert(snapshot.lanes[column.lane].source);
  for (const StateSpan& span : snapshot.states)
    if (span.value && span.from_hi <= at && (!span.to || *span.to > at)) {
      const std::string_view kind = object::kind(span.object);
      if (kind == "partition" && span.aspect == aspect::leader) out[LaneGroup::brokers].insert(span.source);
      if (kind != "partition" && span.aspect == aspect::state)
        out[place_of_object({}, span.object).lanes].insert(span.source);
    }
  return out;
}

Known<double> answered(const Snapshot& now, const std::set<std::size_t>& sources, const Snapshot& polls, LocalTime at) {
  std::set<SourceSpec> wanted;
  for (const std::size_t source : sources) wanted.insert(now.sources[source].spec);
  return coverage_of(polls, polls.from, at, [&](const SourceSpec& source) { return wanted.contains(source); });
}
}  // namespace

Facts layer_facts(const Snapshot& now, const Snapshot& polls, LocalTime at) {
  Facts out;
  const auto by_layer = tellers(now, at);
  for (const LaneGroup layer : layers) {
    const auto found = by_layer.find(layer);
    const std::string object = "layer:" + std::string(word(layer));
    if (found == by_layer.end())
      put_fact(out, object, "coverage", Reason::never_polled);
    else
      put_fact(out, object, "coverage", answered(now, found->second, polls, at));
  }
  return out;
}

Facts governance_facts(const std::vector<RegistryRow>& registries, const Profile* told, const Filter& filter) {
  Facts out;
  if (told)
    for (const ClusterProfile& cluster : told->clusters) {
      if (!in_scope(filter.cluster, cluster.name.value())) continue;
      const auto protocol = cluster.client.find("security.protocol");
      std::string word = protocol == cluster.client.end() ? "plaintext" : protocol->second;
      std::ranges::transform(word, word.begin(),
                             [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      put_fact(out, "cluster:" + cluster.name.value(), "security", word);
    }
  for (const RegistryRow& row : registries)
    put_fact(out, "registry:" + row.registry, "compatibility", row.compatibility);
  return out;
}

Facts compatibility_facts(const Snapshot& snapshot, LocalTime at, const std::vector<GroupRow>& groups,
                          const std::vector<TopicRow>& topics) {
  Facts out;
  for (const GroupRow& row : groups) {
    const bool told = row.type != GroupType::unknown;
    put_fact(out, "group:" + row.group.value(), "protocol",
             told ? Known<std::string>(std::string(word(row.type))) : row.protocol);
  }
  for (const TopicRow& row : topics)
    put_fact(out, "topic:" + row.topic.value(), "transactional",
             traits_at(snapshot, row.cluster, row.topic, at).transactional);
  return out;
}

Facts condition_facts(const Snapshot& snapshot, const std::vector<TopicRow>& topics, const ConditionsSeen& seen) {
  Facts out;
  put_fact(out, "condition:burst", "seen", seen.burst);
  put_fact(out, "condition:replay", "seen", seen.replay);
  put_fact(out, "condition:fan-out", "seen",
           std::ranges::any_of(topics, [](const TopicRow& row) { return row.readers > 1; }));
  put_fact(out, "condition:failure", "seen", seen.failure);
  const auto measured = [&](const char* signal) -> Known<bool> {
    Known<bool> any = Reason::not_probed;
    for (const Column& column : snapshot.columns) {
      if (column.spec.signal.value() != signal) continue;
      for (std::size_t i = 0; i < column.values.size(); ++i)
        if (const auto value = column.at(i)) any = any.value_or(false) || *value > 0;
    }
    return any;
  };
  put_fact(out, "condition:retries", "seen", measured("retry_rate"));
  put_fact(out, "condition:deletes", "seen", measured("tombstones"));
  put_fact(out, "condition:uneven-sizes", "seen", Reason::not_supported);
  return out;
}

Known<double> review_coverage(const Snapshot& polls, LocalTime from, LocalTime at, const Filter& filter) {
  const auto answered = table_coverage(polls, from, at, filter);
  if (!answered || !polls.oldest || *polls.oldest <= from || at <= from) return answered;
  const Millis history = std::max(at - *polls.oldest, Millis(0));
  return *answered * static_cast<double>(history.count()) / static_cast<double>(Millis(at - from).count());
}

bool any_failure(const Snapshot& states, LocalTime at, const std::set<std::string>& connectors) {
  return std::ranges::any_of(states.states, [&](const StateSpan& span) {
    if (span.aspect != aspect::state || span.from_hi > at || !span.value) return false;
    if (object::kind(span.object) == "broker") return *span.value == "gone";
    const auto task = object::as_task(span.object);
    const std::string connector = task ? task->connector : std::string(object::name(span.object));
    return *span.value == "FAILED" && (connectors.empty() || connectors.contains(connector));
  });
}

SnapshotRequest review_polls_request(LocalTime from, LocalTime at) {
  SnapshotRequest request;
  request.from = from;
  request.to = at;
  request.object_names = {"none:"};
  request.events = false;
  return request;
}

SnapshotRequest review_now_request(LocalTime at) {
  SnapshotRequest request;
  request.from = at - std::chrono::minutes(10);
  request.to = at;
  request.min_polls = lag_polls;
  request.min_commits = ledger_commits;
  request.ages_from_history = true;
  return request;
}

}  // namespace tidemark
