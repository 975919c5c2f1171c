// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/kafka/admin.h"

#include <chrono>
#include <stdexcept>
#include <thread>

#include "collectors/kafka/rd.h"

namespace tidemark::testing {
namespace {
constexpr int patience_ms = 20'000;

// Waits for the answer of a call that was sent to the queue.
void finish(rd_kafka_queue_t* queue, const char* what) {
  const rd::Event event(rd_kafka_queue_poll(queue, patience_ms));
  if (!event) throw std::runtime_error(std::string(what) + ": no answer");
  if (const auto error = rd_kafka_event_error(event.get()))
    throw std::runtime_error(std::string(what) + ": " + rd_kafka_err2str(error));
}
}  // namespace

Admin::Admin(const std::string& bootstrap) {
  rd::Conf conf(rd_kafka_conf_new());
  char error[256] = "";
  rd_kafka_conf_set(conf.get(), "bootstrap.servers", bootstrap.c_str(), error, sizeof error);
  rd_kafka_conf_set(conf.get(), "log_level", "0", error, sizeof error);
  client_ = rd_kafka_new(RD_KAFKA_PRODUCER, conf.get(), error, sizeof error);
  if (client_ == nullptr) throw std::runtime_error(error);
  static_cast<void>(conf.release());
}

Admin::~Admin() { rd_kafka_destroy(client_); }

void Admin::create_topics(const std::vector<std::string>& topics, int partitions) const {
  std::vector<rd_kafka_NewTopic_t*> list;
  char error[256] = "";
  for (const auto& topic : topics)
    list.push_back(rd_kafka_NewTopic_new(topic.c_str(), partitions, 1, error, sizeof error));
  const rd::Queue queue(rd_kafka_queue_new(client_));
  rd_kafka_CreateTopics(client_, list.data(), list.size(), nullptr, queue.get());
  rd_kafka_NewTopic_destroy_array(list.data(), list.size());
  finish(queue.get(), "create topics");
}

void Admin::delete_topics(const std::vector<std::string>& topics) const {
  std::vector<rd_kafka_DeleteTopic_t*> list;
  for (const auto& topic : topics) list.push_back(rd_kafka_DeleteTopic_new(topic.c_str()));
  const rd::Queue queue(rd_kafka_queue_new(client_));
  rd_kafka_DeleteTopics(client_, list.data(), list.size(), nullptr, queue.get());
  rd_kafka_DeleteTopic_destroy_array(list.data(), list.size());
  finish(queue.get(), "delete topics");
}

// The group's coordinator may hear of a topic a moment after the broker that made it.
void Admin::commit(const std::string& group, const std::string& topic, int partition, std::int64_t offset) const {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
  while (true) {
    const auto error = try_commit(group, topic, partition, offset);
    if (error == RD_KAFKA_RESP_ERR_NO_ERROR) return;
    if (error != RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART || std::chrono::steady_clock::now() > until)
      throw std::runtime_error("commit: " + std::string(rd_kafka_err2str(static_cast<rd_kafka_resp_err_t>(error))));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

int Admin::try_commit(const std::string& group, const std::string& topic, int partition, std::int64_t offset) const {
  const rd::Partitions list(rd_kafka_topic_partition_list_new(1));
  rd_kafka_topic_partition_list_add(list.get(), topic.c_str(), partition)->offset = offset;
  rd_kafka_AlterConsumerGroupOffsets_t* query = rd_kafka_AlterConsumerGroupOffsets_new(group.c_str(), list.get());
  const rd::Queue queue(rd_kafka_queue_new(client_));
  rd_kafka_AlterConsumerGroupOffsets(client_, &query, 1, nullptr, queue.get());
  rd_kafka_AlterConsumerGroupOffsets_destroy(query);
  const rd::Event event(rd_kafka_queue_poll(queue.get(), patience_ms));
  if (!event) throw std::runtime_error("commit: no answer");
  if (const auto error = rd_kafka_event_error(event.get())) return error;
  const auto* result = rd_kafka_event_AlterConsumerGroupOffsets_result(event.get());
  std::size_t count = 0;
  const auto* groups = rd_kafka_AlterConsumerGroupOffsets_result_groups(result, &count);
  if (const auto* error = rd_kafka_group_result_error(groups[0])) return rd_kafka_error_code(error);
  return rd_kafka_group_result_partitions(groups[0])->elems[0].err;
}

void Admin::delete_groups(const std::vector<std::string>& names, const std::string& prefix) const {
  std::vector<rd_kafka_DeleteGroup_t*> list;
  for (const auto& name : names) list.push_back(rd_kafka_DeleteGroup_new((prefix + name).c_str()));
  const rd::Queue queue(rd_kafka_queue_new(client_));
  rd_kafka_DeleteGroups(client_, list.data(), list.size(), nullptr, queue.get());
  rd_kafka_DeleteGroup_destroy_array(list.data(), list.size());
  finish(queue.get(), "delete groups");
}

}  // namespace tidemark::testing
