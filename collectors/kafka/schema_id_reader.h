// SPDX-License-Identifier: GPL-3.0-or-later
// SchemaIdReader: at which offset of each partition a schema's id first stands in a record. What a topic held before it
// was met is not read, but for a few records that tell which ids are in use; after that every record is, as far as the
// budget goes. Where more came than that, the newest are read: an id that may have stood in what was left out has no
// first offset. Of a record only the frames are looked at; nothing of it is kept.
// Thread rule: one thread at a time. Offsets are those of records.
#pragma once

#include <set>

#include "collectors/kafka/new_records.h"

namespace tidemark {

class SchemaIdTopic final : public LogTopic {
 public:
  // More different ids than one topic has schemas: what looks like frames are none.
  static constexpr std::size_t most_ids = 64;

  // Where reading goes on in the partitions that are known, `share` records each at most.
  void begin(std::int64_t share);
  void take(std::int32_t partition, std::int64_t offset, const std::vector<std::int64_t>& ids);
  bool is_framed() const { return is_framed_; }
  // "ID PARTITION OFFSET", a line each, of the newest ids: as the aspect schema-ids of a topic.
  std::string lines(const std::set<std::int64_t>& registered) const;

 private:
  static constexpr std::int64_t before = -1;
  bool is_framed_ = true;
  std::set<std::int32_t> met_;
  std::map<std::int32_t, std::int64_t> blurred_;  // records below it may not have been the first ones
  std::map<std::int64_t, std::map<std::int32_t, std::int64_t>> first_;  // by id and partition; `before`: not known
};

class SchemaIdReader final {
 public:
  SchemaIdReader(std::unique_ptr<Handle> handle, std::chrono::milliseconds timeout)
      : records_(std::move(handle), timeout) {}

  // Those that the topology has; what is kept of others is forgotten.
  void read(const std::set<std::string>& topics, const Topology& topology, const ReadBudget& budget,
            std::stop_token stop);
  const std::map<std::string, SchemaIdTopic>& topics() const { return topics_; }
  const NewRecords& records() const { return records_; }

 private:
  NewRecords records_;
  std::map<std::string, SchemaIdTopic> topics_;
};

}  // namespace tidemark
