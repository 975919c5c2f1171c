// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/offset_jumps.h"

#include <algorithm>

#include "models/analysis/reading.h"

namespace tidemark {
namespace {
constexpr std::int64_t leap = 10;

struct Advance {
  std::size_t from, to;  // polls
  std::int64_t by;
};

std::vector<Advance> advances_of(const Column& column) {
  std::vector<Advance> out;
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    if (column.reasons[i] != Reason::none) continue;
    if (last) out.push_back({*last, i, column.values[i] - column.values[*last]});
    last = i;
  }
  return out;
}

// The 99th percentile of what the group advances in a poll, or none where there are too few or where it is so large
// that no advance can be `leap` times it: then there is nothing to sort.
std::optional<std::int64_t> usual(const std::vector<Advance>& advances) {
  constexpr std::size_t fewest = 30;
  constexpr double percentile = 0.99;
  std::vector<std::int64_t> sizes;
  for (const Advance& advance : advances)
    if (advance.by > 0) sizes.push_back(advance.by);
  if (sizes.size() < fewest) return std::nullopt;
  std::iter_swap(std::ranges::max_element(sizes), std::prev(sizes.end()));
  const std::int64_t largest = sizes.back();
  sizes.pop_back();  // the one that is judged would lift its own measure
  const auto place = static_cast<std::ptrdiff_t>(percentile * static_cast<double>(sizes.size() - 1));
  const auto near = std::ranges::count_if(sizes, [&](std::int64_t size) { return size >= largest / leap + 1; });
  if (near >= std::ssize(sizes) - place) return std::nullopt;
  std::ranges::nth_element(sizes, sizes.begin() + place);
  return sizes[static_cast<std::size_t>(place)];
}

// Whether a group was Empty all the time between two polls, asked for one pair after the other: a state mostly lasts. A
// group may have had members between two polls of the lane that reads groups without any.
class EmptyTimes final {
 public:
  EmptyTimes(const Snapshot& snapshot, const ClusterName& cluster, const GroupId& group)
      : snapshot_(snapshot), cluster_(cluster), group_(object::group(group)) {}
  bool from_to(LocalTime lo, LocalTime hi) {
    if (!state_ || lo < state_->from_hi || (state_->to && lo >= *state_->to))
      state_ = snapshot_.state_at(cluster_, group_, aspect::state, lo);
    return state_ && *state_->value == "Empty" && (!state_->to || *state_->to > hi);
  }

 private:
  const Snapshot& snapshot_;
  const ClusterName& cluster_;
  const Object group_;
  const StateSpan* state_ = nullptr;
};
}  // namespace

std::vector<Jump> offset_jumps(const Snapshot& snapshot, const Column& column) {
  const std::vector<Advance> advances = advances_of(column);
  const std::optional<std::int64_t> p99 = usual(advances);
  const auto& polls = snapshot.polls_of(column);
  const ClusterName& cluster = snapshot.cluster_of(column);
  EmptyTimes empty(snapshot, cluster, signal::group_of(column.spec.signal).value_or(GroupId()));
  std::vector<Jump> jumps;
  for (const Advance& advance : advances) {
    const LocalTime lo = polls[advance.from].wall;
    const LocalTime hi = polls[advance.to].wall;
    bool jumped = advance.by < 0;
    if (advance.by > 0) jumped = empty.from_to(lo, hi);
    if (!jumped && p99 && advance.by > leap * *p99) {
      const Known<std::int64_t> waited = value_of(snapshot.at({cluster, signal::high, column.spec.object}, lo));
      const Known<std::int64_t> stable = value_of(snapshot.at({cluster, signal::stable, column.spec.object}, hi));
      const Known<std::int64_t> end =
          stable ? stable : value_of(snapshot.at({cluster, signal::high, column.spec.object}, hi));
      jumped =
          waited && end && *waited - column.values[advance.from] > leap * *p99 && column.values[advance.to] == *end;
    }
    if (jumped) jumps.push_back({lo, hi, column.values[advance.from], column.values[advance.to]});
  }
  return jumps;
}

}  // namespace tidemark
