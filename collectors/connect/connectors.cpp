// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/connect/connectors.h"

#include <algorithm>
#include <set>

#include "collectors/connect/json_text.h"
#include "collectors/core/plain_text.h"
#include "collectors/core/redact.h"

namespace tidemark {
namespace {
namespace json = boost::json;
using namespace connect_json;
constexpr std::size_t most_connectors = 20'000;
constexpr std::size_t most_tasks = 100'000;  // of all connectors
constexpr std::size_t most_settings = 1000;  // of one
constexpr std::size_t longest_value = 4000;

std::vector<ConnectTask> tasks_in(const json::object& status, std::size_t& budget) {
  std::vector<ConnectTask> tasks;
  const auto* value = status.if_contains("tasks");
  const auto* list = value ? value->if_array() : nullptr;
  if (!list) return tasks;
  for (const auto& item : *list) {
    const auto* task = item.if_object();
    const auto* id = task ? task->if_contains("id") : nullptr;
    const auto* number = id ? id->if_int64() : nullptr;
    if (!number || *number < 0 || *number > INT32_MAX || budget == 0) continue;
    --budget;
    tasks.push_back(
        {*number, plain_line(text_in(task, "state"), 40), plain_line(text_in(task, "worker_id")), trace_in(task)});
  }
  std::ranges::stable_sort(tasks, {}, &ConnectTask::id);
  return tasks;
}

std::map<std::string, std::string> config_in(const json::object* info) {
  std::map<std::string, std::string> config;
  const auto* settings = info ? object_in(*info, "config") : nullptr;
  if (!settings) return config;
  for (const auto& item : *settings) {
    if (config.size() == most_settings) break;
    const auto* text = item.value().if_string();
    if (!text) continue;  // null: not set
    const std::string_view key(item.key().data(), item.key().size());
    config.emplace(plain_line(redacted(key)),
                   plain_text(redacted_setting(key, {text->data(), text->size()}), longest_value));
  }
  return config;
}

ConnectorStatus connector_in(std::string_view name, const json::object& entry, std::size_t& budget) {
  ConnectorStatus out;
  out.raw_name = name;
  out.name = plain_line(name);
  const auto* status = object_in(entry, "status");
  const auto* info = object_in(entry, "info");
  const auto* connector = status ? object_in(*status, "connector") : nullptr;
  out.type = plain_line(text_in(status, "type"), 40);
  if (out.type.empty()) out.type = plain_line(text_in(info, "type"), 40);
  out.state = plain_line(text_in(connector, "state"), 40);
  out.worker = plain_line(text_in(connector, "worker_id"));
  out.trace = trace_in(connector);
  if (status) out.tasks = tasks_in(*status, budget);
  out.config = config_in(info);
  return out;
}

std::unexpected<Error> not_connect(std::string what) {
  return fail(ErrorCode::unreachable, std::move(what), {},
              "check that the address is that of Kafka Connect 2.3 or newer");
}
}  // namespace

Result<std::vector<ConnectorStatus>> parse_connectors(std::string_view body) {
  const json::value value = parse(body);
  const auto* root = value.if_object();
  if (!root) return not_connect(value.is_array() ? "answers names without their status" : "answers no JSON object");
  std::vector<ConnectorStatus> connectors;
  std::set<std::string> names;
  std::size_t budget = most_tasks;
  for (const auto& item : *root) {
    const auto* entry = item.value().if_object();
    if (!entry || (!entry->contains("status") && !entry->contains("info")))
      return not_connect("answers something else than connectors");
    if (connectors.size() == most_connectors) break;
    auto connector = connector_in({item.key().data(), item.key().size()}, *entry, budget);
    if (names.insert(connector.name).second) connectors.push_back(std::move(connector));
  }
  std::ranges::sort(connectors, {}, &ConnectorStatus::name);
  return connectors;
}

Result<std::vector<std::string>> parse_topics(std::string_view body) {
  const json::value value = parse(body);
  const auto* root = value.if_object();
  const auto* entry = root && root->size() == 1 ? root->begin()->value().if_object() : nullptr;
  const auto* found = entry ? entry->if_contains("topics") : nullptr;
  const auto* list = found ? found->if_array() : nullptr;
  if (!list) return not_connect("answers something else than topics");
  std::set<std::string> topics;
  for (const auto& item : *list)
    if (const auto* text = item.if_string(); text && topics.size() < most_tasks)
      topics.insert(plain_line({text->data(), text->size()}, 249));  // Kafka's longest
  return std::vector<std::string>(topics.begin(), topics.end());
}

Result<WorkerRoot> parse_root(std::string_view body) {
  const json::value value = parse(body);
  const auto* root = value.if_object();
  if (text_in(root, "version").empty()) return not_connect("does not say its version");
  return WorkerRoot{plain_line(text_in(root, "version"), 80), plain_line(text_in(root, "kafka_cluster_id"), 80)};
}

std::string parse_health(std::string_view body) {
  const json::value value = parse(body);
  const std::string_view status = text_in(value.if_object(), "status");
  return status == "healthy" || status == "starting" || status == "unhealthy" ? std::string(status) : std::string();
}

std::string error_message(std::string_view body) {
  const json::value value = parse(body);
  return plain_line(redacted(text_in(value.if_object(), "message")), 300);
}

std::vector<std::string> split_list(std::string_view text) {
  std::set<std::string> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(",\n", begin), text.size());
    std::string_view item = text.substr(begin, end - begin);
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    while (!item.empty() && item.back() == ' ') item.remove_suffix(1);
    if (!item.empty()) out.emplace(item);
    begin = end + 1;
  }
  return {out.begin(), out.end()};
}

std::string group_of(const ConnectorStatus& connector) {
  if (connector.type != "sink") return {};
  const auto own = connector.config.find("consumer.override.group.id");
  if (own != connector.config.end() && !own->second.empty()) return own->second;
  return "connect-" + connector.name;
}

}  // namespace tidemark
