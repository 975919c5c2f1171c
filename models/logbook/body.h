// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a logbook's row, read member by member. For this room and the bundles; includes a heavy header. Thread
// rule: none.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string_view>

#include "models/logbook/entry.h"

namespace tidemark::body {

// `damaged`, with the row's uuid.
std::unexpected<Error> not_a(const LogEntry& entry);
// The body's members, kept in `value`; null where it is no JSON object.
const boost::json::object* read(const LogEntry& entry, boost::json::value& value);
std::optional<std::string> text_in(const boost::json::object& body, std::string_view key);
std::optional<LocalTime> time_in(const boost::json::object& body, std::string_view key);

}  // namespace tidemark::body
