// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 as RFC 3629 allows it. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace tidemark {

// The length of the sequence at the front of `text`, 0 where there is none (no surrogates, no long forms).
std::size_t utf8_length(std::string_view text);

}  // namespace tidemark
