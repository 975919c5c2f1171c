// SPDX-License-Identifier: GPL-3.0-or-later
// Where is the record with this key? The hash of the key names the partition, if the producer used a known partitioner:
// Java's default (murmur2), librdkafka's (CRC32) and Sarama's (FNV-1a) are tried in this order. Of the partition, the
// records around a time are read, at most 200,000 in 20 s; nothing is kept but offsets and times.
// Thread rule: one thread. Errors: those of RecordReader, `no_data` where no record has the key.
#pragma once

#include <string>
#include <vector>

#include "collectors/kafka/record_reader.h"

namespace tidemark {

struct KeyQuestion {
  TopicName topic;
  std::string key;
  BrokerTime around;
  Millis within = std::chrono::minutes(5);
  std::optional<PartitionId> partition;  // else by the hash of the key
};

struct KeyAnswer {
  TopicPartition partition;
  std::int64_t offset = 0;
  BrokerTime time;  // of the record
  bool append_time = false;
  bool deletes = false;      // the record deletes its key
  std::string partitioner;   // "murmur2", "crc32", "fnv1a"; empty: the partition was given
  std::int64_t matches = 0;  // records with the key in what was read; the nearest to the time is told
  std::int64_t read = 0;     // records
  bool whole = true;         // all of the time was read
};
Result<KeyAnswer> find_key(RecordReader& reader, const KeyQuestion& question, const std::stop_token& stop);

// The partition that a partitioner gives a key.
struct KeyPlace {
  std::string partitioner;
  PartitionId partition;
};
// Each partition once.
std::vector<KeyPlace> key_places(const std::string& key, std::int32_t partitions);

}  // namespace tidemark
