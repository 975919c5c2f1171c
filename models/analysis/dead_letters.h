// SPDX-License-Identifier: GPL-3.0-or-later
// Dead letters: one row per topic that takes them: whose they are, how many at most, how fast they come, how old the
// oldest is, and why they were set aside. Depth and rate come from offsets alone; causes from the headers of the
// records that were read, where the profile allows it, and their counts are of those, not of the topic. Thread rule:
// none, pure functions. Units: records, records per second, ms.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/dead_letter_topics.h"
#include "models/analysis/document.h"
#include "models/analysis/lag.h"

namespace tidemark {

struct DeadLetterCount {
  DeadLetterCause cause;
  Known<std::int64_t> n = Reason::never_polled;
  Known<std::int64_t> last_partition = Reason::never_polled;  // of the newest that was read
  Known<std::int64_t> last_offset = Reason::never_polled;
};
// By number, most first.
std::vector<DeadLetterCount> dead_letter_counts(const Snapshot& snapshot, LocalTime at, const DeadLetterPlace& place);
// "DataException in VALUE_CONVERTER"; with its whole class where wanted.
std::string cause_words(const DeadLetterCause& cause, bool whole_class);

struct DeadLetterRow {
  DeadLetterPlace place;
  Known<std::string> origin = Reason::not_probed;          // `ambiguous` where there is more than one
  std::string suggested_origin;                            // what the name suggests; only where no origin is known
  Known<std::string> writer = Reason::not_probed;          // "connector:NAME", "group:NAME"
  Known<std::int64_t> depth_upper = Reason::never_polled;  // high - floor: markers and holes count
  Known<bool> transactional = Reason::never_polled;
  bool compacted = false;
  Known<double> rate = Reason::no_history;
  // Since it came into the topic, as the timeline saw it, else since the time that the record itself carries.
  Known<Millis> oldest_age = Reason::no_history;
  Known<Millis> oldest_age_error = Reason::no_history;
  Known<AgeMethod> oldest_age_method = Reason::no_history;
  Known<Millis> last_age = Reason::no_history;         // of the newest
  Known<std::int64_t> read = Reason::no_permission;    // records whose headers were read
  Known<std::int64_t> unread = Reason::no_permission;  // at most
  bool may_read = false;                               // the collector reads dead letters of this cluster
  std::vector<DeadLetterCount> causes;                 // known where `read` is
};

SnapshotRequest dead_letters_request(LocalTime at, const Filter& filter = {});
// When the oldest ones came may lie before what the request asks for: load again with these, where there are any.
std::vector<CrossingKey> dead_letter_keys(const Snapshot& snapshot, LocalTime at, const Filter& filter = {},
                                          const Profile& profile = {});
// Those that grow first, then the deepest.
std::vector<DeadLetterRow> dead_letter_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter = {},
                                            const Profile& profile = {});
Document dead_letters_document(const Snapshot& snapshot, LocalTime at, const Filter& filter = {},
                               const Profile& profile = {});

}  // namespace tidemark
