// SPDX-License-Identifier: GPL-3.0-or-later
// IncidentView: an incident as a view shows it: the order of onset as rows, the lanes, which of them are seen first,
// and in sentences what did not move, what was abnormal before and what changed nearby.
// Thread rule: none, pure functions. Units: local ms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/branch.h"
#include "models/analysis/incident_lanes.h"
#include "models/domain/levels.h"

namespace tidemark {

struct OnsetRow {
  Onset onset;
  std::string name;  // "Commit interval of table lake.orders"
  std::string text;  // the whole sentence
};
using OnsetBranches = std::vector<Branch<OnsetRow, NoRow>>;

// A gap in the window against its baseline, and the parts in which it grew.
struct ComparedRow {
  Comparison comparison;
  std::string text;
};
struct ComparedPartRow {
  ComparedPart part;
  std::string name;  // "led by broker 2"
};
using ComparedBranches = std::vector<Branch<ComparedRow, ComparedPartRow>>;

using EventBranches = std::vector<Branch<EventRow, NoRow>>;

// What somebody wrote of a time: a part of the story that is told afterwards.
struct ToldRow {
  std::string uuid;
  LocalTime at;
  std::optional<Object> object;
  std::string text;
  std::string author;
};
using StoryBranches = std::vector<Branch<ToldRow, NoRow>>;

struct IncidentView {
  Incident incident;
  Grain level = Grain::raw;  // what the lanes are drawn from; the order of onset is always told from samples
  std::optional<LocalTime> samples_since;  // where the window or its baseline begins before the oldest sample
  OnsetBranches onsets;                    // one for each of the incident's, in its order
  ComparedBranches compared;
  EventBranches events;  // all that was detected or told within the lanes' bounds, without people's notes
  StoryBranches story;   // people's notes there
  std::vector<IncidentLane> lanes;
  std::vector<std::size_t> first_lanes;  // what moved, then a witness of each group of lanes that did not
  std::vector<std::string> unchanged;
  std::vector<std::string> standing;
  std::vector<std::string> nearby;
  std::vector<std::string> notes;  // what the order does not say
};

// At most so many lanes are seen first.
inline constexpr std::size_t first_lanes_shown = 8;

// What the lanes show: over (from, to], from `snapshot`, which is that of the incident or one of a coarser level.
struct SeenLanes {
  const Snapshot& snapshot;
  LocalTime from;
  LocalTime to;
  Grain level = Grain::raw;
  int columns = 0;  // of pixels, to which the lanes are reduced; 0: not at all
};
IncidentView incident_view(const Snapshot& snapshot, Incident incident, const SeenLanes& seen, const FindingText& text,
                           const Filter& filter = {}, const Profile& profile = {}, const std::vector<Event>& said = {},
                           std::vector<ToldRow> story = {});
// `from` and `to` bound the lanes, the incident's own window lies within.
IncidentView incident_view(const Snapshot& snapshot, Incident incident, LocalTime from, LocalTime to,
                           const FindingText& text, const Filter& filter = {}, const Profile& profile = {},
                           const std::vector<Event>& said = {}, std::vector<ToldRow> story = {});

}  // namespace tidemark
