// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lane_family.h"

#include <algorithm>
#include <map>

namespace tidemark {
namespace {
bool has_poll_in(const LaneInfo& lane, LocalTime from, LocalTime to) {
  return std::ranges::any_of(lane.polls, [&](const PollInfo& poll) { return poll.wall >= from && poll.wall <= to; });
}

// Of polls that come sooner than most of an interval after the one before, the first is kept.
std::vector<FamilyPoll> thinned(const std::vector<FamilyPoll>& polls, Millis interval) {
  constexpr int most = 4;  // of an interval: 3 / 4
  std::vector<FamilyPoll> out;
  for (const FamilyPoll& poll : polls)
    if (out.empty() || most * (poll.wall - out.back().wall) >= (most - 1) * interval) out.push_back(poll);
  return out;
}

class Joining final {
 public:
  explicit Joining(const Snapshot& from) : from_(from), out_(from) {}

  void add(const std::vector<std::size_t>& family) {
    std::size_t longest = family.front();
    for (const std::size_t lane : family)
      if (from_.lanes[lane].interval > from_.lanes[longest].interval) longest = lane;
    const auto all = family_polls(from_, family, LocalTime::min(), LocalTime::max());
    const auto kept = thinned(all, from_.lanes[longest].interval);
    LaneInfo& joined = out_.lanes[longest];
    joined.polls.clear();
    for (const FamilyPoll& one : kept) {
      PollInfo& poll = joined.polls.emplace_back(from_.lanes[one.lane].polls[one.poll]);
      poll.seq = std::ssize(joined.polls) - 1;
    }
    join_columns(family, longest, kept);
    for (const std::size_t lane : family) {
      place_[lane] = longest;
      if (lane != longest) out_.lanes[lane].polls.clear();
    }
    drop_gaps(family, all);
  }

  Snapshot take() && {
    std::erase_if(out_.columns, [&](const Column& column) {
      const auto place = place_.find(column.lane);
      return place != place_.end() && place->second != column.lane;
    });
    std::erase_if(out_.gaps, [&](const GapInfo& gap) { return gap.lane == none; });
    for (GapInfo& gap : out_.gaps)
      if (const auto place = place_.find(gap.lane); place != place_.end()) gap.lane = place->second;
    for (ErrorInfo& error : out_.errors)
      if (const auto place = place_.find(error.lane); place != place_.end()) error.lane = place->second;
    out_.index();
    return std::move(out_);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  using Series = std::pair<Signal, Object>;

  void join_columns(const std::vector<std::size_t>& family, std::size_t into, const std::vector<FamilyPoll>& kept) {
    std::map<Series, std::map<std::size_t, const Column*>> series;  // by lane
    for (const Column& column : from_.columns)
      if (std::ranges::find(family, column.lane) != family.end())
        series[{column.spec.signal, column.spec.object}][column.lane] = &column;
    std::erase_if(out_.columns, [&](const Column& column) { return column.lane == into; });
    for (const auto& [key, by_lane] : series) {
      Column& joined = out_.columns.emplace_back();
      joined.id = by_lane.begin()->second->id;
      joined.lane = into;
      joined.spec = by_lane.begin()->second->spec;
      for (const FamilyPoll& one : kept) {
        const auto column = by_lane.find(one.lane);
        const bool there = column != by_lane.end();
        joined.values.push_back(there ? column->second->values[one.poll] : 0);
        joined.reasons.push_back(there ? column->second->reasons[one.poll] : Reason::never_polled);
      }
    }
  }

  void drop_gaps(const std::vector<std::size_t>& family, const std::vector<FamilyPoll>& polls) {
    for (GapInfo& of : out_.gaps) {
      if (std::ranges::find(family, of.lane) == family.end()) continue;
      const auto inside = std::ranges::find_if(
          polls, [&](const FamilyPoll& poll) { return poll.wall > of.gap.from && poll.wall < of.gap.to; });
      if (inside != polls.end()) of.lane = none;
    }
  }

  const Snapshot& from_;
  Snapshot out_;
  std::map<std::size_t, std::size_t> place_;  // of the lanes that were joined
};
}  // namespace

std::vector<std::size_t> family_of(const Snapshot& snapshot, std::size_t lane, LocalTime from, LocalTime to) {
  std::vector<std::size_t> out;
  const LaneInfo& of = snapshot.lanes[lane];
  for (std::size_t i = 0; i < snapshot.lanes.size(); ++i) {
    const LaneInfo& one = snapshot.lanes[i];
    if (i == lane || (one.source == of.source && one.name == of.name && has_poll_in(one, from, to))) out.push_back(i);
  }
  return out;
}

std::vector<FamilyPoll> family_polls(const Snapshot& snapshot, const std::vector<std::size_t>& family, LocalTime from,
                                     LocalTime to) {
  std::vector<FamilyPoll> out;
  for (const std::size_t lane : family) {
    const auto& polls = snapshot.lanes[lane].polls;
    for (std::size_t i = 0; i < polls.size(); ++i)
      if (polls[i].wall >= from && polls[i].wall <= to) out.push_back({lane, i, polls[i].wall});
  }
  std::ranges::stable_sort(out, {}, &FamilyPoll::wall);
  return out;
}

std::optional<Snapshot> with_families_joined(const Snapshot& snapshot) {
  std::optional<Joining> joining;
  std::vector<bool> done(snapshot.lanes.size(), false);
  for (std::size_t lane = 0; lane < snapshot.lanes.size(); ++lane) {
    if (done[lane] || !has_poll_in(snapshot.lanes[lane], snapshot.from, snapshot.to)) continue;
    const auto family = family_of(snapshot, lane, snapshot.from, snapshot.to);
    for (const std::size_t one : family) done[one] = true;
    if (family.size() < 2) continue;
    if (!joining) joining.emplace(snapshot);
    joining->add(family);
  }
  if (!joining) return std::nullopt;
  return std::move(*joining).take();
}

}  // namespace tidemark
