// SPDX-License-Identifier: GPL-3.0-or-later
// WatchedSink: stands between collectors and the timeline: counts what polls answered, says when a part begins or
// ceases to fail, and has the timeline keep the profile that was in force. Thread rule: any thread.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "models/domain/sink.h"

namespace tidemark {

struct CollectProgress {
  std::int64_t polls = 0;
  std::int64_t due = 0;       // parts asked for …
  std::int64_t answered = 0;  // … and answered, in all polls
  std::int64_t refused = 0;   // polls that the full queue did not take: each becomes a gap
  std::size_t failing = 0;    // parts that failed in the last poll of their lane
};

class WatchedSink final : public SampleSink {
 public:
  // A part that begins to fail is a warning, one that ceases is not.
  using Say = std::function<void(const std::string& line, bool warning)>;

  // Every poll, before it is handed on. From collectors' threads.
  using See = std::function<void(const SourceSpec&, const Poll&)>;

  WatchedSink(SampleSink& timeline, StateSample profile, Say say, See see = {});

  LaneId lane(const LaneSpec& spec) override;
  SeriesId series(LaneId lane, const SeriesSpec& spec) override { return timeline_.series(lane, spec); }
  bool push(Poll poll) override;
  std::size_t backlog() const override { return timeline_.backlog(); }

  // Kept with the next poll that the timeline takes.
  void tell(Event event);

  CollectProgress progress() const;

 private:
  void note(const Poll& poll);

  SampleSink& timeline_;
  StateSample profile_;
  Say say_;
  See see_;
  mutable std::mutex mutex_;  // guards all below
  CollectProgress progress_;
  std::vector<Event> told_;
  // What a source asks in one go. Not the lane's id: a lane that doubles its interval goes on with another.
  using Place = std::pair<std::string, std::string>;  // source, lane
  struct Origin {
    SourceSpec source;
    Place place;
  };
  std::map<LaneId, Origin> lanes_;
  std::map<Place, std::set<std::string>> failing_;
};

}  // namespace tidemark
