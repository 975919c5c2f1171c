// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/impact.h"

#include <algorithm>
#include <cmath>

#include "models/analysis/age_series.h"

namespace tidemark {
namespace {
constexpr Millis minute{60'000};
constexpr Millis lately{600'000};
constexpr std::size_t most_groups = 20;
constexpr std::size_t fewest = 5;  // minutes before the replay

struct Ages {
  std::map<std::int64_t, Known<Millis>> by_minute;
  Millis interval{};
};

// The worst partition of each minute.
Ages ages_of(const Snapshot& snapshot, const ClusterName& cluster, const GroupId& group, LocalTime from, LocalTime to) {
  Ages out;
  for (const Column& column : snapshot.columns) {
    if (column.spec.signal != signal::group(group) || snapshot.cluster_of(column) != cluster) continue;
    const auto tp = object::as_partition(column.spec.object);
    if (!tp) continue;
    const TopicTraits traits = traits_at(snapshot, cluster, tp->topic, to);
    const AgeSeries series = age_series(snapshot, MarkKeys({cluster, group, *tp}), traits, from, to);
    out.interval = std::max(out.interval, series.interval);
    for (const AgePoll& poll : series.polls) {
      out.interval = std::max(out.interval, poll.interval);
      const auto [it, fresh] = out.by_minute.try_emplace(ms(poll.at) / minute.count(), poll.age);
      if (fresh || !it->second) continue;
      it->second = poll.age ? Known<Millis>(std::max(*it->second, *poll.age)) : poll.age;
    }
  }
  return out;
}

std::vector<Millis> known_in(const Ages& ages, LocalTime from, LocalTime to) {
  std::vector<Millis> out;
  for (const auto& [at, age] : ages.by_minute)
    if (age && at * minute.count() >= ms(from) && at * minute.count() < ms(to)) out.push_back(*age);
  std::ranges::sort(out);
  return out;
}

Millis at_share(const std::vector<Millis>& sorted, double share) {
  return sorted[static_cast<std::size_t>(std::lround(share * static_cast<double>(sorted.size() - 1)))];
}

LiveImpact impact_on(const Snapshot& snapshot, const FoundReplay& replay, const GroupId& group, LocalTime until) {
  constexpr double middle = 0.5, high = 0.9, much = 2;
  LiveImpact out{.group = group};
  const LocalTime begun = replay.begun_lo.value_or(replay.begun_at);
  const Ages ages = ages_of(snapshot, replay.cluster, group, begun - impact_baseline, until);
  const auto before = known_in(ages, begun - impact_baseline, begun);
  const auto since = known_in(ages, replay.begun_at, until + minute);
  const auto now = known_in(ages, std::max(replay.begun_at, until - lately), until + minute);
  if (!since.empty()) out.worst = since.back();
  if (!now.empty()) out.age = at_share(now, middle);
  if (before.size() < fewest) return out;
  out.baseline = at_share(before, middle);
  if (!out.age) return out;
  const auto least = [&](Millis age) { return static_cast<double>(std::max(age, ages.interval).count()); };
  out.ratio = least(*out.age) / std::max(1.0, least(*out.baseline));
  const bool slower = *out.ratio >= much && *out.age > at_share(before, high) + ages.interval;
  out.verdict = slower ? ImpactVerdict::slower : ImpactVerdict::none;
  return out;
}
}  // namespace

std::set<GroupId> protected_groups(const Snapshot& snapshot, const FoundReplay& replay) {
  if (replay.declared && !replay.declared->protect.empty())
    return {replay.declared->protect.begin(), replay.declared->protect.end()};
  std::set<GroupId> out;
  for (const Column& column : snapshot.columns) {
    const auto group = signal::group_of(column.spec.signal);
    const auto tp = group ? object::as_partition(column.spec.object) : std::nullopt;
    if (tp && tp->topic == replay.topic && *group != replay.group && snapshot.cluster_of(column) == replay.cluster)
      out.insert(*group);
  }
  return out;
}

std::vector<LiveImpact> live_impact(const Snapshot& snapshot, const FoundReplay& replay, LocalTime until) {
  std::vector<LiveImpact> out;
  const std::set<GroupId> groups = protected_groups(snapshot, replay);
  for (const GroupId& group : groups) {
    if (out.size() == most_groups) break;
    out.push_back(impact_on(snapshot, replay, group, until));
  }
  // The slowest first: unknown after it, unchanged last.
  std::ranges::stable_sort(out, std::ranges::greater(), [](const LiveImpact& one) { return one.ratio.value_or(1.5); });
  return out;
}

}  // namespace tidemark
