// SPDX-License-Identifier: GPL-3.0-or-later
// Text of exports. Names come from servers: whatever they hold, a line stays one line of valid JSON or CSV.
// Pure functions; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tidemark {

// A JSON string with its quotes; bytes that are no UTF-8 become U+FFFD.
std::string json_string(std::string_view text);
// A CSV cell; quoted where needed, and told apart from a spreadsheet's formula by a leading '.
std::string csv_cell(std::string_view text);
// value times 10^-scale, exactly, without trailing zeros.
std::string decimal(std::int64_t value, int scale);

}  // namespace tidemark
