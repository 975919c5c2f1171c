// SPDX-License-Identifier: GPL-3.0-or-later
// The landed report: per table and day (UTC) what became of the records that were produced in it: landed, filtered, set
// aside as dead letters, twice, late, still on their way, and what nothing explains. The day's records are the offsets
// between the ends of the log that were read last before its begin and before its end, so that
//   produced = landed + filtered + dead letters + in flight + unexplained
// holds to the record, a number that is not known counting as 0 and one in bounds with the least that is certain; how
// many records the true day may have had more or less, `produced` says in its bounds. Dead letters are those that came
// into their topic in that time. Thread rule: none, pure functions. Units: records.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/analysis/landed/landed_count.h"
#include "models/domain/profile.h"

namespace tidemark {

inline constexpr Millis longest_landed_window = std::chrono::days(31);

struct LandedRow {
  ClusterName cluster;
  TableName table;
  std::vector<std::string> topics;
  LocalTime day;   // its begin
  LocalTime from;  // what was seen of it
  LocalTime to;
  Count produced;  // the difference of the two ends, in the bounds of what the true day may have had
  std::int64_t counted = 0;
  Count landed, filtered, dead, duplicates, late, in_flight, unexplained;
  Known<Millis> budget = Reason::not_applicable;
  bool whole = false;  // the day is over, and was seen from its begin on
};

// Which topics the report needs: those that feed the tables, and their dead letters. The snapshot is that of
// align_request().
std::set<std::string> landed_topics(const Snapshot& snapshot, LocalTime at, const Filter& filter,
                                    const Profile& profile);
SnapshotRequest landed_request(const std::set<std::string>& topics, LocalTime from, LocalTime at);
// By cluster and table, then by day, from the day of `from` on to that of `to`; what became of them as of `at`.
std::vector<LandedRow> landed_rows(const Snapshot& snapshot, LocalTime from, LocalTime to, LocalTime at,
                                   const Filter& filter = {}, const Profile& profile = {});
Document landed_document(const Snapshot& snapshot, LocalTime from, LocalTime to, LocalTime at,
                         const Filter& filter = {}, const Profile& profile = {});

}  // namespace tidemark
