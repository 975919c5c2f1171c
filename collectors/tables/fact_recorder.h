// SPDX-License-Identifier: GPL-3.0-or-later
// FactRecorder: the series of what tables are made of, in the lane of their catalog. A series begins with the first
// number that is known; from then on it has a sample in every poll. Thread rule: one thread at a time.
#pragma once

#include <map>
#include <vector>

#include "collectors/core/lane.h"
#include "collectors/tables/facts.h"

namespace tidemark {

class FactRecorder final {
 public:
  explicit FactRecorder(Lane& lane) : lane_(lane), lane_id_(lane.id()) {}

  void put(Poll& poll, const Object& table, const TableFacts& facts);
  // The same reason for every living series of a table.
  void put_reason(Poll& poll, const Object& table, Reason reason);
  // They die with the next poll that is recorded.
  void bury(const Object& table);
  void bury(Poll& poll);

 private:
  using OfTable = std::map<TableFact, SeriesId>;
  // The lane has another id when its interval changed: its series live on under new ids.
  void check_lane();
  SeriesId make(const Object& table, TableFact fact);

  Lane& lane_;
  LaneId lane_id_;
  std::map<Object, OfTable> series_;
  std::vector<SeriesId> ended_;
};

}  // namespace tidemark
