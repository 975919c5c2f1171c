// SPDX-License-Identifier: GPL-3.0-or-later
// Tells of everything that a profile names an address of, step by step: resolve, tcp, tls, certificate, settings,
// sign-in, answer, and what is permitted. The network is asked by collectors/reach, the rest by the collectors that
// would poll it, once: what they are refused here they are refused later. Nothing is written, no record is kept.
// Thread rule: check_connections() blocks; a stop ends it within 2 s. `told` is called from several threads, one at a
// time; a step that is told again replaces the one of that name and object.
#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "models/domain/clock.h"
#include "models/domain/connection.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"

namespace tidemark {

struct ConnectionCheck {
  const SecretResolver& secrets;
  const Clock& clock;
  std::stop_token stop;
  std::function<void(const Endpoint&, const ConnectionStep&)> told = {};
};

// In the profile's order.
std::vector<CheckedEndpoint> check_connections(const Profile& profile, const ConnectionCheck& check);
// What the profile alone says: nobody is asked.
std::vector<CheckedEndpoint> named_connections(const Profile& profile, const SecretResolver& secrets);

}  // namespace tidemark
