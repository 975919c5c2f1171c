// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/watched_sink.h"

#include <algorithm>
#include <utility>

#include "collectors/core/redact.h"
#include "models/domain/passed_on.h"

namespace tidemark {

WatchedSink::WatchedSink(SampleSink& timeline, StateSample profile, Say say, See see)
    : timeline_(timeline), profile_(std::move(profile)), say_(std::move(say)), see_(std::move(see)) {}

LaneId WatchedSink::lane(const LaneSpec& spec) {
  const LaneId id = timeline_.lane(spec);
  const std::lock_guard lock(mutex_);
  lanes_[id] = {spec.source, {spec.source.name, spec.name}};
  return id;
}

bool WatchedSink::push(Poll poll) {
  for (PollError& error : poll.errors) error.text = redacted(error.text);
  note(poll);
  poll.states.push_back(profile_);
  std::vector<Event> told;
  {
    const std::lock_guard lock(mutex_);
    told.swap(told_);
  }
  poll.events.insert(poll.events.end(), told.begin(), told.end());
  const bool taken = timeline_.push(std::move(poll));
  if (!taken) {
    const std::lock_guard lock(mutex_);
    ++progress_.refused;
    told_.insert(told_.begin(), told.begin(), told.end());
  }
  return taken;
}

void WatchedSink::tell(Event event) {
  const std::lock_guard lock(mutex_);
  told_.push_back(std::move(event));
}

void WatchedSink::note(const Poll& poll) {
  std::vector<std::pair<std::string, bool>> lines;
  SourceSpec spec;
  {
    const std::lock_guard lock(mutex_);
    ++progress_.polls;
    const Origin& origin = lanes_[poll.lane];
    spec = origin.source;
    if (watches(spec)) {
      progress_.due += poll.due;
      progress_.answered += poll.answered;
    }
    const std::string& source = spec.name;
    // A part that several lanes ask fails in all of them: it is said once.
    const auto fails = [&](const std::string& scope) {
      return std::ranges::any_of(
          failing_, [&](const auto& lane) { return lane.first.first == source && lane.second.contains(scope); });
    };
    std::set<std::string>& failing = failing_[origin.place];
    const std::set<std::string> before = std::exchange(failing, {});
    for (const PollError& error : poll.errors) {
      if (!before.contains(error.scope) && !fails(error.scope))
        lines.emplace_back(source + ": " + error.scope + ": " + error.text, true);
      failing.insert(error.scope);
    }
    for (const std::string& scope : before)
      if (!fails(scope))
        lines.emplace_back(std::string(source).append(": ").append(scope).append(": answers again"), false);
    progress_.failing = 0;
    for (const auto& [lane, scopes] : failing_) progress_.failing += scopes.size();
  }
  for (const auto& [line, warning] : lines) say_(line, warning);
  if (see_) see_(spec, poll);
}

CollectProgress WatchedSink::progress() const {
  const std::lock_guard lock(mutex_);
  return progress_;
}

}  // namespace tidemark
