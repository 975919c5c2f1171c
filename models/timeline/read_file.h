// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a timeline for reading: our own beside its writer, or one from somebody else with everything locked down. A
// bundle is always from somebody else.
// Thread rule: none shared. Errors: `input` where there is no such file, `damaged` where it is no timeline.
#pragma once

#include <memory>
#include <string>

#include "models/timeline/foreign.h"
#include "models/timeline/reader.h"
#include "models/timeline/sql.h"

namespace tidemark {

struct ReadFile {
  std::unique_ptr<Deadline> deadline;  // of a foreign file
  std::unique_ptr<SQLite::Database> db;
  int schema = 0;
  bool bundle = false;
};
Result<ReadFile> open_for_reading(const std::string& path, TimelineReader::Origin origin);

}  // namespace tidemark
