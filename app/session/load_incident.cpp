// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_incident.h"

#include <algorithm>
#include <set>

#include "app/session/finding_text.h"
#include "app/session/judged_profile.h"
#include "app/session/load_seen.h"
#include "app/session/people.h"
#include "models/analysis/onset/layers.h"

namespace tidemark {
namespace {
// What was chosen; else the later half of what is visible and recorded, so that both halves are seen.
OnsetWindow window_for(const ViewData& data) {
  if (data.request.incident) return window_of(data.request.incident->from, data.request.incident->to);
  const LocalTime from = std::max(data.from, data.status.oldest.value_or(data.from));
  const LocalTime to = std::max(data.at, from + Millis(2));
  return window_of(to - std::min((to - from) / 2, longest_onset_window), to);
}

// The series that lanes are made of.
Result<SnapshotRequest> lanes_request(TimelineReader& reader, LocalTime from, LocalTime to) {
  SnapshotRequest request{from, to};
  request.min_commits = 50;
  request.signal_prefixes = {"group:", "table:"};
  TM_TRY(const std::vector<Column> columns, reader.catalogue());
  std::set<std::string> gauges;
  for (const Column& column : columns)
    if (!is_mark(column.spec.signal) && dates_a_cause(column.spec.signal)) gauges.insert(column.spec.signal.value());
  request.signal_names.assign(gauges.begin(), gauges.end());
  request.signal_names.push_back(signal::high.value());
  request.signal_names.push_back(signal::stable.value());
  return request;
}
}  // namespace

Result<> load_incident(TimelineReader& reader, ViewData& data) {
  if (!data.status.newest) return {};
  const OnsetWindow window = window_for(data);
  const LocalTime end = std::min(data.to, *data.status.newest);
  TM_TRY(const SnapshotRequest lanes, lanes_request(reader, data.from, end));
  TM_TRY(const Grain level, level_for(reader, data, lanes));
  SnapshotRequest request = incident_request(window);
  if (level == Grain::raw) {
    request.from = std::min(request.from, data.from);
    request.to = std::max(request.to, end);
  }
  TM_TRY(const auto snapshot, reader.load(request));
  auto seen = snapshot;
  if (level != Grain::raw) {
    TM_TRY(seen, load_coarse(reader, level, lanes));
  }
  TM_TRY(const Profile profile, judged_profile(*snapshot, data.at));
  TM_TRY(const std::vector<Event> said, noted_events(data.status.path));
  TM_TRY(const std::vector<Note> notes, shown_notes(data.status.path));
  std::vector<ToldRow> story;
  for (const Note& note : notes) story.push_back({note.uuid, note.at, note.object, note.text, note.author});
  Incident incident = incident_of(*snapshot, window, {}, profile, said);
  auto view = std::make_shared<IncidentView>(incident_view(*snapshot, std::move(incident),
                                                           {*seen, data.from, end, level, data.request.columns},
                                                           finding_text, {}, profile, said, std::move(story)));
  if (snapshot->oldest && *snapshot->oldest > window.base_from && *data.status.oldest < *snapshot->oldest)
    view->samples_since = snapshot->oldest;
  data.incident = std::move(view);
  return {};
}

}  // namespace tidemark
