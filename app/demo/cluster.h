// SPDX-License-Identifier: GPL-3.0-or-later
// DemoCluster: librdkafka's built-in cluster of three brokers on loopback, with the demo's topics. It keeps records in
// memory, lists no groups and looks up no times; other clients reach it over TCP like any cluster.
// Thread rule: one thread; control calls may block for a second.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/result.h"

namespace tidemark::demo {

struct DemoTopic {
  TopicName topic;
  int partitions = 0;
};

class DemoCluster final {
 public:
  static Result<std::unique_ptr<DemoCluster>> start(const std::vector<DemoTopic>& topics);
  ~DemoCluster();
  DemoCluster(const DemoCluster&) = delete;
  DemoCluster& operator=(const DemoCluster&) = delete;

  const std::string& bootstrap() const { return bootstrap_; }

 private:
  struct Handles;
  DemoCluster(std::unique_ptr<Handles> handles, std::string bootstrap);
  std::unique_ptr<Handles> handles_;
  std::string bootstrap_;
};

}  // namespace tidemark::demo
