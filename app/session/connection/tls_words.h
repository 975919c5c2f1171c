// SPDX-License-Identifier: GPL-3.0-or-later
// What a handshake came to, in words: what is wrong and which setting of the profile to change. Pure functions; any
// thread. Times are of this machine's clock.
#pragma once

#include "app/session/connection/target.h"

namespace tidemark {

// Of a port that the profile wants TLS of.
ConnectionStep tls_step(const ConnectionTarget& target, const reach::TlsGreeting& greeting);
// Of a port that speaks TLS where the profile says that it does not.
ConnectionStep unwanted_tls_step(const ConnectionTarget& target);
// Whether the certificate is the right one, and for how long.
ConnectionStep certificate_step(const ConnectionTarget& target, const reach::TlsGreeting& greeting,
                                const std::string& host, LocalTime now);

}  // namespace tidemark
