// SPDX-License-Identifier: GPL-3.0-or-later
// Incident: what moved first, across all layers, in a window against its baseline; what did not move, and what nobody
// could see. Rates, cadences, latencies and states are ranked; ages and lags never are: they cross any threshold later
// than their cause. An onset is an interval; what overlaps is tied. Nothing here is a cause: "moved first" is all that
// is said. Texts are the reader's: rules O01 to O10 with parameters.
// Thread rule: none, pure functions. Units: local ms; values in the unit that stands beside them.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/check.h"
#include "models/analysis/comparison.h"
#include "models/analysis/events.h"
#include "models/analysis/onset/change.h"
#include "models/analysis/onset/layers.h"
#include "models/domain/profile.h"

namespace tidemark {

// A value of a series, or a state's word.
using OnsetValue = Known<std::variant<double, std::string>>;

struct Onset {
  std::size_t rank = 1;
  bool tied = false;   // its place within the rank is by topology, not by time
  bool first = false;  // nothing is proven to be before it
  LayerPlace place;
  ClusterName cluster;
  Object object;
  std::string topic;   // of a rate of one topic
  std::string series;  // "read_rate", "commit_cadence", a metric's signal, "state", the kind of an event
  std::string unit;
  LocalTime lo, hi;
  OnsetValue before = Reason::not_applicable;
  OnsetValue after = Reason::not_applicable;
  std::string said;       // the text of an event
  bool over_gap = false;  // samples are missing in (lo, hi]: the order is unknown across the gap
  std::size_t count = 1;  // objects that this one stands for
};

// The best witness that a group of lanes did not move.
struct NonMover {
  LayerPlace place;
  ClusterName cluster;
  Object object;
  std::string topic;
  std::string series;
  std::string unit;
  OnsetValue before = Reason::not_applicable;
  OnsetValue after = Reason::not_applicable;
  Known<double> ratio = Reason::not_applicable;  // after / before
};

// A group of lanes that nothing is known of in the window, and why.
struct Unseen {
  LaneGroup lanes = LaneGroup::producers;
  Reason reason = Reason::never_polled;
};

// Abnormal since before the window.
struct StandingOnset {
  LayerPlace place;
  ClusterName cluster;
  Object object;
  std::string series;
  std::string state;
  Known<LocalTime> since = Reason::no_history;
};

struct Incident {
  OnsetWindow window;
  std::vector<Onset> onsets;        // as they are ranked
  std::vector<NonMover> unchanged;  // one for each group of lanes that was seen and did not move
  std::vector<Unseen> unseen;
  std::vector<StandingOnset> standing;
  std::vector<EventRow> nearby;  // changes in the 15 minutes before the first onset and in it; not causes
  std::size_t too_short = 0;     // series with too little history to be judged
  Known<double> coverage = Reason::never_polled;
  std::vector<std::string> rebuilt;  // a sentence for every source that was rebuilt, not collected, in it
};

// The longest window that is taken where none is told.
inline constexpr Millis longest_onset_window{30 * 60'000};
// The last half of a history, at most `longest_onset_window`, with the same length before it.
OnsetWindow default_window(const Snapshot& snapshot, LocalTime to);
// What an incident needs of a timeline.
SnapshotRequest incident_request(const OnsetWindow& window, const Filter& filter = {});

// `said`: events that people noted beside the timeline.
Incident incident_of(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter = {},
                     const Profile& profile = {}, const std::vector<Event>& said = {});

// For the reader's language. O01: an onset (variants: by series, else `gauge`, `state`, `event`); O02: a group of lanes
// (variants: its words); O03: the line "Moved first … Unchanged … Cannot see …" (variant `nothing`: nothing moved);
// O08: a series in words (variants: signals).
Finding onset_finding(const Onset& onset, const FindingText& text);
Finding lanes_finding(LaneGroup lanes);
Finding summary_finding(const Incident& incident, const FindingText& text);
// `compared`: what is said of the gaps in the window, if that was asked for.
Document incident_document(const Incident& incident, const FindingText& text,
                           const std::vector<Comparison>& compared = {});

// When an onset began, to be written: to the second where its interval is longer than that. The whole interval lies
// within the error.
struct Began {
  LocalTime at;
  Millis error;
};
Began began(const Onset& onset);
// No series could be judged: that nothing moved is not known then.
bool nothing_judged(const Incident& incident);

// The same in parts, for views. "Commit interval of table lake.orders".
std::string series_name(const std::string& series, const FindingText& text);  // "Write latency"
std::string onset_name(const Onset& onset, const FindingText& text);
// "4.75", "31 min", "FAILED", "–" where it does not apply.
std::string value_text(const OnsetValue& value, const std::string& unit);
std::string witness_text(const NonMover& of, const FindingText& text);
std::string standing_text(const StandingOnset& of, const FindingText& text);
std::string nearby_text(const EventRow& row, const FindingText& text);
std::vector<std::string> incident_notes(const Incident& incident, const FindingText& text);

}  // namespace tidemark
