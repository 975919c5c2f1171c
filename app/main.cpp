// SPDX-License-Identifier: GPL-3.0-or-later
// tidemark: the window, the pictures and every verb.
#include <unistd.h>

#include <iostream>

#include "app/cli/cli.h"
#include "app/shell/shell.h"

int main(int argc, char** argv) {
  tidemark::cli::Streams streams{std::cout, std::cerr, isatty(STDOUT_FILENO) == 1};
  return tidemark::cli::run({argv + 1, argv + argc}, streams, tidemark::shell::verbs(),
                            &tidemark::shell::window_verb());
}
