// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connection/kafka_target.h"

#include <algorithm>

#include "collectors/core/redact.h"
#include "collectors/kafka/client_config.h"

namespace tidemark {
namespace {
std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

class Settings final {
 public:
  explicit Settings(const ClusterProfile& cluster) : client_(cluster.client) {}
  std::string text(const std::string& key) const {
    const auto found = client_.find(key);
    return found == client_.end() ? std::string() : found->second;
  }
  bool any(std::initializer_list<const char*> keys) const {
    return std::ranges::any_of(keys, [&](const char* key) { return client_.contains(key); });
  }

 private:
  const std::map<std::string, std::string>& client_;
};

void put_principal(Endpoint& endpoint, const Settings& settings, bool certificate) {
  const std::string user = settings.text("sasl.username"), kerberos = settings.text("sasl.kerberos.principal");
  if (endpoint.authentication.starts_with("SASL")) {
    const std::string& name = kerberos.empty() ? user : kerberos;
    endpoint.principal = name.empty() ? Known<std::string>(Reason::not_supported) : redacted(name);
  } else if (certificate) {
    const std::string file = settings.text("ssl.certificate.location"), store = settings.text("ssl.keystore.location");
    endpoint.principal = !file.empty()    ? Known<std::string>(file)
                         : !store.empty() ? Known<std::string>(store)
                                          : Known<std::string>(Reason::not_supported);
  }
}

std::vector<std::string> reads_of(const ClusterProfile& cluster) {
  std::vector<std::string> out{"metadata, offsets, groups, configurations"};
  for (const std::string& feature : cluster.read) out.push_back("records: " + feature);
  return out;
}
}  // namespace

ConnectionTarget kafka_target(const ClusterProfile& cluster, const SecretResolver& secrets) {
  ConnectionTarget out;
  const Settings settings(cluster);
  out.speech = Speech::kafka;
  out.endpoint.object = "cluster:" + cluster.name.value();
  out.endpoint.address = cluster.bootstrap;
  out.endpoint.reads = reads_of(cluster);
  out.hosts = reach::host_ports(cluster.bootstrap, kafka_port);
  const std::string protocol = lower(settings.text("security.protocol"));
  out.is_sasl = protocol.starts_with("sasl");
  out.tls = protocol.ends_with("ssl");
  out.trust.ca_file = settings.text("ssl.ca.location");
  out.checks_trust = lower(settings.text("enable.ssl.certificate.verification")) != "false";
  out.checks_name = out.checks_trust && lower(settings.text("ssl.endpoint.identification.algorithm")) != "none";
  out.has_certificate = settings.any({"ssl.certificate.location", "ssl.certificate.pem", "ssl.keystore.location"});
  const std::string mechanism = settings.text("sasl.mechanism") + settings.text("sasl.mechanisms");
  out.endpoint.authentication = out.is_sasl                      ? "SASL/" + (mechanism.empty() ? "GSSAPI" : mechanism)
                                : out.tls && out.has_certificate ? "client certificate"
                                                                 : "none";
  put_principal(out.endpoint, settings, out.tls && out.has_certificate);
  const auto config = client_config(cluster, secrets);
  if (!config) {
    out.unset = config.error();
    return out;
  }
  for (const auto& [key, value] : config->settings)
    if (key == "ssl.ca.pem") out.trust.ca_pem = value;
  return out;
}

}  // namespace tidemark
