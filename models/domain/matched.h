// SPDX-License-Identifier: GPL-3.0-or-later
// Aspects of "source:NAME" of a source of metrics, a line each, tabs between: "SIGNAL LAYER KIND PRESET METRIC SERIES"
// for what was matched to a signal of objects of that kind, "SIGNAL LAYER" for what was not. Any thread.
#pragma once

#include <string_view>

namespace tidemark::aspect {

inline constexpr std::string_view matched = "matched";
inline constexpr std::string_view unmatched = "unmatched";

}  // namespace tidemark::aspect
