// SPDX-License-Identifier: GPL-3.0-or-later
// How old what a sink's users find is, by a query of the user's: one value, which is seconds, an interval, or a time to
// count from, on the database's own clock. Thread rule: that of the session.
#pragma once

#include "collectors/sql/session.h"
#include "models/domain/profile.h"

namespace tidemark {

struct FoundAge {
  Known<double> ms = Reason::no_commit;  // no-commit: it finds nothing
  HttpOutcome outcome = HttpOutcome::ok;
  Error error;  // where the outcome is not ok
  PollCost cost;
};
FoundAge ask_age(SqlSession& session, const std::string& statement, const std::stop_token& stop);

}  // namespace tidemark
