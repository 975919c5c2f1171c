// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/written.h"

#include <iterator>

namespace tidemark::cli {

Document written(const char* verb, const LogEntry& entry, CellRecord said) {
  Document document;
  document.verb = verb;
  document.at = document.from = document.to = entry.at;
  document.coverage = Reason::not_applicable;
  CellRecord row{{"uuid", entry.uuid}, {"written_at", entry.at}, {"author", entry.author}};
  row.insert(row.end(), std::make_move_iterator(said.begin()), std::make_move_iterator(said.end()));
  row.push_back({"hash", hash_of(entry)});
  document.rows.push_back(std::move(row));
  return document;
}

}  // namespace tidemark::cli
