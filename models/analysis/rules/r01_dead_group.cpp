// SPDX-License-Identifier: GPL-3.0-or-later
// R01: the group has nobody, and records wait for it.
#include <algorithm>

#include "models/analysis/rules/rule.h"

namespace tidemark {
namespace {
// Nothing of it was committed in w, so that its gap grows as fast as records come.
bool left_alone(const PartitionCase& partition) { return partition.waits() && partition.flat(); }
}  // namespace

std::vector<Found> dead_group(const PathCase& of) {
  if (!of.members || !of.members->state) return {};
  const std::string& state = *of.members->state;  // Dead of a group that nothing can describe is not known here
  if ((state != "Empty" && state != "Dead") || of.job_runs()) return {};
  const auto partitions = std::ranges::count_if(of.partitions, left_alone);
  if (partitions == 0) return {};
  Found found{.finding = {.severity = of.unread_grows_long() ? Severity::error : Severity::warn,
                          .object = object::group(of.group)},
              .since = of.members->state_since};
  const StateSpan* job = of.job();
  if (job) found.since = job->from_lo ? Known<LocalTime>(job->from_hi) : Known<LocalTime>(Reason::no_history);
  found.finding.params = {{"state", state}, {"records", of.unread()}, {"partitions", partitions}};
  if (found.since)
    found.finding.params.emplace("since", *found.since);
  else
    found.variant = "long";
  found.present = {"group " + state, "gap grows as fast as is produced"};
  if (job) found.present.push_back("job " + *job->value);
  found.measured = {{"unread", of.unread()}, {"produce_rate", of.produce_rate()}};
  return {found};
}

}  // namespace tidemark
