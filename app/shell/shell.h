// SPDX-License-Identifier: GPL-3.0-or-later
// What the executable with Qt adds to the command line: the window and the pictures.
// Thread rule: main thread only.
#pragma once

#include <span>
#include <string>

#include "app/cli/cli.h"

namespace tidemark::shell {

// render, demo with its window.
std::span<const cli::Verb> verbs();
// Opens the main window on the timeline that the options name, or the default one.
int open_window(cli::Streams& streams, const cli::WindowOptions& options);
// Opens the main window on a timeline, whoever writes it, and returns when it is closed. Without a display: one
// line, 2.
int show_window(cli::Streams& streams, const std::string& timeline);

}  // namespace tidemark::shell
