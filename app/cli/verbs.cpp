// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of both executables. A new one is a file of its own and one line here.
#include "app/cli/cli.h"

namespace tidemark::cli {

std::span<const Verb> verbs() { return {}; }

}  // namespace tidemark::cli
