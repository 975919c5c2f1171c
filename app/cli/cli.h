// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: verbs by name, one file each, registered in verbs.cpp. run() parses, runs one verb and returns the
// process's exit status; documents go to `out`, everything else to `err`, an error is one line.
// Thread rule: main thread only.
#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace tidemark::cli {

struct Streams {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
};

// A verb adds its options to a subcommand and runs after parsing. State between the two lives in the closure it
// returns.
struct Verb {
  std::string_view name;
  std::string_view summary;
  // Adds options to `app`; returns what runs the verb: the exit status.
  std::function<int(Streams&)> (*configure)(CLI::App& app);
};

std::span<const Verb> verbs();

// `more` are the verbs of the executable beyond the common ones (the window's and the pictures'); `no_verb`, if there
// is one, takes its options and runs where the command line names none.
int run(const std::vector<std::string>& arguments, Streams& streams, std::span<const Verb> more = {},
        const Verb* no_verb = nullptr);

}  // namespace tidemark::cli
