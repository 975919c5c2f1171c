// SPDX-License-Identifier: GPL-3.0-or-later
// Gate: is everything that was produced up to a time in a table? `yes` and `no` are proven; between them, and where the
// evidence is an estimate or missing, nobody can tell. Thread rule: none, pure functions.
#pragma once

#include "models/analysis/alignment.h"

namespace tidemark {

enum class GateVerdict : std::uint8_t { yes, no, cannot_tell };
std::string_view word(GateVerdict verdict);

struct GateRow {
  ClusterName cluster;
  TableName table;
  LocalTime through;
  Known<LocalTime> complete_through = Reason::never_polled;
  Known<Millis> complete_through_error = Reason::never_polled;
  Evidence evidence = Evidence::unknown;
  GateVerdict verdict = GateVerdict::cannot_tell;
  std::string reason;
};

// One row per table in scope; the snapshot is what align_request() asks for. A filter by topic is not heard: a table is
// complete only with all that feeds it.
std::vector<GateRow> gate_rows(const Snapshot& snapshot, LocalTime at, LocalTime through, const Filter& filter,
                               const Profile& profile = {});
Document gate_document(const Snapshot& snapshot, LocalTime at, const std::vector<GateRow>& rows, const Filter& filter);
// Of several tables: no if one says no, else yes if all do. No table at all: cannot tell.
GateVerdict gate_verdict(const std::vector<GateRow>& rows);

}  // namespace tidemark
