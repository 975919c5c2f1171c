// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lineage.h"

#include <algorithm>

namespace tidemark {
namespace {
bool is_same(const RunInput& a, const RunInput& b) {
  return a.cluster == b.cluster && a.table == b.table && a.topic == b.topic;
}

bool says_more(const RunInput& input) { return !input.snapshot_id.empty() || input.as_of || !input.ranges.empty(); }
}  // namespace

void add_to(LineageRun& run, const LineageRun& later) {
  const auto take = [&](std::string LineageRun::* field) {
    if (!(later.*field).empty()) run.*field = later.*field;
  };
  for (const auto& [name, field] : run_texts) take(field);
  for (const auto field : {&LineageRun::author, &LineageRun::uuid, &LineageRun::hash}) take(field);
  for (const auto& [name, field] : run_times)
    if (later.*field) run.*field = later.*field;
  if (!later.schema_ids.empty()) run.schema_ids = later.schema_ids;
  if (!later.source_snapshots.empty()) run.source_snapshots = later.source_snapshots;
  for (const RunInput& input : later.inputs) {
    const auto known = std::ranges::find_if(run.inputs, [&](const RunInput& one) { return is_same(one, input); });
    if (known == run.inputs.end())
      run.inputs.push_back(input);
    else if (says_more(input))
      *known = input;
  }
  if (run.told_by.empty())
    run.told_by = later.told_by;
  else if (!later.told_by.empty() && later.told_by != run.told_by)
    run.told_by = "several";
  for (const std::string& event : later.events)
    if (std::ranges::find(run.events, event) == run.events.end()) run.events.push_back(event);
  run.at = later.at;
}

}  // namespace tidemark
