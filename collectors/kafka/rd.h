// SPDX-License-Identifier: GPL-3.0-or-later
// Owners of librdkafka's objects. Only for .cpp files of this room.
// Thread rule: as the library says of each object.
#pragma once

#include <librdkafka/rdkafka.h>

#include <memory>

namespace tidemark::rd {

template <auto destroy>
struct Deleter {
  template <class T>
  void operator()(T* pointer) const {
    destroy(pointer);
  }
};
template <class T, auto destroy>
using Owner = std::unique_ptr<T, Deleter<destroy>>;

using Conf = Owner<rd_kafka_conf_t, rd_kafka_conf_destroy>;
using Metadata = Owner<const rd_kafka_metadata_t, rd_kafka_metadata_destroy>;
using Partitions = Owner<rd_kafka_topic_partition_list_t, rd_kafka_topic_partition_list_destroy>;
using Topic = Owner<rd_kafka_topic_t, rd_kafka_topic_destroy>;
using Queue = Owner<rd_kafka_queue_t, rd_kafka_queue_destroy>;
using Event = Owner<rd_kafka_event_t, rd_kafka_event_destroy>;
using AdminOptions = Owner<rd_kafka_AdminOptions_t, rd_kafka_AdminOptions_destroy>;
using GroupOffsets = Owner<rd_kafka_ListConsumerGroupOffsets_t, rd_kafka_ListConsumerGroupOffsets_destroy>;
using GroupList = Owner<const rd_kafka_group_list, rd_kafka_group_list_destroy>;
using Resource = Owner<rd_kafka_ConfigResource_t, rd_kafka_ConfigResource_destroy>;

inline AdminOptions admin_options(rd_kafka_t* rk, rd_kafka_admin_op_t op, int timeout_ms) {
  AdminOptions options(rd_kafka_AdminOptions_new(rk, op));
  char error[128] = "";
  rd_kafka_AdminOptions_set_request_timeout(options.get(), timeout_ms, error, sizeof error);
  return options;
}

}  // namespace tidemark::rd
