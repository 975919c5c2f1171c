// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/view.h"

#include <algorithm>

#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
std::string key_of(const ClusterName& cluster, const TopicPartition& partition) {
  return joined({cluster.value(), partition.topic.value(), std::to_string(partition.partition.value())});
}
}  // namespace

RunRows run_rows(std::vector<LineageRun> runs) {
  RunRows out;
  std::ranges::stable_sort(runs, std::ranges::greater(), &LineageRun::at);
  for (LineageRun& run : runs) {
    std::string text = lower(run.run_id + ' ' + run.model + ' ' + run.model_version + ' ' + run.embedding_version);
    out.push_back({{run.run_id, std::move(text), std::move(run)}, {}});
  }
  return out;
}

SeenRows seen_rows(const Snapshot& snapshot, LocalTime at, const SeenData& data) {
  SeenRows out;
  for (const SeenInput& input : data.inputs) {
    const std::string name = input.input.table.empty() ? input.input.topic : input.input.table;
    auto& branch = out.emplace_back(Branch<SeenInput, SeenLine>{
        {joined({input.cluster.value(), name, std::to_string(out.size())}), lower(name), input}, {}});
    branch.parent.row.spans.clear();
    for (const SeenSpan& span : input.spans)
      branch.children.push_back({key_of(input.cluster, span.partition) + '\n' + std::to_string(span.offsets.from),
                                 lower(span.partition.topic.value()),
                                 {span, schema_ids(snapshot, at, input.cluster, span)}});
  }
  drop_doubles(out);
  return out;
}

DiffRows diff_rows(const RunDiff& diff) {
  DiffRows out;
  for (const PartitionDiff& one : diff.partitions)
    out.push_back({{key_of(one.cluster, one.partition), lower(one.partition.topic.value()), one}, {}});
  return out;
}

}  // namespace tidemark
