// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster as something that is spoken to: what its client settings say of TLS and of who signs in. No secret.
// Any thread that may resolve secrets.
#pragma once

#include "app/session/connection/target.h"

namespace tidemark {

inline constexpr std::uint16_t kafka_port = 9092;  // where none is said

ConnectionTarget kafka_target(const ClusterProfile& cluster, const SecretResolver& secrets);

}  // namespace tidemark
