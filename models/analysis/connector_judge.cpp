// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/connector_judge.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "models/analysis/reading.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
// A task that has just been started, or moved, joins its group after this time at the latest.
constexpr Millis settling{60'000};
// An offset that stands shorter than this may only wait for the next commit (offset.flush.interval.ms is 60 s).
constexpr Millis least_patience{180'000};
const std::string client_prefix = "connector-consumer-";

std::string value_of(const ConnectState::Aspects& aspects, std::string_view aspect) {
  const StateSpan* span = find(aspects, aspect);
  return span ? *span->value : std::string();
}
bool is(const ConnectState::Aspects& aspects, std::string_view word) {
  return value_of(aspects, aspect::state) == word;
}
LocalTime since(const ConnectState::Aspects& aspects) {
  const StateSpan* span = find(aspects, aspect::state);
  return span ? span->from_hi : LocalTime{};
}

std::string tasks_text(const std::vector<std::int64_t>& tasks, std::size_t all) {
  std::string text = std::to_string(tasks.size()) + " of " + std::to_string(all) + " tasks (";
  for (std::size_t i = 0; i < std::min<std::size_t>(tasks.size(), 8); ++i)
    text += (i ? ", " : "") + std::to_string(tasks[i]);
  return text + (tasks.size() > 8 ? ", …)" : ")");
}

std::optional<JudgedConnector> failures(const JudgeInput& in) {
  if (is(in.connector.own, "FAILED"))
    return JudgedConnector{Judged::failed, since(in.connector.own), "the connector FAILED"};
  std::vector<std::int64_t> failed;
  LocalTime first{}, last{};
  for (const auto& [id, task] : in.connector.tasks) {
    if (!is(task, "FAILED")) continue;
    first = failed.empty() ? since(task) : std::min(first, since(task));
    last = failed.empty() ? since(task) : std::max(last, since(task));
    failed.push_back(id);
  }
  if (failed.empty()) return std::nullopt;
  const bool all = failed.size() == in.connector.tasks.size();
  return JudgedConnector{all ? Judged::failed : Judged::partly_failed, all ? last : first,
                         tasks_text(failed, in.connector.tasks.size()) + " FAILED"};
}

std::optional<JudgedConnector> rest(const JudgeInput& in) {
  for (const char* word : {"PAUSED", "STOPPED"})
    if (is(in.connector.own, word))
      return JudgedConnector{Judged::paused, since(in.connector.own), std::string("the connector is ") + word};
  return std::nullopt;
}

std::optional<JudgedConnector> rebalancing(const JudgeInput& in) {
  std::vector<std::int64_t> tasks;
  std::optional<LocalTime> first;
  const auto note = [&](const ConnectState::Aspects& aspects) {
    if (!is(aspects, "UNASSIGNED") && !is(aspects, "RESTARTING")) return false;
    first = first ? std::min(*first, since(aspects)) : since(aspects);
    return true;
  };
  const bool own = note(in.connector.own);
  for (const auto& [id, task] : in.connector.tasks)
    if (note(task)) tasks.push_back(id);
  if (!tasks.empty())
    return JudgedConnector{Judged::rebalancing, *first,
                           tasks_text(tasks, in.connector.tasks.size()) + " have no worker"};
  if (own) return JudgedConnector{Judged::rebalancing, *first, "the connector has no worker"};
  if (in.group && in.group->state.state)
    for (const char* word : {"PreparingRebalance", "CompletingRebalance"})
      if (*in.group->state.state == word)
        return JudgedConnector{Judged::rebalancing, in.group->state.state_since,
                               std::string("its group is in ") + word};
  if (in.workers_rebalance.value_or(false))
    return JudgedConnector{Judged::rebalancing, Reason::not_probed, "the workers' group rebalances"};
  return std::nullopt;
}

// Suspicious for long enough, or not yet.
JudgedConnector settled(const JudgeInput& in, Judged judged, LocalTime begun, std::string why) {
  if (in.at - begun >= settling) return {judged, begun, std::move(why)};
  return {Reason::no_history, begun,
          std::move(why) + "; not yet for " + std::to_string(settling.count() / 1000) + " s"};
}

// The host of a worker where that is an address, which compares with a member's.
std::string address_of(std::string_view worker) {
  const std::string host(worker.substr(0, worker.rfind(':')));
  const bool digits = std::ranges::all_of(host, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  return digits ? host : std::string();
}

std::optional<JudgedConnector> zombie(const JudgeInput& in) {
  std::set<std::string> addresses;
  for (const auto& [name, other] : in.connect.connectors)
    for (const auto& [id, task] : other.tasks) addresses.insert(address_of(value_of(task, aspect::worker)));
  for (const auto& [id, task] : in.connector.tasks) {
    const auto members = members_of_task(*in.group, in.name, id);
    if (members.size() > 1)
      return settled(in, Judged::zombie, std::ranges::max(members, {}, [](const auto* m) { return m->since; })->since,
                     std::to_string(members.size()) + " members are task " + std::to_string(id));
    if (members.empty()) continue;
    const std::string own = address_of(value_of(task, aspect::worker));
    const SinkMember& member = *members.front();
    // An address that is no worker's may be the same machine seen through a network: nothing is said of it.
    if (!own.empty() && member.host != own && addresses.contains(member.host))
      return settled(in, Judged::zombie, std::max(member.since, find(task, aspect::worker)->from_hi),
                     "task " + std::to_string(id) + " is " + own + "'s and runs on " + member.host);
  }
  for (const SinkMember& member : in.group->members) {
    const std::string prefix = client_prefix + in.name + '-';
    if (!member.client_id.starts_with(prefix)) continue;
    const std::string_view digits = std::string_view(member.client_id).substr(prefix.size());
    std::int64_t id = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (error == std::errc() && end == digits.data() + digits.size() && !in.connector.tasks.contains(id))
      return settled(in, Judged::zombie, member.since,
                     "a member is task " + std::to_string(id) + ", which is not there");
  }
  return std::nullopt;
}

// A partition that has unread records and that no member has.
std::optional<std::string> orphan(const JudgeInput& in) {
  if (!in.group->state.assignments_known) return std::nullopt;
  for (const Column& column : in.snapshot.columns) {
    if (column.spec.signal != signal::group(in.group_id) || in.snapshot.cluster_of(column) != in.cluster) continue;
    const auto tp = object::as_partition(column.spec.object);
    if (!tp || in.group->state.owners.contains(*tp)) continue;
    const auto mark = read_at(in.snapshot, {in.cluster, column.spec.signal, column.spec.object}, in.at);
    const auto high = read_at(in.snapshot, {in.cluster, signal::high, column.spec.object}, in.at);
    if (mark && high && high->value > mark->value) return partition_text(*tp);
  }
  return std::nullopt;
}

std::optional<JudgedConnector> not_consuming(const JudgeInput& in) {
  for (const auto& [id, task] : in.connector.tasks) {
    if (!is(task, "RUNNING")) continue;
    const auto members = members_of_task(*in.group, in.name, id);
    const LocalTime begun = std::max(since(task), in.group->since ? *in.group->since : since(task));
    if (members.empty())
      return settled(in, Judged::not_consuming, begun,
                     "task " + std::to_string(id) + " is RUNNING and not in its group");
    const auto& partitions = members.front()->partitions;
    // More tasks than partitions leave some without work: only unread records that nobody has are a fault.
    if (!partitions || !partitions->empty()) continue;
    if (const auto unread = orphan(in))
      return settled(in, Judged::not_consuming, begun,
                     "task " + std::to_string(id) + " has no partition while nobody reads " + *unread);
  }
  return std::nullopt;
}

// How long an offset of the group may stand: two commit rounds and the timeout of one, where the connector has such.
Millis patience_of(const ConnectState::Connector& connector) {
  std::int64_t interval = 0, timeout = 0;
  const StateSpan* proposal = find(connector.own, aspect::proposal);
  for (const std::string_view line : proposal ? entries(*proposal->value) : std::vector<std::string_view>())
    for (const auto& [key, target] : {std::pair{std::string_view("commit_interval_ms="), &interval},
                                      std::pair{std::string_view("commit_timeout_ms="), &timeout}})
      if (line.starts_with(key)) std::from_chars(line.data() + key.size(), line.data() + line.size(), *target);
  constexpr std::int64_t longest = 24LL * 3600 * 1000;
  return std::max(least_patience, Millis(std::clamp<std::int64_t>(
                                      2 * std::min(interval, longest) + std::min(timeout, longest), 0, longest)));
}

// When a mark last changed before `at`, if every poll since `from` knows it.
std::optional<LocalTime> stands_since(const Snapshot& snapshot, const SeriesKey& key, LocalTime from, LocalTime at) {
  const auto now = read_at(snapshot, key, at);
  const Column* column = now ? column_in(snapshot, key, now->lane) : nullptr;
  if (!column) return std::nullopt;
  const auto& polls = snapshot.polls_of(*column);
  std::optional<LocalTime> reached;
  for (std::size_t i = now->poll + 1; i-- > 0;) {
    if (column->reasons[i] != Reason::none) return std::nullopt;
    if (column->values[i] != now->value) break;
    reached = polls[i].wall;
    if (*reached <= from) break;
  }
  return reached && *reached <= from ? reached : std::nullopt;
}

// Whether readable records came between two times.
bool grew(const Snapshot& snapshot, const ClusterName& cluster, const Object& partition, LocalTime from, LocalTime at) {
  for (const Signal& signal : {signal::stable, signal::high}) {
    const auto before = snapshot.at({cluster, signal, partition}, from);
    const auto now = snapshot.at({cluster, signal, partition}, at);
    if (before && now) return now->value > before->value;
  }
  return false;
}

std::optional<JudgedConnector> stuck_commit(const JudgeInput& in) {
  const LocalTime from = in.at - patience_of(in.connector);
  for (const auto& [id, task] : in.connector.tasks) {
    const auto members = members_of_task(*in.group, in.name, id);
    if (!is(task, "RUNNING") || members.size() != 1 || !members.front()->partitions || members.front()->since > from)
      continue;
    std::optional<LocalTime> begun;
    bool moves = false;
    for (const auto& partition : *members.front()->partitions) {
      const Object object("partition:" + partition);
      if (!grew(in.snapshot, in.cluster, object, from, in.at)) continue;
      const auto stands = stands_since(in.snapshot, {in.cluster, signal::group(in.group_id), object}, from, in.at);
      moves = moves || !stands;
      if (stands) begun = begun ? std::max(*begun, *stands) : *stands;
    }
    if (begun && !moves)
      return JudgedConnector{Judged::stuck_commit, *begun,
                             "records come to task " + std::to_string(id) + " and none of its offsets moves"};
  }
  return std::nullopt;
}

JudgedConnector fine(const JudgeInput& in) {
  LocalTime begun = since(in.connector.own);
  for (const auto& [id, task] : in.connector.tasks) begun = std::max(begun, since(task));
  return {Judged::ok, begun, {}};
}
}  // namespace

std::vector<const SinkMember*> members_of_task(const SinkGroup& group, const std::string& connector,
                                               std::int64_t task) {
  std::vector<const SinkMember*> members;
  const std::string client = client_prefix + connector + '-' + std::to_string(task);
  for (const SinkMember& member : group.members)
    if (member.client_id == client) members.push_back(&member);
  return members;
}

SinkGroup sink_group(const Snapshot& snapshot, const ClusterName& cluster, const GroupId& id,
                     const ConnectState::Connector& connector, LocalTime at) {
  SinkGroup group;
  group.state = group_members_at(snapshot, {cluster, id}, at);
  const StateSpan* config = find(connector.own, aspect::config);
  group.own_client_id = config && config->value->find("\"consumer.override.client.id\"") != std::string::npos;
  const StateSpan* members = snapshot.state_at(cluster, object::group(id), aspect::members, at);
  if (!group.state.count || !members) return group;
  group.since = members->from_hi;
  for (const std::string_view entry : entries(*members->value)) {
    const Object object = object::member(id, entry);
    const StateSpan* client = snapshot.state_at(cluster, object, aspect::client_id, at);
    const StateSpan* host = snapshot.state_at(cluster, object, aspect::host, at);
    const StateSpan* partitions = snapshot.state_at(cluster, object, aspect::partitions, at);
    SinkMember member{std::string(entry), client ? *client->value : "", host ? *host->value : "", Reason::never_polled,
                      client ? client->from_hi : members->from_hi};
    if (member.host.starts_with('/')) member.host.erase(0, 1);
    if (partitions) {
      const auto list = entries(*partitions->value);
      member.partitions = std::vector<std::string>(list.begin(), list.end());
    }
    group.members.push_back(std::move(member));
  }
  return group;
}

Known<bool> workers_rebalance(const Snapshot& snapshot, const ClusterName& cluster, LocalTime at) {
  std::vector<Known<std::string>> states;
  for (const StateSpan& span : snapshot.states)
    if (span.aspect == aspect::protocol && span.value == "connect" && span.from_hi <= at &&
        (!span.to || *span.to > at) && snapshot.sources[span.source].spec.cluster == cluster)
      states.push_back(state_text(snapshot, cluster, span.object, aspect::state, at));
  if (states.empty()) return Reason::never_polled;
  if (states.size() > 1) return Reason::ambiguous;
  return states.front().map(
      [](const std::string& s) { return s == "PreparingRebalance" || s == "CompletingRebalance"; });
}

JudgedConnector judge(const JudgeInput& in) {
  if (!find(in.connector.own, aspect::state) && in.connector.tasks.empty())
    return {Reason::never_polled, Reason::never_polled, {}};
  for (const auto rule : {failures, rest, rebalancing})
    if (auto found = rule(in)) return *found;
  const bool members_told = in.group && in.group->state.count && !in.group->own_client_id;
  if (members_told)
    for (const auto rule : {zombie, not_consuming, stuck_commit})
      if (auto found = rule(in)) return *found;
  return fine(in);
}

}  // namespace tidemark
