// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connection/reach_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "app/session/connection/tls_words.h"
#include "collectors/reach/dial.h"
#include "collectors/reach/resolve.h"

namespace tidemark {
namespace {
constexpr Millis resolve_limit{5'000}, dial_limit{3'000}, greet_limit{5'000};

std::string addresses_text(const std::vector<reach::IpAddress>& addresses) {
  std::string out;
  for (const auto& address : addresses) out += (out.empty() ? "" : ", ") + address.text();
  return out;
}

// What libcurl goes by, where one is set: then the way is the proxy's.
bool goes_by_proxy(const ConnectionTarget& target) {
  if (target.speech != Speech::http) return false;
  const auto is_set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  };
  const bool any = is_set("all_proxy") || is_set("ALL_PROXY");
  return any || (target.tls ? is_set("https_proxy") || is_set("HTTPS_PROXY") : is_set("http_proxy"));
}

class Reaching final {
 public:
  Reaching(const ConnectionTarget& target, const Clock& clock, const std::stop_token& stop, StepBook& book)
      : target_(target), clock_(clock), stop_(stop), book_(book), several_(target.hosts.size() > 1) {}

  void run(const reach::HostPort& at) {
    object_ = several_ ? at.text() : std::string();
    auto [addresses, took] = timed([&] { return reach::resolve(at.host, resolve_limit, stop_); });
    if (!addresses) {
      tell(failed_step("resolve", addresses.error(), took));
      tell({.step = "tcp", .says = "the name comes first"});
      return tell({.step = "tls", .says = "the name comes first"});
    }
    book_.endpoint().zone = std::string(addresses->front().zone());
    tell({.step = "resolve", .state = StepState::ok, .took = took, .says = addresses_text(*addresses)});
    auto [line, dialled] = timed([&] { return reach::dial(*addresses, at.port, dial_limit, stop_); });
    if (!line) {
      tell(failed_step("tcp", line.error(), dialled));
      return tell({.step = "tls", .says = "the connection comes first"});
    }
    tell({.step = "tcp",
          .state = StepState::ok,
          .took = dialled,
          .says = fmt::format("{} port {}", line->address.text(), at.port)});
    if (target_.tls) return shake_hands(std::move(*line), at);
    book_.endpoint().tls = std::string("no");
    book_.endpoint().certificate = Reason::not_applicable;
    book_.endpoint().certificate_until = Reason::not_applicable;
    tell({.step = "tls", .says = "the profile says plain text"});
  }

 private:
  void tell(ConnectionStep step) {
    step.object = object_;
    book_.tell(std::move(step));
  }

  void shake_hands(reach::Line line, const reach::HostPort& at) {
    const auto opening = target_.speech == Speech::postgres ? reach::Opening::postgres : reach::Opening::tls;
    const auto [greeting, took] =
        timed([&] { return reach::greet(std::move(line), at.host, target_.trust, opening, greet_limit, stop_); });
    ConnectionStep step = tls_step(target_, greeting);
    step.took = took;
    if (step.state == StepState::ok) book_.endpoint().tls = greeting.protocol;
    if (step.state == StepState::unknown) book_.endpoint().tls = std::string("no");
    if (greeting.certificate) {
      book_.endpoint().certificate = greeting.certificate->subject;
      if (greeting.certificate->until) put_until(*greeting.certificate->until);
    }
    tell(std::move(step));
    if (greeting.certificate) tell(certificate_step(target_, greeting, at.host, clock_.now()));
  }

  // Of several the first to end.
  void put_until(LocalTime until) {
    Known<LocalTime>& known = book_.endpoint().certificate_until;
    known = known ? std::min(*known, until) : until;
  }

  const ConnectionTarget& target_;
  const Clock& clock_;
  const std::stop_token& stop_;
  StepBook& book_;
  const bool several_;
  std::string object_;
};
}  // namespace

void tell_reach(const ConnectionTarget& target, const Clock& clock, const std::stop_token& stop, StepBook& book) {
  const auto skip_all = [&](const std::string& why) {
    for (const char* step : {"resolve", "tcp", "tls"}) book.skip(step, why);
  };
  if (target.speech == Speech::files) {
    book.endpoint().zone = std::string("this machine");
    book.endpoint().tls = Reason::not_applicable;
    book.endpoint().certificate = Reason::not_applicable;
    book.endpoint().certificate_until = Reason::not_applicable;
    return skip_all("it is on this machine");
  }
  if (target.hosts.empty()) return skip_all("no address is known");
  if (goes_by_proxy(target)) return skip_all("it goes by a proxy, which the environment names");
  Reaching reaching(target, clock, stop, book);
  for (const reach::HostPort& at : target.hosts) {
    if (stop.stop_requested()) return;
    reaching.run(at);
  }
}

void tell_unwanted_tls(const ConnectionTarget& target, const std::stop_token& stop, StepBook& book) {
  for (const reach::HostPort& at : target.hosts) {
    const auto addresses = reach::resolve(at.host, resolve_limit, stop);
    if (!addresses) continue;
    auto line = reach::dial(*addresses, at.port, dial_limit, stop);
    if (!line) continue;
    const auto opening = target.speech == Speech::postgres ? reach::Opening::postgres : reach::Opening::tls;
    const auto greeting = reach::greet(std::move(*line), at.host, target.trust, opening, greet_limit, stop);
    using Outcome = reach::TlsGreeting::Outcome;
    if (greeting.outcome != Outcome::ok && greeting.outcome != Outcome::refused) continue;
    book.endpoint().tls = Reason::ambiguous;
    ConnectionStep step = unwanted_tls_step(target);
    step.object = target.hosts.size() > 1 ? at.text() : std::string();
    book.tell(std::move(step));
  }
}

ConnectionStep reach_step(std::string object, const std::string& address, std::uint16_t default_port,
                          const std::stop_token& stop) {
  const reach::HostPort at = reach::host_port(address, default_port);
  const auto [reached, took] = timed([&]() -> Result<std::string> {
    TM_TRY(const auto addresses, reach::resolve(at.host, resolve_limit, stop));
    TM_TRY(const auto line, reach::dial(addresses, at.port, dial_limit, stop));
    return line.address.text();
  });
  ConnectionStep step = reached ? ConnectionStep{.step = "broker",
                                                 .state = StepState::ok,
                                                 .took = took,
                                                 .says = at.text() + " takes connections"}
                                : failed_step("broker", reached.error(), took);
  step.object = std::move(object);
  if (step.state != StepState::failed) return step;
  step.says = "it tells clients to come to " + at.text() + ", and " + step.says;
  step.fix = "make that name and port known and open to this machine, or correct the broker's advertised.listeners";
  step.without = "everything that this broker leads";
  return step;
}

}  // namespace tidemark
