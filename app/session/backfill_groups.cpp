// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/session/backfill.h"
#include "app/session/record_access.h"
#include "collectors/core/past_lane.h"
#include "collectors/kafka/commit_history.h"
#include "collectors/kafka/window_reader.h"

namespace tidemark {
namespace {
const std::string offsets_topic = "__consumer_offsets";
constexpr ReadBudget bounds{.records = 2'000'000, .bytes = 512 << 20, .time = std::chrono::seconds(60)};
// Commits come every few seconds, those of a quiet Connect once a minute: what was in force when the window begins.
constexpr Millis before_window{300'000};
constexpr std::int64_t between_progress = 20'000;

struct Tally {
  std::int64_t records = 0;
  std::int64_t commits = 0;
  std::int64_t damaged = 0;
};

bool is_wanted(const OffsetCommit& commit, const ClusterProfile& cluster, const Topology& topology) {
  const auto topic = topology.topics.find(commit.partition.topic.value());
  return topic != topology.topics.end() && commit.partition.partition.value() < std::ssize(topic->second) &&
         glob_list_match(cluster.groups, commit.group.value());
}

std::vector<std::string> limits_of(const WindowRead& read, const Tally& tally, const CommitHistory& history) {
  std::vector<std::string> limits{fmt::format(
      "groups: rebuilt from {} commits in {} records ({} bytes) of {}; exact from a group's first commit in that time "
      "on, not known before it; a group that committed nothing then is not told of; members and states are not rebuilt",
      tally.commits, tally.records, read.bytes, offsets_topic)};
  if (!read.cut.empty())
    limits.push_back(
        fmt::format("groups: {} of {} partitions of {} were not read to their ends: at most {} records in {} s",
                    read.cut.size(), read.partitions, offsets_topic, bounds.records,
                    std::chrono::duration_cast<std::chrono::seconds>(bounds.time).count()));
  if (tally.damaged > 0) limits.push_back(fmt::format("groups: {} records were not understood", tally.damaged));
  if (history.left_out() > 0)
    limits.push_back(
        fmt::format("groups: {} commits were of more groups and partitions than are kept", history.left_out()));
  return limits;
}
}  // namespace

Result<> rebuild_groups(const PastScene& scene, const ClusterProfile& cluster, const Topology& topology) {
  const SourceSpec source{"kafka", cluster.name.value(), cluster.name};
  const std::string what = "kafka/" + cluster.name.value() + ": groups";
  if (!may_read(cluster, "offsets-topic")) {
    scene.told.say(
        what + ": not rebuilt: write \"read\": [\"offsets-topic\"] to the cluster and allow READ of " + offsets_topic,
        false);
    return {};
  }
  const auto window = lacking(scene, source, "groups", what);
  if (!window) return {};
  const auto begun = std::chrono::steady_clock::now();
  CommitHistory history(past_grid(window->from, window->to, topology.partition_count()));
  Tally tally;
  const BrokerTime from(Millis(ms(window->from - before_window)));
  TM_TRY(const WindowRead read,
         read_window(cluster, scene.secrets, offsets_topic, from, bounds, scene.stop, [&](const WindowRecord& record) {
           if (++tally.records % between_progress == 0)
             scene.told.progress(fmt::format("rebuilding {}: {} records", what, tally.records));
           const OffsetsRecord parsed = parse_offsets_record(record.key, record.value);
           if (parsed.what == OffsetsRecord::What::damaged) ++tally.damaged;
           if (parsed.what != OffsetsRecord::What::commit || !is_wanted(parsed.commit, cluster, topology)) return;
           ++tally.commits;
           history.add(record.partition, parsed.commit, record.time);
         }));
  for (const auto& [partition, last] : read.cut)
    if (last) history.cut(partition, *last);

  const PastGrid grid = past_grid(window->from, window->to, std::max(topology.partition_count(), history.size()));
  if (grid.points == 0) return {};
  PastLane lane(scene.sink, source, "groups", grid);
  for (const CommitHistory::Series& series : history.on(grid))
    lane.add(signal::group(series.group), object::partition(series.partition), "records", series.values);
  PastAccount account;
  account.cost.requests = read.requests;
  account.cost.bytes = read.bytes;
  account.cost.bytes_known = true;
  account.took = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begun);
  account.limits = limits_of(read, tally, history);
  TM_CHECK(lane.push(scene.clock, account));
  scene.told.say(fmt::format("rebuilt {}: {} series at {} times from {} on, every {} s: {} records, {} bytes, {} ms",
                             what, history.size(), grid.points, rfc3339(grid.first), grid.step.count() / 1000,
                             tally.records, read.bytes, account.took.count()),
                 false);
  return {};
}

}  // namespace tidemark
