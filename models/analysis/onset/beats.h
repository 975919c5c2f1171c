// SPDX-License-Identifier: GPL-3.0-or-later
// Beats: things that come again and again (commits of a table, advances of a mark that moves in steps), and when they
// failed to come. The begin of the failure lies between the last good beat and the time at which the next one was due.
// Room-internal. Thread rule: none, pure functions. Units: local ms.
#pragma once

#include <optional>
#include <vector>

#include "models/analysis/onset/change.h"
#include "models/domain/known.h"

namespace tidemark {

// It came in [lo, hi].
struct Beat {
  LocalTime lo;
  LocalTime hi;
};

struct Stretch {
  LocalTime from;
  LocalTime to;
};

struct BeatSeries {
  std::vector<Beat> beats;                            // ascending by hi
  std::vector<Stretch> blind;                         // in which a beat would not have been seen; ascending
  Known<Millis> configured = Reason::not_applicable;  // between two beats at most
};

struct BeatJudgement {
  Judgement judged;  // before: usual interval in ms; after: that of the pause, until it ended or the window did
  LocalTime last;    // the last beat before the pause; where it changed or stands
  LocalTime due;     // when the next one was due at the latest
};

inline constexpr std::size_t usual_beats = 20;  // intervals that say what is usual
inline constexpr std::size_t fewest_beats = 3;  // with fewer nothing is said, unless an interval is configured

// A pause counts from twice the larger of the median and the configured interval on, and beyond the longest of the
// baseline.
BeatJudgement judge_beats(const BeatSeries& series, const OnsetWindow& window);

}  // namespace tidemark
