// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/tables/tables.h"

namespace tidemark::testing {

void MadeTable::append(std::int64_t id, std::int64_t control) {
  append_with(id, control < 0 ? std::string()
                              : R"("kafka.connect.offsets.control-iceberg.connect-sink":"{\"0\":)" +
                                    std::to_string(control) + R"(}","kafka.connect.commit-id":"c)" +
                                    std::to_string(id) + R"(","kafka.connect.task-id":"sink-0","added-records":"500")");
}

void MadeTable::append_with(std::int64_t id, const std::string& summary) {
  snapshots.push_back({id, head, summary});
  head = id;
}

std::string MadeTable::json() const {
  constexpr std::int64_t begin = 1'767'225'600'000;
  std::string out = R"({"format-version":2,"table-uuid":")" + uuid + R"(","location":"s3://lake/t","snapshots":[)";
  std::int64_t number = 0;
  for (const MadeSnapshot& snapshot : snapshots) {
    out += number == 0 ? "" : ",";
    out += R"({"snapshot-id":)" + std::to_string(snapshot.id);
    if (snapshot.parent != 0) out += R"(,"parent-snapshot-id":)" + std::to_string(snapshot.parent);
    out += R"(,"sequence-number":)" + std::to_string(number + 1) + R"(,"timestamp-ms":)" +
           std::to_string(begin + number * 60'000) + R"(,"summary":{"operation":"append")" +
           (snapshot.summary.empty() ? "" : "," + snapshot.summary) + "}}";
    ++number;
  }
  return out + R"(],"current-snapshot-id":)" + std::to_string(head == 0 ? -1 : head) + "}";
}

}  // namespace tidemark::testing
