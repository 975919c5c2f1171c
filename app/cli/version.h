// SPDX-License-Identifier: GPL-3.0-or-later
// The program's version, as --version and every document's envelope say it.
#pragma once

#include <string_view>

namespace tidemark::cli {

inline constexpr std::string_view version = TIDEMARK_VERSION;

}  // namespace tidemark::cli
