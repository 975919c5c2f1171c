// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/onset/order.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tidemark {
namespace {
using Indices = std::vector<std::size_t>;

// Takes the members of a rank in turn: of those that no other left is proven to be before, the first by topology.
void put_rank(const std::vector<OrderKey>& keys, Indices members, std::size_t rank, LocalTime first_hi,
              std::vector<Ranked>& out) {
  const bool tied = members.size() > 1;
  const auto by_topology = [&](std::size_t i) { return std::tie(keys[i].place, keys[i].hi, keys[i].lo, keys[i].name); };
  std::ranges::sort(members, {}, by_topology);
  while (!members.empty()) {
    LocalTime earliest = LocalTime::max();
    for (const std::size_t i : members) earliest = std::min(earliest, keys[i].hi);
    const auto next = std::ranges::find_if(members, [&](std::size_t i) { return keys[i].lo <= earliest; });
    out.push_back({*next, rank, tied, keys[*next].lo <= first_hi});
    members.erase(next);
  }
}
}  // namespace

std::vector<Ranked> order_of(const std::vector<OrderKey>& keys) {
  Indices by_begin(keys.size());
  std::iota(by_begin.begin(), by_begin.end(), std::size_t{0});
  std::ranges::sort(by_begin, {}, [&](std::size_t i) { return std::tie(keys[i].lo, keys[i].hi, keys[i].name); });
  LocalTime first_hi = LocalTime::max();
  for (const OrderKey& key : keys) first_hi = std::min(first_hi, key.hi);
  std::vector<Ranked> out;
  Indices members;
  LocalTime reach = LocalTime::min();
  std::size_t rank = 0;
  for (const std::size_t i : by_begin) {
    if (!members.empty() && keys[i].lo > reach) {
      put_rank(keys, std::move(members), ++rank, first_hi, out);
      members = {};
      reach = LocalTime::min();
    }
    members.push_back(i);
    reach = std::max(reach, keys[i].hi);
  }
  if (!members.empty()) put_rank(keys, std::move(members), ++rank, first_hi, out);
  return out;
}

}  // namespace tidemark
