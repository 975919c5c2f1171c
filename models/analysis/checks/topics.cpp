// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/checks/judge.h"

namespace tidemark {
namespace {
constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t week = 7 * day;

// Offsets of groups and of transactions: without them every consumer of the cluster stands.
bool is_internal(const TopicName& topic) {
  return topic.value() == "__consumer_offsets" || topic.value() == "__transaction_state";
}

void judge_replicas(CheckJudge& judge, const TopicKey& key, const TopicFacts& facts, bool control) {
  const Object object = object::topic(key.second);
  const auto replicas = static_cast<std::int64_t>(facts.fewest_replicas);
  if (replicas == 1) {
    const bool grave = control || is_internal(key.second);
    judge.add(control ? "K10" : "K01", grave ? Severity::error : Severity::warn, key.first, object, "replication", "1",
              "3");
  }
  const auto in_sync = number_of(facts.config, "min.insync.replicas");
  if (!in_sync || replicas <= 1) return;
  if (*in_sync >= replicas)
    judge
        .add("K02", Severity::warn, key.first, object, "min.insync.replicas", std::to_string(*in_sync),
             std::to_string(replicas - 1))
        .params.emplace("replicas", replicas);
  else if (*in_sync < 2)
    judge.add("K03", Severity::warn, key.first, object, "min.insync.replicas", std::to_string(*in_sync), "2");
}

void judge_retention(CheckJudge& judge, const TopicKey& key, const TopicFacts& facts, bool control) {
  const Object object = object::topic(key.second);
  const std::string cleanup = text_of(facts.config, "cleanup.policy");
  if (control && cleanup.find("compact") != std::string::npos)
    judge.add("K09", Severity::error, key.first, object, "cleanup.policy", cleanup, "delete");
  if (cleanup.find("delete") == std::string::npos) return;
  if (const auto bytes = number_of(facts.config, "retention.bytes"); control && bytes && *bytes >= 0)
    judge.add("K11", Severity::warn, key.first, object, "retention.bytes", std::to_string(*bytes), "-1");
  const auto ms = number_of(facts.config, "retention.ms");
  const std::int64_t wanted = control ? week : day;
  if (ms && *ms >= 0 && *ms < wanted)
    judge
        .add(control ? "K05" : "K04", Severity::warn, key.first, object, "retention.ms", std::to_string(*ms),
             std::to_string(wanted))
        .params.emplace("retention", Millis(*ms));
}
}  // namespace

void judge_topic(CheckJudge& judge, const TopicKey& key, const TopicFacts& facts) {
  const bool control = facts.roles.contains("control");
  judge_replicas(judge, key, facts, control);
  judge_retention(judge, key, facts, control);
  if (text_of(facts.config, "unclean.leader.election.enable") == "true")
    judge.add("K06", Severity::warn, key.first, object::topic(key.second), "unclean.leader.election.enable", "true",
              "false");
}

void judge_broker(CheckJudge& judge, const ClusterName& cluster, const Object& broker, const Settings& config) {
  constexpr std::int64_t week_minutes = week / 60'000;
  if (const auto minutes = number_of(config, "offsets.retention.minutes"); minutes && *minutes < week_minutes)
    judge.add("K07", Severity::warn, cluster, broker, "offsets.retention.minutes", std::to_string(*minutes),
              std::to_string(week_minutes));
  if (text_of(config, "auto.create.topics.enable") == "true")
    judge.add("K08", Severity::note, cluster, broker, "auto.create.topics.enable", "true", "false");
}

}  // namespace tidemark
