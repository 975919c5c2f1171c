// SPDX-License-Identifier: GPL-3.0-or-later
// Position: up to where a receiver has been told, kept in a small file beside the timeline ("prod.remote-write" of
// "prod.tidemark", mode 0600), so that the collector and the receiver may start again at any time. It is no evidence:
// the timeline does not hold it. Written whole. Any thread, one at a time. Errors: `input` for a file that cannot be
// read or is none, `storage` where it cannot be written.
#pragma once

#include <string>
#include <vector>

#include "models/timeline/feed.h"

namespace tidemark::remote {

struct Position {
  std::string receiver;           // its address
  std::int64_t sent = 0;          // samples since the first one
  std::int64_t dropped = 0;       // samples that it refused, or that were gone before they could be sent
  LocalTime from;                 // what was before is not told
  std::vector<FeedPlace> places;  // by lane
  bool operator==(const Position&) const = default;
};

std::string position_path(const std::string& timeline);
// Those of every receiver that was ever told; none where there is no file.
Result<std::vector<Position>> read_positions(const std::string& path);
Result<> write_positions(const std::string& path, const std::vector<Position>& positions);

}  // namespace tidemark::remote
