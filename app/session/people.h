// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote beside a timeline, as analysis takes it.
// Any thread; files are opened and closed by each call. Errors: those of the logbook.
#pragma once

#include <string>
#include <vector>

#include "models/domain/sample.h"
#include "models/logbook/said.h"

namespace tidemark {

// Notes as events of the layer `user`; none where there is no file, or no name of one.
Result<std::vector<Event>> noted_events(const std::string& logbook);
// Findings that somebody snoozed, in force at a time; none where there is no file, or no name of one.
Result<std::vector<Snooze>> snoozed_findings(const std::string& logbook, LocalTime at);

}  // namespace tidemark
