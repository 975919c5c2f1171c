// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/paths.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
Known<std::string> owner_of(const Profile& profile, const Path& path) {
  std::string owner = path.pipeline ? path.pipeline->owner : std::string();
  if (owner.empty() && path.budget) owner = path.budget->owner;
  if (owner.empty()) return Reason::not_applicable;
  const auto known = profile.owners.find(owner);
  return known == profile.owners.end() || known->second.name.empty() ? owner : known->second.name;
}

void name_after(const Profile& profile, Path& path) {
  path.name = path.group.value() + " / " + path.topic.value();
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (pipeline.topic == path.topic.value() && group_of(pipeline) == path.group.value()) path.pipeline = &pipeline;
  if (!path.pipeline) return;
  if (!path.pipeline->name.empty()) path.name = path.pipeline->name;
  path.budget = class_of(profile, path.pipeline->class_name);
  path.owner = owner_of(profile, path);
}
}  // namespace

std::string group_of(const PipelineProfile& pipeline) {
  if (!pipeline.group.empty() || pipeline.connector.empty()) return pipeline.group;
  return "connect-" + pipeline.connector;
}

const ClassProfile* class_of(const Profile& profile, const std::string& name) {
  const auto found = std::ranges::find(profile.classes, name, &ClassProfile::name);
  return found == profile.classes.end() ? nullptr : &*found;
}

bool in_scope(const Filter& filter, const Path& path) {
  return in_scope(filter.class_name, path.budget ? path.budget->name : "unclassified") &&
         in_scope(filter.path, path.name) && in_scope(filter.group, path.group.value()) &&
         in_scope(filter.topic, path.topic.value());
}

std::vector<Path> paths_of(std::vector<LagRow> rows, const Profile& profile, const Filter& filter) {
  std::map<std::tuple<ClusterName, GroupId, TopicName>, Path> paths;
  for (LagRow& row : rows) {
    Path& path = paths[{row.cluster, row.group, row.partition.topic}];
    path.cluster = row.cluster;
    path.group = row.group;
    path.topic = row.partition.topic;
    path.rows.push_back(std::move(row));
  }
  std::vector<Path> out;
  for (auto& [key, path] : paths) {
    name_after(profile, path);
    if (in_scope(filter, path)) out.push_back(std::move(path));
  }
  for (const PipelineProfile& pipeline : profile.pipelines) {
    Path path{.name = pipeline.name, .topic = TopicName(pipeline.topic), .group = GroupId(group_of(pipeline))};
    const bool seen = std::ranges::any_of(paths, [&](const auto& entry) {
      return std::get<1>(entry.first) == path.group && std::get<2>(entry.first) == path.topic;
    });
    name_after(profile, path);
    if (!seen && filter.cluster.empty() && in_scope(filter, path)) out.push_back(std::move(path));
  }
  return out;
}

}  // namespace tidemark
