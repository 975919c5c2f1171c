// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/facts.h"

#include <algorithm>

#include "models/analysis/review/fact_words.h"
#include "models/analysis/scope.h"

namespace tidemark {

bool in_scope_of(const LineageRun& run, const Filter& filter) {
  if (filter.table.empty() && filter.topic.empty()) return true;
  return std::ranges::any_of(run.inputs, [&](const RunInput& input) {
    if (input.table.empty()) return !filter.topic.empty() && in_scope(filter.topic, input.topic);
    return !filter.table.empty() && in_scope(filter.table, input.table);
  });
}

Facts lineage_facts(const std::vector<SeenData>& runs) {
  const auto as = [&](std::string_view word) {
    return std::int64_t{std::ranges::count(runs, word, &SeenData::completeness)};
  };
  Facts out;
  put_fact(out, "lineage:runs", "runs", std::ssize(runs));
  put_fact(out, "lineage:runs", "exact", as("exact"));
  put_fact(out, "lineage:runs", "bounded", as("bounded"));
  return out;
}

}  // namespace tidemark
