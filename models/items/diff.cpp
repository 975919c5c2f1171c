// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/diff.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace tidemark {
namespace {
bool in_place(const std::vector<int>& order) {
  for (std::size_t i = 0; i < order.size(); ++i)
    if (order[i] != static_cast<int>(i)) return false;
  return true;
}
}  // namespace

RowDiff row_diff(std::span<const std::string_view> before, std::span<const std::string_view> after) {
  RowDiff diff;
  if (std::ranges::equal(before, after)) {  // most refreshes of most lists
    diff.kept = static_cast<int>(after.size());
    diff.appended.resize(after.size());
    std::iota(diff.appended.begin(), diff.appended.end(), 0);
    return diff;
  }
  std::unordered_map<std::string_view, int> place;
  place.reserve(after.size());
  for (std::size_t i = 0; i < after.size(); ++i) place.emplace(after[i], static_cast<int>(i));

  std::vector<int> gone;
  std::vector<bool> stays(after.size(), false);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto it = place.find(before[i]);
    if (it == place.end()) {
      gone.push_back(static_cast<int>(i));
      continue;
    }
    stays[static_cast<std::size_t>(it->second)] = true;
    diff.kept_first.push_back(static_cast<int>(i));
    diff.appended.push_back(it->second);
  }
  diff.kept = static_cast<int>(diff.appended.size());
  diff.kept_first.insert(diff.kept_first.end(), gone.begin(), gone.end());
  if (in_place(diff.kept_first)) diff.kept_first.clear();

  for (std::size_t i = 0; i < after.size(); ++i)
    if (!stays[i]) diff.appended.push_back(static_cast<int>(i));
  if (!in_place(diff.appended)) {
    diff.final_order.resize(after.size());
    for (std::size_t i = 0; i < diff.appended.size(); ++i)
      diff.final_order[static_cast<std::size_t>(diff.appended[i])] = static_cast<int>(i);
  }
  return diff;
}

}  // namespace tidemark
