// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/metric_branches.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
using MetricBranch = Branch<MetricGroup, MetricLine>;
using Place = std::pair<ClusterName, std::string>;

MetricBranch branch_of(const MetricSource& source, bool matched) {
  MetricBranch branch;
  branch.parent.key = joined({source.cluster.value(), source.source, matched ? "matched" : "unmatched"});
  branch.parent.text = lower(source.source);
  branch.parent.row.source = source;
  branch.parent.row.matched = matched;
  return branch;
}

void add(MetricBranch& branch, MetricRow row, bool matched) {
  if (matched && !row.value) ++branch.parent.row.unknown;
  const std::string& signal = row.signal.value();
  const std::string& object = row.object.value();
  std::string key = matched ? joined({signal, object}) : joined({signal, row.layer});
  std::string text = lower(joined({row.source, signal, object, row.layer, or_empty(row.preset), or_empty(row.metric)}));
  branch.children.push_back({std::move(key), std::move(text), {std::move(row), matched}});
}

std::int64_t signals_in(const MetricBranch& branch) {
  std::set<std::string_view> found;
  for (const auto& child : branch.children) found.insert(child.row.row.signal.value());
  return static_cast<std::int64_t>(found.size());
}
}  // namespace

std::size_t Metrics::values() const {
  std::size_t out = 0;
  for (const MetricBranch& branch : rows)
    if (branch.parent.row.matched) out += branch.children.size();
  return out;
}

MetricChoice choice_of(const MetricRow& row) { return {row.source, row.cluster, row.signal, row.object}; }

Metrics metrics_of(std::vector<MetricRow> rows, const std::vector<UnmatchedSignal>& unmatched,
                   std::vector<MetricSource> sources, LocalTime at) {
  Metrics out{at, {}};
  std::map<Place, std::size_t> place;
  std::set<ClusterName> clusters;
  for (const MetricSource& source : sources) {
    place[{source.cluster, source.source}] = out.rows.size();
    clusters.insert(source.cluster);
    out.rows.push_back(branch_of(source, true));
  }
  for (MetricRow& row : rows)
    if (const auto found = place.find({row.cluster, row.source}); found != place.end())
      add(out.rows[found->second], std::move(row), true);
  std::map<Place, MetricBranch> apart;
  for (const UnmatchedSignal& one : unmatched) {
    const auto found = place.find({one.cluster, one.source});
    if (found == place.end()) continue;
    const auto [branch, fresh] = apart.try_emplace({one.cluster, one.source});
    if (fresh) branch->second = branch_of(sources[found->second], false);
    MetricRow row{.source = one.source, .cluster = one.cluster, .signal = Signal(one.signal), .layer = one.layer};
    row.value = Reason::not_applicable;
    row.at = Reason::not_applicable;
    add(branch->second, std::move(row), false);
  }
  for (auto& [of, branch] : apart) out.rows.push_back(std::move(branch));
  for (MetricBranch& branch : out.rows) {
    branch.parent.row.signal_count = signals_in(branch);
    branch.parent.row.one_of_many = clusters.size() > 1;
  }
  drop_doubles(out.rows);
  return out;
}

namespace {
bool fits(const MetricChoice& wanted, const MetricRow& row) {
  const auto same = [](const std::string& a, const std::string& b) { return a.empty() || a == b; };
  return same(wanted.source, row.source) && same(wanted.cluster.value(), row.cluster.value()) &&
         same(wanted.signal.value(), row.signal.value()) && same(wanted.object.value(), row.object.value());
}
}  // namespace

const MetricRow* find_metric(const Metrics& metrics, const std::optional<MetricChoice>& wanted) {
  const MetricRow* first = nullptr;
  const MetricRow* known = nullptr;
  for (const MetricBranch& branch : metrics.rows)
    for (const auto& child : branch.children) {
      const MetricRow& row = child.row.row;
      if (!child.row.matched) continue;
      if (wanted && fits(*wanted, row)) return &row;
      if (!first) first = &row;
      if (!known && row.value) known = &row;
    }
  return known ? known : first;
}

}  // namespace tidemark
