// SPDX-License-Identifier: GPL-3.0-or-later
// The steps before anybody signs in: resolve, tcp, tls, certificate. Room-internal; blocks, one thread per book.
#pragma once

#include <stop_token>

#include "app/session/connection/steps.h"
#include "app/session/connection/target.h"
#include "models/domain/clock.h"

namespace tidemark {

void tell_reach(const ConnectionTarget& target, const Clock& clock, const std::stop_token& stop, StepBook& book);
// A port that did not answer in plain text: does it speak TLS? Then that is told.
void tell_unwanted_tls(const ConnectionTarget& target, const std::stop_token& stop, StepBook& book);
// Whether an address that a server tells of is one that this machine can reach.
ConnectionStep reach_step(std::string object, const std::string& address, std::uint16_t default_port,
                          const std::stop_token& stop);

}  // namespace tidemark
