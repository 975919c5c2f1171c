// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/connectors.h"

#include <algorithm>
#include <tuple>

#include "models/analysis/connector_judge.h"
#include "models/analysis/scope.h"
#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
// The longest that rules look back: commit rounds of connectors are minutes apart.
constexpr Millis window = std::chrono::minutes(15);

Known<std::string> text_of(const ConnectState::Aspects& aspects, std::string_view aspect, Reason otherwise) {
  const StateSpan* span = find(aspects, aspect);
  if (span) return *span->value;
  return otherwise;
}

Known<std::vector<std::string>> list_of(const ConnectState::Aspects& aspects, std::string_view aspect,
                                        Reason otherwise) {
  return text_of(aspects, aspect, otherwise).map([](const std::string& text) {
    const auto list = entries(text);
    return std::vector<std::string>(list.begin(), list.end());
  });
}

Known<std::string> trace_of(const ConnectState::Aspects& aspects) {
  const StateSpan* span = find(aspects, aspect::state);
  if (!span || span->detail.empty()) return Reason::not_applicable;
  return span->detail;
}

// Which member of the group is the task.
void join_member(TaskRow& row, const SinkGroup& group, const std::string& connector) {
  const auto set = [&](Reason reason) { row.member = row.host = reason, row.partitions = reason; };
  if (!group.state.count) return set(group.state.count.reason());
  if (group.own_client_id) return set(Reason::ambiguous);
  const auto members = members_of_task(group, connector, row.id);
  if (members.size() > 1) return set(Reason::ambiguous);
  if (members.empty()) return set(Reason::not_applicable);
  row.member = members.front()->id;
  row.host = members.front()->host;
  row.partitions = members.front()->partitions;
}

struct Place {
  const Snapshot& snapshot;
  const ConnectState& connect;
  const SourceSpec& source;
  LocalTime at;
};

// What Connect said before it fell silent is not true any more.
void forget(ConnectorRow& row, Reason reason) {
  row.state = row.worker = reason;
  row.judged = reason;
  row.since = reason;
  row.trace = reason;
  row.why.clear();
  for (TaskRow& task : row.tasks) {
    task.state = task.worker = task.member = task.host = task.trace_head = task.trace = reason;
    task.partitions = reason;
  }
}

ConnectorRow row_of(const Place& place, const std::string& name, const ConnectState::Connector& connector) {
  ConnectorRow row;
  row.connect = place.source.name;
  row.cluster = place.source.cluster;
  row.connector = name;
  row.type = text_of(connector.own, aspect::type, Reason::never_polled);
  row.java_class = text_of(connector.own, aspect::klass, Reason::never_polled);
  row.state = text_of(connector.own, aspect::state, Reason::never_polled);
  row.worker = text_of(connector.own, aspect::worker, Reason::never_polled);
  row.topics = list_of(connector.own, aspect::topics, Reason::never_polled);
  row.tables = list_of(connector.own, aspect::tables, Reason::not_applicable);
  const bool is_source = row.type && *row.type == "source";
  // A story tells no group; a sink of Connect has this one unless its configuration says otherwise.
  const bool named = find(connector.own, aspect::group) != nullptr;
  row.group = text_of(connector.own, aspect::group, is_source ? Reason::not_applicable : Reason::never_polled);
  if (!named && !is_source && !row.type && !find(connector.own, aspect::config)) row.group = "connect-" + name;
  std::optional<SinkGroup> group;
  if (row.group) group = sink_group(place.snapshot, row.cluster, GroupId(*row.group), connector, place.at);
  for (const auto& [id, aspects] : connector.tasks) {
    TaskRow task;
    task.id = id;
    task.state = text_of(aspects, aspect::state, Reason::never_polled);
    task.worker = text_of(aspects, aspect::worker, Reason::never_polled);
    task.trace = trace_of(aspects);
    task.trace_head = task.trace.map([](const std::string& trace) { return trace.substr(0, trace.find('\n')); });
    if (group) join_member(task, *group, name);
    row.tasks.push_back(std::move(task));
  }
  const JudgedConnector judged_connector =
      judge({place.snapshot, place.connect, name, connector, row.cluster, group ? &*group : nullptr,
             GroupId(row.group.value_or("")), workers_rebalance(place.snapshot, row.cluster, place.at), place.at});
  row.judged = judged_connector.judged;
  row.since = judged_connector.since;
  row.why = judged_connector.why;
  row.trace = trace_of(connector.own);
  if (place.connect.silent != Reason::none) forget(row, place.connect.silent);
  return row;
}

int urgency(const ConnectorRow& row) {
  if (!row.judged) return 1;
  return *row.judged == Judged::ok ? 3 : *row.judged == Judged::paused ? 2 : 0;
}

Cell list_cell(const Known<std::vector<std::string>>& list) {
  if (!list) return list.reason();
  CellList cells;
  for (const auto& entry : *list) cells.emplace_back(entry);
  return cells;
}

Cell tasks_cell(const std::vector<TaskRow>& tasks) {
  CellList cells;
  for (const TaskRow& task : tasks)
    cells.emplace_back(CellRecord{{"id", task.id},
                                  {"state", task.state},
                                  {"worker", task.worker},
                                  {"member", task.member},
                                  {"host", task.host},
                                  {"partitions", list_cell(task.partitions)},
                                  {"trace_head", task.trace_head}});
  return cells;
}
}  // namespace

std::string_view word(Judged judged) {
  switch (judged) {
    case Judged::ok:
      return "ok";
    case Judged::failed:
      return "failed";
    case Judged::partly_failed:
      return "partly-failed";
    case Judged::not_consuming:
      return "not-consuming";
    case Judged::zombie:
      return "zombie";
    case Judged::rebalancing:
      return "rebalancing";
    case Judged::stuck_commit:
      return "stuck-commit";
    case Judged::paused:
      return "paused";
  }
  return {};
}

SnapshotRequest connectors_request(LocalTime at, const Filter& filter) {
  SnapshotRequest request = lag_request(at, filter);
  request.from = at - window;
  request.topic_names.clear();
  request.ages_from_history = false;
  return request;
}

std::vector<ConnectorRow> connectors_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::vector<ConnectorRow> rows;
  for (const ConnectState& connect : connect_states(snapshot, at)) {
    const SourceSpec source = collected_of(snapshot.sources[connect.source].spec);
    if (!in_scope(filter.cluster, source.cluster.value())) continue;
    for (const auto& [name, connector] : connect.connectors) {
      ConnectorRow row = row_of({snapshot, connect, source, at}, name, connector);
      const auto wanted = [](const std::vector<std::string>& globs, const std::vector<std::string>& names) {
        return globs.empty() || std::ranges::any_of(names, [&](const auto& n) { return in_scope(globs, n); });
      };
      if (wanted(filter.group, {row.group.value_or("")}) && wanted(filter.topic, row.topics.value_or({})) &&
          wanted(filter.table, row.tables.value_or({})))
        rows.push_back(std::move(row));
    }
  }
  std::ranges::sort(rows, [](const ConnectorRow& a, const ConnectorRow& b) {
    return std::tuple(urgency(a), a.connect, a.connector) < std::tuple(urgency(b), b.connect, b.connector);
  });
  return rows;
}

Document connectors_document(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  Document document = frame("connectors", snapshot, snapshot.from, at, filter);
  document.coverage = coverage_of(snapshot, snapshot.from, at, [&](const SourceSpec& source) {
    return collected_of(source).kind == "connect" && in_scope(filter.cluster, source.cluster.value());
  });
  for (const ConnectorRow& row : connectors_rows(snapshot, at, filter))
    document.rows.push_back({{"connect", row.connect},
                             {"connector", row.connector},
                             {"type", row.type},
                             {"class", row.java_class},
                             {"state", row.state},
                             {"worker", row.worker},
                             {"group", row.group},
                             {"topics", list_cell(row.topics)},
                             {"tables", list_cell(row.tables)},
                             {"judged", row.judged.map([](Judged j) { return std::string(word(j)); })},
                             {"since", row.since},
                             {"why", row.why},
                             {"tasks", tasks_cell(row.tasks)}});
  return document;
}

}  // namespace tidemark
