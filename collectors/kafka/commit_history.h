// SPDX-License-Identifier: GPL-3.0-or-later
// CommitHistory: what groups had committed at past times, from the records of __consumer_offsets. Compaction leaves the
// last commit of a group and partition of what it has cleaned: what was committed before the first one that is there is
// not known, and an absent one is no zero. Of a partition of that topic which was not read to its end, nothing is known
// after what was read. Thread rule: one thread. Units: local ms (the coordinators' clocks), next offsets.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "collectors/core/past_grid.h"
#include "collectors/kafka/offsets_record.h"
#include "models/domain/known.h"

namespace tidemark {

class CommitHistory final {
 public:
  explicit CommitHistory(const PastGrid& grid) : grid_(grid) {}

  // In the order of the log. `home`: the partition of __consumer_offsets; `recorded`: the record's own time.
  void add(std::int32_t home, const OffsetCommit& commit, BrokerTime recorded);
  // A partition of __consumer_offsets of which nothing after that time was read.
  void cut(std::int32_t home, BrokerTime after) { cut_.insert_or_assign(home, after); }

  std::size_t size() const { return commits_.size(); }
  // Commits of groups and partitions that were too many to keep.
  std::int64_t left_out() const { return left_out_; }
  struct Series {
    GroupId group;
    TopicPartition partition;
    std::vector<Known<std::int64_t>> values;  // by point of the grid that is asked for
  };
  // On a grid whose times are among those of the history's own.
  std::vector<Series> on(const PastGrid& grid) const;

 private:
  using Slots = std::map<std::size_t, std::optional<std::int64_t>>;  // by the first point that sees it
  struct Of {
    std::int32_t home = 0;
    Slots seen;
  };
  std::vector<Known<std::int64_t>> values_of(const Of& of, const PastGrid& grid) const;

  const PastGrid grid_;
  std::map<std::pair<GroupId, TopicPartition>, Of> commits_;
  std::map<std::int32_t, BrokerTime> cut_;
  std::int64_t left_out_ = 0;
};

}  // namespace tidemark
