// SPDX-License-Identifier: GPL-3.0-or-later
// A bounded read of one topic, all partitions, from a time on or from its beginning: committed transactions only. A
// client of its own; it assigns itself, joins no group and commits nothing. What a record means is the caller's.
// Thread rule: one thread. Errors: `no_data` (no such topic), `denied`, `unreachable`, `cancelled`, `usage`.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

#include "collectors/kafka/new_records.h"
#include "models/domain/secret.h"

namespace tidemark {

struct WindowRecord {
  std::int32_t partition = 0;
  std::int64_t offset = 0;
  BrokerTime time;
  std::span<const std::byte> key;  // valid while the record is taken
  std::optional<std::span<const std::byte>> value;
};

struct WindowRead {
  std::int32_t partitions = 0;
  std::int64_t records = 0;
  std::int64_t bytes = 0;
  std::int64_t requests = 0;
  // Partitions that were not read to their ends: the time of the last record that was, none where there was none.
  std::map<std::int32_t, std::optional<BrokerTime>> cut;
};

// `from`: none: from the beginning on. The records of a partition come in the order of its log.
using TakeRecord = std::function<void(const WindowRecord&)>;
Result<WindowRead> read_window(const ClusterProfile& profile, const SecretResolver& secrets, const std::string& topic,
                               std::optional<BrokerTime> from, const ReadBudget& budget, std::stop_token stop,
                               const TakeRecord& take);

}  // namespace tidemark
