// SPDX-License-Identifier: GPL-3.0-or-later
// Restart: what happens to one partition if the writer of a table is restarted now. A writer that goes on from its
// group's offset reads nothing again that the group has passed: what is not in the table then exists only in files that
// it announced. One that goes on from what the table holds reads that again and loses nothing. Room-internal.
// Thread rule: none, pure function. Units: offsets.
#pragma once

#include "models/analysis/landing.h"

namespace tidemark {

struct Restart {
  Known<std::int64_t> reread_from = Reason::never_polled;    // the next offset that is read
  Known<std::int64_t> reread = Reason::never_polled;         // offsets read again that were read before
  Known<std::int64_t> only_in_files = Reason::never_polled;  // offsets that nobody reads again and no snapshot has
  Known<std::int64_t> duplicates = Reason::never_polled;     // offsets read again that the table has: at most, unless
                                                             // the writer is idempotent
};
Restart restart_of(const TableInfo& table, const Landing& landing);

}  // namespace tidemark
