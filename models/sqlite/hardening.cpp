// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sqlite/hardening.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace tidemark {
namespace {
constexpr int steps_between_looks = 10'000;
constexpr std::array<std::string_view, 7> pragmas{"user_version", "application_id", "quick_check", "integrity_check",
                                                  "page_count",   "freelist_count", "page_size"};

int authorize(void* tables, int action, const char* first, const char* second, const char*, const char*) {
  const auto may_be_read = [&](std::string_view table) {
    const auto& named = *static_cast<const std::vector<std::string_view>*>(tables);
    return table == "sqlite_master" || table == "sqlite_sequence" || std::ranges::find(named, table) != named.end();
  };
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
      return SQLITE_OK;
    case SQLITE_READ:
      return may_be_read(first) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return std::string_view(second) == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA:
      return std::ranges::find(pragmas, std::string_view(first)) != pragmas.end() ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}
}  // namespace

Deadline::Deadline(SQLite::Database& db, std::chrono::seconds length) : length_(length) {
  restart();
  sqlite3_progress_handler(
      db.getHandle(), steps_between_looks,
      [](void* self) {
        auto& deadline = *static_cast<Deadline*>(self);
        deadline.passed_ = std::chrono::steady_clock::now() >= deadline.end_;
        return deadline.passed_ ? 1 : 0;
      },
      this);
}

void Deadline::restart() {
  passed_ = false;
  end_ = std::chrono::steady_clock::now() + length_;
}

std::string read_only_uri(const std::string& path) {
  static constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(path, error);
  const std::filesystem::path folder = std::filesystem::canonical(whole.parent_path(), error);
  std::string uri = "file:";
  for (const char c : ((error ? whole.parent_path() : folder) / whole.filename()).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != std::string_view::npos)
      uri += c;
    else
      (uri += '%').append({hex[byte >> 4], hex[byte & 15]});
  }
  return uri + "?mode=ro";
}

void harden(SQLite::Database& db) {
  sqlite3* const handle = db.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20);
  sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
  sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 25'000);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  db.exec("PRAGMA cell_size_check = ON");
  db.exec("PRAGMA mmap_size = 0");
}

void allow_only_reading(SQLite::Database& db, const std::vector<std::string_view>& tables) {
  sqlite3_set_authorizer(db.getHandle(), authorize, const_cast<std::vector<std::string_view>*>(&tables));  // NOLINT
}

}  // namespace tidemark
