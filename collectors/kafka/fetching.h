// SPDX-License-Identifier: GPL-3.0-or-later
// Fetching: one partition being read into a queue from an offset on; ends with the object. Joins and commits nothing.
// Room-internal. Thread rule: one thread. The handle and the queue must outlive it.
#pragma once

#include "collectors/kafka/handle.h"
#include "collectors/kafka/rd.h"
#include "models/domain/ids.h"

namespace tidemark {

class Fetching final {
 public:
  Fetching(const Handle& handle, const TopicPartition& partition, std::int64_t from, rd_kafka_queue_t* queue)
      : topic_(rd_kafka_topic_new(handle.get(), partition.topic.value().c_str(), nullptr)),
        partition_(partition.partition.value()),
        started_(topic_ && rd_kafka_consume_start_queue(topic_.get(), partition_, from, queue) == 0) {}
  ~Fetching() {
    if (started_) rd_kafka_consume_stop(topic_.get(), partition_);
  }
  Fetching(const Fetching&) = delete;
  Fetching& operator=(const Fetching&) = delete;

 private:
  rd::Topic topic_;
  std::int32_t partition_;
  bool started_;
};

using FetchedMessage = rd::Owner<rd_kafka_message_t, rd_kafka_message_destroy>;

}  // namespace tidemark
