// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line takes, as data: manual page and shell completion are written from it. Thread rule: none,
// values.
#pragma once

#include <string>
#include <vector>

#include "app/cli/cli.h"

namespace tidemark::cli {

struct OptionReference {
  std::vector<std::string> names;  // "-q", "--quiet"; of a positional its one word: "FILE"
  std::string value;               // "FILE"; empty: a flag
  std::string help;
  bool positional = false;
  bool required = false;
  bool operator==(const OptionReference&) const = default;
};

struct CommandReference {
  std::string name;
  std::string summary;
  std::vector<OptionReference> options;
  std::vector<CommandReference> commands;
};

CommandReference reference_of(const CLI::App& app);

}  // namespace tidemark::cli
