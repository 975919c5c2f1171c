// SPDX-License-Identifier: GPL-3.0-or-later
// What a PostgreSQL's refusal means: the probe word and one line, by its SQLSTATE, or by its words where libpq keeps
// the code to itself. Nothing of a password. Pure functions; any thread. Room-internal.
#pragma once

#include <string>
#include <string_view>

#include "collectors/http/http_reply.h"

namespace tidemark {

struct PostgresRefusal {
  HttpOutcome outcome = HttpOutcome::other;
  Error error;
};

// Of a statement. `limit`: how long it was allowed to run.
PostgresRefusal statement_refusal(std::string_view sqlstate, std::string_view message, Millis limit);
// Of a connection, in libpq's words; `wants_password`: it ended because there was none.
PostgresRefusal connection_refusal(std::string_view message, bool wants_password);

}  // namespace tidemark
