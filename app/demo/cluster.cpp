// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/cluster.h"

#include "app/demo/client.h"

// Must come after rdkafka.h.
#include <librdkafka/rdkafka_mock.h>

namespace tidemark::demo {
namespace {
constexpr int brokers = 3;
struct DestroyCluster {
  void operator()(rd_kafka_mock_cluster_t* cluster) const { rd_kafka_mock_cluster_destroy(cluster); }
};
}  // namespace

struct DemoCluster::Handles {
  Client client;  // destroyed last: the cluster lives in it
  std::unique_ptr<rd_kafka_mock_cluster_t, DestroyCluster> cluster;
};

DemoCluster::DemoCluster(std::unique_ptr<Handles> handles, std::string bootstrap)
    : handles_(std::move(handles)), bootstrap_(std::move(bootstrap)) {}
DemoCluster::~DemoCluster() = default;

Result<std::unique_ptr<DemoCluster>> DemoCluster::start(const std::vector<DemoTopic>& topics) {
  auto handles = std::make_unique<Handles>();
  TM_TRY(handles->client, make_client(RD_KAFKA_PRODUCER, {}));
  handles->cluster.reset(rd_kafka_mock_cluster_new(handles->client.get(), brokers));
  if (!handles->cluster) return fail(ErrorCode::internal, "the built-in cluster did not start", "demo");
  for (const DemoTopic& topic : topics)
    if (const auto error =
            rd_kafka_mock_topic_create(handles->cluster.get(), topic.topic.value().c_str(), topic.partitions, brokers))
      return fail(ErrorCode::internal, rd_kafka_err2str(error), "demo topic " + topic.topic.value());
  std::string bootstrap = rd_kafka_mock_cluster_bootstraps(handles->cluster.get());
  return std::unique_ptr<DemoCluster>(new DemoCluster(std::move(handles), std::move(bootstrap)));
}

}  // namespace tidemark::demo
