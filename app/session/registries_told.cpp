// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/registries_told.h"

#include <algorithm>

#include "models/domain/schema_versions.h"

namespace tidemark {

RegistriesTold::RegistriesTold(const Profile& profile) {
  for (const RegistryProfile& registry : profile.registries) asked_[registry.cluster][registry.name] = LocalTime::min();
}

void RegistriesTold::note(const SourceSpec& source, const Poll& poll) {
  if (source.kind != "registry") return;
  const std::lock_guard lock(mutex_);
  for (const StateSample& state : poll.states) {
    const auto subject = object::as_subject(state.object, source.name);
    if (state.aspect != aspect::schema_versions || !subject || !state.value) continue;
    const SubjectName name = subject_name(*subject);
    if (name.topic.empty()) continue;
    auto& ids = told_[source.cluster].topics[std::string(name.topic)];
    for (const SchemaVersion& version : schema_versions(*state.value))
      if (version.id) ids.emplace(name.of_key ? RecordPart::key : RecordPart::value, *version.id);
  }
  if (poll.due > 0 && poll.answered == poll.due) asked_[source.cluster][source.name] = poll.wall;
}

RegisteredSchemas RegistriesTold::of(const ClusterName& cluster) const {
  const std::lock_guard lock(mutex_);
  const auto told = told_.find(cluster);
  RegisteredSchemas out = told == told_.end() ? RegisteredSchemas() : told->second;
  const auto asked = asked_.find(cluster);
  if (asked != asked_.end() && !asked->second.empty())
    out.asked = std::ranges::min_element(asked->second, {}, [](const auto& one) { return one.second; })->second;
  return out;
}

}  // namespace tidemark
