// SPDX-License-Identifier: GPL-3.0-or-later
// Aspects of tables whose writers note numbers of checkpoints or batches: states of "table:NAME". A number as text.
#pragma once

#include <string_view>

namespace tidemark::aspect {

inline constexpr std::string_view checkpoint = "checkpoint";                  // the newest that is in the table
inline constexpr std::string_view checkpoints_behind = "checkpoints-behind";  // what its job has completed beyond that

}  // namespace tidemark::aspect
