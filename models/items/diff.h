// SPDX-License-Identifier: GPL-3.0-or-later
// RowDiff: how a list of rows becomes another in at most four steps that a view can follow without losing selection,
// scroll or cursor, however many rows change: (1) move what goes to the end, (2) remove the end, (3) append what comes,
// (4) move everything to its place. Keys are unique within each list.
//   old  A B C D     (1) A C D B   (2) A C D   (3) A C D E   (4) C E A D
//   new  C E A D
// Pure function, O(n); any thread.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace tidemark {

struct RowDiff {
  std::vector<int> kept_first;  // step 1: at each position the old row that comes there; empty: nothing moves
  int kept = 0;                 // rows that stay
  std::vector<int> appended;    // after step 3: at each position the row of the new list
  std::vector<int>
      final_order;  // step 4: at each position the row of `appended` that comes there; empty: nothing moves
};

RowDiff row_diff(std::span<const std::string_view> before, std::span<const std::string_view> after);

}  // namespace tidemark
