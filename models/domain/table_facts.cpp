// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/table_facts.h"

#include <algorithm>
#include <string>

namespace tidemark {
namespace {
constexpr std::array words = std::to_array<std::string_view>(
    {"files", "bytes", "mean_file_bytes", "delete_files", "deletion_vectors", "position_deletes", "equality_deletes",
     "versions", "conflicts", "compaction", "cleaning"});
}

std::string_view word(TableFact fact) { return words.at(static_cast<std::size_t>(fact)); }

std::optional<TableFact> table_fact_from(std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<TableFact>(found - words.begin());
}

Signal signal_of(TableFact fact) { return Signal("table_" + std::string(word(fact))); }

std::string_view unit_of(TableFact fact) {
  return fact == TableFact::bytes || fact == TableFact::mean_file_bytes ? "bytes" : "";
}

}  // namespace tidemark
