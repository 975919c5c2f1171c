// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/client_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace tidemark {
namespace {
constexpr std::array allowed = std::to_array<std::string_view>({
    "broker.address.family",
    "broker.address.ttl",
    "client.id",
    "client.rack",
    "connections.max.idle.ms",
    "enable.ssl.certificate.verification",
    "metadata.max.age.ms",
    "reconnect.backoff.max.ms",
    "reconnect.backoff.ms",
    "sasl.kerberos.keytab",
    "sasl.kerberos.principal",
    "sasl.kerberos.service.name",
    "sasl.mechanism",
    "sasl.mechanisms",
    "sasl.password",
    "sasl.username",
    "security.protocol",
    "socket.connection.setup.timeout.ms",
    "socket.keepalive.enable",
    "socket.nagle.disable",
    "socket.receive.buffer.bytes",
    "socket.send.buffer.bytes",
    "socket.timeout.ms",
    "ssl.ca.location",
    "ssl.ca.pem",
    "ssl.certificate.location",
    "ssl.certificate.pem",
    "ssl.cipher.suites",
    "ssl.crl.location",
    "ssl.curves.list",
    "ssl.endpoint.identification.algorithm",
    "ssl.key.location",
    "ssl.key.password",
    "ssl.key.pem",
    "ssl.keystore.location",
    "ssl.keystore.password",
    "ssl.sigalgs.list",
});

struct Refusal {
  std::string_view key;
  std::string_view why;
};
constexpr std::array dangerous = std::to_array<Refusal>({
    {"plugin.library.paths", "it loads a library into this process"},
    {"ssl.engine.location", "it loads a library into this process"},
    {"ssl.engine.id", "it loads a library into this process"},
    {"ssl.providers", "it loads a library into this process"},
    {"sasl.kerberos.kinit.cmd", "it runs a command"},
    {"sasl.oauthbearer.config", "tokens are not supported"},
    {"group.id", "Tidemark never joins a group"},
    {"group.instance.id", "Tidemark never joins a group"},
    {"isolation.level", "Tidemark reads with both levels itself"},
    {"bootstrap.servers", "the addresses stand in \"bootstrap\""},
    {"metadata.broker.list", "the addresses stand in \"bootstrap\""},
});

Result<> check_address(std::string_view address) {
  const auto bad = [&](std::string_view what) {
    return fail(ErrorCode::usage, fmt::format("bootstrap address \"{}\" {}", address.substr(0, 80), what), {},
                "write host:port, several with commas between them");
  };
  if (address.empty()) return bad("is empty");
  if (address.find("://") != std::string_view::npos) return bad("has a protocol; \"security.protocol\" says that");
  std::string_view host = address, port;
  if (address.front() == '[') {
    const auto close = address.find(']');
    if (close == std::string_view::npos) return bad("has no closing bracket");
    host = address.substr(1, close - 1);
    const auto rest = address.substr(close + 1);
    if (!rest.empty() && rest.front() != ':') return bad("has text after the bracket");
    port = rest.empty() ? rest : rest.substr(1);
    if (!rest.empty() && port.empty()) return bad("has no port after the colon");
  } else if (const auto colon = address.rfind(':'); colon != std::string_view::npos) {
    host = address.substr(0, colon);
    port = address.substr(colon + 1);
    if (host.find(':') != std::string_view::npos) return bad("is an IPv6 address without brackets");
    if (port.empty()) return bad("has no port after the colon");
  }
  const auto host_character = [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' ||
           c == '_' || c == ':' || c == '%' || c >= 0x80;
  };
  if (host.empty() || host.size() > 255 || !std::ranges::all_of(host, host_character)) return bad("has no valid host");
  if (!port.empty()) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    if (error != std::errc() || end != port.data() + port.size() || number == 0 || number > 65535)
      return bad("has a port that is no number from 1 to 65535");
  }
  return {};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}
}  // namespace

Result<> check_client_key(std::string_view key) {
  if (std::ranges::binary_search(allowed, key)) return {};
  for (const auto& refusal : dangerous)
    if (key == refusal.key)
      return fail(ErrorCode::usage, fmt::format("client setting \"{}\" is refused: {}", key, refusal.why), {},
                  "remove it from the profile");
  const auto known = std::ranges::lower_bound(allowed, key);
  return fail(ErrorCode::usage,
              fmt::format("client setting \"{}\" is not one that Tidemark passes on", key.substr(0, 80)), {},
              fmt::format("the allowed ones are librdkafka's connection and security settings, such as \"{}\"",
                          known == allowed.end() ? allowed.back() : *known));
}

Result<> check_bootstrap(std::string_view bootstrap) {
  if (trimmed(bootstrap).empty()) return check_address({});
  for (std::size_t at = 0; at <= bootstrap.size();) {
    const auto comma = std::min(bootstrap.find(',', at), bootstrap.size());
    TM_CHECK(check_address(trimmed(bootstrap.substr(at, comma - at))));
    at = comma + 1;
  }
  return {};
}

Result<ClientConfig> client_config(const ClusterProfile& profile, const SecretResolver& secrets) {
  TM_CHECK(check_bootstrap(profile.bootstrap));
  ClientConfig config{profile.bootstrap, {}};
  for (const auto& [key, value] : profile.client) {
    TM_CHECK(check_client_key(key));
    TM_TRY(std::string resolved, secrets.resolve(value));
    config.settings.emplace_back(key, std::move(resolved));
  }
  return config;
}

}  // namespace tidemark
