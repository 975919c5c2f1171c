// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/wanted.h"

#include <algorithm>

namespace tidemark {
namespace {
bool listed(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

// The topic of a partition or topic.
std::optional<std::string> topic_of(const Object& object) {
  if (const auto tp = object::as_partition(object)) return tp->topic.value();
  if (object::kind(object) == "topic") return std::string(object::name(object));
  return std::nullopt;
}
}  // namespace

bool wants_cluster(const SnapshotRequest& request, const ClusterName& cluster) {
  return request.cluster_names.empty() || listed(request.cluster_names, cluster.value());
}

bool wants_topic(const SnapshotRequest& request, const Object& object) {
  if (request.topic_names.empty()) return true;
  const auto topic = topic_of(object);
  return !topic || listed(request.topic_names, *topic);
}

bool wants_series(const SnapshotRequest& request, const SeriesSpec& spec) {
  const std::string& signal = spec.signal.value();
  const bool any_signal = request.signal_names.empty() && request.signal_prefixes.empty();
  if (!any_signal && !listed(request.signal_names, signal) &&
      std::ranges::none_of(request.signal_prefixes,
                           [&](const std::string& prefix) { return signal.starts_with(prefix); }))
    return false;
  if (request.object_names.empty() && request.topic_names.empty()) return true;
  if (listed(request.object_names, spec.object.value())) return true;
  const auto topic = topic_of(spec.object);
  return topic && listed(request.topic_names, *topic);
}

}  // namespace tidemark
