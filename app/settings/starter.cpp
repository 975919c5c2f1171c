// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "app/settings/profile_file.h"
#include "collectors/core/redact.h"
#include "models/domain/secret.h"

namespace tidemark {
namespace {
std::string quoted(const std::string& text) { return boost::json::serialize(boost::json::string(text)); }

std::string client_lines(const ClusterProfile& cluster) {
  std::string out;
  for (const auto& [key, value] : cluster.client)
    out += fmt::format("{}\n        {}: {}", out.empty() ? "" : ",", quoted(key), quoted(value));
  return out.empty() ? "{}" : "{" + out + "\n      }";
}

// The services of a list, one a line: name, address and what its kind needs.
template <class Service, class More>
std::string service_lines(const std::vector<Service>& services, More more) {
  std::string out;
  for (const Service& one : services)
    out += fmt::format("{}\n    {{ \"name\": {}, \"url\": {}{} }}", out.empty() ? "" : ",", quoted(one.name),
                       quoted(one.url), more(one));
  return out.empty() ? "[]" : "[" + out + "\n  ]";
}

// "sasl.password" is "KAFKA_SASL_PASSWORD".
std::string variable_name(const std::string& key) {
  std::string out = "KAFKA_";
  for (const char c : key) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c == '.' ? '_' : c;
  return out;
}
}  // namespace

std::vector<std::string> refer_secrets(ClusterProfile& cluster) {
  std::vector<std::string> out;
  for (auto& [key, value] : cluster.client) {
    if (!is_secret_key(key) || key.ends_with("keytab") || is_secret_reference(value)) continue;
    value = "env:" + variable_name(key);
    out.push_back(key + " is not copied: export " + value.substr(4) + ", or write file:PATH in the profile");
  }
  return out;
}

std::string starter_profile(const Profile& profile) {
  const ClusterProfile& cluster = profile.clusters.front();
  const auto nothing = [](const auto&) { return std::string(); };
  const auto type = [](const CatalogProfile& one) { return ", \"type\": " + quoted(one.type); };
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
  "connect": {connect},
  // Schema registries, by Confluent's API: {{ "name": "sr", "url": "http://registry:8081" }}
  "registries": {registries},
  // Where tables are listed: {{ "name": "lake", "url": "https://catalog/iceberg", "type": "iceberg-rest" }}
  "catalogs": {catalogs},
  // How fresh what must be: {{ "name": "fraud", "target": "5s", "objective": 99.0, "end": "group", "owner": "risk" }}
  "classes": [],
  // What belongs together: {{ "name": "orders", "topic": "orders", "group": "billing", "class": "fraud", "owner": "risk" }}
  "pipelines": [],
  // Whom to call: "risk": {{ "name": "Risk team", "channel": "#risk", "runbook": "https://…" }}
  "owners": {{}}
}}
)",
                     fmt::arg("name", quoted(cluster.name.value())), fmt::arg("bootstrap", quoted(cluster.bootstrap)),
                     fmt::arg("client", client_lines(cluster)),
                     fmt::arg("connect", service_lines(profile.connect, nothing)),
                     fmt::arg("registries", service_lines(profile.registries, nothing)),
                     fmt::arg("catalogs", service_lines(profile.catalogs, type)));
}

}  // namespace tidemark
