// SPDX-License-Identifier: GPL-3.0-or-later
// The manifest of a bundle: values by key, and of each table its rows and the SHA-256 over them in the order of their
// columns, the key first. It is written last and read without believing it.
// Thread rule: the connection's thread. SQLite's exceptions pass; errors: `damaged`.
#pragma once

#include <vector>

#include "models/timeline/bundle/bundle.h"
#include "models/timeline/sql.h"

namespace tidemark {

// Into an open transaction, after everything else.
void write_manifest(SQLite::Database& db, const BundleFacts& facts);
// What the manifest says, and what can be counted.
Result<BundleFacts> read_facts(SQLite::Database& db, const std::string& path);
// What the manifest says of the tables.
std::vector<BundleTable> told_tables(SQLite::Database& db);
// What they are.
std::vector<BundleTable> real_tables(SQLite::Database& db);
std::string hash_of(const std::vector<BundleTable>& tables);

}  // namespace tidemark
