// SPDX-License-Identifier: GPL-3.0-or-later
// DemoLake: an Iceberg table in the Hadoop layout below a folder, committed every two seconds with what a consumer had
// read a tick before. Each snapshot's summary carries the source offsets (next), so the table itself says what it
// holds. refuse() is a catalog that refuses commits: the consumer reads and commits its offsets on, the table stands.
// The data files are not written: nothing here reads them. Format: Apache Iceberg table spec, version 2.
// Thread rule: made and destroyed on one thread; refuse() and accept() from any; its own thread commits.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/domain/result.h"
#include "models/domain/table_commit.h"

namespace tidemark::demo {

using Positions = std::map<TopicPartition, Offset>;

class DemoLake final {
 public:
  static constexpr std::string_view offsets_key = "demo.source-offsets";
  static constexpr Millis interval{2'000};

  struct Options {
    std::string folder;               // of the warehouse; made where it is not there
    TableName table;                  // "lake.payments"
    Positions from;                   // what the table has
    std::optional<TableCommit> last;  // the snapshot that it ends with
    std::function<Positions()> read;  // next offsets of the consumer
  };
  // The table with its last snapshot is there when this returns.
  static Result<std::unique_ptr<DemoLake>> start(Options options, const Clock& clock);

  void refuse() { refuses_ = true; }
  void accept() { refuses_ = false; }

 private:
  struct Snapshot {
    std::int64_t id = 0;
    std::optional<std::int64_t> parent;
    std::int64_t at_ms = 0;
    std::int64_t added = 0;
    Positions next;
  };
  DemoLake(Options options, const Clock& clock);
  void loop(const std::stop_token& stop);
  void append(const Positions& next);
  Result<> write();
  std::string metadata() const;

  Options options_;
  const Clock& clock_;
  std::string folder_;  // of the table's metadata
  std::deque<Snapshot> snapshots_;
  std::int64_t version_ = 0;
  std::atomic<bool> refuses_{false};
  std::jthread thread_;
};

}  // namespace tidemark::demo
