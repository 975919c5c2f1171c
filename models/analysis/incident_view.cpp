// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/incident_view.h"

#include <algorithm>
#include <map>

#include "models/analysis/lane_reduction.h"
#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
std::string key_of(const Onset& onset) {
  return joined({onset.cluster.value(), onset.object.value(), onset.topic, onset.series});
}

OnsetBranches rows_of(const Incident& incident, const FindingText& text) {
  OnsetBranches rows;
  for (const Onset& onset : incident.onsets) {
    OnsetRow row{onset, onset_name(onset, text), text(onset_finding(onset, text))};
    std::string found_by = lower(joined({row.text, onset.object.value(), onset.topic, onset.place.layer}));
    rows.push_back({{key_of(onset), std::move(found_by), std::move(row)}, {}});
  }
  return rows;
}

ComparedBranches rows_of(std::vector<Comparison> all, const FindingText& text) {
  ComparedBranches rows;
  for (Comparison& of : all) {
    const std::string key = std::to_string(static_cast<int>(of.gap));
    std::string words = text(comparison_finding(of, text));
    std::vector<Keyed<ComparedPartRow>> parts;
    for (const ComparedPart& part : of.parts) {
      std::string name = text(part_finding(part));
      std::string found_by = lower(name);
      parts.push_back({joined({word(part.dimension), part.key}), std::move(found_by), {part, std::move(name)}});
    }
    std::string found_by = lower(words);
    rows.push_back({{key, std::move(found_by), {std::move(of), std::move(words)}}, std::move(parts)});
  }
  return rows;
}

EventBranches rows_of(std::vector<EventRow> events) {
  EventBranches rows;
  std::map<std::string, int> seen;
  for (EventRow& event : events) {
    if (event.layer == "user" && event.kind == "note") continue;
    std::string key = joined({std::to_string(ms(event.at)), event.cluster.value(), event.object.value(), event.kind});
    if (const int times = seen[key]++; times > 0) key += '#' + std::to_string(times);
    std::string found_by = lower(joined({event.text, event.object.value(), event.kind, event.layer}));
    rows.push_back({{std::move(key), std::move(found_by), std::move(event)}, {}});
  }
  return rows;
}

StoryBranches rows_of(std::vector<ToldRow> story, LocalTime from, LocalTime to) {
  StoryBranches rows;
  for (ToldRow& told : story) {
    if (told.at <= from || told.at > to) continue;
    std::string found_by = lower(joined({told.text, told.author}));
    rows.push_back({{told.uuid, std::move(found_by), std::move(told)}, {}});
  }
  return rows;
}

// In the order of onset; then for each group of lanes that did not move its witness.
std::vector<std::size_t> first_lanes_of(const Incident& incident, const std::vector<IncidentLane>& lanes) {
  std::vector<std::size_t> moved;
  for (std::size_t i = 0; i < lanes.size(); ++i)
    if (!lanes[i].onsets.empty()) moved.push_back(i);
  std::ranges::stable_sort(moved, {}, [&](std::size_t i) { return std::ranges::min(lanes[i].onsets); });
  if (moved.size() > first_lanes_shown) moved.resize(first_lanes_shown);
  for (const NonMover& of : incident.unchanged) {
    if (moved.size() == first_lanes_shown) break;
    const auto witness = std::ranges::find_if(lanes, [&](const IncidentLane& lane) {
      return lane.cluster == of.cluster && lane.object == of.object && lane.topic == of.topic &&
             (lane.series == of.series || of.series == "state");
    });
    const auto index = static_cast<std::size_t>(witness - lanes.begin());
    if (witness != lanes.end() && std::ranges::find(moved, index) == moved.end()) moved.push_back(index);
  }
  return moved;
}
}  // namespace

IncidentView incident_view(const Snapshot& snapshot, Incident incident, LocalTime from, LocalTime to,
                           const FindingText& text, const Filter& filter, const Profile& profile,
                           const std::vector<Event>& said, std::vector<ToldRow> story) {
  return incident_view(snapshot, std::move(incident), {snapshot, from, to}, text, filter, profile, said,
                       std::move(story));
}

IncidentView incident_view(const Snapshot& snapshot, Incident incident, const SeenLanes& seen, const FindingText& text,
                           const Filter& filter, const Profile& profile, const std::vector<Event>& said,
                           std::vector<ToldRow> story) {
  IncidentView view;
  view.level = seen.level;
  // What is seen in buckets is looked through over all that is seen: a short window has none of them.
  const OnsetWindow looked = seen.level == Grain::raw ? incident.window : window_of(seen.from, seen.to);
  view.lanes = lanes_of(seen.snapshot, incident, looked, seen.from, seen.to, filter, profile, said);
  for (IncidentLane& lane : view.lanes) {
    if (!lane.series.empty()) lane.words = series_name(lane.series, text);
    reduce_lane(lane, seen.from, seen.to, seen.columns);
  }
  view.first_lanes = first_lanes_of(incident, view.lanes);
  view.onsets = rows_of(incident, text);
  view.compared = rows_of(comparisons(snapshot, incident.window, filter, profile), text);
  view.events = rows_of(event_rows(seen.snapshot, seen.from, seen.to, filter, said));
  view.story = rows_of(std::move(story), seen.from, seen.to);
  for (const NonMover& of : incident.unchanged) view.unchanged.push_back(witness_text(of, text));
  for (const StandingOnset& of : incident.standing) view.standing.push_back(standing_text(of, text));
  for (const EventRow& row : incident.nearby) view.nearby.push_back(nearby_text(row, text));
  view.notes = incident_notes(incident, text);
  view.incident = std::move(incident);
  return view;
}

}  // namespace tidemark
