// SPDX-License-Identifier: GPL-3.0-or-later
// A record of the topic in which the workers of Kafka Connect keep the states of connectors and tasks
// (`status.storage.topic`), read leniently and made harmless. Its record's time is when the state began.
// Source: KafkaStatusBackingStore. Pure functions; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/domain/names.h"

namespace tidemark {

struct StatusRecord {
  Object object;                     // a connector or a task
  std::optional<std::string> state;  // none: it is gone
  std::string worker;
  std::string trace;
};

// `value`: none for a record without one. Nothing for a record of another kind, or one that is not understood.
std::optional<StatusRecord> parse_status_record(std::string_view key, std::optional<std::string_view> value);

}  // namespace tidemark
