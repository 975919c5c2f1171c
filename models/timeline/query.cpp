// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "models/timeline/read_file.h"
#include "models/timeline/read_limit.h"
#include "models/timeline/samples_table.h"
#include "models/timeline/views.h"

namespace tidemark {
namespace {
constexpr std::array<std::string_view, 6> pragmas{"table_info",   "table_xinfo",    "table_list",
                                                  "user_version", "application_id", "page_count"};

// Only reading: no writes, no ATTACH, no PRAGMA that sets anything, no extension.
int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return second != nullptr && std::strcmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA: {
      const bool sets_version =
          second != nullptr && (std::strcmp(first, "user_version") == 0 || std::strcmp(first, "application_id") == 0);
      return std::ranges::find(pragmas, std::string_view(first)) != pragmas.end() && !sets_version ? SQLITE_OK
                                                                                                   : SQLITE_DENY;
    }
    default:
      return SQLITE_DENY;
  }
}

std::unexpected<Error> refused(sqlite3* db, int code) {
  if ((code & 0xff) == SQLITE_INTERRUPT)
    return fail(ErrorCode::storage, "so much is being written that this query would hold it up for too long", "query",
                "ask for less, or again when less is written");
  if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    return fail(ErrorCode::damaged, sqlite3_errmsg(db), "query");
  if ((code & 0xff) == SQLITE_AUTH) return fail(ErrorCode::usage, "only reading is allowed", "query", "use SELECT");
  return fail(ErrorCode::usage, sqlite3_errmsg(db), "query",
              "the views are series event snapshot commit_range connector_state schema_version finding poll gap state");
}

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

// The one statement of `sql`; what follows it may only be space and comments, which prepare to nothing.
Result<Prepared> prepare(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  const char* tail = sql.c_str();
  if (const int code = sqlite3_prepare_v2(db, tail, -1, &raw, &tail); code != SQLITE_OK) return refused(db, code);
  Prepared statement(raw);
  if (!statement) return fail(ErrorCode::usage, "there is no statement", "query", "give one SELECT");
  while (*tail != '\0') {
    const int code = sqlite3_prepare_v2(db, tail, -1, &raw, &tail);
    const Prepared more(raw);
    if (code != SQLITE_OK || more) return fail(ErrorCode::usage, "more than one statement", "query", "give one SELECT");
  }
  return statement;
}

void read_values(sqlite3_stmt* statement, QueryRow& row) {
  for (int i = 0; i < static_cast<int>(row.names.size()); ++i) {
    auto& value = row.values[static_cast<std::size_t>(i)];
    switch (sqlite3_column_type(statement, i)) {
      case SQLITE_INTEGER:
        value = std::int64_t{sqlite3_column_int64(statement, i)};
        break;
      case SQLITE_FLOAT:
        value = sqlite3_column_double(statement, i);
        break;
      case SQLITE_NULL:
        value = std::monostate();
        break;
      default: {
        const auto* text = static_cast<const char*>(sqlite3_column_blob(statement, i));
        value = std::string(text == nullptr ? "" : text, static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
      }
    }
  }
}
}  // namespace

Result<> query_timeline(const std::string& path, const std::string& sql,
                        const std::function<bool(const QueryRow&)>& row) {
  TM_TRY(const ReadFile file, open_for_reading(path, TimelineReader::Origin::own));
  return guarded(path, [&]() -> Result<> {
    sqlite3* const db = file.db->getHandle();
    sqlite3_set_authorizer(db, nullptr, nullptr);  // what a bundle allows: the next lines are ours, then comes ours
    create_views(*file.db);
    std::optional<ReadLimit> limit;
    if (!file.deadline) limit.emplace(*file.db, path);
    const SamplesTable samples(*file.db);
    file.db->exec("PRAGMA query_only = ON");
    sqlite3_set_authorizer(db, authorize, nullptr);
    const auto run = [&]() -> Result<> {
      TM_TRY(const Prepared statement, prepare(db, sql));
      QueryRow out;
      for (int i = 0; i < sqlite3_column_count(statement.get()); ++i)
        out.names.emplace_back(sqlite3_column_name(statement.get(), i));
      out.values.resize(out.names.size());
      int code = SQLITE_ROW;
      while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
        read_values(statement.get(), out);
        if (!row(out)) return {};
      }
      if (code != SQLITE_DONE) return refused(db, code);
      return {};
    };
    Result<> result = run();
    sqlite3_set_authorizer(db, nullptr, nullptr);
    return result;
  });
}

}  // namespace tidemark
