// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/spark/spark_join.h"

#include "collectors/tables/spark/landed.h"

namespace tidemark::spark {

SparkJoin::SparkJoin(std::map<TableName, std::unique_ptr<ObjectStore>> folders, std::shared_ptr<MarkJoin> others)
    : others_(std::move(others)) {
  for (auto& [table, store] : folders) folders_.emplace(table, std::move(store));
}

TableMarks SparkJoin::join(const TableView& table) {
  auto folder = folders_.find(table.table);
  if (folder == folders_.end()) folder = folders_.find(TableName());
  if (table.writer != "spark" || folder == folders_.end())
    return others_ == nullptr ? TableMarks() : others_->join(table);
  Checkpoint& known = known_[table.table];
  const PollCost cost = folder->second.read(
      known, [&](const std::string& query) { return batches_of(table.versions, query); }, table.stop);
  TableMarks marks = landed_marks(table.versions, known);
  marks.cost = cost;
  return marks;
}

Result<std::shared_ptr<MarkJoin>> open_spark_join(const CatalogProfile& profile,
                                                  const std::vector<PipelineProfile>& pipelines,
                                                  const SecretResolver& secrets, std::shared_ptr<MarkJoin> others) {
  std::map<TableName, std::string> paths;
  if (!profile.checkpoint.empty()) paths.emplace(TableName(), profile.checkpoint);
  for (const PipelineProfile& pipeline : pipelines)
    if (!pipeline.checkpoint.empty() && glob_list_match(profile.tables, pipeline.table))
      paths.emplace(TableName(pipeline.table), pipeline.checkpoint);
  if (paths.empty()) return others;
  std::map<TableName, std::unique_ptr<ObjectStore>> folders;
  for (const auto& [table, path] : paths) {
    CatalogProfile place = profile;
    place.path = path;
    TM_TRY(folders[table], open_store(place, secrets));
  }
  return std::make_shared<SparkJoin>(std::move(folders), std::move(others));
}

}  // namespace tidemark::spark
