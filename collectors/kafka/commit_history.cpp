// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/commit_history.h"

namespace tidemark {
namespace {
constexpr std::size_t most_series = 200'000;
}

void CommitHistory::add(std::int32_t home, const OffsetCommit& commit, BrokerTime recorded) {
  const std::size_t slot = grid_.not_before(local_time(ms(commit.at.value_or(recorded))));
  std::pair key(commit.group, commit.partition);
  if (commits_.size() >= most_series && !commits_.contains(key)) {
    ++left_out_;
    return;
  }
  Of& of = commits_[std::move(key)];
  of.home = home;
  of.seen.insert_or_assign(slot, commit.offset);
}

std::vector<Known<std::int64_t>> CommitHistory::values_of(const Of& of, const PastGrid& grid) const {
  const auto cut = cut_.find(of.home);
  std::vector<Known<std::int64_t>> out;
  out.reserve(grid.points);
  Known<std::int64_t> value = Reason::no_history;
  auto next = of.seen.begin();
  for (std::size_t i = 0; i < grid.points; ++i) {
    const LocalTime at = grid.at(i);
    for (; next != of.seen.end() && next->first < grid_.points && grid_.at(next->first) <= at; ++next)
      value = next->second ? Known<std::int64_t>(*next->second) : Known<std::int64_t>(Reason::no_commit);
    const bool unread = cut != cut_.end() && ms(at) > ms(cut->second);
    out.push_back(unread ? Known<std::int64_t>(Reason::not_probed) : value);
  }
  return out;
}

std::vector<CommitHistory::Series> CommitHistory::on(const PastGrid& grid) const {
  std::vector<Series> out;
  for (const auto& [key, of] : commits_) out.push_back({key.first, key.second, values_of(of, grid)});
  return out;
}

}  // namespace tidemark
