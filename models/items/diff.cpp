// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/diff.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <numeric>
#include <vector>

namespace tidemark {
namespace {
bool in_place(const std::vector<int>& order) {
  for (std::size_t i = 0; i < order.size(); ++i)
    if (order[i] != static_cast<int>(i)) return false;
  return true;
}
// Where each key is, by open addressing: thousands of keys, looked up once each, without a node per key.
class Places final {
 public:
  explicit Places(std::span<const std::string_view> keys)
      : keys_(keys), slots_(std::bit_ceil(keys.size() * 2 + 1), -1) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      int& slot = slot_of(keys[i]);
      if (slot < 0) slot = static_cast<int>(i);
    }
  }
  // -1: it is nowhere.
  int find(std::string_view key) { return slot_of(key); }

 private:
  int& slot_of(std::string_view key) {
    std::size_t at = std::hash<std::string_view>{}(key) & (slots_.size() - 1);
    while (slots_[at] >= 0 && keys_[static_cast<std::size_t>(slots_[at])] != key) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  std::span<const std::string_view> keys_;
  std::vector<int> slots_;
};
}  // namespace

RowDiff row_diff(std::span<const std::string_view> before, std::span<const std::string_view> after) {
  RowDiff diff;
  if (std::ranges::equal(before, after)) {  // most refreshes of most lists
    diff.kept = static_cast<int>(after.size());
    diff.appended.resize(after.size());
    std::iota(diff.appended.begin(), diff.appended.end(), 0);
    return diff;
  }
  Places places(after);

  std::vector<int> gone;
  std::vector<bool> stays(after.size(), false);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const int place = places.find(before[i]);
    if (place < 0) {
      gone.push_back(static_cast<int>(i));
      continue;
    }
    stays[static_cast<std::size_t>(place)] = true;
    diff.kept_first.push_back(static_cast<int>(i));
    diff.appended.push_back(place);
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
