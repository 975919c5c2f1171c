// SPDX-License-Identifier: GPL-3.0-or-later
// SchemaIdReader: at which offset of each partition a schema's id first stands in a record. What a topic held before it
// was met is not read, but for a few records; after that every record is, as far as the budget goes, and where more
// came than that, the newest. An id that may have stood in what was left out has no first offset: it was registered by
// then, or it is not known whether it was, because no registry has been asked since.
// Of a record only the frames are looked at; nothing of it is kept.
// Thread rule: one thread at a time. Offsets are those of records.
#pragma once

#include <set>

#include "collectors/kafka/new_records.h"
#include "collectors/kafka/schema_frames.h"
#include "models/domain/clock.h"

namespace tidemark {

using PartId = std::pair<RecordPart, std::int64_t>;

// What the registries of a cluster have told.
struct RegisteredSchemas {
  std::map<std::string, std::set<PartId>> topics;  // ids by the topic whose subject they are of
  LocalTime asked = LocalTime::min();              // every version that there was then is told
};

class SchemaIdTopic final : public LogTopic {
 public:
  // More different ids than one topic has schemas: what looks like frames are none.
  static constexpr std::size_t most_ids = 64;

  // Where reading goes on in the partitions whose ends are known by `now`, `share` records each at most.
  void begin(std::int64_t share, const std::set<PartId>& registered, LocalTime asked, LocalTime now);
  void take(std::int32_t partition, std::int64_t offset, PartId id);
  bool is_framed() const { return is_framed_; }
  // "ID PARTITION OFFSET", a line each, of the newest ids: as the aspect schema-ids of a topic.
  std::string lines(const std::set<PartId>& registered) const;

 private:
  static constexpr std::int64_t before = -1;
  // Records were left out, the last of them before `since`.
  struct Blur {
    LocalTime since;
    std::optional<std::set<PartId>> existed;  // ids that may be in them; none: no registry was asked since
  };
  bool is_framed_ = true;
  std::set<std::int32_t> met_;
  std::map<std::int32_t, Blur> blurred_;
  std::map<PartId, std::map<std::int32_t, std::int64_t>> first_;  // by id and partition; `before`: not known
};

class SchemaIdReader final {
 public:
  SchemaIdReader(std::unique_ptr<Handle> handle, std::chrono::milliseconds timeout, const Clock& clock)
      : records_(std::move(handle), timeout), clock_(clock) {}

  // Those that the topology has; what is kept of others is forgotten.
  void read(const RegisteredSchemas& registered, const std::set<std::string>& topics, const Topology& topology,
            const ReadBudget& budget, std::stop_token stop);
  const std::map<std::string, SchemaIdTopic>& topics() const { return topics_; }
  const NewRecords& records() const { return records_; }

 private:
  NewRecords records_;
  const Clock& clock_;
  std::map<std::string, SchemaIdTopic> topics_;
};

}  // namespace tidemark
