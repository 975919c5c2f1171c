// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_incident.h"

#include <algorithm>

#include "app/session/finding_text.h"
#include "app/session/judged_profile.h"
#include "app/session/people.h"
#include "models/logbook/logbook.h"

namespace tidemark {
namespace {
// What was chosen; else the later half of what is visible and recorded, so that both halves are seen.
OnsetWindow window_for(const ViewData& data) {
  if (data.request.incident) return window_of(data.request.incident->from, data.request.incident->to);
  const LocalTime from = std::max(data.from, data.status.oldest.value_or(data.from));
  const LocalTime to = std::max(data.at, from + Millis(2));
  return window_of(to - std::min((to - from) / 2, longest_onset_window), to);
}
}  // namespace

Result<> load_incident(TimelineReader& reader, ViewData& data) {
  if (!data.status.newest) return {};
  const OnsetWindow window = window_for(data);
  SnapshotRequest request = incident_request(window);
  request.from = std::min(request.from, data.from);
  request.to = std::max(request.to, std::min(data.to, *data.status.newest));
  TM_TRY(const auto snapshot, reader.load(request));
  TM_TRY(const Profile profile, judged_profile(*snapshot, data.at));
  TM_TRY(const std::vector<Event> said, noted_events(logbook_path(data.status.path)));
  TM_TRY(const std::vector<Note> notes, shown_notes(logbook_path(data.status.path)));
  std::vector<ToldRow> story;
  for (const Note& note : notes) story.push_back({note.uuid, note.at, note.object, note.text, note.author});
  Incident incident = incident_of(*snapshot, window, {}, profile, said);
  data.incident = std::make_shared<const IncidentView>(
      incident_view(*snapshot, std::move(incident), data.from, std::min(data.to, *data.status.newest), finding_text, {},
                    profile, said, std::move(story)));
  return {};
}

}  // namespace tidemark
