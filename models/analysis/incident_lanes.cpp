// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/incident_lanes.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/onset/inputs.h"
#include "models/analysis/onset/moves.h"
#include "models/analysis/scope.h"
#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
std::string key_of(const ClusterName& cluster, const Object& object, const std::string& topic,
                   const std::string& series) {
  return cluster.value() + '\n' + object.value() + '\n' + topic + '\n' + series;
}

class Builder final {
 public:
  Builder(const Snapshot& snapshot, const Incident& incident, const OnsetWindow& looked, LocalTime from, LocalTime to)
      : snapshot_(snapshot), window_(looked), from_(from), to_(to) {
    for (std::size_t i = 0; i < incident.onsets.size(); ++i) {
      const Onset& onset = incident.onsets[i];
      onsets_.emplace(key_of(onset.cluster, onset.object, onset.topic, onset.series), i);
    }
  }
  void add(const OnsetInput& input);
  void add_parts(const OnsetInput& input);
  void add(const StateSpan& span);
  void add(const EventRow& row);
  std::vector<IncidentLane> take();

 private:
  IncidentLane& lane(const LayerPlace& place, const ClusterName& cluster, const Object& object,
                     const std::string& topic, const std::string& series);
  // The lane that carries an object's band and glyphs.
  IncidentLane& carrier(const LayerPlace& place, const ClusterName& cluster, const Object& object);
  void attach(const std::string& key, IncidentLane& lane) const;
  void add_line(const OnsetInput& input, IncidentLane& lane) const;
  void add_blanks(std::size_t lane_of_snapshot, IncidentLane& lane) const;

  const Snapshot& snapshot_;
  const OnsetWindow window_;
  const LocalTime from_;
  const LocalTime to_;
  std::map<std::string, std::size_t> onsets_;
  std::map<std::string, IncidentLane> lanes_;
  std::map<std::pair<ClusterName, Object>, std::string> carriers_;
};

IncidentLane& Builder::lane(const LayerPlace& place, const ClusterName& cluster, const Object& object,
                            const std::string& topic, const std::string& series) {
  std::string key = key_of(cluster, object, topic, series);
  const auto [known, fresh] = lanes_.try_emplace(key);
  IncidentLane& out = known->second;
  if (!fresh) return out;
  out.place = place;
  out.cluster = cluster;
  out.object = object;
  out.topic = topic;
  out.series = series;
  attach(key, out);
  carriers_.try_emplace({cluster, object}, key);
  out.key = std::move(key);
  return out;
}

void Builder::attach(const std::string& key, IncidentLane& lane) const {
  const auto onset = onsets_.find(key);
  if (onset != onsets_.end() && std::ranges::find(lane.onsets, onset->second) == lane.onsets.end())
    lane.onsets.push_back(onset->second);
}

IncidentLane& Builder::carrier(const LayerPlace& place, const ClusterName& cluster, const Object& object) {
  if (const auto known = carriers_.find({cluster, object}); known != carriers_.end()) return lanes_.at(known->second);
  return lane(place, cluster, object, {}, {});
}

void Builder::add_line(const OnsetInput& input, IncidentLane& lane) const {
  const InputSamples samples = samples_of(snapshot_, input, window_);
  const Millis interval = samples.series.interval;
  for (const OnsetSample& sample : samples.series.samples) {
    if (sample.at <= from_ || sample.at > to_) continue;
    const bool broken =
        !lane.line.empty() && interval > Millis(0) && 2 * (sample.at - lane.line.back().at) > 5 * interval;
    lane.line.push_back({sample.at, sample.value, broken});
  }
  for (const Beat& beat : input.commits.beats)
    if (beat.hi > from_ && beat.hi <= to_) lane.line.push_back({beat.hi, 1, true});
}

void Builder::add_blanks(std::size_t lane_of_snapshot, IncidentLane& lane) const {
  for (const GapInfo& gap : snapshot_.gaps)
    if (gap.lane == lane_of_snapshot && gap.gap.to > from_ && gap.gap.from <= to_)
      lane.blanks.push_back({gap.gap.from, gap.gap.to, gap.gap.reason});
}

void Builder::add(const OnsetInput& input) {
  IncidentLane& out = lane(input.place, input.cluster, input.object, input.topic, input.series);
  out.unit = input.unit;
  add_line(input, out);
  if (!input.columns.empty()) add_blanks(snapshot_.columns[input.columns.front()].lane, out);
}

// Of the parts of a sum those that moved.
void Builder::add_parts(const OnsetInput& input) {
  for (const OnsetInput& part : parts_of(snapshot_, input))
    if (onsets_.contains(key_of(part.cluster, part.object, part.topic, part.series))) add(part);
}

void Builder::add(const StateSpan& span) {
  const LocalTime to = span.to.value_or(to_);
  if (span.aspect != aspect::state || to <= from_ || span.from_hi > to_) return;
  if (ends_rebuilt(snapshot_.sources[span.source].spec, span.value.has_value())) return;
  const ClusterName& cluster = snapshot_.sources[span.source].spec.cluster;
  IncidentLane& out = carrier(place_of_object({}, span.object), cluster, span.object);
  attach(key_of(cluster, span.object, {}, "state"), out);
  out.bands.push_back({std::max(span.from_hi, from_), std::min(to, to_), span.value.value_or("gone"),
                       is_bad_state(object::kind(span.object), span.value)});
}

void Builder::add(const EventRow& row) {
  IncidentLane& out = carrier(place_of_object(row.layer, row.object), row.cluster, row.object);
  attach(key_of(row.cluster, row.object, {}, row.kind), out);
  out.events.push_back(row);
}

std::vector<IncidentLane> Builder::take() {
  std::vector<IncidentLane> out;
  for (auto& [key, lane] : lanes_) {
    std::ranges::stable_sort(lane.bands, {}, &LaneBand::from);
    out.push_back(std::move(lane));
  }
  std::ranges::stable_sort(out, {}, [](const IncidentLane& of) { return std::tie(of.place.lanes, of.key); });
  return out;
}
}  // namespace

std::vector<IncidentLane> lanes_of(const Snapshot& snapshot, const Incident& incident, LocalTime from, LocalTime to,
                                   const Filter& filter, const Profile& profile, const std::vector<Event>& said) {
  return lanes_of(snapshot, incident, incident.window, from, to, filter, profile, said);
}

std::vector<IncidentLane> lanes_of(const Snapshot& snapshot, const Incident& incident, const OnsetWindow& looked,
                                   LocalTime from, LocalTime to, const Filter& filter, const Profile& profile,
                                   const std::vector<Event>& said) {
  Builder builder(snapshot, incident, looked, from, to);
  for (const OnsetInput& input : onset_inputs(snapshot, looked, filter, profile)) {
    builder.add(input);
    builder.add_parts(input);
  }
  for (const StateSpan& span : snapshot.states)
    if (in_scope(filter.cluster, snapshot.sources[span.source].spec.cluster.value())) builder.add(span);
  const std::vector<EventRow> rows = event_rows(snapshot, from, to, filter, said);
  for (const EventRow& row : rows) builder.add(row);
  return builder.take();
}

}  // namespace tidemark
