// SPDX-License-Identifier: GPL-3.0-or-later
// RecordReader: bounded reads of records, for questions that a person asks and a profile allows: committed transactions
// only, of each record its offset, time and key. A client of its own; it assigns itself, joins no group, commits and
// stores nothing. Every read ends after a number of records and a time; what it has not reached it says.
// Thread rule: one thread. Offsets are next offsets; times are those of the records, ms since the epoch.
// Errors: `no_data` (no such topic), `unreachable`, `denied`, `usage` for settings that cannot work.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>

#include "collectors/kafka/handle.h"
#include "models/domain/ids.h"
#include "models/domain/secret.h"
#include "models/domain/time.h"

namespace tidemark {

struct RecordHead {
  std::int64_t offset = 0;
  std::optional<BrokerTime> time;
  bool append_time = false;  // the broker's clock; else the producer's
  bool deletes = false;      // it has a key and no value
  std::string_view key;      // valid while the record is taken
};

struct ReadBounds {
  std::int64_t records = 200'000;
  std::chrono::milliseconds time{20'000};
};

class RecordReader final {
 public:
  static Result<std::unique_ptr<RecordReader>> open(const ClusterProfile& profile, const SecretResolver& secrets);

  Result<std::int32_t> partitions(const TopicName& topic);
  struct Ends {
    std::int64_t floor = 0;
    std::int64_t high = 0;
  };
  Result<Ends> ends(const TopicPartition& partition);
  // The first offset whose record is at `time` or later; nothing where there is none, or the cluster cannot say.
  Result<std::optional<std::int64_t>> first_at(const TopicPartition& partition, BrokerTime time);
  // Takes records of [from, to) until `take` says no: the offset before which all of them were taken.
  using Take = std::function<bool(const RecordHead&)>;
  Result<std::int64_t> read(const TopicPartition& partition, std::int64_t from, std::int64_t to,
                            const ReadBounds& bounds, const std::stop_token& stop, const Take& take);

 private:
  explicit RecordReader(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
  std::unique_ptr<Handle> handle_;
};

}  // namespace tidemark
