// SPDX-License-Identifier: GPL-3.0-or-later
// TableSweep: one look at all tables of a catalog: the list (at first, every 5 minutes, and when a table has gone), one
// load per table, a bounded number at once, and everything of it as one poll. Where the first loads find that nobody
// answers, the others are not made. Thread rule: one thread. Memory: a bounded digest per table; of versions that wait
// to be told at most `most_commits` go into one poll.
#pragma once

#include <atomic>
#include <map>
#include <memory>

#include "collectors/core/pool.h"
#include "collectors/tables/place.h"
#include "collectors/tables/table_state.h"

namespace tidemark {

class TableSweep final {
 public:
  static constexpr std::size_t at_once = 8;
  static constexpr std::size_t most_commits = 10'000;
  static constexpr Millis list_interval = std::chrono::minutes(5);
  static constexpr Millis awaited_interval = std::chrono::seconds(15);  // while a table of the profile is not there

  TableSweep(TableCatalog& catalog, const TablePlace& place, std::map<TableName, TableRules> rules, Millis interval,
             const Clock& clock, SampleSink& sink, std::shared_ptr<MarkJoin> join);

  // Error: no table could be read, though there are some, or they cannot be listed.
  Result<> run(std::stop_token stop, const Tick& tick);
  void set_interval(Millis interval) { lane_.set_interval(interval); }

 private:
  // What the threads of one sweep share.
  struct Work {
    std::vector<TableState*> tables;
    std::vector<CatalogAnswer> answers;
    std::vector<char> gone;
    std::atomic<std::size_t> next = 0;
    std::atomic<int> silent = 0;  // calls that nobody answered
    std::atomic<bool> answered = false;
  };
  void list(Poll& poll, std::stop_token stop);
  bool awaits_table() const;
  void end(std::unique_ptr<TableState> table);
  void take_list(Poll& poll, const TableList& found);
  void load_all(Work& work, std::stop_token stop);
  void work_off(Work& work, std::stop_token stop) const;
  void record(Poll& poll, const Work& work, const std::stop_token& stop);

  TableCatalog& catalog_;
  const Object object_;
  const std::map<TableName, TableRules> rules_;
  const Clock& clock_;
  const std::shared_ptr<MarkJoin> join_;
  Lane lane_;
  MarkRecorder marks_;
  FactRecorder facts_;
  Pool pool_;
  std::map<TableName, std::unique_ptr<TableState>> tables_;
  std::vector<std::unique_ptr<TableState>> ended_;
  std::map<TableName, std::string> gone_;  // the ids that tables had when they went
  std::optional<MonoTime> listed_;
  std::optional<Error> failed_;  // of the listing
  bool down_ = false;            // nobody answered it
};

}  // namespace tidemark
