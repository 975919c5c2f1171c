// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "app/session/backfill.h"
#include "app/session/record_access.h"
#include "collectors/connect/status_record.h"
#include "collectors/core/past_lane.h"
#include "collectors/kafka/window_reader.h"

namespace tidemark {
namespace {
constexpr ReadBudget bounds{.records = 200'000, .bytes = 128 << 20, .time = std::chrono::seconds(30)};
constexpr std::size_t most_changes = 20'000;  // the newest are kept

struct TimedStatus {
  LocalTime at;
  StatusRecord status;
};

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};  // NOLINT: bytes are text here
}

// Where the states are kept: as the profile names it, or Connect's usual name where the profile allows to read all.
std::string topic_of(const ConnectProfile& connect, const ClusterProfile& cluster) {
  if (!connect.status_topic.empty()) return connect.status_topic;
  return std::ranges::find(cluster.read, "all") != cluster.read.end() ? "connect-status" : "";
}

void put(PastLane& lane, LocalTime at, const StatusRecord& status) {
  lane.add(at, {status.object, std::string(aspect::state), status.state, status.trace});
  const bool runs = status.state && !status.worker.empty();
  lane.add(at, {status.object, std::string(aspect::worker), runs ? std::optional(status.worker) : std::nullopt, {}});
}

// What was in force when the window begins, and every change in it.
std::size_t put_all(PastLane& lane, const PastGrid& grid, const std::deque<TimedStatus>& all) {
  std::map<Object, const StatusRecord*> before;
  for (const TimedStatus& one : all)
    if (one.at <= grid.first) before[one.status.object] = &one.status;
  for (const auto& [object, status] : before)
    if (status->state) put(lane, grid.first, *status);
  std::size_t changes = 0;
  for (const TimedStatus& one : all) {
    if (one.at <= grid.first || one.at > grid.at(grid.points - 1)) continue;
    put(lane, one.at, one.status);
    ++changes;
  }
  return changes;
}
}  // namespace

Result<> rebuild_connectors(const PastScene& scene, const ConnectProfile& connect) {
  const SourceSpec source{"connect", connect.name, connect.cluster};
  const std::string what = "connect/" + connect.name;
  const auto cluster = std::ranges::find(scene.profile.clusters, connect.cluster, &ClusterProfile::name);
  const std::string topic = cluster == scene.profile.clusters.end() ? "" : topic_of(connect, *cluster);
  if (topic.empty()) {
    scene.told.say(what + ": not rebuilt: name its \"status_topic\" (and its cluster), and allow READ of that topic",
                   false);
    return {};
  }
  const auto window = lacking(scene, source, "connectors", what);
  if (!window) return {};
  scene.told.progress(fmt::format("rebuilding {}", what));
  const auto begun = std::chrono::steady_clock::now();
  std::deque<TimedStatus> all;
  bool left_out = false;
  TM_TRY(const WindowRead read,
         read_window(*cluster, scene.secrets, topic, std::nullopt, bounds, scene.stop, [&](const WindowRecord& record) {
           const auto value = record.value.transform(text_of);
           auto status = parse_status_record(text_of(record.key), value);
           if (!status) return;
           all.push_back({local_time(ms(record.time)), *std::move(status)});
           if (all.size() <= most_changes) return;
           all.pop_front();
           left_out = true;
         }));
  std::ranges::stable_sort(all, {}, &TimedStatus::at);
  const PastGrid grid = past_grid(window->from, window->to, 1);
  if (grid.points == 0) return {};
  PastLane lane(scene.sink, source, "connectors", grid);
  const std::size_t changes = put_all(lane, grid, all);
  PastAccount account;
  account.cost = {.requests = read.requests, .bytes = read.bytes, .bytes_known = true};
  account.took = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begun);
  account.limits = {
      fmt::format("connectors: {} changes of states rebuilt from {} records of {}; configurations are not; what "
                  "compaction has left "
                  "out before is not known",
                  changes, read.records, topic)};
  if (left_out || !read.cut.empty()) account.limits.emplace_back("connectors: the topic was not read to its end");
  TM_CHECK(lane.push(scene.clock, account));
  scene.told.say(fmt::format("rebuilt {}: {} changes of states from {} on: {} records, {} bytes, {} ms", what, changes,
                             rfc3339(grid.first), read.records, read.bytes, account.took.count()),
                 false);
  return {};
}

}  // namespace tidemark
