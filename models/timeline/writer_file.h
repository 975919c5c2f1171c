// SPDX-License-Identifier: GPL-3.0-or-later
// WriterFile: the read-write connection and all that works on it: transactions of polls, checkpoints, sealing, rollups,
// retention. Thread rule: open() and close() on one thread, all else on the writer's. Errors: as TimelineWriter;
// SQLite's exceptions end here.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/timeline/ballast.h"
#include "models/timeline/densifier.h"
#include "models/timeline/place.h"
#include "models/timeline/poll_store.h"
#include "models/timeline/registry.h"
#include "models/timeline/retention.h"
#include "models/timeline/roller.h"
#include "models/timeline/sealer.h"
#include "models/timeline/sql.h"
#include "models/timeline/writer.h"

namespace tidemark {

class WriterFile final {
 public:
  static Result<std::unique_ptr<WriterFile>> open(const std::string& path, const WriterOptions& options);

  Registry& registry() { return registry_; }
  Result<> begin();
  // May add to the gaps of the poll.
  Result<> store(Poll& poll, std::vector<Committed>& committed);
  // Numbers `committed` with the new generation.
  Result<> commit(std::vector<Committed>& committed);
  // Drops the transaction; its polls become a gap in front of the next ones that are stored. Where the disk is full,
  // the ballast goes and the gap is stored at once.
  void give_up(const Error& why);
  // A poll that was not even tried.
  void note_lost(const Poll& poll, const Error& why);
  // One slice of upkeep; true where more waits. A whole poll may be stored in `between`, as long as ready() says so.
  Result<bool> maintain(const Between& between);
  bool ready() const { return !stale_ && sealer_->waiting() <= 1 && roller_->owed() <= 1; }
  // So much upkeep waits that polls had better wait too.
  bool behind() const { return sealer_->behind() || roller_->owed() > 16; }
  // Readers keep the log from being shortened, and upkeep waits.
  bool held() const { return held_; }
  // What waits can wait longer: polls go first.
  bool patient() const { return !sealer_->pending() && roller_->owed() <= 4; }
  WriterStats stats();
  Result<> close();

 private:
  struct Lost {
    LocalTime from, to;
    std::string why;
  };
  WriterFile(std::string path, WriterOptions options, WriterLock lock);
  Result<> prepare(bool fresh);
  Result<> load();
  bool has_room();
  void lose(LaneId lane, LocalTime from, LocalTime to, const Error& why);
  void rollback();
  void tell_lost();
  void reset_statements();
  void checkpoint();
  template <class Work>
  Result<> transaction(Work&& work);

  std::string path_;
  WriterOptions options_;
  WriterLock lock_;
  Ballast ballast_;
  SQLite::Database db_;
  Registry registry_;
  std::unique_ptr<PollStore> store_;
  std::unique_ptr<Sealer> sealer_;
  std::unique_ptr<Densifier> densifier_;
  std::unique_ptr<Roller> roller_;
  std::unique_ptr<Pruner> pruner_;
  std::map<LaneId, Lost> lost_;
  std::map<LaneId, Lost> batch_;  // of the open transaction
  std::vector<PollStore::Block> filled_;
  std::size_t unknown_ = 0;
  bool no_room_ = false;
  bool stale_ = false;  // what is remembered is not what the file says: after a transaction that failed
  WriterStats stats_;
  int wal_pages_ = 0;
  int checkpointed_pages_ = 0;
  bool held_ = false;  // readers keep the log from being shortened
  int polls_to_prune_ = 0;
};

}  // namespace tidemark
