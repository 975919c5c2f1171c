// SPDX-License-Identifier: GPL-3.0-or-later
// Which window an incident is asked for, and what it is compared with. Main thread only.
#pragma once

#include <string>

#include "app/cli/question.h"
#include "models/analysis/incident.h"

namespace tidemark::cli {

void add_baseline(CLI::App& app, std::string& baseline);
// Of --from and --to, else the later half of the history; with the baseline as it is asked for.
Result<OnsetWindow> incident_window(const Asked& asked, bool from_given, const std::string& baseline);

}  // namespace tidemark::cli
