// SPDX-License-Identifier: GPL-3.0-or-later
// `report landed`. Main thread only.
#pragma once

#include "app/cli/verbs/verbs.h"

namespace tidemark::cli {

Runner landed_report(CLI::App& app);

}  // namespace tidemark::cli
