// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "collectors/story/parse.h"

namespace tidemark::story {
namespace {
std::string lines(const std::set<std::string>& entries) {
  std::string out;
  for (const std::string& entry : entries) out += (out.empty() ? "" : "\n") + entry;
  return out;
}

Result<std::string> name_of(const Node& node, std::string_view key) {
  TM_TRY(const Node member, node.need(key));
  return name_in(member);
}
}  // namespace

void StateTable::set(const ClusterName& cluster, const Object& object, std::string_view aspect, std::int64_t poll,
                     std::optional<std::string> value, std::string detail) {
  steps_[{cluster, object, std::string(aspect)}][poll] = {poll, std::move(value), std::move(detail)};
}

void StateTable::end(const ClusterName& cluster, const Object& object, std::string_view aspect, std::int64_t poll) {
  steps_[{cluster, object, std::string(aspect)}].try_emplace(poll, StateStep{poll, std::nullopt, {}});
}

bool StateTable::has(const ClusterName& cluster, const Object& object, std::string_view aspect,
                     std::int64_t poll) const {
  const auto it = steps_.find({cluster, object, std::string(aspect)});
  return it != steps_.end() && it->second.contains(poll);
}

std::vector<StateTrack> StateTable::tracks() const {
  std::vector<StateTrack> out;
  for (const auto& [key, steps] : steps_) {
    StateTrack& track = out.emplace_back(StateTrack{key.cluster, key.object, key.aspect, {}});
    for (const auto& [poll, step] : steps) track.steps.push_back(step);
  }
  return out;
}

Result<> parse_topics(const Node& root, const Story& story, StateTable& states) {
  return root.each("topics", [&](const Node& node) -> Result<> {
    TM_CHECK(node.keys(
        {"topic", "cleanup", "retention_ms", "timestamp_type", "transactional", "control", "dead_letter_of"}));
    TM_TRY(const std::string topic, name_of(node, "topic"));
    const Object object = object::topic(TopicName(topic));
    const auto config = [&](std::string_view name, std::string value) {
      states.set(story.cluster, object, std::string(aspect::config_prefix) + std::string(name), 0, std::move(value));
    };
    if (const auto cleanup = node.find("cleanup")) {
      TM_TRY(std::string value, name_in(*cleanup));
      config("cleanup.policy", std::move(value));
    }
    if (const auto retention = node.find("retention_ms")) {
      TM_TRY(const std::int64_t value, retention->integer(-1));
      config("retention.ms", std::to_string(value));
    }
    if (const auto type = node.find("timestamp_type")) {
      TM_TRY(const std::string value, type->word({"create", "append"}));
      config("message.timestamp.type", value == "create" ? "CreateTime" : "LogAppendTime");
    }
    std::set<std::string> roles;
    TM_TRY(const bool transactional, node.boolean_or("transactional", false));
    if (transactional) roles.insert("transactional");
    TM_TRY(const bool control, node.boolean_or("control", false));
    if (control) roles.insert("control");
    if (const auto origin = node.find("dead_letter_of")) {
      TM_TRY(const std::string value, name_in(*origin));
      roles.insert("dead-letter-of:" + value);
    }
    states.set(story.cluster, object, aspect::role, 0, lines(roles));
    return {};
  });
}

Result<> parse_tables(const Node& root, const Story& story, StateTable& states) {
  return root.each("tables", [&](const Node& node) -> Result<> {
    TM_CHECK(
        node.keys({"table", "format", "writer", "adapter", "group", "interval_ms", "timeout_ms", "control_topic"}));
    TM_TRY(const std::string table, name_of(node, "table"));
    const Object object("table:" + table);
    const std::pair<std::string_view, std::string_view> texts[] = {{"format", aspect::format},
                                                                   {"writer", aspect::writer},
                                                                   {"group", aspect::group},
                                                                   {"control_topic", aspect::control_topic}};
    for (const auto& [key, aspect] : texts)
      if (const auto member = node.find(key)) {
        TM_TRY(std::string value, name_in(*member));
        states.set(story.cluster, object, aspect, 0, std::move(value));
      }
    if (const auto adapter = node.find("adapter")) {
      TM_TRY(std::string value, adapter->word({"a", "b", "c", "d", "e", "f"}));
      states.set(story.cluster, object, aspect::adapter, 0, std::move(value));
    }
    for (const auto& [key, aspect] :
         {std::pair("interval_ms", aspect::interval), std::pair("timeout_ms", aspect::timeout)})
      if (const auto member = node.find(key)) {
        TM_TRY(const std::int64_t value, member->integer(0));
        states.set(story.cluster, object, aspect, 0, std::to_string(value));
      }
    return {};
  });
}

namespace {
struct Member {
  std::string group, id, client_id, host;
  std::set<std::string> partitions;
  std::int64_t from = 0, to = 0;
};

Result<Member> parse_member(const Node& node, const Story& story) {
  TM_CHECK(node.keys({"group", "member", "client_id", "host", "partitions", "from", "to"}));
  Member member;
  TM_TRY(member.group, name_of(node, "group"));
  TM_TRY(member.id, name_of(node, "member"));
  TM_TRY(member.client_id, node.text_or("client_id", ""));
  TM_TRY(member.host, node.text_or("host", ""));
  TM_CHECK(node.each("partitions", [&](const Node& pair) -> Result<> {
    TM_TRY(const std::vector<Node> parts, pair.array(2, 2));
    TM_TRY(const std::string topic, name_in(parts[0]));
    TM_TRY(const PartitionId partition, partition_in(parts[1]));
    member.partitions.insert(topic + '/' + std::to_string(partition.value()));
    return {};
  }));
  member.to = story.polls;
  if (const auto from = node.find("from")) {
    TM_TRY(const auto span, span_in(*from, node.find("to"), story));
    std::tie(member.from, member.to) = span;
  } else if (const auto to = node.find("to")) {
    TM_TRY(member.to, to->integer(0, story.polls));
  }
  return member;
}
}  // namespace

Result<> parse_members(const Node& root, const Story& story, StateTable& states) {
  std::vector<Member> members;
  TM_CHECK(root.each("members", [&](const Node& node) -> Result<> {
    TM_TRY(members.emplace_back(), parse_member(node, story));
    return {};
  }));
  std::erase_if(members, [](const Member& m) { return m.from == m.to; });
  std::map<std::string, std::set<std::int64_t>> changes;
  for (const Member& m : members) {
    const Object object = object::member(GroupId(m.group), m.id);
    states.set(story.cluster, object, aspect::client_id, m.from, m.client_id);
    states.set(story.cluster, object, aspect::host, m.from, m.host);
    states.set(story.cluster, object, aspect::partitions, m.from, lines(m.partitions));
    changes[m.group].insert({0, m.from, m.to});
  }
  for (const Member& m : members)
    for (const std::string_view aspect : {aspect::client_id, aspect::host, aspect::partitions})
      if (m.to < story.polls) states.end(story.cluster, object::member(GroupId(m.group), m.id), aspect, m.to);
  for (const auto& [group, polls] : changes)
    for (const std::int64_t poll : polls) {
      std::set<std::string> present;
      for (const Member& m : members)
        if (m.group == group && m.from <= poll && poll < m.to) present.insert(m.id);
      if (poll < story.polls)
        states.set(story.cluster, object::group(GroupId(group)), aspect::members, poll, lines(present));
    }
  return {};
}

Result<> parse_states(const Node& root, const Story& story, StateTable& states) {
  return root.each("states", [&](const Node& node) -> Result<> {
    TM_CHECK(node.keys({"object", "poll", "state", "detail"}));
    TM_TRY(const Node object_node, node.need("object"));
    TM_TRY(const Object object, object_in(object_node));
    TM_TRY(const Node poll_node, node.need("poll"));
    TM_TRY(const std::int64_t poll, poll_in(poll_node, story));
    TM_TRY(std::string detail, node.text_or("detail", ""));
    std::optional<std::string> value;
    if (const auto state = node.find("state")) {
      const std::string_view kind = object::kind(object);
      if (kind == "group") {
        TM_TRY(value, state->word({"PreparingRebalance", "CompletingRebalance", "Stable", "Dead", "Empty"}));
      } else if (kind == "connector" || kind == "task") {
        TM_TRY(value, state->word({"RUNNING", "PAUSED", "STOPPED", "FAILED", "UNASSIGNED", "RESTARTING"}));
      } else {
        TM_TRY(value, name_in(*state));
      }
    }
    states.set(story.cluster, object, aspect::state, poll, std::move(value), std::move(detail));
    return {};
  });
}

Result<> parse_brokers(const Node& root, const Story& story, StateTable& states) {
  std::vector<std::pair<Object, std::int64_t>> ends;
  TM_CHECK(root.each("brokers", [&](const Node& node) -> Result<> {
    TM_CHECK(node.keys({"id", "from", "to"}));
    TM_TRY(const Node id_node, node.need("id"));
    TM_TRY(const std::int64_t id, id_node.integer(0, INT32_MAX));
    const Object object = object::broker(BrokerId(static_cast<std::int32_t>(id)));
    TM_TRY(const Node from, node.need("from"));
    TM_TRY(const auto span, span_in(from, node.find("to"), story));
    if (span.first == span.second) return {};
    states.set(story.cluster, object, aspect::state, span.first, "up");
    if (span.second < story.polls) ends.emplace_back(object, span.second);
    return {};
  }));
  for (const auto& [object, poll] : ends)
    if (!states.has(story.cluster, object, aspect::state, poll))
      states.set(story.cluster, object, aspect::state, poll, "gone");
  return {};
}

Result<> parse_isr(const Node& root, const Story& story, StateTable& states) {
  return root.each("isr", [&](const Node& node) -> Result<> {
    TM_TRY(const std::vector<Node> parts, node.array(5, 5));
    TM_TRY(const std::string topic, name_in(parts[0]));
    TM_TRY(const PartitionId partition, partition_in(parts[1]));
    TM_TRY(const std::int64_t poll, poll_in(parts[2], story));
    std::int64_t leader = -1;
    if (!parts[3].is_null()) {
      TM_TRY(leader, parts[3].integer(-1, INT32_MAX));
    }
    std::vector<std::int64_t> in_sync;
    if (!parts[4].is_null()) {
      TM_TRY(const std::vector<Node> ids, parts[4].array());
      for (const Node& id : ids) {
        TM_TRY(in_sync.emplace_back(), id.integer(0, INT32_MAX));
      }
    }
    std::ranges::sort(in_sync);
    std::string list;
    for (const std::int64_t id : in_sync) list += (list.empty() ? "" : "\n") + std::to_string(id);
    const Object object = object::partition({TopicName(topic), partition});
    states.set(story.cluster, object, aspect::leader, poll, leader < 0 ? "none" : std::to_string(leader));
    states.set(story.cluster, object, aspect::isr, poll, std::move(list));
    return {};
  });
}

Result<> parse_probes(const Node& root, const Story& story, StateTable& states) {
  return root.each("probes", [&](const Node& node) -> Result<> {
    TM_CHECK(node.keys({"object", "steps"}));
    TM_TRY(const Node object_node, node.need("object"));
    TM_TRY(const Object object, object_in(object_node));
    return node.each("steps", [&](const Node& step) -> Result<> {
      TM_TRY(const std::vector<Node> parts, step.array(2, 2));
      TM_TRY(const std::int64_t poll, poll_in(parts[0], story));
      std::optional<std::string> value;
      if (!parts[1].is_null()) {
        TM_TRY(value, parts[1].word({"ok", "denied", "throttled", "unreachable", "timeout", "tls", "other"}));
      }
      states.set(story.cluster, object, aspect::state, poll, std::move(value));
      return {};
    });
  });
}

Result<> parse_profile(const Node& root, const Story& story, StateTable& states) {
  const auto profile = root.find("profile");
  if (!profile) return {};
  TM_CHECK(profile->keys({"name", "classes", "pipelines", "owners", "mirrors"}));
  TM_TRY(const std::string name, profile->text_or("name", "story"));
  states.set(story.cluster, Object("profile:" + name), aspect::profile, 0, profile->json());
  return {};
}

void add_seen(const Story& story, StateTable& states) {
  std::map<std::pair<ClusterName, TopicName>, std::map<PartitionId, std::pair<std::int64_t, std::int64_t>>> topics;
  std::set<std::pair<ClusterName, GroupId>> groups;
  std::set<ClusterName> clusters{story.cluster};
  for (const Series& series : story.series) {
    clusters.insert(series.cluster);
    auto& life = topics[{series.cluster, series.partition.topic}]
                     .try_emplace(series.partition.partition, series.from, series.to)
                     .first->second;
    life = {std::min(life.first, series.from), std::max(life.second, series.to)};
    if (const auto group = signal::group_of(series.signal)) groups.insert({series.cluster, *group});
  }
  for (const ClusterName& cluster : clusters)
    states.set(cluster, object::cluster(cluster), aspect::time_lookup, 0, "no");
  for (const auto& [cluster, group] : groups)
    if (!states.has(cluster, object::group(group), aspect::members, 0))
      states.set(cluster, object::group(group), aspect::members, 0, "");
  for (const auto& [topic, partitions] : topics) {
    std::set<std::int64_t> polls;
    for (const auto& [id, life] : partitions) polls.insert({life.first, life.second});
    for (const std::int64_t poll : polls) {
      if (poll >= story.polls) continue;
      const auto count = std::ranges::count_if(
          partitions, [poll](const auto& p) { return p.second.first <= poll && poll < p.second.second; });
      std::optional<std::string> value;
      if (count > 0) value = std::to_string(count);
      states.set(topic.first, object::topic(topic.second), aspect::partitions, poll, value);
    }
  }
}

}  // namespace tidemark::story
