// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/summary.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <charconv>
#include <limits>

namespace tidemark::iceberg {
namespace {
namespace json = boost::json;
constexpr std::string_view control_mark = "{control_topic}.{group}";
constexpr std::size_t longest_id = 128;
constexpr std::size_t most_partitions = 10'000;

std::string_view member(const Texts& summary, std::string_view key) {
  const auto found = summary.find(key);
  return found == summary.end() ? std::string_view() : std::string_view(found->second);
}

// "orders-0" is task 0 of connector "orders".
std::string_view connector_of(std::string_view task_id) {
  const auto dash = task_id.rfind('-');
  if (dash == std::string_view::npos || !parse_count(task_id.substr(dash + 1))) return {};
  return task_id.substr(0, dash);
}

std::vector<std::string> likely_groups(std::string_view task_id, const WriterNames& names) {
  std::vector<std::string> groups;
  for (const std::string_view connector : {std::string_view(names.connector), connector_of(task_id)})
    if (!connector.empty())
      for (const char* prefix : {"connect-", "cg-control-"}) groups.push_back(prefix + std::string(connector));
  if (!names.group.empty()) groups.push_back(names.group);
  // "connect-a.sink" before "sink", which ends it.
  std::ranges::sort(groups, std::ranges::greater{}, &std::string::size);
  return groups;
}

bool is_writers(std::string_view group, const WriterNames& names) {
  if (!names.group.empty()) return group == names.group;
  return names.connector.empty() || group.ends_with('-' + names.connector);
}

// "TOPIC.GROUP" as its two names, if names that are known make it up.
std::optional<ControlKey> split(std::string_view whole, std::size_t prefix, const WriterNames& names,
                                const std::vector<std::string>& groups) {
  const std::string key(whole);
  const std::string_view rest = whole.substr(prefix);
  for (const std::string& group : groups) {
    if (rest.size() < group.size() + 2 || !rest.ends_with(group)) continue;
    const std::string_view topic = rest.substr(0, rest.size() - group.size() - 1);
    if (rest[topic.size()] != '.') continue;
    if (!names.control_topic.empty() && topic != names.control_topic) continue;
    if (!is_writers(group, names)) return std::nullopt;
    return ControlKey{key, std::string(topic), group};
  }
  const std::string_view topic = names.control_topic;
  if (names.group.empty() && names.connector.empty() && !topic.empty() && rest.size() > topic.size() + 1 &&
      rest.starts_with(topic) && rest[topic.size()] == '.')
    return ControlKey{key, names.control_topic, std::string(rest.substr(topic.size() + 1))};
  return std::nullopt;
}

std::optional<std::int32_t> partition(std::string_view text) {
  const auto number = parse_count(text);
  if (!number || *number > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
  return static_cast<std::int32_t>(*number);
}

std::optional<LakeTime> valid_through(const Texts& summary, const WriterPreset& writer) {
  for (const OffsetRule& rule : writer.rules)
    if (rule.means == "time")
      if (const auto time = read_time_note(rule, summary)) return time;
  return std::nullopt;
}
}  // namespace

Result<std::optional<ControlKey>> find_control_key(const Texts& summary, const WriterNames& names,
                                                   const OffsetRule& rule, std::string_view task_key) {
  if (!rule.key.ends_with(control_mark)) return std::optional<ControlKey>();
  const std::string_view prefix = std::string_view(rule.key).substr(0, rule.key.size() - control_mark.size());
  const auto groups = likely_groups(member(summary, task_key), names);
  std::vector<ControlKey> fitting;
  std::vector<std::string_view> all;
  for (auto entry = summary.lower_bound(prefix); entry != summary.end() && entry->first.starts_with(prefix); ++entry) {
    all.emplace_back(entry->first);
    if (auto key = split(entry->first, prefix.size(), names, groups)) fitting.push_back(std::move(*key));
  }
  if (fitting.size() == 1) return std::optional(std::move(fitting.front()));
  if (fitting.size() > 1) return fail(ErrorCode::input, "several control offsets fit the writer: name its group");
  const bool nothing_known = names.control_topic.empty() && names.group.empty() && names.connector.empty();
  if (all.empty() || !nothing_known) return std::optional<ControlKey>();
  if (all.size() > 1) return fail(ErrorCode::input, "several writers note control offsets: name the writer's group");
  return std::optional(ControlKey{std::string(all.front()), {}, {}});
}

Result<std::map<std::int32_t, std::int64_t>> parse_offsets(std::string_view text) {
  const auto wrong = [] { return fail(ErrorCode::input, "the offsets in the summary cannot be read"); };
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 2;
  const json::value value = json::parse({text.data(), text.size()}, error, {}, options);
  const auto* object = error ? nullptr : value.if_object();
  if (object == nullptr || object->empty() || object->size() > most_partitions) return wrong();
  std::map<std::int32_t, std::int64_t> offsets;
  for (const auto& entry : *object) {
    const auto number = partition({entry.key().data(), entry.key().size()});
    const auto* offset = entry.value().if_int64();
    if (!number || offset == nullptr || *offset < 0 || !offsets.emplace(*number, *offset).second) return wrong();
  }
  return offsets;
}

CommitFacts commit_facts(const Texts& summary, const WriterPreset* writer) {
  CommitFacts facts;
  if (writer != nullptr) {
    facts.commit_id = std::string(member(summary, writer->commit_id).substr(0, longest_id));
    facts.valid_through = valid_through(summary, *writer);
    facts.whole = facts.valid_through &&
                  std::ranges::any_of(writer->rules, [](const OffsetRule& rule) { return rule.means == "control"; });
  }
  facts.added_records = parse_count(member(summary, "added-records"));
  facts.added_data_files = parse_count(member(summary, "added-data-files"));
  facts.added_delete_files = parse_count(member(summary, "added-delete-files"));
  facts.total_data_files = parse_count(member(summary, "total-data-files"));
  const std::string_view deleted = member(summary, "deleted-data-files");
  facts.deleted_data_files = deleted.empty() && facts.total_data_files ? 0 : parse_count(deleted);
  return facts;
}

}  // namespace tidemark::iceberg
