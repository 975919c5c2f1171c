// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/branch.h"

#include <unordered_map>

#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
Keyed<LagGroup> keyed(GroupRow row) {
  std::string key = joined({row.cluster.value(), row.group.value()});
  std::string text = lower(row.group.value());
  return {std::move(key), std::move(text), {std::move(row)}};
}

Keyed<LagRow> keyed(const LagRow& row) {
  const std::string partition = std::to_string(row.partition.partition.value());
  return {joined({row.partition.topic.value(), partition}),
          lower(joined({row.partition.topic.value() + "/" + partition, row.partition.topic.value() + "-" + partition,
                        or_empty(row.client_id), or_empty(row.host), or_empty(row.member)})),
          row};
}

Keyed<ReadTopic> keyed(TopicRow row) {
  std::string key = joined({row.cluster.value(), row.topic.value()});
  std::string text = lower(row.topic.value());
  ReadTopic topic;
  topic.row = std::move(row);
  return {std::move(key), std::move(text), std::move(topic)};
}

Keyed<FreshnessRow> keyed(const FreshnessRow& row) {
  return {joined({row.group.value(), row.path}), lower(joined({row.group.value(), row.path, or_empty(row.owner)})),
          row};
}

template <class Parent, class Child, class Row>
void reserve(std::vector<Branch<Parent, Child>>& out, std::unordered_map<std::string, std::size_t>& index,
             std::vector<Row>& parents) {
  out.reserve(parents.size());
  for (Row& parent : parents) {
    auto row = keyed(std::move(parent));
    if (index.emplace(row.key, out.size()).second) out.push_back({std::move(row), {}});
  }
}

void add(Branch<LagGroup, LagRow>& branch, const LagRow& row) {
  LagGroup& group = branch.parent.row;
  if (row.unread_records) {
    group.unread = group.unread.value_or(0) + *row.unread_records;
    ++group.unread_known;
  } else if (!group.unread) {
    group.unread = row.unread_records.reason();
  }
  branch.children.push_back(keyed(row));
}

void add(Branch<ReadTopic, FreshnessRow>& branch, const FreshnessRow& row) {
  ReadTopic& topic = branch.parent.row;
  if (row.unread && (!topic.unread || *row.unread > *topic.unread)) {
    topic.unread = row.unread;
    topic.unread_by = row.group.value();
  } else if (!topic.unread && !row.unread) {
    topic.unread = row.unread.reason();
  }
  branch.children.push_back(keyed(row));
}
}  // namespace

LagBranches branches(std::vector<GroupRow> groups, const std::vector<LagRow>& lag) {
  LagBranches out;
  std::unordered_map<std::string, std::size_t> index;
  reserve(out, index, groups);
  for (const LagRow& row : lag)
    if (const auto it = index.find(joined({row.cluster.value(), row.group.value()})); it != index.end())
      add(out[it->second], row);
  drop_doubles(out);
  return out;
}

TopicBranches branches(std::vector<TopicRow> topics, const std::vector<FreshnessRow>& readers,
                       std::vector<TopicNeed> needs) {
  TopicBranches out;
  std::unordered_map<std::string, std::size_t> index;
  reserve(out, index, topics);
  for (const FreshnessRow& row : readers)
    if (const auto it = index.find(joined({row.cluster.value(), row.topic.value()})); it != index.end())
      add(out[it->second], row);
  for (TopicNeed& need : needs)
    if (const auto it = index.find(joined({need.cluster.value(), need.topic.value()})); it != index.end())
      out[it->second].parent.row.needs.push_back(std::move(need));
  drop_doubles(out);
  return out;
}

SourceBranches branches(std::vector<SourceRow> sources) {
  SourceBranches out;
  for (SourceRow& row : sources) {
    std::string key = joined({row.kind, row.name});
    std::string text = lower(key);
    out.push_back({{std::move(key), std::move(text), std::move(row)}, {}});
  }
  return out;
}

}  // namespace tidemark
