// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/group_jumps.h"

#include <algorithm>

namespace tidemark {

std::vector<PartitionJump> group_jumps(const PathCase& of) {
  const Snapshot& snapshot = of.file->snapshot;
  std::vector<PartitionJump> out;
  for (const PartitionCase& partition : of.partitions)
    for (const std::size_t i : snapshot.find(partition.keys().committed))
      for (const Jump& jump : offset_jumps(snapshot, snapshot.columns[i])) {
        const bool told = std::ranges::any_of(out, [&](const PartitionJump& other) {
          return other.partition == partition.id() && other.jump.after == jump.after && other.jump.lo < jump.hi &&
                 jump.lo < other.jump.hi;
        });
        if (!told && jump.hi <= of.file->at) out.push_back({partition.id(), jump});
      }
  std::ranges::stable_sort(out, {}, [](const PartitionJump& one) { return one.jump.hi; });
  return out;
}

}  // namespace tidemark
