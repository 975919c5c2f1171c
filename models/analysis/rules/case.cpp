// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/case.h"

#include <algorithm>

#include "models/analysis/groups.h"
#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/dead_letters.h"
#include "models/analysis/rules/replays.h"
#include "models/analysis/rules/signals.h"
#include "models/analysis/rules/silence.h"
#include "models/analysis/scope.h"
#include "models/domain/processor_jobs.h"

namespace tidemark {
namespace {
constexpr Millis long_unread{300'000};

// Only what narrows the timeline as a whole: paths are chosen after they are joined.
Filter of_clusters(const Filter& filter) {
  Filter out;
  out.cluster = filter.cluster;
  return out;
}

// A connector without configuration (a story's) reads with the group that the profile gives it.
bool reads_with(const ConnectorRow& connector, const PathCase& of, const Profile& profile) {
  if (connector.cluster != of.cluster) return false;
  if (connector.topics && std::ranges::find(*connector.topics, of.topic.value()) == connector.topics->end())
    return false;
  const bool sink = !connector.type || *connector.type != "source";
  if (sink && connector_group(of.file->snapshot, of.cluster, connector.connector, of.file->at) == of.group.value())
    return true;
  return std::ranges::any_of(profile.pipelines, [&](const PipelineProfile& pipeline) {
    return pipeline.connector == connector.connector && group_of(pipeline) == of.group.value();
  });
}
}  // namespace

std::span<const MarkPoll> PartitionCase::window() const {
  if (polls.size() < rule_polls) return {};
  return std::span(polls).last(rule_polls);
}

bool PartitionCase::flat() const {
  const auto last = window();
  return !last.empty() && last.front().committed == last.back().committed &&
         std::ranges::all_of(last, [&](const MarkPoll& poll) { return poll.committed == last.back().committed; });
}

Confidence TableCase::confidence() const {
  const bool counted = table->evidence == Evidence::exact || table->evidence == Evidence::derived;
  return counted ? Confidence::high : Confidence::medium;
}

std::string PathCase::name() const {
  if (path) return path->name;
  std::string table = tables.empty() ? std::string() : tables.front().table->table.value();
  for (const PipelineProfile& pipeline : file->profile.pipelines)
    if (!table.empty() && pipeline.table == table && !pipeline.name.empty()) return pipeline.name;
  return table;
}

Object PathCase::object() const {
  if (!group.value().empty()) return object::group(group);
  return tables.empty() ? object::topic(topic) : tables.front().object();
}

Known<Millis> PathCase::over_target() const {
  Known<Millis> oldest = Reason::no_history;
  for (const PartitionCase& partition : partitions)
    if (partition.row->age && (!oldest || *partition.row->age > *oldest)) oldest = partition.row->age;
  if (!oldest || !path || !path->budget || !path->budget->target) return oldest;
  return *oldest - *path->budget->target;
}

Known<double> PathCase::produce_rate() const {
  Known<double> sum = Reason::no_history;
  for (const PartitionCase& partition : partitions)
    if (partition.row->produce_rate) sum = sum.value_or(0) + *partition.row->produce_rate;
  return sum;
}

std::int64_t PathCase::unread() const {
  std::int64_t sum = 0;
  for (const PartitionCase& partition : partitions) sum += partition.row->unread_records.value_or(0);
  return sum;
}

bool PathCase::unread_grows_long() const {
  return std::ranges::any_of(partitions, [](const PartitionCase& partition) {
    return partition.waits() && partition.row->produce_rate.value_or(0) > 0 &&
           partition.row->age.value_or(Millis(0)) > long_unread;
  });
}

bool PathCase::commits_fail() const {
  return std::ranges::any_of(tables, [](const TableCase& table) {
    return std::ranges::any_of(
        table.rows, [](const AlignRow* row) { return row->commit_gap && *row->commit_gap > 0 && row->commits_fail; });
  });
}

const StateSpan* PathCase::job_at(LocalTime at) const {
  const PipelineProfile* pipeline = path ? path->pipeline : nullptr;
  if (!pipeline || pipeline->processor.empty()) return nullptr;
  const StateSpan* state = file->snapshot.state_at(cluster, object::job(pipeline->processor), aspect::state, at);
  return state && state->value ? state : nullptr;
}

const StateSpan* PathCase::job() const { return job_at(file->at); }

bool PathCase::job_runs() const { return job_ran_at(file->at); }

bool PathCase::job_ran_at(LocalTime at) const {
  const StateSpan* state = job_at(at);
  return state && state->value == "RUNNING";
}

CaseFile::CaseFile(const Snapshot& of, LocalTime when, const Filter& filter, const Profile& judged)
    : snapshot(of), at(when), profile(judged), groups(members_at(of, when)) {
  add_paths(filter);
  add_tables(filter);
  for (PathCase& path : cases)
    for (const ConnectorRow& connector : connectors)
      if (!path.connector && reads_with(connector, path, profile)) path.connector = &connector;
  note_states();
  note_dead_letters();
  note_signals();
  replays = active_replays(*this);
  for (PathCase& path : cases) {
    path.round = commit_round(path);
    path.backlog = backlog_of(path);
  }
}

const Path* CaseFile::find(const ClusterName& cluster, const GroupId& group, const TopicName& topic) const {
  const auto found = std::ranges::find_if(all_paths, [&](const Path& path) {
    return path.group == group && path.topic == topic && path.cluster == cluster && !path.rows.empty();
  });
  return found == all_paths.end() ? nullptr : &*found;
}

bool CaseFile::is_control(const ClusterName& cluster, const TopicName& topic) const {
  const Known<std::string> role = state_text(snapshot, cluster, object::topic(topic), aspect::role, at);
  if (role)
    for (const std::string_view entry : entries(*role))
      if (entry == "control") return true;
  return std::ranges::any_of(tables, [&](const TableInfo& table) {
    return table.cluster == cluster && table.control_topic && *table.control_topic == topic.value();
  });
}

void CaseFile::add_paths(const Filter& filter) {
  static const GroupMembers nobody;
  for (TableInfo& table : tables_at(snapshot, at, of_clusters(filter), profile)) tables.push_back(std::move(table));
  connectors = connectors_rows(snapshot, at, of_clusters(filter));
  all_paths = paths_of(lag_rows(snapshot, at, of_clusters(filter)), profile, {});
  for (const Path& path : all_paths) {
    if (path.rows.empty() || !in_scope(filter, path) || is_control(path.cluster, path.topic)) continue;
    const bool feeds =
        std::ranges::any_of(tables, [&](const TableInfo& table) { return table.group && *table.group == path.group; });
    if (is_coordinator(path.group) && !feeds) continue;
    PathCase& of = cases.emplace_back();
    of.file = this;
    of.cluster = path.cluster;
    of.group = path.group;
    of.topic = path.topic;
    of.path = &path;
    const auto members = groups.find({path.cluster, path.group});
    of.members = members == groups.end() ? &nobody : &members->second;
    const TopicTraits traits = traits_at(snapshot, path.cluster, path.topic, at);
    for (const LagRow& row : path.rows) {
      PartitionCase& partition = of.partitions.emplace_back(PartitionCase{&row, traits, {}});
      partition.polls = mark_polls(snapshot, partition.keys(), traits, at, lag_polls);
    }
  }
}

void CaseFile::add_tables(const Filter& filter) {
  align = align_rows(snapshot, at, of_clusters(filter), profile);
  cadences.reserve(tables.size());
  for (const TableInfo& table : tables) {
    const Cadence& cadence = cadences.emplace_back(cadence_of(table));
    if (!in_scope(filter.table, table.table.value())) continue;
    const GroupId group = table.group ? *table.group : GroupId();
    for (const AlignRow& row : align) {
      if (row.table != table.table || row.cluster != table.cluster) continue;
      const TopicName& topic = row.partition.topic;
      auto of = std::ranges::find_if(cases, [&](const PathCase& path) {
        return path.group == group && path.topic == topic && path.cluster == table.cluster &&
               (!group.value().empty() || path.tables.front().table == &table);
      });
      if (of == cases.end()) {
        const bool wanted = in_scope(filter.group, group.value()) && in_scope(filter, table.cluster, topic) &&
                            filter.path.empty() && filter.class_name.empty();
        if (!wanted || find(table.cluster, group, topic)) continue;
        PathCase fresh;
        fresh.file = this;
        fresh.cluster = table.cluster;
        fresh.group = group;
        fresh.topic = topic;
        cases.push_back(std::move(fresh));
        of = std::prev(cases.end());
      }
      if (of->tables.empty() || of->tables.back().table != &table) of->tables.push_back({&table, &cadence, {}});
      of->tables.back().rows.push_back(&row);
    }
  }
  if (!filter.table.empty()) std::erase_if(cases, [](const PathCase& path) { return path.tables.empty(); });
}

namespace {
// What metrics let a rule run, by the words that it needs.
std::vector<std::string_view> needs_of(std::string_view signal, std::string_view kind) {
  if (signal == "commit_latency_ms") return {"commit time-outs or latency", "sink latency, cpu or queue_depth"};
  if (signal == "put_latency_ms" && kind == "model")
    return {"sink latency, cpu or queue_depth", "model probe, latency or retries"};
  if (signal == "request_latency_ms" && kind == "model")
    return {"sink latency, cpu or queue_depth", "model probe, latency or retries"};
  if (signal == "request_latency_ms" && (kind == "broker" || kind == "cluster")) return {};
  if (signal == "put_latency_ms" || signal == "request_latency_ms" || signal == "cpu")
    return {"sink latency, cpu or queue_depth"};
  if (signal == "queue_depth") return {"sink latency, cpu or queue_depth", "queue_depth"};
  if (signal == "retry_rate" && kind == "model") return {"model probe, latency or retries"};
  if (signal == "throttle_ms") return {"throttle_ms"};
  if (signal == "tombstones") return {"tombstones"};
  if (signal == "retrieval_age_ms" || signal == "tombstone_age_ms") return {"retrieval_age_ms"};
  if (signal == "urp") return {"isr, urp or state of brokers"};
  if (signal == "dlq_rate") return {"dead-letter topic or dlq_rate", "task state or dead letters"};
  if (signal == "checkpoint_failure_rate" || signal == "checkpoint_duration_ms") return {"checkpoints"};
  return {};
}
}  // namespace

void CaseFile::note_states() {
  constexpr std::string_view replay = "replay:";
  for (std::size_t i = 0; i < snapshot.states.size(); ++i) {
    const StateSpan& span = snapshot.states[i];
    const std::string_view kind = object::kind(span.object);
    const bool state = span.aspect == aspect::state;
    if (kind == "group" && state) has.insert("group state");
    if (kind == "member") has.insert("members");
    if (kind == "connector" && state) has.insert("connector state");
    if (kind == "task" && state)
      has.insert({"task state", "catalog probe or task trace", "task state or dead letters"});
    if ((kind == "catalog" || kind == "store") && state) has.insert("catalog probe or task trace");
    if (span.aspect == "config:retention.ms") has.insert("retention or floor");
    if (span.aspect == aspect::coordinator) has.insert("coordinator");
    if (span.aspect == aspect::isr) has.insert("isr, urp or state of brokers");
    if (kind == "broker" && state) {
      has.insert("isr, urp or state of brokers");
      brokers.emplace(snapshot.sources[span.source].spec.cluster, object::name(span.object));
    }
    if (span.aspect == aspect::schema_ids) has.insert("registered schemas or ids of records");
    if (kind == "model" && state) model_states.push_back(i);
    if (kind == "model" && state) has.insert("model probe, latency or retries");
    if (kind == "group" && span.aspect.starts_with(replay)) replay_states.push_back(i);
  }
}

void CaseFile::note_dead_letters() {
  dead_letters = dead_letter_places(snapshot, at, profile);
  for (const PathCase& path : cases)
    for (const DeadLetterPlace* place : dead_letter_places(path)) dead_letter_marks[{path.cluster, place->topic}];
  if (dead_letter_marks.empty()) return;
  has.insert({"dead-letter topic or dlq_rate", "task state or dead letters"});
  for (std::size_t i = 0; i < snapshot.columns.size(); ++i) {
    const Column& column = snapshot.columns[i];
    if (column.spec.signal != signal::high) continue;
    const auto partition = object::as_partition(column.spec.object);
    if (!partition) continue;
    const auto marks = dead_letter_marks.find({snapshot.cluster_of(column), partition->topic});
    if (marks != dead_letter_marks.end()) marks->second.push_back(i);
  }
}

void CaseFile::note_signals() {
  const auto wanted = metric_names();
  for (std::size_t i = 0; i < snapshot.columns.size(); ++i) {
    const Column& column = snapshot.columns[i];
    const std::string& signal = column.spec.signal.value();
    if (signal == "floor") has.insert({"floor", "retention or floor"});
    if (signal == "high") has.insert("high");
    if (signal == "stable") has.insert("stable");
    if (signal.starts_with("group:")) has.insert("group");
    if (std::ranges::find(wanted, signal) == wanted.end()) continue;
    metrics[signal].push_back(i);
    for (const std::string_view need : needs_of(signal, object::kind(column.spec.object))) has.insert(need);
  }
  for (const SourceEvent& seen : snapshot.events)
    if (seen.event.kind == "schema-registered") has.insert("registered schemas or ids of records");
  for (const SourceInfo& source : snapshot.sources)
    if (source.spec.kind == "registry") has.insert("registered schemas or ids of records");
  for (const TableInfo& table : tables) {
    has.insert("table");
    if (table.control_topic) has.insert("control topic");
    if (!table.commits.all.empty()) has.insert("commits");
    if (std::ranges::any_of(table.commits.all, [](const SeenCommit* seen) { return seen->commit.partial.has_value(); }))
      has.insert("commit time-outs or latency");
  }
  if (std::ranges::any_of(profile.classes, [](const ClassProfile& c) { return c.target.has_value(); }))
    has.insert("target of a class");
  if (can_expect(*this)) has.insert("a class that expects records, or 3 days of history");
}

}  // namespace tidemark
