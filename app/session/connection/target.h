// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile names an address of: how it is spoken to and as whom, and the part of the profile that asks it. A
// secret is resolved only where an address stands in it, and never kept but for that.
// Pure functions but for the resolver; any thread that may resolve secrets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "collectors/reach/host_port.h"
#include "collectors/reach/tls.h"
#include "models/domain/connection.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"

namespace tidemark {

enum class Speech : std::uint8_t { kafka, http, postgres, files };
enum class Asking : std::uint8_t {
  source,    // by the collector that would read it
  elsewhere  // with another endpoint, or never before there is something to tell
};

struct ConnectionTarget {
  Endpoint endpoint;
  Speech speech = Speech::http;
  Asking asking = Asking::source;
  std::vector<reach::HostPort> hosts;
  bool tls = false;           // the profile wants it
  bool tls_may_fail = false;  // then it goes on in plain text
  reach::Trust trust;
  bool checks_trust = true;
  bool checks_name = true;
  bool has_certificate = false;  // of our own
  bool is_sasl = false;
  std::string elsewhere;       // why it is not asked by itself
  std::optional<Error> unset;  // a secret that is not there, an address that is none
  Profile part;                // nothing but this
};

std::vector<ConnectionTarget> connection_targets(const Profile& profile, const SecretResolver& secrets);

}  // namespace tidemark
