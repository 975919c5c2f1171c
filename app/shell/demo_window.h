// SPDX-License-Identifier: GPL-3.0-or-later
// The demo with its window: the pipeline starts on a thread of its own, what it says stands above the page. Where there
// is no display it says so, plays without one, prints the tables and writes the pictures. Main thread only.
#pragma once

#include <functional>

#include "app/cli/cli.h"

namespace tidemark::shell {

std::function<int(cli::Streams&)> configure_demo(CLI::App& app);

}  // namespace tidemark::shell
