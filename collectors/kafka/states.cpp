// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/states.h"

#include <algorithm>

namespace tidemark {
namespace {
std::string id_lines(const std::vector<std::int32_t>& ids) {
  std::string text;
  for (const auto id : ids) {
    if (!text.empty()) text += '\n';
    text += std::to_string(id);
  }
  return text;
}

void put_partition(StateRecorder& recorder, Poll& poll, const Object& object, const PartitionInfo& info) {
  recorder.put(poll, object, aspect::leader, info.leader == no_leader ? "none" : std::to_string(info.leader));
  recorder.put(poll, object, aspect::replicas, id_lines(info.replicas));
  recorder.put(poll, object, aspect::isr, id_lines(info.isr));
}

void put_member(StateRecorder& recorder, Poll& poll, const GroupId& group, const MemberInfo& member) {
  const Object object = object::member(group, member.id);
  recorder.put(poll, object, aspect::client_id, member.client_id);
  recorder.put(poll, object, aspect::host, member.host);
  if (!member.partitions) return;
  std::vector<std::string> partitions;
  for (const auto& tp : *member.partitions)
    partitions.push_back(tp.topic.value() + '/' + std::to_string(tp.partition.value()));
  recorder.put(poll, object, aspect::partitions, lines(std::move(partitions)));
}

void put_group(StateRecorder& recorder, Poll& poll, const GroupInfo& info) {
  const GroupId group(info.name);
  const Object object = object::group(group);
  recorder.put(poll, object, aspect::type, std::string(word(info.type)));
  if (!info.state.empty()) recorder.put(poll, object, aspect::state, info.state);
  if (!info.protocol.empty()) recorder.put(poll, object, aspect::protocol, info.protocol);
  if (info.coordinator >= 0) recorder.put(poll, object, aspect::coordinator, std::to_string(info.coordinator));
  if (!info.members_known) return;
  std::vector<std::string> ids;
  for (const auto& member : info.members) {
    ids.push_back(member.id);
    put_member(recorder, poll, group, member);
  }
  recorder.put(poll, object, aspect::members, lines(std::move(ids)));
}
}  // namespace

std::string lines(std::vector<std::string> entries) {
  std::ranges::sort(entries);
  std::string text;
  for (const auto& entry : entries) {
    if (!text.empty()) text += '\n';
    text += entry;
  }
  return text;
}

void put_topology(StateRecorder& recorder, Poll& poll, const Topology& topology, std::set<std::int32_t>& brokers) {
  for (const auto& [name, partitions] : topology.topics)
    for (const auto& partition : partitions) brokers.insert(partition.replicas.begin(), partition.replicas.end());
  std::set<std::int32_t> gone = brokers;
  for (const auto& broker : topology.brokers) {
    const Object object = object::broker(BrokerId(broker.id));
    recorder.put(poll, object, aspect::state, "up");
    recorder.put(poll, object, aspect::host, broker.host);
    brokers.insert(broker.id);
    gone.erase(broker.id);
  }
  for (const auto id : gone) recorder.put(poll, object::broker(BrokerId(id)), aspect::state, "gone");
  for (const auto& [name, partitions] : topology.topics) {
    recorder.put(poll, object::topic(TopicName(name)), aspect::partitions, std::to_string(partitions.size()));
    for (std::size_t i = 0; i < partitions.size(); ++i)
      put_partition(recorder, poll, object::partition({TopicName(name), PartitionId(static_cast<std::int32_t>(i))}),
                    partitions[i]);
  }
  recorder.gone_untouched(poll, "partition:");
  recorder.gone_untouched(poll, "topic:");
}

void put_groups(StateRecorder& recorder, Poll& poll, const std::map<std::string, RosterGroup>& groups, bool complete) {
  for (const auto& [name, group] : groups)
    if (group.in_listing) put_group(recorder, poll, group.info);
  if (complete) recorder.gone_untouched(poll, "member:");
}

void put_groups_unseen(Poll& poll, const std::map<std::string, RosterGroup>& groups) {
  for (const auto& [name, group] : groups)
    for (const std::string_view aspect : {aspect::state, aspect::members})
      poll.states.push_back({object::group(GroupId(name)), std::string(aspect), std::nullopt, {}});
}

void put_group_gone(StateRecorder& recorder, Poll& poll, const std::string& group) {
  recorder.gone(poll, object::group(GroupId(group)));
}

}  // namespace tidemark
