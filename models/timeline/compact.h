// SPDX-License-Identifier: GPL-3.0-or-later
// Compaction: gives the disk back what retention left free in a timeline's file, which else keeps its size. In place it
// needs that much free room twice for a while; readers go on meanwhile. Or a compact copy is written to a new file.
// Thread rule: any thread; blocks until done or `stop` asks. Errors: `storage` while another program writes the
// timeline or there is no room, `damaged`, `cancelled`; the timeline is as it was then.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>

#include "models/domain/result.h"

namespace tidemark {

struct Compacted {
  std::int64_t bytes_before = 0;
  std::int64_t bytes_after = 0;
};
Result<Compacted> compact_timeline(const std::string& path, const std::stop_token& stop);
// `copy` must not exist.
Result<Compacted> copy_compact(const std::string& path, const std::string& copy, const std::stop_token& stop);

}  // namespace tidemark
