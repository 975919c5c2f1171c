// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/replay.h"

#include <algorithm>
#include <tuple>

#include "models/analysis/replay/record.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr Millis yesterday{93'600'000};  // a day and two hours, for what is written at this time of day

bool over(const ReplayProgress& progress) { return progress.state && *progress.state == ReplayState::finished; }

Known<double> needed(const ReplayRow& row, const ReplayAsked& asked) {
  if (!asked.by || over(row.progress)) return Reason::not_applicable;
  if (!row.progress.remaining) return row.progress.remaining.reason();
  if (*asked.by <= asked.at) return Reason::expired;
  constexpr double per_second = 1000;
  const double rate =
      static_cast<double>(*row.progress.remaining) * per_second / static_cast<double>((*asked.by - asked.at).count());
  if (!row.replay.to_live()) return rate;
  if (!row.progress.rate || !row.progress.drain) return row.progress.drain.reason();
  return rate + *row.progress.rate - *row.progress.drain;
}

bool before(const ReplayRow& a, const ReplayRow& b) {
  const auto key = [](const ReplayRow& row) {
    const auto& state = row.progress.state;
    return std::tuple(over(row.progress), state ? -static_cast<int>(*state) : -static_cast<int>(ReplayState::draining),
                      -ms(row.replay.begun_at));
  };
  return key(a) < key(b);
}
}  // namespace

SnapshotRequest replay_marks_request(LocalTime from, LocalTime at, const Filter& filter) {
  SnapshotRequest request = lag_request(at, filter);
  request.from = from;
  request.min_polls = 0;
  request.signal_names = {};
  request.signal_prefixes = {"group:"};
  request.ages_from_history = false;
  request.events = false;
  request.topic_names = {};  // those of the groups to protect, too
  return request;
}

std::set<TopicName> replay_topics(const Snapshot& marks, const std::vector<DeclaredReplay>& declared, LocalTime at,
                                  const Filter& filter) {
  std::set<TopicName> topics;
  std::set<GroupId> protect;
  for (const DeclaredReplay& said : declared) {
    if (!in_scope(filter.group, said.group.value()) || !in_scope(filter.topic, said.topic.value())) continue;
    topics.insert(said.topic);
    protect.insert(said.protect.begin(), said.protect.end());
  }
  for (const Column& column : marks.columns) {
    const auto group = signal::group_of(column.spec.signal);
    const auto tp = group ? object::as_partition(column.spec.object) : std::nullopt;
    if (!tp || topics.contains(tp->topic)) continue;
    const ClusterName& cluster = marks.cluster_of(column);
    const bool wanted = in_scope(filter, cluster, tp->topic) && in_scope(filter.group, group->value());
    if (protect.contains(*group) || (wanted && may_have_begun(marks, cluster, *group, *tp, at)))
      topics.insert(tp->topic);
  }
  return topics;
}

std::optional<SnapshotRequest> replay_request(LocalTime from, LocalTime at, const std::set<TopicName>& topics,
                                              const std::vector<DeclaredReplay>& declared, const Filter& filter) {
  if (topics.empty()) return std::nullopt;
  SnapshotRequest request = lag_request(at, filter);
  for (const DeclaredReplay& said : declared)
    if (!said.finished && said.at < from) from = said.at;
  request.from = from - yesterday;
  request.topic_names.clear();
  for (const TopicName& topic : topics) request.topic_names.push_back(topic.value());
  return request;
}

std::vector<ReplayRow> replay_rows(const Snapshot& snapshot, const std::vector<DeclaredReplay>& declared,
                                   const ReplayAsked& asked, const Filter& filter) {
  const std::vector<FoundReplay> found = find_replays(snapshot, declared, asked.at, filter);
  std::vector<ReplayRow> rows;
  std::vector<EndedReplay> ended;
  for (const FoundReplay& replay : found) {
    ReplayRow row{replay, progress_at(snapshot, replay, asked.at), {}, {}, Reason::not_applicable};
    if (over(row.progress) && row.progress.finished) {
      if (!replay.declared || !replay.declared->finished) ended.push_back({&replay, *row.progress.finished});
      if (*row.progress.finished < asked.from) continue;
    }
    row.impact = replay.begun
                     ? live_impact(snapshot, replay, std::min(asked.at, row.progress.finished.value_or(asked.at)))
                     : std::vector<LiveImpact>();
    row.rate_needed = needed(row, asked);
    rows.push_back(std::move(row));
  }
  for (ReplayRow& row : rows) {
    const auto of = std::ranges::find_if(found, [&](const FoundReplay& one) {
      return one.group == row.replay.group && one.topic == row.replay.topic && one.cluster == row.replay.cluster &&
             one.begun_at == row.replay.begun_at;
    });
    if (!over(row.progress) && row.progress.share && *row.progress.share > 0)
      row.record = track_record(snapshot, ended, *of, *row.progress.share);
  }
  std::ranges::stable_sort(rows, before);
  return rows;
}

}  // namespace tidemark
