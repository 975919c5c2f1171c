// SPDX-License-Identifier: GPL-3.0-or-later
// What an SQLite file from somebody else may not do to us, by the rules of sqlite.org/security.html: limits, nothing
// but reading, no statement that runs for ever. Only .cpp files include this. Thread rule: the connection's thread.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

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

// "file:…?mode=ro" for a path with any characters. Of its folders links are followed, of its name not.
std::string read_only_uri(const std::string& path);
// Before the first statement; harms no file of our own.
void harden(SQLite::Database& db);
// From here on only these tables can be read and nothing can be written. `tables` lives longer than the connection.
void allow_only_reading(SQLite::Database& db, const std::vector<std::string_view>& tables);

}  // namespace tidemark
