// SPDX-License-Identifier: GPL-3.0-or-later
// MarkJoin: the port through which somebody who knows more than the table's metadata (a writer's control topic, its
// checkpoint) turns what the versions note into source offsets.
// Thread rule: join() from one thread, once per table and poll. Offsets are next offsets.
#pragma once

#include <span>
#include <stop_token>
#include <string>

#include "collectors/tables/reading.h"

namespace tidemark {

// A table as its newest reading tells it.
struct TableView {
  const TableName& table;
  const std::string& uuid;
  const std::string& control_topic;  // empty: not known
  const std::string& group;
  const std::string& topic;  // that feeds it, as the profile says
  const std::string& writer;
  std::span<const TableVersion> versions;  // newest first
  std::stop_token stop;
};

class MarkJoin {
 public:
  virtual ~MarkJoin() = default;
  virtual TableMarks join(const TableView& table) = 0;
};

}  // namespace tidemark
