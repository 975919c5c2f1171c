// SPDX-License-Identifier: GPL-3.0-or-later
// DemoPipeline: the demo's cluster with real producers and consumers that go on where the recorded history ends.
// Thread rule: one thread.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "app/demo/cluster.h"
#include "app/demo/consumer.h"
#include "app/demo/producer.h"
#include "collectors/story/story.h"

namespace tidemark::demo {

// Where the history ends: the high mark of every partition, and every group's offset.
struct Marks {
  ClusterName cluster;
  std::map<TopicPartition, Offset> high;
  std::map<GroupId, std::map<TopicPartition, Offset>> groups;
};
Marks last_marks(const std::vector<story::StoryEnd>& ends);

class DemoPipeline final {
 public:
  // Starts the cluster, produces up to the marks and lets everything run.
  static Result<std::unique_ptr<DemoPipeline>> start(const Marks& marks, const Clock& clock, std::stop_token stop);

  const std::string& bootstrap() const { return cluster_->bootstrap(); }
  std::vector<std::string> groups() const;
  void burst();  // clicks come eight times as fast for a few seconds; search-index catches up by itself
  void stall();  // billing stops reading orders and stays a member

 private:
  DemoPipeline() = default;
  std::unique_ptr<DemoCluster> cluster_;
  std::unique_ptr<DemoProducer> producer_;
  std::map<GroupId, std::unique_ptr<DemoConsumer>> consumers_;
};

}  // namespace tidemark::demo
