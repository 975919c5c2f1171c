// SPDX-License-Identifier: GPL-3.0-or-later
// AlarmMemory: which alarms are open and what of them nobody has taken yet, kept in a small file beside the timeline
// ("prod.alarms" of "prod.tidemark", mode 0600), so that a collector that starts again repeats nothing and loses
// nothing. Written whole and renamed: it is the old one or the new one. Any thread, one at a time.
// Errors: `input` for a file that cannot be read or is none, `storage` where it cannot be written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/analysis/alarms.h"
#include "models/domain/result.h"

namespace tidemark {

// A record as JSON on one line.
using RecordText = std::function<std::string(const CellRecord&)>;

// One transition on its way to one receiver.
struct AlarmMessage {
  std::string to;    // "command" or "webhook"
  std::string id;    // of the finding
  std::string line;  // what it says, for people
  std::string body;  // JSON
  std::int64_t tries = 0;
  LocalTime next;  // not before
};

struct AlarmMemory {
  std::vector<Alarm> open;
  std::vector<AlarmMessage> waiting;  // of each receiver the oldest first
};

std::string alarms_path(const std::string& timeline);
// Nothing where there is no file.
Result<AlarmMemory> read_alarms(const std::string& path);
Result<> write_alarms(const std::string& path, const AlarmMemory& memory, const RecordText& text);

}  // namespace tidemark
