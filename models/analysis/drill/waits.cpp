// SPDX-License-Identifier: GPL-3.0-or-later
// What recovery waited on: data movement (replicas came back in sync, and then it recovered), a cache (fetches were
// slow although all were in sync), the sink (writes or commits were slow until then), leadership (leaders moved, and
// then it recovered); else nobody can tell. Of several the one that ended last.
#include <algorithm>

#include "models/analysis/drill/case.h"
#include "models/analysis/events.h"

namespace tidemark {
namespace {
// Recovered within so long of the end of what it waited on.
Millis near_end(const DrillCase& of) {
  Millis out{0};
  for (const DrillPath& path : of.paths)
    out = std::max({out, 3 * path.interval, path.ends_at_table ? 2 * path.cadence : Millis(0)});
  return out;
}

std::optional<LocalTime> last_leader_change(const DrillCase& of, LocalTime until) {
  std::optional<LocalTime> out;
  for (const EventRow& row : event_rows(of.sight.snapshot, *of.fault - of.slack, until, of.near))
    if (row.kind == "leader-change") out = row.at_hi;
  return out;
}
}  // namespace

Known<std::string> waited_on(const DrillCase& of, const DrillMeasures& measures) {
  if (!measures.recovered_at) return measures.recovered_at.reason();
  const LocalTime recovered = *measures.recovered_at;
  const Millis near = near_end(of);
  std::optional<LocalTime> latest;
  std::string out = "cannot tell";
  const auto ended = [&](std::optional<LocalTime> end, const char* what) {
    if (!end || *end > recovered || recovered - *end > near || (latest && *end <= *latest)) return;
    latest = end;
    out = what;
  };
  ended(last_leader_change(of, recovered), "leadership");
  std::optional<LocalTime> in_sync;
  bool was_full = true;
  for (const SyncChange& change : of.sync) {
    if (change.at > *of.fault - of.slack && change.full && !was_full) in_sync = change.at;
    was_full = change.full;
  }
  ended(in_sync, "data movement");
  for (const auto& [signals, what] : {std::pair{std::vector<std::string>{"fetch_p99_ms"}, "cache warm-up"},
                                      {std::vector<std::string>{"put_latency_ms", "commit_latency_ms"}, "sink"}}) {
    const MetricMove move = metric_move(of, signals, true, *of.fault - of.slack);
    if (move.until) ended(*move.until, what);
  }
  return out;
}

}  // namespace tidemark
