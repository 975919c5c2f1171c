// SPDX-License-Identifier: GPL-3.0-or-later
// R30: the group's offset rose faster than it can have read.
#include <algorithm>

#include "models/analysis/rules/group_jumps.h"

namespace tidemark {
namespace {
// A reader that commits without being a member is Empty all the time, and no offset of it was set by hand.
constexpr std::int64_t most_by_hand = 3;
}  // namespace

std::vector<Found> skipped_ahead(const PathCase& of) {
  std::map<TopicPartition, std::vector<Jump>> leaps;
  for (const PartitionJump& one : group_jumps(of)) {
    // A job writes where it is, and reads nothing of what others write there.
    const bool by_job = of.job_ran_at(one.jump.lo) || of.job_ran_at(one.jump.hi);
    if (!one.jump.back() && !by_job) leaps[one.partition].push_back(one.jump);
  }
  std::erase_if(leaps, [](const auto& leap) { return std::ssize(leap.second) > most_by_hand; });
  if (leaps.empty()) return {};
  std::int64_t records = 0;
  std::vector<TopicPartition> partitions;
  LocalTime first = LocalTime::max();
  for (const auto& [partition, jumps] : leaps) {
    partitions.push_back(partition);
    for (const Jump& jump : jumps) {
      records += jump.after - jump.before;
      first = std::min(first, jump.hi);
    }
  }
  Found found{.finding = {.severity = Severity::warn, .object = of.object()}, .since = first};
  found.finding.params = {{"records", records}, {"since", first}, {"where", partitions_text(partitions)}};
  found.present = {"group offset leapt"};
  found.measured = {{"offsets", records}, {"partitions", std::ssize(partitions)}};
  return {found};
}

}  // namespace tidemark
