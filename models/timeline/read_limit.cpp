// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/read_limit.h"

#include <algorithm>
#include <thread>

#include "models/timeline/place.h"

namespace tidemark {
namespace {
constexpr int steps_between_looks = 100;  // of SQLite's machine: some 10 us
constexpr Millis first_time{250};
constexpr Millis longest_time{2000};
constexpr Millis writer_time{1000};
constexpr Millis slice{5};
}  // namespace

Millis read_time(int attempt) { return std::min(longest_time, first_time * (1 << std::min(attempt, 8))); }

ReadLimit::ReadLimit(SQLite::Database& db, const std::string& path) : db_(db.getHandle()), log_(path + "-wal") {
  begin(longest_time);
  sqlite3_progress_handler(db_, steps_between_looks, look, this);
}

ReadLimit::~ReadLimit() { sqlite3_progress_handler(db_, 0, nullptr, nullptr); }

void ReadLimit::begin(Millis time) {
  until_ = std::chrono::steady_clock::now() + time;
  ended_ = false;
}

void ReadLimit::check() {
  if (look(this) != 0) throw SQLite::Exception("the reading is ended", SQLITE_INTERRUPT);
}

bool ReadLimit::large() const { return file_bytes(log_) >= large_log_bytes; }

int ReadLimit::look(void* self) {
  auto& limit = *static_cast<ReadLimit*>(self);
  if (limit.ended_) return 1;
  if (std::chrono::steady_clock::now() < limit.until_) return 0;
  // Not asked again for a while: most logs never grow large.
  limit.ended_ = limit.large();
  if (!limit.ended_) limit.until_ = std::chrono::steady_clock::now() + slice;
  return limit.ended_ ? 1 : 0;
}

void ReadLimit::wait_for_writer(const std::atomic<bool>& cancelled) const {
  for (Millis waited{0}; waited < writer_time && large() && !cancelled; waited += slice)
    std::this_thread::sleep_for(slice);
}

}  // namespace tidemark
