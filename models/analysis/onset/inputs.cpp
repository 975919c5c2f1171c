// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/onset/inputs.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/analysis/cadence.h"
#include "models/analysis/metrics.h"
#include "models/analysis/mirror_marks.h"
#include "models/analysis/reading.h"
#include "models/analysis/scope.h"
#include "models/analysis/tables.h"
#include "models/domain/levels.h"
#include "models/domain/mirror.h"
#include "models/domain/passed_on.h"

namespace tidemark {
namespace {
// What a mark's sum is named and shown by.
struct SumKey {
  ClusterName cluster;
  Object object;
  std::string topic;
  std::string series;
  auto operator<=>(const SumKey&) const = default;
};

std::size_t known_in(const Snapshot& snapshot, std::size_t c, const OnsetWindow& window) {
  const Column& column = snapshot.columns[c];
  const LaneInfo& lane = snapshot.lanes[column.lane];
  std::size_t known = 0;
  for (std::size_t i = 0; i < lane.polls.size(); ++i)
    if (column.reasons[i] == Reason::none && lane.polls[i].wall > window.base_from && lane.polls[i].wall <= window.to)
      ++known;
  return known;
}

// Of the lanes that read one series: the one that knows most of it. None knows any: nothing.
std::optional<std::size_t> best_column(const Snapshot& snapshot, std::span<const std::size_t> of,
                                       const OnsetWindow& window) {
  std::optional<std::size_t> best;
  std::size_t most = 0;
  for (const std::size_t c : of)
    if (const std::size_t known = known_in(snapshot, c, window);
        known > most ||
        (best && known == most && known > 0 &&
         snapshot.lanes[snapshot.columns[c].lane].name < snapshot.lanes[snapshot.columns[*best].lane].name)) {
      best = c;
      most = known;
    }
  return best;
}

bool is_internal(const Snapshot& snapshot, const ClusterName& cluster, const TopicName& topic, LocalTime at) {
  if (topic.value().starts_with("__")) return true;
  const Known<std::string> role = state_text(snapshot, cluster, object::topic(topic), aspect::role, at);
  if (!role) return false;
  const auto roles = entries(*role);
  return std::ranges::find(roles, "control") != roles.end();
}

struct Sums {
  const Snapshot& snapshot;
  const Profile& profile;
  const OnsetWindow& window;
  const Filter& filter;
  std::map<SumKey, OnsetInput> all;
  std::map<std::pair<ClusterName, TopicName>, bool> internal;
  std::set<std::pair<ClusterName, TopicName>> topics;

  bool wanted(const ClusterName& cluster, const TopicName& topic) {
    if (!in_scope(filter, cluster, topic)) return false;
    const auto [known, fresh] = internal.try_emplace({cluster, topic}, false);
    if (fresh) known->second = is_internal(snapshot, cluster, topic, window.to);
    return !known->second;
  }
  const MirrorProfile* mirror_into(const ClusterName& cluster, const TopicName& topic) const;
  void add(const SeriesKey& key, std::size_t column);
  void add_to(const SumKey& key, OnsetInput::Kind kind, LayerPlace place, std::size_t column);
};

void Sums::add_to(const SumKey& key, OnsetInput::Kind kind, LayerPlace place, std::size_t column) {
  OnsetInput& input = all[key];
  input.kind = kind;
  input.place = place;
  input.cluster = key.cluster;
  input.object = key.object;
  input.topic = key.topic;
  input.series = key.series;
  input.unit = kind == OnsetInput::Kind::share ? "" : "/s";
  input.columns.push_back(column);
}

// Who copies into a topic; a topic of the same name alone is not enough, its mirror has to have a source for it.
const MirrorProfile* Sums::mirror_into(const ClusterName& cluster, const TopicName& topic) const {
  for (const MirrorProfile& mirror : profile.mirrors) {
    if (mirror.target != cluster) continue;
    const TopicName from = mirror_source_name(mirror, topic);
    if (topics.contains({mirror.source, from}) && glob_list_match(mirror.topics, from.value())) return &mirror;
  }
  return nullptr;
}

void Sums::add(const SeriesKey& key, std::size_t column) {
  using enum OnsetInput::Kind;
  const auto tp = object::as_partition(key.object);
  if (!tp || !wanted(key.cluster, tp->topic)) return;
  const std::string topic = tp->topic.value();
  if (const MirrorProfile* mirror = key.signal == signal::high ? mirror_into(key.cluster, tp->topic) : nullptr) {
    add_to({key.cluster, object::mirror(mirror->name), topic, "mirror_rate"}, rate, {"mirror", LaneGroup::connect},
           column);
  } else if (key.signal == signal::high) {
    add_to({key.cluster, object::topic(tp->topic), topic, "produce_rate"}, rate, {"producer", LaneGroup::producers},
           column);
  } else if (key.signal == signal::stable) {
    add_to({key.cluster, object::topic(tp->topic), topic, "readable_share"}, share,
           {"transaction", LaneGroup::transactions}, column);
  } else if (const auto group = signal::group_of(key.signal)) {
    if (in_scope(filter.group, group->value()))
      add_to({key.cluster, object::group(*group), topic, "read_rate"}, rate, {"group", LaneGroup::groups}, column);
  } else if (const auto table = table_of(key.signal)) {
    if (in_scope(filter.table, table->value()))
      add_to({key.cluster, Object("table:" + table->value()), {}, "land_rate"}, rate, {"table", LaneGroup::tables},
             column);
  }
}

// A sum runs over one lane's polls: that which reads most of its columns.
void settle_lane(const Snapshot& snapshot, OnsetInput& input) {
  std::map<std::pair<std::string_view, std::size_t>, std::size_t> count;  // by name: lanes have no order
  for (const std::size_t c : input.columns) {
    const std::size_t lane = snapshot.columns[c].lane;
    ++count[{snapshot.lanes[lane].name, lane}];
  }
  const std::size_t lane =
      std::ranges::max_element(count, {}, [](const auto& one) { return one.second; })->first.second;
  const auto elsewhere =
      std::ranges::stable_partition(input.columns, [&](std::size_t c) { return snapshot.columns[c].lane == lane; });
  input.others.assign(elsewhere.begin(), elsewhere.end());
  input.columns.erase(elsewhere.begin(), elsewhere.end());
}

// Beside each stable mark the high mark of its partition in the same lane; without one it has no share.
void pair_with_high(const Snapshot& snapshot, OnsetInput& input) {
  std::vector<std::size_t> columns;
  for (const std::size_t c : input.columns) {
    const Column& stable = snapshot.columns[c];
    const Column* high = column_in(snapshot, {input.cluster, signal::high, stable.spec.object}, stable.lane);
    if (!high) continue;
    columns.push_back(c);
    input.denominator.push_back(static_cast<std::size_t>(high - snapshot.columns.data()));
  }
  input.columns = std::move(columns);
}

std::optional<OnsetInput> gauge_of(const Snapshot& snapshot, const SeriesKey& key, std::size_t c) {
  if (!dates_a_cause(key.signal)) return std::nullopt;
  const Column& column = snapshot.columns[c];
  OnsetInput input;
  input.kind = OnsetInput::Kind::gauge;
  input.place = place_of_metric(metric_layer(snapshot, column, snapshot.to), key.signal, key.object);
  input.cluster = key.cluster;
  input.object = key.object;
  input.series = key.signal.value();
  input.unit = column.spec.unit;
  input.columns = {c};
  return input;
}

// A heartbeat's time rises with the clock of who writes it, for as long as it comes through.
OnsetInput heartbeat_of(const SeriesKey& key, std::size_t c) {
  OnsetInput input;
  input.place = {"mirror", LaneGroup::connect};
  input.cluster = key.cluster;
  input.object = key.object;
  input.series = "heartbeat_rate";
  input.unit = "ms/s";
  input.columns = {c};
  return input;
}

// By the lake's clock where that agrees with the polls that first saw it.
Beat beat_of(const SeenCommit& seen) {
  const LocalTime lake = local_time(commit_ms(seen));
  if (!seen.seen_lo) return {std::min(lake, seen.seen_hi), std::min(lake, seen.seen_hi)};
  if (lake >= *seen.seen_lo && lake <= seen.seen_hi) return {lake, lake};
  return {*seen.seen_lo, seen.seen_hi};
}

std::optional<OnsetInput> commits_of(const TableInfo& table) {
  OnsetInput input;
  std::string cycle;
  for (const SeenCommit* seen : table.commits.all) {
    const TableCommit& commit = seen->commit;
    if (is_housekeeping(commit) || (!commit.commit_id.empty() && commit.commit_id == cycle)) continue;
    cycle = commit.commit_id;
    input.commits.beats.push_back(beat_of(*seen));
  }
  if (input.commits.beats.empty()) return std::nullopt;
  std::ranges::stable_sort(input.commits.beats, {}, &Beat::hi);
  if (const Cadence cadence = cadence_of(table); cadence.configured) input.commits.configured = cadence.configured;
  input.kind = OnsetInput::Kind::commits;
  input.place = {"table", LaneGroup::tables};
  input.cluster = table.cluster;
  input.object = Object("table:" + table.table.value());
  input.series = "commit_cadence";
  input.unit = "ms";
  return input;
}
}  // namespace

std::vector<OnsetInput> onset_inputs(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter,
                                     const Profile& profile) {
  std::map<SeriesKey, std::vector<std::size_t>> columns;
  for (std::size_t c = 0; c < snapshot.columns.size(); ++c) {
    const Column& column = snapshot.columns[c];
    if (!watches(snapshot.sources[snapshot.lanes[column.lane].source].spec)) continue;
    if (in_scope(filter.cluster, snapshot.cluster_of(column).value()))
      columns[{snapshot.cluster_of(column), column.spec.signal, column.spec.object}].push_back(c);
  }
  Sums sums{snapshot, profile, window, filter, {}, {}, {}};
  for (const auto& [key, of] : columns)
    if (const auto tp = object::as_partition(key.object); tp && key.signal == signal::high)
      sums.topics.emplace(key.cluster, tp->topic);
  std::vector<OnsetInput> out;
  for (const auto& [key, of] : columns) {
    const auto best = best_column(snapshot, of, window);
    if (!best) continue;
    if (is_mark(key.signal))
      sums.add(key, *best);
    else if (key.signal == signal::heartbeat_at)
      out.push_back(heartbeat_of(key, *best));
    else if (auto gauge = gauge_of(snapshot, key, *best))
      out.push_back(std::move(*gauge));
  }
  for (auto& [key, input] : sums.all) {
    settle_lane(snapshot, input);
    if (input.kind == OnsetInput::Kind::share) pair_with_high(snapshot, input);
    if (!input.columns.empty()) out.push_back(std::move(input));
  }
  for (const TableInfo& table : tables_at(snapshot, window.to, filter, profile)) {
    auto commits = commits_of(table);
    if (!commits) continue;
    for (OnsetInput& input : out)
      if (input.object == commits->object && input.cluster == commits->cluster) input.paced = true;
    out.push_back(std::move(*commits));
  }
  return out;
}

std::vector<OnsetInput> parts_of(const Snapshot& snapshot, const OnsetInput& sum) {
  std::vector<OnsetInput> out;
  if (sum.kind != OnsetInput::Kind::rate || sum.columns.size() + sum.others.size() < 2) return out;
  std::vector<std::size_t> columns = sum.columns;
  columns.insert(columns.end(), sum.others.begin(), sum.others.end());
  for (const std::size_t c : columns) {
    OnsetInput& part = out.emplace_back();
    part.kind = sum.kind;
    part.place = sum.place;
    part.cluster = sum.cluster;
    part.object = snapshot.columns[c].spec.object;
    part.topic = sum.topic;
    part.series = sum.series;
    if (object::kind(sum.object) != "topic") part.series += ":" + std::string(object::name(sum.object));
    part.unit = sum.unit;
    part.paced = sum.paced;
    part.columns = {c};
  }
  return out;
}

}  // namespace tidemark
