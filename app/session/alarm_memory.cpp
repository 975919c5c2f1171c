// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/alarm_memory.h"

#include <filesystem>

#include "app/settings/files.h"
#include "collectors/core/strict_json.h"

namespace tidemark {
namespace {
using strict_json::Node;
constexpr std::size_t largest = 32u << 20;

Cell cell_of(const boost::json::value& value) {
  if (value.is_bool()) return value.get_bool();
  if (value.is_int64()) return value.get_int64();
  if (value.is_double()) return value.get_double();
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_array()) {
    CellList list;
    for (const boost::json::value& item : value.get_array()) list.push_back(cell_of(item));
    return list;
  }
  if (!value.is_object()) return {};
  CellRecord record;
  for (const auto& member : value.get_object()) record.push_back({std::string(member.key()), cell_of(member.value())});
  return record;
}

Result<LocalTime> time_in(const Node& node, std::string_view key) {
  TM_TRY(const Node at, node.need(key));
  TM_TRY(const std::int64_t value, at.integer(0));
  return LocalTime(Millis(value));
}

Result<Alarm> read_alarm(const Node& node) {
  Alarm out;
  TM_TRY(out.id, node.text_or("id", {}));
  TM_TRY(const std::string cluster, node.text_or("cluster", {}));
  out.cluster = ClusterName(cluster);
  TM_TRY(const std::string severity, node.text_or("severity", {}));
  out.severity = severity_from(severity).value_or(Severity::warn);
  TM_TRY(out.opened_at, time_in(node, "opened_at"));
  TM_TRY(const Node record, node.need("finding"));
  if (!record.is_object()) return record.error("a finding is an object");
  const Cell cell = cell_of(record.raw());
  out.record = std::get<CellRecord>(cell.value);
  return out;
}

Result<AlarmMessage> read_message(const Node& node) {
  AlarmMessage out;
  TM_TRY(out.to, node.text_or("to", {}));
  TM_TRY(out.id, node.text_or("id", {}));
  TM_TRY(out.line, node.text_or("line", {}));
  TM_TRY(out.body, node.text_or("body", {}));
  TM_TRY(out.tries, node.integer_or("tries", 0, 0));
  TM_TRY(out.next, time_in(node, "next"));
  return out;
}

CellRecord record_of(const AlarmMemory& memory) {
  CellList open, waiting;
  for (const Alarm& alarm : memory.open)
    open.emplace_back(CellRecord{{"id", alarm.id},
                                 {"cluster", alarm.cluster.value()},
                                 {"severity", word(alarm.severity)},
                                 {"opened_at", ms(alarm.opened_at)},
                                 {"finding", alarm.record}});
  for (const AlarmMessage& message : memory.waiting)
    waiting.emplace_back(CellRecord{{"to", message.to},
                                    {"id", message.id},
                                    {"line", message.line},
                                    {"body", message.body},
                                    {"tries", message.tries},
                                    {"next", ms(message.next)}});
  return {{"schema", 1}, {"open", std::move(open)}, {"waiting", std::move(waiting)}};
}
}  // namespace

std::string alarms_path(const std::string& timeline) {
  return std::filesystem::path(timeline).replace_extension(".alarms").string();
}

Result<AlarmMemory> read_alarms(const std::string& path) {
  AlarmMemory out;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return out;
  TM_TRY(const std::string text, read_file(path));
  TM_TRY(const auto document,
         strict_json::Document::parse(text, path, ErrorCode::input, {.bytes = largest, .depth = 32}));
  const Node root = document.root();
  TM_CHECK(root.keys({"schema", "open", "waiting"}));
  TM_CHECK(root.each("open", [&](const Node& node) -> Result<> {
    TM_TRY(Alarm alarm, read_alarm(node));
    out.open.push_back(std::move(alarm));
    return {};
  }));
  TM_CHECK(root.each("waiting", [&](const Node& node) -> Result<> {
    TM_TRY(AlarmMessage message, read_message(node));
    out.waiting.push_back(std::move(message));
    return {};
  }));
  return out;
}

Result<> write_alarms(const std::string& path, const AlarmMemory& memory, const RecordText& text) {
  return replace_file(path, text(record_of(memory)) + '\n');
}

}  // namespace tidemark
