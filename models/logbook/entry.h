// SPDX-License-Identifier: GPL-3.0-or-later
// Entry: one row of a logbook, and how rows hold together: each names the rows that were the last ones when it was
// written, by their hashes (SHA-256 over all of a row's fields, each with its length before it). So a row that is
// changed, or taken out from under another, shows; only the last rows can be cut off unseen, which is why exports print
// their hashes. Rows of several files make one graph: a union of files stays whole.
// Value types and pure functions; any thread. Errors: `damaged`, with the row's uuid.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"
#include "models/domain/time.h"

namespace tidemark {

struct LogEntry {
  std::string uuid;
  LocalTime at;  // when it was written
  std::string author;
  std::string kind;       // note, snooze, …
  std::string body;       // a JSON object
  std::string prev_hash;  // those of the rows before it, sorted, a blank between them; empty: there was none
  bool operator==(const LogEntry&) const = default;
};

// 64 hexadecimal digits.
std::string sha256_of(std::string_view bytes);
std::string hash_of(const LogEntry& entry);
// The hashes of the rows that no other names, as prev_hash is written.
std::string last_hashes(const std::vector<LogEntry>& entries);
// Every row that is named is there, no row is there twice.
Result<> verify_chain(const std::vector<LogEntry>& entries);

}  // namespace tidemark
