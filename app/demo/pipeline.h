// SPDX-License-Identifier: GPL-3.0-or-later
// DemoPipeline: the demo's cluster with real producers and consumers that go on where the recorded history ends, and a
// sink: its group, its table below a folder, and the Connect worker that vouches for it.
// Thread rule: one thread.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "app/demo/cluster.h"
#include "app/demo/connect_stub.h"
#include "app/demo/consumer.h"
#include "app/demo/lake.h"
#include "app/demo/producer.h"
#include "collectors/story/story.h"
#include "models/domain/profile.h"

namespace tidemark::demo {

// Where the history ends: the high mark of every partition, and every group's offset.
struct Marks {
  ClusterName cluster;
  std::map<TopicPartition, Offset> high;
  std::map<GroupId, Positions> groups;
  Positions table;                    // of the sink's table
  std::optional<TableCommit> commit;  // its last one
};
Marks last_marks(const story::Story& history);

class DemoPipeline final {
 public:
  // Starts the cluster, produces up to the marks and lets everything run. The table is made below `folder`.
  static Result<std::unique_ptr<DemoPipeline>> start(const Marks& marks, const std::string& folder, const Clock& clock,
                                                     std::stop_token stop);

  const std::string& bootstrap() const { return cluster_->bootstrap(); }
  // What a user would write of it: the built-in cluster lists no groups, so they are named.
  Profile profile() const;
  void burst();   // clicks come eight times as fast for a few seconds; search-index catches up by itself
  void stall();   // billing stops reading orders and stays a member
  void quiet();   // payments come to rest, so that what follows is a batch and nothing else
  void lie();     // the catalog refuses commits, then 10,000 payments come: the sink reads them all
  void repair();  // the catalog accepts again, payments go on

 private:
  DemoPipeline() = default;
  ClusterName name_;
  std::string folder_;
  std::unique_ptr<DemoCluster> cluster_;
  std::unique_ptr<DemoProducer> producer_;
  std::map<GroupId, std::unique_ptr<DemoConsumer>> consumers_;
  std::unique_ptr<ConnectStub> connect_;
  std::unique_ptr<DemoLake> lake_;  // ends first: it asks a consumer
};

}  // namespace tidemark::demo
