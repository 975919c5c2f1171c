// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "app/settings/profile_file.h"

namespace tidemark {
namespace {
std::string quoted(const std::string& text) { return boost::json::serialize(boost::json::string(text)); }

std::string client_lines(const ClusterProfile& cluster) {
  std::string out;
  for (const auto& [key, value] : cluster.client)
    out += fmt::format("{}\n        {}: {}", out.empty() ? "" : ",", quoted(key), quoted(value));
  return out.empty() ? "{}" : "{" + out + "\n      }";
}
}  // namespace

std::string starter_profile(const ClusterProfile& cluster) {
  return fmt::format(R"(// A Tidemark profile: JSON, with comments. `tidemark profile schema` names every key,
// `tidemark profile check FILE` checks this file.
{{
  "name": {name},
  "clusters": [
    {{
      "name": {name},
      "bootstrap": {bootstrap},
      "poll": "10s",
      // Connection and security, by librdkafka's names. A secret is a reference: "env:NAME", "file:PATH" (mode 0600)
      // or "ask". Example: "security.protocol": "sasl_ssl", "sasl.mechanism": "SCRAM-SHA-512", "sasl.username": "sre",
      // "sasl.password": "env:KAFKA_PASSWORD", "ssl.ca.location": "/etc/ssl/kafka-ca.pem".
      "client": {client},
      // Globs: later ones win, "!" takes away.
      "topics": ["*", "!__*"],
      "groups": ["*"],
      // What may read records; nothing without being asked. "residue" tells markers and holes from unread records.
      "read": []
    }}
  ],
  // Kafka Connect: {{ "name": "lake", "url": "https://connect:8083",
  //   "auth": {{ "basic": {{ "user": "u", "password": "env:CONNECT_PASSWORD" }} }} }}
  "connect": [],
  // How fresh what must be: {{ "name": "fraud", "target": "5s", "objective": 99.0, "end": "group", "owner": "risk" }}
  "classes": [],
  // What belongs together: {{ "name": "orders", "topic": "orders", "group": "billing", "class": "fraud", "owner": "risk" }}
  "pipelines": [],
  // Whom to call: "risk": {{ "name": "Risk team", "channel": "#risk", "runbook": "https://…" }}
  "owners": {{}}
}}
)",
                     fmt::arg("name", quoted(cluster.name.value())), fmt::arg("bootstrap", quoted(cluster.bootstrap)),
                     fmt::arg("client", client_lines(cluster)));
}

}  // namespace tidemark
