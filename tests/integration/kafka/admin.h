// SPDX-License-Identifier: GPL-3.0-or-later
// Admin: a client of the tests' own that makes and ends topics and groups on a real cluster.
// Thread rule: one thread. Throws when a call fails.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct rd_kafka_s;

namespace tidemark::testing {

class Admin final {
 public:
  explicit Admin(const std::string& bootstrap);
  ~Admin();
  Admin(const Admin&) = delete;
  Admin& operator=(const Admin&) = delete;

  void create_topics(const std::vector<std::string>& topics, int partitions) const;
  void delete_topics(const std::vector<std::string>& topics) const;
  void commit(const std::string& group, const std::string& topic, int partition, std::int64_t offset) const;
  void delete_groups(const std::vector<std::string>& names, const std::string& prefix) const;

 private:
  int try_commit(const std::string& group, const std::string& topic, int partition, std::int64_t offset) const;
  rd_kafka_s* client_;
};

}  // namespace tidemark::testing
