// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/drill/case.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/analysis/incident.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr double wider = 1.25;  // than what was seen, which is a sample
constexpr Millis hour{3'600'000};

std::vector<TopicPartition> partitions_of(const std::vector<DrillPath>& paths) {
  std::vector<TopicPartition> out;
  for (const DrillPath& path : paths)
    for (const DrillPart& part : path.parts) out.push_back(part.partition);
  return out;
}

// How many replicas are in sync when all are: as the cluster says, else the most that ever were.
using Wholes = std::map<Object, std::size_t>;
Wholes wholes_of(const Snapshot& snapshot, const std::set<Object>& wanted, LocalTime at) {
  Wholes told, seen;
  for (const StateSpan& span : snapshot.states) {
    if (!span.value || span.from_hi > at || !wanted.contains(span.object)) continue;
    const std::size_t count = entries(*span.value).size();
    if (span.aspect == aspect::replicas) told[span.object] = count;
    if (span.aspect == aspect::isr) seen[span.object] = std::max(seen[span.object], count);
  }
  for (const auto& [object, count] : seen) told.try_emplace(object, count);
  return told;
}

// Every change of a leader, of replicas and of those in sync, judged when it was seen.
std::vector<SyncChange> sync_of(const Snapshot& snapshot, const std::vector<DrillPath>& paths, LocalTime from,
                                LocalTime at) {
  std::set<LocalTime> times;
  std::set<Object> wanted;
  for (const TopicPartition& partition : partitions_of(paths)) wanted.insert(object::partition(partition));
  for (const StateSpan& span : snapshot.states) {
    const bool of_partition = span.aspect == aspect::isr || span.aspect == aspect::leader;
    if (of_partition && wanted.contains(span.object) && span.from_hi <= at) times.insert(std::max(from, span.from_hi));
  }
  const Wholes wholes = wholes_of(snapshot, wanted, at);
  std::vector<SyncChange> out;
  for (const LocalTime time : times) {
    SyncChange change{time, true, false};
    for (const DrillPath& path : paths)
      for (const DrillPart& part : path.parts) {
        const Object object = object::partition(part.partition);
        const auto leader = state_text(snapshot, path.cluster, object, aspect::leader, time);
        const auto isr = state_text(snapshot, path.cluster, object, aspect::isr, time);
        const auto whole = wholes.find(object);
        change.offline = change.offline || (leader && *leader == "none");
        if (isr && whole != wholes.end()) change.full = change.full && entries(*isr).size() >= whole->second;
      }
    out.push_back(change);
  }
  return out;
}

std::optional<LocalTime> time_of(const DrillStamp* stamp) { return stamp ? std::optional(stamp->at) : std::nullopt; }
}  // namespace

SnapshotRequest drill_request(const DrillTemplate& drill, LocalTime start, LocalTime at, const Filter& filter) {
  SnapshotRequest request = incident_request({start - drill.steady_for, at, start - drill.steady_for, start}, filter);
  // An age is known from when the log passed an offset, which may be a while before.
  request.from = start - drill.steady_for - hour;
  request.ages_from_history = true;
  return request;
}

Band band_of(const DrillLine& line, LocalTime from, LocalTime to) {
  const Peak peak = peak_of(line, from, to);
  const auto width = [&](std::int64_t top) {
    return static_cast<std::int64_t>(wider * static_cast<double>(top)) + peak.error.count() + 1;
  };
  return {peak.value.map(width)};
}

DrillCase::DrillCase(const DrillRun& of_run, const DrillSight& of_sight)
    : run(of_run),
      sight(of_sight),
      begin(of_run.at),
      steady_from(of_run.at - of_run.of.steady_for),
      fault(time_of(of_run.stamped(StepMark::fault))),
      restore(time_of(of_run.stamped(StepMark::restore))),
      at(of_sight.at),
      paths(drill_paths(of_sight, steady_from)),
      near(near_filter(of_sight.filter, paths)),
      aligned(align_rows(of_sight.snapshot, of_sight.at, near, of_sight.profile)),
      ledger(ledger_rows(of_sight.snapshot, begin, of_sight.at, near)),
      sync(sync_of(of_sight.snapshot, paths, steady_from, of_sight.at)) {
  for (const DrillPath& path : paths) slack = std::max(slack, 2 * path.interval);
}

std::optional<LocalTime> DrillCase::looked_for(const DrillSignal& signal) const {
  if (signal.after.empty()) return fault;
  return time_of(run.stamped(signal.after));
}

std::vector<std::pair<const DrillLine*, Band>> DrillCase::lines(const DrillPath& path) const {
  std::vector<std::pair<const DrillLine*, Band>> out;
  for (const DrillLine* line : {&path.unread, &path.not_landed, &path.age})
    if (!line->empty()) out.emplace_back(line, band_of(*line, steady_from, begin));
  return out;
}

MetricMove metric_move(const DrillCase& of, const std::vector<std::string>& names, bool above, LocalTime from) {
  constexpr double factor = 1.5;
  MetricMove out;
  const Snapshot& snapshot = of.sight.snapshot;
  for (const Column& column : snapshot.columns) {
    if (std::ranges::find(names, column.spec.signal.value()) == names.end()) continue;
    const auto& polls = snapshot.polls_of(column);
    std::optional<std::int64_t> least, most;
    for (std::size_t i = 0; i < polls.size(); ++i) {
      if (column.reasons[i] != Reason::none || polls[i].wall < of.steady_from || polls[i].wall > of.begin) continue;
      least = std::min(least.value_or(column.values[i]), column.values[i]);
      most = std::max(most.value_or(column.values[i]), column.values[i]);
    }
    if (!least) continue;
    if (!out.at && out.at.reason() == Reason::never_polled) out.at = Reason::not_applicable;
    const auto left = [&](std::int64_t value) {
      const auto real = static_cast<double>(value);
      return above ? real > factor * static_cast<double>(*most) : real * factor < static_cast<double>(*least);
    };
    std::optional<LocalTime> before;
    for (std::size_t i = 0; i < polls.size(); ++i) {
      if (column.reasons[i] != Reason::none || polls[i].wall > of.at) continue;
      if (polls[i].wall > from && left(column.values[i])) {
        if (!out.at || polls[i].wall < *out.at)
          out = {polls[i].wall, polls[i].wall, before ? Millis(polls[i].wall - *before) : Millis(0),
                 column.spec.object.value()};
        out.until = polls[i].wall;
      }
      before = polls[i].wall;
    }
  }
  return out;
}

}  // namespace tidemark
