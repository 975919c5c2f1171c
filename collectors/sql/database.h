// SPDX-License-Identifier: GPL-3.0-or-later
// A database by its connection string, as its writers' own configuration has it: libpq's two forms
// ("postgresql://user@host/db", "host=… dbname=…"), SQLAlchemy's and JDBC's ("postgresql+psycopg2://…",
// "jdbc:postgresql://…", "sqlite:////folder/catalog.db", "jdbc:sqlite:/folder/catalog.db").
// Any thread. Errors: `usage`, without any part of the string.
#pragma once

#include <string>
#include <string_view>

#include "collectors/sql/session.h"

namespace tidemark {

struct DatabasePlace {
  enum class Kind : std::uint8_t { postgres, sqlite };
  Kind kind = Kind::postgres;
  std::string name;  // what libpq takes, or the file's path
};
Result<DatabasePlace> database_place(std::string_view dsn);

// Does not connect. `tables`: those that may be read where the database itself knows no users.
Result<std::unique_ptr<SqlSession>> open_database(const std::string& dsn, std::vector<std::string_view> tables,
                                                  const SqlLimits& limits = {});

// Whether the string itself has a secret in it.
bool holds_password(std::string_view dsn);

}  // namespace tidemark
