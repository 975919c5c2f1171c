// SPDX-License-Identifier: GPL-3.0-or-later
// Lane: a collector's side of one lane: it opens polls, hands them to the sink and owns what follows when the sink is
// full: the next poll is skipped, and the one after carries the Gap. It says so too where polls are missing because the
// machine slept.
// Thread rule: one thread at a time. Units: ms.
#pragma once

#include <chrono>
#include <optional>

#include "models/domain/clock.h"
#include "models/domain/sink.h"

namespace tidemark {

// The start of a sweep. All lanes that are read in one sweep carry the same times, so that nothing that was read later
// in the sweep is ever compared with something older.
struct Tick {
  LocalTime wall;
  MonoTime mono;
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  static Tick now(const Clock& clock) { return {clock.now(), clock.mono()}; }
};

class Lane final {
 public:
  Lane(SampleSink& sink, const Clock& clock, LaneSpec spec);

  // Nothing when this poll must be skipped because the sink refused the last one.
  std::optional<Poll> begin(const Tick& tick);
  // Fills in the time taken. False: the sink is full, the poll is lost and will be said as a gap.
  bool push(Poll poll, const Tick& tick);
  SeriesId series(const Signal& signal, const Object& object, const std::string& unit, int scale10 = 0);

  LaneId id() const { return id_; }
  Millis interval() const { return spec_.interval; }
  // The lane may get another id: series ids made before are then void (`id` tells).
  void set_interval(Millis interval);

 private:
  SampleSink& sink_;
  const Clock& clock_;
  LaneSpec spec_;
  LaneId id_;
  std::optional<Tick> last_;  // of the last poll that was begun
  std::optional<LocalTime> refused_from_;
  bool skip_ = false;
  // What the refused polls said of the end of things: it must not be lost.
  std::vector<SeriesId> died_;
  std::vector<StateSample> gone_;
};

}  // namespace tidemark
