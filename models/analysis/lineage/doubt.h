// SPDX-License-Identifier: GPL-3.0-or-later
// Doubt: why an answer about the data of a run is not exact: a code with its detail, so that any language may say it.
// Value types and pure functions; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark {

enum class DoubtKind : std::uint8_t {
  no_input,         // the run does not say what it read
  no_table,         // the timeline knows no such table
  ambiguous_table,  // it knows several
  no_snapshot,      // none of that id
  no_version,       // neither a snapshot nor a time is told
  after_history,    // the time lies behind what was collected
  before_history,   // no commit is known that is so old
  no_run_before,    // the run that it goes on from is not known, or what that one read is not
  not_after,        // what the run before it read is not an ancestor
  expired,          // snapshots before the first one that is known have expired
  begins_unseen,    // what came before the first one that is known was never seen
  begin_unknown,    // the first commits do not tell where they began
  ranges_unknown,   // a commit that landed data does not tell which offsets
  estimated,        // offsets are not told, but estimated from rows
  rows_removed,     // a later commit took rows out or replaced them
  perhaps_later,    // committed by then, seen after it
  no_offsets,       // the log's own offsets at that time are not known
  not_all_read,     // of a topic up to a time: nothing says that all of it was read
};
// "ranges-unknown"
std::string_view word(DoubtKind kind);

struct Doubt {
  DoubtKind kind = DoubtKind::no_input;
  std::string detail;  // names, ids
  auto operator<=>(const Doubt&) const = default;
};
// One sentence without its full stop.
std::string text_of(const Doubt& doubt);
// "a; b"
std::string text_of(const std::vector<Doubt>& doubts);

}  // namespace tidemark
