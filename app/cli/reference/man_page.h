// SPDX-License-Identifier: GPL-3.0-or-later
// The manual page of a command, in the man(7) macros. Pure; any thread.
#pragma once

#include "app/cli/reference/command_reference.h"

namespace tidemark::cli {

// `program`: the executable's name. Options that many verbs share stand once.
std::string man_page(const CommandReference& command, const std::string& program);

}  // namespace tidemark::cli
