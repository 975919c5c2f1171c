// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts by which a shell completes a command: its verbs, their options, and files where a file is wanted. Pure; any
// thread.
#pragma once

#include "app/cli/reference/command_reference.h"

namespace tidemark::cli {

// `program`: the executable's name.
std::string bash_completion(const CommandReference& command, const std::string& program);
std::string zsh_completion(const CommandReference& command, const std::string& program);
std::string fish_completion(const CommandReference& command, const std::string& program);

}  // namespace tidemark::cli
