// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connection/connection_check.h"

#include <algorithm>
#include <mutex>

#include "app/session/connection/asking.h"
#include "app/session/connection/reach_steps.h"
#include "collectors/core/pool.h"

namespace tidemark {
namespace {
constexpr std::size_t at_once = 8;

// All of its addresses failed at this step.
bool none_passed(const ConnectionTarget& target, const StepBook& book, std::string_view step) {
  return !target.hosts.empty() && book.has(step, StepState::failed) && !book.has(step, StepState::ok);
}

void tell_all(const ConnectionTarget& target, const ConnectionCheck& check, StepBook& book) {
  if (target.unset) book.tell(failed_step("settings", *target.unset, Reason::not_applicable));
  tell_reach(target, check.clock, check.stop, book);
  if (check.stop.stop_requested()) return skip_asking(book, "stopped");
  if (target.asking == Asking::elsewhere) return skip_asking(book, target.elsewhere);
  if (target.unset) return skip_asking(book, "the settings come first");
  const bool tried = book.has("resolve", StepState::ok) || book.has("resolve", StepState::failed);
  if (tried && !book.has("tcp", StepState::ok)) return skip_asking(book, "no address takes a connection");
  if (none_passed(target, book, "tls")) return skip_asking(book, "TLS comes first");
  if (none_passed(target, book, "certificate")) return skip_asking(book, "the certificate comes first");
  target.speech == Speech::kafka ? tell_cluster(target, check, book) : tell_service(target, check, book);
}
}  // namespace

void skip_asking(StepBook& book, const std::string& why) {
  book.skip("sign-in", why);
  book.skip("answer", why);
}

void tell_signed_in(StepBook& book) {
  const Endpoint& endpoint = book.endpoint();
  const bool nobody = endpoint.authentication == "none";
  const std::string as = endpoint.principal ? " as " + *endpoint.principal : "";
  book.tell({.step = "sign-in",
             .state = StepState::ok,
             .says = nobody ? "nobody is asked for a name" : endpoint.authentication + as});
}

std::vector<CheckedEndpoint> check_connections(const Profile& profile, const ConnectionCheck& check) {
  const auto targets = connection_targets(profile, check.secrets);
  std::mutex mutex;
  const StepBook::Told told = [&](const Endpoint& endpoint, const ConnectionStep& step) {
    const std::lock_guard lock(mutex);
    if (check.told) check.told(endpoint, step);
  };
  std::vector<CheckedEndpoint> out(targets.size());
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < targets.size(); ++i)
    tasks.emplace_back([&, i] {
      StepBook book(targets[i].endpoint, told);
      tell_all(targets[i], check, book);
      out[i] = book.take();
    });
  Pool(std::clamp<std::size_t>(targets.size(), 1, at_once)).run(std::move(tasks));
  return out;
}

std::vector<CheckedEndpoint> named_connections(const Profile& profile, const SecretResolver& secrets) {
  std::vector<CheckedEndpoint> out;
  for (ConnectionTarget& target : connection_targets(profile, secrets))
    out.push_back({.endpoint = std::move(target.endpoint), .steps = {}});
  return out;
}

}  // namespace tidemark
