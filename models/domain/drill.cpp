// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drill.h"

#include <algorithm>
#include <array>

namespace tidemark {
namespace {
constexpr std::array<std::string_view, 3> marks{"none", "fault", "restore"};
constexpr std::array<std::string_view, 7> sources{"state", "event", "line", "metric", "finding", "ledger", "people"};
constexpr std::array<std::string_view, 4> seen{"seen", "waiting", "not-seen", "unknown"};
constexpr std::array<std::string_view, 4> statuses{"running", "completed", "aborted", "interrupted"};

template <class Value, class Words>
std::optional<Value> value_in(const Words& words, std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Value>(found - words.begin());
}
}  // namespace

const DrillStep* DrillTemplate::step(std::string_view wanted) const {
  const auto found = std::ranges::find(steps, wanted, &DrillStep::id);
  return found == steps.end() ? nullptr : &*found;
}

const DrillStep* DrillTemplate::marked(StepMark mark) const {
  const auto found = std::ranges::find(steps, mark, &DrillStep::mark);
  return found == steps.end() ? nullptr : &*found;
}

const DrillStamp* DrillRun::stamped(std::string_view step) const {
  const auto found = std::ranges::find_if(
      stamps, [&](const DrillStamp& stamp) { return !stamp.undone && !step.empty() && stamp.step == step; });
  return found == stamps.end() ? nullptr : &*found;
}

const DrillStamp* DrillRun::stamped(StepMark mark) const {
  const DrillStep* step = of.marked(mark);
  return step ? stamped(step->id) : nullptr;
}

const DrillStamp* DrillRun::answered(std::string_view question) const {
  const auto found = std::find_if(stamps.rbegin(), stamps.rend(), [&](const DrillStamp& stamp) {
    return !stamp.undone && !stamp.question.empty() && stamp.question == question;
  });
  return found == stamps.rend() ? nullptr : &*found;
}

std::vector<const DrillStamp*> DrillRun::unplanned() const {
  std::vector<const DrillStamp*> out;
  for (const DrillStamp& stamp : stamps)
    if (!stamp.undone && stamp.step.empty() && stamp.question.empty()) out.push_back(&stamp);
  return out;
}

std::size_t DrillRun::stamps_that_hold() const {
  return static_cast<std::size_t>(std::ranges::count(stamps, false, &DrillStamp::undone));
}

bool DrillRun::all_stamped() const {
  return std::ranges::all_of(of.steps, [&](const DrillStep& step) { return step.optional || stamped(step.id); });
}

bool DrillRun::steady() const {
  return std::ranges::all_of(before, [](const DrillCheck& check) { return check.outcome == Outcome::pass; });
}

DrillStatus DrillRun::status() const {
  if (aborted) return DrillStatus::aborted;
  if (!verdict) return DrillStatus::running;
  return all_stamped() ? DrillStatus::completed : DrillStatus::interrupted;
}

std::string_view word(StepMark mark) { return marks.at(static_cast<std::size_t>(mark)); }
std::string_view word(SignalSource source) { return sources.at(static_cast<std::size_t>(source)); }
std::string_view word(SeenState state) { return seen.at(static_cast<std::size_t>(state)); }
std::string_view word(DrillStatus status) { return statuses.at(static_cast<std::size_t>(status)); }
std::string_view verdict_word(Outcome outcome) {
  return outcome == Outcome::unknown ? std::string_view("inconclusive") : word(outcome);
}
std::optional<StepMark> step_mark_from(std::string_view word) { return value_in<StepMark>(marks, word); }
std::optional<SignalSource> signal_source_from(std::string_view word) { return value_in<SignalSource>(sources, word); }
std::optional<SeenState> seen_state_from(std::string_view word) { return value_in<SeenState>(seen, word); }

}  // namespace tidemark
