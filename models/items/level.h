// SPDX-License-Identifier: GPL-3.0-or-later
// Level: how bad something is. Views give it a shape, a word and a colour, always all three.
#pragma once

#include <cstdint>

namespace tidemark {

enum class Level : std::uint8_t { error, warn, fine, unknown, none };

}  // namespace tidemark
