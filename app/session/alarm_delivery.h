// SPDX-License-Identifier: GPL-3.0-or-later
// AlarmDelivery: hands one alarm to the command or the webhook that the user named. A command is run without a shell,
// with the JSON on its standard input and a limit of time; status 0 is "taken". A webhook is an HTTP POST; 2xx is
// "taken", and a redirect is not followed.
// Thread rule: one thread. Blocks it for at most the limit (command) or ten seconds (webhook). Errors of open():
// `usage` for a secret that cannot be resolved. Nothing of what the receiver answers is kept but a line that is made
// plain.
#pragma once

#include <memory>
#include <stop_token>

#include "app/session/alarm_memory.h"
#include "collectors/http/http_client.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"

namespace tidemark {

struct Delivered {
  bool taken = false;
  bool again = false;  // where it was not: another try may help
  std::string text;    // what became of it, on one line
};

class AlarmDelivery final {
 public:
  static Result<AlarmDelivery> open(const AlarmsProfile& profile, const SecretResolver& secrets, const Clock& clock);
  std::vector<std::string> receivers() const;  // "command", "webhook"
  Delivered deliver(const AlarmMessage& message, std::stop_token stop);

 private:
  AlarmDelivery(const AlarmsProfile& profile, const Clock& clock) : profile_(profile), clock_(&clock) {}
  Delivered run(const std::string& body, std::stop_token stop) const;
  Delivered post(const std::string& body, std::stop_token stop);

  AlarmsProfile profile_;
  const Clock* clock_;
  std::optional<HttpClient> http_;
  HttpRequest request_;  // with its headers' secrets
};

}  // namespace tidemark
