// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/dead_letters.h"

#include <algorithm>
#include <array>

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
  DeadLetters out{topic, sum / window, samples[*first].from, samples[*first].to, *first > 0};
  return out;
}
}  // namespace

std::vector<TopicName> dead_letter_topics(const PathCase& of) {
  std::vector<TopicName> out;
  const auto [first, last] = of.file->dead_letters.equal_range({of.cluster, of.topic});
  for (auto one = first; one != last; ++one) out.push_back(one->second);
  if (!of.connector) return out;
  constexpr std::string_view key = "dead_letter=";
  const Known<std::string> proposal = state_text(
      of.file->snapshot, of.cluster, object::connector(of.connector->connector), aspect::proposal, of.file->at);
  if (!proposal) return out;
  for (const std::string_view line : entries(*proposal)) {
    if (!line.starts_with(key)) continue;
    const TopicName topic{std::string(line.substr(key.size()))};
    if (!topic.value().empty() && std::ranges::find(out, topic) == out.end()) out.push_back(topic);
  }
  return out;
}

std::optional<DeadLetters> dead_letters(const PathCase& of) {
  static constexpr auto names = std::to_array<std::string_view>({"dlq_rate"});
  std::optional<DeadLetters> most;
  const auto offer = [&](std::optional<DeadLetters> one) {
    if (one && (!most || one->rate > most->rate)) most = std::move(one);
  };
  for (const TopicName& topic : dead_letter_topics(of)) offer(flowing(topic.value(), growth_of(of, topic)));
  for (const PathSignal& signal : signals_of(of, names))
    if (signal.own) offer(flowing(std::string(object::name(signal.object)), signal.samples));
  return most;
}

}  // namespace tidemark
