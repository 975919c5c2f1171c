// SPDX-License-Identifier: GPL-3.0-or-later
// Check: configuration that has cost others data, judged without history: topics, brokers, groups that commit nothing,
// and the connectors of Kafka Connect. A finding is a rule id with parameters; its English reason is a template in
// resources/presets/rules.json. Thread rule: none, pure functions.
// Source of the rules on sinks: public issues of the Iceberg sink for Kafka Connect (apache/iceberg #17551, #18006,
// #16016, #17637, #17811, #15293) and of Connect's error handling (KIP-298).
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"

namespace tidemark {

// The reason of a finding in the reader's language.
using FindingText = std::function<std::string(const Finding&)>;

// A connector as it is configured; what follows from its settings and their defaults is said beside them.
struct ConnectorSetup {
  ClusterName cluster;
  std::string name;
  std::string type;                           // source | sink | …
  std::map<std::string, std::string> config;  // secrets removed
  std::vector<std::string> topics;            // that it reads, as far as it names them
  std::string writer;                         // "iceberg-connect", …; empty: not known
  std::string control_topic;
  std::string control_group;  // that of the coordinator
  std::string commit_interval_ms;
  std::string commit_timeout_ms;
};

// What is configured beside the cluster itself.
struct CheckSetup {
  std::vector<ConnectorSetup> connectors;
  std::vector<std::string> control_topics;  // that a profile names
  std::vector<std::string> notes;           // what could not be judged, and why
};

// Errors first, then by rule and object.
std::vector<Finding> check_findings(const Snapshot& snapshot, LocalTime at, const Filter& filter = {},
                                    const CheckSetup& setup = {});
Document check_document(const Snapshot& snapshot, LocalTime at, const FindingText& why, const Filter& filter = {},
                        const CheckSetup& setup = {});

// A template with the finding's parameters put in: "{retention}" becomes the parameter of that name, "{object}",
// "{setting}", "{value}" and "{wanted}" those of the finding. A name that is not there stays as it is written.
std::string fill_template(std::string_view text, const Finding& finding);

}  // namespace tidemark
