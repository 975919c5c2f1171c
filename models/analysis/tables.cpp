// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/tables.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "models/analysis/paths.h"
#include "models/analysis/scope.h"
#include "models/analysis/traces.h"
#include "models/domain/checkpoints.h"
#include "models/domain/sink_states.h"

namespace tidemark {
namespace {
Object object_of(const TableName& table) { return Object("table:" + table.value()); }

// The words of a line, split at blanks.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> out;
  while (!line.empty()) {
    const auto end = std::min(line.find(' '), line.size());
    if (end > 0) out.push_back(line.substr(0, end));
    line.remove_prefix(std::min(line.size(), end + 1));
  }
  return out;
}

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::map<TableKey, std::monostate> names_at(const Snapshot& snapshot, LocalTime at,
                                            const std::map<TableKey, TableCommits>& commits) {
  std::map<TableKey, std::monostate> names;
  for (const auto& [key, list] : commits) names.try_emplace(key);
  for (const Column& column : snapshot.columns)
    if (const auto table = table_of(column.spec.signal)) names.try_emplace({snapshot.cluster_of(column), *table});
  for (const StateSpan& state : snapshot.states)
    if (object::kind(state.object) == "table" && state.value && state.from_hi <= at && (!state.to || *state.to > at))
      names.try_emplace(
          {snapshot.sources[state.source].spec.cluster, TableName(std::string(object::name(state.object)))});
  return names;
}

Evidence evidence_of(const TableInfo& table) {
  if (table.adapter) return evidence_of_adapter(*table.adapter);
  for (auto seen = table.commits.all.rbegin(); seen != table.commits.all.rend(); ++seen)
    if (!(*seen)->commit.ranges.empty()) return (*seen)->commit.evidence;
  return Evidence::unknown;
}

// A table without a group in its states: the profile may know it; else its writer commits none.
Known<GroupId> group_of_table(const Known<std::string>& said, const TableInfo& table, const Profile& profile) {
  if (said) return GroupId(*said);
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (pipeline.table == table.table.value())
      if (std::string group = group_of(pipeline); !group.empty()) return GroupId(std::move(group));
  return Reason::not_applicable;
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

// "C" of "connector:C" and of "task:C/N"; nothing for other objects.
std::string_view connector_of(const Object& object) {
  const std::string_view name = object::name(object);
  if (object::kind(object) == "connector") return name;
  return object::kind(object) == "task" ? name.substr(0, name.rfind('/')) : std::string_view();
}

// The connectors that read with a group: by name, and by what the profile says.
bool feeds(const Snapshot& snapshot, const TableInfo& table, std::string_view connector, const Profile& profile,
           LocalTime at) {
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (pipeline.connector == connector &&
        (pipeline.table == table.table.value() || (table.group && group_of(pipeline) == table.group->value())))
      return true;
  return table.group && connector_group(snapshot, table.cluster, connector, at) == table.group->value();
}

void put_failures(const Snapshot& snapshot, LocalTime at, const Profile& profile, TableInfo& table) {
  for (const StateSpan& state : snapshot.states) {
    const bool now = state.from_hi <= at && (!state.to || *state.to > at);
    if (!now || state.aspect != aspect::state || !state.value || *state.value != "FAILED") continue;
    if (snapshot.sources[state.source].spec.cluster != table.cluster) continue;
    const std::string_view connector = connector_of(state.object);
    if (connector.empty() || !feeds(snapshot, table, connector, profile, at)) continue;
    std::string text =
        std::string(object::kind(state.object)) + ' ' + std::string(object::name(state.object)) + " is FAILED";
    std::string cause = trace_cause(state.detail);  // what wraps it says only that the task ended
    if (cause.empty()) cause = trace_head(state.detail);
    if (!cause.empty()) text += ": " + cause;
    table.failures.push_back({std::move(text), state.from_hi});
  }
  for (const SourceEvent& seen : snapshot.events) {
    const Event& event = seen.event;
    if (event.kind != "commit-error" || event.hi > at) continue;
    const std::string_view connector = connector_of(event.object);
    if (event.object != object_of(table.table) &&
        (connector.empty() || !feeds(snapshot, table, connector, profile, at)))
      continue;
    table.commit_errors.push_back(
        {"a commit failed" + (event.text.empty() ? "" : ": " + first_line(event.text)), event.hi});
  }
}

void put_lists(const Snapshot& snapshot, LocalTime at, TableInfo& table) {
  const auto lines = [&](std::string_view aspect) {
    return state_text(snapshot, table.cluster, object_of(table.table), aspect, at).value_or("");
  };
  const std::string troubles = lines(aspect::trouble);
  for (const std::string_view line : entries(troubles)) {
    const auto blank = std::min(line.find(' '), line.size());
    table.troubles.push_back(
        {std::string(line.substr(0, blank)), std::string(line.substr(std::min(line.size(), blank + 1)))});
  }
  const std::string announced = lines(aspect::announced);
  for (const std::string_view line : entries(announced)) {
    const auto parts = words_of(line);
    if (parts.size() != 3) continue;
    const auto files = number_of(parts[1]), records = number_of(parts[2]);
    if (files && records) table.announced.push_back({std::string(parts[0]), *files, *records});
  }
  table.unknown_why = lines(aspect::unknown_why);
}

TableInfo info_of(const Snapshot& snapshot, const TableKey& key, LocalTime at, const Profile& profile) {
  TableInfo table;
  table.cluster = key.first;
  table.table = key.second;
  const Object object = object_of(key.second);
  const auto text = [&](std::string_view aspect) { return state_text(snapshot, key.first, object, aspect, at); };
  const auto time = [&](std::string_view aspect) {
    static constexpr std::int64_t longest = 366LL * 86'400'000;
    return state_number(snapshot, key.first, object, aspect, at).map([](std::int64_t n) {
      return Millis(std::clamp<std::int64_t>(n, 0, longest));
    });
  };
  table.format = text(aspect::format);
  table.writer = text(aspect::writer);
  table.adapter = text(aspect::adapter);
  table.snapshot_id = text(aspect::snapshot);
  table.checkpoint = state_number(snapshot, key.first, object, aspect::checkpoint, at);
  table.checkpoints_behind = state_number(snapshot, key.first, object, aspect::checkpoints_behind, at);
  table.control_topic = text(aspect::control_topic);
  if (const auto reason = text(aspect::left_out)) table.left_out = reason_from(*reason).value_or(table.left_out);
  table.interval = time(aspect::interval);
  table.timeout = time(aspect::timeout);
  table.group = group_of_table(text(aspect::group), table, profile);
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (pipeline.table == table.table.value() && !pipeline.topic.empty()) table.topics.emplace(pipeline.topic);
  put_lists(snapshot, at, table);
  put_failures(snapshot, at, profile, table);
  return table;
}
}  // namespace

bool TableInfo::restarts_from_group() const {
  static constexpr std::array own_offsets = std::to_array<std::string_view>(
      {"spark", "delta", "flink", "hudi", "redpanda", "automq", "paimon", "materialize", "risingwave"});
  if (!group) return false;
  if (writer && writer->find("connect") != std::string::npos) return true;
  return !writer || std::ranges::none_of(
                        own_offsets, [this](std::string_view name) { return writer->find(name) != std::string::npos; });
}

const TableTrouble* TableInfo::trouble(std::string_view kind) const {
  const auto found = std::ranges::find(troubles, kind, &TableTrouble::kind);
  return found == troubles.end() ? nullptr : &*found;
}

std::string connector_group(const Snapshot& snapshot, const ClusterName& cluster, std::string_view connector,
                            LocalTime at) {
  const Known<std::string> said = state_text(snapshot, cluster, object::connector(connector), aspect::group, at);
  return said ? *said : "connect-" + std::string(connector);
}

std::optional<TableName> table_of(const Signal& signal) {
  return signal::group_of(signal, "table").transform([](const GroupId& name) { return TableName(name.value()); });
}

std::vector<TableInfo> tables_at(const Snapshot& snapshot, LocalTime at, const Filter& filter, const Profile& profile) {
  std::map<TableKey, TableCommits> commits = commits_at(snapshot, at);
  std::vector<TableInfo> out;
  for (const auto& [key, unused] : names_at(snapshot, at, commits)) {
    if (!in_scope(filter.cluster, key.first.value()) || !in_scope(filter.table, key.second.value())) continue;
    TableInfo table = info_of(snapshot, key, at, profile);
    if (!filter.group.empty() && !(table.group && in_scope(filter.group, table.group->value()))) continue;
    table.commits = std::move(commits[key]);
    table.evidence = evidence_of(table);
    out.push_back(std::move(table));
  }
  return out;
}

std::vector<TopicPartition> partitions_of(const Snapshot& snapshot, const TableInfo& table) {
  std::set<TopicPartition> marked, read, written;
  const Signal mark = signal::table(table.table);
  const std::optional<Signal> group = table.group ? std::optional(signal::group(*table.group)) : std::nullopt;
  for (const Column& column : snapshot.columns) {
    const auto tp = object::as_partition(column.spec.object);
    if (!tp || snapshot.cluster_of(column) != table.cluster) continue;
    if (column.spec.signal == mark) marked.insert(*tp);
    if (group && column.spec.signal == *group) read.insert(*tp);
    if (column.spec.signal == signal::high) written.insert(*tp);
  }
  if (marked.empty() && !read.empty()) return {read.begin(), read.end()};
  if (marked.empty()) {
    std::erase_if(written, [&](const TopicPartition& tp) { return !table.topics.contains(tp.topic); });
    return {written.begin(), written.end()};
  }
  const auto of_table = [&](const TopicPartition& tp) {
    return std::ranges::any_of(marked, [&](const TopicPartition& other) { return other.topic == tp.topic; });
  };
  std::set<TopicPartition> all = marked;
  for (const auto* more : {&read, &written})
    for (const TopicPartition& tp : *more)
      if (of_table(tp)) all.insert(tp);
  return {all.begin(), all.end()};
}

}  // namespace tidemark
