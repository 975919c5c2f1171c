// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/names.h"

#include <charconv>
#include <utility>

namespace tidemark {
namespace {
Signal of(std::string_view prefix, const std::string& name) {
  std::string text(prefix);
  text += ':';
  text += name;
  return Signal(std::move(text));
}
Object object_of(std::string_view kind, std::string_view name) {
  std::string text(kind);
  text += ':';
  text += name;
  return Object(std::move(text));
}
// "orders/0" as its two parts.
std::optional<std::pair<std::string_view, std::int32_t>> numbered(std::string_view text) {
  const auto slash = text.rfind('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view digits = text.substr(slash + 1);
  std::int32_t number = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return std::pair(text.substr(0, slash), number);
}
}  // namespace

namespace object {
Object cluster(const ClusterName& name) { return object_of("cluster", name.value()); }
Object broker(BrokerId id) { return object_of("broker", std::to_string(id.value())); }
Object topic(const TopicName& topic) { return object_of("topic", topic.value()); }
Object group(const GroupId& group) { return object_of("group", group.value()); }
Object partition(const TopicPartition& tp) {
  return object_of("partition", tp.topic.value() + '/' + std::to_string(tp.partition.value()));
}
Object member(const GroupId& group, std::string_view member_id) {
  return object_of("member", group.value() + '/' + std::string(member_id));
}
Object connector(std::string_view name) { return object_of("connector", name); }
Object task(std::string_view connector, std::int64_t number) {
  return object_of("task", std::string(connector) + '/' + std::to_string(number));
}
Object worker(std::string_view host_port) { return object_of("worker", host_port); }

std::string_view kind(const Object& object) {
  const std::string_view text = object.value();
  return text.substr(0, text.find(':'));
}
std::string_view name(const Object& object) {
  const std::string_view text = object.value();
  const auto colon = text.find(':');
  return colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
}

std::optional<TopicPartition> as_partition(const Object& object) {
  if (kind(object) != "partition") return std::nullopt;
  const auto parts = numbered(name(object));
  if (!parts) return std::nullopt;
  return TopicPartition{TopicName(std::string(parts->first)), PartitionId(parts->second)};
}

std::optional<TaskName> as_task(const Object& object) {
  if (kind(object) != "task") return std::nullopt;
  const auto parts = numbered(name(object));
  if (!parts) return std::nullopt;
  return TaskName{std::string(parts->first), parts->second};
}
}  // namespace object

namespace signal {
Signal group(const GroupId& group) { return of("group", group.value()); }
Signal table(const TableName& table) { return of("table", table.value()); }
Signal age(const GroupId& group) { return of("age", group.value()); }
Signal age_error(const GroupId& group) { return of("age_error", group.value()); }
Signal residue(const GroupId& group) { return of("residue", group.value()); }

std::optional<GroupId> group_of(const Signal& signal, std::string_view prefix) {
  const std::string_view text = signal.value();
  if (text.size() <= prefix.size() || !text.starts_with(prefix) || text[prefix.size()] != ':') return std::nullopt;
  return GroupId(std::string(text.substr(prefix.size() + 1)));
}
}  // namespace signal

}  // namespace tidemark
