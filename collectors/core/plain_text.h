// SPDX-License-Identifier: GPL-3.0-or-later
// Text of servers, made fit to be stored and shown: UTF-8, no control characters, no marks that turn the direction of
// writing, not longer than wanted. Pure functions; any thread. Sizes are bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tidemark {

// On one line: what breaks lines becomes a space.
std::string plain_line(std::string_view text, std::size_t longest = 400);
// Line breaks stay.
std::string plain_text(std::string_view text, std::size_t longest);

}  // namespace tidemark
