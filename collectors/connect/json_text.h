// SPDX-License-Identifier: GPL-3.0-or-later
// JSON of Connect, read leniently: what is not there, or of another kind, is empty. Room-internal.
// Pure functions; any thread.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

namespace tidemark::connect_json {

// Null where the text is none.
boost::json::value parse(std::string_view body);
const boost::json::object* object_in(const boost::json::object& parent, std::string_view key);
// Valid as long as the value.
std::string_view text_in(const boost::json::object* parent, std::string_view key);
// The trace of a connector or task: secrets removed, capped.
std::string trace_in(const boost::json::object* parent);

}  // namespace tidemark::connect_json
