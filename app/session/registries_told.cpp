// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/registries_told.h"

#include "models/domain/schema_versions.h"

namespace tidemark {

void RegistriesTold::note(const SourceSpec& source, const Poll& poll) {
  if (source.kind != "registry") return;
  for (const StateSample& state : poll.states) {
    const auto subject = object::as_subject(state.object, source.name);
    if (state.aspect != aspect::schema_versions || !subject || !state.value) continue;
    const SubjectName name = subject_name(*subject);
    const std::lock_guard lock(mutex_);
    RegisteredSchemas& told = told_[source.cluster];
    for (const SchemaVersion& version : schema_versions(*state.value))
      if (version.id) told.ids.insert(*version.id);
    if (!name.topic.empty()) told.topics.emplace(name.topic);
  }
}

RegisteredSchemas RegistriesTold::of(const ClusterName& cluster) const {
  const std::lock_guard lock(mutex_);
  const auto told = told_.find(cluster);
  return told == told_.end() ? RegisteredSchemas() : told->second;
}

}  // namespace tidemark
