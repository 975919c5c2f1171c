// SPDX-License-Identifier: GPL-3.0-or-later
// A source that watches nothing: what the collector passes on to a store of others, and how far it has come. It stands
// beside those that watch; what they cover is not its matter. Pure functions; any thread.
#pragma once

#include "models/domain/sample.h"

namespace tidemark {

inline constexpr const char* remote_write_kind = "remote-write";

inline bool watches(const SourceSpec& source) { return source.kind != remote_write_kind; }

// Of "source:NAME".
namespace signal {
inline const Signal remote_behind{"remote_behind_ms"};         // how old the oldest poll is that it has not been told
inline const Signal remote_sent{"remote_sent_samples"};        // since the first one
inline const Signal remote_dropped{"remote_dropped_samples"};  // that it refused
}  // namespace signal

}  // namespace tidemark
