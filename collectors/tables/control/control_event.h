// SPDX-License-Identifier: GPL-3.0-or-later
// ControlEvent: one event of the control topic of the Iceberg sink for Kafka Connect, decoded from a record's value:
// C2 01, a length of two bytes, the writer's Avro schema as JSON, the Avro binary. Fields are found by name, so newer
// and older writers decode alike. A value is foreign: its schema is checked before the decoder sees it (no recursion,
// bounded depth and sizes), and one allocation of the decoder is bounded.
// Source: apache/iceberg, kafka-connect-events (AvroUtil, Event, payload classes).
// Thread rule: ControlDecoder from one thread; ControlEvents are values. Times are the workers' clocks.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

namespace tidemark {

enum class ControlType { start_commit, data_written, data_complete, commit_to_table, commit_complete };

struct ControlEvent {
  ControlType type = ControlType::start_commit;
  std::string id;     // a UUID
  std::string group;  // the connector's, as the writer calls it
  BrokerTime time;
  std::string commit_id;  // a UUID; the same in all events of one round

  // data_written, commit_to_table
  TableName table;  // "namespace.name"
  std::string table_uuid;
  // data_written
  struct File {
    std::string path;
    std::int64_t records = 0;
  };
  std::vector<File> data_files;
  std::vector<File> delete_files;
  std::int64_t records() const;  // of all its files

  // data_complete
  struct Position {
    TopicPartition partition;
    std::optional<std::int64_t> next;  // the next offset to read; none: assigned, and no record in this round
    std::optional<BrokerTime> time;    // of the last record
  };
  std::vector<Position> positions;

  // commit_to_table, commit_complete
  std::optional<std::int64_t> snapshot_id;
  std::optional<LakeTime> valid_through;
};

class ControlDecoder final {
 public:
  ControlDecoder();
  ~ControlDecoder();
  ControlDecoder(const ControlDecoder&) = delete;
  ControlDecoder& operator=(const ControlDecoder&) = delete;

  // `input` where the bytes, the schema or the event are not what they should be: the event is then unknown.
  Result<ControlEvent> decode(std::span<const std::uint8_t> value);

 private:
  struct Schemas;
  std::unique_ptr<Schemas> schemas_;  // by text: a writer repeats few of them
};

}  // namespace tidemark
