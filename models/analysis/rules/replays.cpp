// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/replays.h"

#include <algorithm>

#include "models/analysis/rules/group_jumps.h"

namespace tidemark {
namespace {
constexpr std::string_view prefix = "replay:";

// The group has records of the topic to read.
bool goes_on(const CaseFile& file, const ClusterName& cluster, const GroupId& group, const TopicName& topic) {
  const Path* path = file.find(cluster, group, topic);
  return path && std::ranges::any_of(path->rows, [](const LagRow& row) { return row.unread_records.value_or(0) > 0; });
}
}  // namespace

std::vector<ActiveReplay> active_replays(const CaseFile& file) {
  std::vector<ActiveReplay> out;
  for (const std::size_t i : file.replay_states) {
    const StateSpan& span = file.snapshot.states[i];
    const ClusterName& cluster = file.snapshot.sources[span.source].spec.cluster;
    const GroupId group{std::string(object::name(span.object))};
    const TopicName topic(span.aspect.substr(prefix.size()));
    if (span.from_hi > file.at || (span.to && *span.to <= file.at)) continue;
    if (goes_on(file, cluster, group, topic)) out.push_back({cluster, group, topic, span.from_hi, true});
  }
  for (const PathCase& path : file.cases) {
    const auto told = std::ranges::any_of(out, [&](const ActiveReplay& replay) {
      return replay.cluster == path.cluster && replay.group == path.group && replay.topic == path.topic;
    });
    if (told || path.group.value().empty()) continue;
    for (const Found& fell : rewound(path))
      if (fell.since && goes_on(file, path.cluster, path.group, path.topic))
        out.push_back({path.cluster, path.group, path.topic, *fell.since, false});
  }
  std::ranges::stable_sort(out, {}, &ActiveReplay::since);
  return out;
}

}  // namespace tidemark
