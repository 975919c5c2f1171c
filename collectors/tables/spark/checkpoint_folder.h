// SPDX-License-Identifier: GPL-3.0-or-later
// CheckpointFolder: reads a Spark checkpoint folder, as far as a table's batches are concerned: the query's id, which
// batches there are, and the offsets of those that are wanted, each once. It only reads. Thread rule: read() from any
// thread, one at a time for a Checkpoint.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "collectors/tables/spark/checkpoint.h"
#include "collectors/tables/store.h"

namespace tidemark::spark {

class CheckpointFolder final {
 public:
  using Wanted = std::function<std::vector<std::int64_t>(const std::string& query)>;  // ascending

  explicit CheckpointFolder(std::unique_ptr<ObjectStore> store) : store_(std::move(store)) {}
  // What cannot be read is said in `known`, and blanks offsets, not the table.
  PollCost read(Checkpoint& known, const Wanted& wanted, std::stop_token stop) const;

 private:
  const std::unique_ptr<ObjectStore> store_;
};

}  // namespace tidemark::spark
