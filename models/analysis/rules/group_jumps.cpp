// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/group_jumps.h"

#include <algorithm>

namespace tidemark {

std::vector<PartitionJump> group_jumps(const PathCase& of) {
  const Snapshot& snapshot = of.file->snapshot;
  std::vector<PartitionJump> out;
  for (const PartitionCase& partition : of.partitions) {
    const std::size_t first = out.size();
    for (const std::size_t i : snapshot.find(partition.keys().committed)) {
      const std::size_t others = out.size();  // what this lane saw is not told by itself
      for (const Jump& jump : offset_jumps(snapshot, snapshot.columns[i])) {
        const bool told =
            std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first),
                        out.begin() + static_cast<std::ptrdiff_t>(others), [&](const PartitionJump& other) {
                          return other.jump.after == jump.after && other.jump.lo < jump.hi && jump.lo < other.jump.hi;
                        });
        if (!told && jump.hi <= of.file->at) out.push_back({partition.id(), jump});
      }
    }
  }
  std::ranges::stable_sort(out, {}, [](const PartitionJump& one) { return one.jump.hi; });
  return out;
}

}  // namespace tidemark
