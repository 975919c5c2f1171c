// SPDX-License-Identifier: GPL-3.0-or-later
// The verb `demo` with its window: the pipeline plays on a thread of its own while the window shows its timeline.
// Without a display, or with --headless, it prints the tables and writes pictures beside the timeline. Main thread
// only.
#pragma once

#include <functional>

#include "app/cli/cli.h"

namespace tidemark::shell {

std::function<int(cli::Streams&)> configure_demo(CLI::App& app);

}  // namespace tidemark::shell
