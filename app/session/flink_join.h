// SPDX-License-Identifier: GPL-3.0-or-later
// FlinkJoin: finds the marks of tables that a Flink job writes and notes checkpoints in: asks the Flinks of the profile
// which checkpoint that job has completed last, and the cluster what its group has committed. Tables of others are left
// to another join. Thread rule: one thread.
#pragma once

#include <map>
#include <memory>

#include "collectors/kafka/group_offsets.h"
#include "collectors/processors/flink_api.h"
#include "collectors/tables/checkpoint_marks.h"

namespace tidemark {

class FlinkJoin final : public MarkJoin {
 public:
  // `secrets` must outlive the join; `others` may be null.
  FlinkJoin(ClusterProfile cluster, std::vector<ProcessorProfile> flinks, const SecretResolver& secrets,
            std::shared_ptr<MarkJoin> others);
  ~FlinkJoin() override;
  TableMarks join(const TableView& table) override;

 private:
  Known<SourceOffsets> committed(const TableView& table);
  Known<std::int64_t> completed(const std::string& job, const TableView& table, PollCost& cost);

  const ClusterProfile cluster_;
  const std::vector<ProcessorProfile> flinks_;
  const SecretResolver& secrets_;
  const std::shared_ptr<MarkJoin> others_;
  std::unique_ptr<GroupOffsets> groups_;
  std::map<std::string, flink::FlinkApi> apis_;  // by the profile's name
  std::map<TableName, CheckpointMarks> tables_;
};

}  // namespace tidemark
