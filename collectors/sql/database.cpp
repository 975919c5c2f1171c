// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sql/database.h"

#include "collectors/sql/postgres_session.h"
#include "collectors/sql/sqlite_session.h"

namespace tidemark {
namespace {
std::unexpected<Error> neither() {
  return fail(ErrorCode::usage, "is no connection string of PostgreSQL or SQLite", "dsn",
              "write postgresql://user@host/db, host=… dbname=… or sqlite:////folder/file.db");
}

// After "sqlite": SQLAlchemy has "://" and then '/' before the path, JDBC has ':' alone.
Result<DatabasePlace> sqlite_place(std::string_view rest) {
  constexpr std::string_view alchemy = ":///";
  if (rest.starts_with(alchemy))
    rest.remove_prefix(alchemy.size());
  else if (rest.starts_with(':') && !rest.starts_with("://"))
    rest.remove_prefix(1);
  else
    return neither();
  rest = rest.substr(0, rest.find('?'));
  if (rest.empty() || rest.starts_with(':'))
    return fail(ErrorCode::usage, "names no file", "dsn", "write sqlite:////folder/file.db");
  return DatabasePlace{DatabasePlace::Kind::sqlite, std::string(rest)};
}
}  // namespace

Result<DatabasePlace> database_place(std::string_view dsn) {
  if (constexpr std::string_view jdbc = "jdbc:"; dsn.starts_with(jdbc)) dsn.remove_prefix(jdbc.size());
  const auto scheme_end = dsn.find(':');
  const std::string_view scheme = dsn.substr(0, scheme_end);
  const std::string_view kind = scheme.substr(0, scheme.find('+'));  // without SQLAlchemy's driver
  const bool address = scheme_end != std::string_view::npos;
  if (address && kind == "sqlite") return sqlite_place(dsn.substr(scheme_end));
  if (address && (kind == "postgresql" || kind == "postgres")) {
    std::string name = "postgresql" + std::string(dsn.substr(scheme_end));
    TM_CHECK(check_conninfo(name));
    return DatabasePlace{DatabasePlace::Kind::postgres, std::move(name)};
  }
  if (dsn.find('=') == std::string_view::npos || (address && dsn.substr(scheme_end).starts_with("://")))
    return neither();
  TM_CHECK(check_conninfo(std::string(dsn)));
  return DatabasePlace{DatabasePlace::Kind::postgres, std::string(dsn)};
}

Result<std::unique_ptr<SqlSession>> open_database(const std::string& dsn, std::vector<std::string_view> tables,
                                                  const SqlLimits& limits) {
  TM_TRY(const DatabasePlace place, database_place(dsn));
  if (place.kind == DatabasePlace::Kind::postgres) return PostgresSession::open(place.name, limits);
  return std::unique_ptr<SqlSession>(std::make_unique<SqliteSession>(place.name, std::move(tables), limits));
}

bool holds_password(std::string_view dsn) {
  const auto place = database_place(dsn);
  return !place || (place->kind == DatabasePlace::Kind::postgres && conninfo_has_password(place->name));
}

}  // namespace tidemark
