// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a request of Prometheus Remote-Write 1.0: samples by series, as protobuf in snappy's block format. Labels
// are sorted by name, samples by time; the end of a series is the marker that the specification has for it. Pure
// functions; any thread. Units: ms since the epoch.
#pragma once

#include <string>

#include "models/timeline/feed.h"

namespace tidemark::remote {

// A run of a page's samples.
struct Range {
  std::size_t first = 0;
  std::size_t count = 0;
  bool operator==(const Range&) const = default;
};

std::string write_request(const FeedPage& page, Range range);

}  // namespace tidemark::remote
