// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a timeline a bundle: three tables beside those of schema.h, by which it is known. A bundle is only read;
// it is made and verified in models/timeline/bundle.
// Thread rule: the connection's thread. SQLite's exceptions pass.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace SQLite {
class Database;
}

namespace tidemark {

// The CREATE statements beside schema_statements(), as sqlite_schema stores them.
std::span<const std::string_view> bundle_statements();
// The names of all tables of a timeline, of a bundle also its own, in the order in which they are made.
std::vector<std::string_view> table_names(bool bundle);

bool is_bundle(SQLite::Database& db);
// `usage` for a bundle: nobody writes to one.
Result<> refuse_bundle(SQLite::Database& db, const std::string& path);

}  // namespace tidemark
