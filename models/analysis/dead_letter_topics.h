// SPDX-License-Identifier: GPL-3.0-or-later
// Which topics take dead letters, and how that is known: somebody says so (the profile's pipelines, the configuration
// of a connector, that of the topic), the headers of their records do, or else nothing but the name suggests it.
// Thread rule: none, pure functions.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/domain/dead_letter.h"
#include "models/domain/profile.h"
#include "models/domain/snapshot.h"

namespace tidemark {

// The first that holds. Only `name` is no proof.
enum class DeadLetterProof : std::uint8_t { profile, connector, configuration, headers, name };
std::string_view word(DeadLetterProof proof);

// Topics that a state of an object names as such: what a connector proposes, the configuration or the role of a topic.
std::vector<std::string> dead_letters_told(const Object& object, std::string_view aspect, std::string_view value);

struct DeadLetterPlace {
  ClusterName cluster;
  TopicName topic;
  DeadLetterProof proof = DeadLetterProof::name;
  std::set<std::string> origins;        // topics that it may come from, as is said; a guess from its name is none
  std::set<std::string> writers;        // "connector:NAME", "group:NAME"
  std::vector<DeadLetterCause> causes;  // as headers told
};

// By cluster and topic. `topics`: all that the snapshot knows of; needed for those that only a name suggests.
std::vector<DeadLetterPlace> dead_letter_places(const Snapshot& snapshot, LocalTime at, const Profile& profile,
                                                const std::set<std::pair<ClusterName, TopicName>>& topics = {});

}  // namespace tidemark
