// SPDX-License-Identifier: GPL-3.0-or-later
// tidemark-cli: every verb but the window and the pictures; no Qt.
#include <unistd.h>

#include <iostream>

#include "app/cli/cli.h"

int main(int argc, char** argv) {
  tidemark::cli::Streams streams{std::cout, std::cerr, isatty(STDOUT_FILENO) == 1};
  return tidemark::cli::run({argv + 1, argv + argc}, streams);
}
