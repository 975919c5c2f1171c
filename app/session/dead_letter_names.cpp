// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/dead_letter_names.h"

#include "models/analysis/dead_letter_topics.h"

namespace tidemark {

DeadLetterNames::DeadLetterNames(const Profile& profile) {
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (!pipeline.dead_letter.empty()) by_profile_.insert(pipeline.dead_letter);
}

void DeadLetterNames::note(const SourceSpec& source, const Poll& poll) {
  for (const StateSample& state : poll.states) {
    if (!state.value) continue;
    const std::vector<std::string> names = dead_letters_told(state.object, state.aspect, *state.value);
    if (names.empty()) continue;
    const std::lock_guard lock(mutex_);
    told_[source.cluster].insert(names.begin(), names.end());
  }
}

std::set<std::string> DeadLetterNames::of(const ClusterName& cluster) const {
  std::set<std::string> out = by_profile_;
  const std::lock_guard lock(mutex_);
  if (const auto told = told_.find(cluster); told != told_.end()) out.insert(told->second.begin(), told->second.end());
  return out;
}

}  // namespace tidemark
