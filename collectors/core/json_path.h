// SPDX-License-Identifier: GPL-3.0-or-later
// Paths into JSON as people write them: "$.kafka.offsets", "$['a.b'][0]"; "$" is the whole. No wildcards, no filters.
// Pure functions; any thread.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace tidemark {

// The same place as a JSON Pointer (RFC 6901); nothing where the text is no such path.
std::optional<std::string> json_pointer(std::string_view path);
// What stands there; null where there is nothing, or the text is no path.
const boost::json::value* json_at(const boost::json::value& root, std::string_view path);

}  // namespace tidemark
