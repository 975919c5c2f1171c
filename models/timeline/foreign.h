// SPDX-License-Identifier: GPL-3.0-or-later
// What a file from somebody else may not do to us, by the rules of sqlite.org/security.html: limits, nothing but
// reading of our own tables, no statement that runs for ever. Room-internal. Thread rule: the connection's thread.
#pragma once

#include <chrono>
#include <string>

#include "models/timeline/sql.h"

namespace tidemark {

// Interrupts what a connection does once it takes too long; lives longer than the connection.
class Deadline final {
 public:
  Deadline(SQLite::Database& db, std::chrono::seconds length);
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;
  void restart();
  bool passed() const { return passed_; }

 private:
  std::chrono::seconds length_;
  std::chrono::steady_clock::time_point end_;
  bool passed_ = false;
};

// "file:…?mode=ro&immutable=1" for a path with any characters. Of its folders links are followed, of its name not.
std::string immutable_uri(const std::string& path);
// Before the first statement; harms no file of our own.
void harden(SQLite::Database& db);
// From here on only our tables can be read and nothing can be written.
void allow_only_reading(SQLite::Database& db);
// Our own tables, as we write them; `alone`: and nothing else. Errors: `damaged`.
Result<> check_texts(SQLite::Database& db, const std::string& path, bool bundle, bool alone);
// Pages and indexes are sound, and numbers that we count with are such as we write. Errors: `damaged`.
Result<> check_content(SQLite::Database& db, const std::string& path);

}  // namespace tidemark
