// SPDX-License-Identifier: GPL-3.0-or-later
// What a timeline keeps of sinks beside their marks, as aspects. Constants; any thread.
#pragma once

#include <string_view>

namespace tidemark::aspect {

// table, also of files: why a partition that its answer does not name has no mark: a Reason's word
inline constexpr std::string_view left_out = "left-out";
// sink: "deleted:KEY": found | absent
inline constexpr std::string_view deleted_prefix = "deleted:";

}  // namespace tidemark::aspect
