// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/found.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "models/analysis/marks.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr Millis together{600'000};  // falls of one reset may be seen this far from each other

struct ReaderKey {
  ClusterName cluster;
  GroupId group;
  TopicName topic;
  auto operator<=>(const ReaderKey&) const = default;
};
using Readers = std::map<ReaderKey, std::set<PartitionId>>;

Readers readers_of(const Snapshot& snapshot, const Filter& filter) {
  Readers out;
  for (const Column& column : snapshot.columns) {
    const auto group = signal::group_of(column.spec.signal);
    const auto tp = group ? object::as_partition(column.spec.object) : std::nullopt;
    if (!tp) continue;
    const ClusterName& cluster = snapshot.cluster_of(column);
    if (in_scope(filter, cluster, tp->topic) && in_scope(filter.group, group->value()))
      out[{cluster, *group, tp->topic}].insert(tp->partition);
  }
  return out;
}

bool is_through(const Snapshot& snapshot, const FoundReplay& replay, LocalTime until) {
  return std::ranges::all_of(
      replay.parts, [&](const auto& part) { return through_at(snapshot, replay, part.first, until).has_value(); });
}

void join(FoundReplay& replay, PartitionId partition, const ReplayStart& start) {
  const auto [it, fresh] = replay.parts.try_emplace(partition, ReplayPart{start.from, start.to, start.hi});
  ReplayPart& part = it->second;
  if (fresh) return;
  part.from = std::min(*part.from, start.from);
  if (part.to && start.to) part.to = std::max(*part.to, *start.to);
  part.since = start.hi;
}

void find_in(const Snapshot& snapshot, const ReaderKey& key, const std::set<PartitionId>& partitions, LocalTime at,
             std::vector<FoundReplay>& out) {
  std::vector<std::pair<ReplayStart, PartitionId>> starts;
  for (const PartitionId partition : partitions)
    for (const ReplayStart& start : replay_starts(snapshot, key.cluster, key.group, {key.topic, partition}, at))
      starts.emplace_back(start, partition);
  std::ranges::stable_sort(starts, {}, [](const auto& one) { return one.first.hi; });
  FoundReplay* open = nullptr;
  LocalTime last;
  for (const auto& [start, partition] : starts) {
    if (!open || (start.hi - last > together && is_through(snapshot, *open, start.lo))) {
      open = &out.emplace_back(FoundReplay{key.cluster, key.group, key.topic, {}, true, start.lo, start.hi, false, {}});
    }
    join(*open, partition, start);
    last = start.hi;
  }
}

bool speaks_of(const DeclaredReplay& said, const FoundReplay& found) {
  return said.group == found.group && said.topic == found.topic &&
         (said.cluster.value().empty() || said.cluster == found.cluster);
}

// The first that begins after it was declared and before it was finished; else the last that was not through then.
FoundReplay* meant_by(const Snapshot& snapshot, const DeclaredReplay& said, std::vector<FoundReplay>& found) {
  FoundReplay* meant = nullptr;
  for (FoundReplay& one : found) {
    if (one.declared || !speaks_of(said, one)) continue;
    if (said.finished && one.begun_at > *said.finished) continue;
    if (one.begun_at >= said.at) return &one;
    if (!is_through(snapshot, one, said.at)) meant = &one;
  }
  return meant;
}

void apply(const DeclaredReplay& said, FoundReplay& replay) {
  replay.declared = said;
  replay.late = replay.begun && replay.begun_at < said.at;
  for (const auto& [partition, from] : said.from)
    replay.parts.try_emplace(partition, ReplayPart{{}, {}, replay.begun_at}).first->second.from = from;
  for (const auto& [partition, to] : said.to)
    replay.parts.try_emplace(partition, ReplayPart{{}, {}, replay.begun_at}).first->second.to = to;
  if (!said.to.empty()) return;
  for (auto& [partition, part] : replay.parts) part.to.reset();
}

// Declared, and no offset fell: it has begun where the group stands within what is to be read.
void begin_without_fall(const Snapshot& snapshot, FoundReplay& replay, LocalTime at) {
  replay.begun_at = std::min(replay.declared->at, at);
  replay.begun = !replay.parts.empty();
  for (auto& [partition, part] : replay.parts) {
    const MarkKeys keys({replay.cluster, replay.group, {replay.topic, partition}});
    const MarkLine read = mark_line(snapshot, keys.committed, at);
    const MarkPoint* now = last_at(read, std::max(replay.begun_at, read.empty() ? at : read.front().at));
    part.since = now ? now->at : replay.begun_at;
    if (now && !part.from) part.from = now->value;
    const bool within = now && now->value >= *part.from && (!part.to || now->value < *part.to);
    const bool behind = within && (part.to || !through_at(snapshot, replay, partition, part.since));
    replay.begun = replay.begun && behind;
  }
}

void add_declared(const Snapshot& snapshot, const DeclaredReplay& said, const Readers& readers, LocalTime at,
                  std::vector<FoundReplay>& out) {
  if (FoundReplay* found = meant_by(snapshot, said, out)) {
    apply(said, *found);
    return;
  }
  FoundReplay fresh{said.cluster, said.group, said.topic, {}, false, {}, said.at, false, {}};
  for (const auto& [key, partitions] : readers) {
    if (key.group != said.group || key.topic != said.topic) continue;
    if (!said.cluster.value().empty() && key.cluster != said.cluster) continue;
    fresh.cluster = key.cluster;
    if (said.from.empty() && said.to.empty())
      for (const PartitionId partition : partitions) fresh.parts[partition] = {};
    break;
  }
  apply(said, fresh);
  begin_without_fall(snapshot, fresh, at);
  out.push_back(std::move(fresh));
}
}  // namespace

bool FoundReplay::to_live() const {
  if (parts.empty()) return declared && declared->to.empty();
  return std::ranges::any_of(parts, [](const auto& part) { return !part.second.to; });
}

bool FoundReplay::operator<(const FoundReplay& other) const {
  return std::tie(cluster, group, topic, begun_at) < std::tie(other.cluster, other.group, other.topic, other.begun_at);
}

std::optional<LocalTime> through_at(const Snapshot& snapshot, const FoundReplay& replay, PartitionId partition,
                                    LocalTime until) {
  const ReplayPart& part = replay.parts.at(partition);
  const MarkKeys keys({replay.cluster, replay.group, {replay.topic, partition}});
  const MarkLine read = mark_line(snapshot, keys.committed, until);
  auto point = std::ranges::lower_bound(read, part.since, {}, &MarkPoint::at);
  if (part.to) {
    for (; point != read.end(); ++point)
      if (point->value >= *part.to) return point->at;
    return std::nullopt;
  }
  MarkLine written = mark_line(snapshot, keys.stable, until);
  if (written.empty()) written = mark_line(snapshot, keys.high, until);
  const auto lane = lane_of(snapshot, keys.committed, until);
  if (!lane) return std::nullopt;
  constexpr int live_polls = 3;
  const Millis live = live_polls * snapshot.lanes[*lane].interval;
  // The marker that ends a transaction is never read.
  const TopicTraits traits = traits_at(snapshot, replay.cluster, replay.topic, until);
  const std::int64_t marker = traits.transactional.value_or(false) ? 1 : 0;
  for (; point != read.end(); ++point) {
    const MarkPoint* end = last_at(written, point->at - live);
    if (end && point->value >= end->value - marker) return point->at;
  }
  return std::nullopt;
}

std::vector<FoundReplay> find_replays(const Snapshot& snapshot, const std::vector<DeclaredReplay>& declared,
                                      LocalTime at, const Filter& filter) {
  std::vector<FoundReplay> out;
  const Readers readers = readers_of(snapshot, filter);
  for (const auto& [key, partitions] : readers) find_in(snapshot, key, partitions, at, out);
  for (const DeclaredReplay& said : declared) {
    const bool wanted = in_scope(filter.group, said.group.value()) && in_scope(filter.topic, said.topic.value()) &&
                        (said.cluster.value().empty() || in_scope(filter.cluster, said.cluster.value()));
    if (wanted) add_declared(snapshot, said, readers, at, out);
  }
  std::stable_sort(out.begin(), out.end());
  return out;
}

}  // namespace tidemark
