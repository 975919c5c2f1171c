// SPDX-License-Identifier: GPL-3.0-or-later
// LogFile: the logbook's SQLite file, and the room's edge to SQLite: no exception leaves it. Room-internal.
// Thread rule: one thread. A file that is not ours is refused before anything is written.
#pragma once

#include <cstdint>
#include <memory>

#include "models/logbook/entry.h"

namespace SQLite {
class Database;
}

namespace tidemark {

std::string new_uuid();

class LogFile final {
 public:
  enum class Mode : std::uint8_t { reads, writes };
  // For writing the file is made where there is none, mode 0600.
  static Result<std::unique_ptr<LogFile>> open(const std::string& path, Mode mode);
  ~LogFile();

  const std::string& path() const { return path_; }
  // By time, then uuid.
  Result<std::vector<LogEntry>> entries();
  Result<> add(const LogEntry& entry);
  // `work` between BEGIN IMMEDIATE and COMMIT; nothing of it stays where it fails.
  template <class Work>
  auto in_transaction(Work&& work) -> decltype(work()) {
    TM_CHECK(run("BEGIN IMMEDIATE"));
    auto result = work();
    if (!result) {
      static_cast<void>(run("ROLLBACK"));
      return result;
    }
    TM_CHECK(run("COMMIT"));
    return result;
  }

 private:
  explicit LogFile(std::string path);
  Result<> prepare(bool fresh);
  Result<> run(const char* statement);

  const std::string path_;
  std::unique_ptr<SQLite::Database> db_;
};

}  // namespace tidemark
