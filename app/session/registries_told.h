// SPDX-License-Identifier: GPL-3.0-or-later
// RegistriesTold: which schema ids and which topics' subjects the registries of each cluster have told of. Ids of what
// is deleted stay: records still have them. Thread rule: any thread.
#pragma once

#include <map>
#include <mutex>

#include "collectors/kafka/schema_id_source.h"
#include "models/domain/sample.h"

namespace tidemark {

class RegistriesTold final {
 public:
  explicit RegistriesTold(const Profile& profile);
  void note(const SourceSpec& source, const Poll& poll);
  RegisteredSchemas of(const ClusterName& cluster) const;

 private:
  mutable std::mutex mutex_;
  std::map<ClusterName, RegisteredSchemas> told_;
  std::map<ClusterName, std::map<std::string, LocalTime>> asked_;  // the begin of the last whole poll of each
};

}  // namespace tidemark
