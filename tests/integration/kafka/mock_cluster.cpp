// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/kafka/mock_cluster.h"

#include <stdexcept>
#include <vector>

#include "collectors/kafka/rd.h"

namespace tidemark::testing {
namespace {
void check(rd_kafka_resp_err_t error, const char* what) {
  if (error != RD_KAFKA_RESP_ERR_NO_ERROR) throw std::runtime_error(std::string(what) + ": " + rd_kafka_err2str(error));
}

rd_kafka_t* new_client(rd_kafka_type_t type, const std::string& bootstrap) {
  rd::Conf conf(rd_kafka_conf_new());
  char error[256] = "";
  rd_kafka_conf_set(conf.get(), "bootstrap.servers", bootstrap.c_str(), error, sizeof error);
  rd_kafka_conf_set(conf.get(), "linger.ms", "0", error, sizeof error);
  rd_kafka_conf_set(conf.get(), "log_level", "0", error, sizeof error);
  rd_kafka_t* client = rd_kafka_new(type, conf.get(), error, sizeof error);
  if (client == nullptr) throw std::runtime_error(error);
  static_cast<void>(conf.release());
  return client;
}
}  // namespace

MockCluster::MockCluster(int brokers) {
  rd_kafka_t* owner = new_client(RD_KAFKA_PRODUCER, "127.0.0.1:1");
  cluster_ = rd_kafka_mock_cluster_new(owner, brokers);
  client_ = owner;
}

MockCluster::~MockCluster() {
  if (producer_ != nullptr) rd_kafka_destroy(producer_);
  rd_kafka_mock_cluster_destroy(cluster_);
  rd_kafka_destroy(client_);
}

std::string MockCluster::bootstrap() const { return rd_kafka_mock_cluster_bootstraps(cluster_); }

void MockCluster::create_topic(const std::string& topic, int partitions) {
  check(rd_kafka_mock_topic_create(cluster_, topic.c_str(), partitions, 3), "create topic");
}

void MockCluster::set_leader(const std::string& topic, int partition, int broker) {
  check(rd_kafka_mock_partition_set_leader(cluster_, topic.c_str(), partition, broker), "set leader");
}

void MockCluster::broker_down(int broker) { check(rd_kafka_mock_broker_set_down(cluster_, broker), "broker down"); }
void MockCluster::broker_up(int broker) { check(rd_kafka_mock_broker_set_up(cluster_, broker), "broker up"); }
void MockCluster::set_rtt(int broker, int ms) { check(rd_kafka_mock_broker_set_rtt(cluster_, broker, ms), "rtt"); }

void MockCluster::fail_requests(std::int16_t api, std::initializer_list<rd_kafka_resp_err_t> errors) {
  rd_kafka_mock_push_request_errors_array(cluster_, api, errors.size(), errors.begin());
}

void MockCluster::produce(const std::string& topic, int partition, int records) {
  if (producer_ == nullptr) producer_ = new_client(RD_KAFKA_PRODUCER, bootstrap());
  for (int i = 0; i < records; ++i)
    check(rd_kafka_producev(producer_, RD_KAFKA_V_TOPIC(topic.c_str()), RD_KAFKA_V_PARTITION(partition),
                            RD_KAFKA_V_VALUE(const_cast<char*>("v"), 1), RD_KAFKA_V_END),  // NOLINT: the macro's type
          "produce");
  check(rd_kafka_flush(producer_, 10'000), "flush");
}

void MockCluster::produce_record(const std::string& topic, int partition, const std::string& key,
                                 const std::string& value, int records) {
  if (producer_ == nullptr) producer_ = new_client(RD_KAFKA_PRODUCER, bootstrap());
  for (int i = 0; i < records; ++i)
    check(rd_kafka_producev(producer_, RD_KAFKA_V_TOPIC(topic.c_str()), RD_KAFKA_V_PARTITION(partition),
                            RD_KAFKA_V_KEY(const_cast<char*>(key.data()), key.size()),  // NOLINT: the macro's type
                            RD_KAFKA_V_VALUE(const_cast<char*>(value.data()), value.size()),  // NOLINT
                            RD_KAFKA_V_END),
          "produce");
  check(rd_kafka_flush(producer_, 10'000), "flush");
}

void MockCluster::produce_key(const std::string& topic, int partition, const std::string& key, std::int64_t at) {
  if (producer_ == nullptr) producer_ = new_client(RD_KAFKA_PRODUCER, bootstrap());
  check(rd_kafka_producev(producer_, RD_KAFKA_V_TOPIC(topic.c_str()), RD_KAFKA_V_PARTITION(partition),
                          RD_KAFKA_V_KEY(const_cast<char*>(key.data()), key.size()),  // NOLINT: the macro's type
                          RD_KAFKA_V_TIMESTAMP(at), RD_KAFKA_V_END),
        "produce");
  check(rd_kafka_flush(producer_, 10'000), "flush");
}

void MockCluster::produce_headers(const std::string& topic, int partition, Headers headers, std::int64_t at) {
  if (producer_ == nullptr) producer_ = new_client(RD_KAFKA_PRODUCER, bootstrap());
  rd_kafka_headers_t* list = rd_kafka_headers_new(headers.size());
  for (const auto& [name, value] : headers)
    rd_kafka_header_add(list, name, -1, value.data(), static_cast<ssize_t>(value.size()));
  check(rd_kafka_producev(producer_, RD_KAFKA_V_TOPIC(topic.c_str()), RD_KAFKA_V_PARTITION(partition),
                          RD_KAFKA_V_VALUE(const_cast<char*>("v"), 1),  // NOLINT: the macro's type
                          RD_KAFKA_V_TIMESTAMP(at), RD_KAFKA_V_HEADERS(list), RD_KAFKA_V_END),
        "produce");
  check(rd_kafka_flush(producer_, 10'000), "flush");
}

void MockCluster::commit(const std::string& group, const std::string& topic, int partition, std::int64_t offset) {
  if (producer_ == nullptr) producer_ = new_client(RD_KAFKA_PRODUCER, bootstrap());
  const rd::Partitions list(rd_kafka_topic_partition_list_new(1));
  rd_kafka_topic_partition_list_add(list.get(), topic.c_str(), partition)->offset = offset;
  rd_kafka_AlterConsumerGroupOffsets_t* query = rd_kafka_AlterConsumerGroupOffsets_new(group.c_str(), list.get());
  const rd::Queue queue(rd_kafka_queue_new(producer_));
  rd_kafka_AlterConsumerGroupOffsets(producer_, &query, 1, nullptr, queue.get());
  const rd::Event event(rd_kafka_queue_poll(queue.get(), 10'000));
  rd_kafka_AlterConsumerGroupOffsets_destroy(query);
  if (!event) throw std::runtime_error("commit: no answer");
  check(rd_kafka_event_error(event.get()), "commit");
}

}  // namespace tidemark::testing
