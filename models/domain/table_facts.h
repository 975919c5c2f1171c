// SPDX-License-Identifier: GPL-3.0-or-later
// What a table is made of, as its metadata tells: numbers are series of "table:NAME", times and lists are states of it.
// Pure functions; any thread. Sizes are bytes; times in states are ms since the epoch, by the lake's clock.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "models/domain/names.h"

namespace tidemark {

enum class TableFact : std::uint8_t {
  files,            // data files of the newest version
  bytes,            // in them; where the format tells one sum only (Iceberg), in data and delete files
  mean_file_bytes,  // `bytes` through the number of the files that they are of
  delete_files,     // files that name rows to leave out; Iceberg counts deletion vectors among them
  deletion_vectors,
  position_deletes,  // rows that are named by file and place
  equality_deletes,  // rows that are named by what they hold
  versions,          // that can be read: snapshots kept
  conflicts,         // times that a commit was tried again because another one came first, of the versions read
  compaction,        // when it was last compacted; no series
  cleaning,          // when files that no version needs were last removed, where that is told apart; no series
};
inline constexpr std::array measured_facts =
    std::to_array({TableFact::files, TableFact::bytes, TableFact::mean_file_bytes, TableFact::delete_files,
                   TableFact::deletion_vectors, TableFact::position_deletes, TableFact::equality_deletes,
                   TableFact::versions, TableFact::conflicts});

// "mean_file_bytes"
std::string_view word(TableFact fact);
std::optional<TableFact> table_fact_from(std::string_view word);
// "table_mean_file_bytes"
Signal signal_of(TableFact fact);
std::string_view unit_of(TableFact fact);

namespace aspect {
inline constexpr std::string_view compacted_at = "compacted-at";  // a time
inline constexpr std::string_view cleaned_at = "cleaned-at";      // a time
// The oldest version that is there, where older ones have gone; "none" where none has. A change of it is an expiry.
inline constexpr std::string_view expired_below = "expired-below";
// "HI LO ID TEXT" each: in (LO, HI] the table took schema ID; LO is "-" where nothing bounds it.
inline constexpr std::string_view schema_changes = "schema-changes";
inline constexpr std::string_view facts_unknown = "facts-unknown";  // "FACT REASON SENTENCE" each
// Of a table whose offsets nobody reads: "KEY\tWHOSE\tREADS\tVALUE" each, what its newest versions carry; the values
// are those of when the keys came, of keys that something is read of: others may be what nobody should keep.
inline constexpr std::string_view carries = "carries";
inline constexpr std::string_view mapping = "mapping";  // what its pipeline in the profile would say, as JSON text
}  // namespace aspect

}  // namespace tidemark
