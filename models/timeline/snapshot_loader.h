// SPDX-License-Identifier: GPL-3.0-or-later
// SnapshotLoader: answers one SnapshotRequest from a file.
// Thread rule: the connection's thread, inside its read transaction. SQLite's exceptions pass; errors: `input` for a
// window that would not fit into memory, `damaged`, `cancelled`.
#pragma once

#include <memory>

#include "models/timeline/block_reader.h"
#include "models/timeline/catalogue.h"
#include "models/timeline/crossings.h"

namespace tidemark {

class SnapshotLoader final {
 public:
  SnapshotLoader(SQLite::Database& db, const Catalogue& catalogue, BlockReader& blocks, CrossingCache& crossings,
                 const SnapshotRequest& request)
      : db_(db), catalogue_(catalogue), blocks_(blocks), crossings_(crossings), request_(request) {}
  Result<std::shared_ptr<const Snapshot>> load();
  // States, events, commits and gaps; lanes without polls.
  std::shared_ptr<const Snapshot> load_beside();

 private:
  void load_times();
  void load_lanes(bool polls);
  void load_told();
  void load_polls(LaneInfo& lane);
  Result<> load_columns();
  Result<> load_lane(std::size_t lane, const std::vector<std::size_t>& columns);
  void load_states();
  void load_events();
  void load_commits();
  void load_gaps();
  void load_errors();
  void load_errors(std::size_t lane);
  Result<> load_crossings();
  std::vector<CrossingKey> ages_wanted() const;
  std::vector<CrossingKey> last_records_wanted() const;
  std::vector<CrossingKey> landings_wanted() const;

  SQLite::Database& db_;
  const Catalogue& catalogue_;
  BlockReader& blocks_;
  CrossingCache& crossings_;
  const SnapshotRequest& request_;
  std::shared_ptr<Snapshot> snapshot_ = std::make_shared<Snapshot>();
  std::vector<std::size_t> source_of_;  // catalogue's to snapshot's, or npos
  std::vector<std::size_t> lane_of_;
};

}  // namespace tidemark
