// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/onset/layers.h"

#include <algorithm>
#include <optional>

namespace tidemark {
namespace {
struct Named {
  std::string_view name;
  LayerPlace place;
};

constexpr std::array layers = std::to_array<Named>({
    {"source", {"source", LaneGroup::producers}},
    {"producer", {"producer", LaneGroup::producers}},
    {"processor", {"processor", LaneGroup::groups}},
    {"broker", {"broker", LaneGroup::brokers}},
    {"transaction", {"transaction", LaneGroup::transactions}},
    {"group", {"group", LaneGroup::groups}},
    {"connect", {"connect", LaneGroup::connect}},
    {"sink", {"sink", LaneGroup::connect}},
    {"storage", {"storage", LaneGroup::object_store}},
    {"catalog", {"catalog", LaneGroup::catalog}},
    {"table", {"table", LaneGroup::tables}},
    {"schema", {"schema", LaneGroup::catalog}},
    {"model", {"model", LaneGroup::vectors}},
    {"vector", {"vector", LaneGroup::vectors}},
    {"mirror", {"mirror", LaneGroup::connect}},
    {"collector", {"collector", LaneGroup::collector}},
    {"user", {"user", LaneGroup::collector}},
});

constexpr std::array kinds = std::to_array<Named>({
    {"source", {"source", LaneGroup::producers}},  {"cluster", {"broker", LaneGroup::brokers}},
    {"broker", {"broker", LaneGroup::brokers}},    {"topic", {"broker", LaneGroup::brokers}},
    {"partition", {"broker", LaneGroup::brokers}}, {"group", {"group", LaneGroup::groups}},
    {"member", {"group", LaneGroup::groups}},      {"processor", {"processor", LaneGroup::groups}},
    {"job", {"processor", LaneGroup::groups}},     {"connector", {"connect", LaneGroup::connect}},
    {"task", {"connect", LaneGroup::connect}},     {"worker", {"connect", LaneGroup::connect}},
    {"mirror", {"mirror", LaneGroup::connect}},    {"store", {"storage", LaneGroup::object_store}},
    {"table", {"table", LaneGroup::tables}},       {"catalog", {"catalog", LaneGroup::catalog}},
    {"registry", {"schema", LaneGroup::catalog}},  {"sink", {"sink", LaneGroup::vectors}},
    {"model", {"model", LaneGroup::vectors}},
});

// Signals that tell their layer whatever object they are measured at.
constexpr std::array signals = std::to_array<Named>({
    {"wal_latency_ms", {"storage", LaneGroup::storage}},
    {"put_latency_ms", {"sink", LaneGroup::connect}},
    {"commit_latency_ms", {"table", LaneGroup::tables}},
    {"produce_p99_ms", {"broker", LaneGroup::brokers}},
    {"fetch_p99_ms", {"broker", LaneGroup::brokers}},
    {"handler_idle", {"broker", LaneGroup::brokers}},
    {"urp", {"broker", LaneGroup::brokers}},
    {"throttle_ms", {"broker", LaneGroup::brokers}},
    {"poll_interval_ms", {"group", LaneGroup::groups}},
    {"dlq_rate", {"connect", LaneGroup::connect}},
    {"gpu_util", {"model", LaneGroup::vectors}},
    {"tombstones", {"vector", LaneGroup::vectors}},
    {"upsert_error_rate", {"vector", LaneGroup::vectors}},
    {"retrieval_age_ms", {"vector", LaneGroup::vectors}},
    {"canary_age_ms", {"vector", LaneGroup::vectors}},
    {"tombstone_age_ms", {"vector", LaneGroup::vectors}},
    {"model_documents", {"vector", LaneGroup::vectors}},
    {"model_share", {"vector", LaneGroup::vectors}},
    {"queue_depth", {"vector", LaneGroup::vectors}},
});

template <class List>
std::optional<LayerPlace> find(const List& list, std::string_view name) {
  const auto found = std::ranges::find(list, name, &Named::name);
  if (found == list.end()) return std::nullopt;
  return found->place;
}

// Brokers have a storage of their own; what stores objects is another lane of the same layer.
LayerPlace settled(LayerPlace place, std::string_view kind) {
  const bool own = kind == "broker" || kind == "cluster" || kind == "topic" || kind == "partition";
  if (place.layer == "storage" && own) place.lanes = LaneGroup::storage;
  if (place.layer == "sink" && kind == "sink") place.lanes = LaneGroup::vectors;
  return place;
}
}  // namespace

std::string_view word(LaneGroup group) {
  static constexpr std::array<std::string_view, lane_groups.size()> words{
      "producers",    "brokers", "storage", "transactions", "groups",   "connect",
      "object-store", "tables",  "catalog", "vectors",      "collector"};
  return words[static_cast<std::size_t>(group)];
}

std::string_view layer_of(LaneGroup group) {
  static constexpr std::array<std::string_view, lane_groups.size()> words{
      "producer", "broker", "storage", "transaction", "group",    "connect",
      "storage",  "table",  "catalog", "vector",      "collector"};
  return words[static_cast<std::size_t>(group)];
}

LayerPlace place_of_metric(std::string_view told, const Signal& signal, const Object& object) {
  const std::string_view kind = object::kind(object);
  if (const auto place = find(signals, signal.value()); place && place->lanes == LaneGroup::storage) return *place;
  if (const auto place = find(layers, told)) return settled(*place, kind);
  if (const auto place = find(signals, signal.value())) return *place;
  return place_of_object({}, object);
}

LayerPlace place_of_object(std::string_view told, const Object& object) {
  const std::string_view kind = object::kind(object);
  if (const auto place = find(layers, told)) return settled(*place, kind);
  return find(kinds, kind).value_or(LayerPlace{"collector", LaneGroup::collector});
}

bool dates_a_cause(const Signal& signal) {
  const std::string& name = signal.value();
  static constexpr auto prefixes = std::to_array<std::string_view>(
      {"age:", "age_error:", "residue:", "last_record_age", "retrieval_age", "canary_age", "tombstone_age",
       "checkpoint_age", "checkpoint_bytes", "checkpoints_", "restarts", "table_",
       "mirrored:", "mirrored_target:", "checkpoint:", "checkpoint_source:", "checkpoint_at:"});
  return std::ranges::none_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

}  // namespace tidemark
