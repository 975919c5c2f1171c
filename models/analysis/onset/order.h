// SPDX-License-Identifier: GPL-3.0-or-later
// Order: which onsets are proven to come before which. Each lies in an interval (lo, hi]; A is before B only where
// A.hi < B.lo. Onsets whose intervals overlap, directly or by way of others, share a rank: a smaller rank is a proof,
// an equal one says nothing of time. Within a rank what is proven stays in order, the rest stands as the data flow.
// Room-internal. Thread rule: none, pure functions.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "models/domain/time.h"

namespace tidemark {

struct OrderKey {
  LocalTime lo;
  LocalTime hi;
  int place = 0;     // along the path of the data
  std::string name;  // settles what nothing else does
};

struct Ranked {
  std::size_t index = 0;  // into the keys
  std::size_t rank = 1;   // 1, 2, … without holes
  bool tied = false;      // others share the rank: its place is by topology
  bool first = false;     // nothing is proven to be before it
};

// In the order in which they are shown; the same for every order of the keys.
std::vector<Ranked> order_of(const std::vector<OrderKey>& keys);

}  // namespace tidemark
