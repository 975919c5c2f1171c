// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/trouble.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tidemark {
namespace {
constexpr std::size_t most_lines = 32;
constexpr std::size_t longest_line = 500;

// The first rule whose text stands in any line wins.
struct Rule {
  std::string_view text;
  Reason reason;
  std::string_view what;
  std::string_view fix;
};
constexpr std::array rules = std::to_array<Rule>({
    {"Unsupported SASL mechanism", Reason::no_permission, "the broker does not offer this sasl.mechanism",
     "ask which mechanism the listener takes"},
    {"Unsupported mechanism", Reason::no_permission, "the broker does not offer this sasl.mechanism",
     "ask which mechanism the listener takes"},
    {"Authentication failed", Reason::no_permission, "the broker refused the user name or password",
     "check sasl.username and sasl.password"},
    {"authentication failed", Reason::no_permission, "the broker refused the user name or password",
     "check sasl.username and sasl.password"},
    {"Authentication failure", Reason::no_permission, "the broker refused the user name or password",
     "check sasl.username and sasl.password"},
    {"authentication error", Reason::no_permission, "the broker refused the user name or password",
     "check sasl.username and sasl.password"},
    {"connecting to a PLAINTEXT broker", Reason::unreachable, "the port does not speak TLS",
     "set security.protocol to plaintext or sasl_plaintext, or use the TLS port"},
    {"wrong version number", Reason::unreachable, "the port does not speak TLS",
     "set security.protocol to plaintext or sasl_plaintext, or use the TLS port"},
    {"certificate could not be verified", Reason::unreachable,
     "the broker's certificate is not signed by a known authority", "set ssl.ca.location to the authority's PEM file"},
    {"certificate verify failed", Reason::unreachable, "the broker's certificate is not signed by a known authority",
     "set ssl.ca.location to the authority's PEM file"},
    {"hostname failed", Reason::unreachable, "the broker's certificate is for another host name",
     "use the name that stands in the certificate"},
    {"connecting to a SSL listener", Reason::unreachable,
     "the port closes the connection: it speaks TLS, or it is no Kafka broker",
     "set security.protocol to ssl or sasl_ssl, or correct the address"},
    {"SSL handshake failed", Reason::unreachable, "the TLS handshake failed",
     "check security.protocol and the ssl.* settings"},
    {"in state SSL_HANDSHAKE", Reason::unreachable, "the port closes the connection instead of speaking TLS",
     "set security.protocol to plaintext or sasl_plaintext, or use the TLS port"},
    {"Invalid response size", Reason::unreachable, "what answers there is not a Kafka broker", "correct the address"},
    {"Protocol parse failure", Reason::unreachable, "what answers there is not a Kafka broker", "correct the address"},
    {"in state APIVERSION_QUERY", Reason::unreachable, "what listens there does not answer as a Kafka broker",
     "correct the address, or check security.protocol"},
    {"Failed to resolve", Reason::unreachable, "the host name cannot be resolved",
     "correct the address or the name server"},
    {"Connection refused", Reason::unreachable, "the connection is refused",
     "check the address, and that the broker runs"},
    {"No route to host", Reason::unreachable, "there is no route to the host", "check the network"},
    {"Network is unreachable", Reason::unreachable, "the network is unreachable", "check the network"},
    {"Connection setup timed out", Reason::unreachable, "the connection times out",
     "check the address and the firewall"},
    {"Disconnected", Reason::unreachable, "the connection is closed by the other side",
     "check the address and security.protocol"},
});

bool contains_any(const std::vector<std::string>& lines, std::string_view text) {
  return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(text) != std::string::npos; });
}
}  // namespace

void TroubleLog::add(std::string_view line) {
  const std::lock_guard lock(mutex_);
  std::string text(line.substr(0, longest_line));
  std::ranges::replace_if(text, [](unsigned char c) { return c < 0x20; }, ' ');
  lines_.emplace_back(std::chrono::steady_clock::now(), std::move(text));
  if (lines_.size() > most_lines) lines_.pop_front();
}

void TroubleLog::clear() {
  const std::lock_guard lock(mutex_);
  lines_.clear();
}

std::vector<std::string> TroubleLog::lines(std::chrono::milliseconds within) const {
  const std::lock_guard lock(mutex_);
  const auto oldest = std::chrono::steady_clock::now() - within;
  std::vector<std::string> result;
  for (const auto& [time, line] : lines_)
    if (time >= oldest) result.push_back(line);
  return result;
}

Trouble diagnose(const std::vector<std::string>& lines) {
  for (const auto& rule : rules) {
    if (!contains_any(lines, rule.text)) continue;
    const bool denied = rule.reason == Reason::no_permission;
    return {denied ? ErrorCode::denied : ErrorCode::unreachable, rule.reason, std::string(rule.what),
            std::string(rule.fix), denied};
  }
  return {ErrorCode::unreachable, Reason::unreachable, "no broker answers",
          "check the address, and that the broker runs", false};
}

}  // namespace tidemark
