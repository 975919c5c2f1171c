// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/body.h"

#include <boost/json/parse.hpp>

namespace tidemark::body {
namespace json = boost::json;

std::unexpected<Error> not_a(const LogEntry& entry) {
  return fail(ErrorCode::damaged, "the row " + entry.uuid + " of the logbook is not a " + entry.kind, {},
              "use a copy of the file");
}

const json::object* read(const LogEntry& entry, json::value& value) {
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 8;
  value = json::parse(entry.body, error, {}, options);
  return error ? nullptr : value.if_object();
}

std::optional<std::string> text_in(const json::object& body, std::string_view key) {
  const auto* value = body.if_contains(key);
  const auto* text = value ? value->if_string() : nullptr;
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

std::optional<LocalTime> time_in(const json::object& body, std::string_view key) {
  const auto text = text_in(body, key);
  return text ? parse_rfc3339(*text) : std::nullopt;
}

}  // namespace tidemark::body
