// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connection/tls_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tidemark {
namespace {
using Outcome = reach::TlsGreeting::Outcome;
constexpr std::size_t most_names = 4;
constexpr Millis day{86'400'000};

enum class Change : std::uint8_t { speak_plain, speak_tls, authority, own_certificate };

// By what is spoken: how a change is written in the profile.
std::string change(const ConnectionTarget& target, Change what) {
  using Words = std::array<std::string_view, 4>;
  static constexpr Words kafka{"set security.protocol=PLAINTEXT, or use the port that speaks TLS",
                               "set security.protocol=SSL", "set ssl.ca.location to the PEM file of the authority",
                               "set ssl.certificate.location and ssl.key.location, or ssl.keystore.location"};
  static constexpr Words sasl{"set security.protocol=SASL_PLAINTEXT, or use the port that speaks TLS",
                              "set security.protocol=SASL_SSL", kafka[2], kafka[3]};
  static constexpr Words http{"write http://, or use the port that speaks TLS", "write https://",
                              R"(name the authority's PEM file as "tls": {"ca": …})",
                              R"(name both PEM files as "tls": {"certificate": …, "key": …})"};
  static constexpr Words postgres{"write sslmode=disable, or have the server speak TLS", "write sslmode=require",
                                  "write sslrootcert=FILE", "write sslcert=FILE and sslkey=FILE"};
  const Words& words = target.speech == Speech::postgres ? postgres
                       : target.speech == Speech::http   ? http
                       : target.is_sasl                  ? sasl
                                                         : kafka;
  return std::string(words[static_cast<std::size_t>(what)]);
}

std::string names_text(const Certificate& certificate) {
  std::string out;
  for (std::size_t i = 0; i < certificate.names.size() && i < most_names; ++i)
    out += (i > 0 ? ", " : "") + certificate.names[i];
  if (certificate.names.size() > most_names) out += fmt::format(" and {} more", certificate.names.size() - most_names);
  return out.empty() ? certificate.subject : out;
}

ConnectionStep failed(std::string step, std::string says, std::string fix) {
  return {.step = std::move(step), .state = StepState::failed, .says = std::move(says), .fix = std::move(fix)};
}

std::string days_text(Millis left) { return fmt::format("{} d", left / day); }

// Empty: it is in its time.
std::string out_of_time(const Certificate& certificate, LocalTime now) {
  if (certificate.until && *certificate.until < now)
    return "has expired " + days_text(now - *certificate.until) + " ago";
  if (certificate.from && *certificate.from > now) return "is not valid before " + rfc3339(*certificate.from);
  return {};
}
}  // namespace

ConnectionStep tls_step(const ConnectionTarget& target, const reach::TlsGreeting& greeting) {
  switch (greeting.outcome) {
    case Outcome::ok: {
      ConnectionStep step{.step = "tls", .state = StepState::ok, .says = greeting.protocol + ", " + greeting.cipher};
      if (!greeting.wants_certificate || target.has_certificate) return step;
      step.says += "; it asks for a certificate of ours, and the profile names none";
      step.fix = change(target, Change::own_certificate) + ", where the sign-in needs it";
      return step;
    }
    case Outcome::not_tls:
      if (target.tls_may_fail)
        return {
            .step = "tls", .state = StepState::unknown, .says = "it does not speak TLS: it is spoken to in plain text"};
      return failed("tls", "the profile says TLS, and the port does not speak it", change(target, Change::speak_plain));
    case Outcome::refused:
      return failed("tls", "the server refuses the handshake: " + greeting.trouble,
                    "have the server accept TLS 1.2 or later; see its log");
    case Outcome::unusable:
      return failed("tls", "the authorities to trust cannot be read: " + greeting.trouble,
                    change(target, Change::authority));
    case Outcome::cancelled:
      return {.step = "tls", .says = "stopped"};
    case Outcome::silent:
      break;
  }
  return failed("tls", "no answer to the handshake: the port may not speak TLS", change(target, Change::speak_plain));
}

ConnectionStep unwanted_tls_step(const ConnectionTarget& target) {
  return failed("tls", "the port speaks TLS, and the profile says that it does not", change(target, Change::speak_tls));
}

ConnectionStep certificate_step(const ConnectionTarget& target, const reach::TlsGreeting& greeting,
                                const std::string& host, LocalTime now) {
  const Certificate& shown = *greeting.certificate;
  ConnectionStep step;
  step.step = "certificate";
  step.certificate = shown;
  const auto fails = [&](std::string says, std::string fix) {
    step.state = StepState::failed;
    step.says = std::move(says);
    step.fix = std::move(fix);
    return step;
  };
  if (const std::string wrong = out_of_time(shown, now); !wrong.empty() && target.checks_trust)
    return fails(fmt::format("the certificate of {} {}", names_text(shown), wrong),
                 "have it renewed, or check this machine's clock");
  if (target.checks_trust && !shown.trusted)
    return fails(
        fmt::format("the certificate is not signed by a known authority: {} ({})", shown.issuer, greeting.trouble),
        change(target, Change::authority));
  if (target.checks_name && !shown.name_matches)
    return fails(fmt::format("the certificate is for {}, not for {}", names_text(shown), host),
                 "write the name that stands in the certificate as the address");
  step.state = target.checks_trust ? StepState::ok : StepState::unknown;
  step.says = fmt::format("for {}, by {}", names_text(shown), shown.issuer);
  if (shown.until && *shown.until >= now) step.says += ", expires in " + days_text(*shown.until - now);
  if (!target.checks_trust) step.says += "; the profile has it not checked";
  return step;
}

}  // namespace tidemark
