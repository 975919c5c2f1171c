// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/dead_letter_topics.h"

#include <algorithm>
#include <array>
#include <map>

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr std::string_view role_prefix = "dead-letter-of:";
constexpr std::string_view proposed = "dead_letter=";
const std::string group_enable = std::string(aspect::config_prefix) + "errors.deadletterqueue.group.enable";

using TopicKey = std::pair<ClusterName, TopicName>;
using Places = std::map<TopicKey, DeadLetterPlace>;

DeadLetterPlace& place_of(Places& places, const ClusterName& cluster, const std::string& topic, DeadLetterProof proof) {
  const TopicName name{topic};
  const auto [found, is_new] = places.try_emplace({cluster, name}, DeadLetterPlace{.cluster = cluster, .topic = name});
  found->second.proof = std::min(found->second.proof, proof);
  return found->second;
}

// The rest of every line that begins so.
std::vector<std::string> values_of(std::string_view text, std::string_view key) {
  std::vector<std::string> out;
  for (const std::string_view line : entries(text))
    if (line.starts_with(key) && line.size() > key.size()) out.emplace_back(line.substr(key.size()));
  return out;
}

void add_profile(Places& places, const Snapshot& snapshot, const Profile& profile) {
  for (const PipelineProfile& pipeline : profile.pipelines) {
    if (pipeline.dead_letter.empty()) continue;
    for (const SourceInfo& source : snapshot.sources) {
      if (source.spec.kind != "kafka" && source.spec.kind != "story") continue;
      DeadLetterPlace& place = place_of(places, source.spec.cluster, pipeline.dead_letter, DeadLetterProof::profile);
      if (!pipeline.topic.empty()) place.origins.insert(pipeline.topic);
      if (!pipeline.connector.empty())
        place.writers.insert("connector:" + pipeline.connector);
      else if (!pipeline.group.empty())
        place.writers.insert("group:" + pipeline.group);
    }
  }
}

void add_state(Places& places, const ClusterName& cluster, const StateSpan& span) {
  const bool role = span.aspect == aspect::role, connector = object::kind(span.object) == "connector";
  const DeadLetterProof proof = connector ? DeadLetterProof::connector
                                : role    ? DeadLetterProof::profile
                                          : DeadLetterProof::configuration;
  for (const std::string& topic : dead_letters_told(span.object, span.aspect, *span.value)) {
    DeadLetterPlace& place = place_of(places, cluster, topic, proof);
    const auto origins = values_of(*span.value, role ? role_prefix : std::string_view("topic="));
    place.origins.insert(origins.begin(), origins.end());
    if (connector) place.writers.insert(span.object.value());
  }
  if (span.aspect != aspect::dead_letter_causes) return;
  for (const std::string_view line : entries(*span.value)) {
    auto cause = parse_cause(line);
    if (!cause) continue;
    const auto proven = cause->family.empty() ? DeadLetterProof::name : DeadLetterProof::headers;
    DeadLetterPlace& place = place_of(places, cluster, std::string(object::name(span.object)), proven);
    place.causes.push_back(std::move(*cause));
  }
}
}  // namespace

std::string_view word(DeadLetterProof proof) {
  static constexpr auto words =
      std::to_array<std::string_view>({"profile", "connector", "configuration", "headers", "name"});
  return words[static_cast<std::size_t>(proof)];
}

std::vector<std::string> dead_letters_told(const Object& object, std::string_view aspect, std::string_view value) {
  const std::string_view kind = object::kind(object);
  if (kind == "connector" && aspect == aspect::proposal) return values_of(value, proposed);
  if (kind != "topic") return {};
  const bool told =
      (aspect == aspect::role && !values_of(value, role_prefix).empty()) || (aspect == group_enable && value == "true");
  if (!told) return {};
  return {std::string(object::name(object))};
}

std::vector<DeadLetterPlace> dead_letter_places(const Snapshot& snapshot, LocalTime at, const Profile& profile,
                                                const std::set<TopicKey>& topics) {
  Places places;
  add_profile(places, snapshot, profile);
  for (const StateSpan& span : snapshot.states)
    if (span.value && span.from_hi <= at && (!span.to || *span.to > at))
      add_state(places, snapshot.sources[span.source].spec.cluster, span);
  for (const auto& [cluster, topic] : topics)
    if (suggested_origin(topic.value())) place_of(places, cluster, topic.value(), DeadLetterProof::name);
  std::vector<DeadLetterPlace> out;
  for (auto& [key, place] : places) {
    const bool is_guess = place.proof == DeadLetterProof::name && !suggested_origin(key.second.value());
    if (!is_guess) out.push_back(std::move(place));
  }
  return out;
}

}  // namespace tidemark
