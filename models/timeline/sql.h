// SPDX-License-Identifier: GPL-3.0-or-later
// The room's edge to SQLite: inside, SQLiteCpp's exceptions fly; guarded() at every public member turns them into
// Errors. Only .cpp files include this.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <chrono>
#include <new>
#include <optional>
#include <string>

#include "models/domain/result.h"
#include "models/domain/time.h"
#include "models/timeline/bytes.h"

namespace tidemark {

Error sql_error(const SQLite::Exception& exception, const std::string& path);

template <class F>
auto guarded(const std::string& path, F&& f) -> decltype(f()) {
  try {
    return f();
  } catch (const SQLite::Exception& e) {
    return std::unexpected(sql_error(e, path));
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::internal, "out of memory", path);
  } catch (const std::exception& e) {  // what a file says that nobody could write
    return fail(ErrorCode::damaged, std::string("the timeline is damaged: ") + e.what(), path);
  }
}

// One number, or none where there is no row or it is null.
std::optional<std::int64_t> number(SQLite::Database& db, const char* sql);
inline std::optional<std::int64_t> number_or_null(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}
inline std::optional<LocalTime> time_or_null(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional(local_time(column.getInt64()));
}
inline std::string text_of(const SQLite::Column& column) { return column.getString(); }
// Valid until the statement's next step.
inline ByteView blob_of(const SQLite::Column& column) {
  const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
  return {data, data == nullptr ? 0 : static_cast<std::size_t>(column.getBytes())};
}
inline void bind_blob(SQLite::Statement& statement, int index, ByteView bytes) {
  statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}
inline void bind_time(SQLite::Statement& statement, int index, const std::optional<LocalTime>& time) {
  if (time)
    statement.bind(index, ms(*time));
  else
    statement.bind(index);
}
// Resets the statement and binds its parameters in order.
template <class... Values>
SQLite::Statement& bound(SQLite::Statement& statement, const Values&... values) {
  statement.reset();
  int index = 0;
  (statement.bind(++index, values), ...);
  return statement;
}

}  // namespace tidemark
