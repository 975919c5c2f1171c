// SPDX-License-Identifier: GPL-3.0-or-later
// Text for a terminal. What servers and files say is hostile: control characters and those that turn the direction of
// writing never reach a screen. Input is UTF-8, or what claims to be. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tidemark::cli {

// Valid UTF-8: what is not becomes U+FFFD.
std::string valid_utf8(std::string_view text);
// Valid UTF-8 on one line, without C0 and C1 controls and without bidirectional controls; tabs become spaces.
std::string printable(std::string_view text);
// How many columns a terminal needs for printable text.
std::size_t columns(std::string_view text);
// At most `width` columns; what is left out in the middle is an ellipsis.
std::string shortened(std::string_view text, std::size_t width);

}  // namespace tidemark::cli
