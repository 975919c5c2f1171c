// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of check are told and how they answer: facts of a cluster, and a list of findings that a rule adds to.
// A new rule is a line in one of the files of this folder and a text among the presets. Room-internal.
// Thread rule: none.
#pragma once

#include <optional>
#include <set>

#include "models/analysis/check.h"

namespace tidemark {

using Settings = std::map<std::string, std::string>;
// A setting that is a whole number; nothing where it is not set or is none.
std::optional<std::int64_t> number_of(const Settings& settings, const std::string& name);
std::optional<std::int64_t> number_of(const std::string& text);
// Empty where it is not set.
std::string text_of(const Settings& settings, const std::string& name);

struct TopicFacts {
  std::set<std::string> roles;
  Settings config;
  std::size_t fewest_replicas = 0;  // 0: not known
};
using TopicKey = std::pair<ClusterName, TopicName>;

struct CheckFacts {
  std::map<TopicKey, TopicFacts> topics;
  std::map<std::pair<ClusterName, Object>, Settings> brokers;
};
CheckFacts facts_at(const Snapshot& snapshot, LocalTime at, const Filter& filter, const CheckSetup& setup);

class CheckJudge final {
 public:
  // The object, setting, value and wanted value are what a person sees; more parameters may be added to the answer.
  Finding& add(const char* rule, Severity severity, const ClusterName& cluster, const Object& object,
               std::string setting, std::string value, std::string wanted);
  std::vector<Finding> take() { return std::move(findings_); }

 private:
  std::vector<Finding> findings_;
};

void judge_topic(CheckJudge& judge, const TopicKey& key, const TopicFacts& facts);
void judge_broker(CheckJudge& judge, const ClusterName& cluster, const Object& broker, const Settings& config);
// Each for itself, then what several have in common.
void judge_connectors(CheckJudge& judge, const std::vector<ConnectorSetup>& connectors, const Filter& filter);
void judge_groups(CheckJudge& judge, const std::vector<LagRow>& rows);

}  // namespace tidemark
