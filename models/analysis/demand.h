// SPDX-License-Identifier: GPL-3.0-or-later
// Demand: how many members a group needs for what is produced, and how many it has that own nothing. What a member can
// read is known only while its group catches up: the rest of the time it reads what comes. Thread rule: none, pure
// functions. Units: records per second.
#pragma once

#include "models/analysis/growth.h"

namespace tidemark {

struct ReaderDemand {
  ClusterName cluster;
  GroupId group;
  Known<std::int64_t> members = Reason::never_polled;
  Known<std::int64_t> idle = Reason::never_polled;  // members that own no partition
  Known<double> produced = Reason::no_history;      // of all topics that it reads
  Known<double> read = Reason::no_history;
  Known<double> burst = Reason::no_history;  // what is produced in the highest bucket of each topic, over `produced`
  Known<double> per_member = Reason::not_probed;  // not-probed: it does not catch up
  Known<std::int64_t> needed = Reason::not_probed;
  Known<std::int64_t> needed_in_burst = Reason::not_probed;
};

// `now` is what lag_request() asks for, `topics` what growth_rows() says. By name; groups of sinks' own topics are left
// out.
std::vector<ReaderDemand> reader_demand(const Snapshot& now, LocalTime at, const std::vector<GrowthRow>& topics,
                                        const Filter& filter);
std::vector<CellRecord> demand_records(const std::vector<ReaderDemand>& readers);

}  // namespace tidemark
