// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/connect/status_record.h"

#include <charconv>

#include "collectors/connect/json_text.h"
#include "collectors/core/plain_text.h"

namespace tidemark {
namespace {
constexpr std::string_view connector_key = "status-connector-";
constexpr std::string_view task_key = "status-task-";
constexpr std::size_t largest_value = 1u << 20;

// "NAME-3": a name may have dashes, a number has none.
std::optional<Object> task_of(std::string_view name) {
  const auto dash = name.rfind('-');
  if (dash == std::string_view::npos || dash == 0) return std::nullopt;
  const std::string_view digits = name.substr(dash + 1);
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return object::task(plain_line(name.substr(0, dash)), number);
}

std::optional<Object> object_of(std::string_view key) {
  if (key.starts_with(task_key)) return task_of(key.substr(task_key.size()));
  if (!key.starts_with(connector_key) || key.size() == connector_key.size()) return std::nullopt;
  return object::connector(plain_line(key.substr(connector_key.size())));
}
}  // namespace

std::optional<StatusRecord> parse_status_record(std::string_view key, std::optional<std::string_view> value) {
  const auto object = object_of(key);
  if (!object) return std::nullopt;
  StatusRecord out{*object, {}, {}, {}};
  if (!value) return out;
  if (value->size() > largest_value) return std::nullopt;
  const boost::json::value json = connect_json::parse(*value);
  const auto* root = json.if_object();
  std::string state = plain_line(connect_json::text_in(root, "state"), 40);
  if (state.empty()) return std::nullopt;
  if (state == "DESTROYED") return out;
  out.state = std::move(state);
  out.worker = plain_line(connect_json::text_in(root, "worker_id"));
  out.trace = connect_json::trace_in(root);
  return out;
}

}  // namespace tidemark
