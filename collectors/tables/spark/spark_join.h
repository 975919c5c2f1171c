// SPDX-License-Identifier: GPL-3.0-or-later
// SparkJoin: finds the marks of tables that Spark's structured streaming writes, from the checkpoint folders that the
// profile names for them; other tables are left to another join. Thread rule: one thread.
#pragma once

#include <map>
#include <memory>

#include "collectors/tables/marks.h"
#include "collectors/tables/spark/checkpoint_folder.h"

namespace tidemark::spark {

class SparkJoin final : public MarkJoin {
 public:
  // Folders by table; one without a name is that of all other tables. `others` may be null.
  SparkJoin(std::map<TableName, std::unique_ptr<ObjectStore>> folders, std::shared_ptr<MarkJoin> others);
  TableMarks join(const TableView& table) override;

 private:
  std::map<TableName, CheckpointFolder> folders_;
  std::map<TableName, Checkpoint> known_;
  const std::shared_ptr<MarkJoin> others_;
};

// For the tables of a catalog; `others` itself where no folder is named. Errors: as open_store().
Result<std::shared_ptr<MarkJoin>> open_spark_join(const CatalogProfile& profile,
                                                  const std::vector<PipelineProfile>& pipelines,
                                                  const SecretResolver& secrets, std::shared_ptr<MarkJoin> others);

}  // namespace tidemark::spark
