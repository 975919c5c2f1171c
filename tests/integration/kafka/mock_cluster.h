// SPDX-License-Identifier: GPL-3.0-or-later
// MockCluster: librdkafka's built-in cluster, reached over TCP like any other, with what tests need to fill and break
// it. Thread rule: one thread. Its control calls can block a second each, so tests make few topics.
#pragma once

#include <librdkafka/rdkafka.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

// Must come after rdkafka.h.
#include <librdkafka/rdkafka_mock.h>

namespace tidemark::testing {

class MockCluster final {
 public:
  explicit MockCluster(int brokers = 3);
  ~MockCluster();
  MockCluster(const MockCluster&) = delete;
  MockCluster& operator=(const MockCluster&) = delete;

  std::string bootstrap() const;
  void create_topic(const std::string& topic, int partitions);
  void set_leader(const std::string& topic, int partition, int broker);  // -1: none
  void broker_down(int broker);
  void broker_up(int broker);
  void set_rtt(int broker, int ms);
  // The next answers to a kind of request fail with these errors.
  void fail_requests(std::int16_t api, std::initializer_list<rd_kafka_resp_err_t> errors);
  void produce(const std::string& topic, int partition, int records);
  void produce_record(const std::string& topic, int partition, const std::string& key, const std::string& value,
                      int records = 1);
  // One record with a key; of the time `at` (ms) where that is not 0.
  void produce_key(const std::string& topic, int partition, const std::string& key, std::int64_t at = 0);
  // One record with headers, of the time `at` (ms).
  using Headers = std::initializer_list<std::pair<const char*, std::string_view>>;
  void produce_headers(const std::string& topic, int partition, Headers headers, std::int64_t at);
  void commit(const std::string& group, const std::string& topic, int partition, std::int64_t offset);

 private:
  rd_kafka_t* client_ = nullptr;  // owns the cluster
  rd_kafka_t* producer_ = nullptr;
  rd_kafka_mock_cluster_t* cluster_ = nullptr;
};

inline constexpr std::int16_t api_list_offsets = 2;
inline constexpr std::int16_t api_metadata = 3;
inline constexpr std::int16_t api_offset_fetch = 9;

}  // namespace tidemark::testing
