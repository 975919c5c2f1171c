// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/fact_recorder.h"

namespace tidemark {

void FactRecorder::check_lane() {
  if (lane_.id() == lane_id_) return;
  lane_id_ = lane_.id();
  ended_.clear();
  for (auto& [table, of] : series_)
    for (auto& [fact, id] : of) id = make(table, fact);
}

SeriesId FactRecorder::make(const Object& table, TableFact fact) {
  return lane_.series(signal_of(fact), table, std::string(unit_of(fact)));
}

void FactRecorder::put(Poll& poll, const Object& table, const TableFacts& facts) {
  check_lane();
  OfTable& of = series_[table];
  for (const TableFact fact : measured_facts) {
    const auto number = facts.numbers.find(fact);
    auto known = of.find(fact);
    if (number != facts.numbers.end()) {
      if (known == of.end()) known = of.emplace(fact, make(table, fact)).first;
      poll.samples.push_back({known->second, number->second, Reason::none});
    } else if (known != of.end()) {
      const auto untold = facts.untold.find(fact);
      const Reason reason = untold == facts.untold.end() ? Reason::not_supported : untold->second.reason;
      poll.samples.push_back({known->second, 0, reason});
    }
  }
}

void FactRecorder::put_reason(Poll& poll, const Object& table, Reason reason) {
  check_lane();
  if (const auto of = series_.find(table); of != series_.end())
    for (const auto& [fact, id] : of->second) poll.samples.push_back({id, 0, reason});
}

void FactRecorder::bury(const Object& table) {
  check_lane();
  const auto of = series_.find(table);
  if (of == series_.end()) return;
  for (const auto& [fact, id] : of->second) ended_.push_back(id);
  series_.erase(of);
}

void FactRecorder::bury(Poll& poll) {
  check_lane();
  for (const SeriesId id : ended_) {
    poll.samples.push_back({id, 0, Reason::deleted});
    poll.died.push_back(id);
  }
  ended_.clear();
}

}  // namespace tidemark
