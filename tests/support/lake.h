// SPDX-License-Identifier: GPL-3.0-or-later
// A small lake, told for tests of tables, connectors and paths: topic "orders" with two partitions whose table stops
// landing at poll 30 with 900 and 100 offsets read and not landed, a topic "clicks" that only a group reads, and a
// table of which nothing is known but its name.
#pragma once

#include "tests/support/told.h"

namespace tidemark::test {

inline std::string lake_commit(int poll, int id, const std::string& parent, const std::string& ranges,
                               const std::string& more = "") {
  return R"({"table": "lake.orders", "poll": )" + std::to_string(poll) + R"(, "snapshot_id": )" + std::to_string(id) +
         R"(, "parent_id": )" + parent + R"(, "operation": "append", "commit_id": "c)" + std::to_string(id) +
         R"(", "ranges": [)" + ranges + "]" + more + "}";
}

// The task fails at poll `failed`; -1: never.
inline std::shared_ptr<const Snapshot> small_lake(int polls, int failed, const std::string& more = "",
                                                  const std::string& profile = "") {
  const auto partition = [](int p, const char* rates) {
    return mark("floor", "orders", p, R"("start": 0)") + ", " +
           mark("high", "orders", p, std::string(R"("start": 1000, "rates": )") + rates) + ", " +
           mark("stable", "orders", p, R"("follow": "high")") + ", " +
           group("connect-k", "orders", p, R"("follow": "high")");
  };
  std::string states = R"("states": [{"object": "group:connect-k", "poll": 0, "state": "Stable"},
    {"object": "connector:k", "poll": 0, "state": "RUNNING"}, {"object": "task:k/0", "poll": 0, "state": "RUNNING"},
    {"object": "task:k/1", "poll": 0, "state": "RUNNING"})";
  if (failed >= 0)
    states += R"(, {"object": "task:k/0", "poll": )" + std::to_string(failed) +
              R"(, "state": "FAILED", "detail": "CommitFailedException: 503\nat line two"})";
  states += "]";
  const std::string commits =
      R"("commits": [)" + lake_commit(10, 1, "null", R"(["orders", 0, 1000, 1600], ["orders", 1, 1000, 1200])") + ", " +
      lake_commit(20, 2, "1", R"(["orders", 0, 1600, 1900], ["orders", 1, 1200, 1400])",
                  R"(, "added_records": 500, "partial": true)") +
      more + "]";
  return told(polls, R"("series": [)" + partition(0, "[[0, 0], [1, 10], [10, 0], [30, 9], [40, 0]]") + ", " +
                         partition(1, "[[0, 0], [1, 4], [11, 0], [30, 1], [40, 0]]") + ", " +
                         mark("floor", "clicks", 0, R"("start": 0)") + ", " +
                         mark("high", "clicks", 0, R"("start": 500, "rates": [[0, 10]])") + ", " +
                         mark("stable", "clicks", 0, R"("follow": "high")") + ", " +
                         group("web", "clicks", 0, R"("follow": "high", "rates": [[5, 0]])") +
                         R"(], "tables": [{"table": "lake.orders", "format": "iceberg", "writer": "iceberg-connect",
                     "adapter": "a", "group": "connect-k", "interval_ms": 60000, "timeout_ms": 30000},
                    {"table": "lake.silent", "format": "iceberg", "writer": "other", "adapter": "f"}], )" +
                         states + ", " + commits + profile);
}

}  // namespace tidemark::test
