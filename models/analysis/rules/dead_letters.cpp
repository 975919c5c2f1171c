// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/dead_letters.h"

#include <algorithm>
#include <array>

#include "models/analysis/dead_letters.h"
#include "models/analysis/rules/signals.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr double ms_per_second = 1000;

// What the partitions of a topic gained from poll to poll, as one rate.
std::vector<FlowSample> growth_of(const PathCase& of, const TopicName& topic) {
  const Snapshot& snapshot = of.file->snapshot;
  std::map<LocalTime, FlowSample> by_time;
  const auto found = of.file->dead_letter_marks.find({of.cluster, topic});
  if (found == of.file->dead_letter_marks.end()) return {};
  for (const std::size_t index : found->second) {
    const Column& column = snapshot.columns[index];
    const LaneInfo& lane = snapshot.lanes[column.lane];
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < polls_until(lane, of.file->at); ++i) {
      if (column.reasons[i] != Reason::none) continue;
      if (before && lane.polls[i].wall > lane.polls[*before].wall) {
        const LocalTime from = lane.polls[*before].wall, to = lane.polls[i].wall;
        FlowSample& sample = by_time.try_emplace(to, FlowSample{from, to}).first->second;
        sample.value += static_cast<double>(std::max<std::int64_t>(0, column.values[i] - column.values[*before])) *
                        ms_per_second / static_cast<double>((to - from).count());
      }
      before = i;
    }
  }
  std::vector<FlowSample> out;
  for (const auto& [at, sample] : by_time) out.push_back(sample);
  return out;
}

// Since when it is above 0 with no pause of w or longer; none where it is not.
std::optional<DeadLetters> flowing(const std::string& topic, const std::vector<FlowSample>& samples) {
  std::optional<std::size_t> first;
  std::size_t pause = 0;
  double sum = 0;
  for (std::size_t i = samples.size(); i-- > 0 && pause < rule_polls;) {
    const bool newest = samples.size() - i <= rule_polls;
    if (newest) sum += samples[i].value;
    pause = samples[i].value > 0 ? 0 : pause + 1;
    if (samples[i].value > 0) first = i;
  }
  if (!first || sum <= 0) return std::nullopt;
  const auto window = static_cast<double>(std::min(samples.size(), rule_polls));
  DeadLetters out{topic, nullptr, sum / window, samples[*first].from, samples[*first].to, *first > 0};
  return out;
}
}  // namespace

std::vector<const DeadLetterPlace*> dead_letter_places(const PathCase& of) {
  std::vector<const DeadLetterPlace*> out;
  for (const DeadLetterPlace& place : of.file->dead_letters) {
    if (place.cluster != of.cluster) continue;
    const auto writes = [&](const Object& object) { return place.writers.contains(object.value()); };
    const bool own = place.writers.empty() ? place.origins.contains(of.topic.value())
                                           : writes(object::group(of.group)) ||
                                                 (of.connector && writes(object::connector(of.connector->connector)));
    if (own) out.push_back(&place);
  }
  return out;
}

std::vector<std::string> dead_letter_causes(const PathCase& of, const DeadLetters& dead) {
  constexpr std::size_t most = 3;
  std::vector<std::string> out;
  if (dead.place == nullptr) return out;
  const auto counts = dead_letter_counts(of.file->snapshot, of.file->at, *dead.place);
  std::int64_t all = 0;
  for (const DeadLetterCount& one : counts) all += one.n.value_or(0);
  for (const DeadLetterCount& one : counts) {
    if (out.size() >= most || !one.n || one.cause.family.empty()) continue;
    out.push_back(std::to_string(*one.n) + " of " + std::to_string(all) + " read: " + cause_words(one.cause, true));
  }
  return out;
}

std::optional<DeadLetters> dead_letters(const PathCase& of) {
  static constexpr auto names = std::to_array<std::string_view>({"dlq_rate"});
  std::optional<DeadLetters> most;
  const auto offer = [&](std::optional<DeadLetters> one) {
    if (one && (!most || one->rate > most->rate)) most = std::move(one);
  };
  for (const DeadLetterPlace* place : dead_letter_places(of)) {
    auto flow = flowing(place->topic.value(), growth_of(of, place->topic));
    if (flow) flow->place = place;
    offer(std::move(flow));
  }
  for (const PathSignal& signal : signals_of(of, names))
    if (signal.own) offer(flowing(std::string(object::name(signal.object)), signal.samples));
  return most;
}

}  // namespace tidemark
