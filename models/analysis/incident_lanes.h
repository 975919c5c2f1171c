// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes: an incident's rows to look at: for each series a line, for each object a band of its states and the glyphs of
// its events, ordered as the data flow. What moved comes with its onset; the rest is there to be unfolded. Ages have
// lanes too: they are shown, not ranked. This is data; painting it is the views' business.
// Thread rule: none, pure functions. Units: local ms; values in the unit of the lane.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/incident.h"

namespace tidemark {

struct LaneBand {
  LocalTime from;
  LocalTime to;
  std::string state;
  std::optional<bool> bad;  // none: the state says nothing of health
};

// A stretch that nobody saw.
struct LaneBlank {
  LocalTime from;
  LocalTime to;
  Reason reason = Reason::collector_off;
};

struct LanePoint {
  LocalTime at;
  double value = 0;
  bool broken = false;  // samples are missing before it: no line leads here
};

struct IncidentLane {
  std::string key;  // unique, the same in every poll
  LayerPlace place;
  ClusterName cluster;
  Object object;
  std::string topic;
  std::string series;  // empty: a band only
  std::string words;   // the series for people; empty where nobody gave it
  std::string unit;
  std::vector<LaneBand> bands;  // ascending; of the object's state
  std::vector<LanePoint> line;  // ascending
  std::vector<EventRow> events;
  std::vector<LaneBlank> blanks;
  std::vector<std::size_t> onsets;  // indices into Incident::onsets
};

// Over (from, to]. Bands and glyphs stand in the first lane of their object;
// events of objects without a lane make one.
std::vector<IncidentLane> lanes_of(const Snapshot& snapshot, const Incident& incident, LocalTime from, LocalTime to,
                                   const Filter& filter = {}, const Profile& profile = {},
                                   const std::vector<Event>& said = {});
// The same, with the series looked for in another window than the incident's.
std::vector<IncidentLane> lanes_of(const Snapshot& snapshot, const Incident& incident, const OnsetWindow& looked,
                                   LocalTime from, LocalTime to, const Filter& filter, const Profile& profile,
                                   const std::vector<Event>& said);

}  // namespace tidemark
