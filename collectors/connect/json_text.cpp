// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/connect/json_text.h"

#include <boost/json/parse.hpp>

#include "collectors/core/plain_text.h"
#include "collectors/core/redact.h"

namespace tidemark::connect_json {
namespace {
constexpr std::size_t longest_trace = 16u << 10;
}

boost::json::value parse(std::string_view body) {
  boost::system::error_code error;
  boost::json::parse_options options;
  options.allow_invalid_utf8 = true;  // plain_text sees to it
  auto value = boost::json::parse(boost::json::string_view(body.data(), body.size()), error, {}, options);
  return error ? boost::json::value() : value;
}

const boost::json::object* object_in(const boost::json::object& parent, std::string_view key) {
  const auto* value = parent.if_contains(boost::json::string_view(key.data(), key.size()));
  return value ? value->if_object() : nullptr;
}

std::string_view text_in(const boost::json::object* parent, std::string_view key) {
  const auto* value = parent ? parent->if_contains(boost::json::string_view(key.data(), key.size())) : nullptr;
  const auto* text = value ? value->if_string() : nullptr;
  return text ? std::string_view(text->data(), text->size()) : std::string_view();
}

std::string trace_in(const boost::json::object* parent) {
  const std::string_view trace = text_in(parent, "trace");
  // What follows the cap is not worth a look.
  return plain_text(redacted_lines(trace.substr(0, longest_trace + 1)), longest_trace);
}

}  // namespace tidemark::connect_json
