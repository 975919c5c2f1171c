// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/past_lane.h"

#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
constexpr Millis wait_for_room{20};
constexpr int most_waits = 3'000;
constexpr Millis moment{1};

// A broker that says that there is nothing has answered.
bool is_answer(Reason reason) {
  return reason == Reason::none || reason == Reason::no_commit || reason == Reason::no_history ||
         reason == Reason::expired;
}

std::string lines(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += (out.empty() ? "" : "\n") + sentence;
  return out;
}
}  // namespace

PastLane::PastLane(SampleSink& sink, const SourceSpec& collected, const std::string& name, const PastGrid& grid)
    : sink_(sink),
      source_(rebuilt_of(collected)),
      name_(name),
      grid_(grid),
      lane_(sink.lane({source_, name, grid.step})) {
  for (std::size_t i = 0; i < grid.points; ++i) poll_at(grid.at(i));
}

Poll& PastLane::poll_at(LocalTime at) {
  const auto [found, fresh] = polls_.try_emplace(at);
  Poll& poll = found->second;
  if (fresh) {
    poll.lane = lane_;
    poll.wall = at;
    // No clock ran then: the time itself is the clock.
    poll.mono = MonoTime(at.time_since_epoch());
    poll.boot = rebuilt_kind;
  }
  return poll;
}

void PastLane::add(const Signal& signal, const Object& object, const std::string& unit,
                   std::span<const Known<std::int64_t>> values) {
  const SeriesId id = sink_.series(lane_, {signal, object, unit, 0});
  for (std::size_t i = 0; i < values.size() && i < grid_.points; ++i) {
    if (values[i].reason() == Reason::never_polled) continue;
    Poll& poll = poll_at(grid_.at(i));
    poll.samples.push_back({id, values[i].value_or(0), values[i].reason()});
    ++poll.due;
    if (is_answer(values[i].reason())) ++poll.answered;
  }
}

void PastLane::add(std::size_t point, StateSample state) {
  poll_at(grid_.at(point)).states.push_back(std::move(state));
}

void PastLane::add(LocalTime at, StateSample state) {
  if (at > grid_.first) poll_at(at - moment);  // the last moment before: the change is as exact as its time
  poll_at(at).states.push_back(std::move(state));
}

// The poll before a change says once more what was. The source ends with its last poll: the present is for those who
// collect.
void PastLane::settle_states() {
  std::map<std::pair<Object, std::string>, StateSample> open;
  Poll* before = nullptr;
  for (auto& [at, poll] : polls_) {
    for (const StateSample& state : poll.states) {
      const auto [last, fresh] = open.try_emplace({state.object, state.aspect}, state);
      if (fresh) continue;
      if (before) before->states.push_back(last->second);
      last->second = state;
    }
    before = &poll;
  }
  for (const auto& [key, state] : open) before->states.push_back({state.object, state.aspect, std::nullopt, {}});
}

Result<> PastLane::push(const Clock& clock, const PastAccount& account) {
  if (polls_.empty()) return {};
  settle_states();
  Poll& last = polls_.rbegin()->second;
  last.cost = account.cost;
  last.took = account.took;
  if (!account.limits.empty())
    polls_.begin()->second.states.push_back(
        {Object("source:" + source_.name + '/' + name_), std::string(aspect::limits), lines(account.limits), {}});
  for (auto& [at, poll] : polls_) {
    if (poll.due == 0) poll.due = poll.answered = 1;  // states alone
    int waits = 0;
    while (!sink_.push(poll)) {
      if (++waits > most_waits) return fail(ErrorCode::storage, "the timeline takes nothing more", source_.name);
      clock.wait({}, wait_for_room);
    }
  }
  polls_.clear();
  return {};
}

}  // namespace tidemark
