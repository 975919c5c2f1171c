// SPDX-License-Identifier: GPL-3.0-or-later
// ControlJoin: finds the marks of tables that the Iceberg sink for Kafka Connect writes: tails each control topic once,
// keeps its events by connector group, and joins them with a table's versions. Where a control topic cannot be read it
// says so, and the marks are unknown.
// Thread rule: one thread per ControlJoin. Offsets are next offsets.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>

#include "collectors/kafka/topic_tail.h"
#include "collectors/tables/control/control_log.h"
#include "collectors/tables/marks.h"

namespace tidemark {

class ControlJoin final : public MarkJoin {
 public:
  // `secrets` must outlive the join.
  ControlJoin(ClusterProfile cluster, const SecretResolver& secrets);
  ~ControlJoin() override;
  TableMarks join(const TableView& table) override;
  // Ends a read that is under way.
  void stop() { stop_.request_stop(); }

 private:
  struct Group;
  struct Topic;
  Topic& topic_of(const std::string& name);
  void read(Topic& topic);
  void read_new(Topic& topic, std::chrono::milliseconds within);
  void catch_up(Topic& topic, const ControlOffsets& next);
  void take(Topic& topic, const TailRecord& record);
  void read_coordinator(Topic& topic, Group& group, const std::string& name);

  const ClusterProfile cluster_;
  const SecretResolver& secrets_;
  std::stop_source stop_;
  std::map<std::string, Topic> topics_;
};

// The cluster that the control topics of a catalog's tables are in: the one it names, or the only one. Null where there
// is none.
const ClusterProfile* cluster_of(const CatalogProfile& catalog, const Profile& profile);
// The joins for them; null where there is no such cluster.
std::shared_ptr<MarkJoin> join_for(const CatalogProfile& catalog, const Profile& profile,
                                   const SecretResolver& secrets);

}  // namespace tidemark
