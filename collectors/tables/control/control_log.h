// SPDX-License-Identifier: GPL-3.0-or-later
// ControlLog: what the events of a control topic say of one connector group, joined with what a table's snapshots say
// of the control topic: which source offsets are durable in the table, which files are only announced, and which can no
// longer be committed. Terms: D is the map of a snapshot's summary, by control partition the next control offset. A
// DATA_COMPLETE is covered by D when every DATA_WRITTEN with records for the table of the same producer and round lies
// below D; without any it is covered, for then the round has nothing for the table. Rounds are ordered by when the
// coordinator began them, which is one clock. Offsets, also of DATA_COMPLETE, are next offsets. Between D and D' a
// snapshot made durable what lies between the durable offsets of both. Source: apache/iceberg, kafka-connect channel
// (Coordinator, CommitState, Worker). Pure: no clock, no I/O. Thread rule: one thread. Memory: at most `most_rounds`
// answers of workers; older ones are forgotten, and then the answer may be unknown.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "collectors/tables/control/control_event.h"
#include "models/domain/known.h"
#include "models/domain/table_commit.h"

namespace tidemark {

using ControlOffsets = std::map<std::int32_t, std::int64_t>;  // by control partition, next offsets

struct ControlRecord {
  std::int32_t partition = 0;
  std::int64_t offset = 0;
  std::string producer;  // the record's key: one worker
  ControlEvent event;
};

// Files of one round that no snapshot has.
struct Announced {
  std::string commit_id;
  std::size_t files = 0;
  std::int64_t records = 0;
  BrokerTime since;
  auto operator<=>(const Announced&) const = default;
};

// A snapshot of the commit branch that carries the group's key, oldest first.
struct KeyedSnapshot {
  std::string snapshot_id;
  ControlOffsets next;
  std::optional<LakeTime> committed = {};
  std::optional<std::int64_t> added_data_files = {};
  std::optional<std::int64_t> added_delete_files = {};
  std::string commit_id = {};
  // Snapshots may be missing between the one before and this one: the catalog shows one at a time and was not asked in
  // time. What this one alone added is not known by their difference then.
  bool after_gap = false;
  // Commits of the table before the oldest that was read; 0: none, or not told. Of the oldest one.
  std::int64_t unread = 0;
  // Of a round that this control topic never had: it was made anew since, and `next` means nothing in it. join() finds
  // out.
  bool foreign = false;
  // Control partitions whose `next` is of the topic before, as they were not there yet when it was committed. join()
  // finds out.
  std::set<std::int32_t> foreign_partitions = {};
};

struct TableJoin {
  // Why `durable` may be higher than what is in the table, one sentence; empty: nothing speaks against it.
  std::string doubt;
  std::map<TopicPartition, Known<std::int64_t>> durable;  // next source offsets
  // Why some of them are not known, one sentence: what was announced before the oldest snapshot may have been filtered.
  std::string others_why;
  std::map<std::string, std::vector<CommitRange>> ranges;  // by snapshot id
  std::vector<Announced> announced;                        // oldest first
  // Never read again: below the coordinator's own offset, or announced below a D that was there before them, as after
  // the control topic was made anew; the coordinator filters these.
  std::vector<Announced> lost;
  std::vector<std::string> too_few_files, too_many_files;  // snapshots whose files are not those announced
  std::vector<std::string> twice;                          // paths announced for two rounds
  std::set<std::string> partial;  // snapshots of rounds, but the newest, that a partition did not answer
};

class ControlLog final {
 public:
  static constexpr std::size_t most_rounds = 100'000;

  explicit ControlLog(std::string group) : group_(std::move(group)) {}
  // Events of other groups are left out. Records of one control partition come in order.
  void add(ControlRecord record);
  // The first offset of a control partition that could be read.
  void begins(std::int32_t partition, std::int64_t offset);
  // The end of a control partition, when last read.
  void ends(std::int32_t partition, std::int64_t offset) { ends_[partition] = offset; }

  // `coordinator`: the offsets committed by GROUP-coord, where known.
  TableJoin join(const TableName& table, const std::vector<KeyedSnapshot>& told,
                 const ControlOffsets& coordinator) const;
  std::size_t size() const { return completes_.size() + written_.size(); }

 private:
  struct Round {
    std::string producer, commit_id;
    auto operator<=>(const Round&) const = default;
  };
  struct Complete {
    Round round;
    BrokerTime time;
    std::int32_t partition;
    std::int64_t offset;
    std::vector<ControlEvent::Position> positions;
  };
  struct Written {
    Round round;
    BrokerTime time;
    std::int32_t partition;
    std::int64_t offset;
    TableName table;
    std::int64_t records;
    std::size_t data_files, delete_files;
    std::vector<std::string> paths;
  };
  using Durable = std::map<TopicPartition, Known<std::int64_t>>;
  bool is_whole() const;
  std::vector<KeyedSnapshot> judged(std::vector<KeyedSnapshot> snapshots) const;
  std::set<std::int32_t> foreign_partitions(const KeyedSnapshot& snapshot) const;
  bool may_be_filtered(const TableName& table, const std::vector<KeyedSnapshot>& snapshots) const;
  BrokerTime begun(const std::string& commit_id, BrokerTime otherwise) const;
  // `snapshots`: up to the one that is asked for. `doubted`: of what the oldest one covers, its own round alone is
  // sure.
  Durable durable(const TableName& table, std::span<const KeyedSnapshot> snapshots, bool doubted) const;
  void add_ranges(const TableName& table, const std::vector<KeyedSnapshot>& snapshots, bool doubted,
                  TableJoin& join) const;
  void count_own_files(const TableName& table, const KeyedSnapshot& snapshot, TableJoin& join) const;
  void count_files(const TableName& table, const std::vector<KeyedSnapshot>& snapshots, TableJoin& join) const;
  void find_partial(const std::vector<KeyedSnapshot>& snapshots, TableJoin& join) const;
  void find_announced(const TableName& table, std::span<const KeyedSnapshot> snapshots,
                      const ControlOffsets& coordinator, TableJoin& join) const;

  const std::string group_;
  std::deque<Complete> completes_;
  std::deque<Written> written_;
  std::string doubt(const std::vector<KeyedSnapshot>& snapshots, const TableJoin& join) const;

  std::map<std::int32_t, std::int64_t> begins_, ends_;
  std::map<std::string, BrokerTime, std::less<>> starts_;              // of rounds that are kept
  std::map<TableName, std::map<std::int64_t, BrokerTime>> committed_;  // by snapshot
  bool forgot_ = false;                                                // some of them
};

}  // namespace tidemark
