// SPDX-License-Identifier: GPL-3.0-or-later
// How far a file goes; what is kept in it, for how long and in how many bytes.
// Thread rule: the connection's thread. SQLite's exceptions pass.
#pragma once

#include <string>

#include "models/timeline/reader.h"
#include "models/timeline/sql.h"

namespace tidemark {

Result<TimelineReach> timeline_reach(SQLite::Database& db, const std::string& path, int schema);
Result<TimelineInfo> timeline_info(SQLite::Database& db, const std::string& path, int schema);

}  // namespace tidemark
