// SPDX-License-Identifier: GPL-3.0-or-later
// The closed vocabularies of the documents, and the words they are written with.
// Pure functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tidemark {

enum class Severity : std::uint8_t { note, warn, error };
enum class Confidence : std::uint8_t { high, medium, low };
// What stands between a group's offset and the high mark where no readable record does.
enum class Residue : std::uint8_t { none, markers, holes, open_txn, unknown };
// How an age was found: bisection by time look-ups, the timeline's own history, the record itself, or none needed.
enum class AgeMethod : std::uint8_t { bisect, history, record, none };
enum class GroupType : std::uint8_t { classic, consumer, share, unknown };  // consumer = the new protocol, said "new"
enum class Verdict : std::uint8_t { ok, warn, stop, stall, rewind };
enum class Trend : std::uint8_t { growing, draining, flat };
enum class Stage : std::uint8_t { produced, readable, group, table, queryable };
enum class Evidence : std::uint8_t { exact, derived, estimated, unknown };
// How a table stands to the group that feeds it, in one partition.
enum class AlignState : std::uint8_t {
  aligned,
  pending,
  stalled,
  lost,
  will_lose,
  gap,
  table_ahead,
  duplicate_risk,
  duplicate_confirmed,
  reset,
  idle,
  unknown,
};
// How the ranges of a commit follow on those before it.
enum class Relation : std::uint8_t { first, contiguous, hole, overlap, unknown };

std::string_view word(Severity value);
std::string_view word(Confidence value);
std::string_view word(Residue value);
std::string_view word(AgeMethod value);
std::string_view word(GroupType value);
std::string_view word(Verdict value);
std::string_view word(Trend value);
std::string_view word(Stage value);
std::string_view word(Evidence value);
std::string_view word(AlignState value);
std::string_view word(Relation value);

// The evidence of a table mark by the letter of its adapter, a to f.
Evidence evidence_of_adapter(std::string_view letter);

std::optional<Severity> severity_from(std::string_view word);
std::optional<GroupType> group_type_from(std::string_view word);

}  // namespace tidemark
