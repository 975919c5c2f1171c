// SPDX-License-Identifier: GPL-3.0-or-later
// ReadLimit: a read transaction keeps the writer from shortening its log (SQLite's WAL). Where the log has grown large,
// a transaction that has lasted its time is ended, so that the writer gets its moment; it is then begun anew.
// Thread rule: the connection's thread.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "models/domain/time.h"
#include "models/timeline/sql.h"

namespace tidemark {

inline constexpr std::int64_t large_log_bytes = std::int64_t{32} << 20;

class ReadLimit final {
 public:
  // `path` is that of the timeline.
  ReadLimit(SQLite::Database& db, const std::string& path);
  ~ReadLimit();
  ReadLimit(const ReadLimit&) = delete;
  ReadLimit& operator=(const ReadLimit&) = delete;

  // A transaction begins; `time` is what it has while the log is large.
  void begin(Millis time);
  // For work outside of SQLite: throws what its statements would.
  void check();
  // The transaction was ended: its statements answered that they were interrupted.
  bool ended() const { return ended_; }
  // Until the log is short again, for a moment at most.
  void wait_for_writer(const std::atomic<bool>& cancelled) const;

 private:
  bool large() const;
  static int look(void* self);

  sqlite3* db_;
  std::string log_;
  std::chrono::steady_clock::time_point until_;
  bool ended_ = false;
};

// How long the n-th attempt at one reading may take while the log is large, and how many there are.
inline constexpr int read_attempts = 8;
Millis read_time(int attempt);

}  // namespace tidemark
