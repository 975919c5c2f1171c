// SPDX-License-Identifier: GPL-3.0-or-later
// MarkJoin: the port through which somebody who knows more than the table's metadata (a writer's control topic, its
// checkpoint) turns what the versions note into source offsets.
// Thread rule: join() from one thread, once per table and poll. Offsets are next offsets.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "collectors/tables/reading.h"
#include "models/domain/known.h"

namespace tidemark {

// A table as its newest reading tells it.
struct TableView {
  const TableName& table;
  const std::string& uuid;
  const std::string& control_topic;  // empty: not known
  const std::string& group;
  std::span<const TableVersion> versions;  // newest first
};

struct TableMarks {
  std::map<TopicPartition, Known<std::int64_t>> durable;
  std::map<std::string, std::vector<CommitRange>> ranges;  // by version, where both ends are known
  Evidence evidence = Evidence::unknown;                   // of the ranges
  std::string adapter;                                     // its letter; empty: the join has nothing to say here
  Reason unknown_reason = Reason::ambiguous;               // of marks, where `durable` is empty
  std::string unknown_why;                                 // one sentence; empty: nothing is wrong
  std::vector<std::string> announced;                      // as the aspect `announced`
  std::vector<std::string> trouble;                        // as the aspect `trouble`
};

class MarkJoin {
 public:
  virtual ~MarkJoin() = default;
  virtual TableMarks join(const TableView& table) = 0;
};

}  // namespace tidemark
