// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/scope.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "models/analysis/lane_family.h"
#include "models/domain/passed_on.h"
#include "models/domain/profile.h"
#include "models/domain/rebuilt.h"

namespace tidemark {

bool in_scope(const std::vector<std::string>& globs, std::string_view text) {
  return globs.empty() ||
         std::ranges::any_of(globs, [text](const std::string& glob) { return glob_match(glob, text); });
}

Answered lane_coverage(const Snapshot& snapshot, std::size_t lane_index, LocalTime from, LocalTime to) {
  const LaneInfo& lane = snapshot.lanes[lane_index];
  if (lane.polls.empty() || lane.polls.back().wall < from) return {};
  // What came before the interval was changed, or after, is not missing.
  const auto polls = family_polls(snapshot, family_of(snapshot, lane_index, from, to), from, to);
  Answered sum;
  std::int64_t own = 0;
  double silent = 0;  // polls that were due and are not there
  for (std::size_t i = 0; i < polls.size(); ++i) {
    if (polls[i].lane != lane_index) continue;
    const PollInfo& poll = lane.polls[polls[i].poll];
    sum.answered += static_cast<double>(poll.answered);
    sum.due += static_cast<double>(poll.due);
    ++own;
    if (lane.interval <= Millis(0)) continue;
    if (i + 1 == polls.size()) {
      // What was rebuilt ends where collecting began.
      if (!is_rebuilt(snapshot.sources[lane.source].spec))
        silent += static_cast<double>((to - poll.wall) / lane.interval);
      continue;
    }
    // A poll may come late by half an interval before one is missing.
    const Millis due = std::max(lane.interval, snapshot.lanes[polls[i + 1].lane].interval);
    const double missed =
        static_cast<double>((polls[i + 1].wall - poll.wall).count()) / static_cast<double>(due.count());
    if (missed > 1.5) silent += std::round(missed) - 1;
  }
  if (own == 0) return {};
  sum.due += silent * sum.due / static_cast<double>(own);
  return sum;
}

Known<double> coverage_of(const Snapshot& snapshot, LocalTime from, LocalTime to, const WantedSource& wanted) {
  Answered sum;
  for (std::size_t i = 0; i < snapshot.lanes.size(); ++i) {
    if (!wanted(snapshot.sources[snapshot.lanes[i].source].spec)) continue;
    const Answered lane = lane_coverage(snapshot, i, from, to);
    sum.answered += lane.answered;
    sum.due += lane.due;
  }
  if (sum.due <= 0) return Reason::never_polled;
  return std::min(1.0, sum.answered / sum.due);
}

bool any_source(const SourceSpec& source) { return watches(source); }

namespace {
// What was rebuilt counts with the source whose past it is.
WantedSource of_kinds(std::span<const std::string_view> kinds, const Filter& filter) {
  return [kinds, &filter](const SourceSpec& source) {
    return std::ranges::find(kinds, collected_of(source).kind) != kinds.end() &&
           in_scope(filter.cluster, source.cluster.value());
  };
}
}  // namespace

Known<double> kafka_coverage(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter) {
  static constexpr std::array<std::string_view, 1> kinds{"kafka"};
  return coverage_of(snapshot, from, to, of_kinds(kinds, filter));
}

Known<double> table_coverage(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter) {
  static constexpr std::array<std::string_view, 3> kinds{"kafka", "tables", "sink"};
  return coverage_of(snapshot, from, to, of_kinds(kinds, filter));
}

Known<double> connect_coverage(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter) {
  static constexpr std::array<std::string_view, 2> kinds{"kafka", "connect"};
  return coverage_of(snapshot, from, to, of_kinds(kinds, filter));
}

Document frame(std::string verb, const Snapshot& snapshot, LocalTime from, LocalTime at, const Filter& filter) {
  Document document;
  document.verb = std::move(verb);
  document.at = at;
  document.from = from;
  document.to = at;
  document.coverage = kafka_coverage(snapshot, from, at, filter);
  document.notes = rebuilt_notes(snapshot, from, at);
  return document;
}

std::vector<std::string> rebuilt_notes(const Snapshot& snapshot, LocalTime from, LocalTime to) {
  std::map<std::string, LocalTime> until;
  for (const LaneInfo& lane : snapshot.lanes) {
    const SourceSpec& source = snapshot.sources[lane.source].spec;
    if (!is_rebuilt(source)) continue;
    for (const PollInfo& poll : lane.polls)
      if (poll.wall >= from && poll.wall <= to) {
        LocalTime& last = until.try_emplace(source.name, poll.wall).first->second;
        last = std::max(last, poll.wall);
      }
  }
  std::vector<std::string> notes;
  for (const auto& [name, last] : until)
    notes.push_back(name + ": rebuilt, not collected, until " + rfc3339(last) +
                    ": what that means is in tidemark sources");
  return notes;
}

std::string partition_text(const TopicPartition& tp) {
  return tp.topic.value() + '/' + std::to_string(tp.partition.value());
}

std::vector<std::string_view> entries(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

Known<std::string> state_text(const Snapshot& snapshot, const ClusterName& cluster, const Object& object,
                              std::string_view aspect, LocalTime at) {
  const StateSpan* span = snapshot.state_at(cluster, object, aspect, at);
  if (span) return *span->value;
  return Reason::never_polled;
}

Known<std::int64_t> state_number(const Snapshot& snapshot, const ClusterName& cluster, const Object& object,
                                 std::string_view aspect, LocalTime at) {
  const StateSpan* span = snapshot.state_at(cluster, object, aspect, at);
  if (!span) return Reason::never_polled;
  std::int64_t number = 0;
  const std::string& text = *span->value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return Reason::ambiguous;
  return number;
}

}  // namespace tidemark
