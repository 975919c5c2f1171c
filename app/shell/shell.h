// SPDX-License-Identifier: GPL-3.0-or-later
// What the executable with Qt adds to the command line: the window and the pictures.
// Thread rule: main thread only.
#pragma once

#include <span>

#include "app/cli/cli.h"

namespace tidemark::shell {

// render, and demo with its window.
std::span<const cli::Verb> verbs();
// What runs without a verb: the main window on --timeline, collecting into it where a cluster is named.
const cli::Verb& window_verb();

}  // namespace tidemark::shell
