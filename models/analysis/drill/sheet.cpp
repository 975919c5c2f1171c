// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/drill/sheet.h"

#include <algorithm>
#include <array>

namespace tidemark {

std::string_view word(SheetState state) {
  constexpr std::array<std::string_view, 5> words{"done", "next", "to do", "optional", "undone"};
  return words.at(static_cast<std::size_t>(state));
}

std::vector<SheetStep> sheet_steps(const DrillRun& run) {
  std::vector<SheetStep> out;
  bool has_next = false;
  for (const DrillStep& step : run.of.steps) {
    SheetStep row{step, step.optional ? SheetState::optional : SheetState::to_do, {}};
    if (const DrillStamp* stamp = run.stamped(step.id)) {
      row.stamp = *stamp;
      row.state = SheetState::done;
    } else if (!step.optional && !std::exchange(has_next, true)) {
      row.state = SheetState::next;
    }
    out.push_back(std::move(row));
  }
  for (const DrillStamp& stamp : run.stamps) {
    if (!stamp.undone && !(stamp.step.empty() && stamp.question.empty())) continue;
    SheetStep row{{.id = stamp.step}, stamp.undone ? SheetState::undone : SheetState::done, stamp};
    out.push_back(std::move(row));
  }
  return out;
}

Known<Millis> wait_left(const DrillRun& run, LocalTime at) {
  const DrillStep* last = nullptr;
  const DrillStamp* stamp = nullptr;
  for (const DrillStep& step : run.of.steps)
    if (const DrillStamp* of = run.stamped(step.id); of && (!stamp || of->at >= stamp->at)) {
      last = &step;
      stamp = of;
    }
  if (!last || run.status() != DrillStatus::running || run.all_stamped()) return Reason::not_applicable;
  const Millis left = last->wait - (at - stamp->at);
  return left > Millis(0) ? Known<Millis>(left) : Known<Millis>(Reason::not_applicable);
}

}  // namespace tidemark
