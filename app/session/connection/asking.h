// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that need an answer: settings, sign-in, answer, broker, permission. What asks is the collector that would
// poll. Room-internal; blocks, one thread per book.
#pragma once

#include "app/session/connection/connection_check.h"
#include "app/session/connection/steps.h"
#include "app/session/connection/target.h"

namespace tidemark {

void tell_cluster(const ConnectionTarget& target, const ConnectionCheck& check, StepBook& book);
void tell_service(const ConnectionTarget& target, const ConnectionCheck& check, StepBook& book);

// Nobody signs in and nothing is asked, and why.
void skip_asking(StepBook& book, const std::string& why);
void tell_signed_in(StepBook& book);

}  // namespace tidemark
