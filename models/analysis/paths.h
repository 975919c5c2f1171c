// SPDX-License-Identifier: GPL-3.0-or-later
// Paths: what freshness is told of. A pipeline of the profile, or a group x topic that none names. Room-internal.
// Thread rule: none, pure functions.
#pragma once

#include <vector>

#include "models/analysis/lag.h"
#include "models/domain/profile.h"

namespace tidemark {

struct Path {
  ClusterName cluster;
  std::string name;
  TopicName topic;
  GroupId group;
  const PipelineProfile* pipeline = nullptr;  // into the profile
  const ClassProfile* budget = nullptr;
  Known<std::string> owner = Reason::not_applicable;
  std::vector<LagRow> rows;  // its partitions; empty where nothing of a pipeline was ever seen
};

// The consumer group of a pipeline: the one it names, else its connector's.
std::string group_of(const PipelineProfile& pipeline);
const ClassProfile* class_of(const Profile& profile, const std::string& name);

bool in_scope(const Filter& filter, const Path& path);
// Those in scope, by cluster, group and topic.
std::vector<Path> paths_of(std::vector<LagRow> rows, const Profile& profile, const Filter& filter);

}  // namespace tidemark
