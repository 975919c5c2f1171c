// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <unistd.h>

namespace tidemark::cli {

bool ProgressLine::is_wanted(const Options& options) {
  return ::isatty(STDERR_FILENO) == 1 && !options.quiet && !options.verbose;
}

}  // namespace tidemark::cli
