// SPDX-License-Identifier: GPL-3.0-or-later
// What a timeline from somebody else must be, beside what models/sqlite sees to: our own tables, as we write them, and
// sound. Room-internal. Thread rule: the connection's thread.
#pragma once

#include <string>

#include "models/sqlite/hardening.h"
#include "models/timeline/sql.h"

namespace tidemark {

// From here on only our tables can be read and nothing can be written.
void allow_only_our_tables(SQLite::Database& db);
// Our own tables, as we write them; `alone`: and nothing else. Errors: `damaged`.
Result<> check_texts(SQLite::Database& db, const std::string& path, bool bundle, bool alone);
// Pages and indexes are sound, and numbers that we count with are such as we write. Errors: `damaged`.
Result<> check_content(SQLite::Database& db, const std::string& path);

}  // namespace tidemark
