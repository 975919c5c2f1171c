// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/members.h"

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
void add_owner(const Snapshot& snapshot, const GroupKey& key, std::string_view id, LocalTime at, GroupMembers& group) {
  const Object member = object::member(key.second, id);
  const StateSpan* partitions = snapshot.state_at(key.first, member, aspect::partitions, at);
  if (!partitions) {
    group.assignments_known = false;
    return;
  }
  const Owner owner{std::string(id), state_text(snapshot, key.first, member, aspect::client_id, at),
                    state_text(snapshot, key.first, member, aspect::host, at)};
  for (const std::string_view entry : entries(*partitions->value))
    if (const auto tp = object::as_partition(Object("partition:" + std::string(entry))))
      group.owners.emplace(*tp, owner);
}

}  // namespace

GroupMembers group_members_at(const Snapshot& snapshot, const GroupKey& key, LocalTime at) {
  GroupMembers group;
  const Object object = object::group(key.second);
  if (const StateSpan* type = snapshot.state_at(key.first, object, aspect::type, at))
    group.type = group_type_from(*type->value).value_or(GroupType::unknown);
  if (const StateSpan* state = snapshot.state_at(key.first, object, aspect::state, at)) {
    group.state = *state->value;
    group.state_since = state->from_hi;
  }
  const bool unseen = group.type == GroupType::consumer || group.type == GroupType::share;
  if (unseen && group.state && *group.state == "Dead") {
    group.state = Reason::not_supported;
    group.state_since = Reason::not_supported;
  }
  const StateSpan* members = snapshot.state_at(key.first, object, aspect::members, at);
  const std::vector<std::string_view> ids = members ? entries(*members->value) : std::vector<std::string_view>();
  const bool is_empty = group.state && (*group.state == "Empty" || *group.state == "Dead");
  // The client cannot describe these groups: an empty list says nothing of them, their state in the listing does.
  if (unseen && ids.empty() && !is_empty) {
    group.count = Reason::not_supported;
    return group;
  }
  if (!members) {
    if (is_empty) {
      group.count = 0;
      group.assignments_known = true;
    }
    return group;
  }
  group.count = static_cast<std::int64_t>(ids.size());
  group.assignments_known = true;
  for (const std::string_view id : ids) add_owner(snapshot, key, id, at, group);
  return group;
}
Known<bool> owned(const GroupMembers& members, const TopicPartition& tp) {
  if (members.owners.contains(tp)) return true;
  if (!members.count) return members.count.reason();
  if (!members.assignments_known) return Reason::never_polled;
  return false;
}

std::map<GroupKey, GroupMembers> members_at(const Snapshot& snapshot, LocalTime at) {
  std::map<GroupKey, GroupMembers> groups;
  const auto add = [&](const ClusterName& cluster, const GroupId& id) {
    const auto [it, fresh] = groups.try_emplace({cluster, id});
    if (fresh) it->second = group_members_at(snapshot, it->first, at);
  };
  for (const StateSpan& span : snapshot.states)
    if (object::kind(span.object) == "group" && span.value && span.from_hi <= at && (!span.to || *span.to > at))
      add(snapshot.sources[span.source].spec.cluster, GroupId(std::string(object::name(span.object))));
  for (const Column& column : snapshot.columns)
    if (const auto group = signal::group_of(column.spec.signal)) add(snapshot.cluster_of(column), *group);
  return groups;
}

}  // namespace tidemark
