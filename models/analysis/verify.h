// SPDX-License-Identifier: GPL-3.0-or-later
// Verify: does a snapshot hold as many records as the log has in its ranges? Where the records of a range were counted,
// the answer is `exact`. Where they were not, the range's offsets are an upper bound of them (markers, holes and
// aborted records take offsets too): only more rows than offsets proves anything then. Fewer rows than records are
// filtered, routed to another table, or lost; more are duplicates, or rows that the writer made of one record.
// Thread rule: none, pure functions. Units: records, offsets.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "models/analysis/ledger.h"

namespace tidemark {

struct LogRange {
  ClusterName cluster;
  CommitRange range;
  auto operator<=>(const LogRange&) const = default;
};
// Records of committed transactions in a range, or why they were not counted.
using RecordCounts = std::map<LogRange, Known<std::int64_t>>;

enum class Verified : std::uint8_t { equal, fewer, more, cannot_tell };
std::string_view word(Verified verified);

struct VerifyRow {
  LedgerRow commit;
  Known<std::int64_t> added = Reason::not_supported;       // as the snapshot says
  Known<std::int64_t> offsets = Reason::not_supported;     // that its ranges span
  Known<std::int64_t> records = Reason::not_probed;        // in the log
  Known<std::int64_t> difference = Reason::not_supported;  // added - records
  std::string_view completeness = "unknown";               // exact | bounded | unknown
  Verified verdict = Verified::cannot_tell;
  std::string reason;
};

// The commits that are looked at: of each table the newest that landed data and is still in the table; all of those
// seen since `from` where that is set. The snapshot is what ledger_request() asks for.
std::vector<LedgerRow> commits_to_verify(const Snapshot& snapshot, std::optional<LocalTime> from, LocalTime at,
                                         const Filter& filter = {});
std::vector<LogRange> ranges_of(const std::vector<LedgerRow>& commits);
std::vector<VerifyRow> verify_rows(const std::vector<LedgerRow>& commits, const RecordCounts& counts);
Document verify_document(const Snapshot& snapshot, std::optional<LocalTime> from, LocalTime at, const Filter& filter,
                         const RecordCounts& counts);

}  // namespace tidemark
