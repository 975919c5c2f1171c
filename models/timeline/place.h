// SPDX-License-Identifier: GPL-3.0-or-later
// Where a timeline lies: its folder and file with private modes, the lock of its one writer, the kind of its disk.
// Thread rule: none shared. Errors: `storage`, one line each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "models/domain/result.h"

namespace tidemark {

// Held while open: the exclusive lock on PATH.lock. A process that dies loses it.
class WriterLock final {
 public:
  static Result<WriterLock> take(const std::string& timeline_path);
  WriterLock(WriterLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  WriterLock& operator=(WriterLock&&) = delete;
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();

 private:
  explicit WriterLock(int file) : file_(file) {}
  int file_;
};

// Makes missing folders (0700) and an empty file (0600) where there is none; true where the file is new.
Result<bool> make_place(const std::string& path);
// The name of the network file system that `path` lies on; SQLite's WAL does not work there.
std::optional<std::string> network_file_system(const std::string& path);
// The same from the text of /proc/self/mountinfo and a device number "MAJOR:MINOR".
std::optional<std::string> network_file_system_in(std::string_view mountinfo, std::string_view device);
// Bytes that an ordinary user may still write to the disk of `path`.
std::int64_t free_bytes(const std::string& path);
// 0 where there is no such file.
std::int64_t file_bytes(const std::string& path);

}  // namespace tidemark
