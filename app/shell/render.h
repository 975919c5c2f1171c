// SPDX-License-Identifier: GPL-3.0-or-later
// The verb `render`: a view of a timeline as a picture file. Main thread only.
#pragma once

#include <functional>

#include "app/cli/cli.h"

namespace tidemark::shell {

std::function<int(cli::Streams&)> configure_render(CLI::App& app);

}  // namespace tidemark::shell
