// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/session/backfill.h"
#include "collectors/kafka/past_highs.h"

namespace tidemark {
namespace {
const std::string lane_name = "high";
}

Result<> rebuild_highs(const PastScene& scene, const ClusterProfile& cluster, Session& session,
                       const StateSample& profile) {
  const SourceSpec source{"kafka", cluster.name.value(), cluster.name};
  const std::string what = "kafka/" + cluster.name.value() + ": high marks";
  const auto window = lacking(scene, source, lane_name, what);
  if (!window) return {};
  TM_TRY(PastHighs past, read_past_highs(session, window->from, window->to, scene.stop, [&](std::size_t done) {
           scene.told.progress(fmt::format("rebuilding {}: {} look-ups", what, done));
         }));
  if (past.grid.points == 0 || past.marks.empty()) return {};
  PastLane lane(scene.sink, source, lane_name, past.grid);
  for (const PastMark& mark : past.marks)
    lane.add(signal::high, object::partition(mark.partition), "records", mark.values);
  lane.add(0, profile);
  TM_CHECK(lane.push(scene.clock, past.account));
  scene.told.say(
      fmt::format("rebuilt {}: {} partitions at {} times from {} on, every {} s: {} look-ups in {} requests, {} ms",
                  what, past.marks.size(), past.grid.points, rfc3339(past.grid.first), past.grid.step.count() / 1000,
                  past.look_ups, past.account.cost.requests, past.account.took.count()),
      false);
  return {};
}

}  // namespace tidemark
