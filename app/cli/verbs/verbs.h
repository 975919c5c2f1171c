// SPDX-License-Identifier: GPL-3.0-or-later
// One function per verb, in a file of its name: it adds the verb's options and returns what runs it. The table that
// names them is app/cli/verbs.cpp. Main thread only.
#pragma once

#include "app/cli/cli.h"

namespace tidemark::cli {

using Runner = std::function<int(Streams&)>;

Runner align_verb(CLI::App& app);
Runner bundle_verb(CLI::App& app);
Runner check_verb(CLI::App& app);
Runner collect_verb(CLI::App& app);
Runner completion_verb(CLI::App& app);
Runner connectors_verb(CLI::App& app);
Runner deadletters_verb(CLI::App& app);
Runner demo_verb(CLI::App& app);
Runner diagnose_verb(CLI::App& app);
Runner drill_verb(CLI::App& app);
Runner event_verb(CLI::App& app);
Runner events_verb(CLI::App& app);
Runner freshness_verb(CLI::App& app);
Runner gate_verb(CLI::App& app);
Runner groups_verb(CLI::App& app);
Runner import_verb(CLI::App& app);
Runner incident_verb(CLI::App& app);
Runner report_verb(CLI::App& app);
Runner journey_verb(CLI::App& app);
Runner lag_verb(CLI::App& app);
Runner lineage_verb(CLI::App& app);
Runner man_verb(CLI::App& app);
Runner metrics_verb(CLI::App& app);
Runner mirror_verb(CLI::App& app);
Runner note_verb(CLI::App& app);
Runner profile_verb(CLI::App& app);
Runner replay_verb(CLI::App& app);
Runner schemas_verb(CLI::App& app);
Runner scorecard_verb(CLI::App& app);
Runner size_verb(CLI::App& app);
Runner snooze_verb(CLI::App& app);
Runner sources_verb(CLI::App& app);
Runner tables_verb(CLI::App& app);
Runner timeline_verb(CLI::App& app);
Runner topics_verb(CLI::App& app);
Runner watch_verb(CLI::App& app);

}  // namespace tidemark::cli
