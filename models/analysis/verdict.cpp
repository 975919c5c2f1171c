// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/verdict.h"

#include <algorithm>

namespace tidemark {
namespace {
std::span<const MarkPoll> window(std::span<const MarkPoll> polls) {
  std::size_t first = polls.size() - std::min(polls.size(), verdict_polls);
  if (polls[first].high == polls.back().high)
    while (first > 0 && polls[first - 1].high == polls.back().high) --first;
  return polls.subspan(first);
}
}  // namespace

Known<Verdict> verdict_of(std::span<const MarkPoll> all, const Known<bool>& owned) {
  constexpr std::size_t fewest = 3;
  if (all.size() < fewest) return Reason::no_history;
  const auto polls = window(all);
  if (std::ranges::any_of(polls, &MarkPoll::only_residue)) return Verdict::ok;
  const auto [lowest, furthest] = std::ranges::minmax(polls, {}, &MarkPoll::committed);
  if (polls.back().committed < furthest.committed) return Verdict::rewind;
  if (lowest.committed == furthest.committed)
    return owned.map([](bool is_owned) { return is_owned ? Verdict::stall : Verdict::stop; });
  const auto lag = [](const MarkPoll& poll) { return poll.high - poll.committed; };
  const bool never_fell = std::ranges::is_sorted(polls, {}, lag);
  return never_fell && lag(polls.back()) > lag(polls.front()) ? Verdict::warn : Verdict::ok;
}

}  // namespace tidemark
