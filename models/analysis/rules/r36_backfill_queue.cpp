// SPDX-License-Identifier: GPL-3.0-or-later
// R36: a queue behind the path grows over w while old records are read again: what is new waits behind them.
#include <algorithm>
#include <array>

#include "models/analysis/rules/signals.h"

namespace tidemark {
namespace {
// Per minute, over w; none where it does not grow in most polls.
std::optional<double> growth_of(const PathSignal& queue) {
  constexpr double ms_per_minute = 60'000, most = 0.7;
  if (queue.samples.size() < rule_polls) return std::nullopt;
  const auto last = std::span(queue.samples).last(rule_polls);
  int rises = 0;
  for (std::size_t i = 1; i < last.size(); ++i) rises += last[i].value > last[i - 1].value ? 1 : 0;
  const double by = last.back().value - last.front().value;
  const auto time = static_cast<double>((last.back().to - last.front().to).count());
  if (by <= 0 || time <= 0 || rises < most * static_cast<double>(last.size() - 1)) return std::nullopt;
  return by * ms_per_minute / time;
}

// One of the path's own, of its topic, or one whose queue this is.
const ActiveReplay* replay_behind(const PathCase& of, const PathSignal& queue) {
  for (const ActiveReplay& replay : of.file->replays) {
    const bool near = replay.group == of.group || replay.topic == of.topic || !queue.own;
    if (replay.cluster == of.cluster && near) return &replay;
  }
  return nullptr;
}
}  // namespace

std::vector<Found> backfill_queue(const PathCase& of) {
  static constexpr auto names = std::to_array<std::string_view>({"queue_depth"});
  for (const PathSignal& queue : signals_of(of, names)) {
    const auto growth = queue.now ? growth_of(queue) : std::nullopt;
    const ActiveReplay* replay = growth ? replay_behind(of, queue) : nullptr;
    if (!replay) continue;
    Found found{.finding = {.severity = Severity::warn, .confidence = Confidence::medium, .object = queue.object},
                .about = queue.object.value(),
                .since = replay->since};
    found.finding.params = {{"name", std::string(object::name(queue.object))},
                            {"rate", number_text(*growth)},
                            {"depth", number_text(*queue.now)},
                            {"replay", replay->group.value()}};
    found.present = {"queue grows", "a replay goes on"};
    if (!queue.own) found.missing = {"whose " + queue.object.value() + " is"};
    found.measured = {{"queue_depth", *queue.now}, {"growth_per_min", *growth}};
    return {found};
  }
  return {};
}

}  // namespace tidemark
