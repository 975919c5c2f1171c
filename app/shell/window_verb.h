// SPDX-License-Identifier: GPL-3.0-or-later
// No verb: the main window. It follows --timeline while somebody else collects into it; with --profile or --bootstrap
// it collects itself. Main thread only.
#pragma once

#include <functional>

#include "app/cli/cli.h"

namespace tidemark::shell {

std::function<int(cli::Streams&)> configure_window(CLI::App& app);

}  // namespace tidemark::shell
