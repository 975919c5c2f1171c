// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of itself: packages make their manual pages and completions of it.
#include <CLI/App.hpp>
#include <ostream>

#include "app/cli/reference/completion.h"
#include "app/cli/reference/man_page.h"
#include "app/cli/report.h"
#include "app/cli/verbs/verbs.h"

namespace tidemark::cli {
namespace {
struct Wanted {
  std::string shell;
  std::string program;
};

void add_program(CLI::App& app, Wanted& wanted) {
  app.add_option("--program", wanted.program, "The executable's name (default: tidemark)")->type_name("NAME");
}

std::string program_of(const Wanted& wanted) { return wanted.program.empty() ? "tidemark" : wanted.program; }
}  // namespace

Runner completion_verb(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  app.add_option("SHELL", wanted->shell, "bash, zsh or fish")->required();
  add_program(app, *wanted);
  return [&app, wanted](Streams& streams) {
    const CommandReference command = reference_of(*app.get_parent());
    if (wanted->shell == "bash")
      streams.out << bash_completion(command, program_of(*wanted));
    else if (wanted->shell == "zsh")
      streams.out << zsh_completion(command, program_of(*wanted));
    else if (wanted->shell == "fish")
      streams.out << fish_completion(command, program_of(*wanted));
    else
      return report(streams, {ErrorCode::usage, "no completion for \"" + wanted->shell + '"', "SHELL",
                              "write bash, zsh or fish"});
    streams.out << std::flush;
    return 0;
  };
}

Runner man_verb(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  add_program(app, *wanted);
  return [&app, wanted](Streams& streams) {
    streams.out << man_page(reference_of(*app.get_parent()), program_of(*wanted)) << std::flush;
    return 0;
  };
}

}  // namespace tidemark::cli
